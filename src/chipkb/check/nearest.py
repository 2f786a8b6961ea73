"""What was probably meant by a reference that leads nowhere."""

from chipkb.model.kb import KnowledgeBase
from chipkb.model.vocabulary import closest


def nearest_claim(kb: KnowledgeBase, ref: str, home: str | None) -> str | None:
    """The fact or event closest to `ref`, written as it would be in the file of `home`."""
    full = ref if "/" in ref else f"{home}/{ref}"
    own = [known for known in kb.claims if known.startswith(f"{full.split('/')[0]}/")]
    guess = closest(full, own) or closest(full, list(kb.claims))
    return guess.removeprefix(f"{home}/") if guess else None
