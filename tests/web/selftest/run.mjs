// Does each check fail when it should? A good site must pass; each fault put into it must be caught, by the rule that is
// there for it and by no other.
//
//   node selftest/run.mjs

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkBrowser } from "../browser.mjs";
import { checkFormats, readTable } from "../formats.mjs";
import { checkLinked } from "../linked.mjs";
import { checkLinks } from "../links.mjs";
import { checkNu } from "../nu.mjs";
import { Report } from "../report.mjs";
import { checkPrint } from "../print.mjs";
import { checkSearch } from "../search.mjs";
import { checkSize } from "../size.mjs";
import { BASE, MOUNT, POLICY, code, goodSite, page, paper, write } from "./good-site.mjs";
import { linkedSite } from "./linked-site.mjs";
import { searchSite } from "./search-site.mjs";
import { checkXssFaults } from "./xss.mjs";
import { randomBytes } from "node:crypto";

const report = new Report("selftest");
const work = mkdtempSync(join(tmpdir(), "pantau-selftest-"));
const OFFICIAL = "pejabat/budi/index.html";

/** Puts a fault into one file of a good site; it must really change it. */
const edit = (file, from, to) => (files) => {
  const changed = files.get(file).replace(from, to);
  if (changed === files.get(file)) throw new Error(`the fault changes nothing in ${file}`);
  files.set(file, changed);
};
const insert = (html, file = OFFICIAL) => edit(file, "</main>", `${html}</main>`);
const head = (html, file = OFFICIAL) => edit(file, "</head>", `${html}</head>`);

