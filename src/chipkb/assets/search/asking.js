// Words of a question that name nothing: what they tell is how it asks.

/** Asks for a day: the answer is an event. */
const WHEN =
  "什么时候 什么时间 哪年 哪一年 哪天 哪一天 哪个月 几月 几月份 几号 何时 何年 多久 多久了 时间 日期 年份 when date year day what_year what_date what_day which_year";
/** Asks for somebody: the answer is a relation, where there is one. */
const WHO = "谁 谁是 有谁 是谁 哪家 哪几家 哪些公司 哪家公司 哪些企业 哪些厂商 哪些厂家 哪个公司 哪家厂商 哪家企业 由谁 被谁 给谁 who whom whose which_company which_companies what_company what_companies";
/** Asks for an amount. */
const MUCH = "多少 多少钱 有多少 是多少 占多少 达多少 多大 有多大 多高 有多高 多少片 多少颗 多少张 多少台 多少只 多少人 多少套 多少次 多少层 多少倍 多少亿 多少万 几片 几颗 几张 几台 几层 几 几个 几家 几款 几成 百分之几 百分之多少 what_is_the_size how_much how_many how_big how_large how_high what_percentage what_percent count";
const AMOUNTS = "多少 多少个 几 几个";
const UNITS = "瓦 千瓦 兆瓦 吉瓦 w kw mw gw 伏 v g gb tb 个g 亿元 万元 亿美元 元 美元 港元 钱一股 元一股 块 块钱 块一股 百分点 t p 纳米 nm 毫米 英寸 寸 吨 米";
const PER_SHARE = "一股 每股 per_share";
/** Asks which of two. */
const COMPARE = "vs versus pk 比 对比 比较 相比 对照 比一比 哪个好 哪个强 谁强 谁更强 区别 差别 差异 谁大 谁更大 谁快 哪个大 哪个更大 哪个快 哪个更好 哪个更强 哪家强 哪家大 哪家好 compare compared comparison against difference better bigger larger stronger faster cheaper";
/** A change over time, which is another figure than the one that changes. */
const CHANGE = "同比 环比 yoy qoq year_on_year year_over_year quarter_on_quarter quarter_over_quarter";
/** What is still to come: a figure that was reported does not answer. */
const AHEAD = "指引 展望 预测 预测值 预期 预计 guidance outlook forecast forecasts projected projection projections expected";
/** Asks for words of explanation. */
const WHY = "为什么 为何 为啥 怎么 怎么回事 原因 why how_come how_does how_do";
/** Stands for a kind of thing after its name: 昇腾芯片, 中芯国际公司. */
const SORTS =
  "公司 企业 厂商 厂家 集团 股份有限公司 有限公司 股份 控股 芯片 产品 技术 半导体 科技 电子 微电子 行业 产业 领域 市场 业务 项目 系列 型号 company companies firm corp corporation inc ltd co group chip chips product products technology technologies industry market markets business sector series model exchange stock_exchange stock";
