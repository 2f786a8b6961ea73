"""How wide words will be and where lines break, without asking the fonts of a machine.

Widths are in half Chinese characters; times half the size of the letters they are pixels.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_HAN = "\u2e80"  # from here on a character is as wide as it is high
_WIDTHS = {  # of letters of a bold serif; those not named are as wide as most of their kind
    **dict.fromkeys(" ", 0.54),
    **dict.fromkeys("ijl", 0.74),
    **dict.fromkeys(".,:;'|!()[]/-I", 0.84),
    **dict.fromkeys("cfrstz", 1.04),
    **dict.fromkeys("0123456789–", 1.2),
    **dict.fromkeys("mMwW@%&", 2.0),
}
_FULL = frozenset("·—…“”‘’→≠×≤≥")  # which a Chinese font may draw as wide as a character
_NARROWEST = min(_WIDTHS.values()) * 0.9
_UPPER, _LOWER = 1.58, 1.29
_NEVER_FIRST, _NEVER_LAST = "，。、；：！？）》」』”’％·—…", "（《「『“‘"
_PIECES = re.compile(rf"\s+|[^\s{_HAN}-\U0010ffff]+|[{_HAN}-\U0010ffff]")
_SENTENCE_END = re.compile(r"[。！？]|[.!?](?= )")
_SHARES = [
    share / 20 for share in range(8, 20)
]  # of a line, tried to make the lines of a heading alike


def width(text: str) -> int:
    """Of small running text, in which broad and narrow letters make up for each other."""
    return sum(2 if char >= _HAN else 1 for char in text)


@dataclass(frozen=True)
class Letters:
    """Large letters, where each counts. `latin`: how wide the Latin ones are beside bold serif."""

    latin: float = 1.0

    def width(self, text: str) -> float:
        """Rather too wide than too narrow: fonts differ."""
        return sum(map(self._letter, text))

    def wrapped(self, text: str, most: float) -> list[str]:
        """Lines; Chinese breaks between any characters, but not before a full stop."""
        return [line.strip() for line in self._lines(text, most)]

    def fitted(
        self, text: str, room: float, steps: Iterable[tuple[int, int]]
    ) -> tuple[int, list[str]]:
        """Size and lines of a heading in `room` pixels: by the first of `steps`, each a size and
        a number of lines, that holds the whole; the last one shortens it."""
        for size, count in steps:
            most = 2 * room / size
            lines = self.wrapped(text, most)
            if len(lines) <= count:
                return size, self._alike(text, most, len(lines))
        return size, self._cut(text, most, count)

    def filled(self, text: str, room: float, size: int, count: int) -> list[str]:
        """A paragraph of at most `count` lines: as many whole sentences as go in, else the
        beginning of the first."""
        most = 2 * room / size
        text = text[: int(count * most / _NARROWEST) + 1]  # what is beyond cannot go in
        ends = [match.end() for match in _SENTENCE_END.finditer(text)]
        for end in (len(text), *reversed(ends)):
            lines = self.wrapped(text[:end].rstrip(), most)
            if len(lines) <= count:
                return lines
        return self._cut(text, most, count)

    def _letter(self, char: str) -> float:
        if char >= _HAN or char in _FULL:
            return 2
        return self.latin * _WIDTHS.get(char, _UPPER if char.isupper() else _LOWER)

    def _lines(self, text: str, most: float) -> list[str]:
        lines = [""]
        for piece in self._pieces(text, most):
            if lines[-1] and self.width(lines[-1] + piece.rstrip()) > most:
                lines.append("")
            lines[-1] += piece
        return lines

    def _pieces(self, text: str, most: float) -> list[str]:
        """What stays together on a line, each piece with the space behind it."""
        pieces: list[str] = []
        for piece in _PIECES.findall(text):
            if pieces and (
                piece.isspace() or piece[0] in _NEVER_FIRST or pieces[-1][-1] in _NEVER_LAST
            ):
                pieces[-1] += piece
            elif self.width(piece) > most:
                pieces += piece
            else:
                pieces.append(piece)
        return pieces

    def _alike(self, text: str, most: float, count: int) -> list[str]:
        """As many lines, none much longer than the others."""
        longest = max(self.width(piece.rstrip()) for piece in self._pieces(text, most))
        narrower = (self.wrapped(text, max(most * share, longest)) for share in _SHARES)
        return next((lines for lines in narrower if len(lines) == count), self.wrapped(text, most))

    def _cut(self, text: str, most: float, count: int) -> list[str]:
        """The first `count` lines; dots in the last one say that there is more."""
        lines = self._lines(text, most)
        pieces = self._pieces(lines[count - 1] + lines[count], most)
        while pieces and self.width("".join(pieces).rstrip() + "…") > most:
            pieces.pop()
        last = "".join(pieces).rstrip(" ·，,、（(") + "…"
        return [*(line.strip() for line in lines[: count - 1]), last]


BOLD, PLAIN = Letters(), Letters(latin=0.92)
