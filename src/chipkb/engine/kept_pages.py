"""Finished pages, kept with what was asked of the data while they were made.

A page is taken as it was if every answer is the same today: that says more than any list of files that
a page might depend on, and asks no view or template to tell. What is not part of the data (code,
templates, vocabulary, settings, navigation) is in the key of each page, so that a change there makes
all of them anew. Pages whose making asked something else than the data are never kept.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from chipkb.engine.cache import Cache, code_version, key_of
from chipkb.engine.links import Linking
from chipkb.engine.recording import Answers, Recording, Unknown
from chipkb.render.card import CardFile
from chipkb.render.navigation import NavEntry
from chipkb.render.page import Page
from chipkb.values.text import Lang

# Of two files, and of what else is published: neither is asked of the data.
_NEVER_KEPT = {"content.md.j2", "data.md.j2"}
_ELSEWHERE = {"site_dir", "strict", "dev_addr"}  # settings that no page shows
_VOCABULARY = "data/vocabulary/"


@dataclass(frozen=True, slots=True)
class Printed:
    """A page in one language, and what is still needed of it once it is written. `is_ours` where
    MkDocs did not convert it, which may have had to warn of something."""

    html: bytes
    linking: Linking
    card: CardFile | None
    is_ours: bool = True


def basis_of(
    config: MkDocsConfig, sections: Iterable[NavEntry], files: Mapping[str, str], *more: str
) -> str:
    """What all pages are made with besides the facts: another one makes all of them anew.

    `files` are the digests of the data's files; `more` what else the builder puts into pages.
    """
    settings = {
        "mkdocs": {key: value for key, value in config.items() if key not in _ELSEWHERE},
        "theme": dict(config.theme),
        "plugins": {name: dict(plugin.config) for name, plugin in config.plugins.items()},
    }
    overrides = [
        key_of(path.relative_to(folder).as_posix(), path.read_bytes())
        for folder in _folders_of_others(config)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    words = {path: digest for path, digest in files.items() if path.startswith(_VOCABULARY)}
    return key_of(
        code_version("."),
        json.dumps(settings, sort_keys=True, default=_named),
        repr([(one.title, one.path, one.children) for one in sections]),
        json.dumps(words, sort_keys=True),
        os.environ.get("SOURCE_DATE_EPOCH", ""),
        *overrides,
        *more,
    )


def _named(value: object) -> str:
    """What is no value, such as a function that the settings name."""
    return getattr(value, "__qualname__", type(value).__qualname__)


def _folders_of_others(config: MkDocsConfig) -> list[Path]:
    """Where templates may stand that take the place of the theme's."""
    own = config.theme.custom_dir
    return [Path(own)] if own else []


class KeptPages:
    """Of one state of the data; without a `cache` each page is made anew."""

    def __init__(self, cache: Cache | None, basis: str, recording: Recording, answers: Answers):
        self._cache, self._basis = cache, basis
        self._recording, self._answers = recording, answers

    def get(self, page: Page) -> dict[Lang, Printed] | None:
        """The page in all languages as it was made before, if it would be made the same today."""
        if self._cache is None or page.template in _NEVER_KEPT:
            return None
        kept = self._cache.get(self._key(page))
        if kept is None:
            return None
        try:
            head, _, pages = kept.partition(b"\n")
            entry = json.loads(head)
            asked = [((name, key), digest) for name, key, digest in entry["asked"]]
            if any(self._answers.digest(one) != digest for one, digest in asked):
                return None
            return dict(_read(entry["printed"], pages))
        except (Unknown, AttributeError, KeyError, TypeError, ValueError):
            return None

    def begin(self) -> None:
        """A page is going to be made."""
        self._recording.begin()

    def put(self, page: Page, printed: Mapping[Lang, Printed]) -> None:
        """Keeps a page that was made in all languages since `begin`."""
        asked = self._recording.end()
        is_ours = all(one.is_ours for one in printed.values())
        if self._cache is None or page.template in _NEVER_KEPT or not is_ours:
            return
        try:
            answers = [(*one, self._answers.digest(one)) for one in asked]
        except Unknown:
            return
        entry = {"asked": answers, "printed": {lang: _told(one) for lang, one in printed.items()}}
        head = json.dumps(entry, ensure_ascii=False).encode("utf-8")  # without a line break
        self._cache.put(self._key(page), b"\n".join((head, *(p.html for p in printed.values()))))

    def _key(self, page: Page) -> str:
        own = self._answers.file(page.file)
        return key_of("page", self._basis, page.path, own, repr(_captured(page)))


def _captured(page: Page) -> tuple[object, ...]:
    """What a page was given before anybody could note what is asked for it."""
    moved = page.moved_to
    return page.title, page.head, page.summary, page.file, page.home, page.under, moved


def _told(printed: Printed) -> dict[str, Any]:
    linking, card = printed.linking, printed.card
    return {
        "length": len(printed.html),
        "address": linking.address,
        "file": linking.file,
        "ids": sorted(linking.ids),
        "links": linking.links,
        "card": [card.path, card.text, card.svg] if card else None,
    }


def _read(kept: dict[Lang, dict[str, Any]], pages: bytes) -> Iterator[tuple[Lang, Printed]]:
    start = 0
    for lang, one in kept.items():
        html = pages[start : start + one["length"]]
        start += one["length"] + 1
        links = tuple((href, line) for href, line in one["links"])
        linking = Linking(one["address"], one["file"], frozenset(one["ids"]), links)
        yield lang, Printed(html, linking, CardFile(*one["card"]) if one["card"] else None)
