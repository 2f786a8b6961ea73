"""The navigation: sections and index pages. Entities are never in it; their lists lead to them."""

from collections.abc import Iterable
from dataclasses import dataclass

from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.values.text import Lang, Text
from chipkb.view import site_pages as own
from chipkb.view.localisation import localisation_view


@dataclass(frozen=True, slots=True)
class NavEntry:
    """A page, or a heading over `children`."""

    title: Text
    path: str = ""
    children: tuple["NavEntry", ...] = ()


def titles_in(entries: Iterable[NavEntry], lang: Lang) -> dict[str, str]:
    """What each page is called there, by its path."""
    found: dict[str, str] = {}
    for entry in entries:
        if entry.children:
            found |= titles_in(entry.children, lang)
        else:
            found[entry.path] = entry.title.in_lang(lang)
    return found


def navigation(kb: KnowledgeBase) -> tuple[NavEntry, ...]:
    domains = tuple(
        NavEntry(domain.name, permalink.domain_page(id_))
        for id_, domain in kb.vocabulary.domains.items()
    )
    entries = [
        NavEntry(Text(zh="首页", en="Home")),
        NavEntry(Text(zh="领域", en="Domains"), "", domains),
    ]
    if kb.questions:
        entries.append(NavEntry(own.QUESTIONS.title, permalink.QUESTIONS))
    if kb.chain:
        chain = (
            NavEntry(own.CHAIN_MAP.title, permalink.CHAIN_MAP),
            NavEntry(own.CHAIN.title, permalink.CHAIN),
        )
        entries.append(NavEntry(Text(zh="产业链", en="Supply chain"), "", chain))
    if localisation_view(kb).figures:
        entries.append(NavEntry(own.LOCALISATION.title, permalink.LOCALISATION))
    if kb.comparisons:
        entries.append(NavEntry(own.COMPARISONS.title, permalink.COMPARISONS))
    entries.append(NavEntry(own.DIRECTORY.title, permalink.DIRECTORY))
    entries.append(NavEntry(own.TIMELINE.title, permalink.TIMELINE))
    entries.append(NavEntry(own.GLOSSARY.title, permalink.GLOSSARY))
    entries.append(NavEntry(own.SOURCES.title, permalink.SOURCES))
    data = (
        NavEntry(own.DIFFERENCES.title, permalink.DIFFERENCES),
        NavEntry(own.FOUNDING.title, permalink.FOUNDING),
        NavEntry(own.FRESHNESS.title, permalink.FRESHNESS),
        NavEntry(own.WORKLIST.title, permalink.WORKLIST),
        NavEntry(own.CHANGES.title, permalink.CHANGES),
        NavEntry(own.DOWNLOADS.title, permalink.DOWNLOADS),
    )
    entries.append(NavEntry(Text(zh="数据", en="Data"), "", data))
    by_hand = tuple(NavEntry(page.title, page.id) for page in kb.content.values())
    if len(by_hand) > 1:  # a tab for each would push the others off the bar
        by_hand = (NavEntry(Text(zh="关于", en="About"), "", by_hand),)
    return (*entries, *by_hand)
