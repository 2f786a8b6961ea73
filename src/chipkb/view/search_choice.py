"""The filters of the directory in the words of a question: what "listed GPU companies" is to open."""

import re
from collections import defaultdict
from collections.abc import Iterator

from chipkb.model.entity import EntityKind
from chipkb.model.kb import KnowledgeBase
from chipkb.search.record import ChoiceRecord
from chipkb.values.text import LANGS, Lang, Text
from chipkb.view.box import listings_of
from chipkb.view.directory import UNKNOWN, DirectoryView

_GENERAL = re.compile(r"国产|芯片$|^domestic | chips$", re.IGNORECASE)
"""What a domain's name says beyond its subject: 国产 GPU, memory chips."""
_STAGES = {
    "listed": ("上市", "在上市", "listed", "public", "publicly traded"),
    "approved": ("过会", "获准上市", "approved to list"),
    "applied": ("拟上市", "排队上市", "申请上市", "要上市", "ipo applicants", "applying to list"),
    "tutoring": ("上市辅导", "in tutoring"),
    "not-listed": ("没上市", "非上市", "unlisted", "private", "not public"),
}
_EXCHANGES = {
    "sse": ("沪市主板",),
    "szse": ("深市主板",),
    "hkex": ("港股", "香港", "HKEX"),
    "nasdaq": ("NASDAQ",),
    "nyse": ("NYSE",),
    "bse": ("北京证券交易所", "BSE"),
    "twse": ("台股", "TWSE"),
}


def directory_choices(
    kb: KnowledgeBase, view: DirectoryView, lang: Lang
) -> tuple[ChoiceRecord, ...]:
    return tuple(
        ChoiceRecord(parameter, tuple(dict.fromkeys((label.in_lang(lang), *also))))
        for parameter, label, also in (
            *_domains(kb),
            *_cities(view),
            *_stages(view),
            *_exchanges(kb, lang),
        )
    )


_Row = tuple[str, Text, tuple[str, ...]]


def _domains(kb: KnowledgeBase) -> Iterator[_Row]:
    for id_, domain in kb.vocabulary.domains.items():
        names = [domain.name.in_lang(lang) for lang in LANGS]
        bare = [_GENERAL.sub("", name).strip() for name in names]
        yield f"domain={id_}", domain.name, (*names, *bare, *_sorts_of_product(kb, id_))


def _sorts_of_product(kb: KnowledgeBase, domain: str) -> Iterator[str]:
    """What many make, as optical modules: its name asks for the domain, a single maker's does not."""
    makers: dict[str, set[str]] = defaultdict(set)
    for entity in kb.entities.values():
        for relation in entity.relations:
            if relation.kind in ("made-by", "developed-by"):
                makers[entity.id].add(relation.target)
            elif relation.kind == "produces":
                makers[relation.target].add(entity.id)
    for entity in kb.entities.values():
        if (
            entity.kind is EntityKind.PRODUCT
            and entity.home == domain
            and len(makers[entity.id]) > 1
        ):
            yield from entity.names


def _cities(view: DirectoryView) -> Iterator[_Row]:
    for city in view.cities:
        if city.id != UNKNOWN:
            yield (
                f"city={city.id}",
                city.name,
                (city.name.zh, f"{city.name.zh}市", city.name.in_lang("en")),
            )


def _stages(view: DirectoryView) -> Iterator[_Row]:
    for stage in view.stages:
        if stage.id in _STAGES:
            yield f"stage={stage.id}", stage.name, (stage.name.zh, *_STAGES[stage.id])


def _exchanges(kb: KnowledgeBase, lang: Lang) -> Iterator[_Row]:
    """By the word field, which looks for the exchange as the row names it."""
    used = {
        one.listing.exchange: one.exchange
        for entity in kb.entities.values()
        for one in listings_of(kb, entity)
        if one.listing.exchange and one.exchange
    }
    for id_, name in used.items():
        board = re.sub(r"^[上深]交所", "", name.zh), name.in_lang("en").rpartition(", ")[2]
        also = [one for one in board if one not in ("主板", "main board")]
        yield f"text={name.in_lang(lang)}", name, (name.zh, *also, *_EXCHANGES.get(id_, ()))
