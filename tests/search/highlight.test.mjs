// Highlights and snippets, and the small parts that the ranking is made of. Run by test_modules.py.

import assert from "node:assert/strict";
import { test } from "node:test";

const load = (name) => import(new URL(`../../src/chipkb/assets/search/${name}`, import.meta.url));
const { escape, mark, needles, snippet, spanInName, spansIn } = await load("highlight.js");
const { analyse, takeFilters } = await load("query.js");
const { align } = await load("distance.js");
const { Sounds, blur } = await load("phonetics.js");
const { Store } = await load("store.js");
const { body, saysLiterally } = await load("facts.js");

const same = (text) => text;
const marked = (query, text) => mark(text, spansIn(text, needles(analyse(query, same, [])), same));

test("text becomes HTML only with its special characters escaped", () => {
  assert.equal(escape(`<b a="1">&'`), "&lt;b a=&quot;1&quot;&gt;&amp;&#39;");
  assert.equal(mark("<a>光</a>", [[3, 4]]), "&lt;a&gt;<mark>光</mark>&lt;/a&gt;");
});

test("what was asked is marked, whole words in Latin, runs in Chinese", () => {
  assert.equal(marked("国产化率", "10G 光芯片国产化率约六成"), "10G 光芯片<mark>国产化率</mark>约六成");
  assert.equal(marked("yield of", "The yield yields"), "The <mark>yield</mark> <mark>yields</mark>");
  assert.equal(marked("modul", "optical module"), "optical <mark>modul</mark>e");
  assert.equal(marked("7nm", "at 7 nm and 17 nm"), "at <mark>7 nm</mark> and 17 nm");
  assert.equal(marked("是什么", "这是什么"), "这<mark>是什么</mark>");
  assert.equal(marked("光", "光芯片"), "<mark>光</mark>芯片");
});

test("full-width, accents and surrogate pairs do not shift a mark", () => {
  assert.equal(marked("hbm", "𠮷ＨＢＭ显存"), "𠮷<mark>ＨＢＭ</mark>显存");
  assert.equal(marked("angstrom", "an ångström node"), "an <mark>ångström</mark> node");
});

test("precision and recall of marks, character by character", () => {
  const cases = [
    ["光芯片国产化率", "【光芯片】的【国产化率】仍低，高端【光芯片】靠进口"],
    ["摩尔线程专利", "【摩尔线程】获得授权【专利】"],
    ["EUV光刻机", "【EUV】【光刻机】波长更短"],
    ["memory bandwidth", "High 【bandwidth】 【memory】 raises 【bandwidth】"],
    ["10G", "【10G】与 25G 光芯片"],
  ];
  let right = 0, wanted = 0, given = 0;
  for (const [query, annotated] of cases) {
    const text = annotated.replace(/[【】]/g, "");
    const places = (string, open, close) => {
      const found = new Set();
      let at = 0, inside = false;
      for (const char of string) {
        if (char === open) inside = true;
        else if (char === close) inside = false;
        else {
          if (inside) found.add(at);
          at++;
        }
      }
      return found;
    };
    const truth = places(annotated, "【", "】");
    const ours = places(marked(query, text).replaceAll("<mark>", "【").replaceAll("</mark>", "】"), "【", "】");
    wanted += truth.size;
    given += ours.size;
    right += [...ours].filter((place) => truth.has(place)).length;
  }
  assert.ok(right / given >= 0.9, `precision ${right / given}`);
  assert.ok(right / wanted >= 0.9, `recall ${right / wanted}`);
});

test("a span of a joined name is found in the name as written", () => {
  assert.deepEqual(spanInName("MTT S80", [3, 6], same), [[4, 7]]);
  assert.deepEqual(spanInName("2.5G 光芯片", [0, 3], same), [[0, 4]]);
  assert.deepEqual(spanInName("短", [0, 9], same), []);
});

