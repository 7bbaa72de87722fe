// Does every link lead somewhere, and does every page say what it must?
//
//   node links.mjs DIR [--base URL]
//
// One check per page, style sheet and other text file, one for the sitemap and one for robots.txt. Without --base, the
// site's address is what its home page calls canonical; with it, a site built for another address fails.

import { fileURLToPath } from "node:url";
import { Report } from "./report.mjs";
import { Site, address, attribute, commandLine, elements, isHtml, text, tokens } from "./site.mjs";

// A page that is found by failing to find another has no address of its own.
const NOT_FOUND = /(^|\/)404\.html$/;
// The archive holds what was published then, in the language it was published in.
const ONE_LANGUAGE = /^arsip\//;
// Other sites may show these in a frame.
const FRAMED = /^(en\/)?sematkan\//;

// Relations a browser acts upon by sending a request; the others are only read.
const FETCHING_RELATIONS = new Set(
  "stylesheet icon apple-touch-icon mask-icon manifest preload prefetch modulepreload preconnect dns-prefetch prerender".split(" "),
);
const FETCHED = {
  img: ["src", "srcset"], source: ["src", "srcset"], script: ["src", "href", "xlink:href"], iframe: ["src"], video: ["src", "poster"],
  audio: ["src"], track: ["src"], embed: ["src"], object: ["data"], input: ["src", "formaction"], button: ["formaction"],
  form: ["action"], image: ["href", "xlink:href"], use: ["href", "xlink:href"], feImage: ["href", "xlink:href"], a: ["ping"], area: ["ping"],
};
const ID_REFERENCES = "for headers list form popovertarget commandfor aria-labelledby aria-describedby aria-controls aria-owns aria-details aria-errormessage aria-activedescendant aria-flowto".split(" ");
// `script` elements of these types are data, which no policy stops and no browser runs.
const DATA_SCRIPT = /^application\/(ld\+)?json$/;

export function checkLinks(dir, { base } = {}) {
  const report = new Report("links");
  const site = new Site(dir);
  if (site.pages.length === 0) {
    report.check("the site")("empty", "not one HTML page");
    return report;
  }
  let own;
  try {
    own = base ?? site.baseUrl();
  } catch (error) {
    report.check("index.html")("canonical", error.message);
    return report;
  }
  const pages = new Map(site.pages.map((file) => [file, readPage(site, file, own)]));
  const map = new Addresses(site, pages, own);
  for (const page of pages.values()) checkPage(page, pages, map, report.check(page.file));
  for (const file of site.withExtension(".css")) checkStyleSheet(site, file, map, report.check(file));
  for (const file of site.files) {
    if (/\.(xml|json|webmanifest|ics|txt)$/.test(file) || file === "_redirects") checkData(site, file, map, report.check(file));
  }
  if (site.files.has("_headers")) checkHeaders(site.read("_headers"), pages, report.check("_headers"));
  checkSitemap(site, pages, map, report.check("sitemap.xml (which pages it lists)"));
  checkRobots(site, map, report.check("robots.txt (where the sitemap is)"));
  return report;
}

/** What later checks need of a page; the tree itself is let go, so that a large site fits in memory. */
function readPage(site, file, base) {
  const page = {
    file, url: base + address(file), findings: [], links: [], ids: new Map(), idReferences: [],
    headings: 0, titles: [], descriptions: [], canonicals: [], alternates: [], policies: [], card: new Map(), lang: undefined, refresh: undefined, hidden: false,
  };
  const html = site.read(file);
  if (!/^\s*<!doctype html>/i.test(html)) page.findings.push(["doctype", "does not begin with <!doctype html>"]);
  for (const found of elements(html)) readElement(page, found);
  return page;
}

