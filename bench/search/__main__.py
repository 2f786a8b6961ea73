"""Measures the search of a built site: python -m bench.search --site site

Ours in Chromium through the interface, beside Material's own search and Pagefind when asked for; or, with
--fast, our code alone in node.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.search.browser_engine import BrowserEngine, browser_page, served
from bench.search.cases import Case, names_in, perturbed, prefixes, written
from bench.search.measure import by_category, table
from bench.search.node_engine import NodeEngine

REPOSITORY = Path(__file__).parents[2]
QUERIES = REPOSITORY / "tests/search/queries.tsv"
ROOTS = {"zh": "", "en": "en/"}


def main() -> int:
    options = _options()
    asked = _cases(options.site, options.most, options.seed, options.crowd)
    kinds = ["fast"] if options.fast else ["ours", *options.beside]
    for kind in kinds:
        site = options.material_site if kind == "material" else options.site
        for title, cases in asked.items():
            outcomes, times = _measured(kind, site, cases)
            print(table(f"{kind}: {title}", scores := by_category(outcomes)))
            print(
                f"milliseconds a query: p50 {times[len(times) // 2]:.1f}, p95 {times[int(len(times) * 0.95)]:.1f}\n"
            )
            if options.failures and kind in ("ours", "fast"):
                print(
                    "\n".join(failure for score in scores.values() for failure in score.failures),
                    "\n",
                )
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.search", description=__doc__.split("\n")[0]
    )
    parser.add_argument("--site", type=Path, default=REPOSITORY / "site", help="the built site")
    parser.add_argument("--fast", action="store_true", help="our code in node, no browser")
    parser.add_argument(
        "--most", type=int, default=60, help="perturbed queries of a category and language"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--beside", nargs="*", default=[], choices=["material", "pagefind"])
    parser.add_argument(
        "--material-site", type=Path, help="the same pages built with Material's search plugin"
    )
    parser.add_argument(
        "--failures", action="store_true", help="print every query whose first result is wrong"
    )
    parser.add_argument(
        "--crowd",
        default="entity/syn-",
        help="addresses of made-up entities, which are not asked for",
    )
    options = parser.parse_args()
    if "material" in options.beside and not options.material_site:
        parser.error("--beside material needs --material-site")
    return options


def _cases(site: Path, most: int, seed: int, crowd: str) -> dict[str, list[Case]]:
    disguised: list[Case] = []
    begun: list[Case] = []
    for lang, root in ROOTS.items():
        folder = site / root / "search"
        manifest = json.loads((folder / "search_index.json").read_text("utf-8"))
        index = json.loads((folder / manifest["config"]["files"]["names"]).read_text("utf-8"))
        names = [name for name in names_in(index) if not name.url.startswith(crowd)]
        disguised += perturbed(names, lang, most, seed)
        begun += prefixes(names, lang, most * 4, seed)
    return {"written": written(QUERIES), "perturbed": disguised, "prefixes": begun}


def _measured(
    kind: str, site: Path, cases: list[Case]
) -> tuple[list[tuple[Case, list[str], bool]], list[float]]:
    outcomes, times = [], []
    for lang, root in ROOTS.items():
        with _engine(kind, site, root) as ask:
            for case in (case for case in cases if case.lang == lang):
                answer = ask(case.query)
                pages = answer["pages"]
                outcomes.append((case, pages, bool(pages) and _is_foreign(pages[0], lang)))
                times.append(answer["milliseconds"])
    return outcomes, sorted(times)


def _is_foreign(page: str, lang: str) -> bool:
    """Addresses are relative to the language's root: the other language's begin with its own."""
    return page.startswith("en/") if lang == "zh" else page.startswith(("../", "http"))


@contextmanager
def _engine(kind: str, site: Path, root: str) -> Iterator[Callable[[str], dict]]:
    if kind == "fast":
        with NodeEngine(site, root) as engine:
            yield engine.ask
        return
    if kind == "pagefind":
        _index_with_pagefind(site / root, is_root=not root)
    with served(site) as address, browser_page(watch=kind != "pagefind") as page:
        yield BrowserEngine(page, address, root, kind).ask


def _index_with_pagefind(folder: Path, is_root: bool) -> None:
    if (folder / "pagefind/pagefind.js").exists():
        return
    # English pages lie below the Chinese ones: each language is indexed from its own folder.
    pattern = "{entity,glossary}/**/*.html" if is_root else "**/*.html"
    command = [
        sys.executable,
        "-m",
        "pagefind",
        "--site",
        str(folder),
        "--glob",
        pattern,
        "--quiet",
    ]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    raise SystemExit(main())
