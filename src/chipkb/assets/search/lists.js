// Questions for many things at once ("listed GPU companies"): the directory answers them, by its filters.

import { ASKING } from "./asking.js";
import { isHan, joinPieces, pieces } from "./normalise.js";

const DIRECTORY = "directory/";
const words = (text) => new Set(text.split(" "));
const COMPANIES = words(
  "公司 企业 厂商 厂家 厂 大厂 供应商 制造商 生产商 开发商 设计商 龙头 玩家 companies company firms firm makers maker manufacturers manufacturer suppliers supplier vendors vendor players producers startups businesses",
);
const MAKING = words("做 造 生产 制造 供应 研发 设计 能做 make makes making produce produces manufacture manufactures supply supplies design designs sell sells");
const LISTS = words("名单 列表 清单 名录 一览 大全 盘点 汇总 有哪些 哪些 list lists");
/** Said of nearly everything here: no filter. */
const GENERAL = words("芯片 半导体 集成电路 国产 国内 中国 大陆 本土 我国 行业 主要 相关 chip chips semiconductor semiconductors ic china chinese domestic mainland main major top all based located");
const IN_GENERAL = ["technology", "market", "term", "domain"]; // what stands for the field it belongs to

/** What the directory's filters may be called: Map text → [parameter, value, label]. */
export function choicesOf(choices, fold) {
  const called = new Map();
  for (const [parameter, names] of Object.entries(choices ?? {})) {
    const [label, ...others] = names.split("\t");
    const at = parameter.indexOf("=");
    for (const name of [label, ...others]) {
      const text = joinPieces(pieces(fold(name.normalize("NFKC").toLowerCase()))).text;
      if (text.length > 1 && !called.has(text)) called.set(text, [parameter.slice(0, at), parameter.slice(at + 1), label]);
    }
  }
  return called;
}

/**
 * The directory filtered as the text asks: {url, labels, alone}, alone if no claim answers beside it; null where it asks for anything else, or for one word
 * that no filter knows.
 */
export function listAsked(text, { names, choices }) {
  const { text: joined, edges } = joinPieces(pieces(text));
  if (!choices.size || !joined || names.exact.has(joined)) return null;
  const bounds = new Set([...edges, joined.length]);
  const chosen = new Map();
  const told = new Set();
  for (let start = 0; start < joined.length; ) {
    const found = longest(joined, start, bounds, names, choices);
    if (!found) return null;
    told.add(found.role);
    for (const [parameter, value, label] of found.filters ?? []) {
      if (chosen.has(parameter) && chosen.get(parameter).value !== value) return null;
      chosen.set(parameter, { value, label });
    }
    start = found.end;
  }
  if (!told.has("companies") && !(told.has("who") && told.has("making"))) return null;
  if (!chosen.size && !told.has("list") && !told.has("who")) return null;
  const search = new URLSearchParams({ kind: "company" });
  for (const [parameter, { value }] of chosen) search.set(parameter, value);
  // Where a company sits and how far its listing is, no single claim answers for many.
  const alone = ["city", "stage"].some((parameter) => chosen.has(parameter));
  return { url: `${DIRECTORY}?${search}`, labels: [...chosen.values()].map(({ label }) => label), alone };
}

/** @returns {{ end: number, role?: string, filters?: [string, string, string][] } | null} */
function longest(joined, start, bounds, names, choices) {
  for (let end = joined.length; end > start; end--) {
    if (!isHan(joined[end - 1]) && !bounds.has(end)) continue;
    const found = meaning(joined.slice(start, end), names, choices);
    if (found) return { ...found, end };
  }
  return null;
}

function meaning(text, names, choices) {
  for (const form of [text, text.replace(/([a-z]{2})s$/, "$1")]) {
    if (choices.has(form)) return { role: "filter", filters: [choices.get(form)] };
  }
  if (COMPANIES.has(text)) return { role: "companies" };
  if (LISTS.has(text)) return { role: "list" };
  if (GENERAL.has(text)) return { role: "nothing" };
  if (MAKING.has(text)) return { role: "making" };
  return fieldOf(text, names) ?? asking(text);
}

function asking(text) {
  const role = ASKING.get(text);
  if (role === "who" && [...COMPANIES].some((word) => word.length > 1 && text.endsWith(word))) return { role: "companies" };
  return role === "who" || role === "nothing" ? { role } : null;
}

/** The field of a technology or a market of that name; a company or a product is none. */
function fieldOf(text, names) {
  if (text.length < 2) return null;
  const numbers = names.exact.get(text) ?? names.exact.get(text.replace(/([a-z]{2})s$/, "$1")) ?? [];
  const pages = numbers.map((number) => names.forms[number].page).filter((page) => !names.isOwnPage(page));
  const page = pages.find((one) => IN_GENERAL.includes(names.kind(one)[0]) && names.domain(one)[1]);
  if (page === undefined || pages.some((one) => !IN_GENERAL.includes(names.kind(one)[0]))) return null;
  return { role: "filter", filters: [["domain", ...names.domain(page)]] };
}
