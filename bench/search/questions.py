"""Questions made from the facts, and what a right answer to each would be.

What is held must be answered, what is not held must be said, and never another thing's number. Each kind
is asked in several wordings; some wordings are kept apart (`fresh`) and never looked at while the parser
is worked on. All is chosen by a seed, so that a run repeats.
"""

import random

from bench.search import held, not_held
from bench.search.subjects import Question

from chipkb.model.kb import KnowledgeBase
from chipkb.values.text import LANGS

_KINDS = {
    "held": held.held,
    "year held": held.year_held,
    "business year held": held.business_year_held,
    "of another": held.of_another,
    "part held": held.part_held,
    "event held": held.event_held,
    "relation held": held.relation_held,
    "year not held": not_held.year_not_held,
    "metric not held": not_held.metric_not_held,
    "subject not held": not_held.subject_not_held,
    "part not held": not_held.part_not_held,
    "variant not held": not_held.variant_not_held,
    "event not held": not_held.event_not_held,
}


def questions(kb: KnowledgeBase, most: int, seed: int = 1) -> list[Question]:
    """At most `most` of each kind and language."""
    asked = []
    for kind, make in _KINDS.items():
        for lang in LANGS:
            chance = random.Random(f"{seed} {kind} {lang}")
            made = list(dict.fromkeys(make(kb, lang, chance)))
            asked += chance.sample(made, most) if len(made) > most else made
    return asked
