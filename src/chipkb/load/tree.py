"""The data folder into the knowledge base. The only module that reads from disk."""

from dataclasses import dataclass
from pathlib import Path

from chipkb.load.assemble import TextFile, assemble
from chipkb.load.ledger_files import LEDGER_FOLDER
from chipkb.model.kb import KnowledgeBase
from chipkb.values.place import Place
from chipkb.values.problem import Problem, sorted_problems

DATA, CONTENT = "data", "content"
_READ = (f"{DATA}/**/*.y*ml", f"{DATA}/{LEDGER_FOLDER}/**/*.txt", f"{CONTENT}/*.md")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What could be read, and everything that could not.

    `kb` holds whatever is whole; `broken` are the ids whose files are not, so that a reference
    to one of them is not reported as dangling.
    """

    kb: KnowledgeBase
    broken: frozenset[str]
    problems: tuple[Problem, ...]


def load(root: Path) -> Loaded:
    """Everything under `root`/data and `root`/content.

    Raises FileNotFoundError if there is no data folder there.
    """
    if not (root / DATA).is_dir():
        raise FileNotFoundError(f"there is no folder '{DATA}' in {root}")
    files, problems = _read_all(root)
    kb, broken, found = assemble(files)
    return Loaded(kb, broken, sorted_problems([*problems, *found]))


def watched_folders(root: Path) -> tuple[Path, ...]:
    """What a change to the site's facts or pages can be in."""
    return (root / DATA, root / CONTENT)


def _read_all(root: Path) -> tuple[list[TextFile], list[Problem]]:
    files, problems = [], []
    for path in sorted(path for kind in _READ for path in root.glob(kind)):
        name = path.relative_to(root).as_posix()
        try:
            files.append(TextFile(name, path.read_bytes().decode("utf-8")))
        except UnicodeDecodeError as error:
            place = _place_of_byte(name, path.read_bytes(), error.start)
            problems.append(Problem.at(place, "file-encoding", reason=error.reason))
    return files, problems


def _place_of_byte(name: str, content: bytes, offset: int) -> Place:
    before = content[:offset].decode("utf-8", "replace")
    return Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
