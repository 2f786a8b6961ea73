"""Charts as SVG: on a page with its theme's colours and links, or as a file of their own."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from chipkb.model import permalink
from chipkb.model.fact import Assessment
from chipkb.model.kb import KnowledgeBase
from chipkb.model.words import prose_text
from chipkb.render.link import relative_link
from chipkb.render.measure import width
from chipkb.render.vega import COLOURS, SVG, drawing
from chipkb.values.artifact import Artifact
from chipkb.values.store import Store
from chipkb.values.text import LANGS, Lang
from chipkb.view.chart import ChartView, Lane
from chipkb.view.comparison import comparison_view
from chipkb.view.localisation import localisation_view
from chipkb.view.question import question_view

_WIDEST = 54  # label and value together, in half Chinese characters
_LEAST = 9  # of a scope; less of it says nothing
_SIGNS = {Assessment.DISPUTED: "≠", Assessment.REFUTED: "×", Assessment.SUPERSEDED: "→"}
_FUTURE: dict[Lang, str] = {"zh": " · 预测", "en": " · forecast"}
_STALE: dict[Lang, str] = {"zh": " · 旧", "en": " · old"}


def chart_html(
    kb: KnowledgeBase, chart: ChartView, lang: Lang, page: str, store: Store | None = None
) -> Markup:
    """The chart inside `page`: colours of the theme, each value a link to its fact."""
    svg = _worded(kb, chart, lang, store)
    _link_values(svg, chart, lambda lane: relative_link(page, lane.view.link))
    for element in svg.iter():
        for attribute in ("fill", "stroke"):
            name = _colour_name(element.get(attribute))
            if name:
                element.set(attribute, f"var(--ck-chart-{name}, {COLOURS[name]})")
    # A group, not an image: an image may hold no links.
    svg.attrib.update({"role": "group", "aria-label": chart.title.in_lang(lang)})
    return Markup(ET.tostring(svg, encoding="unicode"))


def chart_file(kb: KnowledgeBase, chart: ChartView, lang: Lang, store: Store | None = None) -> str:
    """The chart as a file: an image with a title and a description, in the light theme."""
    svg = _worded(kb, chart, lang, store)
    _link_values(svg, chart, None)
    title, description = ET.Element("title"), ET.Element("desc")
    title.text = chart.title.in_lang(lang)
    words = (_words(kb, lane, lang) for lane in chart.lanes)
    description.text = "; ".join(f"{label.whole}: {value}" for label, value in words)
    paper = ET.Element("rect", width="100%", height="100%", fill=COLOURS["paper"])
    svg[:0] = [title, description, paper]
    svg.attrib.update({"role": "img", "xmlns": SVG})
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(svg, encoding="unicode")}\n'


def chart_files(kb: KnowledgeBase, store: Store | None = None) -> Iterator[Artifact]:
    """Every chart of the site in each language, beside the page that shows it."""
    charts = [(permalink.LOCALISATION, chart) for chart in localisation_view(kb).charts]
    for comparison in kb.comparisons:
        page = permalink.comparison_page(comparison.id)
        charts += [(page, chart) for chart in comparison_view(kb, comparison).charts]
    for question in kb.questions:
        bars = question_view(kb, question).bars
        if bars:
            charts.append((permalink.question_page(question.id), bars))
    for page, chart in charts:
        for lang in LANGS:
            path = permalink.file_path(page, f"{chart.id}.svg", lang)
            yield Artifact.of_text(path, chart_file(kb, chart, lang, store))


def _worded(kb: KnowledgeBase, chart: ChartView, lang: Lang, store: Store | None) -> ET.Element:
    """Vega's drawing with its blanks filled in."""
    svg = drawing(chart, store)
    words = [_words(kb, lane, lang) for lane in chart.lanes]
    for text in svg.iter("text"):
        number, place = (text.text or "")[1:].split(".")
        text.set("class", f"ck-chart-{place}")
        if place == "tick":
            text.text = chart.ticks[int(number)].text(lang)
            continue
        label, value = words[int(number)]
        text.set("data-lane", number)
        text.text = value if place == "value" else label.within(_WIDEST - width(value))
    return svg


@dataclass(frozen=True)
class _Label:
    """Whose figure it is, of when, and in what scope; date and scope may be empty."""

    name: str
    date: str
    scope: str

    @property
    def whole(self) -> str:
        return " · ".join(filter(None, (self.name, self.date, self.scope)))

    def within(self, most: int) -> str:
        """At most `most` wide: the scope is cut first, then the name, and the date never is."""
        date = f" · {self.date}" if self.date else ""
        name = _shortened(self.name, most - width(date))
        room = most - width(name + date)
        return _shortened(self.whole, most) if self.scope and room >= _LEAST else name + date


def _words(kb: KnowledgeBase, lane: Lane, lang: Lang) -> tuple[_Label, str]:
    """The label of a lane; and its value with what is to be said of it."""
    figure, entity = lane.view.claim, lane.view.entity.id
    label = _Label(
        name=(lane.name or lane.view.label).in_lang(lang),
        date=lane.view.date.text(lang) if lane.view.date else "",
        scope=prose_text(kb, figure.scope, lang, entity) if figure.scope else "",
    )
    sign = f" {_SIGNS[figure.assessment]}" if lane.is_questioned else ""
    future = _FUTURE[lang] if lane.is_future else ""
    stale = _STALE[lang] if lane.is_stale else ""
    return label, figure.value.text(lang) + future + stale + sign


def _link_values(svg: ET.Element, chart: ChartView, link: Callable[[Lane], str] | None) -> None:
    """Puts each value into a link, where there is something to link to."""
    for parent in list(svg.iter()):
        for i, text in enumerate(list(parent)):
            number = text.attrib.pop("data-lane", None)
            if number is None or link is None or text.get("class") != "ck-chart-value":
                continue
            anchor = ET.Element("a", href=link(chart.lanes[int(number)]))
            anchor.append(text)
            parent[i] = anchor


def _colour_name(colour: str | None) -> str | None:
    return next((name for name, value in COLOURS.items() if value == colour), None)


def _shortened(text: str, most: int) -> str:
    """At most `most` wide; the whole stands in the table below the chart."""
    if width(text) <= most:
        return text
    while text and width(text) > most - 2:
        text = text[:-1]
    return text.rstrip(" ·，,") + "…"
