"""Cards are drawn once; a damaged one is drawn anew instead of being published."""

from chipkb.engine.cache import Cache
from chipkb.engine.cards import card_files
from chipkb.render import picture
from chipkb.render.card import CardFile

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="{}" height="9"/></svg>'
CARDS = [CardFile(f"assets/cards/{n}.png", "", SVG.format(n)) for n in (3, 7)]


def made(folder, monkeypatch) -> tuple[dict[str, bytes], list[str]]:
    """The files by path, and the drawings that had to be made."""
    drawn, png = [], picture.png

    def counted(svg: str) -> bytes:
        drawn.append(svg)
        return png(svg)

    with monkeypatch.context() as patch:
        patch.setattr(picture, "png", counted)
        picture.fingerprint()
        drawn.clear()
        return {one.path: one.content for one in card_files(CARDS, Cache(folder))}, drawn


def test_a_card_is_drawn_once(tmp_path, monkeypatch):
    first, drawn = made(tmp_path, monkeypatch)
    assert len(drawn) == 2 and all(one.startswith(b"\x89PNG") for one in first.values())
    again, drawn = made(tmp_path, monkeypatch)
    assert (again, drawn) == (first, [])


def test_a_damaged_card_is_drawn_anew(tmp_path, monkeypatch):
    first, _ = made(tmp_path, monkeypatch)
    for entry in (path for path in tmp_path.rglob("*") if path.is_file()):
        entry.write_bytes(entry.read_bytes()[:-5] + b"<p>x>")
    again, drawn = made(tmp_path, monkeypatch)
    assert again == first and len(drawn) == 2


def test_a_folder_that_cannot_be_written_to_costs_time_and_nothing_else(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    first, drawn = made(tmp_path / "file/below", monkeypatch)
    assert len(first) == len(drawn) == 2
