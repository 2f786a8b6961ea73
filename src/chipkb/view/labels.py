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

# How far a company is on the way to an exchange.
LISTED = {
    "listed": Text(zh="已上市", en="Listed"),
    "approved": Text(zh="已获准", en="Approved"),
    "applied": Text(zh="已申请", en="Applied"),
    "tutoring": Text(zh="辅导中", en="In tutoring"),
    "not-listed": Text(zh="未上市", en="Not listed"),
    "withdrawn": Text(zh="已撤回", en="Withdrawn"),
    "delisted": Text(zh="已退市", en="Delisted"),
    "subsidiary": Text(zh="上市公司旗下", en="Part of a listed company"),
    "unknown": Text(zh="待补", en="missing"),
}

NOT_KNOWN = Text(zh="待补", en="missing")

# What became of a plan, forecast or target once its day had passed.
OUTCOMES = {
    "met": Text(zh="已实现", en="It came about"),
    "partly": Text(zh="部分实现", en="It came about in part"),
    "missed": Text(zh="落空", en="It did not come about"),
    "not-found": Text(zh="未查到结果", en="No outcome found"),
}

UNDATED = Text(zh="未注明日期", en="undated")

# What happened to a thing between two states of the data.
SAYS = {
    "agrees": Text(zh="一致", en="Agrees"),
    "differs": Text(zh="不一致", en="Differs"),
    "context": Text(zh="背景", en="Context"),
}
NEED_STATES = {
    "embargoed": Text(zh="禁运，买不到", en="Barred from sale"),
    "dependent": Text(zh="依赖进口", en="Dependent"),
    "catching-up": Text(zh="追赶中", en="Catching up"),
    "partly-domestic": Text(zh="部分国产", en="Partly domestic"),
    "domestic": Text(zh="已国产", en="Domestic"),
}
CHANGES = {
    "added": Text(zh="新增", en="Added"),
    "changed": Text(zh="改动", en="Changed"),
    "superseded": Text(zh="更新取代", en="Superseded"),
    "retracted": Text(zh="撤回", en="Retracted"),
    "renamed": Text(zh="改名", en="Renamed"),
    "removed": Text(zh="消失", en="Removed"),
}

# Things that are no facts, in the plural.
THINGS = {
    "term": Text(zh="术语", en="terms"),
    "source": Text(zh="来源", en="sources"),
    "word": Text(zh="词表", en="words of the vocabulary"),
    "comparison": Text(zh="对照表", en="comparison tables"),
    "question": Text(zh="问答", en="questions"),
    "link": Text(zh="产业链环节", en="links of the chain"),
    "need": Text(zh="卡点", en="chokepoints"),
    "text": Text(zh="手写的网页", en="pages written by hand"),
}

# The fields of the data files, where a change of one is told.
FIELDS = {
    "value": Text(zh="数值", en="Value"),
    "metric": Text(zh="指标", en="Metric"),
    "topic": Text(zh="主题", en="Topic"),
    "kind": Text(zh="类型", en="Kind"),
    "target": Text(zh="对象", en="Target"),
    "statement": Text(zh="陈述", en="Statement"),
    "text": Text(zh="文字", en="Text"),
    "as_of": Text(zh="日期", en="Date"),
    "date": Text(zh="日期", en="Date"),
    "of": Text(zh="相对于", en="Relative to"),
    "scope": Text(zh="口径", en="Scope"),
    "by": Text(zh="计量方式", en="Counted by"),
    "basis": Text(zh="依据", en="Basis"),
    "report": Text(zh="报告类型", en="Kind of report"),
    "period": Text(zh="期间", en="Period"),
    "outcome": Text(zh="结果", en="Outcome"),
    "assessment": Text(zh="评定", en="Assessment"),
    "note": Text(zh="编者按", en="Editor's note"),
    "source": Text(zh="来源", en="Source"),
    "attributed_to": Text(zh="来源所称出处", en="Credited to"),
    "evidence": Text(zh="旁证", en="Evidence"),
    "conflicts_with": Text(zh="与之冲突", en="At odds with"),
    "superseded_by": Text(zh="更新为", en="Superseded by"),
    "with": Text(zh="参与者", en="Taking part"),
    "name": Text(zh="名称", en="Name"),
    "aliases": Text(zh="别名", en="Other names"),
    "summary": Text(zh="摘要", en="Summary"),
    "home": Text(zh="领域", en="Domain"),
    "also_in": Text(zh="兼属领域", en="Further domains"),
    "parent": Text(zh="上级条目", en="Part of"),
    "checked": Text(zh="核对日期", en="Checked"),
    "headquarters": Text(zh="总部", en="Headquarters"),
    "listing": Text(zh="上市", en="Listing"),
    "website": Text(zh="网站", en="Website"),
    "gone": Text(zh="理由", en="Reason"),
}
