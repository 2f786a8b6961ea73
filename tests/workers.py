"""Which tests go to one worker, and which begin: what several share is made once, the longest first.

With `-n` each worker makes the session's and the modules' fixtures for itself. So all tests of a
module go to one worker, and those that read every page of the built site, of several modules, too.
"""

from typing import Any

import pytest

ALL_PAGES = "tests/site, every page"
_BROWSER = ("tests/site/test_accessibility.py", "tests/site/test_reading.py")
# What takes long, in the order of its length; the rest fills the gaps.
FIRST = (ALL_PAGES,)


def group_of(nodeid: str) -> str:
    """The name of the tests that share a worker with this one.

    >>> group_of("tests/site/test_build.py::test_no_id_stands_twice_on_a_page")
    'tests/site, every page'
    >>> group_of("tests/values/test_text.py::test_english_keeps_its_spaces")
    'tests/values/test_text.py'
    """
    module = nodeid.partition("::")[0]
    if module.startswith("tests/site/") and module not in _BROWSER:
        return ALL_PAGES
    return module


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    rank = {name: number for number, name in enumerate(FIRST)}
    items.sort(key=lambda item: rank.get(group_of(item.nodeid), len(rank)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    from xdist.scheduler import LoadScopeScheduling

    class Groups(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return group_of(nodeid)

    return Groups(config, log)
