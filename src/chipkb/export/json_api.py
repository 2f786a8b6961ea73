"""All data as JSON, one file a table, keys as in `columns`."""

import json
import re
from collections.abc import Iterator

from chipkb.export import columns
from chipkb.export.head import head
from chipkb.export.json_text import json_text
from chipkb.export.meaning import chain, comparisons, vocabulary
from chipkb.export.record import Record, citations, claim_records, dates, page_url, prose, text
from chipkb.model import permalink
from chipkb.model.entity import Entity, Listing
from chipkb.model.kb import KnowledgeBase
from chipkb.model.source import Source
from chipkb.model.term import Term
from chipkb.values.artifact import Artifact
from chipkb.values.text import LANGS, Text
from chipkb.view.downloads import Download

_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z]{2}")
_CODE = re.compile(r"[A-Z0-9][A-Z0-9 ./+-]*")


def json_files(kb: KnowledgeBase, tables: dict[str, list[Record]], base: str) -> Iterator[Download]:
    """facts.json, entities.json, glossary.json, sources.json, and what their ids mean."""
    abouts = {
        "facts": (columns.CLAIM, Text(zh="全部事实", en="All claims")),
        "entities": (columns.ENTITY, Text(zh="全部条目", en="All entities")),
        "glossary": (columns.TERM, Text(zh="术语表", en="The glossary")),
        "sources": (columns.SOURCE, Text(zh="全部来源", en="All sources")),
    }
    for name, (keys, about) in abouts.items():
        yield _file(name, {**head(kb), name: tables[name]}, keys, about)
    words = Text(
        zh="编号的含义：领域、指标、单位（量、倍数、符号）、关系种类及其反面、事件、主题、等级、评定",
        en="What ids mean: domains, metrics, units (dimension, factor, symbol), kinds of relation with "
        "their inverses, events, topics, tiers, assessments",
    )
    yield _file("vocabulary", {**head(kb), **vocabulary(kb, base)}, {}, words)
    links = Text(
        zh="产业链各环节及其卡点", en="The links of the supply chain, with what each needs"
    )
    yield _file("chain", {**head(kb), "chain": chain(kb, base)}, {}, links)
    asked = Text(zh="对照表的行与列", en="Rows and columns of the comparison tables")
    yield _file("comparisons", {**head(kb), "comparisons": comparisons(kb, base)}, {}, asked)
    lines = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in tables["facts"])
    a_line = Text(zh="全部事实，一行一条 JSON", en="All claims, one JSON object a line")
    yield Download(Artifact.of_text(f"{permalink.DOWNLOADS}/facts.jsonl", lines), a_line)


def tables_of(kb: KnowledgeBase, base: str = "") -> dict[str, list[Record]]:
    """The records of all files by the names of these."""
    return {
        "facts": claim_records(kb, base),
        "entities": [entity_record(kb, entity, base) for entity in kb.entities.values()],
        "glossary": [term_record(kb, term, base) for term in kb.terms.values()],
        "sources": [source_record(kb, source, base) for source in kb.sources.values()],
    }


def _file(name: str, whole: Record, keys: dict[str, Text], about: Text) -> Download:
    artifact = Artifact.of_text(f"{permalink.DOWNLOADS}/{name}.json", json_text(whole))
    return Download(artifact, about, keys)


def entity_record(kb: KnowledgeBase, entity: Entity, base: str) -> Record:
    page = permalink.entity_page(entity.id)
    return {
        "id": entity.id,
        "kind": entity.kind.value,
        "name": text(entity.name),
        "aliases": list(entity.aliases),
        "home": entity.home,
        "also_in": list(entity.also_in),
        "parent": entity.parent,
        "summary": prose(kb, entity.summary, entity.id),
        "claims": len(entity.facts) + len(entity.relations) + len(entity.events),
        "url": {lang: page_url(page, lang, base) for lang in LANGS},
        "names": _names(entity),
        "checked": entity.checked.iso if entity.checked else None,
        "headquarters": _headquarters(entity),
        "listing": [_listing(listing) for listing in entity.listing],
        "website": entity.website,
        "wikidata": entity.wikidata,
        "lei": entity.lei,
        **dates(kb, "entity", entity.id),
    }


def _headquarters(entity: Entity) -> Record | None:
    found = entity.headquarters
    return {"city": text(found.city), "sources": citations(found.source)} if found else None


def _listing(listing: Listing) -> Record:
    return {
        "status": listing.status.value,
        "exchange": listing.exchange,
        "ticker": listing.ticker,
        "as_of": listing.as_of.iso,
        "sources": citations(listing.source),
    }


def _names(thing: Entity | Term) -> list[Record]:
    """Every name with its language, each once; the standard ones first."""
    known = {thing.name.zh: "zh"} | ({thing.name.en: "en"} if thing.name.en else {})
    return [
        {"name": name, "language": known.get(name) or language_of(name)} for name in thing.names
    ]


def language_of(name: str) -> str:
    """zh where there is Han in it, en where there are words of Latin letters, und for a code."""
    if _HAN.search(name):
        return "zh"
    return "en" if _WORD.search(name) and not _CODE.fullmatch(name) else "und"


def term_record(kb: KnowledgeBase, term: Term, base: str) -> Record:
    page, _, anchor = permalink.term_link(term.id).partition("#")
    return {
        "id": term.id,
        "topic": term.topic,
        "name": text(term.name),
        "abbreviation": term.abbreviation,
        "aliases": list(term.aliases),
        "definition": prose(kb, term.definition, None),
        "see": list(term.see),
        "url": {lang: f"{page_url(page, lang, base)}#{anchor}" for lang in LANGS},
        "sources": citations(term.source),
        "names": _names(term),
        **dates(kb, "term", term.id),
    }


def source_record(kb: KnowledgeBase, source: Source, base: str) -> Record:
    page = permalink.source_page(source.id)
    return {
        "id": source.id,
        "title": text(source.title),
        "publisher": text(source.publisher),
        "author": "; ".join(source.author) or None,
        "published": source.published.iso if source.published else None,
        "accessed": source.accessed.iso if source.accessed else None,
        "kind": source.kind.value,
        "tier": source.tier,
        "language": source.language,
        "original": source.url,
        "copy_of": source.origin,
        "caveats": text(source.caveats),
        "claims": len(kb.citing.get(source.id, ())),
        "url": {lang: page_url(page, lang, base) for lang in LANGS},
        "authors": list(source.author),
        "doi": source.doi,
        "is_untitled": source.untitled,
        "own_title": source.own_title,
        "archived": source.archived,
        "carrier": text(source.carrier),
        "sections": [
            {"id": one.id, "title": text(one.title), "paragraphs": one.paragraphs}
            for one in source.sections
        ],
        **dates(kb, "source", source.id),
    }
