"""Every key of the data files: what it means, and what people write for it instead."""

from typing import NamedTuple


class Key(NamedTuple):
    """`zh` and `en` say what stands behind the key; `also` are other words for it."""

    zh: str
    en: str
    also: tuple[str, ...] = ()


def _also(words: str) -> tuple[str, ...]:
    return tuple(words.split())


KEYS: dict[str, Key] = {
    # entities
    "kind": Key("种类", "what kind of thing it is", _also("类型 类别 种类 type category")),
    "name": Key("名称，两种语言", "the name, in both languages", _also("名称 名字 names")),
    "aliases": Key(
        "别的叫法，供搜索", "other names, for the search", _also("别名 alias 别称 other_names")
    ),
    "also_in": Key("还属于哪些领域", "further domains it belongs to", _also("也属于 其他领域")),
    "parent": Key("上级条目的编号", "id of the entity it is a part of", _also("上级 母公司")),
    "checked": Key("哪天核对过", "the day it was gone through", _also("核对 检查日期")),
    "headquarters": Key("总部", "where it is led from", _also("总部 hq")),
    "city": Key("城市，两种语言", "the city, in both languages", _also("城市")),
    "listing": Key("上市状态", "whether its shares are traded", _also("上市")),
    "status": Key("状态", "how far it has come", _also("状态")),
    "exchange": Key("交易所，见 vocabulary/exchanges.yml", "exchange, from vocabulary/exchanges.yml",
                    _also("交易所")),
    "ticker": Key("证券代码", "the code of its shares", _also("股票代码 代码 symbol code")),
    "website": Key("官方网站", "its own site", _also("官网 网站 homepage site")),
    "wikidata": Key("维基数据编号，如 Q123", "its id at Wikidata, such as Q123"),
    "lei": Key("法人机构识别编码", "its Legal Entity Identifier"),
    "summary": Key("摘要，两种语言，不写数字", "a summary in both languages, without digits",
                   _also("摘要 简介 概述 description desc")),
    "facts": Key("事实：数据与陈述", "figures and statements", _also("事实 数据 fact")),
    "relations": Key("与别的条目的关系", "relations to other entities", _also("关系")),
    "events": Key("事件", "what happened, and when", _also("事件")),
    # claims
    "id": Key("永久编号：小写字母、数字、连字符", "permanent id: lower-case letters, digits, hyphens",
              _also("编号 ID")),
    "metric": Key("指标，见 vocabulary/metrics", "what is measured, from vocabulary/metrics",
                  _also("指标 measure_of")),
    "value": Key("一个数量，带单位，像平时那样写", "one quantity with its unit, as people write it",
                 _also("数值 值 数量 数据 amount number quantity val")),
    "as_of": Key("这个数说的是什么时候", "the time that the figure speaks of",
                 _also("日期 时间 截至 date asof as-of time year when period_end")),
    "of": Key("相对于哪个条目", "id of what it is a share of, or relative to", _also("相对于")),
    "scope": Key("统计范围，不写数字", "what is counted, without digits", _also("范围 统计范围")),
    "by": Key("份额按什么算，见 vocabulary/measures.yml", "by what a share is counted",
              _also("口径 按")),
    "basis": Key("这个数的性质", "on what the figure rests", _also("依据 性质")),
    "report": Key("业绩的确定程度", "how far a result is settled", _also("报告类型")),
    "period": Key("这个数所覆盖的时间长度", "the time that it covers", _also("期间")),
    "outcome": Key("后来怎样了", "what became of it", _also("结果 结局")),
    "result": Key("结果", "whether it came true", _also("结果")),
    "claim": Key("由哪条事实得知", "the fact that tells it"),
    "source": Key("来源编号，或 来源#章节/段落", "source-id, or source-id#section/paragraph",
                  _also("来源 出处 sources citation cite ref reference")),
    "attributed_to": Key("来源自己注明的出处", "whom the source itself credits",
                         _also("转引自 出自 attribution")),
    "assessment": Key("我们的评定", "what we think of it", _also("评定 评价 判断 rating")),
    "note": Key("编者按：理由", "the editor's note: the reason", _also("备注 注 说明 按语 notes comment")),
    "conflicts_with": Key("与哪些事实不能同时成立", "facts that cannot hold together with it",
                          _also("冲突 conflict conflicts")),
    "superseded_by": Key("被哪条更新", "the newer fact", _also("更新为 replaced_by")),
    "evidence": Key("别的网页怎么说", "what other pages say", _also("证据 佐证")),
    "says": Key("它怎么说", "whether it agrees", _also("说法")),
    "text": Key("文字，两种语言", "the words, in both languages", _also("文字 正文 内容 content")),
    "topic": Key("主题，见 vocabulary/topics.yml", "what it is about, from vocabulary/topics.yml",
                 _also("主题 话题")),
    "statement": Key("一句自己的话，两种语言", "a sentence of your own, in both languages",
                     _also("陈述 说法 claim_text")),
    "target": Key("另一头条目的编号", "id of the other entity", _also("对象 目标 to")),
    "date": Key("日期，知道多细写多细", "the date, as precise as known", _also("日期 时间 when")),
    "with": Key("一同参与的条目", "entities that took part", _also("参与方 participants")),
    # sources
    "title": Key("标题，两种语言", "the title, in both languages", _also("标题 题目")),
    "short": Key("短名，供来源标记", "a short name, for the mark of the source", _also("短名 简称")),
    "publisher": Key("谁发表的", "who published it", _also("出版者 发布者 机构 媒体")),
    "untitled": Key("标题是我们的描述", "true if the title is our description"),
    "author": Key("署名作者", "the author as printed", _also("作者 authors")),
    "doi": Key("DOI，以 10. 开头", "the DOI, which begins with 10."),
    "published": Key("发表日期", "date of publication", _also("发布日期 发表日期 出版日期 publish_date")),
    "tier": Key("来源等级，见 vocabulary/tiers.yml", "tier, from vocabulary/tiers.yml", _also("等级 级别")),
    "language": Key("原文的语言标签，如 zh、en", "language tag of the original, such as zh or en",
                    _also("语言 lang")),
    "url": Key("网址", "the address", _also("网址 链接 地址 link href")),
    "archived": Key("存档副本的网址，原网页打不开时用", "address of a kept copy, for when the page is gone",
                    _also("存档 archive archive_url")),
    "carrier": Key("在哪里读到的（转载处）", "where it was read, if elsewhere", _also("转载")),
    "accessed": Key("哪天看的", "the day you looked", _also("访问日期 查阅日期 retrieved")),
    "origin": Key("它转述的来源的编号", "id of the source it retells", _also("原始来源")),
    "caveats": Key("读者要知道的不足", "what a reader should be wary of", _also("不足 注意 caveat")),
    "sections": Key("按段落引用的文献的章节", "parts of a document cited by paragraph", _also("章节")),
    "paragraphs": Key("共几段", "how many paragraphs", _also("段落 段数")),
    "heading": Key("小标题那一行怎样开头", "how the heading's line begins", _also("小标题")),
    "begins": Key("第一段怎样开头", "how the first paragraph begins"),
    "ends_at": Key("末节之后那一行怎样开头", "how the line behind the last section begins"),
    # terms
    "abbreviation": Key("缩写", "the abbreviation", _also("缩写 abbr")),
    "definition": Key("解释，用自己的话，不写数字", "a sentence of your own, without digits",
                      _also("定义 解释")),
    "see": Key("参见", "see also", _also("参见 see_also")),
    # comparisons and coverage
    "order": Key("次序", "its place among its kind", _also("次序 顺序 排序")),
    "domain": Key("领域，见 vocabulary/domains.yml", "domain, from vocabulary/domains.yml", _also("领域")),
    "intro": Key("引言，两种语言", "a lead, in both languages", _also("引言 介绍")),
    "entities": Key("行：条目的编号", "the rows: ids of entities", _also("条目 行 rows")),
    "columns": Key("列", "the columns", _also("列")),
    "unit": Key("单位，见 vocabulary/units.yml", "unit, from vocabulary/units.yml", _also("单位")),
    "not_scope": Key("范围里不含的词", "words that the scope must not have"),
    "chart": Key("是否画成图", "whether to draw it", _also("图")),
    "label": Key("标签，两种语言", "the label, in both languages", _also("标签 表头")),
    "event": Key("事件种类", "kinds of event", _also("事件")),
    "relation": Key("关系种类", "a kind of relation", _also("关系")),
    "incoming": Key("是否反过来看", "whether to read it from the target"),
    "only": Key("只留这些条目", "keeps only these entities"),
    "having": Key("只算有这种关系的", "only those with such a relation"),
    "domains": Key("哪些领域", "in which domains", _also("领域")),
    "metrics": Key("哪些指标", "which metrics", _also("指标")),
    # the chain
    "needs": Key("离不开的东西", "what the link cannot do without"),
    "entity": Key("条目的编号", "id of an entity", _also("条目")),
    "why": Key("为什么离不开", "why it is needed", _also("原因")),
    "held_by": Key("掌握在谁手里", "who holds it"),
    "state": Key("国内满足的程度", "how far it is met at home"),
    "stage": Key("在从材料到集群的哪一步", "how far on the way from material to cluster"),
    "feeds": Key("它进入哪些需要（编号，或 环节/编号）", "the needs it goes into: an id, or link/id"),
    "foreign_share": Key("多少来自国外（百分比数据）", "the figure in percent that comes from abroad"),
    "domestic_share": Key("多少来自国内（百分比数据）", "the figure in percent that comes from home"),
    "domestic": Key("国内有谁在做", "who at home works on it"),
    "domestic_state": Key("国内进展", "progress at home"),
    "figures": Key("有关的数据", "figures about it"),
    "path": Key("出路", "the way out"),
    # the vocabulary
    "units": Key("可用的单位", "units it may be given in", _also("单位")),
    "fresh_for": Key("多少个月后算旧", "months until a value counts as old"),
    "self_reported": Key(
        "只有当事者自己知道，别人都是转述", "known to the one alone whose figure it is; others retell it"
    ),
    "succeeded_by": Key("可以接替它的指标", "metrics that may take its place"),
    "headline": Key("是否读者先问的", "whether readers ask it first"),
    "inverse": Key("反方向的读法", "how it reads from the target"),
    "inverse_aliases": Key("反方向的别的问法", "what else it is asked by, the other way"),
    "featured": Key("首页列出的数据", "figures put forward"),
    "subjects": Key("哪些种类的条目可以有", "kinds of entity that may have it"),
    "objects": Key("可以指向哪些种类的条目", "kinds of entity it may lead to"),
    "dimension": Key("量纲：可互相换算的一组", "what it measures: units of one dimension compare"),
    "symbol": Key("符号", "the symbol"),
    "factor": Key("换算到基本单位的倍数", "factor to the base of its dimension"),
    "compact": Key("是否用万、亿", "whether 万 and 亿 go with it"),
    "also": Key("括号里的另一种写法", "a second way to state it, in brackets"),
    "one": Key("单数", "for one"),
    "other": Key("复数", "for many"),
    # questions
    "question": Key("问题，两种语言", "the question, in both languages"),
    "answer": Key("回答，不写数字", "the answer, without digits"),
    "disputed": Key("有争议的地方", "what is disputed"),
    "sure": Key("有多确定", "how sure it is"),
    # the site
    "subject": Key("讲的是什么", "what it is about"),
    "nation": Key("“国内”是哪里", "who at home is"),
    "keywords": Key("关键词，用“ | ”隔开", "keywords, divided by ' | '"),
    # what is accepted, what has moved
    "code": Key("检查的代号", "the code of the finding"),
    "file": Key("文件", "the file"),
    "about": Key("关于什么", "what it is about"),
    "reason": Key("理由，两种语言", "the reason, in both languages"),
    "was": Key("原来的编号", "the former id"),
    "now": Key("现在的编号", "the present id"),
    "gone": Key("为什么没有了", "why it is no more"),
    "zh": Key("中文", "Chinese", _also("中文 cn chinese zh-CN zh_CN")),
    "en": Key("英文", "English", _also("英文 english")),
}  # fmt: skip

