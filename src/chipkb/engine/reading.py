"""The data as the builder reads it: with its version, its history, and all that is wrong with it."""

from dataclasses import dataclass, replace
from pathlib import Path

from chipkb.check import check
from chipkb.engine.cache import cache_of
from chipkb.engine.history import dated
from chipkb.load.memory import Memory
from chipkb.load.tree import load
from chipkb.model.kb import KnowledgeBase
from chipkb.values.problem import Problem


@dataclass(frozen=True)
class Reading:
    """One state of the data, to be shown only if it is whole."""

    kb: KnowledgeBase
    problems: tuple[Problem, ...]
    files: dict[str, str]  # the digest of each file's text, by its name

    @property
    def is_whole(self) -> bool:
        return not any(problem.is_error for problem in self.problems)


def memory_of(root: Path) -> Memory:
    """With what was parsed before."""
    kept = cache_of(root)
    return Memory(kept.shelf("parsed", "load", "values")) if kept else Memory()


def read(root: Path, memory: Memory, previous: Path | None) -> Reading:
    """The data below `root`; `previous` is the folder of the last published export, for where git is
    not. Raises FileNotFoundError where there is no data."""
    loaded = load(root, memory)
    kb = dated(root, loaded, previous)
    return Reading(kb, check(kb, loaded.broken, loaded.problems), loaded.files)


def read_again(root: Path, memory: Memory, known: KnowledgeBase) -> Reading:
    """What changed since; what git says is read again at the next start."""
    loaded = load(root, memory)
    kb = replace(loaded.kb, released_as=known.released_as, history=known.history)
    return Reading(kb, check(kb, loaded.broken, loaded.problems), loaded.files)
