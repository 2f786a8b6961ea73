"""The files that run or are looked at in a reader's browser, as MkDocs gets them."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from chipkb.search.scripts import build_scripts
from chipkb.values.artifact import Artifact

ASSETS = Path(__file__).parents[1] / "assets"
SEARCH_SCRIPTS = ASSETS / "search"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MAP = re.compile(r"/\*# sourceMappingURL=[^*]*\*/")
_INDENT = re.compile(r"\s*\n\s*")


def asset_files(config: MkDocsConfig, more: Iterable[Artifact]) -> list[File]:
    """Our own, and `more`."""
    return [File.generated(config, one.path, content=one.content) for one in (*assets(), *more)]


def assets() -> list[Artifact]:
    """Our own files, but the style sheets and the search's modules, which are joined first."""
    return [
        Artifact(_address(path), path.read_bytes())
        for path in _files()
        if path.suffix != ".css" and not (path.parent == SEARCH_SCRIPTS and path.suffix == ".js")
    ]


def stylesheet(before: Iterable[str] = ()) -> Artifact:
    """All style sheets in one, as a browser waits for each before it paints anything.

    Without comments and indentation; its name changes with its content, so it may be kept for ever.
    `before`: the sheets of the theme, which ours amend.
    """
    own = (path.read_text("utf-8") for path in _files() if path.suffix == ".css")
    sheets = (_INDENT.sub("\n", _COMMENT.sub("", sheet)).strip() for sheet in own)
    joined = "\n".join((*before, *sheets))
    content = f"{joined}\n".encode()
    return Artifact(f"assets/chipkb.{hashlib.sha256(content).hexdigest()[:10]}.css", content)


@dataclass(frozen=True)
class Joined:
    """The files that are made of several: the style sheet, and the search's scripts by their names."""

    styles: Artifact
    scripts: dict[str, Artifact]

    @property
    def files(self) -> tuple[Artifact, ...]:
        return (self.styles, *self.scripts.values())

    def settings(self) -> dict[str, str]:
        """Where our templates find the search's scripts."""
        worker = self.scripts["worker.js"].path.rpartition("/")[2]
        return {"ui": self.scripts["ui.js"].path, "worker": worker}


def joined(theme: Iterable[str]) -> Joined:
    """`theme`: the folders of the theme's files."""
    return Joined(stylesheet(_theme_sheets(theme)), build_scripts(search_modules()))


def _theme_sheets(folders: Iterable[str]) -> list[str]:
    """Material's own, which each of its pages would ask for apart: all rules, then the palettes."""
    found = {
        name: path
        for folder in folders
        for name in ("main", "palette")
        for path in Path(folder, "assets/stylesheets").glob(f"{name}.*.min.css")
    }
    sheets = (found[name].read_text("utf-8") for name in ("main", "palette"))
    return [_MAP.sub("", sheet).strip() for sheet in sheets]  # they hold "/* " as a text, too


def search_modules() -> dict[str, str]:
    """The modules of the search by the names of their files; they are joined before use."""
    return {path.name: path.read_text("utf-8") for path in SEARCH_SCRIPTS.glob("*.js")}


def _files() -> list[Path]:
    return [path for path in sorted(ASSETS.rglob("*")) if path.is_file()]


def _address(path: Path) -> str:
    return f"assets/{path.relative_to(ASSETS).as_posix()}"
