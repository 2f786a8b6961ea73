// Queries to search terms, the same way as terms.py does it for pages.

import { pieces } from "./normalise.js";

const UNIT_LENGTH = 4;
const LONE_CHARACTER = 0.3; // 年 in 2024年
const ENDING_IN_ZEROS = /^([0-9]+)(?:\.0+|(\.[0-9]*[1-9])0+)(?![0-9.])/;

/** English plural and singular meet, and 8.0 and 8. */
export function stem(word) {
  if (word.includes(".")) return word.replace(ENDING_IN_ZEROS, "$1$2");
  if (!word.endsWith("s")) return word;
  const length = [...word].length; // characters, as Python counts them
  if (length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (length > 3 && !/(ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

/** Terms of neighbouring words: each word, and a number with the unit after it ("7 nm" is "7nm" too). */
export function wordTerms(words) {
  const terms = [];
  words.forEach((word, i) => {
    terms.push(stem(word));
    const next = words[i + 1] ?? "";
    if (/\p{Nd}$/u.test(word) && /^\p{L}+$/u.test(next) && [...next].length <= UNIT_LENGTH) terms.push(stem(word) + next);
  });
  return terms;
}

export function bigrams(run) {
  const chars = [...run];
  if (chars.length === 1) return chars;
  return chars.slice(1).map((char, i) => chars[i] + char);
}

/**
 * Terms of a query in order, without repetition: [{text, weight, open}]. Words of three characters and
 * more are known from the site's list; `open` marks the last word, which may still be being typed.
 */
export function queryTerms(text, longWords) {
  const found = new Map();
  const add = (term, weight, open = false) => {
    if (!found.has(term)) found.set(term, { text: term, weight, open });
  };
  const list = pieces(text);
  let words = [];
  const flush = (last) => {
    const terms = wordTerms(words);
    terms.forEach((term, i) => add(term, 1, last && i === terms.length - 1));
    words = [];
  };
  for (const piece of list) {
    if (!piece.han) {
      words.push(piece.text);
      continue;
    }
    flush(false);
    for (const word of knownWords(piece.text, longWords)) add(word, 1);
    for (const pair of bigrams(piece.text)) add(pair, pair.length > 1 ? 1 : LONE_CHARACTER);
  }
  flush(!/\s$/.test(text));
  return [...found.values()];
}

function knownWords(run, longWords) {
  const found = [];
  for (let start = 0; start < run.length; start++) {
    for (let end = Math.min(run.length, start + longWords.longest); end >= start + 3; end--) {
      const word = run.slice(start, end);
      if (longWords.has(word)) found.push(word);
    }
  }
  return found;
}

/** The list of long words, as a set that knows its longest. */
export function wordSet(text) {
  const set = new Set(text ? text.split(" ") : []);
  return Object.assign(set, { longest: Math.max(0, ...[...set].map((word) => word.length)) });
}
