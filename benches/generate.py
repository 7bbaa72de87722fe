#!/usr/bin/env python3
"""Writes an invented site of any size in pantau's own format, for measuring.

    generate.py --officials N --out DIR [--seed S] [--year Y]

The same options give the same bytes, and official i is the same in every N: a larger site
holds the smaller one. `pantau check --date <Y+1>-02-15` finds nothing to say about it.

Official 0 is the bupati, 1 to 40 head an organisation each, all others sit below them in two
more levels. Everybody has one contract with 6 to 10 indicators of every direction, and a report
for each quarter but for a few that stay missing.

Standard library only.
"""

import argparse
import datetime
import random
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

QUARTERS = ("tw1", "tw2", "tw3", "tw4")

FIRST_NAMES = """Ahmad Budi Citra Dewi Eko Fajar Gita Hadi Indah Joko Kartika Lestari Made Nurul
Oki Putri Rahmat Sari Teguh Umar Vina Wahyu Yanti Zainal Agus Bambang Cahya Dian Endang Fitri
Gunawan Hendra Irma Jamilah Kusuma Lukman Maya Nanang Nyoman Ketut Wayan Ratna Rini Slamet Siti
Sri Suharti Syamsul Tri Udin Wulan Yusuf Abdul Anisa Asep Dadang Eka Ferry Hasan Imam""".split()
MIDDLE_NAMES = """Adi Ayu Bagus Catur Dwi Gede Hadi Indra Jaya Kurnia Langit Mega Nur Puspa Rizki
Setya Tirta Utama Wira Yoga""".split()
LAST_NAMES = """Santoso Wijaya Pratama Saputra Hidayat Nugroho Kurniawan Setiawan Siregar Nasution
Simanjuntak Harahap Lubis Ginting Tarigan Sihombing Hutapea Panjaitan Manurung Situmorang Rahman
Hakim Ma'ruf Syafi'i Fauzi Anwar Basri Tanjung Chaniago Piliang Sutanto Wibowo Susanto Hartono
Purnomo Suryadi Mulyadi Kusnadi Gunadi Wirawan Mahendra Permana Firmansyah Ramadhan Maulana
Iskandar Effendi Zulkarnain Rangkuti Batubara Daeng Tumbelaka Rumagit Mandagi Latuconsina
Pattimura Wenda Kogoya Yarangga Sasongko""".split()
DEGREES = ["", "", "", ", S.E.", ", S.Sos.", ", S.T., M.T.", ", S.H., M.H.", ", S.IP., M.Si.",
           ", S.Pd., M.Pd.", ", S.KM., M.Kes.", ", M.M.", ", S.STP., M.AP."]

ORGANISATIONS = """Dinas Pendidikan dan Kebudayaan|Dinas Kesehatan
Dinas Pekerjaan Umum dan Penataan Ruang|Dinas Perumahan, Permukiman & Pertanahan|Dinas Sosial
Dinas Tenaga Kerja dan Transmigrasi|Dinas Pemberdayaan Perempuan dan Perlindungan Anak
Dinas Ketahanan Pangan|Dinas Lingkungan Hidup|Dinas Kependudukan dan Pencatatan Sipil
Dinas Pemberdayaan Masyarakat dan Desa|Dinas Pengendalian Penduduk & KB|Dinas Perhubungan
Dinas Komunikasi dan Informatika|Dinas Koperasi, Usaha Kecil & Menengah
Dinas Penanaman Modal dan PTSP|Dinas Kepemudaan dan Olahraga|Dinas Perpustakaan dan Kearsipan
Dinas Pariwisata|Dinas Pertanian|Dinas Perikanan|Dinas Perdagangan
Badan Perencanaan Pembangunan Daerah|Badan Keuangan dan Aset Daerah|Badan Kepegawaian Daerah
Badan Pendapatan Daerah|Badan Penanggulangan Bencana Daerah|Inspektorat Daerah
Sekretariat Daerah|Sekretariat DPRD|Satuan Polisi Pamong Praja|RSUD "Harapan Sehat"
Kecamatan Cibinong|Kecamatan Sukamaju|Kecamatan Karanganyar|Kecamatan Wonosari
Kecamatan Tanjungsari|Kecamatan Mekarjaya|Kecamatan Sumberejo
Kecamatan Banjarsari""".replace("\n", "|").split("|")
DIVISIONS = ["Perencanaan", "Pelayanan", "Pembinaan", "Pengawasan", "Data dan Informasi",
             "Keuangan", "Umum & Kepegawaian", "Pengembangan"]