const LINK_FAULTS = [
  ["dead-link", insert(`<a href="${MOUNT}tiada/">x</a>`)],
  ["dead-link", insert(`<a href="${MOUNT}metode">x</a>`)],
  ["dead-link", insert(`<img alt="" srcset="${MOUNT}aset/titik.svg 1x, ${MOUNT}aset/tiada.svg 2x" src="${MOUNT}aset/titik.svg">`)],
  ["dead-link", insert(`<a href="http://contoh.example/kabupaten/metode/">x</a>`)],
  ["dead-link", insert(`<noscript><a href="${MOUNT}tiada/">x</a></noscript>`)],
  ["dead-link", edit("aset/gaya.css", "titik.svg", "tiada.svg")],
  ["dead-link", edit("feed.xml", "2026", "2027")],
  ["dead-link", edit(OFFICIAL, `${BASE}kartu.png`, `${BASE}tiada.png`)],
  ["dead-link", (files) => files.delete("kartu.png")],
  ["dead-link", edit("lama/index.html", `url=${MOUNT}metode/`, `url=${MOUNT}tiada/`)],
  ["dead-fragment", insert('<a href="#tiada">x</a>')],
  ["dead-fragment", insert(`<a href="${MOUNT}pejabat/budi/2026/#iku/2%C3%A9">x</a>`)],
  ["dead-fragment", edit("feed.xml", "%C3%A9", "%C3%A8")],
  ["outside-base", insert('<a href="/metode/">x</a>')],
  ["outside-base", edit("aset/gaya.css", "titik.svg", "/aset/titik.svg")],
  ["bad-url", insert('<a href="https://:80:80/">x</a>')],
  ["foreign", insert('<img alt="" src="https://cdn.example/a.png">')],
  ["foreign", insert('<iframe src="//video.example/1" title="x"></iframe>')],
  ["foreign", insert('<form action="https://form.example/"></form>')],
  ["foreign", insert('<script src="https://cdn.example/a.js"></script>')],
  ["foreign", insert(`<img alt="" src="${BASE}aset/titik.svg">`)],
  ["foreign", head('<link rel="preconnect" href="https://cdn.example/">')],
  ["foreign", edit("aset/gaya.css", "body", '@import "https://cdn.example/a.css"; body')],
  ["style-attribute", insert('<p style="color: red">x</p>')],
  ["style-element", head("<style>p { color: red }</style>")],
  ["inline-script", insert("<script>1</script>")],
  ["inline-script", insert('<p onclick="x()">x</p>')],
  ["javascript-url", insert('<a href="java\nscript:x()">x</a>')],
  ["doctype", edit(OFFICIAL, "<!doctype html>\n", "")],
  ["lang", edit(OFFICIAL, ' lang="id"', ""), ["hreflang"]],
  ["lang", edit("404.html", ' lang="id"', ' lang="en"')],
  ["h1", insert("<h1>dua</h1>")],
  ["h1", edit(OFFICIAL, /<h1.*h1>/, "")],
  ["title", edit(OFFICIAL, /<title>Pejabat.*?<\/title>/, "<title> </title>")],
  ["title", edit(OFFICIAL, /<title>Pejabat.*?<\/title>/, "")],
  ["description", edit(OFFICIAL, 'name="description"', 'name="keywords"')],
  ["policy", edit(OFFICIAL, "script-src 'self'", "script-src 'self' 'unsafe-inline'")],
  ["policy", edit(OFFICIAL, "Content-Security-Policy", "x")],
  ["policy", edit(OFFICIAL, "img-src 'self'", "img-src *")],
  ["canonical", edit(OFFICIAL, /<link rel="canonical"[^>]*>/, "")],
  ["canonical", edit(OFFICIAL, `rel="canonical" href="${BASE}pejabat/budi/"`, `rel="canonical" href="${BASE}metode/"`)],
  ["canonical", edit(OFFICIAL, `rel="canonical" href="${BASE}`, 'rel="canonical" href="https://lain.example/kabupaten/')],
  ["hreflang", edit(`en/${OFFICIAL}`, /<link rel="alternate" hreflang="id"[^>]*>/, "")],
  ["hreflang", edit(OFFICIAL, /<link rel="alternate"[^>]*>/g, "")],
  ["hreflang", edit(OFFICIAL, `hreflang="en" href="${BASE}en/pejabat/budi/"`, `hreflang="en" href="${BASE}en/metode/"`)],
  ["duplicate-id", insert('<p id="awal">x</p>')],
  ["dead-id", insert('<p aria-describedby="tiada">x</p>')],
  ["dead-id", insert('<svg><path clip-path="url(#tiada)"/></svg>')],
  ["base-element", head(`<base href="${BASE}pejabat/budi/">`)],
  ["card", edit(OFFICIAL, `content="${BASE}kartu.png?v=1"`, 'content="aset/titik.svg"'), ["dead-link"]],
  ["card", edit(OFFICIAL, `content="${BASE}kartu.png?v=1"`, `content="${BASE}aset/titik.svg"`)],
  ["card", edit(OFFICIAL, /<meta property="og:image" [^>]*>/, "")],
  ["card", edit(OFFICIAL, 'og:image:width" content="1"', 'og:image:width" content="1200"')],
  ["card", edit(OFFICIAL, /<meta name="twitter:image:alt"[^>]*>/, "")],
  ["card", edit(OFFICIAL, /(<meta property="og:image:alt" content=")[^"]*/, "$1")],
  ["twin", (files) => files.set("baru/index.html", page({ path: "baru/", twin: false })), ["sitemap"]],
  ["sitemap", edit("sitemap.xml", /<url>.*budi\/2026.*\n/, "")],
  ["sitemap", edit("sitemap.xml", "</urlset>", `<url><loc>${BASE}404.html</loc></url></urlset>`)],
  ["sitemap", edit("sitemap.xml", "</urlset>", `<url><loc>${BASE}lama/</loc></url></urlset>`)],
  ["sitemap", edit("sitemap.xml", "</urlset>", `<url><loc>${BASE}metode/</loc></url></urlset>`)],
  ["sitemap", (files) => files.delete("sitemap.xml"), ["dead-link", "robots"]],
  ["robots", edit("robots.txt", /Sitemap.*/, "")],
  ["headers", (files) => files.set("_headers", "/*\n  X-Content-Type-Options: nosniff\n")],
  ["headers", (files) => files.set("_headers", `/*\n  Content-Security-Policy: ${POLICY}\n`)],
  ["headers", (files) => files.set("_headers", `/*\n  Content-Security-Policy: ${POLICY} 'unsafe-eval'; frame-ancestors 'none'\n`)],
];

