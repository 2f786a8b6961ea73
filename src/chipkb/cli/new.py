"""`chipkb new`: the beginning of a file that passes the check."""

import sys
from pathlib import Path

import click

from chipkb.cli.answers import answers
from chipkb.cli.data import all_problems, read, root_option
from chipkb.cli.files import write_texts
from chipkb.cli.language import lang_option
from chipkb.curate.new import ASKS, KINDS, Answers, scaffold
from chipkb.model.base import is_id
from chipkb.values.text import Lang


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
    asked = answers(loaded, kind, told, lang, alone=bool(given))
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
    found = [one for one in all_problems(read(root)) if one.place.file in texts and one.is_error]
    for problem in found:
        click.echo(problem.line(lang))
    if found:
        sys.exit(1)


def _say(lang: Lang, zh: str, en: str) -> str:
    return zh if lang == "zh" else en
