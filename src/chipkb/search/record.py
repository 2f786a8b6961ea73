"""What the search knows of a page: plain values, ready to be indexed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FactRecord:
    """One citable thing on a page."""

    anchor: str
    """Fragment of the page's address, without '#'."""
    label: str
    """Label of the metric or topic, in the page's language."""
    text: str
    """The statement, or "label: value", as plain text."""
    value: str | None
    """The quantity in the page's language; None for a statement."""
    date: str | None
    source: str
    assessment: str
    assessment_label: str
    code: str = ""
    """What is said: the sort of claim and its metric, topic or kind ("figure:revenue"). Claims of one code
    answer the same question; a relation read from its target has a code of its own ("inverse:made-by")."""
    asked_as: tuple[str, ...] = ()
    """What a question may call this, in both languages: the labels first. The same for each claim of a code."""
    about: tuple[str, ...] = ()
    """Ids of the other things it speaks of: what a share is of, the other end of a relation."""
    first: int | None = None
    """The first and last day of its period, as 20250131; None where it has no date."""
    last: int | None = None
    announced: bool = False  # said of a time to come
    """On what a figure rests; empty for other claims."""
    part: str = ""
    """What is counted, where that is less than the whole: its scope, in every language."""
    whole: bool = False
    """Whether the scope says only how the whole is counted, and cuts nothing off it."""
    page: str = ""
    """Where it stands, when that is another page than the record's: "entity/global-dram-market/"."""
    dissent: str = ""
    """One line, part of the answer: what cannot hold beside this, or what replaced it."""


@dataclass(frozen=True, slots=True)
class ChoiceRecord:
    """One choice of a page's filters, and what a question may call it."""

    parameter: str
    """As in the page's address: "domain=gpu"."""
    called: tuple[str, ...]
    """Its label in the page's language first."""


@dataclass(frozen=True, slots=True)
class PageRecord:
    """One page of the site in one language."""

    id: str
    url: str
    """Relative to the language's root: "moore-threads/", "glossary/#term-hbm"."""
    lang: str
    kind: str
    kind_label: str
    domain: str
    domain_label: str
    title: str
    names: tuple[str, ...] = ()
    """Every name in every language: primary, aliases, abbreviations, codes."""
    synonyms: tuple[str, ...] = ()
    """Wordings that lead here too, weaker than names."""
    summary: str = ""
    facts: tuple[FactRecord, ...] = ()
    """Of facts that fit a question alike, the one that answers comes before the others."""
    prose: str = ""
    choices: tuple[ChoiceRecord, ...] = ()
    """Of the page whose filters answer questions for many things."""