const LINKED_FAULTS = [
  ["json", edit(OFFICIAL, '{"@context"', '{@context"')],
  ["context", edit(OFFICIAL, '"https://schema.org"', '"https://schema.example"')],
  ["expand", edit(OFFICIAL, '"jobTitle"', '"jobTitel"')],
  ["expand", edit(OFFICIAL, '"Person"', '"Persoon"')],
  ["domain", edit(OFFICIAL, '"jobTitle"', '"encodingFormat"')],
  ["domain", edit(OFFICIAL, '"startDate"', '"birthDate"')],
  ["range", edit(OFFICIAL, "2025-03-01", "1 Maret 2025")],
  ["range", edit(OFFICIAL, "2025-03-01", "2025-13-01")],
  ["range", edit(OFFICIAL, '"GovernmentOrganization"', '"Place"')],
  ["range", edit("index.html", '"isAccessibleForFree":true', '"isAccessibleForFree":"ya"')],
  ["role", edit(OFFICIAL, /,"worksFor":{.*?}/, "")],
  ["type", edit("index.html", '"@type":"DataDownload",', "")],
  ["reference", edit("index.html", "#pemerintah\",\"name", "#lain\",\"name")],
  ["crumbs", edit(OFFICIAL, '"position":2', '"position":3')],
  ["crumbs", edit(OFFICIAL, `"item":"${BASE}"`, `"item":"${BASE}tiada/"`)],
  ["crumbs", edit(OFFICIAL, "<li>Budi</li>", "")],
  ["dataset", edit("index.html", /"description":"[^"]*"/, '"description":"Kinerja"')],
  ["dataset", edit("index.html", `"url":"${BASE}"`, `"url":"${BASE}lain/"`)],
  ["dataset", edit("index.html", "2025-01-01/2026", "2025/2026")],
  ["dead-link", (files) => files.delete("data/pantau.json")],
  ["blocks", edit(OFFICIAL, "</head>", '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Thing","name":"x"}</script></head>')],
  ["missing", edit("index.html", /<script.*script>/, "")],
];

const SIZE_FAULTS = [
  ["page", insert(`<p>${randomBytes(15_000).toString("base64")}</p>`)],
  ["page", insert(`<p>${randomBytes(15_000).toString("base64")}</p>`, `en/${OFFICIAL}`)],
  ["style", edit("aset/gaya.css", "body", `/* ${randomBytes(4_000).toString("base64")} */ body`)],
  ["style", edit(OFFICIAL, /<link rel="stylesheet"[^>]*>/, "")],
  ["scripts", edit("aset/saring.js", "for", `// ${"x".repeat(10_240)}\nfor`)],
];

// What the table would say if the program wrote it so.
const FORMAT_FAULTS = [
  ["differs", (rows) => (rows.find(({ kind }) => kind === "compact").expected += "x")],
  ["differs", (rows) => Object.assign(rows.find(({ kind, language }) => kind === "date with weekday" && language === "id"), { input: "2026-09-05", expected: "Sabtu, 05 September 2026" })],
  ["differs", (rows) => Object.assign(rows.find(({ kind }) => kind === "number"), { input: "7.0", expected: "7" })],
  ["unknown", (rows) => (rows.find(({ kind }) => kind === "list").language = "fr")],
  ["unknown", (rows) => (rows.find(({ kind }) => kind === "list").kind = "time")],
  ["gone", (rows) => keep(rows, ({ kind, language, input }) => kind !== "date with weekday" || language !== "id" || !/-0\d$/.test(input))],
  ["empty", (rows) => keep(rows, ({ kind, language }) => kind !== "plural" || language !== "en")],
];

const NU_FAULTS = [
  ["error", "tabel", insert("<table><tr><td>a<tr><td>b<td>c</table><p id=x><p id=x>", "FILE"), ["warning"]],
  ["error", "svg", insert("<svg><rect widht='1'/></svg>", "FILE")],
  ["error", "alt", insert(`<p><img src="${MOUNT}aset/titik.svg"></p>`, "FILE")],
  ["warning", "bagian", insert("<section><p>x</p></section>", "FILE")],
  ["warning", "skrip", insert("<script>1</script>", "FILE")],
  ["warning", "skrip-modul", insert('<script type="module">1</script>', "FILE")],
];

const BROWSER_FAULTS = [
  ["sideways", "lebar", insert("<p>" + "a".repeat(300) + "</p>", "FILE")],
  ["console", "galat", insert(`<script src="${MOUNT}aset/galat.js"></script>`, "FILE")],
  ["policy", "sebaris", insert("<script>1</script>", "FILE"), ["console"]],
  ["policy", "gaya", insert('<p style="color: red">x</p>', "FILE"), ["console"]],
  ["request", "hilang", insert(`<p><img alt="x" src="${MOUNT}aset/tiada.svg"></p>`, "FILE"), ["console"]],
  ["foreign", "asing", edit("FILE", "img-src 'self'", "img-src 'self' http:"), ["console", "request"], insert('<p><img alt="x" src="http://cdn.example/a.png"></p>', "FILE")],
  ["without-js", "tulis", insert(`<p id="isi"></p><script src="${MOUNT}aset/isi.js"></script>`, "FILE")],
  ["dead-control", "mati", insert("<p data-needs-js>saring</p>", "FILE")],
  ["shift", "geser", insert(`<p id="geser"></p><p>x</p><script src="${MOUNT}aset/geser.js"></script>`, "FILE")],
  ["axe image-alt", "gambar", insert(`<p><img src="${MOUNT}aset/titik.svg"></p>`, "FILE")],
  ["axe color-contrast", "pucat", insert('<p class="pucat">pucat</p>', "FILE")],
  ["axe color-contrast", "gelap", insert('<p class="gelap">pucat hanya di mode gelap</p>', "FILE")],
  ["axe region", "luar", edit("FILE", "</main>", "</main><p>di luar</p>")],
  ["axe target-size", "kecil", insert('<p><button class="kecil" aria-label="a"></button><button class="kecil" aria-label="b"></button></p>', "FILE")],
];

// All at once: each shows in another check of the suite.
const SEARCH_FAULTS = [
  ["dead-result", edit("aset/cari/entri-0.txt", "pejabat/budi/2026/#awal", "pejabat/budi/2026/#tiada")],
  ["early", edit("aset/cari.js", /$/, '\nload("indeks.txt");\n')],
  ["focus", edit("aset/cari.js", /$/, '\nfield.addEventListener("input", () => setTimeout(() => field.blur(), 600));\n')],
  ["failed", edit("aset/cari.js", "all < 0 ? failed", "all < 0 ? none")],
  ["language", edit("en/cari/index.html", `data-root="${MOUNT}en/"`, `data-root="${MOUNT}"`)],
  ["stems", edit("aset/cari.js", "[kl]ah|pun", "[kl]ah")],
  ["words", edit("aset/cari.js", ".normalize(\"NFD\")", "")],
  ["dead-control", edit("aset/gaya.css", "[hidden], .alat {", "[hidden] {")],
  ["index", edit("cari/index.html", /<li><a href="[^"]*budi.*<\/li>/, `<li><a href="${MOUNT}metode/">Metode</a></li>`), (files) => files.set("pejabat/ani/index.html", page({ path: "pejabat/ani/", twin: false }))],
  ["axe", edit("aset/cari.js", "link.href = root + address;", 'link.href = root + address;\n  link.role = "salah";')],
];

