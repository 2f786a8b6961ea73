"""What only the whole of the data shows: what is missing, said twice, or at odds with something else."""

from chipkb.values.wording_form import Wording, error, warning

WHOLE_WORDING: dict[str, Wording] = {
    "date-future": error(
        "'{found}' lies behind {state}, the state of the data: write 'basis: forecast' or 'basis: target' "
        "for a figure, 'kind: plan' for an event, or mend the date",
        "“{found}”晚于数据截至日 {state}：数据请写 basis: forecast（预测）或 target（目标），"
        "事件请写 kind: plan，或改正日期",
    ),
    "date-after-source": error(
        "a figure of {found} cannot stand in a source published {published}: mend as_of, cite the newer "
        "source, or write 'basis: forecast' or 'target'",
        "{published} 发表的来源不会有 {found} 的数：请改正 as_of，引用更新的来源，或写 basis: forecast / target",
    ),
    "date-period": error(
        "'{found}' is only when the {period} ended; write the months that it covers",
        "“{found}”只是 period: {period} 结束的日子；请写它涵盖的月份",
    ),
    "scope-period": warning(
        "'{found}' is the time that 'as_of: {as_of}' says already; take it out of 'scope', which says what is counted",
        "“{found}”说的是时间，as_of: {as_of} 已经写明；scope 只写统计范围，请删去",
    ),
    "date-accessed": error(
        "looked at on {found}, before it was published ({published}); one of the two is wrong",
        "查阅日期 {found} 早于发表日期 {published}；其中一个有误",
    ),
    "superseded-self": error(
        "a fact cannot follow itself; write the id of the newer fact",
        "事实不能被自己更新；请写新事实的编号",
    ),
    "superseded-circle": error(
        "'{found}' is itself superseded, in a circle back to this one; the newest has no superseded_by",
        "“{found}”又被更新回这一条，成了循环；最新的一条不写 superseded_by",
    ),
    "superseded-metric": error(
        "the newer fact measures '{found}', this one '{metric}'; a fact is followed by one of its metric",
        "新事实的指标是“{found}”，这一条是“{metric}”；只能被同一指标的事实更新",
    ),
    "relation-inverse": error(
        "'{found}' is '{kind}' read from the other end; write it in the file of the other, with this entity as its "
        "target: {{kind: {kind}, target: …}}",
        "“{found}”是“{kind}”从另一头看；请写到对方的文件里，target 写本条目：{{kind: {kind}, target: …}}",
    ),
    "relation-turned": error(
        "'{kind}' leads from {expected}, and this is a {found:noun}; write it in the file of '{target}', "
        "with this entity as its target",
        "“{kind}”只能从 {expected} 出发，而这里是{found:noun}；请写到“{target}”的文件里，target 写本条目",
    ),
    "relation-subject": error(
        "'{kind}' leads from {expected}, and this is a {found:noun}; choose another kind (data/vocabulary/relations.yml)",
        "“{kind}”只能从 {expected} 出发，而这里是{found:noun}；请换一种关系（data/vocabulary/relations.yml）",
    ),
    "relation-object": error(
        "'{kind}' leads to {expected}, and '{target}' is a {found:noun}; choose another kind or target",
        "“{kind}”只能指向 {expected}，而“{target}”是{found:noun}；请换一种关系或对象",
    ),
    "label-duplicate": error(
        "the {what} '{other}' bears the label '{found}' too; readers could not tell them apart",
        "{what:noun}“{other}”也叫“{found}”，读者无法区分；请换一个标签",
    ),
    "order-duplicate": error(
        "'{other}' has the order {found} too; give this one a number of its own",
        "“{other}”的次序也是 {found}；请另写一个数",
    ),
    "source-duplicate": error(
        "the source '{other}' has this address already; cite that one",
        "来源“{other}”已有这个网址；请引用它",
    ),
    "id-duplicate": error("id '{id}' is taken by {other}", "编号“{id}”已被 {other} 使用"),
    "fact-duplicate": error(
        "'{id}' stands twice in this file (first in line {first})",
        "“{id}”在本文件中出现两次（第一次在第 {first} 行）",
    ),
    "summary-duplicate": error(
        "word for word the summary of {other}; say what this one is",
        "与 {other} 的概述一字不差；请写这一条自己的概述",
    ),
    "relation-duplicate": error(
        "the relation '{kind}' to '{target}' stands twice; list its sources in one",
        "到“{target}”的关系“{kind}”写了两次；请合成一条并列出所有来源",
    ),
    "relation-mirrored": error(
        "'{target}' already says this of '{subject}'; one side is enough",
        "“{target}”那边已经写了与“{subject}”的这条关系；写一边即可",
    ),
    "relation-self": error("'{target}' cannot relate to itself", "“{target}”不能与自己建立关系"),
    "comparison-rows": error(
        "a comparison needs either the 'kind' of its rows or a list of 'entities', and not both",
        "对照表的行要么写 kind，要么写 entities，不能都写，也不能都不写",
    ),
    "comparison-column": error(
        "two columns are called '{found}'; give one an 'id' of its own",
        "有两列都叫“{found}”；请给其中一列另写 id",
    ),
    "ref-dangling": error("there is no entity '{found}'", "没有“{found}”这个实体"),
    "ref-kind": error(
        "'{found}' is of the wrong kind: {kind}; expected here: {expected}",
        "“{found}”是{kind:noun}，这里应为{expected:noun}",
    ),
    "fact-dangling": error("there is no fact or event '{found}'", "没有“{found}”这条事实或事件"),
    "fact-no-value": error(
        "'{found}' has no {what} to insert here", "“{found}”没有可以放在这里的{what:noun}"
    ),
    "link-dangling": error("there is no entity or term '{found}'", "没有“{found}”这个实体或术语"),
    "alias-duplicate": error("name '{name}' stands twice here", "名称“{name}”在这里写了两次"),
    "alias-several": error(
        "'{found}' is several names; write each as an item of its own: [{instead}]",
        "“{found}”是几个名称；请每个名称一项：[{instead}]",
    ),
    "alias-clash": error(
        "name '{name}' belongs to {other} too; readers could not tell them apart",
        "名称“{name}”也属于 {other}，读者无法区分",
    ),
    "source-unknown": error(
        "there is no source '{found}'; if it is a new one, begin it with: chipkb new source {found}",
        "没有“{found}”这个来源；新的来源先立：chipkb new source {found}",
    ),
    "source-unused": warning(
        "no fact rests on this source; propose it together with the first fact that cites it, or delete the file",
        "没有任何事实引用这个来源；请与第一条引用它的事实一起提交，或删去这个文件",
    ),
    "place-missing": error(
        "'{source}' is cited by paragraph; add #section/paragraph, sections: {expected}",
        "引用“{source}”要写段落：#章节/段落，可用章节：{expected}",
    ),
    "place-unknown": error(
        "'{source}' has no place '{found}'; {expected}", "“{source}”里没有“{found}”；{expected}"
    ),
    "english-missing": warning("English is missing here", "这里缺少英文"),
    "number-naked": error(
        "number '{found}' stands in prose without a source; make it a fact and write {{fact-id}}, "
        "or use a known name or term",
        "正文里的数字“{found}”没有来源；请写成事实并用 {{事实编号}} 引用，或使用已知的名称、术语",
    ),
    "superseded-alone": error(
        "'superseded_by' goes with assessment 'superseded', found '{found}'",
        "写了 superseded_by，assessment 就应为 superseded，却是“{found}”",
    ),
    "word-doubled": warning(
        "filled in, the text says '{found}'; a value brings its own qualifier and unit, a name its noun",
        "填入引用后，这里成了“{found}”；数值自带限定词和单位，名称自带名词",
    ),
    "supported-unmet": error(
        "'supported' needs a primary source, or two publishers of tier press or better that say the "
        "same and not only retell one (a company's own results, what is 'attributed_to' someone); add "
        "evidence with 'says: agrees', or leave the assessment out",
        "“supported”（已佐证）需要一手来源，或两家媒体、研究机构以上的独立出处说法一致，而不是转述同一家"
        "（公司自己的业绩、写了 attributed_to 的）；请补上 says: agrees 的证据，或不写 assessment",
    ),
    "supported-unclaimed": warning(
        "a primary source or two publishers say so: write 'assessment: supported', or say in 'basis' "
        "that it is a claim or an estimate",
        "已有一手来源或两家独立出处：请写 assessment: supported；若只是自称或估计，请在 basis 里写明",
    ),
    "disputed-alone": error(
        "'disputed' needs evidence with 'says: differs' or a claim in 'conflicts_with'; a doubt that is "
        "only ours goes into 'note'",
        "“disputed”（有争议）需要 says: differs 的证据，或写明 conflicts_with；只是我们自己的疑问，写进 note",
    ),
    "refuted-alone": error(
        "'refuted' needs a better source that differs: evidence with 'says: differs' or a claim in "
        "'conflicts_with', of a higher tier than what it rests on",
        "“refuted”（不可信）需要更高等级的来源说法不同：says: differs 的证据，或写明 conflicts_with",
    ),
    "outcome-missing": warning(
        "its day has passed (the data is of {state}): add 'outcome' with what became of it, or "
        "'{{result: not-found, checked: …}}'",
        "日子已经过了（数据截至 {state}）：请写 outcome 说明结果，查不到就写 {{result: not-found, checked: …}}",
    ),
    "now-undated": warning(
        "'{found}' means when this was written, and nothing beside it says when; name a date "
        "({{fact-id.as_of}}, or 'as_of' of a statement), or leave the word out",
        "“{found}”指的是写作的时候，旁边却没有日期：请引用日期（{{事实编号.as_of}}，陈述可写 as_of），或不用这个词",
    ),
    "assessment-twins": warning(
        "the same figure is '{found}' at {other}; judge it once",
        "同一个数在 {other} 的评定是“{found}”；两处应当一致",
    ),
    "fact-twin": error(
        "'{id}' says the same as '{other}'; write it once, with both sources: source: [one, two]",
        "“{id}”与“{other}”说的是同一件事；请合成一条，来源写成列表：source: [甲, 乙]",
    ),
    "fact-overwritten": warning(
        "'{id}' said {was} ({as_of}), and a newer figure of another source has taken its place: bring the old one "
        "back as 'superseded', and give the newer one an id of its own",
        "“{id}”原来是 {was}（{as_of}），被另一个来源的新数覆盖了：请恢复旧的，标为 superseded，新的另用一个编号",
    ),
    "fact-rival": warning(
        "'{id}' and '{other}' give two figures of '{metric}' for {as_of}: supersede the older one"
        " (superseded_by), say that they cannot both hold (conflicts_with), or say in 'scope' what each counts",
        "“{id}”与“{other}”是同一指标（{metric}）在 {as_of} 的两个数：请让旧的被新的更新（superseded_by），"
        "或标明互相冲突（conflicts_with），或用 scope 写清各自的范围",
    ),
    "ref-self": error(
        "'{key}' names '{found}' itself, which says nothing; name another, or leave the key out",
        "“{key}”写的是“{found}”自己，没有意义；请写别的，或不写这一项",
    ),
    "conflict-metric": error(
        "the other fact is of metric '{found}', this one of '{metric}'; only figures of one metric can conflict",
        "那一条的指标是“{found}”，这一条是“{metric}”；只有同一指标的数才会互相冲突",
    ),
    "conflict-self": error("a fact cannot conflict with itself", "事实不能与自己冲突"),
    "tier-missing": error(
        "the tier '{tier}' is missing; the rule for what is 'supported' rests on it",
        "缺少来源等级“{tier}”；判断“supported”（有佐证）要用到它",
    ),
    "metric-unused": warning(
        "no fact uses metric '{metric}'; propose it together with its first fact, or delete it and say in"
        " data/moved.yml that it is gone, if it was ever published",
        "没有事实使用指标“{metric}”；请与第一条用它的事实一起提交，或删去它（已发布过的，在 data/moved.yml 里写明）",
    ),
    "domain-empty": warning("domain '{domain}' has no entity", "领域“{domain}”没有实体"),
    "content-html": error(
        "'{found}' is HTML; pages here are Markdown alone",
        "“{found}”是 HTML；这里的页面只用 Markdown",
    ),
    "content-depth": error(
        "the first word stands behind {found} characters of lists and quotes; at most {most}",
        "第一个字前面有 {found} 个列表或引用的符号；最多 {most} 个",
    ),
    "content-bracket": error(
        "'[' stands {found} times on this page without a ']' that closes it",
        "本页有 {found} 个“[”没有用“]”关上",
    ),
    "content-link": error(
        "'{found}' is no link of a page: write https://…, page.md or #key; of a picture: images/…",
        "“{found}”不能作链接：请写 https://…、page.md 或 #key；图片写 images/…",
    ),
    "heading-key": error(
        "this heading needs a key, the same in both languages: ## … {{#key}}",
        "这个标题需要编号，中英文相同：## … {{#key}}",
    ),
    "heading-twins": error(
        "the headings' keys differ from the Chinese page's: {found}",
        "标题的编号与中文页不同：{found}",
    ),
    "content-missing": error("content/{page} is missing", "缺少 content/{page}"),
    "released-lost": error(
        "the {what} '{id}' was published and is gone: bring it back, or say in data/moved.yml where it went (was, now) or why it is no more (was, gone)",
        "已发布过的{what:noun}“{id}”不见了：请恢复，或在 data/moved.yml 里写明它去了哪里（was、now）或为何不再有（was、gone）",
    ),
    "move-one-way": error(
        "write 'now' (what it is called today) or 'gone' (why there is nothing), and only one of them",
        "now（现在叫什么）与 gone（为什么没有了）写且只写一个",
    ),
    "move-id": error("'{found}' cannot be the id of a {what}", "“{found}”不能是{what:noun}的编号"),
    "move-from-present": error(
        "'{id}' is still there, so it has not moved; remove this entry, or the thing",
        "“{id}”还在，并没有搬走；请删去这一条，或删去它本身",
    ),
    "move-nowhere": error(
        "'{id}' leads nowhere; write the id that it has today",
        "“{id}”不通向任何地方；请写它现在的编号",
    ),
    "ledger-line": error(
        "'{found}' is no line of the ledger; 'chipkb ledger' writes it, do not edit it by hand",
        "“{found}”不是编号册里的一行；编号册由 chipkb ledger 写成，请勿手改",
    ),
    "relation-needs-id": error(
        "a second relation to '{target}' (the first is at line {first}): give this one an id of its own, such as 'id: {kind}-{target}'",
        "到“{target}”的第二条关系（第一条在第 {first} 行）：请给这一条一个自己的编号，例如 id: {kind}-{target}",
    ),
    "accepted-never": error(
        "'{code}' cannot be accepted: the site would be wrong; mend what it says",
        "“{code}”不能豁免：网站会因此出错；请改正它所指出的问题",
    ),
    "anchor-taken": error(
        "'{found}' leads to the same place on the page as another; rename one of them",
        "“{found}”在页面上的位置与另一条相同；请改其中一个的编号",
    ),
    "accepted-stale": error(
        "nothing is found any more that this acceptance of '{code}' would silence; remove it",
        "“{code}”的这条豁免已经没有对应的问题；请删去",
    ),
}
