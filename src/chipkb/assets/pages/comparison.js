/* Sorts and filters a comparison table; the address keeps both: ?sort=-revenue&filter=...
   The rows are sorted by sortable-tablesort, which reads aria-sort and data-sort. */
import { saveAsCsv } from "./spreadsheet.js";
import { sortSortable } from "../vendor/sortable-tablesort/sortSortable.js";

const SORT = "sort";
const FILTER = "filter"; // not q: with that in the address Material opens its search
const FILE_ORDER = "name"; // the first column counts the rows as they stand in the file

/** @returns {{key: string, down: boolean}} what `sort=-revenue` means; an empty key is the file's order */
function readSort(text) {
  const down = text.startsWith("-");
  return { key: down ? text.slice(1) : text, down };
}

const plain = (text) => text.normalize("NFKC").toLowerCase();

function enhance(root) {
  const table = root.querySelector("table");
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies[0].rows];
  const words = new Map(rows.map((row) => [row, plain(row.textContent)]));
  const form = root.querySelector("form");
  const input = form.elements.namedItem(FILTER);
  const count = form.querySelector("output");
  let sort = readSort("");

  const headOf = (key) => heads.find((head) => head.dataset.key === key);

  function order() {
    for (const head of heads) head.removeAttribute("aria-sort");
    const head = headOf(sort.key) ?? headOf(FILE_ORDER);
    head.setAttribute("aria-sort", sort.down ? "descending" : "ascending");
    sortSortable(table, false);
    if (head.dataset.key !== sort.key) head.removeAttribute("aria-sort");
  }

  function filter() {
    const wanted = plain(input.value).split(/\s+/).filter(Boolean);
    for (const row of rows) row.hidden = !wanted.every((word) => words.get(row).includes(word));
    const shown = rows.filter((row) => !row.hidden).length;
    count.value = count.dataset.text.replace("{shown}", shown).replace("{all}", rows.length);
  }

  function remember() {
    const address = new URL(location.href);
    for (const [name, text] of [[SORT, (sort.down ? "-" : "") + sort.key], [FILTER, input.value.trim()]]) {
      if (text) address.searchParams.set(name, text);
      else address.searchParams.delete(name);
    }
    history.replaceState(history.state, "", address);
  }

  function recall() {
    const asked = new URLSearchParams(location.search);
    sort = readSort(asked.get(SORT) ?? "");
    if (!headOf(sort.key)) sort = readSort("");
    input.value = asked.get(FILTER) ?? "";
    order();
    filter();
  }

  /* A number column starts with the largest; the third click restores the order of the file. */
  function turn(key) {
    const first = key !== FILE_ORDER;
    if (sort.key !== key) sort = { key, down: first };
    else if (sort.down === first) sort = { key, down: !first };
    else sort = readSort("");
    order();
    remember();
  }

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => turn(head.dataset.key));
    head.append(button);
  }
  input.addEventListener("input", () => { filter(); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    sort = readSort("");
    setTimeout(() => { order(); filter(); remember(); }); // after the browser has emptied the field
  });
  const link = form.querySelector(".ck-compare-link");
  link.addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.href);
    const label = link.textContent;
    link.textContent = link.dataset.done;
    setTimeout(() => { link.textContent = label; }, 1500);
  });
  /* The table on the screen as a spreadsheet takes it: a row a line; of figures the number in the unit of
     the column, a loss below zero, and beside it when and on what basis. */
  const line = (text) => text.replace(/\s+/g, " ").trim();
  const plainHead = (head) => {
    const label = line([...(head.querySelector("button") ?? head).childNodes].filter((node) => !node.className?.includes("ck-unit")).map((node) => node.textContent).join(""));
    if (!head.matches(".ck-col--metric")) return [label];
    return [head.dataset.unit ? `${label} (${head.dataset.unit})` : label, `${label}: ${root.dataset.about}`];
  };
  const plainCell = (cell) => {
    if (cell.matches("th")) return [line(cell.textContent)];
    const first = cell.querySelector(".ck-cell, .ck-cell-names, .ck-cell-text");
    const parts = (selector, from = first) => (from ? [...from.querySelectorAll(selector)].map((part) => line(part.textContent)) : []);
    if (cell.matches(".ck-col--metric")) {
      const said = (one) => parts(".ck-loss, .ck-amount .ck-value", one).join(" ");
      const about = (one) => parts(".ck-cell-foot > *", one);
      const rivals = [...cell.querySelectorAll(".ck-cell")].slice(1).map((one) => root.dataset.also + [said(one), ...about(one)].join(", "));
      const rough = "rough" in cell.dataset ? [said(first)] : [];
      return [cell.dataset.amount ?? said(first), [...rough, ...about(first), ...rivals].join("; ")];
    }
    const words = parts(".ck-value, .ck-date, .ck-name");
    return [words.length ? words.join(cell.querySelector(".ck-cell-names") ? "; " : " ") : first ? line(first.textContent) : ""];
  };
  const sheet = () => [
    heads.flatMap(plainHead),
    ...[...table.tBodies[0].rows].filter((row) => !row.hidden).map((row) => [...row.cells].flatMap(plainCell)),
  ];
  const copy = form.querySelector(".ck-compare-copy");
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(sheet().map((cells) => cells.join("\t")).join("\n"));
    const label = copy.textContent;
    copy.textContent = copy.dataset.done;
    setTimeout(() => { copy.textContent = label; }, 1500);
  });
  const save = form.querySelector(".ck-compare-csv");
  save.addEventListener("click", () => saveAsCsv(sheet(), save.dataset.file));
  copy.hidden = !navigator.clipboard;
  link.hidden = !navigator.clipboard; // there is none outside of https
  addEventListener("popstate", recall);
  form.hidden = false;
  recall();
}

document.querySelectorAll("[data-compare]").forEach(enhance);
