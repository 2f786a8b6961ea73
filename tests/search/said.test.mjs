import assert from "node:assert/strict";
import { test } from "node:test";

import { body, prepare } from "../../src/chipkb/assets/search/facts.js";
import { saidIn } from "../../src/chipkb/assets/search/said.js";

const says = (text, word) => saidIn(word, body(text));

test("a phase is the same in letters, in figures and in words", () => {
  for (const word of ["iii", "third", "3", "3rd"]) assert.ok(says("phase three, registered capital", word), word);
  assert.ok(!says("phase three", "ii"));
});

test("a word of both scripts is said where it begins one", () => {
  assert.ok(says("中国 ai 加速卡市场", "ai加速卡"));
  assert.ok(!says("openai加速卡", "ai加速卡"));
});

test("at home is in China", () => {
  assert.ok(says("中国 eda 市场", "国内"));
  assert.ok(!says("全球市场", "国内"));
});

test("what a group includes is not what is counted", () => {
  const facts = [["fact-revenue", "figure:revenue", "营收", "营收：8 亿元 集团，含手机与汽车", "8 亿元", "2025", "", "unverified", [], 0, 0, "", "集团，含手机与汽车 \n Group, including phones"]];
  const { facts: [fact] } = prepare({ facts, summary: "", prose: "" }, (text) => text, { assessments: [] }, {});
  for (const word of ["手机", "phones"]) assert.ok(!saidIn(word, fact.own), word);
  for (const word of ["集团", "group"]) assert.ok(saidIn(word, fact.own), word);
});

test("the number of a model ends where it ends, a word may be written as several", () => {
  assert.ok(!says("mlu370-x8，int8", "mlu370x"));
  assert.ok(says("mlu370-x8，int8", "mlu370x8"));
  assert.ok(says("eml and cw-dfb combined", "cwdfb"));
});

test("against when it grew may be said in letters", () => {
  assert.ok(says("环比 \n quarter on quarter", "qoq"));
  assert.ok(!says("环比 \n quarter on quarter", "yoy"));
});
