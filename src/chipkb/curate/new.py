"""The beginning of a new file, which passes the check as it is; comments say what may follow."""

import json
from dataclasses import dataclass, field

ENTITIES = ("company", "product", "technology", "institution", "project", "policy", "market")
KINDS = (*ENTITIES, "source", "term", "comparison", "page")


@dataclass(frozen=True)
class Answers:
    """What a new thing needs to be told: its names in both languages, and what its kind asks for."""

    zh: str
    en: str
    more: dict[str, str] = field(default_factory=dict)


ASKS: dict[str, tuple[str, ...]] = {
    **{kind: ("domain",) for kind in ENTITIES},
    "source": (
        "publisher_zh",
        "publisher_en",
        "kind",
        "tier",
        "language",
        "published",
        "url",
        "accessed",
    ),
    "term": ("domain", "definition_zh", "definition_en"),
    "comparison": ("domain", "order", "rows", "metric", "unit"),
    "page": (),
}


def scaffold(kind: str, id_: str, answers: Answers) -> dict[str, str]:
    """The text to write, by file; for a term what to put at the end of its file."""
    more = {key: value for key, value in answers.more.items() if value}
    if kind in ENTITIES:
        return {f"data/{more['domain']}/{id_}.yml": _entity(kind, answers)}
    if kind == "source":
        return {f"data/sources/{id_}.yml": _source(answers, more)}
    if kind == "term":
        return {f"data/glossary/{more['domain']}.yml": _term(id_, answers, more)}
    if kind == "comparison":
        return {f"data/comparisons/{id_}.yml": _comparison(answers, more)}
    pages = (("zh", answers.zh, "写在这里。"), ("en", answers.en, "Write here."))
    return {f"content/{id_}.{lang}.md": f"# {title}\n\n{body}\n" for lang, title, body in pages}


def yaml_of_words(words: str) -> str:
    """Words as YAML reads them back, in quotation marks where they need them."""
    plain = (
        words
        and words[0] not in "-?:,[]{}#&*!|>'\"%@` "
        and not any(sign in words for sign in (": ", " #", ",", "[", "]", "{", "}", "\n"))
    )
    return (
        words if plain and not words.endswith((":", " ")) else json.dumps(words, ensure_ascii=False)
    )


def _pair(zh: str, en: str) -> str:
    return f"{{zh: {yaml_of_words(zh)}, en: {yaml_of_words(en)}}}"


_FACTS = """\
# 数据、关系、事件照下面的样子加（去掉行首的“# ”） · Add figures, relations and events like these
# (take the "# " away):
# summary:
#   zh: 一两句话，不写数字；引用数据写 {编号}。
#   en: A sentence or two without digits; refer to a figure as {its-id}.
# facts:
#   - id: revenue-2024
#     metric: revenue
#     value: "12 亿元"
#     as_of: 2024
#     source: SOURCE-ID
#   - id: role
#     topic: role
#     statement: {zh: ……, en: …}
#     source: SOURCE-ID
# relations:
#   - {kind: made-by, target: ENTITY-ID, source: SOURCE-ID}
# events:
#   - id: founded
#     date: 2014
#     kind: founded
#     text: {zh: 公司成立。, en: The company is founded.}
#     source: SOURCE-ID
"""


def _entity(kind: str, answers: Answers) -> str:
    return f"kind: {kind}\nname: {_pair(answers.zh, answers.en)}\n{_FACTS}"


def _source(answers: Answers, more: dict[str, str]) -> str:
    lines = [f"title: {_pair(answers.zh, answers.en)}"]
    if "publisher_zh" in more:
        lines.append(
            f"publisher: {_pair(more['publisher_zh'], more.get('publisher_en', more['publisher_zh']))}"
        )
    lines += [
        f"{key}: {yaml_of_words(more[key])}"
        for key in ("published", "kind", "tier", "language", "url", "accessed")
        if key in more
    ]
    return "\n".join(lines) + "\n"


def _term(id_: str, answers: Answers, more: dict[str, str]) -> str:
    return (
        f"\n{id_}:\n  name: {_pair(answers.zh, answers.en)}\n  definition:\n"
        f"    zh: {yaml_of_words(more['definition_zh'])}\n    en: {yaml_of_words(more['definition_en'])}\n"
    )


def _comparison(answers: Answers, more: dict[str, str]) -> str:
    return (
        f"order: {more['order']}\ndomain: {more['domain']}\ntitle: {_pair(answers.zh, answers.en)}\n"
        f"intro: {_pair(answers.zh + '。', answers.en + '.')}\nkind: {more['rows']}\ncolumns:\n"
        f"  - {{metric: {more['metric']}, unit: {more['unit']}}}\n"
    )