const PRINT_EXPECTED = new Map([
  ["panjang/rapor/index.html", new Set(["pages"])],
  ["lebar/rapor/index.html", new Set(["size"])],
  ["pejabat/bisu/2026/index.html", new Set(["address", "code"])],
  ["pejabat/kapan/2026/index.html", new Set(["date"])],
  ["pejabat/sesat/2026/index.html", new Set(["code"])],
  ["pejabat/lekas/2026/index.html", new Set(["eager"])],
]);

// What must be seen of a text that was not escaped, with the policy switched off and with it.
try {
  const good = write(goodSite(), join(work, "good"));
  mustFind("links, good site", checkLinks(good, { base: BASE }), []);
  mustFind("size, good site", quietly(() => checkSize(good)), []);
  mustFind("links, another base", checkLinks(good, { base: "https://contoh.example/" }), undefined);
  LINK_FAULTS.forEach(([rule, fault, also], index) => single(`links ${index}`, rule, fault, also, (dir) => checkLinks(dir, { base: BASE })));
  SIZE_FAULTS.forEach(([rule, fault], index) => single(`size ${index}`, rule, fault, [], (dir) => quietly(() => checkSize(dir))));
  const formats = (fault) => {
    const table = readTable();
    fault(table.rows);
    return quietly(() => checkFormats(table));
  };
  mustFind("formats, good table", formats(() => {}), []);
  FORMAT_FAULTS.forEach(([rule, fault], index) => mustFind(`formats ${index}: ${rule}`, formats(fault), [rule]));
  mustFind("linked, good site", await checkLinked(write(linkedSite(), join(work, "linked-good"))), []);
  for (const [index, [rule, fault]] of LINKED_FAULTS.entries()) {
    const faulty = linkedSite();
    fault(faulty);
    mustFind(`linked, fault ${index + 1} (${rule})`, await checkLinked(write(faulty, join(work, `linked-${index}`))), [rule]);
  }
  const { files: nuFiles, expected: nuExpected } = together(NU_FAULTS);
  nuFiles.set("aset/salah.css", "p { colour: red }\n");
  nuExpected.set("aset/salah.css", new Set(["error"]));
  perFile("nu", await checkNu(write(nuFiles, join(work, "nu"))), nuFiles, nuExpected);
  const { files, expected } = together(BROWSER_FAULTS);
  files.set("aset/galat.js", 'throw new Error("galat");\n');
  files.set("aset/isi.js", 'document.getElementById("isi").textContent = "hanya dengan skrip";\n');
  files.set("aset/geser.js", 'requestAnimationFrame(() => requestAnimationFrame(() => { document.getElementById("geser").style.height = "200px"; }));\n');
  files.set("aset/gaya.css", `${files.get("aset/gaya.css")}.gelap { color: #444; background: inherit }\n.pucat { color: #999; background: #aaa }\n.kecil { width: 8px; height: 8px; padding: 0; border: 0; margin: 0 }\n`);
  perFile("browser", await quietly(() => checkBrowser(write(files, join(work, "browser")), { widths: [360] })), files, expected);
  perFile("print", await checkPrint(write(printFiles(), join(work, "print"))), printFiles(), PRINT_EXPECTED);
  mustFind("search, good site", await checkSearch(write(searchSite(), join(work, "search-good"))), []);
  const badSearch = searchSite();
  for (const [, ...faults] of SEARCH_FAULTS) faults.forEach((fault) => fault(badSearch));
  mustFind("search, faults", await checkSearch(write(badSearch, join(work, "search-bad"))), SEARCH_FAULTS.map(([rule]) => rule));
  await checkXssFaults(report, sitesOf);
} finally {
  rmSync(work, { recursive: true, force: true });
}
report.close();

