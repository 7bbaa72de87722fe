// What pages tell machines (JSON-LD, schema.org): is it read without loss, are all types and properties those of the
// vocabulary, and is it true of the site?
//
//   node linked.mjs DIR [--base URL]
//
// One check per page, and one for what pages tell as a whole. jsonld expands each block without a network: its context is the
// vocabulary itself, so that a term it does not have is an error. The rules for datasets and breadcrumbs are those that
// search engines publish (descriptions of 50 to 5,000 characters, positions from 1).

import { fileURLToPath } from "node:url";
import jsonld from "jsonld";
import { Report } from "./report.mjs";
import { Site, attribute, commandLine, elements, tokens } from "./site.mjs";
import { SCHEMA, Vocabulary } from "./vocabulary.mjs";

const CONTEXT = "https://schema.org";
const WEB = /^https?:\/\/[^\s/]+\S*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const INTERVAL = /^\d{4}-\d{2}-\d{2}\/(\d{4}-\d{2}-\d{2}|\.\.)$/;
// What a text is for schema.org; the first that fits is enough.
const LITERALS = {
  Text: (value) => typeof value === "string",
  URL: (value) => typeof value === "string" && WEB.test(value),
  Date: (value) => typeof value === "string" && DAY.test(value) && !Number.isNaN(Date.parse(value)),
  DateTime: (value) => typeof value === "string" && MOMENT.test(value) && !Number.isNaN(Date.parse(value)),
  Boolean: (value) => typeof value === "boolean",
  Number: (value) => typeof value === "number",
  Integer: (value) => Number.isInteger(value),
};

export async function checkLinked(dir, base) {
  const report = new Report("linked");
  const site = new Site(dir);
  const look = { site, base: base ?? site.baseUrl(), vocabulary: new Vocabulary(), named: new Map(), asked: new Map(), types: new Set() };
  look.context = look.vocabulary.context();
  for (const file of site.pages) {
    if (site.isRedirect(file)) continue;
    const page = read(site.read(file));
    if (page.blocks.length === 0) continue;
    const find = report.check(file);
    if (page.blocks.length > 1) find("blocks", `${page.blocks.length} of them`);
    for (const block of page.blocks) await checkBlock(look, page, block, find);
  }
  if (look.types.size > 0) checkWhole(look, report.check("all pages"));
  return report;
}

function read(html) {
  const page = { blocks: [], canonical: undefined, crumbs: 0 };
  for (const { element } of elements(html)) {
    const type = attribute(element, "type");
    if (element.tagName === "script" && type === "application/ld+json") page.blocks.push(element.childNodes.map((node) => node.value).join(""));
    if (element.tagName === "link" && tokens(attribute(element, "rel")).includes("canonical")) page.canonical = attribute(element, "href");
    if (element.tagName === "nav" && tokens(attribute(element, "class")).includes("crumbs")) page.crumbs = count(element, "li");
  }
  return page;
}

function count(element, tag) {
  return (element.childNodes ?? []).reduce((sum, child) => sum + (child.tagName === tag ? 1 : 0) + count(child, tag), 0);
}

async function checkBlock(look, page, block, find) {
  let data;
  try {
    data = JSON.parse(block);
  } catch (error) {
    return find("json", error.message);
  }
  if (data["@context"] !== CONTEXT) return find("context", JSON.stringify(data["@context"]));
  let nodes;
  try {
    const documentLoader = (url) => {
      if (url.replace(/\/$/, "") !== CONTEXT) throw new Error(`asks for ${url}`);
      return { contextUrl: null, documentUrl: url, document: look.context };
    };
    nodes = await jsonld.expand(data, { documentLoader, safe: true });
  } catch (error) {
    return find("expand", `${error.message} ${JSON.stringify(error.details?.event?.details ?? {}).slice(0, 200)}`);
  }
  for (const node of nodes) checkNode(look, page, node, find);
}

/** `role`: the property that a role stands in, which it repeats. */
function checkNode(look, page, node, find, role) {
  const types = (node["@type"] ?? []).map((type) => type.replace(SCHEMA, ""));
  if (types.length === 0) {
    find("type", `a thing without one: ${JSON.stringify(node).slice(0, 120)}`);
    return;
  }
  for (const type of types) {
    look.types.add(type);
    if (!look.vocabulary.isType(type)) find("type", `${type} is none`);
  }
  if (node["@id"]) look.named.set(node["@id"], types);
  const kinds = new Set(types.flatMap((type) => [...look.vocabulary.kinds(type)]));
  for (const [key, values] of Object.entries(node).filter(([key]) => !key.startsWith("@"))) {
    const property = key.replace(SCHEMA, "");
    if (!look.vocabulary.isProperty(property)) find("property", `${property} is none`);
    if (look.vocabulary.successor(property)) find("property", `${property} is superseded by ${look.vocabulary.successor(property)}`);
    if (property !== role && !look.vocabulary.domains(property).some((domain) => kinds.has(domain))) find("domain", `${property} of ${types}`);
    for (const value of values) checkValue(look, page, property, value, find);
  }
  if (kinds.has("BreadcrumbList")) checkCrumbs(look, page, node, find);
  if (types.includes("Dataset")) checkDataset(look, page, node, find);
}

