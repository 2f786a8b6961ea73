"""A built page as the tests ask it: its anchors, its links, its words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html
from lxml.cssselect import CSSSelector

SITE = "https://chipkb.github.io/chipkb/"  # as in mkdocs.yml


@cache
def _selector(css: str) -> Callable[[html.HtmlElement], list[html.HtmlElement]]:
    return CSSSelector(css)


@dataclass(frozen=True)
class SitePage:
    """`address` is the page's below the site: a folder with a slash, or a file such as 404.html."""

    address: str
    content: bytes

    @classmethod
    def read(cls, site: Path, path: Path) -> "SitePage":
        return cls(path.relative_to(site).as_posix().removesuffix("index.html"), path.read_bytes())

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.document_fromstring(self.content.decode("utf-8"))

    @cached_property
    def anchors(self) -> dict[str, html.HtmlElement]:
        return {element.get("id"): element for element in self.tree.xpath("//*[@id]")}

    @property
    def lang(self) -> str:
        return self.tree.get("lang")

    def select(self, css: str) -> list[html.HtmlElement]:
        return _selector(css)(self.tree)

    def links(self) -> Iterator[str]:
        """All that the page refers to, as written: links, scripts, styles, images."""
        for element in self.tree.iter():
            if isinstance(element.tag, str):
                for attribute in ("href", "src", "action", "poster"):
                    if element.get(attribute) is not None:
                        yield element.get(attribute)

    def target(self, link: str) -> tuple[str, str] | None:
        """The address and the fragment that a link leads to; None if that is another site."""
        parts = urlsplit(urljoin(SITE + self.address, link))
        whole = parts._replace(query="", fragment="").geturl()
        if not whole.startswith(SITE):
            return None
        return unquote(whole.removeprefix(SITE)), unquote(parts.fragment)
