// Which claim answers a question: only one that says all that was asked, of all that was named.

import { ASKING } from "./asking.js";
import { inOrder, newest, preferred } from "./order.js";
import { fits } from "./periods.js";
import { atEnd, ofEach, ofMaker, ofMarket, PEOPLE } from "./readings.js";
import { alike, saidIn } from "./said.js";

const MOST_TOLD = 12;
const LOSS = /亏|loss|lost|lose/;
const WHOSE = /^(?:who|谁)/;
const PROFIT = /利|赚|盈|profit|earn|income|made|make/;
const NO_ANSWER = { asked: false, near: 9, sort: "", period: 0, ahead: true, missing: [], parts: 0, verbatim: 0, unasked: 0, beside: false };

/**
 * `pages`: [{page, details}] that may answer. Gives {facts: [{page, fact}]}, the answer and what stands beside
 * it; or {said: {kind, …}, facts: [{page, fact}]}: what is not held, and what is instead; or null, nothing to say.
 */
export function answerTo(question, pages, engine) {
  const asRead = (reading) => answerAsRead(reading, pages, engine);
  const answer = asRead(question);
  if (answer && !answer.said) return answer;
  return ofMaker(question, engine, asRead) ?? ofEach(question, engine, asRead) ?? atEnd(question, engine, asRead) ?? ofMarket(question, engine, asRead) ?? answer;
}

function answerAsRead(question, pages, engine) {
  const asked = askedOf(question);
  if (!asked.length && !question.when && !question.asks && !question.periods.length && !question.strangers.length) return null;
  if (!question.subjects.length && !question.strangers.length) return null;
  if (question.compare && question.subjects.length < 2) return null;
  const fitting = pages.flatMap(({ page, details }) =>
    details.facts.map((fact, order) => ({ page, fact, order, ...fit(fact, page, details, question, asked, engine) })),
  );
  const right = fitting.filter((one) => one.asked && one.period && one.ahead && !one.missing.length && one.fact.assessment !== "refuted");
  const isAsked = asked.length || question.when || (question.asks && question.strangers.length);
  if (isAsked && right.length) return { facts: once(inOrder(preferred(ofVariant(right), question)), engine).slice(0, MOST_TOLD) };
  return notHeld(question, asked, fitting, pages, engine);
}

/** Words for what is asked; topics are asked only where nothing else is. */
function askedOf(question) {
  const firm = question.asked.filter(({ codes }) => codes.some((code) => !code.startsWith("topic:")));
  return firm.length ? firm : question.asked;
}