function readElement(page, { element, inTemplate, line }) {
  const tag = element.tagName;
  const find = (rule, message) => page.findings.push([rule, `line ${line}: ${message}`]);
  if (isHtml(element)) readHtmlElement(page, element, find);
  for (const { name, value } of element.attrs) {
    if (name === "style") find("style-attribute", `<${tag} style="${value}">`);
    if (/^on[a-z]/.test(name)) find("inline-script", `<${tag} ${name}="…">`);
    for (const [, id] of value.matchAll(/url\(\s*['"]?#([^)'"]+)/g)) page.idReferences.push({ id, from: `${name} of <${tag}>`, line });
  }
  const id = attribute(element, "id");
  if (id !== undefined && !inTemplate) {
    if (page.ids.has(id)) find("duplicate-id", `id="${id}" stands on line ${page.ids.get(id)} too`);
    page.ids.set(id, line);
  }
  if (!inTemplate) {
    for (const name of ID_REFERENCES) {
      for (const target of tokens(attribute(element, name))) page.idReferences.push({ id: target, from: `${name} of <${tag}>`, line });
    }
  }
  for (const name of ["href", "xlink:href", "src", "srcset", "poster", "data", "action", "formaction", "ping", "cite"]) {
    const value = attribute(element, name);
    if (value === undefined) continue;
    const addresses = name === "srcset" ? value.split(/,\s+/).map((one) => tokens(one)[0] ?? "") : name === "ping" ? tokens(value) : [value];
    for (const target of addresses) {
      page.links.push({ target, line, tag, fetched: isFetched(element, tag, name) });
    }
  }
}

function isFetched(element, tag, name) {
  if (tag === "link") return tokens(attribute(element, "rel")).some((relation) => FETCHING_RELATIONS.has(relation.toLowerCase()));
  return FETCHED[tag]?.includes(name) ?? false;
}

function readHtmlElement(page, element, find) {
  const value = (name) => attribute(element, name);
  switch (element.tagName) {
    case "html":
      page.lang = value("lang");
      break;
    case "base":
      find("base-element", "<base> changes what every #fragment on the page means");
      break;
    case "h1":
      page.headings += 1;
      if (text(element).trim() === "" && !element.childNodes.some((node) => node.tagName === "img")) find("h1", "an empty h1");
      break;
    case "title":
      page.titles.push(text(element).trim());
      break;
    case "style":
      find("style-element", "a <style> element, which the policy against inline styles stops");
      break;
    case "script":
      if (value("src") === undefined && !DATA_SCRIPT.test(value("type") ?? "")) find("inline-script", "a <script> without src");
      break;
    case "meta":
      readMeta(page, value);
      break;
    case "link":
      for (const relation of tokens(value("rel"))) {
        if (relation === "canonical") page.canonicals.push(value("href") ?? "");
        if (relation === "alternate" && value("hreflang")) page.alternates.push({ lang: value("hreflang"), href: value("href") ?? "" });
      }
      break;
  }
}

function readMeta(page, value) {
  const content = value("content") ?? "";
  const equivalent = (value("http-equiv") ?? "").toLowerCase();
  if (value("name") === "description") page.descriptions.push(content.trim());
  // A page that says so keeps itself out of search: one that stands for what was withdrawn, or in frames of other sites.
  if (value("name") === "robots" && /\bnoindex\b/.test(content)) page.hidden = true;
  if (equivalent === "content-security-policy") page.policies.push(content);
  if (equivalent === "refresh") {
    page.refresh = /url\s*=\s*['"]?([^'"]*)/i.exec(content)?.[1] ?? "";
    page.links.push({ target: page.refresh, line: 0, tag: "meta refresh", fetched: true });
  }
  const property = value("property") ?? value("name") ?? "";
  if (/^(og|twitter):image(:|$)/.test(property)) page.card.set(property, content);
  if (/^(og:(url|image|image:url|image:secure_url)|twitter:image)$/.test(property)) {
    page.links.push({ target: content, line: 0, tag: `meta ${property}`, fetched: false });
    if (!/^https?:\/\//.test(content)) page.findings.push(["card", `${property} must be a full address: whoever shows the card has no page to start from`]);
  }
}

/** Which address is which file, and which of its fragments exist. */
class Addresses {
  constructor(site, pages, base) {
    this.site = site;
    this.pages = pages;
    this.base = new URL(base);
  }

  /** `{ foreign }`, `{ other }` (mail, telephone), `{ file, fragment }` or `{ problem: [rule, message] }`. */
  resolve(target, from) {
    let url;
    try {
      url = new URL(target, from);
    } catch {
      return { problem: ["bad-url", `"${target}" is no address`] };
    }
    if (/^(javascript|vbscript):$/.test(url.protocol)) return { problem: ["javascript-url", `"${target}"`] };
    if (!/^https?:$/.test(url.protocol)) return { other: url.protocol };
    if (url.host !== this.base.host) return { foreign: url.host };
    if (url.protocol !== this.base.protocol) return { problem: ["dead-link", `"${target}" changes ${this.base.protocol} to ${url.protocol}`] };
    if (!url.pathname.startsWith(this.base.pathname)) {
      return { problem: ["outside-base", `"${target}" leaves ${this.base.pathname}`] };
    }
    return this.#file(url, target);
  }

  #file(url, target) {
    const path = decode(url.pathname.slice(this.base.pathname.length));
    if (path === undefined) return { problem: ["bad-url", `"${target}" is wrongly percent-encoded`] };
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    if (!this.site.files.has(file)) {
      const folder = this.site.files.has(`${path}/index.html`);
      return { problem: ["dead-link", folder ? `"${target}" lacks its closing slash` : `"${target}": there is no ${file}`] };
    }
    const fragment = url.hash.slice(1);
    if (fragment !== "" && file.endsWith(".html") && !this.#hasFragment(file, fragment)) {
      return { problem: ["dead-fragment", `"${target}": no id "${decode(fragment) ?? fragment}" in ${file}`] };
    }
    return { file, fragment };
  }

  // As browsers do: the fragment as written first, then decoded; "top" is always there.
  #hasFragment(file, fragment) {
    const { ids } = this.pages.get(file);
    return ids.has(fragment) || ids.has(decode(fragment)) || /^top$/i.test(fragment) || fragment.startsWith(":~:");
  }
}

function decode(encoded) {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

function checkPage(page, pages, map, find) {
  for (const [rule, message] of page.findings) find(rule, message);
  for (const { target, line, tag, fetched } of page.links) {
    const at = `line ${line}: <${tag}>`;
    const { problem, foreign, file } = map.resolve(target, page.url);
    if (problem) find(problem[0], `${at} ${problem[1]}`);
    if (foreign && fetched) find("foreign", `${at} asks ${foreign} for "${target}"`);
    if (file && fetched && /^\s*(https?:)?\/\//i.test(target)) find("foreign", `${at} "${target}": a copy elsewhere would ask the live site for it`);
  }
  for (const { id, from, line } of page.idReferences) {
    if (!page.ids.has(id)) find("dead-id", `line ${line}: ${from} names "${id}", which is no id`);
  }
  checkHead(page, map, find);
  checkCard(page, map, find);
  if (page.refresh === undefined) checkLanguages(page, pages, map, find);
}

function checkHead(page, map, find) {
  const expected = page.file.startsWith("en/") ? "en" : "id";
  if (!page.lang) find("lang", "<html> has no lang");
  else if (page.lang.split("-")[0] !== expected) find("lang", `lang="${page.lang}" where pages are in "${expected}"`);
  if (page.headings !== 1) find("h1", `${page.headings} h1 where there must be one`);
  exactlyOne("title", page.titles, find);
  exactlyOne("description", page.descriptions, find);
  if (page.policies.length === 0) find("policy", "no Content-Security-Policy by meta: hosts that send no headers would leave the page without");
  for (const policy of page.policies) {
    if (/'unsafe-|(^|\s)(\*|https?:)(\s|;|$)/.test(policy)) find("policy", `too wide: ${policy}`);
  }
  if (NOT_FOUND.test(page.file)) return;
  exactlyOne("canonical", page.canonicals, find);
  for (const canonical of page.canonicals) {
    const { problem, foreign } = map.resolve(canonical, page.url);
    if (foreign) find("canonical", `"${canonical}" is on another host`);
    else if (!problem && page.refresh === undefined && !page.hidden && canonical !== page.url) find("canonical", `says "${canonical}" but is ${page.url}`);
  }
}

/** The picture that messengers show: as large as the page says, and said in words. */
function checkCard(page, map, find) {
  const image = page.card.get("og:image");
  if (image === undefined) {
    if (page.card.size > 0) find("card", `${[...page.card.keys()].join(", ")} without og:image`);
    return;
  }
  for (const name of ["og:image:alt", "twitter:image:alt"]) {
    if (!page.card.get(name)) find("card", `no ${name}`);
  }
  const { file } = map.resolve(image, page.url);
  if (!file) return;
  const said = `${page.card.get("og:image:width")} × ${page.card.get("og:image:height")}`;
  const found = pngSize(map.site.bytes(file));
  if (found !== said) find("card", `${file} is ${found ?? "no PNG"}, not ${said}`);
}

/** `1200 × 630`, by the header of the file (PNG, 11.2.2). */
function pngSize(bytes) {
  if (bytes.length < 24 || bytes.toString("latin1", 1, 4) !== "PNG" || bytes.toString("latin1", 12, 16) !== "IHDR") return undefined;
  return `${bytes.readUInt32BE(16)} × ${bytes.readUInt32BE(20)}`;
}

function exactlyOne(rule, values, find) {
  if (values.length !== 1) find(rule, `${values.length} where there must be one`);
  else if (values[0] === "") find(rule, "is empty");
}

function checkLanguages(page, pages, map, find) {
  if (NOT_FOUND.test(page.file)) return;
  if (!ONE_LANGUAGE.test(page.file)) {
    const twin = page.file.startsWith("en/") ? page.file.slice(3) : `en/${page.file}`;
    if (!pages.has(twin)) find("twin", `there is no ${twin}`);
    else if (page.alternates.length === 0 && !page.hidden) find("hreflang", "names no other language though its twin exists");
  }
  const named = page.alternates.map(({ lang, href }) => ({ lang, href, ...map.resolve(href, page.url) }));
  if (named.length > 0 && !named.some(({ file, lang }) => file === page.file && lang !== "x-default")) find("hreflang", "does not name itself");
  for (const { lang, href, file, foreign } of named) {
    if (foreign) find("hreflang", `${lang}: "${href}" is on another host`);
    if (!file) continue;
    const other = pages.get(file);
    if (!other) find("hreflang", `${lang}: "${href}" is no page`);
    else if (lang !== "x-default") checkPair(page, other, lang, map, find);
  }
}

function checkPair(page, other, lang, map, find) {
  if (other.lang !== lang) find("hreflang", `calls ${other.file} "${lang}", which calls itself "${other.lang}"`);
  const back = other.alternates.some(({ lang: named, href }) => named === page.lang && map.resolve(href, other.url).file === page.file);
  if (!back) find("hreflang", `${other.file} does not name this page as "${page.lang}"`);
}

function checkStyleSheet(site, file, map, find) {
  const css = site.read(file).replace(/\/\*[\s\S]*?\*\//g, "");
  const targets = [
    ...[...css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)/gi)].map(([, a, b, c]) => a ?? b ?? c),
    ...[...css.matchAll(/@import\s+(?:"([^"]*)"|'([^']*)')/gi)].map(([, a, b]) => a ?? b),
  ];
  for (const target of targets) {
    if (target.startsWith("#")) continue;
    const { problem, foreign } = map.resolve(target, map.base.href + address(file));
    if (problem) find(problem[0], problem[1]);
    if (foreign) find("foreign", `asks ${foreign} for "${target}"`);
  }
}

/** Feeds, calendars and data packages name pages by their full address; each must exist. */
function checkData(site, file, map, find) {
  let content = site.read(file);
  if (file.endsWith(".ics")) content = content.replace(/\r?\n[ \t]/g, "").replace(/\\([,;\\])/g, "$1");
  if (file.endsWith(".xml")) content = unescapeXml(content);
  for (const target of new Set(content.match(/https?:\/\/[^\s"'<>\\]+/g) ?? [])) {
    if (!target.startsWith(map.base.origin + "/") || /[{}*]/.test(target)) continue;
    const { problem } = map.resolve(target.replace(/[.,;:!?)\]]+$/, ""), map.base);
    if (problem) find(problem[0], problem[1]);
  }
}

function unescapeXml(xml) {
  return xml.replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" })[name]);
}

/**
 * Hosts are told the policy that pages state, and which pages may not be framed, which pages can't say: all, or all but
 * those made for frames. A host may send what every rule that fits has, so none that fits those may forbid frames.
 */
function checkHeaders(source, pages, find) {
  const rules = source.split(/\n(?=\S)/).map((rule) => ({
    pattern: rule.split("\n")[0],
    policy: /^\s+Content-Security-Policy:\s*(.*?)\s*$/im.exec(rule)?.[1],
  }));
  const fits = ({ pattern }, url) => {
    const path = new URL(url).pathname;
    return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
  };
  if (!rules.some(({ policy }) => policy)) return find("headers", "no Content-Security-Policy");
  for (const page of pages.values()) {
    const policies = rules.filter((rule) => rule.policy && fits(rule, page.url)).map(({ policy }) => policy);
    const forbids = policies.some((policy) => /;\s*frame-ancestors 'none'$/.test(policy));
    const isForFrames = FRAMED.test(page.file);
    if (isForFrames === forbids) find("headers", `${page.file} ${forbids ? "may not" : "may"} be framed: ${policies.join(" + ")}`);
    if (ONE_LANGUAGE.test(page.file)) continue;
    for (const policy of policies) {
      const stated = policy.replace(/;\s*frame-ancestors [^;]*$/, "");
      if (page.policies.some((own) => own !== stated)) find("headers", `${page.file} states "${page.policies[0]}", the header "${stated}"`);
    }
  }
}

function checkSitemap(site, pages, map, find) {
  const listed = new Map();
  const read = (file) => {
    if (!site.files.has(file)) return find("sitemap", `there is no ${file}`);
    const xml = site.read(file);
    for (const [, location] of xml.matchAll(/<loc>\s*([^<]*?)\s*<\/loc>/g)) {
      const target = unescapeXml(location);
      const resolved = map.resolve(target, map.base);
      if (/<sitemapindex[\s>]/.test(xml)) {
        if (resolved.file) read(resolved.file);
        else find("sitemap", `"${target}" leads nowhere`);
      } else if (!resolved.file) find("sitemap", `"${target}" is no page of the site`);
      else if (listed.has(resolved.file)) find("sitemap", `"${target}" is listed twice`);
      else {
        listed.set(resolved.file, target);
        const page = pages.get(resolved.file);
        if (!page) find("sitemap", `"${target}" is no HTML page`);
        else if (target !== page.url) find("sitemap", `"${target}" should read ${page.url}`);
      }
    }
  };
  read("sitemap.xml");
  for (const { file, refresh, hidden } of pages.values()) {
    const belongs = !NOT_FOUND.test(file) && refresh === undefined && !hidden;
    if (belongs && !listed.has(file)) find("sitemap", `lacks ${file}`);
    if (!belongs && listed.has(file)) find("sitemap", `lists ${file}, which is not a page to be found`);
  }
}

function checkRobots(site, map, find) {
  if (!site.files.has("robots.txt")) return find("robots", "there is no robots.txt");
  const named = [...site.read("robots.txt").matchAll(/^sitemap:\s*(\S+)/gim)].map(([, target]) => target);
  if (named.length === 0) find("robots", "names no sitemap");
  for (const target of named) {
    if (!/^https?:/.test(target) || !map.resolve(target, map.base).file) find("robots", `"${target}" is not the full address of a file of the site`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { dir, base } = commandLine();
  checkLinks(dir, { base }).close();
}
