"""Sources as reference managers read them: CSL-JSON and BibTeX.

Written here rather than by a library: citeproc-py drops the date of what has no author and
pybtex escapes addresses, which makes them other addresses.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

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
            "\n".join(bibtex_entry(source) for source in kb.sources.values()),
        ),
        Text(zh="全部来源，BibTeX，供 LaTeX", en="All sources as BibTeX, for LaTeX"),
    )


def citation_files(kb: KnowledgeBase) -> Iterator[Artifact]:
    """Each source in each form, beside its page."""
    for source in kb.sources.values():
        page = permalink.source_page(source.id)
        yield Artifact.of_text(f"{page}/{CSL_FILE}", _csl([csl_item(source)]))
        yield Artifact.of_text(f"{page}/{BIBTEX_FILE}", bibtex_entry(source))


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
    if source.carrier:
        item["archive"] = _own(source.carrier, source)
    return item | {"language": source.language}


def bibtex_entry(source: Source) -> str:
    """One entry in the fields of biblatex, in the source's own language."""
    kind = _BIBTEX_TYPES.get(source.kind) or ("online" if source.url else "misc")
    holder = {"article": "journaltitle", "report": "institution"}.get(kind, "organization")
    fields = {
        "title": _escaped(source.own_title),
        "author": " and ".join("{" + _escaped(name) + "}" for name in source.author),
        holder: _escaped(_own(source.publisher, source)),
        "date": _bibtex_date(source.published),
        "url": source.url,  # as it is: what reads it takes it literally
        "urldate": _bibtex_date(source.accessed),
        "doi": source.doi,
        "note": _escaped(_own(source.carrier, source)),  # where it was read
        "langid": {"zh": "chinese", "en": "english"}.get(source.language),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@{kind}{{{source.id},\n" + ",\n".join(lines) + "\n}\n"


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
