"""Seven questions that a stranger may ask the files, each answered in one line of several tools.

The lines are run in the tests, on the files that stand beside them.
"""

from dataclasses import dataclass

from chipkb.values.text import Text

TOOLS: dict[str, Text] = {
    "sql": Text(zh="SQL（sqlite3、Datasette）", en="SQL (sqlite3, Datasette)"),
    "duckdb": Text(zh="DuckDB", en="DuckDB"),
    "pandas": Text(zh="Python（pandas）", en="Python (pandas)"),
    "r": Text(zh="R", en="R"),
    "jq": Text(zh="jq", en="jq"),
    "javascript": Text(zh="JavaScript（Node）", en="JavaScript (Node)"),
}
# How each tool is begun, where it is more than the line itself.
STARTS: dict[str, str] = {
    "sql": "sqlite3 chipkb.sqlite",
    "duckdb": "duckdb",
    "pandas": "import pandas as pd",
    "javascript": 'const facts = JSON.parse(require("fs").readFileSync("facts.json")).facts',
}
DATASETTE = "datasette chipkb.sqlite --metadata datasette.json"
SEARCH = "SELECT ref, text_zh FROM claims WHERE rowid IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH '良率')"


@dataclass(frozen=True, slots=True)
class Recipe:
    """A question with a line of each tool."""

    id: str
    question: Text
    lines: dict[str, str]


