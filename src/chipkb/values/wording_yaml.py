"""What is wrong with a file before it is YAML at all, told in terms of what was typed."""

from chipkb.values.wording_form import Wording, error

YAML_WORDING: dict[str, Wording] = {
    "yaml-colon": error(
        "a full-width colon behind '{key}'; type a half-width colon and a blank: '{key}: …'",
        "“{key}”后面是全角冒号；请打半角冒号加一个空格：“{key}: …”",
    ),
    "yaml-blank": error(
        "a blank is missing here; write '{instead}'", "这里缺一个空格；请写成“{instead}”"
    ),
    "yaml-foreign": error(
        "a line that begins with '{found}' is Markdown, and this file is YAML: delete it, or write what it says "
        "as 'key: value', one a line",
        "以“{found}”开头的一行是 Markdown，而这个文件是 YAML：请删去，或把内容写成“键: 值”，一行一个",
    ),
    "yaml-line-comma": error(
        "a comma at the end of a line is JSON; take it away", "行末的逗号是 JSON 的写法；请删去"
    ),
    "yaml-equals": error(
        "behind '{key}' stands a colon and a blank, not '=': '{key}: …'",
        "“{key}”后面是冒号加空格，不是等号：“{key}: …”",
    ),
    "yaml-remark": error(
        "'{found}' begins no remark here; write it with a blank and '#': {instead}",
        "“{found}”在这里不是注释；注释是空格加 #：{instead}",
    ),
    "yaml-inner": error(
        "within braces a text with '{found}' must stand in quotation marks: {instead}",
        "花括号里，含有“{found}”的文字要放进引号里：{instead}",
    ),
    "yaml-dash": error(
        "a dash is missing: another entry begins here; write '- id: …', two blanks further out",
        "缺少短横：这里开始另一条；请写“- id: …”，向左移两格",
    ),
    "yaml-dashes": error(
        "a dash begins an entry, and its further lines have none; put two blanks in place of the dash, here and in the lines below",
        "一条只在第一行写短横；这一行和下面几行的短横请改成两个空格",
    ),
    "yaml-tab": error(
        "a tab stands here; YAML counts blanks, so type blanks instead",
        "这里是制表符（Tab）；YAML 数的是空格，请改成空格",
    ),
    "yaml-indent": error(
        "this line is indented by {found} blanks, its siblings by {expected}; "
        "give it {expected} (line {sibling} is a sibling)",
        "这一行缩进 {found} 格，同级的行缩进 {expected} 格；请改为 {expected} 格（第 {sibling} 行与它同级）",
    ),
    "yaml-quote": error(
        "the quotation mark that opens here is not closed where the text ends; "
        "put the whole text within one pair, or take the marks away",
        "这里打开的引号没有在文字结束处关上；请把整句话放进一对引号，或去掉引号",
    ),
    "yaml-bracket": error(
        "the '{found}' that opens here is never closed; add '{expected}' at its end",
        "这里打开的“{found}”没有关上；请在末尾补上“{expected}”",
    ),
    "yaml-special": error(
        "a value that begins with '{found}' must stand in quotation marks: {instead}",
        "以“{found}”开头的内容要放进引号里：{instead}",
    ),
    "yaml-text-colon": error(
        "a colon with a blank behind it ends the text; put the whole text in quotation marks: {instead}",
        "半角冒号加空格会截断文字；请把整句话放进引号里：{instead}",
    ),
    "yaml-hash": error(
        "a blank and '#' begin a remark, and the rest of the line would be lost; write {instead}",
        "空格加 # 是注释的开头，这一行后面的内容会丢失；请写成 {instead}",
    ),
    "yaml-comma": error(
        "'{found}' does not divide a list; type a half-width comma and a blank",
        "“{found}”不能分隔列表；请打半角逗号加空格",
    ),
    "yaml-full-width": error(
        "'{found}' is not a sign that YAML knows; write {instead}",
        "“{found}”不是 YAML 认识的符号；请写成 {instead}",
    ),
    "yaml-conflict": error(
        "a line left over from merging two versions; keep the lines that are right and delete this one",
        "这一行是合并两个版本时留下的标记；请保留正确的内容，并删去这一行",
    ),
    "yaml-syntax": error(
        "YAML cannot be read from here; mostly a quotation mark, a bracket or the indentation of this line or the "
        "one above is wrong (the parser says: {reason})",
        "从这里起读不懂 YAML；多半是本行或上一行的引号、括号或缩进有误（解析器的原话：{reason}）",
    ),
    "yaml-document": error(
        "'---' begins a second document, and a file holds one; delete this line",
        "“---”开始了第二个文档，而一个文件只有一个；请删去这一行",
    ),
    "yaml-empty": error(
        "the file is empty; 'chipkb new' shows what belongs there",
        "文件是空的；用 chipkb new 可以看到里面应写什么",
    ),
    "yaml-mapping": error(
        "expected 'key: value' lines, found {found:noun}", "这里应为“键: 值”，却是{found:noun}"
    ),
    "yaml-feature": error(
        "{feature:noun} is not used here; write every key and value out where it is meant",
        "这里不使用{feature:noun}；请在每一处把键和值都写出来",
    ),
    "yaml-depth": error(
        "lists and mappings stand more than {most} deep within each other",
        "列表与“键: 值”嵌套超过 {most} 层",
    ),
    "list-long": error(
        "this list has more than {most} items",
        "这个列表超过 {most} 项",
    ),
}
