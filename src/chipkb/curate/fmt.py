"""The one way to lay out a file: keys in the order of the guide, comments kept, nothing else changed."""

import io
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

WIDTH = 100_000  # lines are never broken anew: who wrote them knew where
_CLAIM = (
    "id kind target date metric value as_of of scope by basis report period topic statement text with "
    "source attributed_to assessment note conflicts_with superseded_by outcome evidence"
)
_ORDERS = {
    "entity": "kind name aliases also_in parent checked headquarters listing website wikidata lei summary "
    "facts relations events",
    "source": "title untitled short publisher author doi published kind tier language url archived carrier accessed "
    "origin caveats sections ends_at",
    "comparison": "order domain title intro kind entities columns",
    "chain": "order name summary source needs",
}
_WITHIN = {"facts": _CLAIM, "relations": _CLAIM, "events": _CLAIM}


def yaml_of_ours() -> YAML:
    """A reader and writer that keeps comments, quotation marks and the shape of every list."""
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.allow_unicode = True
    return yaml


def kind_of_file(name: str) -> str | None:
    """The kind of data file, by its folder; None where the order is the author's."""
    parts = name.split("/")
    if len(parts) != 3 or parts[0] != "data":
        return None
    others = {"sources": "source", "comparisons": "comparison", "chain": "chain"}
    return others.get(
        parts[1],
        None if parts[1] in ("glossary", "questions", "vocabulary", "ledger") else "entity",
    )


def formatted(name: str, text: str, *, modeline: bool = True) -> str:
    """`text` with its keys in order, no blanks at line ends and the line that names its schema."""
    kind = kind_of_file(name)
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").lstrip("\ufeff").split("\n")]
    clean = "\n".join(lines).strip("\n") + "\n"
    if kind and _disordered(clean, kind):
        clean = _ordered(clean, kind)
    return _with_modeline(name, clean) if modeline else clean


def _disordered(text: str, kind: str) -> bool:
    data = yaml_of_ours().load(text)
    return bool(_changes(data, kind, change=False))


def _ordered(text: str, kind: str) -> str:
    yaml = yaml_of_ours()
    data = yaml.load(text)
    _changes(data, kind, change=True)
    out = io.StringIO()
    yaml.dump(data, out)
    return out.getvalue()


def _changes(data: Any, kind: str, *, change: bool) -> int:
    if not isinstance(data, CommentedMap):
        return 0
    made = _in_order(data, _ORDERS[kind].split(), change)
    for key, order in _WITHIN.items():
        items = data.get(key)
        if isinstance(items, CommentedSeq):
            made += sum(
                _in_order(i, order.split(), change) for i in items if isinstance(i, CommentedMap)
            )
    return made


def _in_order(mapping: CommentedMap, order: list[str], change: bool) -> int:
    keys = list(mapping)
    wanted = [key for key in order if key in mapping] + [key for key in keys if key not in order]
    if keys == wanted:
        return 0
    if change:
        for key in wanted:
            mapping.move_to_end(key)
    return 1


_SCHEMAS = {
    "coverage.yml": "coverage",
    "accepted.yml": "accepted",
    "moved.yml": "moved",
    "site.yml": "site",
}


def _with_modeline(name: str, text: str) -> str:
    """The comment by which editors find the schema of a file."""
    parts = name.split("/")
    schema = kind_of_file(name) or _SCHEMAS.get(parts[-1])
    if parts[:2] == ["data", "glossary"]:
        schema = "glossary"
    if parts[:2] == ["data", "vocabulary"]:
        tables = {"domains.yml": "domains", "relations.yml": "relations", "units.yml": ""}
        schema = "metrics" if len(parts) == 4 else tables.get(parts[-1], "words")
    if not schema:
        return text
    line = f"# yaml-language-server: $schema={'../' * (len(parts) - 1)}schema/{schema}.json\n"
    first, _, rest = text.partition("\n")
    return line + (rest if first.startswith("# yaml-language-server:") else text)
