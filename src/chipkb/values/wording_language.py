"""What is wrong with the words of a text."""

from chipkb.values.wording_form import Wording, error, warning

LANGUAGE_WORDING: dict[str, Wording] = {
    "lang-swapped": error(
        "'zh' holds the English and 'en' the Chinese; swap the two texts",
        "zh 里是英文，en 里是中文；请把两段文字对调",
    ),
    "text-assistant": error(
        "'{found}' comes from the machine that wrote or translated the text; take it out and hold the rest against the source",
        "“{found}”是写作或翻译工具留下的；请删去，并把其余文字与来源核对",
    ),
    "lang-zh": error(
        "this is the Chinese text, and it has no Chinese: '{found}'; were the two languages swapped?",
        "这里应是中文，却没有汉字：“{found}”；两种语言是否写反了？",
    ),
    "lang-en": error(
        "Chinese in the English text: '{found}'; write it in English, or link the name as [[id]]",
        "英文里有汉字：“{found}”；请译成英文，或写成 [[编号]]",
    ),
    "lang-traditional": error(
        "'{found}' are traditional characters; write '{instead}'",
        "“{found}”是繁体字；请写“{instead}”",
    ),
    "text-symbol": error(
        "'{found}' is a picture or a mark of print; take it out, or say it in words",
        "“{found}”是表情或排版符号；请删去，或改用文字",
    ),
    "mark-unpaired": warning(
        "'{found}' stands here without its '{instead}'",
        "这里有“{found}”，却没有与它成对的“{instead}”",
    ),
    "text-run-on": warning(
        "behind the stop or comma a blank is missing: '{instead}'",
        "标点后面要有一个空格：“{instead}”",
    ),
    "lang-punctuation": error(
        "'{found}' does not go with this language; write '{instead}'",
        "“{found}”与这种语言不合；请写“{instead}”",
    ),
    "lang-spacing": warning(
        "between Chinese and Latin letters or digits stands a blank: '{instead}'",
        "汉字与拉丁字母、数字之间要有一个空格：“{instead}”",
    ),
    "lang-brackets": warning(
        "brackets in Chinese are full-width: '{instead}'", "中文里的括号要用全角：“{instead}”"
    ),
    "sentence-end": warning(
        "this is a sentence, and it has no end: '{instead}'",
        "这是一句话，句末要有标点：“{instead}”",
    ),
    "sentence-capital": warning(
        "a sentence begins with a capital letter: '{instead}'",
        "英文句子的第一个字母要大写：“{instead}”",
    ),
    "prose-markup": error(
        "'{found}' is Markdown or HTML, which a text here would show as it stands; write plain words, "
        "and [[id]] for a link",
        "“{found}”是 Markdown 或 HTML，在这里会原样显示；请只写文字，链接写成 [[编号]]",
    ),
    "prose-url": error(
        "an address does not belong in a text; make it a source in data/sources and cite its id",
        "正文里不写网址；请在 data/sources 里立一个来源，再引用它的编号",
    ),
    "prose-bracket": error(
        "'{found}' is no link; a link has two brackets on each side: {instead}",
        "“{found}”不是链接；链接两边各要两个方括号：{instead}",
    ),
    "prose-full-width": error(
        "'{found}' has full-width brackets; write {instead}",
        "“{found}”用了全角括号；请写 {instead}",
    ),
    "prose-long": warning(
        "{found} characters in one text; say it in your own words, at most {most}, or divide it",
        "一段文字有 {found} 个字；请用自己的话写，不超过 {most} 个字，或分成几条",
    ),
    "word-repeated": warning("'{found}' stands twice", "“{found}”写了两遍"),
    "text-unfinished": error(
        "'{found}' is a placeholder; write the text, or leave the key out",
        "“{found}”只是占位；请写出内容，或不写这一项",
    ),
    "link-name": error(
        "'{found}': between the brackets stands an id, not a name; write {instead}",
        "“{found}”：方括号里写编号，不写名称；请写 {instead}",
    ),
}
