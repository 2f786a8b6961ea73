"""What is wrong with the data: problems are values, collected and printed together."""

from dataclasses import dataclass, replace
from enum import StrEnum

from chipkb.values.place import Place, Spot
from chipkb.values.text import Lang, shortened
from chipkb.values.wording import DID_YOU_MEAN, NOUNS_ZH, WORDING

_LONGEST_DETAIL = 300  # characters of a value in a message


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True, slots=True)
class Edit:
    """At `place` there stands `old` in the file, and `new` should."""

    place: Place
    old: str
    new: str


class _Detail(str):
    """What fills a blank: as it stands, or with `:noun` in the language of the message."""

    lang: Lang

    def __format__(self, spec: str) -> str:
        if spec == "noun" and self.lang == "zh":
            return NOUNS_ZH.get(self, str(self))
        return str(self)


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. `code` is a key of WORDING; `details` fill the blanks of its sentence."""

    place: Place
    code: str
    details: tuple[tuple[str, str], ...] = ()
    suggestion: str = ""
    edit: Edit | None = None  # what mends it, where there is one right answer

    @classmethod
    def at(
        cls, place: Place | Spot, code: str, suggestion: str | None = None, /, **details: object
    ) -> "Problem":
        """A problem with its details given by name."""
        filled = tuple((name, _told(value)) for name, value in details.items())
        here = place.place if isinstance(place, Spot) else place
        return cls(here, code, filled, _told(suggestion or ""))

    def mended_by(self, edit: Edit) -> "Problem":
        """The same with the one right answer."""
        return replace(self, edit=edit)

    @property
    def severity(self) -> Severity:
        return Severity(WORDING[self.code].severity)

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def message(self, lang: Lang = "en") -> str:
        """The sentence for a person, with did-you-mean where we have a guess."""
        details = {}
        for name, value in self.details:
            details[name] = detail = _Detail(value)
            detail.lang = lang
        sentence = WORDING[self.code].sentence(lang).format(**details)
        if self.suggestion:
            sentence += DID_YOU_MEAN[lang].format(suggestion=self.suggestion)
        return sentence

    def line(self, lang: Lang = "en") -> str:
        """`file:line:col: severity: message [code]`, which editors and CI understand."""
        return f"{_told(self.place)}: {self.severity}: {self.message(lang)} [{self.code}]"


def _told(value: object) -> str:
    """As much of a value as a line can show, and nothing that a terminal would obey."""
    text = str(value)
    text = text if text.isprintable() else "".join(map(_visible, text))
    return shortened(text, _LONGEST_DETAIL)


def _visible(char: str) -> str:
    return char if char.isprintable() else char.encode("unicode_escape").decode("ascii")


def sorted_problems(problems: "list[Problem] | tuple[Problem, ...]") -> tuple[Problem, ...]:
    """In reading order, each once."""
    return tuple(sorted(set(problems), key=lambda p: (p.place, p.code, p.details)))
