"""`chipkb fmt`: files laid out one way."""

import sys
from pathlib import Path

import click

from chipkb.cli.data import chosen_files, root_option
from chipkb.cli.files import write_texts
from chipkb.curate.fmt import formatted
from chipkb.load.tree import read_texts
from chipkb.load.yaml_text import parse_yaml


@click.command()
@root_option
@click.option(
    "--check",
    "only_look",
    is_flag=True,
    help="Write nothing; exit code 1 if there is anything to do.",
)
@click.option(
    "--no-modeline", is_flag=True, help="Without the line by which editors find the schema."
)
@click.argument("paths", nargs=-1)
def fmt(root: Path, only_look: bool, no_modeline: bool, paths: tuple[str, ...]) -> None:
    """Put keys in the order of the guide and name the schema; comments and wording stay.

    \b
    chipkb fmt data/gpu/moore-threads.yml
    """
    texts = {name: text for name, text in read_texts(root).items() if name.startswith("data/")}
    changed = {}
    for name in chosen_files(root, texts, paths):
        before = parse_yaml(name, texts[name])
        if before.data is None:
            click.echo(f"{name}: left as it is; chipkb check says why it cannot be read", err=True)
            continue
        after = formatted(name, texts[name], modeline=not no_modeline)
        if after != texts[name] and parse_yaml(name, after).data == before.data:
            changed[name] = after
    for name in changed:
        click.echo(name)
    if only_look:
        sys.exit(1 if changed else 0)
    write_texts(root, changed)
