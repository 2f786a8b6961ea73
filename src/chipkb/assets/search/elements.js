// Parts of the search box that Material has no place for. Text goes in as text; only what the worker has
// escaped and marked goes in as HTML.

/** An element with properties and children (strings become text). */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** For an address; half a surrogate pair, which a careless paste leaves behind, cannot be encoded. */
export function encoded(text) {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}

/** A link as in Material's list, so that its arrow keys and Enter know it; never the best result. */
export function resultLink(href, title, snippet = "") {
  const article = element("article", { className: "md-search-result__article md-typeset", "data-md-score": "-1" });
  const heading = element("h2");
  heading.innerHTML = title;
  const text = element("span");
  text.innerHTML = snippet;
  article.append(heading, text);
  return element("a", { href, className: "md-search-result__link", tabIndex: -1 }, article);
}

export function textLink(href, text) {
  const article = element("article", { className: "md-search-result__article md-typeset", "data-md-score": "-1" });
  article.append(element("h2", {}, text));
  return element("a", { href, className: "md-search-result__link", tabIndex: -1 }, article);
}

/** Filters as links: arrow keys reach them, and they can be copied. `choose(query)` is told what to ask. */
export function filterPanel(data, labels, choose) {
  const active = Object.keys(data.filters).length > 0;
  const groups = ["kind", "domain", "is"].map((key) => filterGroup(key, data, labels, choose));
  const clear = active ? queryLink(labels.clear, withoutFilters(data.query), false, choose) : null;
  return element("details", { className: "ck-filters", open: active }, element("summary", { tabIndex: -1 }, labels.filter), ...groups, clear);
}

function filterGroup(key, data, labels, choose) {
  const links = data.facets[key].map(({ id, label, count }) => {
    const chosen = data.filters[key] === id;
    const rest = withoutFilters(data.query, key);
    return queryLink(`${label} ${count}`, chosen ? rest : `${rest} ${key}:${id}`.trim(), chosen, choose);
  });
  return links.length ? element("p", { className: "ck-filters__group" }, element("span", {}, labels[key]), ...links) : null;
}

function queryLink(text, query, chosen, choose) {
  // Enter makes Material ask every link for the score of its first child; a filter is never the best result.
  const label = element("span", { "data-md-score": "-1" }, text);
  const properties = { href: `?q=${encoded(query)}`, className: "ck-chip", tabIndex: -1 };
  const link = element("a", { ...properties, ...(chosen ? { "aria-current": "true" } : {}) }, label);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    event.stopPropagation(); // Material closes the search on any click on a link in it
    choose(query);
  });
  return link;
}

function withoutFilters(query, key = "kind|domain|is") {
  return query.replace(new RegExp(`(^|\\s)(?:${key}):[\\w-]+(?=\\s|$)`, "g"), "$1").trim();
}

/**
 * In words what is not held, or what is shown instead.
 * @param {{kind: string, what: string, to?: string, when?: string, of?: string, subject?: {name: string}}} said
 */
export function saidText({ kind, what, to = "", when = "", of = "", subject }, labels) {
  const words = { what, to, when, of: of || labels.other, subject: subject?.name ?? "" };
  return labels.said[kind].replace(/%(what|to|when|of|subject)/g, (_, key) => words[key]);
}

/** Above the list: what is not held and what is instead, a name that was corrected, what one may ask. */
export function saidParts({ said, corrected, compared, listed, answer, questions }, labels, root, ask) {
  const parts = [];
  if (compared) {
    const link = textLink(new URL(compared.url, root).href, labels.compare.replace("%a", () => compared.names[0]).replace("%b", () => compared.names[1]));
    link.classList.add("ck-go");
    parts.push(link);
  }
  if (listed) {
    const link = textLink(new URL(listed.url, root).href, labels.listed.replace("%s", () => [labels.companies, ...listed.labels].join(" · ")));
    if (!answer) link.classList.add("ck-go");
    parts.push(link);
  }
  if (corrected && !listed) parts.push(element("p", { className: "ck-search-said" }, saidText({ kind: "corrected", what: corrected.text, to: corrected.corrected }, labels)));
  if (said) parts.push(element("p", { className: "ck-search-said" }, saidText(said, labels)));
  if (said?.held.length) {
    parts.push(element("p", { className: "ck-search__heading" }, labels.held));
    parts.push(...said.held.map(({ text, url }) => textLink(new URL(url, root).href, text)));
  }
  if (questions.length) {
    const links = questions.map(({ text, query }) => queryLink(text, query, false, ask));
    parts.push(element("p", { className: "ck-search-questions" }, element("span", {}, labels.questions), ...links));
  }
  return parts;
}
