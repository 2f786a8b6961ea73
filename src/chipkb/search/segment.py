"""Chinese words: jieba with the site's own dictionary."""

from collections.abc import Sequence
from functools import cache

import jieba

from chipkb.search.terms import is_han, normalise

_OWN_WORD_FREQUENCY = 10_000
"""High enough that jieba keeps a name of ours whole; cut_for_search still yields the words inside it."""


@cache
def _dictionary() -> tuple[dict[str, int], int]:
    """jieba's words with their frequencies and the sum of these; read once for all languages."""
    reader = jieba.Tokenizer()
    words: tuple[dict[str, int], int] = reader.gen_pfdict(reader.get_dict_file())
    return words


class Segmenter:
    """Cuts Chinese text into words.

    jieba would read its cache with `marshal` from a file of a well-known name in the shared temporary
    folder, which anybody may have put there; building the dictionary here costs under a second and
    needs no file of ours. It also prints nothing this way.
    """

    def __init__(self, words: Sequence[str]):
        frequencies, total = _dictionary()
        self._jieba = jieba.Tokenizer()
        self._jieba.FREQ, self._jieba.total = frequencies.copy(), total
        self._jieba.initialized = True
        for word in sorted({normalise(word) for word in words}):
            if len(word) > 1 and all(map(is_han, word)):
                self._jieba.add_word(word, _OWN_WORD_FREQUENCY)

    def words(self, run: str) -> list[str]:
        """Words of a Han run, long ones and the ones inside them, no guessing of unknown words."""
        return list(self._jieba.cut_for_search(run, HMM=False))
