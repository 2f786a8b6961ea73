"""`chipkb rename` and `chipkb merge`: another id, everywhere, and the old one still leads there."""

import sys
from datetime import date
from pathlib import Path

import click

from chipkb.check.report import FORMATS
from chipkb.cli.data import root_option, stop_if_wrong, whole
from chipkb.cli.files import carry_out, errors_after
from chipkb.cli.language import lang_option
from chipkb.curate.merge import merged
from chipkb.curate.rename import Change, renamed
from chipkb.load.tree import read_texts
from chipkb.model.base import is_id
from chipkb.model.kb import KnowledgeBase
from chipkb.model.ledger import IdKind, moved_lines
from chipkb.values.text import Lang
from chipkb.values.wording import NOUNS_ZH

_MOVED = "data/moved.yml"
Steps = list[tuple[IdKind, str, str]]


@click.command()
@root_option
@lang_option
@click.argument("old")
@click.argument("new")
def rename(root: Path, lang: Lang, old: str, new: str) -> None:
    """Give an entity, term, source or fact (entity/fact) another id.

    Every reference follows, and data/moved.yml keeps the old id, so that old links lead on.

    \b
    chipkb rename moore-threads moore-threads-group
    chipkb rename moore-threads/patents moore-threads/granted-patents
    """
    kb = whole(root, lang)
    kind = _kind(kb, old, lang)
    taken = new in kb.ids[kind] or (kind in (IdKind.ENTITY, IdKind.TERM) and new in kb.named)
    if taken:
        text = (
            f"“{new}”已被使用；要合并请用 chipkb merge"
            if lang == "zh"
            else (f"'{new}' is taken; to make one of both: chipkb merge {old} {new}")
        )
        raise click.ClickException(text)
    if not all(is_id(part) for part in new.split("/")) or new.count("/") != old.count("/"):
        raise click.ClickException(f"'{new}' is no good id / 不能作编号")
    if kind is IdKind.CLAIM and new.partition("/")[0] != old.partition("/")[0]:
        raise click.ClickException("a fact stays in its file / 事实只能在原文件里改编号")
    change = _with_old_ids(root, kb, renamed(read_texts(root), kind, old, new), [(kind, old, new)])
    stop_if_wrong(errors_after(root, change), lang)
    carry_out(root, change, lang)


@click.command()
@root_option
@lang_option
@click.argument("old")
@click.argument("into")
def merge(root: Path, lang: Lang, old: str, into: str) -> None:
    """Put what the file of OLD says into that of INTO, and make every reference mean INTO.

    For two entities, or two sources, that are one. Names become aliases; facts of equal id get a
    new one; data/moved.yml keeps the old ids.

    \b
    chipkb merge star-chip-co star-chip
    """
    kb = whole(root, lang)
    kind = _kind(kb, old, lang)
    if kind not in (IdKind.ENTITY, IdKind.SOURCE) or into not in kb.ids[kind] or into == old:
        raise click.ClickException(
            "both must be entities, or both sources / 两者须同为条目或同为来源"
        )
    if kind is IdKind.ENTITY and kb.entities[old].kind != kb.entities[into].kind:
        kinds = kb.entities[old].kind, kb.entities[into].kind
        raise click.ClickException(
            f"“{old}”（{NOUNS_ZH[kinds[0]]}）与“{into}”（{NOUNS_ZH[kinds[1]]}）类别不同，不会是同一个"
            if lang == "zh"
            else f"'{old}' is a {kinds[0]} and '{into}' a {kinds[1]}: they are not one thing"
        )
    table = kb.entities if kind is IdKind.ENTITY else kb.sources
    homes = (table[old].place.file, table[into].place.file)
    merger = merged(read_texts(root), kind, old, into, homes)
    steps: Steps = [(IdKind.CLAIM, was, now) for was, now in merger.facts.items()]
    change = _with_old_ids(root, kb, merger.change, [*steps, (kind, old, into)])
    errors = errors_after(root, change)
    carry_out(root, change, lang)
    for was, now in merger.facts.items():
        told = f"两边都有这个编号，请看是否重复：{now}（原 {was}）"
        click.echo(
            told if lang == "zh" else f"both had this id, look for doubles: {now} (was {was})"
        )
    if merger.left_out:
        keys = ", ".join(merger.left_out)
        told = f"没有并入（{homes[1]} 里已有）：{keys}"
        click.echo(told if lang == "zh" else f"left out, as {homes[1]} has its own: {keys}")
    if errors:  # two files that say different things: their writer decides
        click.echo(FORMATS["text"](errors, lang), nl=False)
        sys.exit(1)


def _kind(kb: KnowledgeBase, id_: str, lang: Lang) -> IdKind:
    for kind in (IdKind.ENTITY, IdKind.TERM, IdKind.SOURCE):
        if id_ in kb.ids[kind]:
            return kind
    if id_ in kb.claims:
        return IdKind.CLAIM
    text = (
        f"没有“{id_}”；chipkb find 可以按名称查找"
        if lang == "zh"
        else (f"there is no '{id_}'; chipkb find looks for it by name")
    )
    raise click.ClickException(text)


def _with_old_ids(root: Path, kb: KnowledgeBase, change: Change, steps: Steps) -> Change:
    """`change`, and the lines that keep those of the old ids that were ever published."""
    released = {(one.kind, one.id) for one in kb.ledger.released}
    present = (kb.whereabouts(*one) for one in released if one[0] not in (IdKind.PAGE, IdKind.FILE))
    released |= {(here.kind, here.id) for here in present if here}  # under their present names
    kept = [step for step in steps if (step[0], step[1]) in released]
    kept += [
        (IdKind.CLAIM, was, f"{was.removesuffix(old)}{new}")
        for kind, old, new in steps
        if kind is IdKind.ENTITY
        for what, was in sorted(released)
        if what is IdKind.CLAIM and was.endswith((f"/to-{old}", f".{old}"))
    ]
    texts = dict(change.texts)
    if kept:
        path = root / _MOVED
        before = path.read_text("utf-8") if path.exists() else ""
        texts[_MOVED] = before + moved_lines(kept, date.today().isoformat())
    return Change(texts, change.gone)
