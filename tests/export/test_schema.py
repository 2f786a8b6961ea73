"""The schemas agree with the loader: on every file of ours, and on what is wrong."""

import copy
import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from chipkb.cli import main
from chipkb.export.schema import schema_files, schemas
from chipkb.load.tree import load
from tests.conftest import REPOSITORY, WORLD

SCHEMAS = schemas()
_TABLES = {"domains", "metrics", "relations"}
_KINDS = {"events", "topics"}
_WORDS = {"tiers", "measures", "exchanges"}
_FOLDERS = {
    "sources": "source",
    "glossary": "glossary",
    "chain": "chain",
    "comparisons": "comparison",
    "questions": "question",
}


class EditorsLoader(yaml.SafeLoader):
    """YAML as editors read it for a schema: dates stay text."""


EditorsLoader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(path: Path):
    return yaml.load(path.read_text("utf-8"), EditorsLoader)


def schema_name(path: Path) -> str | None:
    """The schema for a data file; units have a reader of their own and none."""
    folder, *below = path.parts
    if not below:
        return path.stem
    if folder == "vocabulary":
        table = below[0] if len(below) > 1 else path.stem
        if table in _KINDS:
            return "kinds"
        return table if table in _TABLES else "words" if table in _WORDS else None
    return _FOLDERS.get(folder, "entity")


def errors(name: str, value) -> list[str]:
    return [error.message for error in Draft202012Validator(SCHEMAS[name]).iter_errors(value)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_schema(name):
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("root", [REPOSITORY, WORLD], ids=["ours", "tiny world"])
def test_every_file_fits_its_schema(root):
    data = root / "data"
    validated = set()
    for path in sorted(data.rglob("*.yml")):
        name = schema_name(path.relative_to(data))
        if name:
            validated.add(name)
            assert errors(name, read(path)) == [], path
    assert validated >= set(SCHEMAS) - {"accepted", "comparison", "moved"}


STAR_CHIP = read(WORLD / "data/gpu/star-chip.yml")


def wrong(change) -> list[str]:
    value = copy.deepcopy(STAR_CHIP)
    change(value)
    return errors("entity", value)


@pytest.mark.parametrize(
    "change",
    [
        lambda e: e.update(kind="compny"),
        lambda e: e.update(colour="red"),
        lambda e: e.update(id="star-chip"),
        lambda e: e.pop("name"),
        lambda e: e["name"].update(de="Stern"),
        lambda e: e["facts"][0].pop("source"),
        lambda e: e["facts"][0].update(id="Not An Id"),
        lambda e: e["facts"][0].update(assessment="true"),
        lambda e: e["facts"][0].update(statement={"zh": "既是数据又是陈述", "en": "Both"}),
        lambda e: e["facts"][2]["evidence"][0].update(says="maybe"),
        lambda e: e["relations"][0].pop("target"),
        lambda e: e["events"][0].update(with_=["moon-fund"]),
    ],
)
def test_what_the_loader_refuses_so_does_the_schema(change, world):
    assert wrong(change)
    value = copy.deepcopy(STAR_CHIP)
    change(value)
    path = world / "data/gpu/star-chip.yml"
    path.write_text(yaml.safe_dump(value, allow_unicode=True), "utf-8")
    assert {problem.place.file for problem in load(world).problems} == {"data/gpu/star-chip.yml"}


def test_one_may_stand_for_a_list_of_one():
    assert wrong(lambda e: e["facts"][0].update(source=["almanac#gpu/1"])) == []
    assert wrong(lambda e: e["facts"][0].update(conflicts_with="patents")) == []


def without_words(value):
    """A schema less its choices, as the vocabulary grows from day to day; `make schema` renews them."""
    if isinstance(value, list):
        return [without_words(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {k: "…" if k == "enum" else without_words(v) for k, v in value.items()}


def test_the_schemas_in_the_repository_are_the_present_ones(real):
    for file in schema_files("schema", real.kb.vocabulary):
        path, text = REPOSITORY / file.path, file.content.decode()
        written = json.loads(path.read_text("utf-8"))
        assert without_words(written) == without_words(json.loads(text)), file.path


def test_the_command_writes_them_with_the_words_of_the_vocabulary(world):
    metrics = world / "data/vocabulary/metrics.yml"
    more = "floor-area: {label: {zh: 厂房面积, en: Floor area}, units: [nm]}\n"
    metrics.write_text(metrics.read_text("utf-8") + more, "utf-8")
    result = CliRunner().invoke(main, ["schema", "--root", str(world)])
    assert result.exit_code == 0, result.output
    assert {path.stem for path in (world / "schema").iterdir()} == set(SCHEMAS)
    figure = json.loads((world / "schema/entity.json").read_text("utf-8"))["$defs"]["Figure"]
    assert "floor-area" in figure["properties"]["metric"]["enum"]


def test_a_schema_says_what_each_key_means_and_which_branch_is_wrong():
    schema = schemas(load(WORLD).kb.vocabulary)["entity"]
    figure = schema["$defs"]["Figure"]["properties"]
    assert figure["metric"]["enum"] == list(load(WORLD).kb.vocabulary.metrics)
    assert all("description" in one for one in figure.values())
    fact = {"id": "x", "metric": "valuation", "value": "1 元", "source": "a", "as_off": 2024}
    entity = {"kind": "company", "name": {"zh": "x"}, "facts": [fact]}
    [error] = Draft202012Validator(schema).iter_errors(entity)
    assert "as_off" in error.message
