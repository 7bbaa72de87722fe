// Is every page valid HTML, every style sheet valid CSS, every picture valid SVG? The Nu HTML checker says.
//
//   node nu.mjs DIR…
//
// One check per file; an error or a warning fails it. Needs Java 17 or newer, which takes seconds to start: so several
// sites are looked at in one go.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Report } from "./report.mjs";
import { serve } from "./server.mjs";
import { Site, commandLine } from "./site.mjs";

// Each must be found faulty in every run: a checker that looked at nothing reports nothing either.
const CANARIES = {
  html: "<!doctype html><html lang=id><title>x</title><p id=a><p id=a>",
  css: "p { colour: red }",
  svg: '<svg xmlns="http://www.w3.org/2000/svg"><rect id="a"/><rect id="a"/></svg>',
};
// By default the checker refuses addresses of the machine it runs on.
const THIS_MACHINE = ["-Dnu.validator.servlet.allow-forbidden-hosts=true", "-Dnu.validator.servlet.allowed-address-type=all"];
const FILES_PER_RUN = 2000;

export async function checkNu(...dirs) {
  const report = new Report("nu");
  const work = mkdtempSync(join(tmpdir(), "pantau-nu-"));
  const sites = dirs.map((dir) => ({ site: new Site(resolve(dir)), name: dirs.length > 1 ? `${basename(dir)}/` : "" }));
  try {
    for (const each of sites) each.server = await serve(each.site);
    const textAt = (url) => {
      const { site, server } = sites.find(({ server }) => url.startsWith(server.base));
      return readFileSync(join(site.root, decodeURIComponent(url.slice(server.base.length))), "utf8");
    };
    for (const kind of ["html", "css", "svg"]) {
      const finders = new Map();
      for (const { site, server, name } of sites) {
        for (const file of site.withExtension(`.${kind}`)) finders.set(place(site, file, server), report.check(name + file));
      }
      const documents = [...finders.keys()];
      const canary = join(work, `canary.${kind}`);
      writeFileSync(canary, CANARIES[kind]);
      const reported = new Map([...finders].map(([document, find]) => [reportedAs(document), find]));
      for (let start = 0; start < documents.length; start += FILES_PER_RUN) {
        record(await run(kind, [...documents.slice(start, start + FILES_PER_RUN), canary]), reported, reportedAs(canary), report, textAt);
      }
    }
  } finally {
    for (const { server } of sites) server?.close();
    rmSync(work, { recursive: true, force: true });
  }
  return report;
}

/**
 * Pages by HTTP and not from the disk: the checker holds each against its own Content-Security-Policy, and `'self'` is no
 * host at all on a disk. The other kinds from the disk, where `--svg` is heeded.
 */
function place(site, file, server) {
  if (file.endsWith(".html")) return server.base + file.split("/").map(encodeURIComponent).join("/");
  return join(site.root, file);
}

function reportedAs(document) {
  return document.startsWith("http:") ? document : pathToFileURL(document).href;
}

async function run(kind, documents) {
  const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
  // Names and quoted titles in the other language make its guess of a page's language wrong; `links` checks `lang`.
  const options = ["-Xmx1g", ...THIS_MACHINE, "-jar", jar, `--${kind}`, "--no-langdetect", "--stdout", "--format", "json"];
  const java = spawn("java", [...options, ...documents], { stdio: ["ignore", "pipe", "pipe"] });
  const [out, err] = [[], []];
  java.stdout.on("data", (chunk) => out.push(chunk));
  java.stderr.on("data", (chunk) => err.push(chunk));
  await once(java, "close");
  const answer = Buffer.concat(out).toString();
  try {
    return JSON.parse(answer).messages;
  } catch {
    throw new Error(`the checker did not answer in JSON:\n${answer.slice(0, 500)}\n${Buffer.concat(err).toString().slice(0, 1500)}`);
  }
}

/**
 * The checker holds data blocks to the policy for inline scripts too. The HTML standard lets them be ("prepare the script
 * element": what is neither a script, a module nor an import map ends there, before the policy is asked).
 */
function isDataBlock({ message, url, lastLine }, textAt) {
  if (!message.startsWith("Inline script violates Content Security Policy")) return false;
  // Not by the extract: the checker cuts it where a buffer of its own ends.
  const line = textAt(url).split("\n")[lastLine - 1] ?? "";
  return line.startsWith('<script type="application/ld+json">') && line.split("<script").length === 2;
}

function record(messages, finders, canary, report, textAt) {
  let sang = false;
  for (const { type, subType, url, lastLine, message } of messages.filter((message) => !isDataBlock(message, textAt))) {
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

if (process.argv[1] === fileURLToPath(import.meta.url)) (await checkNu(...commandLine().dirs)).close();
