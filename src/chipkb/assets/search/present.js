// Results in the shape that Material's list expects, and beside them what it has no place for.
// Material inserts title, text and tags as HTML: everything from data or query passes escape().

import { escape, mark, needles, snippet, spanInName, spansIn } from "./highlight.js";

const FACTS_SHOWN = 3;
const SURE_ENOUGH = 0.45;

/** Material's result: one list of documents per page, the page and its facts. */
export function materialItems(result, engine) {
  const sought = needles(result.query);
  return result.hits.map((hit, place) => pageGroup(hit, place === 0, sought, engine));
}

/** What our own interface adds: answer, counts for filters, near names. */
export function extras(result, engine) {
  const { query, hits, all, final } = result;
  return {
    query: query.raw,
    final,
    total: all.length,
    best: hits[0]?.score ?? 0,
    answer: final ? (answerOf(hits[0])?.fact.anchor ?? null) : null,
    filters: query.filters,
    facets: facets(all, engine.names),
    near: final && !hits.length ? engine.near(query).map(({ page, name }) => ({ name, url: engine.names.urls[page] })) : [],
    others: engine.manifest.others,
    pages: hits.slice(0, 10).map((hit) => pageAddress(hit, engine)),
  };
}

/** Is the first result so weak that the other language should be asked too? */
export function isWeak(result) {
  return (result.hits[0]?.score ?? 0) < SURE_ENOUGH;
}

/** A short list for the other language's section: [{url, title, snippet}], ready as HTML. */
export function briefly(result, engine, most = 5) {
  const sought = needles(result.query);
  return result.hits.slice(0, most).map((hit) => ({
    url: pageAddress(hit, engine),
    title: titleHtml(hit, sought, engine),
    snippet: hit.details ? teaser(hit, sought, engine) : "",
  }));
}

function pageAddress(hit, engine) {
  const answer = answerOf(hit);
  const url = engine.names.urls[hit.page];
  return answer ? withAnchor(url, answer.fact.anchor) : url;
}

function answerOf(hit) {
  return hit?.facts[0]?.answers ? hit.facts[0] : null;
}

function withAnchor(url, anchor) {
  return `${url.split("#")[0]}#${encodeURIComponent(anchor)}`;
}

function pageGroup(hit, first, sought, engine) {
  const { names } = engine;
  const url = names.urls[hit.page];
  const answer = first ? answerOf(hit) : null;
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
  const facts = hit.facts.slice(0, FACTS_SHOWN).map((entry) => factDocument(entry, entry === answer, url, hit, sought, engine));
  // Material opens a group with the address that has no fragment; the answer comes right after it.
  return answer ? [facts[0], page, ...facts.slice(1)] : [page, ...facts];
}

function factDocument({ fact, score, answers }, isAnswer, url, hit, sought, engine) {
  const shown = (text) => mark(text, spansIn(text, sought, engine.fold));
  const origin = `<small class="ck-fact__from">${from(fact)}</small>`;
  // "Metric: value" is a heading by itself; other words stand below their topic.
  const [title, text] = fact.text.startsWith(fact.label) ? [shown(fact.text), origin] : [shown(fact.label), `${shown(fact.text)} ${origin}`];
  return {
    location: withAnchor(url, fact.anchor),
    title: isAnswer ? `<span class="ck-answer__label">${shown(fact.label)}</span>` : title,
    text: isAnswer ? answerCard(fact, shown) : text,
    // Facts as strong as the page stay open in Material's list, weaker ones fold under "more on this page".
    score: isAnswer ? hit.score + 1 : answers ? hit.score : Math.min(hit.score - 0.01, score),
    terms: {},
  };
}

function answerCard(fact, shown) {
  const value = fact.value ? `<strong class="ck-answer__value">${escape(fact.value)}</strong>` : "";
  const words = beyondValue(fact);
  const text = words && `<span class="ck-answer__text">${shown(words)}</span>`;
  const dissent = fact.dissent && `<span class="ck-answer__dissent">${escape(fact.dissent)}</span>`;
  return `<span class="ck-answer">${value}${text}${dissent}<span class="ck-answer__from">${from(fact)}</span></span>`;
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
