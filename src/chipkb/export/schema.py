"""JSON Schemas of the data files, made from the models that read them; editors complete by them.

They are as strict as the models about keys and shapes; what needs the vocabulary or other files
(a metric's units, a reference that leads nowhere) only the check can say.
"""

import json
from collections.abc import Iterator
from types import GenericAlias
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from chipkb.export.schema_words import for_editors
from chipkb.model.base import ID_PATTERN, Model, one_or_more, read_id
from chipkb.model.chain import ChainLink
from chipkb.model.comparison import Comparison
from chipkb.model.content import Acceptance
from chipkb.model.coverage import Expectation
from chipkb.model.entity import Entity
from chipkb.model.ledger import Move
from chipkb.model.question import Question
from chipkb.model.site import Site
from chipkb.model.source import Source
from chipkb.model.term import Term
from chipkb.model.vocabulary import Domain, Kind, Metric, RelationKind, Vocabulary
from chipkb.values.artifact import Artifact
from chipkb.values.text import Text

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
# What the loader takes from a file's name and folder, so that it must not stand in the file.
_GIVEN = {
    Entity: ("id", "home"),
    Source: ("id",),
    ChainLink: ("id",),
    Comparison: ("id",),
    Question: ("id",),
}
_GIVEN_TO_TERMS = ("id", "topic")


def schemas(vocabulary: Vocabulary | None = None) -> dict[str, JsonSchemaValue]:
    """By name, a schema for each kind of data file; with the vocabulary, its words are the choices."""
    whole: dict[str, type[Model]] = {
        "entity": Entity,
        "source": Source,
        "chain": ChainLink,
        "comparison": Comparison,
        "question": Question,
    }
    tables: dict[str, type[BaseModel]] = {
        "domains": Domain,
        "metrics": Metric,
        "relations": RelationKind,
        "kinds": Kind,
        "words": Text,
    }
    found = {name: _of_file(model) for name, model in whole.items()}
    found |= {name: _of_table(model) for name, model in tables.items()}
    found["glossary"] = _without(_of_table(Term), "Term", _GIVEN_TO_TERMS)
    found["accepted"] = _of_type(list[Acceptance])
    found["coverage"] = _of_type(list[Expectation])
    found["site"] = _of_type(Site)
    found["moved"] = _of_type(list[Move])
    return {
        name: {"$schema": _DIALECT, **for_editors(name, schema, vocabulary)}
        for name, schema in found.items()
    }


def schema_files(folder: str, vocabulary: Vocabulary | None = None) -> Iterator[Artifact]:
    """The schemas as files in `folder`."""
    for name, schema in schemas(vocabulary).items():
        text = json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        yield Artifact.of_text(f"{folder}/{name}.json", text)


class _Generator(GenerateJsonSchema):
    """Says what our validators accept before pydantic sees a value."""

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        inner = super().function_before_schema(schema)
        function = schema["function"]["function"]
        if function is one_or_more:
            return {"anyOf": [inner["items"], inner]}
        return {**inner, "pattern": ID_PATTERN} if function is read_id else inner

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        # 2024 without quotation marks is a number to an editor; our loader reads it as text.
        return {**super().str_schema(schema), "type": ["string", "number"]}


def _of_file(model: type[Model]) -> JsonSchemaValue:
    return _omit(_of_type(model), _GIVEN[model])


def _of_table(model: type[BaseModel]) -> JsonSchemaValue:
    """A file that maps ids to things."""
    return _of_type(GenericAlias(dict, (str, model)))


def _of_type(type_: Any) -> JsonSchemaValue:
    schema = TypeAdapter(type_).json_schema(by_alias=True, schema_generator=_Generator)
    widened: JsonSchemaValue = _widened(schema)
    return widened


def _widened(schema: Any) -> Any:
    """Strings that our own types read, such as dates, come as plain strings: see `str_schema`."""
    if isinstance(schema, list):
        return [_widened(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    widened = {key: _widened(value) for key, value in schema.items()}
    if widened.get("type") == "string" and not {"enum", "const"} & set(widened):
        widened["type"] = ["string", "number"]
    return widened


def _omit(schema: JsonSchemaValue, keys: tuple[str, ...]) -> JsonSchemaValue:
    properties = {key: value for key, value in schema["properties"].items() if key not in keys}
    required = [key for key in schema.get("required", ()) if key not in keys]
    return {**schema, "properties": properties, "required": required}


def _without(schema: JsonSchemaValue, name: str, keys: tuple[str, ...]) -> JsonSchemaValue:
    definitions = {**schema["$defs"], name: _omit(schema["$defs"][name], keys)}
    return {**schema, "$defs": definitions}
