"""Every link of our pages leads somewhere: MkDocs looks at none of them, as they are HTML."""

import html
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

_LINK = re.compile(r"\s(?:(?:href|src)=\"(?P<href>[^\"]*)|data-line=\"(?P<line>\d+))\"")
_ID = re.compile(r"\sid=\"([^\"]+)\"")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Linking:
    """What a page is to links: its address below the site ('' or 'entity/smic/'), the file it is made
    of, the ids that others may lead to, and its own links with their lines in that file."""

    address: str
    file: str
    ids: frozenset[str]
    links: tuple[tuple[str, int], ...]


def linking(address: str, file: str, content: str) -> Linking:
    """What the HTML of a page holds; links to other sites are not ours to follow."""
    links: dict[str, int] = {}
    line = 0  # that the nearest claim before the link says it is from
    for match in _LINK.finditer(content):
        if match["line"]:
            line = int(match["line"])
        elif not _ELSEWHERE.match(match["href"]):
            links.setdefault(match["href"], line)
    return Linking(address, file, frozenset(_ID.findall(content)), tuple(links.items()))


def lost_links(pages: Collection[Linking], files: Collection[str]) -> Iterator[str]:
    """Says of each link that leads nowhere where it stands; `files` are the addresses of all but
    the pages."""
    anchors = {page.address: page.ids for page in pages}
    for page in pages:
        for href, line in page.links:
            lack = _lack(page.address, href, anchors, files)
            if lack:
                place = f"{page.file}:{line}" if line else page.file
                yield f"{place}: the page /{page.address} has a link '{href}', but there is {lack}"


def _lack(
    address: str, href: str, anchors: Mapping[str, Collection[str]], files: Collection[str]
) -> str:
    path, _, anchor = html.unescape(href).partition("#")
    target = resolved(address, path.partition("?")[0])
    if target in anchors:
        is_there = not anchor or unquote(anchor) in anchors[target]
        return "" if is_there else "no such anchor there"
    return "" if target in files else "no such page or file"


def resolved(address: str, path: str) -> str:
    """The address that `path` means on the page at `address`; '/…' where it leaves the site."""
    if not path:
        return address
    if path.startswith("/"):
        return path
    steps = [*address.split("/")[:-1]]
    for step in unquote(path).split("/"):
        if step == "..":
            if not steps:
                return f"/{path}"
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    is_folder = bool(steps) and path.endswith(("/", "."))
    return "/".join(steps) + ("/" if is_folder else "")
