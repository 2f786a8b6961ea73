// The worker's own code without a browser: queries in on standard input, one JSON line of results out for each.
// node node_engine.mjs <modules folder> <site folder> <language root, "" or "en/">

import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, site, root = ""] = process.argv.slice(2);
const module = (name) => import(pathToFileURL(join(modules, name)));
const { Session } = await module("session.js");
const { SETUP, QUERY, EXTRAS, RESULT, OTHERS } = await module("messages.js");

const load = async (path) => JSON.parse(await readFile(join(site, path), "utf-8"));
let answer;
let started;
const hear = ({ type, data }) => {
  if (type === EXTRAS) answer = { ...answer, ...data, milliseconds: performance.now() - started };
  if (type === RESULT) answer.items = data.items;
  if (type === OTHERS) answer.other = data.items;
};
const session = new Session(load, hear, async () => {});

const { config } = await load(`${root}search/search_index.json`);
await session.receive({ type: SETUP, data: { config, docs: [] } });
for await (const line of createInterface({ input: process.stdin })) {
  const { query, items = false } = JSON.parse(line);
  answer = {};
  started = performance.now();
  await session.receive({ type: QUERY, data: query });
  if (!items) delete answer.items;
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
