// Does anything that staff can write run in a reader's browser?
//
//   node xss.mjs PANTAU [--every N] [--json FILE]
//
// Each published payload of tests/xss/payloads.json is put into every value of the site tests/xss/site.json: texts, ids,
// dates, addresses, names of files. What `pantau check` refuses is taken out again; the rest is built, several payloads to a
// site (see xss/groups.mjs), and looked at in a browser: nothing may run, ask another host or lead away, no element may be
// there that a harmless text does not bring, the layout must hold. The policy of pages only watches meanwhile, so that
// escaping stands alone; some pages of each site are opened with the policy as it is. Payloads are also put into what photos say
// of themselves, into drawings (xss/media.mjs) and into the words of a theme (xss/theme.mjs). With --every N, each Nth payload
// only; with --json FILE the counts, for programs. One check per payload, one for what the site covers, two for a theme that does not escape, which must be found.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./chromium.mjs";
import { Report } from "./report.mjs";
import { address, commandLine, onePerType } from "./site.mjs";
import { Bench, carriedBy } from "./xss/bench.mjs";
import { isMedia, isText, readRecords, readTemplate } from "./xss/fields.mjs";
import { carrying, grouped, halves } from "./xss/groups.mjs";
import { openHost } from "./xss/host.mjs";
import { checkDrawings, checkPhotos } from "./xss/media.mjs";
import { addUsualOutputs, compareOutputs, outputsOf } from "./xss/outputs.mjs";
import { addUsual, noUsual, openStage } from "./xss/stage.mjs";
import { checkTheme } from "./xss/theme.mjs";
import { openWatch } from "./xss/watch.mjs";
import { checkAgreements, checkForms } from "./xss/workbook.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WORKERS = 3;
const PLAIN = "Kata biasa";
/** How many pages of each site are opened with the policy as it is, other ones each time. */
const OPENED = 3;
// A field of every page, printed by the control theme without escaping.
const CONTROL = ["templates/not_found.html", '<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;"><title>x</title></head><body>{{ frame.government | safe }}</body></html>'];

/** The pages to look at: the fullest of each type in each language, and what else a browser runs scripts in. */
function pathsOf(site) {
  const other = [...site.files].filter((file) => /\.(svg|xml|xhtml)$/.test(file) && !file.startsWith("media/"));
  return [...onePerType(site).map(({ file }) => file), ...other].map(address);
}

/** An address of mail is the gate's to take only where it is the office's own contact, as in the site of every value. */
const withoutMail = ({ taken, refused }) => ({ taken: taken.filter((payload) => !/\w@\w+\.\w/.test(payload)), refused });

/** Every page and what else a browser runs scripts in: which page is the fullest of its type is another one with other texts. */
const allPathsOf = (site) => [...new Set([...pathsOf(site), ...site.pages.filter((file) => !site.isRedirect(file)).map(address)])];

/** The address of a search for the payload, as the script of that page writes it; whatever is found is shown there. */
const searchFor = (payload) => `cari/?q=${encodeURIComponent(payload.replace(/[\r\n]/g, "").trim())}`;

/** One worker's tabs: a stage, and one that opens a page by itself, its policy heeded. */
async function openTabs(browser) {
  const host = await openHost();
  return { host, stage: await openStage(browser, host), kept: await openWatch(browser, { bypassCSP: false }) };
}

class Suite {
  constructor(bench, browser, report) {
    Object.assign(this, { bench, browser, report });
    this.usual = noUsual();
    this.usualOutputs = new Map();
    this.total = { payloads: 0, published: 0, placements: 0, refused: 0, shown: 0, sites: 0, pages: 0, outputs: 0, names: 0, executed: 0, leaked: 0, broken: 0 };
  }

  /**
   * How many of each element the site has by itself: with a plain text in the place of every payload, or with none of them. A
   * licence that is known is linked, a text in its place is not.
   */
  async learnUsual(tabs) {
    const { places } = await this.bench.accepted("usual", PLAIN);
    for (const carried of [carriedBy(places, PLAIN), new Map()]) {
      const site = await this.bench.build(this.bench.write("usual", carried).root);
      tabs.host.show(site);
      addUsualOutputs(this.usualOutputs, outputsOf(site));
      addUsual(this.usual, await tabs.stage.look([...allPathsOf(site), searchFor(PLAIN)]));
    }
    return places;
  }

  /** What is seen on the site of a group. */
  async see(tabs, group, site, turn) {
    tabs.host.show(site);
    const paths = pathsOf(site);
    const { seen, pages } = await tabs.stage.look([...paths, ...group.map(({ payload }) => searchFor(payload))], this.usual);
    this.total.pages += pages.size;
    const outputs = outputsOf(site);
    this.total.outputs += outputs.size;
    seen.push(...compareOutputs(outputs, this.usualOutputs));
    tabs.host.show(site, "heeded");
    for (let at = 0; at < OPENED; at += 1) {
      const path = paths[(turn * OPENED + at) % paths.length];
      const opened = await tabs.kept.visit(tabs.host.base + path);
      seen.push(...opened.seen.map(([rule, message]) => [rule, `${path} with its policy: ${message}`]));
      this.total.pages += 1;
    }
    return seen;
  }

