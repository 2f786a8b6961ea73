"""All claims as one table for spreadsheets."""

import csv
import io
from typing import Any

from chipkb.export import columns
from chipkb.export.record import Record
from chipkb.model import permalink
from chipkb.values.artifact import Artifact
from chipkb.values.text import LANGS, Text
from chipkb.view.downloads import Download

_BILINGUAL = ("entity_name", "value", "scope", "text", "attributed_to", "note", "url")
_LEFT_OUT = ("evidence",)  # a list of records has no place in a cell; facts.json has it


def facts_csv(claims: list[Record]) -> Download:
    """facts.csv: a row a claim; what is bilingual has two columns, with _zh and _en."""
    names = _columns()
    written = io.StringIO(newline="")
    table = csv.writer(written)
    table.writerow(names)
    table.writerows([_cell(record, name) for name in names] for record in claims)
    # Spreadsheets take a file for UTF-8 only when it begins with a byte order mark.
    content = written.getvalue().encode("utf-8-sig")
    about = Text(
        zh="一行一条事实，供电子表格打开；双语的列分为 _zh 与 _en",
        en="A row a claim, for spreadsheets; bilingual columns come as _zh and _en",
    )
    keys = {name: meaning for name, meaning in columns.CLAIM.items() if name not in _LEFT_OUT}
    return Download(Artifact(f"{permalink.DOWNLOADS}/facts.csv", content), about, keys)


def _columns() -> list[str]:
    names = []
    for name in columns.CLAIM:
        if name not in _LEFT_OUT:
            names += [f"{name}_{lang}" for lang in LANGS] if name in _BILINGUAL else [name]
    return names


def _cell(record: Record, column: str) -> str:
    name, _, lang = column.rpartition("_")
    value = record[name][lang] if name in _BILINGUAL and record[name] else record.get(column)
    if isinstance(value, list):
        return "; ".join(_item(item) for item in value)
    return "" if value is None else str(value)


def _item(item: Any) -> str:
    if isinstance(item, dict):
        return f"{item['source']}#{item['place']}" if item["place"] else item["source"]
    return item