function fit(fact, page, details, question, asked, engine) {
  const [sort] = fact.code.split(":");
  if (!mayAnswer(page, question, engine)) return NO_ANSWER;
  const codes = asked.filter((token) => codesFor(token, page, engine).includes(fact.code));
  const eventOnly = question.when && sort !== "event" && !asked.some(isFigureOnly);
  const loose = !asked.length && (question.when || question.asks) && (question.strangers.length > 0 || question.subjects.length > 1);
  const missing = [];
  let parts = 0;
  let variant = false;
  const at = { fact, page, details, engine };
  for (const subject of question.subjects) {
    if (subject.pages.includes(page)) {
      variant ||= isVariant(subject.text, page, fact, engine);
      if (isOfAnother(subject.text, page, fact, engine)) missing.push(subject);
      continue;
    }
    if (subject.ofPart && subject !== question.subjects[0] && !inPart(subject.text, fact)) {
      missing.push(subject);
      continue;
    }
    const bound = isBound(subject, at);
    if (!bound) missing.push(subject);
    else parts += bound - 1;
  }
  for (const stranger of question.strangers) {
    if (!(stranger.ofPart ? inPart(stranger.text, fact) : isSaid(stranger.text, at))) missing.push(stranger);
    else if (inPart(stranger.text, fact) || saidIn(stranger.text, engine.called(page))) parts++;
  }
  const isOneOf = sort === "event" || sort === "relation" || sort === "inverse";
  for (const token of asked) {
    if (codes.includes(token)) continue;
    if (fact.about.some((one) => saidIn(token.text, engine.called(one)))) {
      parts += 2; // the foundries' share, of the market for foundries
      continue;
    }
    if (codes.length && WHOSE.test(token.text)) continue; // who owns which stake
    if (codes.length && isOneOf && token.codes.some((code) => !code.startsWith("figure:"))) continue; // made, produced
    if (codes.length && !token.codes.some((code) => code.startsWith("figure:")) && saidIn(token.text, fact.body)) continue; // raised in its IPO
    if (saidIn(token.text, fact.own)) parts++;
    else if (!codes.length || !details.facts.some(({ code }) => token.codes.includes(code))) missing.push(token);
  }
  const contrary = codes.length > 0 && codes.every((token) => isContrary(token.text, fact.code));
  const planned = question.when && sort === "event" && !codes.length && asked.some((token) => saidIn(token.text, fact.own));
  return {
    asked: !eventOnly && (codes.length > 0 || loose || planned),
    near: nearness(fact, sort, codes) + (contrary ? 1 : 0),
    contrary,
    sort,
    period: question.periods.every((period) => fits(fact, period)) ? Math.min(3, ...question.periods.map((period) => fits(fact, period))) : 0,
    ahead: !question.ahead || fact.announced || question.tokens.some(({ role, text }) => role === "ahead" && saidIn(text, fact.own)),
    missing: planned ? missing.filter((token) => !asked.includes(token)) : missing,
    parts,
    verbatim: verbatimOf(fact, page, question),
    variant,
    planned,
    unasked: unaskedOf(fact, question),
    beside: sort === "figure" && fact.about.length > 0 && !question.subjects.some(({ pages: own }) => !own.includes(page) && own.some((one) => fact.about.includes(one))),
  };
}

/** A page of what was named; or of something whose name has all of that, and explains an unknown word: 国产 EDA. */
function mayAnswer(page, { subjects, strangers }, engine) {
  if (!subjects.length || subjects.some(({ pages }) => pages.includes(page))) return true;
  return strangers.length > 0 && subjects.every(({ text }) => saidIn(text, engine.called(page)));
}

const isFigureOnly = ({ codes }) => codes.every((code) => code.startsWith("figure:"));

/** How much of the claim's part nobody asked for: 0 for the whole, else what is left of its scope. */
function unaskedOf(fact, { strangers, subjects, asked }) {
  if (!fact.part || fact.whole) return 0;
  const said = [...strangers, ...subjects, ...asked].flatMap(({ text }) => [text, ...alike(text)]);
  const left = fact.part.split(" \n ").map((_, i) => said.reduce((rest, text) => rest.replace(text, ""), fact.parts[i]));
  return Math.min(...left.map((text) => (ASKING.get(text) === "nothing" ? 0 : text.length))) || 0.5;
}

/** Letters of the claim's part that the question writes just so: of "Series B" and "Series B+" the one that was typed. */
function verbatimOf(fact, page, { text, subjects }) {
  if (fact.whole) return 0;
  const own = subjects.filter(({ pages }) => pages.includes(page));
  const beyond = own.reduce((rest, subject) => rest.replace(subject.text, ""), text.replace(/\s+/g, ""));
  const written = fact.written.filter((words) => beyond.includes(words));
  return Math.max(0, ...written.map(({ length }) => length));
}

/** "上市" of a company is its listing, of a product its launch. */
function codesFor({ codes }, page, { names }) {
  const people = PEOPLE.includes(names.kind(page)[0]);
  return people && codes.includes("event:listing") ? codes.filter((code) => code !== "event:launch") : codes;
}

