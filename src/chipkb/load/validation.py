"""A mapping from YAML into a model, and pydantic's errors into our problems at their place."""

import re
import types
import typing
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from chipkb.load.placed import PlacedDict
from chipkb.model.entity import Entity
from chipkb.model.fact import FIGURE, STATEMENT
from chipkb.model.fields import listed
from chipkb.model.vocabulary import choice
from chipkb.values.keys import KEYS, chosen, meant
from chipkb.values.place import Place, Where
from chipkb.values.problem import Edit, Problem
from chipkb.values.wording import WORDING

M = TypeVar("M", bound=BaseModel)
Loc = tuple[str | int, ...]  # the way to a value, as pydantic gives it

_EXPECTED = {
    "string_type": "text",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
}


def validated(
    model: type[M], data: PlacedDict, given: dict[str, Any], context: dict[str, Any]
) -> tuple[M | None, list[Problem]]:
    """`data` as a `model`, or None with everything that is wrong with it.

    `given` are fields that do not stand in the file, such as the id, which is the file's name;
    writing them there is an unknown key.
    """
    problems = [_unknown_key(model, data, (key,), given) for key in data if key in given]
    whole = PlacedDict({**data, **given})
    whole.where = data.where
    validated: M | None = None
    try:
        validated = model.model_validate(whole, context=context)
    except ValidationError as error:
        found = (_problem(model, data, detail, given) for detail in error.errors(include_url=False))
        problems += [problem for problem in found if problem]
    told = {problem.place.line for problem in problems}
    problems += [one for one in _without_value(data.where, data, ()) if one.place.line not in told]
    return validated, problems


def _without_value(where: Where, data: Any, loc: Loc) -> Iterator[Problem]:
    """Keys with nothing behind them, also those that may be left out: something was meant to stand there."""
    inner = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in inner:
        here = (*loc, step)
        if isinstance(value, dict | list):
            yield from _without_value(where, value, here)
        elif value is None:
            yield Problem.at(where.of(*here), "value-empty", key=_nearest_key(here))


def _problem(
    model: type[BaseModel], data: PlacedDict, error: ErrorDetails, given: dict[str, Any]
) -> Problem | None:
    kind, loc, context = error["type"], _without_tags(data, error["loc"]), error.get("ctx", {})
    place = data.where.of(*loc)
    key = str(loc[-1]) if loc else ""
    if kind == "follows-other-problem":
        return None
    if kind == "extra_forbidden":
        return _unknown_key(model, data, loc, given)
    if kind == "missing" and _is_bare_fact(model, data, loc):
        return Problem.at(data.where.of(*loc[:-1]), "fact-which") if key == "metric" else None
    if kind == "missing":
        return Problem.at(data.where.of(*loc[:-1]), "key-missing", key=key)
    if error.get("input") is None or kind == "too_short":
        return Problem.at(place, "value-empty", key=_nearest_key(loc))
    if isinstance(error.get("input"), (dict, list)) and kind in _ONE_VALUE:
        return _several(place, kind, error["input"])
    if kind in WORDING:
        details = {name: value for name, value in context.items() if name != "suggestion"}
        if kind == "prose-syntax":
            place = place.within(str(context["found"]))
        certain = bool(details.pop("certain", kind in _CERTAIN))
        return _mended(Problem.at(place, kind, context.get("suggestion"), **details), certain)
    if kind == "bool_type":
        found = str(error["input"])
        guess = _TRUTH.get(found.casefold())
        return _mended(Problem.at(place, "bool-wanted", guess, key=key, found=found), True)
    if kind in ("enum", "literal_error"):
        return _wrong_choice(place, str(error["input"]), context["expected"])
    if kind in ("model_type", "model_attributes_type") and context.get("class_name") in _TEXTS:
        found = what_it_is(error["input"])
        return Problem.at(place, "text-languages", key=_nearest_key(loc), found=found)
    if kind in ("list_type", "tuple_type"):
        found, items = what_it_is(error["input"]), listed(error["input"])
        return Problem.at(place, "list-wanted", items, key=_nearest_key(loc), found=found)
    if kind in _EXPECTED:
        found = what_it_is(error["input"])
        return Problem.at(place, "type-wrong", expected=_EXPECTED[kind], found=found)
    if key in KEYS:
        found = str(error["input"])[:60]
        return Problem.at(place, "value-form", found=found, key=key, meaning=KEYS[key].en)
    return Problem.at(place, "value-wrong", found=str(error["input"])[:60], reason=error["msg"])


def _unknown_key(
    model: type[BaseModel], data: PlacedDict, loc: Loc, given: dict[str, Any]
) -> Problem:
    expected = [key for key in _keys_at(model, data, loc[:-1]) if key not in given or len(loc) > 1]
    key, place = str(loc[-1]), data.where.of_key(*loc)
    if len(loc) == 1 and key in given:
        return Problem.at(place, "key-given", key=key)
    here = _at(data, loc[:-1]) or {}
    free = [one for one in expected if one not in here]
    if {"metric", "value"} & set(here) and "statement" in here and key in _FIGURE_KEYS:
        return Problem.at(place, "fact-which")
    certain = meant(key, free)
    bare = _IN_BRACKETS.sub(
        "", key
    )  # value (亿元): the key is known, but what is in brackets would be lost
    guess = certain or meant(bare, free) or choice(bare, free)
    if guess is None and _at(data, loc) is None:  # {zh: …, en: one, two}: the comma ended the text
        return Problem.at(place, "text-comma", found=key)
    problem = Problem.at(place, "key-unknown", guess, key=key, expected=", ".join(expected))
    return problem.mended_by(Edit(place, key, certain)) if certain else problem


