"""In which language a command speaks: as told, else as the machine is set up."""

import locale
import os

import click

from chipkb.values.text import LANGS, Lang

VARIABLE = "CHIPKB_LANG"


def own_language() -> Lang:
    """That of CHIPKB_LANG, else of the locale; English where neither is ours."""
    wished = os.environ.get(VARIABLE) or _locale()
    return "zh" if wished.lower().startswith("zh") or wished.startswith("Chinese") else "en"


def _locale() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return os.environ[name]
    return locale.getlocale()[0] or ""


lang_option = click.option(
    "--lang",
    type=click.Choice(LANGS),
    default=own_language,
    show_default=f"{VARIABLE}, else the locale's",
    help="Language of the messages.",
)
