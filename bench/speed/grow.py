"""The repository's own data several times over, so that what grows faster than the data shows.

Entities, sources and comparisons are cloned whole: ids, names, addresses and every reference between
them are written anew, so that each clone is a world as dense as the real one, beside the others and not
tied to them. Vocabulary, glossary, chain, questions, ledger and pages by hand stand there once.

    .venv/bin/python -m bench.speed.grow FOLDER --entities 3000
"""

import argparse
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

REPOSITORY = Path(__file__).parents[2]
_NOT_ENTITIES = frozenset(
    ["chain", "comparisons", "glossary", "ledger", "questions", "sources", "vocabulary"]
)
_LOADER = getattr(
    yaml, "CBaseLoader", yaml.BaseLoader
)  # every scalar stays text, as chipkb reads it


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """As people write: quotation marks where a text begins with a sign."""


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, None if text[:1].isalnum() else '"'
    ),
)
_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_REFERENCE = re.compile(rf"(?<=\[\[){_ID}(?=[\]|])|(?<=\{{){_ID}(?=/)")  # in prose
_WORDS = frozenset(["zh", "en"])  # keys of prose
# Keys whose values are words of the vocabulary or of a file alone, whatever entity bears the same.
_OWN = frozenset(
    ["id", "kind", "metric", "topic", "domain", "also_in", "tier", "event", "unit", "by"]
)
_UNIQUE = frozenset(["wikidata", "lei", "doi"])  # no two things may have one


@dataclass(frozen=True)
class Clone:
    """The `number`th world beside the real one; `ids` are those that are cloned."""

    number: int
    ids: frozenset[str]

    def id(self, original: str) -> str:
        return f"{original}-k{self.number}" if original in self.ids else original

    def reference(self, text: str) -> str:
        """`id`, `id/fact` or `id#section/paragraph` as the clone has it."""
        found = re.match(_ID, text)
        return self.id(found[0]) + text[found.end() :] if found else text

    def whole(self, data: dict[str, Any]) -> dict[str, Any]:
        """A file's content."""
        made: dict[str, Any] = self._value("", data)
        if "name" in made:
            made["name"] = {lang: self._named(name) for lang, name in made["name"].items()}
        for key in ("aliases", "abbreviation"):
            if key in made:
                made[key] = _each(made[key], self._named)
        if "order" in made:
            made["order"] = str(int(made["order"]) + 1000 * self.number)
        for key in ("url", "archived", "website"):
            if key in made:
                sign = "&" if "?" in made[key] else "?"
                address, hash_, rest = made[key].partition("#")
                made[key] = f"{address}{sign}k={self.number}{hash_}{rest}"
        return {key: value for key, value in made.items() if key not in _UNIQUE}

    def _named(self, name: str) -> str:
        return f"{name} K{self.number}"

    def _value(self, key: str, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: self._value(name, inner) for name, inner in value.items()}
        if isinstance(value, list):
            return [self._value(key, inner) for inner in value]
        if value in ("true", "false"):
            return value == "true"
        if key in _WORDS:
            return _REFERENCE.sub(lambda found: self.id(found[0]), value)
        return value if key in _OWN else self.reference(value)


def _each(value: Any, change: Any) -> Any:
    return [change(one) for one in value] if isinstance(value, list) else change(value)


def grown(entities: int, data: Path = REPOSITORY / "data") -> Iterator[tuple[str, str]]:
    """Name and text of the files that are there beside the real ones, until there are `entities`."""
    cloned = {path: _read(path) for path in _cloned(data)}
    own = [path for path in cloned if path.parent.name not in _NOT_ENTITIES]
    ids = frozenset(path.stem for path in cloned if path.parent.name != "comparisons")
    left, number = entities - len(own), 0
    while left > 0:
        number += 1
        # Of the last clone only some entities; what they refer to is then found in the real data.
        some = own[:left]
        whole = len(some) == len(own)
        clone = Clone(number, ids if whole else frozenset(path.stem for path in some))
        left -= len(some)
        for path, content in cloned.items() if whole else ((one, cloned[one]) for one in some):
            folder, name = path.parent.name, f"{path.stem}-k{number}"
            text = yaml.dump(clone.whole(content), Dumper=_Dumper, allow_unicode=True, width=4000, sort_keys=False)  # fmt: skip
            yield f"{folder}/{name}.yml", text


def _read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=_LOADER)
    return content


def _cloned(data: Path) -> Iterable[Path]:
    for folder in sorted(path for path in data.iterdir() if path.is_dir()):
        if folder.name not in _NOT_ENTITIES or folder.name in ("sources", "comparisons"):
            yield from sorted(folder.glob("*.yml"))


def grow(root: Path, entities: int) -> Path:
    """A repository with the real data and clones of it, `entities` in all; `root` is made new."""
    shutil.rmtree(root, ignore_errors=True)
    for name in ("data", "content"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    for name, text in grown(entities):
        (root / "data" / name).write_text(text, "utf-8")
    return root


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--entities", type=int, required=True)
    options = parser.parse_args()
    grow(options.folder, options.entities)


if __name__ == "__main__":
    main()
