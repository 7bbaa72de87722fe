//! One slip at a time: each is told under its code, at its place.

use super::site::{SITE, site};
use super::{HASIL, problems_of, speaks};
use crate::problem::code;
use crate::source::Sources;
use std::collections::BTreeSet;

const KEPALA: &str = "kontrak/2026/kepala.yml";
const BUPATI: &str = "kontrak/2026/bupati.yml";
const LAMA: &str = "aturan/lama.yml";
const EVALUASI: &str = "evaluasi/2026/kepala.yml";

const TO_SUM: &str = "naik\n        akumulasi: jumlah\n        target: 3000";
const ONE_EVALUATION: &str = "evaluasi:
  - id: tahunan
    nama: Evaluasi tahunan
    jenis: putusan
    jatuh_tempo: {setelah: 12 bulan, sejak: pelantikan}
    syarat:
      capaian: 100
";
const LATER: &str = "          tw4: 6.4
  - tanggal: 2026-07-03
    sebab: strategi
    alasan: Tidak lagi.
    indikator:
      opini: {dicabut: ya}
  - tanggal: 2026-09-03
    sebab: strategi
    alasan: Tidak lagi.
    indikator:
      opini: {bobot: 40}
";

/// A file, what stands in it and what is written instead; the code, line and column of what is
/// told of it, among other things.
pub type Slip = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    u32,
    u32,
);

