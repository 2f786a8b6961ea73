// The fields one searches from: Material's own, and the larger one of the home page, which hands over to it.

export const OWN = "[data-md-component=search-query]";
const HOME = "#ck-q";
export const TOGGLE = "__search";

/** Calls `begin` once somebody is about to search. */
export function whenUsed(begin) {
  document.addEventListener("focusin", ({ target }) => target.matches(`${OWN}, ${HOME}`) && begin());
  document.getElementById(TOGGLE)?.addEventListener("change", ({ target }) => target.checked && begin());
  if (document.activeElement?.matches(`${OWN}, ${HOME}`)) begin();
}

/** Material listens to keys only; pasting, dictation and some input methods change the text without one. */
export function hearEveryInput() {
  document.addEventListener("input", ({ target }) => target.matches(OWN) && heard(target));
}

export function heard(input) {
  input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
}

/** What is typed on the home page is searched at once, in the box; a word that an input method is busy with is waited for. */
export function searchFromHome() {
  const field = document.querySelector(HOME);
  if (!field) return;
  field.addEventListener("input", ({ isComposing }) => isComposing || handOver(field));
  field.addEventListener("compositionend", () => handOver(field));
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    handOver(field);
  });
}

function handOver(field) {
  const [input, toggle] = [document.querySelector(OWN), document.getElementById(TOGGLE)];
  if (!field.value || !input) return;
  input.value = field.value;
  field.value = "";
  if (!toggle.checked) toggle.click();
  input.focus();
  heard(input);
}
