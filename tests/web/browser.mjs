// How does the site behave in a real browser?
//
//   node browser.mjs DIR [--all] [--types TYPE,…]
//
// Looks at the fullest page of each type in both languages, of these types alone, or with --all at every page. Checks per
// page:
//   one per viewport and colour scheme: the page does not scroll sideways; no error on the console, no breach of the
//     Content Security Policy, no failed request, no request to another host;
//   one per viewport and colour scheme of AXE_VIEWPORTS, and one in forced colours: axe-core finds no violation;
//   with the first: nothing moves while the page loads (layout shift);
//   one for JavaScript switched off: the same text stands there.
//
// What only a script can serve (a filter, a sort button) is marked `data-needs-js`: it is left out of the comparison of
// texts, and must not be seen where scripts are off.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { launch } from "./chromium.mjs";
import { Report } from "./report.mjs";
import { serve } from "./server.mjs";
import { Site, address, commandLine, onePerType } from "./site.mjs";

const VIEWPORTS = [
  { width: 320, height: 640 }, // 1,280 px at 400 % zoom is this wide
  { width: 360, height: 780 },
  { width: 1280, height: 900 },
];
const SCHEMES = ["light", "dark"];
const AXE_VIEWPORTS = [360, 1280];
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WORKERS = 2;
const PATIENCE = 20_000;

export async function checkBrowser(dir, { all = false, types, widths = VIEWPORTS.map(({ width }) => width) } = {}) {
  const report = new Report("browser");
  const site = new Site(dir);
  const server = await serve(site);
  const browser = await launch();
  const undecided = new Map();
  try {
    const queue = all ? site.pages.filter((file) => !site.isRedirect(file)).map((file) => ({ file })) : onePerType(site).filter(({ type }) => !types || types.includes(type));
    if (queue.length === 0) report.check("the site")("empty", "no page to look at");
    const viewports = VIEWPORTS.filter(({ width }) => widths.includes(width));
    console.log(`  ${queue.length} of ${site.pages.length} pages`);
    const work = async () => {
      const tabs = await openTabs(browser);
      for (let next = queue.shift(); next; next = queue.shift()) await checkPage(tabs, next.file, { server, report, undecided, viewports });
    };
    await Promise.all(Array.from({ length: WORKERS }, work));
  } finally {
    await browser.close();
    server.close();
  }
  for (const [rule, count] of undecided) console.log(`  axe could not decide ${rule} on ${count} elements: for a person to look at`);
  return report;
}

async function openTabs(browser) {
  const open = async (javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled, reducedMotion: "reduce", serviceWorkers: "block", locale: "id-ID" });
    context.setDefaultTimeout(PATIENCE);
    return context.newPage();
  };
  const [scripted, plain] = [await open(true), await open(false)];
  // Runs before any script of the page and outside its policy, so that no breach goes by unseen.
  await scripted.addInitScript(() => {
    globalThis.__breaches = [];
    globalThis.__shifts = [];
    new PerformanceObserver((list) => globalThis.__shifts.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
    document.addEventListener("securitypolicyviolation", (event) => {
      globalThis.__breaches.push(`${event.violatedDirective} stops ${event.blockedURI || "inline"} (${event.sourceFile ?? ""}:${event.lineNumber})`);
    });
  });
  return { scripted, plain };
}

async function checkPage({ scripted, plain }, file, { server, report, undecided, viewports }) {
  for (const viewport of viewports) {
    for (const scheme of SCHEMES) {
      const where = `${file} at ${viewport.width} px, ${scheme}`;
      const find = report.check(where);
      await guard(find, async () => {
        await scripted.setViewportSize(viewport);
        await scripted.emulateMedia({ colorScheme: scheme });
        await load(scripted, file, server, find);
        await checkWidth(scripted, find);
        await checkShift(scripted, find);
      });
      if (AXE_VIEWPORTS.includes(viewport.width)) {
        const findAxe = report.check(`${where}, axe`);
        await guard(findAxe, () => checkAxe(scripted, findAxe, undecided));
      }
    }
    if (AXE_VIEWPORTS.includes(viewport.width)) {
      const findForced = report.check(`${file} at ${viewport.width} px, forced colours, axe`);
      await guard(findForced, async () => {
        await scripted.emulateMedia({ colorScheme: SCHEMES[0], forcedColors: "active" });
        await checkAxe(scripted, findForced, undecided);
        await scripted.emulateMedia({ forcedColors: "none" });
      });
    }
  }
  const find = report.check(`${file} without JavaScript`);
  await guard(find, async () => {
    const texts = [];
    for (const page of [scripted, plain]) {
      await page.setViewportSize(VIEWPORTS[0]);
      await page.emulateMedia({ colorScheme: SCHEMES[0] });
      // Once per page there is time for what scripts ask for after loading.
      await load(page, file, server, find, "networkidle");
      texts.push(await readText(page));
    }
    compareTexts(...texts, find);
  });
}

