"""A Markdown twin of every page, and llms.txt, which leads to them: for those who read no HTML."""

from collections.abc import Iterator

from chipkb.export.head import LICENCE
from chipkb.export.record import Record
from chipkb.export.twin_lines import TWIN, Lines, plain
from chipkb.export.twin_pages import bodies
from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.model.words import prose_text
from chipkb.values.artifact import Artifact
from chipkb.values.text import LANGS, Text
from chipkb.view.site_pages import site_pages

_PROMISE = Text(
    zh="关于%s的事实，每条都有来源、日期与评定。",
    en="Facts on %s, each with its source, date and assessment.",
)
_KINDS = {
    "figure": Text(zh="数据", en="Figures"),
    "statement": Text(zh="陈述", en="Statements"),
    "relation": Text(zh="关系", en="Relations"),
    "event": Text(zh="事件", en="Events"),
}
_DATA = {
    "api/v1/index.json": "index of the API: a JSON file for each entity, source and domain",
    "data/facts.json": "all facts with sources, dates, assessments, evidence",
    "data/facts.csv": "the same for spreadsheets",
    "data/chipkb.sqlite": "the same as a database with full-text search",
    "data/vocabulary.json": "what metrics, units, relations and other ids mean",
    "data/changes.json": "what changed, day by day",
}


def twins(kb: KnowledgeBase, tables: dict[str, list[Record]], base: str) -> Iterator[Artifact]:
    """One file beside each page, in both languages."""
    for lang in LANGS:
        for page, text in _Writer(Lines(kb, tables, lang)).pages():
            yield Artifact.of_text(permalink.file_path(page, TWIN, lang), text)
    yield Artifact.of_text("llms.txt", _llms(kb, base))


def _llms(kb: KnowledgeBase, base: str) -> str:
    """The way to everything, in the form of llmstxt.org."""
    promise, title, subject = _PROMISE, kb.site.title, kb.site.subject
    lines = [
        f"# {plain(title.in_lang('en'))} · {plain(title.zh)}",
        "",
        f"> {plain(promise.en % subject.in_lang('en'))} {plain(promise.zh % subject.zh)}",
        "",
        f"Version {kb.release.version}. CC BY 4.0 ({LICENCE}). Every page has a Markdown twin: "
        f"add `{TWIN}` to its address; English below `en/`.",
        "",
        "## Data",
        "",
        *(f"- [{path}]({base}{path}): {about}" for path, about in _DATA.items()),
    ]
    names = {page.path: page.title for page in site_pages(kb)}
    domains = {id_: domain.name for id_, domain in kb.vocabulary.domains.items()}
    for head, pages in (("Pages", names), ("Domains", domains)):
        lines += ["", f"## {head}", ""]
        lines += [
            f"- [{plain(name.in_lang('en'))}]({base}en/{path}/{TWIN})"
            for path, name in pages.items()
        ]
    return "\n".join(lines) + "\n"


class _Writer:
    """The twins in one language."""

    def __init__(self, lines: Lines) -> None:
        self.lines, self.kb, self.tables, self.lang = lines, lines.kb, lines.tables, lines.lang
        self.claims: dict[str, list[Record]] = {}
        self.citing: dict[str, list[Record]] = {}
        for claim in self.tables["facts"]:
            self.claims.setdefault(claim["entity"], []).append(claim)
            for source in dict.fromkeys(one["source"] for one in claim["sources"]):
                self.citing.setdefault(source, []).append(claim)

    def pages(self) -> Iterator[tuple[str, str]]:
        """Each page with the text of its twin."""
        yield "", self._home()
        for entity in self.tables["entities"]:
            yield permalink.entity_page(entity["id"]), self._entity(entity)
        for source in self.tables["sources"]:
            yield permalink.source_page(source["id"]), self._source(source)
        for id_ in self.kb.vocabulary.domains:
            yield id_, self._domain(id_)
        for page in self.kb.content.values():
            yield page.id, prose_text(self.kb, page.body, self.lang, None)
        body_of = bodies(self.lines)
        for own in site_pages(self.kb):
            summary = prose_text(self.kb, own.summary, self.lang, None)
            yield (
                own.path,
                self._page(own.title.in_lang(self.lang), summary, [*body_of[own.path]()]),
            )

    def _page(self, title: str, summary: str, lines: list[str]) -> str:
        head = [f"# {plain(title)}", "", *([plain(summary), ""] if summary else [])]
        foot = ["", f"chipkb {self.kb.release.version} · CC BY 4.0"]
        return "\n".join([*head, *lines, *foot]) + "\n"

    def _home(self) -> str:
        site, lang = self.kb.site, self.lang
        domains = [
            f"- [{self.lines.say(domain.name)}]({id_}/{TWIN})"
            for id_, domain in self.kb.vocabulary.domains.items()
        ]
        promise = _PROMISE.in_lang(lang) % site.subject.in_lang(lang)
        return self._page(site.title.in_lang(lang), promise, domains)

    def _domain(self, id_: str) -> str:
        domain = self.kb.vocabulary.domains[id_]
        listed = [
            f"- [{plain(e['name'][self.lang])}](../entity/{e['id']}/{TWIN})"
            for e in self.tables["entities"]
            if e["home"] == id_ or id_ in e["also_in"]
        ]
        intro = prose_text(self.kb, domain.intro, self.lang, None)
        return self._page(domain.name.in_lang(self.lang), intro, listed)

    def _entity(self, entity: Record) -> str:
        names = ", ".join(plain(one["name"]) for one in entity["names"][1:])
        lines = [names, ""] if names else []
        for kind, head in _KINDS.items():
            found = [one for one in self.claims.get(entity["id"], ()) if one["kind"] == kind]
            if found:
                lines += [f"## {self.lines.say(head)}", "", *map(self.lines.claim, found), ""]
        summary = (entity["summary"] or {}).get(self.lang, "")
        return self._page(entity["name"][self.lang], summary, lines)

    def _source(self, source: Record) -> str:
        facts = (self.lines.claim(one, named=True) for one in self.citing.get(source["id"], ()))
        publisher = (source["publisher"] or {}).get(self.lang)
        address = f"<{source['original']}>" if source["original"] else None
        parts = [plain(part) for part in (publisher, source["published"]) if part]
        imprint = " · ".join([*parts, *([address] if address else [])])
        caveats = (source["caveats"] or {}).get(self.lang, "")
        return self._page(source["own_title"], caveats, [imprint, "", *facts])
