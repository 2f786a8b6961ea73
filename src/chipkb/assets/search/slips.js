// Words for what is asked with a slip in them: revnue, 毛利律.

import { align } from "./distance.js";
import { isHan } from "./normalise.js";

const SHORTEST_WORD = 5;
const SHORTEST_HAN = 3;
const BESIDE = ["asked", "nothing", "sort", "much"]; // what a slip may have cut a word into

/** Changes the question: unknown words that are but for a slip a word for a figure ask for it. */
export function mendAsked(question, engine) {
  for (const stranger of [...question.strangers]) {
    const found = mended(stranger, question.tokens, engine);
    if (!found) continue;
    const explained = new Set(found.tokens);
    question.strangers = question.strangers.filter((token) => !explained.has(token));
    question.asked = [...question.asked.filter((token) => !explained.has(token)), found.asked];
  }
  return question;
}

function mended(stranger, tokens, engine) {
  const at = tokens.indexOf(stranger);
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const isHanWord = isHan(stranger.text);
  const runs = [[stranger]];
  if (isHanWord && stranger.glued && BESIDE.includes(before?.role)) runs.push([before, stranger]);
  if (isHanWord && after?.glued && BESIDE.includes(after.role)) runs.push([stranger, after]);
  if (!isHanWord && before?.role === "asked" && !isHan(before.text)) runs.unshift([before, stranger]);
  if (!isHanWord && after?.role === "asked" && !isHan(after.text)) runs.unshift([stranger, after]);
  for (const run of runs) {
    const text = run.map((token) => token.text).join("");
    const word = nearest(text, engine);
    // What is counted is no slip for something else that is: 多少股 is not 多少家.
    if (!word || run.some((token) => token.role === "much" && word.startsWith(token.text))) continue;
    return { tokens: run, asked: { role: "asked", text: word, start: run[0].start, end: run[run.length - 1].end, codes: engine.words.get(word), pages: [], corrected: word } };
  }
  return null;
}

/** The one word for a figure that is nearest; null where two are that mean different things. */
function nearest(text, { words, sounds }) {
  const chars = [...text];
  const han = isHan(text);
  if (chars.length < (han ? SHORTEST_HAN : SHORTEST_WORD)) return null;
  const most = han ? 0.5 : 1;
  let best = null;
  for (const [word, codes] of words) {
    if (Math.abs(word.length - text.length) > 1 || isHan(word) !== han) continue;
    if (!han && word[0] !== text[0]) continue;
    if (!codes.some((code) => code.startsWith("figure:"))) continue;
    const { cost, start, end } = align(chars, [...word], (a, b) => sounds.distance(a, b), 1);
    const whole = cost + start + (word.length - end);
    if (whole > most || (best && whole > best.whole)) continue;
    const isSame = best && whole === best.whole && best.codes.some((code) => codes.includes(code));
    if (best && whole === best.whole && !isSame) best.doubtful = true;
    else if (!isSame) best = { word, codes, whole };
  }
  return best && !best.doubtful ? best.word : null;
}
