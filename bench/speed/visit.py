"""What a reader's first visit loads: requests and bytes, as a server that compresses sends them."""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

PAGES = {"home": "", "entity": "entity/smic/", "comparison": "comparison/gpu-makers/", "domain": "gpu/"}  # fmt: skip
_TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".md")


def visits(site: Path) -> dict[str, tuple[int, int]]:
    """Requests and bytes of the first visit to each kind of page, with an empty browser cache."""
    from bench.search.browser_engine import FLAGS, chromium, served
    from playwright.sync_api import sync_playwright

    found = {}
    with sync_playwright() as playwright, served(site) as address:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        for name, path in PAGES.items():
            page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
            asked: set[str] = set()
            page.on("request", lambda request, asked=asked: asked.add(request.url))
            page.goto(f"{address}/{path}", wait_until="networkidle")
            own = [urlsplit(url).path.lstrip("/") for url in asked if url.startswith(address)]
            found[name] = (len(own), sum(_sent(site, one) for one in own))
            page.context.close()
        browser.close()
    return found


def _sent(site: Path, path: str) -> int:
    file = site / path
    file = file / "index.html" if file.is_dir() else file
    if not file.is_file():
        return 0
    content = file.read_bytes()
    return len(gzip.compress(content, 6)) if file.suffix in _TEXT else len(content)
