"""Sources as reference managers read them: CSL-JSON, BibTeX for the classic styles, and biblatex.

The fields are ours, as pybtex escapes addresses, which makes them other addresses; bibtexparser writes
the entries.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from bibtexparser.bibdatabase import BibDatabase
from bibtexparser.bwriter import BibTexWriter

from chipkb.export.head import LICENCE, head
from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.model.source import Source, SourceKind
from chipkb.values.artifact import Artifact
from chipkb.values.partial_date import PartialDate
from chipkb.values.text import Text
from chipkb.view.downloads import Download

CSL_FILE, BIBTEX_FILE = "cite.json", "cite.bib"  # beside the page of a source

_CSL_TYPES = {
    SourceKind.ARTICLE: "webpage",
    SourceKind.FILING: "report",
    SourceKind.COMPANY_RELEASE: "webpage",
    SourceKind.STATISTICS: "dataset",
    SourceKind.PAPER: "article-journal",
    SourceKind.STANDARD: "standard",
    SourceKind.REPORT: "report",
    SourceKind.PRESS: "article-newspaper",
    SourceKind.INTERVIEW: "interview",
    SourceKind.FORUM: "post",
    SourceKind.DATABASE: "dataset",
    SourceKind.REFERENCE: "entry-encyclopedia",
}
# CSL's container is what the work appeared in, which of these types a publisher is.
_IN_CONTAINER = ("article-journal", "article-newspaper", "webpage", "post", "entry-encyclopedia")
_BIBTEX_TYPES = {SourceKind.PAPER: "article", SourceKind.REPORT: "report"}
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_SPECIAL = {char: f"\\{char}" for char in "&%$#_{}"} | {
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}


def bibliography(kb: KnowledgeBase) -> Iterator[Download]:
    """All sources in one file of each form."""
    items = [csl_item(source) for source in kb.sources.values()]
    yield Download(
        Artifact.of_text(f"{permalink.DOWNLOADS}/references.json", _csl(items)),
        Text(
            zh="全部来源，CSL-JSON，供 Zotero 等文献管理软件",
            en="All sources as CSL-JSON, for Zotero and other reference managers",
        ),
    )
    yield Download(
        Artifact.of_text(
            f"{permalink.DOWNLOADS}/references.bib",
            bibtex(kb.sources.values(), head(kb)["version"]),
        ),
        Text(
            zh="全部来源，BibTeX，供 LaTeX 的传统样式（plain、alpha 等）",
            en="All sources as BibTeX, for the classic styles of LaTeX (plain, alpha and so on)",
        ),
    )
    yield Download(
        Artifact.of_text(
            f"{permalink.DOWNLOADS}/references.biblatex.bib",
            biblatex(kb.sources.values(), head(kb)["version"]),
        ),
        Text(zh="全部来源，biblatex 的字段", en="All sources in the fields of biblatex"),
    )


def citation_files(kb: KnowledgeBase) -> Iterator[Artifact]:
    """Each source in each form, beside its page."""
    for source in kb.sources.values():
        page = permalink.source_page(source.id)
        yield Artifact.of_text(f"{page}/{CSL_FILE}", _csl([csl_item(source)]))
        yield Artifact.of_text(f"{page}/{BIBTEX_FILE}", bibtex([source]))


def csl_item(source: Source) -> dict[str, Any]:
    """One item of CSL-JSON, in the source's own language."""
    kind, publisher = _CSL_TYPES[source.kind], _own(source.publisher, source)
    item: dict[str, Any] = {"id": source.id, "type": kind, "title": source.own_title}
    if source.author:
        item["author"] = [{"literal": name} for name in source.author]
    if publisher:
        item["container-title" if kind in _IN_CONTAINER else "publisher"] = publisher
    if source.published:
        item["issued"] = _csl_date(source.published)
    if source.accessed:
        item["accessed"] = _csl_date(source.accessed)
    if source.url:
        item["URL"] = source.url
    if source.doi:
        item["DOI"] = source.doi
    if source.archived:
        item["archive_location"] = source.archived
    if source.carrier:
        item["archive"] = _own(source.carrier, source)
    return item | {"language": source.language}


