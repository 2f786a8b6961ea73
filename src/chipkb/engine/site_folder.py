"""The folder that a site is written into. A file that the last site has alike is shared with it.

To share it takes one step where a new one has to find room on the disk and, with the last site, lose
it again; and it keeps its date, which those who copy the site elsewhere go by. Nothing is ever written
into a file that is there, so no site changes another.
"""

import contextlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class SiteFolder:
    """`last` is the folder of the last site, on the same disk, which nobody writes into meanwhile."""

    folder: Path
    last: Path | None = None
    _made: set[str] = field(default_factory=set)
    _known: dict[str, bool] = field(default_factory=dict)

    def write(self, path: str, content: bytes) -> None:
        """A file at `path`, relative to the folder; one that is there makes way."""
        below = path.rpartition("/")[0]
        if below not in self._made:
            os.makedirs(self.folder / below, exist_ok=True)
            self._made.add(below)
        file = os.path.join(self.folder, path)
        if self.last is not None and self._has(below):
            known = os.path.join(self.last, path)
            if _is_alike(known, content) and _linked(known, file):
                return
        with contextlib.suppress(FileNotFoundError):
            os.unlink(file)
        with open(file, "xb") as new:
            new.write(content)

    def _has(self, below: str) -> bool:
        """Whether the last site has this folder, and as its own: not by a link to elsewhere."""
        if below not in self._known:
            above, _, _ = below.rpartition("/")
            is_within = not below or self._has(above)
            path = os.path.join(self.last or "", below)
            self._known[below] = is_within and os.path.isdir(path) and not os.path.islink(path)
        return self._known[below]


def _is_alike(file: str, content: bytes) -> bool:
    """Whether it is a plain file of nobody else with this content."""
    try:
        handle = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return False
    with open(handle, "rb", buffering=0) as known:
        found = os.fstat(handle)
        is_own = stat.S_ISREG(found.st_mode) and found.st_nlink == 1
        return is_own and found.st_size == len(content) and known.read() == content


def _linked(known: str, file: str) -> bool:
    """Whether the disk can have it in two places."""
    try:
        os.link(known, file)
    except OSError:
        return False
    return True
