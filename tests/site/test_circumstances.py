"""Pages as they meet people who read otherwise: on paper, enlarged, on a narrow window, in colours of their
own, without motion and without scripts."""

import pytest

from tests.conftest import needs_browser
from tests.site.conftest import KINDS

pytestmark = needs_browser

# 1280 px at 400% and at 200% (WCAG 2.2, 1.4.10 and 1.4.4).
NARROW = {"enlarged-400": 320, "enlarged-200": 640}
# What is wide by nature scrolls within itself.
SCROLLERS = ".ck-scroll, .ck-compare-scroll, .ck-charts--strip, .ck-contents, .md-tabs, .md-typeset__scrollwrap, pre"
ROOTS = ["", "en/"]


@pytest.fixture
def open_page(browser, address):
    contexts = []

    def open_(path: str, media: str = "screen", **window):
        contexts.append(browser.new_context(**window))
        page = contexts[-1].new_page()
        page.emulate_media(media=media)
        page.goto(f"{address}/{path}")
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", NARROW.values(), ids=NARROW)
@pytest.mark.parametrize("root", ROOTS, ids=["zh", "en"])
def test_enlarged_nothing_is_cut_and_nothing_scrolls_sideways(browser, address, root, width):
    context = browser.new_context(viewport={"width": width, "height": 640})
    page, wrong = context.new_page(), []
    for path in KINDS.values():
        page.goto(f"{address}/{root}{path}")
        beyond = page.evaluate(
            """(scrollers) => {
              const { clientWidth, scrollWidth } = document.documentElement;
              const out = [...document.querySelectorAll(".md-main :is(a, p, td, th, li, h1, h2, h3, button, summary)")]
                .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(scrollers))
                .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
                .filter((one) => getComputedStyle(one).position !== "absolute");
              return [scrollWidth - clientWidth, out.slice(0, 3).map((one) => one.outerHTML.slice(0, 90))];
            }""",
            SCROLLERS,
        )
        if beyond[0] > 0 or beyond[1]:
            wrong.append((path, *beyond))
    context.close()
    assert wrong == []


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_paper_is_white_and_its_text_dark_whatever_the_screen_shows(open_page, path):
    page = open_page(path, media="print", color_scheme="dark")
    faint = page.evaluate(
        """() => {
          const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const shade = (colour) => {
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
            return alpha < 20 ? null : (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
          };
          const ground = (one) => {
            for (let around = one; around; around = around.parentElement) {
              const found = shade(getComputedStyle(around).backgroundColor);
              if (found !== null) return found;
            }
            return 1; // the paper
          };
          return [...document.querySelectorAll(".md-content :is(h1, h2, p, a, td, th, dd, li)")]
            .filter((one) => one.checkVisibility())
            .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
            .filter((one) => Math.abs(ground(one) - shade(getComputedStyle(one).color)) < 0.3 || ground(document.body) < 0.9)
            .slice(0, 3)
            .map((one) => [one.outerHTML.slice(0, 90), getComputedStyle(one).color]);
        }"""
    )
    assert faint == []


@pytest.mark.parametrize("path", ["entity/moore-threads/", "chain/", "localisation/", "en/gpu/"])
def test_in_colours_of_the_readers_own_marks_and_charts_are_still_seen(open_page, path):
    page = open_page(path, forced_colors="active")
    unseen = page.evaluate(
        """() => [...document.querySelectorAll(".ck-mark, .ck-cite > summary, .ck-state")]
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 1)
          .filter((one) => {
            const signs = [null, "::before", "::after"].map((part) => getComputedStyle(one, part));
            // A sign that is cut out of a ground vanishes if the ground takes the paper's colour.
            return signs.some(({ content, maskImage, forcedColorAdjust, backgroundColor }) =>
              content !== "none" && maskImage !== "none" && backgroundColor === getComputedStyle(document.body).backgroundColor
              && forcedColorAdjust !== "none");
          })
          .slice(0, 3).map((one) => one.outerHTML.slice(0, 90))"""
    )
    assert unseen == []
    lines = page.locator(".ck-chart svg :is(path, rect, circle, line)")
    if lines.count():
        assert (
            lines.first.evaluate(
                "one => one.getBoundingClientRect().width + one.getBoundingClientRect().height"
            )
            > 0
        )


@pytest.mark.parametrize("path", ["", "entity/hbm3e/", "chain/", "en/comparison/gpu-makers/"])
def test_without_motion_nothing_moves(open_page, path):
    page = open_page(path, reduced_motion="reduce")
    page.mouse.wheel(0, 900)
    page.wait_for_timeout(200)
    moving = page.evaluate(
        "() => document.getAnimations().filter((one) => one.playState === 'running')"
        ".filter((one) => one.effect.getComputedTiming().duration > 20).length"
    )
    assert moving == 0


@pytest.mark.parametrize("root", ROOTS, ids=["zh", "en"])
def test_without_scripts_every_page_is_whole(browser, address, root):
    context = browser.new_context(java_script_enabled=False)
    page, wrong = context.new_page(), []
    for path in KINDS.values():
        page.goto(f"{address}/{root}{path.partition('?')[0]}")
        if len(page.locator(".md-content__inner").inner_text()) < 80:
            wrong.append((path, "empty"))
        if page.locator("article form:visible").count():
            wrong.append((path, "a form that does nothing"))
    context.close()
    assert wrong == []
