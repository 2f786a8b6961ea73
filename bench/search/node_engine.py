"""The worker's own code in node: the fast way to measure, for tuning and for tests."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

HERE = Path(__file__).parent
MODULES = HERE.parents[1] / "src/chipkb/assets/search"


class NodeEngine:
    """Asks one language of a built site."""

    def __init__(self, site: Path, root: str):
        self._process = subprocess.Popen(
            ["node", str(HERE / "node_engine.mjs"), str(MODULES), str(site), root],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def ask(self, query: str, items: bool = False) -> dict:
        self._process.stdin.write(json.dumps({"query": query, "items": items}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the search code stopped at {query!r}")
        return json.loads(line)

    def ask_all(self, queries: Iterable[str]) -> list[dict]:
        return [self.ask(query) for query in queries]

    def __enter__(self) -> "NodeEngine":
        return self

    def __exit__(
        self, kind: type | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.stdin.close()
        self._process.wait(timeout=10)
        self._process.stdout.close()
