"""Pages whose Markdown is HTML already: only their headings are converted, the rest passes through.

Python-Markdown would read every tag of such a page twice to give it back as it was. What comes out
here is what it would give, byte for byte; tests/engine compare the two on all pages.
"""

import html
import re
from functools import lru_cache
from typing import Any, cast

import markdown
from markdown.extensions.toc import nest_toc_tokens, slugify, unique
from markdown.util import BLOCK_LEVEL_ELEMENTS
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import meta

from chipkb.engine.site import MadePage
from chipkb.model import permalink
from chipkb.render.page import Page as SitePage
from chipkb.values.text import Lang

# A heading as our templates write it: with an id of its own but for the title.
_HEADING = re.compile(
    r"\n*^(?:# (?P<title>.*)|(?P<line>(?P<marks>##+) .* \{: #(?P<id>[\w-]+) \}))$\n*", re.MULTILINE
)
_ID = re.compile(r"\sid=\"([^\"]+)\"")
_MARKED_UP = re.compile(r"[\\`*_\[\]<>{}&#!]")  # what Markdown may read as more than words
_CONVERTED = re.compile(r"<h[1-6](?: id=\"[^\"]*\")?>(?P<inner>.*)</h[1-6]>", re.DOTALL)
_BLOCK_TAGS = "|".join(sorted(BLOCK_LEVEL_ELEMENTS, key=len, reverse=True))
_OTHER_BLOCK = re.compile(
    rf"(?:\A|\n\n)\n*+(?!</?(?:{_BLOCK_TAGS})[\s/>]|# |##+ .* \{{: #[\w-]+ \}}$|\Z)", re.MULTILINE
)
_BLANK_LINES = re.compile(r"\n{3,}")


class HtmlPage(Page):
    """One of our pages, for MkDocs. A plugin that changes its Markdown gets it converted as any.

    `made` must be there before the page is read; `plain` pages go the way of any Markdown file.
    """

    def __init__(
        self, title: str | None, file: File, config: MkDocsConfig, *, plain: bool = False
    ) -> None:
        super().__init__(title, file, config)
        self._is_plain = plain
        self._made: MadePage | None = None

    @property
    def made(self) -> MadePage:
        if self._made is None:
            raise ValueError(f"{self.file.src_uri} is not rendered yet")
        return self._made

    @made.setter
    def made(self, made: MadePage) -> None:
        self._made = made

    def read_source(self, config: MkDocsConfig) -> None:
        rendered = self.made.rendered
        if self._is_plain:
            self.markdown, self.meta = meta.get_data(rendered.markdown)
            return
        self.markdown = rendered.body
        self.meta = dict(rendered.meta)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        body = self.markdown or ""
        if self._is_plain or body != self.made.rendered.body or not is_html(body):
            super().render(config, files)
            return
        self.content, tokens = converted(body, config)
        self.toc = get_toc(tokens)
        self._title_from_render = None
        self.present_anchor_ids = set(_ID.findall(self.content))


def page_file(
    config: MkDocsConfig,
    page: SitePage,
    lang: Lang,
    nav_title: str | None = None,
    *,
    plain: bool = False,
) -> File:
    """A file with our page; `nav_title` is its name in the navigation, if it stands there, as text."""
    path = permalink.markdown_path(page.path, lang)
    file = File.generated(config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.edit_uri = page.file
    # MkDocs takes the page's own title and not that of its entry; the theme prints it as it is.
    HtmlPage(escape(nav_title) if nav_title else None, file, config, plain=plain)
    return file


def is_html(body: str) -> bool:
    """Whether each block is a heading of ours or begins with a tag that Markdown leaves alone."""
    return not _OTHER_BLOCK.search(body)


def converted(body: str, config: MkDocsConfig) -> tuple[str, list[Any]]:
    """The page as HTML, and its headings as the table of contents wants them."""
    taken = {match["id"] for match in _HEADING.finditer(body) if match["id"]}
    depth = int(config.mdx_configs.get("toc", {}).get("toc_depth", 6))
    tokens: list[dict[str, Any]] = []

    def heading(match: re.Match[str]) -> str:
        line = match["line"] or f"# {match['title']}"
        level = len(match["marks"] or "#")
        inner, name = _heading(line, tuple(map(str, config.markdown_extensions)))
        id_ = match["id"] or unique(slugify(html.unescape(name), "-"), taken)
        if level <= depth:
            tokens.append({"level": level, "id": id_, "name": name})
        return f'\n\n<h{level} id="{id_}">{inner}</h{level}>\n'

    content = _BLANK_LINES.sub("\n\n", _HEADING.sub(heading, body).strip())
    return content, nest_toc_tokens(cast(Any, tokens))  # they have what they need of them


@lru_cache(maxsize=4096)
def _heading(line: str, extensions: tuple[str, ...]) -> tuple[str, str]:
    """A heading's HTML and its words alone."""
    words = re.sub(r" \{: #[\w-]+ \}$", "", line).lstrip("#").strip()
    if not _MARKED_UP.search(words):
        return words, " ".join(words.split())
    converter = markdown.Markdown(extensions=["attr_list", "toc"])
    found = _CONVERTED.fullmatch(converter.convert(line))
    if found is None:
        raise ValueError(f"no heading: {line!r}")
    tokens: list[dict[str, Any]] = vars(converter)["toc_tokens"]  # the extension puts them there
    return found["inner"], tokens[0]["name"]
