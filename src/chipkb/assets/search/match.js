// How well a query fits each name: literally, as pinyin, in part, with slips.
// A score says what the fit is worth whatever else was found: up to 1, but for the very name.

import { align } from "./distance.js";
import { isHan } from "./normalise.js";
import { heft, SYNONYM, TITLE } from "./names.js";

const LETTERS = /^[a-z0-9]+$/;
const SURE = 0.9;
const SPELLED = 0.75; // pinyin that fits as it is needs no search for slips in it
const EXACT = 1.6; // beyond what any other fit can reach together with text and facts
const OWN_PAGE = 2.2; // a page of the site called just so: what has the same name follows, whatever it says
const PART_OF_PAGE = 0.92; // whoever types "power supply" means the thing, not the table of its makers
const RANK_FACTOR = [1, 0.995, 0.93];

/** Best fit of each page: Map page → {score, form, way, span}. `span`: matched characters of the form. */
export class Matches extends Map {
  constructor(names) {
    super();
    this.names = names;
    this.best = 0;
  }

  offer(number, score, way, span, query = null) {
    const form = this.names.forms[number];
    const part = score < 1 && this.names.isOwnPage(form.page) ? PART_OF_PAGE : 1;
    const value = score * RANK_FACTOR[form.rank] * part;
    const known = this.get(form.page);
    if (known && known.score >= value) return;
    this.set(form.page, { score: value, form, way, span, query });
    if (value > this.best) this.best = value;
  }
}

/** Names as they are written: no sounds are needed. */
export function matchSpelling(query, names) {
  const found = new Matches(names);
  for (const reading of query.readings) literal(reading, names, found);
  for (const reading of query.readings) contained(reading, names, found);
  return found;
}

/** Runs every way of matching, the costly ones only when the plain ones did not settle it. */
export function matchNames(query, { names, grams, sounds, spoken }) {
  const found = matchSpelling(query, names);
  if (/[a-z]/.test(query.readings[0]?.joined ?? "")) pinyin(query.readings[0], names, spoken, found);
  for (const reading of query.wordings) partly(reading, grams, found);
  if (found.best < SURE) {
    for (const reading of query.readings.slice(0, 3)) slips(reading, names, grams, sounds, found);
    for (const reading of query.wordings.slice(0, 1)) slipsInside(reading, names, grams, sounds, found);
  }
  return found;
}

/** The query is a name, begins one, or stands inside one. */
function literal({ joined, factor }, names, found) {
  const length = joined.length;
  names.scan(joined, (number, offset) => {
    const form = names.forms[number];
    const share = length / form.text.length;
    let score;
    if (share === 1) score = form.rank !== SYNONYM && names.isOwnPage(form.page) ? OWN_PAGE : EXACT;
    else if (offset === 0) score = 0.74 + 0.22 * share;
    else if (form.edges.includes(offset)) score = 0.7 + 0.15 * share;
    else if (isHan(joined[0])) score = 0.62 + 0.15 * share;
    else score = 0.4 + 0.15 * share;
    found.offer(number, score * factor, "literal", [offset, offset + length]);
  });
}

/** Names that stand whole inside the query; one that is part of a longer one found there does not count. */
function contained({ joined, factor, edges }, names, found) {
  const total = heft(joined);
  const spans = [];
  for (let start = 0; start < joined.length; start++) {
    for (let end = Math.min(joined.length, start + 40); end > start + 1; end--) {
      const numbers = names.exact.get(joined.slice(start, end));
      if (!numbers || !wholeWords(joined, start, end, edges)) continue;
      if (!spans.some((span) => span.start <= start && span.end >= end)) spans.push({ start, end, numbers });
      break;
    }
  }
  for (const { start, end, numbers } of spans) {
    if (end - start === joined.length) continue;
    const share = heft(joined.slice(start, end)) / total;
    for (const number of numbers) {
      found.offer(number, (0.48 + 0.34 * share) * factor, "contained", null, [start, end]);
    }
  }
}

/** Latin letters of a query make a name only as whole words: no "ai" in "retail". */
function wholeWords(joined, start, end, edges) {
  const startsWord = isHan(joined[start]) || edges.has(start);
  const endsWord = isHan(joined[end - 1]) || edges.has(end);
  return startsWord && endsWord;
}

