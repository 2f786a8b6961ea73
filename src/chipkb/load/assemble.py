"""Texts of files into the knowledge base: which folder holds what, and what stays broken."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, TypeVar

from chipkb.load.content_text import title_of, without_keys
from chipkb.load.ledger_files import LEDGER_FOLDER, read_ledger
from chipkb.load.memory import Memory
from chipkb.load.names import with_names
from chipkb.load.placed import Parsed, PlacedDict
from chipkb.load.stand_ins import UNREAD, salvaged
from chipkb.load.validation import validated
from chipkb.load.vocabulary_files import VOCABULARY_FOLDER, read_vocabulary
from chipkb.model.base import Model, is_id
from chipkb.model.chain import ChainLink
from chipkb.model.comparison import Comparison
from chipkb.model.content import Acceptance, ContentPage
from chipkb.model.coverage import Expectation
from chipkb.model.entity import Entity
from chipkb.model.kb import KnowledgeBase
from chipkb.model.ledger import Ledger, Move, Released
from chipkb.model.question import Question
from chipkb.model.site import Site
from chipkb.model.source import Source
from chipkb.model.term import Term
from chipkb.model.vocabulary import Vocabulary
from chipkb.values.place import Place, Where
from chipkb.values.problem import Problem
from chipkb.values.text import LANGS

SOURCES, GLOSSARY, CHAIN, COMPARISONS = "sources", "glossary", "chain", "comparisons"
QUESTIONS = "questions"
ACCEPTED, COVERAGE, MOVED, SITE = "accepted.yml", "coverage.yml", "moved.yml", "site.yml"


T = TypeVar("T", bound=Model)


class ReadingError(Exception):
    """A bug of ours, which a file brought to light: whoever reports it can say which."""

    def __init__(self, file: str, cause: Exception):
        super().__init__(f"{file}: {type(cause).__name__}: {cause}")


@dataclass(frozen=True)
class TextFile:
    """`name` is the path from the root of the repository, with forward slashes."""

    name: str
    text: str

    @cached_property
    def path(self) -> PurePosixPath:
        return PurePosixPath(self.name)

    @cached_property
    def folder(self) -> str:
        """The folder below data/, or '' for a file in data/ itself."""
        return self.path.parts[1] if len(self.path.parts) > 2 else ""


def assemble(
    files: Iterable[TextFile], memory: Memory | None = None
) -> tuple[KnowledgeBase, frozenset[str], list[Problem]]:
    """The knowledge base of these files, the ids whose files are broken, and all problems.

    `memory` is of an earlier reading, so that only what changed is read anew.
    """
    files, memory = list(files), memory or Memory()
    memory.begin()
    data = [file for file in files if file.name.startswith("data/")]
    words = [file for file in data if file.folder == VOCABULARY_FOLDER]
    parsed = {file.name: memory.parsed(file.name, file.text) for file in words}
    vocabulary, found = memory.vocabulary(parsed, read_vocabulary)
    problems = list(found)
    reading = _Reading(vocabulary, problems, memory)
    for file in files:
        problems += memory.suspicious(file.name, file.text)
    for file in data:
        reading.read(file)
    for page in _content_pages(files):
        reading.content(*page)
    kb = reading.knowledge_base()
    return kb, frozenset(reading.broken), [with_names(kb, problem) for problem in problems]


@dataclass
class _Reading:
    """The tables as they fill."""

    vocabulary: Vocabulary
    problems: list[Problem]
    memory: Memory
    entities: dict[str, Entity] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    chain: list[ChainLink] = field(default_factory=list)
    comparisons: dict[str, Comparison] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    pages: dict[str, ContentPage] = field(default_factory=dict)
    acceptances: list[Acceptance] = field(default_factory=list)
    expectations: list[Expectation] = field(default_factory=list)
    released: list[Released] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    site: Site = field(default_factory=Site)
    broken: set[str] = field(default_factory=set)

    def read(self, file: TextFile) -> None:
        if file.folder == LEDGER_FOLDER and file.path.suffix == ".txt":
            self._ledger(file)
            return
        reader = self._reader(file)
        if not reader:
            return
        parsed = self.memory.parsed(file.name, file.text)
        self.problems += parsed.problems
        if parsed.data is None:
            self.broken.add(file.path.stem)
            return
        try:
            reader(file, parsed)
        except Exception as error:
            raise ReadingError(file.name, error) from error

    def _reader(self, file: TextFile) -> Callable[[TextFile, Parsed], None] | None:
        if file.folder == VOCABULARY_FOLDER:
            return None
        lists = {ACCEPTED: self._accepted, COVERAGE: self._coverage, MOVED: self._moved}
        lists[SITE] = self._site
        if file.path.name in lists and not file.folder:
            return lists[file.path.name]
        readers = {
            SOURCES: self._source,
            GLOSSARY: self._glossary,
            CHAIN: self._link,
            COMPARISONS: self._comparison,
            QUESTIONS: self._question,
        }
        if len(file.path.parts) == 3 and file.folder in readers:
            return readers[file.folder]
        if len(file.path.parts) == 3 and file.folder in self.vocabulary.domains:
            return self._entity
        if self.vocabulary.is_broken("domains", file.folder):
            self.broken |= {file.path.stem, UNREAD}
            return None
        expected = ", ".join([*readers, VOCABULARY_FOLDER, *self.vocabulary.domains])
        place = Place(file.name)
        self.problems.append(
            Problem.at(
                place,
                "file-folder",
                folder="/".join(file.path.parts[1:-1]) or file.path.name,
                expected=expected,
            )
        )
        return None

    def _entity(self, file: TextFile, parsed: Parsed) -> None:
        self._keep(self.entities, Entity, file, parsed, home=file.folder)

    def _source(self, file: TextFile, parsed: Parsed) -> None:
        self._keep(self.sources, Source, file, parsed)

    def _link(self, file: TextFile, parsed: Parsed) -> None:
        table: dict[str, ChainLink] = {}
        self._keep(table, ChainLink, file, parsed)
        self.chain += table.values()

    def _comparison(self, file: TextFile, parsed: Parsed) -> None:
        self._keep(self.comparisons, Comparison, file, parsed)

    def _question(self, file: TextFile, parsed: Parsed) -> None:
        self._keep(self.questions, Question, file, parsed)

    def _keep(
        self, table: dict[str, T], model: type[T], file: TextFile, parsed: Parsed, **given: Any
    ) -> None:
        """Puts the thing that a whole file describes into its table."""
        id_ = file.path.stem
        if not is_id(id_):
            self.problems.append(Problem.at(Place(file.name), "file-name", name=id_))
            return
        thing = self._model(model, parsed.data, file, id=id_, **given)
        if thing is None:
            self.broken |= {id_, UNREAD}
            if isinstance(parsed.data, PlacedDict):
                thing = salvaged(model, parsed.data, {"id": id_, **given}, self.vocabulary)
        if thing is None:
            return
        if id_ in table:
            other = table[id_].place.file
            self.problems.append(Problem.at(Place(file.name), "id-duplicate", id=id_, other=other))
        else:
            table[id_] = thing

    def _glossary(self, file: TextFile, parsed: Parsed) -> None:
        if not isinstance(parsed.data, PlacedDict):
            self._model(Term, parsed.data, file)
            return
        if not is_id(file.path.stem):
            self.problems.append(Problem.at(Place(file.name), "file-name", name=file.path.stem))
            return
        for id_, data in parsed.data.items():
            place = parsed.data.where.keys[id_]
            if not is_id(id_):
                self.problems.append(Problem.at(place, "id-syntax", found=id_))
                continue
            term = self._model(Term, data, file, place, id=id_, topic=file.path.stem)
            if term is None:
                self.broken.add(id_)
            elif id_ in self.terms:
                other = self.terms[id_].place
                self.problems.append(Problem.at(place, "id-duplicate", id=id_, other=other))
            else:
                self.terms[id_] = term

    def _accepted(self, file: TextFile, parsed: Parsed) -> None:
        self.acceptances += self._entries(Acceptance, file, parsed)

    def _coverage(self, file: TextFile, parsed: Parsed) -> None:
        self.expectations += self._entries(Expectation, file, parsed)

    def _moved(self, file: TextFile, parsed: Parsed) -> None:
        self.moves += self._entries(Move, file, parsed)

    def _site(self, file: TextFile, parsed: Parsed) -> None:
        self.site = self._model(Site, parsed.data, file) or self.site

    def _ledger(self, file: TextFile) -> None:
        for found in read_ledger(file.name, file.text):
            if isinstance(found, Problem):
                self.problems.append(found)
            else:
                self.released.append(found)

    def _entries(self, model: type[T], file: TextFile, parsed: Parsed) -> list[T]:
        """The things that a file lists."""
        entries = parsed.data if isinstance(parsed.data, list) else [parsed.data]
        things = [self._model(model, entry, file) for entry in entries]
        return [thing for thing in things if thing]

    def content(self, id_: str, zh: TextFile | None, en: TextFile | None) -> None:
        """Adds a page written by hand, from its file in each language."""
        if zh is None or en is None:
            missing = f"{id_}.{'en' if zh else 'zh'}.md"
            for file in filter(None, (zh, en)):
                self.problems.append(Problem.at(Place(file.name), "content-missing", page=missing))
            return
        if not is_id(id_):
            self.problems.append(Problem.at(Place(zh.name), "file-name", name=id_))
            return
        (zh_text, zh_headings), (en_text, en_headings) = map(without_keys, (zh.text, en.text))
        title = _placed(zh, en, zh=title_of(zh_text) or id_, en=title_of(en_text) or id_)
        data = _placed(zh, en, title=title, body=_placed(zh, en, zh=zh_text, en=en_text))
        headings = {"zh": zh_headings, "en": en_headings}
        page = self._model(ContentPage, data, zh, id=id_, headings=headings)
        if page:
            self.pages[id_] = page

    def _model(
        self, model: type[T], data: Any, file: TextFile, place: Place | None = None, **given: Any
    ) -> T | None:
        if not isinstance(data, PlacedDict):
            place = place or Place(file.name, 1, 1)
            what = "a list" if isinstance(data, list) else f"'{data}'" if data else "nothing"
            self.problems.append(Problem.at(place, "yaml-mapping", found=what))
            return None
        context = {"vocabulary": self.vocabulary}
        thing, found = self.memory.model(
            data, self.vocabulary, model, lambda: validated(model, data, given, context)
        )
        self.problems += found
        return thing

    def knowledge_base(self) -> KnowledgeBase:
        return KnowledgeBase(
            vocabulary=self.vocabulary,
            entities=self.entities,
            sources=self.sources,
            terms=self.terms,
            chain=tuple(sorted(self.chain, key=lambda link: link.order)),
            comparisons=tuple(sorted(self.comparisons.values(), key=lambda one: one.order)),
            questions=tuple(sorted(self.questions.values(), key=lambda one: one.order)),
            content=self.pages,
            acceptances=tuple(self.acceptances),
            expectations=tuple(self.expectations),
            site=self.site,
            ledger=Ledger(tuple(self.released), tuple(self.moves)),
        )


def _content_pages(files: list[TextFile]) -> Iterable[tuple[str, TextFile | None, TextFile | None]]:
    """The pages written by hand: id, Chinese, English. One without a language is named whole."""
    pages: dict[str, dict[str, TextFile]] = {}
    for file in files:
        if file.name.startswith("content/"):
            id_, _, lang = file.path.stem.rpartition(".")
            known = lang in LANGS
            pages.setdefault(id_ if known else file.path.stem, {})[lang if known else "zh"] = file
    return [(id_, texts.get("zh"), texts.get("en")) for id_, texts in pages.items()]


def _placed(zh: TextFile, en: TextFile, /, **values: Any) -> PlacedDict:
    """A mapping that stands in no file; each language's text is at the start of its own."""
    data = PlacedDict(values)
    starts = {"zh": Place(zh.name, 1, 1), "en": Place(en.name, 1, 1)}
    data.where = Where(starts["zh"], values={key: starts[key] for key in values if key in starts})
    return data
