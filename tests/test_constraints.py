"""What is installed: to the digit, and no file but those whose digest is written down."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, version

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import REPOSITORY

FOLDER = REPOSITORY / "constraints"
FILES = {name: FOLDER / f"{name}.txt" for name in ("build", "test", "more")}


def pins(name: str) -> dict[str, list[Requirement]]:
    """The releases that a file of constraints names, by package: one, or one a Python or system."""
    text = FILES[name].read_text("utf-8")
    found: dict[str, list[Requirement]] = {}
    for line in re.findall(r"^[^\s#].*?(?=\s*\\?$)", text, re.MULTILINE):
        requirement = Requirement(line)
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


def needed(*extras: str) -> set[str]:
    """The packages that pyproject.toml names, with those of the extras."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [*project["dependencies"]]
    for extra in extras or project["optional-dependencies"]:
        lines += project["optional-dependencies"][extra]
    return {canonicalize_name(Requirement(line).name) for line in lines}


@pytest.mark.parametrize("name", FILES)
def test_every_release_is_exact_and_has_digests(name):
    blocks = re.split(r"^(?=[^\s#])", FILES[name].read_text("utf-8"), flags=re.MULTILINE)[1:]
    assert blocks
    for block in blocks:
        head, *digests = block.replace("\\\n", "\n").split("\n")
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*( ; .+)? ?", head), head
        digests = [line.strip() for line in digests if line.strip()]
        assert digests, head
        assert [
            line for line in digests if not re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", line)
        ] == []


def test_no_address_of_a_registry_stands_in_them():
    for file in FILES.values():
        assert not re.search(r"https?:|file:|--(extra-)?index|find-links", file.read_text("utf-8"))


def test_all_that_pyproject_names_is_pinned_and_nothing_twice():
    build, test, more = (pins(name).keys() for name in FILES)
    assert needed("test") <= build | test
    assert needed() <= build | test | more
    assert not (build & test or test & more or build & more)


@pytest.mark.parametrize("name", ["build", "test"])
def test_what_is_installed_here_is_what_is_pinned(name):
    """A package that this machine lacks is another system's: that it is needed is tested above."""
    differing = {}
    for package, releases in pins(name).items():
        wanted = [str(r.specifier) for r in releases if not r.marker or r.marker.evaluate()]
        try:
            here = f"=={version(package)}"
        except PackageNotFoundError:
            continue
        if wanted and wanted != [here]:
            differing[package] = (wanted, here)
    assert differing == {}
