"""The value of a field of the data in words, for readers who have never seen the files."""

import re
from collections.abc import Mapping
from typing import Any

from chipkb.model.change import in_words
from chipkb.model.entity import Event
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.values.text import Lang, Text
from chipkb.view import labels

_NOTHING = Text(zh="（无）", en="(none)")
_LINK = re.compile(r"\[\[([^\]|]+)(?:\|([^\]]*))?\]\]")
_MENTION = re.compile(r"\{([a-z0-9/.-]+)\}")
# Keys inside a value that a reader does not miss: addresses, and what the words say already.
_LEFT_OUT = frozenset(("url", "accessed", "tier", "origin", "id", "place"))


def field_words(
    kb: KnowledgeBase, field: str, value: Any, lang: Lang, home: str | None = None
) -> str:
    """`value` of `field` in one line; `home` is the entity whose facts it may name."""
    if value is None:
        return _NOTHING.in_lang(lang)
    if isinstance(value, list):
        return "; ".join(field_words(kb, field, item, lang, home) for item in value)
    if isinstance(value, Mapping) and not value.keys() & {"zh", "en"}:
        return _parts(kb, value, lang, home)
    words = in_words(value, lang)
    known = _vocabulary(kb, field).get(words)
    if known is not None:
        return known.in_lang(lang)
    if field in ("source", "sources"):
        source = kb.sources.get(words.partition("#")[0])
        return source.own_title if source else words
    thing = kb.named.get(words)
    return thing.name.in_lang(lang) if thing else _filled(kb, words, lang, home)


def _parts(kb: KnowledgeBase, value: Mapping[str, Any], lang: Lang, home: str | None) -> str:
    """Of what has keys of its own: evidence, an outcome, a listing."""
    parts = (
        field_words(kb, key, item, lang, home)
        for key, item in value.items()
        if key not in _LEFT_OUT and item is not None
    )
    return ("，" if lang == "zh" else ", ").join(parts)


def _vocabulary(kb: KnowledgeBase, field: str) -> Mapping[str, Text]:
    """The words that the values of a field have."""
    words = kb.vocabulary
    tables: dict[str, Mapping[str, Text]] = {
        "assessment": labels.ASSESSMENTS,
        "basis": labels.BASES,
        "by": words.measures,
        "exchange": words.exchanges,
        "result": labels.OUTCOMES,
        "status": labels.LISTED,
        "says": labels.SAYS,
        "metric": {id_: metric.label for id_, metric in words.metrics.items()},
        "topic": words.topics,
        "home": {id_: domain.name for id_, domain in words.domains.items()},
    }
    tables["also_in"] = tables["home"]
    return tables.get(field, {})


def _filled(kb: KnowledgeBase, words: str, lang: Lang, home: str | None) -> str:
    """Prose with its references filled in; of one that leads nowhere any more three dots stand."""

    def name(found: re.Match[str]) -> str:
        thing = kb.named.get(found[1])
        return found[2] or (thing.name.in_lang(lang) if thing else found[1])

    def value(found: re.Match[str]) -> str:
        ref = found[1].removesuffix(".as_of")
        placed = kb.claim(ref, home)
        claim = placed.claim if placed else None
        if isinstance(claim, Figure) and ref == found[1]:
            return claim.value.text(lang)
        date = claim.date if isinstance(claim, Event) else getattr(claim, "as_of", None)
        return date.text(lang) if date else "…"

    return _MENTION.sub(value, _LINK.sub(name, words))
