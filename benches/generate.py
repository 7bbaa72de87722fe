#!/usr/bin/env python3
"""Writes an invented site of any size in pantau's own format, for measuring.

    generate.py --officials N --out DIR [--seed S] [--year Y]

The same options give the same bytes, and official i is the same in every N: a larger site
holds the smaller one. `pantau check --date <Y+1>-02-15` finds nothing to say about it.
`peers/gen.py` writes the same officials, indicators, targets and results for other programs.

Standard library only.
"""

import sys

sys.dont_write_bytecode = True
from bench.invent import scale_of, slug
from bench.words import ORGANISATIONS
from bench.writing import options, quoted, write

QUARTERS = ("tw1", "tw2", "tw3", "tw4")

SITE = """format: 1
judul: Pantau Kinerja Kabupaten Contoh
pemerintah: Pemerintah Kabupaten Contoh
alamat: https://kinerja.example.go.id/
zona_waktu: Asia/Jakarta
bahasa:
  - id
  - en
lisensi: CC-BY-4.0
lapor: https://www.lapor.go.id/
kontak: kinerja@example.go.id
repositori: https://git.example.go.id/kinerja
data_contoh: true
kartu_media_sosial: tidak
sematan: tidak
"""

REGIME = """sebutan: Kontrak Kinerja
berlaku_sejak: 2020-01-01
dasar:
  - judul: UU 20/2023 tentang Aparatur Sipil Negara
pemberi_amanah: Bupati Contoh
pengawas:
  - Bupati Contoh
  - Masyarakat
cakupan:
  - siapa: Seluruh pejabat
    sejak: 2020-01-01
pelaporan: triwulan
batas_lapor: 10 hari
batas_capaian: 120
skala:
  - min: 91
    nama: Sangat Tinggi
  - min: 76
    nama: Tinggi
  - min: 66
    nama: Sedang
  - min: 51
    nama: Rendah
  - min: 0
    nama: Sangat Rendah
predikat:
  opini-bpk:
    - TMP
    - TW
    - WDP
    - WTP
  predikat-sakip:
    - D
    - C
    - CC
    - B
    - BB
    - A
    - AA
dokumen_wajib:
  - jenis: Kontrak Kinerja
masa_lindung:
  lama: 24 bulan
  sejak: pelantikan
  kecuali:
    - Pelanggaran tertentu
    - Kontrak kinerja tidak terpenuhi
evaluasi:
  - id: tahun-pertama
    nama: Evaluasi satu tahun
    jenis: putusan
    jatuh_tempo:
      setelah: 12 bulan
      sejak: pelantikan
    oleh: Bupati Contoh
    syarat:
      capaian: 100
    terpenuhi: Berhak atas masa jabatan dua tahun
    tidak_terpenuhi: Diminta mengundurkan diri
"""

PAGES = {
    "tentang.md": "---\njudul: Tentang\n---\n\nSitus rekaan untuk mengukur kecepatan **pantau**.\n",
    "tentang.en.md": "---\njudul: About\n---\n\nAn invented site for measuring how fast **pantau** is.\n",
}


def frame(officials):
    """What stands once, whoever has a contract."""
    organisations = ORGANISATIONS[:max(officials - 1, 0)]
    return [("situs.yml", SITE), ("aturan/contoh-2020.yml", REGIME),
            *((f"halaman/{name}", text) for name, text in PAGES.items()),
            *((f"opd/{slug(name)}.yml", f"nama: {quoted(name)}\n") for name in organisations)]


def files_of(official, year):
    """The official, the post, the contract and a file for each report."""
    post = official.post.id
    return [(f"pejabat/{official.id}.yml", person_text(official)),
            (f"jabatan/{post}.yml", post_text(official.post)),
            (f"kontrak/{year}/{post}.yml", contract_text(official, year)),
            *((f"hasil/{year}/{QUARTERS[report.quarter]}/{post}.yml", report_text(report))
              for report in official.reports)]


