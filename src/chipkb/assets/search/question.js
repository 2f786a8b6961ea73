// A question taken apart: of what, what of it, when, and what of all this we do not know.

import { ASKING } from "./asking.js";
import { isHan, joinPieces, normalise, pieces } from "./normalise.js";
import { daysOf, periodsIn } from "./periods.js";

const LONGEST = 120;
const COST = { name: 1, asked: 1, period: 0.5, nothing: 1.2, sort: 1.3 };
const STRANGE_START = 3;
const STRANGE_HAN = 4;
const STRANGE_LETTER = 2.5;
const MADE = ["make", "made", "makes"]; // how much did they make: money, not a product
/** Between names: which of them, or all of them. */
export const CHOICE = ["or", "and", "还是", "或", "和", "与", "跟"];
const FIRST = ["one", "i"];
const PHASE = ["phase", "stage", "series", "generation", "gen", "round", "tier"]; // phase one: no word of asking
const BUSINESS = ["业务", "事业部", "部门", "business", "businesses", "division", "segment", "unit"];
const APART = /[,，、;；:：()（）?？!！。]/g; // between names, but for those that have it in them
const FUNCTION = /[的了吗呢吧啊是在有和与及或]/;

/** What a question may call each code of claims: Map text → [code], texts without spaces. */
export function vocabulary(asked, fold) {
  const words = new Map();
  for (const [code, names] of Object.entries(asked ?? {})) {
    for (const name of names.split("\t")) {
      for (const form of new Set([level(name, fold), plural(level(name, fold))])) {
        if (!form) continue;
        if (!words.has(form)) words.set(form, []);
        if (!words.get(form).includes(code)) words.get(form).push(code);
      }
    }
  }
  return words;
}

const level = (name, fold) => joinPieces(pieces(fold(normalise(name)))).text;
const plural = (text) => (/[a-z]$/.test(text) && !text.endsWith("s") ? `${text}s` : text);

/**
 * The tokens of a text that together explain it most cheaply, in order:
 * [{role, text, start, end, glued, …}] with role name (pages), asked (codes), period, strange, or a role of ASKING.
 * `glued`: nothing stands between it and the token before it.
 */
export function tokensOf(text, names, words, year) {
  const list = pieces(text);
  const { text: joined, edges } = joinPieces(list);
  if (!joined) return [];
  const raw = rawPlaces(list);
  const bounds = new Set([...edges, joined.length]);
  const periods = new Map();
  for (const period of periodsIn(text, year)) {
    const start = raw.findIndex((place) => place >= period.start);
    let end = raw.findIndex((place) => place >= period.end);
    if (end < 0) end = joined.length;
    if (start < 0 || end <= start) continue;
    periods.set(start, { ...period, start, end });
    bounds.add(start).add(end);
  }
  const best = cheapest(joined, bounds, (start) => offers(start, joined, bounds, periods, { names, words, text, raw }));
  const tokens = [];
  for (const token of best) {
    const last = tokens[tokens.length - 1];
    token.glued = token.start > 0 && raw[token.start] === raw[token.start - 1] + 1;
    if (token.role === "strange" && last?.role === "strange" && token.glued && isHan(token.text) === isHan(last.text)) {
      last.text += token.text;
      last.end = token.end;
    } else tokens.push(token);
  }
  return stillTyped(tokens.reduce(joinStray, []), joined.length);
}

/** The last word may be one of asking that is still being typed: 多 of 多少 is no name that nobody knows. */
function stillTyped(tokens, end) {
  const last = tokens[tokens.length - 1];
  if (last?.role !== "strange" || last.end !== end || tokens.length < 2) return tokens;
  const begins = [...ASKING.keys()].some((word) => word.startsWith(last.text));
  return begins && (isHan(last.text) || last.text.length > 1) ? [...tokens.slice(0, -1), { ...last, role: "nothing" }] : tokens;
}

