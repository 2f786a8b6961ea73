"""What the columns and keys of the exports mean; the page of downloads prints this."""

from chipkb.values.text import Text

CLAIM: dict[str, Text] = {
    "ref": Text(zh="事实的永久编号：条目/事实", en="The claim's permanent id: entity/claim"),
    "entity": Text(zh="条目的编号", en="Id of the entity"),
    "entity_name": Text(zh="条目的名称", en="Name of the entity"),
    "kind": Text(zh="figure 数据、statement 陈述、relation 关系或 event 事件",
                 en="figure, statement, relation or event"),
    "about": Text(zh="指标、主题、关系种类或事件种类的编号",
                  en="Id of the metric, topic, kind of relation or kind of event"),
    "value": Text(zh="写出来的数值", en="The value as printed"),
    "low": Text(zh="数值，或区间的下端，以单位计", en="The number, or the lower end of a range, in the unit"),
    "high": Text(zh="区间的上端", en="The upper end of a range"),
    "qualifier": Text(zh="exact、about、more-than 等：与真值的关系",
                      en="exact, about, more-than and so on: how it stands to the truth"),
    "unit": Text(zh="单位的编号", en="Id of the unit"),
    "of": Text(zh="数值相对于哪个条目", en="The entity that the figure is relative to"),
    "scope": Text(zh="统计口径", en="What is counted"),
    "basis": Text(zh="reported、claimed、estimate、forecast 或 target",
                  en="reported, claimed, estimate, forecast or target"),
    "text": Text(zh="陈述或事件的文字", en="The words of a statement or event"),
    "target": Text(zh="关系另一端的条目", en="The other end of a relation"),
    "with": Text(zh="事件的其他参与者", en="Others who take part in an event"),
    "as_of": Text(zh="日期：2024、2024-Q3、2024-11、2025-02-26、by 2026、2024/2026",
                  en="The date: 2024, 2024-Q3, 2024-11, 2025-02-26, by 2026, 2024/2026"),
    "assessment": Text(zh="supported、unverified、disputed、refuted 或 superseded",
                       en="supported, unverified, disputed, refuted or superseded"),
    "attributed_to": Text(zh="来源自己指明的出处", en="Whom the source itself names as the origin"),
    "sources": Text(zh="来源及其中位置：来源#章节/段落", en="Sources with the place: source#section/paragraph"),
    "note": Text(zh="编者的理由", en="The editor's reason"),
    "conflicts_with": Text(zh="不能与之同时成立的事实", en="Claims that cannot hold beside it"),
    "superseded_by": Text(zh="取代它的事实", en="The claim that replaces it"),
    "evidence": Text(zh="其他网页怎么说", en="What other pages say"),
    "url": Text(zh="网址", en="Address on this site"),
}  # fmt: skip

ENTITY: dict[str, Text] = {
    "id": Text(zh="编号，永不改变", en="Id; it never changes"),
    "kind": Text(zh="company、product、technology、institution、project、policy 或 market",
                 en="company, product, technology, institution, project, policy or market"),
    "name": Text(zh="标准名称", en="Standard name"),
    "aliases": Text(zh="别名", en="Other names"),
    "home": Text(zh="所属领域", en="Home domain"),
    "also_in": Text(zh="兼属领域", en="Further domains"),
    "parent": Text(zh="上级条目", en="Parent entity"),
    "summary": Text(zh="摘要", en="Summary"),
    "claims": Text(zh="事实条数", en="Number of claims"),
    "url": Text(zh="网址", en="Address on this site"),
}  # fmt: skip

TERM: dict[str, Text] = {
    "id": Text(zh="编号", en="Id"),
    "topic": Text(zh="所属专题", en="Topic"),
    "name": Text(zh="名称", en="Name"),
    "abbreviation": Text(zh="缩写", en="Abbreviation"),
    "aliases": Text(zh="别名", en="Other names"),
    "definition": Text(zh="释义", en="Definition"),
    "see": Text(zh="参见的条目与术语", en="Related entries and terms"),
    "url": Text(zh="网址", en="Address on this site"),
}

SOURCE: dict[str, Text] = {
    "id": Text(zh="编号", en="Id"),
    "title": Text(zh="标题", en="Title"),
    "publisher": Text(zh="出版者", en="Publisher"),
    "author": Text(zh="作者", en="Author"),
    "published": Text(zh="发布日期", en="Date of publication"),
    "accessed": Text(zh="查阅日期", en="Date of access"),
    "kind": Text(zh="类型", en="Kind"),
    "tier": Text(zh="等级", en="Tier"),
    "language": Text(zh="语言", en="Language"),
    "original": Text(zh="原文网址", en="Address of the original"),
    "copy_of": Text(zh="是哪一来源的副本", en="The source it is a copy of"),
    "caveats": Text(zh="使用须知", en="Caveats"),
    "claims": Text(zh="以此为据的事实条数", en="Number of claims that rest on it"),
    "url": Text(zh="网址", en="Address on this site"),
}
