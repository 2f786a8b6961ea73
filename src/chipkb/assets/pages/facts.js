/* A fact as something one can link to, cite and correct. The page works without this script;
   with it, the permanent link is copied and an opened citation offers its tools. */
import { asBibtex, asCsl, asText } from "./citation.js";

const zh = document.documentElement.lang.startsWith("zh");
const say = (chinese, english) => (zh ? chinese : english);
const meta = (name) => document.querySelector(`meta[name="chipkb:${name}"]`)?.content;
const text = (node, selector) => node.querySelector(selector)?.textContent.replace(/\s+/g, " ").trim() ?? "";

const address = (claim) => location.href.replace(/[?#].*$/, "") + "#" + claim.id;
const entity = () => location.pathname.split("/").at(-2);
const subject = () => text(document, "h1");

/* What the claim says, in one line: name of the metric and value, or the sentence. */
function wording(claim) {
  const head = claim.matches(".ck-statement") ? "" : text(claim, ".ck-event-kind") || text(claim.closest(".ck-row") ?? claim, ".ck-row-head");
  const said = text(claim, ".ck-amount") || sentence(claim) || text(claim, ".ck-name");
  const about = [".ck-of a", ".ck-scope", ".ck-date", ".ck-basis"].map((part) => text(claim.querySelector(".ck-context") ?? claim, part));
  const around = about.filter(Boolean).join(say("，", ", "));
  return (head ? head + say("：", ": ") : "") + said + (around ? say(`（${around}）`, ` (${around})`) : "");
}

/* A statement or event without its date, its kind and its link. */
function sentence(claim) {
  const said = claim.querySelector(".ck-said")?.cloneNode(true);
  said?.querySelectorAll(".ck-date, .ck-event-kind, .ck-permalink").forEach((part) => part.remove());
  return said?.textContent.replace(/\s+/g, " ").trim().replace(/[。.]$/, "") ?? "";
}

/* The claim as a work to cite, see citation.js. */
function work(claim) {
  return {
    id: `chipkb-${entity()}-${claim.id}`,
    title: subject() + say("·", ": ") + wording(claim),
    site: document.querySelector('meta[property="og:site_name"]')?.content ?? location.host,
    address: address(claim),
    day: new Date().toISOString().slice(0, 10),
    origins: [...claim.querySelectorAll("[data-reference]")].map((item) => ({
      reference: item.dataset.reference,
      // The files of a source are the same in every language; they stand at the Chinese root.
      folder: item.querySelector(".ck-work").href.replace(/#.*$/, "").replace("/en/source/", "/source/"),
    })),
  };
}

/* A new issue on the form for facts, filled in as far as we can. */
function report(claim) {
  const words = {
    template: "fact.yml",
    title: `[fact] ${entity()}/${claim.id.replace(/^(fact|event|relation)-/, "")}`,
    fact: address(claim),
    what: say(`现文：${subject()}·${wording(claim)}\n应为：`, `Reads: ${subject()}: ${wording(claim)}\nShould read: `),
  };
  return `${meta("issues")}?${new URLSearchParams(words)}`;
}

/* The line of the data file that says so. */
function line(claim) {
  return `${meta("file").replace("/edit/", "/blob/")}?plain=1#L${claim.dataset.line}`;
}

function button(label, words) {
  const node = Object.assign(document.createElement("button"), { type: "button", textContent: label });
  node.addEventListener("click", async () => copy(await words(), node));
  return node;
}

function link(label, href) {
  return Object.assign(document.createElement("a"), { href, textContent: label, rel: "noopener" });
}

async function copy(words, node) {
  const label = node.textContent;
  try {
    await navigator.clipboard.writeText(words);
    node.textContent = say("已复制", "Copied");
    setTimeout(() => (node.textContent = label), 1500);
  } catch {
    prompt(say("请复制：", "Please copy:"), words);
  }
}

function tools(claim) {
  const row = Object.assign(document.createElement("p"), { className: "ck-tools" });
  row.append(
    button(say("复制链接", "Copy link"), () => address(claim)),
    button(say("复制引用", "Copy citation"), () => asText(work(claim), zh)),
    button("BibTeX", () => asBibtex(work(claim))),
    button("CSL-JSON", () => asCsl(work(claim))),
  );
  if (meta("issues")) row.append(link(say("报告错误", "Report an error"), report(claim)));
  if (meta("file")) {
    const number = claim.dataset.line;
    row.append(link(say(`数据文件第 ${number} 行`, `Line ${number} of the data`), line(claim)));
  }
  return row;
}

/* The event "toggle" does not bubble, so it is caught on the way down. */
document.addEventListener("toggle", (event) => {
  const claim = event.target.matches?.(".ck-cite[open]") && event.target.closest(".ck-claim[id]");
  const body = claim && event.target.querySelector(".ck-cite-body");
  if (body && !body.querySelector(".ck-tools")) body.append(tools(claim));
}, true);

document.addEventListener("click", (event) => {
  const mark = event.target.closest?.(".ck-permalink");
  if (mark) copy(address(mark.closest(".ck-claim")), mark);
});

/* Whoever follows a number to its fact wants the source: open it, and what it is folded in; then the
   page has moved, so go there once more. */
function openTarget() {
  const claim = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const cite = claim?.matches?.(".ck-claim") && claim.querySelector(".ck-cite");
  if (!cite) return;
  cite.open = true;
  for (let fold = claim.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  claim.scrollIntoView({ block: "start", behavior: "instant" });
}
addEventListener("hashchange", openTarget);
openTarget();
