// Text to HTML: escaped always, matches marked, long text cut around them.

import { pieces, traced } from "./normalise.js";
import { stem } from "./terms.js";

const SNIPPET = 110;
const LEAD = 24;
// Not a space, and not of a script that is written without spaces.
const IN_WORD = /[^\s\u2e80-\u9fff\ud800-\udfff\uff00-\uffef]/;
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function escape(text) {
  return String(text ?? "").replace(/[&<>"']/g, (char) => ESCAPES[char]);
}

/** The text as HTML with the spans [[start, end], …] marked; spans are in order and do not overlap. */
export function mark(text, spans) {
  let html = "";
  let at = 0;
  for (const [start, end] of spans) {
    html += `${escape(text.slice(at, start))}<mark>${escape(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escape(text.slice(at));
}

/** What of a query to look for in a text: its Han runs, its words, and the word still being typed. */
export function needles(query) {
  const runs = new Set();
  const words = new Map();
  for (const { list, text } of query.wordings) {
    list.forEach((piece, i) => {
      if (piece.han) runs.add(piece.text);
      else words.set(stem(piece.text), i === list.length - 1 && !/\s$/.test(text) ? piece.text : null);
    });
  }
  return { runs: [...runs], words };
}

/** Where the text says what was asked: Han in common with the query, two characters at least; whole words. */
export function spansIn(text, sought, fold) {
  const { text: folded, from } = traced(text, fold);
  const spans = [];
  const list = pieces(folded);
  list.forEach((piece, i) => {
    const found = piece.han ? commonRuns(piece.text, sought.runs) : wordSpan(piece, list[i + 1], sought.words);
    for (const [start, end] of found) spans.push([from[piece.at + start], endOf(from, piece.at + end, text)]);
  });
  return merged(spans);
}

/** The span of a name's joined form, in the name as it is written. */
export function spanInName(name, [start, end], fold) {
  const { text, from } = traced(name, fold);
  const kept = [];
  for (const piece of pieces(text)) {
    for (let i = 0; i < piece.text.length; i++) if (piece.text[i] !== ".") kept.push(piece.at + i);
  }
  if (end <= start || kept[end - 1] === undefined) return [];
  return [[from[kept[start]], endOf(from, kept[end - 1] + 1, name)]];
}

/** Source position after a folded one: a source character that folds to several is taken whole. */
function endOf(from, at, source) {
  let end = from[at] ?? source.length;
  if (at > 0 && end === from[at - 1]) end = from.slice(at).find((place) => place > end) ?? source.length;
  return end;
}

function commonRuns(run, sought) {
  const spans = [];
  for (let start = 0; start < run.length; ) {
    let length = 0;
    for (const other of sought) {
      const least = other.length === 1 ? 1 : 2;
      let end = start + Math.max(length + 1, least);
      while (end <= run.length && other.includes(run.slice(start, end))) end++;
      if (end - 1 - start >= least) length = Math.max(length, end - 1 - start);
    }
    if (length) spans.push([start, start + length]);
    start += length || 1;
  }
  return spans;
}

function wordSpan({ text: word, at }, next, sought) {
  if (sought.has(stem(word))) return [[0, word.length]];
  // "7nm" asked, "7 nm" written.
  if (next && !next.han && sought.has(word + next.text)) return [[0, next.at + next.text.length - at]];
  for (const open of sought.values()) {
    if (open && open.length > 1 && word.startsWith(open)) return [[0, open.length]];
  }
  return [];
}

function merged(spans) {
  const list = [];
  for (const span of spans.sort((a, b) => a[0] - b[0])) {
    const last = list[list.length - 1];
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else if (span[1] > span[0]) list.push([...span]);
  }
  return list;
}

/** A passage of the text around its first matches, as HTML; cut between words. */
export function snippet(text, sought, fold) {
  const spans = spansIn(text, sought, fold);
  const start = spans.length ? passageStart(text, spans) : 0;
  const end = passageEnd(text, start, spans);
  const inside = spans.filter(([from, to]) => from >= start && to <= end).map(([from, to]) => [from - start, to - start]);
  return `${start ? "…" : ""}${mark(text.slice(start, end), inside)}${end < text.length ? "…" : ""}`;
}

/** Begins where most of the matches fit into one passage. */
function passageStart(text, spans) {
  let best = 0;
  let most = -1;
  for (const [start] of spans) {
    const covered = spans.reduce((sum, [from, to]) => sum + (from >= start && to <= start + SNIPPET - LEAD ? to - from : 0), 0);
    if (covered > most) [best, most] = [start, covered];
  }
  if (best <= LEAD) return 0;
  let start = wholeCharacter(text, best - LEAD);
  while (start < best && insideWord(text, start)) start++;
  while (start < best && /[\s.,;:，。；：、）)]/.test(text[start])) start++;
  return start;
}

/** Ends between words, but not before a match; one word longer than the passage is cut after all. */
function passageEnd(text, start, spans) {
  const most = Math.min(text.length, wholeCharacter(text, start + SNIPPET));
  const least = Math.max(start, ...spans.map(([, to]) => to).filter((to) => to <= most));
  let end = most;
  while (end > least && insideWord(text, end)) end--;
  if (end === start) return most;
  while (end > least && end < text.length && /\s/.test(text[end - 1])) end--;
  return end;
}

function insideWord(text, at) {
  return at > 0 && at < text.length && IN_WORD.test(text[at - 1]) && IN_WORD.test(text[at]);
}

/** Never cuts a surrogate pair. */
function wholeCharacter(text, at) {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
