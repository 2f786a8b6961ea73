"""Changes as plain values, as `changes.json` and the cache have them, and back again."""

from datetime import date
from typing import Any

from chipkb.model.change import Change, Day, FieldChange, History, How


def change_record(change: Change) -> dict[str, Any]:
    """A change as plain values, as `changes.json` has it."""
    record: dict[str, Any] = {"change": change.how.value, "kind": change.kind, "id": change.id}
    if change.was is not None:
        record["was"] = change.was
    if change.fields:
        record["fields"] = [
            {"field": one.field, "from": one.before, "to": one.after} for one in change.fields
        ]
    return record


def read_change(record: dict[str, Any]) -> Change:
    """The change that a record of `change_record` says."""
    fields = (FieldChange(f["field"], f["from"], f["to"]) for f in record.get("fields", ()))
    kind, id_ = record["kind"], record["id"]
    return Change(How(record["change"]), kind, id_, record.get("was"), tuple(fields))


def history_record(history: History) -> dict[str, Any]:
    """A history as plain values."""
    return {
        "since": history.since.isoformat() if history.since else None,
        "complete": history.complete,
        "days": [
            {
                "date": day.date.isoformat(),
                "commit": day.commit,
                "changes": [change_record(change) for change in day.changes],
            }
            for day in history.days
        ],
    }


def read_history(record: dict[str, Any]) -> History:
    """The history in a published `changes.json`."""
    days = (
        Day(
            date.fromisoformat(day["date"]),
            day["commit"],
            tuple(read_change(change) for change in day["changes"]),
        )
        for day in record["days"]
    )
    since = record["since"]
    return History(tuple(days), date.fromisoformat(since) if since else None, record["complete"])
