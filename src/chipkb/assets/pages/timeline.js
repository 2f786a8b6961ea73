/* Filters a list by what its items say in data-kind and data-domain; the choice stands in the address,
   so that a filtered list can be linked to. Without this script the whole list is shown. */
const form = document.querySelector("form.ck-filter");
const list = document.getElementById(form.dataset.for);
const items = [...list.querySelectorAll("[data-kind]")];
const groups = [...list.querySelectorAll(".ck-year, .ck-ahead")];
const selects = [...form.querySelectorAll("select")];
const output = form.querySelector("output");
const none = document.getElementById("no-events");

const fits = (item) =>
  selects.every(({ name, value }) => !value || item.dataset[name].split(" ").includes(value));

const show = () => {
  for (const item of items) item.hidden = !fits(item);
  for (const group of groups) group.hidden = !group.querySelector("[data-kind]:not([hidden])");
  const shown = items.filter((item) => !item.hidden).length;
  output.textContent = output.dataset.words.replace("{n}", shown);
  none.hidden = shown > 0;
};

const readAddress = () => {
  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = asked.get(select.name) ?? "";
    select.value = [...select.options].some((option) => option.value === value) ? value : "";
  }
  show();
};

const writeAddress = () => {
  const address = new URL(location.href);
  for (const { name, value } of selects) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(history.state, "", address);
};

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", () => {
  writeAddress();
  show();
});
form.addEventListener("reset", () => setTimeout(() => { // after the browser has reset the lists
  writeAddress();
  show();
}));
addEventListener("popstate", readAddress);
form.hidden = false;
readAddress();