/// Every slip, by what it is about.
pub fn slips() -> &'static [Slip] {
    #[rustfmt::skip]
    let slips: &[Slip] = &[
        // Syntax
        ("opd/dinas.yml", "nama: Dinas", "nama:\tDinas", "P003", 1, 6),
        ("opd/dinas.yml", "Dinas Contoh", "Dinas: Contoh", "P005", 1, 12),
        ("opd/dinas.yml", "Dinas Contoh", "'Dinas", "P006", 1, 7),
        ("opd/dinas.yml", "Dinas Contoh", "\"Dinas\" Contoh", "P006", 1, 15),
        ("jabatan/kepala.yml", "opd: dinas", " opd: dinas", "P005", 2, 5),
        ("jabatan/kepala.yml", "nama:", "  nama:", "P007", 2, 1),
        ("opd/dinas.yml", "Dinas Contoh", "@dinas", "P008", 1, 7),
        ("jabatan/kepala.yml", "opd: dinas", "opd dinas", "P009", 3, 1),
        (KEPALA, "indikator: [stunting]", "indikator: [stunting", "P010", 47, 10),
        ("opd/dinas.yml", "Contoh\n", "Contoh\n---\nnama: B\n", "P011", 2, 1),
        ("opd/dinas.yml", "Dinas Contoh", "&a Dinas", "P012", 1, 7),
        ("opd/dinas.yml", "Dinas Contoh", "!!str Dinas", "P012", 1, 7),
        ("opd/dinas.yml", "Contoh\n", "Contoh\nnama: B\n", "P013", 2, 1),
        ("opd/dinas.yml", "nama:", "[nama]:", "P015", 1, 1),
        ("opd/dinas.yml", "nama: Dinas Contoh\n", "# kosong\n", "P016", 1, 1),
        ("kontrak/2026/bupati.yml", "abaikan:\n  P386: Kontrak", "abaikan: P386: Kontrak", "P005", 15, 14),
        (HASIL, "7,6", "-", "P007", 4, 12),
        (HASIL, "    nilai: 7,6", "  nilai: 7,6", "P007", 4, 3),
        // Places
        ("opd/kadis.yml.txt", "", "nama: A", "P021", 1, 1),
        ("hasil/2026/TW3/kepala.yml", "", "x", "P024", 1, 1),
        ("formulir-tw1.xlsx", "", "PK", "P020", 1, 1),
        ("opdd/dinas.yml", "", "nama: A", "P020", 1, 1),
        ("catatan.txt", "", "x", "P020", 1, 1),
        ("opd/lain.yaml", "", "nama: A", "P021", 1, 1),
        ("opd/Lain.yml", "", "nama: A", "P022", 1, 1),
        ("kontrak/26/a.yml", "", "x", "P023", 1, 1),
        ("hasil/2026/tw5/kepala.yml", "", "x", "P024", 1, 1),
        ("arsip/2025-tw4.json", "", "{}", "P025", 1, 2),
        ("arsip/2025.json", "", "{}", "P020", 1, 1),
        ("arsip/2025-tw4.yml", "", "{}", "P021", 1, 1),
        ("halaman/tentang.md", "---\n", "", "P027", 1, 1),
        // Personal data
        ("opd/dinas.yml", "Contoh", "# 198001012005011001", "P028", 1, 15),
        ("opd/dinas.yml", "Contoh", "3503 0115 0890 0001", "P029", 1, 13),
        ("pejabat/budi.yml", "nama: Budi", "nama: Budi (0355) 791234", "P030", 1, 12),
        ("halaman/tentang.md", "# Isi", "# Isi ani@example.com", "P031", 4, 7),
        ("opd/3503011508900001.yml", "", "nama: A", "P033", 1, 1),
        // Keys that sign
        ("situs.yml", "kontak", "kunci: [{nama: Dinas, kunci: ssh-dss AAAA}]\nkontak", "P055", 7, 30),
        // The web form
        ("situs.yml", "kontak", "admin: {penyedia: github, repositori: kinerja}\nkontak", "P056", 7, 39),
        // Keys
        ("opd/dinas.yml", "nama:", "nma:", "P101", 1, 1),
        ("jabatan/kepala.yml", "eselon", "golongan", "P101", 3, 1),
        ("situs.yml", "judul: Pantau\n", "", "P102", 1, 1),
        (KEPALA, "id: opini\n        nama: Opini", "nama: Opini", "P102", 27, 9),
        ("jabatan/kepala.yml", "eselon: II.b", "eselon:", "P103", 3, 1),
        ("jabatan/kepala.yml", "eselon: II.b", "eselon: ''", "P103", 3, 9),
        ("jabatan/kepala.yml", "eselon: II.b", "eselon: null", "P103", 3, 1),
        (KEPALA, "awal: {nilai: 7.9", "awal: {nilai: 7,9", "P104", 21, 25),
        (LAMA, "nama: Tinggi", "nama: Tinggi, sekali", "P105", 4, 29),
        (LAMA, "[kurang, baik]", "[7,5]", "P106", 9, 10),
        (KEPALA, "  mulai: 2026-01-01\n  selesai: 2026-12-31", "  2026", "P107", 6, 3),
        (KEPALA, "indikator: [stunting]", "indikator: stunting", "P108", 46, 16),
        ("opd/dinas.yml", "Dinas Contoh", "[a]", "P109", 1, 7),
        // Values
        (KEPALA, "anggaran: 45250000000", "anggaran: 45.250", "P110", 45, 15),
        (KEPALA, "target: 6.0", "target: 6.000", "P110", 22, 17),
        (HASIL, "9.100.000.000", "9.10.000", "P111", 10, 9),
        (KEPALA, "target: 6.0", "target: 06.0", "P112", 22, 17),
        (HASIL, "7,6", "7,6%", "P113", 4, 12),
        (HASIL, "7,6", "tujuh", "P114", 4, 12),
        (KEPALA, "anggaran: 45250000000", "anggaran: 12345678901234567890", "P115", 45, 15),
        ("situs.yml", "format: 1", "format: 1.5", "P116", 1, 9),
        (KEPALA, "2026-01-12", "2026-1-12", "P120", 4, 15),
        (KEPALA, "2026-01-12", "12/01/2026", "P121", 4, 15),
        (KEPALA, "2026-01-12", "2026-02-30", "P122", 4, 15),
        (LAMA, "{setelah: 12 bulan, sejak: pelantikan}", "{setiap_tahun: 15-05}", "P123", 17, 33),
        (LAMA, "12 bulan", "setahun", "P124", 17, 28),
        (KEPALA, "tahun: 2025", "tahun: 25", "P125", 21, 35),
        ("situs.yml", "kontak", "data_contoh: yes\nkontak", "P130", 7, 14),
        ("pejabat/budi.yml", "plt", "pelaksana", "P131", 4, 16),
        (KEPALA, "jabatan: kepala", "jabatan: Kepala Dinas", "P132", 2, 10),
        (KEPALA, "kontrak: 2026/bupati", "kontrak: bupati", "P133", 14, 22),
        ("situs.yml", "kontak", "lapor: lapor.go.id\nkontak", "P134", 7, 8),
        (KEPALA, "media/naskah.pdf", "naskah.pdf", "P135", 11, 13),
        (KEPALA, "media/naskah.pdf", "media/../situs.yml", "P135", 11, 13),
        ("situs.yml", "Asia/Jakarta", "WIB", "P136", 5, 13),
        ("situs.yml", "https://a.example/", "a.example", "P137", 4, 9),
        ("situs.yml", "https://a.example/", "https://a.example/\ntautan_commit: https://b.example/commit", "P141", 5, 16),
        ("situs.yml", "format: 1", "format: 2", "P138", 1, 9),
        ("situs.yml", "kontak", "bahasa: [en]\nkontak", "P139", 7, 10),
        // References
        ("jabatan/kepala.yml", "opd: dinas", "opd: dinsa", "P201", 2, 6),
        ("jabatan/kepala.yml", "atasan: bupati", "atasan: gubernur", "P202", 4, 9),
        (KEPALA, "pejabat: ani", "pejabat: ana", "P203", 8, 24),
        ("aturan/baru.yml", "lama", "lampau", "P204", 3, 15),
        (KEPALA, "kontrak: 2026/bupati", "kontrak: 2025/bupati", "P205", 14, 22),
        ("hasil/2025/tw1/kepala.yml", "", "dilaporkan: 2025-04-01", "P205", 1, 1),
        (KEPALA, "indikator: wub", "indikator: wbu", "P206", 14, 46),
        (HASIL, "stunting", "stanting", "P206", 3, 3),
        (HASIL, "gizi", "giji", "P207", 10, 3),
        (HASIL, "gizi: ", "gizi: -", "P358", 10, 9),
        (KEPALA, "skala_predikat: opini", "skala_predikat: opni", "P208", 30, 25),
        (LAMA, "integritas: mutu", "integritas: mutlak", "P208", 11, 15),
        (KEPALA, "target: WTP", "target: wtp", "P209", 31, 17),
        (EVALUASI, "integritas", "integrasi", "P210", 3, 11),
        (EVALUASI, "tahunan", "bulanan", "P211", 1, 13),
        (LAMA, "capaian: 100", "perbaikan_dari: tahunan", "P211", 19, 23),
        (KEPALA, "naskah.pdf", "nasakh.pdf", "P212", 11, 13),
        ("halaman/peta.en.md", "", "---\njudul: Map\n---\n", "P213", 1, 1),
        ("halaman/metode.md", "", "---\njudul: Metode\n---\n", "P214", 1, 1),
        ("jabatan/bupati.yml", "Bupati\n", "Bupati\natasan: kepala\n", "P220", 2, 9),
        (BUPATI, "nama: Sehat\n", "nama: Sehat\n    induk: {kontrak: 2026/kepala, indikator: stunting}\n", "P220", 8, 46),
        // Meaning
        (KEPALA, "id: opini", "id: stunting", "P301", 27, 13),
        (LAMA, "[kurang, baik]", "[]", "P302", 9, 9),
        (KEPALA, "bagian: 400", "target: 400\n        bagian: 400", "P303", 35, 17),
        (HASIL, "nilai: 90", "catatan: x", "P304", 7, 3),
        (KEPALA, "        akumulasi: akhir\n", "", "P305", 16, 13),
        (KEPALA, "    sebab: anggaran\n", "", "P305", 48, 14),
        (KEPALA, "arah: predikat", "arah: predikat\n        lebih_baik: naik", "P306", 30, 21),
        (KEPALA, "bobot: 60", "bobot: 0", "P307", 26, 16),
        (KEPALA, "selesai: 2026-12-31", "selesai: 2025-12-31", "P308", 7, 12),
        (LAMA, "min: 50", "min: 95", "P310", 5, 11),
        (LAMA, "min: 0,", "min: 5,", "P311", 6, 11),
        ("aturan/baru.yml", "2026-06-01", "2018-06-01", "P312", 3, 15),
        ("pejabat/budi.yml", "nama: Budi\n", "", "P313", 2, 14),
        ("pejabat/budi.yml", "2025-03-01\n", "2025-03-01\n  - jabatan: bupati\n    kedudukan: definitif\n    pelantikan: 2026-03-01\n", "P314", 6, 14),
        (KEPALA, "mulai: 2026-01-01", "mulai: 2025-12-01", "P320", 6, 10),
        (BUPATI, "2026-01-02", "2027-01-02", "P322", 4, 15),
        (LAMA, "2019-01-01", "2026-01-05", "P323", 3, 9),
        ("aturan/baru.yml", "2026-06-01", "2026-01-05", "P324", 3, 9),
        (KEPALA, "pejabat: budi", "pejabat: ani", "P325", 1, 10),
        ("pejabat/budi.yml", "2025-03-01", "2027-03-01", "P326", 1, 10),
        (KEPALA, "{pejabat: ani", "{pejabat: budi", "P327", 8, 24),
        (KEPALA, "target: 6.0", "target: {dari: 1, sampai: 2}", "P330", 22, 17),
        (HASIL, "nilai: 90", "nilai: {selesai: 2026-03-01}", "P331", 8, 12),
        (KEPALA, "arah: predikat", "arah: predikat\n        akumulasi: jumlah", "P333", 30, 20),
        ("hasil/2026/tw4/kepala.yml", "", "dilaporkan: 2026-01-02", "P350", 1, 13),
        (KEPALA, "tw4: 100", "tw4: 110", "P335", 37, 11),
        (KEPALA, "tw4: 6\n", "tw4: 6.2\n", "P336", 25, 16),
        (KEPALA, "        bobot: 30\n", "", "P338", 26, 16),
        (KEPALA, "bobot: 30", "bobot: 30.5", "P339", 26, 16),
        (KEPALA, "awal: {nilai: 7.9, tahun: 2025}", "tenggat: 2027-01-01", "P340", 21, 18),
        (KEPALA, "indikator: wub}\n        bagian", "indikator: opini}\n        bagian", "P206", 34, 50),
        (KEPALA, "2026-08-03", "2026-01-03", "P346", 48, 14),
        (EVALUASI, "terpenuhi", "diperpanjang", "P355", 4, 12),
        (EVALUASI, "putusan: terpenuhi", "putusan: terpenuhi\n  masa_lindung: gugur", "P356", 5, 17),
        (EVALUASI, "putusan: terpenuhi", "putusan: tidak_terpenuhi\n  masa_lindung: gugur", "P356", 5, 17),
        ("opd/dinas.yml", "Dinas Contoh", "|x", "P004", 1, 7),
        ("opd/dinas.yml", "Contoh", "\u{1}", "P017", 1, 13),
        ("opd/dinas.yml", "Dinas Contoh", r#""Dinas\u0001""#, "P017", 1, 7),
        ("halaman/tentang.md", "# Isi", "# Isi\u{7}", "P017", 4, 6),
        ("opd/dinas.yml", "Dinas Contoh", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "P014", 1, 30),
        ("kontrak/2026/lain.yml", "", SITE[8].1, "P321", 5, 10),
        (BUPATI, TO_SUM, "rentang\n        lebih_baik: turun\n        akumulasi: akhir\n        target: {dari: 8, sampai: 7}", "P332", 15, 17),
        (BUPATI, TO_SUM, "rentang\n        lebih_baik: turun\n        akumulasi: akhir\n        target: {dari: 7, sampai: 8}", "P341", 35, 17),
        (KEPALA, "mulai: 2026-01-01", "mulai: 2026-04-01", "P334", 24, 16),
        (KEPALA, "mulai: 2026-01-01", "mulai: 2026-04-01", "P334", 1, 1),
        (KEPALA, "2026-01-12", "2026-04-01", "P334", 37, 16),
        (KEPALA, "2026-01-12", "2026-04-01", "P334", 1, 1),
        (KEPALA, "selesai: 2026-12-31", "selesai: 2026-09-30", "P334", 25, 16),
        (LAMA, "aspek:", "pelaporan: semester\naspek:", "P342", 24, 16),
        (LAMA, "aspek:", "pelaporan: tahun\naspek:", "P342", 37, 16),
        (KEPALA, "akumulasi: akhir", "akumulasi: rata-rata", "P337", 24, 11),
        (KEPALA, "          tw4: 6.4\n", LATER, "P345", 58, 14),
        (KEPALA, "          tw4: 6.4\n", LATER, "P347", 67, 7),
        // Warnings
        (KEPALA, "          tw1: 100\n          tw2: 100\n          tw3: 100\n          tw4: 100", "          tw1: 100\n          tw2: 200\n          tw3: 300\n          tw4: 400", "P343", 37, 11),
        (KEPALA, "nilai: 7.9", "nilai: 5.9", "P381", 22, 17),
        (LAMA, "aspek:", "dokumen_wajib:\n  - jenis: Kontrak Kinerja\naspek:", "P383", 3, 9),
        (KEPALA, "        satuan: \"%\"\n", "", "P385", 16, 13),
        (BUPATI, "  P386: Kontrak lama tidak menyebutkannya.\n", "", "P386", 9, 13),
        (BUPATI, "  P387: Kontrak lama tidak menyebutkannya.\n", "", "P387", 9, 13),
        (BUPATI, TO_SUM, "tuntas\n        target: selesai", "P388", 9, 13),
        (KEPALA, "target: 6.0", "target: 600", "P389", 22, 17),
        (KEPALA, "          tw4: 6.4\n", "          tw4: 640\n", "P389", 57, 16),
        (HASIL, "7,6", "760", "P389", 4, 12),
        (HASIL, "7,6", "0,74", "P390", 4, 12),
        (HASIL, "nilai: 90", "nilai: 3100", "P370", 8, 12),
        (HASIL, "nilai: 90", "nilai: -90", "P371", 8, 12),
        (HASIL, "nilai: 90", "nilai: 90,5", "P372", 8, 12),
        (BUPATI, "abaikan:", "abaikan:\n  P385: Indeks.", "P391", 16, 3),
        // Numbers and dates, as people write them
        (HASIL, "7,6", "3.000", "P110", 4, 12),
        (HASIL, "7,6", "\"3.000\"", "P110", 4, 12),
        (HASIL, "7,6", "71.960", "P110", 4, 12),
        (HASIL, "7,6", "3,250", "P110", 4, 12),
        (HASIL, "7,6", "1.23.456", "P111", 4, 12),
        (HASIL, "7,6", "1,250,000", "P111", 4, 12),
        (HASIL, "7,6", "1.234,5,6", "P111", 4, 12),
        (HASIL, "7,6", "010", "P112", 4, 12),
        (HASIL, "7,6", "1e3", "P114", 4, 12),
        (HASIL, "7,6", "3_000", "P114", 4, 12),
        (HASIL, "7,6", "13,2 %", "P113", 4, 12),
        (HASIL, "7,6", "Rp3.000", "P113", 4, 12),
        (HASIL, "7,6", "Rp 45 miliar", "P113", 4, 12),
        (HASIL, "7,6", "3 ribu", "P113", 4, 12),
        (HASIL, "7,6", "\"1,2 M\"", "P113", 4, 12),
        (HASIL, "7,6", ".nan", "P114", 4, 12),
        (HASIL, "7,6", "−4", "P114", 4, 12),
        (HASIL, "7,6", "+4", "P114", 4, 12),
        (HASIL, "7,6", "0x1F", "P114", 4, 12),
        (HASIL, "7,6", "~", "P103", 4, 5),
        (HASIL, "7,6", "n/a", "P114", 4, 12),
        (HASIL, "nilai: 7,6", "nilai:7,6", "P107", 4, 5),
        (KEPALA, "nama: Prevalensi stunting", "nama:", "P103", 17, 9),
        (KEPALA, "        arah: turun\n        akumulasi: akhir\n", "", "P305", 16, 13),
        (LAMA, "skala:\n", "pengawas:\n#  - DPRD\nskala:\n", "P103", 3, 1),
        (LAMA, ONE_EVALUATION, "", "P211", 1, 13),
        (HASIL, "2026-04-08", "2026-02-30", "P122", 1, 13),
        (HASIL, "2026-04-08", "2025-02-29", "P122", 1, 13),
        (HASIL, "2026-04-08", "2026-13-01", "P122", 1, 13),
        (HASIL, "2026-04-08", "08/04/2026", "P121", 1, 13),
        (HASIL, "2026-04-08", "8 April 2026", "P120", 1, 13),
        (HASIL, "2026-04-08", "31/12/2026", "P120", 1, 13),
        (HASIL, "2026-04-08", "2026/04/08", "P120", 1, 13),
        (HASIL, "2026-04-08", "20260408", "P120", 1, 13),
        (HASIL, "2026-04-08", "08-04-26", "P120", 1, 13),
        (HASIL, "2026-04-08", "April 2026", "P120", 1, 13),
        (HASIL, "2026-04-08", "kemarin", "P120", 1, 13),
        (HASIL, "belum_ada: Terbit tahun depan.", "nilai: belum", "P209", 6, 12),
        (HASIL, "  stunting:", "  <<: *dasar\n  stunting:", "P012", 3, 7),
        // English wording
        ("opd/dinas.yml", "Contoh\n", "Contoh\nen: Example Office\n", "P107", 2, 5),
        ("opd/dinas.yml", "Contoh\n", "Contoh\nen:\n  singkatan: EO\n", "P305", 3, 14),
        ("opd/dinas.yml", "Contoh\n", "Contoh\nen:\n  name: Office\n", "P101", 3, 3),
        (KEPALA, "bobot: 30", "bobot: 30\n        en: {satuan: rank}", "P305", 33, 22),
        (LAMA, "skala:\n", "pengawas: [Bupati, DPRD]\nen:\n  pengawas: [Regent]\nskala:\n", "P357", 5, 14),
        // Shares
        (BUPATI, "target: 3000", "target: 300", "P392", 9, 13),
        ("hasil/2026/tw1/bupati.yml", "", "dilaporkan: 2026-04-08\nrealisasi:\n  wub:\n    nilai: 80\n", "P393", 3, 3),
        // Old addresses
        ("situs.yml", "kontak", "alamat_lama:\n  - {dari: /pejabat/lama, ke: pejabat/ani/}\nkontak", "P145", 8, 12),
        ("situs.yml", "kontak", "alamat_lama:\n  - {dari: pejabat/lama/, ke: Pejabat Ani}\nkontak", "P145", 8, 31),
        ("situs.yml", "kontak", "alamat_lama:\n  - {dari: pejabat/lama/, ke: pejabat/ani/, dihapus: Keliru., tanggal: 2026-08-01}\nkontak", "P303", 8, 54),
        ("situs.yml", "kontak", "alamat_lama:\n  - {dari: pejabat/lama/}\nkontak", "P304", 8, 5),
        ("situs.yml", "kontak", "alamat_lama:\n  - {dari: pejabat/lama/, dihapus: Keliru.}\nkontak", "P305", 8, 36),
        ("situs.yml", "kontak", "alamat_lama:\n  - {dari: pejabat/lama/, ke: pejabat/ani/, tanggal: 2026-08-01}\nkontak", "P306", 8, 54),
        ("situs.yml", "kontak", "alamat_lama:\n  - {dari: pejabat/lama/, ke: pejabat/ani/}\n  - {dari: pejabat/lama/, ke: pejabat/budi/}\nkontak", "P225", 9, 12),
        ("situs.yml", "kontak", "alamat_lama:\n  - {dari: pejabat/lama/, ke: pejabat/lama/2026/}\nkontak", "P226", 8, 31),
        ("situs.yml", "kontak", "alamat_lama:\n  - {dari: pejabat/a/, ke: pejabat/b/}\n  - {dari: pejabat/b/, ke: pejabat/a/}\nkontak", "P226", 9, 28),
        // Results that are not filled in, or not all
        ("hasil/2026/tw2/kepala.yml", "", "dilaporkan:\nrealisasi:\n  stunting:\n    nilai:\n", "P142", 1, 1),
        ("hasil/2026/tw2/kepala.yml", "", "dilaporkan:\nrealisasi:\n  stunting:\n    nilai: 6\n", "P103", 1, 1),
        // Free text
        (BUPATI, "abaikan:", "abaikan:\n  P110: Indeks.", "P140", 16, 3),
        (KEPALA, "Pergeseran anggaran.", "Pergeseran <b>anggaran</b>.", "P150", 50, 24),
        (KEPALA, "Pergeseran anggaran.", "|\n      Pergeseran\n      <b>anggaran</b>.", "P150", 52, 7),
        (KEPALA, "Pergeseran anggaran.", "Lihat [naskah](javascript:alert(1)).", "P151", 50, 19),
        (KEPALA, "Pergeseran anggaran.", "Lihat [naskah](media/nasakh.pdf).", "P212", 50, 19),
        (HASIL, "Terbit tahun depan.", "Lihat ![](https://a.example/b.png)", "P152", 6, 22),
        ("halaman/tentang.md", "# Isi", "# Isi\n\nx <script>y</script>", "P150", 6, 3),
    ];
    slips
}

