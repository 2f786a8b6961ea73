"""`chipkb new`: the beginning of a file that passes the check."""

from pathlib import Path

import click

from chipkb.cli.data import all_problems, read, root_option
from chipkb.cli.files import write_texts
from chipkb.cli.language import lang_option
from chipkb.curate.new import ASKS, ENTITIES, KINDS, Answers, scaffold
from chipkb.load.tree import Loaded
from chipkb.model.base import is_id
from chipkb.model.source import SourceKind
from chipkb.values.keys import KEYS
from chipkb.values.text import Lang

_SAID: dict[str, tuple[str, str]] = {
    "zh": ("中文名称（来源写标题）", "name in Chinese (of a source: its title)"),
    "en": ("英文名称（来源写标题）", "name in English (of a source: its title)"),
    "publisher_zh": ("出版者（中文）", "publisher, in Chinese"),
    "publisher_en": ("出版者（英文）", "publisher, in English"),
    "definition_zh": ("解释（中文，不写数字）", "definition in Chinese, without digits"),
    "definition_en": ("解释（英文，不写数字）", "definition in English, without digits"),
    "rows": ("行：哪一种条目", "rows: which kind of entity"),
}
_OPTIONAL = ("published", "url", "accessed", "publisher_zh", "publisher_en")


@click.command()
@root_option
@lang_option
@click.option(
    "--set", "given", multiple=True, metavar="KEY=VALUE", help="An answer, so as not to be asked."
)
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("id_", metavar="ID")
def new(root: Path, lang: Lang, given: tuple[str, ...], kind: str, id_: str) -> None:
    """Write the beginning of a new file, asking for what it needs.

    \b
    chipkb new company star-chip --set zh=星辰科技 --set "en=Star Chip" --set domain=gpu
    """
    loaded = read(root)
    if not is_id(id_):
        raise click.BadParameter(
            _say(
                lang,
                f"“{id_}”不能作编号：只用小写字母、数字和连字符",
                f"'{id_}' is no good id: lower-case letters, digits and hyphens",
            )
        )
    if id_ in loaded.kb.named or (kind == "source" and id_ in loaded.kb.sources):
        raise click.BadParameter(_say(lang, f"已经有“{id_}”了", f"there is a '{id_}' already"))
    told = dict(part.partition("=")[::2] for part in given)
    asked = {
        key: told.get(key) or _asked(loaded, kind, key, lang, bool(given))
        for key in ("zh", "en", *ASKS[kind])
    }
    more = {key: asked[key] for key in ASKS[kind]}
    texts = scaffold(kind, id_, Answers(asked["zh"], asked["en"], more))
    for name in texts:
        path = root / name
        if kind == "term" and path.exists():
            texts[name] = path.read_text("utf-8").rstrip("\n") + "\n" + texts[name]
        elif path.exists():
            raise click.ClickException(_say(lang, f"{name} 已存在", f"{name} exists already"))
    write_texts(root, texts)
    for name in texts:
        click.echo(name)
    for problem in all_problems(read(root)):
        if problem.place.file in texts and problem.is_error:
            click.echo(problem.line(lang))


def _say(lang: Lang, zh: str, en: str) -> str:
    return zh if lang == "zh" else en


def _asked(loaded: Loaded, kind: str, key: str, lang: Lang, quiet: bool) -> str:
    choices = _choices(loaded, kind, key)
    said = _SAID.get(key) or (KEYS[key].zh, KEYS[key].en)
    question = f"{_say(lang, *said)} [{key}]"
    if quiet and key in _OPTIONAL:
        return ""
    if choices:
        return str(click.prompt(question, type=click.Choice(choices)))
    return str(click.prompt(question, default="" if key in _OPTIONAL else None, show_default=False))


def _choices(loaded: Loaded, kind: str, key: str) -> list[str]:
    words = loaded.kb.vocabulary
    tables: dict[str, list[str]] = {
        "tier": list(words.tiers), "kind": [str(one) for one in SourceKind], "rows": list(ENTITIES),
        "domain": list(words.domains), "metric": list(words.metrics),
    }  # fmt: skip
    return tables.get(key, []) if kind != "term" or key != "domain" else []
