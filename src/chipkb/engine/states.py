"""States of the data to compare: as files, as git remembers them, and as they were published."""

import json
from pathlib import Path
from typing import Any

from chipkb.diff.state import State, written
from chipkb.load.git import Repository
from chipkb.load.tree import CONTENT, read_texts
from chipkb.load.yaml_text import parse_yaml

EXPORT_TABLES = ("facts", "entities", "glossary", "sources")
READ = (".yml", ".yaml", ".md")


def read_tables(folder: Path) -> dict[str, Any]:
    """The tables of the export in `folder` that are there."""
    files = {name: folder / f"{name}.json" for name in EXPORT_TABLES}
    return {
        name: json.loads(file.read_text("utf-8"))[name]
        for name, file in files.items()
        if file.exists()
    }


def state_of_texts(texts: dict[str, str]) -> State:
    """The things in the files of a repository, by their paths."""
    state: State = {}
    for path, text in sorted(texts.items()):
        if path.startswith(f"{CONTENT}/"):
            state |= written(path, text)
        elif path.endswith((".yml", ".yaml")):
            state |= written(path, parse_yaml(path, text).data)
    return state


def state_of_folder(root: Path) -> State:
    """The things in the files below `root` as they are now."""
    return state_of_texts(read_texts(root))


def texts_of_revision(repository: Repository, revision: str) -> dict[str, str]:
    """The files of a git revision by their paths; raises GitError."""
    files = repository.files(repository.resolve(revision))
    texts = repository.contents(files.values())
    return {path: texts[blob] for path, blob in files.items()}
