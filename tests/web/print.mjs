// What do officials' pages and report cards (rapor) look like on paper?
//
//   node print.mjs DIR
//
// One check per report card with at most MOST commitments: Chromium prints it as it is, without backgrounds, and the
// PDF has one page of the size A4 upright.
// One check per report card and per official's year, Indonesian and English: on paper the page says its own address and
// the day of its data, and its QR code, read by an independent decoder, leads to a page of the site whose address is
// printed beside it; on screen the code is not even asked for.

import { fileURLToPath } from "node:url";
import decodeQR from "qr/decode.js";
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
    const base = site.baseUrl();
    for (const file of site.pages.filter((file) => isWithCode(file) && !site.isRedirect(file))) {
      const find = report.check(`${file} on paper`);
      await page.emulateMedia({ media: "screen" });
      const asked = [];
      const listen = (request) => asked.push(request.url());
      page.on("request", listen);
      await page.goto(server.base + address(file), { waitUntil: "load" });
      page.off("request", listen);
      if (asked.some((url) => url.endsWith("/qr.svg"))) find("eager", "asks for the code on screen");
      await page.emulateMedia({ media: "print" });
      await checkPaper(page, site, { base, own: base + address(file) }, find);
    }
  } finally {
    await browser.close();
    server.close();
  }
  return report;
}

function isWithCode(file) {
  return /^(en\/)?(pejabat\/[^/]+\/\d{4}\/(rapor\/)?|opd\/[^/]+\/\d{4}\/rapor\/)index\.html$/.test(file);
}

async function checkPaper(page, site, { base, own }, find) {
  const text = (await page.evaluate(() => document.body.innerText)).replace(/\s+/g, " ");
  if (!text.includes(own)) find("address", `does not say ${own}`);
  if (!/\d{1,2} \p{L}+ \d{4}/u.test(text)) find("date", "says no day");
  const code = await page.evaluate(readPixels);
  if (!code) return find("code", "shows no QR code");
  let said;
  try {
    said = decodeQR({ ...code, data: Uint8ClampedArray.from([...code.dark].flatMap((dark) => (dark === "1" ? [0, 0, 0, 255] : [255, 255, 255, 255]))) });
  } catch (error) {
    return find("code", `can't be read: ${error.message}`);
  }
  if (!text.includes(said)) find("code", `leads to ${said}, which is not printed`);
  const target = said.startsWith(base) && `${said.slice(base.length)}index.html`;
  if (!target || !site.files.has(target)) find("code", `leads to ${said}, which is not in the site`);
}

/** Runs in the page: the code's pixels, dark or not, as a short text. */
async function readPixels() {
  const image = document.querySelector('.paper img[src$="/qr.svg"]');
  if (!image?.checkVisibility()) return undefined;
  image.loading = "eager";
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 240;
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff"; // paper
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let dark = "";
  for (let at = 0; at < data.length; at += 4) dark += data[at] < 128 ? "1" : "0";
  return { width: canvas.width, height: canvas.height, dark };
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
