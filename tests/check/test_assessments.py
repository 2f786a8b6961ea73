"""The rule of assessments, in both directions: what each needs, and when it is due."""

import pytest

from chipkb.check import check
from chipkb.load.tree import load

HEAD = "kind: company\nname: {zh: 新星, en: Nova}\nfacts:\n"
FACT = "  - {{id: {id}, metric: granted-patents, value: 7 项, as_of: 2024, note: {{zh: 为什么。, en: Why.}}, {rest}}}\n"
OURS = "source: almanac#gpu/2"  # self-media
FILED = "source: star-filing"  # primary


def page(publisher: str, tier: str, says: str = "agrees", more: str = "") -> str:
    return (
        f"{{url: https://example.org/{publisher}, publisher: {publisher}, tier: {tier}, says: {says},"
        f" text: {{zh: 如此。, en: So it is.}}{more}}}"
    )


@pytest.fixture
def codes_of(world):
    """`codes_of(rest, …)`: what the check says of facts that end so, their problems by code."""

    def codes(*rests: str) -> list[str]:
        facts = (FACT.format(id=f"patents-{i}", rest=rest) for i, rest in enumerate(rests))
        (world / "data/gpu/nova.yml").write_text(HEAD + "".join(facts), "utf-8")
        loaded = load(world)
        assert not loaded.problems
        found = [p for p in check(loaded.kb) if p.place.file == "data/gpu/nova.yml"]
        return [p.code for p in found if p.code != "outcome-missing"]

    return codes


def told_by(*pages: str, source: str = OURS, assessment: str = "") -> str:
    words = f", assessment: {assessment}" if assessment else ""
    return f"{source}{words}, evidence: [{', '.join(pages)}]"


A, B = page("a", "press"), page("b", "press")


@pytest.mark.parametrize(
    "rest",
    [
        told_by(source=FILED, assessment="supported"),
        told_by(A, B, assessment="supported"),
        told_by(page("c", "primary"), assessment="supported"),
        told_by(A, page("b", "primary"), source=FILED, assessment="supported"),
    ],
)
def test_supported_where_a_primary_source_or_two_of_the_press_say_so(codes_of, rest):
    assert codes_of(rest) == []


def test_whoever_tells_what_only_the_maker_knows_is_one_origin(codes_of, world):
    metrics = world / "data/vocabulary/metrics.yml"
    text = metrics.read_text("utf-8")
    head, rest = text.split("granted-patents:", 1)
    rest = rest.replace("units:", "self_reported: true, units:", 1)
    metrics.write_text(f"{head}granted-patents:{rest}", "utf-8")
    assert codes_of(told_by(A, B, assessment="supported")) == ["supported-unmet"]
    assert codes_of(told_by(A, B)) == []
    assert codes_of(told_by(A, page("c", "primary"), assessment="supported")) == []


def test_what_is_credited_to_someone_else_has_one_origin(codes_of):
    credited = ", attributed_to: {zh: 某机构, en: An institute}"
    assert codes_of(told_by(A, B, assessment="supported") + credited) == ["supported-unmet"]
    assert codes_of(told_by(A, B) + credited) == []
    assert codes_of(told_by(source=FILED, assessment="supported") + credited) == []


@pytest.mark.parametrize(
    "rest",
    [
        told_by(assessment="supported"),
        told_by(A, assessment="supported"),  # what is self-media counts for nothing
        told_by(A, page("a", "press"), assessment="supported"),  # one publisher is one origin
        told_by(A, page("b", "aggregator"), assessment="supported"),
        told_by(A, page("b", "press", "context"), assessment="supported"),
        told_by(
            page("a", "press", more=", origin: almanac"),
            page("b", "press", more=", origin: almanac"),
            assessment="supported",
        ),  # both retell one page
    ],
)
def test_not_supported_by_less(codes_of, rest):
    assert codes_of(rest) == ["supported-unmet"]


@pytest.mark.parametrize("rest", [told_by(source=FILED), told_by(A, B)])
def test_what_meets_the_rule_says_so(codes_of, rest):
    assert codes_of(rest) == ["supported-unclaimed"]


@pytest.mark.parametrize("basis", ["claimed", "estimate", "forecast"])
def test_a_claim_of_its_makers_need_not_be_called_supported(codes_of, basis):
    assert codes_of(f"{told_by(source=FILED)}, basis: {basis}") == []


def test_disputed_needs_what_differs(codes_of):
    assert codes_of(told_by(A, assessment="disputed")) == ["disputed-alone"]
    assert codes_of(told_by(page("a", "press", "differs"), assessment="disputed")) == []
    rival = f"{OURS}, conflicts_with: patents-0"
    assert codes_of(told_by(assessment="disputed"), rival) == []


def test_refuted_needs_something_better_that_differs(codes_of):
    worse = page("a", "self-media", "differs")
    assert codes_of(told_by(worse, assessment="refuted")) == ["refuted-alone"]
    assert codes_of(told_by(page("a", "press", "differs"), assessment="refuted")) == []
    filed = told_by(page("a", "press", "differs"), source=FILED, assessment="refuted")
    assert codes_of(filed) == ["refuted-alone"]
    assert (
        codes_of(told_by(page("a", "primary", "differs"), source=FILED, assessment="refuted")) == []
    )


def test_one_figure_told_from_both_ends_is_judged_once(codes_of, world):
    other = world / "data/memory/moon-fund.yml"
    mirrored = FACT.format(id="twin", rest=f"{OURS}, of: nova")
    text = other.read_text("utf-8")
    other.write_text(text.replace("facts:\n", "facts:\n" + mirrored, 1), "utf-8")
    doubted = told_by(page("a", "press", "differs"), assessment="disputed")
    assert codes_of(f"{OURS}, of: moon-fund") == []
    codes_of(f"{doubted}, of: moon-fund")
    assert [p.code for p in check(load(world).kb)] == ["assessment-twins"]