SECTIONS = ["Penyusunan Program", "Pelaporan", "Pelayanan Lapangan", "Sarana dan Prasarana"]

# id, name, unit, direction, accumulation, lowest and highest target, decimals
INDICATORS = [
    ("jalan-mantap", "Jalan kabupaten dalam kondisi mantap", "persen", "naik", "akhir", 60, 95, 1),
    ("stunting", "Prevalensi stunting pada balita", "persen", "turun", "akhir", 9, 24, 1),
    ("ipm", "Indeks Pembangunan Manusia (IPM)", "poin", "naik", "akhir", 66, 79, 2),
    ("kemiskinan", "Persentase penduduk miskin", "persen", "turun", "akhir", 5, 17, 2),
    ("tpt", "Tingkat pengangguran terbuka", "persen", "turun", "akhir", 3, 9, 2),
    ("ikm", "Indeks Kepuasan Masyarakat (IKM) atas pelayanan publik", "poin", "naik", "rata-rata", 76, 92, 2),
    ("sakip", "Nilai SAKIP perangkat daerah", "poin", "naik", "akhir", 58, 84, 2),
    ("izin-hari", "Waktu penyelesaian izin usaha", "hari", "turun-rasio", "rata-rata", 3, 14, 1),
    ("pad", "Realisasi Pendapatan Asli Daerah", "juta rupiah", "naik", "jumlah", 12000, 480000, 0),
    ("investasi", "Nilai realisasi investasi (PMA & PMDN)", "juta rupiah", "naik", "jumlah", 50000, 1900000, 0),
    ("sampah", "Sampah yang terkelola", "ton", "naik", "jumlah", 1200, 86000, 0),
    ("umkm", "UMKM naik kelas", "unit usaha", "naik", "jumlah", 60, 3000, 0),
    ("akta", "Kepemilikan akta kelahiran anak 0–18 tahun", "persen", "naik", "akhir", 85, 99, 2),
    ("ktp", "Perekaman KTP elektronik", "orang", "naik", "jumlah", 2500, 140000, 0),
    ("imunisasi", "Cakupan imunisasi dasar lengkap", "persen", "naik", "akhir", 78, 98, 1),
    ("aki", "Kematian ibu", "kasus", "turun", "jumlah", 8, 40, 0),
    ("akb", "Angka kematian bayi per 1.000 kelahiran hidup", "kasus", "turun", "akhir", 6, 22, 1),
    ("aps", "Angka partisipasi sekolah usia 13–15 tahun", "persen", "naik", "akhir", 88, 99, 2),
    ("literasi", "Siswa dengan kompetensi minimum literasi", "persen", "naik", "akhir", 48, 82, 2),
    ("guru", "Guru bersertifikat pendidik", "orang", "naik", "akhir", 300, 5200, 0),
    ("irigasi", "Daerah irigasi dalam kondisi baik", "hektare", "naik", "akhir", 800, 24000, 0),
    ("padi", "Produksi padi sawah", "ton", "naik", "jumlah", 9000, 360000, 0),
    ("ikan", "Produksi perikanan budidaya", "ton", "naik", "jumlah", 400, 21000, 0),
    ("wisatawan", "Kunjungan wisatawan nusantara", "orang", "naik", "jumlah", 15000, 900000, 0),
    ("rtlh", "Rumah tidak layak huni yang ditangani", "unit", "naik", "jumlah", 40, 1800, 0),
    ("air-minum", "Rumah tangga dengan akses air minum layak", "persen", "naik", "akhir", 70, 98, 1),
    ("sanitasi", "Rumah tangga dengan akses sanitasi layak", "persen", "naik", "akhir", 65, 96, 1),
    ("kebakaran", "Waktu tanggap kebakaran", "menit", "turun-rasio", "rata-rata", 8, 20, 1),
    ("temuan", "Temuan BPK yang belum ditindaklanjuti", "temuan", "turun", "akhir", 3, 60, 0),
    ("lhkpn", "Kepatuhan pelaporan LHKPN/LHKASN", "persen", "naik", "akhir", 85, 99, 1),
    ("spbe", "Indeks SPBE (Sistem Pemerintahan Berbasis Elektronik)", "poin", "naik", "akhir", 2, 4, 2),
    ("uptime", "Ketersediaan jaringan intra pemerintah", "persen", "naik", "rata-rata", 96, 99, 2),
    ("aduan", "Aduan SP4N-LAPOR! yang selesai tepat waktu", "persen", "naik", "rata-rata", 70, 99, 1),
    ("desa-mandiri", "Desa berstatus mandiri", "desa", "naik", "akhir", 5, 180, 0),
    ("bumdes", "BUMDes aktif", "unit", "naik", "akhir", 8, 240, 0),
    ("kdrt", "Kasus kekerasan terhadap perempuan dan anak", "kasus", "turun", "jumlah", 12, 160, 0),
    ("arsip", "Nilai pengawasan kearsipan", "poin", "naik", "akhir", 50, 90, 2),
    ("pustaka", "Kunjungan perpustakaan", "orang", "naik", "jumlah", 2000, 95000, 0),
    ("pelatihan", "Peserta pelatihan kerja yang lulus uji kompetensi", "orang", "naik", "jumlah", 80, 2600, 0),
    ("serapan", "Serapan anggaran belanja", "persen", "naik", "akhir", 88, 98, 2),
    ("tempat-tidur", "Keterisian tempat tidur rawat inap", "persen", "rentang", "akhir", 55, 65, 0),
    ("air-irigasi", "Keasaman air irigasi", "pH", "rentang", "akhir", 6, 7, 1),
    ("opini-bpk", "Opini BPK atas laporan keuangan", None, "predikat", "akhir", 2, 3, 0),
    ("predikat-sakip", "Predikat SAKIP perangkat daerah", None, "predikat", "akhir", 3, 6, 0),
    ("aplikasi", "Aplikasi layanan tersedia bagi warga", None, "tuntas", None, 0, 0, 0),
    ("peraturan", "Rancangan peraturan bupati disampaikan", None, "tuntas", None, 0, 0, 0),
]
SCALES = {
    "opini-bpk": ["TMP", "TW", "WDP", "WTP"],
    "predikat-sakip": ["D", "C", "CC", "B", "BB", "A", "AA"],
}

