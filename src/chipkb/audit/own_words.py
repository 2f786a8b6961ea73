"""Where the data uses a document's words instead of its own."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from chipkb.audit.document import Paragraph
from chipkb.model.kb import KnowledgeBase
from chipkb.model.prose import Prose
from chipkb.model.wordings import Wording, wordings
from chipkb.model.words import prose_text
from chipkb.values.place import Place
from chipkb.values.text import Lang

#: From how many characters on (spaces and punctuation aside) the same words are no accident.
SHORTEST: dict[Lang, int] = {"zh": 18, "en": 60}


@dataclass(frozen=True, slots=True)
class SharedRun:
    """The same words, in the data at `place` and in a paragraph of the document."""

    place: Place
    paragraph: str
    text: str


def shared_runs(
    kb: KnowledgeBase, paragraphs: tuple[Paragraph, ...], lang: Lang
) -> Iterator[SharedRun]:
    """The longest runs that wordings share with a document in `lang`.

    The letters of known names do not count towards the length of a run.
    """
    shortest = SHORTEST[lang]
    where = _where_each_run_is(paragraphs, shortest)
    names = _names(kb)
    for wording in wordings(kb):
        if wording.text.lacks(lang):
            continue
        letters = _letters(_text(kb, wording, lang))
        for start, end in _runs(letters, where, shortest):
            run = letters[start:end]
            if len(_without(names, run)) >= shortest:
                yield SharedRun(wording.place(lang), where[run[:shortest]], run)


def _text(kb: KnowledgeBase, wording: Wording, lang: Lang) -> str:
    if isinstance(wording.text, Prose):
        return prose_text(kb, wording.text, lang, wording.home)
    return wording.text.in_lang(lang)


def _where_each_run_is(paragraphs: tuple[Paragraph, ...], length: int) -> dict[str, str]:
    places: dict[str, str] = {}
    for paragraph in paragraphs:
        letters = _letters(paragraph.text)
        for i in range(len(letters) - length + 1):
            places.setdefault(letters[i : i + length], paragraph.place)
    return places


def _runs(letters: str, where: dict[str, str], length: int) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch in which every run of `length` is the document's too."""
    start = None
    for i in range(len(letters) - length + 2):
        shared = letters[i : i + length] in where
        if shared and start is None:
            start = i
        elif not shared and start is not None:
            yield start, i - 1 + length
            start = None


def _names(kb: KnowledgeBase) -> list[str]:
    """All known names, the longest first."""
    names = {_letters(name) for thing in kb.named.values() for name in thing.names}
    return sorted(names - {""}, key=lambda name: (-len(name), name))


def _without(names: list[str], run: str) -> str:
    for name in names:
        run = run.replace(name, "")
    return run


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