/** Report cards: one that fits, one that is too long, one on other paper, and one whose many commitments excuse it. */
function printFiles() {
  const files = goodSite();
  const rows = (count) => `<table><tbody>${"<tr><td>x</td></tr>".repeat(count)}</tbody></table>`;
  const body = { muat: rows(12), panjang: `${rows(12)}${"<p>x</p>".repeat(200)}`, lebar: rows(1), banyak: rows(300) };
  for (const [name, html] of Object.entries(body)) files.set(`${name}/rapor/index.html`, page({ path: `${name}/rapor/`, twin: false, body: html }));
  const years = {
    bisu: () => "<p>21 November 2026</p>",
    kapan: (path) => paper(path, path, { day: "" }),
    sesat: (path) => paper(path, path, { image: `${MOUNT}pejabat/budi/2026/qr.svg` }),
    lekas: (path) => paper(path, path, { loading: "eager" }),
  };
  for (const [name, body] of Object.entries(years)) {
    const path = `pejabat/${name}/2026/`;
    files.set(`${path}index.html`, page({ path, twin: false, body: `<h1>x</h1>${body(path)}` }));
    files.set(`${path}qr.svg`, code(path));
  }
  files.set("aset/gaya.css", `${files.get("aset/gaya.css")}@page { size: A4 }\n`);
  files.set("aset/melintang.css", "@page { size: A4 landscape }\n");
  edit("lebar/rapor/index.html", "aset/gaya.css", "aset/melintang.css")(files);
  return files;
}

