// The page's side of the search. Runs before Material's script: names our worker in its configuration and
// listens to the messages of ours that Material ignores. Joined into one classic script like the worker.

import { Address } from "./address.js";
import { element, encoded, filterPanel, resultLink, saidParts, saidText, textLink } from "./elements.js";
import { OWN, hearEveryInput, heard, searchFromHome, whenUsed } from "./field.js";
import { Keys } from "./keys.js";
import { labelsFor } from "./labels.js";
import { LateWorker } from "./late.js";
import { ASK_OTHERS, EXTRAS, LOST, OTHERS, READY, START } from "./messages.js";

const script = document.currentScript;
const labels = labelsFor(document.documentElement.lang);
const RESULTS = "[data-md-component=search-result]";
const NOTHING_YET = { settled: false, mayOpen: false };
const PATIENCE = 1500; // milliseconds for Material to set the search up

/** Names our worker, and gives Material shorter words for a page's further results. */
function setUpMaterial() {
  const holder = document.getElementById("__config");
  const config = JSON.parse(holder.textContent);
  config.search = new URL(script.dataset.worker, script.src).href;
  for (const [number, words] of Object.entries(labels.more)) config.translations[`search.result.more.${number}`] = words;
  holder.textContent = JSON.stringify(config);
  return config.search;
}

/** Material keeps its worker to itself; only the constructor is in our reach. It gets one that begins when it is used. */
function listenIn(url, used, received) {
  const Original = window.Worker;
  window.Worker = new Proxy(Original, {
    construct(_, [address, options]) {
      if (String(address) !== url) return new Original(address, options);
      window.Worker = Original;
      const worker = new LateWorker(() => new Original(address, options), (data) => received(data, worker));
      whenUsed(() => {
        used();
        begin(worker);
      });
      return worker;
    },
  });
}

function begin(worker) {
  if (worker.worker) return;
  document.querySelector(".md-search-result__meta").textContent = labels.loading;
  worker.begin();
  beginAnyway(worker);
}

/** Material sets the search up once; when the file it asks for is lost, the worker fetches it itself. */
function beginAnyway(worker) {
  const root = languageRoot().slice(new URL("../../", script.src).href.length);
  const timer = setTimeout(() => worker.postMessage({ type: START, data: root }), PATIENCE);
  worker.addEventListener("message", ({ data }) => data.type === READY && clearTimeout(timer));
}

/** Safari ends a composition before it reports its Enter: that key chose a word and is not for the page. */
function leaveKeysToInputMethods() {
  const OF_INPUT_METHOD = 229;
  const swallow = (event) => {
    if (event.keyCode !== OF_INPUT_METHOD && !event.isComposing) return;
    event.stopImmediatePropagation();
    if (event.key === "Enter") event.preventDefault();
  };
  window.addEventListener("keydown", swallow, true);
}

class Box {
  constructor(place, keys) {
    this.result = document.querySelector(RESULTS);
    this.input = document.querySelector(OWN);
    this.meta = this.result.firstElementChild;
    this.list = this.result.querySelector(".md-search-result__list");
    this.meta.setAttribute("role", "status");
    this.meta.setAttribute("aria-live", "polite");
    this.result.classList.add("ck-search");
    // After the list, where arrow keys come last; the style sheet shows the filters above it.
    this.said = element("div", { className: "ck-search__said" });
    this.filters = element("div", { className: "ck-search__filters" });
    this.help = element("div", { className: "ck-search__help" });
    this.others = element("div", { className: "ck-search__others" });
    // Read out once, not at each keystroke: the answer itself, for who does not see the card.
    this.spoken = element("p", { className: "ck-search__spoken", role: "status" });
    this.result.append(this.said, this.help, this.others, this.filters, this.spoken);
    this.address = place;
    place.listen(this.input, this.result);
    this.keys = keys;
  }

  lost() {
    this.meta.textContent = labels.lost;
  }