/** Is the claim about this subject too? 3 where it is its very point: a share of this market; 2 of a part of that name. */
function isBound(subject, { fact, page, details, engine }) {
  if (subject.pages.some((one) => fact.about.includes(one))) return 3;
  const { names } = engine;
  if (fact.about.some((one) => saidIn(subject.text, engine.called(one)))) return 3;
  if (subject.pages.some((one) => engine.names.formsOf(one).some((form) => fact.parts.includes(form.text)))) return 3;
  if (inPart(subject.text, fact) || subject.pages.some((one) => isNamedIn(one, fact.part_, engine))) return 2;
  if (saidIn(subject.text, engine.called(page))) return 1;
  if (subject.words?.length > 1 && subject.words.every((word) => (word.pages ? isBound(word, { fact, page, details, engine }) : isSaid(word.text, { fact, page, engine })))) return 2;
  if (isMakerOf(subject, { page, details, names })) return 1;
  return subject.pages.some((one) => isNamedIn(one, fact.own, engine)) && !PEOPLE.includes(names.kind(subject.pages[0])[0]) ? 1 : 0;
}

/** Who alone made a thing adds nothing to its name: 华为昇腾 910C; one of several is a part: 华大九天 among 国产 EDA. */
function isMakerOf({ pages }, { page, details, names }) {
  if (PEOPLE.includes(names.kind(page)[0])) return false;
  return details.facts.some(({ code, about }) => {
    if (!/^(relation|inverse):/.test(code) || !about.some((one) => pages.includes(one))) return false;
    return new Set(details.facts.filter((other) => other.code === code).flatMap((other) => other.about)).size === 1;
  });
}

/** Does the text name the thing, by any of its names? */
function isNamedIn(page, where, { names }) {
  return where.text !== "" && names.formsOf(page).some((form) => form.text.length > 1 && saidIn(form.text, where));
}

function inPart(text, fact) {
  return fact.part_.text !== "" && saidIn(text, fact.part_);
}

function isSaid(text, { fact, page, engine }) {
  return saidIn(text, /^不?含/.test(text) ? fact.body : fact.own) || saidIn(text, engine.called(page)) || fact.about.some((one) => saidIn(text, engine.called(one)));
}

/** A loss where a profit was asked for, or the other way: it answers, but must say so. */
function isContrary(text, code) {
  if (code === "figure:net-profit") return LOSS.test(text) && !PROFIT.test(text);
  return code === "figure:net-loss" && PROFIT.test(text) && !LOSS.test(text);
}

/** How near the word that was asked is to the claim's own label: 0 the label; of kinds of event the place among aliases. */
function nearness(fact, sort, codes) {
  const places = codes.map((token) => fact.metrics.indexOf(token.text)).filter((place) => place >= 0);
  const place = places.length ? Math.min(...places) : 9;
  if (place <= 2 && codes.some((token) => fact.labels.includes(token.text))) return 0;
  return sort === "event" ? place : 1;
}

/** Does the claim say what this name has beyond the page's others: 三期 of 大基金三期, 950PR of 昇腾 950? */
function isVariant(text, page, fact, engine) {
  if (engine.called(page).titles.includes(text)) return false;
  const others = engine.names.formsOf(page).map((form) => form.text).filter((name) => name !== text);
  const beyond = text.slice(Math.max(0, ...others.filter((name) => text.startsWith(name)).map((name) => name.length)));
  const endings = others.filter((name) => text.endsWith(name) && !text.startsWith(name));
  return [text, beyond, ...endings].some((one) => saidIn(one, fact.own));
}

/** Is the claim of another model on the page of several? Asked for the C700, what is told of the C500. */
function isOfAnother(text, page, fact, engine) {
  const number = numbersIn(text);
  if (!number || fact.part_.text === "" || engine.called(page).titles.includes(text)) return false;
  const others = engine.names.formsOf(page).filter((form) => numbersIn(form.text) && numbersIn(form.text) !== number);
  return others.some((form) => saidIn(form.text, fact.part_)) && !saidIn(text, fact.part_);
}

const numbersIn = (text) => (text.match(/\d+/g) ?? []).join(" ");

/** Where some say the very name that was asked for (950PR on the page of both), the others are of another variant. */
function ofVariant(right) {
  const very = right.filter(({ variant }) => variant);
  return very.length ? very : right;
}

