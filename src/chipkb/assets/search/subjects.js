// What a question is about, where its name was not written out: part of a name, or a name with a slip in it.

import { align } from "./distance.js";
import { isHan } from "./normalise.js";
import { heft } from "./names.js";

const LEAST_OF_NAME = 0.4; // of a name that is said in part
const LIKELY_OF_NAME = 0.55; // and of one that is not begun with
const LEAST_INSIDE = 5; // letters of a name that it does not begin with: no Hua Hong for Hong Kong
const MOST_ALIKE = 2; // things that part of a name may mean

/**
 * Runs of names and unknown words in the question, read as one name where there is such a one. Changes the
 * question: its subjects gain {approximate} and {corrected} ones with the {words} they were read from, the words they explain are strangers no more.
 */
export function findSubjects(question, engine) {
  for (const run of runsOf(question.tokens)) {
    if (!run.some(({ role }) => role === "strange")) continue;
    const found = wholeRun(run, question, engine) ?? strangeOnly(run, engine);
    if (!found) continue;
    const explained = new Set(found.tokens);
    question.strangers = question.strangers.filter((token) => !explained.has(token));
    question.subjects = [...question.subjects.filter((token) => !explained.has(token)), found.subject];
  }
  question.subjects.sort((a, b) => a.start - b.start);
  return question;
}

/** Names and unknown words that follow each other; words for sorts of things may end them. */
function runsOf(tokens) {
  const runs = [[]];
  for (const token of tokens) {
    if (["name", "strange", "sort"].includes(token.role) && !token.ofPart) runs[runs.length - 1].push(token);
    else if (runs[runs.length - 1].length) runs.push([]);
  }
  return runs.map((run) => run.slice(run.findIndex(({ role }) => role !== "sort"))).filter((run) => run.length && run[0].role !== "sort");
}

function wholeRun(run, question, engine) {
  for (let end = run.length; end > 0; end--) {
    const tokens = run.slice(0, end);
    if (!tokens.some(({ role }) => role === "strange")) continue;
    const subject = named(tokens, engine) ?? named(tokens, engine, spelled(tokens, engine));
    if (subject) return { tokens, subject };
  }
  return null;
}

/** A name in front as the thing's others say it: 长存 232 层 is 长江存储 232 层. */
function spelled([first, ...rest], { names }) {
  if (first.role !== "name" || first.pages.length !== 1 || !rest.length) return [];
  const end = rest.map(({ text }) => text).join("");
  return names.formsOf(first.pages[0]).map((form) => form.text + end);
}

/** The unknown word alone, when the whole run is no name: "三星" beside "海力士". */
function strangeOnly(run, engine) {
  for (const token of run) {
    const alone = token.role === "strange" && !(token.glued && run.indexOf(token) > 0);
    const subject = alone && run.length > 1 ? named([token], engine) : null;
    if (subject) return { tokens: [token], subject };
  }
  return null;
}

function named(tokens, engine, spellings = null) {
  const text = tokens.map((token) => token.text).join("");
  const place = { text, start: tokens[0].start, end: tokens[tokens.length - 1].end, role: "name" };
  if (spellings) {
    const pages = spellings.map((one) => partOfName(one, engine.names)).find((one) => one?.length === 1);
    return pages ? { ...place, pages, approximate: true } : null;
  }
  const part = partOfName(text, engine.names);
  if (part) return { ...place, pages: part, approximate: true, words: tokens };
  // A letter behind a Chinese name was not typed by mistake: 星河B轮.
  const [first, ...rest] = tokens;
  if (first.role === "name" && isHan(first.text) && rest.every((token) => !isHan(token.text))) return null;
  const slip = withSlip(text, engine);
  return slip && { ...place, ...slip, words: tokens };
}

/** Things of which the text is the better part of a name, cut between words: 摩尔 of 摩尔线程. */
function partOfName(text, names) {
  if (heft(text) < 4) return null;
  const pages = new Set();
  names.scan(text, (number, offset) => {
    const form = names.forms[number];
    if (!isThing(form.page, names)) return;
    const end = offset + text.length;
    const begins = offset === 0 || form.edges.includes(offset) || isHan(text[0]);
    const ends = end === form.text.length || form.edges.includes(end) || isHan(form.text[end - 1]);
    const share = heft(text) / form.heft;
    if (offset > 0 && !isHan(text[0]) && text.length < LEAST_INSIDE) return;
    if (begins && ends && share >= (offset === 0 ? LEAST_OF_NAME : LIKELY_OF_NAME)) pages.add(form.page);
  });
  return pages.size && pages.size <= MOST_ALIKE ? [...pages] : null;
}

function isThing(page, names) {
  return !["page", "term", "domain"].includes(names.kind(page)[0]);
}

/** The one thing whose name this is but for a slip of the hand or of the input method; never another number. */
function withSlip(text, { names, grams, sounds }) {
  const query = [...text];
  const models = modelsIn(text);
  let best = null;
  for (const [number] of grams.similar(text)) {
    const form = names.forms[number];
    if (!isThing(form.page, names) || modelsIn(form.text) !== models) continue;
    const name = names.charsOf(form);
    if (Math.abs(name.length - query.length) > 1) continue;
    const { cost, start, end } = align(query, name, (a, b) => sounds.distance(a, b), 1);
    const whole = cost + start + (name.length - end);
    if (whole === 0 || whole > allowed(text, query)) continue;
    if (!best || whole < best.whole) best = { whole, pages: [form.page], corrected: form.name };
    else if (whole === best.whole && !best.pages.includes(form.page)) best.pages.push(form.page);
  }
  return best && best.pages.length === 1 ? best : null;
}

/** What is no slip: 350X is another thing than 350, B100 than H100. */
const modelsIn = (text) => (text.match(/[a-z]{0,2}\d[a-z\d]*/g) ?? []).join(" ");

/** Another sound in a short Chinese name is another name; in a long one, or a long word, it is a slip. */
function allowed(text, chars) {
  if (isHan(text[0])) return chars.length < 5 ? 0.5 : 1;
  return chars.length < 6 ? 0 : chars.length < 9 ? 1 : 1.8;
}
