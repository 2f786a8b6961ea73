"""Comparison tables and share figures as CSV: a row a fact, its parts named as in facts.csv."""

import csv
import io
from collections.abc import Iterable, Iterator

from chipkb.export.bounds import bounds
from chipkb.model import permalink
from chipkb.model.entity import Event
from chipkb.model.fact import Figure, Statement
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import claim_id
from chipkb.model.words import prose_text
from chipkb.values.artifact import Artifact
from chipkb.values.text import LANGS, Lang, spreadsheet_cell
from chipkb.view.claim import ClaimView
from chipkb.view.comparison import ComparisonView, comparison_view
from chipkb.view.comparison_cell import CellView
from chipkb.view.directory import DirectoryView, directory_view
from chipkb.view.localisation import LocalisationView, localisation_view

CSV_FILE = "table.csv"
_FACT_HEAD = (
    "value",
    "low",
    "high",
    "qualifier",
    "unit",
    "as_of",
    "basis",
    "assessment",
    "scope",
    "sources",
    "ref",
    "text",
    "min",
    "max",
)


def csv_files(kb: KnowledgeBase) -> Iterator[Artifact]:
    """One file for each table page in each language, beside the page."""
    shares = localisation_view(kb)
    comparisons = [comparison_view(kb, comparison) for comparison in kb.comparisons]
    directory = directory_view(kb)
    for lang in LANGS:
        yield _file(permalink.DIRECTORY, lang, directory_rows(directory, lang))
        for view in comparisons:
            page = permalink.comparison_page(view.comparison.id)
            yield _file(page, lang, comparison_rows(kb, view, lang))
        if shares.figures:
            yield _file(permalink.LOCALISATION, lang, share_rows(kb, shares, lang))


def comparison_rows(kb: KnowledgeBase, view: ComparisonView, lang: Lang) -> Iterator[list[str]]:
    """A row for each value of each cell; the table on the page is its pivot."""
    yield ["entity", "name", "column", "column_name", "other", "other_name", *_FACT_HEAD]
    for row in view.rows:
        about = [row.entity.id, row.entity.name.in_lang(lang)]
        for head, cell in zip(view.heads, row.cells, strict=True):
            column = [head.key, head.label.in_lang(lang)]
            for values in _cell_rows(kb, cell, lang):
                yield about + column + values


def directory_rows(view: DirectoryView, lang: Lang) -> Iterator[list[str]]:
    """A row for each entry, as on the page."""
    yield [
        *("entity", "name", "kind", "city", "domains", "chain", "listing", "exchange", "ticker"),
        *("revenue", "revenue_as_of", "last_event", "last_event_date"),
    ]
    for row in view.rows:
        listing = row.listings[0] if row.listings else None
        revenue, last = row.revenue, row.last
        yield [
            row.entity.id,
            row.entity.name.in_lang(lang),
            row.entity.kind.value,
            row.city.name.in_lang(lang) if row.city else "",
            "; ".join(id_ for id_, _ in row.domains),
            "; ".join(role.in_lang(lang) for role in row.roles),
            row.stage,
            listing.listing.exchange or "" if listing else "",
            listing.listing.ticker or "" if listing else "",
            revenue.claim.value.text(lang) if revenue else "",
            revenue.date.iso if revenue and revenue.date else "",
            last.label.in_lang(lang) if last else "",
            last.date.iso if last and last.date else "",
        ]


def share_rows(kb: KnowledgeBase, view: LocalisationView, lang: Lang) -> Iterator[list[str]]:
    """A row for each figure of the dashboard."""
    yield ["domain", "subject", "subject_name", "holder", "holder_name", "metric", *_FACT_HEAD]
    for domain in view.domains:
        for share in domain.shares:
            holder = share.holder
            yield [
                domain.id,
                share.subject.id,
                share.subject.name.in_lang(lang),
                holder.id if holder else "",
                holder.name.in_lang(lang) if holder else "",
                share.view.claim.metric,
                *_fact(kb, share.view, lang),
            ]


def _cell_rows(kb: KnowledgeBase, cell: CellView, lang: Lang) -> Iterator[list[str]]:
    for view in cell.views:
        yield ["", "", *_fact(kb, view, lang)]
    for other in cell.others:
        yield [other.entity.id, other.entity.name.in_lang(lang), *_fact(kb, other.view, lang)]


def _fact(kb: KnowledgeBase, view: ClaimView, lang: Lang) -> list[str]:
    claim = view.claim
    sources = " ".join(dict.fromkeys(citation.source.id for citation in view.citations))
    ref = f"{view.entity.id}/{claim_id(claim)}"
    date = view.date.iso if view.date else ""
    if not isinstance(claim, Figure):
        kind = view.label.in_lang(lang)
        row = [kind, "", "", "", "", date, "", claim.assessment.value, "", sources, ref]
        return [*row, _words(kb, view, lang), "", ""]
    quantity = claim.value
    found = bounds(kb, quantity)
    return [
        quantity.text(lang),
        f"{quantity.low:f}",
        f"{quantity.high:f}" if quantity.high is not None else "",
        quantity.qualifier.value,
        quantity.unit.id,
        date,
        claim.basis.value,
        claim.assessment.value,
        prose_text(kb, claim.scope, lang, view.entity.id) if claim.scope else "",
        sources,
        ref,
        "",
        *(found[key] or "" for key in ("min", "max")),
    ]


def _words(kb: KnowledgeBase, view: ClaimView, lang: Lang) -> str:
    """What a claim without a value says."""
    claim, home = view.claim, view.entity.id
    if isinstance(claim, Statement):
        return " ".join(prose_text(kb, claim.statement, lang, home).split())
    if isinstance(claim, Event):
        return " ".join(prose_text(kb, claim.text, lang, home).split())
    return view.target.name.in_lang(lang) if view.target else ""


def _file(page: str, lang: Lang, rows: Iterable[list[str]]) -> Artifact:
    written = io.StringIO(newline="")
    csv.writer(written).writerows([spreadsheet_cell(str(one)) for one in row] for row in rows)
    # Spreadsheets take a file for UTF-8 only when it begins with a byte order mark.
    content = written.getvalue().encode("utf-8-sig")
    return Artifact(permalink.file_path(page, CSV_FILE, lang), content)
