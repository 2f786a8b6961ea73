"""What a reader on a phone has to load."""

import gzip
from collections.abc import Iterator

from chipkb.values.place import Place
from chipkb.values.problem import Problem
from chipkb.verify.site import ENGLISH, Site

# Bytes, compressed as a web server does.
MOST_PAGE = 60_000
MOST_LIST = 120_000  # of a page that lists everything of its kind
LISTS = ("timeline/", "glossary/", "changes/", "worklist/", "localisation/")
MOST_FILES = {"js": 60_000, "css": 60_000}
_READ_ON_DEMAND = ("data/", "api/")  # for programs, not for readers


def check_sizes(site: Site) -> Iterator[Problem]:
    for page in site:
        most = MOST_LIST if page.address.removeprefix(ENGLISH) in LISTS else MOST_PAGE
        found = len(gzip.compress(page.content, 5))
        if found > most:
            yield page.problem(None, "site-size", found=found, most=most)
    for file in sorted(site.files):
        allowed = MOST_FILES.get(file.rpartition(".")[2])
        if allowed and not file.startswith(_READ_ON_DEMAND):
            found = len(gzip.compress(site.read(file), 5))
            if found > allowed:
                yield Problem.at(Place(file), "site-size", found=found, most=allowed)
