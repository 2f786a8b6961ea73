"""Changes for a terminal, for a pull request in Markdown, and as JSON for programs."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from chipkb.diff.record import change_record
from chipkb.diff.state import Fields, Key, State
from chipkb.model.change import Change, FieldChange, How, in_words
from chipkb.values.text import Lang

_SIGNS = {
    How.ADDED: "+",
    How.CHANGED: "~",
    How.SUPERSEDED: "»",
    How.RETRACTED: "×",
    How.RENAMED: "→",
    How.REMOVED: "-",
}
_HOW: dict[Lang, dict[How, str]] = {
    "en": {how: how.value for how in How},
    "zh": {
        How.ADDED: "新增",
        How.CHANGED: "改动",
        How.SUPERSEDED: "更新取代",
        How.RETRACTED: "撤回",
        How.RENAMED: "改名",
        How.REMOVED: "消失",
    },
}
_NOTHING = {"en": "no changes", "zh": "没有改动"}
_MOST = 300  # characters of a value; a diff is read line by line
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#~@])")


def as_text(changes: Sequence[Change], old: State, new: State, lang: Lang) -> str:
    """A line a change with the fields below it, then the counts."""
    lines = []
    for change in changes:
        was = f"{change.was} → " if change.was else ""
        lines.append(
            f"{_SIGNS[change.how]} {change.kind} {was}{change.id}{_brief(change, new, lang)}"
        )
        lines += [f"    {one.field}: {_step(one, lang)}" for one in change.fields]
    lines.append(_summary(changes, lang))
    return "".join(f"{_visible(line)}\n" for line in lines)


def as_markdown(changes: Sequence[Change], old: State, new: State, lang: Lang) -> str:
    """A heading for each entity or kind, for a comment on a pull request."""
    lines = [f"**{_summary(changes, lang)}**", ""]
    for title, group in groupby(changes, key=lambda one: one.entity or one.kind):
        lines += [f"### {_plain(_title(title, new, lang))}", ""]
        for change in group:
            was = f"`{change.was}` → " if change.was else ""
            brief = _plain(_brief(change, new, lang))
            lines.append(f"- {_HOW[lang][change.how]} {was}`{change.id}`{brief}")
            lines += [f"  - {one.field}: {_plain(_step(one, lang))}" for one in change.fields]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def as_json(changes: Sequence[Change], old: State, new: State, lang: Lang) -> str:
    """A list of records as in `changes.json`; `lang` does not matter."""
    records = [change_record(change) for change in changes]
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[Sequence[Change], State, State, Lang], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}


def _brief(change: Change, new: State, lang: Lang) -> str:
    """What a thing that came in says."""
    fields = new.get(Key(change.kind, change.id), {}) if change.how is How.ADDED else {}
    said = "  ".join(_said(fields, lang))
    return f"  {_cut(said)}" if said else ""


def _said(fields: Fields, lang: Lang) -> Iterator[str]:
    for name in (
        "metric",
        "topic",
        "kind",
        "value",
        "target",
        "statement",
        "text",
        "name",
        "title",
        "as_of",
        "date",
    ):
        if fields.get(name):
            yield in_words(fields[name], lang)


def _step(change: FieldChange, lang: Lang) -> str:
    """From one value to another; of words in two languages those that changed."""
    before, after = change.in_words(lang)
    return f"{_cut(before)} → {_cut(after)}"


def _title(entity_or_kind: str, new: State, lang: Lang) -> str:
    name = new.get(Key("entity", entity_or_kind), {}).get("name")
    return f"{in_words(name, lang)} ({entity_or_kind})" if name else entity_or_kind


def _summary(changes: Sequence[Change], lang: Lang) -> str:
    counts = [(how, sum(change.how is how for change in changes)) for how in How]
    words = _HOW[lang]
    if lang == "zh":
        return "，".join(f"{words[how]} {n} 项" for how, n in counts if n) or _NOTHING[lang]
    return ", ".join(f"{n} {words[how]}" for how, n in counts if n) or _NOTHING[lang]


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"


def _plain(text: str) -> str:
    """Text as text: what strangers write is no markup, and mentions nobody."""
    return _MARKDOWN.sub(r"\\\1", _visible(text))


def _visible(text: str) -> str:
    """Without what a terminal would obey and a reader not see."""
    return _CONTROL.sub("\ufffd", text)
