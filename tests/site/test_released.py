"""Every address that was ever published still leads to something."""

import json

from chipkb.model import permalink
from chipkb.model.ledger import IdKind, Released


def address(released: Released) -> tuple[str, str]:
    """The page of what was released, without language, and its anchor there."""
    match released.kind:
        case IdKind.ENTITY:
            return permalink.entity_page(released.id), ""
        case IdKind.SOURCE:
            return permalink.source_page(released.id), ""
        case IdKind.CLAIM:
            entity = released.id.partition("/")[0]
            return permalink.entity_page(entity), permalink.released_anchor(released)
        case IdKind.TERM:
            link = permalink.term_link(released.id)
        case IdKind.NEED:
            link = permalink.chain_need(*released.id.split("/"))
        case _:
            link = released.id
    page, _, anchor = link.partition("#")
    return page, anchor


def test_every_released_word_is_explained(real, site):
    vocabulary = json.loads((site / "data/vocabulary.json").read_text("utf-8"))
    told = {
        f"{table}/{word['id']}"
        for table, words in vocabulary.items()
        if isinstance(words, list)
        for word in words
    }
    released = {one.id for one in real.kb.ledger.released if one.kind is IdKind.WORD}
    moved = {move.was for move in real.kb.ledger.moves if move.kind is IdKind.WORD}
    assert len(released) > 100 and released - told - moved == set()


def test_every_released_address_is_there_in_both_languages(real, pages, site):
    lost = []
    for released in real.kb.ledger.released:
        if released.kind is IdKind.FILE:
            move = real.kb.ledger.move_of(IdKind.FILE, released.id)
            if not (site / released.id).is_file() and not (move and move.gone):
                lost.append(released.id)
            continue
        if released.kind is IdKind.WORD:  # it has no page of its own
            continue
        path, anchor = address(released)
        for folder in ("", "en/"):
            page = pages.get(f"{folder}{path}/" if path else folder)
            if page is None or (anchor and anchor not in page.anchors):
                lost.append(f"{folder}{path}#{anchor}")
    assert lost == []
