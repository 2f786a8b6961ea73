"""The command line: the only place, with the plugin, that prints and exits."""

import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click

from chipkb import audit as auditing
from chipkb.audit.report import FORMATS as AUDIT_FORMATS
from chipkb.check import check as run_checks
from chipkb.check.report import FORMATS
from chipkb.export.statistics import FORMATS as STATISTICS_FORMATS
from chipkb.load.tree import Loaded, load
from chipkb.model.kb import KnowledgeBase
from chipkb.render.page import render_pages
from chipkb.values.artifact import Artifact
from chipkb.values.problem import Problem
from chipkb.values.text import LANGS, Lang
from chipkb.view.statistics import statistics

_MADE_BY_US = ".chipkb-render"  # marks a folder that may be replaced

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


@main.command()
@_ROOT
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="A new or empty folder, or one that an earlier render made, which is replaced.",
)
def render(root: Path, out: Path) -> None:
    """Write the site's pages as a tree of Markdown files, for any builder."""
    kb = _whole(root)
    if out.exists() and any(out.iterdir()) and not (out / _MADE_BY_US).exists():
        raise click.ClickException(f"{out} is not empty, and no render made it")
    _replace_folder(out, (page.artifact for page in render_pages(kb)))


@main.command()
@_ROOT
@click.option(
    "--document",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The document's text in UTF-8, one paragraph a line.",
)
@click.option("--source", "source_id", required=True, help="The document's id in data/sources.")
@click.option("--lang", type=click.Choice(LANGS), default="en", help="Language of the messages.")
@click.option("--format", "form", type=click.Choice(list(AUDIT_FORMATS)), default="text")
def audit(root: Path, document: Path, source_id: str, lang: Lang, form: str) -> None:
    """Hold the data against the text of a document that it cites by paragraph.

    Paragraphs on which nothing rests, digits that nothing citing their paragraph says, and words
    that are the document's own. Exit code 1 if there is any.
    """
    kb = _whole(root)
    source = kb.sources.get(source_id)
    if source is None or not source.sections:
        raise click.ClickException(f"no source '{source_id}' with sections in {root}/data/sources")
    try:
        text = document.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{document} is not UTF-8: {error.reason}") from None
    result = auditing.audit(kb, source, text)
    click.echo(AUDIT_FORMATS[form](result, lang), nl=False)
    if not result.is_clean:
        sys.exit(1)


@main.command()
@_ROOT
@click.option("--lang", type=click.Choice(LANGS), default="en", help="Language of the table.")
@click.option("--format", "form", type=click.Choice(list(STATISTICS_FORMATS)), default="text")
def stats(root: Path, lang: Lang, form: str) -> None:
    """Count the data: by domain, kind, assessment, source, language, and what is still missing."""
    click.echo(STATISTICS_FORMATS[form](statistics(_whole(root)), lang), nl=False)


def _replace_folder(out: Path, artifacts: Iterable[Artifact]) -> None:
    """Writes beside `out` first, so that the old tree stays until the new one is whole."""
    fresh = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=_existing_parent(out)))
    (fresh / _MADE_BY_US).touch()
    for artifact in artifacts:
        path = fresh / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)
    if out.exists():
        shutil.rmtree(out)
    fresh.chmod(0o755)
    fresh.rename(out)


def _existing_parent(out: Path) -> Path:
    out.parent.mkdir(parents=True, exist_ok=True)
    return out.parent


def _whole(root: Path) -> KnowledgeBase:
    """The knowledge base, if nothing in it is wrong."""
    loaded = _load(root)
    errors = [problem for problem in _all_problems(loaded) if problem.is_error]
    if errors:
        click.echo(FORMATS["text"](errors, "en"), nl=False)
        raise click.ClickException("the data has errors; nothing was done")
    return loaded.kb


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
