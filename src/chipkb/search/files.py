"""Files of the index: how values become bytes, shards and names that may be cached for ever."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence

from chipkb.values.artifact import Artifact

_HASH_LENGTH = 10
_TERM_SHARD_BYTES = 30_000
_PAGE_SHARD_BYTES = 14_000
_PREFIX_LENGTH = 3


def encode(value: object) -> bytes:
    """JSON without spaces; equal values give equal bytes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode(
        "utf-8"
    )


def hashed(folder: str, stem: str, content: bytes, suffix: str = "json") -> Artifact:
    """A file whose name changes with its content, so that a browser never has to ask again."""
    digest = hashlib.sha256(content).hexdigest()[:_HASH_LENGTH]
    return Artifact(f"{folder}{stem}.{digest}.{suffix}", content)


def shard_of(term: str, shards: int) -> int:
    """The shard of a term (FNV-1a, as in store.js). Latin words go by their first letters, so that one
    shard answers a word that is still being typed."""
    key = term[:_PREFIX_LENGTH] if term[0].isascii() else term
    digest = 0x811C9DC5
    for char in key:
        digest = (digest ^ ord(char)) * 0x01000193 & 0xFFFFFFFF
    digest ^= digest >> 15
    return digest % shards


def by_hash(terms: Mapping[str, object]) -> list[dict[str, object]]:
    """Terms dealt into as many shards as their size asks for."""
    shards: list[dict[str, object]] = [
        {} for _ in range(max(1, len(encode(terms)) // _TERM_SHARD_BYTES))
    ]
    for term, value in terms.items():
        shards[shard_of(term, len(shards))][term] = value
    return shards


def by_size(values: Sequence[object]) -> list[tuple[int, list[object]]]:
    """Neighbours packed together until a shard is full: (number of its first value, its values)."""
    packed: list[tuple[int, list[object]]] = []
    room = 0
    for number, value in enumerate(values):
        size = len(encode(value))
        if not packed or size > room:
            packed.append((number, []))
            room = _PAGE_SHARD_BYTES
        packed[-1][1].append(value)
        room -= size
    return packed


def names_of(artifacts: Iterable[Artifact]) -> list[str]:
    """Names of files without their folder."""
    return [artifact.path.rpartition("/")[2] for artifact in artifacts]
