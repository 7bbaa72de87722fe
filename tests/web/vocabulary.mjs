// The vocabulary of schema.org, from the package @vocabulary/schema: which types and properties there are, what a property may
// stand on and what it may say.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export const SCHEMA = "http://schema.org/";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

// Statements about three names are all that is looked at; each stands on a line (N-Quads).
const STATEMENT = /^<([^>]+)> <([^>]+)> <([^>]+)>/;

export class Vocabulary {
  #said = new Map();

  constructor() {
    const file = createRequire(import.meta.url).resolve("@vocabulary/schema").replace(/[^/\\]+$/, "schema.nq");
    for (const line of readFileSync(file, "utf8").split("\n")) {
      const [, subject, predicate, object] = STATEMENT.exec(line) ?? [];
      if (!subject) continue;
      const key = `${subject} ${predicate}`;
      this.#said.set(key, [...(this.#said.get(key) ?? []), object]);
    }
    if (!this.isType("Thing") || !this.isProperty("name")) throw new Error(`${file} is not the vocabulary`);
  }

  #of(name, predicate) {
    return this.#said.get(`${SCHEMA}${name} ${predicate}`) ?? [];
  }

  isType(name) {
    return this.#of(name, TYPE).includes(`${RDFS}Class`);
  }

  isProperty(name) {
    return this.#of(name, TYPE).includes("http://www.w3.org/1999/02/22-rdf-syntax-ns#Property");
  }

  /** What should be used instead, where there is something. */
  successor(name) {
    return this.#of(name, `${SCHEMA}supersededBy`)[0];
  }

  /** The type and all above it. */
  kinds(type) {
    const found = new Set([type]);
    for (const kind of found) for (const above of this.#of(kind, `${RDFS}subClassOf`)) found.add(above.replace(SCHEMA, ""));
    return found;
  }

  domains(property) {
    return this.#of(property, `${SCHEMA}domainIncludes`).map((name) => name.replace(SCHEMA, ""));
  }

  ranges(property) {
    return this.#of(property, `${SCHEMA}rangeIncludes`).map((name) => name.replace(SCHEMA, ""));
  }

  /** As a context of JSON-LD: every term of the vocabulary and no other, so that a term that it lacks is an error. */
  context() {
    const context = {};
    for (const key of this.#said.keys()) {
      const [subject, predicate] = key.split(" ");
      if (predicate === TYPE && subject.startsWith(SCHEMA)) context[subject.replace(SCHEMA, "")] = subject;
    }
    return { "@context": context };
  }
}
