"""axe-core finds no violation on any kind of page, in either language and either theme."""

import pytest

from tests.conftest import needs_browser
from tests.site.conftest import KINDS

pytestmark = needs_browser

# Else axe gathers what is right as well, which takes longer than finding what is wrong.
ONLY_WRONG = {"resultTypes": ["violations"]}
CONTRAST = "color-contrast"
# Contrast is most of the work, and the same wherever a text has the same colours, size and weight on
# the same grounds: two texts of each look are marked, and held to the rule.
MARK_LOOKS = """() => {
  const seen = new Map();
  for (const element of document.body.querySelectorAll("*")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    const { color, fontSize, fontWeight, textShadow, display, visibility } = getComputedStyle(element);
    const look = [color, fontSize, fontWeight, textShadow, display === "none", visibility];
    for (let around = element; around; around = around.parentElement) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(around);
      look.push(backgroundColor, backgroundImage, opacity);
    }
    const key = look.filter((part) => part !== "rgba(0, 0, 0, 0)" && part !== "none" && part !== "1").join();
    seen.set(key, (seen.get(key) || 0) + 1);
    if (seen.get(key) <= 2) element.setAttribute("data-look", "");
  }
  return seen.size;
}"""
# A list of a thousand entries has the same faults a thousand times: of what is alike in elements and
# roles two are left, but for what others refer to by its id.
THIN = r"""() => {
  const REFERRING = ["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "list"];
  const wanted = new Set(REFERRING.flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].flatMap((one) => one.getAttribute(name).split(/\s+/))));
  const TELLING = /^(class|role|type|lang|dir|scope|hidden|open|tabindex|aria-(?!label|describedby|controls|owns).*)$/;
  /** Leaves two of each shape; the shape of what is left, or "" for what must stay. */
  const thinned = (element) => {
    const seen = new Map();
    const inner = new Set();
    let stays = wanted.has(element.id);
    // Between words all links stay: fewer of them would be more of a text.
    const isText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (isText) inner.add("x");
    for (const node of [...element.childNodes]) {
      if (node.nodeType !== 1) continue;
      const shape = thinned(node);
      stays ||= !shape;
      seen.set(shape, (seen.get(shape) || 0) + 1);
      if (shape && !isText && seen.get(shape) > 2) node.remove();
      else inner.add(shape);
    }
    const attributes = [...element.attributes].map(({ name, value }) =>
      TELLING.test(name) || !value.trim() ? `${name}=${value}` : name);
    return stays ? "" : `<${element.localName} ${attributes.join(" ")}>${[...inner].sort().join("")}</>`;
  };
  thinned(document.body);
}"""
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
    for root in ("", "en/"):
        if root and path == "404.html":
            continue
        page.goto(f"{address}/{root}{path}")
        for details in page.locator(".ck-shares, .ck-cite").all()[:3]:
            details.evaluate("details => { details.open = true; }")
        assert violations(page) == [], f"{root}{path}"


def violations(page) -> list[str]:
    """What axe finds on the page as it is, each with the element."""
    from axe_playwright_python.sync_playwright import Axe

    page.evaluate(THIN)
    assert page.evaluate(MARK_LOOKS) > 0
    marked = {"include": [["[data-look]"]]}
    others = {**ONLY_WRONG, "rules": {CONTRAST: {"enabled": False}}}
    contrast = {**ONLY_WRONG, "runOnly": [CONTRAST]}
    runs = (Axe().run(page, options=others), Axe().run(page, marked, contrast))
    return [
        f"{one['id']} ({one['impact']}): {node['html'][:200]}"
        for run in runs
        for one in run.response["violations"]
        for node in one["nodes"][:3]
    ]


def test_one_pale_text_is_found(page, address):
    """The test's own test."""
    page.goto(f"{address}/about/")
    page.locator(".md-content p:visible").first.evaluate(
        """text => {
          const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
          text.style.color = isDark ? "#4c4c4c" : "#a8a8a8";
        }"""
    )
    assert [one.partition(" ")[0] for one in violations(page)] == [CONTRAST]
