"""Our own builds: cold, again, with one fact changed; and the time from an edit to the page."""

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.speed.clock import Spent, cpu_of, measured

BIN = Path(sys.executable).parent
CARDS = "cards"


def copy_of(repository: Path, root: Path, cards: bool = True) -> Path:
    """The data, pages and settings of a repository, to be changed, with the social cards it has
    drawn unless they are to be drawn anew."""
    for name in ("data", "content"):
        shutil.copytree(repository / name, root / name)
    drawn = repository / ".cache/chipkb" / CARDS
    if cards and drawn.is_dir():
        shutil.copytree(drawn, root / ".cache/chipkb" / CARDS)
    shutil.copy(repository / "mkdocs.yml", root)
    return root


def build(root: Path, *, verified: bool = True) -> Spent:
    """As `make site` builds; not `verified`, without looking at every page, as others build."""
    last = [] if verified else ["--no-verify"]
    return measured([BIN / "chipkb", "build", "--site", root / "site", *last], root)


def check(root: Path) -> Spent:
    return measured([BIN / "chipkb", "check"], root)


def forget(root: Path, cards: bool) -> None:
    """Takes away what earlier builds left; the social cards only if told so."""
    shutil.rmtree(root / "site", ignore_errors=True)
    for path in (root / ".cache/chipkb").glob("*"):
        if cards or path.name != CARDS:
            shutil.rmtree(path, ignore_errors=True)


def change_a_fact(root: Path) -> tuple[Path, str]:
    """One more in the first quantity of some entity; the file and the number that stands there now."""
    for path in sorted((root / "data").glob("*/*.yml")):
        text = path.read_text("utf-8")
        found = re.search(r"value: [\"']?([0-9]+)(\.[0-9]+)? ?(亿元|项)", text)
        if found and path.parent.name not in ("sources", "vocabulary"):
            number = str(int(found[1]) + 1)
            path.write_text(text[: found.start(1)] + number + text[found.end(1) :], "utf-8")
            return path, number
    raise LookupError("no entity has a number of yuan or patents")


def edit_to_page(root: Path) -> dict[str, Spent]:
    """`mkdocs serve`: from the start to the first page, and from an edit until its page shows it."""
    path, _ = change_a_fact(root)
    with _served(root) as (process, base):
        first = _until(process, base, f"entity/{path.stem}/", "")
        path, number = change_a_fact(root)
        edited = _until(process, base, f"entity/{path.stem}/", number)
    return {"start": first, "edit": edited}


@contextmanager
def _served(root: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [BIN / "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen([str(part) for part in command], cwd=root, **quiet)  # type: ignore[call-overload]
    try:
        yield process, f"http://127.0.0.1:{port}/chipkb/"
    finally:
        process.terminate()
        process.wait()


def _until(process: subprocess.Popen[bytes], base: str, page: str, words: str) -> Spent:
    """Asks for the page until it says `words`; what the server took meanwhile."""
    began, before = time.perf_counter(), cpu_of(process.pid) if words else 0.0
    while time.perf_counter() - began < 300:
        try:
            with urllib.request.urlopen(base + page, timeout=120) as answer:
                if words in answer.read().decode("utf-8"):
                    break
        except OSError:
            pass
        time.sleep(0.02)
    else:
        raise TimeoutError(f"{page} did not come to say {words!r}")
    return Spent(cpu_of(process.pid) - before, time.perf_counter() - began, 0.0)
