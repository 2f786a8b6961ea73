"""Units of measure and of counting: how each is written, and what it measures."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from babel import Locale

from chipkb.values.text import Lang

_BLANK = "{n}"
_SPACE_BESIDE_HAN = re.compile(r"(?<=[\u3400-\u9fff]) (?=\{n)|(?<=n\}) (?=[\u3400-\u9fff])")
_KEYS = ("dimension", "factor", "symbol", "zh", "en", "aliases", "compact", "also")
_ENGLISH = Locale("en")
_CLASSIFIER = re.compile(r"\{n\} ?[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Restatement:
    """A second way to state the size, shown in English in brackets: 12-inch (300 mm)."""

    factor: Decimal
    pattern: str


class UnitError(ValueError):
    """What is off with an entry of units.yml, in one sentence of each language."""

    def __init__(self, en: str, zh: str):
        super().__init__(en)
        self.zh = zh


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit. Patterns hold `{n}` where the number goes; the number brings its own 万 or 亿.

    Quantities compare with one another only within one `dimension`; `factor` leads to its base.
    Where `compact` is false the digits are always written out, as is the custom after SI units.
    """

    id: str
    dimension: str
    factor: Decimal
    zh: str
    en: str
    en_one: str
    aliases: tuple[str, ...] = ()
    compact: bool = True
    also: Restatement | None = None

    @property
    def has_classifier(self) -> bool:
        """Whether Chinese puts a word of its own behind the number: 425 项, 3 亿元."""
        return _CLASSIFIER.match(self.zh) is not None

    @property
    def is_count(self) -> bool:
        """Whether it counts things, as 425 项 does, and not money or points of a hundred."""
        return (
            self.has_classifier
            and self.en.startswith("{n}")
            and self.dimension != "percentage-point"
        )

    @classmethod
    def from_yaml(cls, unit_id: str, mapping: Mapping[str, object]) -> "Unit":
        """The unit an entry of units.yml describes; UnitError says in one sentence what is off."""
        if not isinstance(mapping, Mapping):
            raise UnitError(
                f"unit '{unit_id}' should be a mapping of {', '.join(_KEYS)}",
                f"单位“{unit_id}”要写成 {{键: 值}}，可用的键：{', '.join(_KEYS)}",
            )
        if unknown := [str(key) for key in mapping if key not in _KEYS]:
            raise UnitError(
                f"unit '{unit_id}' has unknown key '{unknown[0]}'",
                f"单位“{unit_id}”里有不认识的键“{unknown[0]}”",
            )
        zh, en, en_one = _patterns(unit_id, mapping)
        return cls(
            id=unit_id,
            dimension=str(mapping.get("dimension", unit_id)),
            factor=_factor(unit_id, mapping.get("factor", 1)),
            zh=zh,
            en=en,
            en_one=en_one,
            aliases=_aliases(unit_id, mapping.get("aliases", [])),
            compact=_flag(unit_id, mapping.get("compact", "symbol" not in mapping)),
            also=_restatement(unit_id, mapping.get("also")),
        )

    def pattern(self, lang: Lang, number: Decimal) -> str:
        """The pattern for `number`: {n} patent for one, {n} patents for two."""
        if lang == "zh":
            return self.zh
        return self.en_one if _ENGLISH.plural_form(number) == "one" else self.en

    def label(self, lang: Lang) -> str:
        """The unit alone, for the head of a column or the axis of a chart; may be empty."""
        before, behind = (self.zh if lang == "zh" else self.en).split(_BLANK)
        return f"{before}…{behind}" if before and behind else (before or behind).strip(" -")

    @property
    def patterns(self) -> tuple[str, ...]:
        """Every way to write this unit around a number, each once."""
        return tuple(dict.fromkeys((self.zh, self.en, self.en_one, *self.aliases)))

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every word for this unit, without the number."""
        bare = (pattern.replace(_BLANK, " ").strip(" -") for pattern in self.patterns)
        return tuple(dict.fromkeys(word for word in bare if word))


class Units:
    """All units, in the order of the vocabulary."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._by_id = {unit.id: unit for unit in units}
        self._by_dimension: dict[str, tuple[Unit, ...]] = {}
        for unit in self:
            self._by_dimension[unit.dimension] = (*self.of_dimension(unit.dimension), unit)
        for siblings in self._by_dimension.values():
            _refuse_shared_spelling(siblings)

    @classmethod
    def from_yaml(cls, mapping: Mapping[str, Mapping[str, object]]) -> "Units":
        """The units of a whole units.yml; ValueError when an entry or the whole is unsound."""
        return cls(Unit.from_yaml(str(unit_id), entry) for unit_id, entry in mapping.items())

    def with_one(self, unit: Unit) -> "Units":
        """These and `unit`; ValueError where its id or a spelling of its dimension is taken."""
        if unit.id in self:
            raise UnitError(f"unit '{unit.id}' stands twice", f"单位“{unit.id}”写了两次")
        _refuse_shared_spelling((*self.of_dimension(unit.dimension), unit))
        more = Units(())
        more._by_id = {**self._by_id, unit.id: unit}
        more._by_dimension = {
            **self._by_dimension,
            unit.dimension: (*self.of_dimension(unit.dimension), unit),
        }
        return more

    def __iter__(self) -> Iterator[Unit]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, unit_id: object) -> bool:
        return unit_id in self._by_id

    def __getitem__(self, unit_id: str) -> Unit:
        return self._by_id[unit_id]

    def get(self, unit_id: str) -> Unit | None:
        """The unit with this id, or None."""
        return self._by_id.get(unit_id)

    def of_dimension(self, dimension: str) -> tuple[Unit, ...]:
        """All units that measure `dimension`."""
        return self._by_dimension.get(dimension, ())

    def allowed(self, unit_ids: Iterable[str]) -> tuple[Unit, ...]:
        """What a metric that names these units takes: they and all others of their dimensions.

        The named ones come first, so that they win where two dimensions share a spelling.
        """
        named = [self[unit_id] for unit_id in unit_ids]
        related = (other for unit in named for other in self.of_dimension(unit.dimension))
        return tuple(dict.fromkeys((*named, *related)))

    def spellings(self) -> tuple[str, ...]:
        """Every word for every unit, for did-you-mean."""
        return tuple(dict.fromkeys(word for unit in self for word in unit.spellings))


