"""An audit as a table for a person and as JSON for programs."""

import json
from collections.abc import Callable

from chipkb.audit import Audit
from chipkb.values.text import Lang

_HEAD: dict[Lang, str] = {"en": "paragraph               cited by   digits  missing",
                          "zh": "段落                      引用数   数字串   缺失"}  # fmt: skip
_WORDS: dict[str, dict[Lang, str]] = {
    "lost": {
        "en": "section '{section}' is not in the text: give it 'heading' or 'begins'",
        "zh": "文中找不到“{section}”一节：请写明它的 heading 或 begins",
    },
    "miscount": {
        "en": "section '{section}' has {found} paragraphs, not {stated}",
        "zh": "“{section}”一节有 {found} 段，而不是 {stated} 段",
    },
    "uncited": {
        "en": "{place}: nothing rests on this paragraph",
        "zh": "{place}：没有任何条目引用本段",
    },
    "digits": {
        "en": "{place}: '{found}' is said by nothing that cites the paragraph: …{context}…",
        "zh": "{place}：引用本段的条目都没有“{found}”：…{context}…",
    },
    "run": {
        "en": "{place}: not in own words (as {paragraph}): {text}",
        "zh": "{place}：与原文（{paragraph}）雷同：{text}",
    },
    "clean": {"en": "nothing is missing", "zh": "没有缺失"},
    "findings": {"en": "{count} findings", "zh": "{count} 处问题"},
}


def as_text(audit: Audit, lang: Lang) -> str:
    """The table of paragraphs, then a line for each finding, then their number."""
    rows = [
        f"{row.paragraph.place:<24}{row.things:>8}{row.digits:>9}{len(row.missing):>9}"
        for row in audit.paragraphs
    ]
    findings = _findings(audit, lang)
    end = (
        _WORDS["findings"][lang].format(count=len(findings)) if findings else _WORDS["clean"][lang]
    )
    lines = [audit.source.title.in_lang(lang), "", _HEAD[lang], *rows, "", *findings, end]
    return "\n".join(lines) + "\n"


def as_json(audit: Audit, lang: Lang) -> str:
    """The same, for programs: paragraphs, lost, miscounts, runs."""
    value = {
        "source": audit.source.id,
        "paragraphs": [
            {
                "place": row.paragraph.place,
                "line": row.paragraph.line,
                "cited_by": row.things,
                "digits": row.digits,
                "missing": [
                    {"digits": digits.text, "context": row.context(digits)}
                    for digits in row.missing
                ],
            }
            for row in audit.paragraphs
        ],
        "lost": list(audit.lost),
        "miscounts": [
            {"section": m.section, "stated": m.stated, "found": m.found} for m in audit.miscounts
        ],
        "runs": [
            {"place": str(run.place), "paragraph": run.paragraph, "text": run.text}
            for run in audit.runs
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Audit, Lang], str]] = {"text": as_text, "json": as_json}


def _findings(audit: Audit, lang: Lang) -> list[str]:
    def say(kind: str, **blanks: object) -> str:
        return _WORDS[kind][lang].format(**blanks)

    found = [say("lost", section=section) for section in audit.lost]
    found += [
        say("miscount", section=m.section, stated=m.stated, found=m.found) for m in audit.miscounts
    ]
    for row in audit.paragraphs:
        place = row.paragraph.place
        if row.is_uncited:
            found.append(say("uncited", place=place))
        found += [
            say("digits", place=place, found=digits.text, context=row.context(digits))
            for digits in row.missing
        ]
    found += [say("run", place=r.place, paragraph=r.paragraph, text=r.text) for r in audit.runs]
    return found
