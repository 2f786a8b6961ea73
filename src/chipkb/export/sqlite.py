"""All data as one SQLite database."""

import json
import sqlite3

from chipkb.export import columns
from chipkb.export.json_api import entity_record, source_record, term_record
from chipkb.export.record import Record
from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.values.artifact import Artifact
from chipkb.values.text import LANGS, Text
from chipkb.view.downloads import Download

_SCHEMA = """
CREATE TABLE entities (id TEXT PRIMARY KEY, kind TEXT NOT NULL, name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL, home TEXT NOT NULL, parent TEXT REFERENCES entities, summary_zh TEXT,
  summary_en TEXT, url_zh TEXT NOT NULL, url_en TEXT NOT NULL);
CREATE TABLE aliases (entity TEXT NOT NULL REFERENCES entities, alias TEXT NOT NULL);
CREATE TABLE also_in (entity TEXT NOT NULL REFERENCES entities, domain TEXT NOT NULL);
CREATE TABLE sources (id TEXT PRIMARY KEY, title_zh TEXT NOT NULL, title_en TEXT NOT NULL,
  publisher_zh TEXT, publisher_en TEXT, author TEXT, published TEXT, accessed TEXT,
  kind TEXT NOT NULL, tier TEXT NOT NULL, language TEXT NOT NULL, original TEXT,
  copy_of TEXT REFERENCES sources, caveats_zh TEXT, caveats_en TEXT, url_zh TEXT NOT NULL,
  url_en TEXT NOT NULL);
CREATE TABLE claims (ref TEXT PRIMARY KEY, entity TEXT NOT NULL REFERENCES entities,
  kind TEXT NOT NULL, about TEXT NOT NULL, value_zh TEXT, value_en TEXT, low NUMERIC, high NUMERIC,
  qualifier TEXT, unit TEXT, "of" TEXT REFERENCES entities, scope_zh TEXT, scope_en TEXT,
  basis TEXT, text_zh TEXT, text_en TEXT, target TEXT REFERENCES entities, as_of TEXT,
  assessment TEXT NOT NULL, attributed_to_zh TEXT, attributed_to_en TEXT, note_zh TEXT,
  note_en TEXT, superseded_by TEXT, url_zh TEXT NOT NULL, url_en TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE, added TEXT, changed TEXT);
CREATE TABLE citations (claim TEXT NOT NULL REFERENCES claims(ref),
  source TEXT NOT NULL REFERENCES sources, place TEXT);
CREATE TABLE participants (claim TEXT NOT NULL REFERENCES claims(ref),
  entity TEXT NOT NULL REFERENCES entities);
CREATE TABLE conflicts (claim TEXT NOT NULL REFERENCES claims(ref), other TEXT NOT NULL);
CREATE TABLE evidence (claim TEXT NOT NULL REFERENCES claims(ref), says TEXT NOT NULL,
  text_zh TEXT NOT NULL, text_en TEXT NOT NULL, source TEXT, url TEXT, publisher TEXT,
  published TEXT, accessed TEXT, tier TEXT);
CREATE TABLE terms (id TEXT PRIMARY KEY, topic TEXT NOT NULL, name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL, abbreviation TEXT, aliases TEXT NOT NULL, definition_zh TEXT NOT NULL,
  definition_en TEXT NOT NULL, url_zh TEXT NOT NULL, url_en TEXT NOT NULL);
CREATE INDEX claims_by_entity ON claims(entity);
CREATE INDEX claims_by_about ON claims(about);
CREATE INDEX citations_by_source ON citations(source);
"""


def sqlite_file(kb: KnowledgeBase, claims: list[Record], base: str) -> Download:
    """chipkb.sqlite; one version of SQLite writes the same data to the same bytes."""
    database = sqlite3.connect(":memory:")
    try:
        database.executescript(_SCHEMA)
        _fill(_Tables(database), kb, claims, base)
        database.commit()
        content = database.serialize()
    finally:
        database.close()
    about = Text(
        zh="同样的内容，一个 SQLite 数据库：entities、claims、citations、evidence、sources、terms 等表",
        en="The same as one SQLite database: the tables entities, claims, citations, evidence, "
        "sources, terms and others",
    )
    artifact = Artifact(f"{permalink.DOWNLOADS}/chipkb.sqlite", content)
    return Download(artifact, about, columns.CLAIM)


class _Tables:
    """Takes records and keeps of each what its table has columns for."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        tables = [row[0] for row in database.execute("SELECT name FROM sqlite_schema")]
        self._columns = {
            table: {row[1] for row in database.execute(f"PRAGMA table_info({table})")}
            for table in tables
        }

    def insert(self, table: str, record: Record) -> None:
        """One row; bilingual values fill two columns."""
        flat = _flat(record)
        kept = {name: value for name, value in flat.items() if name in self._columns[table]}
        names = ", ".join(f'"{name}"' for name in kept)
        blanks = ", ".join("?" * len(kept))
        rows = f"INSERT INTO {table} ({names}) VALUES ({blanks})"
        self._database.execute(rows, list(kept.values()))


def _fill(tables: _Tables, kb: KnowledgeBase, claims: list[Record], base: str) -> None:
    for entity in kb.entities.values():
        record = entity_record(kb, entity, base)
        tables.insert("entities", record)
        for alias in record["aliases"]:
            tables.insert("aliases", {"entity": entity.id, "alias": alias})
        for domain in record["also_in"]:
            tables.insert("also_in", {"entity": entity.id, "domain": domain})
    for source in kb.sources.values():
        tables.insert("sources", source_record(kb, source, base))
    for term in kb.terms.values():
        record = term_record(kb, term, base)
        aliases = json.dumps(record["aliases"], ensure_ascii=False)
        tables.insert("terms", record | {"aliases": aliases})
    for record in claims:
        _insert_claim(tables, record)


def _insert_claim(tables: _Tables, record: Record) -> None:
    claim = {"claim": record["ref"]}
    tables.insert("claims", record)
    for citation in record["sources"]:
        tables.insert("citations", claim | citation)
    for evidence in record["evidence"]:
        tables.insert("evidence", claim | evidence)
    for entity in record["with"]:
        tables.insert("participants", claim | {"entity": entity})
    for other in record["conflicts_with"]:
        tables.insert("conflicts", claim | {"other": other})


def _flat(record: Record) -> Record:
    flat = {}
    for key, value in record.items():
        if isinstance(value, dict):
            flat |= {f"{key}_{lang}": value[lang] for lang in LANGS}
        else:
            flat[key] = value
    return flat
