"""Chinese words: jieba with the site's own dictionary."""

from collections.abc import Sequence
from functools import cache, cached_property
from typing import Any

from chipkb.search.terms import is_han, normalise

_OWN_WORD_FREQUENCY = 10_000
"""High enough that jieba keeps a name of ours whole; cut_for_search still yields the words inside it."""


@cache
def _dictionary() -> tuple[dict[str, int], int]:
    """jieba's words with their frequencies and the sum of these; read once for all languages."""
    import jieba

    reader = jieba.Tokenizer()
    words: tuple[dict[str, int], int] = reader.gen_pfdict(reader.get_dict_file())
    return words


class Segmenter:
    """Cuts Chinese text into words.

    jieba would read its cache with `marshal` from a file of a well-known name in the shared temporary
    folder, which anybody may have put there; building the dictionary here costs under a second and
    needs no file of ours. It also prints nothing this way. It is imported and its dictionary read when
    the first text is cut: most builds have none that is new.
    """

    def __init__(self, words: Sequence[str]):
        own = sorted({normalise(word) for word in words})
        self.own_words = [word for word in own if len(word) > 1 and all(map(is_han, word))]

    @cached_property
    def _jieba(self) -> Any:
        import jieba

        frequencies, total = _dictionary()
        cutter = jieba.Tokenizer()
        cutter.FREQ, cutter.total = frequencies.copy(), total
        cutter.initialized = True
        for word in self.own_words:
            cutter.add_word(word, _OWN_WORD_FREQUENCY)
        return cutter

    def words(self, run: str) -> list[str]:
        """Words of a Han run, long ones and the ones inside them, no guessing of unknown words."""
        return list(self._jieba.cut_for_search(run, HMM=False))
