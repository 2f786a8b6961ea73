"""`chipkb find`: is it there already, under another name?"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
from rapidfuzz import fuzz, process

from chipkb.cli.data import read, root_option
from chipkb.cli.language import lang_option
from chipkb.model.kb import KnowledgeBase
from chipkb.values.keys import KEYS
from chipkb.values.text import Lang, Text, same_name

_NEAR = 75


@click.command()
@root_option
@lang_option
@click.argument("name", nargs=-1, required=True)
def find(root: Path, lang: Lang, name: tuple[str, ...]) -> None:
    """Look for a name among entities, terms, sources, metrics, units, topics and keys.

    Exit code 1 if nothing is like it.

    \b
    chipkb find 摩尔线程
    chipkb find revenue
    """
    wanted = same_name(" ".join(name))
    rows = list(_named(read(root).kb, lang))
    spelled = [same_name(row[0]) for row in rows]
    hits = [i for i, one in enumerate(spelled) if wanted in one or (len(one) > 2 and one in wanted)]
    if not hits:
        near = process.extract(wanted, spelled, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=8)
        hits = [i for _, _, i in near]
    seen = set()
    for i in sorted(hits, key=lambda i: (spelled[i] != wanted, len(spelled[i])))[:20]:
        called, id_, what, where = rows[i]
        if (id_, what) not in seen:
            click.echo(f"{id_}  {called}  ({what}, {where})")
        seen.add((id_, what))
    if not hits:
        click.echo("没有找到" if lang == "zh" else "nothing is called like that")
        sys.exit(1)


def _named(kb: KnowledgeBase, lang: Lang) -> Iterator[tuple[str, str, str, str]]:
    """Name, id, what it is, and where it stands."""
    for id_, thing in kb.named.items():
        what = str(getattr(thing, "kind", "term"))
        yield id_, id_, what, thing.place.file
        for name in thing.names:
            yield name, id_, what, thing.place.file
    for id_, source in kb.sources.items():
        for name in (id_, source.title.zh, source.title.en, source.url or ""):
            if name:
                yield name, id_, "source", source.place.file
    words = kb.vocabulary
    for id_, metric in words.metrics.items():
        for name in (id_, metric.label.zh, metric.label.en, *metric.aliases):
            yield name, id_, "metric", metric.place.file
    tables: dict[str, Mapping[str, Text]] = {
        "topic": words.topics,
        "event": words.events,
        "tier": words.tiers,
    }
    for what, table in tables.items():
        for id_, text in table.items():
            for name in (id_, text.zh, text.en):
                yield name, id_, what, "data/vocabulary"
    for id_, kind in words.relations.items():
        for name in (id_, kind.label.zh, kind.label.en, kind.inverse.zh, kind.inverse.en):
            yield name, id_, "relation", kind.place.file
    for unit in words.units:
        for name in (unit.id, *unit.spellings):
            yield name, unit.id, "unit", "data/vocabulary/units.yml"
    for id_, key in KEYS.items():
        for name in (id_, *key.also):
            yield name, f"{id_}:", "key", key.zh if lang == "zh" else key.en
