"""The data folder into the knowledge base. The only module that reads from disk.

Strangers send these files: links are not followed, and of each file only so much is read as a
person could have written.
"""

import codecs
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from chipkb.load.assemble import TextFile, assemble
from chipkb.load.ledger_files import LEDGER_FOLDER
from chipkb.load.memory import Memory
from chipkb.model.kb import KnowledgeBase
from chipkb.values.artifact import is_inside
from chipkb.values.place import Place
from chipkb.values.problem import Problem, sorted_problems

DATA, CONTENT, PICTURES = "data", "content", "images"
YAML, LEDGER, MARKDOWN = (".yml", ".yaml"), ".txt", ".md"
PICTURE_KINDS = (".png", ".jpg", ".jpeg", ".webp", ".avif")  # no SVG: it can run scripts

MOST_BYTES = 120_000  # of a text; our longest has 32,000
MOST_PICTURE_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """What could be read, and everything that could not.

    `kb` holds whatever is whole; `broken` are the ids whose files are not, so that a reference
    to one of them is not reported as dangling.
    """

    kb: KnowledgeBase
    digest: str  # of all files but the ledger's, by name and contents
    broken: frozenset[str]
    problems: tuple[Problem, ...]
    files: dict[str, str]  # the digest of each file's text, by its name


def load(root: Path, memory: Memory | None = None) -> Loaded:
    """Everything under `root`/data and `root`/content; what `memory` knows is not read again.

    Raises FileNotFoundError if there is no data folder there.
    """
    if not (root / DATA).is_dir():
        raise FileNotFoundError(f"there is no folder '{DATA}' in {root}")
    reading = _Folder(root, [], [])
    reading.read_all()
    kb, broken, found = assemble(reading.texts, memory)
    problems = sorted_problems([*reading.problems, *found])
    return Loaded(kb, _digest(reading.texts), broken, problems, _digests(reading.texts))


def read_texts(root: Path) -> dict[str, str]:
    """The YAML and Markdown that `load` would read, by their paths; what cannot be is left out."""
    reading = _Folder(root, [], [])
    reading.read_all()
    kinds = (*YAML, MARKDOWN)
    return {file.name: file.text for file in reading.texts if file.name.endswith(kinds)}


def _digest(files: list[TextFile]) -> str:
    told = hashlib.sha256()
    for file in files:
        if file.folder != LEDGER_FOLDER:
            told.update(f"{file.name}\0{len(file.text)}\0{file.text}".encode())
    return told.hexdigest()


def _digests(files: list[TextFile]) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.text.encode("utf-8")).hexdigest() for file in files}


def watched_folders(root: Path) -> tuple[Path, ...]:
    """What a change to the site's facts or pages can be in."""
    return (root / DATA, root / CONTENT)


@dataclass
class _Folder:
    """The repository's folder as it is read."""

    root: Path
    texts: list[TextFile]
    problems: list[Problem]

    def read_all(self) -> None:
        for path in self._files(self.root / DATA):
            in_ledger = path.relative_to(self.root / DATA).parts[0] == LEDGER_FOLDER
            if path.suffix in YAML or (in_ledger and path.suffix == LEDGER):
                self._text(path)
            elif path.suffix != MARKDOWN:  # a guide may stand beside the data
                self._problem(path, "file-unread", instead=f"{path.name.split('.')[0]}.yml")
        for path in self._files(self.root / CONTENT):
            below = path.relative_to(self.root / CONTENT)
            if len(below.parts) == 1 and path.suffix == MARKDOWN:
                self._text(path)
            elif is_picture(below.as_posix()):
                self._picture(path)
            else:
                kinds = ", ".join(PICTURE_KINDS)
                expected = f"{CONTENT}/*.zh.md, {CONTENT}/*.en.md, {CONTENT}/{PICTURES}/* ({kinds})"
                self._problem(path, "file-kind", expected=expected)

    def _files(self, folder: Path) -> Iterator[Path]:
        """The plain files below, by name; hidden ones, such as an editor's own, are nobody's."""
        if folder.is_symlink():
            self._problem(folder, "file-link")
            return
        try:
            found = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except FileNotFoundError:
            return
        except OSError as error:
            self._problem(folder, "file-unreadable", reason=error.strerror)
            return
        for entry in found:
            path = Path(entry.path)
            if entry.name.startswith(".") or entry.name.endswith("~"):
                continue
            if entry.is_symlink():
                self._problem(path, "file-link")
            elif entry.is_dir(follow_symlinks=False):
                yield from self._files(path)
            elif entry.is_file(follow_symlinks=False):
                yield path
            else:  # a pipe or a device, from which one could read for ever
                self._problem(path, "file-unreadable", reason="not a plain file")

    def _text(self, path: Path) -> None:
        content = self._content(path, MOST_BYTES)
        if content is None:
            return
        name = self._name(path)
        content = content.removeprefix(codecs.BOM_UTF8)  # which Windows editors put in front
        try:
            self.texts.append(TextFile(name, content.decode("utf-8")))
        except UnicodeDecodeError as error:
            place = _place_of_byte(name, content, error.start)
            self.problems.append(Problem.at(place, "file-encoding", reason=error.reason))

    def _picture(self, path: Path) -> None:
        if (found := path.stat().st_size) > MOST_PICTURE_BYTES:
            self._problem(path, "file-size", found=found, most=MOST_PICTURE_BYTES)

    def _content(self, path: Path, most: int) -> bytes | None:
        try:
            if (found := path.stat().st_size) > most:
                self._problem(path, "file-size", found=found, most=most)
                return None
            return path.read_bytes()
        except OSError as error:
            self._problem(path, "file-unreadable", reason=error.strerror)
            return None

    def _problem(self, path: Path, code: str, **details: object) -> None:
        self.problems.append(Problem.at(Place(self._name(path)), code, **details))

    def _name(self, path: Path) -> str:
        """As it is told: a name that is no UTF-8 shows its bytes."""
        name = path.relative_to(self.root).as_posix()
        return os.fsencode(name).decode("utf-8", "backslashreplace")


def is_picture(name: str) -> bool:
    """Whether a file of this name below content/ is a picture that its pages may show."""
    folder, _, file = name.partition("/")
    return folder == PICTURES and is_inside(file) and file.endswith(PICTURE_KINDS)


def _place_of_byte(name: str, content: bytes, offset: int) -> Place:
    before = content[:offset].decode("utf-8", "replace")
    return Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
