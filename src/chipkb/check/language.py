"""The words of a text: in its language, with that language's signs, finished, and plain."""

import re
from collections.abc import Iterator

from chipkb.model.content import ContentPage
from chipkb.model.kb import KnowledgeBase
from chipkb.model.prose import Link, Plain, Prose
from chipkb.model.wordings import Wording, wordings
from chipkb.values.problem import Edit, Problem
from chipkb.values.text import LANGS, Lang

HAN = "\u3400-\u9fff"
_HAN = re.compile(f"[{HAN}]")
# Four words, or two of which the second is no name.
_LATIN_WORDS = re.compile(r"[A-Za-z]{2,}(?:[ ,]+[A-Za-z]+){3,}|[A-Za-z]{2,} [a-z]{2,}\b.*")
# Names in Han, put in brackets or quotation marks beside the English, may stand in English.
_GIVEN_IN_HAN = re.compile(
    r"\([^()]*\)|（[^（）]*）|“[^”]*”|‘[^’]*’|\"[^\"]*\"|《[^》]*》|「[^」]*」"
)
_IN_HAN = re.compile(f"[{HAN}][{HAN}·、，]*")

_WIDE = dict(zip(",;:!?.", "，；：！？。", strict=True))
_NARROW = {wide: narrow for narrow, wide in _WIDE.items()} | {"、": ",", "（": "(", "）": ")"}
_CORNERS = dict(zip("「」『』", "“”‘’", strict=True))
_SIGNS: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        rf"[「」『』]|\.{{2,}}|(?<!…)…(?!…)|(?<=[{HAN}）》”])(?:[,;!?](?!\d)|:(?!//|\d)|\.(?=$|\s|[{HAN}]))|([，。；：！？、])\1+"
    ),
    "en": re.compile(r"[，。；：！？、（）]|(?<![.,;])([,;])\1+|(?<!\.)\.\.(?!\.)"),
}
_TOUCHING = re.compile(rf"[{HAN}][A-Za-z0-9]|[A-Za-z0-9%][{HAN}]")
_MARKUP = re.compile(
    r"\*\*[^*\n]+\*\*|(?<![\w_])__[^_\n]+__|`[^`\n]+`|!?\[[^\[\]\n]*\]\([^()\s]*\)|^#{1,6} |^[*-] "
    r"|</?[A-Za-z][^<>\n]*>|&(?:[a-z]+|#[0-9]+);"
)
_ADDRESS = re.compile(r"https?://\S+|www\.[a-z0-9-]+\.[a-z]{2,}\S*")
# One of these is in all that is not plain: a look that is far cheaper than the rules.
_UNPLAIN = re.compile(r"[*_`\[<&#｛【［]|^- |https?://|www\.")
_WIDE_BRACES = re.compile(r"｛([^｛｝]*)｝|【【([^【】]*)】】|［［([^［］]*)］］")
_ONE_BRACKET = re.compile(r"(?<!\[)\[([a-z0-9]+(?:-[a-z0-9]+)*)\](?![\](])")
_UNFINISHED = re.compile(
    r"(?:^|\W)(?:TODO|FIXME|TBD|XXX+)\b.*|^(?:待补充?|待定|待完善|暂无|略|占位|[…。.?？]+|N/?A|none|null|xxx+|test|测试)$",
    re.IGNORECASE,
)
# What machines that write or translate put around the text that was asked for.
_ASSISTANT = re.compile(
    r"^(?:here (?:is|are)|here's|sure[,!]|certainly[,!]|of course[,!]) [^.\n]*(?:translat|version|text|summary|:)"
    r"|\bas an AI\b|\bI (?:cannot|can't) (?:verify|access|browse)\b|\b(?:translation|translated text):"
    r"|作为(?:一个|一名)?(?:AI|人工智能)(?:助手|语言模型)|以下是[^。]{0,12}(?:翻译|译文|总结|摘要|改写)|^(?:译文|翻译(?:如下|结果)?|英译|中译)[:：]"
    r"|【[0-9:]+†[^】]*】|\[\^?[0-9]+\^?\](?!\()|:?contentReference\S*|oai_?cite\S*|turn[0-9]+(?:search|view|news)[0-9]+",
    re.IGNORECASE,
)
_TWICE: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(r"\b(?!that\b|had\b)([A-Za-z]{2,}) \1\b", re.IGNORECASE),
    "zh": re.compile(r"的的|了了|是是|在在|和和|与与|由由|被被|为为|也也|都都(?!灵)|把把"),
}
# Characters of a text; what is longer was pasted.
MOST: dict[Lang, int] = {"zh": 600, "en": 1200}


def check_language(kb: KnowledgeBase, broken: frozenset[str]) -> Iterator[Problem]:
    own_pages = {id(page.body) for page in kb.content.values() if isinstance(page, ContentPage)}
    for wording in wordings(kb):
        if _is_swapped(wording):
            yield Problem.at(wording.place("zh"), "lang-swapped")
            continue
        for lang in LANGS:
            text = wording.text.zh if lang == "zh" else wording.text.en
            if text and id(wording.text) not in own_pages:
                yield from _of_text(kb, wording, lang, text)


