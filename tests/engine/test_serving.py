"""`mkdocs serve` as a person uses it: pages on request, edits, broken and mended files."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

PAGE = "entity/star-chip/"
STAR = "data/gpu/star-chip.yml"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """A server of the world in `root`."""

    def __init__(self, root: Path, port: int):
        self.root, self.base = root, f"http://127.0.0.1:{port}"
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
        self.process = subprocess.Popen(
            command,
            cwd=root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            self._await_start()
        except BaseException:  # also who presses Ctrl-C leaves no server behind
            self.process.kill()
            raise

    def _await_start(self) -> None:
        for _ in range(300):
            try:
                self.page("")
                return
            except OSError:
                assert self.process.poll() is None, self.process.communicate()[0]
                time.sleep(0.1)
        raise AssertionError("the server did not start")

    def page(self, address: str) -> str:
        with urllib.request.urlopen(f"{self.base}/chipkb/{address}", timeout=60) as answer:
            return str(answer.read().decode("utf-8"))

    def status(self, address: str) -> int:
        try:
            self.page(address)
        except urllib.error.HTTPError as error:
            return error.code
        return 200

    def change(self, file: str, old: str, new: str) -> None:
        """Returns when the server has told the browsers to reload."""
        with self.awaited():
            path = self.root / file
            text = path.read_text("utf-8")
            assert old in text
            path.write_text(text.replace(old, new), "utf-8")

    def awaited(self) -> "Awaited":
        return Awaited(self)

    def epoch(self) -> str:
        found = re.search(r"livereload\((\d+)", self.page("about/"))
        assert found
        return found[1]

    def stop(self) -> None:
        self.process.terminate()
        self.process.communicate(timeout=20)


class Awaited:
    """Ends once the live reload has what was changed meanwhile."""

    def __init__(self, served: Served):
        self._served = served

    def __enter__(self) -> None:
        self._epoch = self._served.epoch()

    def __exit__(self, *_: object) -> None:
        with urllib.request.urlopen(f"{self._served.base}/livereload/{self._epoch}/1") as answer:
            assert int(answer.read()) > int(self._epoch)


@pytest.fixture
def served(world: Path) -> Iterator[Served]:
    server = Served(world, free_port())
    yield server
    server.stop()


def test_edits_of_all_kinds_are_shown_and_broken_ones_are_told(served: Served):
    assert "425 项" in served.page(PAGE)
    assert served.status("entity/nobody/") == 404

    served.change(STAR, "value: 425 项", "value: 999 项")
    assert "999 项" in served.page(PAGE)
    assert "999 patents" in served.page(f"en/{PAGE}")

    served.change(STAR, "value: 999 项", "value: 999 纳米")
    page = served.page(PAGE)
    assert "999 项" in page  # the last whole page, and over it what is wrong
    assert 'class="ck-problems"' in page
    assert f"{STAR}:" in page and "unknown unit" in page and "单位" in page
    assert ".ck-problems" in served.page("assets/problems.css")

    served.change(STAR, "value: 999 纳米", "value: 426 项")
    page = served.page(PAGE)
    assert "426 项" in page and "ck-problems" not in page

    with served.awaited():
        (served.root / "content/more.zh.md").write_text("# 更多\n\n见[关于](about.md)。\n", "utf-8")
        (served.root / "content/more.en.md").write_text(
            "# More\n\nSee [about](about.md).\n", "utf-8"
        )
    assert 'href="../about/"' in served.page("more/")  # a new page, and in the navigation
    assert "更多" in served.page("")

    with served.awaited():
        for lang in ("zh", "en"):
            (served.root / f"content/more.{lang}.md").unlink()
    assert served.status("more/") == 404

    served.change("mkdocs.yml", "site_name: ", "site_name: Renamed ")
    assert "Renamed" in served.page("")

    served.change("mkdocs.yml", "site_name:", "site_name: [")
    assert "ck-problems" in served.page("")


def test_what_is_made_of_all_facts_is_made_when_asked_for(served: Served):
    assert '"docs"' in served.page("search/search_index.json")
    assert '"docs"' in served.page("en/search/search_index.json")
    assert "star-chip" in served.page("data/facts.csv")
    assert served.status("data/nothing.csv") == 404
    assert not (served.root / ".cache/chipkb/cards").exists()


def test_data_broken_at_the_start_is_told_until_it_is_mended(world: Path):
    path = world / STAR
    whole = path.read_text("utf-8")
    path.write_text(whole.replace("value: 425 项", "value: 425 纳米"), "utf-8")
    server = Served(world, free_port())
    try:
        assert "unknown unit" in server.page(PAGE)
        with server.awaited():
            path.write_text(whole, "utf-8")
        assert "425 项" in server.page(PAGE)
    finally:
        server.stop()


def test_a_taken_port_is_told_before_anything_is_built(world: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=world,
            capture_output=True,
            text=True,
        )
    assert done.returncode != 0
    assert f"cannot serve on 127.0.0.1:{port}" in done.stderr
    assert "Cleaning site directory" not in done.stderr
