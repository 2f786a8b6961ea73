// The box as a combobox: arrows move a mark over the results while the focus stays in the field, Enter opens
// what is marked, or the first result once there is one. Keys that an input method is busy with do nothing.

const CHOICES = ".md-search-result__link, a.ck-chip, .md-search-result__more > summary, .ck-filters > summary";
const INPUT_METHOD_KEY = 229;

/** `state()`: {settled, mayOpen} of the results for what stands in the field. */
export class Keys {
  constructor(input, result, state) {
    this.input = input;
    this.result = result;
    this.state = state;
    this.waiting = null;
    this.marked = null;
    result.id ||= "ck-search-results";
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-haspopup": "dialog", "aria-controls": result.id, "aria-expanded": "false" })) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", () => this.#mark(null));
    // Before Material's own, which moves the focus into the list and opens whatever scores best.
    window.addEventListener("keydown", (event) => this.#pressed(event), true);
  }

  /** New results are here: what was marked may be gone, and an Enter that came too early is due. */
  arrived() {
    if (this.marked && !this.marked.isConnected) this.#mark(null);
    this.input.setAttribute("aria-expanded", String(this.#choices().length > 0));
    if (this.waiting !== null && this.state().settled) {
      const due = this.waiting === this.input.value;
      this.waiting = null;
      if (due) this.#open();
    }
  }

  #pressed(event) {
    if (event.target !== this.input || event.isComposing || event.keyCode === INPUT_METHOD_KEY) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step && event.key !== "Enter") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (step) this.#move(step);
    else if (this.marked || this.state().settled) this.#open();
    else this.waiting = this.input.value;
  }

  #open() {
    if (this.marked) this.marked.click();
    else if (this.state().mayOpen) this.#best()?.click();
  }

  /** The comparison that was asked for, the answer, or the first result. */
  #best() {
    const answer = this.result.querySelector(".ck-answer")?.closest("a");
    return this.result.querySelector(".ck-go") ?? answer ?? this.result.querySelector(".md-search-result__list .md-search-result__link");
  }

  #move(step) {
    const choices = this.#choices();
    const at = choices.indexOf(this.marked);
    this.#mark(choices[at < 0 ? (step > 0 ? 0 : choices.length - 1) : at + step] ?? null);
  }

  #mark(choice) {
    this.marked?.removeAttribute("data-marked");
    this.marked = choice;
    if (!choice) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    choice.id ||= `ck-choice-${Math.random().toString(36).slice(2)}`;
    choice.setAttribute("data-marked", "");
    choice.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", choice.id);
  }

  /** What can be seen, from top to bottom as it is shown. */
  #choices() {
    const seen = [...this.result.querySelectorAll(CHOICES)].filter((choice) => choice.offsetParent !== null);
    const top = new Map(seen.map((choice) => [choice, choice.getBoundingClientRect().top]));
    return seen.sort((a, b) => top.get(a) - top.get(b));
  }
}
