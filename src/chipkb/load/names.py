"""A name where an id should stand: what was meant can only be said once everything is read."""

import re
from dataclasses import replace
from pathlib import PurePosixPath

from chipkb.model.kb import KnowledgeBase
from chipkb.model.source import Source
from chipkb.values.problem import Edit, Problem
from chipkb.values.text import same_name

_CITED = re.compile(r"([^#＃/\s]+)\s*[#＃/]\s*(\S+/\D{0,3}[0-9]+\D{0,2})$")
YAML = (".yml", ".yaml")
_MENTION = re.compile(r"\{\s*([^{}/.:：#|\s]+)\s*[/.:：#|]\s*([a-z0-9-]+)[^{}]*\}")
_LINK = re.compile(r"\[\[([^\[\]|]+)(\|[^\[\]]*)?\]\]")


def with_names(kb: KnowledgeBase, problem: Problem) -> Problem:
    """The problem, with the id that was meant where a known name, title or address was written."""
    found = dict(problem.details).get("found", "")
    if problem.code == "id-syntax":
        return _suggesting(problem, _owner(kb, found))
    if problem.code == "citation-syntax" and not problem.suggestion:
        return _suggesting(problem, _source(kb, found))
    if problem.code == "prose-syntax" and (mention := _MENTION.fullmatch(found)):
        return _mention(kb, problem, *mention.groups())
    link = _LINK.fullmatch(found) if problem.code == "prose-syntax" else None
    id_ = _owner(kb, link[1]) if link else None
    if link is None or id_ is None:
        return problem
    words = link[2] or ""
    if words[1:].strip() == id_:  # the two the wrong way round
        words = f"|{link[1]}"
    instead = f"[[{id_}{words}]]"
    told = Problem.at(problem.place, "link-name", found=found, instead=instead)
    return told.mended_by(Edit(problem.place, found, instead))


def _mention(kb: KnowledgeBase, problem: Problem, thing: str, fact: str) -> Problem:
    """{entity.fact}, {entity:fact} and the like, with the stroke that belongs there."""
    ref = f"{_owner(kb, thing) or thing}/{fact}"
    return _suggesting(problem, f"{{{ref}}}" if ref in kb.claims else None)


def _suggesting(problem: Problem, id_: str | None) -> Problem:
    return replace(problem, suggestion=id_) if id_ else problem


def _owner(kb: KnowledgeBase, name: str) -> str | None:
    owners = {id_ for id_, _ in kb.owners_of_name.get(same_name(name), ())}
    return next(iter(owners)) if len(owners) == 1 else None


def _source(kb: KnowledgeBase, text: str) -> str | None:
    """The source that bears this title or address."""
    cited = _CITED.match(text)
    id_, place = (cited[1], cited[2]) if cited else (text, "")
    file = PurePosixPath(id_.replace("\\", "/").strip())
    likely = re.sub(r"[\s_]+", "-", (file.stem if file.suffix in YAML else id_).strip().lower())
    if likely in kb.sources:
        return f"{likely}#{_place(kb.sources[likely], place)}" if place else likely
    if "/" in text and "://" not in text:
        text = f"https://{text}"
    wanted = same_name(text).rstrip("/")
    for source in kb.sources.values():
        names = (source.title.zh, source.title.en, source.url or "")
        if wanted in {same_name(name).rstrip("/") for name in names if name}:
            return source.id
    return None


def _place(source: Source, written: str) -> str:
    """A place in a source with its section by id, where it was written by its title."""
    section, _, paragraph = written.partition("/")
    titled = (one.id for one in source.sections if section in (one.title.zh, one.title.en))
    number = re.search(r"[0-9]+", paragraph)
    return f"{next(titled, section)}/{number[0] if number else paragraph}"
