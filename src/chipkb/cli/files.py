"""The repository's folder as commands read it and write into it."""

from collections.abc import Mapping
from pathlib import Path

import click

from chipkb.curate.rename import Change
from chipkb.values.text import Lang


def write_texts(root: Path, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


def carry_out(root: Path, change: Change, lang: Lang) -> None:
    """Writes what has changed, takes away what is gone, and names every file."""
    write_texts(root, change.texts)
    for name in change.gone:
        (root / name).unlink()
    for name in sorted(change.texts):
        click.echo(f"{'写入' if lang == 'zh' else 'wrote'} {name}")
    for name in sorted(change.gone):
        click.echo(f"{'删去' if lang == 'zh' else 'removed'} {name}")
