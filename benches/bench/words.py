"""The words of invented sites: names, organisations, indicators, notes."""

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
    ("akb", "Angka kematian bayi", "per 1.000 kelahiran hidup", "turun", "akhir", 6, 22, 1),
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
