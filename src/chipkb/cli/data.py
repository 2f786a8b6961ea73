"""The data that a command works on: the folder it is in, and what is wrong with it."""

import os
from collections.abc import Iterable
from pathlib import Path, PureWindowsPath

import click

from chipkb.check import check as run_checks
from chipkb.check.report import FORMATS
from chipkb.engine.cache import cache_of
from chipkb.load.memory import Memory
from chipkb.load.tree import Loaded, load
from chipkb.model.kb import KnowledgeBase
from chipkb.values.problem import Problem
from chipkb.values.text import Lang


class NothingThere(click.ClickException):
    """There is nothing to work on, which is not the same as something wrong in it."""

    exit_code = 2


def _root(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path:
    """As told, else the nearest folder above that holds data/."""
    if value is not None:
        return value
    here = Path.cwd()
    return next((one for one in (here, *here.parents) if (one / "data").is_dir()), Path("."))


root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    callback=_root,
    help="The repository: the folder that holds data/ and content/. Found upwards from here.",
)


def whole(root: Path, lang: Lang = "en") -> KnowledgeBase:
    """The knowledge base, if nothing in it is wrong."""
    loaded = read(root)
    stop_if_wrong(all_errors(loaded), lang)
    return loaded.kb


def stop_if_wrong(errors: list[Problem], lang: Lang) -> None:
    """Ends the command with these errors, before anything is written."""
    if errors:
        click.echo(FORMATS["text"](errors, lang), nl=False)
        said = (
            "数据有错误，没有做任何改动"
            if lang == "zh"
            else "the data has errors; nothing was done"
        )
        raise click.ClickException(said)


def read(root: Path) -> Loaded:
    kept = cache_of(root)
    memory = Memory(kept.shelf("parsed", "load", "values")) if kept else None
    try:
        loaded = load(root, memory)
    except FileNotFoundError as error:
        raise NothingThere(str(error)) from None
    if kept:
        kept.prune()
    return loaded


def all_errors(loaded: Loaded) -> list[Problem]:
    return [problem for problem in all_problems(loaded) if problem.is_error]


def all_problems(loaded: Loaded) -> tuple[Problem, ...]:
    return run_checks(loaded.kb, loaded.broken, loaded.problems)


def normal_paths(root: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """Paths as problems name their files: from the root, with forward slashes.

    From here or from the root, with either slash; one that leads to nothing ends the command.
    """
    normal = []
    for path in paths:
        slashed = PureWindowsPath(path).as_posix() if "\\" in path else path
        tried = [Path(slashed), root / slashed]
        there = [one for one in tried if one.exists()]
        if not there:
            raise NothingThere(f"there is no '{path}' / 没有“{path}”")
        within = (one for one in there if one.resolve().is_relative_to(root.resolve()))
        found = next(within, there[0])
        below = os.path.relpath(found.resolve(), root.resolve())
        name = "" if below == "." else Path(below).as_posix()
        if name.split("/")[0] not in ("data", "content", ""):
            raise NothingThere(
                f"'{path}' is not in data or content / “{path}”不在 data 或 content 里"
            )
        normal.append(name)
    return tuple(normal)


def is_below(file: str, paths: tuple[str, ...]) -> bool:
    return not paths or any(not p or file == p or file.startswith(f"{p}/") for p in paths)


def chosen_files(root: Path, names: Iterable[str], paths: Iterable[str]) -> list[str]:
    """Those of the names that stand in the given paths; all where none is given."""
    wanted = normal_paths(root, paths)
    return [name for name in names if is_below(name, wanted)]
