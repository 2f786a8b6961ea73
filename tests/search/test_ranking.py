"""What is found, by the worker's own code in node."""

import json
import random
import re
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chipkb.search.files import shard_of
from chipkb.search.terms import bigrams, normalise, pieces, word_terms
from tests.search.conftest import MODULES, needs_node
from tests.search.world import HOSTILE


def first(answer: dict) -> str:
    return answer["pages"][0].split("#")[0] if answer["pages"] else ""


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("星河线程", "xinghe"),
        ("星河线", "xinghe"),
        ("xht", "xinghe"),
        ("xinghexiancheng", "xinghe"),
        ("xing he xian cheng", "xinghe"),
        ("xhxc", "xinghe"),
        ("xinghexc", "xinghe"),
        ("星河县城", "xinghe"),
        ("醒河线程", "xinghe"),
        ("星河线成", "xinghe"),
        ("星线河程", "xinghe"),
        ("星河蓝程", "xinghe"),
        ("xinghe thraeds", "xinghe"),
        ("xinghe treads", "xinghe"),
        ("xhts80", "xinghe-s80"),
        ("XHT-S90", "xinghe-s90"),
        ("s 80", "xinghe-s80"),
        ("changxi", "changxi"),
        ("zhangxi cunchu", "changxi"),
        ("長溪存儲", "changxi"),
        ("光晶片", "optical-chip"),
        ("臺晶電", "taijing"),
        ("乾昭光电", "ganzhao"),
        ("guangkeji", "lithography"),
        ("光科机", "lithography"),
        ("什么是光刻机", "lithography"),
        ("what is a lithography machine", "lithography"),
    ],
)
def test_a_page_is_found_by_whatever_it_is_called(ask, query, page):
    for lang in ("zh", "en"):
        assert first(ask(query, lang)) == f"entity/{page}/", lang


def test_what_only_the_text_says_is_found(ask):
    assert ask("磷化铟衬底")["pages"] == ["entity/optical-chip/"]


@pytest.mark.parametrize("query", ["HBM", "hbm", "显存", "gaodaikuancunchuqi", "高带宽"])
def test_a_term_is_found_at_its_place_in_the_glossary(ask, query):
    assert ask(query)["pages"][0] == "glossary/#term-hbm"


def test_a_page_of_the_site_comes_before_what_has_the_same_name(ask):
    for query, lang in (("国产化率", "zh"), ("国产化率", "en"), ("localisation", "en")):
        assert ask(query, lang)["pages"][:2] == ["localisation/", "glossary/#term-rate"]
    assert ask("国产替代")["pages"][0] == "localisation/"


@pytest.mark.parametrize(
    ("query", "fact"),
    [
        ("10G光芯片国产化率是多少", "entity/optical-chip/#fact-rate-10g"),
        ("25G 光芯片的国产化率", "entity/optical-chip/#fact-rate-25g"),
        ("光芯片 25g 自给率", "entity/optical-chip/#fact-rate-25g"),
        ("星河线程有多少专利", "entity/xinghe/#fact-patents"),
        ("how many patents does xinghe have", "entity/xinghe/#fact-patents"),
        ("valuation of Xinghe Threads", "entity/xinghe/#fact-valuation"),
    ],
)
def test_a_question_leads_to_the_fact(ask, query, fact):
    answer = ask(query)
    assert answer["pages"][0] == fact
    assert answer["answer"] == fact.partition("#")[2]