/** Says nothing at all. */
const NOTHING = `
  请教 请教一下 请教各位 想请教 您好 谢谢 谢谢您 多谢 感谢 谢啦 劳驾 打扰 打扰一下 打扰了 拜托 跪求 在线等 急 各位 大佬 大佬们 大神 老师 同学 朋友 哥们 亲
  请问 想知道 我想知道 想问 想问问 我想问 告诉我 请告诉我 介绍一下 介绍 查一下 查查 查询 查 看看 看一下 看下 帮我查 帮我看 帮我 麻烦 我想了解 我想 想了解 了解 了解一下 求 求问 求助 问一下 说说 讲讲 说一下 科普 有人知道 知道 谁知道 听说 据说 请 您 你 你好 我 我们 他们 它 它们 他 她 咱 大家 能否 可否 可以
  是什么意思 什么意思 是什么 什么是 是啥 啥 什么 怎么样 怎样 如何 咋样 咋 好不好 能不能 会不会 是不是 有没有 是否 有无 有哪些 有什么 哪些 哪种 哪个 哪里 哪儿 在哪 在哪里 有 没有
  目前 现在 现如今 如今 最新 最近 近期 当前 当下 近来 近年 近年来 今日 情况 进展 进展如何 数据 数字 数值 数额 水平 状况 详情 信息 资料 消息 统计 具体 具体是 指标 报告 公布 披露 大小
  占比例 比例 到底 究竟 大概 大约 约 差不多 左右 一共 总共 总计 合计 共 共有 已经 已 曾 曾经 还 还是 还有 也 又 再 才 就 就是 都 全部 全 只 仅 大致 整体 总体 总的 实际 实际上 其实 真的 真 确实 竟然 居然 比较 很 太 更 最 非常 特别
  达到 达 达到了 做到 做到了 升到 降到 涨到 增至 增到 占 占了 占到 占据 拥有 具有 具备 包括 包含 属于 位于 处于 处在 实现 实现了 取得 获得 拿到 拿下 拿了 完成 完成了 开始 正式 成为 变成 作为 叫 叫做 称为 算 算是 来自 等于 表示 显示 出来 过 着 会 能 能够 要 想 需要 应该 可能 将 将会 即将 打算 准备 曾在
  年 月 日 号 个 家 次 款 年度 全年 当年 期间 那天 当天 当日 那一天 当时 那时 那时候 期 时 时候 的时候 之前 之后 以来 以后 以前 目前为止 至今 截至 截止 截至目前 单 每 每年 每月 各 各自 上 下 中 里 内 方面 上面 里面 其中 当中
  的 了 吗 呢 吧 啊 呀 哦 哈 么 嘛 是 在 与 和 及 以及 或 或者 还是 跟 同 把 被 由 对 对于 关于 从 向 往 到 于 为 给 以 用 按 按照 根据 而 且 但 之 其 该 这 那 这个 那个 这些 那些 此 某 本 手里 手上 手头 一个 一份 一家 一款 一下 一点 些 做 做了 做过 背后 都做过 都有 有着
  a an the of in on at for to by from with and or as is are was were be been being am do does did doing done has have had having will would can could shall should may might must
  what whats which how much many long it its s t re ve ll d m there this that these those about tell me please give show find get let know like want need look looking see check any some all into than then so if currently current latest recent recently now today right present so far new newest most more less very just only also still already even ever yet really actually exactly roughly approximately about around
  mean means meaning called named say says said come coming came go went goes going put take took make_it your you i we they he she his her their our my us them one ones whose per each every total overall number figure figures data info information value amount level latest_figure statistics stats report reported reportedly announced_as hit reach reached reaches stand stood stands at_the account accounted accounts accounting up out over under during since until before after within via enter entered enters begin began begins begun start started starts run runs move moved bring brought set turn turned become became grow grew rise rose fall fell remain remained keep kept there_is per_year a_year month months years quarter quarters time period full_year fiscal annual annually yearly when_it hey hi hello ok okay thanks thank percentage percent end beginning thx pls plz cheers dear kindly appreciated wondering wonder curious explain describe details detail big large high low small great great_deal
`;

const list = (text) => text.split(/\s+/).filter(Boolean).map((word) => word.replaceAll("_", ""));

/** Every such word, without spaces: Map text → what it tells. */
export const ASKING = new Map([
  ...list(NOTHING).map((word) => [word, "nothing"]),
  ...list(SORTS).map((word) => [word, "sort"]),
  ...list(COMPARE).map((word) => [word, "compare"]),
  ...list(WHY).map((word) => [word, "why"]),
  ...list(AMOUNTS).flatMap((amount) => list(UNITS).map((unit) => [amount + unit, "much"])),
  ...list(`${MUCH} ${PER_SHARE}`).map((word) => [word, "much"]),
  ...list(CHANGE).map((word) => [word, "change"]),
  ...list(AHEAD).map((word) => [word, "ahead"]),
  ...list(WHO).map((word) => [word, "who"]),
  ...list(WHEN).map((word) => [word, "when"]),
]);