def _is_swapped(wording: Wording) -> bool:
    """Whether the Chinese stands where the English should, and the English where the Chinese."""
    zh, en = wording.text.zh, wording.text.en
    if not isinstance(wording.text, Prose) or not zh or not en:
        return False
    words = _plain(wording, "zh", zh)
    return (
        not _HAN.search(words)
        and _LATIN_WORDS.search(words) is not None
        and len(_HAN.findall(_plain(wording, "en", en))) * 2 > len(en)
    )


def _of_text(kb: KnowledgeBase, wording: Wording, lang: Lang, text: str) -> Iterator[Problem]:
    if found := _UNFINISHED.search(text):
        yield _at(wording, lang, "text-unfinished", found.group().strip())
        return
    if isinstance(wording.text, Prose) and (found := _ASSISTANT.search(text)):
        yield _at(wording, lang, "text-assistant", found.group().strip())
        return
    plain = _plain(wording, lang, text)
    yield from _other_language(wording, lang, plain)
    if isinstance(wording.text, Prose):
        yield from _plainness(kb, wording, lang, text)
        if len(text) > MOST[lang]:
            yield Problem.at(wording.place(lang), "prose-long", found=len(text), most=MOST[lang])
    if lang == "en" and len(_HAN.findall(plain)) * 2 > len(plain):
        return  # its signs are not what is wrong with it
    if wording.key != "title":  # a title is printed as its page has it
        yield from _signs(wording, lang, plain)
    for found in _TWICE[lang].finditer(plain):
        yield _at(wording, lang, "word-repeated", found.group())


def _plain(wording: Wording, lang: Lang, text: str) -> str:
    """The words that stand in the text itself; a reference leaves a sign that is no word."""
    if not isinstance(wording.text, Prose):
        return text
    parts = wording.text.segments(lang)
    return "".join(
        part.text
        if isinstance(part, Plain)
        else (part.text or "\ufffc")
        if isinstance(part, Link)
        else "\ufffc"
        for part in parts
    )


def _other_language(wording: Wording, lang: Lang, plain: str) -> Iterator[Problem]:
    is_name = not isinstance(wording.text, Prose)
    if wording.key == "title":
        return
    if lang == "zh":
        words = plain.replace("\ufffc", "")
        swapped = is_name and _HAN.search(wording.text.en) and not _HAN.search(words)
        sentence = None if _HAN.search(words) or is_name else _LATIN_WORDS.search(words)
        if swapped or sentence:
            yield _at(wording, "zh", "lang-zh", sentence.group() if sentence else words)
    elif _HAN.search(plain) and (found := _IN_HAN.search(_GIVEN_IN_HAN.sub("", plain))):
        yield _at(wording, "en", "lang-en", found.group())


def _plainness(kb: KnowledgeBase, wording: Wording, lang: Lang, text: str) -> Iterator[Problem]:
    if not _UNPLAIN.search(text):
        return
    for found in _MARKUP.finditer(text):
        yield _at(wording, lang, "prose-markup", found.group().strip())
    for found in _ADDRESS.finditer(_MARKUP.sub("", text)):
        yield _at(wording, lang, "prose-url", found.group())
    for found in _WIDE_BRACES.finditer(text):
        braces, *links = found.groups()
        instead = f"{{{braces}}}" if braces is not None else f"[[{links[0] or links[1]}]]"
        problem = _at(wording, lang, "prose-full-width", found.group(), instead=instead)
        yield problem.mended_by(Edit(problem.place, found.group(), instead))
    for found in _ONE_BRACKET.finditer(text):
        if found[1] in kb.named:
            instead = f"[[{found[1]}]]"
            problem = _at(wording, lang, "prose-bracket", found.group(), instead=instead)
            yield problem.mended_by(Edit(problem.place, found.group(), instead))


def _signs(wording: Wording, lang: Lang, plain: str) -> Iterator[Problem]:
    bare = _ADDRESS.sub("", plain) if lang == "zh" else _GIVEN_IN_HAN.sub("", plain)
    for found in _SIGNS[lang].finditer(bare):
        sign = found.group()
        instead = _instead(lang, sign)
        around = bare[max(0, found.start() - 3) : found.end() + 3].replace("\ufffc", "")
        place = wording.place_of(lang, around)
        offset = around.find(sign)
        if place != wording.place(lang) or wording.place(lang).written.startswith(around):
            place = type(place)(place.file, place.line, place.col + offset)
        problem = Problem.at(place, "lang-punctuation", found=sign, instead=instead)
        yield problem.mended_by(Edit(place, sign, instead))
    if lang == "zh" and isinstance(wording.text, Prose):
        for found in _TOUCHING.finditer(bare):
            first, second = found.group()[0], found.group()[1]
            place = wording.place_of(lang, found.group())
            place = type(place)(place.file, place.line, place.col + 1) if place.col else place
            problem = Problem.at(place, "lang-spacing", instead=f"{first} {second}")
            yield problem.mended_by(Edit(place, second, f" {second}"))


def _instead(lang: Lang, sign: str) -> str:
    if lang == "zh" and (sign == "…" or (sign[0] == "." and len(sign) > 1)):
        return "……"
    return (_WIDE | _CORNERS if lang == "zh" else _NARROW).get(sign[0], sign[0])


def _at(wording: Wording, lang: Lang, code: str, found: str, **details: str) -> Problem:
    return Problem.at(wording.place_of(lang, found), code, found=found, **details)