/** Pinyin of a Chinese name: whole, initials or mixed, from its beginning or from a character inside. */
function pinyin({ joined, factor }, names, spoken, found) {
  spoken.read(joined, (number, start, { end, short, cut, rough }) => {
    const chars = names.charsOf(names.forms[number]);
    const count = end - start;
    const share = count / chars.length;
    const spelled = 1 - short / count;
    let score;
    if (share === 1 && !cut) score = 0.78 + 0.14 * spelled;
    else if (start === 0) score = 0.55 + 0.15 * spelled + 0.22 * share;
    else score = 0.44 + 0.12 * spelled + 0.12 * share;
    found.offer(number, (rough ? score - 0.08 : score) * factor, "pinyin", [start, end]);
  });
}

/** Telling parts of a name stand in the query: 摩尔 in 摩尔的专利. */
function partly({ list, factor }, grams, found) {
  for (const [number, ofName, ofQuery] of grams.sharing(list)) {
    const score = Math.sqrt(ofName) * (0.3 + 0.38 * ofQuery);
    found.offer(number, Math.min(0.8, score) * factor, "partly", null);
  }
}

/** The query is a name, or begins one, but for slips of the hand or of the input method. */
function slips({ joined, factor }, names, grams, sounds, found) {
  const query = [...joined];
  const allowed = tolerance(joined);
  if (!allowed) return;
  const differ = (a, b) => sounds.distance(a, b);
  for (const [number] of grams.similar(joined)) {
    const form = names.forms[number];
    const { cost, start, end } = align(query, names.charsOf(form), differ);
    if (cost > allowed) continue;
    found.offer(number, slipScore(cost, query.length, (end - start) / form.text.length) * factor, "slip", [start, end]);
  }
  if (!LETTERS.test(joined) || joined.length < 5 || found.best >= SPELLED) return;
  for (const [number] of grams.spelledLike(joined)) {
    const form = names.forms[number];
    const { cost, start, end } = align(query, [...form.spelled], differ);
    if (cost > allowed) continue;
    const score = slipScore(cost, query.length, (end - start) / form.spelled.length);
    found.offer(number, (score - 0.06) * factor, "slip", null);
  }
}

/** A name stands inside a longer query, with a slip in it. */
function slipsInside({ joined, factor }, names, grams, sounds, found) {
  const query = [...joined];
  const differ = (a, b) => sounds.distance(a, b);
  for (const [number, shared] of grams.similar(joined)) {
    const form = names.forms[number];
    const name = names.charsOf(form);
    if (name.length >= query.length || form.heft < 6 || form.rank === SYNONYM || shared < name.length * 0.4) continue;
    const { cost } = align(name, query, differ, 0);
    if (cost === 0 || cost > Math.min(1.4, tolerance(form.text))) continue;
    const share = form.heft / heft(joined);
    found.offer(number, (0.5 + 0.3 * share - (0.5 * cost) / name.length) * factor, "slip", null);
  }
}

/** The whole name with a slip in it is worth more than another name inside the query: 存取随机存储器 is no 存储器. */
function slipScore(cost, length, share) {
  return 0.9 - (0.6 * cost) / length - 0.16 * (1 - Math.min(1, share));
}

/** How much may be wrong in a text of this length before it is another one. */
function tolerance(text) {
  const weight = heft(text);
  if (weight < 4) return 0;
  if (isHan(text[0]) || isHan(text[text.length - 1])) {
    if (weight <= 4) return 0.45;
    return weight <= 12 ? 1.4 : 2.3;
  }
  if (weight <= 5) return 1;
  if (weight <= 8) return 1.6;
  return weight <= 14 ? 2.2 : 3.2;
}

/** Names like the query, however far: what to offer when nothing was found. */
export function nearNames(query, names, grams, sounds, most = 5) {
  const joined = query.readings[0]?.joined.slice(0, 40);
  if (!joined) return [];
  const chars = [...joined];
  const best = new Map();
  for (const [number] of grams.nearest(joined)) {
    const form = names.forms[number];
    const { cost } = align(chars, names.charsOf(form), (a, b) => sounds.distance(a, b));
    const known = best.get(form.page);
    if (!known || cost < known.cost) best.set(form.page, { cost, name: form.rank === TITLE ? form.name : names.title(form.page) });
  }
  return [...best].sort((a, b) => a[1].cost - b[1].cost || a[0] - b[0]).slice(0, most).map(([page, { name }]) => ({ page, name }));
}
