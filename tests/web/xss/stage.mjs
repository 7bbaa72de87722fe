// A tab that looks at whole sites for anything that runs, asks or leads away without the site having meant it, that is
// there and would not be for a harmless text, or that breaks the page's layout.

import { STAGE } from "./host.mjs";
import { inspect, showAll } from "./inspect.mjs";

/** What Markdown makes of a text, as `view` lets it through: these may be more than without a payload. */
const MARKDOWN = new Set(["p[]", "em[]", "strong[]", "del[]", "code[]", "pre[]", "blockquote[]", "ul[]", "ol[]", "li[]", "hr[]", "br[]", "h2[]", "h3[]", "h4[]", "h5[]", "h6[]", "a[href rel]", "a[href rel title]", "img[alt src]", "div[lang]", "p[lang]", "span[lang]"]);
// A chart breaks long words over more lines.
const LINE_OF_CHART = /^(text|tspan)\[(?:(?:class|fill|font-size|font-weight|text-anchor|x|y) ?)*\]$/;
// The flag of a chart's due date, which it has where its labels leave room for it: one in each chart at most.
const FLAGS = new Set(["path[class d]", "path[d fill]"]);
// The icon of the default theme.
const KNOWN_DATA = /^data:,$/;
const WIDTHS = [1280, 360];
const AT_ONCE = 4;
const MARK = "__xss";
// How long a page that leads away may be in the way of the next one, in milliseconds.
const LONGEST_LEAVE = 10_000;

/** A tab that shows what `host` serves: `{ look, close }`. */
export async function openStage(browser, host) {
  const context = await browser.newContext({ serviceWorkers: "block", reducedMotion: "reduce", locale: "id-ID", viewport: { width: 1400, height: 900 } });
  context.setDefaultTimeout(60_000);
  await context.addInitScript((mark) => {
    const tell = (...values) => console.debug(mark, ...values.map(String));
    globalThis[mark] = (...values) => tell("ran", ...values);
    // Payloads written in code still open dialogs; these go to the marker too.
    for (const name of ["alert", "confirm", "prompt", "print"]) globalThis[name] = (...values) => tell("ran", name, ...values);
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, documentURI }) => tell("policy", `${violatedDirective} stops ${blockedURI || "inline"}`, documentURI));
  }, MARK);
  const page = await context.newPage();
  let seen = [];
  let expected = new Set();
  const note = (rule, message) => seen.push([rule, message.slice(0, 160)]);
  page.on("console", (message) => {
    const [mark, rule, ...values] = message.text().split(" ");
    if (mark !== MARK) return;
    // Chromium shows XML in a page of its own making, whose style the site's policy would stop.
    if (rule === "policy" && /\.xml$/.test(values.at(-1))) return;
    note(rule, `${values.join(" ")} in ${message.location().url}`);
  });
  page.on("pageerror", (error) => note("error", error.message));
  page.on("dialog", (dialog) => (note("dialog", dialog.message()), dialog.dismiss()));
  page.on("popup", (popup) => (note("navigation", `opens ${popup.url()}`), popup.close()));
  page.on("framenavigated", (frame) => {
    const url = frame.url().replace(/[?#].*$/, "");
    if (frame === page.mainFrame()) {
      if (url !== host.base + STAGE) note("navigation", `leaves for ${url}`);
    } else if (frame.parentFrame() !== page.mainFrame()) note("frame", frame.url());
    else if (url !== "about:blank" && !expected.has(url)) note("navigation", `to ${frame.url()}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (/^(https?|wss?|ftp):/.test(url) && !url.startsWith(host.base)) note("foreign", `asks for ${url}`);
  });

  /** The stage again; where the page before was just leading away, that comes first, however long a busy machine takes. */
  const open = async () => {
    const until = Date.now() + LONGEST_LEAVE;
    for (;;) {
      try {
        return await page.goto(host.base + STAGE);
      } catch (error) {
        if (Date.now() > until) throw error;
        await page.waitForTimeout(100);
      }
    }
  };

  /**
   * What is seen on the pages at `paths`, and what each is made of. `usual` is what a harmless site has: `{ counts, layout,
   * errors }` by path.
   */
  const look = async (paths, usual) => {
    await open();
    seen = [];
    expected = new Set(paths.map((path) => (host.base + path).replace(/[?#].*$/, "")));
    let found;
    try {
      found = await page.evaluate(`(${showAll})(${JSON.stringify({ paths, base: host.base, known: KNOWN_DATA.source, widths: WIDTHS, atOnce: AT_ONCE, inspectText: String(inspect) })})`);
    } catch (error) {
      note("navigation", `leaves the stage (${String(error.message).split("\n")[0]})`);
      found = {};
    }
    const errors = new Set(seen.filter(([rule]) => rule === "error").map(([, message]) => message));
    const all = usual ? seen.filter(([rule, message]) => rule !== "error" || !usual.errors.has(message)) : [...seen];
    for (const [path, { gone, suspects = [], counts = {}, layout = [] }] of Object.entries(found)) {
      if (gone) all.push(["navigation", `${path}: ${gone}`]);
      for (const suspect of suspects) all.push(["attribute", `${path}: ${suspect}`]);
      if (!usual) continue;
      const own = usual.pages.get(path.replace(/\?.*$/, "")) ?? { counts: {}, layout: [] };
      const charts = Object.entries(counts).reduce((sum, [element, count]) => sum + (element.startsWith("svg[") ? count : 0), 0);
      for (const [element, count] of Object.entries(counts)) {
        const surplus = count - (own.counts[element] ?? 0) - (FLAGS.has(element) ? charts : 0);
        if (surplus > 0 && !MARKDOWN.has(element) && !LINE_OF_CHART.test(element)) all.push(["element", `${path}: ${surplus} ${element} more than with a harmless text`]);
      }
      for (const broken of layout) if (!own.layout.includes(broken)) all.push(["layout", `${path}: ${broken}`]);
    }
    return { seen: all, pages: new Map(Object.entries(found)), errors };
  };
  return { look, close: () => context.close() };
}

/** Takes what a harmless site has into `usual`, of each element the most. */
export function addUsual(usual, { pages, errors }) {
  for (const error of errors) usual.errors.add(error);
  for (const [path, { counts = {}, layout = [] }] of pages) {
    const key = path.replace(/\?.*$/, "");
    const most = usual.pages.get(key) ?? { counts: {}, layout: [] };
    for (const [element, count] of Object.entries(counts)) most.counts[element] = Math.max(most.counts[element] ?? 0, count);
    most.layout.push(...layout);
    usual.pages.set(key, most);
  }
  return usual;
}

export const noUsual = () => ({ pages: new Map(), errors: new Set() });
