"""A whole state of the site, or none: the facts with every page that they make."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from typing import Any, cast

from chipkb.engine.cache import Cache, Shelf
from chipkb.engine.kept_index import kept_index
from chipkb.engine.recording import Recording
from chipkb.export.files import Exports
from chipkb.export.jsonld import page_jsonld
from chipkb.export.links import PageLink, page_links
from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.render.card import CardFile
from chipkb.render.chart import chart_files
from chipkb.render.compare import compare_files
from chipkb.render.navigation import NavEntry, navigation, titles_in
from chipkb.render.page import Page, RenderedPage, Renderer
from chipkb.render.pages import page_table
from chipkb.values.artifact import Artifact
from chipkb.values.text import LANGS, Lang
from chipkb.view.downloads import Download
from chipkb.view.search_record import search_records, search_words

CardOf = Callable[[KnowledgeBase, RenderedPage], CardFile]


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page with what machines read in its head; `card` only where cards are made."""

    rendered: RenderedPage
    jsonld: dict[str, Any] | None
    links: tuple[PageLink, ...]
    card: CardFile | None = None


@dataclass(frozen=True)
class Site:
    """Made of a knowledge base without errors; `base` is the address under which it will stand."""

    kb: KnowledgeBase
    base: str
    files: Mapping[str, str] = field(default_factory=dict)  # digests of the data's, by their names
    before: "Renderer | None" = field(default=None, compare=False)  # with the same templates
    cache: Cache | None = field(default=None, compare=False)

    @cached_property
    def downloads(self) -> tuple[Download, ...]:
        return self._exports.downloads

    @cached_property
    def _exports(self) -> Exports:
        return Exports(self.kb, self.base)

    @cached_property
    def sections(self) -> tuple[NavEntry, ...]:
        return navigation(self.kb)

    @cached_property
    def titles(self) -> dict[Lang, dict[str, str]]:
        """What each page is called in the navigation, by its path."""
        return {lang: titles_in(self.sections, lang) for lang in LANGS}

    @cached_property
    def pages(self) -> dict[str, tuple[Page, Lang]]:
        """Every page by the path of its Markdown file."""
        return page_table(self._asked, lambda: self.downloads)

    @cached_property
    def recording(self) -> Recording:
        """What pages are made of; it notes what they ask."""
        return Recording(self.kb)

    @property
    def _asked(self) -> KnowledgeBase:
        return cast(KnowledgeBase, self.recording)

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The paths of the Markdown files by the addresses of the pages."""
        return {
            permalink.site_path(page.path, lang).removeprefix("./"): path
            for path, (page, lang) in self.pages.items()
        }

    @cached_property
    def charts(self) -> tuple[Artifact, ...]:
        return tuple(chart_files(self.kb, self._drawings))

    def rendered(self, path: str) -> RenderedPage:
        page, lang = self.pages[path]
        return self.renderer.rendered(page, lang)

    def made(self, path: str, card_of: CardOf | None = None) -> MadePage:
        rendered = self.rendered(path)
        page, lang = rendered.page.path, rendered.lang
        return MadePage(
            rendered,
            page_jsonld(self._asked, page, lang, self.base),
            page_links(self._asked, page, lang),
            card_of(self._asked, rendered) if card_of else None,
        )

    @cached_property
    def _drawings(self) -> Shelf | None:
        vega = version("vl-convert-python")
        return self.cache.shelf(f"chart {vega}", "render", "values") if self.cache else None

    def search(self) -> Iterator[Artifact]:
        """The search index of each language, with the way to the other one's."""
        records, words = search_records(self.kb), search_words(self.kb)
        roots = {lang: "" if lang == "zh" else f"{lang}/" for lang in LANGS}
        for lang in LANGS:
            others = {other: root for other, root in roots.items() if other != lang}
            yield from kept_index(
                self.cache, records, lang, words, root=roots[lang], other_roots=others
            )

    def other_files(self) -> Iterator[Artifact]:
        """Charts, feeds, tables and all that can be downloaded."""
        yield from self.charts
        yield from compare_files(self.kb)
        yield from self._exports.others()
        yield from (download.artifact for download in self.downloads)

    @cached_property
    def renderer(self) -> Renderer:
        return Renderer(self._asked, self.before, self._drawings)
