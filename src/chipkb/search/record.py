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
    metric_names: tuple[str, ...] = ()
    """Label and synonyms of the metric, in both languages."""
    dissent: str = ""
    """One line, part of the answer: what cannot hold beside this."""


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
