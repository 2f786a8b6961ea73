"""A page of the site: its address, its view, its template, and how it is rendered."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml
from markupsafe import escape

from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.model.prose import Prose
from chipkb.model.words import prose_text
from chipkb.render.environment import PageEnvironment, environment
from chipkb.render.link import relative_link
from chipkb.values.artifact import Artifact
from chipkb.values.store import Store
from chipkb.values.text import LANGS, Lang, Text
from chipkb.view.moved import MovedView

DESCRIPTION = 150  # characters that search engines show


@dataclass(frozen=True)
class Page:
    """One page in all languages. `file` is the one to edit; `home` the entity prose refers to.

    `head` and `description` are for those who see no more of the page than these, such as search
    engines; without them its title and summary. `scripts` are assets that only this page loads; a
    wide page has no table of contents. `under` is the page of the navigation that it belongs to. One
    that has moved takes its readers along.
    """

    path: str
    template: str
    title: Text
    make_view: Callable[[], Any]  # called when the page is rendered, if it is
    file: str
    summary: Prose | None = None
    home: str | None = None
    under: str | None = None
    scripts: tuple[str, ...] = ()
    is_wide: bool = False
    moved_to: MovedView | None = None
    head: Text | None = None
    make_description: Callable[[], Text | None] | None = None

    @cached_property
    def view(self) -> Any:
        """What the template prints."""
        return self.make_view()

    @cached_property
    def description(self) -> Text | None:
        return self.make_description() if self.make_description else None


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page in one language. `meta` is its front matter: title and description in HTML, scripts."""

    page: Page
    lang: Lang
    meta: dict[str, Any]
    body: str

    @property
    def markdown(self) -> str:
        """The page as a file, with its front matter."""
        front = yaml.safe_dump(self.meta, allow_unicode=True, sort_keys=False, width=10_000)
        return f"---\n{front}---\n\n{self.body}\n"

    @property
    def path(self) -> str:
        """Of the Markdown file."""
        return permalink.markdown_path(self.page.path, self.lang)

    @property
    def artifact(self) -> Artifact:
        return Artifact.of_text(self.path, self.markdown)


class Renderer:
    """Renders the pages of one knowledge base, which must be free of errors."""

    def __init__(
        self,
        kb: KnowledgeBase,
        before: "Renderer | None" = None,
        drawings: Store | None = None,
    ):
        """`before` is of an earlier state of the data: its compiled templates are used again;
        `drawings` are those of charts that earlier builds made."""
        self._kb = kb
        self._environments: dict[Lang, PageEnvironment] = (
            before._environments if before else {lang: environment(lang) for lang in LANGS}
        )
        for env in self._environments.values():
            env.drawings = drawings

    def rendered(self, page: Page, lang: Lang) -> RenderedPage:
        return _render(self._kb, self._environments[lang], page, lang)


def _render(kb: KnowledgeBase, env: PageEnvironment, page: Page, lang: Lang) -> RenderedPage:
    env.kb, env.page_path = kb, page.path
    body = env.get_template(page.template).render(
        view=page.view,
        home=page.home,
        title=page.title,
        summary=page.summary,
    )
    # Themes print both as they are: they are HTML.
    meta: dict[str, Any] = {"title": str(escape((page.head or page.title).in_lang(lang)))}
    if words := _description(kb, page, lang):
        meta["description"] = str(escape(_shortened(words)))
    if page.under is not None:
        meta["under"] = permalink.site_path(page.under, lang)
    if page.scripts:
        meta["scripts"] = list(page.scripts)
    if page.moved_to:
        link, delay = page.moved_to.link, page.moved_to.delay
        target = relative_link(page.path, link) if link is not None else ""
        meta["moved"] = {"link": target, "delay": delay}
    if page.is_wide:
        meta["hide"] = ["toc"]
    return RenderedPage(page, lang, meta, body.strip())


def _description(kb: KnowledgeBase, page: Page, lang: Lang) -> str:
    if page.description:
        return page.description.in_lang(lang)
    return prose_text(kb, page.summary, lang, page.home) if page.summary else ""


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= DESCRIPTION else text[: DESCRIPTION - 1].rstrip() + "…"
