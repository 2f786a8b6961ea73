"""`chipkb stats`: what there is, and what is missing."""

from pathlib import Path

import click

from chipkb.cli.data import root_option, whole
from chipkb.export.statistics import FORMATS
from chipkb.values.text import LANGS, Lang
from chipkb.view.statistics import statistics


@click.command()
@root_option
@click.option("--lang", type=click.Choice(LANGS), default="en", help="Language of the table.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
def stats(root: Path, lang: Lang, form: str) -> None:
    """Count the data: by domain, kind, assessment, source, language, and what is still missing."""
    click.echo(FORMATS[form](statistics(whole(root)), lang), nl=False)
