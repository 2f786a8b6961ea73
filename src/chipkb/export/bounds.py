"""A quantity as numbers that a program can compare: bounds are never in the wrong column."""

from decimal import Decimal
from typing import Any

from chipkb.model.kb import KnowledgeBase
from chipkb.values.quantity import Qualifier, Quantity
from chipkb.values.unit import Unit

_FROM_BELOW = {  # the number is a lower bound; whether it may be reached
    Qualifier.OVER: False,
    Qualifier.MORE_THAN: False,
    Qualifier.AT_LEAST: True,
}
_FROM_ABOVE = {
    Qualifier.NEARLY: False,
    Qualifier.LESS_THAN: False,
    Qualifier.AT_MOST: True,
    Qualifier.UP_TO: True,
}
KEYS = (
    *("number", "min", "max", "is_min_inclusive", "is_max_inclusive", "is_approximate"),
    *("dimension", "base_unit", "base_number", "base_min", "base_max"),
)


def bounds(kb: KnowledgeBase, quantity: Quantity) -> dict[str, Any]:
    """The keys of KEYS: the number as said, its bounds, and both in the base unit."""
    number, low, high = _three(quantity.low, quantity.high, quantity.qualifier)
    unit = quantity.unit
    base = base_unit(kb, unit)
    factor = unit.factor
    return {
        "number": plain(number),
        "min": plain(low),
        "max": plain(high),
        "is_min_inclusive": _inclusive(low, _FROM_BELOW, quantity.qualifier),
        "is_max_inclusive": _inclusive(high, _FROM_ABOVE, quantity.qualifier),
        "is_approximate": quantity.qualifier is Qualifier.ABOUT,
        "dimension": unit.dimension,
        "base_unit": base.id if base else None,
        "base_number": plain(number * factor),
        "base_min": plain(low * factor if low is not None else None),
        "base_max": plain(high * factor if high is not None else None),
    }


def base_unit(kb: KnowledgeBase, unit: Unit) -> Unit | None:
    """The unit in which a dimension is counted, if the vocabulary names one."""
    siblings = kb.vocabulary.units.of_dimension(unit.dimension)
    return next((one for one in siblings if one.factor == 1), None)


def plain(value: Decimal | None) -> str | None:
    """Digit for digit, as text: a program's own number type would round some."""
    if value is None:
        return None
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def _three(
    low: Decimal, high: Decimal | None, qualifier: Qualifier
) -> tuple[Decimal, Decimal | None, Decimal | None]:
    """The number to sort by, of a range its middle, and what is below and above it."""
    if high is not None:
        return (low + high) / 2, low, high
    if qualifier in _FROM_BELOW:
        return low, low, None
    return (low, None, low) if qualifier in _FROM_ABOVE else (low, low, low)


def _inclusive(
    bound: Decimal | None, bounded: dict[Qualifier, bool], qualifier: Qualifier
) -> bool | None:
    return None if bound is None else bounded.get(qualifier, True)
