/* Reading or checking: the switch works without this script; with it, the choice is remembered and stands
   in the address as ?evidence. What was chosen before is set in the head of the page. */
const NAME = "evidence";
const root = document.documentElement;

/** @param {boolean} on */
function remember(on) {
  try {
    localStorage.setItem(`chipkb-${NAME}`, on ? "on" : "off");
  } catch { /* then it holds for this page only */ }
  const address = new URL(location.href);
  if (on) address.searchParams.set(NAME, "");
  else address.searchParams.delete(NAME);
  history.replaceState(history.state, "", address.href.replace(/evidence=(?=&|#|$)/, NAME));
}

const box = document.getElementById("ck-ledger");
if (box instanceof HTMLInputElement) {
  box.checked = "ledger" in root.dataset;
  box.addEventListener("change", () => {
    root.toggleAttribute("data-ledger", box.checked);
    remember(box.checked);
  });
}
