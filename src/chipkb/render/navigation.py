"""The navigation: sections and index pages. Entities are never in it; their lists lead to them."""

from dataclasses import dataclass

from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.values.text import Text
from chipkb.view.localisation import localisation_view


@dataclass(frozen=True, slots=True)
class NavEntry:
    """A page, or a heading over `children`."""

    title: Text
    path: str = ""
    children: tuple["NavEntry", ...] = ()


def navigation(kb: KnowledgeBase) -> tuple[NavEntry, ...]:
    domains = tuple(
        NavEntry(domain.name, permalink.domain_page(id_))
        for id_, domain in kb.vocabulary.domains.items()
    )
    entries = [
        NavEntry(Text(zh="首页", en="Home")),
        NavEntry(Text(zh="领域", en="Domains"), "", domains),
    ]
    if kb.chain:
        chain = (
            NavEntry(Text(zh="产业链地图", en="Chain map"), permalink.CHAIN_MAP),
            NavEntry(Text(zh="产业链与卡点", en="Supply chain and chokepoints"), permalink.CHAIN),
        )
        entries.append(NavEntry(Text(zh="产业链", en="Supply chain"), "", chain))
    if localisation_view(kb).figures:
        entries.append(NavEntry(Text(zh="国产化率", en="Localisation"), permalink.LOCALISATION))
    if kb.comparisons:
        entries.append(NavEntry(Text(zh="对照表", en="Comparisons"), permalink.COMPARISONS))
    entries.append(NavEntry(Text(zh="时间线", en="Timeline"), permalink.TIMELINE))
    entries.append(NavEntry(Text(zh="术语", en="Glossary"), permalink.GLOSSARY))
    entries.append(NavEntry(Text(zh="来源", en="Sources"), permalink.SOURCES))
    data = (
        NavEntry(Text(zh="说法不一之处", en="Where sources differ"), permalink.DIFFERENCES),
        NavEntry(Text(zh="数据时效", en="Freshness"), permalink.FRESHNESS),
        NavEntry(Text(zh="待补清单", en="Coverage worklist"), permalink.WORKLIST),
        NavEntry(Text(zh="下载数据", en="Download the data"), permalink.DOWNLOADS),
    )
    entries.append(NavEntry(Text(zh="数据", en="Data"), "", data))
    entries += [NavEntry(page.title, page.id) for page in kb.content.values()]
    return tuple(entries)
