// The query in the address, so that it can be sent on and Back finds the list where it was left.

import { TOGGLE } from "./field.js";

const QUERY_NAME = "q"; // Material opens its box with it when a page loads
const SCROLLED = ".md-search__scrollwrap";

export class Address {
  /** Made before Material's script, which forgets what the history remembers. */
  constructor() {
    this.left = history.state?.searched ?? null;
    this.following = false;
  }

  /** Listens to the box: `result` holds what may be followed. */
  listen(input, result) {
    this.input = input;
    result.addEventListener("click", ({ target }) => target.closest("a.md-search-result__link") && this.#leave(result), true);
    document.getElementById(TOGGLE)?.addEventListener("change", ({ target }) => {
      if (!target.checked) this.#write(this.following ? this.input.value : "", this.following);
    });
    window.addEventListener("pageshow", () => (this.following = false));
  }

  /** The results for what stands in the field are there. */
  settled(result) {
    this.#write(this.input.value, false);
    if (this.left?.query !== this.input.value) return;
    const { top } = this.left;
    this.left = null;
    requestAnimationFrame(() => result.closest(SCROLLED)?.scrollTo({ top }));
  }

  #leave(result) {
    this.following = true;
    this.left = { query: this.input.value, top: result.closest(SCROLLED)?.scrollTop ?? 0 };
    this.#write(this.input.value, true);
  }

  #write(query, leaving) {
    const address = new URL(location.href);
    if (query.trim()) address.searchParams.set(QUERY_NAME, query);
    else address.searchParams.delete(QUERY_NAME);
    history.replaceState(leaving ? { searched: this.left } : null, "", address);
  }
}
