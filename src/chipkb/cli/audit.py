"""`chipkb audit`: the data held against a document."""

import sys
from pathlib import Path

import click

from chipkb import audit as auditing
from chipkb.audit.report import FORMATS
from chipkb.cli.data import root_option, whole
from chipkb.cli.language import lang_option
from chipkb.values.text import Lang


@click.command()
@root_option
@click.option(
    "--document",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The document's text in UTF-8, one paragraph a line.",
)
@click.option("--source", "source_id", required=True, help="The document's id in data/sources.")
@lang_option
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
def audit(root: Path, document: Path, source_id: str, lang: Lang, form: str) -> None:
    """Hold the data against the text of a document that it cites by paragraph.

    Paragraphs on which nothing rests, digits that nothing citing their paragraph says, and words
    that are the document's own. Exit code 1 if there is any.
    """
    kb = whole(root)
    source = kb.sources.get(source_id)
    if source is None or not source.sections:
        raise click.ClickException(f"no source '{source_id}' with sections in {root}/data/sources")
    try:
        text = document.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{document} is not UTF-8: {error.reason}") from None
    result = auditing.audit(kb, source, text)
    click.echo(FORMATS[form](result, lang), nl=False)
    if not result.is_clean:
        sys.exit(1)
