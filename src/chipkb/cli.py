"""The command line: the only place, with the plugin, that prints and exits."""

import sys
from pathlib import Path

import click

from chipkb.check import check as run_checks
from chipkb.check.report import FORMATS
from chipkb.load.tree import Loaded, load
from chipkb.values.problem import Problem
from chipkb.values.text import LANGS, Lang

_ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("."),
    help="The repository: the folder that holds data/ and content/.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="chipkb")
def main() -> None:
    """chipkb: facts in YAML, checked, rendered in Chinese and English."""


@main.command()
@_ROOT
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option("--lang", type=click.Choice(LANGS), default="en", help="Language of the messages.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
@click.argument("paths", nargs=-1)
def check(root: Path, strict: bool, lang: Lang, form: str, paths: tuple[str, ...]) -> None:
    """Report everything that is wrong with the data, all at once.

    With PATHS, only what is found in these files or folders. Exit code 1 if there is an error.
    """
    problems = [p for p in _all_problems(_load(root)) if _is_below(p, paths)]
    click.echo(FORMATS[form](problems, lang), nl=False)
    if any(problem.is_error or strict for problem in problems):
        sys.exit(1)


def _load(root: Path) -> Loaded:
    try:
        return load(root)
    except FileNotFoundError as error:
        raise click.ClickException(str(error)) from None


def _all_problems(loaded: Loaded) -> tuple[Problem, ...]:
    return run_checks(loaded.kb, loaded.broken, loaded.problems)


def _is_below(problem: Problem, paths: tuple[str, ...]) -> bool:
    return not paths or any(
        problem.place.file == path or problem.place.file.startswith(path.rstrip("/") + "/")
        for path in paths
    )
