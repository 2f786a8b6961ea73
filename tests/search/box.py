"""Material's own search box over the small world, and what a person does with it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page

from chipkb.search.scripts import build_scripts
from tests.search.conftest import MODULES, write_index
from tests.search.world import HOSTILE_WORLD, WORLD

_MAIN = """{% extends "base.html" %}
{% block styles %}{{ super() }}<link rel="stylesheet" href="{{ 'SITE' | url }}assets/search/search.css">{% endblock %}
{% block scripts %}<script src="{{ 'SITE' | url }}assets/search/UI" data-worker="WORKER" data-missing="https://example.org/new?title="></script>{{ super() }}{% endblock %}
"""


def build_box(folder: Path) -> Path:
    """Two languages of one page each, Material's box, our index; no page of the world exists, none is needed."""
    built = folder / "site"
    scripts = build_scripts({path.name: path.read_text("utf-8") for path in MODULES.glob("*.js")})
    for lang, place in (("zh", ""), ("en", "en/")):
        (folder / lang / "docs").mkdir(parents=True)
        (folder / lang / "theme").mkdir()
        (folder / lang / "docs/index.md").write_text("# 首页\n", "utf-8")
        main = _MAIN.replace("SITE", "." if not place else "..").replace(
            "UI", Path(scripts["ui.js"].path).name
        )
        main = main.replace("{{ '.' | url }}", "").replace("{{ '..' | url }}", "../")
        (folder / lang / "theme/main.html").write_text(
            main.replace("WORKER", Path(scripts["worker.js"].path).name), "utf-8"
        )
        config = {
            "site_name": "x",
            "docs_dir": "docs",
            "site_dir": str(built / place),
            "theme": {
                "name": "material",
                "language": lang,
                "font": False,
                "custom_dir": "theme",
                "features": ["search.suggest"],
            },
        }
        (folder / lang / "mkdocs.yml").write_text(json.dumps(config), "utf-8")
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--quiet",
            "--dirty",
            "--config-file",
            str(folder / lang / "mkdocs.yml"),
        ]
        subprocess.run(command, check=True, capture_output=True)
    for artifact in scripts.values():
        path = built / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)
    shutil.copy(MODULES / "search.css", built / "assets/search/search.css")
    return write_index(built, [*WORLD, *HOSTILE_WORLD])


def type_in(page: Page, query: str) -> None:
    """Pastes the query as a person would, and waits for the last word of the search about it."""
    page.locator("[data-md-component=search-query]").fill(query)
    page.locator("[data-md-component=search-query]").press("End")
    page.wait_for_function(
        "(query) => { const box = document.querySelector('.ck-search'); return box && box.hasAttribute('data-settled') && box.dataset.query === query; }",
        arg=query,
    )


def titles(page: Page) -> list[str]:
    return [
        title.split("\n")[0]
        for title in page.locator(".md-search-result__list h1").all_inner_texts()
    ]
