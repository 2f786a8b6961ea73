"""MkDocs' hooks: the only module that knows MkDocs, so that another builder can take its place.

One build makes both languages: Chinese at the root, English under en/. The pages are virtual files;
an English page is shown with a configuration of its own, in which theme, names, navigation and the
root that its scripts see are English.
"""

import copy
import logging
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from chipkb.check import check
from chipkb.engine.assets import ASSETS, asset_files, search_modules, stylesheet
from chipkb.engine.cards import KEPT_IN, card_files
from chipkb.engine.history import dated
from chipkb.engine.html_page import HtmlPage, is_html
from chipkb.engine.links import lost_links
from chipkb.engine.published import all_apart, kept_files
from chipkb.engine.serving import PagesOnRequest, free_port, stamp_of
from chipkb.engine.site import Site
from chipkb.engine.stage import Stage
from chipkb.engine.theme_markup import mended
from chipkb.engine.theme_words import mark_meta, mkdocs_nav, shown_config
from chipkb.export.jsonld import page_jsonld
from chipkb.export.links import page_links
from chipkb.load.memory import Memory
from chipkb.load.tree import Loaded, load, watched_folders
from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.render.card import CardFile, Masthead, page_cards
from chipkb.render.link import relative_link
from chipkb.render.navigation import NavEntry
from chipkb.render.page import Page as SitePage
from chipkb.render.page import RenderedPage, Renderer
from chipkb.render.picture import has_han
from chipkb.search.scripts import build_scripts
from chipkb.values.artifact import Artifact
from chipkb.values.policy import with_policy
from chipkb.values.problem import Problem
from chipkb.values.text import LANGS, Lang, Text

log = get_plugin_logger("chipkb")
machine_log = logging.getLogger("chipkb")  # what the machine lacks is no error of a strict build

PACKAGE = Path(__file__).parents[1]
TEMPLATES = PACKAGE / "templates"
THEME = TEMPLATES / "theme"
LANGUAGE_NAMES: dict[Lang, str] = {"zh": "中文", "en": "English"}
PLAIN = os.environ.get("CHIPKB_PLAIN") == "1"  # every page the long way, to compare with
NO_ADDRESS = (
    "site_url is not set: feeds, references and shared links cannot say where the site is "
    "· 未设 site_url：订阅、引用和分享的链接不知道网站的地址"
)
ENGLISH_404 = "en/404.html"
NO_HAN_FONT = "no font for Chinese on this machine: the seal stands in for the social cards"
HTML_LANG: dict[Lang, str] = {"zh": "zh-CN", "en": "en"}


class SearchBoxConfig(Config):
    enabled = c.Type(bool, default=True)


class SearchBox(BasePlugin[SearchBoxConfig]):
    """Stands where Material's template looks for its search plugin, so that the search box shows.

    Material's own indexing is not wanted: the index is made from the facts, see chipkb.search.
    """


class ChipkbConfig(Config):
    root = c.Type(str, default=".")  # the folder that holds data/ and content/
    name_en = c.Type(str, default="")  # the site's name in English
    description_en = c.Type(str, default="")
    previous = c.Type(str, default="")  # the folder of the last published data, where git is not
    message_lang = c.Choice(LANGS, default="en")  # of problems in the data


