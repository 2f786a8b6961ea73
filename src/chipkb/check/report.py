"""Problems as text for a person, for GitHub's annotations, and as JSON for programs."""

import json
from collections.abc import Callable, Sequence

from chipkb.values.problem import Problem
from chipkb.values.text import Lang


def as_text(problems: Sequence[Problem], lang: Lang) -> str:
    """One line each, then the count."""
    return "".join(f"{problem.line(lang)}\n" for problem in problems) + _summary(problems, lang)


def as_github(problems: Sequence[Problem], lang: Lang) -> str:
    """Workflow commands, which GitHub shows beside the line of a pull request."""
    return "".join(
        f"::{p.severity} file={_property(p.place.file)},line={max(p.place.line, 1)},"
        f"col={max(p.place.col, 1)},title={p.code}::{_escaped(p.message(lang))}\n"
        for p in problems
    )


def as_json(problems: Sequence[Problem], lang: Lang) -> str:
    """A list of objects: file, line, col, severity, code, message, suggestion."""
    rows = [
        {
            "file": p.place.file,
            "line": p.place.line,
            "col": p.place.col,
            "severity": p.severity.value,
            "code": p.code,
            "message": p.message(lang),
            "suggestion": p.suggestion or None,
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Sequence[Problem], Lang], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}


def _summary(problems: Sequence[Problem], lang: Lang) -> str:
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return "没有问题\n" if lang == "zh" else "no problems\n"
    if lang == "zh":
        return f"{errors} 个错误，{warnings} 个警告\n"
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}\n"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _property(value: str) -> str:
    """A value before the message, where a colon or a comma would end it."""
    return _escaped(value).replace(":", "%3A").replace(",", "%2C")


def _escaped(message: str) -> str:
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
