"""A name where an id should stand: what was meant can only be said once everything is read."""

import re
from dataclasses import replace

from chipkb.model.kb import KnowledgeBase, same_name
from chipkb.values.problem import Edit, Problem

_CITED = re.compile(r"([^#＃/\s]+)\s*[#＃/]\s*(\S+/[0-9]+)$")
_LINK = re.compile(r"\[\[([^\[\]|]+)(\|[^\[\]]*)?\]\]")


def with_names(kb: KnowledgeBase, problem: Problem) -> Problem:
    """The problem, with the id that was meant where a known name, title or address was written."""
    found = dict(problem.details).get("found", "")
    if problem.code == "id-syntax":
        return _suggesting(problem, _owner(kb, found))
    if problem.code == "citation-syntax" and not problem.suggestion:
        return _suggesting(problem, _source(kb, found))
    link = _LINK.fullmatch(found) if problem.code == "prose-syntax" else None
    id_ = _owner(kb, link[1]) if link else None
    if link is None or id_ is None:
        return problem
    instead = f"[[{id_}{link[2] or ''}]]"
    told = Problem.at(problem.place, "link-name", found=found, instead=instead)
    return told.mended_by(Edit(problem.place, found, instead))


def _suggesting(problem: Problem, id_: str | None) -> Problem:
    return replace(problem, suggestion=id_) if id_ else problem


def _owner(kb: KnowledgeBase, name: str) -> str | None:
    owners = {id_ for id_, _ in kb.owners_of_name.get(same_name(name), ())}
    return next(iter(owners)) if len(owners) == 1 else None


def _source(kb: KnowledgeBase, text: str) -> str | None:
    """The source that bears this title or address."""
    cited = _CITED.match(text)
    id_, place = (cited[1], cited[2]) if cited else (text, "")
    likely = re.sub(r"[\s_]+", "-", id_.strip().lower())
    if likely in kb.sources:
        return f"{likely}#{place}" if place else likely
    wanted = same_name(text).rstrip("/")
    for source in kb.sources.values():
        names = (source.title.zh, source.title.en, source.url or "")
        if wanted in {same_name(name).rstrip("/") for name in names if name}:
            return source.id
    return None
