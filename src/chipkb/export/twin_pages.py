"""What the twins of the site's own pages hold: the same as the pages, from the same views."""

from collections.abc import Callable, Iterator
from functools import partial

from chipkb.export.head import DOWNLOAD_NAMES
from chipkb.export.meaning import chain
from chipkb.export.twin_lines import TWIN, Lines, plain, table
from chipkb.model import permalink
from chipkb.model.change import How
from chipkb.model.comparison import Comparison
from chipkb.model.question import Question
from chipkb.model.words import prose_text
from chipkb.values.text import Text
from chipkb.view import labels
from chipkb.view.changes import DayView, FieldView, changes_view
from chipkb.view.comparison import comparison_view
from chipkb.view.coverage import CoverageTable, coverage_view
from chipkb.view.differences import differences_view
from chipkb.view.directory import DirectoryRow, directory_view
from chipkb.view.founding import founding_view
from chipkb.view.freshness import freshness_view
from chipkb.view.localisation import localisation_view
from chipkb.view.recipes import RECIPES, TOOLS

Body = Callable[[], Iterator[str]]


def bodies(lines: Lines) -> dict[str, Body]:
    """By page, the lines below its title and lead."""
    kb = lines.kb
    own = _Pages(lines)
    found: dict[str, Body] = {
        permalink.GLOSSARY: own.glossary,
        permalink.TIMELINE: own.timeline,
        permalink.DIFFERENCES: own.differences,
        permalink.FOUNDING: own.founding,
        permalink.FRESHNESS: own.freshness,
        permalink.WORKLIST: own.worklist,
        permalink.LOCALISATION: own.localisation,
        permalink.SOURCES: own.sources,
        permalink.CHAIN: own.chain,
        permalink.CHAIN_MAP: own.chain,
        permalink.DIRECTORY: own.directory,
        permalink.COMPARISONS: own.comparisons,
        permalink.COMPARE: own.compare,
        permalink.QUESTIONS: own.questions,
        permalink.DOWNLOADS: own.data,
        permalink.CHANGES: own.changes,
    }
    for comparison in kb.comparisons:
        page = permalink.comparison_page(comparison.id)
        found[page] = partial(own.comparison, comparison)
    for question in kb.questions:
        found[permalink.question_page(question.id)] = partial(own.question, question)
    for domain in kb.vocabulary.domains:
        found[permalink.changes_page(domain)] = partial(own.changes, domain)
    for tier in kb.tiers:
        found[permalink.sources_page(tier)] = partial(own.sources, tier)
    return found


