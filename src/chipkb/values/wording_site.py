"""What is wrong with a built site."""

from chipkb.values.wording_form import Wording, error, warning

SITE_WORDING: dict[str, Wording] = {
    "site-link": error("'{found}' leads nowhere", "“{found}”没有指向任何东西"),
    "site-anchor": error(
        "'{found}' leads to a page without that place", "“{found}”所指的页面上没有这个位置"
    ),
    "site-id-twice": error("the id '{id}' stands {count} times", "编号“{id}”出现 {count} 次"),
    "site-orphan": warning("no other page links here", "没有别的页面链接到这里"),
    "site-heading": error(
        "{found} first headings; one is right", "有 {found} 个一级标题；应为一个"
    ),
    "site-words": warning(
        "a {what} of {found} characters; it should be 1 to {most}",
        "{what} 有 {found} 个字；应为 1 到 {most} 个",
    ),
    "site-lang": error("the page says its language is '{found}'", "页面自称语言为“{found}”"),
    "site-same": error("the same {what} as {other}", "{what} 与 {other} 相同"),
    "site-twin": error(
        "the page in the other language, {found}, is missing", "缺少另一语言的页面 {found}"
    ),
    "site-hreflang": error("the languages are given as {found}", "各语言的网址写成了 {found}"),
    "site-canonical": error("the canonical address is {found}", "规范网址写成了 {found}"),
    "site-mark": error("the value '{found}' leads to no fact", "数值“{found}”没有指向任何事实"),
    "site-unsourced": error("the fact '{found}' names no source", "事实“{found}”没有写来源"),
    "site-foreign": error("'{found}' is loaded from another host", "“{found}”取自别的主机"),
    "site-script": error("'{found}' could run a script", "“{found}”可能运行脚本"),
    "site-opener": error(
        "'{found}' opens a window without noopener", "“{found}”打开窗口却没有 noopener"
    ),
    "site-kind": warning("a file of a kind that the site does not have", "网站没有这种文件"),
    "site-policy": error(
        "the Content-Security-Policy does not fit: {found}", "内容安全策略不对：{found}"
    ),
    "site-data": error("not as it should be: {reason}", "内容不对：{reason}"),
    "site-sitemap": error(
        "'{found}' is a page or listed in the site map, but not both",
        "“{found}”只在页面或站点地图之一里",
    ),
    "site-unfound": error("search does not know this page", "搜索找不到这个页面"),
    "site-size": warning(
        "{found} bytes compressed; at most {most}", "压缩后 {found} 字节；最多 {most}"
    ),
    "site-markup": error("not valid HTML: {found}", "不是合法的 HTML：{found}"),
}
