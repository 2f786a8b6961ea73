"""Numbers that are written out: 三成, 约十二亿元, thirty per cent, a dozen.

They are as naked as digits. What only counts how many things a sentence speaks of (两家, two firms),
an order (第一, the third), and words in quotation marks, which are another's, may stand.
"""

import re

from chipkb.values.text import Lang

_N = "一二两三四五六七八九"
_SCALE = "十百千万亿"
_MEASURE = (
    "年|个月|周|天|小时|分钟|秒|元|美元|欧元|日元|港元|吨|公斤|克|米|公里|纳米|微米|毫米|英寸|瓦|千瓦|伏|度"
    "|个百分点|平方米|亩|比特|赫兹|颗|片|台|万|亿"
)
# What a number begins with comes first, so that most characters cost one look and not nine.
_ZH = re.compile(
    rf"(?=[{_N}{_SCALE}〇零数上成翻过近超半])(?:"
    + "|".join(
        (
            rf"百分之[{_N}十百点零〇]+",
            rf"[{_N}十百千万]+分之[{_N}十百千万]+",
            rf"(?<![第{_N}{_SCALE}几])(?:[二两三四五六七八九数][百千万亿]|上[百千万])(?=[余多]?[\u4e00-\u9fff])(?!元店|[年分]之)",
            "[〇零一二三四五六七八九]{4}年",
            rf"(?:[{_N}数]+成|成(?=以上))(?![立为员本果功就熟长交都分份像])",
            rf"(?:[二两三四五六七八九十百千数]+|(?<=翻了)一|(?<=涨了)一)倍|翻[{_N}]?番|翻倍|(?:过|近|超)半数?(?=[，。、；的])|一半(?=以上|以下|多|左右)|半数",
            rf"(?<![第{_N}{_SCALE}几])[{_N}数]*[{_SCALE}][{_N}{_SCALE}]+[余多]?(?![分足]|英寸|[层位])",
            rf"(?<![第{_N}{_SCALE}几])(?:[{_N}]{{2,}}|[数十])(?:[余多])?[{_SCALE}](?:{_MEASURE}|[余多])",
            rf"(?<![第{_N}{_SCALE}几])[两二三四五六七八九](?={_MEASURE})(?:个月|个百分点|美元|元(?!合金|论|素)|吨|公里|米|英寸|小时|天|[万亿][\u4e00-\u9fff])",
        )
    )
    + ")"
)
_TEEN = "eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?"
_ONES = "one|two|three|four|five|six|seven|eight|nine|ten"
_ANY = rf"(?:{_ONES}|{_TEEN}|{_TENS}|a|an|several|half a)"
_EN = re.compile(
    rf"\b(?:{_ANY}[ -](?:hundred|thousand|million|billion|trillion)s?\b(?!-card)"
    r"|(?:hundreds|thousands|millions|billions|trillions|dozens) of\b"
    r"|(?:a |one |two |half a )?dozen\b"
    rf"|(?:{_ONES}|{_TEEN}|{_TENS}|half a|a) (?:per ?cent|percentage points?)\b"
    rf"|(?:{_TEEN}|{_TENS})\b(?![ -]?(?:bit|layer|nanometre))"
    r"|(?:two|three|four|five|six|seven|eight|nine)[ -](?:thirds|quarters|fifths|tenths)\b"
    r"|(?:a|one) (?:third|quarter|fifth|tenth) of\b|half of (?:its|the|all|their)\b"
    r"|[a-z]+fold\b(?<!manifold)(?<!unfold)(?<!scaffold)"
    r"|(?:doubled|doubles|doubling|tripled|trebled|quadrupled|halved)\b(?! (?:word|check))"
    rf"|(?:{_ONES}) times (?:as|more|the|that)\b)",
    re.IGNORECASE,
)
_PATTERNS: dict[Lang, re.Pattern[str]] = {"zh": _ZH, "en": _EN}
# One of these is in whatever the patterns match: a look that is far cheaper than they are.
_TRACES: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(f"[{_SCALE}成倍番半]|分之|[{_N}〇零](?:{_MEASURE})"),
    "en": re.compile(
        "hundred|thousand|illion|dozen|per ?cent|eleven|twelve|teen|(?:n|r|f|x|h|e)ty|third"
        "|quarter|fifth|tenth|half|fold|doubl|tripl|trebl|quadrupl|halved|times",
        re.IGNORECASE,
    ),
}
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|「[^」]*」|《[^》]*》|\"[^\"]*\"")


def written_numbers(text: str, lang: Lang) -> list[str]:
    """The numbers in words of a text, each as it stands there.

    >>> written_numbers("第一家占三成，另有两家", "zh")
    ['三成']
    >>> written_numbers("One of them holds thirty per cent", "en")
    ['thirty per cent']
    """
    if not _TRACES[lang].search(text):
        return []
    return [match.group() for match in _PATTERNS[lang].finditer(_QUOTED.sub("…", text))]
