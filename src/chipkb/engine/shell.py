"""The theme's part of a page, rendered once for all pages that differ in nothing but their content.

A specimen of such a page is rendered with a slot wherever pages differ; each page then is the shell
with its slots filled. What would make the theme's templates choose another way is part of what the
pages must have in common; tests compare each page with one that the templates made.
"""

import copy
import json
import re
from dataclasses import replace
from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.toc import TableOfContents

from chipkb.engine.html_page import HtmlPage, is_html
from chipkb.engine.site import MadePage
from chipkb.engine.stage import Stage

_PAGE_EVENTS = ("pre_page", "page_markdown", "page_content", "page_context", "post_page")
_META = {"title", "description", "scripts", "hide", "under"}
_SLUG = re.compile(r"[a-z0-9.-]+")
_SLOT = re.compile(r"<h1>chipkb-slot-content|\{\"slot\":\"chipkb\"\}|chipkb-slot-[a-z]+")
_CONTENT, _JSONLD = "<h1>chipkb-slot-content", '{"slot":"chipkb"}'
_NAME, _TITLE, _ABOUT = "chipkb-slot-name", "chipkb-slot-title", "chipkb-slot-about"
_CARD, _EDIT, _TOP = "chipkb-slot-card", "chipkb-slot-edit", "chipkb-slot-top"

Parts = tuple[list[str], list[str]]  # what stands between the slots, and the slots


class Shells:
    """Of one stage; not to be used where a plugin of others sees the pages."""

    def __init__(self, stage: Stage):
        self._stage = stage
        self._in_nav = {
            page.file.src_uri for spoken in stage.spoken.values() for page in spoken.nav.pages
        }
        self._known: dict[Any, Parts] = {}

    def html(self, page: HtmlPage) -> str:
        """The page as the stage would make it, whichever way is shorter."""
        # Pages in the navigation are marked there.
        shape = None if page.file.src_uri in self._in_nav else _shape(page)
        if shape is None:
            return self._stage.html(page)
        if shape not in self._known:
            output = self._stage.html(_specimen(page, self._stage))
            self._known[shape] = _SLOT.split(output), _SLOT.findall(output)
        between, slots = self._known[shape]
        filling = self._filling(page)
        filled = [between[0]]
        for slot, text in zip(slots, between[1:], strict=True):
            filled += (filling[slot], text)
        return "".join(filled)

    def _filling(self, page: HtmlPage) -> dict[str, str]:
        made = page.made
        policies = self._stage.env.policies
        jsonld = made.jsonld and htmlsafe_json_dumps(
            made.jsonld, policies["json.dumps_function"], **policies["json.dumps_kwargs"]
        )
        return {
            _NAME: _name(made),
            _TITLE: page.meta["title"],
            _ABOUT: page.meta.get("description", ""),
            _JSONLD: jsonld or "",
            _CARD: str(escape(made.card.text)) if made.card else "",
            _EDIT: str(escape(page.edit_url or "")),
            _TOP: page.toc.items[0].id if page.toc.items else "",
            _CONTENT: page.content or "",
        }


def is_seen_by_others(config: MkDocsConfig) -> bool:
    """Whether other plugins may change our pages or look at them while they are made."""
    return any(len(config.plugins.events[name]) > 1 for name in _PAGE_EVENTS)


def _shape(page: HtmlPage) -> Any:
    """What pages of one shell have in common; None of a page that needs one of its own."""
    made, meta, items = page.made, page.meta, page.toc.items
    name = _name(made)
    if (
        not meta.keys() <= _META
        or not _SLUG.fullmatch(name)
        or not is_html(made.rendered.body)
        or "<script" in (page.content or "")
        or "<h1" not in (page.content or "")
        or len(items) != 1
        or items[0].level != 1
    ):
        return None
    return (
        made.rendered.lang,
        _folder(made),
        "description" in meta,
        tuple(meta.get("scripts", ())),
        tuple(meta.get("hide", ())),
        meta.get("under"),
        made.jsonld is None,
        tuple((one.path.replace(name, _NAME), one.type, one.title) for one in made.links),
        made.card and made.card.path.replace(name, _NAME),
        page.edit_url is None,
        tuple((item.id, item.title, item.level, bool(item.children)) for item in items[0].children),
    )


def _specimen(like: HtmlPage, stage: Stage) -> HtmlPage:
    """A page of the same shape with slots for what is its own."""
    made, name = like.made, _name(like.made)
    kind = replace(made.rendered.page, path=f"{_folder(made)}{_NAME}")
    rendered = replace(made.rendered, page=kind)
    links = tuple(replace(one, path=one.path.replace(name, _NAME)) for one in made.links)
    card = made.card and replace(made.card, path=made.card.path.replace(name, _NAME), text=_CARD)
    page = HtmlPage(None, File.generated(stage.config, rendered.path, content=""), stage.config)
    page.made = MadePage(rendered, made.jsonld and json.loads(_JSONLD), links, card)
    page.meta = dict(made.rendered.meta) | {"title": _TITLE}
    if "description" in page.meta:
        page.meta["description"] = _ABOUT
    page.content = _CONTENT
    page.edit_url = like.edit_url and _EDIT
    top = copy.copy(like.toc.items[0])
    top.id = _TOP
    page.toc = TableOfContents([top])
    return page


def _name(made: MadePage) -> str:
    """The last part of the page's path, which no other page in its folder has."""
    return made.rendered.page.path.rpartition("/")[2]


def _folder(made: MadePage) -> str:
    return made.rendered.page.path.removesuffix(_name(made))
