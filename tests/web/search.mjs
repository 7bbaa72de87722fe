// Does search find what is there, and does it ask for nothing before?
//
//   node search.mjs DIR [--word pembangunan]
//
// One check for each thing that a reader does with it: by keyboard from the home page, by a linked question, in English,
// with nothing asked, when files can't be loaded, without scripts; and one each for axe, for layout that moves, for words
// and stems that must be those of the program that wrote the index.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { launch } from "./chromium.mjs";
import { Report } from "./report.mjs";
import { serve } from "./server.mjs";
import { Site, commandLine } from "./site.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const INDEX = "aset/cari/";
const LIST = "../search/";
const MOST_TABS = 40;
// How long the address may take to say what was typed, in milliseconds.
const LETTER_PATIENCE = 5_000;

export async function checkSearch(dir, { word = "pembangunan" } = {}) {
  const report = new Report("search");
  const site = new Site(dir);
  const server = await serve(site);
  const browser = await launch();
  const open = async (path, options = {}) => {
    const context = await browser.newContext({ reducedMotion: "reduce", serviceWorkers: "block", viewport: { width: 360, height: 780 }, ...options });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const asked = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.addInitScript(watchLayout);
    await page.goto(server.base + path, { waitUntil: "networkidle" });
    return { page, context, asked: () => asked.filter((path) => path.includes(INDEX)) };
  };
  const check = async (name, look) => {
    const find = report.check(name);
    try {
      await look(find);
    } catch (error) {
      find("broken", String(error.message ?? error).split("\n")[0]);
    }
  };
  try {
    await check("by keyboard from the home page", (find) => byKeyboard(open, site, server, word, find));
    await check("nothing asked", (find) => nothingAsked(open, find));
    await check("a linked question", (find) => linked(open, site, server, `cari/?q=${word}`, find));
    await check("a linked question in English", (find) => linked(open, site, server, `en/cari/?q=${word}`, find));
    await check("a word that is nowhere", (find) => nowhere(open, find));
    await check("files that can't be loaded", (find) => unloaded(open, word, find));
    await check("without JavaScript", (find) => withoutScripts(open, site, server, find));
    for (const colorScheme of ["light", "dark"]) await check(`axe with results, ${colorScheme}`, (find) => axe(open, word, colorScheme, find));
    await check("words and stems", (find) => sameWords(open, find));
  } finally {
    await browser.close();
    server.close();
  }
  return report;
}

/** Runs in the page: adds up what moves without a reader's doing (Layout Instability API). */
function watchLayout() {
  globalThis.__moved = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (globalThis.__moved += entry.hadRecentInput ? 0 : entry.value))).observe({ type: "layout-shift", buffered: true });
}

const results = (page) => page.$$eval("[data-found] li", (rows) => rows.map((row) => ({ href: row.querySelector("a").href, text: row.innerText })));
const status = (page) => page.textContent("[data-search] [role=status]");
const said = (page) => page.waitForFunction(() => document.querySelector("[data-search] [role=status]").textContent !== "");

/** Each result leads to a file of the site, and an indicator's to its place there. */
function checkTargets(site, server, rows, find) {
  if (rows.length === 0) find("no-result", "no result is shown");
  for (const { href, text } of rows) {
    const { pathname, hash } = new URL(href);
    const file = `${decodeURIComponent(pathname.slice(new URL(server.base).pathname.length))}index.html`;
    if (!href.startsWith(server.base) || !site.files.has(file)) find("dead-result", `${href} (${text.slice(0, 40)})`);
    else if (hash && !site.read(file).includes(`id="${decodeURIComponent(hash.slice(1))}"`)) find("dead-result", `${href}: no such place`);
  }
}

async function byKeyboard(open, site, server, word, find) {
  const { page, asked } = await open("");
  const press = async (until, what) => {
    for (let tab = 0; tab < MOST_TABS; tab += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(until)) return;
    }
    throw new Error(`${what} is not reached by ${MOST_TABS} tabs`);
  };
  await press('document.activeElement.pathname?.endsWith("/cari/")', "the link to search");
  await Promise.all([page.waitForURL("**/cari/"), page.keyboard.press("Enter")]);
  await press('document.activeElement.name === "q"', "the field");
  if (asked().length > 0) find("early", `asks for ${asked()[0]} before anything is typed`);
  await page.keyboard.type(word.slice(0, -3));
  await said(page);
  checkTargets(site, server, await results(page), find);
  await page.keyboard.type(word.slice(-3));
  await page.keyboard.press("Enter");
  // A busy machine may be idle on the network before it has taken the last letter. Where none comes, the address is told below.
  await page.waitForURL((url) => url.search === `?q=${word}`, { timeout: LETTER_PATIENCE }).catch(() => {});
  await page.waitForLoadState("networkidle");
  const rows = await results(page);
  checkTargets(site, server, rows, find);
  if ((await page.evaluate("document.activeElement.name")) !== "q") find("focus", "it leaves the field");
  if (new URL(page.url()).search !== `?q=${word}`) find("address", `${page.url()} does not say what was asked`);
  await page.keyboard.press("Tab");
  await Promise.all([page.waitForURL((url) => !url.pathname.endsWith("/cari/")), page.keyboard.press("Enter")]);
  if (page.url() !== rows[0]?.href) find("dead-result", `Enter leads to ${page.url()}`);
  await page.goBack({ waitUntil: "networkidle" });
  // The script may still be at work then; whether the results come at all is asked below.
  const again = (count) => document.querySelectorAll("[data-found] li").length === count;
  await page.waitForFunction(again, rows.length, { timeout: 5000 }).catch(() => {});
  if ((await results(page)).length !== rows.length) find("back", "the results are gone when one comes back");
  await page.focus("[name=q]");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.querySelector("[data-found]").hidden);
  const left = [await page.inputValue("[name=q]"), await status(page), new URL(page.url()).search].filter(Boolean);
  if (left.length > 0) find("escape", `leaves ${left.join(", ")}`);
}