@pytest.mark.parametrize(
    ("query", "fact"),
    [
        ("光澜科技 产能", "fact-capacity-2025"),
        ("Guanglan Photonics capacity", "fact-capacity-2025"),
        ("Guanglan Photonics capacity 2024", "fact-capacity-2024"),
    ],
)
def test_of_figures_that_fit_alike_the_first_of_the_page_answers(ask, query, fact):
    assert [ask(query, lang)["answer"] for lang in ("zh", "en")] == [fact, fact]


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("高通估值", "subject"),
        ("valuation of Qualcomm", "subject"),
        ("星河线程2019年估值", "period"),
        ("Xinghe Threads valuation 2019", "period"),
        ("星河线程产能", "figure"),
        ("星河线程汽车估值", "part"),
        ("星河 S8X 估值", "subject"),
    ],
)
def test_what_is_not_held_is_said_and_no_card_shown(ask, query, kind):
    answer = ask(query)
    assert answer["answered"] == [] and answer["said"]["kind"] == kind


def test_the_years_that_are_held_are_shown_as_such(ask):
    said = ask("光澜科技2019年产能")["said"]
    assert [held["url"].partition("#")[2] for held in said["held"]] == [
        "fact-capacity-2025",
        "fact-capacity-2024",
    ]


def test_the_answer_card_says_value_date_source_and_assessment(ask):
    group = ask("星河线程有多少专利")["items"][0]
    assert group[0]["location"] == "entity/xinghe/#fact-patents"
    assert all(part in group[0]["text"] for part in ("425 项", "2024", "甲刊", "未核实"))


def test_the_answer_card_says_what_conflicts_with_it(ask):
    assert "≠ 另有说法：300 亿元（有争议）" in ask("星河线程估值")["items"][0][0]["text"]
    assert "≠" not in ask("星河线程有多少专利")["items"][0][0]["text"]


def test_a_loss_where_a_profit_was_asked_for_says_so(ask):
    """And the other way round."""
    for query, note in (("金杉电子净利润", "是亏损，不是盈利"), ("金杉电子净亏损", "")):
        card = ask(query)["items"][0][0]
        assert card["location"] == "entity/jinshan/#fact-loss"
        assert ("是亏损，不是盈利" in card["text"]) is bool(note)
    assert "A loss, not a profit" in ask("Jinshan net profit", "en")["items"][0][0]["text"]


def test_two_figures_asked_for_are_both_on_the_card_each_with_its_label(ask):
    card, *rest = ask("星河线程有多少专利和估值")["items"][0]
    said = re.sub(r"<[^>]*>", " ", card["title"] + card["text"])
    assert said.count("专利") == said.count("估值") == 1
    assert "425 项" in said and "240 亿元" in said
    assert not any("#fact-" in one["location"] for one in rest)


def test_a_term_has_its_chips_beside_its_title(ask):
    title = ask("HBM")["items"][0][0]["title"]
    assert title.index("ck-chips") < title.index("ck-teaser")


def test_a_name_alone_gets_the_page_and_no_answer(ask):
    answer = ask("星河线程")
    assert answer["answer"] is None and answer["pages"][0] == "entity/xinghe/"


