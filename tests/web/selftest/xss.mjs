// What the suite of payloads must see: of each fault at least the rule that is there for it, of a good page nothing.

import { launch } from "../chromium.mjs";
import { Site } from "../site.mjs";
import { addUsualOutputs, compareOutputs, outputsOf } from "../xss/outputs.mjs";
import { openHost } from "../xss/host.mjs";
import { addUsual, noUsual, openStage } from "../xss/stage.mjs";
import { openWatch } from "../xss/watch.mjs";

const LONG = "W".repeat(300);

/** A stage shows the page in a frame, its policy watching: rule and what stands on the page. */
const STAGED = [
  ["ran", "<img src=x onerror=__xss(1)>"],
  ["ran", "<svg/onload=alert(1)>"],
  ["ran", "<script>top[/al/.source+/ert/.source](8)</script>"],
  ["ran", '<b onmouseover="alert(1)">x</b>'],
  ["ran", '<iframe srcdoc="<script>parent.__xss(1)</script>"></iframe>'],
  ["policy", "<img src=x onerror=__xss(1)>"],
  ["policy", '<p style="color: red">x</p>'],
  ["error", "<script>tiada()</script>"],
  ["attribute", '<b onclick="x()">x</b>'],
  ["attribute", '<a href="jav&Tab;ascript:x()">x</a>'],
  ["element", "<form></form>"],
  ["element", "<b>x</b>"],
  ["element", '<p title="x">x</p>'],
  ["element", "<!-- x -->"],
  ["frame", '<iframe srcdoc="x"></iframe>'],
  ["foreign", '<img src="https://js.example/a.png">'],
  ["element", '<meta http-equiv="refresh" content="0;url=/metode/">'],
  ["navigation", '<script>location = "/metode/"</script>'],
  ["navigation", '<script>top.location = "/metode/"</script>'],
  ["layout", `<p>${LONG}</p>`],
];

/** A tab opens the page by itself, its policy heeded. */
const OPENED = [
  ["policy", "<img src=x onerror=__xss(1)>"],
  ["foreign", '<meta http-equiv="refresh" content="0;url=https://js.example/">'],
];

const GOOD_FILES = {
  "index.html": '<script type="application/ld+json">{"name":"\\u003cb>"}</script>'.replace(">\"}", '\\u003e"}'),
  "data/hasil.csv": "id,catatan\r\na,'=1+1\r\nb,-2\r\n",
  "feed.json": '{"items":[{"content_html":"<p>x</p>"}]}',
  "feed.xml": '<feed><entry><content type="html">&lt;p&gt;x&lt;/p&gt;</content></entry></feed>',
  "a/oembed.json": '{"html":"<iframe src=\\"https://a.example/\\"></iframe>"}',
  "kalender.ics": "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
  _headers: "/*\n  X-Content-Type-Options: nosniff\n",
};

/** A payload that got out of its value: file, what stands there, what then does. */
const OUTPUTS = [
  ["index.html", "\\u003cb", "<b"],
  ["data/hasil.csv", "'=1", "=1"],
  ["data/hasil.csv", "'=1+1", '"baik;=1"'],
  ["data/hasil.csv", "'=1+1", '"baik\n+1"'],
  ["data/hasil.csv", "\r\nb,", "\r\nb,c,"],
  ["data/hasil.csv", "b,-2\r\n", "b,-2\r\nc,d\r\n"],
  ["feed.json", "<p>x</p>", "<script>x</script>"],
  ["feed.json", "<p>x</p>", "<a href=javascript:x>x</a>"],
  ["feed.json", "<p>x</p>", "<p onclick=x>x</p>"],
  ["feed.json", '"}]', '"},{}]'],
  ["feed.json", "{", "<"],
  ["feed.xml", "</entry>", "</entry><entry></entry>"],
  ["feed.xml", "x&lt;", "&lt;img src=x&gt;&lt;script&gt;x&lt;"],
  ["a/oembed.json", "</iframe>", "</iframe><script></script>"],
  ["kalender.ics", "SUMMARY:x", "SUMMARY:x\r\nURL:https://js.example/"],
  ["kalender.ics", "SUMMARY:x", "SUMMARY:x\r\nkata"],
  ["_headers", "nosniff", "nosniff\n  X: y"],
];

/** Pages for the faults: `build` makes a site's folder of what stands on each page. */
export async function checkXssFaults(report, build) {
  const pages = [["baik", ""], ...STAGED.map(([, html], at) => [`pentas-${at}`, html]), ...OPENED.map(([, html], at) => [`buka-${at}`, html])];
  const site = new Site(build(new Map(pages)));
  const host = await openHost();
  const browser = await launch();
  try {
    const stage = await openStage(browser, host);
    host.show(site);
    const usual = noUsual();
    const good = await stage.look(["baik/"]);
    addUsual(usual, good);
    expect(report, "xss, good page", good.seen, undefined);
    for (const [at, [rule, html]] of STAGED.entries()) {
      usual.pages.set(`pentas-${at}/`, usual.pages.get("baik/"));
      expect(report, `xss in a frame ${at}: ${html.slice(0, 60)}`, (await stage.look([`pentas-${at}/`], usual)).seen, rule);
    }
    const kept = await openWatch(browser, { bypassCSP: false });
    host.show(site, "heeded");
    for (const [at, [rule, html]] of OPENED.entries()) expect(report, `xss by itself ${at}: ${html.slice(0, 60)}`, (await kept.visit(`${host.base}buka-${at}/`)).seen, rule);
  } finally {
    await browser.close();
    host.close();
  }
  const usual = new Map();
  addUsualOutputs(usual, outputsOf(inMemory(GOOD_FILES)));
  expect(report, "xss, good files", compareOutputs(outputsOf(inMemory(GOOD_FILES)), usual), undefined);
  for (const [at, [file, from, to]] of OUTPUTS.entries()) {
    const text = GOOD_FILES[file].replace(from, () => to);
    if (text === GOOD_FILES[file]) throw new Error(`the fault changes nothing in ${file}`);
    expect(report, `xss in files ${at}: ${file}`, compareOutputs(outputsOf(inMemory({ [file]: text })), usual), "output");
  }
}

const inMemory = (files) => ({ files: new Set(Object.keys(files)), read: (file) => files[file] });

function expect(report, name, seen, rule) {
  const find = report.check(name);
  if (rule === undefined) for (const [found, message] of seen) find("surplus", `${found}: ${message}`);
  else if (!seen.some(([found]) => found === rule)) find("missed", `"${rule}" not seen, only ${seen.map((one) => one.join(" ")).join("; ") || "nothing"}`);
}
