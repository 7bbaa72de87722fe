// A site whose every value can carry a payload, and what kind of value each is.
//
// The kinds come from docs/data.md, which the program writes from the tables that read the data: a key that the format
// has and tests/xss/site.json lacks is found, so that a new field can't go untested.

import { readFileSync } from "node:fs";

const RECORD_OF = [
  [/^situs\.yml$/, "Site"], [/^aturan\//, "Regime"], [/^opd\//, "Opd"], [/^jabatan\//, "Post"], [/^pejabat\//, "Person"], [/^kontrak\//, "Contract"],
  [/^hasil\//, "Report"], [/^evaluasi\//, "Evaluation"], [/^halaman\//, "FrontMatter"],
];
// Kinds whose text stands on pages as it was written.
const TEXT = /\bteks\b|Markdown/;
/** Where a template's text has this sign the payload stands in its place; a text without it is replaced as a whole. */
const SIGN = "§";

/** The records of docs/data.md: name → key → what it holds, in the words of that page. */
export function readRecords(markdown) {
  const records = new Map();
  let keys;
  for (const line of markdown.split("\n")) {
    const [, name] = /^###? (\w+)$/.exec(line) ?? [];
    if (name) records.set(name, (keys = new Map()));
    const [, key, kind] = /^\| `([^`]+)` \| (.*?) \| (?:ya)? ?\|/.exec(line) ?? [];
    if (key && keys) keys.set(key, kind);
  }
  for (const [, record] of RECORD_OF) if (!records.get(record)?.size) throw new Error(`docs/data.md has no table of ${record}`);
  return records;
}

/** The files of the template with every place of a value: `{ file, path, key, kind, text }`. */
export function readTemplate(file, records) {
  const files = JSON.parse(readFileSync(file, "utf8"));
  const places = [];
  const seen = new Set();
  const walk = (value, kind, key, at) => {
    const [, item] = /^daftar: (.*)$/.exec(kind) ?? [];
    const [, ids, entry] = /^menurut id (\w+): (.*)$/.exec(kind) ?? [];
    // A map whose keys are some words, which a payload is none of.
    const [, below] = /^menurut `.*`: (.*)$/.exec(kind) ?? [];
    if (below) for (const word of Object.keys(value)) walk(value[word], below, key, { ...at, path: [...at.path, word] });
    else if (Array.isArray(value)) value.forEach((one, index) => walk(one, item ?? kind, key, { ...at, path: [...at.path, index] }));
    else if (typeof value !== "object") places.push({ ...at, key, kind, text: value });
    else if (ids) {
      for (const id of Object.keys(value)) {
        places.push({ ...at, path: [...at.path, id], isKey: true, key, kind: `id ${ids}`, text: id });
        walk(value[id], entry, key, { ...at, path: [...at.path, id] });
      }
    } else walkRecord(value, /\[(\w+)\]/.exec(kind)?.[1], at);
  };
  const walkRecord = (value, record, at) => {
    for (const [name, inner] of Object.entries(value)) {
      const kind = records.get(record)?.get(name);
      if (!kind) throw new Error(`${at.file}: ${record} has no ${name} in docs/data.md`);
      seen.add(`${record}.${name}`);
      walk(inner, kind, `${record}.${name}`, { ...at, path: [...at.path, name] });
    }
  };
  for (const [name, content] of Object.entries(files)) {
    const record = RECORD_OF.find(([pattern]) => pattern.test(name))[1];
    if (Array.isArray(content)) content.forEach((one, index) => walkRecord(one, record, { file: name, path: [index] }));
    else walkRecord(content, record, { file: name, path: [] });
  }
  const missing = [...records].flatMap(([record, keys]) => [...keys.keys()].map((key) => `${record}.${key}`)).filter((name) => !seen.has(name));
  for (const name of Object.keys(files)) if (name.endsWith(".md")) places.push({ file: name, path: [], isBody: true, key: "halaman (isi)", kind: "Markdown", text: "Isi." });
  return { files, places, missing };
}

// Written as text, yet the name of a scale, or a key in the form that ssh or gpg writes.
const NOT_FREE = new Set(["Admin.repositori", "Regime.aspek", "SigningKey.kunci"]);

export const isText = ({ key, kind }) => TEXT.test(kind) && !NOT_FREE.has(key);
export const isUrl = ({ kind }) => /^alamat/.test(kind);
export const isMedia = ({ kind }) => /^berkas/.test(kind);

/** A payload as the name of a file: what no file system takes is left out. */
export function asFileName(payload) {
  const name = payload.replace(/[/\0]/g, "");
  return [...name].slice(0, 60).join("") || "x";
}

// Between payloads that share a text: in Markdown each is a paragraph of its own.
const between = ({ kind }) => (kind.includes("Markdown") ? "\n\n" : " ¦ ");

/** What stands at a place that carries payloads; only a text and an address carry more than one. */
function carried(place, payloads, index) {
  if (isMedia(place)) return `media/${asFileName(payloads[0])}.pdf`;
  // An address as a whole, and one that merely ends in the payload.
  if (isUrl(place)) return index % 2 === 0 ? payloads[0] : `https://contoh.example/?a=${payloads.join("").replace(/\s/g, "")}`;
  const text = String(place.text);
  const all = payloads.join(between(place));
  return text.includes(SIGN) ? text.replace(SIGN, () => all) : all;
}

/**
 * The template's files as text, with the payloads of `carrying` (place → payloads). Every value stands on a line of its own, so that a
 * problem's line says which place was refused: `{ texts, placesAt(file, line, column) }`.
 */
export function write(template, carrying) {
  const at = new Map(template.places.map((place, index) => [`${place.file} ${JSON.stringify(place.path)} ${!!place.isKey}`, { place, index }]));
  const texts = new Map();
  const lines = new Map();
  for (const [file, content] of Object.entries(template.files)) {
    const out = [];
    const find = (path, isKey) => at.get(`${file} ${JSON.stringify(path)} ${isKey}`);
    const note = (place) => place && carrying.has(place) && lines.set(`${file}:${out.length + 1}`, [...(lines.get(`${file}:${out.length + 1}`) ?? []), place]);
    const scalar = (value, path) => {
      const { place, index } = find(path, false);
      note(place);
      if (carrying.has(place)) return JSON.stringify(carried(place, carrying.get(place), index));
      return JSON.stringify(typeof value === "string" ? value.replaceAll(SIGN, "x") : value);
    };
    const emit = (value, path, indent, head, tail) => {
      if (typeof value !== "object") return out.push(`${indent}${head}${scalar(value, path)}${tail}`);
      const entries = Array.isArray(value) ? value.map((one, index) => [index, one]) : Object.entries(value);
      out.push(`${indent}${head}${Array.isArray(value) ? "[" : "{"}`);
      entries.forEach(([name, one], index) => {
        const comma = index < entries.length - 1 ? "," : "";
        if (Array.isArray(value)) return emit(one, [...path, name], `${indent}  `, "", comma);
        const key = find([...path, name], true)?.place;
        note(key);
        emit(one, [...path, name], `${indent}  `, `${JSON.stringify(key && carrying.has(key) ? carrying.get(key)[0] : name)}: `, comma);
      });
      out.push(`${indent}${Array.isArray(value) ? "]" : "}"}${tail}`);
    };
    if (file.endsWith(".md")) out.push("---");
    emit(content, [], "", "", "");
    if (file.endsWith(".md")) {
      out.push("---", "");
      const body = template.places.find((place) => place.file === file && place.isBody);
      const text = carrying.has(body) ? carrying.get(body).join("\n\n") : "Isi.";
      for (const line of text.split("\n")) {
        note(body);
        out.push(line);
      }
    }
    texts.set(file, `${out.join("\n")}\n`);
  }
  /** A key and its value share a line: a problem at the line's first character is the key's. */
  const placesAt = (file, line, column) => {
    // A file whose name is the payload is refused at itself; the keys that name it carry the payload.
    if (file.startsWith("media/")) return [...carrying.keys()].filter(isMedia);
    if (!texts.has(file)) return [];
    const places = lines.get(`${file}:${line}`) ?? [];
    const atKey = column === texts.get(file).split("\n")[line - 1].search(/\S/) + 1;
    return places.length > 1 ? places.filter(({ isKey = false }) => isKey === atKey) : places;
  };
  return { texts, placesAt };
}
