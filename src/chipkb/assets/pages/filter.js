/* Filters a list by what its items say in data-kind, data-domain and so on, and by a word; the choice stands
   in the address, so that a filtered list can be linked to. Of a long list the first `data-first` are shown
   until one asks for all. Without this script the whole list is shown. */
const form = document.querySelector("form.ck-filter");
const list = document.getElementById(form.dataset.for ?? "") ?? document.querySelector(".md-content");
const items = [...list.querySelectorAll("[data-kind]")];
const groups = [...list.querySelectorAll(".ck-year, .ck-ahead, .ck-topic, .ck-under-head, [data-fold]")];
const folds = list.querySelectorAll(".ck-topic, [data-fold]"); // closed until one looks for something
const fields = [...form.querySelectorAll("select, input")];
const output = form.querySelector("output");
const none = document.getElementById(form.dataset.none);

const first = Number(form.dataset.first ?? Infinity);
const more = document.createElement("button");
more.type = "button";
more.className = "ck-show-all";
let isWhole = false;

const plain = (text) => text.normalize("NFKC").toLowerCase();

const fits = (item) =>
  fields.every(({ name, value, localName }) => {
    if (!value) return true;
    if (localName === "select") return item.dataset[name].split(" ").includes(value);
    return plain(value).split(/\s+/).every((word) => plain(item.textContent).includes(word));
  });

const show = () => {
  const fitting = items.filter(fits);
  const cut = isWhole || fitting.length <= first * 1.2 ? Infinity : first;
  const seen = new Set(fitting.slice(0, cut));
  for (const item of items) item.hidden = !seen.has(item);
  for (const group of groups) {
    group.hidden = !group.querySelector("[data-kind]:not([hidden])");
    const head = group.matches(".ck-topic, .ck-under-head") ? group.previousElementSibling : null;
    if (head instanceof HTMLElement) head.hidden = group.hidden;
  }
  const asked = fields.some(({ value }) => value);
  for (const fold of folds) fold.open = asked || fold.contains(document.querySelector(":target"));
  output.textContent = output.dataset.words.replace("{n}", fitting.length);
  none.hidden = fitting.length > 0;
  more.hidden = seen.size === fitting.length;
  more.textContent = (form.dataset.all ?? "").replace("{n}", fitting.length);
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

more.addEventListener("click", () => {
  const next = items.filter(fits)[first];
  isWhole = true;
  show();
  next?.querySelector("a")?.focus(); // the button is gone: one reads on where the list went on
});
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
if (Number.isFinite(first)) list.after(more);
readAddress();