  /** How much is seen on the site of a group; split where the gate takes its payloads only apart. */
  async lookAt(tabs, name, group, turn) {
    const { root } = this.bench.write(name, carrying(group));
    const problems = await this.bench.problems(root);
    if (problems.length > 0) {
      if (group.length === 1) throw new Error(`the gate refuses what it accepted: ${JSON.stringify(problems[0])}`);
      let found = 0;
      for (const half of halves(group)) found += await this.lookAt(tabs, name, half, turn);
      return found;
    }
    let site = await this.bench.build(root);
    if (!site) {
      for (const one of group) one.places = one.places.filter((place) => !isMedia(place));
      site = await this.bench.build(this.bench.write(name, carrying(group)).root);
    }
    this.total.sites += 1;
    const seen = await this.see(tabs, group, site, turn);
    if (seen.length > 0 && group.length > 1) {
      let found = 0;
      for (const one of group) found += await this.lookAt(tabs, name, [one], turn);
      // Seen of all together and of none alone: that is told all the same, of the first.
      if (found === 0) this.tell(group[0], seen);
      return seen.length;
    }
    for (const one of group) this.tell(one, seen);
    return seen.length;
  }

  tell({ find }, seen) {
    for (const [rule, message] of seen) find(rule, message);
    this.count(seen);
  }

  count(seen) {
    const count = (...rules) => seen.filter(([rule]) => rules.includes(rule)).length;
    this.total.executed += count("ran", "dialog");
    this.total.leaked += count("foreign");
    this.total.broken += count("layout", "element", "output");
  }

  /** What a site has by itself, and what another one has besides: `{ learn, see }`. */
  looker(tabs) {
    const learn = async (site) => {
      const usual = { ...noUsual(), outputs: new Map(), paths: allPathsOf(site) };
      tabs.host.show(site);
      addUsual(usual, await tabs.stage.look(usual.paths));
      addUsualOutputs(usual.outputs, outputsOf(site));
      return usual;
    };
    const see = async (site, usual, unasked = []) => {
      tabs.host.show(site);
      // The same pages, for which is the fullest of its type may be another one; those that are named after a payload have
      // nothing to be compared with.
      const there = new Set([...site.files].map(address));
      const same = usual.paths.filter((path) => there.has(path));
      const others = pathsOf(site).filter((path) => !usual.paths.includes(path));
      const { seen, pages } = await tabs.stage.look(same, usual);
      const named = await tabs.stage.look(others);
      this.total.pages += pages.size + named.pages.size;
      const all = [...seen, ...named.seen, ...compareOutputs(outputsOf(site), usual.outputs)].filter(([rule]) => !unasked.includes(rule));
      this.count(all);
      return all;
    };
    return { learn, see };
  }

  /**
   * Payloads beside the data: in photos, drawings, the words of a theme, the cells of workbooks. `admitted` says which payloads
   * the gate takes in a free text, of which a workbook's cells become one.
   */
  async lookBeside(tabs, payloads, admitted) {
    const looker = this.looker(tabs);
    const inText = (key) => {
      const takes = ({ places }) => places.some((place) => place.key === key);
      return { taken: admitted.filter(takes).map(({ payload }) => payload), refused: admitted.filter((one) => !takes(one)).map(({ payload }) => payload) };
    };
    const beside = {
      photos: await checkPhotos(this.bench, this.browser, tabs.host, this.report, payloads),
      drawings: await checkDrawings(this.bench, this.report, payloads),
      theme: await checkTheme(this.bench, this.report, payloads, looker),
      forms: await checkForms(this.bench, this.report, inText("Actual.catatan"), looker),
      agreements: await checkAgreements(this.bench, this.report, withoutMail(inText("Indicator.nama")), looker),
    };
    for (const { tried, refused, shown } of Object.values(beside)) {
      this.total.placements += tried;
      this.total.refused += refused;
      this.total.shown += shown;
    }
    this.total.beside = beside;
  }

  async admit(name, [source, , payload]) {
    const find = this.report.check(`${source}: ${JSON.stringify(payload).slice(0, 90)}`);
    try {
      const { places, named } = await this.bench.accepted(name, payload);
      if (!named) find("file-name", "a data file may have this name");
      const all = this.bench.template.places.length;
      this.total.payloads += 1;
      this.total.published += source === "own" ? 0 : 1;
      this.total.placements += all + 1;
      this.total.refused += all - places.length + (named ? 1 : 0);
      this.total.names += named ? 1 : 0;
      this.total.shown += places.length;
      return { payload, places, find };
    } catch (error) {
      find("broken", String(error.message ?? error).split("\n")[0]);
      return undefined;
    }
  }
}

