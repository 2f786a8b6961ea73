/* Reading or checking: the switch works without this script; with it, the choice is remembered and stands
   in the address as ?evidence. It runs in the head, so that the page is drawn once, the right way. */
(() => {
  const NAME = "evidence";
  const root = document.documentElement;

  function remembered() {
    try {
      return localStorage.getItem(`chipkb-${NAME}`) === "on";
    } catch {
      return false; // a browser that keeps nothing
    }
  }

  function remember(on) {
    try {
      localStorage.setItem(`chipkb-${NAME}`, on ? "on" : "off");
    } catch { /* then it holds for this page only */ }
    const address = new URL(location.href);
    if (on) address.searchParams.set(NAME, "");
    else address.searchParams.delete(NAME);
    history.replaceState(history.state, "", address.href.replace(/evidence=(?=&|#|$)/, NAME));
  }

  const asked = new URLSearchParams(location.search).has(NAME);
  if (asked || remembered()) root.dataset.ledger = "";

  document.addEventListener("DOMContentLoaded", () => {
    const box = document.getElementById("ck-ledger");
    if (!box) return;
    box.checked = "ledger" in root.dataset;
    box.addEventListener("change", () => {
      root.toggleAttribute("data-ledger", box.checked);
      remember(box.checked);
    });
  });
})();
