"""All pages of a site into its folder: rendered, set in the theme, written, on all cores."""

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel

from chipkb.engine.cards import Cards
from chipkb.engine.html_page import HtmlPage, is_html, page_file
from chipkb.engine.kept_pages import KeptPages, Printed, basis_of
from chipkb.engine.links import Linking, linking
from chipkb.engine.recording import Answers
from chipkb.engine.shell import Shells, is_seen_by_others
from chipkb.engine.site import Site
from chipkb.engine.site_folder import SiteFolder
from chipkb.engine.stage import Stage
from chipkb.model import permalink
from chipkb.render.card import CardFile
from chipkb.render.page import Page
from chipkb.render.vega import NotHere
from chipkb.values.text import LANGS, Lang

_MANY = 200  # pages: for fewer it takes longer to start processes than to print


Told = tuple[Linking, CardFile | None]  # what is still needed of a page once it is written


@dataclass(frozen=True)
class Press:
    """Prints one site. `is_plain`: each page the long way and one by one, to compare with."""

    site: Site
    stage: Stage
    is_plain: bool = False

    def start(self, folder: SiteFolder, cards: Cards) -> Callable[[], list[Told]]:
        """Begins with all pages; the rest of the work is waited for, or done, when the result is
        asked for."""
        self._gather()
        run = _Run(self, folder, cards)
        pages = list({page.path: page for page, _ in self.site.pages.values()}.values())
        kept = {page.path: run.kept(page) for page in pages}
        done = [told for one in kept.values() for told in one or ()]
        pages = [page for page in pages if kept[page.path] is None]
        cores = os.cpu_count() or 1
        if run.shells is None or cores == 1 or len(pages) < _MANY or sys.platform != "linux":
            return lambda: self._done(
                [*done, *(told for page in pages for told in run.print(page))]
            )
        # One of each kind first, so that no process has to compile the templates again.
        first = {page.template: page for page in pages}
        done += [told for page in first.values() for told in run.print(page)]
        _ = self.site.charts  # for want of which pages would be left over
        left = [page for page in pages if page is not first[page.template]]
        futures = _begun(run.share, [left[n::cores] for n in range(cores)])

        def result() -> list[Told]:
            for future in futures:
                printed, left_over = future.result()
                done.extend(printed)
                done.extend(
                    told for page in pages if page.path in left_over for told in run.print(page)
                )
            return self._done(done)

        return result

    def _done(self, told: list[Told]) -> list[Told]:
        """MkDocs is to write none of the pages once more."""
        for path in self.site.pages:
            self.page_of(path).file.inclusion = InclusionLevel.EXCLUDED
        return told

    def page(self, address: str) -> str | None:
        """The page at an address ('' or 'en/entity/smic/'), made now."""
        path = self.site.addresses.get(address)
        if path is None:
            return None
        made = self.site.made(path)
        if not is_html(made.rendered.body):  # MkDocs leads its links to files, so all must be there
            self._gather()
        page = self.page_of(path)
        self.stage.read(page, made)
        return self.stage.html(page)

    def lasting_pages(self) -> list[File]:
        """The pages that the site map names: all but those that only lead on."""
        files = {path: self.stage.files.get_file_from_path(path) for path in self.site.pages}
        return [
            file for path, file in files.items() if file and not self.site.pages[path][0].moved_to
        ]

    def _gather(self) -> None:
        for path in self.site.pages:
            self.page_of(path)

    def page_of(self, path: str) -> HtmlPage:
        """MkDocs' page for ours, now among its files if it was not."""
        file = self.stage.files.get_file_from_path(path)
        if file is None:
            page, lang = self.site.pages[path]
            file = page_file(self.stage.config, page, lang, plain=self.is_plain)
            self.stage.files.append(file)
        file.inclusion = InclusionLevel.NOT_IN_NAV  # links to it are no error
        if not isinstance(file.page, HtmlPage):
            raise PluginError(f"another file stands in the place of '{path}'")
        return file.page


class _LeftOver(Exception):
    """A page that the main process has to print."""


class _Run:
    """One printing of all pages."""

    def __init__(self, press: Press, folder: SiteFolder, cards: Cards):
        self._folder = folder
        config, site = press.stage.config, press.site
        self._site, self._stage, self._page_of, self._cards = (
            site,
            press.stage,
            press.page_of,
            cards,
        )
        others = is_seen_by_others(config)  # who may change a page in a way that we do not know
        self.shells = None if press.is_plain or others else Shells(press.stage)
        self._kept = KeptPages(
            None if others or press.is_plain else site.cache,
            basis_of(config, site.sections, site.files, repr(cards.in_words)),
            site.recording,
            Answers(site.kb, site.files),
        )

    def kept(self, page: Page) -> list[Told] | None:
        """Writes a page in all languages as it was made before; None if it is to be made."""
        printed = self._kept.get(page)
        return None if printed is None else self._write(page, printed)

    def print(self, page: Page, *, apart: bool = False) -> list[Told]:
        """Makes and writes a page in all languages; `apart`, in a process of its own, raises _LeftOver
        or NotHere where that cannot be done."""
        self._kept.begin()
        printed = {lang: self._printed(page, lang, apart) for lang in LANGS}
        self._kept.put(page, printed)
        return self._write(page, printed)

    def _write(self, page: Page, printed: Mapping[Lang, Printed]) -> list[Told]:
        for lang, one in printed.items():
            path = permalink.markdown_path(page.path, lang)
            self._folder.write(self._page_of(path).file.dest_uri, one.html)
        return [(one.linking, one.card) for one in printed.values()]

    def share(self, pages: Sequence[Page]) -> tuple[list[Told], set[str]]:
        """What a process of its own prints, and the paths of pages left over: with a chart not drawn
        yet, or for MkDocs to convert, which may have to warn of something that nobody would hear."""
        told: list[Told] = []
        left: set[str] = set()
        for page in pages:
            try:
                told += self.print(page, apart=True)
            except (NotHere, _LeftOver):
                left.add(page.path)
        return told, left

    def _printed(self, page: Page, lang: Lang, apart: bool) -> Printed:
        path = permalink.markdown_path(page.path, lang)
        made = self._site.made(path, self._cards.of)
        if apart and not is_html(made.rendered.body):
            raise _LeftOver
        shown = self._page_of(path)
        self._stage.read(shown, made)
        html = self.shells.html(shown) if self.shells else self._stage.html(shown)
        told = linking(shown.url, page.file, shown.content or "")
        shown.content = shown.markdown = None  # of thousands of pages they are much
        is_ours = is_html(made.rendered.body)
        return Printed(html.encode("utf-8", "xmlcharrefreplace"), told, made.card, is_ours)


Share = tuple[list[Told], set[str]]
_work: list[Callable[[], Share]] = []  # what forked processes find


def _begun(
    work: Callable[[Sequence[Page]], Share], shares: list[list[Page]]
) -> list[Future[Share]]:
    """Each share in a process forked from this one, which finds all that was made so far: neither
    pages nor data are sent to it."""
    _work[:] = [partial(work, share) for share in shares]
    gc.collect()
    gc.freeze()  # or the collector would copy what the processes share
    try:
        pool = ProcessPoolExecutor(len(shares), multiprocessing.get_context("fork"))
        futures = [pool.submit(_forked, number) for number in range(len(shares))]
        pool.shutdown(wait=False)
        return futures
    finally:
        gc.unfreeze()
        _work.clear()


def _forked(number: int) -> Share:
    return _work[number]()
