"""The tools of contributors, each tried on a copy of the world: what they write passes the check."""

import json
import os
import re
import subprocess
import sys
from datetime import date

import pytest
from click.testing import CliRunner

from chipkb.cli import main
from chipkb.values.wording import WORDING
from tests.conftest import REPOSITORY


def run(*args: object, code: int | None = 0) -> str:
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    assert code is None or result.exit_code == code, result.output
    return result.output


def edit(path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


NEW = [
    ("company", "sun", "domain=gpu"),
    ("product", "sun-one", "domain=memory"),
    ("technology", "sun-light", "domain=gpu"),
    ("market", "sun-market", "domain=gpu"),
    ("source", "sun-report", "kind=report", "tier=press", "language=zh"),
    ("term", "sun-term", "domain=gpu", "definition_zh=发光。", "definition_en=It shines."),
    (
        "comparison",
        "suns",
        "domain=gpu",
        "order=9",
        "rows=product",
        "metric=process-node",
        "unit=nm",
    ),
    ("page", "sun-page"),
]


@pytest.mark.parametrize("asked", NEW, ids=lambda asked: asked[0])
def test_what_new_writes_passes_the_check(world, asked):
    kind, id_, *more = asked
    answers = ["zh=太阳：大家的，星", "en=Sun, the: star", *more]
    run("new", "--root", world, kind, id_, *(part for one in answers for part in ("--set", one)))
    problems = json.loads(run("check", "--root", world, "--format", "json"))
    assert {row["code"] for row in problems} <= {"source-unused"}


def test_new_asks_for_what_it_was_not_told(world):
    result = CliRunner().invoke(
        main, ["new", "--root", str(world), "company", "sun"], input="太阳\nSun\ngpu\n"
    )
    assert result.exit_code == 0, result.output
    assert (world / "data/gpu/sun.yml").exists()


ANSWERS = {"zh": "星报", "en": "Star news", "kind": "press", "tier": "press", "language": "zh"}


def told(**answers: str) -> list[str]:
    return [part for key, value in answers.items() for part in ("--set", f"{key}={value}")]


@pytest.mark.parametrize(
    ("lang", "said"), [("zh", ("还没有回答", "标题（英文）")), ("en", ("not everything", "title in English"))]
)  # fmt: skip
def test_new_without_anyone_to_answer_says_what_to_write(world, lang, said):
    result = CliRunner().invoke(
        main, ["new", "--root", str(world), "--lang", lang, "source", "news"], input="星报\n"
    )
    assert result.exit_code == 2
    assert all(word in result.output for word in said)
    assert '--set "en=…"' in result.output and "primary | press" in result.output
    assert '--set "zh=…"' not in result.output and '--set "url=…"' not in result.output
    assert not (world / "data/sources/news.yml").exists()


@pytest.mark.parametrize(
    ("key", "answer", "said"),
    [
        ("tier", "pres", "did you mean 'press'"),
        ("kind", "newspaper", "is not one of"),
        ("language", "中文", "did you mean 'zh'"),
        ("published", "2026年8月30日", "did you mean '2026-08-30'"),
        ("published", "https://example.org/", "cannot read"),
        ("url", "2026-08-30", "is not a web address"),
        ("accessed", "yesterday", "cannot read"),
        ("title", "星报", "unknown key 'title'"),
    ],
)
def test_new_refuses_an_answer_that_the_check_would(world, key, answer, said):
    args = told(**{**ANSWERS, key: answer})
    result = run("new", "--root", world, "--lang", "en", "source", "news", *args, code=2)
    assert said in result
    assert not (world / "data/sources/news.yml").exists()


def test_new_asks_again_until_an_answer_will_do(world):
    typed = ["星报", "Star news", "", "", "newspaper", "press", "press", "zh", "2026.8.30",
             "2026-08-30", "example", "https://example.org/star", ""]  # fmt: skip
    result = CliRunner().invoke(
        main,
        ["new", "--root", str(world), "--lang", "en", "source", "news"],
        input="\n".join(typed) + "\n",
    )
    assert result.exit_code == 0, result.output
    text = (world / "data/sources/news.yml").read_text("utf-8")
    assert "kind: press" in text and "published: 2026-08-30" in text
    assert f"accessed: {date.today().isoformat()}" in text


def test_new_refuses_what_is_there(world):
    assert "star-chip" in run("new", "--root", world, "company", "star-chip", code=2)


@pytest.mark.parametrize("domain", ["../x", "/tmp/x", "gpu/../../x", "A b"])
def test_new_writes_nowhere_else(world, domain):
    before = sorted(world.rglob("*.yml"))
    words = (
        "zh=光",
        "en=Light",
        f"domain={domain}",
        "definition_zh=发光。",
        "definition_en=It shines.",
    )
    told = (part for one in words for part in ("--set", one))
    assert "domain: " in run("new", "--root", world, "term", "light", *told, code=2)
    assert sorted(world.rglob("*.yml")) == before


def test_rename_an_entity(world):
    run("rename", "--root", world, "star-chip", "star-group")
    assert run("check", "--root", world, "--strict") == "no problems\n"
    assert not (world / "data/gpu/star-chip.yml").exists()
    rest = [
        p for p in (world / "data").rglob("*.yml") if re.search(r"star-chip", p.read_text("utf-8"))
    ]
    assert rest == []


def test_what_was_published_leads_on_after_a_rename(world):
    run("ledger", "--root", world)
    run("rename", "--root", world, "star-chip", "star-group")
    run("rename", "--root", world, "star-group/patents", "star-group/granted")
    run("rename", "--root", world, "star-filing", "star-prospectus")
    run("rename", "--root", world, "gpu-term", "graphics-term")
    assert "was: star-chip, now: star-group" in (world / "data/moved.yml").read_text("utf-8")
    assert run("check", "--root", world, "--strict") == "no problems\n"


def test_rename_a_fact_within_its_file_and_elsewhere(world):
    run("rename", "--root", world, "star-chip/valuation", "star-chip/worth")
    text = (world / "data/gpu/star-chip.yml").read_text("utf-8")
    assert "{worth}" in text and "valuation-2025" in text and "metric: valuation" in text
    assert "star-chip/worth" in (world / "data/vocabulary/domains.yml").read_text("utf-8")
    assert run("check", "--root", world, "--strict") == "no problems\n"


def test_rename_changes_nothing_but_the_id(world):
    before = (world / "data/gpu/star-one.yml").read_text("utf-8")
    run("rename", "--root", world, "star-chip", "star-group")
    after = (world / "data/gpu/star-one.yml").read_text("utf-8")
    assert after == before.replace("star-chip", "star-group")


@pytest.mark.parametrize(
    "old, new, code",
    [("star-chip", "index", "address-taken"), ("star-filing", "index", "address-taken")],
)
def test_a_rename_that_would_make_the_data_wrong_is_not_done(world, old, new, code):
    before = {path: path.read_bytes() for path in world.rglob("*.yml")}
    assert f"[{code}]" in run("rename", "--root", world, old, new, code=1)
    assert before == {path: path.read_bytes() for path in world.rglob("*.yml")}


def test_merge_two_entities(world):
    run("ledger", "--root", world)
    double = "kind: company\nname: {zh: 星辰集团, en: Star Group}\nwebsite: https://www.example.com/\nsummary: {zh: 另一种写法。, en: Another wording.}\nfacts:\n  - id: patents\n    metric: granted-patents\n    value: 430 项\n    as_of: 2024-11\n    source: star-filing\n    assessment: supported\n"
    (world / "data/memory/star-group.yml").write_text(double, "utf-8")
    told = run("merge", "--root", world, "--lang", "en", "star-group", "star-chip")
    text = (world / "data/gpu/star-chip.yml").read_text("utf-8")
    assert "星辰集团" in text and "patents-2" in text and "430 项" in text
    assert "star-chip/patents-2 (was star-group/patents)" in told
    assert "has its own: summary" in told and "website: https://www.example.com/" in text
    assert run("check", "--root", world, "--strict") == "no problems\n"


@pytest.mark.parametrize("domain", ["gpu", "memory"])
def test_what_two_merged_entities_said_of_each_other_and_of_themselves_means_the_one(world, domain):
    home = world / "data/gpu/star-chip.yml"
    edit(home, "zh: 星辰估值", "zh: 星辰又名[[star-group]]，估值")
    edit(home, "en: Star Chip is", "en: Star Chip, or [[star-group|Star]], is")
    edit(
        home,
        "relations:\n",
        "relations:\n  - {kind: invested-by, target: star-group, source: almanac#gpu/3}\n",
    )
    (world / f"data/{domain}/star-group.yml").write_text(
        "kind: company\nname: {zh: 星辰集团, en: Star Group}\n"
        "facts:\n  - id: models\n    topic: technology\n"
        "    statement: {zh: '[[star-group]]自研。', en: '[[star-group]] makes its own.'}\n"
        "    source: star-filing\n    assessment: supported\n",
        "utf-8",
    )
    run("merge", "--root", world, "star-group", "star-chip")
    text = home.read_text("utf-8")
    assert "star-group" not in text and text.count("[[star-chip") == 4
    assert "target: star-chip" not in text and "target: moon-fund" in text
    assert not (world / f"data/{domain}/star-group.yml").exists()


@pytest.mark.parametrize(("lang", "said"), [("zh", "类别不同"), ("en", "not one thing")])
def test_what_differs_in_kind_is_not_merged(world, lang, said):
    before = (world / "data/gpu/star-chip.yml").read_text("utf-8")
    result = CliRunner().invoke(
        main, ["merge", "--root", str(world), "--lang", lang, "star-one", "star-chip"]
    )
    assert result.exit_code != 0 and said in result.output
    assert (world / "data/gpu/star-chip.yml").read_text("utf-8") == before


def test_merge_two_sources(world):
    run("ledger", "--root", world)
    text = (world / "data/sources/star-filing.yml").read_text("utf-8")
    (world / "data/sources/star-book.yml").write_text(text, "utf-8")
    edit(world / "data/gpu/star-one.yml", "source: star-filing", "source: star-book")
    assert "source-duplicate" in run("check", "--root", world, code=1)
    edit(world / "data/sources/star-book.yml", "org/filing", "org/book")
    run("merge", "--root", world, "star-book", "star-filing")
    assert run("check", "--root", world, "--strict") == "no problems\n"


def test_fix_mends_what_is_certain(world):
    path = world / "data/gpu/star-chip.yml"
    whole = path.read_text("utf-8")
    for old, new in [
        ("kind: company", "kind：公司"),
        ("metric: granted-patents", "指标: 授权专利"),
        ("as_of: 2024-10", "as_of:2024年10月"),
        ("value: 425 项", "value: ４２５ 项"),
        ("STAR100]", "S，STAR100]"),
        ("    date: 2025-12-05", "     date: 2025.12.5"),
    ]:
        edit(path, old, new)
    output = run("check", "--root", world, "--fix", code=None)
    assert path.read_text("utf-8") == whole.replace("STAR100]", "S, STAR100]"), output


def test_fmt_orders_keys_and_keeps_comments(world):
    path = world / "data/memory/moon-fund.yml"
    text = path.read_text("utf-8")
    path.write_text(
        "# ours\nname: {zh: 月亮基金, en: Moon Fund}  # a fund\nkind: company\n"
        + text.split("\n", 2)[2],
        "utf-8",
    )
    run("fmt", "--root", world, "data/memory/moon-fund.yml")
    lines = path.read_text("utf-8").split("\n")
    assert lines[0] == "# yaml-language-server: $schema=../../schema/entity.json"
    assert "# ours" in lines and any("# a fund" in line for line in lines)
    assert [line.split(":")[0] for line in lines if line[:4] in ("kind", "name")] == [
        "kind",
        "name",
    ]
    assert run("fmt", "--root", world, "--check", "data/memory/moon-fund.yml") == ""


def test_fmt_changes_no_meaning_of_our_own_files(real):
    sample = sorted((REPOSITORY / "data/gpu").glob("*.yml"))[::12]
    from chipkb.curate.fmt import formatted
    from chipkb.load.yaml_text import parse_yaml

    for path in sample:
        name, text = path.relative_to(REPOSITORY).as_posix(), path.read_text("utf-8")
        assert parse_yaml(name, formatted(name, text)).data == parse_yaml(name, text).data


def test_paths_in_every_form(world, monkeypatch):
    edit(world / "data/gpu/star-chip.yml", "kind: company", "kind: compny")
    monkeypatch.chdir(world / "data")
    for path in (
        "gpu/star-chip.yml",
        "./gpu",
        world / "data/gpu/star-chip.yml",
        "gpu\\star-chip.yml",
        "data/gpu",
    ):
        run("check", path, code=1)
    run("check", "memory", code=0)
    for path in ("gpu/star-chop.yml", "/etc/hosts", "../mkdocs.yml"):
        run("check", path, code=2)


def test_quiet_and_the_formats(world):
    assert run("check", "--root", world, "-q") == ""
    edit(world / "data/gpu/star-chip.yml", "kind: company", "kind: compny")
    log = json.loads(run("check", "--root", world, "--format", "sarif", code=1))
    [result] = log["runs"][0]["results"]
    assert result["ruleId"] == "value-choice"
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 1,
        "startColumn": 7,
    }
    assert run("check", "--root", world, "--format", "github", code=1).startswith(
        "::error file=data/gpu"
    )


