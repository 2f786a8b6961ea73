"""The card that stands for a page where its link is shared: what it says, in both languages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from chipkb.model.fact import Assessment, Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.prose import Prose
from chipkb.model.words import prose_text
from chipkb.values.text import LANGS, Lang, Text
from chipkb.view import labels
from chipkb.view.claim import ClaimView
from chipkb.view.comparison import ComparisonView
from chipkb.view.domain import DomainView
from chipkb.view.entity import EntityView
from chipkb.view.source import SourceView

FIGURES = 3  # more would be too small to read in a stream of messages
_COMPARISON = Text(zh="对照表", en="Comparison")


@dataclass(frozen=True)
class CardFigure:
    """A figure, never without its date and what we think of it.

    `heading`: one or two lines, what it is and, where the page does not say so, of whom or what.
    """

    heading: tuple[Text, ...]
    value: Text
    date: Text
    basis: Text | None
    assessment: Assessment


@dataclass(frozen=True)
class Card:
    """`other_name` is the title in the other language, where it is another; `kicker` what kind of
    thing it is, and in which domain."""

    title: Text
    other_name: Text | None
    kicker: tuple[Text, ...]
    summary: Text | None
    figures: tuple[CardFigure, ...] = ()


def card_view(
    kb: KnowledgeBase, title: Text, summary: Prose | None, home: str | None, view: Any
) -> Card | None:
    """The card of the page that shows `view`; sources have none of their own.

    `home` is the entity that the summary refers to.
    """
    words = _words(kb, summary, home) if summary else None
    kicker: tuple[Text, ...] = ()
    figures: tuple[CardFigure, ...] = ()
    match view:
        case SourceView():
            return None
        case EntityView():
            kicker = (labels.ENTITY_KINDS[view.entity.kind], view.home[1].name)
            figures = _figures(kb, view.key_figures)
        case DomainView():
            figures = _figures(kb, view.featured, named=True)
        case ComparisonView():
            kicker = (_COMPARISON, view.domain.name)
    return Card(title, _other_name(title), kicker, words, figures)


def _words(kb: KnowledgeBase, prose: Prose, home: str | None) -> Text:
    """`prose` with its references filled in; English stays missing where it is."""
    words = {lang: prose_text(kb, prose, lang, home) for lang in LANGS if not prose.lacks(lang)}
    return Text(**{lang: " ".join(text.split()) for lang, text in words.items()})


def _other_name(title: Text) -> Text | None:
    if not title.en or title.en == title.zh:
        return None
    return Text(zh=title.en, en=title.zh)


def _figures(
    kb: KnowledgeBase, views: Iterable[ClaimView[Figure]], *, named: bool = False
) -> tuple[CardFigure, ...]:
    """The first few; `named` after their entity, where the page is not its own."""
    headings = _named if named else _unnamed
    return tuple(_figure(view, headings(kb, view)) for view in [*views][:FIGURES])


def _figure(view: ClaimView[Figure], heading: tuple[Text, ...]) -> CardFigure:
    figure = view.claim
    return CardFigure(
        heading=heading,
        value=_in_each(figure.value.text),
        date=_in_each(view.date.text) if view.date else labels.UNDATED,
        basis=labels.BASES.get(figure.basis),
        assessment=figure.assessment,
    )


def _unnamed(kb: KnowledgeBase, view: ClaimView[Figure]) -> tuple[Text, ...]:
    """The metric; below it of what and in what scope."""
    about = [*([view.of.name] if view.of else []), *_scope(kb, view)]
    return (view.label, _joined(about)) if about else (view.label,)


def _named(kb: KnowledgeBase, view: ClaimView[Figure]) -> tuple[Text, ...]:
    """Whose it is; below it the metric, of what and in what scope."""
    label = _relative_label(view.label, view.of.name) if view.of else view.label
    return (view.entity.name, _joined([label, *_scope(kb, view)]))


def _joined(texts: list[Text]) -> Text:
    return _in_each(lambda lang: " · ".join(text.in_lang(lang) for text in texts))


def _scope(kb: KnowledgeBase, view: ClaimView[Figure]) -> list[Text]:
    scope = view.claim.scope
    return [_words(kb, scope, view.entity.id)] if scope else []


def _relative_label(label: Text, of: Text) -> Text:
    return Text(zh=f"{label.zh}（{of.zh}）", en=f"{label.in_lang('en')} ({of.in_lang('en')})")


def _in_each(text: Callable[[Lang], str]) -> Text:
    return Text(**{lang: text(lang) for lang in LANGS})
