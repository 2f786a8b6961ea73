"""Words nobody uses: a table that only grows hides the words that count."""

from collections.abc import Iterator

from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.values.problem import Problem


def check_unused_vocabulary(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    if broken:  # what cannot be read may use them
        return
    claims = [placed.claim for placed in kb.all_claims()]
    metrics = {claim.metric for claim in claims if isinstance(claim, Figure)}
    for id_, metric in kb.vocabulary.metrics.items():
        if id_ not in metrics:
            yield Problem.at(metric.place, "metric-unused", metric=id_)
    for id_, domain in kb.vocabulary.domains.items():
        if not kb.in_domain(id_):
            yield Problem.at(domain.place, "domain-empty", domain=id_)
