"""The repository's folder as commands read it and write into it."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from chipkb.cli.data import all_errors, read
from chipkb.curate.rename import Change
from chipkb.values.problem import Problem
from chipkb.values.text import Lang


def write_texts(root: Path, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


def errors_after(root: Path, change: Change) -> list[Problem]:
    """What would be wrong in the data after `change`; tried in a copy, nothing is written here."""
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("data", "content"):
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name)
        _write(copy, change)
        return all_errors(read(copy))


def carry_out(root: Path, change: Change, lang: Lang) -> None:
    """Writes what has changed, takes away what is gone, and names every file."""
    _write(root, change)
    for name in sorted(change.texts):
        click.echo(f"{'写入' if lang == 'zh' else 'wrote'} {name}")
    for name in sorted(change.gone):
        click.echo(f"{'删去' if lang == 'zh' else 'removed'} {name}")


def _write(root: Path, change: Change) -> None:
    write_texts(root, change.texts)
    for name in change.gone:
        (root / name).unlink()
