"""All data as JSON, one file a table, keys as in `columns`."""

import json
from collections.abc import Iterator

from chipkb.export import columns
from chipkb.export.head import head
from chipkb.export.record import Record, claim_records, page_url, prose, text
from chipkb.model import permalink
from chipkb.model.entity import Entity
from chipkb.model.kb import KnowledgeBase
from chipkb.model.source import Source
from chipkb.model.term import Term
from chipkb.values.artifact import Artifact
from chipkb.values.text import LANGS, Text
from chipkb.view.downloads import Download


def json_files(kb: KnowledgeBase, claims: list[Record], base: str) -> Iterator[Download]:
    """facts.json, entities.json, glossary.json and sources.json."""
    yield _file(kb, "facts", claims, columns.CLAIM, Text(zh="全部事实", en="All claims"))
    entities = [entity_record(kb, entity, base) for entity in kb.entities.values()]
    yield _file(kb, "entities", entities, columns.ENTITY, Text(zh="全部条目", en="All entities"))
    terms = [term_record(kb, term, base) for term in kb.terms.values()]
    yield _file(kb, "glossary", terms, columns.TERM, Text(zh="术语表", en="The glossary"))
    sources = [source_record(kb, source, base) for source in kb.sources.values()]
    yield _file(kb, "sources", sources, columns.SOURCE, Text(zh="全部来源", en="All sources"))


def tables(kb: KnowledgeBase, base: str = "") -> dict[str, list[Record]]:
    """The records of all files by the names of these."""
    return {
        "facts": claim_records(kb, base),
        "entities": [entity_record(kb, entity, base) for entity in kb.entities.values()],
        "glossary": [term_record(kb, term, base) for term in kb.terms.values()],
        "sources": [source_record(kb, source, base) for source in kb.sources.values()],
    }


def _file(
    kb: KnowledgeBase, name: str, rows: list[Record], keys: dict[str, Text], about: Text
) -> Download:
    whole = {**head(kb), name: rows}
    written = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    artifact = Artifact.of_text(f"{permalink.DOWNLOADS}/{name}.json", written)
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
    }


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
    }
