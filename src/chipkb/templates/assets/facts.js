/* A fact as something one can link to, cite and correct. The page works without this script;
   with it, the permanent link is copied and an opened citation offers its tools. */
(() => {
  const zh = document.documentElement.lang.startsWith("zh");
  const say = (chinese, english) => (zh ? chinese : english);
  const meta = (name) => document.querySelector(`meta[name="chipkb:${name}"]`)?.content;
  const text = (node, selector) => node.querySelector(selector)?.textContent.replace(/\s+/g, " ").trim() ?? "";

  const address = (claim) => location.href.replace(/#.*$/, "") + "#" + claim.id;
  const subject = () => text(document, "h1");

  /* What the claim says, in one line: name of the metric and value, or the sentence. */
  function wording(claim) {
    const metric = claim.closest(".ck-row") && !claim.matches(".ck-statement")
      ? text(claim.closest(".ck-row"), ".ck-row-head") + say("：", ": ") : "";
    const said = text(claim, ".ck-amount") || text(claim, ".ck-said").replace(/#$/, "") || text(claim, ".ck-name");
    const date = claim.matches(".ck-event") ? text(claim, ".ck-when") : text(claim, ".ck-context .ck-date");
    return metric + said + (date ? say(`（${date}）`, ` (${date})`) : "");
  }

  /* GB/T 7714 in Chinese, a plain reference in English; then what it rests on. */
  function citation(claim) {
    const site = document.querySelector('meta[property="og:site_name"]')?.content ?? location.host;
    const today = new Date().toISOString().slice(0, 10);
    const origins = [...claim.querySelectorAll("[data-reference]")].map((item) => item.dataset.reference);
    const fact = say(
      `${site}. ${subject()}·${wording(claim)}[DB/OL]. [${today}]. ${address(claim)}.`,
      `${site}. ${subject()}: ${wording(claim)}. ${address(claim)} (accessed ${today}).`,
    );
    return fact + "\n" + say("所据来源：", "Resting on: ") + origins.join(say("；", "; "));
  }

  function issue(claim) {
    const title = say(`更正：${subject()} #${claim.id}`, `Correction: ${subject()} #${claim.id}`);
    const body = say(
      `条目：${address(claim)}\n现文：${wording(claim)}\n\n应为：\n来源（网址与页码或段落）：\n`,
      `Fact: ${address(claim)}\nReads: ${wording(claim)}\n\nShould read:\nSource (address, and page or paragraph):\n`,
    );
    return meta("issues") + "?" + new URLSearchParams({ title, body });
  }

  function button(label, words) {
    const node = Object.assign(document.createElement("button"), { type: "button", textContent: label });
    node.addEventListener("click", () => copy(words(), node));
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
    } catch {
      prompt(say("请复制：", "Please copy:"), words);
    }
    setTimeout(() => (node.textContent = label), 1500);
  }

  function tools(claim) {
    const line = Object.assign(document.createElement("p"), { className: "ck-tools" });
    line.append(
      button(say("复制链接", "Copy link"), () => address(claim)),
      button(say("复制引用", "Copy citation"), () => citation(claim)),
    );
    if (meta("issues")) line.append(link(say("报告错误", "Report an error"), issue(claim)));
    if (meta("file")) line.append(link(say("改数据文件", "Edit the data file"), meta("file")));
    return line;
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
    for (const menu of document.querySelectorAll(".ck-menu details[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });

  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && document.querySelector(".ck-menu details[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  /* Whoever follows a number to its fact wants the source: open it. */
  function openTarget() {
    const claim = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const cite = claim?.matches?.(".ck-claim") && claim.querySelector(".ck-cite");
    if (cite) cite.open = true;
  }
  addEventListener("hashchange", openTarget);
  openTarget();
})();