NOTES = ["Data sementara; verifikasi akhir menunggu rilis BPS.",
         "Realisasi tertahan: lelang ulang 2 paket & cuaca ekstrem.",
         "Bersumber dari aplikasi e-Monev, rekap s.d. akhir triwulan.",
         "Capaian didorong program \"Jemput Bola\" di 14 kecamatan.",
         "Terdapat koreksi pencatatan triwulan sebelumnya (<1%).",
         "Kekurangan tenaga teknis; rekrutmen PPPK sedang berjalan."]

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


def quoted(text):
    """A double-quoted YAML scalar: no name can be mistaken for anything else."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def slug(text):
    kept = "".join(c for c in text.lower() if c.isascii() and (c.isalnum() or c in " -"))
    return "-".join(kept.split())


def rounded(value, decimals):
    step = Decimal(1).scaleb(-decimals)
    return Decimal(repr(float(value))).quantize(step, ROUND_HALF_UP)


@dataclass
class Post:
    id: str
    name: str
    organisation: str | None
    echelon: str | None
    superior: str | None


@dataclass
class Plan:
    """One indicator with its targets; `quarters` is empty where only the year has one."""
    id: str
    name: str
    unit: str | None
    direction: str
    accumulation: str | None
    decimals: int
    target: object
    quarters: list = field(default_factory=list)
    weight: int = 0


def post_of(i):
    """Bupati, heads, then divisions (8 to a head), then sections, dealt out evenly."""
    if i == 0:
        return Post("bupati", "Bupati Contoh", None, None, None)
    place, organisation = divmod(i - 1, len(ORGANISATIONS))
    name = ORGANISATIONS[organisation]
    unit = slug(name)
    if place == 0:
        return Post(f"kepala-{unit}", f"Kepala {name}", unit, "II.b", "bupati")
    if place <= len(DIVISIONS):
        title = f"Kepala Bidang {DIVISIONS[place - 1]}"
        return Post(f"{slug(title)}-{unit}", f"{title}, {name}", unit, "III.b", f"kepala-{unit}")
    number, division = divmod(place - 1 - len(DIVISIONS), len(DIVISIONS))
    title = f"Kepala Seksi {SECTIONS[number % len(SECTIONS)]} {number // len(SECTIONS) + 1}"
    above = f"Kepala Bidang {DIVISIONS[division]}"
    return Post(f"{slug(title)}-{slug(DIVISIONS[division])}-{unit}",
                f"{title}, Bidang {DIVISIONS[division]}, {name}", unit, "IV.a",
                f"{slug(above)}-{unit}")


def planned(dice, kind):
    """An indicator's targets, so that its quarters make its year."""
    key, name, unit, direction, accumulation, low, high, decimals = kind
    plan = Plan(key, name, unit, direction, accumulation, decimals, None)
    if direction == "tuntas":
        plan.target = "selesai"
        return plan
    if direction == "predikat":
        plan.target = dice.randint(low, high)
        return plan
    target = rounded(dice.uniform(low, high), decimals)
    if direction == "rentang":
        width = rounded(max((high - low) / 2, 1), decimals)
        plan.target = (target, target + width)
        plan.quarters = [plan.target] * 4
        return plan
    plan.target = target
    if accumulation == "jumlah":
        # The second quarter asks for less than the first, so that nothing looks like running sums.
        parts = [rounded(target * Decimal(share), 0) for share in ("0.27", "0.23", "0.26")]
        plan.quarters = [*parts, target - sum(parts)]
    elif accumulation == "rata-rata":
        step = rounded(target * Decimal("0.01"), decimals)
        plan.quarters = [target - step, target - step, target + step, target + step]
    else:
        shares = ("0.94", "0.96", "0.98", "1") if direction == "naik" else ("1.18", "1.12", "1.06", "1")
        plan.quarters = [rounded(target * Decimal(share), decimals) for share in shares]
    return plan


