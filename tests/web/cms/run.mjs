// Is the web form for staff of use? In its real program, on a local repository:
//
//   node cms/run.mjs PANTAU [--shots DIR]
//
// PANTAU is the program; it makes a sample with the form, in a repository of git. The form's program keeps a local
// repository by the browser's own interface to files; here that is given the browser's private file system, which has the
// same interface, filled with the repository's files. What was saved goes back into the repository, for git and pantau
// to judge.

import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { parse as parseYaml } from "yaml";
import { launch } from "../chromium.mjs";
import { Report } from "../report.mjs";
import { serve } from "../server.mjs";
import { Site } from "../site.mjs";

const DATE = "2026-11-21";
// Longer than anything takes that works, on a machine that does other work.
const PATIENCE = 30_000;
const PROGRAM = join(dirname(fileURLToPath(import.meta.url)), "node_modules/@sveltia/cms/npm");
const HEALTH = "content/hasil/2026/tw3/kepala-dinas-kesehatan.yml";
const PERSON = "content/pejabat/ratna-kusumawati.yml";
const QUARTER = "hasil-2026-tw3";
// A key that no form has a field for, and a comment.
const SILENCED = "# catatan petugas\nabaikan:\n  P380: Sudah diperiksa.\n";

const pantau = resolve(process.argv[2] ?? "");
const shots = process.argv[3] === "--shots" ? process.argv[4] : undefined;
const report = new Report("cms");
const work = mkdtempSync(join(tmpdir(), "pantau-form."));
const root = join(work, "source");

/** What pantau reads: every value as it is written, so that quotes around a number change nothing. */
const parse = (text) => parseYaml(text, { schema: "failsafe" });

/** One check: `message` tells what was found where it does not hold. */
function expect(holds, step, message) {
  const find = report.check(step);
  if (!holds) find("form", String(message));
}

/** Runs a program in the repository; `{ ok, text }`. */
function run(program, ...args) {
  try {
    return { ok: true, text: execFileSync(program, args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }) };
  } catch (error) {
    return { ok: false, text: `${error.stdout ?? ""}${error.stderr ?? error.message}` };
  }
}

const git = (...args) => run("git", "-c", "user.name=Dinas", "-c", "user.email=dinas@example.go.id", ...args);
const build = () => run(pantau, "build", "--root", ".", "--out", join(work, "site"), "--date", DATE);
const check = () => run(pantau, "check", "--root", ".", "--date", DATE);

