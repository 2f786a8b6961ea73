"""What outlives a program: contents by the texts that they were made from."""

import json
from collections.abc import Callable
from typing import Any, Protocol, TypeVar, cast

T = TypeVar("T", bound="dict[str, Any] | list[Any] | str")


class Store(Protocol):
    """Gives a content back as it was put there, or nothing."""

    def get(self, *made_from: str) -> bytes | None: ...
    def put(self, content: bytes, *made_from: str) -> None: ...
    def __hash__(self) -> int: ...


def kept(store: Store | None, make: Callable[[], T], *made_from: str) -> T:
    """What `make` makes of nothing but these texts and the code: values as JSON has them, taken from
    the store where it has them."""
    found = None if store is None else store.get(*made_from)
    if found is not None:
        return cast(T, json.loads(found))
    made = make()
    if store is not None:
        store.put(json.dumps(made, ensure_ascii=False).encode("utf-8", "surrogatepass"), *made_from)
    return made