def plans_of(dice):
    """6 to 10 indicators with weights that make 100."""
    plans = [planned(dice, kind) for kind in dice.sample(INDICATORS, dice.randint(6, 10))]
    shares = [dice.randint(5, 20) for _ in plans]
    for plan, share in zip(plans, shares):
        plan.weight = 100 * share // sum(shares)
    plans[0].weight += 100 - sum(plan.weight for plan in plans)
    return plans


def shown(plan, target, indent):
    """A target as the rest of its line or as lines below it."""
    if plan.direction == "predikat":
        return " " + SCALES[plan.id][target]
    if plan.direction == "rentang":
        low, high = target
        return f"\n{indent}  dari: {low}\n{indent}  sampai: {high}"
    return f" {target}"


def contract_text(i, person, post, plans, year, signed):
    lines = [f"pejabat: {person}", f"jabatan: {post.id}", "aturan: contoh-2020",
             f"nomor: 800/{i + 1}/406.010/{year}", f"tanda_tangan: {signed}",
             "periode:", f"  mulai: {year}-01-01", f"  selesai: {year}-12-31",
             "dokumen:", "  - jenis: Kontrak Kinerja", "    judul: Naskah bertanda tangan",
             f"    url: https://dokumen.example.go.id/{year}/{post.id}.pdf",
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
    lines.append("        target:" + shown(plan, plan.target, "        "))
    if plan.direction == "tuntas":
        lines.append(f"        tenggat: {year}-11-30")
    if plan.quarters:
        lines.append("        target_triwulan:")
        lines += [f"          {quarter}:" + shown(plan, target, "          ")
                  for quarter, target in zip(QUARTERS, plan.quarters)]
    lines += [f"        bobot: {plan.weight}",
              "        rumus: Menurut definisi operasional indikator",
              "        sumber: Laporan kinerja perangkat daerah"]
    return lines


def value_of(dice, plan, quarter, skill, year, before):
    """What was reached in a quarter; `before` holds this indicator's earlier values."""
    luck = max(0.3, dice.gauss(skill, 0.06))
    if plan.direction == "tuntas":
        done = luck > 0.9 and quarter >= 2
        return f"\n      selesai: {year}-09-{10 + quarter}" if done else " belum"
    if plan.direction == "predikat":
        fallen = 1 if luck < 0.9 else 0
        return " " + SCALES[plan.id][max(0, plan.target - fallen)]
    if plan.direction == "rentang":
        low, high = plan.quarters[quarter]
        return f" {rounded(float(low + high) / 2 * luck, plan.decimals)}"
    target = float(plan.quarters[quarter])
    value = target * (luck if plan.direction == "naik" else 2 - luck)
    if plan.unit == "persen":
        value = min(value, 100)
    value = rounded(max(value, 0), plan.decimals)
    if plan.accumulation == "jumlah" and before:
        value = without_a_rise(value, before)
    before.append(value)
    return f" {value}"


def without_a_rise(value, before):
    """Reported amounts that never fall look like running sums, which `check` warns of."""
    never_falls = all(a <= b for a, b in zip(before, before[1:])) and value >= before[-1]
    return max(before[-1] - 1, Decimal(0)) if never_falls else value


def report_text(dice, plans, quarter, skill, year, history):
    reported_year, month = (year, 4 + 3 * quarter) if quarter < 3 else (year + 1, 1)
    lines = [f"dilaporkan: {reported_year}-{month:02d}-{dice.randint(2, 13):02d}", "realisasi:"]
    for plan in plans:
        value = value_of(dice, plan, quarter, skill, year, history.setdefault(plan.id, []))
        lines += [f"  {plan.id}:", f"    nilai:{value}"]
        if dice.random() < 0.2:
            lines.append(f"    catatan: {quoted(dice.choice(NOTES))}")
    return "\n".join(lines) + "\n"


class Site:
    """Files below `content/`."""

    def __init__(self, out, year):
        self.content = out / "content"
        self.year = year
        self.files = self.bytes = 0
        self.namesakes = {}

    def put(self, path, text):
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        data = text.encode()
        file.write_bytes(data)
        self.files += 1
        self.bytes += len(data)

    def frame(self, officials):
        self.put("situs.yml", SITE)
        self.put("aturan/contoh-2020.yml", REGIME)
        for name, text in PAGES.items():
            self.put(f"halaman/{name}", text)
        for name in ORGANISATIONS[:max(officials - 1, 0)]:
            self.put(f"opd/{slug(name)}.yml", f"nama: {quoted(name)}\n")

    def official(self, i, seed):
        # A generator of its own for each, so that one more official changes no other.
        dice = random.Random(f"{seed}/{i}")
        post = post_of(i)
        person = self.person(dice, post)
        self.post(post)
        plans = plans_of(dice)
        signed = datetime.date(self.year, 1, dice.randint(6, 31))
        contract = contract_text(i, person, post, plans, self.year, signed)
        self.put(f"kontrak/{self.year}/{post.id}.yml", contract)
        skill, history = dice.gauss(0.97, 0.09), {}
        for quarter, key in enumerate(QUARTERS):
            if dice.random() < (0.01 if quarter < 3 else 0.06):
                continue
            text = report_text(dice, plans, quarter, skill, self.year, history)
            self.put(f"hasil/{self.year}/{key}/{post.id}.yml", text)

    def person(self, dice, post):
        plain = " ".join(map(dice.choice, (FIRST_NAMES, MIDDLE_NAMES, LAST_NAMES)))
        stem = slug(plain)
        number = self.namesakes[stem] = self.namesakes.get(stem, 0) + 1
        person = stem if number == 1 else f"{stem}-{number}"
        inducted = datetime.date(self.year - 1, dice.randint(1, 12), dice.randint(1, 28))
        self.put(f"pejabat/{person}.yml",
                 f"nama: {quoted(plain + dice.choice(DEGREES))}\njabatan:\n"
                 f"  - jabatan: {post.id}\n    kedudukan: definitif\n    pelantikan: {inducted}\n")
        return person

    def post(self, post):
        keys = (("opd", post.organisation), ("eselon", post.echelon), ("atasan", post.superior))
        lines = [f"nama: {quoted(post.name)}"] + [f"{key}: {value}" for key, value in keys if value]
        self.put(f"jabatan/{post.id}.yml", "\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--officials", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True, help="a folder that does not exist yet, or is empty")
    parser.add_argument("--seed", default="20250101")
    parser.add_argument("--year", type=int, default=2025)
    options = parser.parse_args()
    if options.out.exists() and any(options.out.iterdir()):
        parser.error(f"{options.out} is not empty")
    site = Site(options.out, options.year)
    site.frame(options.officials)
    for i in range(options.officials):
        site.official(i, options.seed)
    print(f"{options.officials} officials, {site.files} files, {site.bytes} bytes in {site.content}")


if __name__ == "__main__":
    main()