def person_text(official):
    return (f"nama: {quoted(official.name)}\njabatan:\n"
            f"  - jabatan: {official.post.id}\n    kedudukan: definitif\n    pelantikan: {official.inducted}\n")


def post_text(post):
    keys = (("opd", post.unit), ("eselon", post.echelon), ("atasan", post.superior))
    lines = [f"nama: {quoted(post.name)}"] + [f"{key}: {value}" for key, value in keys if value]
    return "\n".join(lines) + "\n"


def contract_text(official, year):
    post, plans = official.post.id, official.plans
    lines = [f"pejabat: {official.id}", f"jabatan: {post}", "aturan: contoh-2020",
             f"nomor: 800/{official.number + 1}/406.010/{year}", f"tanda_tangan: {official.signed}",
             "periode:", f"  mulai: {year}-01-01", f"  selesai: {year}-12-31",
             "dokumen:", "  - jenis: Kontrak Kinerja", "    judul: Naskah bertanda tangan",
             f"    url: https://dokumen.example.go.id/{year}/{post}.pdf",
             "janji: Saya bersedia mengundurkan diri bila target tidak tercapai.", "sasaran:"]
    # Two goals, as most contracts have.
    half = (len(plans) + 1) // 2
    for goal, part in ((1, plans[:half]), (2, plans[half:])):
        lines += [f"  - nama: Meningkatnya kinerja sasaran {goal}",
                  f"    rpjmd: Misi {goal}, Sasaran {goal}.1", "    indikator:"]
        for plan in part:
            lines += indicator_lines(plan, year)
    return "\n".join(lines) + "\n"


def indicator_lines(plan, year):
    lines = [f"      - id: {plan.id}", f"        nama: {quoted(plan.name)}",
             f"        arah: {plan.direction}"]
    if plan.unit:
        lines.append(f"        satuan: {plan.unit}")
    if plan.accumulation:
        lines.append(f"        akumulasi: {plan.accumulation}")
    if plan.direction == "rentang":
        lines.append("        lebih_baik: di_dalam")
    if plan.direction == "predikat":
        lines.append(f"        skala_predikat: {plan.id}")
    lines.append("        target:" + shown_target(plan, plan.target, "        "))
    if plan.direction == "tuntas":
        lines.append(f"        tenggat: {year}-11-30")
    if plan.quarters:
        lines.append("        target_triwulan:")
        lines += [f"          {quarter}:" + shown_target(plan, target, "          ")
                  for quarter, target in zip(QUARTERS, plan.quarters)]
    lines += [f"        bobot: {plan.weight}",
              "        rumus: Menurut definisi operasional indikator",
              "        sumber: Laporan kinerja perangkat daerah"]
    return lines


def shown_target(plan, target, indent):
    """A target as the rest of its line or as lines below it."""
    if plan.direction == "predikat":
        return f" {scale_of(plan)[target]}"
    if plan.direction == "rentang":
        low, high = target
        return f"\n{indent}  dari: {low}\n{indent}  sampai: {high}"
    return f" {target}"


def report_text(report):
    lines = [f"dilaporkan: {report.day}", "realisasi:"]
    for entry in report.entries:
        lines += [f"  {entry.plan.id}:", f"    nilai:{shown_value(entry)}"]
        if entry.note:
            lines.append(f"    catatan: {quoted(entry.note)}")
    return "\n".join(lines) + "\n"


def shown_value(entry):
    """A value as the rest of its line or as lines below it."""
    if entry.plan.direction == "tuntas":
        return f"\n      selesai: {entry.value}" if entry.value else " belum"
    if entry.plan.direction == "predikat":
        return f" {scale_of(entry.plan)[entry.value]}"
    return f" {entry.value}"


def main():
    told = options(__doc__.splitlines()[0])
    write(told, frame(told.officials), files_of)


if __name__ == "__main__":
    main()
