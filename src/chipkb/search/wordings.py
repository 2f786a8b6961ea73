"""What people call a figure when they ask for it, beside what the site calls it.

A row is one thing in many words. The first words are the site's labels; a fact that carries one of them is
found by all of them. Kept apart from the data: these are habits of asking, not terms worth a glossary entry.
"""

from collections.abc import Iterable

from chipkb.search.terms import normalise

_ROWS = """
授权专利 | Granted patents | 专利 | 专利数 | 专利数量 | patents | number of patents
专利信息 | Patent records | 专利 | 专利数 | 专利数量 | patents | number of patents
融资轮次 | Financing rounds | 几轮融资 | 多少轮 | 融了几轮 | funding rounds | rounds of funding
累计融资 | Total financing | 融资总额 | 融资额 | 总融资 | 融了多少钱 | total funding | money raised
单轮融资额 | Financing amount | 融资额 | 融资金额 | funding | raised
拟募资额 | Planned raise | 募资 | 计划募资 | 拟募资 | plans to raise
上市募资额 | IPO proceeds | 募资额 | 募集资金 | IPO raise | raised in the IPO
发行价 | Offer price | 发行价格 | 上市价格 | IPO price | issue price
首日收盘价 | First-day close | 首日收盘 | 上市首日股价 | first day closing price
首日涨幅 | First-day change | 上市首日涨幅 | 首日上涨 | 涨了多少 | first day gain | first-day jump
总股本 | Total shares | 股本 | shares outstanding
市值 | Market value | 值多少钱 | market cap | market capitalisation | market capitalization
估值 | Valuation | 值多少钱 | worth | valued at
持股比例 | Shareholding | 持股 | 占股 | 股份 | 股权 | 持有 | stake | holding | owns | hold
营业收入 | Revenue | 营收 | 收入 | 销售额 | 营业额 | sales | turnover
营收同比 | Revenue growth | 营收增长 | 营收增速 | 收入增长 | sales growth
归母净利润 | Attributable net profit | 净利润 | 净利 | 利润 | 盈利 | 赚了多少 | profit | net income | earnings
净亏损 | Net loss | 亏损 | 亏了多少 | loss | losses
净利润同比 | Net profit growth | 净利润增长 | 利润增长 | profit growth
毛利率 | Gross margin | 毛利 | margin
资本开支 | Capital expenditure | 资本支出 | 投资额 | capex | spending
市场份额 | Market share | 市占率 | 份额 | 占有率 | 市场占有率 | share | market share
国产份额 | Domestic share | 国产占比 | 国产化比例 | 份额 | 市场份额 | 国产率 | share of domestic | share
全球份额 | Global share | 全球市占率 | 份额 | 市场份额 | 市占率 | 占有率 | world share | share | market share
合计份额 | Combined share | 总份额 | 份额 | 市场份额 | share | together
客户内份额 | Share within a customer | 份额 | 占比 | share
市场规模 | Market size | 市场多大 | 规模 | size of the market
市场增速 | Market growth | 市场增长 | 增长率 | growth rate
基金规模 | Fund size | 规模 | 多大规模 | size
国产化率 | Localisation rate | 国产率 | 自给率 | 国产替代率 | 国产化程度 | localization rate | self-sufficiency | domestic rate
出货量 | Shipments | 出货 | 卖了多少 | shipped | units shipped
销量 | Units sold | 销售量 | 卖了多少 | 卖出 | sold
产量 | Output | 生产量 | 生产了多少 | production
产能 | Capacity | 月产能 | 年产能 | 产能多大 | production capacity
产能利用率 | Utilisation | 稼动率 | 利用率 | utilization
开发者数量 | Developers | 开发者 | 多少开发者 | 开发人员 | number of developers
晶体管数量 | Transistors | 晶体管 | 晶体管数 | 多少晶体管 | transistor count | number of transistors
显存容量 | Memory capacity | 显存 | 显存大小 | 显存多大 | 内存多大 | VRAM | memory size | memory
显存位宽 | Memory bus width | 位宽 | bus width
工艺节点 | Process node | 工艺 | 制程 | 几纳米 | 多少纳米 | 工艺制程 | node | process
峰值算力 | Peak compute | 算力 | 算力多大 | 总算力 | 算力规模 | compute | performance | total compute
良率 | Yield | 良品率 | 成品率 | yield rate
堆叠层数 | Stacked layers | 层数 | 几层 | 多少层 | layers | how many layers
闪存层数 | NAND layers | 层数 | 几层 | 多少层 | layers | how many layers
卡数 | Cards | 多少张卡 | 多少卡 | number of cards
兼容游戏 | Compatible games | 支持多少游戏 | 兼容多少游戏 | games
量产用时 | Time to mass production | 多久量产 | 量产时间 | how long to mass production
单机柜功率 | Rack power | 机柜功率 | power per rack
厂商数量 | Number of makers | 几家厂商 | 多少厂商 | makers | manufacturers
成立 | Founded | 创立 | 创办 | 创建 | 成立时间 | established | founding
上市 | Listing | 挂牌 | 登陆 | IPO | listed | went public
上市辅导 | Listing tutoring | 辅导 | 辅导备案 | tutoring
量产 | Mass production | 批量生产 | 投产 | mass-produced
产品发布 | Product launch | 发布 | 推出 | 上市时间 | released | launched | release date
停产 | Discontinued | 停止生产 | end of life
"""


def _rows() -> dict[str, tuple[str, ...]]:
    rows: dict[str, tuple[str, ...]] = {}
    for line in filter(None, _ROWS.splitlines()):
        words = tuple(word.strip() for word in line.split("|"))
        for label in words[:2]:
            rows[normalise(label)] = words
    return rows


_BY_LABEL = _rows()


def widened(names: Iterable[str]) -> tuple[str, ...]:
    """The names of a metric with what else people call it, without repetition."""
    known = tuple(names)
    asked = (word for name in known for word in _BY_LABEL.get(normalise(name), ()))
    return tuple(dict.fromkeys((*known, *asked)))
