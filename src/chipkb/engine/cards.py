"""Social cards on disk: each is drawn once, on all cores, and kept by its drawing."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from chipkb.engine.cache import Cache, key_of
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
        return card_files(cards, Cache(self.kept_in))


def card_files(cards: Iterable[CardFile], cache: Cache) -> Iterator[Artifact]:
    """Each card as a file of the site; what is kept and whole is not drawn again."""
    fonts = picture.fingerprint()
    wanted = {card.path: (key_of("card", fonts, card.svg), card.svg) for card in cards}
    drawn = {key: cache.get(key) for key, _ in wanted.values()}
    missing = {key: svg for key, svg in wanted.values() if drawn[key] is None}
    for key, content in _draw(missing):
        cache.put(key, content)
        drawn[key] = content
    for path, (key, _) in wanted.items():
        yield Artifact(path, drawn[key] or b"")
    cache.prune()


def _draw(missing: dict[str, str]) -> Iterable[tuple[str, bytes]]:
    """Processes, as drawing holds Python's lock; begun afresh, as Vega's threads bear no fork."""
    if len(missing) < _MANY:
        return [(key, picture.png(svg)) for key, svg in missing.items()]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return list(zip(missing, pool.map(picture.png, missing.values(), chunksize=8), strict=True))
