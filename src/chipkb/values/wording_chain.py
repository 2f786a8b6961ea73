"""What is wrong with the picture of the supply chain."""

from chipkb.values.wording_form import Wording, error

CHAIN_WORDING: dict[str, Wording] = {
    "need-dangling": error(
        "the chain has no need '{found}'; write its id, or link/id of another link",
        "产业链里没有“{found}”；请写它的编号，别的环节的写 环节/编号",
    ),
    "need-stage": error(
        "'{found}' or this need has no 'stage', so no line can be drawn",
        "“{found}”或这一项没有写 stage，连线画不出来",
    ),
    "need-backwards": error(
        "'{found}' does not come after stage '{stage}': what goes into something comes before it",
        "“{found}”不在“{stage}”之后：进入别物的东西应在前面",
    ),
    "need-shares": error(
        "write either 'foreign_share' or 'domestic_share': the other follows from it",
        "foreign_share 与 domestic_share 只写一个，另一个由它得出",
    ),
    "need-percent": error(
        "'{found}' is no figure in percent, so it is no share",
        "“{found}”不是以百分比计的数据，不能当份额",
    ),
}
