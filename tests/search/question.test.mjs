import assert from "node:assert/strict";
import { test } from "node:test";

import { Names } from "../../src/chipkb/assets/search/names.js";
import { body } from "../../src/chipkb/assets/search/facts.js";
import { questionOf, tokensOf, vocabulary } from "../../src/chipkb/assets/search/question.js";

const plain = (text) => text;
const names = new Names(
  {
    urls: "entity/nvidia-h100/\nentity/nvidia-h200/\nentity/tsmc/\nentity/umc/",
    names: "英伟达 H100\tH100\n英伟达 H200\tH200\n台积电\tTSMC\n联电\tUMC",
    synonyms: "\n\n\n",
    kinds: [["company", "公司"], ["product", "产品"]],
    domains: [["gpu", "GPU"]],
    assessments: [],
    kind: "1100",
    domain: "0000",
    assessed: "0000",
    weight: "1111",
  },
  plain,
);
const words = vocabulary({ "figure:memory-capacity": "显存\tmemory", "figure:net-profit": "净利\tnet profit" }, plain);
const question = (text) => questionOf(tokensOf(text, names, words, 2026), words);
const strangers = (text) => question(text).strangers.map((token) => token.text);

test("a name is a name, though half a year could be read in it", () => {
  assert.deepEqual(question("h200显存").subjects.map(({ text }) => text), ["h200"]);
  assert.deepEqual(question("h200显存").periods, []);
});

test("two names to choose from are compared", () => {
  for (const text of ["h100 vs h200", "h100和h200区别", "tsmc or umc", "台积电跟联电比", "台积电还是联电", "is tsmc or umc bigger"]) {
    const { compare, subjects } = question(text);
    assert.ok(compare, text);
    assert.equal(subjects.length, 2, text);
  }
  for (const text of ["tsmc net profit", "台积电和联电净利", "比亚迪净利"]) assert.equal(question(text).compare, false, text);
});

test("an amount may be asked for with its unit", () => {
  for (const text of ["h100显存多少g", "h100显存多少gb", "台积电净利多少亿元"]) assert.deepEqual(strangers(text), [], text);
});

test("a business year may be asked for in words", () => {
  for (const text of ["tsmc net profit fiscal 2025", "tsmc fiscal year 2025 net profit", "tsmc net profit 2025 fiscal year", "tsmc net profit fy25", "台积电2025财年净利"]) {
    assert.deepEqual(question(text).periods.map(({ fiscal }) => fiscal), [2025], text);
    assert.deepEqual(strangers(text), [], text);
  }
});

test("a word of asking may be half typed", () => {
  for (const text of ["台积电净利多", "台积电净利是什", "tsmc net profit wha"]) assert.deepEqual(strangers(text), [], text);
  assert.deepEqual(strangers("台积电净利丰"), ["丰"]);
});

test("politeness asks for nothing", () => {
  for (const text of ["您好，请问台积电净利多少？谢谢", "大佬们，台积电净利", "hi, could you kindly tell me the net profit of tsmc? thx"]) assert.deepEqual(strangers(text), [], text);
});

test("a change is another figure than what changes", () => {
  assert.deepEqual(strangers("台积电净利同比"), ["同比"]);
});

test("a long word is said where it begins one, not across two", () => {
  const { joined, edges } = body("division semiconductors");
  assert.ok(edges.has(joined.indexOf("semiconductors")));
  assert.ok(!edges.has(joined.indexOf("onsemi")));
});

test("no name reaches across a comma", () => {
  assert.deepEqual(question("英伟达，h200").subjects.map(({ text }) => text), ["h200"]);
});

test("the first phase is no word of asking", () => {
  assert.deepEqual(strangers("tsmc net profit, phase one"), ["phase", "one"]);
  assert.deepEqual(strangers("which one net profit tsmc"), []);
});

test("a guidance asks for what is ahead, a change for a growth", () => {
  assert.ok(question("tsmc net profit guidance").ahead);
  assert.ok(!question("tsmc net profit").ahead);
  assert.deepEqual(strangers("台积电净利环比"), ["环比"]);
});

test("a year and a part of one that stand apart are one time", () => {
  const [period, ...others] = question("台积电三季报净利2025").periods;
  assert.deepEqual([period.first, period.last, others.length], [20250101, 20250930, 0]);
});
