"""A built site as it is read back: its files, and its pages with their anchors and links."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from chipkb.values.place import Place
from chipkb.values.problem import Problem

_NOWHERE = "https://site.invalid/"  # where a site without an address of its own is taken to be
_REFERRING = ("href", "src", "action", "poster")
_REFERRING_ELEMENTS = html.etree.XPath(f"//*[{' or '.join(f'@{one}' for one in _REFERRING)}]")
# Nearly all of a site's links: up some folders and down others, with nothing to decode.
_SIMPLE = re.compile(
    r"(?P<up>(?:\.\./)*)(?P<down>(?:[a-z0-9][a-z0-9._-]*/)*(?:[a-z0-9][a-z0-9._-]*)?)(?:#(?P<at>[a-z0-9-]+))?"
)
ENGLISH = "en/"
ERROR_PAGES = ("404.html", "en/404.html")


class NotASite(Exception):
    """There is no page at the root of the folder."""


@dataclass(frozen=True)
class Page:
    """One page. `address` is below the site: a folder with a slash, or a file such as 404.html."""

    file: str
    content: bytes

    @property
    def address(self) -> str:
        return self.file.removesuffix("index.html")

    @property
    def is_english(self) -> bool:
        return self.address.startswith(ENGLISH)

    @property
    def is_for_errors(self) -> bool:
        return self.file in ERROR_PAGES

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.document_fromstring(self.content.decode("utf-8"))

    @cached_property
    def anchors(self) -> frozenset[str]:
        return frozenset(self.tree.xpath("//@id"))

    @cached_property
    def references(self) -> tuple[tuple[html.HtmlElement, str, str], ...]:
        """All that the page refers to, as (element, attribute, link as written)."""
        return tuple(
            (element, attribute, link)
            for element in _REFERRING_ELEMENTS(self.tree)
            for attribute in _REFERRING
            if (link := element.get(attribute)) is not None
        )

    def meta(self, name: str) -> str | None:
        """The content of a `<meta>`, by its name or property."""
        found = self.tree.xpath("//head/meta[@name=$n or @property=$n]/@content", n=name)
        return str(found[0]) if found else None

    @cached_property
    def is_redirect(self) -> bool:
        """Of what moved or is gone: kept for old links, in no list."""
        return self.meta("robots") == "noindex"

    def problem(self, element: html.HtmlElement | None, code: str, /, **details: object) -> Problem:
        """A problem of this page, at the line of `element`."""
        line = element.sourceline or 0 if element is not None else 0
        return Problem.at(Place(self.file, line, 1 if line else 0), code, **details)


@dataclass(frozen=True)
class Site:
    """`base` is the address that the pages say they have, with a slash at its end, or ''."""

    folder: Path
    files: frozenset[str]
    pages: Mapping[str, Page]

    @cached_property
    def base(self) -> str:
        found = self.pages[""].tree.xpath("//head/link[@rel='canonical']/@href")
        return str(found[0]) if found else ""

    def read(self, file: str) -> bytes:
        return (self.folder / file).read_bytes()

    def target(self, page: Page, link: str) -> tuple[str, str] | None:
        """The address and the fragment that a link leads to; None if that is another site."""
        simple = _SIMPLE.fullmatch(link)
        if simple and (simple["up"] or simple["down"]):
            folders = page.address.split("/")[:-1]
            rise = len(simple["up"]) // 3
            if rise <= len(folders):
                above = folders[: len(folders) - rise]
                return "/".join([*above, simple["down"]]), simple["at"] or ""
        root = self.base or _NOWHERE
        parts = urlsplit(urljoin(root + page.address, link))
        whole = parts._replace(query="", fragment="").geturl()
        if not whole.startswith(root):
            # The pages for errors are shown at any address: they name the root by its path.
            return None
        return unquote(whole.removeprefix(root)), unquote(parts.fragment)

    def __iter__(self) -> Iterator[Page]:
        return iter(self.pages.values())


def read_site(folder: Path) -> Site:
    """Raises NotASite."""
    files = frozenset(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )
    if "index.html" not in files:
        raise NotASite(f"there is no index.html in {folder}")
    pages = [
        Page(file, (folder / file).read_bytes()) for file in sorted(files) if file.endswith(".html")
    ]
    return Site(folder, files, {page.address: page for page in pages})
