// Pictures of each type of page, for people to look at. Not a check.
//
//   node shots.mjs DIR OUT
//   node shots.mjs DIR OUT --readme OFFICIAL      only the two pictures of README.md
//
// Per Indonesian page type: the whole page on a phone (360 px) and a desktop (1,280 px), the phone in dark mode, and the
// page as it prints (PDF). The English home and one English official's page stand for their language.

import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { Site, address, onePerType } from "./site.mjs";

const VIEWS = [
  { name: "hp", width: 360, height: 780, colorScheme: "light" },
  { name: "hp-gelap", width: 360, height: 780, colorScheme: "dark" },
  { name: "desktop", width: 1280, height: 900, colorScheme: "light" },
  { name: "desktop-gelap", width: 1280, height: 900, colorScheme: "dark" },
];
const ENGLISH = ["en/beranda", "en/pejabat/<id>"];

const [dir, out, option, official] = process.argv.slice(2);
if (!out || (option && (option !== "--readme" || !official))) {
  console.error("usage: node shots.mjs DIR OUT [--readme OFFICIAL]");
  process.exit(2);
}
const site = new Site(dir);
const server = await serve(site);
const browser = await launch();
try {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const page = await browser.newPage();
  if (official) await ofReadme(page);
  else await ofEachType(page);
} finally {
  await browser.close();
  server.close();
}

/** The top of an official's page, light and dark. */
async function ofReadme(page) {
  await page.setViewportSize({ width: 880, height: 1000 });
  for (const [colorScheme, name] of [["light", "pejabat"], ["dark", "pejabat-gelap"]]) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${server.base}pejabat/${official}/`, { waitUntil: "load" });
    await page.screenshot({ path: join(out, `${name}.png`) });
  }
}

async function ofEachType(page) {
  const chosen = onePerType(site).filter(({ type }) => !type.startsWith("en/") || ENGLISH.includes(type));
  for (const { type, file } of chosen) {
    const name = type.replace(/[<>]/g, "").replace(/\.html$/, "").replace(/\//g, "-");
    const take = async ({ name: view, width, height, colorScheme }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await page.goto(server.base + address(file), { waitUntil: "load" });
      await page.screenshot({ path: join(out, `${name}-${view}.png`), fullPage: true });
    };
    for (const view of VIEWS) await take(view);
    await page.emulateMedia({ colorScheme: "light" });
    await page.pdf({ path: join(out, `${name}-cetak.pdf`), format: "A4", printBackground: false });
  }
  console.log(`  ${chosen.length} pages, ${chosen.length * (VIEWS.length + 1)} pictures in ${out}`);
}
