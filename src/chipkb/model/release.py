"""Which state of the data this is."""

from dataclasses import dataclass
from datetime import date

_SHOWN = 10  # of the digits of a digest, which no two states will share
_COMMIT = 7


@dataclass(frozen=True, slots=True)
class Release:
    """A state of the data: `day` is that of its last change, `digest` a hash of all its files.

    `commit` is the last one that touched the data, where git is there and nothing has changed since.
    """

    day: date
    digest: str
    commit: str | None = None

    @property
    def version(self) -> str:
        """`2026.11.27+8f4f37a.3fa9c1d2ab`: the day, the commit, and what makes it unmistakable."""
        commit = f"{self.commit[:_COMMIT]}." if self.commit else ""
        return f"{self.day:%Y.%m.%d}+{commit}{self.digest[:_SHOWN]}"
