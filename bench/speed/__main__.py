"""The whole bench: ratios in one run. `make bench`, or parts of it:

.venv/bin/python -m bench.speed [builds] [check] [serve] [growth] [visit] [--sizes 1000 3000] [--cards]
"""

import argparse
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.speed import ours
from bench.speed.builders import BIN, OTHERS, Plain
from bench.speed.clock import DidNotRun, Spent, measured
from bench.speed.grow import REPOSITORY, grow
from bench.speed.visit import visits

PARTS = ("builds", "check", "visit", "serve", "growth")
VIEWED = 10_000  # entities above which nothing is rendered


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", default=[], help=", ".join(PARTS))
    parser.add_argument("--sizes", nargs="+", type=int, default=[1000, 3000])
    parser.add_argument("--cards", action="store_true", help="time cold social cards too")
    options = parser.parse_args()
    parts = options.parts or PARTS
    with tempfile.TemporaryDirectory() as folder:
        root = ours.copy_of(REPOSITORY, Path(folder) / "ours", cards=not options.cards)
        if "builds" in parts or "visit" in parts:
            builds(root, Path(folder), options.cards)
        if "visit" in parts:
            print("\n| first visit | requests | KB, compressed |\n|---|---|---|")
            for name, (requests, size) in visits(root / "site").items():
                print(f"| {name} | {requests} | {size / 1000:.0f} |")
        if "check" in parts:
            checks(root)
        if "serve" in parts:
            serve(root)
        if "growth" in parts:
            growth(Path(folder), options.sizes)


def builds(root: Path, folder: Path, cards: bool) -> None:
    """Our builds and those of others on the same pages; ratios are to the first of theirs."""
    measured([BIN / "chipkb", "render", "--out", folder / "pages"], root)
    rows: dict[str, Spent] = {}
    with_cards = ours.build(root, verified=False)  # so that all are drawn before what follows
    if cards:
        rows["chipkb, cold, with every social card"] = with_cards
    for verified, told in ((False, "not looked at"), (True, "every page looked at")):
        for name, prepare in (
            ("cold", lambda: ours.forget(root, cards=False)),
            ("again", lambda: None),
            ("one fact changed", lambda: ours.change_a_fact(root)),
        ):
            prepare()
            rows[f"chipkb, {name}, {told}"] = ours.build(root, verified=verified)
    for kind in OTHERS:
        builder = kind(folder / kind.__name__, folder / "pages", root)
        if builder.missing:
            print(f"{builder.name}: {builder.missing}", file=sys.stderr)
            continue
        builder.folder.mkdir()
        try:
            builder.prepare()
            rows[f"{builder.name}, cold"] = builder.build()
            page = builder.page()
            page.write_text(page.read_text("utf-8") + "\nA line more.\n", "utf-8")
            rows[f"{builder.name}, one page changed"] = builder.build()
        except DidNotRun as error:
            print(f"{builder.name}: {error}", file=sys.stderr)
    base = rows.get(f"{Plain.name}, cold", Spent(math.nan, math.nan, math.nan))
    print("\n| build | CPU s | × | wall s | × | peak MB |\n|---|---|---|---|---|---|", flush=True)
    for name, spent in rows.items():
        cpu, wall = spent.cpu / base.cpu, spent.wall / base.wall
        print(f"| {name} | {spent.cpu:.1f} | {cpu:.2f} | {spent.wall:.1f} | {wall:.2f} | {spent.peak:.0f} |")  # fmt: skip


def checks(root: Path) -> None:
    """The whole check: with nothing kept, again, with one fact changed."""
    print("\n| `chipkb check` | CPU s | wall s |\n|---|---|---|")
    for name, prepare in (
        ("nothing kept", lambda: ours.forget(root, cards=False)),
        ("again", lambda: None),
        ("one fact changed", lambda: ours.change_a_fact(root)),
    ):
        prepare()
        spent = ours.check(root)
        print(f"| {name} | {spent.cpu:.2f} | {spent.wall:.2f} |", flush=True)


def serve(root: Path) -> None:
    print("\n| `mkdocs serve` | CPU s | wall s |\n|---|---|---|")
    for name, spent in ours.edit_to_page(root).items():
        said = {"start": "start → first page", "edit": "a number changed → its page"}[name]
        print(f"| {said} | {spent.cpu:.2f} | {spent.wall:.2f} |")


def growth(folder: Path, sizes: list[int]) -> None:
    """Each stage by the number of entities, and the exponent between the first two sizes."""
    found: dict[int, dict[str, float]] = {}
    for size in sizes:
        root = grow(folder / f"grown-{size}", size)
        only = ["load", "load again", "check", "views", *(["render"] if size < VIEWED else [])]
        command = [sys.executable, "-m", "bench.speed.stages", str(root), "--only", *only]
        done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
        found[size] = json.loads(done.stdout)
    small, large = sizes[0], sizes[min(1, len(sizes) - 1)]
    heads = " | ".join(f"{size:,}" for size in sizes)
    print(f"\n| stage, CPU s | {heads} | exponent |\n|---|{'---|' * len(sizes)}---|")
    for stage in found[small]:
        cells = " | ".join(f"{found[s][stage]:.1f}" if stage in found[s] else "–" for s in sizes)
        grown = ""
        if stage != "peak" and large > small and found[small][stage] > 0:
            ratio = found[large][stage] / found[small][stage]
            grown = f"{math.log(ratio) / math.log(large / small):.2f}"
        print(f"| {stage if stage != 'peak' else 'peak, MB'} | {cells} | {grown} |")


if __name__ == "__main__":
    main()
