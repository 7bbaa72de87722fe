// Computes one formula of a spreadsheet over sheets of cells, as HyperFormula does.
//
//     node formula.mjs < {"sheets": {"name": [[…]]}, "formula": "=…"}
//
// Prints the value.
import { readFileSync } from 'node:fs';
import { HyperFormula } from 'hyperformula';

const { sheets, formula } = JSON.parse(readFileSync(0, 'utf8'));
const engine = HyperFormula.buildFromSheets({ ...sheets, hitung: [[formula]] }, { licenseKey: 'gpl-v3' });
const value = engine.getCellValue({ sheet: engine.getSheetId('hitung'), row: 0, col: 0 });
if (value !== null && typeof value === 'object') {
  console.error(`${formula}: ${value.message ?? value.value}`);
  process.exit(1);
}
console.log(value);
