"""What the page for comparing loads of each thing: a small file a thing and language."""

import json
from collections.abc import Iterator
from typing import Any

from chipkb.model import permalink
from chipkb.model.fact import Figure
from chipkb.model.kb import KnowledgeBase
from chipkb.model.words import prose_text
from chipkb.render.link import relative_link
from chipkb.values.artifact import Artifact
from chipkb.values.text import LANGS, Lang
from chipkb.view import labels
from chipkb.view.claim import ClaimView
from chipkb.view.compare import Asked, asked_of


def compare_files(kb: KnowledgeBase) -> Iterator[Artifact]:
    for entity in kb.entities.values():
        rows = asked_of(kb, entity)
        for lang in LANGS:
            path = permalink.file_path(permalink.COMPARE, f"{entity.id}.json", lang)
            said = {
                "name": entity.name.in_lang(lang),
                "page": _link(permalink.entity_page(entity.id)),
                "rows": [_row(kb, row, lang) for row in rows],
            }
            yield Artifact.of_text(path, json.dumps(said, ensure_ascii=False) + "\n")


def _row(kb: KnowledgeBase, row: Asked, lang: Lang) -> dict[str, Any]:
    label = row.label.in_lang(lang)
    if row.of:
        of = row.of.name.in_lang(lang)
        label += f"（{of}）" if lang == "zh" else f" ({of})"
    return {
        "key": row.key,
        "label": label,
        "kind": row.kind,
        "cells": [_cell(kb, view, lang) for view in row.views],
    }


def _cell(kb: KnowledgeBase, view: ClaimView, lang: Lang) -> dict[str, Any]:
    """`basis` is what must be the same for two figures to be compared; empty keys are left out."""
    claim = view.claim
    when = view.date.text(lang) if view.date else ""
    cell = {"text": _text(view, lang), "when": when, "link": _link(view.link)}
    if isinstance(claim, Figure):
        by = kb.vocabulary.measures.get(claim.by or "")
        cell |= {
            "scope": prose_text(kb, claim.scope, lang, view.entity.id) if claim.scope else "",
            "by": by.in_lang(lang) if by else "",
            "rests": labels.BASES[claim.basis].in_lang(lang) if claim.basis in labels.BASES else "",
            "basis": _basis(claim),
        }
    if claim.assessment.needs_reason:
        cell["mark"] = labels.ASSESSMENTS[claim.assessment.value].in_lang(lang)
        cell["assessment"] = claim.assessment.value
    return {key: value for key, value in cell.items() if value}


def _basis(figure: Figure) -> str:
    scope = figure.scope.zh if figure.scope else ""
    parts = (scope, figure.by or "", figure.stretch or "", figure.value.unit.dimension)
    return "|".join(parts)


def _text(view: ClaimView, lang: Lang) -> str:
    if isinstance(view.claim, Figure):
        return view.claim.value.text(lang)
    if view.target:
        return view.target.name.in_lang(lang)
    return view.date.text(lang) if view.date else ""


def _link(target: str) -> str:
    return relative_link(permalink.COMPARE, target)
