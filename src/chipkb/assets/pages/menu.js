/* The menus of the header close when one clicks elsewhere or presses Escape; the switch to the other
   language keeps what was sorted, filtered and pointed to. */
const open = () => document.querySelector(".ck-menu details[open]");

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(".ck-menu details[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && open();
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

const other = document.querySelector("a.ck-switch");
const address = other?.href;
other?.addEventListener("pointerdown", keep);
other?.addEventListener("focus", keep);

function keep() {
  other.href = address + location.search + location.hash;
}