  show(data, worker) {
    this.data = data;
    const searched = data.query.trim() !== "";
    this.result.toggleAttribute("data-settled", data.final);
    this.result.setAttribute("data-query", data.query);
    this.filters.replaceChildren(...(searched && (data.total || Object.keys(data.filters).length) ? [this.#filters()] : []));
    this.said.replaceChildren(...(searched && data.final ? saidParts(data, labels, languageRoot(), (query) => this.ask(query)) : []));
    this.help.replaceChildren(...(searched && data.final && ((!data.total && !data.listed) || data.said) ? this.#help() : []));
    if (data.final) this.others.replaceChildren(...(searched ? data.others.map((other) => this.#ask(other, worker)) : []));
    this.#announce(data);
    if (data.final && data.query === this.input.value) this.address.settled(this.result);
    this.keys.arrived();
  }

  /** May Enter open the first result? Not before it is known, and not where nothing of that name is held. */
  state() {
    const settled = this.data?.query === this.input.value && Boolean(this.data.final || this.data.answer);
    return { settled, mayOpen: settled && (this.data.total > 0 || this.data.listed !== null) && !["subject", "mention"].includes(this.data.said?.kind) };
  }

  showOthers(data) {
    if (data.query !== this.data?.query || !data.items.length) return;
    const heading = element("p", { className: "ck-search__heading" }, labels.others[data.lang] ?? data.lang);
    const site = new URL("../../", script.src);
    const links = data.items.map((item) => resultLink(new URL(data.root + item.url, site).href, item.title, item.snippet));
    const section = element("section", { lang: data.lang }, heading, ...links);
    this.others.replaceChildren(section);
  }

  ask(query) {
    this.input.value = query;
    this.input.focus();
    heard(this.input);
  }

  #filters() {
    const panel = filterPanel(this.data, labels, (query) => this.ask(query));
    const before = this.filters.querySelector("details");
    panel.open ||= Boolean(before?.open);
    return panel;
  }

  #help() {
    const near = (this.data.said?.near ?? this.data.near).map(({ name, url }) => textLink(new URL(url, languageRoot()).href, name));
    const parts = near.length ? [element("p", { className: "ck-search__heading" }, labels.near), ...near] : [];
    if (script.dataset.missing) {
      const text = labels.missing.replace("%s", () => shortened(this.data.query.trim()));
      parts.push(textLink(script.dataset.missing + encoded(shortened(this.data.query.trim(), 120)), text));
    }
    return parts;
  }

  #ask({ lang }, worker) {
    const button = element("button", { type: "button", className: "ck-search__ask" }, labels.ask[lang] ?? lang);
    button.addEventListener("click", () => worker.postMessage({ type: ASK_OTHERS, data: this.data.query }));
    return button;
  }

  /** Over Material's count of listed pages: how many were found, and whether the answer is among them. */
  #announce(data) {
    const said = data.said && saidText(data.said, labels);
    const count = data.total ? labels.results.replace("%s", () => String(data.total)) : null;
    const card = data.answer && this.list.querySelector(".ck-answer")?.closest("article")?.innerText.replace(/\s+/g, " ").trim();
    if ((card ?? "") !== this.spoken.textContent && (card || data.final)) this.spoken.textContent = card ?? "";
    const seeking = data.final ? null : labels.loading;
    if (count || said || seeking) this.meta.textContent = [data.answer && labels.answer, said, count, seeking].filter(Boolean).join(" · ");
  }
}

/** The query, short enough for a line; never half a character. */
function shortened(text, most = 40) {
  const chars = [...text];
  return chars.length > most ? `${chars.slice(0, most).join("")}…` : text;
}

/** Material's own base of the page's language. */
function languageRoot() {
  return new URL(JSON.parse(document.getElementById("__config").textContent).base, location.href.replace(/[?#].*/, "")).href.replace(/\/?$/, "/");
}

function explainFile() {
  const place = document.querySelector("[data-md-component=search]");
  place?.after(element("p", { className: "ck-search__file", role: "note" }, labels.file));
}

let box = null;
let keys = null;
if (location.protocol === "file:") explainFile();
else {
  const place = new Address();
  hearEveryInput();
  searchFromHome();
  leaveKeysToInputMethods();
  // Keys are heard from the start, as on a slow network Enter comes long before the worker does; the
  // box grows its parts later, as Material takes the last part there for its list.
  const used = () => (keys ??= new Keys(document.querySelector(OWN), document.querySelector(RESULTS), () => box?.state() ?? NOTHING_YET));
  listenIn(setUpMaterial(), used, ({ type, data }, worker) => {
    if (type !== EXTRAS && type !== OTHERS && type !== LOST) return;
    used();
    box ??= new Box(place, keys);
    if (type === EXTRAS) box.show(data, worker);
    else if (type === LOST) box.lost();
    else box.showOthers(data);
  });
}
