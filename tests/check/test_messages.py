"""Each way to get a file wrong gives one clear message at the right line and column."""

import pytest

STAR, ONE, MOON = "data/gpu/star-chip.yml", "data/gpu/star-one.yml", "data/memory/moon-fund.yml"

# file, what stands there, what it is changed to, the whole message
BREAKS = [
    (
        STAR,
        "kind: company",
        "kindd: company",
        [
            "data/gpu/star-chip.yml:1:1: error: key 'kind' is missing [key-missing]",
            "data/gpu/star-chip.yml:1:1: error: unknown key 'kindd'; expected one of kind, name, aliases, also_in, parent, checked, headquarters, listing, website, wikidata, lei, summary, facts, relations, events; did you mean 'kind'? [key-unknown]",
        ],
    ),
    (
        STAR,
        "kind: company",
        "kind: compny",
        [
            "data/gpu/star-chip.yml:1:7: error: 'compny' is not one of company, product, technology, institution, project, policy, market; did you mean 'company'? [value-choice]"
        ],
    ),
    (
        STAR,
        "kind: company",
        "id: star-chip\nkind: company",
        [
            "data/gpu/star-chip.yml:1:1: error: 'id' is not written in the file: the file's name and folder say it; delete this line [key-given]"
        ],
    ),
    (
        STAR,
        "    as_of: 2022-12",
        "    as_of: 2022-13",
        [
            "data/gpu/star-chip.yml:11:12: error: there is no such date: '2022-13' [date-nonexistent]"
        ],
    ),
    (
        STAR,
        "value: 425 项",
        "value: 425 纳米",
        [
            "data/gpu/star-chip.yml:24:12: error: unknown unit '纳米'; expected one of 项 [unit-unknown]"
        ],
    ),
    (
        STAR,
        "value: 425 项",
        "value: 425 nm",
        [
            "data/gpu/star-chip.yml:24:12: error: unit 'nm' does not measure 'granted-patents'; expected one of 项 [unit-mismatch]"
        ],
    ),
    (
        STAR,
        "value: 425 项",
        "value: 四百项",
        [
            "data/gpu/star-chip.yml:24:12: error: write the number of '四百项' in digits, like 24 项 [quantity-han-digits]"
        ],
    ),
    (
        STAR,
        "metric: granted-patents",
        "metric: granted-patent",
        [
            "data/gpu/star-chip.yml:23:13: error: unknown metric 'granted-patent'; all stand in data/vocabulary/metrics/*.yml, among them granted-patents, valuation, market-share, process-node; did you mean 'granted-patents'? [metric-unknown]"
        ],
    ),
    (
        STAR,
        "target: moon-fund",
        "target: moonfund",
        [
            "data/gpu/star-chip.yml:47:33: error: there is no entity 'moonfund'; did you mean 'moon-fund'? [ref-dangling]"
        ],
    ),
    (
        STAR,
        "target: moon-fund",
        "target: gpu-term",
        [
            "data/gpu/star-chip.yml:47:33: error: 'gpu-term' is of the wrong kind: term; expected here: entity [ref-kind]"
        ],
    ),
    (
        STAR,
        "    source: almanac#gpu/1\n",
        "",
        ["data/gpu/star-chip.yml:8:5: error: key 'source' is missing [key-missing]"],
    ),
    (
        STAR,
        "source: almanac#gpu/1",
        "source: almanac",
        [
            "data/gpu/star-chip.yml:12:13: error: 'almanac' is cited by paragraph; add #section/paragraph, sections: gpu, memory [place-missing]"
        ],
    ),
    (
        STAR,
        "source: almanac#gpu/1",
        "source: almanac#gpu/4",
        [
            "data/gpu/star-chip.yml:12:13: error: 'almanac' has no place 'gpu/4'; gpu/0–3, memory/0–2 [place-unknown]"
        ],
    ),
    (
        STAR,
        "source: almanac#gpu/1",
        "source: almanak#gpu/1",
        [
            "data/gpu/star-chip.yml:12:13: error: there is no source 'almanak'; if it is a new one, begin it with: chipkb new source almanak; did you mean 'almanac'? [source-unknown]"
        ],
    ),
    (
        STAR,
        "source: almanac#gpu/1",
        "source: almanac gpu 1",
        [
            "data/gpu/star-chip.yml:12:13: error: 'almanac gpu 1' is not a citation; expected the id of a source (with #section/paragraph, if it has sections), as in 'doc-000#gpu/2'; a page that is no source yet: chipkb new source ID [citation-syntax]"
        ],
    ),
    (
        STAR,
        "    note: {zh: 早期芯片用了授权核心。, en: Early chips used a licensed core.}\n",
        "",
        [
            "data/gpu/star-chip.yml:36:5: error: assessment 'disputed' needs a 'note' that gives the reason [note-missing]"
        ],
    ),
    (
        STAR,
        "superseded_by: valuation-2025",
        "superseded_by: valuation-2026",
        [
            "data/gpu/star-chip.yml:14:20: error: there is no fact or event 'valuation-2026'; did you mean 'valuation-2025'? [fact-dangling]"
        ],
    ),
    (
        STAR,
        "assessment: superseded",
        "assessment: unverified",
        [
            "data/gpu/star-chip.yml:14:20: error: 'superseded_by' goes with assessment 'superseded', found 'unverified' [superseded-alone]"
        ],
    ),
    (
        STAR,
        "en: Star Chip is valued at {valuation}",
        "en: Star Chip is valued at nearly {valuation-2025}",
        [
            "data/gpu/star-chip.yml:6:7: warning: filled in, the text says 'nearly nearly'; a value brings its own qualifier and unit, a name its noun [word-doubled]"
        ],
    ),
    (
        STAR,
        "    source: star-filing\n    assessment: supported",
        "    source: almanac#gpu/1\n    assessment: supported",
        [
            "data/gpu/star-chip.yml:21:17: error: 'supported' needs a primary source, or two publishers of tier press or better that say the same and not only retell one (a company's own results, what is 'attributed_to' someone); add evidence with 'says: agrees', or leave the assessment out [supported-unmet]"
        ],
    ),
    (
        STAR,
        "id: patents",
        "id: valuation",
        [
            "data/gpu/star-chip.yml:22:9: error: 'valuation' stands twice in this file (first in line 8) [fact-duplicate]"
        ],
    ),
    (
        STAR,
        "STAR100]",
        "星辰 科技]",
        [
            "data/gpu/star-chip.yml:3:23: error: name '星辰 科技' stands twice here [alias-duplicate]"
        ],
    ),
    (
        STAR,
        "STAR100]",
        "S-1]",
        [
            "data/gpu/star-chip.yml:3:23: error: name 'S-1' belongs to star-one too; readers could not tell them apart [alias-clash]",
            "data/gpu/star-one.yml:3:11: error: name 'S-1' belongs to star-chip too; readers could not tell them apart [alias-clash]",
        ],
    ),
    (
        STAR,
        "zh: 星辰上市。",
        "zh: 星辰2025年上市。",
        [
            "data/gpu/star-chip.yml:52:18: error: number '2025' stands in prose without a source; make it a fact and write {fact-id}, or use a known name or term [number-naked]"
        ],
    ),
    (
        STAR,
        ", en: Star Chip lists.",
        "",
        ["data/gpu/star-chip.yml:52:16: warning: English is missing here [english-missing]"],
    ),
    (
        STAR,
        "由[[moon-fund]]投资",
        "由[[moon fund]]投资",
        [
            "data/gpu/star-chip.yml:5:24: error: '[[moon fund]]': between the brackets stands an id, not a name; write [[moon-fund]] [link-name]"
        ],
    ),
    (
        STAR,
        "{valuation}，由",
        "{valuaton}，由",
        [
            "data/gpu/star-chip.yml:5:12: error: there is no fact or event 'valuaton'; did you mean 'valuation'? [fact-dangling]"
        ],
    ),
    (
        STAR,
        "https://example.org/patents",
        "example.org/patents",
        [
            "data/gpu/star-chip.yml:29:14: error: 'example.org/patents' is not a web address; expected https://… or http://…; did you mean 'https://example.org/patents'? [url-syntax]"
        ],
    ),
    (
        STAR,
        "        publisher: Patent Office\n",
        "",
        [
            "data/gpu/star-chip.yml:29:9: error: evidence needs either 'source' or 'url' with 'publisher', and not both [evidence-origin]"
        ],
    ),
    (
        STAR,
        "date: 2025-12-05",
        "date:",
        ["data/gpu/star-chip.yml:50:10: error: 'date' has no value [value-empty]"],
    ),
    (
        STAR,
        "with: [moon-fund]",
        "with: moon-fund",
        [
            "data/gpu/star-chip.yml:53:11: error: 'with' wants a list: [one, two]; found 'moon-fund'; did you mean '[moon-fund]'? [list-wanted]"
        ],
    ),
    (
        STAR,
        "name: {zh: 星辰科技, en: Star Chip}",
        "name: 星辰科技",
        [
            "data/gpu/star-chip.yml:2:7: error: 'name' wants both languages: {zh: …, en: …}; found '星辰科技' [text-languages]"
        ],
    ),
    (
        ONE,
        "conflicts_with: [node]",
        "conflicts_with: [node-other]",
        ["data/gpu/star-one.yml:17:22: error: a fact cannot conflict with itself [conflict-self]"],
    ),
    (
        ONE,
        "relations:\n",
        "relations:\n  - {kind: made-by, target: star-chip, source: star-filing}\n",
        [
            "data/gpu/star-one.yml:20:29: error: the relation 'made-by' to 'star-chip' stands twice; list its sources in one [relation-duplicate]"
        ],
    ),
    (
        ONE,
        "kind: made-by, target: star-chip",
        "kind: made-by, target: star-one",
        ["data/gpu/star-one.yml:19:29: error: 'star-one' cannot relate to itself [relation-self]"],
    ),
    (
        MOON,
        "en: The night sky}",
        "en: The night, sky}",
        [
            "data/memory/moon-fund.yml:11:36: error: 'sky' was cut off by a comma; put the whole text in quotation marks [text-comma]"
        ],
    ),
    (
        "data/sources/star-filing.yml",
        "tier: primary",
        "tier: primry",
        [
            "data/sources/star-filing.yml:5:7: error: unknown tier 'primry'; expected one of primary, press, aggregator, self-media (data/vocabulary/tiers.yml); did you mean 'primary'? [kind-unknown]"
        ],
    ),
    (
        "data/vocabulary/metrics.yml",
        "units: [nm]",
        "units: [nn]",
        [
            "data/vocabulary/metrics.yml:4:61: error: metric 'process-node' names unit 'nn', which data/vocabulary/units.yml does not have [unit-unlisted]"
        ],
    ),
    (
        "data/chain/design.yml",
        "figures: [star-chip/patents]",
        "figures: [star-chip/patent]",
        [
            "data/chain/design.yml:13:15: error: there is no fact or event 'star-chip/patent'; did you mean 'star-chip/patents'? [fact-dangling]"
        ],
    ),
    (
        "data/glossary/gpu.yml",
        "see: [star-chip]",
        "see: [star-ship]",
        [
            "data/glossary/gpu.yml:5:9: error: there is no entity or term 'star-ship'; did you mean 'star-chip'? [link-dangling]"
        ],
    ),
    (
        "content/about.zh.md",
        "有 {star-chip/patents}",
        "有 425 项",
        [
            "content/about.zh.md:3:17: error: number '425' stands in prose without a source; make it a fact and write {fact-id}, or use a known name or term [number-naked]"
        ],
    ),
]


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"), BREAKS, ids=[b[2][:40] for b in BREAKS]
)
def test_a_break_is_told_clearly(problems_after, file, old, new, expected):
    lines = [problem.line() for problem in problems_after(file, old, new)]
    for message in expected:
        assert message in lines


def test_one_break_gives_no_flood(problems_after):
    """What cannot be read takes nothing else down with it."""
    assert len(problems_after(STAR, "kind: company", "kind: [")) == 1
