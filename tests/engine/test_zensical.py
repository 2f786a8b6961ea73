"""The exit from Material: what we write builds with Zensical into a site of the same addresses."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from chipkb.engine.zensical import project
from chipkb.load.tree import load
from chipkb.render.pages import render_pages
from chipkb.values.text import Text
from chipkb.verify.links import check_links
from chipkb.verify.site import read_site
from tests.conftest import STRICT, WORLD

ZENSICAL = shutil.which("zensical", path=str(Path(sys.executable).parent))


@pytest.mark.skipif(ZENSICAL is None and not STRICT, reason="zensical is not installed")
def test_it_builds_every_page_in_both_languages_with_our_search(tmp_path):
    kb = load(WORLD).kb
    for file in project(kb, Text(zh="测试 <b>", en="Test <b>"), "https://chip.example/kb/"):
        path = tmp_path / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    for lang in ("zh", "en"):
        command = [str(ZENSICAL), "build", "-f", f"{lang}.yml"]
        done = subprocess.run(command, cwd=tmp_path, env=os.environ, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    site = read_site(tmp_path / "site")
    pages = {page.path.removesuffix("index.md").removesuffix(".md") for page in render_pages(kb)}
    addresses = {address.rstrip("/") for address in site.pages if "404" not in address}
    assert {path.rstrip("/") for path in pages} <= addresses
    for address in ("", "en/", "entity/star-chip/", "en/entity/star-chip/"):
        page = site.pages[address]
        assert page.tree.get("lang") == ("en" if address.startswith("en/") else "zh")
        [script] = page.tree.xpath("//script[@data-worker]/@src")
        assert site.target(page, script)[0] in site.files
        assert "<b>" not in page.content.decode("utf-8").partition("</head>")[0]
    for root in ("", "en/"):
        assert f"{root}search/search_index.json" in site.files
    lost = {p.message() for p in check_links(site) if p.code == "site-link"}
    assert lost == set()
    inside = {site.target(page, link) for page in site for _, _, link in page.references}
    assert None not in {
        site.target(page, link)
        for page in site
        for _, _, link in page.references
        if link[:1] == "."
    }, "a link leaves the site"
    assert ("entity/star-chip/", "fact-patents") in inside
