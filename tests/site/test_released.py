"""Every address that was ever published still leads to something."""

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


def test_every_released_address_is_there_in_both_languages(real, pages, site):
    lost = []
    for released in real.kb.ledger.released:
        if released.kind is IdKind.FILE:
            move = real.kb.ledger.move_of(IdKind.FILE, released.id)
            if not (site / released.id).is_file() and not (move and move.gone):
                lost.append(released.id)
            continue
        path, anchor = address(released)
        for folder in ("", "en/"):
            page = pages.get(f"{folder}{path}/" if path else folder)
            if page is None or (anchor and anchor not in page.anchors):
                lost.append(f"{folder}{path}#{anchor}")
    assert lost == []