function makeRepository() {
  execFileSync(pantau, ["init", root, "--sample", "trenggalek"], { stdio: "ignore" });
  appendFileSync(join(root, "content/situs.yml"), "admin:\n  penyedia: github\n  repositori: trenggalek/kinerja\n");
  cpSync(PROGRAM, join(root, "cms"), { recursive: true, filter: (path) => !path.endsWith(".map") });
  for (const [...args] of [["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "Mulai"]]) git(...args);
}

/** Every file of the repository that a form may name: path → text. */
function contents() {
  const files = { ".git/HEAD": "ref: refs/heads/main\n" };
  for (const entry of readdirSync(join(root, "content"), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(yml|md)$/.test(entry.name)) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    files[path.slice(root.length + 1)] = readFileSync(path, "utf8");
  }
  return files;
}

/** In the page: the browser's private file system as the folder that somebody chose. */
function chooseFolder() {
  window.showDirectoryPicker = () => navigator.storage.getDirectory();
}

/**
 * In the page: a browser that does not fade from page to page, as some don't. Where it does and is busy, the program's
 * way back to its list, taken in the middle of a fade, may be lost: what fades do is not tried here.
 */
function withoutFades() {
  Document.prototype.startViewTransition = undefined;
}

/** In the page: writes files below that folder. */
async function fill(files) {
  const top = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/");
    let folder = top;
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
    const writable = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
    await writable.write(text);
    await writable.close();
  }
}

/** In the page: the text of a file below that folder; null where there is none. */
async function stored(path) {
  let folder = await navigator.storage.getDirectory();
  const parts = path.split("/");
  try {
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
    return await (await (await folder.getFileHandle(parts.at(-1))).getFile()).text();
  } catch {
    return null;
  }
}

class Form {
  constructor(page, base) {
    this.page = page;
    this.base = base;
  }

  field(path) {
    return this.page.locator(`[data-key-path="${path}"]`).locator("input, textarea").first();
  }

  /** Opens a form and makes sure that it stays: after a save the program may still be on its way back to the list. */
  async open(collection, entry) {
    const fields = this.page.locator("[data-key-path]").first();
    const go = (hash) => this.page.evaluate((hash) => (location.hash = hash), hash);
    const wanted = `#/collections/${collection}/entries/${entry}`;
    for (let tries = 0; tries < 10; tries += 1) {
      await go(`#/collections/${collection}`);
      await fields.waitFor({ state: "detached" });
      await go(wanted);
      await fields.waitFor();
      await this.page.waitForTimeout(250);
      const stays = (await this.page.evaluate(() => location.hash)).startsWith(wanted) && (await fields.count()) > 0;
      if (stays) return;
    }
    throw new Error(`the form ${entry} does not stay open`);
  }

  /**
   * Opens what is folded up around a field. A click that comes while the form is still being made is lost, and what
   * stands below the window's edge is made when it is scrolled to.
   */
  async unfold(path) {
    const around = this.page.locator(`[data-key-path="${path}"]`);
    const toggle = around.getByRole("button", { name: "Expand" }).first();
    const unmade = around.locator(".placeholder");
    const inner = around.locator("[data-key-path]").first();
    for (let tries = 0; tries < 10; tries += 1) {
      await toggle.or(unmade.first()).or(inner).first().waitFor({ state: "attached" });
      if ((await inner.count()) > 0) return;
      if ((await unmade.count()) > 0) await unmade.evaluateAll(([place]) => place?.scrollIntoView());
      else await toggle.click({ timeout: 2000 }).catch(() => {});
      await inner.waitFor({ timeout: 2000 }).catch(() => {});
    }
    throw new Error(`${path} does not unfold`);
  }

  /** Saves, waits until the file is another than `before`, and gives its text. */
  async save(path, before) {
    await this.page.getByRole("button", { name: "Save" }).click();
    for (let tries = 0; tries < 200; tries += 1) {
      const text = await this.page.evaluate(stored, path);
      if (text !== null && text !== before) {
        // The program goes back to its list.
        await this.page.locator("[data-key-path]").first().waitFor({ state: "detached" });
        return text;
      }
      await this.page.waitForTimeout(100);
    }
    const told = await this.page.locator("[role=alert], .validation").allInnerTexts();
    throw new Error(`${path} was not saved: ${told.filter((text) => text.trim()).join(" ")}`);
  }
}

/** One figure: it alone is other afterwards, the gate lets it in, and the page shows it. */
async function enterFigure(form, before) {
  await form.open(QUARTER, "kepala-dinas-kesehatan");
  const label = await form.page.locator('[data-key-path="realisasi.stunting"]').first().innerText();
  expect(label.includes("Prevalensi stunting") && label.includes("Target Triwulan III 2026: 6,4%"), "a commitment has its name and target", label.slice(0, 200));
  await form.unfold("realisasi.stunting");
  const figure = form.field("realisasi.stunting.nilai");
  expect((await figure.inputValue()) === "6.4", "the figure that was reported stands in it", await figure.inputValue());
  await figure.fill("3.000");
  await form.page.getByRole("button", { name: "Save" }).click();
  const told = await form.page.locator('[data-key-path="realisasi.stunting.nilai"]').innerText();
  expect(told.includes("3.000 dapat dibaca dua cara"), "a figure of two meanings is refused in the form", told);
  await figure.fill("6,25");
  const text = await form.save(HEALTH, before);
  const wanted = parse(before);
  wanted.realisasi.stunting.nilai = "6,25";
  expect(isDeepStrictEqual(parse(text), wanted), "the figure alone is other", text);
  writeFileSync(join(root, HEALTH), text);
  const changed = git("status", "--short").text.trim();
  expect(changed === `M ${HEALTH}`, "in one file", changed);
}

/** A report that nobody wrote yet: nothing is in it but what was entered. */
async function enterNewReport(form, settings) {
  const { files } = settings.collections.find(({ name }) => name === QUARTER);
  const missing = files.find(({ file }) => !existsSync(join(root, file)));
  const figures = missing.fields.find(({ name }) => name === "realisasi").fields;
  const [first, second] = figures.filter(({ fields }) => fields[0].widget === "string" && fields[0].name === "nilai");
  await form.open(QUARTER, missing.name);
  await form.field("dilaporkan").fill("2026-11-20");
  for (const { name } of [first, second]) await form.unfold(`realisasi.${name}`);
  await form.field(`realisasi.${first.name}.nilai`).fill("12,5");
  await form.field(`realisasi.${second.name}.belum_ada`).fill("Menunggu rilis: data BPS\nterbit Desember.");
  const text = await form.save(missing.file, null);
  const wanted = {
    dilaporkan: "2026-11-20",
    realisasi: { [first.name]: { nilai: "12,5" }, [second.name]: { belum_ada: "Menunggu rilis: data BPS\nterbit Desember." } },
  };
  expect(isDeepStrictEqual(parse(text), wanted), "a new report holds what was entered and nothing else", text);
  mkdirSync(dirname(join(root, missing.file)), { recursive: true });
  writeFileSync(join(root, missing.file), text);
}

/** Each file of results, and an official's: all but the day that was entered means what it meant. */
async function saveAll(form, settings, before) {
  for (const { name, files } of settings.collections.filter(({ files }) => files)) {
    for (const { name: entry, file } of files.filter(({ file }) => file in before && file !== HEALTH)) {
      await form.open(name, entry);
      await form.field("dilaporkan").fill("2026-11-19");
      const text = await form.save(file, before[file]);
      expect(isDeepStrictEqual(parse(text), { ...parse(before[file]), dilaporkan: "2026-11-19" }), `${file} keeps its meaning`, text);
    }
  }
  await form.open("pejabat", "ratna-kusumawati");
  await form.field("nama").fill("dr. Ratna Kusumawati, M.Kes., Sp.A.");
  const text = await form.save(PERSON, before[PERSON]);
  const wanted = { ...parse(before[PERSON]), nama: "dr. Ratna Kusumawati, M.Kes., Sp.A." };
  expect(isDeepStrictEqual(parse(text), wanted), "an official keeps all but the name", text);
  writeFileSync(join(root, PERSON), text);
}

async function pictures(browser, form) {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  for (const [name, width, height] of [["desktop", 1280, 900], ["phone", 390, 844]]) {
    await form.page.setViewportSize({ width, height });
    await form.page.evaluate(() => (location.hash = "#/collections/hasil-2026-tw3"));
    await form.page.waitForTimeout(800);
    await form.page.screenshot({ path: join(shots, `form-list-${name}.png`) });
    await form.open(QUARTER, "kepala-dinas-kesehatan");
    await form.page.waitForTimeout(500);
    await form.page.screenshot({ path: join(shots, `form-${name}.png`) });
    await form.page.evaluate(() => (location.hash = "#/collections/pejabat/entries/ratna-kusumawati"));
    await form.page.waitForTimeout(800);
    await form.page.screenshot({ path: join(shots, `form-person-${name}.png`) });
  }
}

/** Nothing else of the site knows of the form. */
async function apartFromTheSite(site, base) {
  const telling = site.pages.filter((file) => !file.startsWith("admin/") && site.read(file).includes("/admin/"));
  expect(telling.length === 0, "no page leads to the form", telling.slice(0, 3));
  expect(!site.read("sitemap.xml").includes("/admin/"), "no sitemap knows it", "it does");
  const [home, page] = [await fetch(base), await fetch(`${base}admin/`)];
  const policies = [home, page].map((answer) => answer.headers.get("content-security-policy"));
  expect(policies[0]?.includes("script-src 'self'; style-src 'self';") && policies[0].includes("frame-ancestors 'none'"), "other pages may do as little as before", policies[0]);
  expect(policies[1]?.split("default-src").length === 2 && policies[1].includes("api.github.com"), "the form has a policy of its own", policies[1]);
  expect(page.headers.get("x-robots-tag") === "noindex" && (await page.text()).includes('<meta name="robots" content="noindex">'), "it is not for search engines", page.headers.get("x-robots-tag"));
}

let browser;
let server;
try {
  makeRepository();
  const built = build();
  expect(built.ok, "the site is built", built.text);
  const same = run(pantau, "verify", join(work, "site"), "--root", ".");
  expect(same.ok, "and is what its sources give, the form's program with it", same.text);
  const site = new Site(join(work, "site"));
  server = await serve(site);
  await apartFromTheSite(site, server.base);
  const settings = JSON.parse(site.read("admin/config.json"));

  const before = contents();
  before[HEALTH] += SILENCED;
  browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "id-ID" });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const abroad = [];
  context.on("response", (response) => {
    if (/^https?:/.test(response.url()) && !response.url().startsWith(server.origin)) abroad.push(response.url());
  });
  context.on("requestfailed", (request) => {
    if (/^https?:/.test(request.url()) && request.failure()?.errorText !== "csp") abroad.push(`${request.url()} ${request.failure()?.errorText}`);
  });
  const broken = [];
  page.on("pageerror", (error) => broken.push(error.message));
  await page.addInitScript(chooseFolder);
  await page.addInitScript(withoutFades);
  await page.goto(`${server.base}admin/config.json`);
  await page.evaluate(fill, before);
  await page.goto(`${server.base}admin/`);
  const local = page.getByRole("button", { name: "Work with Local Repository" });
  await local.waitFor();
  if (shots) {
    mkdirSync(shots, { recursive: true });
    await page.waitForTimeout(1000);
    await page.screenshot({ path: join(shots, "form-start-desktop.png") });
  }
  await local.click();
  await page.getByText("Hasil Triwulan III 2026").first().waitFor();
  const form = new Form(page, server.base);
  await pictures(browser, form);
  await enterFigure(form, before[HEALTH]);
  await enterNewReport(form, settings);
  await saveAll(form, settings, before);
  expect(broken.length === 0, "the program works without an error", broken[0]);
  // Of what it asks others for, nothing leaves the browser: a page's policy stops it there.
  expect(abroad.length === 0, "nobody else is asked for anything", abroad.slice(0, 3).join(", "));

  const checked = check();
  expect(checked.ok, "the gate lets in what was saved", checked.text);
  expect(build().ok, "the site is built again", "it is not");
  const official = new Site(join(work, "site")).read("pejabat/ratna-kusumawati/index.html");
  expect(official.includes("6,25%"), "and shows the figure", "it does not");
} catch (error) {
  report.check("to the end")("broken", String(error.message ?? error).split("\n").join(" ").slice(0, 900));
} finally {
  await browser?.close();
  server?.close();
  rmSync(work, { recursive: true, force: true });
}
report.close();
