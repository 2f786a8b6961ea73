"""What editors show of a schema: what each key means, which words there are, and which branch is wrong.

A plain schema of a choice says "not valid under any of the given schemas"; here each choice asks
first which branch is meant, so that the error is of that branch.
"""

from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import JsonSchemaValue

from chipkb.model.vocabulary import Vocabulary
from chipkb.values.keys import KEYS

# Which table of the vocabulary a key's words are from; `kind` depends on what it is the kind of.
_TABLES = {
    "metric": "metrics", "topic": "topics", "tier": "tiers", "by": "measures", "exchange": "exchanges",
    "domain": "domains", "also_in": "domains", "domains": "domains", "relation": "relations",
    "event": "events", "metrics": "metrics", "events": "events", "relations": "relations",
    "having": "relations",
}  # fmt: skip
_KINDS = {"Relation": "relations", "Event": "events"}
_NOT_WORDS = {"Entity": ("relations", "events"), "Outcome": ("claim",)}
_BRANCHES = {  # the keys by which the branches of a choice are told apart, the last being the rest
    ("Figure", "Statement"): (("Statement", ("topic", "statement")), ("Figure", ())),
    ("MetricColumn", "EventColumn", "RelationColumn", "TopicColumn"): (
        ("EventColumn", ("event",)),
        ("RelationColumn", ("relation",)),
        ("TopicColumn", ("topic",)),
        ("MetricColumn", ()),
    ),
}


def for_editors(
    name: str, schema: JsonSchemaValue, vocabulary: Vocabulary | None
) -> JsonSchemaValue:
    """`schema` of the files called `name` with descriptions, words of the vocabulary and branches."""
    definitions = {
        key: _of_model(key, one, vocabulary) for key, one in schema.get("$defs", {}).items()
    }
    whole = _of_model({"entity": "Entity"}.get(name, ""), schema, vocabulary)
    found: JsonSchemaValue = _branched(whole | ({"$defs": definitions} if definitions else {}))
    return {"$id": f"https://chipkb.github.io/chipkb/schema/{name}.json", **found}


def _of_model(
    model: str, schema: JsonSchemaValue, vocabulary: Vocabulary | None
) -> JsonSchemaValue:
    """With a description at each property, and the words it may have."""
    if "properties" not in schema:
        return schema
    properties = {}
    for key, value in schema["properties"].items():
        described = {k: v for k, v in value.items() if k not in ("title", "default")}
        if key in KEYS:
            described["description"] = f"{KEYS[key].zh}\n{KEYS[key].en}"
        table = _KINDS.get(model) if key == "kind" else _TABLES.get(key)
        if table and vocabulary and key not in _NOT_WORDS.get(model, ()):
            described = _with_words(described, list(getattr(vocabulary, table)))
        properties[key] = described
    return {**schema, "properties": properties}


def _with_words(schema: Any, words: list[str]) -> Any:
    """The plain strings within `schema` become a choice of words."""
    if isinstance(schema, list):
        return [_with_words(one, words) for one in schema]
    if not isinstance(schema, dict) or "$ref" in schema:
        return schema
    if schema.get("type") == ["string", "number"] and words:
        return {**{k: v for k, v in schema.items() if k != "type"}, "enum": words}
    return {
        key: _with_words(v, words) if key in ("anyOf", "items") else v for key, v in schema.items()
    }


def _branched(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_branched(one) for one in schema]
    if not isinstance(schema, Mapping):
        return schema
    found = {key: _branched(value) for key, value in schema.items()}
    choices = found.pop("anyOf", None) or found.pop("oneOf", None)
    return {**found, **_choice(choices)} if choices else found


def _choice(choices: list[JsonSchemaValue]) -> JsonSchemaValue:
    """One of several schemas, as questions that have one answer each."""
    real = [one for one in choices if one != {"type": "null"}]  # a key without a value is no value
    names = tuple(str(one.get("$ref", "")).rpartition("/")[2] for one in real)
    if names in _BRANCHES:
        return _asked(dict(zip(names, real, strict=True)), _BRANCHES[names])
    lists = [one for one in real if one.get("type") == "array"]
    if len(real) == 2 and len(lists) == 1:
        single = next(one for one in real if one is not lists[0])
        return {"if": {"type": "array"}, "then": lists[0], "else": single}
    return real[0] if len(real) == 1 else {"anyOf": real}


def _asked(
    schemas: Mapping[str, JsonSchemaValue], branches: tuple[tuple[str, tuple[str, ...]], ...]
) -> JsonSchemaValue:
    (name, keys), *rest = branches
    if not rest:
        return schemas[name]
    has_one = (
        {"anyOf": [{"required": [key]} for key in keys]}
        if len(keys) > 1
        else {"required": list(keys)}
    )
    return {"if": has_one, "then": schemas[name], "else": _asked(schemas, tuple(rest))}
