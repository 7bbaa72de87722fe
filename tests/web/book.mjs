// Are the documents a book that can be read: does every link in it lead somewhere, does search find, is nothing asked of other hosts?
//
//   node book.mjs DIR
//
// One check per page, one for the search.

import { dirname, posix } from "node:path";
import { pathToFileURL, fileURLToPath } from "node:url";
import { launch } from "./chromium.mjs";
import { Report } from "./report.mjs";
import { Site, attribute, commandLine, elements } from "./site.mjs";

// What a search must find, and the page that it must name among the first.
const QUESTIONS = [
  { words: "P382", page: "masalah.html" },
  { words: "nginx", page: "deploy.html" },
  { words: "formulir", page: "panduan.html" },
];

export async function checkBook(dir) {
  const report = new Report("book");
  const site = new Site(dir);
  const anchors = new Map(site.pages.map((file) => [file, anchorsOf(site.read(file))]));
  for (const file of site.pages) checkPage(site, file, anchors, report.check(file));
  await checkSearch(site, report.check("search"));
  return report;
}

function anchorsOf(html) {
  const ids = elements(html).flatMap(({ element }) => [attribute(element, "id"), attribute(element, "name")]);
  return new Set(ids.filter(Boolean));
}

function checkPage(site, file, anchors, find) {
  for (const { element, line } of elements(site.read(file))) {
    for (const name of ["href", "src"]) {
      const link = attribute(element, name);
      // The page of what is missing says that its links are from the root, where it stands.
      if (link === undefined || link.startsWith("data:") || element.tagName === "base") continue;
      if (/^[a-z]+:/i.test(link)) {
        // A link that is followed may lead anywhere; what a page loads comes with it.
        if (element.tagName !== "a") find("loads from elsewhere", `line ${line}: ${link}`);
        continue;
      }
      const [path, anchor] = link.split("#");
      const target = path === "" ? file : posix.normalize(posix.join(dirname(file), decodeURIComponent(path)));
      const found = target.endsWith("/") ? `${target}index.html` : target;
      if (!site.files.has(found)) find("leads nowhere", `line ${line}: ${link}`);
      else if (anchor && anchors.has(found) && !anchors.get(found).has(decodeURIComponent(anchor))) {
        find("no such heading", `line ${line}: ${link}`);
      }
    }
  }
}

async function checkSearch(site, find) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("pageerror", (error) => find("a script broke off", error.message));
    for (const { words, page: wanted } of QUESTIONS) {
      await page.goto(`${pathToFileURL(site.root)}/index.html?search=${encodeURIComponent(words)}`);
      const results = page.locator("#mdbook-searchresults a, #searchresults a");
      await results.first().waitFor({ timeout: 10_000 }).catch(() => find("found nothing", words));
      const found = await results.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      if (!found.some((href) => href.split(/[?#]/)[0].endsWith(wanted))) find("not found", `${words}: ${wanted} is not in ${found.join(", ")}`);
    }
    for (const url of asked) if (!/^(file|data|blob):/.test(url)) find("asked another host", url);
  } catch (error) {
    find("broken", String(error.message ?? error).split("\n")[0]);
  } finally {
    await browser.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { dir } = commandLine();
  (await checkBook(dir)).close();
}