test("a snippet is cut around its matches and never inside a character", () => {
  const text = `${"𠮷".repeat(200)}光刻机${"尾".repeat(200)}`;
  const html = snippet(text, needles(analyse("光刻机", same, [])), same);
  assert.match(html, /^…𠮷+<mark>光刻机<\/mark>尾+…$/u);
  assert.ok(html.isWellFormed ? html.isWellFormed() : true);
});

test("passages are cut between words, in scripts that have spaces", () => {
  const cut = (query, text) => snippet(text, needles(analyse(query, same, [])), same).replace(/<\/?mark>/g, "");
  const text = "The unified computing architecture of Moore Threads, reaching from chip architecture and instruction set to the programming languages and libraries that stand on it.";
  const words = new Set(text.split(" "));
  for (const query of ["Moore", "instruction", "libraries", "nothing"]) {
    const passage = cut(query, text).replace(/^…|…$/g, "");
    assert.deepEqual(passage.split(" ").filter((word) => !words.has(word)), [], passage);
  }
  assert.equal(cut("x", "a".repeat(300)), `${"a".repeat(110)}…`);
  assert.equal(cut("光", "甲".repeat(50) + "光" + "乙".repeat(200)).length, 112);
});

test("questions lose what only asks, inside and around", () => {
  const subject = (text) => analyse(text, same, []).wordings[0].joined;
  assert.equal(subject("摩尔线程有多少专利"), "摩尔线程专利");
  assert.equal(subject("what is the yield of SMIC"), "yieldsmic");
  assert.equal(subject("A100是什么工艺"), "a100工艺");
  assert.ok(analyse("what is back end of line", same, []).readings.some(({ joined }) => joined === "backendofline"));
  assert.ok(analyse("介绍一下台达电子", same, []).readings.some(({ joined }) => joined === "台达电子"));
  assert.equal(subject("摩尔线程是什么时候成立的"), "摩尔线程成立");
  assert.equal(subject("是什么"), "是什么");
});

test("filters are taken out of the query, and only filters", () => {
  assert.deepEqual(takeFilters("kind:company 光 is:Refuted"), { rest: "  光 ", filters: { kind: "company", is: "refuted" } });
  assert.deepEqual(takeFilters("http://a is: x"), { rest: "http://a is: x", filters: {} });
});

test("a slip costs, a swap costs less than two slips, beginnings are free to go on", () => {
  const differ = (a, b) => (a === b ? 0 : 1);
  const cost = (a, b) => align([...a], [...b], differ).cost;
  assert.equal(cost("memory", "memory"), 0);
  assert.equal(cost("mem", "memory"), 0);
  assert.equal(cost("memroy", "memory").toFixed(1), "0.8");
  assert.equal(cost("mexory", "memory"), 1);
  assert.deepEqual(align([..."bc"], [..."abcd"], differ), { cost: Math.fround(0.3), start: 1, end: 3 });
});

test("sounds are near when they are confused, and codes are not", () => {
  const sounds = new Sounds(["cheng城程成 lin林 ning宁 xian线县", "sheng盛成"]);
  assert.equal(sounds.distance("城", "程"), 0.2);
  assert.equal(sounds.distance("林", "宁"), 0.35);
  assert.equal(sounds.distance("线", "城"), 1);
  assert.ok(sounds.distance("8", "9") > 1);
  assert.equal(blur("zhang"), "zan");
  assert.equal(blur("mingan"), "mingan");
  assert.equal(sounds.spell("线程s80"), "xianchengs80");
});

test("a file that could not be fetched is asked for again", async () => {
  let asked = 0;
  const store = new Store(async () => {
    if (asked++ === 0) throw new Error("offline");
    return { here: true };
  });
  await assert.rejects(store.get("a"));
  assert.equal(store.have("a"), undefined);
  assert.deepEqual(await store.get("a"), { here: true });
  await store.get("a");
  assert.equal(asked, 2);
});

test("word for word means whole words in Latin", () => {
  const details = { body: body("semiconductors are made of silicon"), facts: [] };
  const says = (text) => saysLiterally(details, analyse(text, same, []).wordings[0]);
  assert.equal(says("micon"), false);
  assert.equal(says("silicon"), true);
});
