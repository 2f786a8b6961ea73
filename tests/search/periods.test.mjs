import assert from "node:assert/strict";
import { test } from "node:test";

import { fits, periodsIn } from "../../src/chipkb/assets/search/periods.js";

const days = (text) => periodsIn(text, 2026).map(({ first, last }) => [first, last]);
const fit = (first, last, text, value = "") => fits({ first, last, value }, periodsIn(text, 2026)[0]);

test("years in short", () => {
  for (const text of ["sales '24", "net profit 24", "24年营收", "fy24"]) assert.deepEqual(days(text), [[20240101, 20241231]], text);
});

test("the digits of a name are no year", () => {
  for (const text of ["h100", "h200 memory", "mlu 290", "24 nm", "net profit 240"]) assert.deepEqual(days(text), [], text);
});

test("a named business year is the one that ends in it, in yen the one that begins in it", () => {
  assert.equal(fit(20240127, 20250126, "fy2025"), 3);
  assert.equal(fit(20250127, 20260125, "fy2025"), 0);
  assert.equal(fit(20240401, 20250331, "2024财年", "1,000 亿日元"), 3);
  assert.equal(fit(20240101, 20241231, "fy2024"), 3);
  assert.equal(fit(20250801, 20251031, "英伟达2025财年营收"), 0);
  assert.equal(fit(20251101, 20260131, "fy2026"), 0); // three months, over the turn of the year
  assert.equal(fit(20250801, 20251031, "2025"), 2);
});

test("a business year that is mostly the year asked for says more than a quarter of it", () => {
  const year = fit(20240701, 20250630, "2024");
  assert.ok(year > fit(20241001, 20241231, "2024"));
  assert.ok(fit(20240401, 20241231, "2024") > fit(20231101, 20241031, "2025"));
  assert.ok(year < 3);
});

test("a part of a year may stand before the number of a model", () => {
  assert.deepEqual(days("2025年三季度910b产量"), [[20250701, 20250930]]);
  assert.deepEqual(days("2021财年2.5g光芯片"), [[20210101, 20211231]]);
});

test("a report stands for the time that it tells of", () => {
  assert.deepEqual(days("2025中报净利润"), [[20250101, 20250630]]);
  assert.deepEqual(days("25年一季报"), [[20250101, 20250331]]);
  assert.deepEqual(days("2025三季报"), [[20250101, 20250930]]);
});

test("two digits are a year before a part of one", () => {
  for (const text of ["25上半年收入", "25h1 revenue", "营收25h1"]) assert.deepEqual(days(text), [[20250101, 20250630]], text);
  assert.deepEqual(days("25q3 毛利率"), [[20250701, 20250930]]);
});
