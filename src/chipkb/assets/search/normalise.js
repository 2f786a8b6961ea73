// One spelling for what a person sees as the same. terms.py does the same at build time.

const HAN = "\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{3ffff}";
const OTHER = `(?:(?![${HAN}])[\\p{L}\\p{N}])`;
const PIECE = new RegExp(`[${HAN}]+|[0-9]+(?:\\.[0-9]+)+${OTHER}*|${OTHER}+`, "gu");
const PLAIN = /^[\x00-\x7f]*$/;

export function normalise(text) {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize("NFKC").toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "");
}

/** Is the first character Han? By its code: this is asked millions of times. */
export function isHan(char) {
  const code = char.codePointAt(0);
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    code === 0x3007 ||
    (code >= 0x20000 && code <= 0x3ffff)
  );
}

/** Runs of Han characters, and words or numbers, in order: [{text, han, at}]. */
export function pieces(normalised) {
  return [...normalised.matchAll(PIECE)].map((match) => ({
    text: match[0],
    han: isHan(match[0]),
    at: match.index,
  }));
}

/** Traditional characters to simplified ones, by the site's table ("臺台灣湾…"). */
export function folder(table) {
  const fold = new Map();
  const chars = [...table];
  for (let i = 0; i + 1 < chars.length; i += 2) fold.set(chars[i], chars[i + 1]);
  return (text) => {
    if (PLAIN.test(text)) return text;
    let folded = "";
    for (const char of text) folded += fold.get(char) ?? char;
    return folded;
  };
}

/** A text without spaces and punctuation, and where in it each piece begins. */
export function joinPieces(list) {
  let text = "";
  const edges = [];
  for (const piece of list) {
    const bare = piece.text.replaceAll(".", "");
    edges.push(text.length);
    text += bare;
  }
  return { text, edges };
}

/**
 * The text normalised and folded character by character, with the place in the source that each
 * character of the result comes from: what highlighting needs.
 */
export function traced(text, fold) {
  let result = "";
  const from = [];
  let at = 0;
  for (const char of text) {
    const level = fold(normalise(char));
    for (let i = 0; i < level.length; i++) from.push(at);
    result += level;
    at += char.length;
  }
  from.push(at);
  return { text: result, from };
}
