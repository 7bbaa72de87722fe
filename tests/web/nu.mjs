// Is every page valid HTML, every style sheet valid CSS, every picture valid SVG? The Nu HTML checker says.
//
//   node nu.mjs DIR
//
// One check per file; an error or a warning fails it. Needs Java 17 or newer.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Report } from "./report.mjs";
import { Site, commandLine } from "./site.mjs";

// Each must be found faulty in every run: a checker that looked at nothing reports nothing either.
const CANARIES = {
  html: "<!doctype html><html lang=id><title>x</title><p id=a><p id=a>",
  css: "p { colour: red }",
  svg: '<svg xmlns="http://www.w3.org/2000/svg"><rect id="a"/><rect id="a"/></svg>',
};
const FILES_PER_RUN = 2000;

export function checkNu(dir) {
  const report = new Report("nu");
  const site = new Site(dir);
  const work = mkdtempSync(join(tmpdir(), "pantau-nu-"));
  try {
    for (const kind of ["html", "css", "svg"]) {
      const files = site.withExtension(`.${kind}`);
      const finders = new Map(files.map((file) => [pathToFileURL(join(dir, file)).href, report.check(file)]));
      const canary = join(work, `canary.${kind}`);
      writeFileSync(canary, CANARIES[kind]);
      for (let start = 0; start < files.length; start += FILES_PER_RUN) {
        const paths = files.slice(start, start + FILES_PER_RUN).map((file) => join(dir, file));
        record(run(kind, [...paths, canary]), finders, pathToFileURL(canary).href, report);
      }
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return report;
}

function run(kind, paths) {
  const jar = createRequire(import.meta.url).resolve("vnu-jar");
  // Names and quoted titles in the other language make its guess of a page's language wrong; `links` checks `lang`.
  const options = ["-Xmx1g", "-jar", jar, `--${kind}`, "--no-langdetect", "--stdout", "--format", "json"];
  const { stdout, stderr, error } = spawnSync("java", [...options, ...paths], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (error) throw error;
  try {
    return JSON.parse(stdout).messages;
  } catch {
    throw new Error(`the checker did not answer in JSON:\n${stdout.slice(0, 500)}\n${stderr.slice(0, 1500)}`);
  }
}

function record(messages, finders, canary, report) {
  let sang = false;
  for (const { type, subType, url, lastLine, message } of messages) {
    const plainUrl = (url ?? "").replace(/^file:\/*/, "file:///");
    if (plainUrl === canary) sang = true;
    else if (type === "info" && subType !== "warning") continue;
    else {
      const find = finders.get(plainUrl) ?? report.check("the checker");
      find(type === "info" ? "warning" : "error", `line ${lastLine ?? "?"}: ${message}`);
    }
  }
  if (!sang) report.check("the checker")("silent", `found no fault in ${canary}, which has one`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) checkNu(commandLine().dir).close();
