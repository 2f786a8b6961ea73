"""The tables for spreadsheets: a row a record; what is bilingual has two columns, _zh and _en."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from chipkb.export import columns
from chipkb.export.record import Record
from chipkb.model import permalink
from chipkb.values.artifact import Artifact
from chipkb.values.text import LANGS, Text, spreadsheet_cell
from chipkb.view.downloads import Download


class Sheet(NamedTuple):
    """A table as CSV: its columns with their meaning, those that are bilingual, and what it is."""

    columns: Mapping[str, Text]
    bilingual: tuple[str, ...]
    left_out: tuple[str, ...]  # records have no place in a cell; the JSON has them
    about: Text


SHEETS: dict[str, Sheet] = {
    "facts": Sheet(
        columns.CLAIM,
        ("entity_name", "about_name", "value", "scope", "text", "attributed_to", "note", "url"),
        ("evidence", "outcome"),
        Text(
            zh="一行一条事实，供电子表格打开；双语的列分为 _zh 与 _en",
            en="A row a claim, for spreadsheets; bilingual columns come as _zh and _en",
        ),
    ),
    "entities": Sheet(
        columns.ENTITY,
        ("name", "summary", "url"),
        ("names", "headquarters", "listing"),
        Text(zh="一行一个条目", en="A row an entity"),
    ),
    "sources": Sheet(
        columns.SOURCE,
        ("title", "publisher", "caveats", "carrier", "url"),
        ("sections",),
        Text(zh="一行一个来源", en="A row a source"),
    ),
    "glossary": Sheet(
        columns.TERM,
        ("name", "definition", "url"),
        ("names",),
        Text(zh="一行一个术语", en="A row a term"),
    ),
    "relations": Sheet(
        columns.EDGE,
        ("source_name", "kind_name", "target_name", "url"),
        (),
        Text(
            zh="全部关系，一行一条边，供画图与网络分析",
            en="All relations as a list of edges, for graphs",
        ),
    ),
    "evidence": Sheet(
        columns.EVIDENCE,
        ("text",),
        (),
        Text(zh="旁证与反证，一行一条", en="What other pages say, a row each"),
    ),
}


def csv_tables(tables: dict[str, list[Record]]) -> Iterator[Download]:
    """facts.csv and the others, each with its columns' meaning."""
    more = {"relations": _edges(tables), "evidence": _evidence(tables["facts"])}
    for name, sheet in SHEETS.items():
        rows = more.get(name) or tables.get(name, [])
        yield Download(
            Artifact(f"{permalink.DOWNLOADS}/{name}.csv", _written(rows, sheet)),
            sheet.about,
            {key: text for key, text in sheet.columns.items() if key not in sheet.left_out},
        )


def names_of_columns(sheet: Sheet) -> list[str]:
    """The heads of the columns, in their order."""
    names: list[str] = []
    for name in sheet.columns:
        if name not in sheet.left_out:
            names += [f"{name}_{lang}" for lang in LANGS] if name in sheet.bilingual else [name]
    return names


def _edges(tables: dict[str, list[Record]]) -> list[Record]:
    """A relation as an edge from one entity to another."""
    names = {entity["id"]: entity["name"] for entity in tables["entities"]}
    return [
        {
            "id": claim["id"],
            "source": claim["entity"],
            "source_name": claim["entity_name"],
            "kind": claim["about"],
            "kind_name": claim["about_name"],
            "target": claim["target"],
            "target_name": names[claim["target"]],
            "as_of": claim["as_of"],
            "assessment": claim["assessment"],
            "sources": claim["sources"],
            "url": claim["url"],
        }
        for claim in tables["facts"]
        if claim["kind"] == "relation"
    ]


def _evidence(claims: list[Record]) -> list[Record]:
    return [
        {"ref": claim["ref"], "assessment": claim["assessment"], **one}
        for claim in claims
        for one in claim["evidence"]
    ]


def _written(rows: list[Record], sheet: Sheet) -> bytes:
    names = names_of_columns(sheet)
    written = io.StringIO(newline="")
    table = csv.writer(written)
    table.writerow(names)
    table.writerows([_cell(record, name, sheet) for name in names] for record in rows)
    # Spreadsheets take a file for UTF-8 only when it begins with a byte order mark.
    return written.getvalue().encode("utf-8-sig")


def _cell(record: Record, column: str, sheet: Sheet) -> str:
    name, _, lang = column.rpartition("_")
    value = record[name][lang] if name in sheet.bilingual and record[name] else record.get(column)
    if isinstance(value, list):
        return spreadsheet_cell("; ".join(_item(item) for item in value))
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else spreadsheet_cell(str(value))


def _item(item: Any) -> str:
    if isinstance(item, dict):
        return f"{item['source']}#{item['place']}" if item["place"] else str(item["source"])
    return str(item)
