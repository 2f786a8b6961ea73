"""The data as git remembers it: its days, the files of a day, and what is in them."""

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from chipkb.load.tree import CONTENT, DATA

_FOLDERS = (DATA, CONTENT)


class GitError(Exception):
    """What git said, in one line."""


@dataclass(frozen=True, slots=True)
class Commit:
    """`day` is that of the commit in UTC."""

    id: str
    day: date


@dataclass(frozen=True)
class Repository:
    """The part of a git repository below `root`; paths are relative to `root`."""

    root: Path
    prefix: str  # the way from the top of the repository down to `root`
    is_shallow: bool

    @classmethod
    def at(cls, root: Path) -> "Repository | None":
        """The repository that holds `root`, if git is there and knows one with data in it."""
        try:
            asked = _git(root, "rev-parse", "--show-prefix", "--is-shallow-repository")
            prefix, shallow, *_ = asked.decode().split("\n")
            found = cls(root, prefix, shallow == "true")
            return found if found.head() else None
        except (GitError, OSError):
            return None

    def head(self) -> Commit | None:
        """The last commit that touched the data."""
        return next(self._log("-1"), None)

    def days(self) -> list[Commit]:
        """The last commit of each day on which the data changed, the oldest first."""
        by_day: dict[date, Commit] = {}
        latest = date.min
        for commit in reversed(list(self._log("--first-parent"))):
            latest = max(latest, commit.day)  # a commit that was moved may bear an older date
            by_day[latest] = Commit(commit.id, latest)
        return list(by_day.values())

    def resolve(self, revision: str) -> str:
        """The full id of the commit that a name, tag or part of an id means; raises GitError."""
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        try:
            return _git(self.root, *asked).decode().strip()
        except GitError:
            raise GitError(f"there is no folder, export or git revision '{revision}'") from None

    def files(self, commit: str) -> dict[str, str]:
        """The files of the data at a commit, with the ids of their contents."""
        listed = _git(self.root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *self._paths())
        found = {}
        for entry in listed.decode("utf-8", "replace").split("\0")[:-1]:
            about, _, path = entry.partition("\t")
            found[path.removeprefix(self.prefix)] = about.split()[2]
        return found

    def contents(self, blobs: Iterable[str]) -> dict[str, str]:
        """The texts of files by the ids of their contents; bytes that are no UTF-8 are replaced."""
        wanted = list(dict.fromkeys(blobs))
        answer = _git(self.root, "cat-file", "--batch", feed="".join(f"{b}\n" for b in wanted))
        texts, at = {}, 0
        for blob in wanted:
            end = answer.index(b"\n", at)
            head = answer[at:end].split()
            if len(head) != 3:
                raise GitError(f"git has no contents for {blob}")
            start, size = end + 1, int(head[2])
            texts[blob] = answer[start : start + size].decode("utf-8-sig", "replace")
            at = start + size + 1
        return texts

    def changed_since_commit(self) -> tuple[str, ...]:
        """The files of the data that differ from the last commit, those that are new among them."""
        listed = _git(
            self.root, "status", "--porcelain", "-z", "-uall", "--no-renames", "--", *_FOLDERS
        )
        entries = listed.decode("utf-8", "replace").split("\0")[:-1]
        return tuple(entry[3:].removeprefix(self.prefix) for entry in entries)

    def _paths(self) -> list[str]:
        return [f"{self.prefix}{folder}" for folder in _FOLDERS]

    def _log(self, *options: str) -> Iterator[Commit]:
        log = _git(self.root, "log", *options, "--format=%H %ct", "--", *_FOLDERS)
        for line in log.decode().splitlines():
            commit, seconds = line.split()
            yield Commit(commit, datetime.fromtimestamp(int(seconds), UTC).date())


def _git(root: Path, *arguments: str, feed: str = "") -> bytes:
    done = subprocess.run(
        ["git", "-c", "core.quotePath=false", "-C", str(root), *arguments],
        input=feed.encode(),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise GitError(" ".join(done.stderr.decode("utf-8", "replace").split()) or "git failed")
    return done.stdout