/** What the site covers: every key of the format; every text is accepted in it. */
function checkCoverage({ template }, places, report) {
  const find = report.check("tests/xss/site.json (which fields it has)");
  for (const name of template.missing) find("not-covered", `${name} of docs/data.md is not in tests/xss/site.json`);
  const accepted = new Set(places.map(({ key }) => key));
  const texts = new Set(template.places.filter(isText).map(({ key }) => key));
  for (const key of texts) if (!accepted.has(key)) find("not-reached", `${key} takes no plain text at any place`);
  return { texts: texts.size, keys: new Set(template.places.map(({ key }) => key)).size };
}

/** A theme that prints a text without escaping must be found out, with its policy heeded or watching. */
async function checkControl(suite, tabs, report) {
  const { bench } = suite;
  const { root } = bench.write("control", carriedBy(bench.template.places.filter(({ key }) => key === "Site.pemerintah"), "<img src=x onerror=__xss(1)>"));
  const [path, template] = CONTROL;
  const situs = join(root, "content/situs.yml");
  writeFileSync(situs, readFileSync(situs, "utf8").replace('"tema": "default"', '"tema": "bocor"'));
  mkdirSync(dirname(join(root, "themes/bocor", path)), { recursive: true });
  writeFileSync(join(root, "themes/bocor", path), template);
  const site = await bench.build(root);
  const judge = (name, seen, wanted, unwanted) => {
    const find = report.check(`a theme that does not escape (policy ${name})`);
    const rules = new Set(seen.map(([rule]) => rule));
    for (const rule of wanted) if (!rules.has(rule)) find("missed", `nothing of "${rule}" seen, only ${[...rules].join(", ") || "nothing"}`);
    for (const rule of unwanted) if (rules.has(rule)) find("missed", `"${rule}" seen although the policy stands`);
  };
  tabs.host.show(site);
  judge("watching", (await tabs.stage.look(["404.html"], suite.usual)).seen, ["ran", "policy", "attribute", "element"], []);
  tabs.host.show(site, "heeded");
  judge("heeded", (await tabs.kept.visit(`${tabs.host.base}404.html`)).seen, ["policy"], ["ran"]);
}

/** Runs `task` on each of `queue`, by the workers side by side. */
async function share(workers, queue, task) {
  const waiting = queue.map((one, index) => [one, index]);
  await Promise.all(
    workers.map(async (tabs, worker) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await task(tabs, `site-${worker}`, ...next);
    }),
  );
}

export async function checkXss(pantau, { every = 1 } = {}) {
  const report = new Report("xss");
  const work = mkdtempSync(join(tmpdir(), "pantau-xss-"));
  const template = readTemplate(join(ROOT, "tests/xss/site.json"), readRecords(readFileSync(join(ROOT, "docs/data.md"), "utf8")));
  const browser = await launch();
  const suite = new Suite(new Bench(resolve(pantau), work, template), browser, report);
  const workers = [];
  try {
    for (let count = 0; count < WORKERS; count += 1) workers.push(await openTabs(browser));
    const covered = checkCoverage(suite.bench, await suite.learnUsual(workers[0]), report);
    const queue = JSON.parse(readFileSync(join(ROOT, "tests/xss/payloads.json"), "utf8")).payloads.filter((_, index) => index % every === 0);
    console.log(`  ${queue.length} payloads, ${template.places.length} values of ${covered.keys} keys (${covered.texts} of text), ${suite.usual.pages.size} pages of each site`);
    await checkControl(suite, workers[0], report);
    const admitted = [];
    await share(workers, queue, async (_, name, payload) => admitted.push(await suite.admit(name, payload)));
    await suite.lookBeside(workers[0], queue, admitted.filter(Boolean));
    await share(workers, grouped(admitted.filter(Boolean)), async (tabs, name, group, turn) => {
      try {
        await suite.lookAt(tabs, name, group, turn);
      } catch (error) {
        for (const { find } of group) find("broken", String(error.message ?? error).split("\n")[0]);
      }
    });
  } finally {
    for (const { host } of workers) host.close();
    await browser.close();
    rmSync(work, { recursive: true, force: true });
  }
  const { total } = suite;
  console.log(`  ${total.placements} payloads in values and names: ${total.refused} refused by the gate, ${total.shown} accepted and built; ${total.sites} sites, ${total.pages} pages seen, ${total.outputs} files for programs read; ran: ${total.executed}, asked another host: ${total.leaked}, layout or structure changed: ${total.broken}`);
  return { report, total };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { dir: pantau, every = 1, json } = commandLine();
  const { report, total } = await checkXss(pantau, { every: Number(every) });
  if (json) writeFileSync(json, `${JSON.stringify(total, null, 2)}\n`);
  report.close();
}
