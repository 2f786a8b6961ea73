"""What programs read: JSON against its own schemas, feeds, calendars, the site map."""

import json
from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError
from lxml import etree

from chipkb.values.place import Place
from chipkb.values.problem import Problem
from chipkb.verify.site import Site

_ATOM = "{http://www.w3.org/2005/Atom}"
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_JSON = (".json", ".jsonl")


def check_data_files(site: Site) -> Iterator[Problem]:
    """JSON is JSON, also inside pages; what names a schema of the site fits it; schemas are sound."""
    for file in sorted(site.files):
        if file.endswith(_JSON):
            yield from _check_json(site, file)
    for page in site:
        for script in page.tree.xpath("//script[@type='application/ld+json']"):
            try:
                data = json.loads(script.text or "")
            except ValueError as error:
                yield page.problem(script, "site-data", reason=error)
                continue
            if data.get("@context") != "https://schema.org":
                yield page.problem(script, "site-data", reason="@context")


def _check_json(site: Site, file: str) -> Iterator[Problem]:
    text = site.read(file).decode("utf-8")
    try:
        parts = text.splitlines() if file.endswith("l") else [text]
        values = [json.loads(part) for part in parts]
    except ValueError as error:
        yield Problem.at(Place(file), "site-data", reason=error)
        return
    for value in values:
        if isinstance(value, dict):
            yield from _against_schema(site, file, value)


def _against_schema(site: Site, file: str, value: dict[str, Any]) -> Iterator[Problem]:
    named = value.get("$schema", "")
    if "json-schema.org" in named:
        try:
            Draft202012Validator.check_schema(value)
        except SchemaError as error:
            yield Problem.at(Place(file), "site-data", reason=error.message)
        return
    path = named.removeprefix(site.base) if site.base else named
    if named and path in site.files:
        schema = json.loads(site.read(path))
        for wrong in Draft202012Validator(schema).iter_errors(value):
            reason = f"{wrong.json_path}: {wrong.message}"
            yield Problem.at(Place(file), "site-data", reason=reason)
            return


def check_feeds(site: Site) -> Iterator[Problem]:
    """Feeds are Atom with one id an entry, absolute and different; calendars have both ends."""
    for file in sorted(site.files):
        if file.endswith("atom.xml"):
            yield from _check_feed(site, file)
        elif file.endswith(".ics"):
            lines = site.read(file).decode("utf-8").splitlines()
            if lines[:1] != ["BEGIN:VCALENDAR"] or lines[-1:] != ["END:VCALENDAR"]:
                yield Problem.at(Place(file), "site-data", reason="BEGIN, END")


def _check_feed(site: Site, file: str) -> Iterator[Problem]:
    try:
        feed = etree.fromstring(site.read(file))
    except etree.XMLSyntaxError as error:
        yield Problem.at(Place(file), "site-data", reason=error)
        return
    ids = [element.text or "" for element in feed.iter(f"{_ATOM}id")]
    if feed.tag != f"{_ATOM}feed" or len(ids) != len(set(ids)):
        yield Problem.at(Place(file), "site-data", reason="feed, id")
    for id_ in ids:
        if ":" not in id_:
            yield Problem.at(Place(file), "site-data", reason=f"id {id_}")


def check_sitemap(site: Site) -> Iterator[Problem]:
    """Every page that can be found is listed, and nothing else."""
    if not site.base:
        return
    if "sitemap.xml" not in site.files:
        yield Problem.at(Place("index.html"), "site-link", found="sitemap.xml")
        return
    try:
        tree = etree.fromstring(site.read("sitemap.xml"))
    except etree.XMLSyntaxError as error:
        yield Problem.at(Place("sitemap.xml"), "site-data", reason=error)
        return
    listed = {(loc.text or "").removeprefix(site.base) for loc in tree.iter(f"{_SITEMAP}loc")}
    expected = {p.address for p in site if not p.is_redirect and not p.is_for_errors}
    for address in sorted(listed ^ expected):
        yield Problem.at(Place("sitemap.xml"), "site-sitemap", found=address)
