"""What the guide shows, typed as it stands there, passes the check on our own data."""

import re

from chipkb.check import check
from chipkb.cli import COMMANDS
from chipkb.curate.new import Answers, scaffold
from chipkb.load.assemble import TextFile, assemble
from chipkb.load.tree import read_texts
from tests.conftest import REPOSITORY

GUIDE = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```", GUIDE, re.M | re.S)
COMPANY = "data/gpu/star-chip.yml"
METRICS, UNITS = "data/vocabulary/metrics/company.yml", "data/vocabulary/units.yml"
TABLE, MOVED = "data/comparisons/gpu-makers.yml", "data/moved.yml"


def example(words: str) -> str:
    """The one example of the guide that holds these words."""
    [found] = [block for block in BLOCKS if words in block]
    return found


def source(id_: str, tier: str, published: str) -> dict[str, str]:
    more = {"kind": "press", "tier": tier, "language": "zh", "published": published}
    answers = Answers("星辰科技的消息", "News of Star Chip", more)
    return scaffold("source", id_, answers)


def with_examples(texts: dict[str, str]) -> dict[str, str]:
    """Our data with every example of the guide in its place."""
    company = example("kind: company")
    figures = example("id: patents-2024-10") + (
        "  - {id: area, metric: floor-area, value: 12 公顷, as_of: 2024, source: star-filing-2025,"
        " assessment: supported}\n"
    )
    later = {
        COMPANY: company.replace("relations:\n", f"{figures}relations:\n"),
        METRICS: texts[METRICS] + example("floor-area:"),
        UNITS: texts[UNITS] + example("hectare:"),
        TABLE: texts[TABLE].rstrip("\n") + "\n" + example("metric: granted-patents, unit: patent"),
        MOVED: texts[MOVED] + example("was: some-company/some-fact"),
    }
    news = [("star-filing-2025", "primary", "2025-04"), ("star-news-2025", "press", "2025-07"),
            ("some-filing-2026-01", "primary", "2026-01")]  # fmt: skip
    for one in news:
        later |= source(*one)
    term = Answers("掩模台", "Reticle stage",
                   {"domain": "general", "definition_zh": "托住掩模的台。", "definition_en": "It holds the mask."})  # fmt: skip
    [(glossary, text)] = scaffold("term", "reticle-stage", term).items()
    return {**texts, **later, glossary: texts[glossary] + text}


def test_every_example_passes_the_check():
    texts = with_examples(read_texts(REPOSITORY))
    problems = check(*assemble(TextFile(name, text) for name, text in texts.items()))
    files = {COMPANY, METRICS, UNITS, TABLE, MOVED, "data/glossary/general.yml"}
    files |= {name for name in texts if name.startswith("data/sources/s")}
    told = [one.line() for one in problems if one.place.file in files]
    assert told == [], "\n".join(told)


def test_every_command_that_the_guides_name_is_there():
    for name in ("CONTRIBUTING.md", "README.md", "data/README.md"):
        text = (REPOSITORY / name).read_text("utf-8")
        named = set(re.findall(r"(?:^|[`&]\s*)chipkb ([a-z]+)", text, re.M))
        assert named, name
        assert named <= set(COMMANDS), name


def test_what_the_guide_renames_and_looks_for_is_there(real):
    for old in re.findall(r"^chipkb rename (\S+) ", GUIDE, re.M):
        assert old in real.kb.claims or old in real.kb.named, old


def test_every_make_target_that_the_guides_name_is_there():
    made = set(re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text("utf-8"), re.M))
    for name in ("CONTRIBUTING.md", "README.md", "data/README.md"):
        text = (REPOSITORY / name).read_text("utf-8")
        assert set(re.findall(r"(?:^|`)make ([a-z-]+)", text, re.M)) <= made, name
