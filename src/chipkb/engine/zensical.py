"""The site as a project for Zensical, the builder that follows MkDocs and Material.

Zensical knows one language a project: Chinese is built into site/, English after it into site/en/. The
pages are those of `render`, the addresses are the same.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import partial
from importlib.resources import files
from typing import Any

import yaml
from markupsafe import escape

from chipkb.engine.assets import assets, search_modules, stylesheet
from chipkb.engine.site import Site
from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.render.environment import HTML_LANG
from chipkb.render.navigation import NavEntry
from chipkb.render.page import RenderedPage
from chipkb.search.scripts import build_scripts
from chipkb.values.artifact import Artifact
from chipkb.values.text import LANGS, Lang, Text

OVERRIDES = "overrides"
_LINK = re.compile(r'\b(?P<name>href|src|action)="(?P<path>(?![/#])[^":#?]+)(?P<rest>[?#][^"]*)?"')
_FEATURES = ["navigation.tabs", "navigation.top", "search.suggest", "toc.follow"]
_EXTENSIONS = ["attr_list", "tables", {"toc": {"permalink": False, "toc_depth": 2}}]


def project(kb: KnowledgeBase, name: Text, base: str) -> Iterator[Artifact]:
    """Every file of the project; `base` is the site's address, with a slash at its end, or ''.

    `zensical build -f zh.yml`, then `zensical build -f en.yml`.
    """
    site, scripts = Site(kb, base), build_scripts(search_modules())
    for page in map(site.rendered, site.pages):
        text = _LINK.sub(partial(_as_in_source, page=page), page.markdown)
        yield _in_project(Artifact.of_text(page.path, text))
    for file in (*assets(), *scripts.values(), stylesheet(), *site.search(), *site.other_files()):
        if not file.path.endswith(".md"):  # what is for programs would become a page
            yield _in_project(file)
    for lang in LANGS:
        settings = _settings(site, name, lang, scripts)
        text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
        yield Artifact.of_text(f"{lang}.yml", text)
    main = (files("chipkb") / "templates/zensical/main.html").read_text("utf-8")
    yield Artifact.of_text(f"{OVERRIDES}/main.html", main)


def _as_in_source(match: re.Match[str], page: RenderedPage) -> str:
    """Zensical takes a link for one from the Markdown file, and moves it to where the page is."""
    path = match["path"]
    folder, source = permalink.site_path(page.page.path, page.lang), posixpath.dirname(page.path)
    target = posixpath.relpath(posixpath.join("/", folder, path), posixpath.join("/", source))
    slash = "/" if path.endswith(("/", ".")) else ""
    return f'{match["name"]}="{target}{slash}{match["rest"] or ""}"'


def _in_project(file: Artifact) -> Artifact:
    """English files are in a folder of their own, from which they come to lie below en/ again."""
    english = file.path.startswith("en/")
    return Artifact(file.path if english else f"zh/{file.path}", file.content)


def _settings(
    site: Site, name: Text, lang: Lang, scripts: Mapping[str, Artifact]
) -> dict[str, Any]:
    """What Zensical reads of mkdocs.yml; the root of the site is one folder up from English."""
    base, worker = site.base, scripts["worker.js"].path
    folder, root = ("", "") if lang == "zh" else (f"{lang}/", "../")
    return {
        "site_name": str(escape(name.in_lang(lang))),  # its templates print both as they are
        **({"site_url": base + folder} if base else {}),
        "docs_dir": lang,
        "site_dir": f"site/{folder}".rstrip("/"),
        "theme": {
            "variant": "classic",
            "language": lang,
            "font": False,
            "custom_dir": OVERRIDES,
            "features": _FEATURES,
        },
        "extra_css": [root + stylesheet().path],
        "extra": {
            "root": root,
            "search_scripts": {
                "ui": scripts["ui.js"].path,
                "worker": worker.rpartition("/")[2],
            },
            "alternate": [
                {
                    "name": other,
                    "lang": HTML_LANG[other],
                    "link": f"{base}{'' if other == 'zh' else other + '/'}",
                }
                for other in LANGS
            ],
        },
        "markdown_extensions": _EXTENSIONS,
        "nav": [_nav_item(entry, lang) for entry in site.sections],
    }


def _nav_item(entry: NavEntry, lang: Lang) -> dict[str, Any]:
    title = str(escape(entry.title.in_lang(lang)))
    if entry.children:
        return {title: [_nav_item(child, lang) for child in entry.children]}
    return {title: permalink.markdown_path(entry.path, "zh")}