/** A share of a market is on the maker's page and on the market's: the same claim, once, where it stands. */
function once(right, { names }) {
  const seen = new Set();
  const placed = right.map((one) => ({ ...one, page: one.fact.page ? Math.max(names.urls.indexOf(one.fact.page), 0) : one.page }));
  return placed.filter(({ page, fact }) => {
    const address = `${page}#${fact.anchor}`;
    return !seen.has(address) && seen.add(address);
  });
}

function notHeld(question, asked, fitting, pages, engine) {
  const { subjects, strangers, periods, when } = question;
  const firm = asked.filter(({ codes }) => codes.some((code) => !code.startsWith("topic:")));
  const isQuestion = firm.length > 0 || when || question.asks || periods.length > 0;
  if (!subjects.length) {
    return isQuestion && strangers.length ? { said: { kind: "subject", what: spanned(strangers) }, facts: [] } : null;
  }
  const own = pages.filter(({ page }) => subjects.some((subject) => subject.pages.includes(page)));
  const lost = strangers.filter((stranger) => !own.some((one) => onPage(stranger.text, one, engine)));
  const subject = subjects[0];
  const said = { subject: subject.pages[0], corrected: subject.corrected };
  const like = fitting.filter((one) => one.asked && subjects.some(({ pages: of }) => of.includes(one.page)));
  const apart = (one) => one.missing.length === 0;
  const foreseen = question.tokens.filter(({ role }) => role === "ahead").map(({ text }) => text);
  if (like.some(apart) && foreseen.length && !like.some(({ ahead }) => ahead)) {
    return { said: { ...said, kind: "part", what: foreseen.join(" "), of: firm.map(({ text }) => text).join("") }, facts: newest(like.filter(apart)) };
  }
  if (like.some(apart) && periods.length) {
    return { said: { ...said, kind: "period", what: labelOf(like.find(apart), asked), when: periods.map(({ text }) => text).join("–") }, facts: newest(like.filter(apart)) };
  }
  if (strangers.length && (isQuestion ? like.every(({ missing }) => missing.length) : lost.length === strangers.length)) {
    const stray = lost.length ? lost : strangers;
    if (!subjects.some(({ pages: of }) => PEOPLE.includes(engine.names.kind(of[0])[0]) || engine.names.kind(of[0])[0] === "product") && lost.length && firm.length && stray.some(({ role }) => role !== "change")) {
      return { said: { kind: "subject", what: spanned(stray) }, facts: [] };
    }
    return { said: { ...said, kind: "part", what: spanned(stray), of: firm.map(({ text }) => text).join("") }, facts: newest(like) };
  }
  if (!firm.length && !when) return null;
  const isThing = subjects.some(({ pages: of }) => !["term", "domain"].includes(engine.names.kind(of[0])[0]));
  if (!isThing && !firm.some(({ codes }) => codes.some((code) => code.startsWith("figure:")))) return null;
  const other = subjects.slice(1).map(({ text }) => text);
  if (other.length && like.length) return { said: { ...said, kind: "part", what: other.join(" "), of: firm.map(({ text }) => text).join("") }, facts: newest(like) };
  return { said: { ...said, kind: "figure", what: firm.map(({ text }) => text).join(" ") || question.tokens.filter(({ role }) => role === "when").map(({ text }) => text)[0] }, facts: newest(fitting.filter((one) => one.sort === "figure" && subjects.some(({ pages: of }) => of.includes(one.page)))).slice(0, 4) };
}

function labelOf({ fact }, asked) {
  return asked.length ? fact.label.replace(/[（(].*$/, "").trim() : fact.label;
}

/** The unknown words, with what stands between them. */
function spanned(strangers) {
  return strangers.map(({ text }) => text).join(" ");
}

function onPage(text, { page, details }, engine) {
  return saidIn(text, details.joinedBody) || saidIn(text, engine.called(page)) || details.facts.some(({ own }) => saidIn(text, own));
}

