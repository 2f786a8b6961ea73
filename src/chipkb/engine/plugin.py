"""MkDocs' hooks: the only module that knows MkDocs, so that another builder can take its place.

One build makes both languages: Chinese at the root, English under en/. The pages are virtual files;
an English page is shown with a configuration of its own, in which theme, names, navigation and the
root that its scripts see are English.
"""

import copy
import logging
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markupsafe import escape
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from chipkb.check import check
from chipkb.engine.cards import KEPT_IN, card_files
from chipkb.engine.history import dated
from chipkb.engine.html_page import HtmlPage
from chipkb.engine.links import lost_links
from chipkb.engine.published import all_apart, kept_files
from chipkb.engine.theme_words import mark_meta, mkdocs_nav, shown_config
from chipkb.export.files import Exports
from chipkb.export.jsonld import page_jsonld
from chipkb.export.links import page_links
from chipkb.load.tree import Loaded, load, watched_folders
from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.render.card import CardFile, Masthead, page_cards
from chipkb.render.chart import chart_files
from chipkb.render.compare import compare_files
from chipkb.render.link import relative_link
from chipkb.render.navigation import navigation, titles_in
from chipkb.render.page import RenderedPage, render_pages
from chipkb.render.picture import has_han
from chipkb.search.index import build_index
from chipkb.search.scripts import build_scripts
from chipkb.values.artifact import Artifact
from chipkb.values.policy import with_policy
from chipkb.values.problem import Problem
from chipkb.values.text import LANGS, Lang, Text
from chipkb.view.search_record import search_records, search_words

log = get_plugin_logger("chipkb")
machine_log = logging.getLogger("chipkb")  # what the machine lacks is no error of a strict build

