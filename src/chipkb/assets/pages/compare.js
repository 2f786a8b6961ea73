/* Two or three things beside each other. The address says which: ?a=ascend-950&b=nvidia-h200. */
import { saveAsCsv } from "./spreadsheet.js";

const form = document.querySelector("form.ck-compare-any");
const place = document.getElementById("compared");
const output = form.querySelector("output");
const selects = [...form.querySelectorAll("select")];
let shown = []; // the table as text, row by row: what is copied and downloaded

for (const select of selects.slice(1)) select.append(...[...selects[0].children].slice(1).map((group) => group.cloneNode(true)));

const element = (name, className, ...children) => {
  const made = Object.assign(document.createElement(name), { className });
  made.append(...children);
  return made;
};

async function read(id) {
  const answer = await fetch(`${encodeURIComponent(id)}.json`);
  if (!answer.ok) throw new Error(`${id}: ${answer.status}`);
  return answer.json();
}

/* Every question that one of them answers; first those that more than one does. */
function questions(things) {
  const rows = new Map();
  things.forEach((thing, i) => {
    for (const row of thing.rows) {
      if (!rows.has(row.key)) rows.set(row.key, { ...row, cells: things.map(() => []) });
      rows.get(row.key).cells[i] = row.cells;
    }
  });
  const known = ({ cells }) => cells.filter((cell) => cell.length).length;
  return [...rows.values()].sort((one, other) => known(other) - known(one));
}

/* Figures are comparable where each side has one that is counted in the same way. */
function areApart({ kind, cells }) {
  const sides = cells.filter((cell) => cell.length);
  if (kind !== "figure" || sides.length < 2) return false;
  return !sides[0].some(({ basis }) => sides.every((side) => side.some((one) => one.basis === basis)));
}

function valueOf(one) {
  const link = Object.assign(element("a", "ck-value", one.text), { href: one.link });
  const about = [one.text === one.when ? "" : one.when, one.scope, one.by, one.rests].filter(Boolean).map((words) => element("span", "", words));
  if (one.mark) about.push(element("span", `ck-mark ck-mark--${one.assessment}`, one.mark));
  return element("div", "ck-cell", link, " ", element("span", "ck-cell-foot", ...about));
}

const words = (cells) => cells.map((one) => [one.text, one.text === one.when ? "" : one.when, one.scope, one.by].filter(Boolean).join(" ")).join("; ");

function table(things) {
  const { none, apart, what } = place.dataset;
  const head = element("tr", "", Object.assign(element("th", "", what), { scope: "col" }));
  for (const thing of things) {
    const link = Object.assign(element("a", "ck-name", thing.name), { href: thing.page });
    head.append(Object.assign(element("th", "", link), { scope: "col" }));
  }
  shown = [[what, ...things.map((thing) => thing.name)]];
  const body = element("tbody", "");
  for (const row of questions(things)) {
    const label = Object.assign(element("th", "", row.label), { scope: "row" });
    if (areApart(row)) label.append(element("span", "ck-apart", apart));
    const cells = row.cells.map((cell) =>
      cell.length ? element("td", "", ...cell.map(valueOf)) : element("td", "ck-none", none));
    body.append(element("tr", "", label, ...cells));
    shown.push([row.label, ...row.cells.map(words)]);
  }
  place.replaceChildren(element("table", "ck-table ck-compared", element("thead", "", head), body));
  output.value = output.dataset.rows.replace("{n}", shown.length - 1);
}

async function show() {
  const ids = [...new Set(selects.map(({ value }) => value).filter(Boolean))];
  if (ids.length < 2) {
    place.replaceChildren();
    shown = [];
    output.value = ids.length ? output.dataset.one : "";
    return;
  }
  output.value = output.dataset.wait;
  try {
    table(await Promise.all(ids.map(read)));
  } catch {
    output.value = output.dataset.lost;
  }
}

function recall() {
  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const id = asked.get(select.name) ?? "";
    select.value = [...select.options].some(({ value }) => value === id) ? id : "";
  }
  return show();
}

form.addEventListener("change", () => {
  const address = new URL(location.href);
  for (const { name, value } of selects) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(history.state, "", address);
  show();
});
form.querySelector("[data-copy]").addEventListener("click", async () => {
  await navigator.clipboard.writeText(shown.map((row) => row.map((cell) => cell.replace(/\s+/g, " ")).join("\t")).join("\n"));
  output.value = output.dataset.copied;
});
form.querySelector("[data-copy]").hidden = !navigator.clipboard;
form.querySelector("[data-csv]").addEventListener("click", () => saveAsCsv(shown, "chipkb-compare.csv"));
addEventListener("popstate", recall);
form.hidden = false;
recall();
