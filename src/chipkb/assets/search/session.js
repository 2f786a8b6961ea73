// A conversation with one page: which language's engine, which query is the latest, what to send when.

import { Engine } from "./engine.js";
import { ASK_OTHERS, EXTRAS, OTHERS, QUERY, READY, RESULT, SETUP } from "./messages.js";
import { briefly, extras, isWeak, materialItems } from "./present.js";
import { Store } from "./store.js";

const IDLE = 500;

export class Session {
  /**
   * `load(path)`: a promise of the JSON at a path below the site's root; `send(message)`: to the page;
   * `rest()`: a promise that the person stopped typing.
   */
  constructor(load, send, rest = () => new Promise((done) => setTimeout(done, IDLE))) {
    this.load = load;
    this.send = send;
    this.rest = rest;
    this.latest = 0;
    this.engines = new Map();
  }

  async receive({ type, data }) {
    if (type === SETUP) {
      this.engine = await this.#start(data.config);
      this.send({ type: READY });
    } else if (type === QUERY) {
      await this.#answer(data);
    } else if (type === ASK_OTHERS) {
      await this.#askOthers(data, this.latest);
    }
  }

  async #start(manifest) {
    const folder = `${manifest.root}search/`;
    const store = new Store((name) => this.load(folder + name));
    const [names, tables] = await Promise.all([store.get(manifest.files.names), store.get(manifest.files.tables)]);
    return new Engine(manifest, names, tables, store);
  }

  async #answer(raw) {
    const turn = ++this.latest;
    let result = null;
    try {
      for await (result of this.engine.search(raw)) {
        if (turn !== this.latest) return;
        this.#show(result);
      }
    } catch (error) {
      // Text could not be fetched (offline): what the names said stays, and says that it is all.
      if (turn !== this.latest) return;
      if (!result) throw error;
      this.#show({ ...result, final: true });
      return;
    }
    if (!raw.trim() || !isWeak(result)) return;
    await this.rest();
    if (turn === this.latest) await this.#askOthers(raw, turn);
  }

  #show(result) {
    const more = extras(result, this.engine);
    const items = materialItems(result, this.engine);
    // Material writes its list and its count first; what is ours comes on top of it.
    this.send({ type: RESULT, data: { items, suggest: suggestion(result, this.engine) } });
    this.send({ type: EXTRAS, data: more });
  }

  async #askOthers(raw, turn) {
    for (const { lang, root } of this.engine.manifest.others) {
      const engine = await this.#other(lang, root);
      let result = null;
      for await (result of engine.search(raw)) if (turn !== this.latest) return;
      this.send({ type: OTHERS, data: { query: raw, lang, root, items: briefly(result, engine) } });
    }
  }

  #other(lang, root) {
    if (!this.engines.has(lang)) {
      const started = this.load(`${root}search/search_index.json`).then(({ config }) => this.#start(config));
      started.catch(() => this.engines.delete(lang));
      this.engines.set(lang, started);
    }
    return this.engines.get(lang);
  }
}

/** For Material's completion: the first title, when the query begins it. */
function suggestion({ query, hits }, engine) {
  const title = hits.length ? engine.names.title(hits[0].page) : "";
  return title.startsWith(query.raw) ? [title.split(/\s+/).at(query.raw.split(/\s+/).length - 1)] : [];
}
