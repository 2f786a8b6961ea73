"""All files that are made for programs and spreadsheets."""

from collections.abc import Iterator

from chipkb.export.bibliography import bibliography, citation_files
from chipkb.export.calendar import icalendar
from chipkb.export.changes import changes_json
from chipkb.export.csv_table import facts_csv
from chipkb.export.feed import atom_feed, changes_feed
from chipkb.export.json_api import json_files
from chipkb.export.record import claim_records
from chipkb.export.schema import schema_files
from chipkb.export.sqlite import sqlite_file
from chipkb.export.tables import csv_files
from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.values.artifact import Artifact
from chipkb.values.text import LANGS
from chipkb.view.downloads import Download


def downloads(kb: KnowledgeBase, base: str) -> tuple[Download, ...]:
    """The whole data in several forms; `base` is the site's address, with a slash at its end."""
    claims = claim_records(kb, base)
    return (
        facts_csv(claims),
        *json_files(kb, claims, base),
        sqlite_file(kb, claims, base),
        *bibliography(kb),
        changes_json(kb),
    )


def lasting_files(kb: KnowledgeBase) -> tuple[str, ...]:
    """The paths that others rely on, but those of files beside a source's page, which come and
    stay with it."""
    made = [*(one.artifact for one in downloads(kb, "")), *other_files(kb, "")]
    beside_sources = permalink.source_page("")
    return tuple(one.path for one in made if not one.path.startswith(beside_sources))


def other_files(kb: KnowledgeBase, base: str) -> Iterator[Artifact]:
    """Feeds, calendars, tables of single pages, citations, and the schemas of the data files."""
    for lang in LANGS:
        yield atom_feed(kb, lang, base)
        yield changes_feed(kb, lang, base)
        yield icalendar(kb, lang, base)
    yield from csv_files(kb)
    yield from citation_files(kb)
    yield from schema_files(f"{permalink.DOWNLOADS}/schema")
