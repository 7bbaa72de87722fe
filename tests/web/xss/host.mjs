// Serves the sites that the suite looks at, one after the other, from one address, so that a browser keeps the style
// sheets and scripts that all share.
//
// A browser heeds the policy of pages only where it is asked to. Otherwise the policy is there as a mere watcher: nothing is
// stopped, so that escaping stands alone, and what the policy would have stopped is told.

import { createServer } from "node:http";
import { extname } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".json": "application/json",
  ".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".ics": "text/calendar; charset=utf-8",
  ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".gif": "image/gif", ".pdf": "application/pdf",
};
/** The element in which a page states its policy, and what it says, its quotes escaped. */
const POLICY_ELEMENT = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/;
/** An empty page that shows others in frames. */
export const STAGE = "__panggung";

/** Starts on a free port; `show` sets the site and whether its policy is heeded: `{ base, show, close }`. */
export async function openHost() {
  let current;
  let heeded = false;
  const server = createServer((request, response) => {
    const path = pathOf(request.url);
    if (path === STAGE) return response.writeHead(200, { "content-type": TYPES[".html"] }).end("<!doctype html><title>panggung</title>");
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    if (!current?.files.has(file)) return response.writeHead(404).end();
    const type = extname(file);
    response.setHeader("Content-Type", TYPES[type] ?? "application/octet-stream");
    response.setHeader("X-Content-Type-Options", "nosniff");
    // These are the theme's and the same in all sites.
    response.setHeader("Cache-Control", file.startsWith("aset/") ? "max-age=3600" : "no-store");
    response.end(type === ".html" && !heeded ? watched(current.read(file), response) : current.bytes(file));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    base: `http://127.0.0.1:${server.address().port}/`,
    show: (site, policy = "watching") => {
      current = site;
      heeded = policy === "heeded";
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, "http://site").pathname).slice(1);
  } catch {
    return undefined;
  }
}

/** A page whose policy watches: the element is gone, and a header says the same without stopping anything. */
function watched(html, response) {
  const [element, policy] = POLICY_ELEMENT.exec(html) ?? [];
  if (!element) return html;
  response.setHeader("Content-Security-Policy-Report-Only", policy.replaceAll("&#39;", "'"));
  return html.replace(element, "");
}
