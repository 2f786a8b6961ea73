"""A small made-up world to search in. Names are invented; they are chosen to be easily confused."""

import re

from chipkb.search.record import FactRecord, PageRecord

HOSTILE = (
    "<img src=x onerror=\"document.title='broken'\">",
    "</script><script>document.title='broken'</script>",
    "a.*+?^${}()|[]\\",
    "𠮷野家𝔘𝔫𝔦",
    "\u202egpj.exe\u202c مرحبا",
    "constructor",
    "__proto__",
    "&lt;b&gt; &amp; \" '",
    "甲" * 400,
)


def fact(anchor: str, label: str, text: str, value: str | None = None, **more) -> FactRecord:
    values = {
        "date": "2024",
        "source": "甲刊",
        "assessment": "unverified",
        "assessment_label": "未核实",
        "asked_as": (label,),
        **more,
    }
    values.setdefault("code", f"figure:{values['asked_as'][-1]}" if value else f"topic:{label}")
    year = re.search(r"\d{4}", str(values["date"]))
    if year:
        values |= {"first": int(year[0]) * 10000 + 101, "last": int(year[0]) * 10000 + 1231}
    return FactRecord(anchor, label, text, value, **values)


def page(identifier: str, zh: str, en: str, *names: str, lang: str = "zh", **more) -> PageRecord:
    values = {
        "kind": "company",
        "kind_label": "公司" if lang == "zh" else "Company",
        "domain": "gpu",
        "domain_label": "图形处理器" if lang == "zh" else "GPU",
        "summary": f"{zh}的概况。" if lang == "zh" else f"About {en}.",
        **more,
    }
    url = values.pop("url", f"entity/{identifier}/")
    return PageRecord(
        identifier, url, lang, title=zh if lang == "zh" else en, names=(zh, en, *names), **values
    )


def _both(*arguments, **more) -> list[PageRecord]:
    return [page(*arguments, lang=lang, **more) for lang in ("zh", "en")]


WORLD = (
    *_both(
        "xinghe",
        "星河线程",
        "Xinghe Threads",
        "星河智能科技股份有限公司",
        "XHT",
        facts=(
            fact(
                "fact-patents",
                "授权专利",
                "授权专利：425 项",
                "425 项",
                asked_as=("授权专利", "Granted patents", "专利", "patents"),
            ),
            fact(
                "fact-valuation",
                "估值",
                "估值：240 亿元",
                "240 亿元",
                asked_as=("估值", "Valuation"),
                date="2022",
                dissent="≠ 另有说法：300 亿元（有争议）",
            ),
            fact(
                "fact-refuted",
                "技术",
                "软件栈由他人开发",
                assessment="refuted",
                assessment_label="已证伪",
            ),
        ),
        summary="星河线程做图形处理器，也做“全功能”加速卡。",
    ),
    *_both(
        "jinshan",
        "金杉电子",
        "Jinshan Electronics",
        facts=(
            fact(
                "fact-loss",
                "净亏损",
                "净亏损：3 亿元",
                "3 亿元",
                code="figure:net-loss",
                asked_as=("净亏损", "Net loss", "亏损", "净利润", "net profit"),
            ),
        ),
    ),
    *_both("xinghe-s80", "星河 S80", "Xinghe S80", "XHT S80", kind="product", kind_label="产品"),
    *_both("xinghe-s90", "星河 S90", "Xinghe S90", "XHT S90", kind="product", kind_label="产品"),
    *_both("changxi", "长溪存储", "Changxi Memory", "长溪", domain="memory", domain_label="存储"),
    *_both("changjin", "长津存储", "Changjin Memory", domain="memory", domain_label="存储"),
    *_both(
        "guanglan",
        "光澜科技",
        "Guanglan Photonics",
        domain="optical",
        domain_label="光芯片",
        facts=(
            # The build says which speaks first: the later one, though "October" is after "June".
            fact(
                "fact-capacity-2025",
                "产能",
                "产能：90 片",
                "90 片",
                date="June 2025",
                asked_as=("产能", "Capacity"),
            ),
            fact(
                "fact-capacity-2024",
                "产能",
                "产能：80 片",
                "80 片",
                date="October 2024",
                asked_as=("产能", "Capacity"),
            ),
        ),
    ),
    *_both("taijing", "台晶电", "Taijing Semiconductor", "TJSC", "臺晶電"),
    *_both(
        "optical-chip",
        "光芯片",
        "Optical chip",
        "光通信芯片",
        kind="technology",
        kind_label="技术",
        domain="optical",
        domain_label="光芯片",
        facts=(
            fact(
                "fact-rate-10g",
                "国产化率",
                "10G 光芯片国产化率：约 60%",
                "约 60%",
                asked_as=("国产化率", "Localisation rate", "自给率"),
            ),
            fact(
                "fact-rate-25g",
                "国产化率",
                "25G 光芯片国产化率：约 20%",
                "约 20%",
                asked_as=("国产化率", "Localisation rate", "自给率"),
            ),
        ),
        summary="光芯片把电信号变成光信号。",
        prose="制造光芯片要用磷化铟衬底，生长外延层，再做光栅。",
    ),
    *_both(
        "lithography",
        "光刻机",
        "Lithography machine",
        "光刻设备",
        kind="technology",
        kind_label="技术",
    ),
    *_both(
        "memory-chip",
        "存储芯片",
        "Memory chip",
        kind="technology",
        kind_label="技术",
        domain="memory",
        domain_label="存储",
    ),
    *_both(
        "term-hbm",
        "高带宽存储器",
        "High Bandwidth Memory",
        "HBM",
        kind="term",
        kind_label="术语",
        url="glossary/#term-hbm",
        synonyms=("显存",),
    ),
    *_both(
        "term-rate",
        "国产化率",
        "Localisation rate",
        "Localisation",
        kind="term",
        kind_label="术语",
        url="glossary/#term-rate",
        summary="国产化率是国内厂商供应的比例。国产化率越高越好。",
    ),
    *_both(
        "localisation",
        "国产化率",
        "Localisation",
        kind="page",
        kind_label="页面",
        domain="",
        domain_label="",
        url="localisation/",
        synonyms=("国产替代",),
        summary="所有的份额。",
    ),
    *_both(
        "ganzhao", "乾昭光电", "Ganzhao Optoelectronics", domain="optical", domain_label="光芯片"
    ),
)

HOSTILE_WORLD = tuple(
    record
    for number, name in enumerate(HOSTILE)
    for record in _both(
        f"hostile-{number}",
        name,
        name,
        facts=(
            fact(
                f"fact-{number}",
                name,
                f"{name}：坏 <b>值</b>",
                "<i>1</i>",
                source=name,
                assessment_label=name,
                dissent=name,
            ),
        ),
        summary=f"{name} 的概况 <script>document.title='broken'</script>",
        kind_label=name,
    )
)
