// Can a reader go all the way by keyboard alone?
//
//   node walk.mjs DIR
//
// From the home page through the filter to an official, one indicator and its citation, in each of the site's languages.
// One check per step: the next stop is reached by Tab, the focus is seen there, and Enter or Space does what it says.

import { fileURLToPath } from "node:url";
import { launch } from "./chromium.mjs";
import { Report } from "./report.mjs";
import { serve } from "./server.mjs";
import { Site, commandLine } from "./site.mjs";

// More stops than any page of a sample has before the one that is looked for.
const MOST_TABS = 400;
const PATIENCE = 10_000;

export async function checkWalk(dir) {
  const report = new Report("walk");
  const site = new Site(dir);
  const server = await serve(site);
  const browser = await launch();
  try {
    for (const home of ["", "en/"].filter((path) => site.files.has(`${path}index.html`))) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      page.setDefaultTimeout(PATIENCE);
      try {
        await walk(page, server.base + home, (step) => report.check(`${home || "id/"} ${step}`));
      } catch (error) {
        report.check(`${home || "id/"} to the end`)("broken", String(error.message ?? error).split("\n")[0]);
      }
      await page.close();
    }
  } finally {
    await browser.close();
    server.close();
  }
  return report;
}

async function walk(page, home, check) {
  await page.goto(home, { waitUntil: "load" });
  const reach = (step, selector) => reachByTab(page, selector, check(step));

  await reach("skip link", ".skip");
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).hash === "#isi", check("past the navigation"), page.url());

  const all = await visibleRows(page);
  const last = await page.locator("[data-list] > li .who a").last().textContent();
  await reach("filter", "[data-tools] input");
  await page.keyboard.type(last);
  const kept = await visibleRows(page);
  expect(all > 1 && kept >= 1 && kept < all, check("the filter leaves some"), `${kept} of ${all} rows`);
  expect(new URL(page.url()).searchParams.get("saring") === last, check("the filter stands in the address"), page.url());
  await page.reload({ waitUntil: "load" });
  expect((await visibleRows(page)) === kept, check("the address restores the filter"), `${await visibleRows(page)} rows, not ${kept}`);

  await reach("official", "[data-list] > li:not([hidden]) .who a");
  await follow(page);
  expect(/\/pejabat\/[^/]+\//.test(page.url()), check("an official's page"), page.url());

  const indicator = await reach("indicator", ".indicator h4 a");
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).hash.length > 1, check("the indicator has an address"), page.url());
  const shown = await page.evaluate(() => document.querySelector(":target")?.className);
  expect(shown === "indicator", check("the address leads to the indicator"), `"${indicator}" leads to ${shown}`);

  await reach("its details", ".indicator:target summary");
  await page.keyboard.press("Space");
  await reach("its citation", '.indicator:target details > p a');
  await follow(page);
  const citation = await page.evaluate(() => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    return target?.checkVisibility() ? target.textContent : undefined;
  });
  expect(Boolean(citation) && /https?:\/\//.test(citation), check("the citation is read"), `${page.url()} shows ${citation}`);
}

/** Enter on a link, until another address is reached: a page that was loaded before says nothing of one that is asked for. */
async function follow(page) {
  const before = page.url();
  await page.keyboard.press("Enter");
  // Where none is reached, what follows says so.
  await page.waitForURL((url) => url.href !== before, { waitUntil: "load" }).catch(() => {});
}

function expect(holds, find, message) {
  if (!holds) find("walk", message);
}

function visibleRows(page) {
  return page.locator("[data-list] > li:visible").count();
}

/** Presses Tab until `selector` has the focus; whatever is passed must show it has it. */
async function reachByTab(page, selector, find) {
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    await page.keyboard.press("Tab");
    const { matches, seen, name } = await page.evaluate((wanted) => {
      const element = document.activeElement;
      // Behind the last stop the browser's own come, then the first again.
      if (element === document.body) return { matches: false, seen: true };
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      return { matches: element.matches(wanted), seen: outlineStyle !== "none" && outlineWidth !== "0px" && inView, name: element.textContent.trim() || element.tagName };
    }, selector);
    if (!seen) find("focus", `the focus is not seen at "${name.slice(0, 60)}"`);
    if (matches) return name;
  }
  throw new Error(`${MOST_TABS} times Tab, and ${selector} was not reached`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) (await checkWalk(commandLine().dir)).close();
