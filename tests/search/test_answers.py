"""Which claim answers where several nearly do: the part, the round and the time that were asked for."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from chipkb.search.record import FactRecord
from tests.search.conftest import needs_node, write_index
from tests.search.world import fact, page

pytestmark = needs_node

_CALLED = {
    "figure:revenue": ("营业收入", "Revenue", "营收"),
    "figure:margin": ("毛利率", "Gross margin"),
    "figure:round": ("单轮融资额", "Financing amount", "融资额"),
    "figure:holders": ("股东数", "Shareholders"),
    "figure:share": ("市场份额", "Market share", "份额"),
    "figure:charge": ("计提损失", "Charge"),
    "figure:bandwidth": ("互连带宽", "Interconnect bandwidth", "interconnect", "带宽"),
}


def figure(anchor: str, metric: str, value: str, part: str = "", **more) -> FactRecord:
    called = _CALLED[f"figure:{metric}"]
    text = f"{called[0]}：{value} {part.partition(' | ')[0]}"
    part = part.replace(" | ", " \n ")
    return fact(
        anchor,
        called[0],
        text,
        value,
        **{"code": f"figure:{metric}", "asked_as": called, "part": part, **more},
    )


_COMPANIES = {
    ("xinghe", "星河线程", "Xinghe Threads"): (
        figure("round-b-plus", "round", "10 亿元", "B+ 轮 | Series B+", date="2023"),
        figure("round-b", "round", "15 亿元", "B 轮 | Series B", date="2022"),
        figure("revenue", "revenue", "30 亿元", date="2025"),
        figure(
            "chips",
            "revenue",
            "9 亿元",
            "半导体业务（丁部门） | semiconductor business",
            date="2025",
        ),
        figure("memory", "revenue", "8 亿元", "存储芯片 | memory chips", date="2025"),
        figure("s80-charge", "charge", "2 亿元", "S80 库存 | S80 stock"),
        figure("share", "share", "20%"),
    ),
    ("jinshan", "金杉基金", "Jinshan Fund"): (
        figure("holders-3", "holders", "19 家", "三期 | phase three", date="2024"),
        figure("holders-1", "holders", "16 家", "一期 | phase one", date="2014"),
        figure("guided", "revenue", "7 亿元", "公司指引 | guidance", date="2026", announced=True),
    ),
    ("changxi", "长溪存储", "Changxi Memory"): (figure("share", "share", "30%"),),
    ("guanglan", "光澜科技", "Guanglan Photonics"): (),
}
_S80 = (figure("nvlink", "bandwidth", "900 GB/s", "星链 | Starlink"),)
_SERIES = (figure("c500", "bandwidth", "1 TB/s", "C500"),)
_NUMBERS = {"domain": "gpu", "kind": "product", "kind_label": "产品"}


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], dict]]:
    from bench.search.node_engine import NodeEngine

    records = [
        record
        for lang in ("zh", "en")
        for record in (
            *(page(*names, lang=lang, facts=facts) for names, facts in _COMPANIES.items()),
            page(
                "c",
                "星云 C 系列",
                "Xingyun C",
                "C500",
                "C700",
                lang=lang,
                facts=_SERIES,
                **_NUMBERS,
            ),
            page(
                "s80",
                "星河线程 S80",
                "Xinghe Threads S80",
                "S80",
                lang=lang,
                facts=_S80,
                **_NUMBERS,
            ),
        )
    ]
    folder: Path = write_index(tmp_path_factory.mktemp("answers"), records)
    with NodeEngine(folder, "") as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("query", "anchor"),
    [
        ("Xinghe Threads Series B financing amount", "round-b"),
        ("Xinghe Threads Series B+ financing amount", "round-b-plus"),
        ("星河线程B轮融资额", "round-b"),
        ("Jinshan Fund shareholders, phase one", "holders-1"),
        ("星河线程芯片业务营收", "chips"),
        ("Xinghe Threads chip business revenue", "chips"),
        ("Xinghe Threads revenue", "revenue"),
        ("星河线程S80库存计提损失", "s80-charge"),
        ("Jinshan Fund revenue guidance", "guided"),
        ("Xinghe Threads S80 Starlink interconnect", "nvlink"),
    ],
)
def test_the_part_that_was_asked_for_answers(answered, query, anchor):
    assert answered(query)["answered"][:1] and answered(query)["answered"][0].endswith(f"#{anchor}")


@pytest.mark.parametrize(
    "query", ["星河线程营收指引", "Xinghe Threads revenue forecast", "光澜科技半导体业务营收"]
)
def test_what_was_reported_is_no_forecast_and_the_whole_no_part(answered, query):
    answer = answered(query)
    assert answer["answered"] == [] and answer["said"]["kind"] in ("part", "figure")


def test_two_that_are_named_together_both_answer_and_can_be_compared(answered):
    for query in ("星河线程和长溪存储的份额", "market share of Xinghe Threads and Changxi Memory"):
        answer = answered(query)
        assert answer["answered"] == ["entity/xinghe/#share", "entity/changxi/#share"], query


def test_of_two_that_are_named_together_the_one_without_an_answer_is_said(answered):
    answer = answered("星河线程和光澜科技的份额")
    assert answer["answered"] == []
    assert answer["said"]["subject"]["name"] == "光澜科技"


def test_what_is_told_of_one_model_is_not_told_of_another_on_its_page(answered):
    for query in ("C500带宽", "Xingyun C interconnect"):
        assert answered(query)["answered"] == ["entity/c/#c500"], query
    answer = answered("C700带宽")
    assert answer["answered"] == [] and answer["said"]
