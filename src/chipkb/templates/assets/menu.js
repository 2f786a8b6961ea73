/* The menus of the header close when one clicks elsewhere or presses Escape. */
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
