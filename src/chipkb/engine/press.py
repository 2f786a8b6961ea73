"""All pages of a site into its folder: rendered, set in the theme, written, on all cores."""

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel

from chipkb.engine.html_page import HtmlPage, is_html, page_file
from chipkb.engine.links import Linking, linking
from chipkb.engine.shell import Shells, is_seen_by_others
from chipkb.engine.site import CardOf, MadePage, Site
from chipkb.engine.stage import Stage
from chipkb.render.card import CardFile

_MANY = 200  # pages: for fewer it takes longer to start processes than to print


@dataclass(frozen=True, slots=True)
class Printed:
    """What is still needed of a page once it is written."""

    linking: Linking
    card: CardFile | None


@dataclass(frozen=True)
class Press:
    """Prints one site. `is_plain`: each page the long way and one by one, to compare with."""

    site: Site
    stage: Stage
    is_plain: bool = False

    def start(self, card_of: CardOf) -> Callable[[], list[Printed]]:
        """Begins with all pages; the rest of the work is waited for, or done, when the result is
        asked for."""
        self._gather()
        paths = list(self.site.pages)
        cores = os.cpu_count() or 1
        if self._shells is None or cores == 1 or len(paths) < _MANY or sys.platform != "linux":
            return lambda: self._done([self._printed(path, card_of) for path in paths])
        # One of each kind first, so that no process has to compile the templates again.
        kinds = {(page.template, lang): path for path, (page, lang) in self.site.pages.items()}
        first = set(kinds.values())
        done = [self._printed(path, card_of) for path in paths if path in first]
        shares = self._shares([path for path in paths if path not in first], cores)
        futures = _begun(partial(self._share, card_of), shares)

        def result() -> list[Printed]:
            for future in futures:
                printed, left = future.result()
                done.extend(printed)
                done.extend(self._printed(path, card_of) for path in left)
            return self._done(done)

        return result

    def _done(self, printed: list[Printed]) -> list[Printed]:
        """MkDocs is to write none of the pages once more."""
        for path in self.site.pages:
            self._page(path).file.inclusion = InclusionLevel.EXCLUDED
        return printed

    @cached_property
    def _shells(self) -> Shells | None:
        others = is_seen_by_others(self.stage.config)
        return None if self.is_plain or others else Shells(self.stage)

    def _shares(self, paths: Sequence[str], number: int) -> list[list[str]]:
        """In turn; the languages of a page together, as they are made of one view."""
        shares: list[list[str]] = [[] for _ in range(number)]
        pages = {self.site.pages[path][0].path: None for path in paths}
        turn = {page: n % number for n, page in enumerate(pages)}
        for path in paths:
            shares[turn[self.site.pages[path][0].path]].append(path)
        return shares

    def _share(self, card_of: CardOf, paths: Sequence[str]) -> tuple[list[Printed], list[str]]:
        """Pages printed in a process of their own, and those left over: what MkDocs converts it may
        have to warn of, which nobody would hear there."""
        made = ((path, self.site.made(path, card_of)) for path in paths)
        printed, left = [], []
        for path, one in made:
            if is_html(one.rendered.body):
                printed.append(self._print(path, one))
            else:
                left.append(path)
        return printed, left

    def page(self, address: str) -> str | None:
        """The page at an address ('' or 'en/entity/smic/'), made now."""
        path = self.site.addresses.get(address)
        if path is None:
            return None
        made = self.site.made(path)
        if not is_html(made.rendered.body):  # MkDocs leads its links to files, so all must be there
            self._gather()
        page = self._page(path)
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
            self._page(path)

    def _printed(self, path: str, card_of: CardOf) -> Printed:
        return self._print(path, self.site.made(path, card_of))

    def _print(self, path: str, made: MadePage) -> Printed:
        page = self._page(path)
        self.stage.read(page, made)
        html = self._shells.html(page) if self._shells else self.stage.html(page)
        target = Path(page.file.abs_dest_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(html.encode("utf-8", "xmlcharrefreplace"))
        told = linking(page.url, made.rendered.page.file, page.content or "")
        page.content = page.markdown = None  # of thousands of pages they are much
        return Printed(told, made.card)

    def _page(self, path: str) -> HtmlPage:
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


_work: Callable[[Sequence[str]], tuple[list[Printed], list[str]]]


def _begun(
    work: Callable[[Sequence[str]], tuple[list[Printed], list[str]]], shares: Sequence[list[str]]
) -> list[Future[tuple[list[Printed], list[str]]]]:
    """Each share in a process forked from this one, which finds all that was made so far."""
    global _work
    _work = work
    gc.collect()
    gc.freeze()  # or the collector would copy what the processes share
    try:
        pool = ProcessPoolExecutor(len(shares), multiprocessing.get_context("fork"))
        futures = [pool.submit(_forked, share) for share in shares]
        pool.shutdown(wait=False)
        return futures
    finally:
        gc.unfreeze()


def _forked(share: Sequence[str]) -> tuple[list[Printed], list[str]]:
    return _work(share)
