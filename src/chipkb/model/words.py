"""Prose as plain words: every reference replaced by the value, date or name it stands for."""

import re

from chipkb.model.entity import Event
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import NamedClaim, Placed
from chipkb.model.prose import FactMention, Link, Plain, Prose, Segment
from chipkb.values.text import Lang

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z0-9$€¥%°µΩ+\-–<>≤≥]")


def prose_text(kb: KnowledgeBase, prose: Prose, lang: Lang, home: str | None) -> str:
    """`prose` as plain text; `home` is the entity in whose file it stands."""
    return "".join(words for _, words in worded_segments(kb, prose, lang, home))


def worded_segments(
    kb: KnowledgeBase, prose: Prose, lang: Lang, home: str | None
) -> list[tuple[Segment, str]]:
    """Each segment of `prose` with its words, in Chinese spaced as its typography wants."""
    worded = [(one, segment_text(kb, one, lang, home)) for one in prose.segments(lang)]
    return worded if lang == "en" or prose.lacks(lang) else _spaced(worded)


def segment_text(kb: KnowledgeBase, segment: Segment, lang: Lang, home: str | None) -> str:
    """The words of one segment."""
    if isinstance(segment, Plain):
        return segment.text
    if isinstance(segment, Link):
        return segment.text or kb.named[segment.id].name.in_lang(lang)
    claim = mentioned(kb, segment, home).claim
    if isinstance(claim, Figure) and not segment.wants_date:
        return claim.value.text(lang)
    if claim.when is None or not (segment.wants_date or isinstance(claim, Event)):
        raise KeyError(f"{home}: {segment}")  # the check reports this too
    return claim.when.text(lang)


def mentioned(kb: KnowledgeBase, mention: FactMention, home: str | None) -> Placed[NamedClaim]:
    """The claim that a mention means."""
    placed = kb.claim(str(mention), home)
    if placed is None:  # the check reports this; words are never made of such data
        raise KeyError(f"{home}: {mention}")
    return placed


def _spaced(worded: list[tuple[Segment, str]]) -> list[tuple[Segment, str]]:
    """A space where what is filled in makes Han and Latin meet, and none between Han and Han.

    Who writes the sentence cannot know whether a value begins with 约 or with a digit.
    """
    if not worded:
        return []
    spaced = [worded[0]]
    for segment, words in worded[1:]:
        before, left = spaced[-1]
        if "\n" in _space_between(left, words):  # a page by hand: the next line, or paragraph
            spaced.append((segment, words))
            continue
        gap = _gap(left.rstrip(), words.lstrip(), bool(left[-1:].isspace() or words[:1].isspace()))
        spaced[-1] = (before, left.rstrip() if isinstance(before, Plain) else left)
        spaced.append((Plain(" "), gap))
        spaced.append((segment, words.lstrip() if isinstance(segment, Plain) else words))
    return [(segment, words) for segment, words in spaced if words]


def _space_between(left: str, right: str) -> str:
    return left[len(left.rstrip()) :] + right[: len(right) - len(right.lstrip())]


def _gap(left: str, right: str, had_space: bool) -> str:
    ends, begins = left[-1:], right[:1]
    if _HAN.match(ends) and _HAN.match(begins):
        return ""
    if (_HAN.match(ends) and _LATIN.match(begins)) or (_LATIN.match(ends) and _HAN.match(begins)):
        return " "
    return " " if had_space or (_LATIN.match(ends) and _LATIN.match(begins)) else ""
