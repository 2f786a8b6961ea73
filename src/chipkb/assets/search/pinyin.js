// Latin letters read as the pinyin of Chinese names: whole syllables, initials, or both mixed.

import { isHan } from "./normalise.js";
import { blur } from "./phonetics.js";

const MOST_LETTERS = 80;

/** All places in names where a reading may begin, with what its first two letters may be. */
export class Spoken {
  constructor(names, sounds) {
    this.names = names;
    this.sounds = sounds;
    this.exact = new Map();
    this.rough = new Map();
    const forms = [];
    const starts = [];
    const firsts = [];
    const seconds = [];
    names.forms.forEach((form, number) => {
      if (!form.han) return;
      const chars = names.charsOf(form);
      for (let start = 0; start < chars.length; start++) {
        if (start && !isHan(chars[start])) continue;
        forms.push(number);
        starts.push(start);
        firsts.push(this.#letters(chars[start], 0));
        seconds.push(this.#letters(chars[start], 1) | (start + 1 < chars.length ? this.#letters(chars[start + 1], 0) : 0));
      }
    });
    this.forms = Int32Array.from(forms);
    this.starts = Uint16Array.from(starts);
    this.firsts = Int32Array.from(firsts);
    this.seconds = Int32Array.from(seconds);
  }

  /** Calls found(form number, start, {end, short, cut, rough}) for every name that the letters may spell, once a name. */
  read(letters, found) {
    if (letters.length > MOST_LETTERS) return;
    const first = bit(letters[0]);
    const second = letters.length > 1 ? bit(letters[1]) : 0;
    const blurred = blur(letters);
    let done = -1;
    for (let i = 0; i < this.forms.length; i++) {
      if (!(this.firsts[i] & first) || (second && !(this.seconds[i] & second)) || this.forms[i] === done) continue;
      const number = this.forms[i];
      const chars = this.names.charsOf(this.names.forms[number]);
      const start = this.starts[i];
      const exact = readFrom(letters, chars, start, this.exact);
      const result = exact ?? readFrom(blurred, chars, start, this.rough);
      if (!result || !isSpoken(chars, start, result, letters)) continue;
      done = number;
      found(number, start, { ...result, rough: !exact });
    }
  }

  /** Letters (as bits) that may stand at the place in a reading of the character, sounds blurred or not. */
  #letters(char, place) {
    let bits = 0;
    for (const { sound } of [...this.#readings(char, this.exact), ...this.#readings(char, this.rough)]) {
      if (sound.length > place) bits |= bit(sound[place]);
    }
    return place === 0 ? bits | bit(char) : bits;
  }

  /** What may be typed for a character: its readings, each with its initials. */
  #readings(char, cache) {
    if (!cache.has(char)) {
      const sounds = cache === this.exact ? this.sounds.of(char) : this.sounds.blurredOf(char);
      cache.set(
        char,
        sounds.map((sound) => ({ sound, initials: /^[zcs]h/.test(sound) ? [sound.slice(0, 2), sound[0]] : [sound[0]] })),
      );
    }
    return cache.get(char);
  }
}

/** A letter as a bit, l and n as one (they are confused); other characters share the bits that are left. */
function bit(char) {
  const letter = char.charCodeAt(0) - 97;
  if (letter === 11) return 1 << 13;
  return letter >= 0 && letter < 26 ? 1 << letter : 1 << (26 + (char.codePointAt(0) % 5));
}

/** At least one Chinese character was read by its sound; a single initial says too little. */
function isSpoken(chars, start, { end, short }, letters) {
  if (end - start === 1 && short === 1 && letters.length > 1) return false;
  for (let i = start; i < end; i++) if (isHan(chars[i])) return true;
  return false;
}

const hopeless = new Set();

/**
 * Reads the letters from the character `start` on; the last syllable may be unfinished, characters may
 * stand for themselves. Gives {end, short, cut} (end: character after the last one read; short: how many
 * were only initials; cut: the last is unfinished), or null.
 */
function readFrom(letters, chars, start, readings) {
  hopeless.clear();
  return walk(letters, 0, chars, start, 0, readings);
}

function walk(letters, at, chars, index, short, readings) {
  if (at === letters.length) return { end: index, short, cut: false };
  if (index === chars.length) return null;
  const place = at * 256 + index;
  if (hopeless.has(place)) return null;
  const char = chars[index];
  if (letters.startsWith(char, at)) {
    const rest = walk(letters, at + char.length, chars, index + 1, short, readings);
    if (rest) return rest;
  }
  const options = readings.get(char);
  if (options?.length) {
    const rest =
      wholeSyllable(letters, at, chars, index, short, readings, options) ??
      unfinished(letters, at, index, short, options) ??
      initialOnly(letters, at, chars, index, short, readings, options);
    if (rest) return rest;
  }
  hopeless.add(place);
  return null;
}

function wholeSyllable(letters, at, chars, index, short, readings, options) {
  for (const { sound } of options) {
    if (!letters.startsWith(sound, at)) continue;
    const rest = walk(letters, at + sound.length, chars, index + 1, short, readings);
    if (rest) return rest;
  }
  return null;
}

function unfinished(letters, at, index, short, options) {
  if (letters.length - at < 2) return null;
  const left = letters.slice(at);
  return options.some(({ sound }) => sound.startsWith(left)) ? { end: index + 1, short, cut: true } : null;
}

function initialOnly(letters, at, chars, index, short, readings, options) {
  for (const { initials } of options) {
    for (const initial of initials) {
      if (!letters.startsWith(initial, at)) continue;
      const rest = walk(letters, at + initial.length, chars, index + 1, short + 1, readings);
      if (rest) return rest;
    }
  }
  return null;
}
