// A plain host of static files below the site's path, as the simplest real hosts are: folders answer with their
// index.html, anything else with 404.html, text is compressed, and `_headers` is obeyed if the site has one.

import { createServer } from "node:http";
import { extname } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp",
  ".ico": "image/x-icon", ".woff2": "font/woff2", ".webmanifest": "application/manifest+json",
};
const COMPRESSED = /^(text\/|application\/(json|xml|manifest)|image\/svg)/;

/** Starts on a free port of this machine alone; `{ origin, base, close }`. */
export async function serve(site) {
  const { pathname: mount, origin: own } = new URL(site.baseUrl());
  const headersFor = site.files.has("_headers") ? readHeaders(site.read("_headers"), own) : () => [];
  const server = createServer((request, response) => {
    const { status, file } = find(site, mount, request.url);
    for (const [name, value] of headersFor(new URL(request.url, own).pathname)) response.setHeader(name, value);
    if (!file) return response.writeHead(status).end();
    send(site, file, status, request, response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    base: origin + mount,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function find(site, mount, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, "http://site").pathname);
  } catch {
    return { status: 400 };
  }
  const missing = { status: 404, file: path.startsWith(mount) && site.files.has("404.html") ? "404.html" : undefined };
  if (!path.startsWith(mount)) return missing;
  const inside = path.slice(mount.length);
  const file = inside === "" || inside.endsWith("/") ? `${inside}index.html` : inside;
  return site.files.has(file) ? { status: 200, file } : missing;
}

function send(site, file, status, request, response) {
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  response.setHeader("Content-Type", type);
  let body = site.bytes(file);
  if (COMPRESSED.test(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
    body = gzipSync(body);
    response.setHeader("Content-Encoding", "gzip");
  }
  response.writeHead(status).end(request.method === "HEAD" ? undefined : body);
}

/** The `_headers` form that several static hosts share: a path pattern at the margin, indented `Name: value` below it. */
function readHeaders(source, own) {
  const blocks = [];
  for (const line of source.split(/\r?\n/)) {
    if (line.trim() === "" || line.trim().startsWith("#")) continue;
    if (!/^\s/.test(line)) blocks.push({ pattern: toPattern(line.trim(), own), headers: [] });
    else {
      const [, name, value] = /^\s*([^:\s]+):\s*(.*?)\s*$/.exec(line) ?? [];
      // Plain HTTP on this machine is no place to promise HTTPS.
      if (name && !/^strict-transport-security$/i.test(name)) blocks.at(-1)?.headers.push([name, value]);
    }
  }
  return (path) => blocks.filter(({ pattern }) => pattern.test(path)).flatMap(({ headers }) => headers);
}

function toPattern(glob, own) {
  const path = glob.startsWith(own) ? glob.slice(own.length) : glob;
  return new RegExp(`^${path.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*")}$`);
}
