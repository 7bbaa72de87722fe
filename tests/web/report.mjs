// Counts checks and prints what they found.
//
// A check is one thing looked at (a page, a page in one viewport); it passes when nothing was found on it. So the totals
// say how much was looked at, not how many faults one thing had.

import process from "node:process";

const SHOWN_PER_RULE = 8;

export class Report {
  #suite;
  #checks = new Set();
  #findings = [];

  constructor(suite) {
    this.#suite = suite;
  }

  /** Registers a check before it runs, so that one that finds nothing is counted as passed. */
  check(name) {
    this.#checks.add(name);
    return (rule, message) => this.#findings.push({ check: name, rule, message });
  }

  get findings() {
    return this.#findings;
  }

  get failed() {
    return new Set(this.#findings.map((finding) => finding.check)).size;
  }

  get passed() {
    return this.#checks.size - this.failed;
  }

  /** Prints the findings rule by rule and the closing line, and sets the exit code. */
  close() {
    for (const [rule, found] of groupByRule(this.#findings)) {
      console.log(`  ${rule}: ${found.length}`);
      for (const { check, message } of found.slice(0, SHOWN_PER_RULE)) console.log(`    ${check}: ${message}`);
      if (found.length > SHOWN_PER_RULE) console.log(`    … and ${found.length - SHOWN_PER_RULE} more`);
    }
    if (this.#checks.size === 0) console.log("  nothing to check: that is a failure, not a success");
    const failed = Math.max(this.failed, this.#checks.size === 0 ? 1 : 0);
    console.log(`${this.#suite}: ${this.passed} passed, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
  }
}

function groupByRule(findings) {
  const groups = new Map();
  for (const finding of findings) {
    if (!groups.has(finding.rule)) groups.set(finding.rule, []);
    groups.get(finding.rule).push(finding);
  }
  return groups;
}
