"""Social cards on disk: each is drawn once, on all cores, and kept until nothing asks for it."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from chipkb.model.kb import KnowledgeBase
from chipkb.render import picture
from chipkb.render.card import CardFile, Masthead, page_card
from chipkb.render.page import RenderedPage
from chipkb.values.artifact import Artifact

_MANY = 40  # for fewer it takes longer to start processes than to draw
KEPT_IN = Path(".cache/chipkb/cards")  # below the root of the repository


@dataclass(frozen=True)
class Cards:
    """Of a site's pages. Not `in_words`, for want of a font, it is the seal on all of them."""

    masthead: Masthead
    kept_in: Path
    in_words: bool

    def of(self, kb: KnowledgeBase, rendered: RenderedPage) -> CardFile:
        return page_card(kb, rendered, self.masthead, in_words=self.in_words)

    def files(self, cards: Iterable[CardFile]) -> Iterator[Artifact]:
        return card_files(cards, self.kept_in)


def card_files(cards: Iterable[CardFile], kept_in: Path) -> Iterator[Artifact]:
    """Each card as a file of the site; what `kept_in` holds beyond these is thrown away."""
    wanted = {card.path: card.svg for card in cards}
    kept = {path: kept_in / f"{_key(svg)}.png" for path, svg in wanted.items()}
    _draw({kept[path]: svg for path, svg in wanted.items() if not kept[path].exists()})
    for path, file in kept.items():
        yield Artifact(path, file.read_bytes())
    _prune(kept_in, set(kept.values()))


def _key(svg: str) -> str:
    """The same for the same picture: of this drawing with the fonts of this machine."""
    return hashlib.sha256(f"{picture.fingerprint()}{svg}".encode()).hexdigest()


def _draw(missing: dict[Path, str]) -> None:
    """Processes, as drawing holds Python's lock; begun afresh, as Vega's threads bear no fork."""
    for folder in {file.parent for file in missing}:
        folder.mkdir(parents=True, exist_ok=True)
    if len(missing) < _MANY:
        for card in missing.items():
            _draw_one(card)
        return
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        list(pool.map(_draw_one, missing.items(), chunksize=8))


def _draw_one(card: tuple[Path, str]) -> None:
    """Another build may draw the same card at the same time: no one ever reads half of it."""
    file, svg = card
    unfinished = file.with_suffix(f".{os.getpid()}.part")
    unfinished.write_bytes(picture.png(svg))
    unfinished.replace(file)


def _prune(folder: Path, used: set[Path]) -> None:
    for file in folder.glob("*.png"):
        if file not in used:
            file.unlink(missing_ok=True)
