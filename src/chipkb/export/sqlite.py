"""All data as one SQLite database, with its meaning, its keys and a search that knows Chinese."""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlite_utils import Database

from chipkb.export import columns, meaning
from chipkb.export.head import head
from chipkb.export.record import Record
from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.values.artifact import Artifact
from chipkb.values.text import LANGS, Text
from chipkb.view.downloads import Download


class Table(NamedTuple):
    """Columns by name (`_` behind a name: two of it, _zh and _en; `=` a number, `?` a truth), the
    primary key, and which columns lead to which table's key."""

    columns: str
    key: str | None = None
    leads: dict[str, tuple[str, str]] = {}  # noqa: RUF012 (never written to)


_ENTITY, _SOURCE, _CLAIM = ("entities", "id"), ("sources", "id"), ("claims", "ref")
TABLES: dict[str, Table] = {
    "meta": Table("key value", "key"),
    "domains": Table("id name_ intro_ url_", "id"),
    "metrics": Table("id name_ fresh_for_months= is_headline?", "id"),
    "units": Table("id name_ pattern_ symbol dimension factor= base_unit", "id"),
    "relation_kinds": Table("id name_ inverse_ is_symmetric?", "id"),
    **{
        name: Table("id name_", "id")
        for name in ("event_kinds", "topics", "tiers", "measures", "exchanges", "assessments", "bases")
    },
    "entities": Table(
        "id kind name_ home parent summary_ url_ checked website wikidata lei city_ added changed",
        "id",
        {"home": ("domains", "id"), "parent": _ENTITY},
    ),
    "aliases": Table("entity alias language", None, {"entity": _ENTITY}),
    "also_in": Table("entity domain", None, {"entity": _ENTITY, "domain": ("domains", "id")}),
    "listings": Table("entity status exchange ticker as_of", None, {"entity": _ENTITY}),
    "sources": Table(
        "id title_ publisher_ author published accessed kind tier language original copy_of caveats_ "
        "url_ doi is_untitled? own_title archived carrier_ added changed",
        "id",
        {"copy_of": _SOURCE, "tier": ("tiers", "id")},
    ),
    "claims": Table(
        "ref entity kind about value_ low= high= qualifier unit of scope_ basis text_ target as_of "
        "assessment attributed_to_ note_ superseded_by url_ id added changed entity_name_ about_name_ "
        "number= min= max= is_min_inclusive? is_max_inclusive? is_approximate? dimension base_unit "
        "base_number= base_min= base_max= as_of_start as_of_end by report period home",
        "ref",
        {
            "entity": _ENTITY,
            "of": _ENTITY,
            "target": _ENTITY,
            "unit": ("units", "id"),
            "home": ("domains", "id"),
            "assessment": ("assessments", "id"),
        },
    ),
    "citations": Table("claim source place", None, {"claim": _CLAIM, "source": _SOURCE}),
    "participants": Table("claim entity", None, {"claim": _CLAIM, "entity": _ENTITY}),
    "conflicts": Table("claim other", None, {"claim": _CLAIM, "other": _CLAIM}),
    "evidence": Table(
        "claim says text_ source url publisher published accessed tier origin", None, {"claim": _CLAIM}
    ),
    "outcomes": Table("claim result by_claim checked text_", "claim", {"claim": _CLAIM}),
    "terms": Table("id topic name_ abbreviation aliases definition_ url_ added changed", "id"),
    "term_sources": Table("term source place", None, {"term": ("terms", "id"), "source": _SOURCE}),
    "see": Table("term other", None, {"term": ("terms", "id")}),
    "links": Table('id order= name_ summary_ url_', "id"),
    "needs": Table(
        "id link entity why_ state domestic_state_ path_ note_ url_",
        "id",
        {"link": ("links", "id"), "entity": _ENTITY},
    ),
    "comparisons": Table("id domain title_ intro_ kind columns url_", "id"),
    "moved": Table("kind was now gone_ date", None),
}  # fmt: skip
_INDEXES = (
    ("claims", ["entity"]),
    ("claims", ["about", "as_of_end"]),
    ("claims", ["target"]),
    ("citations", ["claim"]),
    ("citations", ["source"]),
    ("evidence", ["claim"]),
    ("conflicts", ["claim"]),
)
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
_LONGEST = 4  # characters of a Chinese word that is found whole
_SEARCHED = ("entity_name", "about_name", "value", "scope", "text", "note")


