"""Every page of the site, and how each kind is made."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any, TypeVar

from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.render import heads
from chipkb.render.page import Page, RenderedPage, Renderer
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
from chipkb.view.moved import moved_pages
from chipkb.view.question import question_view, questions_view
from chipkb.view.source import SourceView, source_view, sources_view, tier_view
from chipkb.view.statistics import statistics
from chipkb.view.timeline import timeline_view

T = TypeVar("T")

HOW_TO_EDIT = "data/README.md"  # what to edit of pages that are made of everything


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


def render_pages(kb: KnowledgeBase) -> Iterator[RenderedPage]:
    """Every page in every language. `kb` must be free of errors."""
    renderer = Renderer(kb)
    for page, lang in page_table(kb).values():
        yield renderer.rendered(page, lang)


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
            under=permalink.COMPARISONS,
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
            make_description=None if entity.summary else partial(heads.of_entry, kb, entity),
            home=entity.id,
            under=permalink.domain_page(entity.home),
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
            under=permalink.QUESTIONS,
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
    for tier in kb.tiers:
        page = own.sources_of_tier(kb, tier)
        yield _own(
            page,
            "sources.md.j2",
            partial(tier_view, kb, tier),
            "data/sources",
            under=permalink.SOURCES,
            scripts=("assets/pages/filter.js",),
            make_description=partial(heads.of_part, page.title, page.summary),
        )
    called = Counter(heads.of_work(source).zh for source in kb.sources.values())
    called_in_english = Counter(heads.of_work(source).en for source in kb.sources.values())
    for source in kb.sources.values():
        head = heads.of_work(source)
        alike = max(called[head.zh], called_in_english[head.en])
        view = cache(partial(source_view, kb, source))
        path = permalink.source_page(source.id)
        about = partial(_about_source, view)
        yield Page(
            path,
            "source.md.j2",
            source.title,
            view,
            source.place.file,
            under=permalink.SOURCES,
            head=heads.of_work(source, alike),
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
        about = partial(heads.of_part, page.title, page.summary)
        yield _own(
            page,
            "changes.md.j2",
            view,
            HOW_TO_EDIT,
            under=permalink.CHANGES,
            make_description=about,
        )


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
