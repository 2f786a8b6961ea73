// The text tier: pages by the words on them (BM25 strengths from the index, rarity from here).

import { isHan } from "./normalise.js";
import { shardOf } from "./store.js";

const MOST_SHARDS = 6;
const MOST_COMPLETIONS = 8;
const UNSEEN_PAIR = 0.3; // two characters that no page has side by side straddle two words, most likely

export class Texts {
  constructor(store, shards, size, levels) {
    this.store = store;
    this.shards = shards;
    this.files = shards.terms;
    this.size = size;
    this.step = levels + 1;
    this.levels = levels;
  }

  /** The files that the terms need: long words first, then every other pair, within the budget of a query. */
  filesFor(terms) {
    const urgent = [...terms].sort((a, b) => b.text.length - a.text.length);
    const chosen = new Set();
    for (const term of urgent) {
      const file = this.#file(term);
      if (chosen.size < MOST_SHARDS || this.store.have(file)) chosen.add(file);
    }
    return [...chosen];
  }

  #file(term) {
    return this.files[shardOf(term.text, this.files.length)];
  }

  /** Rarity of each term, and pages with the share of the query that they answer: {pages: Map, rarity: Map}. */
  rank(terms) {
    const pages = new Map();
    const rarity = new Map();
    let total = 0;
    for (const term of terms) {
      const shard = this.store.have(this.#file(term));
      if (!shard) continue;
      const rows = this.#rows(shard, term);
      const spread = Math.max(0, ...rows.map((row) => row[0]));
      const known = spread || !isHan(term.text) ? 1 : UNSEEN_PAIR;
      const value = Math.log(1 + (this.size - spread + 0.5) / (spread + 0.5)) * term.weight * known;
      rarity.set(term.text, value);
      total += value;
      const strongest = new Map();
      for (const row of rows) this.#read(row, strongest);
      for (const [page, strength] of strongest) {
        // Half for saying it at all, half for how strongly: a page with every word beats one that repeats a few.
        pages.set(page, (pages.get(page) ?? 0) + value * (0.5 + strength / this.levels / 2));
      }
    }
    if (total) for (const [page, sum] of pages) pages.set(page, sum / total);
    return { pages, rarity };
  }

  #rows(shard, term) {
    const own = Object.hasOwn(shard, term.text) ? shard[term.text] : null;
    if (!term.open || term.text.length < 2) return own ? [own] : [];
    const rows = own ? [own] : [];
    for (const word in shard) {
      if (rows.length >= MOST_COMPLETIONS) break;
      if (word !== term.text && word.startsWith(term.text)) rows.push(shard[word]);
    }
    return rows;
  }

  #read(row, strongest) {
    let page = 0;
    for (let i = 1; i < row.length; i++) {
      const strength = row[i] % this.step;
      page += (row[i] - strength) / this.step;
      if (strength > (strongest.get(page) ?? 0)) strongest.set(page, strength);
    }
  }
}
