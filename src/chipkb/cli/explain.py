"""`chipkb explain`: what a code means, with a wrong and a right example."""

import re
from importlib.resources import files

import click

from chipkb.cli.language import lang_option
from chipkb.model.vocabulary import choice
from chipkb.values.text import Lang
from chipkb.values.wording import WORDING

_EXAMPLES = "examples.txt"


def examples() -> dict[str, list[tuple[str, str]]]:
    """By code, what is wrong and what is right, as they stand in a file."""
    text = (files("chipkb.curate") / _EXAMPLES).read_text("utf-8")
    found: dict[str, list[tuple[str, str]]] = {}
    for block in text.split("\n\n"):
        lines = [line for line in block.split("\n") if line and not line.startswith("#")]
        if not lines:
            continue
        wrong, right = ("\n".join(one[2:] for one in lines[1:] if one[0] == sign) for sign in "-+")
        for code in lines[0].split():
            found.setdefault(code, []).append((wrong, right))
    return found


@click.command()
@lang_option
@click.argument("code", required=False)
def explain(lang: Lang, code: str | None) -> None:
    """Say what the CODE at the end of a message means; without one, list them all.

    \b
    chipkb explain yaml-colon
    """
    if code is None:
        for one, wording in sorted(WORDING.items()):
            click.echo(f"{one:22} {wording.severity:8} {_without_blanks(wording.sentence(lang))}")
        return
    code = code.strip("[]")
    if code not in WORDING:
        guess = choice(code, list(WORDING))
        also = f"; {guess}?" if guess else ""
        raise click.ClickException(
            ("没有这个代号" if lang == "zh" else "there is no such code") + also
        )
    wording = WORDING[code]
    zh, en = {"error": ("错误", "error"), "warning": ("警告", "warning")}[wording.severity]
    severity = zh if lang == "zh" else en
    click.echo(f"{code} ({severity})\n{_without_blanks(wording.sentence(lang))}")
    for wrong, right in examples().get(code, []):
        said = ("不要写", "要写") if lang == "zh" else ("instead of", "write")
        click.echo(f"\n{said[0]}\n{_indented(wrong)}\n{said[1]}\n{_indented(right)}")


def _without_blanks(sentence: str) -> str:
    """The sentence with dots where a message names what it found."""
    return (
        re.sub(r"(?<!\{)\{[a-z]+(?::noun)?\}(?!\})", "…", sentence)
        .replace("{{", "{")
        .replace("}}", "}")
    )


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))
