"""Search in step with the pages: the index names files and pages that are there, and all of them."""

import json
from collections.abc import Iterator
from typing import Any

from chipkb.values.place import Place
from chipkb.values.problem import Problem
from chipkb.verify.site import ENGLISH, Site

_ROOTS = ("", ENGLISH)
_SUBJECTS = ("entity/",)  # what search must find by its page; terms and sources it finds otherwise


def check_search(site: Site) -> Iterator[Problem]:
    for root in _ROOTS:
        manifest = f"{root}search/search_index.json"
        if manifest not in site.files:
            yield Problem.at(Place(manifest), "site-link", found=manifest)
            continue
        yield from _check_index(site, root, json.loads(site.read(manifest))["config"])


def _check_index(site: Site, root: str, config: dict[str, Any]) -> Iterator[Problem]:
    folder = f"{root}search/"
    named = [folder + name for name in config["files"].values()]
    shards = folder + config["files"]["shards"]
    if shards in site.files:
        inner = json.loads(site.read(shards))
        named += [folder + name for name in (*inner["terms"], *inner["pages"])]
    for file in named:
        if file not in site.files:
            yield Problem.at(Place(f"{folder}search_index.json"), "site-link", found=file)
    names = folder + config["files"]["names"]
    if names not in site.files:
        return
    found = {root + url.partition("#")[0] for url in _urls(site.read(names))}
    for address in sorted(found):
        if address.removeprefix("./") not in site.pages and address != "./":
            yield Problem.at(Place(names), "site-link", found=address)
    for page in site:
        path = page.address.removeprefix(root)
        is_subject = page.address.startswith(root) and path.startswith(_SUBJECTS)
        if is_subject and not page.is_redirect and page.address not in found:
            yield page.problem(None, "site-unfound")


def _urls(names: bytes) -> list[str]:
    lines: str = json.loads(names)["urls"]
    return lines.split("\n")
