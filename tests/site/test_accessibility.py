"""axe-core finds no violation on any kind of page, in either language and either theme."""

import pytest

from tests.conftest import needs_browser
from tests.site.conftest import KINDS

pytestmark = needs_browser

# Else axe gathers what is right as well, which takes longer than finding what is wrong.
ONLY_WRONG = {"resultTypes": ["violations"]}
# Each theme at the width at which it is used most.
VIEWS = {
    "light": {"width": 1440, "height": 900},
    "dark": {"width": 390, "height": 844},
}


@pytest.fixture(scope="module", params=list(VIEWS))
def page(request, browser):
    context = browser.new_context(
        viewport=VIEWS[request.param], color_scheme=request.param, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", [*KINDS.values(), "404.html"], ids=[*KINDS, "lost"])
def test_axe_finds_nothing(page, address, path):
    from axe_playwright_python.sync_playwright import Axe

    for root in ("", "en/"):
        if root and path == "404.html":
            continue
        page.goto(f"{address}/{root}{path}")
        for details in page.locator(".ck-shares, .ck-cite").all()[:3]:
            details.evaluate("details => { details.open = true; }")
        found = Axe().run(page, options=ONLY_WRONG).response["violations"]
        assert [
            f"{one['id']} ({one['impact']}): {node['html'][:200]}"
            for one in found
            for node in one["nodes"][:3]
        ] == [], f"{root}{path}"
