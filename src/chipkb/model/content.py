"""Pages written by hand, such as the method page."""

from dataclasses import dataclass

from chipkb.model.base import Model
from chipkb.model.prose import Prose
from chipkb.values.text import Lang, Text


@dataclass(frozen=True, slots=True)
class Heading:
    """`key` is its address in both languages; `former` are those it had before."""

    key: str
    former: tuple[str, ...]
    line: int


class ContentPage(Model):
    """content/<id>.zh.md and content/<id>.en.md; the title is their first heading."""

    id: str
    title: Text
    body: Prose
    headings: dict[Lang, tuple[Heading, ...]]  # those below the first


class Acceptance(Model):
    """A finding of the check that we live with, and why.

    It silences the problems of `code` in `file`, narrowed to those that mention `about`.
    """

    code: str
    file: str
    about: str | None = None
    reason: Text
