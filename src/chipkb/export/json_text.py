"""JSON as it is published: a row a line, which people can read and git can compare."""

import json
from typing import Any


def json_text(whole: dict[str, Any]) -> str:
    """An object with a line a key, and in lists of objects a line an object."""
    parts = (f"{_plain(key)}: {_value(value)}" for key, value in whole.items())
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _value(value: Any) -> str:
    if not isinstance(value, list) or not value or not isinstance(value[0], dict):
        return _plain(value)
    return "[\n" + ",\n".join(map(_plain, value)) + "\n]"


def _plain(value: Any) -> str:
    # Without `indent`, which would take the slow way through Python.
    return json.dumps(value, ensure_ascii=False)
