"""Thousands of made-up entities, to see whether the real ones are still found among them.

Nothing here is a fact: names are drawn from syllables and characters by chance, always the same ones.
"""

import random
from collections.abc import Iterator
from dataclasses import replace

from pypinyin import lazy_pinyin

from chipkb.search.record import FactRecord, PageRecord

_BRAND = "安北博昌辰诚创达德鼎东恩飞丰富港高格光广国海瀚航豪禾恒宏华辉汇嘉杰金锦晶景九君凯康科蓝朗乐力联凌龙鲁铭能诺鹏启千强清庆群荣瑞润赛尚深胜盛时世思苏泰天通同万旺威伟文芯欣新鑫信星兴旭亚扬耀宜亿益英永优宇远越云泽展长兆振正智中众卓"
_MIDDLE = ["微", "芯", "光", "创", "电", "存", "算", "联", "半导", "光电", "智能", "集成"]
_SUFFIX = {
    "company": [
        ("科技", "Technology"),
        ("半导体", "Semiconductor"),
        ("微电子", "Microelectronics"),
        ("光电", "Photonics"),
        ("电子", "Electronics"),
        ("存储", "Memory"),
    ],
    "product": [
        ("加速卡", "accelerator"),
        ("光模块", "optical module"),
        ("存储芯片", "memory chip"),
        ("控制器", "controller"),
        ("电源模块", "power module"),
    ],
    "technology": [
        ("工艺", "process"),
        ("封装技术", "packaging"),
        ("互连技术", "interconnect"),
        ("架构", "architecture"),
    ],
}
_METRICS = [
    ("营业收入", "Revenue", "亿元"),
    ("市场份额", "Market share", "%"),
    ("授权专利", "Granted patents", "项"),
    ("员工人数", "Employees", "人"),
    ("产能", "Capacity", "万片"),
    ("良率", "Yield", "%"),
    ("国产化率", "Localisation rate", "%"),
]
_PROSE = [
    "公司专注于高速光通信与人工智能计算",
    "产品面向数据中心与汽车电子市场",
    "已进入多家头部客户的供应链",
    "掌握先进封装与测试能力",
    "正在建设新的晶圆产线",
    "其研发团队来自国内外高校",
    "与上下游伙伴共建软件生态",
]


def crowd(size: int, seed: int = 7) -> Iterator[PageRecord]:
    """`size` entities, each as a Chinese and an English page, ids beginning with "syn-"."""
    chance = random.Random(seed)
    seen: set[str] = set()
    while len(seen) < size:
        kind = chance.choice(["company", "company", "product", "technology"])
        brand = "".join(chance.sample(_BRAND, 2)) + chance.choice(["", "", chance.choice(_MIDDLE)])
        zh_suffix, en_suffix = chance.choice(_SUFFIX[kind])
        code = (
            f" {chance.choice('ABCDEFGHKLMNPRSTXZ')}{chance.randrange(10, 9999)}"
            if kind == "product"
            else ""
        )
        zh = f"{brand}{code}{' ' if code else ''}{zh_suffix}"
        if zh in seen:
            continue
        seen.add(zh)
        latin = "".join(lazy_pinyin(brand)).capitalize()
        chinese = _page(
            f"syn-{len(seen)}", kind, zh, f"{latin}{code} {en_suffix}", brand, code, chance
        )
        yield chinese
        yield replace(chinese, lang="en", title=chinese.names[1])


def _page(
    identifier: str, kind: str, zh: str, en: str, brand: str, code: str, chance: random.Random
) -> PageRecord:
    company = ("股份有限公司", f"北京{zh}股份有限公司") if kind == "company" else ()
    names = (zh, en, *company[1:], *([f"{brand}{code.strip()}"] if code else []))
    facts = tuple(_fact(number, chance) for number in range(chance.randrange(2, 8)))
    text = "，".join(chance.sample(_PROSE, 3))
    return PageRecord(
        identifier,
        f"entity/{identifier}/",
        "zh",
        kind,
        kind,
        "crowd",
        "crowd",
        zh,
        names,
        (),
        f"{zh}：{text}。",
        facts,
        "",
    )


def _fact(number: int, chance: random.Random) -> FactRecord:
    zh, en, unit = chance.choice(_METRICS)
    value = f"{chance.randrange(1, 900)} {unit}"
    year = str(chance.randrange(2018, 2027))
    return FactRecord(
        f"f{number}", zh, f"{zh}：{value}", value, year, "crowd", "unverified", "未核实", (zh, en)
    )
