"""`chipkb check`: everything that is wrong with the data."""

import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from chipkb.check.report import FORMATS, coloured
from chipkb.cli.data import all_problems, chosen_files, is_below, normal_paths, read, root_option
from chipkb.cli.files import write_texts
from chipkb.cli.language import lang_option
from chipkb.cli.revision import knowledge_at
from chipkb.curate.fix import fixed
from chipkb.diff.base import held_to, overwritten
from chipkb.load.tree import Loaded, read_texts, watched_folders
from chipkb.model.kb import KnowledgeBase
from chipkb.values.problem import Problem, sorted_problems
from chipkb.values.text import Lang

_ROUNDS = 5  # what one mend brings to light the next one mends


@click.command()
@root_option
@lang_option
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option("--fix", is_flag=True, help="Mend what has one right answer, then report the rest.")
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until stopped.")
@click.option(
    "--base",
    metavar="REVISION",
    help="Hold the data to what it said at a git revision: no id of it may be lost without a word.",
)
@click.option("--quiet", "-q", is_flag=True, help="Say nothing if there is nothing wrong.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
@click.argument("paths", nargs=-1)
def check(
    root: Path,
    lang: Lang,
    strict: bool,
    fix: bool,
    watch: bool,
    base: str | None,
    quiet: bool,
    form: str,
    paths: tuple[str, ...],
) -> None:
    """Report everything that is wrong with the data, all at once.

    With PATHS, only what is found in these files or folders. Exit code 1 if there is an error, 2 if
    there is nothing to check.
    """
    wanted = normal_paths(root, paths)
    if fix:
        _mend(root, wanted, lang)
    old = knowledge_at(root, base) if base else None
    while True:
        found = _problems(read(root), old)
        problems = [p for p in found if is_below(p.place.file, wanted)]
        _tell(problems, lang, form, quiet)
        if not watch:
            break
        _wait_for_change(root)
    if any(problem.is_error or strict for problem in problems):
        sys.exit(1)


def _problems(loaded: Loaded, old: KnowledgeBase | None) -> tuple[Problem, ...]:
    if old is None:
        return all_problems(loaded)
    found = all_problems(replace(loaded, kb=held_to(loaded.kb, old)))
    return sorted_problems((*found, *overwritten(loaded.kb, old)))


def _tell(problems: Sequence[Problem], lang: Lang, form: str, quiet: bool) -> None:
    if quiet and not problems:
        return
    text = FORMATS[form](problems, lang)
    if form == "text" and sys.stdout.isatty():
        text = coloured(text)
    click.echo(text, nl=False)


def _mend(root: Path, wanted: tuple[str, ...], lang: Lang) -> None:
    """Rounds of mending, each written at once, until there is nothing left that is certain."""
    total: dict[str, int] = {}
    for _ in range(_ROUNDS):
        texts = read_texts(root)
        problems = [p for p in all_problems(read(root)) if p.edit]
        changed = {}
        for name in chosen_files(root, texts, wanted):
            text, made = fixed(texts[name], [p for p in problems if p.place.file == name])
            if made:
                changed[name] = text
                total[name] = total.get(name, 0) + made
        if not changed:
            break
        write_texts(root, changed)
    for name, made in total.items():
        click.echo(
            f"{name}: 改正 {made} 处" if lang == "zh" else f"{name}: {made} mended", err=True
        )


def _wait_for_change(root: Path) -> None:
    before = _state(root)
    while _state(root) == before:
        time.sleep(0.5)


def _state(root: Path) -> dict[Path, int]:
    files = (path for folder in watched_folders(root) for path in folder.rglob("*"))
    return {path: path.stat().st_mtime_ns for path in files if path.is_file()}
