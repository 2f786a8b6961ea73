// Words of the search box's own parts, in the interface's language.

const LABELS = {
  zh: {
    filter: "筛选",
    kind: "类型",
    domain: "领域",
    is: "核实情况",
    clear: "清除筛选",
    near: "是不是要找",
    missing: "没有收录“%s”？告诉我们",
    others: { en: "英文页面中的结果" },
    ask: { en: "同时搜索英文页面" },
    results: "%s 条结果",
    more: { one: "本页另有 1 处", other: "本页另有 # 处" },
    answer: "找到答案",
    lost: "没能取到搜索索引，正在重试。请检查网络。",
    file: "直接从磁盘打开时，浏览器不允许搜索读取索引。请用 chipkb serve 或任意网页服务器打开本站。",
  },
  en: {
    filter: "Filter",
    kind: "Kind",
    domain: "Field",
    is: "Assessment",
    clear: "Clear filters",
    near: "Did you mean",
    missing: "“%s” is missing? Tell us",
    others: { zh: "Results on the Chinese pages" },
    ask: { zh: "Search the Chinese pages too" },
    results: "%s results",
    more: { one: "1 more on this page", other: "# more on this page" },
    answer: "Answer found",
    lost: "The search index could not be fetched; trying again. Please check the connection.",
    file: "Opened straight from disk, the browser lets no search read its index. Use chipkb serve or any web server.",
  },
};

export function labelsFor(lang) {
  return LABELS[lang.startsWith("zh") ? "zh" : "en"];
}
