"""The history of the data from git, or else from the last published export.

What happened between two days never changes, so it is kept on disk by the contents of both; only the
files that differ are ever read.
"""

import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from chipkb.diff import compare as comparing
from chipkb.diff import state as stating
from chipkb.diff.compare import compare
from chipkb.diff.record import change_record, read_change, read_history
from chipkb.diff.state import only_common_fields, published
from chipkb.engine.cache import Cache, cache_of, key_of
from chipkb.engine.states import READ, read_tables, state_of_texts
from chipkb.export.json_api import tables_of
from chipkb.load.git import Commit, Repository
from chipkb.load.tree import Loaded
from chipkb.model.change import Change, Day, History
from chipkb.model.kb import KnowledgeBase
from chipkb.model.release import Release


def dated(root: Path, loaded: Loaded, previous: Path | None = None) -> KnowledgeBase:
    """The knowledge base that knows its version and how it came to be.

    `previous` is the folder of the last published export, for where git is not there.
    """
    kb = loaded.kb
    repository = Repository.at(root)
    changed = repository.changed_since_commit() if repository else ()
    head = repository.head() if repository else None
    if repository is None or head is None:
        release = Release(kb.state, loaded.digest)
        history = published_history(previous, kb, release) if previous else History()
    else:
        # What is not committed is dated by the data, not by the clock: the same files, the same site.
        day = max(head.day, kb.state) if changed else head.day
        release = Release(day, loaded.digest, None if changed else head.id)
        history = _GitHistory(repository, cache_of(root)).read(changed, day)
    return replace(kb, released_as=release, history=history)


def published_history(folder: Path, kb: KnowledgeBase, release: Release) -> History:
    """The history in the export in `folder`, and after it what differs in `kb`."""
    changes = folder / "changes.json"
    history = (
        read_history(json.loads(changes.read_text("utf-8"))) if changes.exists() else History()
    )
    old, new = only_common_fields(published(read_tables(folder)), published(tables_of(kb)))
    return history.with_day(Day(release.day, None, compare(old, new)))


@dataclass(frozen=True)
class _GitHistory:
    repository: Repository
    cache: Cache | None

    def read(self, changed: tuple[str, ...], today: date) -> History:
        commits = self.repository.days()
        before: Commit | None = None
        history = History(complete=not self.repository.is_shallow)
        if self.repository.is_shallow:
            before, *commits = commits
            history = History(since=before.day)
        for commit in commits:
            changes = self._between(before, commit)
            history = history.with_day(Day(commit.day, commit.id, changes))
            before = commit
        uncommitted = self._uncommitted(before, changed)
        return history.with_day(Day(max(today, history.since or today), None, uncommitted))

    def _between(self, before: Commit | None, after: Commit) -> tuple[Change, ...]:
        """The changes from one commit to a later one, kept on disk."""
        key = self._key(before, after)
        kept = self.cache.get(key) if self.cache else None
        if kept is not None:
            return tuple(read_change(record) for record in json.loads(kept))
        old, new = (
            _read_files(self.repository.files(commit.id)) if commit else {}
            for commit in (before, after)
        )
        differing = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
        sides = [{p: files[p] for p in differing if p in files} for files in (old, new)]
        texts = self.repository.contents([blob for side in sides for blob in side.values()])
        states = [state_of_texts({p: texts[blob] for p, blob in side.items()}) for side in sides]
        changes = compare(*states)
        if self.cache:
            records = [change_record(change) for change in changes]
            self.cache.put(key, json.dumps(records, ensure_ascii=False).encode())
        return changes

    def _key(self, before: Commit | None, after: Commit) -> str:
        """The same for the same two commits, compared by the same rules."""
        rules = [Path(str(module.__file__)).read_bytes() for module in (stating, comparing)]
        ends = (before.id if before else "", after.id)
        return key_of("changes", self.repository.prefix, *ends, *rules)

    def _uncommitted(self, before: Commit | None, paths: tuple[str, ...]) -> tuple[Change, ...]:
        changed = [path for path in paths if path.endswith(READ)]
        if not changed or before is None:
            return ()
        files = self.repository.files(before.id)
        old = {path: files[path] for path in changed if path in files}
        texts = self.repository.contents(old.values())
        root = self.repository.root
        return compare(
            state_of_texts({path: texts[blob] for path, blob in old.items()}),
            state_of_texts(
                {
                    path: (root / path).read_text("utf-8", errors="replace")
                    for path in changed
                    if (root / path).is_file()
                }
            ),
        )


def _read_files(files: dict[str, str]) -> dict[str, str]:
    return {path: blob for path, blob in files.items() if path.endswith(READ)}
