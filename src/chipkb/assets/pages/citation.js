/* A fact of ours as a work to cite: in words, as BibTeX, as CSL-JSON.

   A fact is { id, title, site, address, day, origins }: `day` is the day it was read, in ISO form, and
   `origins` the sources it rests on, each with its reference in words and the folder of its own files. */

/** GB/T 7714 in Chinese, a plain reference in English; then what the fact rests on. */
export function asText(fact, zh) {
  const own = zh
    ? `${fact.site}. ${fact.title}[DB/OL]. [${fact.day}]. ${fact.address}.`
    : `${fact.site}. ${fact.title}. ${fact.address} (accessed ${fact.day}).`;
  const origins = fact.origins.map(({ reference }) => reference).join("\n");
  return `${own}\n${zh ? "所据来源：" : "Resting on:"}\n${origins}`;
}

/** The fact's own entry, then those of its sources as the site keeps them. */
export async function asBibtex(fact) {
  const own = [
    `@online{${fact.id},`,
    `  title = {${escaped(fact.title)}},`,
    `  organization = {${escaped(fact.site)}},`,
    `  url = {${fact.address}},`,
    `  urldate = {${fact.day}}`,
    "}\n",
  ].join("\n");
  const origins = await Promise.all(fact.origins.map(({ folder }) => read(new URL("cite.bib", folder))));
  return [own, ...origins].join("\n");
}

/** The same as a list of CSL-JSON items. */
export async function asCsl(fact) {
  const own = {
    id: fact.id,
    type: "webpage",
    title: fact.title,
    "container-title": fact.site,
    accessed: { "date-parts": [fact.day.split("-").map(Number)] },
    URL: fact.address,
  };
  const origins = await Promise.all(fact.origins.map(({ folder }) => read(new URL("cite.json", folder))));
  return JSON.stringify([own, ...origins.flatMap((text) => JSON.parse(text))], null, 1);
}

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}

function escaped(text) {
  return text.replace(/[\\&%$#_{}~^]/g, (sign) =>
    ({ "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" })[sign] ?? `\\${sign}`);
}
