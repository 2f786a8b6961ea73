"""What else there is of a page, for the head of the page: feeds, JSON, citations, its Markdown twin."""

from dataclasses import dataclass

from chipkb.export.calendar import CALENDAR
from chipkb.export.feed import FEED
from chipkb.export.twin_lines import TWIN
from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.values.text import Lang, Text

_TIMELINE = Text(zh="时间线", en="Timeline")
_CHANGES = Text(zh="最近改动", en="What changed")


@dataclass(frozen=True, slots=True)
class PageLink:
    """`path` is below the root of the site."""

    path: str
    type: str
    title: str


def page_links(kb: KnowledgeBase, page: str, lang: Lang) -> tuple[PageLink, ...]:
    """The alternates of a page, its own ones first; none of a page that has moved."""
    kind, _, id_ = page.partition("/")
    own: list[PageLink] = []
    if kind == "entity" and id_ in kb.entities:
        own.append(PageLink(f"api/v1/entity/{id_}.json", "application/json", "JSON"))
    elif kind == "source" and id_ in kb.sources:
        own.append(PageLink(f"api/v1/source/{id_}.json", "application/json", "JSON"))
        folder = permalink.source_page(id_)
        own.append(
            PageLink(f"{folder}/cite.json", "application/vnd.citationstyles.csl+json", "CSL-JSON")
        )
        own.append(PageLink(f"{folder}/cite.bib", "application/x-bibtex", "BibTeX"))
    elif page in kb.vocabulary.domains:
        own.append(PageLink(f"api/v1/domain/{page}.json", "application/json", "JSON"))
    elif page == permalink.TIMELINE:
        own.append(
            PageLink(permalink.file_path(page, CALENDAR, lang), "text/calendar", "iCalendar")
        )
    elif page not in permalink.own_pages(kb):
        return ()
    return (
        *own,
        PageLink(permalink.file_path(page, TWIN, lang), "text/markdown", "Markdown"),
        *(
            PageLink(
                permalink.file_path(path, FEED, lang), "application/atom+xml", title.in_lang(lang)
            )
            for path, title in ((permalink.TIMELINE, _TIMELINE), (permalink.CHANGES, _CHANGES))
        ),
    )
