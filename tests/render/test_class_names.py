"""Names of classes: what one room styles as its own, no other may use for something else."""

import re

from tests.conftest import REPOSITORY

_NAME = re.compile(r"\bck-[a-z0-9]+(?:-+[a-z0-9]+)*")
_CHIPKB = REPOSITORY / "src/chipkb"


def test_the_search_styles_no_class_of_the_pages():
    pages = {
        name
        for path in (_CHIPKB / "templates").rglob("*.j2")
        for name in _NAME.findall(path.read_text("utf-8"))
    }
    search = set(_NAME.findall((_CHIPKB / "assets/search/search.css").read_text("utf-8")))
    assert len(pages) > 100
    assert len(search) > 10
    assert search & pages == set()
