"""The site's own pages: what they are called, and with what they begin.

Titles and leads are here and nowhere else: pages, navigation, search and social cards take them from here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from chipkb.model import permalink
from chipkb.model.comparison import Comparison
from chipkb.model.kb import KnowledgeBase
from chipkb.model.prose import Prose
from chipkb.model.question import Question
from chipkb.model.vocabulary import Domain
from chipkb.values.text import Text
from chipkb.view.localisation import localisation_view


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page that is about the whole; `summary` is its lead, `also` what else people call it."""

    path: str
    title: Text
    summary: Prose
    also: tuple[str, ...] = ()


def _page(path: str, titles: str, zh: str, en: str, also: str) -> SitePage:
    title = Text(**dict(zip(("zh", "en"), titles.split(" | "), strict=True)))
    return SitePage(path, title, Prose(zh=zh, en=en), tuple(also.split(" | ")))


CHAIN = _page(
    permalink.CHAIN,
    "产业链与卡点 | Supply chain and chokepoints",
    "造一张 AI 算力卡要过哪些环节，每个环节离不开什么，主要由谁供应，国内走到哪一步，有哪些破局路径。",
    "What it takes to make an AI compute card, link by link: what each cannot do without, who supplies it, how far China has come, and what could help.",
    "环节与卡点 | 卡点 | 卡脖子 | 产业链 | 供应链 | links and chokepoints | chokepoints | bottlenecks | supply chain",
)
CHAIN_MAP = _page(
    permalink.CHAIN_MAP,
    "产业链地图 | Chain map",
    "产业链画成一张图：每样离不开的东西主要由谁供应，国内能满足多少，领域之间谁供给谁；下面是卡点矩阵。",
    "The supply chain as one picture: who supplies what it cannot do without, how much of it is met in China, and which domain supplies which; then the chokepoint matrix.",
    "卡点矩阵 | 产业链图 | 产业地图 | 供应链地图 | chokepoint matrix | supply chain map | industry map",
)
LOCALISATION = _page(
    permalink.LOCALISATION,
    "国产化率 | Localisation",
    "知识库里所有国产化率与份额的数字都在这一页。上下限、区间与预测按原样画出，互相矛盾的说法并排放着；点数字就到出处。",
    "Every localisation and share figure of the knowledge base on one page. Bounds, ranges and forecasts are drawn as what they are, and claims that disagree stand beside each other; each number leads to its source.",
    "国产化 | 国产替代 | 国产化率看板 | 国产化率图表 | localization | localisation dashboard | domestic substitution",
)
COMPARISONS = _page(
    permalink.COMPARISONS,
    "对照表 | Comparisons",
    "同一口径的数字放在一列，每格都有出处；可排序、筛选，带着排序和筛选的网址可以直接分享，整张表可以下载。",
    "Figures of one scope in one column, a source behind every cell. Sort and filter; the address keeps both and can be shared; every table can be downloaded.",
    "对比 | 对比表 | 比较 | 横向对比 | comparison tables | compare",
)
QUESTIONS = _page(
    permalink.QUESTIONS,
    "问答 | Questions",
    "大家常问的问题，几句话作答：依据哪些事实，什么有争议，有多大把握。",
    "Questions that people ask, answered in a few sentences: on which facts, what is disputed, and how sure.",
    "常见问题 | 常问 | 问题 | FAQ | answers",
)
COMPARE = _page(
    permalink.COMPARE,
    "任选对比 | Compare any two",
    "任选两三个条目并排看：只列至少一方有的项目，口径不同的注明不能直接比，每个数字都通向它的出处。网址记得住选了谁。",
    "Any two or three entries beside each other: only what one of them has, what is counted differently is said to be, and every number leads to its source. The address keeps the choice.",
    "对比 | 比较两个 | 二选一 | vs | versus | compare two | side by side",
)
DIRECTORY = _page(
    permalink.DIRECTORY,
    "名录 | Directory",
    "网站上的全部条目，公司在前：在哪个城市、属于哪个领域、上市到哪一步、最近的营收。可按类别、领域、城市和上市阶段筛选，网址记得住；整张表可以下载。",
    "Every entry, companies first: the city, the domain, how far on the way to an exchange, the newest revenue. Filter by kind, domain, city and stage; the address keeps it, and the table can be downloaded.",
    "公司名录 | 公司列表 | 企业名单 | 条目列表 | 全部公司 | list of companies | companies | company directory | index",
)
GLOSSARY = _page(
    permalink.GLOSSARY,
    "术语 | Glossary",
    "网站用到的术语，中英文对照，按专题排列；缩写、别名都能在搜索里找到。",
    "The terms this site uses, in Chinese and English, by topic; search finds them by abbreviation and by any other name.",
    "术语表 | 词汇表 | 名词解释 | 词典 | terms | terminology",
)
SOURCES = _page(
    permalink.SOURCES,
    "来源 | Sources",
    "网站上的一切都出自这些来源，按等级排列：同一等级里，支撑事实多的在前。只有转载或自媒体可据时，网站写“据……”，不当作定论。",
    "Everything on this site comes from these sources, by tier, and within a tier those first on which most rests. What only an aggregator or self-media says is shown as “according to”, never as settled.",
    "来源列表 | 出处 | 参考文献 | 文献 | references | bibliography",
)
_OF_TIER = Prose(
    zh="这一等级的全部来源，支撑事实多的在前。",
    en="All sources of this tier, those first on which most rests.",
)
TIMELINE = _page(
    permalink.TIMELINE,
    "时间线 | Timeline",
    "有日期的事：日期已过的在前，新的在上，其中的计划与预测未必成真；日期未到的在最后。可按类型和领域筛选，可订阅。",
    "Dated events: those whose date has passed, the newest first (plans and forecasts among them may not have come true), then those still ahead. Filter by kind and domain, or subscribe.",
    "时间轴 | 大事记 | 年表 | 日历 | chronology | events | calendar",
)
DIFFERENCES = _page(
    permalink.DIFFERENCES,
    "说法不一之处 | Where sources differ",
    "来源之间说法不一的地方都在这里：每一方的数值、出处和日期，以及编者为什么更信哪一方。没有一条被删掉。",
    "Every place where sources disagree: what each side says, where and when, and why the editor trusts one more. Nothing is deleted.",
    "说法不一 | 争议 | 矛盾 | 冲突 | contradictions | disagreements | disputes | conflicts",
)
FOUNDING = _page(
    permalink.FOUNDING,
    "两份奠基文献说得怎样 | How the two founding texts fared",
    "知识库从两篇文章起步，逐段摘录。这里汇总后来查到的：哪些得到更好的来源佐证，哪些与别处不合，哪些至今只有它们这样说。",
    "The knowledge base began with two articles, taken down paragraph by paragraph. This is what was found since: what better sources bear out, what is at odds with them, and what only these two say.",
    "奠基文献 | 六领域综述 | 为什么难 | founding documents | the two articles",
)
FRESHNESS = _page(
    permalink.FRESHNESS,
    "数据时效 | Freshness",
    "有的数字会过时，例如市值和份额。这里列出已经超过各自指标时效的。",
    "Some figures go stale, such as market values and shares. These are older than their metric allows.",
    "数据的新旧 | 数据新旧 | 过期数据 | 保鲜期 | stale data | outdated figures",
)
WORKLIST = _page(
    permalink.WORKLIST,
    "待补清单 | Coverage worklist",
    "每类条目应当知道些什么，已经知道多少。空格就是待补的活儿：有来源就可以补。",
    "What we expect to know of each kind of entry, and what we do. A gap is work to be done: whoever has a source can fill it.",
    "缺口 | 数据缺口 | 覆盖率 | 待办 | gaps | coverage | missing data",
)
CHANGES = _page(
    permalink.CHANGES,
    "最近改动 | What changed",
    "数据每天改了什么：新增的、改动的（哪一项，从什么到什么）、被更新取代的、撤回的、改名的。可按领域看，可订阅。",
    "What changed in the data, day by day: added, changed (which field, from what to what), superseded, retracted, renamed. By domain, or by feed.",
    "更新记录 | 修订记录 | 变更 | 更新日志 | changes | history | updates | changelog | revisions",
)
DOWNLOADS = _page(
    permalink.DOWNLOADS,
    "取用数据 | Get the data",
    "网站上的一切都在这些文件里，每条事实都带着来源与评定；七个问题，各用一行就能答。",
    "Everything on this site in files, each fact with its source and assessment; seven questions, answered in a line each.",
    "下载 | 下载数据 | 数据下载 | API | download the data | get data | 开放数据 | 数据集 | download | downloads | dataset | open data | CSV | JSON | SQLite",
)

