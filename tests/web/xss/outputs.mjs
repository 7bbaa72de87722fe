// What programs read of a site: tables, feeds, calendars, facts in pages, hosts' own files. A payload in a value may change the
// value alone: never how many records, events, rules or elements there are.

import { parse as parseHtml } from "parse5";
import { elements, text } from "../site.mjs";

/** Spreadsheets take a cell that begins so for a formula, and some see one begin behind a semicolon or a line (OWASP, CSV Injection). */
const FORMULA = /(^|[;\t\r\n])[ "\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?(\/\d+)?$/;
const MARKDOWN = new Set(["p", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "br", "h2", "h3", "h4", "h5", "h6", "a", "img"]);

/** `{ counts, faults }` of each file that is not a page: how many of what it has, and what is wrong with it. */
export function outputsOf(site) {
  const found = new Map();
  for (const file of site.files) {
    const read = READERS.find(([pattern]) => pattern.test(file))?.[1];
    if (!read) continue;
    const counts = {};
    const faults = [];
    const count = (key, by = 1) => (counts[key] = (counts[key] ?? 0) + by);
    try {
      read(site.read(file), { count, fault: (message) => faults.push(message) });
    } catch (error) {
      faults.push(`it can't be read: ${String(error.message).split("\n")[0].slice(0, 100)}`);
    }
    found.set(file, { counts, faults });
  }
  return found;
}

/** What is other than in a harmless site. */
export function compareOutputs(found, usual) {
  const seen = [];
  for (const [file, { counts, faults }] of found) {
    for (const fault of faults) seen.push(["output", `${file}: ${fault}`]);
    const own = usual.get(file);
    if (!own) continue;
    for (const [key, number] of Object.entries(counts)) {
      const surplus = number - (own.counts[key] ?? 0);
      if (surplus > 0) seen.push(["output", `${file}: ${surplus} ${key} more than with a harmless text`]);
    }
  }
  return seen;
}

export function addUsualOutputs(usual, found) {
  for (const [file, { counts }] of found) {
    const most = usual.get(file) ?? { counts: {} };
    for (const [key, number] of Object.entries(counts)) most.counts[key] = Math.max(most.counts[key] ?? 0, number);
    usual.set(file, most);
  }
}

const READERS = [
  [/\.html$/, facts],
  [/\.csv$/, table],
  [/\.(json|jsonld)$/, (source, told) => values(JSON.parse(source), told)],
  [/\.jsonl$/, (source, told) => source.split("\n").filter(Boolean).forEach((line) => (JSON.parse(line), told.count("lines")))],
  [/\.ics$/, calendar],
  [/^(_headers|_redirects|robots\.txt)$/, (source, { count }) => count("lines", source.split(/\r\n|\r|\n/).length)],
  [/\.xml$/, feed],
];

/** JSON-LD and other data in a page, whose elements the browser has counted. */
function facts(source, told) {
  for (const [, block] of source.matchAll(/<script type="application\/[a-z+]*json"[^>]*>([\s\S]*?)<\/script/gi)) {
    JSON.parse(block);
    told.count("blocks of data");
    if (/[<>]/.test(block)) told.fault(`a block of data holds "${/.{0,10}[<>].{0,20}/.exec(block)[0]}"`);
  }
}

/** Wherever JSON says that a text is HTML, only what Markdown makes may be in it. */
function values(value, told, key = "") {
  if (typeof value === "string") {
    if (key === "content_html" || key === "html") markup(value, told);
  } else if (Array.isArray(value)) {
    told.count(`entries of "${key}"`, value.length);
    for (const one of value) values(one, told, key);
  } else if (value && typeof value === "object") for (const [name, one] of Object.entries(value)) values(one, told, name);
}

function markup(html, { count, fault }) {
  for (const { element } of elements(html)) {
    if (!MARKDOWN.has(element.tagName)) count(`<${element.tagName}> in HTML`);
    for (const { name, value } of element.attrs) {
      if (/^on/i.test(name) || name === "srcdoc") fault(`HTML has the attribute ${name}`);
      if (name === "style") count(`style attributes of <${element.tagName}>`);
      if (/^(href|src)$/.test(name) && /^(javascript|data|vbscript):/i.test(value.replace(/[\u0000-\u0020]/g, ""))) fault(`HTML leads to ${value.slice(0, 40)}`);
    }
  }
}

/** A table: as many records, each as long as the first, no cell a formula. */
function table(source, { count, fault }) {
  const records = readCsv(source);
  count("records", records.length);
  for (const record of records) {
    if (record.length !== records[0].length) fault(`a record of ${record.length} cells, not ${records[0].length}`);
    for (const cell of record) if (FORMULA.test(cell) && !NUMBER.test(cell)) fault(`a cell that a spreadsheet takes for a formula: ${cell.slice(0, 40)}`);
  }
}

/** RFC 4180. */
function readCsv(source) {
  const records = [];
  let record = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  for (let match = pattern.exec(source); match && pattern.lastIndex <= source.length; match = pattern.exec(source)) {
    record.push(match[1]?.replaceAll('""', '"') ?? match[2]);
    if (match[3] === ",") continue;
    records.push(record);
    record = [];
    if (pattern.lastIndex >= source.length) return records;
  }
  throw new Error(`no CSV from character ${records.flat().join().length}`);
}

/** A calendar: lines of RFC 5545, as many of each property. */
function calendar(source, { count, fault }) {
  for (const line of source.replace(/\r\n[ \t]/g, "").split("\r\n").filter(Boolean)) {
    const [, name] = /^([A-Z-]+)[;:]/.exec(line) ?? [];
    if (!name) fault(`a line that is no property: ${line.slice(0, 40)}`);
    else count(name === "BEGIN" ? line : name);
    if (/[\r\n]/.test(line)) fault("a line that breaks within");
  }
}

/** A feed or a list of pages: elements by name, and the HTML of its entries. */
function feed(source, told) {
  for (const [, name] of source.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "").matchAll(/<([A-Za-z][\w:.-]*)/g)) told.count(`<${name}>`);
  for (const [, escaped] of source.matchAll(/<content[^>]*type="html"[^>]*>([\s\S]*?)<\/content>/g)) markup(text(parseHtml(escaped.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, inner) => inner.replaceAll("&", "&amp;").replaceAll("<", "&lt;")))), told);
}
