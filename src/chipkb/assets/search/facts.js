// Inside the pages that fit: which fact answers, and how well.

import { joinPieces, normalise, pieces } from "./normalise.js";
import { stem, wordTerms } from "./terms.js";

const ANSWERS = 0.5;
const SHOWN = 0.3;

/** Folds what a page says once, so that a keystroke only compares. */
export function prepare(details, fold, names, asked) {
  if (details.ready) return details;
  const level = (text) => fold(normalise(text ?? ""));
  details.facts = details.facts.map(
    ([anchor, code, label, text, value, date, source, assessment, about = [], first, last, announced = false, part = "", whole = false, dissent = "", page = ""]) => {
      const called = asked?.[code]?.split("\t") ?? [];
      const joined = [label, ...called].map((name) => joinPieces(pieces(level(name))).text);
      return {
        ...{ anchor, code, label, text, value, date, source, assessment, about, first, last, announced, part, whole, dissent, page },
        assessmentLabel: names.assessments.find(([id]) => id === assessment)?.[1] ?? assessment,
        metrics: joined.filter((name) => name.length > 1),
        labels: joined.slice(0, 3),
        body: body(level([label, text, value, date, ...called].filter(Boolean).join(" \n "))),
        own: body(counted(level([label, text, value, part].filter(Boolean).join(" \n ")))),
        part_: body(counted(level(part))),
        written: part.split(" \n ").map((words) => level(words).replace(/\s+/g, "")).filter(Boolean),
        parts: part.split(" \n ").map((words) => joinPieces(pieces(level(words).replace(/[(（][^()（）]*[)）]/g, ""))).text),
      };
    },
  );
  details.body = body(level(`${details.summary} \n ${details.prose}`));
  details.joinedBody = details.body;
  details.ready = true;
  return details;
}

/** Without what is only among what is counted: the revenue of a group that includes phones is not that of phones. */
const counted = (text) => text.replace(/(?<=[，,；;(（])\s*(?:不?含|包括|不包括|including|includes|excluding|with|without)(?![a-z])[^，,；;()（）\n]*/g, "");

/** A folded text, and its words. */
export function body(text) {
  const list = pieces(text);
  const words = list.filter((piece) => !piece.han).map((piece) => piece.text);
  const { text: joined, edges } = joinPieces(list);
  return { text, words: new Set(wordTerms(words)), joined, edges: new Set(edges) };
}

export function says(where, term) {
  if (!/^[a-z0-9]/.test(term.text)) return where.text.includes(term.text);
  if (where.words.has(term.text)) return true;
  if (!term.open || term.text.length < 2) return false;
  for (const word of where.words) if (word.startsWith(term.text)) return true;
  return false;
}

/**
 * Facts of a page that speak of the query, the best first: [{fact, score, answers}]. `called` is the folded
 * text of the page's names: what the query says beyond them is what is asked. Of facts that fit alike the
 * first of the page answers: the build put them in the order in which they speak for each other.
 */
export function bestFacts(details, query, terms, rarity, called) {
  const worth = (list) => list.reduce((sum, term) => sum + (rarity.get(term.text) ?? 1), 0);
  const asked = terms.filter((term) => !says(called, term));
  const total = worth(terms);
  const beyond = worth(asked);
  if (!total) return [];
  const wordings = query.wordings.map(({ joined }) => joined);
  return details.facts
    .map((fact) => {
      const own = beyond ? worth(asked.filter((term) => says(fact.body, term))) / beyond : 0;
      const whole = (total - beyond + own * beyond) / total;
      const named = longestName(fact, wordings);
      const metric = Math.min(1, named / 4);
      const score = own || metric ? 0.3 * whole + 0.45 * own + 0.25 * metric : 0;
      return { fact, score, named, answers: score >= ANSWERS && (own >= 0.5 || metric >= 0.5) };
    })
    .filter(({ score }) => score >= SHOWN)
    .sort((a, b) => b.score - a.score || b.named - a.named);
}

/** How much of the query is the fact's metric: "share of revenue" says more than the "revenue" in it. */
function longestName(fact, wordings) {
  const said = fact.metrics.filter((name) => wordings.some((wording) => wording.includes(name)));
  return Math.max(0, ...said.map((name) => name.length));
}

/** Does the page say the query word for word? Latin words count whole: "micon" is not in "silicon". */
export function saysLiterally(details, { joined, list }) {
  if (joined.length < 3) return false;
  const bodies = [details.body, ...details.facts.map((fact) => fact.body)];
  if (list.every((piece) => !piece.han)) return bodies.some(({ words }) => list.every((piece) => words.has(stem(piece.text))));
  details.joined ??= bodies.map(({ text }) => joinPieces(pieces(text)).text).join("\n");
  return details.joined.includes(joined);
}
