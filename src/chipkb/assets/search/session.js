// A conversation with one page: which language's engine, which query is the latest, what to send when.

import { Engine } from "./engine.js";
import { ASK_OTHERS, EXTRAS, LOST, OTHERS, QUERY, READY, RESULT, SETUP, START } from "./messages.js";
import { briefly, extras, isWeak, materialItems } from "./present.js";
import { Store } from "./store.js";

const IDLE = 500; // milliseconds after which a person has stopped typing
const TYPING = 100; // and between two keys
const RETRIES = [300, 2000, 8000, 30000]; // milliseconds to wait after each failure

export class Session {
  /**
   * `load(path, fresh)`: a promise of the JSON at a path below the site's root, past every cache if `fresh`;
   * `send(message)`: to the page; `rest(milliseconds)`: a promise that so much time has passed.
   */
  constructor(load, send, rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds))) {
    this.load = load;
    this.send = send;
    this.rest = rest;
    this.latest = 0;
    this.manifests = new Map(); // by the root of their language, as are the engines
    this.engines = new Map();
  }

  async receive({ type, data }) {
    if (type === SETUP) {
      this.manifests.set(data.config.root, data.config);
      await this.#begin(data.config.root);
    } else if (type === START) {
      await this.#begin(data);
    } else if (type === QUERY) {
      await this.#answer(data);
    } else if (type === ASK_OTHERS) {
      await this.#askOthers(data, this.latest);
    }
  }

  /** Material asks nothing before it has heard READY: a lost file is asked for again with the query. */
  async #begin(root) {
    if (this.root !== undefined) return;
    this.root = root;
    await this.#engineOf(root).catch(() => {});
    this.send({ type: READY });
  }

  #engineOf(root) {
    if (!this.engines.has(root)) {
      const started = this.#start(root);
      started.catch(() => this.engines.get(root) === started && this.engines.delete(root));
      this.engines.set(root, started);
    }
    return this.engines.get(root);
  }

  async #start(root) {
    if (!this.manifests.has(root)) this.manifests.set(root, await this.#manifest(root, false));
    const manifest = this.manifests.get(root);
    const store = new Store((name) => this.load(`${root}search/${name}`));
    const { names, sounds, shards } = manifest.files;
    // All in one round; who needs the last two waits for them, and asks again for what was lost.
    for (const name of [sounds, shards]) store.get(name).catch(() => {});
    return new Engine(manifest, await store.get(names), store);
  }

  async #manifest(root, fresh) {
    return (await this.load(`${root}search/search_index.json`, fresh)).config;
  }

  /** After a file was lost: a new release may have other files than the manifest that a cache kept. */
  async #renew(root) {
    const manifest = await this.#manifest(root, true);
    if (JSON.stringify(manifest) === JSON.stringify(this.manifests.get(root))) return;
    this.manifests.set(root, manifest);
    this.engines.delete(root);
  }

  async #answer(raw) {
    const turn = ++this.latest;
    let [result, engine] = [null, null];
    for (const pause of RETRIES) {
      try {
        engine = await this.#engineOf(this.root);
        for await (result of engine.search(raw)) {
          if (turn !== this.latest) return;
          this.#show(result, engine);
          // Who types on needs no text of what was typed so far.
          if (!result.final) await this.rest(TYPING);
          if (turn !== this.latest) return;
        }
        if (raw.trim() && isWeak(result)) await this.#askLater(raw, turn);
        return;
      } catch (error) {
        if (turn !== this.latest) return;
        console.warn(error);
        // What the names said stays, and says that it is all; without them we say what is wrong.
        if (result) this.#show({ ...result, final: true }, engine);
        else this.send({ type: LOST, data: { query: raw } });
      }
      await this.rest(pause);
      if (turn !== this.latest) return;
      await this.#renew(this.root).catch(() => {});
    }
  }

  async #askLater(raw, turn) {
    await this.rest(IDLE);
    if (turn === this.latest) await this.#askOthers(raw, turn);
  }

  #show(result, engine) {
    const more = extras(result, engine);
    const items = materialItems(result, engine);
    // Material writes its list and its count first; what is ours comes on top of it.
    this.send({ type: RESULT, data: { items, suggest: suggestion(result, engine) } });
    this.send({ type: EXTRAS, data: more });
  }

  /** The other languages are an extra: where their files are lost, this language's answer stands alone. */
  async #askOthers(raw, turn) {
    for (const { lang, root } of (await this.#engineOf(this.root)).manifest.others) {
      try {
        const engine = await this.#engineOf(root);
        let result = null;
        for await (result of engine.search(raw)) if (turn !== this.latest) return;
        this.send({ type: OTHERS, data: { query: raw, lang, root, items: briefly(result, engine) } });
      } catch {
        await this.#renew(root).catch(() => {});
      }
    }
  }
}

/** For Material's completion: the first title, when the query begins it. */
function suggestion({ query, hits }, engine) {
  const title = hits.length ? engine.names.title(hits[0].page) : "";
  return title.startsWith(query.raw) ? [title.split(/\s+/).at(query.raw.split(/\s+/).length - 1)] : [];
}
