// Filter and sort of a page's lists and tables. What a reader chose stands in the address.
const query = new URLSearchParams(location.search);
const language = document.documentElement.lang;
const tools = document.querySelector("[data-tools]");
const lists = [...document.querySelectorAll("[data-list]")];
const rows = lists.flatMap((list) => [...list.children]);
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const words = new Map(rows.map((row) => [row, plain(row.textContent)]));
const given = new Map(rows.map((row, place) => [row, place]));
const name = (row) => row.querySelector("a")?.textContent ?? "";
const byName = new Intl.Collator(language, { numeric: true });
// Without a capaian a row stands last in either order.
const place = (row, direction) => (row.dataset.place ? direction * row.dataset.place : Infinity);
const byPlace = (direction) => (a, b) => place(a, direction) - place(b, direction);

const ORDERS = {
  nama: (a, b) => byName.compare(name(a), name(b)),
  terendah: byPlace(1),
  tertinggi: byPlace(-1),
};

function remember(key, value) {
  if (value) query.set(key, value);
  else query.delete(key);
  const search = query.toString() && `?${query}`;
  history.replaceState(null, "", location.pathname + search + location.hash);
}

function show() {
  const wanted = plain(tools.saring.value).split(/\s+/);
  const state = tools.keadaan.value;
  for (const row of rows) {
    const fits = wanted.every((word) => words.get(row).includes(word));
    row.hidden = !fits || (state !== "" && !row.dataset.states.split(" ").includes(state));
  }
  const order = ORDERS[tools.urut.value] ?? (() => 0);
  for (const list of lists) {
    list.append(...[...list.children].sort((a, b) => order(a, b) || given.get(a) - given.get(b)));
  }
  const shown = rows.filter((row) => !row.hidden).length;
  tools.querySelector("[role=status] b").textContent = shown.toLocaleString(language);
}

if (tools && rows.length > 0) {
  for (const field of [tools.saring, tools.keadaan, tools.urut]) {
    field.value = query.get(field.name) ?? "";
    if (field.selectedIndex === -1) field.value = "";
    field.addEventListener("input", () => {
      remember(field.name, field.value);
      show();
    });
  }
  tools.addEventListener("submit", (event) => event.preventDefault());
  show();
}

for (const table of document.querySelectorAll("table[data-sort]")) {
  const [head, ...lines] = table.rows;
  const key = `urut-${table.id}`;
  const sort = (heading, direction) => {
    for (const other of head.cells) other.removeAttribute("aria-sort");
    heading.ariaSort = direction;
    const text = ({ cells: { [heading.cellIndex]: cell } }) => cell.dataset.place ?? cell.textContent;
    const isLast = (line) => !text(line);
    const sign = direction === "ascending" ? 1 : -1;
    lines.sort((a, b) => isLast(a) - isLast(b) || sign * byName.compare(text(a), text(b)));
    head.parentNode.append(...lines);
  };
  for (const heading of head.cells) {
    const button = document.createElement("button");
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const direction = heading.ariaSort === "ascending" ? "descending" : "ascending";
      sort(heading, direction);
      remember(key, `${heading.cellIndex + 1}${direction === "ascending" ? "" : "-turun"}`);
    });
  }
  const [, column, down] = /^(\d+)(-turun)?$/.exec(query.get(key) ?? "") ?? [];
  const chosen = head.cells[column - 1];
  if (chosen) sort(chosen, down ? "descending" : "ascending");
}
