"""What MkDocs made ready to show pages in: configuration, navigation, the theme's templates."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, get_navigation

from chipkb.engine.html_page import HtmlPage
from chipkb.engine.site import MadePage
from chipkb.engine.theme_words import mark_meta, mkdocs_nav, shown_config
from chipkb.model import permalink
from chipkb.render.link import relative_link
from chipkb.render.navigation import NavEntry
from chipkb.values.text import LANGS, Lang

LANGUAGE_NAMES: dict[Lang, str] = {"zh": "中文", "en": "English"}
HTML_LANG: dict[Lang, str] = {"zh": "zh-CN", "en": "en"}


@dataclass(frozen=True)
class Spoken:
    """The site in one language: theme and names in it, and its navigation."""

    config: MkDocsConfig
    nav: Navigation


def spoken_in_english(
    config: MkDocsConfig,
    name: str,
    description: str,
    sections: tuple[NavEntry, ...],
    files: Files,
) -> Spoken:
    """Beside Chinese, for which MkDocs has made `config` and a navigation itself."""
    english = copy.copy(config)
    english.theme = copy.deepcopy(config.theme)
    english.theme["language"] = "en"
    english.site_name = name or config.site_name
    english.site_description = description or config.site_description
    english.nav = mkdocs_nav(sections, "en")
    english.validation = copy.deepcopy(config.validation)
    nav = get_navigation(files, english)
    for file in files.documentation_pages():  # two navigations were made of the same pages,
        if file.page:  # and neither is read from cover to cover
            file.page.previous_page = file.page.next_page = None
    return Spoken(english, nav)


@dataclass(frozen=True)
class Stage:
    """All that pages are shown with but their content."""

    config: MkDocsConfig
    files: Files
    env: Any
    spoken: Mapping[Lang, Spoken]
    is_serving: bool  # the reloading script of `mkdocs serve` is inline

    def read(self, page: HtmlPage, made: MadePage) -> None:
        """Gives the page its content, with the same hooks in the same order as `mkdocs build`."""
        config, files, plugins = self.config, self.files, self.config.plugins
        page.made = made
        plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=files
        )
        page.render(config, files)
        page.content = plugins.on_page_content(
            page.content or "", page=page, config=config, files=files
        )

    def html(self, page: HtmlPage) -> str:
        """A page that was read, as `mkdocs build` would write it."""
        page.active = True
        try:
            context = get_context(self.spoken["zh"].nav, [], self.config, page)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            context = self.config.plugins.on_page_context(
                context, page=page, config=self.config, nav=self.spoken["zh"].nav
            )
            output = template.render(context)
            return str(self.config.plugins.on_post_page(output, page=page, config=self.config))
        finally:
            page.active = False

    def set_page(self, context: Any, page: HtmlPage) -> None:
        """Puts into MkDocs' context for a page what our templates print."""
        made = page.made
        path, lang = made.rendered.page.path, made.rendered.lang
        page.meta.update(jsonld=made.jsonld, links=made.links, card=made.card)
        mark_meta(page.meta)
        self._set(context, path, lang)
        context["chipkb_path"] = path
        if lang == "en":
            # Scripts take this as the root: they find the English search index below it.
            context["base_url"] = relative_link(path, "").rstrip("/") or "."

    def set_template(self, context: Any, lang: Lang) -> None:
        """The same for what is no page: the site map, and what stands where nothing is."""
        self._set(context, "", lang)

    def _set(self, context: Any, path: str, lang: Lang) -> None:
        spoken = self.spoken[lang]
        context["config"] = shown_config(spoken.config, _alternates(path))
        context["nav"] = spoken.nav
        context["serving"] = self.is_serving


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
