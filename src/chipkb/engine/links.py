"""Every link of our pages leads somewhere: MkDocs looks at none of them, as they are HTML."""

import html
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

_LINK = re.compile(r"\s(?:href|src)=\"([^\"]*)\"")
_LINE = re.compile(r"\sdata-line=\"(\d+)\"")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LostLink:
    """A link that leads nowhere; `line` of the file that the page is made of, 0 where unknown."""

    href: str
    line: int
    lacks_anchor: bool

    def message(self, file: str, address: str) -> str:
        place = f"{file}:{self.line}" if self.line else file
        lack = "no such anchor there" if self.lacks_anchor else "no such page or file"
        return f"{place}: the page /{address} has a link '{self.href}', but there is {lack}"


def lost_links(
    address: str,
    content: str,
    anchors: Mapping[str, Collection[str]],
    files: Collection[str],
) -> Iterator[LostLink]:
    """The links in `content`, the HTML of the page at `address`, that lead nowhere.

    `anchors` are the ids of each page by its address below the site ('' or 'entity/smic/');
    `files` are the addresses of all else.
    """
    for href in dict.fromkeys(_LINK.findall(content)):
        if _ELSEWHERE.match(href):
            continue
        path, _, anchor = html.unescape(href).partition("#")
        target = resolved(address, path.partition("?")[0])
        if target in anchors:
            if anchor and unquote(anchor) not in anchors[target]:
                yield LostLink(href, _line_of(content, href), lacks_anchor=True)
        elif target not in files:
            yield LostLink(href, _line_of(content, href), lacks_anchor=False)


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


def _line_of(content: str, href: str) -> int:
    """The line that the nearest claim before the link says it is from."""
    before = content[: content.index(f'"{href}"')]
    lines = _LINE.findall(before)
    return int(lines[-1]) if lines else 0