@pytest.mark.parametrize(
    ("variables", "word"),
    [({"CHIPKB_LANG": "zh"}, "没有问题"), ({"CHIPKB_LANG": "", "LC_ALL": "zh_CN.UTF-8"}, "没有问题"),
     ({"CHIPKB_LANG": "", "LC_ALL": "C"}, "no problems"), ({"CHIPKB_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}, "no problems")],
)  # fmt: skip
def test_the_language_of_the_machine(world, monkeypatch, variables, word):
    for name, value in variables.items():
        monkeypatch.setitem(os.environ, name, value)
    assert word in run("check", "--root", world)


def test_a_console_without_our_characters(world):
    edit(world / "data/gpu/star-chip.yml", "kind: company", "kind: “ü”")
    for encoding in ("gbk", "cp1252", "ascii"):
        for lang in ("zh", "en"):
            done = subprocess.run(
                [sys.executable, "-m", "chipkb", "check", "--root", str(world), "--lang", lang],
                env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
                capture_output=True,
            )
            assert done.returncode == 1, done.stderr
            assert b"value-choice" in done.stdout


def test_explain_and_find(world):
    for code in WORDING:
        for lang in ("zh", "en"):
            assert code in run("explain", code, "--lang", lang)
    assert "yaml-colon" in run("explain", "yaml-colom", code=1)
    assert run("find", "--root", world, "星辰科技").startswith("star-chip ")
    assert "granted-patents" in run("find", "--root", world, "授权专利")
    run("find", "--root", world, "不存在的东西", code=1)


def test_a_fresh_knowledge_base_of_another_industry(tmp_path):
    run("init", tmp_path / "kb", "--domain", "cells", "--domain-zh", "电芯", "--domain-en", "Cells")
    assert run("check", "--root", tmp_path / "kb", "--strict") == "no problems\n"
    assert "is not empty" in run("init", tmp_path / "kb", code=1)
    done = subprocess.run(
        [sys.executable, "-m", "chipkb", "build", "--lang", "en"],
        cwd=tmp_path / "kb",
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^site: \d+ pages$", done.stdout, re.M), done.stdout
    assert (tmp_path / "kb/site/en/entity/example-company/index.html").exists()
