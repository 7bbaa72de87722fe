// Payloads in the words of a theme: what is no word is refused with its place, the rest must stand on pages as words.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const WORDS = fileURLToPath(new URL("../../../themes/default/locales/id.ftl", import.meta.url));
const NAME = "kata";

/** The messages of the default theme that are one line of words. */
function messages() {
  const lines = readFileSync(WORDS, "utf8").split("\n");
  return lines.flatMap((line, at) => {
    const [, key, text] = /^([a-z][\w-]*) = ([^<]*)$/.exec(line) ?? [];
    return key && !/^\s/.test(lines[at + 1] ?? "") ? [[key, text]] : [];
  });
}

/** A payload as a Fluent text: braces and line ends are signs of the syntax. */
const asText = (payload) => payload.replace(/\s*[\r\n]+\s*/g, " ").replace(/[{}]/g, (brace) => `{"${brace}"}`);

/** Each message with the payloads that stand in it, in turn. */
function carrying(all, payloads) {
  const inEach = all.map(() => []);
  payloads.forEach(([, , payload], at) => inEach[at % all.length].push(payload));
  if (payloads.length > 0) inEach.forEach((own, at) => own.length === 0 && own.push(payloads[at % payloads.length][2]));
  return all.map(([key, text], at) => `${key} = ${text} ${inEach[at].map(asText).join(" ¦ ")}`);
}

/** A site with a theme of its own whose locale file has these lines. */
function withTheme(bench, lines) {
  const { root } = bench.write("theme", new Map());
  const situs = join(root, "content/situs.yml");
  writeFileSync(situs, readFileSync(situs, "utf8").replace('"tema": "default"', `"tema": "${NAME}"`));
  const file = join(root, "themes", NAME, "locales/id.ftl");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${lines.join("\n")}\n`);
  return root;
}

/** `learn` and `see` look at a site. */
export async function checkTheme(bench, report, payloads, { learn, see }) {
  const all = messages();
  const find = report.check(`${payloads.length} payloads in ${all.length} words of a theme`);
  const refusedBy = async (lines) => {
    try {
      return { site: await bench.build(withTheme(bench, lines)) };
    } catch (error) {
      return { told: String(error.message) };
    }
  };
  // With all of them the theme is refused, at the first one's place.
  const whole = await refusedBy(carrying(all, payloads));
  if (!whole.told) find("let-in", "a locale file full of markup is taken");
  else if (!/locales\/id\.ftl:\d+/.test(whole.told)) find("no-place", `refused without a place: ${whole.told}`);
  const isMarkup = (payload) => payload.includes("<") || /\\u003c|\\u00003c/i.test(payload);
  for (const [, , payload] of payloads.filter(([, , one]) => isMarkup(one)).slice(0, 20)) {
    const { told } = await refusedBy(carrying(all, [["", "", payload]]));
    if (!told) find("let-in", payload.slice(0, 90));
  }
  const words = payloads.filter(([, , payload]) => !isMarkup(payload));
  const harmless = await refusedBy(carrying(all, words.map(() => ["", "", "kata biasa"])));
  const usual = await learn(harmless.site);
  const { site, told } = await refusedBy(carrying(all, words));
  if (told) find("refused", told);
  // How long a label may be is the theme's own matter, whose style sheet makes room for it.
  else for (const [rule, message] of await see(site, usual, ["layout"])) find(rule, message);
  return { tried: payloads.length, refused: payloads.length - words.length, shown: words.length };
}
