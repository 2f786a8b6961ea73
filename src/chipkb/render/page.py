"""Every page of the site, and how each kind is made: its address, its view, its template."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import Any, TypeVar

import yaml
from markupsafe import escape

from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.model.prose import Prose
from chipkb.model.words import prose_text
from chipkb.render import heads
from chipkb.render.environment import PageEnvironment, environment
from chipkb.render.link import relative_link
from chipkb.values.artifact import Artifact
from chipkb.values.text import LANGS, Lang, Text
from chipkb.view import site_pages as own
from chipkb.view.chain import chain_view
from chipkb.view.chain_map import chain_map_view
from chipkb.view.changes import changes_view
from chipkb.view.compare import compare_view
from chipkb.view.comparison import comparison_view, comparisons_view
from chipkb.view.differences import differences_view
from chipkb.view.directory import directory_view
from chipkb.view.domain import domain_view
from chipkb.view.downloads import Download, DownloadsView
from chipkb.view.entity import entity_view
from chipkb.view.founding import founding_view
from chipkb.view.freshness import freshness_view
from chipkb.view.glossary import glossary_view
from chipkb.view.home import home_view
from chipkb.view.localisation import localisation_view
from chipkb.view.moved import MovedView, moved_pages
from chipkb.view.question import question_view, questions_view
from chipkb.view.source import SourceView, source_view, sources_view
from chipkb.view.statistics import statistics
from chipkb.view.timeline import timeline_view

T = TypeVar("T")

DESCRIPTION = 150  # characters that search engines show
HOW_TO_EDIT = "data/README.md"  # what to edit of pages that are made of everything


@dataclass(frozen=True)
class Page:
    """One page in all languages. `file` is the one to edit; `home` the entity prose refers to.

    `head` and `description` are for those who see no more of the page than these, such as search
    engines; without them its title and summary. `scripts` are assets that only this page loads; a
    wide page has no table of contents. One that has moved takes its readers along.
    """

    path: str
    template: str
    title: Text
    make_view: Callable[[], Any]  # called when the page is rendered, if it is
    file: str
    summary: Prose | None = None
    home: str | None = None
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


def pages(kb: KnowledgeBase) -> Iterator[Page]:
    """Every page, in the order of the site."""
    for kind in PAGE_KINDS:
        yield from kind(kb)


def page_table(
    kb: KnowledgeBase, downloads: Callable[[], tuple[Download, ...]] | None = None
) -> dict[str, tuple[Page, Lang]]:
    """Every page in every language by the path of its Markdown file, none rendered yet.

    Where there are `downloads`, their page is one of them.
    """
    return {
        permalink.markdown_path(page.path, lang): (page, lang)
        for page in (*pages(kb), *_downloads(kb, downloads))
        for lang in LANGS
    }


class Renderer:
    """Renders the pages of one knowledge base, which must be free of errors."""

    def __init__(self, kb: KnowledgeBase, before: "Renderer | None" = None):
        """`before` is of an earlier state of the data: its compiled templates are used again."""
        self._kb = kb
        self._environments: dict[Lang, PageEnvironment] = (
            before._environments if before else {lang: environment(lang) for lang in LANGS}
        )

    def rendered(self, page: Page, lang: Lang) -> RenderedPage:
        return _render(self._kb, self._environments[lang], page, lang)


def render_pages(kb: KnowledgeBase) -> Iterator[RenderedPage]:
    """Every page in every language. `kb` must be free of errors."""
    renderer = Renderer(kb)
    for page, lang in page_table(kb).values():
        yield renderer.rendered(page, lang)


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


def _own(
    page: own.SitePage, template: str, view: Callable[[], Any], file: str, **more: Any
) -> Page:
    """A page of the site itself, with the title and the lead that the search knows too."""
    return Page(page.path, template, page.title, view, file, page.summary, **more)


def _home(kb: KnowledgeBase) -> Iterator[Page]:
    yield Page(
        "", "home.md.j2", kb.site.title, partial(home_view, kb), "data/vocabulary/domains.yml"
    )


def _domains(kb: KnowledgeBase) -> Iterator[Page]:
    for id_, domain in kb.vocabulary.domains.items():
        yield Page(
            permalink.domain_page(id_),
            "domain.md.j2",
            domain.name,
            partial(domain_view, kb, id_),
            domain.place.file,
            domain.intro,
            head=heads.of_domain(domain.name),
        )


def _chain(kb: KnowledgeBase) -> Iterator[Page]:
    if kb.chain:
        yield _own(own.CHAIN, "chain.md.j2", partial(chain_view, kb), kb.chain[0].place.file)


def _chain_map(kb: KnowledgeBase) -> Iterator[Page]:
    if kb.chain:
        file, view = kb.chain[0].place.file, partial(chain_map_view, kb)
        yield _own(own.CHAIN_MAP, "chain_map.md.j2", view, file, is_wide=True)


def _localisation(kb: KnowledgeBase) -> Iterator[Page]:
    if localisation_view(kb).figures:
        view = partial(localisation_view, kb)
        yield _own(own.LOCALISATION, "localisation.md.j2", view, "data/vocabulary/metrics")


def _comparisons(kb: KnowledgeBase) -> Iterator[Page]:
    if kb.comparisons:
        view = partial(comparisons_view, kb)
        yield _own(own.COMPARISONS, "comparisons.md.j2", view, "data/comparisons")
    for comparison in kb.comparisons:
        yield Page(
            permalink.comparison_page(comparison.id),
            "comparison.md.j2",
            comparison.title,
            partial(comparison_view, kb, comparison),
            comparison.place.file,
            comparison.intro,
            scripts=("assets/pages/comparison.js",),
            is_wide=True,
        )


def _entities(kb: KnowledgeBase) -> Iterator[Page]:
    for entity in kb.entities.values():
        yield Page(
            permalink.entity_page(entity.id),
            "entity.md.j2",
            entity.name,
            partial(entity_view, kb, entity),
            entity.place.file,
            entity.summary,
            home=entity.id,
            scripts=("assets/pages/facts.js",),
            is_wide=True,
        )


def _questions(kb: KnowledgeBase) -> Iterator[Page]:
    if kb.questions:
        yield _own(own.QUESTIONS, "questions.md.j2", partial(questions_view, kb), "data/questions")
    for question in kb.questions:
        yield Page(
            permalink.question_page(question.id),
            "question.md.j2",
            question.question,
            partial(question_view, kb, question),
            question.place.file,
            question.answer,
        )


def _compare(kb: KnowledgeBase) -> Iterator[Page]:
    view, scripts = partial(compare_view, kb), ("assets/pages/compare.js",)
    yield _own(own.COMPARE, "compare.md.j2", view, HOW_TO_EDIT, scripts=scripts, is_wide=True)


def _directory(kb: KnowledgeBase) -> Iterator[Page]:
    view, scripts = partial(directory_view, kb), ("assets/pages/filter.js",)
    yield _own(own.DIRECTORY, "directory.md.j2", view, HOW_TO_EDIT, scripts=scripts, is_wide=True)


def _glossary(kb: KnowledgeBase) -> Iterator[Page]:
    view, scripts = partial(glossary_view, kb), ("assets/pages/filter.js",)
    yield _own(own.GLOSSARY, "glossary.md.j2", view, "data/glossary", scripts=scripts)


def _sources(kb: KnowledgeBase) -> Iterator[Page]:
    yield _own(own.SOURCES, "sources.md.j2", partial(sources_view, kb), "data/sources")
    for source in kb.sources.values():
        view = cache(partial(source_view, kb, source))
        path = permalink.source_page(source.id)
        about = partial(_about_source, view)
        yield Page(
            path,
            "source.md.j2",
            source.title,
            view,
            source.place.file,
            head=heads.of_work(source),
            make_description=about,
        )


def _about_source(view: Callable[[], SourceView]) -> Text:
    return heads.of_source(view())


def _itself(view: T) -> T:
    return view


def _timeline(kb: KnowledgeBase) -> Iterator[Page]:
    view, scripts = partial(timeline_view, kb), ("assets/pages/filter.js",)
    yield _own(own.TIMELINE, "timeline.md.j2", view, HOW_TO_EDIT, scripts=scripts)


def _reports(kb: KnowledgeBase) -> Iterator[Page]:
    """What the data says of itself."""
    yield _own(own.DIFFERENCES, "differences.md.j2", partial(differences_view, kb), HOW_TO_EDIT)
    yield _own(own.FOUNDING, "founding.md.j2", partial(founding_view, kb), HOW_TO_EDIT)
    yield _own(own.FRESHNESS, "freshness.md.j2", partial(freshness_view, kb), HOW_TO_EDIT)
    yield _own(own.WORKLIST, "worklist.md.j2", partial(statistics, kb), "data/coverage.yml")


def _changes(kb: KnowledgeBase) -> Iterator[Page]:
    yield _own(own.CHANGES, "changes.md.j2", partial(changes_view, kb), HOW_TO_EDIT)
    for id_, domain in kb.vocabulary.domains.items():
        page, view = own.domain_changes(id_, domain), partial(changes_view, kb, id_)
        about = partial(heads.of_changes, page.title, page.summary)
        yield _own(page, "changes.md.j2", view, HOW_TO_EDIT, make_description=about)


def _downloads(
    kb: KnowledgeBase, downloads: Callable[[], tuple[Download, ...]] | None
) -> Iterator[Page]:
    if downloads is not None:
        view = partial(_downloads_view, kb, downloads)
        yield _own(own.DOWNLOADS, "data.md.j2", view, HOW_TO_EDIT)


def _downloads_view(
    kb: KnowledgeBase, downloads: Callable[[], tuple[Download, ...]]
) -> DownloadsView:
    return DownloadsView(downloads(), kb.state, kb.release)


def _content(kb: KnowledgeBase) -> Iterator[Page]:
    for page in kb.content.values():
        file, about = f"content/{page.id}.zh.md", partial(heads.of_content, kb, page)
        view = partial(_itself, page)
        yield Page(page.id, "content.md.j2", page.title, view, file, make_description=about)


def _moved(kb: KnowledgeBase) -> Iterator[Page]:
    """What stands where a page was, so that no address is lost."""
    for path, view in moved_pages(kb):
        yield Page(
            path,
            "moved.md.j2",
            view.title,
            partial(_itself, view),
            view.move.place.file,
            moved_to=view,
        )


PAGE_KINDS: tuple[Callable[[KnowledgeBase], Iterator[Page]], ...] = (
    _home,
    _domains,
    _chain,
    _chain_map,
    _localisation,
    _comparisons,
    _entities,
    _questions,
    _directory,
    _compare,
    _glossary,
    _sources,
    _timeline,
    _reports,
    _changes,
    _content,
    _moved,
)