class _Pages:
    def __init__(self, lines: Lines) -> None:
        self.lines, self.kb, self.lang = lines, lines.kb, lines.lang

    def glossary(self) -> Iterator[str]:
        for term in self.lines.tables["glossary"]:
            name, meaning = plain(term["name"][self.lang]), plain(term["definition"][self.lang])
            yield f"- **{name}**: {meaning}"

    def timeline(self) -> Iterator[str]:
        events = [one for one in self.lines.tables["facts"] if one["kind"] == "event"]
        for one in sorted(events, key=lambda one: one["as_of_end"]):
            yield self.lines.claim(one, named=True)

    def differences(self) -> Iterator[str]:
        view = differences_view(self.kb)
        yield from self._head("不能同时成立", "Contradictions")
        for contradiction in view.contradictions:
            yield from self.lines.views(contradiction.sides)
            yield ""
        parts = {
            "refuted": ("不可信", "Refuted"),
            "disputed": ("有争议", "Disputed"),
            "superseded": ("已更新", "Superseded"),
            "opposed": ("有反证", "With evidence against"),
        }
        for part, (zh, en) in parts.items():
            yield from self._head(zh, en)
            for group in getattr(view, part):
                yield from self.lines.views(group.views)
            yield ""

    def founding(self) -> Iterator[str]:
        for fared in founding_view(self.kb).documents:
            yield f"## {self.lines.say(fared.source.title)}"
            counts = Text(
                zh=f"{fared.claims} 条，其中有佐证 {fared.supported} 条，"
                f"与别处不合 {len(fared.corrected)} 条，附有说明 {len(fared.remarked)} 条。",
                en=f"{fared.claims} claims: {fared.supported} supported, {len(fared.corrected)} at "
                f"odds with other sources, {len(fared.remarked)} with a remark.",
            )
            yield from ("", self.lines.say(counts), "")
            yield from self.lines.views((*fared.corrected, *fared.remarked))
            yield ""

    def freshness(self) -> Iterator[str]:
        view = freshness_view(self.kb)
        yield from self._head("已过时效", "Older than their metric allows")
        yield from self.lines.views(one.view for one in view.stale)
        yield from ("", *self._head("没有日期", "Without a date"))
        yield from self.lines.views(view.undated)
        yield from ("", *self._head("到期而没有结果", "Due, with no outcome found"))
        yield from self.lines.views(view.overdue)

    def worklist(self) -> Iterator[str]:
        for part in coverage_view(self.kb).tables:
            name = self.lines.say(part.expectation.name)
            yield from (f"## {name} {part.known}/{part.expected}", "", *self._coverage(part), "")

    def _coverage(self, part: CoverageTable) -> Iterator[str]:
        heads = (" / ".join(map(self.lines.say, column.labels)) for column in part.columns)
        rows = (
            (self.lines.entity(row.entity), *(self.lines.value(cell.claim) for cell in row.cells))
            for row in part.rows
        )
        return table(("", *heads), rows)

    def localisation(self) -> Iterator[str]:
        for part in localisation_view(self.kb).domains:
            yield from (f"## {self.lines.say(part.domain.name)}", "")
            yield from self.lines.views(share.view for share in part.shares)
            yield ""

    def sources(self, tier: str | None = None) -> Iterator[str]:
        root = "../../" if tier else "../"
        for one in self.lines.tables["sources"]:
            if tier in (None, one["tier"]):
                yield f"- [{plain(one['own_title'])}]({root}source/{one['id']}/{TWIN})"

    def chain(self) -> Iterator[str]:
        for link in chain(self.kb, ""):
            yield f"## {plain(link['name'][self.lang])}"
            yield from ("", plain(link["summary"][self.lang]), "")
            for need in link["needs"]:
                name = plain(self.lines.names[need["entity"]])
                yield f"- **{name}**: {plain(need['why'][self.lang])}"
            yield ""

    def directory(self) -> Iterator[str]:
        heads = (
            Text(zh="条目", en="Entry"),
            Text(zh="类别", en="Kind"),
            Text(zh="领域", en="Domains"),
            Text(zh="城市", en="City"),
            Text(zh="上市", en="Listing"),
            Text(zh="最近的营收", en="Newest revenue"),
        )
        rows = map(self._directory_row, directory_view(self.kb).rows)
        return table(map(self.lines.say, heads), rows)

    def _directory_row(self, row: DirectoryRow) -> Iterator[str]:
        say = self.lines.say
        yield self.lines.entity(row.entity)
        yield say(labels.ENTITY_KINDS[row.entity.kind])
        yield "; ".join(say(domain.name) for _, domain in row.domains)
        yield say(row.city.name) if row.city else ""
        tickers = [one.listing.ticker for one in row.listings if one.listing.ticker]
        stage = say(labels.LISTED[row.stage]) if row.stage in labels.LISTED else ""
        yield " ".join((stage, *map(plain, tickers)))
        yield self.lines.value(row.revenue)

    def comparisons(self) -> Iterator[str]:
        for one in self.kb.comparisons:
            yield f"- [{self.lines.say(one.title)}](../{permalink.comparison_page(one.id)}/{TWIN})"

    def comparison(self, comparison: Comparison) -> Iterator[str]:
        view = comparison_view(self.kb, comparison)
        rows = (
            (
                self.lines.say(row.entity.name),
                *("; ".join(map(self.lines.value, cell.views)) for cell in row.cells),
            )
            for row in view.rows
        )
        return table(("", *(self.lines.say(head.label) for head in view.heads)), rows)

    def compare(self) -> Iterator[str]:
        """The choice is made in a browser; a program finds both sides here."""
        yield "`api/v1/entity/<id>.json`"

    def questions(self) -> Iterator[str]:
        for one in self.kb.questions:
            page = permalink.question_page(one.id)
            yield f"- [{self.lines.say(one.question)}](../{page}/{TWIN})"

    def question(self, question: Question) -> Iterator[str]:
        placed = (self.kb.claim(ref, None) for ref in question.facts)
        yield from self._head("依据", "On what this rests")
        yield from self.lines.placed(one for one in placed if one)
        if question.disputed:
            yield from ("", *self._head("争议", "What is disputed"))
            yield plain(prose_text(self.kb, question.disputed, self.lang, None))
        yield from ("", *self._head("把握", "How sure"))
        yield plain(prose_text(self.kb, question.sure, self.lang, None))

    def data(self) -> Iterator[str]:
        yield from (f"- [{name}]({name})" for name in DOWNLOAD_NAMES)
        for recipe in RECIPES:
            yield from ("", f"## {self.lines.say(recipe.question)}", "")
            for tool, line in recipe.lines.items():
                yield from (self.lines.say(TOOLS[tool]), "", f"    {line}", "")

    def changes(self, domain: str | None = None) -> Iterator[str]:
        for day in changes_view(self.kb, domain).days:
            yield from (f"## {day.date.iso}", "", *self._day(day), "")

    def _day(self, day: DayView) -> Iterator[str]:
        for group in day.entities:
            counts = ", ".join(f"{self._how(how)} {number}" for how, number in group.counts)
            yield f"- {self.lines.names.get(group.id, group.id)}: {counts}"
            for one in group.changes:
                fields = "; ".join(map(self._field, one.fields))
                yield f"    - {self._how(one.how)}: {self.lines.say(one.label)} ({fields})"

    def _field(self, field: FieldView) -> str:
        name = labels.FIELDS.get(field.name, Text(zh=field.name, en=field.name))
        say = self.lines.say
        return f"{say(name)}: {say(field.before)} → {say(field.after)}"

    def _how(self, how: How) -> str:
        return self.lines.say(labels.CHANGES[how])

    def _head(self, zh: str, en: str) -> Iterator[str]:
        yield from (f"## {self.lines.say(Text(zh=zh, en=en))}", "")
