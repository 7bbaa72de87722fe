// Payloads in cells of workbooks: the form of a quarter that an office fills in, and a table of an agreement that a contract is
// begun from. What the gate takes is looked at as any site.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./bench.mjs";
import { unzip, zip } from "./zip.mjs";

const QUARTER = "2026-tw4";
const DAY = "2027-01-05";
/** Columns of a form in which an office writes freely; the value itself stays empty. */
const FREE = ["I", "J", "K", "L"];
/** Nothing of these can be in XML. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escaped = (text) => text.replace(CONTROL, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const inline = (text) => `t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** The cells of a form that are for free text, and the form filled in with a text in each. */
function fill(bytes, textOf) {
  const files = unzip(bytes);
  const name = "xl/worksheets/sheet2.xml";
  let filled = 0;
  const sheet = files
    .get(name)
    .toString()
    .replace(/<c r="C4"( s="\d+")?\/>/, (_, style = "") => `<c r="C4"${style} ${inline(DAY)}`)
    .replace(/<c r="([A-Z])(\d+)"( s="\d+")?\/>/g, (cell, column, row, style = "") => {
      if (!FREE.includes(column) || Number(row) < 7) return cell;
      const text = textOf(filled);
      filled += 1;
      return text ? `<c r="${column}${row}"${style} ${inline(text)}` : cell;
    });
  files.set(name, Buffer.from(sheet));
  return { bytes: zip(files), filled };
}

/** A workbook of one sheet whose cells are texts. */
function tableOf(rows) {
  const cells = (row, at) => row.map((text, column) => `<c r="${String.fromCharCode(65 + column)}${at + 1}" ${inline(String(text))}`).join("");
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map((row, at) => `<row r="${at + 1}">${cells(row, at)}</row>`).join("")}</sheetData></worksheet>`;
  const main = "http://schemas.openxmlformats.org";
  const relation = (kind, target) => `<Relationships xmlns="${main}/package/2006/relationships"><Relationship Id="rId1" Type="${main}/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>`;
  return zip(
    new Map([
      ["[Content_Types].xml", `<Types xmlns="${main}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`],
      ["_rels/.rels", relation("officeDocument", "xl/workbook.xml")],
      ["xl/workbook.xml", `<workbook xmlns="${main}/spreadsheetml/2006/main" xmlns:r="${main}/officeDocument/2006/relationships"><sheets><sheet name="PK" sheetId="1" r:id="rId1"/></sheets></workbook>`],
      ["xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")],
      ["xl/worksheets/sheet1.xml", sheet],
    ]),
  );
}

/** What a form or a table becomes: its own site, with `textOf(cell)` in each cell; `undefined` with what was told where it is refused. */
class Desk {
  constructor(bench, name) {
    Object.assign(this, { bench, name });
  }

  async filled(textOf) {
    const { root } = this.bench.write(this.name, new Map());
    const made = await run(this.bench.pantau, ["formulir", "--quiet", "--root", root, "--triwulan", QUARTER, "--date", DAY]);
    if (made.code !== 0) throw new Error(made.text.slice(0, 200));
    const file = join(root, "formulir", `dinas-${QUARTER}.xlsx`);
    const { bytes, filled } = fill(readFileSync(file), textOf);
    writeFileSync(file, bytes);
    const { code, text } = await run(this.bench.pantau, ["import", file, "--yes", "--root", root, "--date", DAY]);
    return { cells: filled, told: code === 0 ? undefined : text, root };
  }

  async drafted(rows) {
    const { root } = this.bench.write(this.name, new Map());
    const file = join(root, "pk.xlsx");
    writeFileSync(file, tableOf([["Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"], ...rows]));
    const { code, text } = await run(this.bench.pantau, ["import-pk", file, "--yes", "--root", root, "--date", DAY, "--post", "kepala", "--year", "2027", "--official", "budi"]);
    if (code !== 0) return { told: text };
    // What no table says.
    const contract = join(root, "content/kontrak/2027/kepala.yml");
    const draft = readFileSync(contract, "utf8").replace(/( arah:)$/gm, "$1 naik").replace(/( akumulasi:)$/gm, "$1 akhir").replace(/^(tanda_tangan:)$/m, "$1 2026-11-20");
    writeFileSync(contract, draft);
    return { root };
  }
}

/** `taken` and `refused`: payloads by whether the gate takes them in such texts; `learn` and `see` look at a site. */
export async function checkForms(bench, report, { taken, refused }, { learn, see }) {
  const desk = new Desk(bench, "forms");
  const plain = await desk.filled(() => "Kata biasa");
  const find = report.check(`${taken.length + refused.length} payloads in ${plain.cells} cells of a form`);
  if (plain.told) find("broken", plain.told.slice(-300));
  const usual = await learn(await bench.build(plain.root));
  // Each refused payload by itself: told in its cell, and nothing is written.
  for (const payload of refused.slice(0, 12)) {
    const { told } = await desk.filled((at) => (at === 0 ? payload : "Kata biasa"));
    if (!told) find("let-in", payload.slice(0, 90));
    else if (!/\b[A-Z]+\d+\b/.test(told)) find("no-place", `${payload.slice(0, 60)}: ${told.slice(0, 100)}`);
  }
  const { told, root } = await desk.filled((at) => ["Kata biasa", ...taken.filter((_, index) => index % plain.cells === at)].join("\n\n"));
  if (told) find("refused", told.slice(-400));
  else for (const [rule, message] of await see(await bench.build(root), usual)) find(rule, message);
  return { tried: taken.length + refused.length, refused: refused.length, shown: taken.length };
}

/** A contract begun from a table whose every text is a payload. */
export async function checkAgreements(bench, report, { taken }, { learn, see }) {
  const find = report.check(`${taken.length} payloads in the table of an agreement`);
  const desk = new Desk(bench, "agreements");
  const rows = (texts) => texts.map((text, at) => [`Sasaran ${at} ${text}`, `Indikator ${at} ${text}`, "unit", String(10 + at)]);
  const full = await desk.drafted(rows(taken));
  if (full.told) find("broken", full.told.slice(-300));
  else {
    const problems = await bench.problems(full.root);
    for (const { file, line, message } of problems.slice(0, 5)) find("refused", `${file}:${line}: ${message}`);
    if (problems.length === 0) {
      const harmless = await desk.drafted(rows(taken.map(() => "kata biasa")));
      const usual = await learn(await bench.build(harmless.root));
      const { root } = await desk.drafted(rows(taken));
      for (const [rule, message] of await see(await bench.build(root), usual)) find(rule, message);
    }
  }
  return { tried: taken.length * 2, refused: 0, shown: taken.length * 2 };
}
