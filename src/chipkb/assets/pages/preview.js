/* What a link to an entry, a term or a fact leads to, shown beside the link: on hover with a mouse;
   where there is none, a tap on a name in running text opens it from below, with the way on in it.
   The page itself is fetched, so nothing is said twice and the click that follows finds it loaded. */

const DELAY = 350; // milliseconds for which the pointer rests before anything is fetched
const GRACE = 250; // and for which it may be between the link and the preview
const zh = document.documentElement.lang.startsWith("zh");
const PROSE = ".ck-said, .ck-summary, .ck-gist, .ck-note, .ck-rival, .ck-scope, .ck-need > p, .ck-term dd";
const FIGURES = 3;

const pages = new Map();

/** The document at an address, fetched once. */
function read(url) {
  if (url.pathname === location.pathname) return Promise.resolve(document);
  if (!pages.has(url.pathname)) {
    const page = fetch(url.pathname).then(async (answer) => {
      if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    });
    page.catch(() => pages.delete(url.pathname));
    pages.set(url.pathname, page);
  }
  return pages.get(url.pathname);
}

/** The address of what can be shown, if the link leads to such. */
function previewed(link) {
  if (!link || link.closest(".ck-crumbs, .ck-preview, .ck-cite-body, nav") || link.matches(".ck-permalink")) return null;
  const url = new URL(link.href, location.href);
  if (url.origin !== location.origin) return null;
  const isEntry = /\/entity\/[^/]+\/$/.test(url.pathname);
  const kind = /^#(fact|event|relation|term)-/.exec(url.hash)?.[1];
  const isTerm = kind === "term" && /\/glossary\/$/.test(url.pathname);
  return isTerm || (isEntry && (url.hash === "" || kind)) ? url : null;
}

function line(className, ...parts) {
  const words = parts.map((part) => (typeof part === "string" ? part : part?.textContent ?? "").replace(/\s+/g, " ").trim());
  const text = words.filter(Boolean).join(" · ");
  return text ? Object.assign(document.createElement("p"), { className, textContent: text }) : "";
}

const title = (words) => line("ck-preview-title", words);

function entry(page) {
  const head = page.querySelector(".ck-head");
  const asked = [...page.querySelectorAll(".ck-box-figure")].slice(0, FIGURES);
  const figures = asked.map((figure) =>
    line("ck-preview-figure", figure.querySelector(".ck-box-foot > :first-child"), figure.querySelector(".ck-value"), figure.querySelector(".ck-date")));
  return [
    title(page.querySelector("h1")),
    line("ck-preview-kind", head.querySelector(".ck-tag--kind"), head.querySelector(".ck-other")),
    line("ck-preview-text", head.querySelector(".ck-summary")),
    ...figures,
  ];
}

function term(element) {
  const meaning = element.querySelector("dd").cloneNode(true);
  meaning.querySelector(".ck-cite")?.remove();
  return [title(element.querySelector("dt").firstChild), line("ck-preview-text", meaning)];
}

function claim(element, page) {
  const head = element.closest(".ck-row")?.querySelector(".ck-row-head");
  const said = element.querySelector(".ck-amount, .ck-said, .ck-name").cloneNode(true);
  said.querySelectorAll(".ck-permalink, .ck-event-kind").forEach((part) => part.remove());
  return [
    line("ck-preview-kind", page.querySelector("h1"), head ?? element.querySelector(".ck-event-kind")),
    title(said),
    line("ck-preview-text", ...element.querySelectorAll(".ck-of a, .ck-scope, .ck-context .ck-date, .ck-when, .ck-context .ck-basis")),
    line("ck-preview-from", element.querySelector(".ck-mark"), element.querySelector(".ck-from")),
  ];
}

/** What to show for an address: paragraphs. */
async function paragraphs(url) {
  const page = await read(url);
  const element = url.hash && page.getElementById(url.hash.slice(1));
  if (!url.hash) return entry(page);
  return element.matches(".ck-term") ? term(element) : claim(element, page);
}

/* With a mouse. */

const box = Object.assign(document.createElement("div"), { className: "ck-preview", hidden: true });
box.setAttribute("role", "status");
let waiting = 0;
let shown = null;

async function show(link, url) {
  const found = await paragraphs(url).catch(() => null);
  if (!found || shown !== link) return;
  box.replaceChildren(...found);
  box.hidden = false;
  place(link.getClientRects()[0] ?? link.getBoundingClientRect());
}

/* Below the link, or above it where there is more room; never outside the window. */
function place(link) {
  const { width, height } = box.getBoundingClientRect();
  const edge = 8;
  const left = Math.max(edge, Math.min(link.left, document.documentElement.clientWidth - width - edge));
  const below = link.bottom + edge + height <= innerHeight || link.top < height;
  box.style.left = `${left + scrollX}px`;
  box.style.top = `${(below ? link.bottom + edge / 2 : link.top - height - edge / 2) + scrollY}px`;
}

function hide() {
  clearTimeout(waiting);
  shown = null;
  box.hidden = true;
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse") return;
  const target = /** @type {Element} */ (event.target);
  if (box.contains(target)) return clearTimeout(waiting);
  const link = target.closest?.(".md-content a[href]");
  if (link && link === shown) return clearTimeout(waiting);
  clearTimeout(waiting);
  const url = previewed(link);
  if (url) {
    waiting = setTimeout(() => show((shown = link), url), DELAY);
  } else if (shown) {
    waiting = setTimeout(hide, GRACE);
  }
});
document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
document.addEventListener("click", hide);
document.body.append(box);

/* Without one. */

const sheet = Object.assign(document.createElement("dialog"), { className: "ck-preview ck-preview--sheet" });

async function open(link, url) {
  const found = await paragraphs(url).catch(() => null);
  if (!found) return location.assign(link.href);
  const way = Object.assign(document.createElement("a"), { href: link.href, className: "ck-preview-way" });
  way.textContent = url.hash && url.pathname === location.pathname
    ? (zh ? "到这一条" : "Go to it") : (zh ? "打开页面" : "Open the page");
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: zh ? "关闭" : "Close" });
  close.addEventListener("click", () => sheet.close());
  const foot = Object.assign(document.createElement("p"), { className: "ck-preview-foot" });
  foot.append(way, close);
  sheet.replaceChildren(...found, foot);
  sheet.setAttribute("aria-label", found.find(Boolean).textContent);
  sheet.showModal();
}

if (matchMedia("(hover: none)").matches) {
  document.addEventListener("click", (event) => {
    if (event.target === sheet || event.target.closest(".ck-preview-way")) return sheet.close();
    const link = event.target.closest?.("a.ck-name, a.ck-fact");
    const url = link?.closest(PROSE) && !event.defaultPrevented && previewed(link);
    if (!url) return;
    event.preventDefault();
    open(link, url);
  });
  document.body.append(sheet);
}
