"""Every problem we know, with its severity and its sentence in both languages, each kind in a room of its own.

The blanks in braces are filled from `Problem.details`.
"""

from chipkb.values.keys import KEYS
from chipkb.values.text import Lang
from chipkb.values.wording_chain import CHAIN_WORDING
from chipkb.values.wording_file import FILE_WORDING
from chipkb.values.wording_form import Wording
from chipkb.values.wording_language import LANGUAGE_WORDING
from chipkb.values.wording_site import SITE_WORDING
from chipkb.values.wording_value import VALUE_WORDING
from chipkb.values.wording_whole import WHOLE_WORDING
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
    **FILE_WORDING,
    **LANGUAGE_WORDING,
    **VALUE_WORDING,
    **CHAIN_WORDING,
    **WHOLE_WORDING,
    **SITE_WORDING,
}
