// Results in the shape that Material's list expects, and beside them what it has no place for.
// Material inserts title, text and tags as HTML: everything from data or query passes escape().

import { escape, mark, needles, snippet, spanInName, spansIn } from "./highlight.js";
import { labelsFor } from "./labels.js";

const FACTS_SHOWN = 3;
const MOST_BESIDE = 7;
const MOST_QUESTIONS = 6;
const COMPARE_PAGE = "compare/";
const SURE_ENOUGH = 0.45;

/** Material's result: one list of documents per page, the page and its facts. */
export function materialItems(result, engine) {
  const sought = needles(result.query);
  const answer = cardOf(result);
  return result.hits.map((hit, place) => pageGroup(hit, place === 0 ? answer : null, sought, engine));
}

/** What our own interface adds: answer, what is not held, counts for filters, near names. */
export function extras(result, engine) {
  const { query, hits, all, final } = result;
  const card = cardOf(result);
  return {
    query: query.raw,
    final,
    total: all.length,
    best: hits[0]?.score ?? 0,
    answer: card?.[0].fact.anchor ?? null,
    answered: (card ?? []).map((one) => factAddress(one, engine)),
    said: final ? saidOf(result, engine) : null,
    filters: query.filters,
    facets: facets(all, engine.names),
    near: final && !hits.length ? nearOf(query, engine) : [],
    corrected: (final && [...(result.question?.subjects ?? []), ...(result.question?.asked ?? [])].find(({ corrected }) => corrected)) || null,
    compared: final ? comparedIn(result.question, engine) : null,
    listed: (final && result.listed) || null,
    questions: final && !card && !result.listed ? questionsOn(hits[0], query, engine) : [],
    others: engine.manifest.others,
    pages: hits.slice(0, 10).map((hit, place) => (place === 0 && card ? factAddress(card[0], engine) : engine.names.urls[hit.page])),
  };
}

/** Two things that are to be compared: the address of their comparison, if the site has such a page. */
function comparedIn(question, { names }) {
  if (!question?.compare || !names.urls.includes(COMPARE_PAGE)) return null;
  const pages = question.subjects.map(({ pages: [page] }) => page).filter((page) => names.urls[page].startsWith("entity/"));
  const [a, b] = [...new Set(pages)];
  if (b === undefined) return null;
  const id = (page) => encodeURIComponent(names.urls[page].split("/")[1]);
  return { url: `${COMPARE_PAGE}?a=${id(a)}&b=${id(b)}`, names: [names.title(a), names.title(b)] };
}

