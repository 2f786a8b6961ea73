"""How the sentence for a problem is kept: its severity, and its words in both languages."""

from typing import NamedTuple

from chipkb.values.text import Lang


class Wording(NamedTuple):
    severity: str
    en: str
    zh: str

    def sentence(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


def error(en: str, zh: str) -> Wording:
    return Wording("error", en, zh)


def warning(en: str, zh: str) -> Wording:
    return Wording("warning", en, zh)
