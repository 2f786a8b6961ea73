"""Problems as text for a person, for GitHub's annotations, and as JSON for programs."""

import json
import re
from collections.abc import Callable, Sequence
from urllib.parse import quote

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


_LEVELS = {"error": "error", "warning": "warning"}


def as_sarif(problems: Sequence[Problem], lang: Lang) -> str:
    """SARIF 2.1.0, which code hosts and editors show beside the lines."""
    rules = [{"id": code} for code in sorted({problem.code for problem in problems})]
    results = [
        {
            "ruleId": p.code,
            "level": _LEVELS[p.severity.value],
            "message": {"text": p.message(lang)},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(p.place.file)},
                        "region": {
                            "startLine": max(p.place.line, 1),
                            "startColumn": max(p.place.col, 1),
                        },
                    }
                }
            ],
        }
        for p in problems
    ]
    run = {
        "tool": {"driver": {"name": "chipkb", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


_COLOURS = (("error:", "\x1b[31m"), ("warning:", "\x1b[33m"))


def coloured(text: str) -> str:
    """A report for a terminal: the severity in colour, the code set back."""
    for word, colour in _COLOURS:
        text = text.replace(f": {word}", f": {colour}{word}\x1b[0m")
    return re.sub(r"\[([a-z-]+)\]$", "\x1b[2m[\\1]\x1b[0m", text, flags=re.MULTILINE)


FORMATS: dict[str, Callable[[Sequence[Problem], Lang], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
    "sarif": as_sarif,
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
