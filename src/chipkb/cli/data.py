"""The data that a command works on: the folder it is in, and what is wrong with it."""

from pathlib import Path

import click

from chipkb.check import check as run_checks
from chipkb.check.report import FORMATS
from chipkb.load.tree import Loaded, load
from chipkb.model.kb import KnowledgeBase
from chipkb.values.problem import Problem

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("."),
    help="The repository: the folder that holds data/ and content/.",
)


def whole(root: Path) -> KnowledgeBase:
    """The knowledge base, if nothing in it is wrong."""
    loaded = read(root)
    errors = [problem for problem in all_problems(loaded) if problem.is_error]
    if errors:
        click.echo(FORMATS["text"](errors, "en"), nl=False)
        raise click.ClickException("the data has errors; nothing was done")
    return loaded.kb


def read(root: Path) -> Loaded:
    try:
        return load(root)
    except FileNotFoundError as error:
        raise click.ClickException(str(error)) from None


def all_problems(loaded: Loaded) -> tuple[Problem, ...]:
    return run_checks(loaded.kb, loaded.broken, loaded.problems)
