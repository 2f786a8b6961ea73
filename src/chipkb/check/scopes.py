"""Scopes: what a figure counts, and nothing that its date says already."""

import re
from collections.abc import Iterator

from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.values.problem import Problem

# Words that name a stretch of time and nothing else.
_STRETCH_ZH = re.compile(
    r"(?:截至|全|整|上|下|前|首|本|当|单|该|第|[一二三四]|个|财政|会计|自然|日历|公历|完整|按)*"
    r"(?:财年|财季|年度|季度|半年度?|[年季])(?:全年|内|度)?"
)
_STRETCH_EN = re.compile(
    r"(?:(?:the|of|in|for|full|whole|entire|single|fiscal|financial|business|calendar|first|second|third|fourth|half)[ -]?)*"
    r"(?:years?|quarters?|half)",
    re.IGNORECASE,
)


def check_scopes(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    for placed in kb.all_claims():
        figure = placed.claim
        if not isinstance(figure, Figure) or figure.scope is None or figure.as_of is None:
            continue
        zh, en = figure.scope.zh.strip("，。 "), figure.scope.en.strip(",. ")
        if _STRETCH_ZH.fullmatch(zh) and _STRETCH_EN.fullmatch(en):
            place = figure.where.spot("scope")
            yield Problem.at(place, "scope-period", found=zh, as_of=figure.as_of)
