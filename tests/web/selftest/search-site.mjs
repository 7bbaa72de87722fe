// A good site with a page of search: the script of the default theme over an index of two entries, written by hand.

import { readFileSync } from "node:fs";
import { MOUNT, goodSite, page } from "./good-site.mjs";

const SCRIPT = new URL("../../../themes/default/scripts/search.js", import.meta.url);

const WORDS = { shown: "# / #", none: "Tidak ada.", failed: "Gagal.", more: "# lagi", unnamed: "Tanpa nama", kinds: "OPD|Pejabat|Jabatan|Indikator" };

function body(root) {
  const data = Object.entries({ root, index: `${MOUNT}aset/cari/`, ...WORDS }).map(([name, value]) => `data-${name}="${value}"`);
  return `<h1>Cari</h1>
<form class="alat" role="search" action="${root}cari/" data-needs-js data-search ${data.join(" ")}><label>Kata <input type="search" name="q"></label><p role="status"></p></form>
<div data-needs-js data-found hidden><ul><template><li><a></a> <span></span><p></p></li></template></ul><p></p></div>
<div data-letters><h2>Nama</h2><ul><li><a href="${root}pejabat/budi/">Budi Pembangunan</a></li></ul></div>`;
}

export function searchSite() {
  const files = goodSite();
  const head = `<script src="${MOUNT}aset/cari.js" defer></script>`;
  for (const root of ["", "en/"]) {
    const home = files.get(`${root}index.html`).replace("<p>", `<p><a href="${MOUNT}${root}cari/">Cari</a> `);
    files.set(`${root}index.html`, home);
    files.set(`${root}cari/index.html`, page({ path: `${root}cari/`, head, body: body(MOUNT + root) }));
  }
  files.set("aset/cari.js", readFileSync(SCRIPT, "utf8"));
  files.set("aset/cari/indeks.txt", "tanda\n64\nbangun");
  files.set("aset/cari/kata-0.txt", "bangun AA\nbudi A\npembangunan AA");
  files.set("aset/cari/entri-0.txt", "1\tpejabat/budi/\tBudi Pembangunan\tKepala\n3\tpejabat/budi/2026/#awal\tGedung dibangun\tKepala, 2026");
  files.set("aset/gaya.css", `${files.get("aset/gaya.css")}[hidden], .alat { display: none }\n@media (scripting: enabled) { .alat { display: block } }\n[data-found] { min-height: 100vh } .alat p { min-height: 2rem }\n`);
  return files;
}
