"""Every problem we know, with its severity and its sentence in both languages.

The blanks in braces are filled from `Problem.details`.
"""

from chipkb.values.keys import KEYS
from chipkb.values.text import Lang
from chipkb.values.wording_chain import CHAIN_WORDING
from chipkb.values.wording_form import Wording
from chipkb.values.wording_form import error as _error
from chipkb.values.wording_form import warning as _warning
from chipkb.values.wording_language import LANGUAGE_WORDING
from chipkb.values.wording_yaml import YAML_WORDING

DID_YOU_MEAN: dict[Lang, str] = {
    "en": "; did you mean '{suggestion}'?",
    "zh": "；是不是“{suggestion}”？",
}

# Words that fill a blank, for messages in Chinese.
NOUNS_ZH: dict[str, str] = {
    **{key.en: key.zh for key in KEYS.values()},
    "text": "文字",
    "a list": "列表",
    "one value": "一个值",
    "a mapping": "“键: 值”",
    "a whole number": "整数",
    "nothing": "空",
    "metric": "指标",
    "relation": "关系",
    "event": "事件",
    "topic": "主题",
    "tier": "来源等级",
    "measure": "份额口径",
    "exchange": "交易所",
    "domain": "领域",
    "value": "数值",
    "date": "日期",
    "company": "公司",
    "product": "产品",
    "technology": "技术",
    "institution": "机构",
    "project": "项目",
    "policy": "政策",
    "market": "市场",
    "a plain space": "普通空格",
    "an anchor ('&')": "锚点（&）",
    "an alias ('*')": "别名（*）",
    "a tag ('!')": "标签（!）",
    "a merge key ('<<')": "合并键（<<）",
    "a key that is no word ('?')": "不是词的键（?）",
    "entity": "条目",
    "claim": "事实",
    "term": "术语",
    "source": "来源",
    "need": "卡点",
    "word": "词表编号",
    "heading": "小标题",
    "page": "网页",
    "file": "文件",
}


