// Candidates: names that share enough with a query to be worth a closer look.

import { isHan } from "./normalise.js";
import { bigrams } from "./terms.js";

const MOST_CANDIDATES = 160;
const WORTH_A_LOOK = 0.35; // of what the likeliest candidate shares
const LEAST_SHARE = 0.12; // of a query's telling parts

/**
 * An inverted index over small pieces of names, built once. Two kinds of pieces: `parts` (pairs of
 * characters, as written) find names that stand in a query only in part; `sounds` (each character as it
 * is spoken, blurred; pairs of letters) find names through slips.
 */
export class Grams {
  constructor(names, sounds) {
    this.names = names;
    this.sounds = sounds;
    this.parts = new Map();
    this.slips = new Map();
    this.spelled = new Map();
    names.forms.forEach((form, number) => {
      for (const part of partsOf(namePieces(form))) push(this.parts, part, number);
      for (const slip of this.slipsOf(form.text)) push(this.slips, slip, number);
      if (form.han) {
        form.spelled = sounds.spell(form.text);
        for (const pair of letterPairs(form.spelled)) push(this.spelled, pair, number);
      }
    });
    this.counts = new Float32Array(names.forms.length);
    this.sizes = Float32Array.from(names.forms, (form) => this.#worth(partsOf(namePieces(form))));
  }

  /** How telling a part of a name is: 科技 is in hundreds of names, 摩尔 in one. */
  rarity(part) {
    const spread = this.parts.get(part)?.length ?? 0;
    return Math.log(1 + (this.names.forms.length + 1) / (spread + 0.5));
  }

  slipsOf(text) {
    const found = [];
    let letters = "";
    for (const char of text) {
      if (!isHan(char)) {
        letters += char;
        continue;
      }
      found.push(...letterPairs(letters));
      letters = "";
      const blurred = this.sounds.blurredOf(char);
      if (blurred.length) found.push(...blurred.map((sound) => `~${sound}`));
      else found.push(char);
    }
    found.push(...letterPairs(letters));
    return [...new Set(found)];
  }

  #worth(parts) {
    return parts.reduce((sum, part) => sum + this.rarity(part), 0);
  }

  /** Names that share parts with the pieces of a query: [[form number, share of the name, share of the query]]. */
  sharing(list) {
    const asked = partsOf(list);
    const total = this.#worth(asked) || 1;
    return this.#count(asked, this.parts, (part) => this.rarity(part), LEAST_SHARE * total).map(([number, sum]) => [
      number,
      sum / (this.sizes[number] || 1),
      sum / total,
    ]);
  }

  /** Names that may be the text with slips in it. */
  similar(text) {
    const asked = this.slipsOf(text);
    return this.#count(asked, this.slips, () => 1, Math.max(1, Math.min(asked.length, 12) * 0.3));
  }

  /** The same with nothing asked in return: names that share a single sound or pair of letters will do. */
  nearest(text) {
    const found = this.#count(this.slipsOf(text), this.slips, () => 1, 0);
    return found.length ? found : this.#count([...new Set(letterPairs(text))], this.spelled, () => 1, 0);
  }

  /** Chinese names whose pinyin may be the letters with slips in them. */
  spelledLike(letters) {
    const asked = [...new Set(letterPairs(letters))];
    return this.#count(asked, this.spelled, () => 1, asked.length * 0.4);
  }

  #count(asked, index, worth, least) {
    const touched = [];
    for (const piece of asked) {
      const value = worth(piece);
      for (const number of index.get(piece) ?? []) {
        if (this.counts[number] === 0) touched.push(number);
        this.counts[number] += value;
      }
    }
    const found = [];
    const enough = Math.max(least, WORTH_A_LOOK * touched.reduce((most, number) => Math.max(most, this.counts[number]), 0));
    for (const number of touched) {
      if (this.counts[number] >= enough) found.push([number, this.counts[number]]);
      this.counts[number] = 0;
    }
    const length = (number) => this.names.forms[number].text.length;
    // Of two names that share as much, the shorter one is nearer.
    found.sort((a, b) => b[1] - a[1] || length(a[0]) - length(b[0]) || a[0] - b[0]);
    return found.slice(0, MOST_CANDIDATES);
  }
}

function push(index, key, number) {
  const list = index.get(key);
  if (!list) index.set(key, [number]);
  else if (list[list.length - 1] !== number) list.push(number);
}

/** The pieces of a name, from its joined form and the places where each begins. */
function namePieces({ text, edges }) {
  return edges.map((start, i) => {
    const piece = text.slice(start, edges[i + 1]);
    return { text: piece, han: isHan(piece) };
  });
}

/** Pairs of Han characters, whole words and numbers. */
function partsOf(list) {
  return [...new Set(list.flatMap((piece) => (piece.han ? bigrams(piece.text) : [piece.text])))];
}

function letterPairs(letters) {
  if (letters.length === 1) return [letters];
  const pairs = [];
  for (let i = 0; i + 1 < letters.length; i++) {
    // In one order whichever was typed first, so that swapped letters still share their pair.
    pairs.push(letters[i] < letters[i + 1] ? letters[i] + letters[i + 1] : letters[i + 1] + letters[i]);
  }
  return pairs;
}
