"""The statistics as a table for a terminal and as JSON."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any

from chipkb.values.text import Lang
from chipkb.view.quality import FEW, QualityView, Share
from chipkb.view.statistics import ClaimCounts, Statistics

_MOST_SOURCES = 15  # in the terminal; JSON has them all
_HEADS: dict[Lang, dict[str, str]] = {
    "en": {
        "totals": "{entities} entities, {claims} claims, {sources} sources, {terms} terms",
        "domain": "Domain",
        "kind": "Kind",
        "columns": "entities figures statements relations events",
        "assessment": "Assessment",
        "tier": "Tier",
        "sources": "sources",
        "source": "Source (the {most} most used)",
        "claims": "claims",
        "language": "Languages: {texts} texts, {lacking_english} without English",
        "quality": "Quality",
        "self_media": "claims with no source but self-media: {part} of {whole} ({percent}%)",
        "primary": "claims with a primary source: {}",
        "supported": "figures supported: {part} of {whole} ({percent}%)",
        "thin": "entities with fewer than {few} facts and events: {part} of {whole} ({percent}%)",
        "series": "series with three or more dates on one basis: {}",
        "overdue": "plans past their day without outcome: {}",
        "table": "cells filled, {name}: {part} of {whole} ({percent}%)",
        "coverage": "Coverage: {known} of {expected} expected ({percent}%)",
        "known": "known expected percent",
    },
    "zh": {
        "totals": "{entities} 个条目，{claims} 条事实，{sources} 个来源，{terms} 个术语",
        "domain": "领域",
        "kind": "类别",
        "columns": "条目 数据 陈述 关系 事件",
        "assessment": "评定",
        "tier": "来源等级",
        "sources": "来源",
        "source": "来源（引用最多的 {most} 个）",
        "claims": "事实",
        "language": "语言：{texts} 段文字，{lacking_english} 段缺英文",
        "quality": "质量",
        "self_media": "只有自媒体来源的事实：{whole} 条中 {part} 条（{percent}%）",
        "primary": "有一手来源的事实：{} 条",
        "supported": "已佐证的数据：{whole} 条中 {part} 条（{percent}%）",
        "thin": "事实与事件不足 {few} 条的条目：{whole} 个中 {part} 个（{percent}%）",
        "series": "同一口径、三个日期以上的序列：{} 个",
        "overdue": "到期而没有结果的计划：{} 条",
        "table": "已填的格，{name}：{whole} 格中 {part} 格（{percent}%）",
        "coverage": "覆盖：应有 {expected} 项，已有 {known} 项（{percent}%）",
        "known": "已有 应有 百分比",
    },
}


def as_text(found: Statistics, lang: Lang) -> str:
    """Blocks of counts, one below the other."""
    say = _HEADS[lang]
    coverage = found.coverage
    blocks = [
        [say["totals"].format(entities=found.entities, claims=found.claims.claims,
                              sources=found.sources, terms=found.terms)],
        _table(say["domain"], say["columns"].split(), (
            (row.name.in_lang(lang), (row.entities, *_numbers(row.claims))) for row in found.by_domain)),
        _table(say["kind"], say["columns"].split(), (
            (row.kind.value, (row.entities, *_numbers(row.claims))) for row in found.by_kind)),
        _table(say["assessment"], [say["claims"]], (
            (row.assessment.value, (row.claims,)) for row in found.by_assessment)),
        _table(say["tier"], [say["sources"], say["claims"]], (
            (row.name.in_lang(lang), (row.sources, row.claims)) for row in found.by_tier)),
        _table(say["source"].format(most=_MOST_SOURCES), [say["claims"]], (
            (row.source.id, (row.claims,)) for row in found.by_source[:_MOST_SOURCES])),
        [say["language"].format(**asdict(found.language))],
        _quality(found.quality, say, lang),
        _table(say["coverage"].format(known=coverage.known, expected=coverage.expected,
                                      percent=coverage.percent), say["known"].split(), (
            (table.expectation.name.in_lang(lang), (table.known, table.expected, table.percent))
            for table in coverage.tables)),
    ]  # fmt: skip
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _quality(found: QualityView, say: dict[str, str], lang: Lang) -> list[str]:
    return [
        say["quality"],
        say["self_media"].format(**_share(found.self_media)),
        say["primary"].format(found.primary),
        say["supported"].format(**_share(found.supported_figures)),
        say["thin"].format(few=FEW, **_share(found.thin)),
        say["series"].format(found.series),
        say["overdue"].format(found.overdue),
        *(
            say["table"].format(name=table.comparison.title.in_lang(lang), **_share(table.cells))
            for table in found.tables
        ),
    ]


def _share(share: Share) -> dict[str, int]:
    return {"part": share.part, "whole": share.whole, "percent": share.percent}


def as_json(found: Statistics, lang: Lang) -> str:
    """All counts under stable keys; `lang` does not matter, ids stand for names."""
    return json.dumps(as_data(found), ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Statistics, Lang], str]] = {"text": as_text, "json": as_json}


def as_data(found: Statistics) -> dict[str, Any]:
    """The statistics as plain values."""
    return {
        "entities": found.entities,
        "sources": found.sources,
        "terms": found.terms,
        "claims": _counts(found.claims),
        "by_domain": {
            row.id: {"entities": row.entities, **_counts(row.claims)} for row in found.by_domain
        },
        "by_kind": {
            row.kind.value: {"entities": row.entities, **_counts(row.claims)}
            for row in found.by_kind
        },
        "by_assessment": {row.assessment.value: row.claims for row in found.by_assessment},
        "by_tier": {
            row.id: {"sources": row.sources, "claims": row.claims} for row in found.by_tier
        },
        "by_source": {row.source.id: row.claims for row in found.by_source},
        "language": asdict(found.language),
        "quality": {
            "self_media_only": _share(found.quality.self_media),
            "primary": found.quality.primary,
            "figures_supported": _share(found.quality.supported_figures),
            "thin_entities": _share(found.quality.thin),
            "series": found.quality.series,
            "overdue": found.quality.overdue,
            "tables": {one.comparison.id: _share(one.cells) for one in found.quality.tables},
        },
        "coverage": [
            {
                "name": table.expectation.name.in_lang("en"),
                "known": table.known,
                "expected": table.expected,
                "gaps": {row.entity.id: row.gaps for row in table.rows if row.gaps},
            }
            for table in found.coverage.tables
        ],
    }


def _numbers(counts: ClaimCounts) -> tuple[int, ...]:
    return counts.figures, counts.statements, counts.relations, counts.events


def _counts(counts: ClaimCounts) -> dict[str, int]:
    return {**asdict(counts), "claims": counts.claims}


def _table(
    title: str, columns: list[str], rows: Iterable[tuple[str, tuple[int, ...]]]
) -> list[str]:
    """A title line with the names of the columns, then a line a row, numbers to the right."""
    rows = list(rows)
    width = max(_width(text) for text in (title, *(name for name, _ in rows)))
    lines = [_line(title, columns, width)]
    return lines + [
        _line(name, [str(number) for number in numbers], width) for name, numbers in rows
    ]


def _line(first: str, cells: list[str], width: int) -> str:
    padded = first + " " * (width - _width(first))
    return "  ".join([padded, *(" " * max(0, 10 - _width(cell)) + cell for cell in cells)])


def _width(text: str) -> int:
    """Columns on a terminal, where Chinese characters take two."""
    return sum(2 if ord(char) > 0x2E80 else 1 for char in text)
