/* Sorts and filters a comparison table; the address keeps both: ?sort=-revenue&filter=... */
(() => {
  const SORT = "sort";
  const FILTER = "filter";  // not q: with that in the address Material opens its search

  /** @returns {{key: string, down: boolean}} what `sort=-revenue` means; an empty key is the file's order */
  function readSort(text) {
    const down = text.startsWith("-");
    return { key: down ? text.slice(1) : text, down };
  }

  function plain(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  /** Orders two cells: numbers by size, else by letter; cells without a value last, either way. */
  function compare(a, b, down) {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    const [x, y] = [Number(a), Number(b)];
    const order = Number.isNaN(x) || Number.isNaN(y) ? a.localeCompare(b) : x - y;
    return down ? -order : order;
  }

  function enhance(root) {
    const table = root.querySelector("table");
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    const rows = [...body.rows];
    const words = new Map(rows.map((row) => [row, plain(row.textContent)]));
    const form = root.querySelector("form");
    const input = form.elements.namedItem(FILTER);
    const count = form.querySelector("output");
    let sort = readSort("");

    function show() {
      const wanted = plain(input.value).split(/\s+/).filter(Boolean);
      const column = heads.findIndex((head) => head.dataset.key === sort.key);
      const value = (row) => row.cells[column].dataset.sort ?? null;
      const ordered = column < 0 ? rows : [...rows].sort((a, b) => compare(value(a), value(b), sort.down));
      body.append(...ordered);
      for (const row of rows) row.hidden = !wanted.every((word) => words.get(row).includes(word));
      for (const head of heads) {
        if (head.dataset.key !== sort.key) head.removeAttribute("aria-sort");
        else head.setAttribute("aria-sort", sort.down ? "descending" : "ascending");
      }
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
      input.value = asked.get(FILTER) ?? "";
      show();
    }

    /* A number column starts with the largest; the third click restores the order of the file. */
    function turn(key) {
      const first = key !== "name";
      if (sort.key !== key) sort = { key, down: first };
      else if (sort.down === first) sort = { key, down: !first };
      else sort = readSort("");
      show();
      remember();
    }

    for (const head of heads) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => turn(head.dataset.key));
      head.append(button);
    }
    input.addEventListener("input", () => { show(); remember(); });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => {
      sort = readSort("");
      setTimeout(() => { show(); remember(); });  // after the browser has emptied the field
    });
    const link = form.querySelector(".ck-compare-link");
    link.addEventListener("click", async () => {
      await navigator.clipboard.writeText(location.href);
      const words = link.textContent;
      link.textContent = link.dataset.done;
      setTimeout(() => { link.textContent = words; }, 1500);
    });
    link.hidden = !navigator.clipboard;  // there is none outside of https
    addEventListener("popstate", recall);
    form.hidden = false;
    recall();
  }

  document.querySelectorAll("[data-compare]").forEach(enhance);
})();
