"""A claim as plain values under stable keys, for every format that lists claims."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from chipkb.export.bounds import KEYS as BOUNDS
from chipkb.export.bounds import bounds
from chipkb.model import permalink
from chipkb.model.entity import Entity, Event, Relation
from chipkb.model.fact import Claim, Evidence, Figure, Statement
from chipkb.model.fields import Citation
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.model.prose import Prose
from chipkb.model.words import prose_text
from chipkb.values.partial_date import PartialDate
from chipkb.values.text import LANGS, Lang, Text
from chipkb.view.claim import claim_label

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
        "as_of": (date := _date(claim)) and date.iso,
        "assessment": claim.assessment.value,
        "attributed_to": text(claim.attributed_to),
        "sources": citations(claim.source),
        "note": prose(kb, claim.note, entity.id),
        "conflicts_with": [_full(ref, entity) for ref in claim.conflicts_with],
        "superseded_by": _full(claim.superseded_by, entity) if claim.superseded_by else None,
        "evidence": [_evidence(kb, evidence) for evidence in claim.evidence],
        "url": {lang: claim_url(placed, lang, base) for lang in LANGS},
        "id": placed.permanent_id,
        **dates(kb, "claim", placed.permanent_id),
        "about_name": text(claim_label(kb, claim)),
        **(bounds(kb, claim.value) if isinstance(claim, Figure) else dict.fromkeys(BOUNDS)),
        "as_of_start": date.first.isoformat() if date and not date.by else None,
        "as_of_end": date.last.isoformat() if date else None,
        **_terms(claim),
        "outcome": _outcome(kb, entity, claim),
        "conflicts": list(dict.fromkeys(p.ref for p in kb.conflicts.get(placed.ref, ()))),
        "home": entity.home,
    }


def _terms(claim: Claim) -> dict[str, str | None]:
    """By what a figure counts, how settled it is, and what time it covers."""
    if not isinstance(claim, Figure):
        return dict.fromkeys(("by", "report", "period"))
    return {"by": claim.by, "report": claim.report, "period": claim.stretch}


def _outcome(kb: KnowledgeBase, entity: Entity, claim: Claim) -> Record | None:
    found = claim.outcome if isinstance(claim, (Figure, Event)) else None
    if found is None:
        return None
    return {
        "result": found.result.value,
        "claim": _full(found.claim, entity) if found.claim else None,
        "sources": citations(found.source),
        "checked": found.checked.iso if found.checked else None,
        "text": prose(kb, found.text, entity.id),
    }


def dates(kb: KnowledgeBase, kind: str, id_: str) -> dict[str, str | None]:
    """The days on which a thing came in and last changed, as far as the history goes back."""
    days = {"added": kb.history.added(kind, id_), "changed": kb.history.changed(kind, id_)}
    return {name: day.isoformat() if day else None for name, day in days.items()}


def claim_url(placed: Placed[Claim], lang: Lang, base: str) -> str:
    """The address of a claim: its page and its anchor there."""
    page, _, anchor = permalink.claim_link(placed).partition("#")
    return f"{page_url(page, lang, base)}#{anchor}"


def page_url(page: str, lang: Lang, base: str) -> str:
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
    match claim:
        case Figure():
            return claim.metric
        case Statement():
            return claim.topic
        case Relation() | Event():
            return claim.kind
    raise TypeError(claim)


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


def _date(claim: Claim) -> PartialDate | None:
    return claim.date if isinstance(claim, Event) else getattr(claim, "as_of", None)


def _full(ref: str, entity: Entity) -> str:
    return ref if "/" in ref else f"{entity.id}/{ref}"


def citations(cited: Iterable[Citation]) -> list[Record]:
    """Sources with the places in them."""
    return [{"source": one.source, "place": one.place} for one in cited]


def _evidence(kb: KnowledgeBase, evidence: Evidence) -> Record:
    """Publisher, dates and tier are those of the source, where the page is one of ours."""
    known = kb.sources[evidence.source.source] if evidence.source else None
    publisher = known.publisher.zh if known and known.publisher else evidence.publisher
    published, accessed = (
        (known.published, known.accessed) if known else (evidence.published, evidence.accessed)
    )
    return {
        "says": evidence.says,
        "text": text(evidence.text),
        "source": str(evidence.source) if evidence.source else None,
        "url": known.url if known else evidence.url,
        "publisher": publisher,
        "published": published.iso if published else None,
        "accessed": accessed.iso if accessed else None,
        "tier": known.tier if known else evidence.tier,
        "origin": evidence.origin,
    }
