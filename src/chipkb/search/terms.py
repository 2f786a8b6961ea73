"""Text to search terms, in the one way that the worker (terms.js) repeats for queries.

Changing anything here means changing terms.js; a test runs both over the same strings.
"""

import re
import unicodedata
from collections.abc import Iterator

_HAN_CLASS = r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]"
_HAN = re.compile(_HAN_CLASS)
_ALNUM = rf"(?:(?!{_HAN_CLASS})[^\W_])"
_PIECE = re.compile(rf"(?P<han>{_HAN_CLASS}+)|[0-9]+(?:\.[0-9]+)+{_ALNUM}*|{_ALNUM}+")
_UNIT_LENGTH = 4
_ENDING_IN_ZEROS = re.compile(r"^([0-9]+)(?:\.0+|(\.[0-9]*[1-9])0+)(?![0-9.])")


def normalise(text: str) -> str:
    """One spelling for what a person sees as the same: full-width, case and accents are levelled."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
    return "".join(char for char in folded if unicodedata.category(char) != "Mn")


def is_han(char: str) -> bool:
    return _HAN.match(char) is not None


def pieces(normalised: str) -> Iterator[tuple[str, bool]]:
    """Runs of Han characters (True) and words or numbers (False), in order."""
    for match in _PIECE.finditer(normalised):
        yield match[0], match["han"] is not None


def stem(word: str) -> str:
    """English plural and singular meet, and 8.0 and 8; anything more would join what differs."""
    if "." in word:
        return _ENDING_IN_ZEROS.sub(r"\1\2", word)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def word_terms(words: list[str]) -> Iterator[str]:
    """Terms of neighbouring words: each word, and a number with the unit after it ("7 nm" is "7nm" too)."""
    for index, word in enumerate(words):
        yield stem(word)
        following = words[index + 1] if index + 1 < len(words) else ""
        if word[-1].isdecimal() and following.isalpha() and len(following) <= _UNIT_LENGTH:
            yield stem(word) + following


def bigrams(run: str) -> list[str]:
    """Neighbouring pairs of a Han run; a lone character stands for itself."""
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]
