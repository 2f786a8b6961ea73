"""`chipkb schema`: the schemas by which editors complete and check the data."""

from pathlib import Path

import click

from chipkb.cli.data import root_option, whole
from chipkb.cli.files import write_texts
from chipkb.cli.language import lang_option
from chipkb.export.schema import schema_files
from chipkb.values.text import Lang

FOLDER = "schema"


@click.command()
@root_option
@lang_option
def schema(root: Path, lang: Lang) -> None:
    """Write the schemas into schema/, with the words of the present vocabulary as choices."""
    files = schema_files(FOLDER, whole(root, lang).vocabulary)
    texts = {file.path: file.content.decode("utf-8") for file in files}
    write_texts(root, texts)
    click.echo(f"{FOLDER}: {len(texts)}")
