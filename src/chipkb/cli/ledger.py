"""`chipkb ledger`: the ids that a release promises to keep."""

from pathlib import Path

import click

from chipkb.cli.data import root_option, whole
from chipkb.diff.ledger import ledger_files
from chipkb.export.files import lasting_files


@click.command()
@root_option
def ledger(root: Path) -> None:
    """Enter every present id into data/ledger, as part of a release.

    From then on the check refuses to lose one: it must be there, or data/moved.yml must say where it
    went or why it is gone.
    """
    kb = whole(root)
    new = 0
    for file in ledger_files(kb, lasting_files(kb)):
        path = root / file.path
        before = path.read_bytes() if path.exists() else b""
        if file.content != before:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
            new += file.content.count(b"\n") - (before.count(b"\n") or 1)
    click.echo(f"{new} new ids")
