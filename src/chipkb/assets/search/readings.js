// Other ways to read a question that has no answer as it was read first. `answerTo(question)` answers a reading.

import { CHOICE } from "./question.js";

export const PEOPLE = ["company", "institution"];

/** 英伟达 H20 库存 read as 英伟达's, of its H20: what is told of a product on its maker's page. */
export function ofMaker(question, { names }, answerTo) {
  for (const subject of question.subjects) {
    for (let end = 2; end < subject.text.length - 1; end++) {
      const numbers = names.exact.get(subject.text.slice(0, end)) ?? [];
      const makers = numbers.map((number) => names.forms[number].page).filter((page) => PEOPLE.includes(names.kind(page)[0]));
      if (!makers.length || makers.some((page) => subject.pages.includes(page))) continue;
      const [start, middle] = [subject.start, subject.start + end];
      const maker = { role: "name", text: subject.text.slice(0, end), pages: makers, start, end: middle };
      const product = { role: "strange", text: subject.text.slice(end), start: middle, end: subject.end, ofPart: true };
      const subjects = question.subjects.map((one) => (one === subject ? maker : one));
      const answer = answerTo({ ...question, subjects, strangers: [...question.strangers, product] });
      if (answer && !answer.said) return answer;
    }
  }
  return null;
}

/** One after the other of several that are named together: 三星和海力士的份额. Where one is not held, that is said. */
export function ofEach(question, { names }, answerTo) {
  const together = namedTogether(question, names);
  if (together.length < 2) return null;
  const others = question.subjects.filter((subject) => !together.includes(subject));
  const answers = together.map((subject) => answerTo({ ...question, subjects: [subject, ...others] }));
  if (!answers.some((answer) => answer && !answer.said)) return null;
  const lacking = answers.find((answer) => !answer || answer.said);
  if (lacking !== undefined) return lacking;
  question.compare = true;
  return { facts: [...answers.map(({ facts }) => facts[0]), ...answers.flatMap(({ facts }) => facts.slice(1))] };
}

/** Subjects of one kind with only "and" or a comma between them. */
function namedTogether({ subjects, tokens, text }, names) {
  const together = subjects.slice(0, 1);
  for (const subject of subjects.slice(1)) {
    const last = together[together.length - 1];
    const between = tokens.filter(({ start, end }) => start >= last.end && end <= subject.start);
    const isJoined = between.length ? between.every((token) => CHOICE.includes(token.text)) : /[、/&]/.test(text);
    if (isJoined && names.kind(subject.pages[0])[0] === names.kind(last.pages[0])[0]) together.push(subject);
    else if (together.length === 1) together[0] = subject;
    else break;
  }
  return together;
}

/** A name that ends with a word for what is asked, where nothing else is: NVLink interconnect of a card is the bandwidth of its NVLink. */
export function atEnd(question, { names, words }, answerTo) {
  if (question.asked.length) return null;
  for (const subject of question.subjects.slice(1)) {
    for (let at = 2; at < subject.text.length - 1; at++) {
      const [front, word] = [subject.text.slice(0, at), subject.text.slice(at)];
      const codes = words.get(word);
      if (!codes?.some((code) => code.startsWith("figure:"))) continue;
      const middle = subject.start + at;
      const pages = (names.exact.get(front) ?? []).map((number) => names.forms[number].page);
      const part = { role: pages.length ? "name" : "strange", text: front, pages, start: subject.start, end: middle, ofPart: true };
      const others = question.subjects.filter((one) => one !== subject);
      const answer = answerTo({
        ...question,
        subjects: pages.length ? [...others, part] : others,
        strangers: pages.length ? question.strangers : [...question.strangers, part],
        asked: [{ role: "asked", text: word, codes, pages: [], start: middle, end: subject.end }],
      });
      if (answer && !answer.said) return answer;
    }
  }
  return null;
}

/** Of the market for a thing what is not told of the thing: the size of DRAM is that of the DRAM market. */
export function ofMarket(question, { names }, answerTo) {
  for (const subject of question.subjects) {
    const pages = [`${subject.text}市场`, `${subject.text}market`].flatMap((text) => names.exact.get(text) ?? []).map((number) => names.forms[number].page);
    if (!pages.length || pages.some((page) => subject.pages.includes(page))) continue;
    const subjects = question.subjects.map((one) => (one === subject ? { ...subject, pages: [...new Set(pages)] } : one));
    const answer = answerTo({ ...question, subjects });
    if (answer && !answer.said) return answer;
  }
  return null;
}
