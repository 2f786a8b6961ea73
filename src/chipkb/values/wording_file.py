"""What is wrong with a file, its keys and its texts, told without looking at any other."""

from chipkb.values.wording_form import Wording, error

FILE_WORDING: dict[str, Wording] = {
    "file-encoding": error(
        "the file is not UTF-8 from here on; save it anew with the encoding UTF-8 (not GBK, not ANSI)",
        "从这里起不是 UTF-8 编码；请在编辑器里另存为 UTF-8（不是 GBK 或 ANSI）",
    ),
    "file-name": error(
        "'{name}' is no good id: use lower-case letters, digits and hyphens, as in 'moore-threads.yml'",
        "“{name}”不能作编号：只用小写字母、数字和连字符，例如 moore-threads.yml",
    ),
    "file-folder": error(
        "'{folder}' is no folder of the data; expected one of {expected}",
        "数据里没有“{folder}”这个文件夹；应为 {expected} 之一",
    ),
    "char-suspicious": error(
        "suspicious character {char} ({name}); write {instead}",
        "可疑字符 {char}（{name}）；应写成：{instead:noun}",
    ),
    "char-control": error(
        "control character {char}, which no page can show; remove it",
        "控制字符 {char}，任何页面都无法显示；请删去",
    ),
    "char-heap": error(
        "{found} marks are heaped on one letter, and would lie over other lines; keep at most three",
        "一个字母上叠了 {found} 个附加符号，会盖住上下的行；最多留三个",
    ),
    "file-unreadable": error("the file cannot be read: {reason}", "文件无法读取：{reason}"),
    "file-link": error(
        "this is a link to another place; put the file itself here",
        "这是指向别处的链接；请把文件本身放在这里",
    ),
    "file-unread": error(
        "this file is not read: data files end in .yml; rename it to '{instead}', or take it away",
        "这个文件不会被读取：数据文件以 .yml 结尾；请改名为 {instead}，或移走",
    ),
    "file-kind": error(
        "files of this kind are not published from here; expected {expected}",
        "这里不发布这种文件；应为 {expected}",
    ),
    "file-size": error(
        "the file has {found} bytes; at most {most} are read",
        "文件有 {found} 字节；最多只读 {most} 字节",
    ),
    "address-taken": error(
        "the address '{found}' is one of the site's own; choose another id",
        "网址“{found}”是网站自己用的；请换一个编号",
    ),
    "text-long": error(
        "{found} characters; a text here has at most {most}",
        "有 {found} 个字；这里最多 {most} 个字",
    ),
    "key-duplicate": error(
        "key '{key}' stands twice (first in line {first})",
        "键“{key}”写了两次（第一次在第 {first} 行）",
    ),
    "key-unknown": error(
        "unknown key '{key}'; expected one of {expected}",
        "不认识的键“{key}”；可用的键：{expected}",
    ),
    "text-comma": error(
        "'{found}' was cut off by a comma; put the whole text in quotation marks",
        "“{found}”被逗号截断了；请把整句话放进引号里",
    ),
    "key-missing": error("key '{key}' is missing", "缺少键“{key}”"),
    "key-given": error(
        "'{key}' is not written in the file: the file's name and folder say it; delete this line",
        "“{key}”不写在文件里，文件名和文件夹已经说明；请删去这一行",
    ),
    "fact-which": error(
        "a fact is either a figure ('metric' and 'value') or a statement ('topic' and 'statement'); "
        "write one pair, and make two facts of both",
        "一条事实要么是数据（metric 和 value），要么是陈述（topic 和 statement）；写其中一对，两者都有就分成两条",
    ),
    "value-form": error(
        "'{found}' does not fit '{key}': {meaning}", "“{found}”不符合 {key} 的写法：{meaning:noun}"
    ),
    "wikidata-form": error(
        "'{found}' is not the bare id of a Wikidata item", "“{found}”不是维基数据编号本身"
    ),
    "lei-check": error(
        "the check digits of '{found}' do not agree with it; copy it again from where it stands",
        "“{found}”的校验位不对，抄错了一位；请照原处再抄一遍",
    ),
    "language-tag": error(
        "'{found}' is no language tag; write zh, en, ja, ko, zh-TW …",
        "“{found}”不是语言标签；请写 zh、en、ja、ko、zh-TW 等",
    ),
    "url-end": error(
        "the address ends in '{found}', which belongs to the sentence; take it off",
        "网址末尾的“{found}”是句子的标点；请去掉",
    ),
    "url-private": error(
        "'{found}' shows nothing to other readers: it is your own machine, network, mailbox, drive or a talk with "
        "a machine; give the address at which the page was published, or leave 'url' out",
        "“{found}”别的读者打不开：它是你自己的电脑、内网、邮箱、网盘，或与机器的对话；请写页面公开发表的网址，没有就不写 url",
    ),
    "url-search": error(
        "this is what '{found}' found on one day; open the result that you read and give its own address",
        "这是“{found}”的搜索结果页，每天都会变；请点开所读的那一条，写它自己的网址",
    ),
    "url-tracking": error(
        "'{found}' in the address only says who sent the reader; take it off",
        "网址里的“{found}”只用来记录是谁引来的读者；请去掉",
    ),
    "count-negative": error(
        "{found}: there can be no less than none; take the minus off, or choose a metric that says what fell",
        "{found}：个数不会小于零；请去掉负号，或改用说明减少了多少的指标",
    ),
    "value-empty": error("'{key}' has no value", "“{key}”没有内容"),
    "text-languages": error(
        "'{key}' wants both languages: {{zh: …, en: …}}; found {found:noun}",
        "“{key}”要分两种语言写：{{zh: ……, en: …}}；这里却是{found:noun}",
    ),
    "list-wanted": error(
        "'{key}' wants a list: [one, two]; found {found:noun}",
        "“{key}”要写成列表：[甲, 乙]；这里却是{found:noun}",
    ),
    "type-wrong": error(
        "expected {expected:noun}, found {found:noun}", "这里应为{expected:noun}，却是{found:noun}"
    ),
    "value-choice": error(
        "'{found}' is not one of {expected}", "“{found}”不在可选值之中：{expected}"
    ),
    "unit-form": error("{reason}", "{reason_zh}"),
    "value-wrong": error(
        "'{found}' is not valid here: {reason}", "“{found}”在这里不合法：{reason}"
    ),
    "id-syntax": error(
        "'{found}' is no good id: use lower-case letters, digits and hyphens",
        "“{found}”不能作编号：只用小写字母、数字和连字符",
    ),
    "url-syntax": error(
        "'{found}' is not a web address; expected https://… or http://…",
        "“{found}”不是网址；应以 https:// 或 http:// 开头",
    ),
    "bool-wanted": error(
        "'{key}' wants true or false, found '{found}'",
        "“{key}”只写 true 或 false，这里却是“{found}”",
    ),
    "value-several": error(
        "one fact has one value, and '{found}' is none; write each value as a fact of its own, with its own id",
        "一条事实只有一个数，“{found}”不是；请每个数写一条事实，各有编号",
    ),
    "citation-syntax": error(
        "'{found}' is not a citation; expected the id of a source (with #section/paragraph, if it has sections), "
        "as in 'doc-000#gpu/2'; a page that is no source yet: chipkb new source ID",
        "“{found}”不是出处；应写来源的编号（有章节的再加 #章节/段落），例如 doc-000#gpu/2；"
        "还没有的来源先立：chipkb new source 编号",
    ),
    "citation-several": error(
        "'{found}' names several sources; put them in brackets",
        "“{found}”是几个来源；请用方括号写成列表",
    ),
    "citation-mapping": error(
        "here stands the id of a source alone; its address and publisher go into data/sources/ID.yml: chipkb new source ID",
        "这里只写来源的编号；网址、出版者写进 data/sources/编号.yml：chipkb new source 编号",
    ),
    "evidence-origin": error(
        "evidence needs either 'source' or 'url' with 'publisher', and not both",
        "证据要么写 source，要么写 url 和 publisher，不能都写",
    ),
    "prose-syntax": error(
        "cannot read '{found}': use {{fact-id}}, {{entity/fact-id}}, [[id]] or [[id|text]]",
        "看不懂“{found}”：请用 {{事实编号}}、{{实体/事实编号}}、[[编号]] 或 [[编号|文字]]",
    ),
    "outcome-unchecked": error(
        "an outcome that was 'not-found' needs 'checked', the day you looked",
        "result 为 not-found 时要写 checked：哪天查的",
    ),
    "outcome-untold": error(
        "the outcome '{result}' needs the 'claim' or the 'source' that tells it",
        "结果“{result}”要写明由哪条事实（claim）或哪个来源（source）得知",
    ),
    "note-missing": error(
        "assessment '{assessment}' needs a 'note' that gives the reason",
        "评定为“{assessment}”时必须写 note 说明理由",
    ),
}
