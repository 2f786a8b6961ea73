// The search worker behind Material's search box. Joined with its imports into one classic script at build
// time (search/scripts.py), because Material starts its worker as a classic one.

import { Session } from "./session.js";

const SITE = new URL("../../", self.location.href);

const session = new Session(
  async (path, fresh = false) => {
    const response = await fetch(new URL(path, SITE), { cache: fresh ? "no-cache" : "default" });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  },
  (message) => self.postMessage(message),
);

self.addEventListener("message", (event) => session.receive(event.data));
