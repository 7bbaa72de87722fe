// the JSON with the rows and keys of pantau's own, as far as the peers' data tells them; null where it does not
const BASE = "https://kinerja.example.go.id";
const FORMULA = { up: "R/T", down: "2-R/T" };
const worked = (dir, t, v) => (dir === "up" ? `${v} / ${t} * 100` : `(2 - ${v} / ${t}) * 100`);
const r10 = (x) => (x === null ? null : Number(x.toFixed(10)));
const text = (x) => (x === null ? null : String(x));
// an aim as a text and as a number, with its ends where it is a range, and as it was at first
const aim = (t) => ({ target: String(t), target_angka: t, target_bawah: null, target_atas: null, target_semula: String(t) });
const NONE = { q: null, target: null, value: null, achievement: null };

export const toTables = (p) => {
  const kontrak = `2025/${p.slug}`, page = `${BASE}/pejabat/${p.slug}/2025/`;
  const calculation = (i, q) => (q.value === null ? { perhitungan: null, capaian: null, capaian_pecahan: null }
    : { perhitungan: worked(i.direction, q.target, q.value), capaian: r10(q.achievement), capaian_pecahan: `${q.value}/${q.target}` });
  const indikator = p.indicators.map((i) => {
    const last = i.quarters.findLast((q) => q.value !== null) ?? NONE;
    return { kontrak, id: i.id, nama: i.name, nama_en: null, sasaran: null, satuan: i.unit, arah: i.direction, akumulasi: null, ...aim(i.target),
      jatuh_tempo: p.end, bobot: i.weight, milik_kontrak: null, milik_indikator: null, keadaan: i.status[1], hari_terlambat: null,
      sampai_triwulan: last.q && `2025-tw${last.q}`, dasar: "lengkap", realisasi: text(last.value), realisasi_angka: last.value,
      target_sampai_kini: text(last.target), target_sampai_kini_angka: last.target, rumus_capaian: FORMULA[i.direction], ...calculation(i, last),
      capaian_terbatas: r10(last.achievement), kategori: i.status[1], rumus: null, sumber: null, alamat: `${page}#${p.slug}/${i.id}` };
  });
  const target = p.indicators.flatMap((i) => [{ kontrak, indikator: i.id, masa: "2025", ...aim(i.target) },
    ...i.quarters.map((q) => ({ kontrak, indikator: i.id, masa: `2025-tw${q.q}`, ...aim(q.target) }))]);
  const hasil = p.indicators.flatMap((i) => i.quarters.map((q) => ({ kontrak, indikator: i.id, triwulan: `2025-tw${q.q}`,
    laporan: p.reported[q.q - 1] === null ? "terlambat" : "dilaporkan", target: String(q.target), target_angka: q.target, nilai: text(q.value), nilai_angka: q.value,
    dilaporkan: p.reported[q.q - 1], batas_lapor: null, hari_terlambat: null, tercatat: null, commit: null, rumus_capaian: FORMULA[i.direction], ...calculation(i, q),
    keadaan: q.value === null ? null : q.achievement >= 100 ? "sesuai-jalur" : "di-bawah-jalur", alasan_belum_ada: null, catatan: q.note, kendala: null,
    tindak_lanjut: null, tanggapan: null, diverifikasi_oleh: null, diverifikasi_pada: null })));
  return JSON.stringify({ data_contoh: true, format: 1, halaman: `${BASE}/pejabat/${p.slug}/`, judul: "Perjanjian Kinerja 2025", pemerintah: "Pemerintah Kabupaten Contoh",
    jabatan: [{ nama: p.position, opd: p.unit }], pejabat: [{ id: p.slug, nama: p.name, alamat: `${BASE}/pejabat/${p.slug}/` }],
    kontrak: [{ id: kontrak, tahun: 2025, pejabat: p.slug, tanda_tangan: p.signed, mulai: p.start, selesai: p.end, capaian: r10(p.overall), kategori: p.status[1],
      komitmen: p.indicators.length, alamat: page }],
    indikator, target, hasil });
};
