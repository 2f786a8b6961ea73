import assert from "node:assert/strict";
import { test } from "node:test";

import { inOrder } from "../../src/chipkb/assets/search/order.js";

let order = 0;
const claim = (last, more = {}, fact = {}) => ({ period: 0, parts: 0, verbatim: 0, near: 0, unasked: 0, beside: false, planned: false, order: order++, fact: { label: "份额", last, assessment: "unverified", announced: false, ...fact }, ...more });
const days = (list) => inOrder(list).map(({ fact }) => fact.last);

test("behind the answer the newest comes first", () => {
  assert.deepEqual(days([claim(20250630), claim(20200101), claim(20260331), claim(20241231)]), [20250630, 20260331, 20241231, 20200101]);
});

test("parts, what is said of a time to come and what was replaced stand behind the whole", () => {
  const whole = [claim(20250101), claim(20240101)];
  const part = claim(20261231, { unasked: 4 });
  const forecast = claim(20271231, {}, { announced: true });
  const replaced = claim(20260601, {}, { assessment: "superseded" });
  assert.deepEqual(days([replaced, forecast, part, ...whole]), [20250101, 20240101, 20271231, 20261231, 20260601]);
});

test("the period that was asked for goes before a nearer one", () => {
  assert.deepEqual(days([claim(20251231, { period: 3 }), claim(20250930, { period: 2 }), claim(20250331, { period: 2 })]), [20251231, 20250930, 20250331]);
});
