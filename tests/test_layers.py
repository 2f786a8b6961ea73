"""Imports run one way: from what a fact is made of to what shows it."""

import ast
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "src" / "chipkb"

# Each room with the rooms it may import from; rooms on one level never import each other.
MAY_IMPORT = {
    "values": set(),
    "model": {"values"},
    "load": {"values", "model"},
    "check": {"values", "model"},
    "audit": {"values", "model"},
    "diff": {"values", "model"},
    "curate": {"values", "model"},
    "search": {"values"},
    "verify": {"values"},
    "view": {"values", "model", "search"},
    "render": {"values", "model", "view"},
    "export": {"values", "model", "view", "diff"},
}
EDGES = {"cli", "engine", "__main__", "__init__"}  # may import everything
MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    below = path.relative_to(PACKAGE)
    return below.parts[0] if len(below.parts) > 1 else below.stem


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "chipkb" and len(parts) > 1:
                rooms.add(parts[1])
    return rooms


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_only_from_below(path):
    room = room_of(path)
    if room in EDGES:
        return
    assert imported_rooms(path) - {room} <= MAY_IMPORT[room]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_the_engine_knows_mkdocs(path):
    if room_of(path) != "engine":
        assert "mkdocs" not in {
            alias.name.split(".")[0]
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in (
                node.names if isinstance(node, ast.Import) else [ast.alias(name=node.module or "")]
            )
        }
