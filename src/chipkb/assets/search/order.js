// Which of the claims that answer comes first, and in which order the others follow.

const MOST_SHOWN = 6;
const SPENT = ["superseded", "refuted"];
const FIRST_SORTS = { figure: 0, event: 1, relation: 2, inverse: 2, topic: 3 };

/** The sorts of claims that the way of asking wants, where there are any. */
export function preferred(right, { when, who, asked }) {
  const among = (...sorts) => right.filter(({ sort }) => sorts.includes(sort));
  if (when) {
    const told = right.filter(({ planned }) => !planned);
    return told.length ? told : right;
  }
  const relations = among("relation", "inverse");
  if (who && relations.length) return relations;
  if (asked.length && among("figure", "event", "relation", "inverse").length) {
    const first = Math.min(...right.map(({ sort }) => FIRST_SORTS[sort]));
    return right.filter(({ sort }) => FIRST_SORTS[sort] === first);
  }
  return right;
}

/** The answer, then the others that say as much: the newest first, what is of a part or of a time to come after the whole. */
export function inOrder(right) {
  const [head, ...rest] = sortedBy(right, (one) => [
    isSpent(one.fact),
    -one.period,
    -one.parts,
    -one.verbatim,
    one.near,
    one.fact.page ? 1 : 0,
    one.parts ? one.unasked : Math.min(one.unasked, 0.5),
    one.beside ? 1 : 0,
    one.planned ? 1 : 0,
    one.order,
  ]);
  if (!head) return [];
  const isOther = (one) => Number(one.fact.label !== head.fact.label || one.parts < head.parts || Math.min(one.unasked, 0.5) > Math.min(head.unasked, 0.5));
  return [head, ...sortedBy(rest, (one) => [isSpent(one.fact), -one.period, isOther(one), one.fact.announced ? 1 : 0, -(one.fact.last ?? 0)])];
}

/** By the first number of the key in which two differ; else as they were. */
function sortedBy(list, key) {
  const keys = new Map(list.map((one) => [one, key(one)]));
  return [...list].sort((a, b) => {
    const [left, right] = [keys.get(a), keys.get(b)];
    const place = left.findIndex((value, i) => value !== right[i]);
    return place < 0 ? 0 : left[place] - right[place];
  });
}

const isSpent = ({ assessment }) => (SPENT.includes(assessment) ? 1 : 0);

export function newest(found) {
  return sortedBy(found, ({ fact }) => [isSpent(fact), -(fact.last ?? 0)]).slice(0, MOST_SHOWN);
}