/** A page that breaks the check itself has failed it; the others still have their turn. */
async function guard(find, check) {
  try {
    await check();
  } catch (error) {
    find("broken", String(error.message ?? error).split("\n")[0]);
  }
}

async function load(page, file, server, find, until = "load") {
  // The error page is met at an address, deep down, where nothing is.
  const missing = file === "404.html";
  const url = server.base + (missing ? "tidak/ada/halaman-ini" : address(file));
  // What the page before had still under way is not this page's doing.
  const asked = new Set();
  const listeners = {
    console: (message) => {
      if (message.type() !== "error") return;
      if (missing && message.location().url === url) return;
      find("console", message.text().split("\n")[0]);
    },
    pageerror: (error) => find("console", `uncaught: ${error.message}`),
    requestfailed: (request) => {
      if (asked.has(request)) find("request", `${request.url()} failed: ${request.failure()?.errorText}`);
    },
    response: (response) => {
      if (response.status() >= 400 && !(missing && response.url() === url)) find("request", `${response.url()} answered ${response.status()}`);
    },
    request: (request) => {
      asked.add(request);
      if (/^(https?|wss?):/.test(request.url()) && new URL(request.url()).origin !== server.origin) find("foreign", `asks for ${request.url()}`);
    },
  };
  for (const [event, listener] of Object.entries(listeners)) page.on(event, listener);
  try {
    await page.goto(url, { waitUntil: until });
    for (const breach of await page.evaluate(() => globalThis.__breaches ?? [])) find("policy", breach);
  } finally {
    for (const [event, listener] of Object.entries(listeners)) page.off(event, listener);
  }
}

async function checkWidth(page, find) {
  const wide = await page.evaluate(() => {
    const { scrollWidth } = document.scrollingElement;
    if (scrollWidth <= innerWidth) return undefined;
    const culprits = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5);
    const deepest = culprits.filter((element) => !culprits.some((other) => other !== element && element.contains(other)));
    const name = (element) => element.tagName.toLowerCase() + (element.id ? `#${element.id}` : "") + [...element.classList].map((one) => `.${one}`).join("");
    return `${scrollWidth} px wide; beyond the edge: ${[...new Set(deepest.map(name))].slice(0, 4).join(", ")}`;
  });
  if (wide) find("sideways", wide);
}

/** Soon after loading, whatever was to move has moved. */
async function checkShift(page, find) {
  const shifts = await page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 100));
    const name = ({ node }) => (node ? `${node.nodeName.toLowerCase()}.${node.className ?? ""}` : "something gone");
    return globalThis.__shifts.map(({ value, sources }) => `${value.toFixed(4)}: ${sources.slice(0, 3).map(name).join(", ")}`);
  });
  for (const shift of shifts.slice(0, 2)) find("shift", `moved by ${shift}`);
}

/** The words a visitor sees, line by line. What depends on scripts by design is removed. */
function readText(page) {
  return page.evaluate(() => {
    const dead = [...document.querySelectorAll("[data-needs-js]")].filter((element) => element.checkVisibility()).map((element) => element.innerText || element.tagName);
    for (const element of document.querySelectorAll("[data-needs-js], noscript")) element.remove();
    return { text: document.body.innerText.replace(/[ \t]+/g, " ").replace(/\s*\n\s*/g, "\n").trim(), dead };
  });
}

function compareTexts(withScripts, without, find) {
  if (without.dead.length > 0) find("dead-control", `seen though scripts are off: ${without.dead.slice(0, 3).join(", ")}`);
  if (!withScripts.text) return find("without-js", "no text to compare with");
  if (withScripts.text === without.text) return;
  const [left, right] = [withScripts.text.split("\n"), without.text.split("\n")];
  const line = left.findIndex((words, index) => words !== right[index]);
  const at = line < 0 ? left.length : line;
  find("without-js", `line ${at + 1} reads "${left[at] ?? ""}" with scripts and "${right[at] ?? ""}" without`);
}

async function checkAxe(page, find, undecided) {
  await page.evaluate(AXE);
  const { violations, incomplete } = await page.evaluate(async (tags) => {
    const results = await globalThis.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations", "incomplete"] });
    const brief = ({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target, any }) => `${target.join(" ")}${any[0] ? ` (${any[0].message})` : ""}`) });
    return { violations: results.violations.map(brief), incomplete: results.incomplete.map(brief) };
  }, AXE_TAGS);
  for (const { id, help, nodes } of violations) find(`axe ${id}`, `${help}: ${nodes.slice(0, 2).join("; ")}${nodes.length > 2 ? ` and ${nodes.length - 2} more` : ""}`);
  for (const { id, nodes } of incomplete) undecided.set(id, (undecided.get(id) ?? 0) + nodes.length);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { dir, all, types } = commandLine(["all"]);
  (await checkBrowser(dir, { all, types: types?.split(",") })).close();
}
