"""Charts as SVG."""

import re
import xml.etree.ElementTree as ET

import pytest

from chipkb.render import vega
from chipkb.render.chart import _shortened, chart_file, chart_files, chart_html
from chipkb.view.localisation import localisation_view

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def charts(real):
    return {chart.id: chart for chart in localisation_view(real.kb).charts}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_value_is_text_and_a_link_to_its_fact(real, charts, lang):
    for chart in charts.values():
        svg = ET.fromstring(chart_html(real.kb, chart, lang, "localisation"))
        links = [(a.get("href"), "".join(a.itertext())) for a in svg.iter("a")]
        assert len(links) == len(chart.lanes)
        for (href, text), lane in zip(links, chart.lanes, strict=True):
            assert href == f"../{lane.view.link}".replace("#", "/#")
            assert text.startswith(lane.view.claim.value.text(lang))


def test_no_number_stands_outside_a_link_but_on_the_axis_and_in_dates(real, charts):
    svg = ET.fromstring(chart_html(real.kb, charts["hvdc"], "zh", "localisation"))
    linked = {text for a in svg.iter("a") for text in a.iter("text")}
    for text in svg.iter("text"):
        assert text in linked or text.get("class") in ("ck-chart-tick", "ck-chart-label")


def test_on_a_page_all_colours_are_the_themes(real, charts):
    for chart in charts.values():
        html = chart_html(real.kb, chart, "zh", "localisation")
        for colour in re.findall(r'(?:fill|stroke)="([^"]*)"', html):
            assert colour in ("none", "transparent") or colour.startswith("var(--ck-chart-")


def test_its_size_is_known_before_it_is_drawn(real, charts):
    for chart in charts.values():
        svg = ET.fromstring(chart_html(real.kb, chart, "en", "localisation"))
        width, height = vega.WIDTH + 2 * vega.MARGIN, len(chart.lanes) * vega.LANE + vega.AXIS
        assert (svg.get("width"), svg.get("height")) == (str(width), str(height))
        assert svg.get("viewBox") == f"0 0 {width} {height}"


def test_the_file_says_what_it_shows(real, charts):
    svg = ET.fromstring(chart_file(real.kb, charts["overview"], "en").encode())
    assert svg.get("role") == "img"
    assert svg.findtext(f"{SVG}title") == "How much is made in China"
    for lane in charts["overview"].lanes:
        assert lane.view.claim.value.text("en") in svg.findtext(f"{SVG}desc")
    assert not list(svg.iter(f"{SVG}a"))


def test_no_blank_is_left_and_no_label_runs_into_its_value(real):
    for artifact in chart_files(real.kb):
        svg = ET.fromstring(artifact.content)
        texts = [(t.get("class"), t.text) for t in svg.iter(f"{SVG}text")]
        assert not [text for _, text in texts if text.startswith("@")]
        labels = [text for kind, text in texts if kind == "ck-chart-label"]
        values = [text for kind, text in texts if kind == "ck-chart-value"]
        for label, value in zip(labels, values, strict=True):
            width = sum(2 if ord(char) > 0x2E7F else 1 for char in label + value)
            assert width <= 54, (artifact.path, label, value)


def test_the_same_chart_gives_the_same_bytes(real, charts):
    first = chart_file(real.kb, charts["hbm"], "zh")
    vega._drawn.cache_clear()
    assert chart_file(real.kb, charts["hbm"], "zh") == first


def test_a_drawing_that_is_kept_is_not_made_again(charts, monkeypatch):
    contents: dict[tuple[str, ...], bytes] = {}

    class Kept:
        def get(self, *made_from: str) -> bytes | None:
            return contents.get(made_from)

        def put(self, content: bytes, *made_from: str) -> None:
            contents[made_from] = content

    kept = Kept()
    first = vega.drawing(charts["hbm"], kept)
    monkeypatch.setattr(vega, "_draw", None)
    vega._drawn.cache_clear()
    assert ET.tostring(vega.drawing(charts["hbm"], kept)) == ET.tostring(first)


def test_a_bound_fades_a_range_has_two_ends_and_a_forecast_is_hollow(charts):
    def bars(chart_id, index):
        chart = charts[chart_id]
        return [bar for bar in vega._bars(chart) if bar["lane"] == index], chart.lanes[index]

    pieces, lane = bars("overview", 0)
    assert lane.view.claim.value.text("en") == "more than 90%"
    assert len(pieces) == 1 + vega._FADE
    assert [p["opacity"] for p in pieces] == sorted((p["opacity"] for p in pieces), reverse=True)
    assert sum(end["lane"] == 0 for end in vega._ends(charts["eda"])) == 2
    gpus = charts["general-purpose-gpu-market-china"]
    assert [lane.is_future for lane in gpus.lanes] == [False, True]
    assert [bar["future"] for bar in vega._bars(gpus)] == [False, True]


def test_a_label_gives_way_to_a_value_wider_than_both_may_be():
    assert _shortened("名", -10) == "…"
    assert _shortened("星辰科技", 6) == "星辰…"