PACKAGE = Path(__file__).parents[1]
TEMPLATES, ASSETS = PACKAGE / "templates", PACKAGE / "assets"
THEME = TEMPLATES / "theme"
SEARCH_SCRIPTS = ASSETS / "search"
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
        self._kb: KnowledgeBase | None = None
        self._rendered: dict[str, RenderedPage] = {}
        self._scripts: dict[str, Artifact] = {}
        self._cards: dict[str, CardFile] = {}
        self._english: MkDocsConfig | None = None
        self._english_nav: Navigation | None = None
        self._serving = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Having this method keeps the plugin, and the last good facts, alive between rebuilds."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        config.theme.dirs.insert(0, str(THEME))
        config.theme["language"] = "zh"
        config.theme.static_templates.add(ENGLISH_404)
        config.extra_css = [*_stylesheets(), *config.extra_css]
        config.plugins["material/search"] = _search_box()
        self._scripts = build_scripts(_read_modules())
        config.extra["search_scripts"] = {
            "ui": self._scripts["ui.js"].path,
            "worker": Path(self._scripts["worker.js"].path).name,
        }
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Reads and checks the data before MkDocs empties the old site."""
        loaded = self._load(config)
        kb = dated(self._root(config), loaded, self._previous(config))
        problems = check(kb, loaded.broken, loaded.problems)
        self._report(problems)
        if not any(problem.is_error for problem in problems):
            self._kb = kb
        elif self._serving and self._kb is not None:
            log.error("the data has errors; the site keeps showing the last whole state")
        else:
            raise PluginError("the data has errors; nothing was built")
        if not config.site_url:
            machine_log.warning(NO_ADDRESS)
        _fix_build_date(self._kb)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The rendered pages as virtual files, in place of the Markdown sources of content/."""
        base = config.site_url or ""
        exports = Exports(self._kb, base)
        found = exports.downloads
        self._rendered = {one.path: one for one in render_pages(self._kb, found)}
        kept = kept_files(files, config)
        sections = navigation(self._kb)
        titles = {lang: titles_in(sections, lang) for lang in LANGS}
        kept += [
            _page_file(config, one, titles[one.lang].get(one.page.path))
            for one in self._rendered.values()
        ]
        kept += [_asset_file(config, path) for path in _assets()]
        made = [*self._scripts.values(), *search_index(self._kb)]
        made += [*chart_files(self._kb), *compare_files(self._kb), *exports.others()]
        made += [download.artifact for download in found]
        self._cards = self._page_cards(config)
        made += card_files(self._cards.values(), self._root(config) / KEPT_IN)
        kept += [_made_file(config, one) for one in made]
        config.nav = mkdocs_nav(sections, "zh")
        return Files(all_apart(kept))

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        self._english = self._english_config(config)
        self._english_nav = get_navigation(files, self._english)
        _forget_neighbours(files)
        return nav

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """All pages are converted and none is written: the moment to follow their links."""
        pages = [file.page for file in files.documentation_pages() if file.page]
        anchors = {page.url: page.present_anchor_ids or () for page in pages}
        others = {file.url for file in files if not file.page}
        for page in pages:
            made_of = self._rendered[page.file.src_uri].page.file
            for lost in lost_links(page.url, page.content or "", anchors, others):
                log.warning(lost.message(made_of, page.url))

    def on_page_context(
        self, context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> dict[str, Any]:
        rendered = self._rendered[page.file.src_uri]
        english = rendered.lang == "en"
        base = config.site_url or ""
        page.meta["jsonld"] = page_jsonld(self._kb, rendered.page.path, rendered.lang, base)
        page.meta["links"] = page_links(self._kb, rendered.page.path, rendered.lang)
        page.meta["card"] = self._cards.get(page.file.src_uri)
        mark_meta(page.meta)
        spoken = self._english if english else config
        context["config"] = shown_config(spoken, _alternates(rendered.page.path))
        context["chipkb_path"] = rendered.page.path
        context["serving"] = self._serving  # the reloading script of `mkdocs serve` is inline
        if english:
            context["nav"] = self._english_nav
            # Scripts take this as the root: they find the English search index below it.
            context["base_url"] = relative_link(rendered.page.path, "").rstrip("/") or "."
        return context

    def on_template_context(
        self, context: dict[str, Any], *, template_name: str, config: MkDocsConfig
    ) -> dict[str, Any]:
        """The page for what is not there, in each language, and the site map."""
        english = template_name == ENGLISH_404
        spoken = self._english if english else config
        context["config"] = shown_config(spoken, _alternates(""))
        context["serving"] = self._serving
        if english:
            context["nav"] = self._english_nav
            context["base_url"] = urlsplit(config.site_url or "/").path
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        return with_policy(output)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        return with_policy(output)

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        for folder in (*watched_folders(self._root(config)), TEMPLATES, ASSETS):
            if folder.is_dir():
                server.watch(str(folder), recursive=True)
        return server

    def _root(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path or ".").parent / self.config.root

    def _previous(self, config: MkDocsConfig) -> Path | None:
        return self._root(config) / self.config.previous if self.config.previous else None

    def _load(self, config: MkDocsConfig) -> Loaded:
        try:
            return load(self._root(config))
        except FileNotFoundError as error:
            raise PluginError(str(error)) from None

    def _report(self, problems: tuple[Problem, ...]) -> None:
        for problem in problems:
            level = log.error if problem.is_error else log.warning
            level(problem.line(self.config.message_lang))

    def _page_cards(self, config: MkDocsConfig) -> dict[str, CardFile]:
        """The card of each page by its file; none while serving, as nobody shares this machine."""
        if self._serving:
            return {}
        if not has_han():
            machine_log.warning(NO_HAN_FONT)
        masthead = Masthead(
            Text(zh=config.site_name, en=self.config.name_en),
            Text(zh=config.site_description or "", en=self.config.description_en),
        )
        rendered = self._rendered.values()
        cards = page_cards(self._kb, rendered, masthead, in_words=has_han())
        return dict(zip(self._rendered, cards, strict=True))

    def _english_config(self, config: MkDocsConfig) -> MkDocsConfig:
        english = copy.copy(config)
        english.theme = copy.deepcopy(config.theme)
        english.theme["language"] = "en"
        english.site_name = self.config.name_en or config.site_name
        english.site_description = self.config.description_en or config.site_description
        english.nav = mkdocs_nav(navigation(self._kb), "en")
        english.validation = copy.deepcopy(config.validation)
        return english


def _made_file(config: MkDocsConfig, made: Artifact) -> File:
    """A file as it is: a name that ends like a page's source is put on afterwards."""
    if not made.path.endswith(".md"):
        return File.generated(config, made.path, content=made.content)
    file = File.generated(config, f"{made.path}.txt", content=made.content)
    file.dest_uri = made.path
    return file


def _page_file(config: MkDocsConfig, rendered: RenderedPage, nav_title: str | None) -> File:
    """The file with its page; `nav_title` is its name in the navigation, if it stands there."""
    file = File.generated(
        config,
        rendered.path,
        content=rendered.markdown if PLAIN else "",
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
    file.edit_uri = rendered.page.file
    title = escape(nav_title) if nav_title else None
    Page(title, file, config) if PLAIN else HtmlPage(title, file, config, rendered)
    return file


def _assets() -> list[Path]:
    """The theme's own files but the search scripts, which are joined first."""
    files = [path for path in sorted(ASSETS.rglob("*")) if path.is_file()]
    return [path for path in files if path.parent != SEARCH_SCRIPTS or path.suffix != ".js"]


def _asset_path(path: Path) -> str:
    return f"assets/{path.relative_to(ASSETS).as_posix()}"


def _asset_file(config: MkDocsConfig, path: Path) -> File:
    return File.generated(config, _asset_path(path), content=path.read_bytes())


def _stylesheets() -> list[str]:
    return [_asset_path(path) for path in _assets() if path.suffix == ".css"]


def _search_box() -> SearchBox:
    box = SearchBox()
    box.load_config({})
    return box


def _read_modules() -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in SEARCH_SCRIPTS.glob("*.js")}


def search_index(kb: KnowledgeBase) -> Iterator[Artifact]:
    """The search index of each language, with the way to the other one's."""
    records, words = search_records(kb), search_words(kb)
    roots = {lang: "" if lang == "zh" else f"{lang}/" for lang in LANGS}
    for lang in LANGS:
        others = {other: root for other, root in roots.items() if other != lang}
        yield from build_index(records, lang, words, root=roots[lang], other_roots=others)


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
