"""A new id for an entity, a term, a source or a fact: in its own file and wherever it is referred to."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from chipkb.curate.scalars import Scalar, rewritten
from chipkb.model.ledger import IdKind

_THINGS = frozenset(
    [
        "parent",
        "of",
        "target",
        "with",
        "entity",
        "held_by",
        "domestic",
        "entities",
        "only",
        "see",
        "chart",
    ]
)
_CLAIMS = frozenset(["conflicts_with", "superseded_by", "facts", "figures", "featured", "claim"])
_SOURCES = frozenset(["source", "origin"])
_NOT_PROSE = frozenset(["kind", "metric", "value", "as_of", "date", "url", "id", "name", "aliases"])

Files = Mapping[str, str]  # texts by name, from the root of the repository


@dataclass(frozen=True, slots=True)
class Change:
    """The files whose text is another now, and those that are no more."""

    texts: dict[str, str]
    gone: frozenset[str] = frozenset()


def renamed(files: Files, kind: IdKind, old: str, new: str) -> Change:
    """What renaming `old`, an id of this `kind`, changes. Claims are entity/fact; of both the new id."""
    if kind is IdKind.CLAIM:
        return _referring(files, lambda name, text: _claim(name, text, old, new))
    if kind is IdKind.SOURCE:
        change = _referring(
            files, lambda name, text: _source(text, old, new) if name.endswith(".yml") else text
        )
        return _moved(files, change, f"data/sources/{old}.yml", f"data/sources/{new}.yml")
    change = mentions_renamed(files, old, new)
    if kind is IdKind.TERM:
        return change
    home = next(name for name in files if PurePosixPath(name).stem == old and _is_entity_file(name))
    return _moved(files, change, home, f"{PurePosixPath(home).parent}/{new}.yml")


def mentions_renamed(files: Files, old: str, new: str) -> Change:
    """Wherever the entity or term `old` is referred to, its own file too, `new` is; no file moves."""
    return _referring(files, lambda name, text: _thing(name, text, old, new))


def _is_entity_file(name: str) -> bool:
    folders = ("sources", "glossary", "chain", "comparisons", "questions", "vocabulary", "ledger")
    parts = PurePosixPath(name).parts
    return parts[0] == "data" and len(parts) == 3 and parts[1] not in folders


def _referring(files: Files, change: Callable[[str, str], str]) -> Change:
    texts = {}
    for name, text in files.items():
        if name.endswith((".yml", ".md")) and not name.endswith("moved.yml"):
            after = change(name, text)
            if after != text:
                texts[name] = after
    return Change(texts)


def _moved(files: Files, change: Change, old: str, new: str) -> Change:
    texts = dict(change.texts)
    text = texts.pop(old, files[old])
    return Change({**texts, new: text}, frozenset({old}))


def _again(written: str, value: str, new: str) -> str:
    """`new` written as `value` was: within the same quotation marks, or none."""
    return written.replace(value, new, 1) if value in written else new


def _thing(name: str, text: str, old: str, new: str) -> str:
    mention = re.compile(rf"(\[\[|\{{){re.escape(old)}(?=\]\]|\||/)")

    def prose(written: str) -> str:
        return mention.sub(lambda match: match[1] + new, written)

    if name.endswith(".md"):
        return prose(text)

    def change(scalar: Scalar, written: str) -> str | None:
        if scalar.is_key:
            is_term = name.startswith("data/glossary/") and not scalar.path and scalar.value == old
            return _again(written, old, new) if is_term else None
        if scalar.key in _THINGS and scalar.value == old:
            return _again(written, old, new)
        if scalar.key in _CLAIMS and scalar.value.startswith(f"{old}/"):
            return _again(written, f"{old}/", f"{new}/")
        if scalar.key not in _NOT_PROSE and mention.search(written):
            return prose(written)
        return None

    return rewritten(text, change) if old in text else text


def _source(text: str, old: str, new: str) -> str:
    def change(scalar: Scalar, written: str) -> str | None:
        source, mark, place = scalar.value.partition("#")
        if scalar.is_key or scalar.key not in _SOURCES or source != old:
            return None
        return _again(written, scalar.value, f"{new}{mark}{place}")

    return rewritten(text, change) if old in text else text


def _claim(name: str, text: str, old: str, new: str) -> str:
    entity, _, fact = old.partition("/")
    fact_now = new.rpartition("/")[2]
    own = PurePosixPath(name).stem == entity and _is_entity_file(name)
    home = f"(?:{re.escape(entity)}/)" + ("?" if own else "")
    mention = re.compile(rf"(\{{{home}){re.escape(fact)}(?=\}}|\.as_of\}})")

    def prose(written: str) -> str:
        return mention.sub(lambda match: match[1] + fact_now, written)

    if name.endswith(".md"):
        return prose(text)

    def change(scalar: Scalar, written: str) -> str | None:
        if scalar.is_key:
            return None
        if (
            own
            and scalar.key == "id"
            and scalar.path[:1] in (("facts",), ("events",))
            and scalar.value == fact
        ):
            return _again(written, fact, fact_now)
        if scalar.key in _CLAIMS and (scalar.value == old or (own and scalar.value == fact)):
            return _again(written, scalar.value, scalar.value.removesuffix(fact) + fact_now)
        return prose(written) if scalar.key not in _NOT_PROSE and mention.search(written) else None

    return rewritten(text, change) if fact in text else text
