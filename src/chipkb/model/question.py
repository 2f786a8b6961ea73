"""Questions that people ask, answered from the facts."""

from typing import Annotated

from pydantic import Field

from chipkb.model.base import FactRef, Id, Model, OneOrMore
from chipkb.model.prose import Prose
from chipkb.values.text import Text


class Question(Model):
    """One file of data/questions/: a short answer, the facts it rests on, and how sure it is.

    `also`: other wordings under which it is found. `chart`: the entity whose change over time shows
    it. `see`: what to read next.
    """

    id: str
    order: int
    question: Text
    also: Annotated[tuple[str, ...], OneOrMore] = ()
    answer: Prose
    facts: Annotated[tuple[FactRef, ...], OneOrMore, Field(min_length=1)]
    chart: Id | None = None
    disputed: Prose | None = None
    sure: Prose
    see: Annotated[tuple[Id, ...], OneOrMore] = ()
