// Files of the index: fetched when first needed, kept while the page lives, cached by the browser for ever.

const PREFIX_LENGTH = 3;

/** The shard of a term (FNV-1a, as in files.py): Latin words by their first letters. */
export function shardOf(term, shards) {
  const key = term.charCodeAt(0) < 128 ? [...term].slice(0, PREFIX_LENGTH).join("") : term;
  let digest = 0x811c9dc5;
  for (const char of key) digest = Math.imul(digest ^ char.codePointAt(0), 0x01000193) >>> 0;
  digest = (digest ^ (digest >>> 15)) >>> 0;
  return digest % shards;
}

export class Store {
  /** `load(name)` gives a promise of the file's JSON. */
  constructor(load) {
    this.load = load;
    this.files = new Map();
  }

  /** The file, if it is here already. */
  have(name) {
    const entry = this.files.get(name);
    return entry && "value" in entry ? entry.value : undefined;
  }

  get(name) {
    const known = this.files.get(name);
    if (known) return known.promise;
    const entry = {};
    this.files.set(name, entry);
    entry.promise = this.load(name).then(
      (value) => {
        entry.value = value;
        return value;
      },
      (error) => {
        this.files.delete(name); // the next query tries again
        throw error;
      },
    );
    return entry.promise;
  }
}
