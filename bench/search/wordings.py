"""How people ask: per language the wordings the parser may be worked on with, and those kept for judging."""

from collections.abc import Mapping

Wordings = Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
"""Per language (to work with, kept fresh); {subject}, {metric}, {year} and {part} are filled in."""

METRIC_WORDINGS: Wordings = {
    "zh": (
        (
            "{subject}{metric}",
            "{subject} {metric}",
            "{subject}的{metric}是多少",
            "{subject}{metric}多少",
            "{subject}有多少{metric}",
            "请问{subject}的{metric}有多大？",
        ),
        (
            "{metric} {subject}",
            "查一下{subject}的{metric}",
            "{subject}目前的{metric}到底怎么样",
            "我想了解{subject}最新{metric}数据",
            "{subject}{metric}达到了多少？",
            "{subject}，{metric}",
        ),
    ),
    "en": (
        (
            "{subject} {metric}",
            "{metric} of {subject}",
            "what is the {metric} of {subject}",
            "what is {subject}'s {metric}?",
            "{subject} {metric} latest",
        ),
        (
            "{metric} {subject}",
            "tell me {subject}'s {metric}",
            "how big is the {metric} of {subject}",
            "do you know the current {metric} for {subject}?",
            "i need {subject} {metric} figures",
            "{subject}: {metric}",
        ),
    ),
}

YEAR_WORDINGS: Wordings = {
    "zh": (
        (
            "{subject}{year}年{metric}",
            "{subject} {year} {metric}",
            "{year}年{subject}的{metric}是多少",
            "{subject}{metric} {year}",
        ),
        (
            "{subject}在{year}年的{metric}有多少",
            "{year}年度{subject}{metric}",
            "{metric}（{subject}，{year}）",
            "{subject}{year}{metric}",
        ),
    ),
    "en": (
        (
            "{subject} {metric} {year}",
            "{subject} {metric} in {year}",
            "{year} {metric} of {subject}",
            "what was {subject}'s {metric} in {year}?",
        ),
        (
            "{subject} {year} {metric}",
            "how much was {subject}'s {metric} for {year}",
            "in {year}, what {metric} did {subject} have?",
        ),
    ),
}

BUSINESS_YEAR_WORDINGS: Wordings = {
    "zh": (
        ("{subject}{year}财年{metric}", "{subject} {metric} {year}财年"),
        ("{year}财年{subject}的{metric}是多少", "{subject}（{year}财年）{metric}"),
    ),
    "en": (
        ("{subject} {metric} FY{year}", "fiscal {year} {metric} of {subject}"),
        ("what was {subject}'s {metric} in fiscal year {year}?", "FY{year} {subject} {metric}"),
    ),
}

PART_WORDINGS: Wordings = {
    "zh": (
        ("{subject}{part}{metric}", "{subject} {part} {metric}", "{subject}的{part}{metric}是多少"),
        ("{subject}在{part}的{metric}", "{part} {subject} {metric}", "{subject}{metric}（{part}）"),
    ),
    "en": (
        (
            "{subject} {part} {metric}",
            "{subject} {metric} {part}",
            "{metric} of {subject}, {part}",
        ),
        ("{subject} {metric} ({part})", "what is the {metric} of {subject} for {part}"),
    ),
}

