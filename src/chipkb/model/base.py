"""What all models share: frozen, no unknown keys, and a memory of their place in the data."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from ipaddress import ip_address
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    model_validator,
)
from pydantic_core import PydanticCustomError

from chipkb.values.place import Place, Where
from chipkb.values.text import Lang, Text

_NOWHERE = Where(Place(""))


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text in two languages, with the mapping it stands in and its path there.

    Its places are looked up when somebody asks, which is when something is wrong with it.
    """

    text: Text
    around: Where
    path: tuple[str | int, ...]

    @property
    def key(self) -> str:
        """The key it stands under."""
        return str(self.path[0])

    def place(self, lang: Lang) -> Place:
        """Where its wording in `lang` stands."""
        return self.around.of(*self.path, lang)


class Model(BaseModel):
    """Base of every model. `where` knows the line and column of each key and value."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    # By a factory: pydantic copies a plain default in depth for every model.
    _where: Where = PrivateAttr(default_factory=lambda: _NOWHERE)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        model = handler(data)
        if hasattr(data, "where") and model.__pydantic_private__ is not None:
            model.__pydantic_private__["_where"] = data.where
        return model

    @cached_property
    def texts(self) -> tuple[PlacedText, ...]:
        """Every text in two languages in it, at any depth."""
        return tuple(self._texts())

    def _texts(self) -> Iterator[PlacedText]:
        for name, value in self.__dict__.items():
            listed = value.__class__ is tuple
            for i, part in enumerate(value if listed else (value,)):
                held = _held(part.__class__)
                if held is Text:
                    yield PlacedText(part, self.where, (name, i) if listed else (name,))
                elif held is Model:
                    yield from part.texts

    @property
    def where(self) -> Where:
        # Not `self._where`, which pydantic looks up in Python: pages and checks ask often.
        where: Where = (self.__pydantic_private__ or {})["_where"]
        return where

    @property
    def place(self) -> Place:
        return self.where.place


@cache
def _held(kind: type) -> type | None:
    """Text or Model if `kind` is one, asked once: pydantic's isinstance is slow."""
    return next((base for base in (Text, Model) if issubclass(kind, base)), None)


LONGEST_URL = 1_000
LONGEST_ID = 80  # with what is put around it, a file name of any system holds it


ID_PATTERN = rf"^(?=.{{1,{LONGEST_ID}}}$)[a-z0-9]+(-[a-z0-9]+)*$"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_URL = re.compile(
    r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:[/?#][!#-;=?-\[\]_a-z~\u0080-\U0010ffff]*)?"
)

# Talks with a machine and drawers of one's own: what they show is no publication.
_CHAT = re.compile(
    r"(?:chat\.openai|chatgpt|claude|gemini\.google|copilot\.microsoft|perplexity|poe|chat\.deepseek"
    r"|kimi|kimi\.moonshot|doubao|www\.doubao|yuanbao\.tencent|tongyi\.aliyun|yiyan\.baidu|mail\.google"
    r"|mail\.qq|wx\.mail\.qq|outlook\.live|drive\.google|pan\.baidu)\.(?:com|ai|cn)|(?:www\.)?perplexity\.ai"
)
# What a search engine answers changes from day to day and from reader to reader.
_SEARCH = re.compile(
    r"https?://(?P<host>(?:[\w-]+\.)*(?:google|bing|baidu|sogou|so|duckduckgo|yandex|yahoo)\.[a-z.]+)"
    r"/(?:search|web|s|html)?/?\?(?:[^#]*&)?(?:q|wd|word|query|p|text)="
)
# What mailings, feeds and social networks put behind an address.
_TRACKING = re.compile(r"[?&](?:utm_[a-z]+|fbclid|gclid|yclid|msclkid|igshid|mc_cid|spm)=[^&#]*")


def is_id(text: str) -> bool:
    """Whether `text` may be an id: lower-case letters, digits, single hyphens; no longer than 80."""
    return len(text) <= LONGEST_ID and bool(_ID.fullmatch(text))


def read_id(text: Any) -> Any:
    if isinstance(text, str) and not is_id(text):
        likely = re.sub(r"[\s_./]+", "-", unicodedata.normalize("NFKC", text).strip().lower())
        likely = re.sub("[\u2010-\u2015\u2212]", "-", likely)
        details = {"found": text, "suggestion": likely if is_id(likely) else ""}
        raise PydanticCustomError("id-syntax", "id", details)
    return text


def _fact_ref(text: Any) -> Any:
    if isinstance(text, str) and not all(is_id(part) for part in text.split("/", 1)):
        raise PydanticCustomError("id-syntax", "id", {"found": text})
    return text


def one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, (str, dict)) else value


def _host_of_own(text: str) -> str:
    """The host of an address that leads nowhere but on its writer's machine or in their network,
    or behind their login; empty where it leads everyone to the same page."""
    host = (urlsplit(text).hostname or "").rstrip(".")
    try:
        return "" if ip_address(host).is_global else host
    except ValueError:  # a name
        own = "." not in host or host.endswith((".local", ".localhost", ".internal", ".lan"))
        return host if own or _CHAT.fullmatch(host) else ""


def _url(text: Any) -> Any:
    """A web address without what could end an attribute, a field of BibTeX or a line, and without
    what only tells its host who sent the reader."""
    if isinstance(text, str) and (len(text) > LONGEST_URL or not _URL.fullmatch(text)):
        plain = unicodedata.normalize("NFKC", text).strip("<> ")
        plain = plain if "://" in plain else f"https://{plain}"
        details = {"found": text, "suggestion": plain if _URL.fullmatch(plain) else ""}
        raise PydanticCustomError("url-syntax", "url", details)
    if isinstance(text, str) and _TRACKING.search(text):
        plain = _TRACKING.sub(lambda found: "?" if found[0][0] == "?" else "", text)
        details = {"found": _TRACKING.findall(text)[0], "suggestion": plain.rstrip("?&")}
        raise PydanticCustomError("url-tracking", "url", details)
    if isinstance(text, str) and (found := _host_of_own(text)):
        raise PydanticCustomError("url-private", "url", {"found": found})
    if isinstance(text, str) and (search := _SEARCH.match(text)):
        raise PydanticCustomError("url-search", "url", {"found": search["host"]})
    if isinstance(text, str) and text[-1] in "。，、；：！？）》”’,;!":
        raise PydanticCustomError("url-end", "url", {"found": text[-1]})
    return text


Id = Annotated[str, BeforeValidator(read_id)]
FactRef = Annotated[str, BeforeValidator(_fact_ref)]  # "fact-id" or "entity-id/fact-id"
Url = Annotated[str, BeforeValidator(_url)]
OneOrMore = BeforeValidator(one_or_more)  # lets people write `x` for `[x]`
