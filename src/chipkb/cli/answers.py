"""What `chipkb new` asks, and whether an answer will do: told at once, in the words of the check."""

from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath

import click

from chipkb.curate.new import ASKS, ENTITIES, yaml_of_words
from chipkb.load.placed import PlacedDict
from chipkb.load.tree import Loaded
from chipkb.load.validation import validated
from chipkb.load.yaml_text import parse_yaml
from chipkb.model.base import is_id
from chipkb.model.source import Source, SourceKind
from chipkb.model.vocabulary import choice
from chipkb.values.keys import KEYS
from chipkb.values.place import Place
from chipkb.values.problem import Problem
from chipkb.values.text import Lang

_SAID: dict[str, tuple[str, str]] = {
    "zh": ("中文名称", "name in Chinese"),
    "en": ("英文名称", "name in English"),
    "publisher_zh": ("出版者（中文）", "publisher, in Chinese"),
    "publisher_en": ("出版者（英文）", "publisher, in English"),
    "definition_zh": ("解释（中文，不写数字）", "definition in Chinese, without digits"),
    "definition_en": ("解释（英文，不写数字）", "definition in English, without digits"),
    "rows": ("行：哪一种条目", "rows: which kind of entity"),
}
_TITLE = {"zh": ("标题（中文）", "title in Chinese"), "en": ("标题（英文）", "title in English")}
_OPTIONAL = ("published", "url", "accessed", "publisher_zh", "publisher_en")
_CHECKED = (
    "published",
    "url",
    "accessed",
    "language",
)  # fields of a source with a form of their own
_HERE = Place("", 1, 1)


class NotAnswered(click.ClickException):
    """Something is missing or will not do, so nothing was written."""

    exit_code = 2


def answers(
    loaded: Loaded, kind: str, given: Mapping[str, str], lang: Lang, *, alone: bool
) -> dict[str, str]:
    """The answer to each question of the kind: as given, else as typed; `alone` leaves the optional out.

    Raises NotAnswered that names all that will not do or is missing, with what to write.
    """
    keys = ("zh", "en", *ASKS[kind])
    refused = [_unknown(key, keys, lang) for key in given if key not in keys]
    refused += [
        f"{key}: {problem.message(lang)}"
        for key in keys
        if key in given and (problem := _refusal(loaded, kind, key, given[key], given))
    ]
    if refused:
        raise NotAnswered("\n".join(refused))
    told = dict(given)
    for key in keys:
        if key in told:
            continue
        if alone and key in _OPTIONAL:
            told[key] = ""
            continue
        try:
            told[key] = _typed(loaded, kind, key, told, lang)
        except click.Abort:
            raise NotAnswered(_unanswered(keys, told, loaded, kind, lang)) from None
    return told


def _unknown(key: str, keys: tuple[str, ...], lang: Lang) -> str:
    return Problem.at(
        _HERE, "key-unknown", choice(key, list(keys)), key=key, expected=", ".join(keys)
    ).message(lang)


def _unanswered(
    keys: tuple[str, ...], told: Mapping[str, str], loaded: Loaded, kind: str, lang: Lang
) -> str:
    """What is still to be said, in the form in which it can be said without being asked."""
    missing = [key for key in keys if key not in told and key not in _OPTIONAL]
    lines = [
        f'  --set "{key}=…"  {" | ".join(_choices(loaded, kind, key, told)) or _said(kind, key, lang)}'
        for key in missing
    ]
    head = (
        "还没有回答，什么也没写；不逐项询问时这样写："
        if lang == "zh"
        else "not everything was answered, so nothing was written; without questions write:"
    )
    return "\n".join((f"\n{head}", *lines))


def _typed(loaded: Loaded, kind: str, key: str, told: Mapping[str, str], lang: Lang) -> str:
    """What is typed, asked anew until it will do."""
    choices = _choices(loaded, kind, key, told)
    known = choices or (_glossaries(loaded) if key == "domain" else [])
    hint = f" ({', '.join(known)})" if known else ""
    default = None
    if key == "accessed":
        default = date.today().isoformat()
    elif key in _OPTIONAL:
        default = ""
        hint += "，可不填，按回车" if lang == "zh" else ", Enter to leave it out"
    while True:
        question = f"{_said(kind, key, lang)}{hint} [{key}]"
        value = str(click.prompt(question, default=default, show_default=bool(default))).strip()
        problem = _refusal(loaded, kind, key, value, told)
        if problem is None:
            return value
        click.echo(problem.message(lang))


def _said(kind: str, key: str, lang: Lang) -> str:
    names = _TITLE if kind in ("source", "page", "comparison") else {}
    zh, en = names.get(key) or _SAID.get(key) or (KEYS[key].zh, KEYS[key].en)
    return zh if lang == "zh" else en


def _refusal(
    loaded: Loaded, kind: str, key: str, value: str, told: Mapping[str, str]
) -> Problem | None:
    """Why the answer will not do, if so."""
    if not value:
        return None if key in _OPTIONAL else Problem.at(_HERE, "value-empty", key=key)
    choices = _choices(loaded, kind, key, told)
    if choices and value not in choices:
        guess = choice(value, choices)
        return Problem.at(_HERE, "value-choice", guess, found=value, expected=", ".join(choices))
    if key == "domain" and not is_id(value):  # a glossary may have a new file
        return Problem.at(_HERE, "id-syntax", found=value)
    if key == "order" and not (value.isascii() and value.isdigit()):
        return Problem.at(_HERE, "type-wrong", expected="a whole number", found=f"'{value}'")
    if kind == "source" and key in _CHECKED:
        data = parse_yaml("", f"{key}: {yaml_of_words(value)}\n").data
        if not isinstance(data, PlacedDict):
            return Problem.at(_HERE, "value-form", found=value, key=key, meaning=KEYS[key].en)
        _, problems = validated(Source, data, {"id": "new"}, {})
        return next((one for one in problems if one.code != "key-missing"), None)
    return None


def _choices(loaded: Loaded, kind: str, key: str, told: Mapping[str, str]) -> list[str]:
    words = loaded.kb.vocabulary
    metric = words.metrics.get(told.get("metric", ""))
    tables: dict[str, list[str]] = {
        "tier": list(words.tiers), "kind": [str(one) for one in SourceKind], "rows": list(ENTITIES),
        "domain": list(words.domains), "metric": list(words.metrics),
        "unit": list(metric.units) if metric else [],
    }  # fmt: skip
    return tables.get(key, []) if kind != "term" or key != "domain" else []


def _glossaries(loaded: Loaded) -> list[str]:
    """The files of the glossary by name; a term may begin another."""
    return sorted({PurePosixPath(term.place.file).stem for term in loaded.kb.terms.values()})
