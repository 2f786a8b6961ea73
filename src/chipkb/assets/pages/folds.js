/* Whoever follows a link to a part of a page wants to read it: what it is folded in opens, and what is
   folded right under it; then the page has moved, so go there once more. Claims: see facts.js. */
const FOLDS = "details.ck-fold, details.ck-topic, details.ck-older-ones";

function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const folds = [...target.querySelectorAll(":scope > details.ck-fold")];
  if (target.nextElementSibling?.matches(FOLDS)) folds.push(target.nextElementSibling);
  for (let fold = target.closest(FOLDS); fold; fold = fold.parentElement.closest(FOLDS)) folds.push(fold);
  const closed = folds.filter((fold) => !fold.open);
  for (const fold of closed) fold.open = true;
  if (closed.length) target.scrollIntoView({ block: "start", behavior: "instant" });
}
addEventListener("hashchange", openTarget);
openTarget();
