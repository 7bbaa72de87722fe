// Does a saved file show in the browser by itself, and what is wrong with it?
//
//   node live.mjs PANTAU [--shots DIR]
//
// `pantau serve` runs on a copy of the sample. A figure is saved, a mistake is made and mended, a style sheet is saved,
// while a page is open in Chromium; nothing is ever loaded by hand. One check per step.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { launch } from "./chromium.mjs";
import { Report } from "./report.mjs";

const DATE = "2026-11-21";
const RESULTS = "content/hasil/2026/tw3/kepala-dinas-kesehatan.yml";
const OFFICIAL = "pejabat/ratna-kusumawati/";
const OLD = ["nilai: 6.4", "6,4"];
const NEW = ["nilai: 6.3871", "6,3871"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// Longer than anything takes that works.
const PATIENCE = 10_000;

/** The program to its end. */
function run(program, args) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { stdio: "ignore" });
    child.on("error", fail);
    child.on("close", (code) => (code === 0 ? done() : fail(new Error(`${args.join(" ")}: exit ${code}`))));
  });
}

/** `pantau serve`: where the site stands, what the terminal says, and its end. */
async function preview(pantau, root) {
  const child = spawn(pantau, ["serve", "--port", "0", "--date", DATE, "--root", root], { stdio: ["ignore", "ignore", "pipe"] });
  const said = [];
  const base = await new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => fail(new Error(`serve ended with ${code}: ${said.join("\n")}`)));
    createInterface(child.stderr).on("line", (line) => {
      said.push(line);
      const ready = line.match(/http:\/\/\S+/);
      if (ready) done(ready[0]);
    });
  });
  return { base, said, stop: () => child.kill() };
}

async function checkLive(pantau, shots) {
  const report = new Report("live");
  const expect = (holds, step, message) => {
    const find = report.check(step);
    if (!holds) find("live", message);
  };
  const work = mkdtempSync(join(tmpdir(), "pantau-live-"));
  const root = join(work, "situs");
  const results = join(root, RESULTS);
  const save = (text) => writeFileSync(results, text);
  let browser;
  let server;
  try {
    await run(pantau, ["init", root, "--sample", "trenggalek"]);
    const text = readFileSync(results, "utf8");
    server = await preview(pantau, root);
    browser = await launch();
    const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
    const complaints = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(server.base + OFFICIAL, { waitUntil: "load" });
    const shows = (figure) => page.locator("main").innerText().then((all) => all.includes(figure));
    const waitFor = (figure) => page.waitForFunction((wanted) => document.querySelector("main")?.innerText.includes(wanted), figure, { timeout: PATIENCE });
    expect((await shows(OLD[1])) && !(await shows(NEW[1])), "the page as it was", "is not what the sample says");

    await page.evaluate(() => scrollTo(0, 900));
    // A connection tells when it is there: only then a save is sure to be heard at once.
    await page.waitForTimeout(200);
    save(text.replace(OLD[0], NEW[0]));
    await waitFor(NEW[1]);
    expect(true, "a saved figure shows by itself", "");
    await page.waitForLoadState("load");
    // What stands above may have become longer by a line or two.
    const isThere = () => Math.abs(scrollY - 900) < 100;
    await page.waitForFunction(isThere, undefined, { timeout: PATIENCE }).catch(() => {});
    expect(await page.evaluate(isThere), "the page stays where it was scrolled to", `it stands at ${await page.evaluate(() => scrollY)}`);
    const overlay = page.locator("#pantau-live .panel");
    expect((await overlay.count()) === 0, "nothing is told where nothing is wrong", await overlay.allInnerTexts());

    save(text.replace(OLD[0], "nilay: 6.2"));
    await overlay.waitFor({ timeout: PATIENCE });
    const told = (await overlay.innerText()).replace(/\s+/g, " ");
    expect(told.includes(`${RESULTS}, baris 5`), "a mistake is told with file and line", told);
    expect(/Perbaikan: .*nilai/.test(told) && told.includes("nilay: 6.2"), "and with the line and what to write", told);
    expect(await shows(NEW[1]), "below it stands the last good page", "it does not");
    await page.waitForTimeout(100);
    expect(server.said.some((line) => line.includes(`${RESULTS}:5`)), "the terminal says so too", server.said.join(" | "));
    const complained = complaints.length;
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => globalThis.axe.run({ include: [["#pantau-live"]] }, { resultTypes: ["violations"] }));
    expect(violations.length === 0, "everybody can read it (axe)", violations.map(({ id, help }) => `${id}: ${help}`).join("; "));
    // The checker styles what it measures, which the page's policy forbids.
    complaints.splice(complained);
    if (shots) {
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: join(shots, "kesalahan.png") });
    }

    save(text.replace(OLD[0], NEW[0]));
    await overlay.waitFor({ state: "detached", timeout: PATIENCE });
    expect(await shows(NEW[1]), "mended, it goes by itself", "the page is another");
    save(text);
    const isGone = (figure) => !document.querySelector("main")?.innerText.includes(figure);
    await page.waitForFunction(isGone, NEW[1], { timeout: PATIENCE });
    expect(await shows(OLD[1]), "the old figure comes back too", "neither is there");

    const style = join(root, "themes/default/style.css");
    mkdirSync(dirname(style), { recursive: true });
    writeFileSync(style, "main { outline: 7px solid red; }\n");
    const styled = () => getComputedStyle(document.querySelector("main")).outlineWidth === "7px";
    await page.waitForFunction(styled, undefined, { timeout: PATIENCE }).then(
      () => expect(true, "a saved theme shows by itself", ""),
      () => expect(false, "a saved theme shows by itself", "it does not"),
    );
    expect(complaints.length === 0, "the browser has nothing to complain of", complaints.join("; "));
  } catch (error) {
    report.check("to the end")("broken", String(error.message ?? error).split("\n")[0]);
  } finally {
    await browser?.close();
    server?.stop();
    rmSync(work, { recursive: true, force: true });
  }
  return report;
}

const [pantau, option, shots] = process.argv.slice(2);
if (pantau === undefined || (option !== undefined && option !== "--shots")) throw new Error("usage: live.mjs PANTAU [--shots DIR]");
(await checkLive(resolve(pantau), shots)).close();