def sqlite_file(kb: KnowledgeBase, tables: dict[str, list[Record]], base: str) -> Download:
    """chipkb.sqlite; one version of SQLite writes the same data to the same bytes."""
    connection = sqlite3.connect(":memory:")
    try:
        database = Database(connection)
        for name, table in TABLES.items():
            _create(database, name, table)
        for name, rows in _rows(kb, tables, base):
            _insert(connection, name, rows)
        for name, indexed in _INDEXES:
            database.table(name).create_index(indexed)
        _index_words(connection, tables["facts"])
        connection.commit()
        content = connection.serialize()
    finally:
        connection.close()
    about = Text(
        zh="同样的内容，一个 SQLite 数据库，带词表、外键与中文全文检索；可用 Datasette 打开",
        en="The same as one SQLite database, with the vocabulary, foreign keys and a full-text search "
        "that knows Chinese; opens in Datasette",
    )
    artifact = Artifact(f"{permalink.DOWNLOADS}/chipkb.sqlite", content)
    return Download(artifact, about, columns.CLAIM)


def datasette_metadata(kb: KnowledgeBase) -> Artifact:
    """What `datasette chipkb.sqlite --metadata datasette.json` shows beside the tables."""
    meanings = {"claims": columns.CLAIM, "entities": columns.ENTITY, "sources": columns.SOURCE,
                "terms": columns.TERM}  # fmt: skip
    described: dict[str, Any] = {
        name: {"columns": {key: f"{text.en} · {text.zh}" for key, text in found.items()}}
        for name, found in meanings.items()
    }
    described["claims"] |= {
        "fts_table": "claims_fts",
        "label_column": "ref",
        "sort_desc": "as_of_end",
    }
    described["entities"]["label_column"] = "name_zh"
    described["sources"]["label_column"] = "title_zh"
    about = head(kb)
    whole = {
        "title": kb.site.name.zh,
        "description": f"{kb.site.title.en}, each fact with its source. {about['version']}",
        "license": "CC BY 4.0",
        "license_url": about["licence"],
        "databases": {"chipkb": {"tables": described}},
    }
    path = f"{permalink.DOWNLOADS}/datasette.json"
    return Artifact.of_text(path, json.dumps(whole, ensure_ascii=False, indent=1) + "\n")


def searchable(text: str) -> str:
    """Words that FTS5 can match whole: of Chinese, which has no spaces, all pieces of 1 to 4 characters.

    >>> searchable("EUV光刻机")
    'EUV 光 刻 机 光刻 刻机 光刻机'
    """
    words = [_HAN_RUN.sub(" ", text)]
    for run in _HAN_RUN.findall(text):
        words += [
            run[start : start + length]
            for length in range(1, min(_LONGEST, len(run)) + 1)
            for start in range(len(run) - length + 1)
        ]
    return " ".join(" ".join(words).split())


def _create(database: Database, name: str, table: Table) -> None:
    kinds = {"=": float, "?": int}
    found: dict[str, type] = {}
    for column in table.columns.split():
        bare = column.rstrip("_=?")
        for part in [f"{bare}_{lang}" for lang in LANGS] if column.endswith("_") else [bare]:
            found[part] = kinds.get(column[-1], str)
    leads = [(column, *other) for column, other in table.leads.items()]
    database.table(name).create(found, pk=table.key, foreign_keys=leads)


def _rows(
    kb: KnowledgeBase, tables: dict[str, list[Record]], base: str
) -> Iterator[tuple[str, Iterable[Record]]]:
    """The rows of every table, those that are led to before those that lead to them."""
    words = meaning.vocabulary(kb, base)
    yield "meta", [{"key": key, "value": value} for key, value in head(kb).items()]
    kinds = {"relations": "relation_kinds", "events": "event_kinds"}
    for name, rows in words.items():
        if kinds.get(name, name) in TABLES:
            yield kinds.get(name, name), rows
    yield from _entity_rows(tables["entities"])
    yield "sources", tables["sources"]
    yield from _claim_rows(tables["facts"])
    yield from _term_rows(tables["glossary"])
    chain = meaning.chain(kb, base)
    yield "links", chain
    yield "needs", [{**need, "link": link["id"]} for link in chain for need in link["needs"]]
    yield (
        "comparisons",
        [
            {**one, "columns": json.dumps(one["columns"], ensure_ascii=False)}
            for one in meaning.comparisons(kb, base)
        ],
    )
    yield "moved", meaning.moved(kb, base)