function checkValue(look, page, property, value, find) {
  const ranges = look.vocabulary.ranges(property);
  if ("@value" in value) {
    const literals = ranges.filter((range) => LITERALS[range]);
    // Where a thing is wanted its address may stand for it (schema.org, "expected types, text, and URLs").
    const fits = literals.some((range) => LITERALS[range](value["@value"])) || (literals.length < ranges.length && LITERALS.URL(value["@value"]));
    if (!fits) find("range", `${property}: ${JSON.stringify(value["@value"])} is none of ${ranges}`);
    if (value["@value"] === "") find("empty", property);
    return;
  }
  const types = (value["@type"] ?? []).map((type) => type.replace(SCHEMA, ""));
  if (types.length === 0 && value["@id"]) {
    look.asked.set(value["@id"], { ranges, property });
    return;
  }
  const kinds = types.flatMap((type) => [...look.vocabulary.kinds(type)]);
  if (kinds.includes("Role")) {
    if (!value[SCHEMA + property]) find("role", `${property}: the role does not say whose`);
    checkNode(look, page, value, find, property);
    return;
  }
  if (types.length > 0 && !ranges.some((range) => kinds.includes(range))) find("range", `${property}: ${types} is none of ${ranges}`);
  checkNode(look, page, value, find);
}

const text = (node, property) => node[SCHEMA + property]?.[0]?.["@value"];

function checkCrumbs(look, page, node, find) {
  const steps = node[`${SCHEMA}itemListElement`] ?? [];
  const positions = steps.map((step) => text(step, "position"));
  if (positions.length < 2 || positions.some((position, index) => position !== index + 1)) find("crumbs", `positions ${positions}`);
  if (steps.length !== page.crumbs) find("crumbs", `${steps.length}, the page shows ${page.crumbs}`);
  steps.forEach((step, index) => {
    const item = text(step, "item");
    if (!text(step, "name")) find("crumbs", `step ${index + 1} has no name`);
    if (item === undefined ? index < steps.length - 1 : !isThere(look, item)) find("crumbs", `step ${index + 1} leads to ${item}`);
  });
}

function checkDataset(look, page, node, find) {
  const description = text(node, "description") ?? "";
  if (description.length < 50 || description.length > 5_000) find("dataset", `a description of ${description.length} characters`);
  if (!text(node, "name")) find("dataset", "no name");
  if (text(node, "url") !== page.canonical) find("dataset", `${text(node, "url")} is not the page`);
  for (const wanted of ["license", "creator", "isAccessibleForFree", "dateModified", "distribution"]) if (!node[SCHEMA + wanted]) find("dataset", `no ${wanted}`);
  const covers = text(node, "temporalCoverage");
  if (covers !== undefined && !INTERVAL.test(covers)) find("dataset", `temporalCoverage ${covers}`);
  for (const download of node[`${SCHEMA}distribution`] ?? []) {
    const url = text(download, "contentUrl") ?? "";
    if (!isThere(look, url)) find("dead-link", `contentUrl ${url}`);
    if (!/^[a-z]+\/[a-z0-9.+-]+$/.test(text(download, "encodingFormat") ?? "")) find("dataset", `encodingFormat ${text(download, "encodingFormat")}`);
  }
}

function isThere({ site, base }, url) {
  if (!url?.startsWith(base)) return false;
  const path = decodeURIComponent(new URL(url).pathname.slice(new URL(base).pathname.length));
  return site.files.has(path === "" || path.endsWith("/") ? `${path}index.html` : path);
}

function checkWhole({ named, asked, types, vocabulary }, find) {
  for (const [name, { ranges, property }] of asked) {
    const kinds = (named.get(name) ?? []).flatMap((type) => [...vocabulary.kinds(type)]);
    if (kinds.length === 0) find("reference", `${property}: nobody says what ${name} is`);
    else if (!ranges.some((range) => kinds.includes(range))) find("range", `${property}: ${name} is none of ${ranges}`);
  }
  for (const type of ["BreadcrumbList", "Dataset", "GovernmentOrganization"]) if (!types.has(type)) find("missing", `no page tells of a ${type}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { dir, base } = commandLine();
  (await checkLinked(dir, base)).close();
}