async function nothingAsked(open, find) {
  const { page, asked } = await open("cari/");
  if (asked().length > 0) find("early", `asks for ${asked()[0]}`);
  if (!(await page.isVisible("[data-search]"))) find("form", "is not seen");
  if ((await status(page)) !== "" || (await results(page)).length > 0) find("early", "it answers though nothing was asked");
  const moved = await page.evaluate("globalThis.__moved");
  if (moved > 0) find("layout", `moves by ${moved}`);
}

async function linked(open, site, server, path, find) {
  const { page, asked } = await open(path);
  await said(page);
  const rows = await results(page);
  checkTargets(site, server, rows, find);
  const english = path.startsWith("en/");
  if (rows.some(({ href }) => href.slice(server.base.length).startsWith("en/") !== english)) find("language", "results are in the other language");
  if (asked().length === 0) find("no-result", "it asks for no file of the index");
  if (await page.isVisible("[data-letters]")) find("index", "the index of names is still seen");
  const moved = await page.evaluate("globalThis.__moved");
  if (moved > 0) find("layout", `moves by ${moved}`);
}

async function nowhere(open, find) {
  const { page } = await open("cari/?q=qxzv");
  await said(page);
  if ((await results(page)).length > 0) find("no-result", "results for a word that is nowhere");
}

async function unloaded(open, word, find) {
  const { page, context } = await open("cari/");
  await context.route(`**/${INDEX}**`, (route) => route.abort());
  await page.fill("[name=q]", word);
  await said(page);
  const failed = await page.getAttribute("[data-search]", "data-failed");
  if ((await status(page)) !== failed) find("failed", `says "${await status(page)}"`);
  await context.unroute(`**/${INDEX}**`);
  await page.press("[name=q]", "Enter");
  await page.waitForSelector("[data-found] li");
}

async function withoutScripts(open, site, server, find) {
  const { page } = await open("cari/", { javaScriptEnabled: false });
  if (await page.isVisible("[data-search]")) find("dead-control", "the form is seen");
  const links = page.locator("[data-letters] a");
  const pages = [...site.files].filter((file) => /^pejabat\/[^/]+\/index\.html$/.test(file)).length;
  const letters = [...site.files].filter((file) => /^cari\/[^/]+\/index\.html$/.test(file)).length;
  if ((await links.count()) < (letters || pages)) find("index", `${await links.count()} links for ${pages} officials`);
  await links.last().click();
  if (!page.url().startsWith(server.base)) find("index", `leads to ${page.url()}`);
}

async function axe(open, word, colorScheme, find) {
  const { page } = await open(`cari/?q=${word}`, { colorScheme });
  await said(page);
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (tags) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } });
    return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0].target.join(" ")})`);
  }, AXE_TAGS);
  for (const violation of violations) find("axe", violation);
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.scrollingElement);
  if (scrollWidth > clientWidth) find("sideways", `${scrollWidth} px wide`);
}

/** The lists that the program's tests hold its own words and stems to. */
async function sameWords(open, find) {
  const { page } = await open("cari/");
  const list = (name) => readFileSync(new URL(LIST + name, import.meta.url), "utf8").split("\n").filter(Boolean).map((line) => line.split("\t"));
  const [stems, texts] = [list("stems.tsv"), list("words.tsv")];
  if (stems.length < 2_000) find("stems", `only ${stems.length} words to compare`);
  // A script's own functions are known to all scripts of its page.
  const own = await page.evaluate(([stems, texts]) => ({ stems: stems.map(([word]) => stem(word)), texts: texts.map(([text]) => words(text).join(" ")) }), [stems, texts]);
  stems.forEach(([word, other], at) => own.stems[at] === other || find("stems", `${word}: ${own.stems[at]}, not ${other}`));
  texts.forEach(([text, other], at) => own.texts[at] === other || find("words", `${text}: ${own.texts[at]}, not ${other}`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { dir, word } = commandLine();
  (await checkSearch(dir, { word })).close();
}
