// One language's search: names, then text, then the facts inside the best pages.

import { answerTo } from "./answer.js";
import { bestFacts, body, prepare, saysLiterally } from "./facts.js";
import { Grams } from "./grams.js";
import { choicesOf, listAsked } from "./lists.js";
import { matchNames, matchSpelling, nearNames } from "./match.js";
import { Names, TITLE } from "./names.js";
import { folder } from "./normalise.js";
import { Sounds } from "./phonetics.js";
import { analyse } from "./query.js";
import { questionOf, tokensOf, vocabulary } from "./question.js";
import { Spoken } from "./pinyin.js";
import { mendAsked } from "./slips.js";
import { findSubjects } from "./subjects.js";
import { queryTerms, wordSet } from "./terms.js";
import { Texts } from "./text.js";

const READ = 12; // pages whose facts are read, by all that is known before
const READ_FOR_TEXT = 4; // and by text alone
const MOST = 40;
const TEXT = 0.24;
const FACT = 0.3;
const PRIOR = 0.004;
const LEAST = 0.1;

export class Engine {
  /** `names`: the file of names; the others are asked for at once, and waited for when they are needed. */
  constructor(manifest, names, store) {
    this.manifest = manifest;
    this.store = store;
    this.fold = folder(names.fold);
    this.taiwan = names.taiwan.map((pair) => pair.split(" "));
    this.names = new Names(names, this.fold);
    this.asked = names.asked ?? {};
    this.choices = choicesOf(names.choices, this.fold);
    this.words = vocabulary(this.asked, this.fold);
    this.calledCache = new Map();
    this.texts = null; // until #learn
  }

  /**
   * Results as they become known: by names as they are written, by how they sound, with the answer where only
   * what was named can give it, then by all of the text.
   * Each: {query, hits: [{page, score, match, text, facts, details}], total, final}.
   */
  async *search(raw) {
    const query = analyse(raw, this.fold, this.taiwan);
    if (!query.readings.length) {
      yield { query, terms: [], rarity: new Map(), ...this.#list(query), final: true };
      return;
    }
    if (!this.texts) {
      yield { query, terms: [], ...this.#ranked(query, matchSpelling(query, this.names), null, []), final: false };
      await this.#learn();
    }
    const matches = matchNames(query, this);
    const question = this.#question(query);
    const terms = queryTerms(query.wordings[0].text, this.longWords);
    const byName = this.#ranked(query, matches, null, terms);
    const named = this.#named(byName, question);
    const [ofTerms, ofNamed] = [this.texts.filesFor(terms), this.#filesOf(named)];
    if (this.#missing([...ofTerms, ...ofNamed]).length) yield { query, terms, ...byName, final: false };
    if (this.#missing(ofTerms).length && isOfNamed(question)) {
      await this.#getAll(ofNamed);
      const early = this.#read(query, question, byName, named, terms, byName.rarity);
      if (early.answer && !early.answer.said) yield { query, terms, ...early, final: false };
    }
    await this.#getAll(ofTerms);
    const ranked = this.texts.rank(terms);
    const found = this.#ranked(query, matches, ranked, terms);
    const wanted = this.#toRead(found, question);
    const files = this.#filesOf(wanted);
    if (this.#missing(files).length && !isOfNamed(question)) yield { query, terms, ...found, final: false };
    await this.#getAll(files);
    yield { query, terms, ...this.#read(query, question, found, wanted, terms, ranked.rarity), final: true };
  }

  /** Waits for what search by sound and by text needs. */
  async #learn() {
    const [sounds, shards] = await this.#getAll([this.manifest.files.sounds, this.manifest.files.shards]);
    if (this.texts) return;
    this.sounds = new Sounds(sounds.readings);
    this.longWords = wordSet(sounds.words);
    this.grams = new Grams(this.names, this.sounds);
    this.spoken = new Spoken(this.names, this.sounds);
    this.texts = new Texts(this.store, shards, this.names.size, this.manifest.levels);
  }

  #getAll(files) {
    return Promise.all(files.map((file) => this.store.get(file)));
  }

  near(query) {
    return nearNames(query, this.names, this.grams, this.sounds);
  }

  #missing(files) {
    return files.filter((file) => this.store.have(file) === undefined);
  }

  /** Only filters and no words: every page that passes. */
  #list({ filters }) {
    const pages = [];
    if (Object.keys(filters).length) {
      for (let page = 0; page < this.names.size; page++) if (this.names.passes(page, filters)) pages.push(page);
    }
    pages.sort((a, b) => this.names.weight(b) - this.names.weight(a) || a - b);
    const hits = pages.map((page) => ({ page, score: this.names.weight(page) / 10, match: null, text: 0, facts: [], details: null }));
    return { hits: hits.slice(0, MOST), all: hits };
  }

  /** Pages by names and text together. */
  #ranked(query, matches, ranked, terms) {
    const pages = ranked?.pages ?? new Map();
    const hits = [];
    for (const page of new Set([...matches.keys(), ...pages.keys()])) {
      if (!this.names.passes(page, query.filters)) continue;
      const match = matches.get(page) ?? null;
      const text = pages.get(page) ?? 0;
      const score = (match?.score ?? 0) + TEXT * text + PRIOR * this.names.weight(page);
      hits.push({ page, score, match, text, facts: [], details: null });
    }
    return { ...this.#sorted(hits), rarity: ranked?.rarity ?? new Map(), terms };
  }

  #sorted(hits) {
    const all = hits.filter((hit) => (hit.match?.score ?? 0) >= 0.25 || hit.score >= LEAST);
    all.sort((a, b) => b.score - a.score || a.page - b.page);
    return { hits: all.slice(0, MOST), all };
  }

  /** The query taken apart, in the wording that explains most of it. */
  #question(query) {
    const year = new Date().getFullYear();
    const readings = distinctTexts([query.text, ...query.wordings.map(({ text }) => text)]).map((text) => tokensOf(text, this.names, this.words, year));
    const strange = (tokens) => tokens.reduce((sum, { role, text }) => sum + (role === "strange" ? text.length : 0), 0);
    readings.sort((a, b) => strange(a) - strange(b));
    const question = mendAsked(findSubjects(questionOf(readings[0] ?? [], this.words), this), this);
    return { ...question, text: query.text };
  }

