"""How the time to load, check, render and build grows with the number of entities.

Times on one machine say little; the ratio of a run with twice the entities to a run with as many,
measured in turn in one process, says whether anything grows faster than the data.

    .venv/bin/python bench/build.py [--entities 300] [--runs 3] [--site]
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from chipkb.check import check
from chipkb.load.tree import load
from chipkb.render.page import render_pages

REPOSITORY = Path(__file__).parent.parent

ENTITY = """\
kind: company
name: {{zh: 第{n}号公司{n}, en: Maker {n}}}
aliases: [ALIAS-{n}]
summary:
  zh: 估值 {{valuation}}，由 [[maker-{other}]] 投资。
  en: Valued at {{valuation}}, backed by [[maker-{other}]].
facts:
  - {{id: valuation, metric: valuation, value: "{n} 亿元", as_of: 2024, source: paper#all/1}}
  - {{id: patents, metric: granted-patents, value: "{n} 项", as_of: 2024-10, source: paper#all/2}}
  - id: says
    topic: technology
    statement: {{zh: 它说自己的芯片很快。, en: It says its chips are fast.}}
    source: paper#all/3
relations:
  - {{kind: invested-by, target: maker-{other}, source: paper#all/4}}
events:
  - id: listed
    date: 2024-11
    kind: listing
    text: {{zh: 上市。, en: It lists.}}
    source: paper#all/5
"""
SOURCE = """\
title: {zh: 造出来的论文, en: An invented paper}
kind: paper
tier: primary
language: zh
sections:
  - {id: all, title: {zh: 全文, en: All}, paragraphs: 5}
"""


def main() -> None:
    options = _options()
    sizes = (options.entities, 2 * options.entities)
    with tempfile.TemporaryDirectory() as folder:
        worlds = {size: make_world(Path(folder) / str(size), size) for size in sizes}
        rows = {size: {} for size in sizes}
        for _ in range(options.runs):
            for size, root in worlds.items():  # in turn, so that a slow moment hits both
                for stage, seconds in time_stages(root, options.site).items():
                    rows[size].setdefault(stage, []).append(seconds)
    _report(sizes, rows)


def make_world(root: Path, entities: int) -> Path:
    """The repository's vocabulary with `entities` invented companies."""
    shutil.copytree(REPOSITORY / "data/vocabulary", root / "data/vocabulary")
    domains = root / "data/vocabulary/domains.yml"
    table = yaml.safe_load(domains.read_text("utf-8"))
    plain = {id_: {k: v for k, v in one.items() if k != "featured"} for id_, one in table.items()}
    domains.write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False), "utf-8")
    for name in ("sources", "gpu"):
        (root / "data" / name).mkdir()
    (root / "data/sources/paper.yml").write_text(SOURCE, "utf-8")
    for n in range(1, entities + 1):
        other = n % entities + 1
        (root / f"data/gpu/maker-{n}.yml").write_text(ENTITY.format(n=n, other=other), "utf-8")
    (root / "content").mkdir()
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    return root


def time_stages(root: Path, site: bool) -> dict[str, float]:
    """Seconds for each stage."""
    seconds, loaded = _timed(lambda: load(root))
    stages = {"load": seconds}
    stages["check"], _ = _timed(lambda: check(loaded.kb, loaded.broken, loaded.problems))
    stages["render"], _ = _timed(lambda: list(render_pages(loaded.kb)))
    if site:
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--quiet",
            "--site-dir",
            str(root / "out"),
        ]
        stages["site"], _ = _timed(lambda: subprocess.run(command, cwd=root, check=True))
    return stages


def _timed(work: Callable):
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def _report(sizes: tuple[int, int], rows: dict[int, dict[str, list[float]]]) -> None:
    small, large = sizes
    print(f"{'stage':8} {f'{small} entities':>14} {f'{large} entities':>14} {'ratio':>6}")
    for stage in rows[small]:
        one, two = (statistics.median(rows[size][stage]) for size in sizes)
        ratios = [b / a for a, b in zip(rows[small][stage], rows[large][stage], strict=True)]
        print(f"{stage:8} {one:13.2f}s {two:13.2f}s {statistics.median(ratios):6.2f}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entities", type=int, default=300)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--site", action="store_true", help="time the whole MkDocs build too")
    return parser.parse_args()


if __name__ == "__main__":
    main()
