"""`chipkb diff`: what changed between two states of the data."""

from pathlib import Path

import click

from chipkb.cli.data import root_option, whole
from chipkb.cli.revision import texts_at
from chipkb.diff.compare import compare
from chipkb.diff.report import FORMATS
from chipkb.diff.state import State, only_common_fields, published
from chipkb.engine.states import (
    read_tables,
    state_of_folder,
    state_of_texts,
)
from chipkb.export.json_api import tables_of
from chipkb.load.assemble import TextFile, assemble
from chipkb.load.tree import DATA
from chipkb.values.text import LANGS, Lang


@click.command()
@root_option
@click.option("--lang", type=click.Choice(LANGS), default="en", help="Language of the words.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
@click.argument("old")
@click.argument("new", required=False)
def diff(root: Path, lang: Lang, form: str, old: str, new: str | None) -> None:
    """Say in terms of facts what changed from OLD to NEW.

    Each is a git revision, a folder that holds data/, or a published export (a site, or the folder of
    its downloads). Without NEW it is the data as it stands in the repository now.
    """
    exports = [_export(name) for name in (old, new) if name]
    if any(exports):
        states = only_common_fields(*(_as_published(root, name) for name in (old, new)))
    else:
        states = (_as_written(root, old), _as_written(root, new))
    click.echo(FORMATS[form](compare(*states), *states, lang), nl=False)


def _export(name: str) -> Path | None:
    """The folder of downloads that a name means, if it means one."""
    folders = (Path(name), Path(name) / DATA)
    return next((folder for folder in folders if (folder / "facts.json").is_file()), None)


def _as_written(root: Path, name: str | None) -> State:
    if name is None:
        return state_of_folder(root)
    if (Path(name) / DATA).is_dir():
        return state_of_folder(Path(name))
    return state_of_texts(texts_at(root, name))


def _as_published(root: Path, name: str | None) -> State:
    export = _export(name) if name else None
    if export:
        return published(read_tables(export))
    if name is None or (Path(name) / DATA).is_dir():
        return published(tables_of(whole(Path(name) if name else root)))
    texts = texts_at(root, name)
    kb, broken, _ = assemble(TextFile(path, text) for path, text in texts.items())
    if broken:
        raise click.ClickException(
            f"'{name}' cannot be read by the rules of today: {', '.join(sorted(broken))}"
        )
    return published(tables_of(kb))
