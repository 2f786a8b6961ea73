// What a person typed: filters taken out, question words set aside, other spellings added.

import { joinPieces, normalise, pieces } from "./normalise.js";

const MOST_CHARACTERS = 160;
const FILTER = /(?:^|\s)(kind|domain|is):([\w-]+)(?=\s|$)/g;

/** Words of a question that say nothing of the subject. */
const ASKING_WORDS = [
  "请问|想知道|告诉我|介绍一下|介绍",
  "是什么意思|什么意思|是什么时候|什么时候|是什么|什么是|是啥|是谁|什么|为什么|为何",
  "是多少|有多少|占多少|达多少|多少钱|多少|有多大|多大|多高|有几家|几家|几个|几款|几年",
  "有哪些|哪些|哪几家|哪家|哪个|哪年|哪里|谁是|有谁",
  "怎么样|怎样|怎么|如何|好不好|能不能|会不会|是不是|有没有|是否",
  "目前|现在|最新|情况|进展如何",
  "吗|呢|吧|啊|呀|了|的|是",
].join("|");
const ASKING_HAN = new RegExp(ASKING_WORDS, "g");
const ASKING_AROUND = new RegExp(`^(?:${ASKING_WORDS}|[\\s?？])+|(?:${ASKING_WORDS}|[\\s?？])+$`, "g");
/** Single characters that ask or join in one place and belong to a name in another (台达, 占美). */
const JOINING_HAN = /[在有占达和与及把被做]/g;
const ASKING_LATIN = new Set(
  (
    "a an the of in on at for to by from with and or is are was were be been do does doing did has have had will would can could " +
    "what whats which who whom whose when where why how much many it its s there this that these those about tell me please " +
    "mean means meaning any some into as than current currently latest"
  ).split(" "),
);

/** Takes "kind:company", "domain:gpu", "is:refuted" out of what was typed. */
export function takeFilters(raw) {
  const filters = {};
  const rest = raw.replace(FILTER, (_, key, value) => {
    filters[key] = value.toLowerCase();
    return " ";
  });
  return { rest: rest.trim() === raw.trim() ? raw : rest, filters };
}

/** Everything the tiers ask of a query. `taiwan`: [[their wording, ours], …]. */
export function analyse(raw, fold, taiwan) {
  const { rest, filters } = takeFilters([...raw.slice(0, 4 * MOST_CHARACTERS)].slice(0, MOST_CHARACTERS).join(""));
  const text = fold(normalise(rest)).replace(/^\s+/, "");
  const wordings = [text, ...taiwanWordings(text, taiwan)];
  const subjects = wordings.map(withoutAsking);
  const trimmed = wordings.map(withoutAskingAround);
  const bare = subjects.map((subject) => subject.replace(JOINING_HAN, " ").trim());
  return {
    raw,
    filters,
    text,
    subject: subjects[0] || text,
    asks: subjects[0] !== text.trim(),
    readings: distinct([
      ...wordings.map((wording, i) => reading(wording, i ? 0.98 : 1)),
      ...trimmed.map((subject, i) => reading(subject, i ? 0.96 : 0.98)),
      ...subjects.map((subject, i) => reading(subject, i ? 0.95 : 0.97)),
      ...bare.map((subject) => reading(subject, 0.93)),
    ]),
    wordings: distinct([...subjects, ...wordings].map((wording) => reading(wording, 1))),
  };
}

function reading(text, factor) {
  const list = pieces(text);
  const { text: joined, edges } = joinPieces(list);
  return { text, joined, factor, list, edges: new Set([...edges, joined.length]) };
}

function distinct(readings) {
  const seen = new Set();
  return readings.filter(({ joined }) => joined && !seen.has(joined) && seen.add(joined));
}

/** The query without asking words before and after its subject: "back end of line" keeps its "of". */
function withoutAskingAround(text) {
  const words = text.replace(ASKING_AROUND, " ").trim().split(/\s+/);
  const says = (word) => !ASKING_LATIN.has(word.replaceAll("'", ""));
  const first = words.findIndex(says);
  return first < 0 ? "" : words.slice(first, words.findLastIndex(says) + 1).join(" ");
}

/** The query without the words that only ask; spaces stay where they were taken from. */
function withoutAsking(text) {
  return text
    .replace(/[a-z0-9']+/g, (word) => (ASKING_LATIN.has(word.replaceAll("'", "")) ? " " : word))
    .replace(ASKING_HAN, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Readings of the query in the site's wording, the longest Taiwan words first. */
function taiwanWordings(text, taiwan) {
  const present = taiwan.filter(([theirs]) => text.includes(theirs));
  if (!present.length) return [];
  present.sort((a, b) => b[0].length - a[0].length);
  const choices = new Map();
  for (const [theirs, ours] of present) {
    if (!choices.has(theirs)) choices.set(theirs, []);
    choices.get(theirs).push(ours);
  }
  const most = Math.min(3, Math.max(...[...choices.values()].map((list) => list.length)));
  return Array.from({ length: most }, (_, i) => {
    let wording = text;
    for (const [theirs, ours] of choices) wording = wording.replaceAll(theirs, ours[i] ?? ours[0]);
    return wording;
  });
}
