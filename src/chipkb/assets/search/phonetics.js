// How characters sound: pinyin typed for Chinese names, homophones, near-homophones.

import { isHan } from "./normalise.js";

/** What speakers and input methods confuse: zh/z, ch/c, sh/s, ang/an, eng/en, ing/in, l/n. */
export function blur(sound) {
  return sound
    .replace(/([zcs])h/g, "$1")
    .replace(/([aei])ng(?![aeiou])/g, "$1n")
    .replaceAll("l", "n");
}

const NONE = [];

export class Sounds {
  /** `ranks`: per rank of likelihood, "syllable" + its characters, space-separated. */
  constructor(ranks) {
    this.table = new Map();
    this.blurred = new Map();
    for (const rank of ranks) {
      for (const entry of rank.split(" ")) {
        const [, sound, chars] = /^([a-z]*)(.*)$/su.exec(entry);
        for (const char of chars) {
          const known = this.table.get(char);
          if (known) known.push(sound);
          else this.table.set(char, [sound]);
        }
      }
    }
    for (const [char, sounds] of this.table) this.blurred.set(char, [...new Set(sounds.map(blur))]);
  }

  of(char) {
    return this.table.get(char) ?? NONE;
  }

  blurredOf(char) {
    return this.blurred.get(char) ?? NONE;
  }

  /** 0 the same, towards 1 ever less alike. */
  distance(a, b) {
    if (a === b) return 0;
    const digits = isDigit(a) + isDigit(b);
    if (digits) return digits === 2 ? 1.5 : 1.2; // S80 and S90 are two products, not a slip
    if (!isHan(a) || !isHan(b)) return 1;
    if (shares(this.of(a), this.of(b))) return 0.2;
    if (shares(this.blurredOf(a), this.blurredOf(b))) return 0.35;
    return 1;
  }

  /** The likeliest reading of a whole text, Latin letters as they are. */
  spell(text) {
    let spelled = "";
    for (const char of text) spelled += this.of(char)[0] ?? char;
    return spelled;
  }
}

function isDigit(char) {
  return char >= "0" && char <= "9" ? 1 : 0;
}

function shares(some, others) {
  return some.some((one) => others.includes(one));
}
