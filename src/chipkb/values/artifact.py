"""A file that we make: a page, an export, an index."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """`path` is relative to the output folder, with forward slashes."""

    path: str
    content: bytes

    @classmethod
    def of_text(cls, path: str, text: str) -> "Artifact":
        return cls(path, text.encode("utf-8"))
