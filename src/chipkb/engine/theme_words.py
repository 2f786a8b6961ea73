"""What the theme prints as it is, made HTML: its templates escape nothing.

Titles, descriptions and names reach Material as `Markup`: printed they are safe, and where one of its
templates does escape, they are not escaped twice.
"""

import copy
from collections.abc import MutableMapping
from typing import Any

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig

from chipkb.model import permalink
from chipkb.render.navigation import NavEntry
from chipkb.values.text import Lang

_WORDS = ("site_name", "site_description", "site_author", "repo_name")
_META = ("title", "description")


def shown_config(config: MkDocsConfig, alternates: list[dict[str, str]]) -> MkDocsConfig:
    """A copy for the templates of one page; `alternates` is the page in each language."""
    shown = copy.copy(config)
    for word in _WORDS:
        shown[word] = escape(config[word] or "")
    shown["extra"] = {**config.extra, "alternate": alternates}
    return shown


def mark_meta(meta: MutableMapping[str, Any]) -> None:
    """Titles and descriptions of rendered pages are HTML already; what is marked stays so."""
    for key in _META:
        if key in meta:
            meta[key] = Markup(meta[key])


def mkdocs_nav(entries: tuple[NavEntry, ...], lang: Lang) -> list[Any]:
    """The navigation in MkDocs' own form: titles with a path or a list below them."""

    def item(entry: NavEntry) -> dict[str, Any]:
        title = escape(entry.title.in_lang(lang))
        if entry.children:
            return {title: [item(child) for child in entry.children]}
        return {title: permalink.markdown_path(entry.path, lang)}

    return [item(entry) for entry in entries]
