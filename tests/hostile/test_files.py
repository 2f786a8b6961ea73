"""What strangers may send: each file takes a moment to refuse, and says what is wrong with it."""

import os
import time

import pytest

from chipkb.check import check
from chipkb.load.tree import load

STAR = "data/gpu/star-chip.yml"
FACT = "  - {id: x, metric: granted-patents, value: 1 项, source: star-filing}\n"


def codes(root) -> set[str]:
    loaded = load(root)
    return {problem.code for problem in check(loaded.kb, loaded.broken, loaded.problems)}


def entity(value: str) -> str:
    return f"kind: company\nname: {{zh: 甲, en: Jia}}\n{value}\n"


BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
)
TINY = {
    "alias-bomb": (entity(BOMB), "yaml-feature"),
    "brackets": (entity("aliases: " + "[" * 350), "yaml-depth"),
    "many-brackets": (entity("aliases: " + "[" * 100_000), "yaml-depth"),
    "many-dashes": ("- " * 50_000, "yaml-depth"),
    "many-names": (entity("aliases: [" + "Star-Chi, " * 8_000 + "]"), "list-long"),
    "long-name": (f"kind: company\nname: {{zh: {'长' * 20_000}, en: x}}\n", "text-long"),
    "spaces": (f"kind: company\nname: {{zh: '长{' ' * 100_000}', en: x}}\n", "text-long"),
    "long-value": (
        entity(
            f"facts:\n  - {{id: x, metric: granted-patents, value: '{'1 ' * 1900}', source: star-filing}}"
        ),
        "quantity-syntax",
    ),
    "metric-list": (
        entity("facts:\n  - {id: x, metric: [x], value: 1, source: star-filing}"),
        "type-wrong",
    ),
    "metric-mapping": (
        entity("facts:\n  - {id: x, metric: {a: b}, value: 1, source: star-filing}"),
        "type-wrong",
    ),
    "control-escape": (entity(r'aliases: ["a\x07b"]'), "char-control"),
    "escaped-direction": (entity(r'aliases: ["a\u202eb"]'), "char-suspicious"),
    "no-character": (entity(r'aliases: ["a\ud800b"]'), "yaml-syntax"),
    "tag": (entity("aliases: !!python/object/apply:os.system [id]"), "yaml-feature"),
    "merge": (entity("<<: {x: y}"), "yaml-feature"),
    "url": (
        f"{entity('')}facts:\n  - {{id: x, metric: granted-patents, value: 1 项, source: star-filing, evidence: "
        "[{says: agrees, text: {zh: 是, en: y}, url: 'https://a.example/}\",x={', publisher: p}]}",
        "url-syntax",
    ),
}


@pytest.mark.parametrize("name", TINY)
def test_a_tiny_input_is_refused_at_once(world, name):
    text, code = TINY[name]
    (world / "data/gpu/x.yml").write_text(text, "utf-8")
    began = time.process_time()
    found = codes(world)
    assert code in found
    assert time.process_time() - began < 2


def test_a_source_of_ten_to_the_eighteen_paragraphs(world):
    path = world / "data/sources/almanac.yml"
    path.write_text(path.read_text("utf-8").replace("paragraphs: 3", f"paragraphs: {10**18}"))
    assert "value-form" in codes(world)


def test_a_file_longer_than_a_person_writes(world):
    (world / "data/gpu/x.yml").write_text("#" * 150_000, "utf-8")
    assert "file-size" in codes(world)


def test_links_are_not_followed(world, tmp_path):
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "key.md").write_text("# secret\n", "utf-8")
    (secret / "x.yml").write_text(entity(""), "utf-8")
    (world / "content/key.zh.md").symlink_to(secret / "key.md")
    (world / "content/key.en.md").symlink_to(secret / "key.md")
    (world / "data/gpu/x.yml").symlink_to(secret / "x.yml")
    (world / "data/memory/more").symlink_to(secret)
    loaded = load(world)
    links = [p.place.file for p in loaded.problems if p.code == "file-link"]
    assert links == [
        "content/key.en.md",
        "content/key.zh.md",
        "data/gpu/x.yml",
        "data/memory/more",
    ]
    assert "x" not in loaded.kb.entities and "key" not in loaded.kb.content


def test_content_holds_pages_and_pictures_alone(world):
    for name in (
        "images/a.png",
        "images/b c.png",
        "images/b.svg",
        "assets/bundle.js",
        "c.html",
        ".git-like",
    ):
        path = world / "content" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    loaded = load(world)
    assert [p.place.file for p in loaded.problems if p.code == "file-kind"] == [
        "content/assets/bundle.js",
        "content/c.html",
        "content/images/b c.png",
        "content/images/b.svg",
    ]