  /** The pages of what the question is about, the first hits, and those by text. */
  #toRead(found, question) {
    const byText = [...found.hits].sort((a, b) => b.text - a.text).slice(0, READ_FOR_TEXT);
    return [...new Set([...this.#named(found, question), ...found.hits.slice(0, READ), ...byText])];
  }

  /** The pages of what the question is about. */
  #named(found, question) {
    const about = new Set(question.subjects.flatMap(({ pages }) => pages).slice(0, READ));
    const known = new Map(found.all.map((hit) => [hit.page, hit]));
    return [...about].map((page) => {
      if (!known.has(page)) {
        const hit = { page, score: LEAST, match: null, text: 0, facts: [], details: null };
        known.set(page, hit);
        found.all.push(hit);
      }
      return known.get(page);
    });
  }

  #filesOf(hits) {
    return hits.map(({ page }) => this.texts.shards.pages[this.#shardNumber(page)]);
  }

  #shardNumber(page) {
    const { firsts } = this.texts.shards;
    const next = firsts.findIndex((first) => first > page);
    return (next < 0 ? firsts.length : next) - 1;
  }

  /** Reads the facts of the wanted pages and lets them speak in the order. */
  #read(query, question, found, wanted, terms, rarity) {
    const { firsts, pages } = this.texts.shards;
    let literally = false;
    for (const hit of wanted) {
      const number = this.#shardNumber(hit.page);
      const details = this.store.have(pages[number])[hit.page - firsts[number]];
      hit.details = prepare(details, this.fold, this.names, this.asked);
      hit.facts = isVeryName(hit, query) ? [] : bestFacts(hit.details, query, terms, rarity, this.called(hit.page));
      literally ||= saysLiterally(hit.details, query.wordings[0]);
    }
    for (const hit of found.all) {
      if (hit.facts.length) hit.score += FACT * hit.facts[0].score;
      // What is written somewhere word for word was not a slip.
      if (literally && hit.match?.way === "slip") hit.score -= hit.match.score / 2;
    }
    const listed = listAsked(query.text, this);
    const isNoQuestion = listed?.alone || (isVeryNameOf(query, found, question) && !question.asks);
    const answer = isNoQuestion ? null : answerTo(question, wanted, this);
    if (answer && !answer.said) this.#putFirst(answer, found);
    const sorted = this.#sorted(found.all);
    const told = answer ?? this.#unknown(question, sorted.hits[0], literally);
    return { ...sorted, rarity, question, listed, answer: listed && told?.said ? null : told };
  }

  /** A name that nothing here has: said, and whether another one is shown for it. */
  #unknown({ subjects, strangers, asked, periods }, hit, literally) {
    if (subjects.length || asked.length || periods.length || !strangers.length) return null;
    const what = strangers.map(({ text }) => text).join(" ");
    if (hit?.match?.way === "slip") return { said: { kind: "corrected", what, to: hit.match.form.name }, facts: [] };
    if (["literal", "pinyin"].includes(hit?.match?.way)) return null;
    return { said: { kind: literally ? "mention" : "subject", what }, facts: [] };
  }

  /** The page that answers comes first, whatever else fits. */
  #putFirst({ facts: [{ page, fact }] }, found) {
    let hit = found.all.find((one) => one.page === page);
    if (!hit) found.all.push((hit = { page, match: null, text: 0, facts: [], details: null }));
    hit.score = 1 + Math.max(0, ...found.all.map(({ score }) => score ?? 0));
    hit.facts = [{ fact, score: 1 }, ...hit.facts.filter((one) => one.fact !== fact)];
  }

  /** The page's names as one folded text: what they say need not be said by a fact. */
  called(page) {
    if (!this.calledCache.has(page)) {
      const called = body(this.fold(this.names.names[page].toLowerCase().replaceAll("\t", " \n ")));
      called.titles = this.names.formsOf(page).filter((form) => form.rank === TITLE).map((form) => form.text);
      this.calledCache.set(page, called);
    }
    return this.calledCache.get(page);
  }
}

/** Can no page but those of what was named give the answer? Not where an unknown word may be another's. */
function isOfNamed({ subjects, strangers }) {
  return subjects.length > 0 && strangers.length === 0;
}

/** Who types just a name wants the page, not one of its facts; who asks about it may want one. */
function isVeryName({ match }, query) {
  return !query.asks && match?.way === "literal" && match.span[1] === match.form.text.length && match.span[0] === 0;
}

/** The whole query is a name, or begins one, and is no question of something else: nothing is asked. */
function isVeryNameOf(query, { all }, { subjects, asked, strangers }) {
  const { joined } = query.readings[0];
  const isQuestion = subjects.length > 0 && asked.length > 0 && !strangers.length;
  return !isQuestion && all.some(({ match }) => match?.way === "literal" && match.form.text.startsWith(joined));
}

function distinctTexts(texts) {
  return [...new Set(texts)].slice(0, 6);
}
