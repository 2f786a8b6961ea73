"""What was made before, kept by what it was made from: `.cache/chipkb`, which may be deleted any time.

An entry is found by the digest of everything that decides what it holds: the texts, the code that
made it, the versions of the libraries. It bears a checksum over its key and its content, so that one
that is damaged, cut off or from elsewhere counts as missing and is made anew. Contents are JSON, HTML
or pictures: nothing that runs when it is read. Two programs at once only write the same twice.
"""

import contextlib
import hashlib
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

KEPT_IN = Path(".cache/chipkb/kept")  # below the root of the repository
PLAIN = "CHIPKB_PLAIN"  # set to 1, everything is made anew
_PACKAGE = Path(__file__).parents[1]
_LIBRARIES = ("pyyaml", "pydantic", "babel", "jinja2", "markdown", "mkdocs", "mkdocs-material")
_DAY = 86_400.0  # seconds
_SEAL = 32  # bytes of a checksum


def cache_of(root: Path) -> "Cache | None":
    """The cache of the repository at `root`; None where everything is to be made anew."""
    return None if os.environ.get(PLAIN) == "1" else Cache(root / KEPT_IN)


def key_of(*parts: str | bytes) -> str:
    """The name of an entry that is made from these parts, in this order, and nothing else."""
    told = hashlib.sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        told.update(len(content).to_bytes(8, "big"))
        told.update(content)
    return told.hexdigest()


@cache
def code_version(*rooms: str) -> str:
    """A digest of the code, templates and assets of these rooms, and of what they stand on."""
    parts = [sys.version, *(f"{name} {version(name)}" for name in _LIBRARIES)]
    for room in rooms:
        for path in sorted((_PACKAGE / room).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                parts += [path.relative_to(_PACKAGE).as_posix(), path.read_text("utf-8")]
    return key_of(*parts)


@dataclass(frozen=True, slots=True)
class Cache:
    """Entries below one folder, which is made when the first is put there."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        """The content kept under `key`; None if there is none, or none that can be trusted."""
        path = self._path(key)
        try:
            with path.open("rb") as file:
                seal, content = file.read(_SEAL), file.read()
                used = os.fstat(file.fileno()).st_mtime
        except OSError:
            return None
        if seal != _seal(key, content):
            return None
        now = time.time()
        if now - used > _DAY:  # so that pruning knows
            with contextlib.suppress(OSError):
                os.utime(path, (now, now))
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keeps `content`; a disk that is full or may not be written to is no reason to fail."""
        path = self._path(key)
        with contextlib.suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, unfinished = tempfile.mkstemp(dir=path.parent)
            try:
                with open(handle, "wb") as file:
                    file.write(_seal(key, content))
                    file.write(content)
                os.replace(unfinished, path)
            except BaseException:
                os.unlink(unfinished)
                raise

    def prune(self, days: float = 30) -> None:
        """Forgets what nobody has asked for in so many days, and what was never finished.

        Looks no more than once a day, so that every command may ask for it.
        """
        now, stamp = time.time(), self.folder / "pruned"
        with contextlib.suppress(OSError):
            if stamp.exists() and now - stamp.stat().st_mtime < _DAY:
                return
            if self.folder.is_dir():
                stamp.touch()
        for path in self.folder.glob("*/*"):
            with contextlib.suppress(OSError):
                if path.stat().st_mtime < now - days * _DAY:
                    path.unlink()

    def shelf(self, kind: str, *rooms: str) -> "Shelf":
        """The entries of one kind, which the code of these rooms makes."""
        return Shelf(self, kind, code_version(*rooms))

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def _seal(key: str, content: bytes) -> bytes:
    told = hashlib.sha256(key.encode("ascii"))
    told.update(content)
    return told.digest()


@dataclass(frozen=True, slots=True)
class Shelf:
    """Entries of one kind by what they were made from besides the code."""

    cache: Cache
    kind: str
    code: str

    def get(self, *made_from: str) -> bytes | None:
        """What was made from these texts; None if it has to be made."""
        return self.cache.get(key_of(self.kind, self.code, *made_from))

    def put(self, content: bytes, *made_from: str) -> None:
        """Keeps what was made from these texts."""
        self.cache.put(key_of(self.kind, self.code, *made_from), content)
