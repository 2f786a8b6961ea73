"""`chipkb stats`: what there is, and what is missing."""

from pathlib import Path

import click

from chipkb.cli.data import root_option, whole
from chipkb.cli.language import lang_option
from chipkb.export.statistics import FORMATS
from chipkb.values.text import Lang
from chipkb.view.statistics import statistics


@click.command()
@root_option
@lang_option
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
def stats(root: Path, lang: Lang, form: str) -> None:
    """Count the data: by domain, kind, assessment, source, language, and what is still missing."""
    click.echo(FORMATS[form](statistics(whole(root)), lang), nl=False)
