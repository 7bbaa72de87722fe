// Sites that carry payloads: what the gate lets in of each, and the site that is built of what it let in.

import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Site } from "../site.mjs";
import { asFileName, isMedia, isText, write } from "./fields.mjs";

const DATE = "2026-11-21";
// What nobody looks into here is not written: pictures of texts, and tables in binary forms.
const LOOKED_AT = ["*", "**/*.html", "**/*.svg", "**/*.xml", "**/*.json", "**/*.ics", "**/*.csv", "**/*.txt", "aset/**", "data/*.csv", "data/*.json*", "media/**"];
// The gate looks into documents and photos, so they must be such.
const DOCUMENT = readFileSync(new URL("../../golden/below-a-path/content/media/naskah.pdf", import.meta.url));
export const PHOTO = Buffer.from("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AZf/Z", "base64");

export function run(program, args) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    const out = [];
    child.stdout.on("data", (chunk) => out.push(chunk));
    child.stderr.on("data", (chunk) => out.push(chunk));
    child.on("error", fail);
    child.on("close", (code) => done({ code, text: Buffer.concat(out).toString() }));
  });
}

export class Bench {
  constructor(pantau, work, template) {
    Object.assign(this, { pantau, work, template });
  }

  /** Writes the site anew, with the payloads that `carrying` (place → payloads) names. */
  write(name, carrying) {
    const root = join(this.work, name);
    rmSync(root, { recursive: true, force: true });
    const put = (path, bytes) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), bytes);
    };
    const { texts, placesAt } = write(this.template, carrying);
    for (const [file, text] of texts) put(`content/${file}`, text);
    const media = this.template.places.filter(isMedia).map(({ text }) => text);
    for (const [place, [payload]] of carrying) if (isMedia(place)) media.push(`media/${asFileName(payload)}.pdf`);
    for (const file of media) put(`content/${file}`, file.endsWith(".jpg") ? PHOTO : DOCUMENT);
    return { root, put, placesAt };
  }

  async problems(root) {
    const { code, text } = await run(this.pantau, ["check", "--root", root, "--date", DATE, "--format", "json"]);
    if (code !== 0 && code !== 1) throw new Error(text.slice(0, 300));
    const errors = JSON.parse(text).filter(({ severity }) => severity === "error");
    return errors.map((error) => ({ ...error, file: error.file.replace(/^content\//, "") }));
  }

  /** Where the gate takes a payload: it stands at every place, and what is refused is taken out until nothing is. */
  async accepted(name, payload) {
    const { places } = this.template;
    // A data file may not be named after a payload at all.
    const stray = `opd/${asFileName(payload)}.yml`;
    const { root, put, placesAt } = this.write(name, carriedBy(places.filter((place) => !isText(place)), payload));
    put(`content/${stray}`, '{"nama": "x"}\n');
    const problems = await this.problems(root);
    const named = asFileName(payload).startsWith(".") || problems.some(({ file }) => file === stray);
    // Ids, dates and addresses first: while a text waits for them, it would be blamed for a name that is not there.
    const told = new Set(problems.flatMap(({ file, line, column }) => placesAt(file, line, column)));
    const others = places.filter((place) => !isText(place) && !told.has(place));
    return { places: await this.narrowed(name, payload, [...others, ...places.filter(isText)]), named };
  }

  /** The places among these at which the gate takes the payload, all at once. */
  async narrowed(name, payload, places) {
    let left;
    for (let round = 0; round < 14; round += 1) {
      const { root, placesAt } = this.write(name, carriedBy(places, payload));
      left = await this.problems(root);
      if (left.length === 0) return places;
      const told = new Set(left.flatMap(({ file, line, column }) => placesAt(file, line, column)));
      // Whatever is no text goes first; told elsewhere than where it stands, everything of that file goes.
      const files = new Set(left.map(({ file }) => file));
      const others = new Set([...told].filter((place) => !isText(place)));
      const gone = others.size > 0 ? others : told;
      places = gone.size > 0 ? places.filter((place) => !gone.has(place)) : places.filter((place) => !files.has(place.file));
    }
    throw new Error(`the gate accepts the site in no form: ${left.slice(0, 5).map(({ code, file, line, message }) => `${code} ${file}:${line} ${message}`).join("; ")}`);
  }

  /** The published site; `undefined` where a file of media/ has a name that is not published. */
  async build(root, patterns = LOOKED_AT) {
    const out = join(root, "public");
    const only = patterns.flatMap((pattern) => ["--only", pattern]);
    const { code, text } = await run(this.pantau, ["build", "--quiet", "--root", root, "--out", out, "--date", DATE, ...only]);
    if (code !== 0 && /is no path inside the tree/.test(text)) return undefined;
    if (code !== 0) throw new Error(`build: exit ${code}, ${text.trim().replace(/\s+/g, " ").slice(-300)}`);
    return new Site(out);
  }
}

/** One payload at each of `places`. */
export const carriedBy = (places, payload) => new Map(places.map((place) => [place, [payload]]));