EVENT_WORDINGS: Mapping[str, Wordings] = {
    "founded": {
        "zh": (
            ("{subject}什么时候成立", "{subject}哪年成立的", "{subject}成立时间"),
            ("{subject}是何时创立的", "{subject}创办于哪一年", "{subject}成立多久了"),
        ),
        "en": (
            ("when was {subject} founded", "{subject} founding year"),
            ("what year was {subject} established?", "{subject} founded when"),
        ),
    },
    "listing": {
        "zh": (
            ("{subject}什么时候上市", "{subject}上市时间", "{subject}哪天上市的"),
            ("{subject}何时挂牌", "{subject}是哪一年IPO的", "{subject}上市日期是哪天"),
        ),
        "en": (
            ("when did {subject} go public", "{subject} IPO date", "{subject} listing date"),
            ("when was {subject} listed?", "what day did {subject} list on the exchange"),
        ),
    },
    "launch": {
        "zh": (
            ("{subject}什么时候推出", "{subject}发布时间", "{subject}什么时候发布"),
            ("{subject}哪年出的", "{subject}何时问世", "{subject}几月发布的"),
        ),
        "en": (
            ("when was {subject} launched", "{subject} release date"),
            ("when did {subject} come out", "{subject} launch year"),
        ),
    },
    "mass-production": {
        "zh": (
            ("{subject}什么时候量产", "{subject}量产时间"),
            ("{subject}何时开始量产", "{subject}哪年投产"),
        ),
        "en": (
            ("when did {subject} enter mass production", "{subject} mass production date"),
            ("when does {subject} start mass production?",),
        ),
    },
    "discontinued": {
        "zh": (("{subject}什么时候停产",), ("{subject}何时停产",)),
        "en": (("when was {subject} discontinued",), ("when did {subject} stop production",)),
    },
}

RELATION_WORDINGS: Mapping[tuple[str, str], Wordings] = {
    ("invested-by", "out"): {
        "zh": (("{subject}的投资方", "谁投资了{subject}"), ("{subject}背后有哪些投资人",)),
        "en": (("{subject} investors", "who invested in {subject}"), ("who backs {subject}",)),
    },
    ("made-by", "out"): {
        "zh": (("{subject}是谁做的", "{subject}是哪家公司的"), ("{subject}是哪家厂商生产的",)),
        "en": (("who makes {subject}", "{subject} maker"), ("which company makes {subject}?",)),
    },
    ("made-by", "in"): {
        "zh": (("{subject}有哪些产品", "{subject}的产品"), ("{subject}都做过什么产品",)),
        "en": (("{subject} products", "what does {subject} make"), ("products of {subject}",)),
    },
    ("produces", "in"): {
        "zh": (("谁生产{subject}", "{subject}生产商"), ("{subject}有哪些厂家在生产",)),
        "en": (("who produces {subject}", "{subject} producers"), ("who makes {subject}",)),
    },
    ("competes-with", "out"): {
        "zh": (("{subject}的竞争对手", "{subject}对手有哪些"), ("{subject}跟谁竞争",)),
        "en": (("{subject} competitors", "who competes with {subject}"), ("rivals of {subject}",)),
    },
    ("supplied-by", "out"): {
        "zh": (("{subject}的供应商", "谁给{subject}供货"), ("{subject}由哪些公司供应",)),
        "en": (("{subject} suppliers", "who supplies {subject}"), ("suppliers to {subject}",)),
    },
    ("customer", "out"): {
        "zh": (("{subject}的客户", "{subject}客户有哪些"), ("谁是{subject}的客户",)),
        "en": (
            ("{subject} customers", "who are {subject}'s customers"),
            ("who buys from {subject}",),
        ),
    },
    ("manufactured-by", "out"): {
        "zh": (("{subject}由谁代工", "{subject}代工厂"), ("给{subject}代工的是谁",)),
        "en": (("who manufactures {subject}", "{subject} foundry"), ("who fabs {subject}",)),
    },
    ("developed-by", "out"): {
        "zh": (("{subject}研发方", "谁研发了{subject}"), ("{subject}是谁开发的",)),
        "en": (
            ("who developed {subject}", "{subject} developer"),
            ("{subject} was developed by whom",),
        ),
    },
}

ABSENT_METRICS: Mapping[str, tuple[str, ...]] = {
    "zh": (
        "员工人数",
        "股价",
        "市盈率",
        "研发费用",
        "资产负债率",
        "分红",
        "净资产收益率",
        "存货",
        "现金流",
        "招聘人数",
        "碳排放",
        "平均薪资",
    ),
    "en": (
        "headcount",
        "share price",
        "P/E ratio",
        "R&D spending",
        "debt ratio",
        "dividend",
        "return on equity",
        "inventory",
        "cash flow",
        "job openings",
        "carbon emissions",
        "average salary",
    ),
}