def test_what_is_no_plain_file_is_not_read(world):
    os.mkfifo(world / "data/gpu/pipe.yml")
    (world / "data/gpu/folder.yml").mkdir()
    assert codes(world) == {"file-unreadable"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(world):
    (world / STAR).chmod(0)
    assert "file-unreadable" in codes(world)


@pytest.mark.parametrize(
    "name",
    ["x" * 250 + ".yml", "x" * 81 + ".yml", "a b.yml", "a\nb.yml", "a\x1b[31m.yml", "名.yml"],
)
def test_a_file_name_that_is_no_id_is_told_in_plain_characters(world, name):
    (world / "data/gpu" / name).write_text(entity(""), "utf-8")
    [problem] = load(world).problems
    assert problem.code == "file-name"
    assert problem.line().isprintable()


def test_a_file_name_that_is_no_text(world):
    path = os.fsencode(world / "data/gpu") + b"/\xff\xfe.yml"
    with open(path, "wb") as file:
        file.write(entity("").encode())
    [problem] = load(world).problems
    problem.line().encode("utf-8")


@pytest.mark.parametrize("name", ["alone.md", "x.fr.md", "a b.zh.md", "..zh.md"])
def test_a_page_by_hand_with_a_wrong_name(world, name):
    (world / "content" / name).write_text("# 页\n", "utf-8")
    assert codes(world) <= {"content-missing", "file-name"}


def test_glossary_files_have_ids_for_names(world):
    (world / "data/glossary/a}b.yml").write_text("term: {}\n", "utf-8")
    assert "file-name" in codes(world)


@pytest.mark.parametrize(
    "file", ["domains", "metrics", "relations", "events", "topics", "tiers", "units"]
)
@pytest.mark.parametrize("id_", ["../x", "a/b", "Ａ", "x }", "a" * 90, "'<b>'"])
def test_every_vocabulary_has_ids_for_keys(world, file, id_):
    path = world / f"data/vocabulary/{file}.yml"
    quoted = id_ if id_.startswith("'") else f"'{id_}'"
    path.write_text(path.read_text("utf-8") + f"{quoted}: {{zh: x, en: y}}\n", "utf-8")
    assert "id-syntax" in codes(world)


def test_two_units_with_one_word(world):
    path = world / "data/vocabulary/units.yml"
    twin = "{zh: '{n}项', en: '{n} patents', dimension: %s}\n"
    path.write_text(path.read_text("utf-8") + "one: " + twin % "d" + "two: " + twin % "d", "utf-8")
    [problem] = [p for p in load(world).problems if p.code == "unit-form"]
    assert "'one' and 'two' are both written" in problem.message()


@pytest.mark.parametrize("id_", ["index", "sources", "assets", "search", "en", "404", "con"])
def test_an_address_of_the_sites_own_is_not_given_away(world, id_):
    for lang in ("zh", "en"):
        (world / f"content/{id_}.{lang}.md").write_text("# 页\n", "utf-8")
    assert "address-taken" in codes(world)


def test_a_page_by_hand_and_a_domain_have_different_addresses(world):
    for lang in ("zh", "en"):
        (world / f"content/gpu.{lang}.md").write_text("# 页\n", "utf-8")
    assert "id-duplicate" in codes(world)


@pytest.mark.parametrize("folder", ["gpu", "sources", "comparisons"])
def test_nothing_with_a_page_is_called_index(world, folder):
    sample = {"gpu": "star-one", "sources": "almanac", "comparisons": "makers"}[folder]
    text = (world / f"data/{folder}/{sample}.yml").read_text("utf-8")
    (world / f"data/{folder}/index.yml").write_text(text, "utf-8")
    assert "address-taken" in codes(world)


@pytest.mark.parametrize(
    "old, new, code",
    [
        ("source: star-filing", "source: nowhere", "source-unknown"),
        ("id: listed", "id: patents", "fact-duplicate"),
    ],
)
def test_what_would_make_the_site_wrong_cannot_be_accepted(world, old, new, code):
    path = world / STAR
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    before = codes(world)
    assert code in before
    (world / "data/accepted.yml").write_text(
        f"- {{code: {code}, file: {STAR}, reason: {{zh: 好, en: ok}}}}\n", "utf-8"
    )
    assert codes(world) >= {code, "accepted-never"}
