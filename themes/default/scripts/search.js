// Search, in files that docs/decisions/0004-search.md describes. What is asked stands in the address.
const form = document.querySelector("[data-search]");
const { root, index, kinds, unnamed, shown, none, failed, more } = form.dataset;
const field = form.q;
const found = document.querySelector("[data-found]");
const [list, rest] = found.children;
const pattern = list.firstElementChild.content.firstChild;
const status = form.lastElementChild;
const MOST = 20;

const words = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

// Snowball's Indonesian stemmer, after Tala (2003), as in words.rs.
function stem(word) {
  let vowels = word.replace(/[^aeiou]/g, "").length;
  let kind = 0;
  let letter = "";
  const cut = (pattern, by = "") => {
    const before = word;
    if (vowels > 2) word = word.replace(pattern, by);
    return before !== word && vowels--;
  };
  const cutSecond = () =>
    cut(/^([bp]er|[bp]el(?=ajar)|be(?=[^aeiou]er)|pe)/u, (prefix) => {
      if (prefix !== "pel") kind = prefix[0] === "b" ? 4 : 2;
      return "";
    });
  cut(/([kl]ah|pun)$/);
  cut(/(nya|[km]u)$/);
  const isFirst = cut(/^(di|ke|ter|[mp]e(ny(?=[aeiou])|ng|[mn])|me)([aeiou]?)/, (_, prefix, end, vowel) => {
    kind = /^[kp]/.test(prefix) ? 3 : 1;
    letter = end === "ny" ? "s" : vowel && end === "m" ? "p" : "";
    return letter + vowel;
  });
  if (!isFirst) cutSecond();
  const suffixes = ["k?an|([^s])i", "kan|([^s])i", "an|([^s])i", "an()", "k?an()"];
  if (cut(RegExp(`(?:${suffixes[kind]})$`), "$1") && isFirst && !letter) cutSecond();
  return word;
}

const files = new Map();
function load(file, options) {
  const loaded = files.get(file) ?? fetch(index + file, options).then((answer) => (answer.ok ? answer.text() : Promise.reject()));
  files.set(file, loaded);
  loaded.catch(() => files.delete(file));
  return loaded.then((text) => text.split("\n"));
}

// The gaps between numbers, in letters as digits of base 26; a capital ends one.
function numbers(line) {
  let last = -1;
  const digits = (sum, digit) => sum * 26 + parseInt(digit, 36) - 10;
  return line.match(/[a-z]*[A-Z]/g).map((number) => (last += [...number].reduce(digits, 0) + 1));
}

async function find(asked) {
  const [mark, perFile, ...starts] = await load("indeks.txt", { cache: "no-cache" });
  const part = (name, number) => load(`${name}-${number}.txt?${mark}`);
  const lines = async (begin, from, to = from) => {
    const place = (key) => Math.max(starts.findLastIndex((start) => start <= key), 0);
    const numbers = [...starts.keys()].slice(place(from), place(to) + 1);
    const files = await Promise.all(numbers.map((number) => part("kata", number)));
    return files.flat().filter((line) => line.startsWith(begin));
  };
  const counts = new Map();
  const count = async (word, at) => {
    const key = stem(word);
    const fitting = await lines(`${key} `, key);
    if (at === asked.length - 1 && word.length > 1) {
      const all = await lines(`${word}* `, `${word}*`);
      fitting.push(...(all[0] ? all : await lines(word, word, `${word}\uffff`)));
    }
    const entries = fitting.flatMap((line) => numbers(line.slice(line.indexOf(" "))));
    for (const entry of new Set(entries)) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  };
  await Promise.all(asked.map(count));
  const ranked = [...counts].sort(([a, x], [b, y]) => y - x || a - b);
  const entry = async ([number]) => (await part("entri", Math.floor(number / perFile)))[number % perFile].split("\t");
  return [ranked.length, await Promise.all(ranked.slice(0, MOST).map(entry))];
}

function row([kind, address, title, detail]) {
  const item = pattern.cloneNode(true);
  const [link, second, what] = item.querySelectorAll("a, span, p");
  link.href = root + address;
  link.textContent = title || unnamed;
  second.textContent = detail;
  what.textContent = kinds.split("|")[kind];
  return item;
}

const say = (text, ...counts) => text.replace(/#/g, () => counts.shift().toLocaleString(document.documentElement.lang));

function reveal(isAsked) {
  found.hidden = !isAsked;
  document.querySelector("[data-letters]").hidden = isAsked;
}

let turn = 0;
async function show() {
  const own = ++turn;
  const query = field.value.trim();
  const asked = [...new Set(words(query))].slice(0, 8);
  history.replaceState(history.state, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  const [all, rows] = asked[0] ? await find(asked).catch(() => [-1, []]) : [0, []];
  if (own !== turn) return; // something else was asked meanwhile
  list.replaceChildren(...rows.map(row));
  rest.textContent = all > MOST ? say(more, all - MOST) : "";
  status.textContent = !asked[0] ? "" : all < 0 ? failed : all ? say(shown, rows.length, all) : none;
  reveal(asked.length > 0);
}

let timer;
function soon(delay) {
  clearTimeout(timer);
  timer = setTimeout(show, delay);
}
field.addEventListener("input", () => soon(150));
field.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  field.value = "";
  soon();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  soon();
});
field.value = new URLSearchParams(location.search).get("q") ?? "";
if (field.value) {
  reveal(true);
  show();
}
