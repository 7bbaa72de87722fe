// Does a report card (rapor) print on one A4 page?
//
//   node print.mjs DIR
//
// One check per report card with at most MOST commitments: Chromium prints it as it is, without backgrounds, and the
// PDF has one page of the size A4 upright.

import { fileURLToPath } from "node:url";
import { launch } from "./chromium.mjs";
import { Report } from "./report.mjs";
import { serve } from "./server.mjs";
import { Site, address, commandLine, elements } from "./site.mjs";

const MOST = 12;
const A4 = { width: 595, height: 842 };
const TOLERANCE = 1.5;

export async function checkPrint(dir) {
  const report = new Report("print");
  const site = new Site(dir);
  const server = await serve(site);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const isCard = (file) => /\/rapor\/index\.html$/.test(file) && !site.isRedirect(file);
    const cards = site.pages.filter((file) => isCard(file) && commitments(site.read(file)) <= MOST);
    for (const file of cards) {
      await page.goto(server.base + address(file), { waitUntil: "load" });
      look(await page.pdf({ preferCSSPageSize: true, printBackground: false }), report.check(file));
    }
  } finally {
    await browser.close();
    server.close();
  }
  return report;
}

function commitments(html) {
  return elements(html).filter(({ element }) => element.tagName === "tr" && element.parentNode.tagName === "tbody").length;
}

/** Chromium writes page objects without packing them. */
function look(pdf, find) {
  const text = pdf.toString("latin1");
  const pages = text.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  if (pages !== 1) find("pages", `prints on ${pages} pages`);
  for (const [, width, height] of text.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)) {
    const isA4 = Math.abs(width - A4.width) < TOLERANCE && Math.abs(height - A4.height) < TOLERANCE;
    if (!isA4) find("size", `a page of ${width} × ${height} points`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) (await checkPrint(commandLine().dir)).close();
