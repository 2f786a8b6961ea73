"""The files of data/ledger into what they list: an id a line, `#` before a remark."""

import re
from collections.abc import Iterator

from chipkb.model.ledger import IdKind, Released
from chipkb.values.artifact import is_inside
from chipkb.values.place import Place
from chipkb.values.problem import Problem

LEDGER_FOLDER = "ledger"
_KINDS = {
    "entities": IdKind.ENTITY,
    "terms": IdKind.TERM,
    "sources": IdKind.SOURCE,
    "needs": IdKind.NEED,
    "words": IdKind.WORD,
    "headings": IdKind.HEADING,
    "pages": IdKind.PAGE,
    "files": IdKind.FILE,
}
_REMARK = re.compile(r"(?:^|\s)#.*")  # `page#anchor` is no remark
_CLAIMS = "claims"  # a folder, with a file for each domain
SORTS = ("fact", "relation", "event")


def read_ledger(file: str, text: str) -> Iterator[Released | Problem]:
    """What the lines of one file say; a line that says nothing known is a problem."""
    parts = file.split("/")[2:]
    name = parts[-1].removesuffix(".txt")
    for number, line in enumerate(text.splitlines(), 1):
        words = _REMARK.sub("", line).split()
        place = Place(file, number, 1)
        if not words:
            continue
        if len(parts) == 2 and parts[0] == _CLAIMS:
            if len(words) == 2 and words[0] in SORTS:
                yield Released(IdKind.CLAIM, words[1], place, words[0])
                continue
        elif len(parts) == 1 and len(words) == 1 and name in _KINDS:
            if not is_inside(words[0].strip("/").replace("#", "/", 1) or "index"):
                yield Problem.at(place, "ledger-line", found=line.strip())
                continue
            yield Released(_KINDS[name], words[0].strip("/"), place)  # "/" is the home page
            continue
        yield Problem.at(place, "ledger-line", found=line.strip())
