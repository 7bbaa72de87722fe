// Are numbers, dates and lists written as CLDR says? Each row of tests/formats/table.json, which `cargo test` holds equal
// to what the program writes with ICU4X, is computed with Intl, which is ICU4C and shares no code with it.
//
//   node formats.mjs [TABLE]
//
// One check per row, and one per deviation: a row may be written otherwise than Intl does unasked only where DEVIATIONS
// says how and why, and a deviation that no row shows any more is a failure. The two sides may hold different versions of
// CLDR: both are printed. A row that reads otherwise for that reason alone goes into VERSIONS until both have caught up.

import { readFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { Report } from "./report.mjs";

const TABLE = fileURLToPath(new URL("../formats/table.json", import.meta.url));
const LOCALES = { id: "id", en: "en-GB" };
const RUPIAH = { style: "currency", currency: "IDR" };
// Significant digits of a short number, and from where on it is short.
const SHORT = { notation: "compact", maximumSignificantDigits: 3 };
const SHORT_FROM = 100_000;
const DATES = {
  date: { dateStyle: "long" },
  "date with weekday": { dateStyle: "full" },
  "short date": { dateStyle: "medium" },
  "day and month": { day: "numeric", month: "long" },
};

// What CLDR says of a kind when nothing but the kind is asked for.
const USUAL = {
  number: (row) => number(row),
  compact: (row) => number(row, SHORT),
  money: (row) => number(row, RUPIAH),
  "compact money": (row) => number(row, { ...RUPIAH, ...SHORT }),
  percent: (row) => number({ ...row, input: `${row.input}E-2` }, { style: "percent", maximumFractionDigits: 2 }),
  "measured percent": (row) => number({ ...row, input: `${row.input}E-2` }, { style: "percent" }),
  list: (row) => new Intl.ListFormat(LOCALES[row.language], { type: "conjunction", style: "long" }).format(row.input),
  plural: (row) => new Intl.PluralRules(LOCALES[row.language]).select(Number(row.input)),
  ...Object.fromEntries(Object.entries(DATES).map(([kind, options]) => [kind, (row) => day(row, options)])),
};

// Where a row is to be written otherwise: what instead, computed with Intl too, and why.
const DEVIATIONS = [
  {
    name: "decimals stay as they were written",
    why: "a target of 7,0 was promised with one decimal; nothing is rounded. From four decimals on, trailing zeros are how staff write three real ones (66.8910)",
    holds: (row) => row.kind === "number" || row.kind === "measured percent",
    says: (row) => (row.kind === "number" ? exact(row) : `${exact(row)}%`),
  },
  {
    name: "a short number begins at 100.000",
    why: "a chart has room for the whole number below, and a count of 3.000 people is a promise",
    holds: (row) => row.kind === "compact" && isWhole(row),
    says: (row) => exact(row),
  },
  {
    name: "rupiah keep the decimals they were written with",
    why: "budgets are whole rupiah; CLDR's two digits of sen would claim a precision that nobody wrote",
    holds: (row) => row.kind === "money" || (row.kind === "compact money" && isWhole(row)),
    says: (row) => number(row, { ...RUPIAH, ...decimals(row), currencyDisplay: "narrowSymbol" }),
  },
  {
    name: "rupiah are Rp in English too",
    why: "a reader of English compares with documents that print Rp; CLDR's narrow symbol, not the code IDR",
    holds: (row) => row.kind === "compact money" && !isWhole(row) && row.language === "en",
    says: (row) => number(row, { ...RUPIAH, ...SHORT, currencyDisplay: "narrowSymbol" }),
  },
  {
    name: "the day of a weekday's date has no leading zero",
    why: "CLDR's full Indonesian date is 05 September; the pattern for the same fields asked for one by one is 5 September, as in every other length",
    holds: (row) => row.kind === "date with weekday" && row.language === "id",
    says: (row) => day(row, { weekday: "long", day: "numeric", month: "long", year: "numeric" }),
  },
];

// Rows that differ between versions of CLDR: { kind, language, input, until, says }, where Intl of a CLDR up to `until`
// says `says`. None at the moment: CLDR 48 and 49 agree on every row.
const VERSIONS = [];

export function readTable(file = TABLE) {
  return JSON.parse(readFileSync(file, "utf8"));
}

export function checkFormats({ data, rows }) {
  const report = new Report("formats");
  const { icu, cldr } = process.versions;
  console.log(`  ${rows.length} rows: ICU4X (${data}) against Intl (ICU ${icu}, CLDR ${cldr})`);
  const shown = new Map(DEVIATIONS.map(({ name }) => [name, 0]));
  for (const row of rows) checkRow(row, report.check(title(row)), shown);
  for (const [name, count] of shown) {
    console.log(`  ${count} rows: ${name}`);
    const find = report.check(`deviation: ${name}`);
    if (count === 0) find("gone", "no row shows it: take it out, or look what became of it");
  }
  for (const kind of Object.keys(USUAL)) {
    for (const language of Object.keys(LOCALES)) {
      const find = report.check(`${language}: ${kind}`);
      if (!rows.some((row) => row.kind === kind && row.language === language)) find("empty", "no row");
    }
  }
  return report;
}

function checkRow(row, find, shown) {
  if (!(row.kind in USUAL) || !(row.language in LOCALES)) return find("unknown", "a kind or language that nothing is compared with");
  const usual = USUAL[row.kind](row);
  const deviation = DEVIATIONS.find((one) => one.holds(row));
  const wanted = deviation ? deviation.says(row) : usual;
  if (deviation && wanted !== usual) shown.set(deviation.name, shown.get(deviation.name) + 1);
  const version = VERSIONS.find((one) => one.kind === row.kind && one.language === row.language && one.input === row.input);
  const expected = version && Number.parseFloat(process.versions.cldr) <= version.until ? version.says : wanted;
  if (row.expected !== expected) find("differs", `${JSON.stringify(row.expected)}, by Intl ${JSON.stringify(expected)}`);
}

/** A decimal is given as text, so that no binary fraction stands between. */
function number({ language, input }, options = {}) {
  return new Intl.NumberFormat(LOCALES[language], options).format(input);
}

function exact(row) {
  return number(row, decimals(row));
}

/** As many decimals as the text has, without the zeros of four and more. */
function decimals({ input }) {
  const written = (input.split(".")[1] ?? "").length;
  const shown = written >= 4 ? (input.split(".")[1].replace(/0+$/, "")).length : written;
  return { minimumFractionDigits: shown, maximumFractionDigits: shown };
}

function isWhole({ input }) {
  return Math.abs(Number(input)) < SHORT_FROM;
}

function day({ language, input }, options) {
  return new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: "UTC", calendar: "gregory" }).format(new Date(`${input}T00:00:00Z`));
}

function title({ language, kind, input }) {
  return `${language} ${kind} ${JSON.stringify(input)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) checkFormats(readTable(process.argv[2])).close();
