"""The site asks no other host for anything, runs no script but its own, and says so to browsers."""

import re
from collections.abc import Iterator

from lxml import html

from chipkb.values.place import Place
from chipkb.values.policy import hash_of, read_policy, runs
from chipkb.values.problem import Problem
from chipkb.verify.site import Page, Site

_KINDS = frozenset(
    [
        ".html",
        ".css",
        ".js",
        ".json",
        ".jsonl",
        ".csv",
        ".db",
        ".sqlite",
        ".xml",
        ".gz",
        ".ics",
        ".bib",
        ".cff",
        ".svg",
        ".png",
        ".jpg",
        ".jpeg",
        ".webp",
        ".avif",
        ".txt",
        ".parquet",
        ".yml",
        ".md",
        ".zip",
    ]
)
_NAMELESS = ("LICENSE", "CNAME", ".nojekyll")
_LOADING = ("script", "img", "iframe", "source", "video", "audio", "embed", "object", "track")
_LOADING_LINKS = ("stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect")
_IN_SCRIPTS = re.compile(
    r"(?:\b(?:fetch|import|importScripts|WebSocket|EventSource|Worker)\(|\bfrom)\s*[\"'`](?:https?|wss?):"
)
_IN_CSS = re.compile(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//")
_CANDIDATE = re.compile(r"(?:^|,)\s*(\S+)")  # of a srcset: its address
_RUNS = re.compile(r"^\s*(?:javascript|vbscript|data:text/html)\s*:?", re.IGNORECASE)


def check_foreign(site: Site) -> Iterator[Problem]:
    """Nothing on a page is fetched from elsewhere; links out say nothing of where they come from."""
    for page in site:
        for element, attribute, link in page.references:
            if _is_loaded(element, attribute):
                if site.target(page, link) is None and not link.startswith("data:"):
                    yield page.problem(element, "site-foreign", found=link)
            elif _RUNS.match(link):
                yield page.problem(element, "site-script", found=link)
            elif element.get("target") == "_blank" and "noopener" not in element.get("rel", ""):
                yield page.problem(element, "site-opener", found=link)
        for element in page.tree.xpath("//*[@srcset]"):
            for candidate in _CANDIDATE.findall(element.get("srcset")):
                if site.target(page, candidate) is None:
                    yield page.problem(element, "site-foreign", found=candidate)
        for style in page.tree.xpath("//style/text() | //@style"):
            if _IN_CSS.search(style):
                yield page.problem(style.getparent(), "site-foreign", found="url()")
        for element in page.tree.xpath("//*[@*[starts-with(name(), 'on')]]"):
            yield page.problem(element, "site-script", found=element.tag)
    for file in sorted(site.files):
        dot, name = file.rpartition(".")[2], file.rpartition("/")[2]
        if (f".{dot}" not in _KINDS and name not in _NAMELESS) or file.endswith(".map"):
            yield Problem.at(Place(file), "site-kind", found=name)
        if file.endswith(".css") and _IN_CSS.search(site.read(file).decode("utf-8", "replace")):
            yield Problem.at(Place(file), "site-foreign", found="url()")
        if dot == "js" and (
            match := _IN_SCRIPTS.search(site.read(file).decode("utf-8", "replace"))
        ):
            yield Problem.at(Place(file), "site-foreign", found=match.group())


def check_policy(site: Site) -> Iterator[Problem]:
    """Each page has the policy that allows its own inline scripts, by their hashes, and no more."""
    for page in site:
        said = page.tree.xpath("//head/meta[@http-equiv='Content-Security-Policy']/@content")
        allowed = read_policy(str(said[0])).get("script-src") if said else None
        if allowed is None:
            yield page.problem(None, "site-policy", found="-")
            continue
        if any(word.startswith(("'unsafe", "http", "*", "data:")) for word in allowed):
            yield page.problem(None, "site-policy", found=" ".join(allowed))
        for script in _inline_scripts(page):
            if hash_of(script.text or "") not in allowed:
                yield page.problem(script, "site-policy", found=(script.text or "")[:40])


def _inline_scripts(page: Page) -> list[html.HtmlElement]:
    return [
        script
        for script in page.tree.iter("script")
        if script.get("src") is None and runs(script.get("type", ""))
    ]


def _is_loaded(element: html.HtmlElement, attribute: str) -> bool:
    if element.tag == "link":
        return bool(set(element.get("rel", "").split()) & set(_LOADING_LINKS))
    return element.tag in _LOADING and attribute in ("src", "poster", "data", "href")
