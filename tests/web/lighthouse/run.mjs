// Lighthouse on a phone: the home page and one official's.
//
//   node lighthouse/run.mjs DIR
//
// One check per page and category that does not depend on how busy the machine is (accessibility, best practices,
// search): it must score 100. Of performance the median of RUNS runs is printed only.

import * as launcher from "chrome-launcher";
import lighthouse from "lighthouse";
import { EXECUTABLE, FLAGS } from "../chromium.mjs";
import { Report } from "../report.mjs";
import { serve } from "../server.mjs";
import { Site, address, commandLine, onePerType } from "../site.mjs";

const RUNS = 3;
const STEADY = ["accessibility", "best-practices", "seo"];

const site = new Site(commandLine().dir);
const report = new Report("lighthouse");
const files = ["index.html", onePerType(site).find(({ type }) => type === "pejabat/<id>")?.file];
const server = await serve(site);
const chrome = await launcher.launch({ chromePath: EXECUTABLE, chromeFlags: ["--headless", ...FLAGS] });
try {
  for (const file of files) {
    if (!file) {
      report.check("an official's page")("empty", "there is none");
      continue;
    }
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) {
      const { lhr } = await lighthouse(server.base + address(file), { port: chrome.port, onlyCategories: ["performance", ...STEADY], logLevel: "error" });
      runs.push(lhr);
    }
    const scored = (lhr, id) => Math.round((lhr.categories[id].score ?? 0) * 100);
    runs.sort((a, b) => scored(a, "performance") - scored(b, "performance"));
    const lhr = runs[Math.floor(RUNS / 2)];
    const score = (id) => scored(lhr, id);
    const timings = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];
    const told = timings.map((id) => `${id} ${lhr.audits[id].displayValue}`).join(", ");
    console.log(`  ${file}: performance ${score("performance")} (${runs.map((run) => scored(run, "performance")).join(", ")}; ${told}), ${STEADY.map((id) => `${id} ${score(id)}`).join(", ")}`);
    for (const id of STEADY) {
      const find = report.check(`${file}, ${id}`);
      const lost = lhr.categories[id].auditRefs.filter(({ id: audit, weight }) => weight > 0 && (lhr.audits[audit].score ?? 1) < 1);
      if (score(id) < 100) find(id, `${score(id)}: ${lost.map(({ id: audit }) => audit).join(", ")}`);
    }
  }
} finally {
  chrome.kill();
  server.close();
}
report.close();
