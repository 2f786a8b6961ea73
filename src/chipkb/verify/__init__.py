"""A built site held to its promises: what is wrong with it, page by page, before anybody sees it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from chipkb.values.problem import Problem, sorted_problems
from chipkb.verify.budget import check_sizes
from chipkb.verify.data_files import check_data_files, check_feeds, check_sitemap
from chipkb.verify.foreign import check_foreign, check_policy
from chipkb.verify.heads import check_heads, check_twins, check_unique
from chipkb.verify.links import check_anchors_once, check_links, check_orphans
from chipkb.verify.marks import check_marks
from chipkb.verify.search_files import check_search
from chipkb.verify.site import Site, read_site

Check = Callable[[Site], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    check_links,
    check_anchors_once,
    check_orphans,
    check_heads,
    check_unique,
    check_twins,
    check_marks,
    check_foreign,
    check_policy,
    check_data_files,
    check_feeds,
    check_sitemap,
    check_search,
    check_sizes,
)


def verify(folder: Path) -> tuple[Problem, ...]:
    """Everything that is wrong with the site in `folder`. Raises NotASite where none is."""
    site = read_site(folder)
    return sorted_problems([problem for one in CHECKS for problem in one(site)])
