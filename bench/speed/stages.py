"""Seconds of processor of each stage of one process, as JSON: load, check, views, render.

    .venv/bin/python -m bench.speed.stages FOLDER [--only load check]

The first load parses every text; `load again` finds them parsed.
"""

import argparse
import gc
import json
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from chipkb.check import check
from chipkb.cli.data import read
from chipkb.load.tree import load
from chipkb.render.pages import pages, render_pages

STAGES = ("load", "load again", "check", "views", "render")


def stages(root: Path, only: tuple[str, ...] = STAGES) -> dict[str, float]:
    """Seconds of each stage, and the peak of memory in MB."""
    gc.set_threshold(200_000, 50, 100)  # as the command line has it
    spent: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], Any]) -> Any:
        began = time.process_time()
        result = work()
        spent[stage] = time.process_time() - began
        return result

    loaded = timed("load", lambda: load(root))
    if "load again" in only:
        read(root)
        loaded = timed("load again", lambda: read(root))
    timed("check", lambda: check(loaded.kb, loaded.broken, loaded.problems))
    if "views" in only:
        timed("views", lambda: [page.view for page in pages(loaded.kb)])
    if "render" in only:
        timed("render", lambda: sum(1 for _ in render_pages(loaded.kb)))
    return spent | {"peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="+", default=STAGES, choices=STAGES)
    options = parser.parse_args()
    print(json.dumps(stages(options.folder, tuple(options.only))))


if __name__ == "__main__":
    main()
