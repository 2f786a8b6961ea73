"""What a figure counts: a part, or the whole and only in which way."""

import re

from chipkb.model.prose import Prose

_HOW = re.compile(
    r"(全|整个)?(公司|集团)|含.*|全国.*|未注明.*|.*会计准则|未经?审[计核]|归属母公司.*|合并口径|业绩预告|财[年季]|季末.*"
    r"|.+的.*统计|.+估算|.*净订单|营业总收入|公司指引|招股书.*"
)
"""Of the company, by which rules, as whose count: said of figures of the whole."""


def is_of_whole(scope: Prose) -> bool:
    """Whether every piece of the scope says how the whole is counted."""
    return all(_HOW.fullmatch(piece.strip()) for piece in re.split("[，,；;]", scope.zh))
