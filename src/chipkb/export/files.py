"""All files that are made for programs and spreadsheets."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from chipkb.export.api import api_files
from chipkb.export.api_schema import published_schema_files
from chipkb.export.bibliography import bibliography, citation_files
from chipkb.export.calendar import icalendar
from chipkb.export.changes import changes_json
from chipkb.export.citation_file import citation_file
from chipkb.export.csv_table import csv_tables
from chipkb.export.datapackage import data_package
from chipkb.export.feed import atom_feed, changes_feed
from chipkb.export.json_api import json_files, tables_of
from chipkb.export.record import Record
from chipkb.export.schema import schema_files
from chipkb.export.sqlite import datasette_metadata, sqlite_file
from chipkb.export.tables import csv_files
from chipkb.export.twin import twins
from chipkb.export.twin_lines import TWIN
from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.model.ledger import IdKind
from chipkb.values.artifact import Artifact
from chipkb.values.text import LANGS
from chipkb.view.downloads import Download


@dataclass(frozen=True)
class Exports:
    """Everything that is published besides pages; `base` is the site's address, with a slash at its
    end. The records are made once for all formats."""

    kb: KnowledgeBase
    base: str

    @cached_property
    def tables(self) -> dict[str, list[Record]]:
        return tables_of(self.kb, self.base)

    @cached_property
    def downloads(self) -> tuple[Download, ...]:
        """The whole data in several forms."""
        kb, tables, base = self.kb, self.tables, self.base
        return (
            *csv_tables(tables),
            *json_files(kb, tables, base),
            sqlite_file(kb, tables, base),
            *bibliography(kb),
            changes_json(kb),
        )

    def others(self) -> Iterator[Artifact]:
        """All else, and what has moved at its old address too: a file cannot lead on as a page can."""
        made = {file.path: file for file in self._others()}
        yield from made.values()
        made |= {one.artifact.path: one.artifact for one in self.downloads}
        for move in self.kb.ledger.moves:
            if move.kind is IdKind.FILE and move.now in made:
                yield Artifact(move.was, made[move.now].content)

    def _others(self) -> Iterator[Artifact]:
        """The API, feeds, calendars, tables of single pages, citations and schemas."""
        kb, base = self.kb, self.base
        for lang in LANGS:
            yield atom_feed(kb, lang, base)
            yield changes_feed(kb, lang, base)
            yield icalendar(kb, lang, base)
        yield from csv_files(kb)
        yield from citation_files(kb)
        yield from schema_files(f"{permalink.DOWNLOADS}/schema", kb.vocabulary)
        yield from published_schema_files(base)
        yield data_package(kb, self.downloads, base)
        yield datasette_metadata(kb)
        yield from api_files(kb, self.tables, base)
        yield from twins(kb, self.tables, base)
        yield citation_file(kb, base)


def lasting_files(kb: KnowledgeBase) -> tuple[str, ...]:
    """The paths that others rely on, but those that come and stay with an entity, source or domain."""
    exports = Exports(kb, "")
    made = [*(one.artifact for one in exports.downloads), *exports.others()]
    with_things = (
        permalink.source_page(""),
        *(f"api/v1/{kind}/" for kind in ("entity", "source", "domain")),
    )
    return tuple(
        one.path
        for one in made
        if not one.path.startswith(with_things) and not one.path.endswith(TWIN)
    )
