"""The search among thousands of made-up entities, in Chromium: bytes, time per keystroke, memory.

python -m bench.search.scale --site site [--entities 10000] [--keep folder]

The folder that --keep leaves can be given to `python -m bench.search --fast --site`.
"""

import argparse
import gzip
import json
import shutil
import tempfile
from pathlib import Path

from bench.search.browser_engine import BrowserEngine, browser_page, served
from bench.search.crowd import crowd

from chipkb.load.tree import load
from chipkb.search.index import build_index
from chipkb.view.search_record import search_records, search_words

REPOSITORY = Path(__file__).parents[2]
TYPED = (
    "摩尔线程有多少专利",
    "国产10G光芯片国产化率是多少",
    "moerxiancheng",
    "changjiangcunchu",
    "yangtze memroy",
    "what is the 7nm yield of SMIC",
    "半导体科技",
    "光客机",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--site", type=Path, default=REPOSITORY / "site")
    parser.add_argument("--entities", type=int, default=10_000)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        _crowded(options.site, folder, options.entities)
        with served(folder) as address, browser_page() as page:
            _measure(folder, address, page)


def _crowded(site: Path, folder: Path, entities: int) -> None:
    """The site's start pages and scripts, and an index of the real pages among made-up ones."""
    shutil.copytree(site / "assets", folder / "assets", dirs_exist_ok=True)
    kb = load(REPOSITORY).kb
    records = [*search_records(kb), *crowd(entities)]
    for lang, root, others in (("zh", "", {"en": "en/"}), ("en", "en/", {"zh": ""})):
        (folder / root).mkdir(parents=True, exist_ok=True)
        shutil.copy(site / root / "index.html", folder / root / "index.html")
        for artifact in build_index(records, lang, search_words(kb), root=root, other_roots=others):
            path = folder / artifact.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(artifact.content)


def _measure(folder: Path, address: str, page) -> None:
    fetched: list[Path] = []
    page.on(
        "request", lambda request: fetched.append(folder / request.url.removeprefix(f"{address}/"))
    )
    engine = BrowserEngine(page, address, "", "ours")
    print(f"ready to answer a name: {_weight(fetched)} KB gzip")
    heaviest, times = 0, []
    for text in TYPED:
        for end in range(1, len(text) + 1):
            fetched.clear()
            engine.ask(text[:end])
            heaviest = max(heaviest, _weight(fetched))
            # The same once more, as a query of its own: what it needs is here now.
            times.append(engine.ask(f"{text[:end]}?")["milliseconds"])
    times.sort()
    print(f"heaviest further query: {heaviest} KB gzip")
    print(
        f"a keystroke once loaded: p50 {times[len(times) // 2]:.0f} ms, p95 {times[int(len(times) * 0.95)]:.0f} ms"
    )
    print(f"memory of the worker: {_heap(page):.0f} MB")


def _weight(paths: list[Path]) -> int:
    """Kilobytes of index files among the paths, as a server would compress them."""
    files = [path for path in paths if path.parent.name == "search" and path.suffix == ".json"]
    return round(sum(len(gzip.compress(path.read_bytes(), 9)) for path in files) / 1000)


def _heap(page) -> float:
    """Megabytes of the worker's heap after a collection, asked through the browser's own protocol."""
    session = page.context.new_cdp_session(page)
    workers: list[str] = []
    answers: list[dict] = []
    session.on("Target.attachedToTarget", lambda event: workers.append(event["sessionId"]))
    session.on(
        "Target.receivedMessageFromTarget",
        lambda event: answers.append(json.loads(event["message"])),
    )
    session.send(
        "Target.setAutoAttach",
        {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False},
    )
    for number, method in enumerate(("HeapProfiler.collectGarbage", "Runtime.getHeapUsage")):
        message = json.dumps({"id": number, "method": method})
        session.send("Target.sendMessageToTarget", {"sessionId": workers[0], "message": message})
    for _ in range(50):
        page.wait_for_timeout(100)
        for answer in answers:
            if "usedSize" in answer.get("result", {}):
                return answer["result"]["usedSize"] / 1e6
    raise RuntimeError("the worker did not say how much memory it uses")


if __name__ == "__main__":
    main()
