"""The data as it stood at a git revision that was named on the command line."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from chipkb.engine.states import texts_of_revision
from chipkb.load.assemble import TextFile, assemble
from chipkb.load.git import GitError, Repository
from chipkb.model.kb import KnowledgeBase


def knowledge_at(root: Path, revision: str) -> KnowledgeBase:
    """What can be read of the data at a revision; ends the command where there is none."""
    texts = texts_at(root, revision)
    kb, _, _ = assemble(TextFile(path, text) for path, text in texts.items())
    return kb


def texts_at(root: Path, revision: str) -> dict[str, str]:
    """The files of the data at a revision."""
    repository = Repository.at(root)
    if repository is None:
        raise click.ClickException(f"'{revision}' is no folder with data, and {root} is not in git")
    with _told_in_one_line():
        return texts_of_revision(repository, revision)


@contextmanager
def _told_in_one_line() -> Iterator[None]:
    try:
        yield
    except GitError as error:
        raise click.ClickException(str(error)) from None