class ChipkbPlugin(BasePlugin[ChipkbConfig]):
    """Facts in, pages out; during `mkdocs serve` the last whole state stays on show."""

    def __init__(self) -> None:
        self._memory = Memory()
        self._site: Site | None = None
        self.problems: tuple[Problem, ...] = ()
        self._stage: Stage | None = None
        self._rendered: dict[str, RenderedPage] = {}
        self._scripts: dict[str, Artifact] = {}
        self._cards: dict[str, CardFile] = {}
        self._english: MkDocsConfig | None = None
        self._english_nav: Navigation | None = None
        self._serving = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Having this method keeps the plugin, and the last good facts, alive between rebuilds."""
        self._serving = command == "serve"
        self._is_first = True

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if self._serving and self._is_first:
            free_port(*config.dev_addr)
        self._is_first = False
        config.theme.dirs.insert(0, str(THEME))
        config.theme["language"] = "zh"
        config.theme.static_templates.add(ENGLISH_404)
        self._styles = stylesheet()
        config.extra_css = [self._styles.path, *config.extra_css]
        config.plugins["material/search"] = _search_box()
        self._scripts = build_scripts(search_modules())
        config.extra["search_scripts"] = {
            "ui": self._scripts["ui.js"].path,
            "worker": Path(self._scripts["worker.js"].path).name,
        }
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Reads and checks the data before MkDocs empties the old site."""
        if not self._read(config) and not self._serving:
            raise PluginError("the data has errors; nothing was built")
        if not config.site_url:
            machine_log.warning(NO_ADDRESS)
        if self._site:
            _fix_build_date(self._site.kb)

    def _read(self, config: MkDocsConfig, before: Renderer | None = None) -> bool:
        """Whether the data is whole; if it is, it is the site's, else the last whole state stays."""
        loaded, base = self._load(config), config.site_url or ""
        if self._serving and self._site:  # what git says is read again at the next start
            known = self._site.kb
            kb = replace(loaded.kb, released_as=known.released_as, history=known.history)
        else:
            kb = dated(self._root(config), loaded, self._previous(config))
        self.problems = check(kb, loaded.broken, loaded.problems)
        self._report(self.problems)
        is_whole = not any(problem.is_error for problem in self.problems)
        if is_whole:
            self._site = Site(kb, base, before)
        elif self._serving:
            log.error("the data has errors; what is shown is the last whole state, if there is one")
        return is_whole

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The rendered pages as virtual files, in place of the Markdown sources of content/."""
        kept = [*kept_files(files, config), *asset_files(config)]
        made: list[Artifact] = [self._styles, *self._scripts.values()]
        config.nav = mkdocs_nav(self._sections, "zh")
        if self._site and self._serving:
            titles = self._site.titles
            kept += [
                _page_file(config, page, lang, titles[lang][page.path])
                for page, lang in self._site.pages.values()
                if page.path in titles[lang]
            ]
        elif self._site:
            site = self._site
            self._rendered = {path: site.rendered(path) for path in site.pages}
            self._cards = self._page_cards(config, site.kb)
            kept += [
                _page_file(
                    config, one.page, one.lang, site.titles[one.lang].get(one.page.path), one
                )
                for one in self._rendered.values()
            ]
            made += [*site.search(), *site.other_files()]
            made += card_files(self._cards.values(), self._root(config) / KEPT_IN)
        kept += [_made_file(config, one) for one in made]
        return Files(all_apart(kept))

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        self._english = self._english_config(config)
        self._english_nav = get_navigation(files, self._english)
        _forget_neighbours(files)
        if self._serving:  # pages are made when they are asked for
            for file in files.documentation_pages():
                file.inclusion = InclusionLevel.EXCLUDED
        self._stage = Stage(config, nav, files)
        return nav

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """All pages are converted and none is written: the moment to follow their links."""
        if self._stage:
            self._stage.env = env
        pages = [file.page for file in files.documentation_pages() if file.page]
        anchors = {page.url: page.present_anchor_ids or () for page in pages}
        others = {file.url for file in files if not file.page}
        for page in pages:
            made_of = self._rendered[page.file.src_uri].page.file
            for lost in lost_links(page.url, page.content or "", anchors, others):
                log.warning(lost.message(made_of, page.url))

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        rendered = self._rendered[page.file.src_uri]
        shown, english = cast("dict[str, Any]", context), rendered.lang == "en"
        base = config.site_url or ""
        page.meta["jsonld"] = page_jsonld(self._whole.kb, rendered.page.path, rendered.lang, base)
        page.meta["links"] = page_links(self._whole.kb, rendered.page.path, rendered.lang)
        page.meta["card"] = self._cards.get(page.file.src_uri)
        mark_meta(page.meta)
        spoken = (self._english if english else None) or config
        shown["config"] = shown_config(spoken, _alternates(rendered.page.path))
        shown["chipkb_path"] = rendered.page.path
        shown["serving"] = self._serving  # the reloading script of `mkdocs serve` is inline
        if english:
            shown["nav"] = self._english_nav
            # Scripts take this as the root: they find the English search index below it.
            shown["base_url"] = relative_link(rendered.page.path, "").rstrip("/") or "."
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """The page for what is not there, in each language, and the site map."""
        shown, english = cast("dict[str, Any]", context), template_name == ENGLISH_404
        spoken = (self._english if english else None) or config
        shown["config"] = shown_config(spoken, _alternates(""))
        shown["serving"] = self._serving
        if english:
            shown["nav"] = self._english_nav
            shown["base_url"] = urlsplit(config.site_url or "/").path
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        return with_policy(mended(output))

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        return with_policy(mended(output))

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        for folder in (*watched_folders(self._root(config)), TEMPLATES, ASSETS):
            if folder.is_dir():
                server.watch(str(folder), recursive=True)
        files = [config.config_file_path] if config.config_file_path else []
        PagesOnRequest(self, server, builder, lambda: stamp_of(TEMPLATES, ASSETS, *files))
        return server

    def is_whole(self) -> bool:
        return self._site is not None

    def refresh(self) -> bool:
        """While serving: reads what changed. The navigation, once made, stays; if it does not do
        any more, that is for a whole build."""
        before, stage = self._site, self._stage
        if before is None or stage is None:
            return False
        if not self._read(stage.config, before.renderer):
            return True
        return self._whole.sections == before.sections

    def page(self, address: str) -> str | None:
        """The page at an address, made now."""
        path = self._whole.addresses.get(address)
        if path is None or self._stage is None:
            return None
        rendered = self._rendered[path] = self._whole.rendered(path)
        file = self._stage.files.get_file_from_path(path)
        if file is None:
            file = _page_file(self._stage.config, rendered.page, rendered.lang, None, rendered)
        page = file.page
        assert page is not None, "a file of a page has one"
        if isinstance(page, HtmlPage):
            page.rendered = rendered
        if not is_html(rendered.body):  # MkDocs leads its links to files, so all must be there
            self._complete(self._stage)
        return self._stage.html(page)

    def _complete(self, stage: Stage) -> None:
        """Every page is among the files, with or without content."""
        for path, (page, lang) in self._whole.pages.items():
            file = stage.files.get_file_from_path(path)
            if file is None:
                stage.files.append(_page_file(stage.config, page, lang, None))
            else:
                file.inclusion = InclusionLevel.NOT_IN_NAV

    def others(self, path: str) -> Iterator[Artifact]:
        """The search index or all other files that are made of the facts."""
        is_search = path.removeprefix("en/").startswith("search/")
        return self._whole.search() if is_search else self._whole.other_files()

    @property
    def _whole(self) -> Site:
        if self._site is None:
            raise PluginError("there is no whole state of the data")
        return self._site

    @property
    def _sections(self) -> tuple[NavEntry, ...]:
        return self._site.sections if self._site else ()

    def _root(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path or ".").parent / self.config.root

    def _previous(self, config: MkDocsConfig) -> Path | None:
        return self._root(config) / self.config.previous if self.config.previous else None

    def _load(self, config: MkDocsConfig) -> Loaded:
        try:
            return load(self._root(config), self._memory if self._serving else None)
        except FileNotFoundError as error:
            raise PluginError(str(error)) from None

    def _report(self, problems: tuple[Problem, ...]) -> None:
        for problem in problems:
            level = log.error if problem.is_error else log.warning
            level(problem.line(self.config.message_lang))

    def _page_cards(self, config: MkDocsConfig, kb: KnowledgeBase) -> dict[str, CardFile]:
        """The card of each page by its file."""
        if not has_han():
            machine_log.warning(NO_HAN_FONT)
        masthead = Masthead(
            Text(zh=config.site_name, en=self.config.name_en),
            Text(zh=config.site_description or "", en=self.config.description_en),
        )
        rendered = self._rendered.values()
        cards = page_cards(kb, rendered, masthead, in_words=has_han())
        return dict(zip(self._rendered, cards, strict=True))

    def _english_config(self, config: MkDocsConfig) -> MkDocsConfig:
        english = copy.copy(config)
        english.theme = copy.deepcopy(config.theme)
        english.theme["language"] = "en"
        english.site_name = self.config.name_en or config.site_name
        english.site_description = self.config.description_en or config.site_description
        english.nav = mkdocs_nav(self._sections, "en")
        english.validation = copy.deepcopy(config.validation)
        return english


def _made_file(config: MkDocsConfig, made: Artifact) -> File:
    """A file as it is: a name that ends like a page's source is put on afterwards."""
    if not made.path.endswith(".md"):
        return File.generated(config, made.path, content=made.content)
    file = File.generated(config, f"{made.path}.txt", content=made.content)
    file.dest_uri = made.path
    return file


