// The names tier: every page by everything it is called. Loaded first, kept in memory, no further request.

import { isHan, joinPieces, normalise, pieces } from "./normalise.js";

const ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
export const TITLE = 0;
export const NAME = 1;
export const SYNONYM = 2;

/** Bits of meaning, roughly: a Han character says as much as two letters. */
export function heft(text) {
  let sum = 0;
  for (const char of text) sum += isHan(char) ? 2 : 1;
  return sum;
}

export class Names {
  constructor(data, fold) {
    this.fold = fold;
    this.urls = data.urls.split("\n");
    this.names = data.names.split("\n");
    this.size = data.urls ? this.urls.length : 0;
    this.kinds = data.kinds;
    this.domains = data.domains;
    this.assessments = data.assessments;
    this.columns = { kind: data.kind, domain: data.domain, assessed: data.assessed, weight: data.weight };
    this.forms = [];
    this.exact = new Map();
    const synonyms = data.synonyms.split("\n");
    for (let page = 0; page < this.size; page++) {
      const names = this.names[page].split("\t");
      names.forEach((name, i) => this.#add(page, name, i ? NAME : TITLE));
      if (synonyms[page]) synonyms[page].split("\t").forEach((name) => this.#add(page, name, SYNONYM));
    }
    this.blob = `\n${this.forms.map((form) => form.text).join("\n")}\n`;
    this.starts = new Int32Array(this.forms.length);
    let at = 1;
    this.forms.forEach((form, i) => {
      this.starts[i] = at;
      at += form.text.length + 1;
    });
  }

  #add(page, name, rank) {
    const list = pieces(this.fold(normalise(name)));
    const { text, edges } = joinPieces(list);
    if (!text) return;
    const same = this.exact.get(text);
    if (same?.some((i) => this.forms[i].page === page)) return;
    const form = { page, name, rank, text, edges, chars: null, han: list.some((piece) => piece.han), heft: heft(text) };
    if (same) same.push(this.forms.length);
    else this.exact.set(text, [this.forms.length]);
    this.forms.push(form);
  }

  /** Every form of a page's names. */
  formsOf(page) {
    if (!this.byPage) {
      this.byPage = Array.from({ length: this.size }, () => []);
      for (const form of this.forms) this.byPage[form.page].push(form);
    }
    return this.byPage[page];
  }

  title(page) {
    return this.names[page].split("\t", 1)[0];
  }

  kind(page) {
    return this.kinds[ALPHABET.indexOf(this.columns.kind[page])];
  }

  /** Is it about the whole site, such as the timeline, and not about a thing? */
  isOwnPage(page) {
    return this.kind(page)[0] === "page";
  }

  domain(page) {
    return this.domains[ALPHABET.indexOf(this.columns.domain[page])];
  }

  weight(page) {
    return Number(this.columns.weight[page]);
  }

  hasAssessment(page, assessment) {
    const place = this.assessments.findIndex(([id]) => id === assessment);
    return place >= 0 && (ALPHABET.indexOf(this.columns.assessed[page]) >> place) % 2 === 1;
  }

  /** Does the page pass the filters {kind, domain, is}? */
  passes(page, filters) {
    return (
      (!filters.kind || this.kind(page)[0] === filters.kind) &&
      (!filters.domain || this.domain(page)[0] === filters.domain) &&
      (!filters.is || this.hasAssessment(page, filters.is))
    );
  }

  charsOf(form) {
    form.chars ??= [...form.text];
    return form.chars;
  }

  /** Every place where the text stands in a name: calls found(form number, offset in the form). */
  scan(text, found, most = 4000) {
    let seen = 0;
    for (let at = this.blob.indexOf(text); at >= 0 && seen < most; at = this.blob.indexOf(text, at + 1), seen++) {
      const number = this.#formAt(at);
      found(number, at - this.starts[number]);
    }
  }

  #formAt(position) {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
