// Does anything that staff can write run in a reader's browser?
//
//   node xss.mjs PANTAU [--every N]
//
// Each published payload of tests/xss/payloads.json is put into every value of the site tests/xss/site.json at once:
// texts, ids, dates, addresses, names of files. What `pantau check` refuses is taken out again; the rest is built and
// looked at in a browser, once with the Content Security Policy switched off, so that escaping stands alone, and once
// with it. With --every N, each Nth payload only. One check per payload, one for what the site covers, two for a theme that does not escape, which must be found.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./chromium.mjs";
import { Report } from "./report.mjs";
import { serve } from "./server.mjs";
import { Site, address, commandLine, onePerType } from "./site.mjs";
import { asFileName, isMedia, isText, readRecords, readTemplate, write } from "./xss/fields.mjs";
import { openWatch } from "./xss/watch.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DATE = "2026-11-21";
const WORKERS = 2;
const PLAIN = "Kata biasa";
// The gate looks into documents and photos, so they must be such.
const DOCUMENT = readFileSync(new URL("../golden/below-a-path/content/media/naskah.pdf", import.meta.url));
const PHOTO = Buffer.from("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AZf/Z", "base64");
// A field of every page, printed by the control theme without escaping.
const CONTROL = ["templates/not_found.html", '<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><title>x</title>{{ frame.government | safe }}'];

function run(program, args) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    const out = [];
    child.stdout.on("data", (chunk) => out.push(chunk));
    child.stderr.on("data", (chunk) => out.push(chunk));
    child.on("error", fail);
    child.on("close", (code) => done({ code, text: Buffer.concat(out).toString() }));
  });
}

class Bench {
  constructor(pantau, work, template) {
    Object.assign(this, { pantau, work, template });
  }

  /** Writes the site anew, with the payload at `places`. */
  write(name, payload, places) {
    const root = join(this.work, name);
    rmSync(root, { recursive: true, force: true });
    const put = (path, text) => {
      mkdirSync(dirname(join(root, "content", path)), { recursive: true });
      writeFileSync(join(root, "content", path), text);
    };
    const { texts, placesAt } = write(this.template, payload, places);
    for (const [file, text] of texts) put(file, text);
    const media = this.template.places.filter(isMedia).map(({ text }) => text);
    if (places.some(isMedia)) media.push(`media/${asFileName(payload)}.pdf`);
    for (const file of media) put(file, file.endsWith(".jpg") ? PHOTO : DOCUMENT);
    return { root, put, placesAt };
  }

