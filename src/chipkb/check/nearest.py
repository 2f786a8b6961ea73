"""What was probably meant by a reference that leads nowhere."""

from collections.abc import Iterable

from chipkb.model.kb import KnowledgeBase
from chipkb.model.vocabulary import closest
from chipkb.values.text import same_name


def nearest_id(kb: KnowledgeBase, word: str, among: Iterable[str]) -> str | None:
    """The one of the ids that was meant by `word`: by the thing's name, else by its spelling."""
    among = list(among)
    named = {id_ for id_, _ in kb.owners_of_name.get(same_name(word.replace("-", " ")), ())}
    named |= {id_ for id_, _ in kb.owners_of_name.get(same_name(word), ())}
    known = sorted(named & set(among))
    return known[0] if len(known) == 1 else closest(word, among)


def nearest_claim(kb: KnowledgeBase, ref: str, home: str | None) -> str | None:
    """The fact or event closest to `ref`, written as it would be in the file of `home`."""
    full = ref if "/" in ref else f"{home}/{ref}"
    entity, _, name = full.partition("/")
    own = {known.partition("/")[2]: known for known in kb.claims if known.startswith(f"{entity}/")}
    guess = own.get(closest(name, list(own)) or "")
    if guess is None:
        elsewhere = [known for known in kb.claims if known.partition("/")[2] == name]
        guess = elsewhere[0] if len(elsewhere) == 1 else closest(full, list(kb.claims))
    return guess.removeprefix(f"{home}/") if guess else None
