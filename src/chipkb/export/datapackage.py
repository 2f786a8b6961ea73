"""datapackage.json: the CSV tables with the type and meaning of every column, as Frictionless reads it."""

import hashlib
import json
from typing import Any, get_args

from pydantic import BaseModel

from chipkb.export import published as shape
from chipkb.export.csv_table import SHEETS, Sheet
from chipkb.export.head import head
from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.values.artifact import Artifact
from chipkb.values.text import LANGS
from chipkb.view.downloads import Download

_MODELS: dict[str, type[BaseModel]] = {
    "facts": shape.Claim,
    "entities": shape.Entity,
    "sources": shape.Source,
    "glossary": shape.Term,
}
_KEYS = {"facts": "ref", "entities": "id", "sources": "id", "glossary": "id", "relations": "id"}
_LEADS = {
    "facts": {"entity": ("entities", "id"), "of": ("entities", "id"), "target": ("entities", "id")},
    "entities": {"parent": ("", "id")},
    "sources": {"copy_of": ("", "id")},
    "relations": {"source": ("entities", "id"), "target": ("entities", "id")},
    "evidence": {"ref": ("facts", "ref")},
}


def data_package(kb: KnowledgeBase, downloads: tuple[Download, ...], base: str) -> Artifact:
    """The description of the tables that stand beside it."""
    about = head(kb)
    made = {one.name: one for one in downloads}
    whole = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "chipkb",
        "title": kb.site.name.zh,
        "description": f"Facts on {kb.site.subject.en}, each with its source, date and assessment.",
        "version": about["version"],
        "created": f"{about['date']}T00:00:00Z",
        "homepage": base,
        "licenses": [{"name": "CC-BY-4.0", "path": about["licence"], "title": "CC BY 4.0"}],
        "resources": [_resource(name, made[f"{name}.csv"]) for name in SHEETS],
    }
    path = f"{permalink.DOWNLOADS}/datapackage.json"
    return Artifact.of_text(path, json.dumps(whole, ensure_ascii=False, indent=1) + "\n")


def _resource(name: str, download: Download) -> dict[str, Any]:
    sheet = SHEETS[name]
    schema: dict[str, Any] = {"fields": list(_fields(name, sheet)), "missingValues": [""]}
    if name in _KEYS:
        schema["primaryKey"] = [_KEYS[name]]
    schema["foreignKeys"] = [
        {"fields": [column], "reference": {"resource": table, "fields": [key]}}
        for column, (table, key) in _LEADS.get(name, {}).items()
    ]
    return {
        "name": name,
        "type": "table",
        "path": download.name,
        "title": sheet.about.in_lang("en"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "bytes": len(download.artifact.content),
        # A CSV has no head to hold a version: by this a copy of it is known again.
        "hash": f"sha256:{hashlib.sha256(download.artifact.content).hexdigest()}",
        "schema": schema,
    }


def _fields(name: str, sheet: Sheet) -> list[dict[str, str]]:
    fields = []
    for column, meaning in sheet.columns.items():
        if column in sheet.left_out:
            continue
        told = f"{meaning.in_lang('en')} · {meaning.zh}"
        parts = [f"{column}_{lang}" for lang in LANGS] if column in sheet.bilingual else [column]
        fields += [
            {"name": part, "type": _type(name, column), "description": told} for part in parts
        ]
    return fields


def _type(table: str, column: str) -> str:
    """The type of a column's cells; lists are text with `; ` between."""
    model = _MODELS.get(table)
    field = model.model_fields.get(column) if model else None
    if field is None:
        return "string"
    kinds = {field.annotation, *get_args(field.annotation)}
    if bool in kinds:
        return "boolean"
    if int in kinds:
        return "integer"
    if shape.Day in kinds:
        return "date"
    return "number" if shape.Number in kinds else "string"