PROSE_KEYS = frozenset({"zh", "en"})  # whose value is a sentence, and may hold any sign


def meant(word: str, allowed: list[str]) -> str | None:
    """The one of the keys `allowed` here for which `word` is another word, if there is one."""
    folded = word.strip().casefold().replace("-", "_")
    exact = [key for key in allowed if key.replace("-", "_") == folded]
    other = [
        key
        for key in allowed
        if key in KEYS and (folded in KEYS[key].also or word in KEYS[key].also)
    ]
    found = exact or other
    return found[0] if found else None


# What the choices of our own lists are called in Chinese.
CHOICES: dict[str, tuple[str, ...]] = {
    "company": ("公司", "企业", "厂商"), "product": ("产品", "芯片"), "technology": ("技术",),
    "institution": ("机构", "大学", "研究所"), "project": ("项目", "工程"), "policy": ("政策", "法规"),
    "market": ("市场",), "supported": ("已佐证", "已证实", "属实"), "unverified": ("未佐证", "待核实"),
    "disputed": ("有争议", "争议"), "refuted": ("不可信", "错误", "不实"), "superseded": ("已更新", "已过时"),
    "reported": ("报道",), "claimed": ("厂商自称", "自称"), "estimate": ("估计", "估算"),
    "forecast": ("预测",), "target": ("目标",), "final": ("正式", "年报"), "preliminary": ("快报", "预告"),
    "guidance": ("指引",), "year": ("年", "全年"), "half": ("半年",), "nine-months": ("前三季度",),
    "quarter": ("季度",), "month": ("月",), "cumulative": ("累计",), "trailing-year": ("近十二个月",),
    "point": ("时点",), "met": ("达成", "实现"), "partly": ("部分达成",), "missed": ("未达成",),
    "not-found": ("未查到",), "agrees": ("一致", "同意", "yes"), "differs": ("不一致", "不同", "no"),
    "context": ("背景",), "listed": ("已上市",), "approved": ("已过会",), "applied": ("已申报",),
    "tutoring": ("辅导",), "not-listed": ("未上市",), "withdrawn": ("撤回",), "delisted": ("退市",),
    "subsidiary": ("子公司",), "article": ("文章",), "filing": ("公告", "招股书", "年报", "prospectus"),
    "company-release": ("公司公告", "新闻稿"), "statistics": ("统计",), "paper": ("论文",),
    "standard": ("标准",), "report": ("报告",), "press": ("新闻", "媒体报道"), "interview": ("采访", "访谈"),
    "forum": ("论坛",), "database": ("数据库",), "reference": ("工具书",), "embargoed": ("禁运",), "dependent": ("依赖",),
    "catching-up": ("追赶",), "partly-domestic": ("部分国产",), "domestic": ("国产",),
    "entity": ("条目",), "claim": ("事实",), "term": ("术语",), "source": ("来源",), "need": ("卡点",),
    "word": ("词表",), "heading": ("小标题",), "page": ("网页",), "file": ("文件",),
}  # fmt: skip


def chosen(word: str, choices: list[str]) -> str | None:
    """The one of the choices that `word` says in Chinese or in another case, if there is one."""
    folded = word.strip().casefold().replace("_", "-").replace(" ", "-")
    return next((one for one in choices if folded == one or word in CHOICES.get(one, ())), None)
