"""The files that readers can download, as their page shows them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from chipkb.model.release import Release
from chipkb.values.artifact import Artifact
from chipkb.values.text import Text
from chipkb.view.recipes import RECIPES, Recipe


@dataclass(frozen=True)
class Download:
    """A file with what it holds; `columns` are its columns or keys, with their meaning."""

    artifact: Artifact
    about: Text
    columns: Mapping[str, Text] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.artifact.path.rsplit("/", 1)[-1]

    @property
    def kilobytes(self) -> int:
        """Rounded up, so that no file has none."""
        return -(-len(self.artifact.content) // 1000)


# What is described by a JSON Schema: the tables, the other files, those of the API.
SCHEMAS = (
    *("facts", "entities", "glossary", "sources", "vocabulary", "chain", "comparisons", "changes"),
    *("api-index", "api-moved", "api-entity", "api-source", "api-domain"),
)


@dataclass(frozen=True)
class DownloadsView:
    """`state` is the day the data was last looked at, `release` which state of it this is."""

    downloads: tuple[Download, ...]
    state: date
    release: Release
    recipes: tuple[Recipe, ...] = RECIPES
    schemas: tuple[str, ...] = SCHEMAS
