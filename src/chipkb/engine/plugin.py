"""MkDocs' hooks, and nothing else.

One build makes both languages: Chinese at the root, English under en/. The pages are virtual files;
an English page is shown with a configuration of its own, in which theme, names, navigation and the
root that its scripts see are English. MkDocs reads and writes none of them: that is the press's.
"""

import logging
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from chipkb.engine.assets import ASSETS, Joined, asset_files, joined
from chipkb.engine.cache import cache_of
from chipkb.engine.cards import KEPT_IN, Cards
from chipkb.engine.html_page import HtmlPage, page_file
from chipkb.engine.links import lost_links
from chipkb.engine.press import Press
from chipkb.engine.published import Places, kept_files
from chipkb.engine.reading import Reading, memory_of, read, read_again
from chipkb.engine.serving import PagesOnRequest, free_port, stamp_of
from chipkb.engine.site import Site
from chipkb.engine.site_folder import SiteFolder
from chipkb.engine.stage import Spoken, Stage, spoken_in_english
from chipkb.engine.theme_markup import mended
from chipkb.engine.theme_words import mkdocs_nav
from chipkb.load.memory import Memory
from chipkb.load.tree import watched_folders
from chipkb.model.kb import KnowledgeBase
from chipkb.render.card import Masthead
from chipkb.render.picture import has_han
from chipkb.values.artifact import Artifact
from chipkb.values.policy import with_policy
from chipkb.values.problem import Problem
from chipkb.values.text import LANGS, Lang, Text

log = get_plugin_logger("chipkb")
machine_log = logging.getLogger("chipkb")  # what the machine lacks is no error of a strict build

