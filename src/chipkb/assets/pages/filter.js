/* Filters a list by what its items say in data-kind, data-domain and so on, and by a word; the choice stands
   in the address, so that a filtered list can be linked to. Without this script the whole list is shown. */
const form = document.querySelector("form.ck-filter");
const list = document.getElementById(form.dataset.for ?? "") ?? document.querySelector(".md-content");
const items = [...list.querySelectorAll("[data-kind]")];
const groups = [...list.querySelectorAll(".ck-year, .ck-ahead, .ck-topic, [data-fold]")];
const folds = list.querySelectorAll(".ck-topic, [data-fold]"); // closed until one looks for something
const fields = [...form.querySelectorAll("select, input")];
const output = form.querySelector("output");
const none = document.getElementById(form.dataset.none);

const plain = (text) => text.normalize("NFKC").toLowerCase();

const fits = (item) =>
  fields.every(({ name, value, localName }) => {
    if (!value) return true;
    if (localName === "select") return item.dataset[name].split(" ").includes(value);
    return plain(value).split(/\s+/).every((word) => plain(item.textContent).includes(word));
  });

const show = () => {
  for (const item of items) item.hidden = !fits(item);
  for (const group of groups) {
    group.hidden = !group.querySelector("[data-kind]:not([hidden])");
    const head = group.matches(".ck-topic") ? group.previousElementSibling : null;
    if (head instanceof HTMLElement) head.hidden = group.hidden;
  }
  const asked = fields.some(({ value }) => value);
  for (const fold of folds) fold.open = asked || fold.contains(document.querySelector(":target"));
  const shown = items.filter((item) => !item.hidden).length;
  output.textContent = output.dataset.words.replace("{n}", shown);
  none.hidden = shown > 0;
};

const readAddress = () => {
  const asked = new URLSearchParams(location.search);
  for (const field of fields) {
    const value = asked.get(field.name) ?? "";
    const known = field.localName === "input" || [...field.options].some((option) => option.value === value);
    field.value = known ? value : "";
  }
  show();
};

const writeAddress = () => {
  const address = new URL(location.href);
  for (const { name, value } of fields) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(history.state, "", address);
};

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", () => {
  writeAddress();
  show();
});
form.addEventListener("reset", () => setTimeout(() => { // after the browser has reset the lists
  writeAddress();
  show();
}));
addEventListener("popstate", readAddress);
addEventListener("hashchange", show);
form.hidden = false;
readAddress();
