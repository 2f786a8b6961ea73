"""A knowledge base of one's own: vocabulary, a first entity with a figure and its source, the site's file.

Everything is an example to be written over; as it is, it passes the check and builds.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Own:
    """What the new knowledge base is about; `domain` is the id of its first part."""

    name_zh: str
    name_en: str
    domain: str
    domain_zh: str
    domain_en: str


def starting_files(own: Own) -> dict[str, str]:
    """The texts of the files, by name."""
    return {
        "mkdocs.yml": _MKDOCS.format(own=own),
        "data/site.yml": _SITE.format(own=own),
        "data/vocabulary/domains.yml": _DOMAINS.format(own=own),
        f"data/{own.domain}/example-company.yml": _ENTITY,
        f"data/{own.domain}/example-product.yml": _PRODUCT,
        **{name: text.lstrip("\n") for name, text in _FILES.items()},
    }


_MKDOCS = """\
# 站名、网址、仓库、许可都在这里 · The site's name, address, repository and licence are said here.
site_name: {own.name_zh}
site_description: {own.name_zh}
site_url: https://example.org/
# repo_url: https://github.com/OWNER/REPOSITORY
# edit_uri: edit/main/
copyright: CC BY 4.0
docs_dir: content
use_directory_urls: true
theme:
  name: material
  font: false
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: custom
      accent: custom
      toggle: {{icon: material/weather-night, name: 深色 · Dark}}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: custom
      accent: custom
      toggle: {{icon: material/weather-sunny, name: 浅色 · Light}}
  features: [navigation.tabs, navigation.top, search.suggest, search.share, toc.follow]
plugins:
  - chipkb:
      name_en: {own.name_en}
      description_en: {own.name_en}
markdown_extensions:
  - attr_list
  - tables
  - toc: {{permalink: false, toc_depth: 2}}
validation:
  omitted_files: ignore
  absolute_links: warn
  unrecognized_links: warn
"""
_SITE = """\
# 这个知识库叫什么、讲什么 · What this knowledge base is called and is about.
name: {{zh: {own.name_zh}, en: {own.name_en}}}
title: {{zh: {own.name_zh}, en: {own.name_en}}}
subject: {{zh: {own.domain_zh}, en: {own.domain_en}}}
nation: {{zh: 国内, en: the country}}  # “国产化”指哪里 · who "at home" is
keywords: {{zh: {own.domain_zh}, en: {own.domain_en}}}
"""
_DOMAINS = """\
# 领域 · Domains: parts of the industry, each a folder of data/.
{own.domain}:
  name: {{zh: {own.domain_zh}, en: {own.domain_en}}}
  intro: {{zh: "{own.domain_zh}里有谁、做什么。", en: "Who is in it, and what they do."}}
  featured: [example-company/revenue-2024]
"""
_ENTITY = """\
kind: company
name: {zh: 示例公司, en: Example Company}
aliases: [示例股份]
summary:
  zh: 一家示例公司，{revenue-2024.as_of}收入 {revenue-2024}，产品是[[example-product]]。
  en: An example company with revenue of {revenue-2024} in {revenue-2024.as_of}; it makes the [[example-product]].
facts:
  - id: revenue-2024
    metric: revenue
    value: "12 亿元"
    as_of: 2024
    source: example-report
    assessment: supported
  - id: what-it-does
    topic: role
    statement: {zh: 这里写一句自己的话。, en: A sentence of your own stands here.}
    source: example-report
    assessment: supported
events:
  - id: founded
    date: 2014
    kind: founded
    text: {zh: 公司成立。, en: The company is founded.}
    source: example-report
    assessment: supported
"""
_PRODUCT = """\
kind: product
name: {zh: 示例产品, en: Example Product}
summary:
  zh: "[[example-company]]的产品。"
  en: A product of [[example-company]].
relations:
  - {kind: made-by, target: example-company, source: example-report, assessment: supported}
"""
_FILES = {
    "data/sources/example-report.yml": """
title: {zh: 示例公司年度报告, en: Annual report of Example Company}
publisher: {zh: 示例公司, en: Example Company}
published: 2025-03
kind: filing
tier: primary
language: zh
url: https://www.example.com/report
accessed: 2025-04-01
""",
    "data/vocabulary/metrics.yml": """
# 指标 · Metrics: what is measured, and in which units.
revenue: {label: {zh: 营业收入, en: Revenue}, units: [cny], fresh_for: 18, headline: true}
""",
    "data/vocabulary/units.yml": """
# 单位 · Units: {n} is where the number goes.
percent: {zh: "{n}%", en: "{n}%", compact: false}
cny: {zh: "{n}元", en: "CNY {n}"}
""",
    "data/vocabulary/relations.yml": """
# 关系 · Relations. `label` is read from the subject to the target, `inverse` the other way.
made-by: {label: {zh: 研制方, en: Made by}, inverse: {zh: 产品, en: Products}}
""",
    "data/vocabulary/events.yml": """
# 事件 · Kinds of event.
founded: {zh: 成立, en: Founded}
plan: {zh: 计划, en: Plan}
""",
    "data/vocabulary/topics.yml": """
# 陈述的主题 · What a statement is about; the order is the order on a page.
role: {zh: 地位与作用, en: Role}
""",
    "data/vocabulary/tiers.yml": """
# 来源等级，高的在前 · Tiers of sources, the best first.
primary: {zh: 一手来源, en: Primary}
press: {zh: 媒体与研究机构, en: Press and research}
aggregator: {zh: 转载, en: Aggregator}
self-media: {zh: 自媒体, en: Self-media}
""",
    "content/about.zh.md": """
# 关于

这里写这个知识库是什么、谁在维护。
""",
    "content/about.en.md": """
# About

What this knowledge base is, and who keeps it.
""",
    ".gitignore": """
/site/
/.cache/
""",
}