  async problems(root) {
    const { code, text } = await run(this.pantau, ["check", "--root", root, "--date", DATE, "--format", "json"]);
    if (code !== 0 && code !== 1) throw new Error(text.slice(0, 300));
    const errors = JSON.parse(text).filter(({ severity }) => severity === "error");
    return errors.map((error) => ({ ...error, file: error.file.replace(/^content\//, "") }));
  }

  /** Takes out what the gate refuses until it accepts the site: the places that still carry the payload. */
  async accepted(name, payload) {
    // A data file may not be named after a payload at all.
    const { root, put } = this.write(name, payload, []);
    const stray = `opd/${asFileName(payload)}.yml`;
    put(stray, '{"nama": "x"}\n');
    const named = (await this.problems(root)).length > 0 || asFileName(payload).startsWith(".");
    // Ids, dates and addresses first: while a text waits for them, it would be blamed for a name that is not there.
    const others = await this.narrowed(name, payload, this.template.places.filter((place) => !isText(place)));
    const { places, root: last } = await this.narrowed(name, payload, [...others.places, ...this.template.places.filter(isText)]);
    return { root: last, places, named };
  }

  /** The places among these at which the gate takes the payload, all at once. */
  async narrowed(name, payload, places) {
    for (let round = 0; round < 12; round += 1) {
      const { root, placesAt } = this.write(name, payload, places);
      const problems = await this.problems(root);
      if (problems.length === 0) return { root, places };
      const told = new Set(problems.flatMap(({ file, line, column }) => placesAt(file, line, column)));
      // Told elsewhere than where it stands: then everything of that file goes.
      const files = new Set(problems.map(({ file }) => file));
      const left = places.filter((place) => !told.has(place));
      places = left.length < places.length ? left : places.filter((place) => !files.has(place.file));
    }
    const { root } = this.write(name, payload, places);
    const left = (await this.problems(root)).map(({ code, file, line, message }) => `${code} ${file}:${line} ${message}`);
    throw new Error(`the gate accepts the site in no form: ${left.slice(0, 5).join("; ")}`);
  }

  /** The published site; `undefined` where a file of media/ has a name that is not published. */
  async build(root) {
    const out = join(root, "public");
    const { code, text } = await run(this.pantau, ["build", "--root", root, "--out", out, "--date", DATE]);
    if (code !== 0 && /is no path inside the tree/.test(text)) return undefined;
    if (code !== 0) throw new Error(`build: exit ${code}, ${text.trim().replace(/\s+/g, " ").slice(-300)}`);
    return new Site(out);
  }
}

/** The pages to look at: the fullest of each type in each language, and what else a browser runs scripts in. */
function pagesOf(site) {
  const other = [...site.files].filter((file) => /\.(svg|xml|xhtml)$/.test(file) && !file.startsWith("media/"));
  return [...onePerType(site).map(({ file }) => file), ...other];
}

/** The address of a search for the payload, as the script of that page writes it; whatever is found is shown there. */
const searchFor = (payload) => `cari/?q=${encodeURIComponent(payload.replace(/[\r\n]/g, "").trim())}`;

async function look(watch, site, payload, usual) {
  const server = await serve(site);
  const counts = new Map();
  const seen = [];
  try {
    const visit = async (name, path, until) => {
      const found = await watch.visit(server.base + path, usual?.get(name) ?? (usual ? {} : undefined), until);
      counts.set(name, found.counts);
      seen.push(...found.seen.map(([rule, message]) => [rule, `${name}: ${message}`]));
    };
    for (const file of pagesOf(site)) await visit(file, address(file));
    await visit("search for it", searchFor(payload), "networkidle");
  } finally {
    server.close();
  }
  return { seen, counts };
}

/**
 * How many of each active element the site has by itself: with a plain text in the place of every payload, or with none of
 * them. A licence that is known is linked, a text in its place is not.
 */
async function usualCounts(bench, watch) {
  const roots = [(await bench.accepted("usual", PLAIN)).root, bench.write("untouched", PLAIN, []).root];
  const usual = new Map();
  for (const root of roots) {
    const { counts } = await look(watch, await bench.build(root), PLAIN);
    for (const [name, own] of counts) {
      const most = usual.get(name) ?? {};
      for (const [tag, count] of Object.entries(own)) most[tag] = Math.max(most[tag] ?? 0, count);
      usual.set(name, most);
    }
  }
  return usual;
}

/** What the site covers: every key of the format; every text is accepted in it. */
async function checkCoverage(bench, report) {
  const find = report.check("tests/xss/site.json (which fields it has)");
  for (const name of bench.template.missing) find("not-covered", `${name} of docs/data.md is not in tests/xss/site.json`);
  const { places } = await bench.accepted("plain", PLAIN);
  const accepted = new Set(places.map(({ key }) => key));
  const texts = new Set(bench.template.places.filter(isText).map(({ key }) => key));
  for (const key of texts) if (!accepted.has(key)) find("not-reached", `${key} takes no plain text at any place`);
  return { texts: texts.size, keys: new Set(bench.template.places.map(({ key }) => key)).size };
}

/** A theme that prints a text without escaping must be found out, with and without the policy. */
async function checkControl(bench, watches, report) {
  const { root } = bench.write("control", "<img src=x onerror=__xss(1)>", bench.template.places.filter(({ key }) => key === "Site.pemerintah"));
  const [path, template] = CONTROL;
  const situs = join(root, "content/situs.yml");
  writeFileSync(situs, readFileSync(situs, "utf8").replace('"tema": "default"', '"tema": "bocor"'));
  mkdirSync(dirname(join(root, "themes/bocor", path)), { recursive: true });
  writeFileSync(join(root, "themes/bocor", path), template);
  const site = await bench.build(root);
  for (const [name, rule] of [["bypassed", "ran"], ["kept", "policy"]]) {
    const find = report.check(`a theme that does not escape (policy ${name})`);
    const { seen } = await look(watches[name], site, PLAIN);
    const rules = new Set(seen.map(([rule]) => rule));
    if (!rules.has(rule)) find("missed", `nothing of "${rule}" seen, only ${[...rules].join(", ") || "nothing"}`);
    if (name === "kept" && rules.has("ran")) find("missed", "it ran although the policy stands");
  }
}

const openBoth = async (browser) => ({ bypassed: await openWatch(browser, { bypassCSP: true }), kept: await openWatch(browser, { bypassCSP: false }) });

export async function checkXss(pantau, { every = 1 } = {}) {
  const report = new Report("xss");
  const work = mkdtempSync(join(tmpdir(), "pantau-xss-"));
  const template = readTemplate(join(ROOT, "tests/xss/site.json"), readRecords(readFileSync(join(ROOT, "docs/data.md"), "utf8")));
  const bench = new Bench(resolve(pantau), work, template);
  const browser = await launch();
  const total = { tested: 0, refused: 0, shown: 0, pages: 0, names: 0, ran: 0 };
  try {
    const covered = await checkCoverage(bench, report);
    const usual = await usualCounts(bench, (await openBoth(browser)).bypassed);
    const queue = JSON.parse(readFileSync(join(ROOT, "tests/xss/payloads.json"), "utf8")).payloads.filter((_, index) => index % every === 0);
    console.log(`  ${queue.length} payloads, ${template.places.length} values of ${covered.keys} keys (${covered.texts} of text), ${usual.size} pages each, twice`);
    const work = async (index) => {
      const watches = await openBoth(browser);
      if (index === 0) await checkControl(bench, watches, report);
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [source, , payload] = next;
        const find = report.check(`${source}: ${JSON.stringify(payload).slice(0, 90)}`);
        try {
          let { root, places, named } = await bench.accepted(`site-${index}`, payload);
          if (!named) find("file-name", "a data file may have this name");
          let site = await bench.build(root);
          if (!site) {
            places = places.filter((place) => !isMedia(place));
            site = await bench.build(bench.write(`site-${index}`, payload, places).root);
          }
          for (const name of ["bypassed", "kept"]) {
            const { seen, counts } = await look(watches[name], site, payload, usual);
            for (const [rule, message] of seen) find(rule, `policy ${name}, ${message}`);
            total.ran += seen.filter(([rule]) => rule === "ran" || rule === "dialog").length;
            total.pages += counts.size;
          }
          total.tested += template.places.length + 1;
          total.names += named ? 1 : 0;
          total.refused += template.places.length - places.length + (named ? 1 : 0);
          total.shown += places.length;
        } catch (error) {
          find("broken", String(error.message ?? error).split("\n")[0]);
        }
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, (_, index) => work(index)));
  } finally {
    await browser.close();
    rmSync(work, { recursive: true, force: true });
  }
  console.log(`  ${total.tested} payloads in values and names: ${total.refused} refused by the gate, ${total.shown} accepted and built; ${total.pages} pages seen; ran: ${total.ran}`);
  return report;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { dir: pantau, every = 1 } = commandLine();
  (await checkXss(pantau, { every: Number(every) })).close();
}
