"""JSON Schemas of what is published, made from its models, with the meaning of each key."""

import json
from collections.abc import Iterator, Mapping

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaValue

from chipkb.export import columns
from chipkb.export import published as shape
from chipkb.export import published_meaning as meaning
from chipkb.model import permalink
from chipkb.values.artifact import Artifact
from chipkb.values.text import Text

FOLDER = f"{permalink.DOWNLOADS}/schema/v1"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILES: dict[str, type[BaseModel]] = {
    "facts": shape.Facts,
    "entities": shape.Entities,
    "glossary": shape.Glossary,
    "sources": shape.Sources,
}
# Files that are no tables, by the name of their schema.
OTHERS: dict[str, type[BaseModel]] = {
    "vocabulary": meaning.VocabularyFile,
    "chain": meaning.ChainFile,
    "comparisons": meaning.ComparisonsFile,
    "changes": meaning.ChangesFile,
    "api-index": meaning.IndexFile,
    "api-moved": meaning.MovedFile,
    "api-entity": meaning.EntityFile,
    "api-source": meaning.SourceFile,
    "api-domain": meaning.DomainFile,
}
ROWS: dict[str, tuple[type[BaseModel], Mapping[str, Text]]] = {
    "facts": (shape.Claim, columns.CLAIM),
    "entities": (shape.Entity, columns.ENTITY),
    "glossary": (shape.Term, columns.TERM),
    "sources": (shape.Source, columns.SOURCE),
}


def published_schemas(base: str) -> dict[str, JsonSchemaValue]:
    """By name, the schema of each file; `$id` is the address at which it is published."""
    found = {}
    for name, model in (FILES | OTHERS).items():
        schema = model.model_json_schema(by_alias=True)
        row, meanings = ROWS.get(name, (model, {}))
        for key, told in meanings.items():
            about = schema["$defs"][row.__name__]["properties"][key]
            about["description"] = f"{told.en} · {told.zh}"
        found[name] = {"$schema": _DIALECT, "$id": f"{base}{FOLDER}/{name}.json", **schema}
    return found


def published_schema_files(base: str) -> Iterator[Artifact]:
    """The schemas beside the files that they describe."""
    for name, schema in published_schemas(base).items():
        written = json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        yield Artifact.of_text(f"{FOLDER}/{name}.json", written)
