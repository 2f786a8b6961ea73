"""data/vocabulary into the Vocabulary that all other files are read with."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from chipkb.load.placed import Parsed, PlacedDict
from chipkb.load.validation import validated, what_it_is
from chipkb.model.base import is_id
from chipkb.model.source import PRESS, PRIMARY
from chipkb.model.vocabulary import Domain, Kind, Metric, RelationKind, Vocabulary, closest
from chipkb.values.place import Place
from chipkb.values.problem import Problem
from chipkb.values.text import Text
from chipkb.values.unit import Unit, UnitError, Units

VOCABULARY_FOLDER = "vocabulary"

# The table that a file, or a file of a sub-folder, belongs to, and the model of its entries.
_TABLES: dict[str, type[BaseModel]] = {
    "domains": Domain,
    "metrics": Metric,
    "relations": RelationKind,
    "events": Kind,
    "topics": Kind,
    "tiers": Text,
    "measures": Text,
    "exchanges": Text,
}


def read_vocabulary(parsed: Mapping[str, Parsed]) -> tuple[Vocabulary, list[Problem]]:
    """The vocabulary in these files (by name), with what is wrong in them."""
    problems = [problem for one in parsed.values() for problem in one.problems]
    for file, one in parsed.items():
        if one.data is not None and not isinstance(one.data, PlacedDict):
            kind = what_it_is(one.data)
            problems.append(
                Problem.at(Place(file, 1, 1), "type-wrong", expected="a mapping", found=kind)
            )
    tables: dict[str, dict[str, Any]] = {name: {} for name in _TABLES}
    broken = {(_table_of(file), "") for file, one in parsed.items() if one.data is None}
    units, found = _units(parsed)
    problems += found
    broken |= {("units", dict(problem.details).get("found", "")) for problem in found}
    for file, one in parsed.items():
        table = _table_of(file)
        if table == "units" or not isinstance(one.data, PlacedDict):
            continue
        if table not in _TABLES:
            expected = ", ".join([*_TABLES, "units"])
            problems.append(Problem.at(Place(file), "file-folder", folder=table, expected=expected))
            continue
        problems += _read_table(_TABLES[table], one.data, tables[table])
        broken |= {(table, id_) for id_ in one.data if id_ not in tables[table]}
    problems += _tiers_missing(parsed)
    for problem in _units_unlisted(tables["metrics"], units):
        details = dict(problem.details)
        broken.add(("metrics", details["metric"]))
        tables["metrics"].pop(details["metric"], None)
        if not broken & {("units", details["found"]), ("units", "")}:
            problems.append(problem)
    return Vocabulary(units=units, broken=frozenset(broken), **tables), problems


def _table_of(file: str) -> str:
    below = PurePosixPath(file).parts[2:]
    return below[0] if len(below) > 1 else PurePosixPath(file).stem


def _read_table(
    model: type[BaseModel], data: PlacedDict, table: dict[str, Any]
) -> Iterable[Problem]:
    for id_, entry in data.items():
        place = data.where.keys[id_]
        if not is_id(id_):
            yield Problem.at(place, "id-syntax", found=id_)
            continue
        if not isinstance(entry, PlacedDict):
            found = what_it_is(entry)
            yield Problem.at(place, "type-wrong", expected="a mapping", found=found)
            continue
        if id_ in table:
            yield Problem.at(place, "id-duplicate", id=id_, other=table[id_].place)
            continue
        thing, problems = validated(model, entry, {}, {})
        yield from problems
        if thing:
            table[id_] = thing


def _tiers_missing(parsed: Mapping[str, Parsed]) -> Iterable[Problem]:
    """The rules of evidence know two tiers by name."""
    files = {file: one for file, one in parsed.items() if _table_of(file) == "tiers"}
    readable = any(one.data is not None for one in files.values())
    tables = (one.data for one in files.values() if isinstance(one.data, PlacedDict))
    written = {id_ for table in tables for id_ in table}
    for tier in (PRIMARY, PRESS):
        if readable and tier not in written:
            yield Problem.at(Place(next(iter(files))), "tier-missing", tier=tier)


def _units(parsed: Mapping[str, Parsed]) -> tuple[Units, list[Problem]]:
    """The units that go together: one that is unsound, or written like another, is left out."""
    units = Units(())
    problems = []
    for file, one in parsed.items():
        if _table_of(file) == "units" and isinstance(one.data, PlacedDict):
            for id_, entry in one.data.items():
                place = one.data.where.keys[id_]
                if not is_id(id_):
                    problems.append(Problem.at(place, "id-syntax", found=id_))
                    continue
                try:
                    units = units.with_one(Unit.from_yaml(id_, entry))
                except UnitError as error:
                    details = {"found": id_, "reason": str(error), "reason_zh": error.zh}
                    problems.append(Problem.at(place, "unit-form", **details))
    return units, problems


def _units_unlisted(metrics: dict[str, Metric], units: Units) -> list[Problem]:
    """One problem for each unit that a metric names and nobody knows."""
    known = [unit.id for unit in units]
    return [
        Problem.at(
            metric.where.of("units", i),
            "unit-unlisted",
            closest(unit, known),
            metric=id_,
            found=unit,
        )
        for id_, metric in metrics.items()
        for i, unit in enumerate(metric.units)
        if units.get(unit) is None
    ]
