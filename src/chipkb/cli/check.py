"""`chipkb check`: everything that is wrong with the data."""

import sys
from pathlib import Path

import click

from chipkb.check.report import FORMATS
from chipkb.cli.data import all_problems, read, root_option
from chipkb.values.problem import Problem
from chipkb.values.text import LANGS, Lang


@click.command()
@root_option
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option("--lang", type=click.Choice(LANGS), default="en", help="Language of the messages.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
@click.argument("paths", nargs=-1)
def check(root: Path, strict: bool, lang: Lang, form: str, paths: tuple[str, ...]) -> None:
    """Report everything that is wrong with the data, all at once.

    With PATHS, only what is found in these files or folders. Exit code 1 if there is an error.
    """
    problems = [p for p in all_problems(read(root)) if _is_below(p, paths)]
    click.echo(FORMATS[form](problems, lang), nl=False)
    if any(problem.is_error or strict for problem in problems):
        sys.exit(1)


def _is_below(problem: Problem, paths: tuple[str, ...]) -> bool:
    return not paths or any(
        problem.place.file == path or problem.place.file.startswith(path.rstrip("/") + "/")
        for path in paths
    )
