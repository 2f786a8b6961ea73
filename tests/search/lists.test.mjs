import assert from "node:assert/strict";
import { test } from "node:test";

import { choicesOf, listAsked } from "../../src/chipkb/assets/search/lists.js";
import { Names } from "../../src/chipkb/assets/search/names.js";

const plain = (text) => text;
const names = new Names(
  {
    urls: "entity/hbm/\nentity/ymtc/",
    names: "高带宽存储器\tHBM\n长江存储\tYMTC",
    synonyms: "\n",
    kinds: [["company", "公司"], ["technology", "技术"]],
    domains: [["memory", "存储芯片"]],
    assessments: [],
    kind: "10",
    domain: "00",
    assessed: "00",
    weight: "11",
  },
  plain,
);
const choices = choicesOf({ "city=合肥": "合肥\tHefei", "domain=gpu": "国产 GPU\tGPU", "stage=listed": "已上市\t上市\tlisted" }, plain);
const asked = (text) => listAsked(text, { names, choices });
const filters = (text) => Object.fromEntries(new URLSearchParams(asked(text).url.split("?")[1]));

test("each filter named is in the address", () => {
  assert.deepEqual(filters("上市的gpu公司"), { kind: "company", domain: "gpu", stage: "listed" });
  assert.deepEqual(filters("listed gpu companies in hefei"), { kind: "company", domain: "gpu", stage: "listed", city: "合肥" });
  assert.deepEqual(asked("合肥的芯片公司").labels, ["合肥"]);
  assert.equal(asked("listed chip companies in hefei").alone, true);
  assert.equal(asked("who makes hbm").alone, false);
});

test("a technology stands for its field", () => {
  assert.deepEqual(filters("哪些公司做hbm"), { kind: "company", domain: "memory" });
  assert.deepEqual(filters("who makes hbm"), { kind: "company", domain: "memory" });
});

test("who asks which companies wants a list of them", () => {
  assert.deepEqual(filters("which companies in hefei are listed?"), { kind: "company", city: "合肥", stage: "listed" });
  assert.deepEqual(filters("哪些公司在合肥上市"), { kind: "company", city: "合肥", stage: "listed" });
});

test("one word that no filter knows, and it is no list", () => {
  for (const text of ["合肥的面包公司", "gpu公司营收", "长江存储公司", "gpu", "hbm price", "", "合肥"]) assert.equal(asked(text), null, text);
});
