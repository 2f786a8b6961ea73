"""A Markdown twin of every page, and llms.txt, which leads to them: for those who read no HTML."""

import re
from collections.abc import Iterator

from chipkb.export.head import LICENCE
from chipkb.export.meaning import chain
from chipkb.export.record import Record
from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.model.words import prose_text
from chipkb.values.artifact import Artifact
from chipkb.values.text import LANGS, Lang
from chipkb.view import labels
from chipkb.view.comparison import comparison_view
from chipkb.view.site_pages import SitePage, site_pages

TWIN = "index.md"
_MARKUP = re.compile(r"([\\`*_\[\]<>#|])")
_SOURCE = {"zh": "来源", "en": "Source"}
_HOME = {"zh": "中国芯片产业知识库", "en": "China chip industry knowledge base"}
_PROMISE = {
    "zh": "中国芯片产业的事实，每条都有来源、日期与评定。",
    "en": "Facts on China's chip industry, each with its source, date and assessment.",
}


def twins(kb: KnowledgeBase, tables: dict[str, list[Record]], base: str) -> Iterator[Artifact]:
    """One file beside each page, in both languages."""
    for lang in LANGS:
        writer = _Writer(kb, tables, lang, base)
        for page, text in writer.pages():
            yield Artifact.of_text(permalink.file_path(page, TWIN, lang), text)
    yield Artifact.of_text("llms.txt", _llms(kb, base))


def _llms(kb: KnowledgeBase, base: str) -> str:
    """The way to everything, in the form of llmstxt.org."""
    lines = [f"# {_HOME['en']} · {_HOME['zh']}", "", f"> {_PROMISE['en']} {_PROMISE['zh']}", ""]
    lines += [f"Version {kb.release.version}. CC BY 4.0 ({LICENCE}). Every page has a Markdown twin: "
              f"add `{TWIN}` to its address; English below `en/`.", "", "## Data", ""]  # fmt: skip
    data = {
        "api/v1/index.json": "index of the API: a JSON file for each entity, source and domain",
        "data/facts.json": "all facts with sources, dates, assessments, evidence",
        "data/facts.csv": "the same for spreadsheets",
        "data/chipkb.sqlite": "the same as a database with full-text search",
        "data/vocabulary.json": "what metrics, units, relations and other ids mean",
        "data/changes.json": "what changed, day by day",
    }
    lines += [f"- [{path}]({base}{path}): {about}" for path, about in data.items()]
    lines += ["", "## Pages", ""]
    for page in site_pages(kb):
        lines.append(f"- [{_text(page.title.in_lang('en'))}]({base}en/{page.path}/{TWIN})")
    lines += ["", "## Domains", ""]
    for id_, domain in kb.vocabulary.domains.items():
        lines.append(f"- [{_text(domain.name.in_lang('en'))}]({base}en/{id_}/{TWIN})")
    return "\n".join(lines) + "\n"


