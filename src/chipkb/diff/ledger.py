"""The ledger of released ids: what its files say once the present ids are added.

A line an id, sorted, so that two branches that add ids seldom meet in one line; claims are in a file
for each domain. Nothing is ever taken out.
"""

from collections import defaultdict
from collections.abc import Iterator

from chipkb.model import permalink
from chipkb.model.entity import Event, Relation
from chipkb.model.fact import Claim
from chipkb.model.kb import KnowledgeBase
from chipkb.model.ledger import IdKind
from chipkb.values.artifact import Artifact

FOLDER = "data/ledger"
_HEAD = "# Written by `chipkb ledger`: every id that was ever published. Nothing is taken out.\n"
_FILES = {
    IdKind.ENTITY: "entities",
    IdKind.TERM: "terms",
    IdKind.SOURCE: "sources",
    IdKind.NEED: "needs",
    IdKind.WORD: "words",
    IdKind.HEADING: "headings",
    IdKind.PAGE: "pages",
    IdKind.FILE: "files",
}


def ledger_files(kb: KnowledgeBase, files: tuple[str, ...]) -> Iterator[Artifact]:
    """The ledger with all that `kb` has; `files` are paths of the site that others rely on."""
    lines: dict[str, set[str]] = defaultdict(set)
    for released in kb.ledger.released:
        # Where the line stands already: one that wandered would look like a loss in a diff.
        lines[released.place.file].add(_line(released.id, released.sort))
    for kind, ids in kb.ids.items():
        if kind is not IdKind.CLAIM:
            lines[f"{FOLDER}/{_FILES[kind]}.txt"] |= set(ids.values())
    lines[f"{FOLDER}/{_FILES[IdKind.PAGE]}.txt"] |= {
        _line(page, "") for page in permalink.own_pages(kb)
    }
    lines[f"{FOLDER}/{_FILES[IdKind.FILE]}.txt"] |= set(files)
    written = {(released.id, released.sort) for released in kb.ledger.released}
    for placed in kb.all_claims():
        for id_ in dict.fromkeys((placed.permanent_id, placed.ref)):
            if (id_, sort_of(placed.claim)) not in written:
                file = f"{FOLDER}/claims/{placed.entity.home}.txt"
                lines[file].add(_line(id_, sort_of(placed.claim)))
    for file, found in sorted(lines.items()):
        yield Artifact.of_text(
            file, _HEAD + "".join(f"{line}\n" for line in sorted(found, key=_key))
        )


def sort_of(claim: Claim) -> str:
    """What a claim is in the ledger: a fact, a relation or an event."""
    if isinstance(claim, Relation):
        return "relation"
    return "event" if isinstance(claim, Event) else "fact"


def _line(id_: str, sort: str) -> str:
    return f"{sort} {id_}" if sort else id_ or "/"


def _key(line: str) -> tuple[str, str]:
    """By id, whatever its sort."""
    return line.split()[-1], line
