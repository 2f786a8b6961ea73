"""Every payload in every text: through the check, and on the pages, as text and nothing else."""

import os
import random
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config

from chipkb.check import check
from chipkb.load.tree import load
from chipkb.values.problem import Problem
from tests.conftest import STRICT, has_chromium
from tests.hostile import corpus
from tests.hostile.corpus import FIELDS, PAYLOADS

WHOLE = os.environ.get("HOSTILE") == "whole"  # make hostile
CASES = [(payload, field) for payload in PAYLOADS for field in FIELDS]
random.Random(11).shuffle(CASES)
BATCHES = [CASES[i::8] for i in range(8)]


@pytest.mark.parametrize("batch", range(len(BATCHES)))
def test_the_check_answers_every_text_at_once(tmp_path, batch):
    """No exception and no wait, whatever a text says."""
    assert len(CASES) > 5_000
    cases = BATCHES[batch] if WHOLE else BATCHES[batch][:12]
    documents = corpus.documents()
    root = corpus.write(documents, tmp_path / "world")
    for payload, field in cases:
        changed = corpus.documents()
        corpus.put(changed, field, corpus.written(payload, field, "qz"))
        text = yaml.safe_dump(changed[field.file], allow_unicode=True, width=10_000)
        path = root / field.file
        before = path.read_bytes()
        path.write_text(text, "utf-8")
        began = time.process_time()
        loaded = load(root)
        for problem in check(loaded.kb, loaded.broken, loaded.problems):
            assert problem.line("zh").isprintable() and problem.line("en").isprintable()
        assert time.process_time() - began < 5, (payload, str(field))
        path.write_bytes(before)


@pytest.fixture(scope="module")
def accepted(tmp_path_factory) -> list[str]:
    """The payloads that may be a name: what the check refuses is on no page."""
    root = tmp_path_factory.mktemp("names") / "world"
    kept = []
    for payload in PAYLOADS:
        documents = corpus.documents()
        names = [f for f in FIELDS if f.steps[0] == "name" and f.file.endswith("star-chip.yml")]
        for i, field in enumerate(names):
            corpus.put(documents, field, corpus.written(payload, field, corpus.letters(i)))
        loaded = load(corpus.write(documents, root))
        if not any(problem.code.startswith("char-") for problem in loaded.problems):
            kept.append(payload)
    return kept


# What the check says of how a text is worded; pages must hold without it.
OF_WORDING = {
    *("prose-markup", "prose-url", "lang-zh", "lang-en", "lang-punctuation", "number-naked"),
    *("alias-several", "text-symbol", "text-unfinished"),
}


def let_through(*given) -> tuple[Problem, ...]:
    """The check without the errors that keep markup out of texts."""
    return tuple(problem for problem in check(*given) if problem.code not in OF_WORDING)


# In the first round every text is an element: a place that escapes nothing shows at once.
ELEMENTS = re.compile(r"<[a-zA-Z]+[ />]")
ROUNDS = (-1, *range(len(PAYLOADS))) if WHOLE else (-1, 0)


@pytest.fixture(scope="module", params=ROUNDS)
def site(request, accepted, tmp_path_factory) -> Iterator[tuple[Path, Path]]:
    """A site in which every text is a payload; over all rounds, every text is every payload."""
    folder = tmp_path_factory.mktemp("hostile")
    payloads = accepted
    if request.param < 0:
        payloads = [payload for payload in accepted if ELEMENTS.search(payload)]
    documents = corpus.documents()
    for i, field in enumerate(FIELDS):
        payload = payloads[(i + request.param) % len(payloads)]
        corpus.put(documents, field, corpus.written(payload, field, corpus.letters(i)))
    units = documents["data/vocabulary/units.yml"]
    for unit, word in (("cny", "元"), ("patent", "项"), ("percent", "%")):
        units[unit]["aliases"] = [word]
    world = corpus.write(documents, folder / "world")
    settings = yaml.safe_load((world / "mkdocs.yml").read_text("utf-8"))
    for i, key in enumerate(("site_name", "site_description", "repo_name")):
        settings[key] = payloads[(i + request.param) % len(payloads)]
    own = settings["plugins"][0]["chipkb"]
    for i, key in enumerate(("name_en", "description_en")):
        own[key] = payloads[(i + 3 + request.param) % len(payloads)]
    (world / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    config = load_config(str(world / "mkdocs.yml"), site_dir=str(folder / "out/site"))
    config.plugins.on_startup(command="build", dirty=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("chipkb.engine.reading.check", let_through)
        build(config)
    yield folder / "out", folder / "out/site"
    shutil.rmtree(folder)


def test_nothing_is_written_outside(site):
    out, built = site
    assert [path.name for path in out.iterdir()] == ["site"]
    assert not any(path.is_symlink() for path in built.rglob("*"))


SCRIPTS = {"application/json", "application/ld+json"}


def test_no_text_becomes_markup(site):
    _, built = site
    inline = {}
    for path in built.rglob("*.html"):
        page = html.fromstring(path.read_bytes())
        for element in page.iter(html.etree.Element):
            _harmless(element, path)
        for script in page.xpath("//script[not(@src)]"):
            if script.get("type") not in SCRIPTS:
                inline.setdefault(script.text, path)
    assert all("alert(" not in script for script in inline)
    assert len(inline) < 12, "an inline script that is not the theme's"


def _harmless(element: html.HtmlElement, path: Path) -> None:
    said = f"{path}: {html.tostring(element)[:200]!r}"
    assert element.tag not in ("iframe", "object", "embed", "base", "video", "audio", "math"), said
    for name, value in element.attrib.items():
        assert not name.startswith("on"), said
        if name in ("href", "src", "action", "data", "formaction", "xlink:href"):
            assert not value.strip().lower().startswith(("javascript:", "data:", "vbscript:")), said
        if name == "src" or (element.tag == "link" and "stylesheet" in element.get("rel", "")):
            assert "//" not in value, said
    if element.tag == "style":
        assert "evil" not in (element.text or ""), said


@pytest.mark.browser
@pytest.mark.skipif(not has_chromium and not STRICT, reason="no Chromium here")
def test_in_a_browser_no_script_runs_and_no_host_is_asked(site, browser):
    from bench.search.browser_engine import served

    _, built = site
    pages = sorted(path.relative_to(built).as_posix() for path in built.rglob("index.html"))
    shown = pages if WHOLE else [*pages[::9], "en/entity/star-chip/index.html", "index.html"]
    ran: list[str] = []
    with served(built) as address, browser.new_context() as context:
        page = context.new_page()
        page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
        page.on(
            "request",
            lambda request: ran.append(request.url) if not _own(request.url, address) else None,
        )
        page.add_init_script("window.alert = () => console.error('alert ran')")
        page.on("console", lambda m: ran.append(m.text) if "alert ran" in m.text else None)
        page.on("framenavigated", lambda frame: ran.append(frame.url) if frame.parent_frame else 0)
        for name in shown:
            page.goto(f"{address}/{name}")
            assert page.url.startswith(address), name
            page.evaluate(
                """() => { for (const one of document.querySelectorAll("body *"))
                    for (const kind of ["mouseover", "focus", "click"])
                        if (!one.closest("a, button, form, label, input, select, summary"))
                            one.dispatchEvent(new MouseEvent(kind, {bubbles: true})); }"""
            )
    assert ran == []


def _own(url: str, address: str) -> bool:
    return url.startswith((address, "data:", "blob:", "about:"))