_ABOUT = "about"
_ALSO_ABOUT = ("关于", "关于本站", "方法", "许可", "about", "methodology", "licence", "license")


def site_pages(kb: KnowledgeBase) -> Iterator[SitePage]:
    """The pages that this knowledge base has, in the order of the site."""
    if kb.chain:
        yield from (CHAIN, CHAIN_MAP)
    if localisation_view(kb).figures:
        yield LOCALISATION
    if kb.comparisons:
        yield COMPARISONS
    yield from map(comparison_page, kb.comparisons)
    if kb.questions:
        yield QUESTIONS
    yield from map(question_page, kb.questions)
    yield from (
        DIRECTORY,
        COMPARE,
        GLOSSARY,
        SOURCES,
        TIMELINE,
        DIFFERENCES,
        FOUNDING,
        FRESHNESS,
        WORKLIST,
    )
    yield from (CHANGES, DOWNLOADS)
    for id_, domain in kb.vocabulary.domains.items():
        yield domain_changes(id_, domain)
    for tier in kb.tiers:
        yield sources_of_tier(kb, tier)


def question_page(question: Question) -> SitePage:
    """A question is found by its own words and by those in which others put it."""
    page = permalink.question_page(question.id)
    return SitePage(page, question.question, question.answer, question.also)


def comparison_page(comparison: Comparison) -> SitePage:
    """A comparison is found by its title, with the word for such a table or without."""
    title = comparison.title
    return SitePage(
        permalink.comparison_page(comparison.id),
        title,
        comparison.intro,
        (f"{title.zh}对照表", f"{title.zh}对比", f"{title.in_lang('en')} comparison"),
    )


def domain_changes(id_: str, domain: Domain) -> SitePage:
    """What changed in one domain."""
    name = domain.name
    title = Text(zh=f"{name.zh}：最近改动", en=f"{name.in_lang('en')}: what changed")
    return SitePage(permalink.changes_page(id_), title, CHANGES.summary)


def sources_of_tier(kb: KnowledgeBase, tier_id: str) -> SitePage:
    """The sources of one tier."""
    name = kb.vocabulary.tiers[tier_id]
    title = Text(zh=f"来源：{name.zh}", en=f"Sources: {name.in_lang('en')}")
    return SitePage(permalink.sources_page(tier_id), title, _OF_TIER)


def also_called(page: str) -> tuple[str, ...]:
    """What else people call a page written by hand."""
    return _ALSO_ABOUT if page == _ABOUT else ()
