"""/api/v1/: the same records one entity, source or domain a file, with an index of all of them."""

from collections.abc import Iterator
from typing import Any

from chipkb.export.head import head
from chipkb.export.json_text import json_text
from chipkb.export.meaning import moved
from chipkb.export.record import Record
from chipkb.model.kb import KnowledgeBase
from chipkb.values.artifact import Artifact

FOLDER = "api/v1"


def api_files(kb: KnowledgeBase, tables: dict[str, list[Record]], base: str) -> Iterator[Artifact]:
    """A file for each thing, the moved ones among them, and index.json."""
    about = head(kb)
    claims, citing = _by(tables["facts"], "entity"), _by_source(tables["facts"])
    index: dict[str, list[Record]] = {"entity": [], "source": [], "domain": []}
    for entity in tables["entities"]:
        record = {**entity, "facts": claims.get(entity["id"], [])}
        yield _file("entity", entity["id"], {**about, "entity": record})
        index["entity"].append(_entry("entity", entity["id"], entity["name"], base))
    for source in tables["sources"]:
        refs = citing.get(source["id"], [])
        yield _file("source", source["id"], {**about, "source": {**source, "facts": refs}})
        index["source"].append(_entry("source", source["id"], source["title"], base))
    homes = _by(tables["entities"], "home")
    for id_, domain in kb.vocabulary.domains.items():
        entities = homes.get(id_, [])
        facts = [fact for entity in entities for fact in claims.get(entity["id"], [])]
        whole = {**about, "domain": id_, "entities": entities, "facts": facts}
        yield _file("domain", id_, whole)
        name = {"zh": domain.name.zh, "en": domain.name.in_lang("en")}
        index["domain"].append(_entry("domain", id_, name, base))
    moves = moved(kb, base)
    for move in moves:
        if move["kind"] in ("entity", "source"):
            yield _file(move["kind"], move["was"], {**about, "moved": move})
    yield _file("", "moved", {**about, "moved": moves})
    whole_files = {name: f"{base}data/{name}.json" for name in (*tables, "vocabulary", "changes")}
    yield _file("", "index", {**about, "whole": whole_files, **index})


def _entry(kind: str, id_: str, name: Record, base: str) -> Record:
    return {"id": id_, "name": name, "url": f"{base}{FOLDER}/{kind}/{id_}.json"}


def _file(kind: str, id_: str, whole: dict[str, Any]) -> Artifact:
    path = "/".join(part for part in (FOLDER, kind, f"{id_}.json") if part)
    return Artifact.of_text(path, json_text(whole))


def _by(rows: list[Record], key: str) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return found


def _by_source(claims: list[Record]) -> dict[str, list[str]]:
    """The refs of the claims that rest on each source."""
    found: dict[str, list[str]] = {}
    for claim in claims:
        for source in dict.fromkeys(one["source"] for one in claim["sources"]):
            found.setdefault(source, []).append(claim["ref"])
    return found
