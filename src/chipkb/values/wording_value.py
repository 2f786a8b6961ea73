"""What is wrong with a value: quantities, dates, addresses, choices."""

from chipkb.values.wording_form import Wording, error

VALUE_WORDING: dict[str, Wording] = {
    "quantity-syntax": error(
        "cannot read the quantity '{found}'; write it like {expected}",
        "看不懂数量“{found}”；请写成 {expected}",
    ),
    "quantity-beside": error(
        "'{found}' is no part of the quantity; here stands the quantity alone: what it counts goes into 'scope', "
        "when into 'as_of', another number into a fact of its own",
        "“{found}”不是数量的一部分；这里只写数量：范围写进 scope，日期写进 as_of，别的数另写一条事实",
    ),
    "value-none": error(
        "'{found}' is no value; what is not known is left out: delete the whole fact",
        "“{found}”不是数；不知道的不写：请删去整条事实",
    ),
    "quantity-range": error(
        "the range '{found}' runs from the larger to the smaller number",
        "区间“{found}”前大后小",
    ),
    "quantity-full-width": error(
        "'{found}' has full-width characters; type digits and signs half-width",
        "“{found}”里有全角字符；数字和符号请用半角",
    ),
    "quantity-han-digits": error(
        "write the number of '{found}' in digits, like {expected}",
        "“{found}”里的数字请写成阿拉伯数字，例如 {expected}",
    ),
    "quantity-power": error(
        "'{found}' is how spreadsheets shorten a number; write it as people do, such as 5.4 亿元 or $540 million",
        "“{found}”是表格软件的科学计数法；请像平时那样写，例如 5.4 亿元、12 万片",
    ),
    "quantity-number": error(
        "'{found}' is no number; group digits by threes or not at all",
        "“{found}”不是正确的数字；千位分隔符每三位一个，或不写",
    ),
    "quantity-digits": error(
        "'{found}' has more digits than can be kept exactly (18 before, 9 behind the point)",
        "“{found}”位数太多（整数最多 18 位，小数最多 9 位）",
    ),
    "quantity-range-qualifier": error(
        "'{found}': a range already says its bounds; only 约 / about goes with it",
        "“{found}”：区间本身就有上下限，只能再加“约”",
    ),
    "quantity-qualifiers": error(
        "'{found}' has two qualifiers; keep one", "“{found}”有两个限定词；只留一个"
    ),
    "quantity-scale": error(
        "'{found}': give both ends their own 万, 亿, million… or only the last",
        "“{found}”：两端各写各的“万、亿”，或只写在后一个数后面",
    ),
    "quantity-restated": error(
        "the two sizes in '{found}' do not agree", "“{found}”里的两个尺寸不一致"
    ),
    "unit-missing": error(
        "'{found}' has no unit; expected one of {expected}", "“{found}”没有单位；应为 {expected}"
    ),
    "unit-unknown": error(
        "unknown unit '{found}'; expected one of {expected}",
        "不认识的单位“{found}”；应为 {expected}",
    ),
    "unit-mismatch": error(
        "unit '{found}' does not measure '{metric}'; expected one of {expected}",
        "单位“{found}”不能用于指标“{metric}”；应为 {expected}",
    ),
    "date-syntax": error(
        "cannot read the date '{found}'; write 2024, 2024-H1, 2024-Q3, 2024-11, 2024-11-05, "
        "'by 2026' or 2020/2024",
        "看不懂日期“{found}”；请写 2024、2024-H1、2024-Q3、2024-11、2024-11-05、by 2026 或 2020/2024",
    ),
    "date-nonexistent": error("there is no such date: '{found}'", "没有“{found}”这个日期"),
    "date-year": error(
        "the year of '{found}' is outside 1900–2100", "“{found}”的年份不在 1900–2100 之间"
    ),
    "date-span": error(
        "the span '{found}' must end after it begins", "时间段“{found}”的终点应晚于起点"
    ),
    "metric-unknown": error(
        "unknown metric '{found}'; all stand in {file}, among them {expected}",
        "没有“{found}”这个指标；全部指标在 {file}，例如 {expected}",
    ),
    "kind-unknown": error(
        "unknown {what} '{found}'; expected one of {expected} ({file})",
        "没有“{found}”这种{what:noun}；可用的有 {expected}（{file}）",
    ),
    "unit-unlisted": error(
        "metric '{metric}' names unit '{found}', which data/vocabulary/units.yml does not have",
        "指标“{metric}”用了单位“{found}”，但 data/vocabulary/units.yml 里没有",
    ),
    "share-range": error(
        "{found} of a whole: a share lies between 0 and 100%; a growth or a multiple is another metric",
        "占整体的 {found}：份额应在 0 与 100% 之间；增长率或倍数请用别的指标",
    ),
}
