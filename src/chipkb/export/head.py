"""What stands at the head of every file: which state of the data it is, and under which licence."""

from typing import Any

from chipkb.model.kb import KnowledgeBase

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
DOWNLOAD_NAMES = (
    *("facts.csv", "entities.csv", "sources.csv", "glossary.csv", "relations.csv", "evidence.csv"),
    *("facts.json", "entities.json", "glossary.json", "sources.json", "vocabulary.json"),
    *("chain.json", "comparisons.json", "facts.jsonl", "chipkb.sqlite"),
    *("references.json", "references.bib", "references.biblatex.bib", "changes.json"),
)
FORMAT = "1.1"  # of the published files; what is added raises the second number


def head(kb: KnowledgeBase) -> dict[str, Any]:
    """Licence, version and dates; `state` is the last day on which a source was seen."""
    return {
        "licence": LICENCE,
        "format": FORMAT,
        "version": kb.release.version,
        "date": kb.release.day.isoformat(),
        "commit": kb.release.commit,
        "state": kb.state.isoformat(),
    }