_IN_BRACKETS = re.compile(r"\s*[(（\[【].*$")
_TEXTS = frozenset({"Text", "Prose"})
_TRUTH = {
    **dict.fromkeys(("true", "yes", "y", "on", "1", "是", "真", "对"), "true"),
    **dict.fromkeys(("false", "no", "n", "off", "0", "否", "假", "不是"), "false"),
}
# What is written as one value, and as what several of it are meant.
_ONE_VALUE = frozenset(["enum", "literal_error", "date-syntax", "citation-syntax", "value-several"])
_FIGURE_KEYS = frozenset({"metric", "value"})
# Whose suggestion is the only thing that can be meant.
_CERTAIN = ("date-syntax", "quantity-full-width", "url-end", "language-tag", "wikidata-form")


def _is_bare_fact(model: type[BaseModel], data: PlacedDict, loc: Loc) -> bool:
    """Whether what has neither figure nor statement is a fact."""
    return (
        model is Entity
        and len(loc) == 3
        and loc[0] == "facts"
        and not {"metric", "value", "topic", "statement"} & set(_at(data, loc[:-1]) or ())
        and loc[2] in ("metric", "value")
    )


def _mended(problem: Problem, certain: bool) -> Problem:
    """With the edit that writes the suggestion in place of what was found."""
    written, found = problem.place.written, dict(problem.details).get("found", "")
    if not certain or not problem.suggestion or written.strip("'\"") != found:
        return problem
    quote = written[0] if written[:1] in ("'", '"') else ""
    return problem.mended_by(Edit(problem.place, written, f"{quote}{problem.suggestion}{quote}"))


def _wrong_choice(place: Place, found: str, expected: str) -> Problem:
    choices = [choice.strip().strip("'") for choice in expected.replace(" or ", ", ").split(",")]
    certain = chosen(found, choices)
    guess = certain or choice(found, choices)
    problem = Problem.at(place, "value-choice", guess, found=found, expected=", ".join(choices))
    return _mended(problem, certain is not None)


def _several(place: Place, kind: str, found: Any) -> Problem:
    """One value is wanted, and a list or a mapping stands there."""
    if kind == "value-several":
        return Problem.at(place, "value-several", found=_written(found))
    guess = None
    if kind == "date-syntax" and isinstance(found, list) and len(found) == 2:
        guess = "/".join(map(str, found))
    if kind == "citation-syntax" and isinstance(found, dict):
        return Problem.at(place, "citation-mapping")
    return Problem.at(place, "type-wrong", guess, expected="one value", found=what_it_is(found))


def _written(found: Any) -> str:
    """A list or a mapping roughly as it stands in the file."""
    if isinstance(found, dict):
        inside = ", ".join(f"{key}: {value}" if value else str(key) for key, value in found.items())
        return f"{{{inside}}}"
    return f"[{', '.join(map(str, found))}]"


def what_it_is(value: Any) -> str:
    """What stands there, as messages name it."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return "nothing" if value is None else f"'{str(value)[:60]}'"


def _nearest_key(loc: Loc) -> str:
    return next((str(step) for step in reversed(loc) if isinstance(step, str)), "")


def _without_tags(data: Any, loc: Loc) -> Loc:
    """`loc` less what stands in no file: the branch of a union, the index of a single value."""
    steps: list[str | int] = []
    here = data
    for index, step in enumerate(loc):
        if step in (FIGURE, STATEMENT) or (isinstance(step, int) and not isinstance(here, list)):
            continue
        if index == 2 and steps[:1] == ["columns"]:  # the branch of a column bears its key's name
            continue
        steps.append(step)
        here = _inside(here, step)
    return tuple(steps)


def _at(data: Any, loc: Loc) -> Any:
    for step in loc:
        data = _inside(data, step)
    return data


def _inside(here: Any, step: str | int) -> Any:
    try:
        return here[step]
    except (KeyError, IndexError, TypeError):
        return None


def _keys_at(model: type[BaseModel], data: Any, loc: Loc) -> list[str]:
    """The keys that the mapping at `loc` may have."""
    here, candidates = data, [model]
    for step in loc:
        here = _inside(here, step)
        if isinstance(step, str):
            candidates = [m for c in candidates for m in _models_of_field(c, step)]
    fitting = [c for c in candidates if set(_required(c)) & set(here or ())] or candidates
    return list(dict.fromkeys(key for c in fitting for key in _keys(c)))


def _keys(model: type[BaseModel]) -> Iterator[str]:
    return (field.alias or name for name, field in model.model_fields.items())


def _required(model: type[BaseModel]) -> Iterator[str]:
    fields = model.model_fields.items()
    return (
        f.alias or name for name, f in fields if f.is_required() and name not in ("id", "source")
    )


def _models_of_field(model: type[BaseModel], key: str) -> list[type[BaseModel]]:
    for name, field in model.model_fields.items():
        if key == (field.alias or name):
            return list(_models_in(field.annotation))
    return []


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif isinstance(annotation, types.UnionType) or typing.get_origin(annotation):
        for part in typing.get_args(annotation):
            yield from _models_in(part)
