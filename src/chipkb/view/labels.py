"""The words for fixed kinds of things, shared by pages, search and exports."""

from chipkb.values.text import Text

ASSESSMENTS = {
    "supported": Text(zh="已佐证", en="Supported"),
    "unverified": Text(zh="未佐证", en="Uncorroborated"),
    "disputed": Text(zh="有争议", en="Disputed"),
    "refuted": Text(zh="不可信", en="Refuted"),
    "superseded": Text(zh="已更新", en="Superseded"),
}

ENTITY_KINDS = {
    "company": Text(zh="公司", en="Company"),
    "product": Text(zh="产品", en="Product"),
    "technology": Text(zh="技术", en="Technology"),
    "institution": Text(zh="机构", en="Institution"),
    "project": Text(zh="项目", en="Project"),
    "policy": Text(zh="政策", en="Policy"),
    "market": Text(zh="市场", en="Market"),
}

# On what a figure rests, where it is more than a report.
BASES = {
    "claimed": Text(zh="厂商自称", en="maker's claim"),
    "estimate": Text(zh="估计", en="estimate"),
    "forecast": Text(zh="预测", en="forecast"),
    "target": Text(zh="目标", en="target"),
}

UNDATED = Text(zh="未注明日期", en="undated")
