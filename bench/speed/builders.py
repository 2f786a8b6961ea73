"""Other builders on the very pages that ours renders, each as its documentation sets it up.

All get the Markdown of `chipkb render`, in both languages, a search and no more navigation than the
home page: a tree of a thousand pages on each of a thousand pages would measure nothing else.
"""

import shutil
import sys
from abc import ABC, abstractmethod
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import yaml
from bench.speed.clock import Spent, measured

BIN = Path(sys.executable).parent
_EXTENSIONS = ["attr_list", "tables", {"toc": {"permalink": False, "toc_depth": 2}}]
_THEME = {"name": "material", "font": False}
_QUIET = {"omitted_files": "ignore", "not_found": "ignore", "unrecognized_links": "ignore", "anchors": "ignore"}  # fmt: skip


@dataclass(frozen=True)
class Builder(ABC):
    """One builder; its project is made in `folder` from the pages in `pages`, which `root` rendered."""

    folder: Path
    pages: Path
    root: Path
    name = ""

    @property
    def missing(self) -> str:
        """Why it cannot be asked; '' if it can."""
        return ""

    @abstractmethod
    def prepare(self) -> None:
        """Makes the project."""

    @abstractmethod
    def build(self) -> Spent:
        """Builds the site once."""

    def page(self) -> Path:
        """A source that may be changed for a second build."""
        return self.folder / "docs/entity/smic.md"

    def forget(self) -> None:
        """Takes away what earlier builds left."""
        for name in ("site", ".cache", "public", "resources"):
            shutil.rmtree(self.folder / name, ignore_errors=True)


def _write(path: Path, settings: object) -> None:
    path.write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), "utf-8")


class Plain(Builder):
    """MkDocs with Material, both languages as one site."""

    name = "MkDocs + Material"

    def prepare(self) -> None:
        shutil.copytree(self.pages, self.folder / "docs")
        _write(self.folder / "mkdocs.yml", self.settings())

    def settings(self) -> dict[str, object]:
        return {
            "site_name": "plain",
            "theme": _THEME,
            "plugins": [{"search": {"lang": ["zh", "en"]}}],
            "markdown_extensions": _EXTENSIONS,
            "nav": ["index.md"],
            "not_in_nav": "*",
            "validation": _QUIET,
        }

    def build(self) -> Spent:
        return measured([BIN / "mkdocs", "build", "--quiet"], self.folder)


class StaticI18n(Plain):
    """The same with the plugin that most bilingual sites use."""

    name = "… + mkdocs-static-i18n"

    @property
    def missing(self) -> str:
        found = find_spec("mkdocs_static_i18n")
        return "" if found else "mkdocs-static-i18n is not installed (the extra bench has it)"

    def prepare(self) -> None:
        super().prepare()
        docs = self.folder / "docs"
        (docs / "zh").mkdir()
        for path in list(docs.iterdir()):
            if path.name not in ("zh", "en"):
                path.rename(docs / "zh" / path.name)

    def page(self) -> Path:
        return self.folder / "docs/zh/entity/smic.md"

    def settings(self) -> dict[str, object]:
        languages = [
            {"locale": "zh", "name": "中文", "default": True, "build": True},
            {"locale": "en", "name": "English", "build": True},
        ]
        i18n = {"i18n": {"docs_structure": "folder", "languages": languages}}
        plugins = [{"search": {"lang": ["zh", "en"]}}, i18n]
        return {**super().settings(), "plugins": plugins}


class Zensical(Builder):
    """The builder by the makers of Material; a project a language."""

    name = "Zensical"

    @property
    def missing(self) -> str:
        return "" if (BIN / "zensical").exists() else "zensical is not installed"

    def prepare(self) -> None:
        command = [BIN / "chipkb", "render", "--for", "zensical", "--out", self.folder / "project"]
        measured(command, self.root)

    def page(self) -> Path:
        return self.folder / "project/zh/entity/smic.md"

    def build(self) -> Spent:
        zh, en = (
            measured([BIN / "zensical", "build", "-f", f"{lang}.yml"], self.folder / "project")
            for lang in ("zh", "en")
        )
        return zh + en

    def forget(self) -> None:
        for name in ("site", ".cache"):
            shutil.rmtree(self.folder / "project" / name, ignore_errors=True)


class Hugo(Builder):
    """Hugo with a layout of a few lines and an index of all texts as JSON."""

    name = "Hugo"

    @property
    def missing(self) -> str:
        return "" if shutil.which("hugo") else "hugo is not installed (apt install hugo)"

    def prepare(self) -> None:
        shutil.copytree(self.pages, self.folder / "content")
        for path in list((self.folder / "content").rglob("index.md")):
            path.rename(path.with_name("_index.md"))
        _write(
            self.folder / "config.yml",
            {
                "title": "hugo",
                "baseURL": "https://example.org/",
                "disableKinds": ["taxonomy", "term", "RSS"],
                "markup": {"goldmark": {"renderer": {"unsafe": True}}},
                "outputs": {"home": ["HTML", "JSON"]},
            },
        )
        layouts = self.folder / "layouts/_default"
        layouts.mkdir(parents=True)
        page = "<!doctype html><title>{{ .Title }}</title><body>{{ .Content }}</body>"
        for name in ("single.html", "list.html"):
            (layouts / name).write_text(page, "utf-8")
        entry = "dict `title` .Title `url` .RelPermalink `text` .Plain"
        index = "{{ $all := slice }}{{ range site.RegularPages }}{{ $all = $all | append (%s) }}{{ end }}{{ $all | jsonify }}"
        (self.folder / "layouts/index.json").write_text(index % entry, "utf-8")

    def page(self) -> Path:
        return self.folder / "content/entity/smic.md"

    def build(self) -> Spent:
        return measured(["hugo", "--quiet"], self.folder)


OTHERS: tuple[type[Builder], ...] = (Plain, StaticI18n, Zensical, Hugo)