#[test]
fn a_slip_is_told_at_its_place() {
    let mut wrong = String::new();
    let mut told_codes = BTreeSet::from(TOLD_ELSEWHERE);
    for (path, old, new, code, line, column) in slips() {
        let found = spoilt(path, old, new);
        let expected = (*code, *line, *column);
        let told = |(code, _, line, column): &(_, _, _, _)| (*code, *line, *column) == expected;
        told_codes.extend(found.iter().map(|(code, ..)| *code));
        if !found.iter().any(told) {
            wrong += &format!("{path}: {old:?} → {new:?}: wanted {expected:?}, found {found:?}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    // Those of forms need a workbook; `form::tests` tells each.
    let of_texts = code::ALL.iter().filter(|code| !code.0.starts_with("P5"));
    let all: BTreeSet<_> = of_texts.map(|code| code.0).collect();
    assert_eq!(
        all.difference(&told_codes).collect::<Vec<_>>(),
        Vec::<&&str>::new()
    );
}

/// Codes whose tests need more than one text for another.
const TOLD_ELSEWHERE: [&str; 43] = [
    "P001", "P002", "P018", "P019", "P026", "P032", "P034", "P035", "P036", "P040", "P041", "P042",
    "P043", "P044", "P045", "P050", "P051", "P215", "P216", "P351", "P380", "P382", "P384", "P395",
    "P396", "P397", "P398", "P401", "P402", "P403", "P404", "P405", "P406", "P407", "P408", "P409",
    "P411", "P412", "P227", "P228", "P410", "P394", "P399",
];

/// What is told of the site when `old` in `path` reads `new`: codes and places.
fn spoilt(path: &str, old: &str, new: &str) -> Vec<(&'static str, String, u32, u32)> {
    let problems = problems_of(&spoil(path, old, new));
    for problem in &problems {
        speaks(problem);
    }
    let places = problems.into_iter().map(|problem| {
        let start = problem.span.start;
        (problem.code.0, problem.file, start.line, start.column)
    });
    places.collect()
}

/// The small site when `old` in `path` reads `new`.
pub fn spoil(path: &str, old: &str, new: &str) -> Sources {
    let mut sources = site();
    let text = sources.files.remove(path).unwrap_or_default();
    let text = String::from_utf8(text).unwrap();
    assert!(text.contains(old), "{path} has no {old:?}");
    let text = text.replacen(old, new, 1);
    sources.files.insert(path.into(), text.into());
    sources
}
