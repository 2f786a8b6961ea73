"""Mends what has one right answer: the edits that problems carry, put into the text."""

from collections.abc import Iterable

from chipkb.values.problem import Edit, Problem


def fixed(text: str, problems: Iterable[Problem]) -> tuple[str, int]:
    """`text` with the edits of these problems, all of one file, and how many were made.

    An edit whose place no longer holds what it expects, or lies within another's, is left.
    """
    edits = {problem.edit for problem in problems if problem.edit}
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    placed = sorted(
        (_offset(edit, starts), edit) for edit in edits if edit.place.line <= len(lines)
    )
    made, parts, end = 0, [], 0
    for offset, edit in placed:
        if offset < end or not text.startswith(edit.old, offset):
            continue
        parts += [text[end:offset], edit.new]
        end = offset + len(edit.old)
        made += 1
    return "".join([*parts, text[end:]]), made


def _offset(edit: Edit, starts: list[int]) -> int:
    return starts[edit.place.line - 1] + max(edit.place.col - 1, 0)