RECIPES: tuple[Recipe, ...] = (
    Recipe(
        "gpu-companies",
        Text(zh="GPU 公司，按估值或市值", en="GPU companies by value"),
        {
            "sql": "SELECT c.entity_name_zh, c.about, c.value_zh, c.as_of FROM claims c JOIN entities e ON e.id = c.entity WHERE e.kind = 'company' AND c.home = 'gpu' AND c.about IN ('valuation', 'market-value') AND c.assessment <> 'refuted' ORDER BY c.base_unit, c.base_number DESC",
            "duckdb": "SELECT f.entity_name_zh, f.about, f.value_zh, f.as_of FROM 'facts.csv' f JOIN 'entities.csv' e ON e.id = f.entity WHERE e.kind = 'company' AND f.home = 'gpu' AND f.about IN ('valuation', 'market-value') AND f.assessment <> 'refuted' ORDER BY f.base_unit, f.base_number::DOUBLE DESC",
            "pandas": "pd.read_csv('facts.csv').merge(pd.read_csv('entities.csv').query(\"kind == 'company'\")[['id']], left_on='entity', right_on='id').query(\"home == 'gpu' and about in ['valuation', 'market-value'] and assessment != 'refuted'\").sort_values(['base_unit', 'base_number'], ascending=[True, False])[['entity_name_zh', 'about', 'value_zh', 'as_of']]",
            "r": "subset(merge(read.csv('facts.csv', fileEncoding = 'UTF-8-BOM'), subset(read.csv('entities.csv', fileEncoding = 'UTF-8-BOM'), kind == 'company')['id'], by.x = 'entity', by.y = 'id'), home == 'gpu' & about %in% c('valuation', 'market-value') & assessment != 'refuted')[, c('entity_name_zh', 'about', 'value_zh', 'as_of')]",
            "jq": "jq -c '(input.entities | map(select(.kind == \"company\").id)) as $companies | .facts | map(select(.home == \"gpu\" and (.about | IN(\"valuation\", \"market-value\")) and .assessment != \"refuted\" and (.entity | IN($companies[])))) | sort_by(.base_unit, -(.base_number | tonumber))[] | [.entity_name.zh, .about, .value.zh, .as_of]' facts.json entities.json",
            "javascript": 'facts.filter(f => f.home == "gpu" && ["valuation", "market-value"].includes(f.about) && f.assessment != "refuted" && JSON.parse(require("fs").readFileSync("entities.json")).entities.some(e => e.id == f.entity && e.kind == "company")).sort((a, b) => a.base_unit.localeCompare(b.base_unit) || b.base_number - a.base_number).map(f => [f.entity_name.zh, f.about, f.value.zh, f.as_of])',
        },
    ),
    Recipe(
        "disputed",
        Text(zh="有争议或不可信的事实，各有什么理由", en="Every disputed or refuted claim with its reason"),
        {
            "sql": "SELECT ref, assessment, coalesce(value_zh, text_zh, target) AS says, note_zh FROM claims WHERE assessment IN ('disputed', 'refuted')",
            "duckdb": "SELECT ref, assessment, coalesce(value_zh, text_zh, target) AS says, note_zh FROM 'facts.csv' WHERE assessment IN ('disputed', 'refuted')",
            "pandas": "pd.read_csv('facts.csv').query(\"assessment in ['disputed', 'refuted']\")[['ref', 'assessment', 'value_zh', 'text_zh', 'target', 'note_zh']]",
            "r": "subset(read.csv('facts.csv', fileEncoding = 'UTF-8-BOM'), assessment %in% c('disputed', 'refuted'))[, c('ref', 'assessment', 'value_zh', 'text_zh', 'target', 'note_zh')]",
            "jq": "jq -c '.facts[] | select(.assessment | IN(\"disputed\", \"refuted\")) | [.ref, .assessment, (.value // .text).zh // .target, .note.zh]' facts.json",
            "javascript": 'facts.filter(f => ["disputed", "refuted"].includes(f.assessment)).map(f => [f.ref, f.assessment, (f.value ?? f.text)?.zh ?? f.target, f.note.zh])',
        },
    ),
    Recipe(
        "localisation",
        Text(zh="所有国产化率，连同年份与来源", en="All localisation rates with year and source"),
        {
            "sql": "SELECT c.entity_name_zh, c.scope_zh, c.value_zh, c.as_of, group_concat(t.source, '; ') FROM claims c JOIN citations t ON t.claim = c.ref WHERE c.about = 'localisation-rate' GROUP BY c.ref ORDER BY c.as_of_end",
            "duckdb": "SELECT entity_name_zh, scope_zh, value_zh, as_of, sources FROM 'facts.csv' WHERE about = 'localisation-rate' ORDER BY as_of_end",
            "pandas": "pd.read_csv('facts.csv').query(\"about == 'localisation-rate'\").sort_values('as_of_end')[['entity_name_zh', 'scope_zh', 'value_zh', 'as_of', 'sources']]",
            "r": "subset(read.csv('facts.csv', fileEncoding = 'UTF-8-BOM'), about == 'localisation-rate')[, c('entity_name_zh', 'scope_zh', 'value_zh', 'as_of', 'sources')]",
            "jq": "jq -c '.facts[] | select(.about == \"localisation-rate\") | [.entity_name.zh, .scope.zh, .value.zh, .as_of, [.sources[].source]]' facts.json",
            "javascript": 'facts.filter(f => f.about == "localisation-rate").map(f => [f.entity_name.zh, f.scope?.zh, f.value.zh, f.as_of, f.sources.map(s => s.source)])',
        },
    ),
    Recipe(
        "cxmt-share",
        Text(
            zh="长鑫存储的 DRAM 份额随时间的变化，只看按营收计的",
            en="CXMT's share of DRAM over time, by revenue only",
        ),
        {
            "sql": "SELECT as_of, value_zh, number FROM claims WHERE entity = 'cxmt' AND about = 'market-share' AND \"of\" = 'global-dram-market' AND \"by\" = 'revenue' ORDER BY as_of_end",
            "duckdb": "SELECT as_of, value_zh, number FROM 'facts.csv' WHERE entity = 'cxmt' AND about = 'market-share' AND \"of\" = 'global-dram-market' AND \"by\" = 'revenue' ORDER BY as_of_end",
            "pandas": "pd.read_csv('facts.csv').query(\"entity == 'cxmt' and about == 'market-share' and of == 'global-dram-market' and by == 'revenue'\").sort_values('as_of_end')[['as_of', 'value_zh', 'number']]",
            "r": "subset(read.csv('facts.csv', fileEncoding = 'UTF-8-BOM'), entity == 'cxmt' & about == 'market-share' & of == 'global-dram-market' & by == 'revenue')[, c('as_of', 'value_zh', 'number')]",
            "jq": "jq -c '.facts | map(select(.entity == \"cxmt\" and .about == \"market-share\" and .of == \"global-dram-market\" and .by == \"revenue\")) | sort_by(.as_of_end)[] | [.as_of, .value.zh, .number]' facts.json",
            "javascript": 'facts.filter(f => f.entity == "cxmt" && f.about == "market-share" && f.of == "global-dram-market" && f.by == "revenue").sort((a, b) => a.as_of_end.localeCompare(b.as_of_end)).map(f => [f.as_of, f.value.zh, f.number])',
        },
    ),
    Recipe(
        "rests-on",
        Text(zh="以文件 003 为据的一切", en="All that rests on document 003"),
        {
            "sql": "SELECT DISTINCT c.ref, c.value_zh, c.text_zh, c.assessment FROM claims c JOIN citations t ON t.claim = c.ref WHERE t.source = 'doc-003'",
            "duckdb": "SELECT ref, value_zh, text_zh, assessment FROM 'facts.csv' WHERE regexp_matches(sources, '(^|; )doc-003(#|;|$)')",
            "pandas": "pd.read_csv('facts.csv')[lambda f: f.sources.str.contains(r'(?:^|; )doc-003(?:#|;|$)')][['ref', 'value_zh', 'text_zh', 'assessment']]",
            "r": "subset(read.csv('facts.csv', fileEncoding = 'UTF-8-BOM'), grepl('(^|; )doc-003(#|;|$)', sources))[, c('ref', 'value_zh', 'text_zh', 'assessment')]",
            "jq": "jq -c '.facts[] | select(any(.sources[]; .source == \"doc-003\")) | [.ref, (.value // .text).zh, .assessment]' facts.json",
            "javascript": 'facts.filter(f => f.sources.some(s => s.source == "doc-003")).map(f => [f.ref, (f.value ?? f.text)?.zh, f.assessment])',
        },
    ),
    Recipe(
        "edges",
        Text(zh="全部关系，作为边的列表", en="All relations as an edge list"),
        {
            "sql": "SELECT entity AS source, about AS kind, target, as_of FROM claims WHERE kind = 'relation'",
            "duckdb": "SELECT source, kind, target, as_of FROM 'relations.csv'",
            "pandas": "pd.read_csv('relations.csv')[['source', 'kind', 'target', 'as_of']]",
            "r": "read.csv('relations.csv', fileEncoding = 'UTF-8-BOM')[, c('source', 'kind', 'target', 'as_of')]",
            "jq": "jq -c '.facts[] | select(.kind == \"relation\") | [.entity, .about, .target, .as_of]' facts.json",
            "javascript": 'facts.filter(f => f.kind == "relation").map(f => [f.entity, f.about, f.target, f.as_of])',
        },
    ),
    Recipe(
        "yuan-2025",
        Text(zh="2025 年以人民币计的全部数字", en="All figures of 2025 in yuan"),
        {
            "sql": "SELECT ref, value_zh, base_number FROM claims WHERE base_unit = 'cny' AND as_of_start >= '2025-01-01' AND as_of_end <= '2025-12-31'",
            "duckdb": "SELECT ref, value_zh, base_number FROM 'facts.csv' WHERE base_unit = 'cny' AND as_of_start >= '2025-01-01' AND as_of_end <= '2025-12-31'",
            "pandas": "pd.read_csv('facts.csv').query(\"base_unit == 'cny' and as_of_start >= '2025-01-01' and as_of_end <= '2025-12-31'\")[['ref', 'value_zh', 'base_number']]",
            "r": "subset(read.csv('facts.csv', fileEncoding = 'UTF-8-BOM'), base_unit == 'cny' & as_of_start >= '2025-01-01' & as_of_end <= '2025-12-31')[, c('ref', 'value_zh', 'base_number')]",
            "jq": 'jq -c \'.facts[] | select(.base_unit == "cny" and .as_of_start != null and .as_of_start >= "2025-01-01" and .as_of_end <= "2025-12-31") | [.ref, .value.zh, .base_number]\' facts.json',
            "javascript": 'facts.filter(f => f.base_unit == "cny" && f.as_of_start >= "2025-01-01" && f.as_of_end <= "2025-12-31").map(f => [f.ref, f.value.zh, f.base_number])',
        },
    ),
)  # fmt: skip
