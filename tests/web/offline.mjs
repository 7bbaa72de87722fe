// Can a page that was visited be read without a network?
//
//   node offline.mjs DIR
//
// DIR is a site with `luring: ya`. One check per step.

import { fileURLToPath } from "node:url";
import { launch } from "./chromium.mjs";
import { Report } from "./report.mjs";
import { serve } from "./server.mjs";
import { Site, address, commandLine, onePerType } from "./site.mjs";

const WORKER = "luring.js";

export async function checkOffline(dir) {
  const report = new Report("offline");
  const site = new Site(dir);
  const server = await serve(site);
  const browser = await launch();
  const expect = (holds, step, message) => {
    const find = report.check(step);
    if (!holds) find("offline", message);
  };
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    const visited = onePerType(site).find(({ type }) => type === "pejabat/<id>")?.file;
    expect(visited && site.files.has(WORKER), "the site", `has ${visited ?? "no official"} and ${WORKER}: ${site.files.has(WORKER)}`);
    await page.goto(server.base, { waitUntil: "load" });
    const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
    expect(scope === server.base, "the worker serves the site alone", scope);
    await page.goto(server.base + address(visited), { waitUntil: "networkidle" });
    const notice = () => page.locator("[data-offline]").isVisible();
    const [online, said] = [await page.locator("main").innerText(), await notice()];
    expect(!said, "online nothing is said", "the notice is there");
    await context.setOffline(true);
    await page.reload({ waitUntil: "load" });
    expect((await page.locator("main").innerText()) === online, "a visited page is the same", "it reads otherwise");
    expect(await notice(), "and says that it is a copy", "it does not");
    const styled = await page.evaluate(() => getComputedStyle(document.querySelector(".wrap")).maxWidth !== "none");
    expect(styled, "with its style", "the style sheet was not kept");
    const other = await page.goto(`${server.base}metode/`).then(() => "a page", (error) => error.message);
    expect(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/.test(other), "what was not visited is not made up", other);
    await context.setOffline(false);
    await page.goto(server.base + address(visited), { waitUntil: "load" });
    expect(!(await notice()), "with a network again the notice goes", "it stays");
  } catch (error) {
    report.check("to the end")("broken", String(error.message ?? error).split("\n")[0]);
  } finally {
    await browser.close();
    server.close();
  }
  return report;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) (await checkOffline(commandLine().dir)).close();
