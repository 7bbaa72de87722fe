// A built site on disk: its files, its pages, and which address is which file.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { parse } from "parse5";

const HTML_NAMESPACE = "http://www.w3.org/1999/xhtml";

export class Site {
  constructor(root) {
    this.root = root;
    if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${root} is not a folder`);
    this.files = new Set(
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/")),
    );
  }

  read(file) {
    return readFileSync(join(this.root, file), "utf8");
  }

  bytes(file) {
    return readFileSync(join(this.root, file));
  }

  withExtension(extension) {
    return [...this.files].filter((file) => file.endsWith(extension)).sort();
  }

  get pages() {
    return this.withExtension(".html");
  }

  /** A page that only sends its visitor on; a browser never shows it. */
  isRedirect(file) {
    return /<meta\s[^>]*http-equiv=["']?refresh/i.test(this.read(file));
  }

  /** The address the site was built for: what its home page calls itself. */
  baseUrl() {
    if (!this.files.has("index.html")) throw new Error(`${this.root} has no index.html`);
    for (const { element } of elements(this.read("index.html"))) {
      if (element.tagName !== "link" || !tokens(attribute(element, "rel")).includes("canonical")) continue;
      const base = attribute(element, "href") ?? "";
      if (/^https?:\/\/[^/]+\/(.*\/)?$/.test(base)) return base;
      throw new Error(`the canonical address of index.html, "${base}", is not a full address that ends with a slash`);
    }
    throw new Error("index.html has no canonical address, so the site's own address is unknown (or give --base URL)");
  }
}

/** A path below the base, as a visitor asks for it: `a/index.html` is asked for as `a/`. */
export function address(file) {
  return file.replace(/(^|\/)index\.html$/, "$1").split("/").map(encodeURIComponent).join("/");
}

/** Pages of one kind share a key: what follows the first segment is a name or a year. `en/pejabat/budi/2026/index.html` → `en/pejabat/<id>/<year>`. */
export function pageType(file) {
  const english = file.startsWith("en/");
  const [first, ...rest] = file.slice(english ? 3 : 0).replace(/\/?index\.html$/, "").split("/");
  const kind = [first || "beranda", ...rest.map((part) => (/^\d{4}$/.test(part) ? "<year>" : "<id>"))].join("/");
  return english ? `en/${kind}` : kind;
}

/** The fullest page of each type: what overflows or breaks does so there first. Deterministic. */
export function onePerType(site) {
  const chosen = new Map();
  for (const file of site.pages) {
    if (site.isRedirect(file)) continue;
    const size = site.bytes(file).length;
    const type = pageType(file);
    if (!chosen.has(type) || chosen.get(type).size < size) chosen.set(type, { file, size });
  }
  return [...chosen].map(([type, { file }]) => ({ type, file })).sort((a, b) => (a.type < b.type ? -1 : 1));
}

/** Every element of a page in document order, what stands in `noscript` and `template` included. */
export function elements(html) {
  const found = [];
  const visit = (node, inTemplate) => {
    if (node.tagName) found.push({ element: node, inTemplate, line: node.sourceCodeLocation?.startLine ?? 0 });
    for (const child of node.childNodes ?? []) visit(child, inTemplate);
    if (node.content) visit(node.content, true);
  };
  visit(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }), false);
  return found;
}

/** An attribute by its written name (`xlink:href`), or undefined. */
export function attribute(element, name) {
  return element.attrs.find((attr) => (attr.prefix ? `${attr.prefix}:${attr.name}` : attr.name) === name)?.value;
}

export function isHtml(element) {
  return element.namespaceURI === HTML_NAMESPACE;
}

export function text(node) {
  if (node.nodeName === "#text") return node.value;
  return (node.childNodes ?? []).map(text).join("");
}

export function tokens(value) {
  return (value ?? "").split(/[\t\n\f\r ]+/).filter(Boolean);
}

/** `suite DIR [--name value | --flag]…` */
export function commandLine(flags = []) {
  const options = { dirs: [] };
  const rest = process.argv.slice(2);
  while (rest.length > 0) {
    const word = rest.shift();
    if (!word.startsWith("--")) options.dirs.push(word);
    else if (flags.includes(word.slice(2))) options[word.slice(2)] = true;
    else options[word.slice(2)] = rest.shift();
  }
  options.dir = options.dirs[0];
  if (!options.dir) {
    console.error(`usage: node ${relative(process.cwd(), process.argv[1])} DIR`);
    process.exit(2);
  }
  return options;
}