def _patterns(unit_id: str, mapping: Mapping[str, object]) -> tuple[str, str, str]:
    """The Chinese pattern and the English ones for many and for one."""
    if "symbol" in mapping:
        if "zh" in mapping or "en" in mapping:
            raise UnitError(
                f"unit '{unit_id}' has 'symbol', so it needs neither 'zh' nor 'en'",
                f"单位“{unit_id}”写了 symbol，就不写 zh 和 en",
            )
        symbol = f"{_BLANK} {mapping['symbol']}"
        return symbol, symbol, symbol
    if "zh" not in mapping or "en" not in mapping:
        raise UnitError(
            f"unit '{unit_id}' needs either 'symbol' or both 'zh' and 'en'",
            f"单位“{unit_id}”要么写 symbol，要么 zh 和 en 都写",
        )
    english = mapping["en"]
    if not isinstance(english, Mapping):
        english = {"one": english, "other": english}
    if set(english) != {"one", "other"}:
        raise UnitError(
            f"unit '{unit_id}': 'en' is one pattern, or the two keys one and other",
            f"单位“{unit_id}”的 en 写一种写法，或写 one 和 other 两个键",
        )
    zh, many, one = (
        _pattern(unit_id, text) for text in (mapping["zh"], english["other"], english["one"])
    )
    return _SPACE_BESIDE_HAN.sub("", zh), many, one


def _pattern(unit_id: str, text: object) -> str:
    if not isinstance(text, str) or text.count(_BLANK) != 1:
        raise UnitError(
            f"unit '{unit_id}': '{text}' should hold {_BLANK} once, where the number goes",
            f"单位“{unit_id}”的“{text}”里要有一个 {_BLANK}，表示数字的位置",
        )
    return text


def _factor(unit_id: str, value: object) -> Decimal:
    try:
        factor = Decimal(str(value))
    except InvalidOperation:
        factor = Decimal(0)
    if not factor.is_finite() or factor <= 0:
        raise UnitError(
            f"unit '{unit_id}': factor '{value}' is not a number above zero",
            f"单位“{unit_id}”的 factor“{value}”不是大于零的数",
        )
    return factor


def _aliases(unit_id: str, value: object) -> tuple[str, ...]:
    """Each alias as a pattern; one without {n} stands behind the number."""
    if not isinstance(value, list | tuple):
        raise UnitError(
            f"unit '{unit_id}': 'aliases' should be a list",
            f"单位“{unit_id}”的 aliases 要写成列表：[甲, 乙]",
        )
    patterns = (str(alias) if _BLANK in str(alias) else f"{_BLANK} {alias}" for alias in value)
    return tuple(_pattern(unit_id, pattern) for pattern in patterns)


def _flag(unit_id: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise UnitError(
            f"unit '{unit_id}': 'compact' should be true or false, not '{value}'",
            f"单位“{unit_id}”的 compact 只能是 true 或 false，不是“{value}”",
        )
    return value


def _restatement(unit_id: str, value: object) -> Restatement | None:
    if value is None:
        return None
    if not isinstance(value, Mapping) or set(value) != {"factor", "en"}:
        raise UnitError(
            f"unit '{unit_id}': 'also' needs the two keys factor and en",
            f"单位“{unit_id}”的 also 要有 factor 和 en 两个键",
        )
    return Restatement(_factor(unit_id, value["factor"]), _pattern(unit_id, value["en"]))


def _refuse_shared_spelling(siblings: tuple[Unit, ...]) -> None:
    """Within a dimension a spelling must mean one unit: there it would hide a wrong factor."""
    owners: dict[str, Unit] = {}
    for unit in siblings:
        for pattern in unit.patterns:
            spelling = pattern.replace(" ", "")
            if owners.setdefault(spelling, unit) is not unit:
                raise UnitError(
                    f"units '{owners[spelling].id}' and '{unit.id}' are both written '{pattern}'",
                    f"单位“{owners[spelling].id}”和“{unit.id}”都写成“{pattern}”",
                )
