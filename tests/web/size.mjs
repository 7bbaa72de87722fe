// Does an official's page reach a phone in the first flight of a TCP connection (ten packets of 1,460 bytes)?
//
//   node size.mjs DIR
//
// One check per official's page, per embed and per style sheet, and one for all scripts together. Sizes are of `gzip -9` (zlib), each file by itself: most hosts
// compress at a lower level on the fly, so the limits leave no room to be wasted.

import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { Report } from "./report.mjs";
import { Site, attribute, commandLine, elements, tokens } from "./site.mjs";

const PAGE_AND_STYLE = 14_600;
const STYLE = 3_500;
// As they are written, not compressed.
const SCRIPTS = 10_240;
// A page for a frame with its style sheet, as they are sent, not compressed.
const EMBED_AND_STYLE = 10_240;
const SHOWN = 5;

export function checkSize(dir) {
  const report = new Report("size");
  const site = new Site(dir);
  const weigh = remember((file) => gzipSync(site.bytes(file), { level: 9 }).length);
  for (const sheet of site.withExtension(".css")) {
    const find = report.check(sheet);
    if (weigh(sheet) > STYLE) find("style", `${weigh(sheet)} bytes gzipped, above ${STYLE}`);
  }
  checkScripts(site, report.check("scripts"));
  const pages = site.pages.filter((file) => /^(en\/)?pejabat\/./.test(file)).map((file) => weighPage(site, file, weigh, report.check(file)));
  if (pages.length === 0) report.check("the site")("empty", "no official's page");
  pages.sort((a, b) => b.total - a.total);
  console.log(`  heaviest of ${pages.length} officials' pages (page + style sheets = bytes gzipped, limit ${PAGE_AND_STYLE}):`);
  for (const { file, page, total } of pages.slice(0, SHOWN)) console.log(`    ${page} + ${total - page} = ${total}  ${file}`);
  checkEmbeds(site, report);
  return report;
}

function checkEmbeds(site, report) {
  const size = (file) => site.bytes(file).length;
  const embeds = site.pages.filter((file) => /^(en\/)?sematkan\/[^/]+\/\d{4}\/./.test(file) && !/\d{4}\/index\.html$/.test(file) && !site.isRedirect(file));
  const weighed = embeds.map((file) => weighPage(site, file, size, report.check(file), EMBED_AND_STYLE, "bytes"));
  weighed.sort((a, b) => b.total - a.total);
  const [heaviest] = weighed;
  if (heaviest) console.log(`  heaviest of ${embeds.length} embeds: ${heaviest.page} + ${heaviest.total - heaviest.page} = ${heaviest.total} bytes, limit ${EMBED_AND_STYLE}  ${heaviest.file}`);
}

function checkScripts(site, find) {
  const scripts = site.withExtension(".js").filter((file) => !file.startsWith("media/"));
  const total = scripts.reduce((sum, file) => sum + site.bytes(file).length, 0);
  console.log(`  ${scripts.length} scripts: ${total} bytes, limit ${SCRIPTS}`);
  if (total > SCRIPTS) find("scripts", `${total} bytes, above ${SCRIPTS}`);
}

function weighPage(site, file, weigh, find, limit = PAGE_AND_STYLE, unit = "bytes gzipped") {
  const page = weigh(file);
  let total = page;
  let sheets = 0;
  for (const { element } of elements(site.read(file))) {
    if (element.tagName !== "link" || !tokens(attribute(element, "rel")).includes("stylesheet")) continue;
    const sheet = locate(site, file, attribute(element, "href") ?? "");
    if (!sheet) find("style", `its style sheet "${attribute(element, "href")}" is not in the site`);
    else total += weigh(sheet);
    sheets += 1;
  }
  if (sheets === 0) find("style", "has no style sheet");
  if (total > limit) find("page", `${total} ${unit} with its style sheet, above ${limit}`);
  return { file, page, total };
}

/** The file a style sheet's address means. What stands before the site's own folders is the path it is mounted at. */
function locate(site, from, href) {
  const path = decodeURIComponent(new URL(href, `http://site/${from}`).pathname).slice(1);
  const parts = path.split("/");
  return parts.map((_, index) => parts.slice(index).join("/")).find((candidate) => site.files.has(candidate));
}

function remember(compute) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key);
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) checkSize(commandLine().dir).close();