def bibtex(sources: Iterable[Source], version: str = "") -> str:
    """Entries that the classic styles print: year and month rather than a date."""
    return _written((_bibtex_fields(source) for source in sources), version)


def biblatex(sources: Iterable[Source], version: str = "") -> str:
    """Entries in the fields of biblatex."""
    return _written((_biblatex_fields(source) for source in sources), version)


def _bibtex_fields(source: Source) -> dict[str, str | None]:
    kind = {SourceKind.PAPER: "article", SourceKind.REPORT: "techreport"}.get(source.kind, "misc")
    kind = kind if source.author else "misc"  # the others are not printed without an author
    publisher = _own(source.publisher, source)
    holder = {"article": "journal", "techreport": "institution"}.get(kind, "howpublished")
    day = source.published.iso if source.published else ""
    dated = day if _DATE.fullmatch(day) else ""
    month = dated[5:7]
    return {
        **_common(source, kind),
        holder: _escaped(publisher),
        "year": dated[:4] or _escaped(day),
        "month": month and f"{int(month)}",
        # What has no author is sorted, and in some styles called, by this.
        "key": None if source.author else _escaped(publisher or source.own_title),
        "note": "; ".join(filter(None, [_escaped(_own(source.carrier, source)), _seen(source)])),
    }


def _biblatex_fields(source: Source) -> dict[str, str | None]:
    kind = _BIBTEX_TYPES.get(source.kind) or ("online" if source.url else "misc")
    holder = {"article": "journaltitle", "report": "institution"}.get(kind, "organization")
    return {
        **_common(source, kind),
        holder: _escaped(_own(source.publisher, source)),
        "date": _bibtex_date(source.published),
        "urldate": _bibtex_date(source.accessed),
        "type": "report" if kind == "report" else None,  # biblatex asks for it
        "note": _escaped(_own(source.carrier, source)),  # where it was read
        "langid": {"zh": "chinese", "en": "english"}.get(source.language),
    }


def _common(source: Source, kind: str) -> dict[str, str | None]:
    return {
        "ENTRYTYPE": kind,
        "ID": source.id,
        "author": " and ".join("{" + _escaped(name) + "}" for name in source.author),
        "title": "{" + _escaped(source.own_title) + "}",
        "url": _literal(source.url),
        "doi": _literal(source.doi),
    }


def _seen(source: Source) -> str:
    """Accessed on, in the source's language."""
    if not source.accessed:
        return ""
    return (
        f"{source.accessed.iso} 查阅"
        if source.own_lang == "zh"
        else f"Accessed {source.accessed.iso}"
    )


def _written(entries: Iterable[dict[str, str | None]], version: str) -> str:
    database = BibDatabase()
    database.entries = [{key: value for key, value in one.items() if value} for one in entries]
    writer = BibTexWriter(write_common_strings=False)
    writer.display_order = ["author", "title"]
    writer.order_entries_by = None
    told = f"% chipkb {version}, CC BY 4.0, {LICENCE}\n\n" if version else ""
    return f"{told}{writer.write(database)}"


def _literal(address: str | None) -> str | None:
    """As it is, as what reads it takes it literally; but braces would end the field."""
    return address.replace("{", "%7B").replace("}", "%7D") if address else None


def _own(text: Text | None, source: Source) -> str:
    """The wording in the language of the source, or in English where that is neither of ours."""
    return text.in_lang(source.own_lang) if text else ""


def _csl(items: list[dict[str, Any]]) -> str:
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _csl_date(date: PartialDate) -> dict[str, Any]:
    """Year, month and day as far as they are known; a quarter or a span only in words."""
    if _DATE.fullmatch(date.iso):
        return {"date-parts": [[int(part) for part in date.iso.split("-")]]}
    return {"literal": date.iso}


def _bibtex_date(date: PartialDate | None) -> str | None:
    """In ISO form; of a quarter or a span no more than can be said in it, which is nothing."""
    return date.iso if date and _DATE.fullmatch(date.iso) else None


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(char, char) for char in text)