/** Takes the other rows out of a table. */
function keep(rows, wanted) {
  rows.splice(0, rows.length, ...rows.filter(wanted));
}

/** A site of pages by name, each with what stands on it. */
function sitesOf(pages) {
  const files = goodSite();
  for (const [name, html] of pages) files.set(`${name}/index.html`, page({ path: `${name}/`, twin: false, body: `<h1>x</h1>${html}` }));
  return write(files, join(work, "xss"));
}

/** One fault, one site: exactly these rules must find something. */
function single(name, rule, fault, also = [], run) {
  const files = goodSite();
  fault(files);
  const dir = write(files, join(work, name.replace(" ", "-")));
  mustFind(`${name}: ${rule}`, run(dir), [rule, ...also]);
  rmSync(dir, { recursive: true });
}

/** Many faults, one site, a page each: for checks that are slow to start. */
function together(faults) {
  const files = goodSite();
  const expected = new Map();
  for (const [rule, name, fault, also = [], second] of faults) {
    const file = `${name}/index.html`;
    const one = new Map([["FILE", page({ path: `${name}/`, twin: false })]]);
    fault(one);
    second?.(one);
    files.set(file, one.get("FILE"));
    expected.set(file, new Set([rule, ...also]));
  }
  return { files, expected };
}

function perFile(suite, found, files, expected) {
  const rules = new Map();
  for (const { check, rule } of found.findings) {
    const file = [...files.keys()].find((one) => check === one || check.startsWith(`${one} `)) ?? check;
    rules.set(file, (rules.get(file) ?? new Set()).add(rule));
  }
  for (const file of new Set([...files.keys(), ...rules.keys()])) {
    if (!/\.(html|css)$/.test(file) && !rules.has(file)) continue;
    same(`${suite}, ${file}`, rules.get(file) ?? new Set(), expected.get(file) ?? new Set());
  }
}

/** `undefined`: some rule, whichever. */
function mustFind(name, found, rules) {
  const actual = new Set(found.findings.map(({ rule }) => rule));
  if (rules === undefined) {
    const find = report.check(name);
    if (actual.size === 0) find("missed", "found nothing");
  } else same(name, actual, new Set(rules), found.findings);
}

function same(name, actual, expected, findings = []) {
  const find = report.check(name);
  const missed = [...expected].filter((rule) => !actual.has(rule));
  const surplus = [...actual].filter((rule) => !expected.has(rule));
  if (missed.length > 0) find("missed", `not found: ${missed.join(", ")}`);
  if (surplus.length > 0) find("surplus", `${surplus.join(", ")} ${findings.filter(({ rule }) => surplus.includes(rule)).map(({ message }) => message).slice(0, 2).join("; ")}`);
}

/** What a suite prints about the sites of this test would only confuse. */
function quietly(run) {
  const { log } = console;
  console.log = () => {};
  const restore = (value) => {
    console.log = log;
    return value;
  };
  const result = run();
  return result instanceof Promise ? result.finally(restore) : restore(result);
}
