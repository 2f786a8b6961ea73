"""A file that we make: a page, an export, an index."""

import re
from dataclasses import dataclass

# Steps of a path: none empty, hidden or upwards, and nothing that a URL or a disk reads otherwise.
_STEP = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,200}")


@dataclass(frozen=True, slots=True)
class Artifact:
    """`path` is relative to the output folder, with forward slashes."""

    path: str
    content: bytes

    def __post_init__(self) -> None:
        """A path that leads out of the folder is a bug of ours, whatever the data says."""
        if not is_inside(self.path):
            raise ValueError(f"no file of the site can be called {self.path!r}")

    @classmethod
    def of_text(cls, path: str, text: str) -> "Artifact":
        return cls(path, text.encode("utf-8"))


def is_inside(path: str) -> bool:
    """Whether a file of this path, with forward slashes, stays in the folder it is written to."""
    return all(_STEP.fullmatch(step) for step in path.split("/"))
