// A small site without a fault, as a map of files: what the checks must pass, and what each fault is put into.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import encodeQR from "qr";

export const BASE = "https://contoh.example/kabupaten/";
export const MOUNT = new URL(BASE).pathname;
export const POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

// One pixel.
const PICTURE = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==", "base64");

const NAMES = ["", "pejabat/budi/", "pejabat/budi/2026/", "metode/"];

export function page({ path, file = `${path}index.html`, head = "", body, twin = true }) {
  const english = path.startsWith("en/");
  const plain = english ? path.slice(3) : path;
  const words = english ? { lang: "en", title: "Official", skip: "Method" } : { lang: "id", title: "Pejabat", skip: "Metode" };
  const alternates = twin
    ? `<link rel="alternate" hreflang="id" href="${BASE}${plain}"><link rel="alternate" hreflang="en" href="${BASE}en/${plain}"><link rel="alternate" hreflang="x-default" href="${BASE}${plain}">`
    : "";
  const canonical = file.endsWith("404.html") ? "" : `<link rel="canonical" href="${BASE}${path}">`;
  return `<!doctype html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title} ${plain || "beranda"}</title>
<meta name="description" content="${words.title}.">
${canonical}${alternates}
<link rel="stylesheet" href="${MOUNT}aset/gaya.css">
<link rel="icon" href="data:,">
<meta property="og:image" content="${BASE}kartu.png?v=1">
<meta property="og:image:width" content="1"><meta property="og:image:height" content="1">
<meta property="og:image:alt" content="${words.title}."><meta name="twitter:image:alt" content="${words.title}.">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Thing","name":"${words.title}"}</script>
${head}
</head>
<body>
<main>
${body ?? goodBody(words, english) + (/\d{4}\/$/.test(path) ? paper(path, plain) : "")}
</main>
</body>
</html>
`;
}

function goodBody({ title, skip }, english) {
  const home = MOUNT + (english ? "en/" : "");
  return `<h1 id="awal">${title}</h1>
<p><a href="#iku/1%C3%A9">${skip}</a> <a href="${home}pejabat/budi/2026/#iku/1%C3%A9">2026</a> <a href="https://lapor.example/">LAPOR</a> <a href="mailto:a@contoh.example">mail</a></p>
<h2 id="iku/1é">${title} 1</h2>
<svg role="img" aria-labelledby="t" viewBox="0 0 10 10" width="10" height="10"><title id="t">${title}</title><defs><clipPath id="c"><path d="M0 0h9v9z"/></clipPath></defs><path clip-path="url(#c)" d="M0 0h9v9z"/></svg>
<p><img src="${MOUNT}aset/titik.svg" alt="${title}" width="10" height="10"></p>
<p data-needs-js hidden>filter</p>
<script src="${MOUNT}aset/saring.js"></script>`;
}

/** What stands on paper alone: the page's address, the day of its data, and where its code leads. */
export function paper(path, target, { day = "21 November 2026", image = `${MOUNT}${target}qr.svg`, loading = "lazy" } = {}) {
  return `<div class="paper"><p><img src="${image}" alt="" width="96" height="96" loading="${loading}"></p><p>${BASE}${path} ${BASE}${target} ${day}</p></div>`;
}

/** The code that leads to a page of the site. */
export const code = (target) => `${encodeQR(BASE + target, "svg")}\n`;

/** A fresh map each time, so that a fault put into one copy is in that copy alone. */
export function goodSite() {
  const files = new Map();
  for (const path of [...NAMES, ...NAMES.map((name) => `en/${name}`)]) files.set(`${path}index.html`, page({ path }));
  files.set("404.html", page({ path: "", file: "404.html", twin: false }));
  files.set("lama/index.html", page({ path: "lama/", twin: false, head: `<meta http-equiv="refresh" content="0; url=${MOUNT}metode/">`, body: `<h1>Pindah</h1><p><a href="${MOUNT}metode/">Metode</a></p>` }));
  files.set("aset/gaya.css", "body { background: #fff; color: #111 }\n.titik { background: url(titik.svg) }\n[hidden], .paper { display: none }\n@media print { .paper { display: block } }\n@media (prefers-color-scheme: dark) { body { background: #111; color: #eee } a { color: #9cf } }\n");
  files.set("aset/saring.js", 'for (const control of document.querySelectorAll("[data-needs-js]")) control.hidden = false;\n');
  files.set("kartu.png", PICTURE);
  files.set("aset/titik.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>.</title></svg>\n');
  files.set("pejabat/budi/2026/qr.svg", code("pejabat/budi/2026/"));
  const listed = [...files.keys()].filter((file) => file.endsWith("index.html") && file !== "lama/index.html");
  files.set("sitemap.xml", `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${listed.map((file) => `<url><loc>${BASE}${file.replace("index.html", "")}</loc></url>`).join("\n")}\n</urlset>\n`);
  files.set("robots.txt", `User-agent: *\nAllow: /\nSitemap: ${BASE}sitemap.xml\n`);
  files.set("feed.xml", `<feed xmlns="http://www.w3.org/2005/Atom"><link href="${BASE}pejabat/budi/2026/#iku/1%C3%A9"/></feed>\n`);
  return files;
}

export function write(files, dir) {
  for (const [file, content] of files) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), content);
  }
  return dir;
}