/** One unknown character is no word: with a glued word of one that says nothing it is part of a name (万业). */
function joinStray(tokens, token) {
  const last = tokens[tokens.length - 1];
  const stray = ({ role, text }) => role === "strange" && text.length === 1 && isHan(text);
  const isChina = last?.role === "nothing" && last.text === "中" && token.role === "strange" && token.text.startsWith("国"); // 中国区
  const slight = ({ role, text }) => role === "nothing" && text.length === 1 && !FUNCTION.test(text);
  if (last && token.glued && (isChina || (stray(token) && slight(last)) || (slight(token) && stray(last)))) {
    tokens[tokens.length - 1] = { ...last, role: "strange", text: last.text + token.text, end: token.end };
  } else tokens.push(token);
  return tokens;
}

/** Where in the text each character of its joined form stands. */
function rawPlaces(list) {
  const places = [];
  for (const piece of list) {
    for (let i = 0; i < piece.text.length; i++) if (piece.text[i] !== ".") places.push(piece.at + i);
  }
  return places;
}

function cheapest(joined, bounds, offersAt) {
  const costs = new Array(joined.length + 1).fill(Infinity);
  const came = new Array(joined.length + 1);
  costs[0] = 0;
  for (let start = 0; start < joined.length; start++) {
    if (costs[start] === Infinity) continue;
    const reach = (token) => {
      const again = token.role === "strange" && came[start]?.role === "strange" ? STRANGE_START : 0;
      const cost = costs[start] + token.cost - again;
      if (cost < costs[token.end]) [costs[token.end], came[token.end]] = [cost, token];
    };
    offersAt(start).forEach(reach);
    let end = start + 1;
    if (isHan(joined[start])) {
      if (joined.codePointAt(start) > 0xffff) end++;
    } else while (end < joined.length && !bounds.has(end)) end++;
    const cost = STRANGE_START + (isHan(joined[start]) ? STRANGE_HAN : STRANGE_LETTER * Math.min(end - start, 8));
    reach({ role: "strange", text: joined.slice(start, end), start, end, cost });
  }
  const tokens = [];
  for (let end = joined.length; end > 0; end = came[end].start) tokens.unshift(came[end]);
  return tokens;
}

/** Known tokens that begin here. */
function offers(start, joined, bounds, periods, known) {
  const found = [];
  const period = periods.get(start);
  let named = false; // H200 is a name before it is a half of a year
  if (!isHan(joined[start]) && !bounds.has(start)) return found;
  for (let end = Math.min(joined.length, start + LONGEST); end > start; end--) {
    if (!isHan(joined[end - 1]) && !bounds.has(end)) continue;
    const text = joined.slice(start, end);
    const { name, pages } = end - start > 1 ? pagesCalled(text, start, end, known) : { name: text, pages: [] };
    const codes = known.words.get(text) ?? [];
    const role = text === "比" && end < joined.length ? undefined : ASKING.get(text); // 比亚迪 is no comparison
    if (codes.length) found.push({ role: "asked", text, start, end, codes, pages, tells: role, cost: COST.asked });
    else if (pages.length) found.push({ role: "name", text: name, start, end, pages, cost: COST.name });
    named ||= end >= period?.end && pages.length > 0;
    if (role && !codes.length) {
      const cost = role === "sort" ? COST.sort : COST.nothing;
      if (!pages.length || role !== "nothing") found.push({ role, text, start, end, cost });
    }
  }
  if (period && !named) found.push({ role: "period", cost: COST.period, ...period });
  return found;
}

/** Things of that name, or of which it is the plural; 25G is not 2.5G, though the joined texts are the same. */
function pagesCalled(text, start, end, { names, text: whole, raw }) {
  const singular = /[a-z]{2}s$/.test(text) ? text.slice(0, -1) : text;
  const name = names.exact.has(text) ? text : singular;
  const numbers = (names.exact.get(name) ?? []).filter((number) => !names.isOwnPage(names.forms[number].page));
  if (!numbers.length) return { name, pages: [] };
  const typed = whole.slice(raw[start], raw[end - 1] + 1);
  const alike = numbers.filter((number) => isWritten(typed, normalise(names.forms[number].name)));
  const pages = [...new Set(alike.map((number) => names.forms[number].page))];
  const things = pages.filter((page) => !["term", "domain"].includes(names.kind(page)[0]));
  return { name, pages: things.length ? things : pages };
}