def test_the_right_hit_stays_as_one_types_on(ask):
    for text in ("星河线程", "Xinghe Threads", "xinghexiancheng", "长溪存储"):
        page = first(ask(text))
        for end in range(max(3, len(text) // 2), len(text) + 1):
            found = [address.split("#")[0] for address in ask(text[:end])["pages"][:3]]
            assert page in found, text[:end]


def test_filters_stand_in_the_query(ask):
    everything = ask("星河")
    assert {facet["id"] for facet in everything["facets"]["kind"]} >= {"company", "product"}
    products = ask("星河 kind:product")
    assert products["pages"] and all("s80" in page or "s90" in page for page in products["pages"])
    assert ask("星河 is:refuted")["pages"] == ["entity/xinghe/"]
    assert all(
        page in ("entity/changxi/", "entity/changjin/", "entity/memory-chip/")
        for page in ask("domain:memory")["pages"]
    )
    assert ask("星河 domain:memory")["pages"] == []


def test_nothing_found_offers_names_that_are_near(ask):
    answer = ask("星喝喝喝喝喝喝喝喝喝喝喝喝喝喝")
    if not answer["pages"]:
        assert answer["near"]
    answer = ask("qwertzuiop")
    assert answer["pages"] == [] and answer["near"] and answer["total"] == 0


def test_the_other_language_is_asked_when_ours_knows_little(ask):
    assert ask("qwertzuiop")["others"] == [{"lang": "en", "root": "en/"}]


def test_matches_are_marked_and_nothing_else(ask):
    title = ask("光刻")["items"][0][0]["title"]
    assert title.startswith("<mark>光刻</mark>机")
    assert "<mark>星河线程</mark>" in ask("xinghexiancheng")["items"][0][0]["title"]
    assert "<mark>Xinghe Thr</mark>eads" in ask("xinghe thr", "en")["items"][0][0]["title"]
    text = ask("磷化铟")["items"][0][0]["text"]
    assert re.findall(r"<mark>(.*?)</mark>", text) == ["磷化铟"]


@pytest.mark.parametrize(
    "query",
    [
        *HOSTILE,
        "光" * 10_000,
        "a" * 10_000,
        "<" * 10_000,
        "\ud83d",
        "a\x00b",
        "   ",
        "。。。",
        "%",
        "[",
        "(?:",
        "😀😀",
        "is:",
        "kind:nonsense x",
    ],
    ids=lambda query: ascii(query[:12]),
)
def test_hostile_queries_are_answered_and_never_become_markup(ask, query):
    answer = ask(query)
    assert answer["final"] is True
    assert answer["milliseconds"] < 1000
    for group in answer["items"]:
        for document in group:
            markup = re.sub(
                r"</?(?:mark|span|small|strong)(?: (?:class|data-\w+)=\"[^\"<>]*\")*>",
                "",
                document["title"] + document["text"],
            )
            assert not re.search(r"[<>]", markup), markup
            assert not re.search(r"&(?!amp;|lt;|gt;|quot;|#39;)", markup), markup


def test_hostile_names_are_found(ask):
    for number, name in enumerate(HOSTILE[:7]):
        assert first(ask(name)) == f"entity/hostile-{number}/", name


@needs_node
@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cn", "Cs"]), max_size=40),
        min_size=5,
        max_size=20,
    )
)
def test_queries_are_cut_into_the_terms_that_pages_were(texts):
    texts += [
        "7 nm 良率",
        "10Gb/s及以上",
        "HBM3E显存 2.5G",
        "Ｆｕｌｌ　Ｗｉｄｔｈ",
        "policies patents analysis bus",
        "300nm²",
        "8.0% 16.10 1.050 0.0 7.0 nm 7.0nm 1.2.0 10.0.0",
        "ÉCOLE ångström",
    ]
    random.Random(1).shuffle(texts)
    script = (
        f"const load = (name) => import('{MODULES.as_uri()}/' + name);"
        "const { normalise, pieces } = await load('normalise.js'); const { wordTerms, bigrams } = await load('terms.js');"
        "const { shardOf } = await load('store.js');"
        "const texts = JSON.parse(await new Response(process.stdin).text());"
        "console.log(JSON.stringify(texts.map((text) => { const list = pieces(normalise(text));"
        "const words = wordTerms(list.filter((p) => !p.han).map((p) => p.text));"
        "const pairs = list.filter((p) => p.han).flatMap((p) => bigrams(p.text));"
        "return { words, pairs, shards: [...words, ...pairs].map((term) => shardOf(term, 97)) }; })));"
    )
    ran = subprocess.run(
        ["node", "--input-type=module", "-e", script],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    for text, theirs in zip(texts, json.loads(ran.stdout), strict=True):
        ours = list(pieces(normalise(text)))
        words = list(word_terms([piece for piece, han in ours if not han]))
        pairs = [pair for piece, han in ours if han for pair in bigrams(piece)]
        assert theirs == {
            "words": words,
            "pairs": pairs,
            "shards": [shard_of(term, 97) for term in (*words, *pairs)],
        }, text
