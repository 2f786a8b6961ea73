"""`mkdocs serve` on request: an edit is read and checked, and the page the browser asks for is made.

The only module that touches MkDocs' server: it stands before the server's own application, puts the
page that is asked for where the server looks for it, and takes the place of the server's builder.
"""

import html
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from chipkb.values.artifact import Artifact
from chipkb.values.problem import Problem

log = get_plugin_logger("chipkb")

STYLE = "assets/problems.css"


class Desk(Protocol):
    """What the plugin answers while serving."""

    problems: tuple[Problem, ...]

    def is_whole(self) -> bool:
        """Whether there is a state to show."""

    def refresh(self) -> bool:
        """Reads what changed; False where only a whole build will do."""

    def page(self, address: str) -> str | None:
        """The page at an address ('' or 'en/entity/smic/'), if there is one."""

    def others(self, path: str) -> Iterator[Artifact]:
        """Files that are made when the first of their kind is asked for, such as the search index."""


def free_port(host: str, port: int) -> None:
    """Raises PluginError where the port is taken: better before the build than after it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PluginError(f"cannot serve on {host}:{port}: {error.strerror}") from None


def stamp_of(*places: str | Path) -> tuple[tuple[str, int, int], ...]:
    """Another one once a file in one of the places has changed."""
    files = (
        file
        for place in map(Path, places)
        for file in (sorted(place.rglob("*")) if place.is_dir() else [place])
        if file.is_file()
    )
    return tuple((str(f), (found := f.stat()).st_mtime_ns, found.st_size) for f in files)


class PagesOnRequest:
    """Made once the first build is done; `stamp` says which state of templates and configuration
    a build would see."""

    def __init__(
        self,
        desk: Desk,
        server: Any,
        builder: Callable[[], None],
        stamp: Callable[[], object],
    ):
        self._desk, self._server, self._builder, self._stamp = desk, server, builder, stamp
        self._lock = threading.RLock()
        self._pages: dict[str, str] = {}
        self._written: set[Path] = set()
        self._built = stamp()
        self._failure = ""
        self._answer = server.get_app()
        server.set_app(self._serve)
        server.builder = self._rebuild

    def _serve(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith(self._server.mount_path):
            self._wait_for_rebuild()
            with self._lock:
                self._provide(path.removeprefix(self._server.mount_path))
        answer: Iterable[bytes] = self._answer(environ, start_response)
        return answer

    def _wait_for_rebuild(self) -> None:
        server = self._server
        with server._epoch_cond:
            server._epoch_cond.wait_for(lambda: server._visible_epoch == server._wanted_epoch)

    def _rebuild(self) -> None:
        """After a change. Never raises: the server would wait for ever; the browser is told."""
        with self._lock:
            self._failure = ""
            try:
                if self._stamp() != self._built or not self._desk.refresh():
                    self._built = self._stamp()
                    self._builder()
                    self._written.clear()
            except (Exception, SystemExit) as error:
                log.error(str(error))
                self._failure = str(error) or type(error).__name__
            self._pages.clear()
            for file in self._written:
                file.unlink(missing_ok=True)
            self._written.clear()

    def _provide(self, path: str) -> None:
        """Puts what will be asked of the server where it looks."""
        address = path.removesuffix("index.html")
        if address == path and path and not path.endswith("/"):
            self._provide_other(path)
            return
        page = self._page(address)
        if page is not None:
            self._write(f"{address}index.html", page.encode("utf-8"))

    def _page(self, address: str) -> str | None:
        notice = self._notice()
        if not self._desk.is_whole():
            return f"<!doctype html><meta charset=utf-8><title>chipkb</title><body>{notice}</body>"
        if address not in self._pages:
            page = self._desk.page(address)
            if page is None:
                return None
            self._pages[address] = page
        return (
            self._pages[address].replace("</body>", f"{notice}</body>")
            if notice
            else self._pages[address]
        )

    def _provide_other(self, path: str) -> None:
        if path == STYLE:
            self._write(path, Path(__file__).with_name("problems.css").read_bytes())
        elif not (Path(self._server.root) / path).exists() and self._desk.is_whole():
            for artifact in self._desk.others(path):
                self._write(artifact.path, artifact.content)

    def _write(self, path: str, content: bytes) -> None:
        root = Path(self._server.root).resolve()
        file = (root / path).resolve()
        if root in file.parents:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            self._written.add(file)

    def _notice(self) -> str:
        """What is wrong, over the last whole page."""
        errors = [problem for problem in self._desk.problems if problem.is_error]
        said = [f"{one.line('zh')}\n{one.line('en')}" for one in errors]
        said += [self._failure] if self._failure else []
        if not said:
            return ""
        items = "".join(f"<li><pre>{html.escape(one)}</pre></li>" for one in said)
        style = f"{urlsplit(self._server.url).path}{STYLE}"
        return (
            f'<link rel="stylesheet" href="{style}"><aside class="ck-problems" role="alert">'
            f"<h2>数据有误，显示的是改动之前的页面 · The data has errors: this is the page before them</h2>"
            f"<ol>{items}</ol></aside>"
        )