const decimals = (text) => (text.match(/\d+(?:\.\d+)+/g) ?? []).join(" ");
const marks = (text) => (text.match(APART) ?? []).length;

/** Has the text the dots of the name, and no comma or bracket that the name has not? */
const isWritten = (typed, name) => decimals(name) === decimals(typed) && marks(typed) <= marks(name);

/** "How big" asks for a size, but not beside a word for what is big. */
function withoutAmounts(asked) {
  const firm = asked.filter(({ tells, codes }) => !tells && codes.some((code) => !code.startsWith("topic:")));
  return firm.length ? firm : asked;
}

/** A year, and apart from it a part of one: 三季报营收2025. */
function inOne(periods) {
  const part = periods.find(({ months }) => months);
  const year = periods.find(({ first, last }) => last - first === 1130);
  if (periods.length !== 2 || !part || !year) return periods;
  const [from, to] = part.months;
  const at = Math.floor(year.first / 10000);
  return [{ ...part, ...daysOf(at, from, to), months: undefined, text: `${year.text} ${part.text}` }];
}

/** Beside a figure its report says only where it stands: 年报净利润. */
function withoutReports(asked) {
  const rest = asked.filter(({ codes }) => codes.some((code) => code !== "event:results"));
  return rest.some(({ codes }) => codes.some((code) => code.startsWith("figure:"))) ? rest : asked;
}

/** Two names and which of them, and nothing else: "A or B", A 还是 B. */
function isChoice(tokens) {
  const names = tokens.filter(({ role }) => role === "name");
  const rest = tokens.filter(({ role }) => role !== "name");
  return names.length === 2 && tokens[0].role === "name" && rest.some(({ text }) => CHOICE.includes(text)) && rest.every(({ role }) => role === "nothing");
}

/** What a word is beside its neighbours: phase one, chip business. */
function inContext(token, before, after) {
  if (FIRST.includes(token.text) && PHASE.includes(before?.text)) return { ...token, role: "strange" };
  if (!BUSINESS.includes(after?.text) || !["sort", "name"].includes(token.role) || BUSINESS.includes(token.text)) return token;
  return token.role === "sort" ? { ...token, role: "strange", ofPart: true } : { ...token, ofPart: true };
}

/**
 * {subjects: [{pages, text, token}], asked: [token], periods, strangers: [{text, glued, start, end}], when, who, ahead, compare, asks}. `ofPart`: names a part of the subject, and nothing else.
 * A word that is both a name and a figure (毛利率) names the figure, when something else is the subject.
 */
export function questionOf(tokens, words) {
  const told = new Set(tokens.flatMap(({ role, tells }) => [role, tells]).filter(Boolean));
  if (told.has("much")) tokens = tokens.map((token) => (token.role === "asked" && MADE.includes(token.text) ? { ...token, codes: words.get("earn") ?? token.codes } : token));
  tokens = tokens.map((token, i) => inContext(token, tokens[i - 1], tokens[i + 1]));
  const named = tokens.filter(({ role }) => role === "name");
  const asked = withoutReports(withoutAmounts(tokens.filter(({ role }) => role === "asked")));
  const grows = asked.some(({ codes }) => codes.some((code) => code.endsWith("-growth")));
  const strangers = tokens.filter(({ role }) => role === "strange" || (role === "change" && !grows));
  const subjects = named.length || strangers.length ? named : asked.filter(({ pages }) => pages.length).slice(0, 1);
  return {
    tokens,
    subjects,
    asked: asked.filter((token) => !subjects.includes(token)),
    periods: inOne(tokens.filter(({ role }) => role === "period")),
    strangers,
    when: told.has("when"),
    who: told.has("who"),
    ahead: told.has("ahead"),
    compare: told.has("compare") || isChoice(tokens),
    asks: ["when", "who", "much", "why"].some((role) => told.has(role)),
  };
}
