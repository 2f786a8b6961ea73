"""Text in two languages."""

import re
import unicodedata
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, field_validator

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)

# YAML folds the lines of a long text with a space, which Chinese does not have between characters
# or beside its punctuation.
_HAN, _PUNCTUATION = "\u3400-\u9fff", "，。；：、？！（）《》「」『』"
_FOLDED = re.compile(
    rf"(?<=[{_HAN}{_PUNCTUATION}])[ \t]+(?=[{_HAN}{_PUNCTUATION}])"
    rf"|(?<=[{_PUNCTUATION}])[ \t]+|(?<![ \t])[ \t]+(?=[{_PUNCTUATION}])"
)


class Text(BaseModel):
    """A wording in Chinese and in English; English may still be missing (a check warning)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zh: str
    en: str = ""

    @field_validator("zh")
    @classmethod
    def _unfolded(cls, text: str) -> str:
        return _FOLDED.sub("", text)

    def in_lang(self, lang: Lang) -> str:
        """The wording in `lang`; Chinese where English is missing, so that no page is empty."""
        return self.zh if lang == "zh" or not self.en else self.en

    def lacks(self, lang: Lang) -> bool:
        """Whether `in_lang(lang)` has to fall back to the other language."""
        return lang == "en" and not self.en


_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def spreadsheet_cell(text: str) -> str:
    """A text as a spreadsheet shows it and does not reckon with it: what begins like a formula is
    quoted, a number is left a number."""
    begins_formula = text[:1] in tuple("=+-@\t\r\n＝＋－＠") and not _NUMBER.fullmatch(text)
    return f"'{text}" if begins_formula else text


def shortened(text: str, most: int) -> str:
    """The text in at most so many characters, cut between words where it has any."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    if text[most - 1].isascii() and not text[most - 1].isspace() and " " in cut:
        cut = cut.rpartition(" ")[0]
    return cut.rstrip() + "…"


def same_name(name: str) -> str:
    """The form in which two names are the same to a reader: width, case and spacing aside."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
