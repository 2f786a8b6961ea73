"""The files that run or are looked at in a reader's browser, as MkDocs gets them."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

ASSETS = Path(__file__).parents[1] / "assets"
SEARCH_SCRIPTS = ASSETS / "search"


def asset_files(config: MkDocsConfig) -> list[File]:
    return [File.generated(config, _address(path), content=path.read_bytes()) for path in _assets()]


def stylesheets() -> list[str]:
    """The addresses of all style sheets, in the order in which they are to be read."""
    return [_address(path) for path in _assets() if path.suffix == ".css"]


def search_modules() -> dict[str, str]:
    """The modules of the search by the names of their files; they are joined before use."""
    return {path.name: path.read_text("utf-8") for path in SEARCH_SCRIPTS.glob("*.js")}


def _assets() -> list[Path]:
    files = [path for path in sorted(ASSETS.rglob("*")) if path.is_file()]
    return [path for path in files if path.parent != SEARCH_SCRIPTS or path.suffix != ".js"]


def _address(path: Path) -> str:
    return f"assets/{path.relative_to(ASSETS).as_posix()}"