PACKAGE = Path(__file__).parents[1]
TEMPLATES = PACKAGE / "templates"
THEME = TEMPLATES / "theme"
PLAIN = os.environ.get("CHIPKB_PLAIN") == "1"  # every page the long way, to compare with
NO_ADDRESS = (
    "site_url is not set: feeds, references and shared links cannot say where the site is "
    "· 未设 site_url：订阅、引用和分享的链接不知道网站的地址"
)
ENGLISH_404 = "en/404.html"
# What pages hold as JSON: written in UTF-8, of which Chinese takes half of what escapes would.
_JSON = {"sort_keys": True, "ensure_ascii": False, "separators": (",", ":")}
NO_HAN_FONT = "no font for Chinese on this machine: the seal stands in for the social cards"


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
        self._site: Site | None = None  # the last whole state of the data
        self._press: Press | None = None  # what shows it: there once a build got so far
        self.problems: tuple[Problem, ...] = ()
        self.last: Path | None = None  # the site that the one being built will take the place of
        self._english: Spoken | None = None
        self._nav: Navigation | None = None
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
        self._joined: Joined = joined(config.theme.dirs)
        config.extra_css = [self._joined.styles.path, *config.extra_css]
        config.extra["search_scripts"] = self._joined.settings()
        config.plugins["material/search"] = _search_box()
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Reads and checks the data before MkDocs empties the old site."""
        reading = self._read(config)
        if reading.is_whole:
            cache = cache_of(self._root(config))
            self._site = Site(reading.kb, config.site_url or "", reading.files, cache=cache)
        elif not self._serving:
            raise PluginError("the data has errors; nothing was built")
        if not config.site_url:
            machine_log.warning(NO_ADDRESS)
        if self._site:
            _fix_build_date(self._site.kb)

    def _read(self, config: MkDocsConfig) -> Reading:
        root, before = self._root(config), self.config.previous
        try:
            if self._serving and self._site:
                reading = read_again(root, self._memory, self._site.kb)
            else:
                self._memory = memory_of(root)
                reading = read(root, self._memory, root / before if before else None)
        except FileNotFoundError as error:
            raise PluginError(str(error)) from None
        self.problems = reading.problems
        for problem in self.problems:
            level = log.error if problem.is_error else log.warning
            level(problem.line(self.config.message_lang))
        if self._serving and not reading.is_whole:
            log.error("the data has errors; what is shown is the last whole state, if there is one")
        return reading

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Our pages as virtual files, without content yet, in place of the sources of content/."""
        kept = [*kept_files(files, config), *asset_files(config, self._joined.files)]
        config.nav = []
        if self._site:
            config.nav = mkdocs_nav(self._site.sections, "zh")
            kept += [
                page_file(config, page, lang, self._site.titles[lang].get(page.path), plain=PLAIN)
                for page, lang in self._site.pages.values()
                if not self._serving or page.path in self._site.titles[lang]
            ]
        return Files(kept)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        sections = self._site.sections if self._site else ()
        name, about = self.config.name_en, self.config.description_en
        self._nav = nav
        self._english = spoken_in_english(config, name, about, sections, files)
        for file in files.documentation_pages():
            file.inclusion = InclusionLevel.EXCLUDED  # MkDocs leaves them to us
        return nav

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """The old site is cleared away, and the theme is there: all that is ours is written."""
        if self._site is None or self._english is None or self._nav is None:
            return
        env.policies["json.dumps_kwargs"] = _JSON
        spoken: dict[Lang, Spoken] = {"zh": Spoken(config, self._nav), "en": self._english}
        stage = Stage(config, files, env, spoken, self._serving)
        self._press = Press(self._site, stage, is_plain=PLAIN)
        if not self._serving:
            self._print(self._press, Places.of(files))

    def _print(self, press: Press, places: Places) -> None:
        """Pages in processes of their own, and meanwhile here all that is made of the facts."""
        folder = SiteFolder(Path(press.stage.config.site_dir), self.last)
        cards = self._cards(press.stage.config)
        printing = press.start(folder, cards)
        for artifact in (*press.site.search(), *press.site.other_files()):
            places.write(folder, artifact)
        printed = printing()
        for artifact in cards.files(card for _, card in printed if card):
            places.write(folder, artifact)
        for lost in lost_links([linking for linking, _ in printed], places.addresses):
            log.warning(lost)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        if self._press and isinstance(page, HtmlPage):
            self._press.stage.set_page(context, page)
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """The page for what is not there, in each language, and the site map."""
        english = template_name == ENGLISH_404
        if english:
            context["base_url"] = urlsplit(config.site_url or "/").path
        if self._press:
            self._press.stage.set_template(context, "en" if english else "zh")
            context["pages"] = self._press.lasting_pages()
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
        return self._press is not None

    def refresh(self) -> bool:
        """While serving: reads what changed. The navigation, once made, stays; if it does not do
        any more, that is for a whole build."""
        press, before = self._press, self._site
        if press is None or before is None:
            return False
        reading = self._read(press.stage.config)
        if not reading.is_whole:
            return True
        site = self._site = Site(
            reading.kb, before.base, reading.files, before.renderer, before.cache
        )
        self._press = replace(press, site=site)
        return site.sections == before.sections

    def page(self, address: str) -> str | None:
        return self._press.page(address) if self._press else None

    def others(self, path: str) -> Iterator[Artifact]:
        """The search index or all other files that are made of the facts."""
        if self._press:
            site = self._press.site
            is_search = path.removeprefix("en/").startswith("search/")
            yield from site.search() if is_search else site.other_files()

    def _root(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path or ".").parent / self.config.root

    def _cards(self, config: MkDocsConfig) -> Cards:
        if not has_han():
            machine_log.warning(NO_HAN_FONT)
        masthead = Masthead(
            Text(zh=config.site_name, en=self.config.name_en),
            Text(zh=config.site_description or "", en=self.config.description_en),
        )
        return Cards(masthead, self._root(config) / KEPT_IN, has_han())


def _search_box() -> SearchBox:
    box = SearchBox()
    box.load_config({})
    return box


def _fix_build_date(kb: KnowledgeBase) -> None:
    """The same data gives the same bytes: dates in the site are the data's, not the clock's."""
    if "SOURCE_DATE_EPOCH" not in os.environ:
        newest = datetime.combine(kb.state, datetime.min.time(), UTC)
        os.environ["SOURCE_DATE_EPOCH"] = str(int(newest.timestamp()))
