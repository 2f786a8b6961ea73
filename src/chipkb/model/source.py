"""Where facts come from."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Annotated

from babel import Locale
from pydantic import AfterValidator, Field, StrictBool
from pydantic_core import PydanticCustomError

from chipkb.model.base import Id, Model, OneOrMore, Url
from chipkb.model.fields import DateField
from chipkb.model.vocabulary import TierId
from chipkb.values.text import LANGS, Lang, Text

MOST_PARAGRAPHS = 10_000  # of one section
_LANGUAGE = re.compile(r"([a-z]{2,3})(-[A-Za-z0-9]{2,8})*")  # as in HTML's lang: zh, en, zh-TW
_COUNTRIES = {
    "cn": "zh",
    "jp": "ja",
    "kr": "ko",
    "tw": "zh-TW",
    "hk": "zh-HK",
    "us": "en",
    "uk": "en",
}


@cache
def _languages(lang: Lang) -> Mapping[str, str]:
    """The names of languages by their codes, as CLDR has them."""
    names: Mapping[str, str] = Locale(lang).languages
    return names


def _language(tag: str) -> str:
    """A language tag of BCP 47 whose language there is."""
    match = _LANGUAGE.fullmatch(tag)
    if match is None or match[1] not in _languages("en") or match[1] in _COUNTRIES:
        names = {name.casefold(): code for lang in LANGS for code, name in _languages(lang).items()}
        guess = _COUNTRIES.get(tag.casefold()) or names.get(tag.casefold()) or ""
        raise PydanticCustomError("language-tag", "tag", {"found": tag, "suggestion": guess})
    return tag


# The tiers that rules know by name; a vocabulary has at least the first two, and may have others.
PRIMARY, PRESS, AGGREGATOR, SELF_MEDIA = "primary", "press", "aggregator", "self-media"


class SourceKind(StrEnum):
    ARTICLE = "article"
    FILING = "filing"
    COMPANY_RELEASE = "company-release"
    STATISTICS = "statistics"
    PAPER = "paper"
    STANDARD = "standard"
    REPORT = "report"
    PRESS = "press"
    INTERVIEW = "interview"
    FORUM = "forum"
    DATABASE = "database"
    REFERENCE = "reference"


class Section(Model):
    """A part of a document; paragraphs count from 1, and 0 is the section's heading.

    To find it in the document's text, `heading` says how the line above it begins, or, where it has
    no such line, `begins` how its first paragraph does.
    """

    id: Id
    title: Text
    paragraphs: Annotated[int, Field(ge=0, le=MOST_PARAGRAPHS)]
    heading: str | None = None
    begins: str | None = None


class Source(Model):
    """A document or page. Without `sections` it is cited as a whole."""

    id: str
    title: Text
    short: Text | None = None  # a name of a few words, for the mark under a fact
    publisher: Text | None = None
    untitled: StrictBool = False  # the page's own title is not known: ours is a description
    author: Annotated[tuple[str, ...], OneOrMore] = ()  # as printed, in its order
    doi: Annotated[str, Field(pattern=r"^10\.[0-9]{4,9}/[-._;()/:A-Za-z0-9]+$")] | None = None
    published: DateField | None = None
    kind: SourceKind
    tier: TierId
    language: Annotated[str, AfterValidator(_language)]
    url: Url | None = None
    archived: Url | None = None  # where a copy of the page is kept
    carrier: Text | None = None  # where we saw it, when that was a copy
    accessed: DateField | None = None
    origin: Id | None = None  # copies of one origin count once
    caveats: Text | None = None
    sections: tuple[Section, ...] = ()
    ends_at: str | None = None  # how the first line behind the last section begins

    @property
    def own_title(self) -> str:
        """The title as printed, in its own language; in brackets where it is only described."""
        return self.shown_title.in_lang(self.own_lang)

    @property
    def shown_title(self) -> Text:
        """The title for a page; in brackets where it is only a description of ours."""
        if not self.untitled:
            return self.title
        return Text(zh=f"[{self.title.zh}]", en=self.title.en and f"[{self.title.en}]")

    @property
    def own_lang(self) -> Lang:
        """The language of ours in which the page bears its title: English for all but Chinese."""
        return "zh" if self.language.startswith("zh") else "en"

    def has_place(self, section: str, paragraph: int) -> bool:
        return any(s.id == section and 0 <= paragraph <= s.paragraphs for s in self.sections)
