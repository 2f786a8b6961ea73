"""Text in two languages."""

from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)


class Text(BaseModel):
    """A wording in Chinese and in English; English may still be missing (a check warning)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zh: str
    en: str = ""

    def in_lang(self, lang: Lang) -> str:
        """The wording in `lang`; Chinese where English is missing, so that no page is empty."""
        return self.zh if lang == "zh" or not self.en else self.en

    def lacks(self, lang: Lang) -> bool:
        """Whether `in_lang(lang)` has to fall back to the other language."""
        return lang == "en" and not self.en
