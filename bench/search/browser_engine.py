"""Built sites searched in real Chromium, through the interface that a person uses."""

import functools
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Sees every message of the search worker, whoever's it is, and when the query went in.
_WATCH = """
(() => {
  const Original = window.Worker;
  const watch = (window.watched = { messages: [], asked: 0 });
  window.Worker = class extends Original {
    constructor(url, options) {
      super(url, options);
      watch.worker = this;
      this.addEventListener("message", ({ data }) => {
        watch.ready ||= data.type === 1;
        watch.messages.push({ ...data, at: performance.now() });
      });
    }
    postMessage(message, ...rest) {
      if (message.type === 2) { watch.messages.length = 0; watch.asked = performance.now(); }
      super.postMessage(message, ...rest);
    }
  };
})();
"""

_TYPE = """(query) => {
  const input = document.querySelector("[data-md-component=search-query]");
  window.watched.messages.length = 0;
  input.focus();
  input.value = query;
  input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
}"""

_OURS = """(query) => {
  const messages = window.watched.messages;
  const last = messages.findLast(({ type, data }) => type === 10 && data.final && data.query === query);
  return last ? { ...last.data, milliseconds: last.at - window.watched.asked } : null;
}"""

_MATERIALS = """() => {
  const listed = window.watched.messages.find(({ type }) => type === 3);
  if (!listed) return null;
  const pages = listed.data.items.map((group) => group.reduce((a, b) => (b.score > a.score ? b : a)).location);
  return { pages, milliseconds: listed.at - window.watched.asked };
}"""

_PAGEFIND = """async ([root, query]) => {
  window.pagefind ??= await import(`${root}pagefind/pagefind.js`);
  const started = performance.now();
  const found = await window.pagefind.search(query);
  const pages = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  return { pages: pages.map(({ url }) => url), milliseconds: performance.now() - started };
}"""


class BrowserEngine:
    """Asks one language of a site. `kind`: "ours", "material" or "pagefind"."""

    def __init__(self, page: Page, address: str, root: str, kind: str):
        self._page = page
        self._root = root
        self._base = f"{address}/{root}"
        self._kind = kind
        self._asked = ""
        page.goto(self._base)
        if kind != "pagefind":
            page.wait_for_function("window.watched.ready")

    def ask(self, query: str) -> dict:
        if self._kind == "pagefind":
            answer = self._page.evaluate(_PAGEFIND, [f"/{self._root}", query])
        else:
            if query == self._asked:  # the box passes on only what has changed
                self._page.evaluate(_TYPE, "")
            self._asked = query
            self._page.evaluate(_TYPE, query)
            script = _OURS if self._kind == "ours" else _MATERIALS
            answer = self._page.wait_for_function(
                script, arg=query, polling=5, timeout=10_000
            ).json_value()
        answer["pages"] = [self._relative(page) for page in answer["pages"]]
        return answer

    def _relative(self, page: str) -> str:
        return page.removeprefix(self._base).removeprefix(f"/{self._root}").removeprefix("/")


@contextmanager
def served(site: Path) -> Iterator[str]:
    """A web server for a folder, on a port of its own."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def chromium() -> str | None:
    """The machine's own Chromium, if it has one."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for path in map(shutil.which, names) if path), None)


@contextmanager
def browser_page(watch: bool = True) -> Iterator[Page]:
    """A fresh page of the machine's own Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        if watch:
            page.add_init_script(_WATCH)
        try:
            yield page
        finally:
            browser.close()
