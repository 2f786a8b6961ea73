"""A claim as plain values under stable keys, for every format that lists claims."""

from decimal import Decimal
from typing import Any

from chipkb.model import permalink
from chipkb.model.entity import Entity, Event, Relation
from chipkb.model.fact import Claim, Evidence, Figure, Statement
from chipkb.model.fields import Citation
from chipkb.model.kb import KnowledgeBase, Placed
from chipkb.model.prose import Prose
from chipkb.model.words import prose_text
from chipkb.values.text import LANGS, Text

Record = dict[str, Any]  # keys as in `columns`


def claim_records(kb: KnowledgeBase, base: str) -> list[Record]:
    """All claims, in the order of the files."""
    return [claim_record(kb, placed, base) for placed in kb.all_claims()]


def claim_record(kb: KnowledgeBase, placed: Placed[Claim], base: str) -> Record:
    """Everything a claim says; keys that its kind does not have are None."""
    claim, entity = placed.claim, placed.entity
    return {
        "ref": placed.ref,
        "entity": entity.id,
        "entity_name": text(entity.name),
        "kind": type(claim).__name__.lower(),
        "about": _about(claim),
        **_figure(kb, entity, claim),
        "text": _words(kb, entity, claim),
        "target": claim.target if isinstance(claim, Relation) else None,
        "with": list(claim.with_) if isinstance(claim, Event) else [],
        "as_of": _date(claim),
        "assessment": claim.assessment.value,
        "attributed_to": text(claim.attributed_to),
        "sources": [_citation(citation) for citation in claim.source],
        "note": prose(kb, claim.note, entity.id),
        "conflicts_with": [_full(ref, entity) for ref in claim.conflicts_with],
        "superseded_by": _full(claim.superseded_by, entity) if claim.superseded_by else None,
        "evidence": [_evidence(evidence) for evidence in claim.evidence],
        "url": {lang: claim_url(placed, lang, base) for lang in LANGS},
        "id": placed.permanent_id,
        **dates(kb, "claim", placed.permanent_id),
    }


def dates(kb: KnowledgeBase, kind: str, id_: str) -> dict[str, str | None]:
    """The days on which a thing came in and last changed, as far as the history goes back."""
    days = {"added": kb.history.added(kind, id_), "changed": kb.history.changed(kind, id_)}
    return {name: day.isoformat() if day else None for name, day in days.items()}


def claim_url(placed: Placed[Claim], lang: str, base: str) -> str:
    """The address of a claim: its page and its anchor there."""
    page, _, anchor = permalink.claim_link(placed).partition("#")
    return f"{page_url(page, lang, base)}#{anchor}"


def page_url(page: str, lang: str, base: str) -> str:
    """The address of a page below `base`, the site's own, which ends with a slash."""
    return base + permalink.site_path(page, lang).removeprefix("./")


def text(words: Text | None) -> dict[str, str] | None:
    """Both languages; Chinese stands in for English that is missing."""
    return {lang: words.in_lang(lang) for lang in LANGS} if words else None


def prose(kb: KnowledgeBase, words: Prose | None, home: str | None) -> dict[str, str] | None:
    """The same for words with references in them, which are filled in."""
    if words is None:
        return None
    return {lang: " ".join(prose_text(kb, words, lang, home).split()) for lang in LANGS}


def number(value: Decimal | None) -> str | None:
    """Digit for digit, as text: a program's own number type would round some."""
    return None if value is None else f"{value:f}"


def _about(claim: Claim) -> str:
    if isinstance(claim, Figure):
        return claim.metric
    return claim.topic if isinstance(claim, Statement) else claim.kind


def _figure(kb: KnowledgeBase, entity: Entity, claim: Claim) -> dict[str, Any]:
    keys = ("value", "low", "high", "qualifier", "unit", "of", "scope", "basis")
    if not isinstance(claim, Figure):
        return dict.fromkeys(keys)
    quantity = claim.value
    return {
        "value": {lang: quantity.text(lang) for lang in LANGS},
        "low": number(quantity.low),
        "high": number(quantity.high),
        "qualifier": quantity.qualifier.value,
        "unit": quantity.unit.id,
        "of": claim.of,
        "scope": prose(kb, claim.scope, entity.id),
        "basis": claim.basis.value,
    }


def _words(kb: KnowledgeBase, entity: Entity, claim: Claim) -> dict[str, str] | None:
    if isinstance(claim, Statement):
        return prose(kb, claim.statement, entity.id)
    return prose(kb, claim.text, entity.id) if isinstance(claim, Event) else None


def _date(claim: Claim) -> str | None:
    date = claim.date if isinstance(claim, Event) else claim.as_of
    return date.iso if date else None


def _full(ref: str, entity: Entity) -> str:
    return ref if "/" in ref else f"{entity.id}/{ref}"


def _citation(citation: Citation) -> dict[str, Any]:
    return {"source": citation.source, "place": citation.place}


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "says": evidence.says,
        "text": text(evidence.text),
        "source": str(evidence.source) if evidence.source else None,
        "url": evidence.url,
        "publisher": evidence.publisher,
        "published": evidence.published.iso if evidence.published else None,
        "accessed": evidence.accessed.iso if evidence.accessed else None,
        "tier": evidence.tier,
    }