/** What one may ask of the thing that was named: [{text, query}], of the figures and dates that its page leads with. */
function questionsOn(hit, query, engine) {
  if (!hit?.details || hit.match?.way !== "literal" || hit.match.span[0] !== 0 || query.asks) return [];
  const labels = hit.details.facts.filter(({ code, page }) => !page && /^(figure|event):/.test(code)).map(({ label }) => label.replace(/[（(].*$/, "").trim());
  return [...new Set(labels)].slice(0, MOST_QUESTIONS).map((text) => ({ text, query: `${engine.names.title(hit.page)} ${text}` }));
}

/** The claims of the card, the answer first; null where there is none. */
function cardOf({ answer }) {
  return answer && !answer.said ? answer.facts : null;
}

/** What is said of what is not held: what was asked, and what is held instead, each with its address. */
function saidOf({ answer, query }, engine) {
  if (!answer?.said) return null;
  const { kind, what, subject } = answer.said;
  const held = answer.facts.map((one) => ({
    text: [one.fact.label, one.fact.value ?? briefText(one.fact.text), one.fact.date].filter(Boolean).join(" · "),
    url: factAddress(one, engine),
  }));
  const near = kind === "subject" ? nearOf({ readings: [{ joined: what.replaceAll(" ", "") }] }, engine) : [];
  const thing = subject === undefined ? null : { name: engine.names.title(subject), url: engine.names.urls[subject] };
  return { ...answer.said, what: typed(what, query.raw), subject: thing, held, near };
}

/** The words as they were typed: with their capitals and spaces. */
function typed(words, raw) {
  const pattern = words && [...words.replaceAll(" ", "")].map((char) => char.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("[\\s\\p{P}]*");
  return (pattern && new RegExp(pattern, "iu").exec(raw)?.[0]) || words;
}

function briefText(text, most = 60) {
  const chars = [...text];
  return chars.length > most ? `${chars.slice(0, most).join("")}…` : text;
}

function nearOf(query, engine) {
  return engine.near(query).map(({ page, name }) => ({ name, url: engine.names.urls[page] }));
}

function factAddress({ page, fact }, engine) {
  return withAnchor(fact.page || engine.names.urls[page], fact.anchor);
}

/** Is the first result so weak that the other language should be asked too? */
export function isWeak(result) {
  return (result.hits[0]?.score ?? 0) < SURE_ENOUGH;
}

/** A short list for the other language's section: [{url, title, snippet}], ready as HTML. */
export function briefly(result, engine, most = 5) {
  const sought = needles(result.query);
  return result.hits.slice(0, most).map((hit) => ({
    url: engine.names.urls[hit.page],
    title: titleHtml(hit, sought, engine),
    snippet: hit.details ? teaser(hit, sought, engine) : "",
  }));
}

function withAnchor(url, anchor) {
  return `${url.split("#")[0]}#${encodeURIComponent(anchor)}`;
}

function pageGroup(hit, card, sought, engine) {
  const { names } = engine;
  const url = names.urls[hit.page];
  const answer = card?.[0].page === hit.page ? card : null;
  const text = hit.details ? teaser(hit, sought, engine) : "";
  // Material shows no text for a page whose own address has a fragment (a glossary term): it rides on the title.
  const riding = url.includes("#") && text ? `<span class="ck-teaser">${text}</span>` : "";
  const page = {
    location: url,
    title: titleHtml(hit, sought, engine) + chips(hit, engine) + riding,
    text,
    score: hit.score,
    terms: {},
  };
  const others = hit.facts.filter(({ fact }) => !answer?.some((one) => one.fact === fact)).slice(0, FACTS_SHOWN);
  const facts = others.map((entry) => factDocument(entry, hit, sought, engine));
  // Material opens a group with the address that has no fragment; the answer comes right after it.
  return answer ? [answerDocument(answer, hit, sought, engine), page, ...facts] : [page, ...facts];
}

function factDocument({ fact, score, answers }, hit, sought, engine) {
  const shown = (text) => mark(text, spansIn(text, sought, engine.fold));
  const origin = `<small class="ck-fact__from">${from(fact)}</small>`;
  // "Metric: value" is a heading by itself; other words stand below their topic.
  const [title, text] = fact.text.startsWith(fact.label) ? [shown(fact.text), origin] : [shown(fact.label), `${shown(fact.text)} ${origin}`];
  return {
    location: factAddress({ page: hit.page, fact }, engine),
    title,
    text,
    // Facts as strong as the page stay open in Material's list, weaker ones fold under "more on this page".
    score: answers ? hit.score : Math.min(hit.score - 0.01, score),
    terms: {},
  };
}

function answerDocument([first, ...rest], hit, sought, engine) {
  const contrary = first.contrary ? labelsFor(engine.manifest.lang[0]).contrary[first.fact.code] : "";
  const shown = (text) => mark(text, spansIn(text, sought, engine.fold));
  return {
    location: factAddress(first, engine),
    title: `<span class="ck-answer__label">${shown(first.fact.label)}</span>`,
    text: answerCard(first.fact, shown, rest.slice(0, MOST_BESIDE), contrary),
    score: hit.score + 1,
    terms: {},
  };
}

function answerCard(fact, shown, beside, contrary) {
  const value = fact.value ? `<strong class="ck-answer__value">${escape(fact.value)}</strong>` : "";
  const words = beyondValue(fact);
  const text = words && `<span class="ck-answer__text">${shown(words)}</span>`;
  const dissent = [contrary, fact.dissent].filter(Boolean).map((said) => `<span class="ck-answer__dissent">${escape(said)}</span>`).join("");
  const others = beside.map(({ fact: other }) => `<span class="ck-answer__beside">${besideText(other, fact)}</span>`).join("");
  return `<span class="ck-answer">${value}${text}${dissent}<span class="ck-answer__from">${from(fact)}</span>${others}</span>`;
}

/** Another figure that answers too, in one line: its time, its value, what it is of. */
function besideText(fact, first) {
  const label = fact.label === first.label ? null : fact.label;
  const words = fact.value ? [label, fact.date, fact.value, beyondValue(fact)] : [label, fact.date, beyondValue(fact)];
  const unusual = ["disputed", "refuted", "superseded"].includes(fact.assessment) ? [fact.assessmentLabel] : [];
  return [...words, ...unusual].filter(Boolean).map(escape).join(" · ");
}

/** The card says label and value anyway: what the text says after them. */
function beyondValue({ label, text, value }) {
  const words = text.startsWith(label) ? text.slice(label.length).replace(/^\s*[:：]\s*/, "") : text;
  return value !== null && words.startsWith(value) ? words.slice(value.length).trim() : words;
}

function from(fact) {
  const parts = [fact.date, fact.source].filter(Boolean).map(escape);
  const assessment = `<span class="ck-assessment ck-assessment--${escape(fact.assessment)}">${escape(fact.assessmentLabel)}</span>`;
  return [...parts, assessment].join(" · ");
}

function titleHtml(hit, sought, engine) {
  const title = engine.names.title(hit.page);
  const form = hit.match?.form;
  const own = form?.name === title;
  const html = mark(title, own ? matchedSpans(hit.match, title, sought, engine) : spansIn(title, sought, engine.fold));
  if (!form || own) return html;
  return `${html} <small class="ck-alias">${mark(form.name, matchedSpans(hit.match, form.name, sought, engine))}</small>`;
}

function matchedSpans(match, name, sought, engine) {
  return match.span ? spanInName(name, match.span, engine.fold) : spansIn(name, sought, engine.fold);
}

function chips(hit, { names }) {
  const chip = (key, [id, label]) =>
    label ? `<span class="ck-chip ck-chip--${key}" data-${key}="${escape(id)}">${escape(label)}</span>` : "";
  return ` <span class="ck-chips">${chip("kind", names.kind(hit.page))}${chip("domain", names.domain(hit.page))}</span>`;
}

/** The passage that says most of what was asked: of the summary, or of the other text. */
function teaser(hit, sought, engine) {
  const { summary, prose } = hit.details;
  const marked = (text) => spansIn(text, sought, engine.fold).reduce((sum, [start, end]) => sum + end - start, 0);
  return snippet(prose && marked(prose) > marked(summary) ? prose : summary, sought, engine.fold);
}

/** How many of the found pages have each kind, domain and assessment. */
function facets(hits, names) {
  const count = (labels, has) =>
    labels.map(([id, label]) => ({ id, label, count: hits.filter(({ page }) => has(page, id)).length })).filter(({ label, count }) => label && count);
  return {
    kind: count(names.kinds, (page, id) => names.kind(page)[0] === id),
    domain: count(names.domains, (page, id) => names.domain(page)[0] === id),
    is: count(names.assessments, (page, id) => names.hasAssessment(page, id)),
  };
}