WORDING: dict[str, Wording] = {
    **YAML_WORDING,
    **LANGUAGE_WORDING,
    **CHAIN_WORDING,
    # the file
    "file-encoding": _error(
        "the file is not UTF-8 from here on; save it anew with the encoding UTF-8 (not GBK, not ANSI)",
        "从这里起不是 UTF-8 编码；请在编辑器里另存为 UTF-8（不是 GBK 或 ANSI）",
    ),
    "file-name": _error(
        "'{name}' is no good id: use lower-case letters, digits and hyphens, as in 'moore-threads.yml'",
        "“{name}”不能作编号：只用小写字母、数字和连字符，例如 moore-threads.yml",
    ),
    "file-folder": _error(
        "'{folder}' is no folder of the data; expected one of {expected}",
        "数据里没有“{folder}”这个文件夹；应为 {expected} 之一",
    ),
    "char-suspicious": _error(
        "suspicious character {char} ({name}); write {instead}",
        "可疑字符 {char}（{name}）；应写成：{instead:noun}",
    ),
    "char-control": _error(
        "control character {char}, which no page can show; remove it",
        "控制字符 {char}，任何页面都无法显示；请删去",
    ),
    "char-heap": _error(
        "{found} marks are heaped on one letter, and would lie over other lines; keep at most three",
        "一个字母上叠了 {found} 个附加符号，会盖住上下的行；最多留三个",
    ),
    "file-unreadable": _error("the file cannot be read: {reason}", "文件无法读取：{reason}"),
    "file-link": _error(
        "this is a link to another place; put the file itself here",
        "这是指向别处的链接；请把文件本身放在这里",
    ),
    "file-unread": _error(
        "this file is not read: data files end in .yml; rename it to '{instead}', or take it away",
        "这个文件不会被读取：数据文件以 .yml 结尾；请改名为 {instead}，或移走",
    ),
    "file-kind": _error(
        "files of this kind are not published from here; expected {expected}",
        "这里不发布这种文件；应为 {expected}",
    ),
    "file-size": _error(
        "the file has {found} bytes; at most {most} are read",
        "文件有 {found} 字节；最多只读 {most} 字节",
    ),
    "address-taken": _error(
        "the address '{found}' is one of the site's own; choose another id",
        "网址“{found}”是网站自己用的；请换一个编号",
    ),
    # the text
    "text-long": _error(
        "{found} characters; a text here has at most {most}",
        "有 {found} 个字；这里最多 {most} 个字",
    ),
    "key-duplicate": _error(
        "key '{key}' stands twice (first in line {first})",
        "键“{key}”写了两次（第一次在第 {first} 行）",
    ),
    "key-unknown": _error(
        "unknown key '{key}'; expected one of {expected}",
        "不认识的键“{key}”；可用的键：{expected}",
    ),
    "text-comma": _error(
        "'{found}' was cut off by a comma; put the whole text in quotation marks",
        "“{found}”被逗号截断了；请把整句话放进引号里",
    ),
    "key-missing": _error("key '{key}' is missing", "缺少键“{key}”"),
    "key-given": _error(
        "'{key}' is not written in the file: the file's name and folder say it; delete this line",
        "“{key}”不写在文件里，文件名和文件夹已经说明；请删去这一行",
    ),
    "fact-which": _error(
        "a fact is either a figure ('metric' and 'value') or a statement ('topic' and 'statement'); "
        "write one pair, and make two facts of both",
        "一条事实要么是数据（metric 和 value），要么是陈述（topic 和 statement）；写其中一对，两者都有就分成两条",
    ),
    "value-form": _error(
        "'{found}' does not fit '{key}': {meaning}", "“{found}”不符合 {key} 的写法：{meaning:noun}"
    ),
    "wikidata-form": _error(
        "'{found}' is not the bare id of a Wikidata item", "“{found}”不是维基数据编号本身"
    ),
    "lei-check": _error(
        "the check digits of '{found}' do not agree with it; copy it again from where it stands",
        "“{found}”的校验位不对，抄错了一位；请照原处再抄一遍",
    ),
    "language-tag": _error(
        "'{found}' is no language tag; write zh, en, ja, ko, zh-TW …",
        "“{found}”不是语言标签；请写 zh、en、ja、ko、zh-TW 等",
    ),
    "url-end": _error(
        "the address ends in '{found}', which belongs to the sentence; take it off",
        "网址末尾的“{found}”是句子的标点；请去掉",
    ),
    "url-tracking": _error(
        "'{found}' in the address only says who sent the reader; take it off",
        "网址里的“{found}”只用来记录是谁引来的读者；请去掉",
    ),
    "count-negative": _error(
        "{found}: there can be no less than none; take the minus off, or choose a metric that says what fell",
        "{found}：个数不会小于零；请去掉负号，或改用说明减少了多少的指标",
    ),
    "value-empty": _error("'{key}' has no value", "“{key}”没有内容"),
    "text-languages": _error(
        "'{key}' wants both languages: {{zh: …, en: …}}; found {found:noun}",
        "“{key}”要分两种语言写：{{zh: ……, en: …}}；这里却是{found:noun}",
    ),
    "list-wanted": _error(
        "'{key}' wants a list: [one, two]; found {found:noun}",
        "“{key}”要写成列表：[甲, 乙]；这里却是{found:noun}",
    ),
    "type-wrong": _error(
        "expected {expected:noun}, found {found:noun}", "这里应为{expected:noun}，却是{found:noun}"
    ),
    "value-choice": _error(
        "'{found}' is not one of {expected}", "“{found}”不在可选值之中：{expected}"
    ),
    "value-wrong": _error(
        "'{found}' is not valid here: {reason}", "“{found}”在这里不合法：{reason}"
    ),
    "id-syntax": _error(
        "'{found}' is no good id: use lower-case letters, digits and hyphens",
        "“{found}”不能作编号：只用小写字母、数字和连字符",
    ),
    "url-syntax": _error(
        "'{found}' is not a web address; expected https://… or http://…",
        "“{found}”不是网址；应以 https:// 或 http:// 开头",
    ),
    "bool-wanted": _error(
        "'{key}' wants true or false, found '{found}'",
        "“{key}”只写 true 或 false，这里却是“{found}”",
    ),
    "value-several": _error(
        "one fact has one value, and '{found}' is none; write each value as a fact of its own, with its own id",
        "一条事实只有一个数，“{found}”不是；请每个数写一条事实，各有编号",
    ),
    "citation-syntax": _error(
        "'{found}' is not a citation; expected the id of a source (with #section/paragraph, if it has sections), "
        "as in 'doc-000#gpu/2'; a page that is no source yet: chipkb new source ID",
        "“{found}”不是出处；应写来源的编号（有章节的再加 #章节/段落），例如 doc-000#gpu/2；"
        "还没有的来源先立：chipkb new source 编号",
    ),
    "citation-several": _error(
        "'{found}' names several sources; put them in brackets",
        "“{found}”是几个来源；请用方括号写成列表",
    ),
    "citation-mapping": _error(
        "here stands the id of a source alone; its address and publisher go into data/sources/ID.yml: chipkb new source ID",
        "这里只写来源的编号；网址、出版者写进 data/sources/编号.yml：chipkb new source 编号",
    ),
    "evidence-origin": _error(
        "evidence needs either 'source' or 'url' with 'publisher', and not both",
        "证据要么写 source，要么写 url 和 publisher，不能都写",
    ),
    "prose-syntax": _error(
        "cannot read '{found}': use {{fact-id}}, {{entity/fact-id}}, [[id]] or [[id|text]]",
        "看不懂“{found}”：请用 {{事实编号}}、{{实体/事实编号}}、[[编号]] 或 [[编号|文字]]",
    ),
    "outcome-unchecked": _error(
        "an outcome that was 'not-found' needs 'checked', the day you looked",
        "result 为 not-found 时要写 checked：哪天查的",
    ),
    "outcome-untold": _error(
        "the outcome '{result}' needs the 'claim' or the 'source' that tells it",
        "结果“{result}”要写明由哪条事实（claim）或哪个来源（source）得知",
    ),
    "note-missing": _error(
        "assessment '{assessment}' needs a 'note' that gives the reason",
        "评定为“{assessment}”时必须写 note 说明理由",
    ),
    # values
    "quantity-syntax": _error(
        "cannot read the quantity '{found}'; write it like {expected}",
        "看不懂数量“{found}”；请写成 {expected}",
    ),
    "quantity-beside": _error(
        "'{found}' is no part of the quantity; here stands the quantity alone: what it counts goes into 'scope', "
        "when into 'as_of', another number into a fact of its own",
        "“{found}”不是数量的一部分；这里只写数量：范围写进 scope，日期写进 as_of，别的数另写一条事实",
    ),
    "value-none": _error(
        "'{found}' is no value; what is not known is left out: delete the whole fact",
        "“{found}”不是数；不知道的不写：请删去整条事实",
    ),
    "quantity-range": _error(
        "the range '{found}' runs from the larger to the smaller number",
        "区间“{found}”前大后小",
    ),
    "quantity-full-width": _error(
        "'{found}' has full-width characters; type digits and signs half-width",
        "“{found}”里有全角字符；数字和符号请用半角",
    ),
    "quantity-han-digits": _error(
        "write the number of '{found}' in digits, like {expected}",
        "“{found}”里的数字请写成阿拉伯数字，例如 {expected}",
    ),
    "quantity-number": _error(
        "'{found}' is no number; group digits by threes or not at all",
        "“{found}”不是正确的数字；千位分隔符每三位一个，或不写",
    ),
    "quantity-digits": _error(
        "'{found}' has more digits than can be kept exactly (18 before, 9 behind the point)",
        "“{found}”位数太多（整数最多 18 位，小数最多 9 位）",
    ),
    "quantity-range-qualifier": _error(
        "'{found}': a range already says its bounds; only 约 / about goes with it",
        "“{found}”：区间本身就有上下限，只能再加“约”",
    ),
    "quantity-qualifiers": _error(
        "'{found}' has two qualifiers; keep one", "“{found}”有两个限定词；只留一个"
    ),
    "quantity-scale": _error(
        "'{found}': give both ends their own 万, 亿, million… or only the last",
        "“{found}”：两端各写各的“万、亿”，或只写在后一个数后面",
    ),
    "quantity-restated": _error(
        "the two sizes in '{found}' do not agree", "“{found}”里的两个尺寸不一致"
    ),
    "unit-missing": _error(
        "'{found}' has no unit; expected one of {expected}", "“{found}”没有单位；应为 {expected}"
    ),
    "unit-unknown": _error(
        "unknown unit '{found}'; expected one of {expected}",
        "不认识的单位“{found}”；应为 {expected}",
    ),
    "unit-mismatch": _error(
        "unit '{found}' does not measure '{metric}'; expected one of {expected}",
        "单位“{found}”不能用于指标“{metric}”；应为 {expected}",
    ),
    "date-syntax": _error(
        "cannot read the date '{found}'; write 2024, 2024-H1, 2024-Q3, 2024-11, 2024-11-05, "
        "'by 2026' or 2020/2024",
        "看不懂日期“{found}”；请写 2024、2024-H1、2024-Q3、2024-11、2024-11-05、by 2026 或 2020/2024",
    ),
    "date-nonexistent": _error("there is no such date: '{found}'", "没有“{found}”这个日期"),
    "date-year": _error(
        "the year of '{found}' is outside 1900–2100", "“{found}”的年份不在 1900–2100 之间"
    ),
    "date-span": _error(
        "the span '{found}' must end after it begins", "时间段“{found}”的终点应晚于起点"
    ),
    "metric-unknown": _error(
        "unknown metric '{found}'; all stand in {file}, among them {expected}",
        "没有“{found}”这个指标；全部指标在 {file}，例如 {expected}",
    ),
    "kind-unknown": _error(
        "unknown {what} '{found}'; expected one of {expected} ({file})",
        "没有“{found}”这种{what:noun}；可用的有 {expected}（{file}）",
    ),
    "unit-unlisted": _error(
        "metric '{metric}' names unit '{found}', which data/vocabulary/units.yml does not have",
        "指标“{metric}”用了单位“{found}”，但 data/vocabulary/units.yml 里没有",
    ),
    "share-range": _error(
        "{found} of a whole: a share lies between 0 and 100%; a growth or a multiple is another metric",
        "占整体的 {found}：份额应在 0 与 100% 之间；增长率或倍数请用别的指标",
    ),
    # across files
    "date-future": _error(
        "'{found}' lies behind {state}, the state of the data: write 'basis: forecast' or 'basis: target' "
        "for a figure, 'kind: plan' for an event, or mend the date",
        "“{found}”晚于数据截至日 {state}：数据请写 basis: forecast（预测）或 target（目标），"
        "事件请写 kind: plan，或改正日期",
    ),
    "date-after-source": _error(
        "a figure of {found} cannot stand in a source published {published}: mend as_of, cite the newer "
        "source, or write 'basis: forecast' or 'target'",
        "{published} 发表的来源不会有 {found} 的数：请改正 as_of，引用更新的来源，或写 basis: forecast / target",
    ),
    "date-period": _error(
        "'{found}' is only when the {period} ended; write the months that it covers",
        "“{found}”只是 period: {period} 结束的日子；请写它涵盖的月份",
    ),
    "date-accessed": _error(
        "looked at on {found}, before it was published ({published}); one of the two is wrong",
        "查阅日期 {found} 早于发表日期 {published}；其中一个有误",
    ),
    "superseded-self": _error(
        "a fact cannot follow itself; write the id of the newer fact",
        "事实不能被自己更新；请写新事实的编号",
    ),
    "superseded-circle": _error(
        "'{found}' is itself superseded, in a circle back to this one; the newest has no superseded_by",
        "“{found}”又被更新回这一条，成了循环；最新的一条不写 superseded_by",
    ),
    "superseded-metric": _error(
        "the newer fact measures '{found}', this one '{metric}'; a fact is followed by one of its metric",
        "新事实的指标是“{found}”，这一条是“{metric}”；只能被同一指标的事实更新",
    ),
    "relation-inverse": _error(
        "'{found}' is '{kind}' read from the other end; write it in the file of the other, with this entity as its "
        "target: {{kind: {kind}, target: …}}",
        "“{found}”是“{kind}”从另一头看；请写到对方的文件里，target 写本条目：{{kind: {kind}, target: …}}",
    ),
    "relation-turned": _error(
        "'{kind}' leads from {expected}, and this is a {found:noun}; write it in the file of '{target}', "
        "with this entity as its target",
        "“{kind}”只能从 {expected} 出发，而这里是{found:noun}；请写到“{target}”的文件里，target 写本条目",
    ),
    "relation-subject": _error(
        "'{kind}' leads from {expected}, and this is a {found:noun}; choose another kind (data/vocabulary/relations.yml)",
        "“{kind}”只能从 {expected} 出发，而这里是{found:noun}；请换一种关系（data/vocabulary/relations.yml）",
    ),
    "relation-object": _error(
        "'{kind}' leads to {expected}, and '{target}' is a {found:noun}; choose another kind or target",
        "“{kind}”只能指向 {expected}，而“{target}”是{found:noun}；请换一种关系或对象",
    ),
    "label-duplicate": _error(
        "the {what} '{other}' bears the label '{found}' too; readers could not tell them apart",
        "{what:noun}“{other}”也叫“{found}”，读者无法区分；请换一个标签",
    ),
    "order-duplicate": _error(
        "'{other}' has the order {found} too; give this one a number of its own",
        "“{other}”的次序也是 {found}；请另写一个数",
    ),
    "source-duplicate": _error(
        "the source '{other}' has this address already; cite that one",
        "来源“{other}”已有这个网址；请引用它",
    ),
    "id-duplicate": _error("id '{id}' is taken by {other}", "编号“{id}”已被 {other} 使用"),
    "fact-duplicate": _error(
        "'{id}' stands twice in this file (first in line {first})",
        "“{id}”在本文件中出现两次（第一次在第 {first} 行）",
    ),
    "summary-duplicate": _error(
        "word for word the summary of {other}; say what this one is",
        "与 {other} 的概述一字不差；请写这一条自己的概述",
    ),
    "relation-duplicate": _error(
        "the relation '{kind}' to '{target}' stands twice; list its sources in one",
        "到“{target}”的关系“{kind}”写了两次；请合成一条并列出所有来源",
    ),
    "relation-mirrored": _error(
        "'{target}' already says this of '{subject}'; one side is enough",
        "“{target}”那边已经写了与“{subject}”的这条关系；写一边即可",
    ),
    "relation-self": _error("'{target}' cannot relate to itself", "“{target}”不能与自己建立关系"),
    "comparison-rows": _error(
        "a comparison needs either the 'kind' of its rows or a list of 'entities', and not both",
        "对照表的行要么写 kind，要么写 entities，不能都写，也不能都不写",
    ),
    "comparison-column": _error(
        "two columns are called '{found}'; give one an 'id' of its own",
        "有两列都叫“{found}”；请给其中一列另写 id",
    ),
    "ref-dangling": _error("there is no entity '{found}'", "没有“{found}”这个实体"),
    "ref-kind": _error(
        "'{found}' is of the wrong kind: {kind}; expected here: {expected}",
        "“{found}”是{kind:noun}，这里应为{expected:noun}",
    ),
    "fact-dangling": _error("there is no fact or event '{found}'", "没有“{found}”这条事实或事件"),
    "fact-no-value": _error(
        "'{found}' has no {what} to insert here", "“{found}”没有可以放在这里的{what:noun}"
    ),
    "link-dangling": _error("there is no entity or term '{found}'", "没有“{found}”这个实体或术语"),
    "alias-duplicate": _error("name '{name}' stands twice here", "名称“{name}”在这里写了两次"),
    "alias-several": _error(
        "'{found}' is several names; write each as an item of its own: [{instead}]",
        "“{found}”是几个名称；请每个名称一项：[{instead}]",
    ),
    "alias-clash": _error(
        "name '{name}' belongs to {other} too; readers could not tell them apart",
        "名称“{name}”也属于 {other}，读者无法区分",
    ),
    "source-unknown": _error(
        "there is no source '{found}'; if it is a new one, begin it with: chipkb new source {found}",
        "没有“{found}”这个来源；新的来源先立：chipkb new source {found}",
    ),
    "source-unused": _warning(
        "no fact rests on this source; propose it together with the first fact that cites it, or delete the file",
        "没有任何事实引用这个来源；请与第一条引用它的事实一起提交，或删去这个文件",
    ),
    "place-missing": _error(
        "'{source}' is cited by paragraph; add #section/paragraph, sections: {expected}",
        "引用“{source}”要写段落：#章节/段落，可用章节：{expected}",
    ),
    "place-unknown": _error(
        "'{source}' has no place '{found}'; {expected}", "“{source}”里没有“{found}”；{expected}"
    ),
    "english-missing": _warning("English is missing here", "这里缺少英文"),
    "number-naked": _error(
        "number '{found}' stands in prose without a source; make it a fact and write {{fact-id}}, "
        "or use a known name or term",
        "正文里的数字“{found}”没有来源；请写成事实并用 {{事实编号}} 引用，或使用已知的名称、术语",
    ),
    "superseded-alone": _error(
        "'superseded_by' goes with assessment 'superseded', found '{found}'",
        "写了 superseded_by，assessment 就应为 superseded，却是“{found}”",
    ),
    "word-doubled": _warning(
        "filled in, the text says '{found}'; a value brings its own qualifier and unit, a name its noun",
        "填入引用后，这里成了“{found}”；数值自带限定词和单位，名称自带名词",
    ),
    "supported-unmet": _error(
        "'supported' needs a primary source, or two publishers of tier press or better that say the "
        "same and not only retell one (a company's own results, what is 'attributed_to' someone); add "
        "evidence with 'says: agrees', or leave the assessment out",
        "“supported”（已佐证）需要一手来源，或两家媒体、研究机构以上的独立出处说法一致，而不是转述同一家"
        "（公司自己的业绩、写了 attributed_to 的）；请补上 says: agrees 的证据，或不写 assessment",
    ),
    "supported-unclaimed": _warning(
        "a primary source or two publishers say so: write 'assessment: supported', or say in 'basis' "
        "that it is a claim or an estimate",
        "已有一手来源或两家独立出处：请写 assessment: supported；若只是自称或估计，请在 basis 里写明",
    ),
    "disputed-alone": _error(
        "'disputed' needs evidence with 'says: differs' or a claim in 'conflicts_with'; a doubt that is "
        "only ours goes into 'note'",
        "“disputed”（有争议）需要 says: differs 的证据，或写明 conflicts_with；只是我们自己的疑问，写进 note",
    ),
    "refuted-alone": _error(
        "'refuted' needs a better source that differs: evidence with 'says: differs' or a claim in "
        "'conflicts_with', of a higher tier than what it rests on",
        "“refuted”（不可信）需要更高等级的来源说法不同：says: differs 的证据，或写明 conflicts_with",
    ),
    "outcome-missing": _warning(
        "its day has passed (the data is of {state}): add 'outcome' with what became of it, or "
        "'{{result: not-found, checked: …}}'",
        "日子已经过了（数据截至 {state}）：请写 outcome 说明结果，查不到就写 {{result: not-found, checked: …}}",
    ),
    "now-undated": _warning(
        "'{found}' means when this was written, and nothing beside it says when; name a date "
        "({{fact-id.as_of}}, or 'as_of' of a statement), or leave the word out",
        "“{found}”指的是写作的时候，旁边却没有日期：请引用日期（{{事实编号.as_of}}，陈述可写 as_of），或不用这个词",
    ),
    "assessment-twins": _warning(
        "the same figure is '{found}' at {other}; judge it once",
        "同一个数在 {other} 的评定是“{found}”；两处应当一致",
    ),
    "fact-twin": _error(
        "'{id}' says the same as '{other}'; write it once, with both sources: source: [one, two]",
        "“{id}”与“{other}”说的是同一件事；请合成一条，来源写成列表：source: [甲, 乙]",
    ),
    "fact-overwritten": _warning(
        "'{id}' said {was} ({as_of}), and a newer figure of another source has taken its place: bring the old one "
        "back as 'superseded', and give the newer one an id of its own",
        "“{id}”原来是 {was}（{as_of}），被另一个来源的新数覆盖了：请恢复旧的，标为 superseded，新的另用一个编号",
    ),
    "fact-rival": _warning(
        "'{id}' and '{other}' give two figures of '{metric}' for {as_of}: supersede the older one"
        " (superseded_by), say that they cannot both hold (conflicts_with), or say in 'scope' what each counts",
        "“{id}”与“{other}”是同一指标（{metric}）在 {as_of} 的两个数：请让旧的被新的更新（superseded_by），"
        "或标明互相冲突（conflicts_with），或用 scope 写清各自的范围",
    ),
    "ref-self": _error(
        "'{key}' names '{found}' itself, which says nothing; name another, or leave the key out",
        "“{key}”写的是“{found}”自己，没有意义；请写别的，或不写这一项",
    ),
    "conflict-metric": _error(
        "the other fact is of metric '{found}', this one of '{metric}'; only figures of one metric can conflict",
        "那一条的指标是“{found}”，这一条是“{metric}”；只有同一指标的数才会互相冲突",
    ),
    "conflict-self": _error("a fact cannot conflict with itself", "事实不能与自己冲突"),
    "tier-missing": _error(
        "the tier '{tier}' is missing; the rule for what is 'supported' rests on it",
        "缺少来源等级“{tier}”；判断“supported”（有佐证）要用到它",
    ),
    "metric-unused": _warning(
        "no fact uses metric '{metric}'; propose it together with its first fact, or delete it and say in"
        " data/moved.yml that it is gone, if it was ever published",
        "没有事实使用指标“{metric}”；请与第一条用它的事实一起提交，或删去它（已发布过的，在 data/moved.yml 里写明）",
    ),
    "domain-empty": _warning("domain '{domain}' has no entity", "领域“{domain}”没有实体"),
    "content-html": _error(
        "'{found}' is HTML; pages here are Markdown alone",
        "“{found}”是 HTML；这里的页面只用 Markdown",
    ),
    "content-depth": _error(
        "the first word stands behind {found} characters of lists and quotes; at most {most}",
        "第一个字前面有 {found} 个列表或引用的符号；最多 {most} 个",
    ),
    "content-bracket": _error(
        "'[' stands {found} times on this page without a ']' that closes it",
        "本页有 {found} 个“[”没有用“]”关上",
    ),
    "content-link": _error(
        "'{found}' is no link of a page: write https://…, page.md or #key; of a picture: images/…",
        "“{found}”不能作链接：请写 https://…、page.md 或 #key；图片写 images/…",
    ),
    "heading-key": _error(
        "this heading needs a key, the same in both languages: ## … {{#key}}",
        "这个标题需要编号，中英文相同：## … {{#key}}",
    ),
    "heading-twins": _error(
        "the headings' keys differ from the Chinese page's: {found}",
        "标题的编号与中文页不同：{found}",
    ),
    "content-missing": _error("content/{page} is missing", "缺少 content/{page}"),
    "released-lost": _error(
        "the {what} '{id}' was published and is gone: bring it back, or say in data/moved.yml where it went (was, now) or why it is no more (was, gone)",
        "已发布过的{what:noun}“{id}”不见了：请恢复，或在 data/moved.yml 里写明它去了哪里（was、now）或为何不再有（was、gone）",
    ),
    "move-one-way": _error(
        "write 'now' (what it is called today) or 'gone' (why there is nothing), and only one of them",
        "now（现在叫什么）与 gone（为什么没有了）写且只写一个",
    ),
    "move-id": _error("'{found}' cannot be the id of a {what}", "“{found}”不能是{what:noun}的编号"),
    "move-from-present": _error(
        "'{id}' is still there, so it has not moved; remove this entry, or the thing",
        "“{id}”还在，并没有搬走；请删去这一条，或删去它本身",
    ),
    "move-nowhere": _error(
        "'{id}' leads nowhere; write the id that it has today",
        "“{id}”不通向任何地方；请写它现在的编号",
    ),
    "ledger-line": _error(
        "'{found}' is no line of the ledger; 'chipkb ledger' writes it, do not edit it by hand",
        "“{found}”不是编号册里的一行；编号册由 chipkb ledger 写成，请勿手改",
    ),
    "relation-needs-id": _error(
        "a second relation to '{target}' (the first is at line {first}): give this one an id of its own, such as 'id: {kind}-{target}'",
        "到“{target}”的第二条关系（第一条在第 {first} 行）：请给这一条一个自己的编号，例如 id: {kind}-{target}",
    ),
    # a built site
    "site-link": _error("'{found}' leads nowhere", "“{found}”没有指向任何东西"),
    "site-anchor": _error(
        "'{found}' leads to a page without that place", "“{found}”所指的页面上没有这个位置"
    ),
    "site-id-twice": _error("the id '{id}' stands {count} times", "编号“{id}”出现 {count} 次"),
    "site-orphan": _warning("no other page links here", "没有别的页面链接到这里"),
    "site-heading": _error(
        "{found} first headings; one is right", "有 {found} 个一级标题；应为一个"
    ),
    "site-words": _warning(
        "a {what} of {found} characters; it should be 1 to {most}",
        "{what} 有 {found} 个字；应为 1 到 {most} 个",
    ),
    "site-lang": _error("the page says its language is '{found}'", "页面自称语言为“{found}”"),
    "site-same": _error("the same {what} as {other}", "{what} 与 {other} 相同"),
    "site-twin": _error(
        "the page in the other language, {found}, is missing", "缺少另一语言的页面 {found}"
    ),
    "site-hreflang": _error("the languages are given as {found}", "各语言的网址写成了 {found}"),
    "site-canonical": _error("the canonical address is {found}", "规范网址写成了 {found}"),
    "site-mark": _error("the value '{found}' leads to no fact", "数值“{found}”没有指向任何事实"),
    "site-unsourced": _error("the fact '{found}' names no source", "事实“{found}”没有写来源"),
    "site-foreign": _error("'{found}' is loaded from another host", "“{found}”取自别的主机"),
    "site-script": _error("'{found}' could run a script", "“{found}”可能运行脚本"),
    "site-opener": _error(
        "'{found}' opens a window without noopener", "“{found}”打开窗口却没有 noopener"
    ),
    "site-kind": _warning("a file of a kind that the site does not have", "网站没有这种文件"),
    "site-policy": _error(
        "the Content-Security-Policy does not fit: {found}", "内容安全策略不对：{found}"
    ),
    "site-data": _error("not as it should be: {reason}", "内容不对：{reason}"),
    "site-sitemap": _error(
        "'{found}' is a page or listed in the site map, but not both",
        "“{found}”只在页面或站点地图之一里",
    ),
    "site-unfound": _error("search does not know this page", "搜索找不到这个页面"),
    "site-size": _warning(
        "{found} bytes compressed; at most {most}", "压缩后 {found} 字节；最多 {most}"
    ),
    "site-markup": _error("not valid HTML: {found}", "不是合法的 HTML：{found}"),
    "accepted-never": _error(
        "'{code}' cannot be accepted: the site would be wrong; mend what it says",
        "“{code}”不能豁免：网站会因此出错；请改正它所指出的问题",
    ),
    "anchor-taken": _error(
        "'{found}' leads to the same place on the page as another; rename one of them",
        "“{found}”在页面上的位置与另一条相同；请改其中一个的编号",
    ),
    "accepted-stale": _error(
        "nothing is found any more that this acceptance of '{code}' would silence; remove it",
        "“{code}”的这条豁免已经没有对应的问题；请删去",
    ),
}