def _page_file(
    config: MkDocsConfig,
    page: SitePage,
    lang: Lang,
    nav_title: str | None,
    rendered: RenderedPage | None = None,
) -> File:
    """The file with its page; `nav_title` is its name in the navigation, if it stands there."""
    file = File.generated(
        config,
        permalink.markdown_path(page.path, lang),
        content=rendered.markdown if rendered and PLAIN else "",
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
    file.edit_uri = page.file
    if PLAIN:
        Page(nav_title, file, config)
    else:
        HtmlPage(nav_title, file, config, rendered)
    return file


def _search_box() -> SearchBox:
    box = SearchBox()
    box.load_config({})
    return box


def _forget_neighbours(files: Files) -> None:
    """Drops previous and next: two navigations were made of the same pages, and neither is read
    from cover to cover."""
    for file in files.documentation_pages():
        if file.page:
            file.page.previous_page = file.page.next_page = None


def _alternates(page: str) -> list[dict[str, str]]:
    """The same page in each language, for the switch in the header and for hreflang."""
    return [
        {
            "name": LANGUAGE_NAMES[lang],
            "lang": HTML_LANG[lang],
            "link": permalink.site_path(page, lang),
        }
        for lang in LANGS
    ]


def _fix_build_date(kb: KnowledgeBase) -> None:
    """The same data gives the same bytes: dates in the site are the data's, not the clock's."""
    if "SOURCE_DATE_EPOCH" not in os.environ:
        newest = datetime.combine(kb.state, datetime.min.time(), UTC)
        os.environ["SOURCE_DATE_EPOCH"] = str(int(newest.timestamp()))
