"""What is true only across files. Each check asks the knowledge base and yields problems."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from chipkb.check.acceptance import without_accepted
from chipkb.check.addresses import check_addresses, check_anchors
from chipkb.check.assessments import check_assessments
from chipkb.check.chain import check_chain
from chipkb.check.claims import check_claims
from chipkb.check.content import check_content
from chipkb.check.dates import check_dates
from chipkb.check.duplicates import check_duplicates, check_source_addresses
from chipkb.check.kinds import check_counts, check_relation_kinds, check_shares
from chipkb.check.language import check_language
from chipkb.check.ledger import check_moves, check_released
from chipkb.check.names import check_ids, check_names
from chipkb.check.numbers import check_numbers
from chipkb.check.references import (
    check_claim_references,
    check_entity_references,
    check_self_references,
)
from chipkb.check.scopes import check_scopes
from chipkb.check.sentences import check_sentences
from chipkb.check.signs import check_signs
from chipkb.check.sources import check_citations, check_unused_sources
from chipkb.check.succession import check_succession
from chipkb.check.time import check_time
from chipkb.check.twins import check_twins
from chipkb.check.vocabulary import check_unused_vocabulary
from chipkb.check.wordings import (
    check_doubled_words,
    check_prose_references,
    check_translations,
)
from chipkb.model.kb import KnowledgeBase
from chipkb.values.problem import Problem, sorted_problems

Check = Callable[[KnowledgeBase, frozenset[str]], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    check_ids,
    check_addresses,
    check_anchors,
    check_content,
    check_names,
    check_entity_references,
    check_claim_references,
    check_self_references,
    check_prose_references,
    check_claims,
    check_chain,
    check_assessments,
    check_citations,
    check_unused_sources,
    check_unused_vocabulary,
    check_numbers,
    check_translations,
    check_doubled_words,
    check_language,
    check_sentences,
    check_signs,
    check_twins,
    check_dates,
    check_scopes,
    check_succession,
    check_relation_kinds,
    check_shares,
    check_counts,
    check_duplicates,
    check_source_addresses,
    check_released,
    check_moves,
    check_time,
)


def check(
    kb: KnowledgeBase, broken: frozenset[str] = frozenset(), known: Iterable[Problem] = ()
) -> tuple[Problem, ...]:
    """All problems of `kb` together with those `known` from loading, less the accepted ones.

    `broken` are ids whose files could not be read: a reference to one is no second problem.
    """
    found = [problem for one in CHECKS for problem in one(kb, broken)]
    if broken:
        found = [problem for problem in found if _holds(problem, broken)]
    found += known
    return sorted_problems(without_accepted(found, kb.acceptances))


def _holds(problem: Problem, broken: frozenset[str]) -> bool:
    """Whether a finding stands although something else in its file could not be read."""
    return (
        problem.code not in _OF_WHOLE_FILES or PurePosixPath(problem.place.file).stem not in broken
    )


# What hangs on values that may have been left out: to say it would be to guess.
_OF_WHOLE_FILES = frozenset(
    [
        "supported-unmet",
        "supported-unclaimed",
        "disputed-alone",
        "refuted-alone",
        "assessment-twins",
        "source-unused",
        "superseded-alone",
        "superseded-metric",
        "fact-twin",
        "fact-rival",
        "relation-duplicate",
        "relation-needs-id",
        "share-range",
        "count-negative",
        "date-future",
        "date-after-source",
        "date-accessed",
        "relation-subject",
        "relation-object",
        "now-undated",
        "conflict-self",
        "order-duplicate",
        "comparison-rows",
    ]
)
