//! A small site for the tests to spoil.

use crate::source::Sources;

/// A small site without a mistake; each test spoils it somewhere.
pub const SITE: [(&str, &str); 13] = [
    (
        "situs.yml",
        "format: 1
judul: Pantau
pemerintah: Kabupaten Contoh
alamat: https://a.example/
zona_waktu: Asia/Jakarta
lisensi: CC-BY-4.0
kontak: dinas@a.example
",
    ),
    (
        "aturan/lama.yml",
        "sebutan: Kontrak Kinerja
berlaku_sejak: 2019-01-01
skala:
  - {min: 91, nama: Tinggi}
  - {min: 50, nama: Sedang}
  - {min: 0, nama: Rendah}
predikat:
  opini: [TMP, WDP, WTP]
  mutu: [kurang, baik]
aspek:
  integritas: mutu
  skor: angka
evaluasi:
  - id: tahunan
    nama: Evaluasi tahunan
    jenis: putusan
    jatuh_tempo: {setelah: 12 bulan, sejak: pelantikan}
    syarat:
      capaian: 100
",
    ),
    (
        "aturan/baru.yml",
        "sebutan: Kontrak Kinerja
berlaku_sejak: 2026-06-01
menggantikan: lama
",
    ),
    ("opd/dinas.yml", "nama: Dinas Contoh\n"),
    ("jabatan/bupati.yml", "nama: Bupati\n"),
    (
        "jabatan/kepala.yml",
        "nama: Kepala Dinas
opd: dinas
eselon: II.b
atasan: bupati
",
    ),
    (
        "pejabat/ani.yml",
        "nama: Ani
jabatan:
  - jabatan: bupati
    kedudukan: definitif
    pelantikan: 2025-02-20
",
    ),
    (
        "pejabat/budi.yml",
        "nama: Budi
jabatan:
  - jabatan: kepala
    kedudukan: plt
    pelantikan: 2025-03-01
",
    ),
    (
        "kontrak/2026/bupati.yml",
        "pejabat: ani
jabatan: bupati
aturan: lama
tanda_tangan: 2026-01-02
periode: {mulai: 2026-01-01, selesai: 2026-12-31}
sasaran:
  - nama: Sehat
    indikator:
      - id: wub
        nama: Wirausaha baru
        satuan: orang
        arah: naik
        akumulasi: jumlah
        target: 3000
abaikan:
  P386: Kontrak lama tidak menyebutkannya.
  P387: Kontrak lama tidak menyebutkannya.
",
    ),
    (
        "kontrak/2026/kepala.yml",
        "pejabat: budi
jabatan: kepala
aturan: lama
tanda_tangan: 2026-01-12
periode:
  mulai: 2026-01-01
  selesai: 2026-12-31
pihak_kedua: {pejabat: ani, kedudukan: definitif}
dokumen:
  - judul: Naskah
    berkas: media/naskah.pdf
sasaran:
  - nama: Anak sehat
    induk: {kontrak: 2026/bupati, indikator: wub}
    indikator:
      - id: stunting
        nama: Prevalensi stunting
        satuan: \"%\"
        arah: turun
        akumulasi: akhir
        awal: {nilai: 7.9, tahun: 2025}
        target: 6.0
        target_triwulan:
          tw1: 7.5
          tw4: 6
        bobot: 60
      - id: opini
        nama: Opini BPK
        arah: predikat
        skala_predikat: opini
        target: WTP
        bobot: 30
      - id: bagian-wub
        milik: {kontrak: 2026/bupati, indikator: wub}
        bagian: 400
        target_triwulan:
          tw1: 100
          tw2: 100
          tw3: 100
          tw4: 100
        bobot: 10
program:
  - id: gizi
    nama: Perbaikan gizi
    anggaran: 45250000000
    indikator: [stunting]
perubahan:
  - tanggal: 2026-08-03
    sebab: anggaran
    alasan: Pergeseran anggaran.
    program:
      gizi: {anggaran: 41000000000}
    indikator:
      stunting:
        target: 6.4
        target_triwulan:
          tw4: 6.4
abaikan:
  P386: Kontrak lama tidak menyebutkannya.
  P387: Kontrak lama tidak menyebutkannya.
",
    ),
    (
        "hasil/2026/tw1/kepala.yml",
        "dilaporkan: 2026-04-08
realisasi:
  stunting:
    nilai: 7,6
  opini:
    belum_ada: Terbit tahun depan.
  bagian-wub:
    nilai: 90
serapan_sampai_kini:
  gizi: 9.100.000.000
",
    ),
    (
        "evaluasi/2026/kepala.yml",
        "- evaluasi: tahunan
  tanggal: 2026-09-10
  aspek: {integritas: baik, skor: 87,5}
  putusan: terpenuhi
",
    ),
    (
        "halaman/tentang.md",
        "---
judul: Tentang
---
# Isi\twith a tab
",
    ),
];

pub fn site() -> Sources {
    let mut sources = Sources::default();
    for (path, text) in SITE {
        // The one place where the comma trap would bite.
        let text = text.replace("skor: 87,5", "skor: 87.5");
        sources.files.insert(path.into(), text.into());
    }
    sources
        .media
        .insert("media/naskah.pdf".into(), super::pdf());
    sources
}