class _Writer:
    """The twins in one language."""

    def __init__(
        self, kb: KnowledgeBase, tables: dict[str, list[Record]], lang: Lang, base: str
    ) -> None:
        self.kb, self.tables, self.lang, self.base = kb, tables, lang, base
        self.claims: dict[str, list[Record]] = {}
        self.citing: dict[str, list[Record]] = {}
        for claim in tables["facts"]:
            self.claims.setdefault(claim["entity"], []).append(claim)
            for source in dict.fromkeys(one["source"] for one in claim["sources"]):
                self.citing.setdefault(source, []).append(claim)
        self.titles = {source["id"]: source["own_title"] for source in tables["sources"]}
        self.names = {entity["id"]: entity["name"][lang] for entity in tables["entities"]}

    def pages(self) -> Iterator[tuple[str, str]]:
        """Each page with the text of its twin."""
        lang = self.lang
        domains = [f"- [{_text(d.name.in_lang(lang))}]({id_}/{TWIN})"
                   for id_, d in self.kb.vocabulary.domains.items()]  # fmt: skip
        yield "", self._page(_HOME[lang], _PROMISE[lang], domains)
        for entity in self.tables["entities"]:
            yield permalink.entity_page(entity["id"]), self._entity(entity)
        for source in self.tables["sources"]:
            facts = (self._claim(one, named=True) for one in self.citing.get(source["id"], ()))
            caveats = (source["caveats"] or {}).get(lang, "")
            yield (
                permalink.source_page(source["id"]),
                self._page(source["own_title"], caveats, [self._imprint(source), "", *facts]),
            )
        for id_, domain in self.kb.vocabulary.domains.items():
            listed = [
                f"- [{_text(e['name'][lang])}](../entity/{e['id']}/{TWIN})"
                for e in self.tables["entities"]
                if e["home"] == id_ or id_ in e["also_in"]
            ]
            intro = prose_text(self.kb, domain.intro, lang, None)
            yield id_, self._page(domain.name.in_lang(lang), intro, listed)
        for page in self.kb.content.values():
            yield page.id, prose_text(self.kb, page.body, lang, None)
        bodies = {
            permalink.GLOSSARY: self._glossary,
            permalink.TIMELINE: self._timeline,
            permalink.DIFFERENCES: self._differences,
            permalink.LOCALISATION: self._localisation,
            permalink.SOURCES: self._sources,
            permalink.CHAIN: self._chain,
            permalink.CHAIN_MAP: self._chain,
        }
        comparisons = {permalink.comparison_page(one.id): one for one in self.kb.comparisons}
        for own in site_pages(self.kb):
            body = bodies.get(own.path)
            if own.path in comparisons:
                lines = list(self._comparison(comparisons[own.path]))
            else:
                lines = list(body()) if body else []
            yield own.path, self._own(own, lines)

    def _own(self, page: SitePage, lines: list[str]) -> str:
        summary = prose_text(self.kb, page.summary, self.lang, None)
        return self._page(page.title.in_lang(self.lang), summary, lines)

    def _page(self, title: str, summary: str, lines: list[str]) -> str:
        head = [f"# {_text(title)}", "", *([_text(summary), ""] if summary else [])]
        foot = ["", f"chipkb {self.kb.release.version} · CC BY 4.0"]
        return "\n".join([*head, *lines, *foot]) + "\n"

    def _entity(self, entity: Record) -> str:
        lang = self.lang
        names = ", ".join(_text(one["name"]) for one in entity["names"][1:])
        lines = [names, ""] if names else []
        heads = {"figure": ("数据", "Figures"), "statement": ("陈述", "Statements"),
                 "relation": ("关系", "Relations"), "event": ("事件", "Events")}  # fmt: skip
        for kind, (zh, en) in heads.items():
            found = [one for one in self.claims.get(entity["id"], ()) if one["kind"] == kind]
            if found:
                lines += [f"## {zh if lang == 'zh' else en}", "", *map(self._claim, found), ""]
        summary = (entity["summary"] or {}).get(lang, "")
        return self._page(entity["name"][lang], summary, lines)

    def _claim(self, claim: Record, named: bool = False) -> str:
        """One line: what is said, of when, how sure, by whom."""
        lang = self.lang
        who = f"{_text(claim['entity_name'][lang])} · " if named else ""
        said = claim["value"] or claim["text"]
        what = said[lang] if said else self.names.get(claim["target"], claim["target"] or "")
        scope = f" ({_text(claim['scope'][lang])})" if claim["scope"] else ""
        when = f" [{claim['as_of']}]" if claim["as_of"] else ""
        sure = labels.ASSESSMENTS[claim["assessment"]].in_lang(lang)
        by = "; ".join(_text(self.titles[one["source"]]) for one in claim["sources"])
        note = f" — {_text(claim['note'][lang])}" if claim["note"] else ""
        label = _text(claim["about_name"][lang])
        return f"- {who}{label}: {_text(what)}{scope}{when} ({sure}; {_SOURCE[lang]}: {by}){note}"

    def _imprint(self, source: Record) -> str:
        publisher = (source["publisher"] or {}).get(self.lang)
        parts = (publisher, source["published"], source["original"])
        return " · ".join(
            _text(part) if part != source["original"] else f"<{part}>" for part in parts if part
        )

    def _glossary(self) -> Iterator[str]:
        for term in self.tables["glossary"]:
            yield f"- **{_text(term['name'][self.lang])}**: {_text(term['definition'][self.lang])}"

    def _timeline(self) -> Iterator[str]:
        events = [one for one in self.tables["facts"] if one["kind"] == "event"]
        yield from (
            self._claim(one, True) for one in sorted(events, key=lambda one: one["as_of_end"])
        )

    def _differences(self) -> Iterator[str]:
        doubted = ("disputed", "refuted")
        for one in self.tables["facts"]:
            if one["conflicts"] or one["assessment"] in doubted:
                yield self._claim(one, True)

    def _localisation(self) -> Iterator[str]:
        metrics = (
            "localisation-rate",
            "domestic-share",
            "market-share",
            "global-share",
            "combined-share",
        )
        yield from (
            self._claim(one, True) for one in self.tables["facts"] if one["about"] in metrics
        )

    def _sources(self) -> Iterator[str]:
        for one in self.tables["sources"]:
            yield f"- [{_text(one['own_title'])}](../source/{one['id']}/{TWIN})"

    def _chain(self) -> Iterator[str]:
        for link in chain(self.kb, self.base):
            yield from (
                f"## {_text(link['name'][self.lang])}",
                "",
                _text(link["summary"][self.lang]),
                "",
            )
            for need in link["needs"]:
                why = _text(need["why"][self.lang])
                yield f"- **{_text(self.names[need['entity']])}**: {why}"
            yield ""

    def _comparison(self, comparison) -> Iterator[str]:
        view = comparison_view(self.kb, comparison)
        heads = [head.label.in_lang(self.lang) for head in view.heads]
        yield f"| | {' | '.join(map(_text, heads))} |"
        yield "|" + "---|" * (len(heads) + 1)
        for row in view.rows:
            cells = ["; ".join(self._cell(view) for view in cell.views) for cell in row.cells]
            yield f"| {_text(row.entity.name.in_lang(self.lang))} | {' | '.join(cells)} |"

    def _cell(self, view) -> str:
        value = getattr(view.claim, "value", None)
        said = value.text(self.lang) if value else view.label.in_lang(self.lang)
        return f"{_text(said)}{f' [{view.date.iso}]' if view.date else ''}"


def _text(words: str) -> str:
    """Words as words: what strangers write is no markup."""
    return _MARKUP.sub(r"\\\1", " ".join(words.split()))
