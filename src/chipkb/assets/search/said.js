// Does a folded text say a word? As written, or as others would write the same.

import { isHan } from "./normalise.js";
import { stem } from "./terms.js";

const HAS_HAN = /\p{Script=Han}/u;
/** Numbers of phases and generations: third, 3rd, III and 3 are three. */
const COUNTED = [
  ["one", "first", "1st", "i", "1"],
  ["two", "second", "2nd", "ii", "2"],
  ["three", "third", "3rd", "iii", "3"],
  ["four", "fourth", "4th", "iv", "4"],
];
const SAME = new Map(COUNTED.flatMap((alike) => alike.map((word) => [word, alike])));
/** Words that stand for others: where shares are sold, whose country it is, against when it grew. */
const FOR = {
  芯片: ["半导体"],
  半导体: ["芯片"],
  chip: ["semiconductor", "半导体"],
  semi: ["semiconductor"],
  中国区: ["中国"],
  semiconductor: ["chip"],
  yoy: ["同比"],
  yearonyear: ["同比"],
  yearoveryear: ["同比"],
  qoq: ["环比"],
  quarteronquarter: ["环比"],
  quarteroverquarter: ["环比"],
  港股: ["港元", "香港", "港交所"],
  美股: ["美元", "纳斯达克", "纽交所"],
  国内: ["中国", "国产"],
  我国: ["中国"],
  本土: ["中国", "国产"],
  中国: ["国内"],
};

/** Other words for the same. */
export const alike = (text) => (Object.hasOwn(FOR, text) ? FOR[text] : []);

/** Latin words whole; Chinese as written, in other words, or in pieces of two characters and more. */
export function saidIn(text, where) {
  if (alike(text).some((word) => where.joined.includes(word))) return true;
  if (!HAS_HAN.test(text)) return where.words.has(stem(text)) || SAME.get(text)?.some((word) => where.words.has(word)) || isWords(text, where) || (text.length > 5 && beginsWord(text, where));
  if (!isHan(text)) return beginsWord(text, where); // AI加速卡
  return where.joined.includes(text) || inPieces(text, where.joined);
}

/** Just these words, here written as several: CWDFB is CW-DFB. */
function isWords(text, { joined, edges }) {
  for (let at = joined.indexOf(text); at >= 0; at = joined.indexOf(text, at + 1)) {
    if (edges.has(at) && (edges.has(at + text.length) || at + text.length === joined.length)) return true;
  }
  return false;
}

/**
 * Written as one word or as several: "semi damascene", but not the "onsemi" in "division semiconductors". The number of
 * a model ends where it ends: MLU370X is not in MLU370-X8.
 */
function beginsWord(text, { joined, edges }) {
  const isModel = /[a-z]\d/.test(text);
  for (let at = joined.indexOf(text); at >= 0; at = joined.indexOf(text, at + 1)) {
    const end = at + text.length;
    if (edges.has(at) && (!isModel || end === joined.length || edges.has(end) || isHan(joined[end]))) return true;
  }
  return false;
}

function inPieces(text, joined) {
  let at = 0;
  while (at < text.length) {
    let end = text.length;
    while (end > at + 1 && !joined.includes(text.slice(at, end))) end--;
    if (end <= at + 1) return false;
    at = end;
  }
  return true;
}
