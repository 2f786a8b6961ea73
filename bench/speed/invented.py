"""Small invented worlds: companies with two figures, a statement, a relation and an event each."""

import shutil
from pathlib import Path

import yaml

REPOSITORY = Path(__file__).parents[2]

ENTITY = """\
kind: company
name: {{zh: 第{n}号公司{n}, en: Maker {n}}}
aliases: [ALIAS-{n}]
summary:
  zh: 估值 {{valuation}}，由 [[maker-{other}]] 投资。
  en: Valued at {{valuation}}, backed by [[maker-{other}]].
facts:
  - {{id: valuation, metric: valuation, value: "{n} 亿元", as_of: 2024, source: paper#all/1}}
  - {{id: patents, metric: granted-patents, value: "{n} 项", as_of: 2024-10, source: paper#all/2}}
  - id: says
    topic: technology
    statement: {{zh: 它说自己的芯片很快。, en: It says its chips are fast.}}
    source: paper#all/3
relations:
  - {{kind: invested-by, target: maker-{other}, source: paper#all/4}}
events:
  - id: listed
    date: 2024-11
    kind: listing
    text: {{zh: 上市。, en: It lists.}}
    source: paper#all/5
"""
SOURCE = """\
title: {zh: 造出来的论文, en: An invented paper}
kind: paper
tier: primary
language: zh
sections:
  - {id: all, title: {zh: 全文, en: All}, paragraphs: 5}
"""


def make_world(root: Path, entities: int) -> Path:
    """The repository's vocabulary with `entities` invented companies."""
    shutil.copytree(REPOSITORY / "data/vocabulary", root / "data/vocabulary")
    domains = root / "data/vocabulary/domains.yml"
    table = yaml.safe_load(domains.read_text("utf-8"))
    plain = {id_: {k: v for k, v in one.items() if k != "featured"} for id_, one in table.items()}
    domains.write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False), "utf-8")
    for name in ("sources", "gpu"):
        (root / "data" / name).mkdir()
    (root / "data/sources/paper.yml").write_text(SOURCE, "utf-8")
    for n in range(1, entities + 1):
        other = n % entities + 1
        (root / f"data/gpu/maker-{n}.yml").write_text(ENTITY.format(n=n, other=other), "utf-8")
    (root / "content").mkdir()
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    return root