def _entity_rows(entities: list[Record]) -> Iterator[tuple[str, Iterable[Record]]]:
    city = [{**one, "city": (one["headquarters"] or {}).get("city")} for one in entities]
    parents = {one["id"]: one["parent"] for one in entities}

    def depth(id_: str) -> int:
        return 0 if parents.get(id_) is None else 1 + depth(parents[id_])

    yield "entities", sorted(city, key=lambda one: depth(one["id"]))
    languages = {name["name"]: name["language"] for one in entities for name in one["names"]}
    yield (
        "aliases",
        [
            {"entity": one["id"], "alias": alias, "language": languages[alias]}
            for one in entities
            for alias in one["aliases"]
        ],
    )
    yield "also_in", [{"entity": e["id"], "domain": d} for e in entities for d in e["also_in"]]
    yield "listings", [{"entity": e["id"], **one} for e in entities for one in e["listing"]]


def _claim_rows(claims: list[Record]) -> Iterator[tuple[str, Iterable[Record]]]:
    yield "claims", claims
    yield "citations", [{"claim": c["ref"], **one} for c in claims for one in c["sources"]]
    yield "participants", [{"claim": c["ref"], "entity": e} for c in claims for e in c["with"]]
    yield "conflicts", [{"claim": c["ref"], "other": o} for c in claims for o in c["conflicts"]]
    yield "evidence", [{"claim": c["ref"], **one} for c in claims for one in c["evidence"]]
    yield (
        "outcomes",
        [
            {**c["outcome"], "by_claim": c["outcome"]["claim"], "claim": c["ref"]}
            for c in claims
            if c["outcome"]
        ],
    )


def _term_rows(terms: list[Record]) -> Iterator[tuple[str, Iterable[Record]]]:
    yield (
        "terms",
        [{**one, "aliases": json.dumps(one["aliases"], ensure_ascii=False)} for one in terms],
    )
    yield "term_sources", [{"term": t["id"], **one} for t in terms for one in t["sources"]]
    yield "see", [{"term": t["id"], "other": other} for t in terms for other in t["see"]]


def _insert(connection: sqlite3.Connection, name: str, rows: Iterable[Record]) -> None:
    """The columns of the table, each with the record's value or nothing.

    Not by sqlite-utils, which looks at every value on its way: that took half of the time.
    """
    plan = [(column.rstrip("_=?"), column[-1]) for column in TABLES[name].columns.split()]
    width = sum(2 if mark == "_" else 1 for _, mark in plan)
    blanks = ", ".join("?" * width)
    connection.executemany(
        f'INSERT INTO "{name}" VALUES ({blanks})', (_fitted(row, plan) for row in rows)
    )


def _fitted(record: Record, plan: list[tuple[str, str]]) -> list[Any]:
    row: list[Any] = []
    for name, mark in plan:
        value = record.get(name)
        if mark == "_":
            row += (value["zh"], value["en"]) if value else (None, None)
        else:
            row.append(value)
    return row


def _index_words(connection: sqlite3.Connection, claims: list[Record]) -> None:
    """claims_fts: rowid for rowid the words of a claim in both languages; it keeps no text itself."""
    connection.execute("CREATE VIRTUAL TABLE claims_fts USING fts5(words, content='')")
    rowids = dict(connection.execute("SELECT ref, rowid FROM claims"))
    connection.executemany(
        "INSERT INTO claims_fts(rowid, words) VALUES (?, ?)",
        ((rowids[claim["ref"]], searchable(_all_words(claim))) for claim in claims),
    )


def _all_words(claim: Record) -> str:
    texts = [claim[key] for key in _SEARCHED if claim[key]]
    return " ".join(dict.fromkeys(text[lang] for text in texts for lang in LANGS))
