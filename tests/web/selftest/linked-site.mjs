// A good site in small that tells machines what it is, for the selftest of linked.mjs.

import { BASE } from "./good-site.mjs";

const block = (...things) => `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@graph": things })}</script>`;

const page = (path, { crumbs = [], things = [] }) => `<!doctype html><html lang="id"><head><title>x</title>
<link rel="canonical" href="${BASE}${path}">
${block(...(crumbs.length > 0 ? [list(crumbs)] : []), ...things)}
</head><body><nav class="crumbs"><ol>${crumbs.map(([name]) => `<li>${name}</li>`).join("")}</ol></nav></body></html>`;

const list = (crumbs) => ({
  "@type": "BreadcrumbList",
  itemListElement: crumbs.map(([name, path], index) => ({ "@type": "ListItem", position: index + 1, name, ...(path === undefined ? {} : { item: BASE + path }) })),
});

const GOVERNMENT = { "@type": "GovernmentOrganization", "@id": `${BASE}#pemerintah`, name: "Pemerintah Kabupaten Contoh" };
const DATASET = {
  "@type": "Dataset",
  name: "Kinerja",
  description: "Kontrak kinerja pejabat: target yang ditandatangani, realisasi, dan capaian.",
  url: BASE,
  license: "https://creativecommons.org/licenses/by/4.0/",
  creator: { "@id": `${BASE}#pemerintah` },
  temporalCoverage: "2025-01-01/2026-12-31",
  dateModified: "2026-11-21",
  isAccessibleForFree: true,
  inLanguage: ["id"],
  distribution: [{ "@type": "DataDownload", encodingFormat: "application/json", contentUrl: `${BASE}data/pantau.json` }],
};
const PERSON = {
  "@type": "Person",
  name: "Budi",
  url: `${BASE}pejabat/budi/`,
  jobTitle: ["Kepala Dinas"],
  worksFor: [{ "@type": "OrganizationRole", roleName: "Kepala Dinas", startDate: "2025-03-01", worksFor: { "@type": "GovernmentOrganization", name: "Dinas Contoh" } }],
};

export function linkedSite() {
  return new Map([
    ["index.html", page("", { things: [GOVERNMENT, DATASET] })],
    ["pejabat/budi/index.html", page("pejabat/budi/", { crumbs: [["Pejabat", ""], ["Budi"]], things: [PERSON] })],
    ["metode/index.html", page("metode/", { crumbs: [["Pejabat", ""], ["Metode"]] })],
    ["data/pantau.json", "{}"],
  ]);
}
