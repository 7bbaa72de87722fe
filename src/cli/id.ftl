failed = Gagal
help = perbaikan
severity_error = kesalahan
severity_violation = pelanggaran
severity_warning = peringatan
errors = { $count } kesalahan
violations = { $count } pelanggaran
warnings = { $count } peringatan
more_in_file =
    Masih ada { $count } masalah lain di { $file }. Perbaiki dahulu yang di atas, lalu periksa lagi; pantau check --format json menyebut semuanya.
no_form_program = Formulir web di admin/ belum dapat dipakai: cms/index.js tidak ada. Pasang programnya sekali, di akar repositori: npm pack @sveltia/cms@0.221.1 && tar xzf sveltia-cms-0.221.1.tgz && mv package/npm cms && rm -r package sveltia-cms-0.221.1.tgz, lalu commit folder cms/.
nothing_written = Tidak ada yang ditulis; situs yang sudah terbit tetap seperti semula.
all_well = Semua beres: { $officials } pejabat, { $contracts } kontrak, { $reports } laporan triwulan.
well_but = Dapat diterbitkan: { $officials } pejabat, { $contracts } kontrak, { $reports } laporan triwulan.
well_violated = Dapat diterbitkan, tetapi dengan pelanggaran yang juga disebut di halaman: { $officials } pejabat, { $contracts } kontrak, { $reports } laporan triwulan.
pdf_not_read = Isi { $count } berkas PDF di media/ tidak diperiksa; hanya keterangan berkasnya.
media_not_read = { $count } berkas kantor, suara, atau video di media/ tidak diperiksa sama sekali selain jenisnya.
rendering = menyusun halaman
built = { $pages } berkas di { $out }: { $written } ditulis, { $kept } tidak berubah, { $removed } dihapus ({ $megabytes } MB, { $seconds } detik). Keadaan { $date }.
built_part = Hanya sebagian dari situs, tidak untuk diterbitkan: { $pages } berkas di { $out }: { $written } ditulis, { $kept } tidak berubah, { $removed } dihapus ({ $megabytes } MB, { $seconds } detik). Keadaan { $date }.
reading_parts = membaca bagian
merging = menggabungkan
merged = { $files } berkas di { $out } dari semua bagian: { $written } baru, { $kept } tidak berubah, { $removed } dihapus ({ $megabytes } MB).
not_merged = Tidak digabungkan; { $out } tetap seperti semula.
no_part = { $place } bukan bagian situs: part.json tidak ada. Bagian ditulis oleh pantau build --shard I/N.
part_unread = { $place }/part.json tidak terbaca: { $why }
part_other_count = { $place } adalah bagian { $shard }, tetapi { $first } bagian { $other }. Gabungkan semua bagian dari satu pembagian.
part_twice = Bagian { $shard } ada dua kali: { $first } dan { $place }.
part_missing = Bagian { $shard } tidak ada.
part_other_state = { $what ->
        [version] { $place } disusun dengan pantau { $here }, { $first } dengan { $there }.
        [date] { $place } menurut keadaan { $here }, { $first } menurut { $there }. Beri semua bagian --date yang sama.
        [address] { $place } untuk alamat { $here }, { $first } untuk { $there }. Beri semua bagian --base-url yang sama.
        [theme] { $place } memakai tema lain ({ $here }) dari { $first } ({ $there }).
        [commit] { $place } dari commit { $here }, { $first } dari { $there }. Susun keduanya dari commit yang sama.
        [uncommitted] { $place } memuat perubahan yang tidak di-commit ({ $here }), lain dari { $first } ({ $there }).
       *[sources] { $place } dan { $first } dari sumber yang berbeda (SHA-256 { $here } dan { $there }). Susun keduanya dari sumber yang sama.
    }
part_file_twice = { $path } ada dalam dua bagian: { $first } dan { $place }.
part_file_missing = { $place }: { $path } tidak ada.
part_file_extra = { $place }: { $path } bukan dari bagian ini.
part_file_changed = { $place }: { $path } bukan lagi seperti saat disusun.
part_more = … dan { $count } lagi.
part_in_the_way = { $path } akan ikut terhapus, karena berada di tempat keluaran. Pilih folder lain dengan --out.
verifying = membandingkan berkas
verified = Sama: { $files } berkas di { $place } persis, bita demi bita, seperti hasil dari { $basis } menurut keadaan { $date }.
not_verified = { $files } berkas di { $place } dibandingkan dengan hasil dari { $basis } menurut keadaan { $date }: { $changed } berbeda, { $missing } tidak ada, { $extra } bukan dari sumber, { $manifest } salah di manifest.json.
basis_work_tree = berkas sumber apa adanya
basis_commit = berkas sumber di commit { $commit }
nothing_verified = Tidak ada yang dibandingkan: sumbernya memuat kesalahan.
file_changed = { $path }: bukan seperti hasil dari sumber
file_missing = { $path }: tidak diterbitkan
file_extra = { $path }: diterbitkan, tetapi bukan dari sumber
file_manifest = { $path }: sesuai sumber, tetapi manifest.json menyebut lain
unlike_manifest = juga tidak cocok dengan manifest.json
line_published = baris { $number }, terbit: { $text }
line_rebuilt = baris { $number }, seharusnya: { $text }
note_version = Catatan: diterbitkan dengan pantau { $what }, dibandingkan dengan { $here }; perbedaan wajar terjadi. Bandingkan dengan versi { $what }.
note_theme = Catatan: diterbitkan dengan tema lain, atau keadaan lain dari tema itu ({ $what }); perbedaan wajar terjadi.
note_uncommitted = Catatan: diterbitkan dari berkas yang tidak ada di commit itu: { $what }.
note_address = Catatan: menurut manifest.json, situs ini ada di { $what }.
note_by_host = Catatan: berkas untuk server sendiri (_headers, _redirects) dan alamat lama, yang dijawabnya sendiri; tidak dibandingkan: { $what }.
bad_place = { $place } bukan alamat situs. Tulis seperti https://host/jalur/, atau nama folder.
no_manifest = tidak ada manifest.json di { $place }. Sebutkan alamat atau folder pangkal situs yang ditulis pantau build.
manifest_shape = manifest.json tidak terbaca: { $reason }
manifest_format = manifest.json memakai format { $found }, yang tidak dikenal versi ini. Pakai versi pantau yang menerbitkan situs itu.
manifest_path = manifest.json menyebut { $path }, yang tidak mungkin berkas terbitan.
manifest_twice = manifest.json menyebut { $path } dua kali.
manifest_too_large = menurut manifest.json, { $path } berukuran { $bytes } bita, lebih besar daripada yang dapat diterbitkan.
manifest_value = manifest.json menyebut { $key }: { $text }, yang tidak mungkin.
fetch = { $url }: { $why }
fetch_elsewhere = dialihkan ke { $to }, dan itu tidak diikuti. Bila di sanalah situsnya, sebutkan alamat itu.
fetch_redirections = dialihkan terus-menerus.
fetch_too_large = lebih besar dari { $mebibytes } MiB.
fetch_too_slow = lebih lama dari { $seconds } detik.
fetch_status = server menjawab { $status }.
serving = Situs tampil di { $url } (hentikan dengan Ctrl-C)
port_taken = Porta { $port } sudah dipakai, mungkin oleh pantau serve lain, jadi alamatnya berbeda dari biasanya.
serving_others = Orang lain di jaringan ini dapat melihatnya juga, di alamat komputer ini. Mereka melihat semua yang disimpan, juga yang belum terbit.
not_opened = Peramban tidak dapat dibuka ({ $reason }). Buka sendiri alamat { $url }.
reloaded = { $files } dibaca ulang dalam { $milliseconds } ms
last_good = Halaman terakhir yang baik tetap ditampilkan.
not_yet = Situs tampil begitu kesalahan di atas diperbaiki dan berkasnya disimpan (hentikan dengan Ctrl-C).
ask_government = Nama pemerintah, misalnya Pemerintah Kabupaten …
ask_instrument = Sebutan kontraknya di sini: Kontrak Kinerja, Perjanjian Kinerja, …
ask_languages = Bahasa situs: id (Indonesia), atau id+en (dengan Inggris)
ask_address = Alamat tempat situs akan diterbitkan; boleh diganti nanti
ask_time_zone = Zona waktu: Asia/Jakarta (WIB), Asia/Makassar (WITA), atau Asia/Jayapura (WIT)
ask_contact = Alamat dinas untuk laporan kesalahan, misalnya surel kantor; tercetak di setiap halaman
ask_opd_name = Nama organisasi, lengkap, misalnya Dinas Kesehatan
ask_short_name = Nama pendeknya, misalnya Dinkes; kosongkan bila tidak ada
ask_post_name = Nama jabatan, misalnya Kepala Dinas Kesehatan
ask_file_name = Nama berkas: huruf kecil, angka, dan tanda hubung
ask_opd = Organisasinya (nomor, id, atau sebagian namanya); kepala daerah tidak punya
ask_echelon = Eselon, misalnya II.b; kosongkan bila tidak ada
ask_superior = Jabatan atasannya (nomor, id, atau sebagian namanya)
choice_none = tidak ada
ask_name = Nama, dengan gelar
ask_id = Nama berkas: huruf kecil, angka, dan tanda hubung, tanpa gelar
ask_post = Jabatan (nomor, id, atau sebagian namanya)
ask_capacity = Kedudukan: definitif, plt, atau plh
ask_inducted = Hari pelantikan: tahun-bulan-hari, misalnya 2026-01-05
ask_year = Tahun kontrak
ask_official = Pejabat yang berjanji (nomor, id, atau sebagian namanya)
ask_signed = Hari ditandatangani: tahun-bulan-hari; kosongkan bila belum
ask_regime = Aturan yang berlaku (nomor, id, atau sebagian namanya)
ask_contract_id = Nama berkas kontraknya
ask_like = Ambil indikator dari kontrak lama, misalnya 2026/kepala-dinas; tulis - bila tidak
no_such_choice = { $near ->
        [tiada] "{ $text }" tidak ada dalam daftar, atau lebih dari satu yang cocok.
       *[other] "{ $text }" tidak ada dalam daftar. Mungkin maksudnya "{ $near }"?
    }
more_choices = … dan { $count } lagi. Tulis sebagian namanya.
no_such_contract = kontrak { $contract } tidak ada, atau memuat kesalahan.
exists = { $file } sudah ada, jadi tidak ada yang ditulis.
nothing_to_choose = folder content/{ $of }/ belum berisi. { $of ->
        [jabatan] Mulai dengan pantau new opd, lalu pantau new jabatan.
        [pejabat] Tulis pejabatnya dahulu: pantau new pejabat.
       *[aturan] Tulis aturannya dahulu: content/aturan/aturan.yml; contohnya ditulis pantau init di folder kosong lain.
    }
file_written = { $file } ditulis.
theme_next =
    Selanjutnya: tulis tema: { $name } di content/situs.yml, ubah berkasnya, dan lihat hasilnya dengan pantau serve.
no_theme_file = { $near ->
        [tiada] Tema itu tidak memiliki berkas { $name }. Yang ada: { $files }
       *[other] Tema itu tidak memiliki berkas { $name }. Mungkin maksudnya { $near }?
    }
opd_next =
    Selanjutnya: tulis jabatan di dalamnya dengan pantau new jabatan.
post_next =
    Selanjutnya: tulis pejabatnya dengan pantau new pejabat.
person_next =
    Selanjutnya: periksa isinya, jalankan pantau check, lalu buat kontraknya dengan pantau new kontrak.
contract_next =
    Selanjutnya: buka { $file } dan isi semua yang kosong di belakang titik dua. pantau check menyebut yang masih kurang.
no_results_written = Tidak ada berkas hasil yang ditulis: perbaiki dahulu kesalahan di atas.
nothing_owed = Tidak ada kontrak yang wajib melaporkan { $quarter }.
results_written = { $quarter }: { $written } berkas hasil ditulis, { $kept } sudah ada dan tidak diubah.
results_next =
    Selanjutnya: isi angka di belakang titik dua, lalu jalankan pantau check. Berkas yang belum diisi tidak menghalangi penerbitan; triwulannya terhitung belum dilaporkan.
columns_found = { $sheet ->
        [tiada] Kolom tabel menurut judulnya di baris { $row }:
       *[other] Kolom tabel menurut judulnya di baris { $row } lembar "{ $sheet }":
    }
columns_doubtful = Kolom bertanda ? ada lebih dari satu. Sebutkan yang dimaksud, misalnya --column target=E. Tidak ada yang ditulis.
ask_columns = Apakah kolom dan isinya sudah benar? ya atau tidak
not_confirmed = Tidak ada yang ditulis. Betulkan kolomnya dengan --column, misalnya --column target=E, atau pilih lembar dengan --sheet.
not_edited = { $file }, baris { $line }, dibiarkan seperti adanya: { $why }
edit_flow = isinya di dalam kurung. Tulis satu kunci satu baris, lalu ulangi.
edit_odd = bentuk penulisannya tidak biasa, sehingga tidak aman diubah. Tulis satu kunci satu baris, lalu ulangi.
edit_comments = di dalamnya ada komentar yang akan hilang. Ubah sendiri di berkasnya.
edit_only_key = tanpa kunci ini tidak ada yang tersisa di bawah induknya. Hapus induknya sendiri.
edit_key_there = kuncinya sudah ada.
edit_nowhere = yang hendak diubah tidak ada.
edit_other_kind = di situ sudah ada isi lain. Ubah sendiri di berkasnya.
edit_unwritable = isinya kosong atau memuat karakter kendali.
no_table = { $sheets ->
        [tiada] tidak ada tabel dengan kolom Indikator dan Target. Beri judul pada kolomnya.
       *[other] tidak ada tabel dengan kolom Indikator dan Target (lembar: { $sheets }). Pilih lembarnya dengan --sheet, atau beri judul pada kolomnya.
    }
no_such_column = tidak ada kolom { $column } dalam tabel ini.
table_too_large = tabelnya lebih dari 5.000 baris, 200 kolom, atau 16 MiB. Simpan tabel satu kontrak saja, tanpa isi yang jauh di kanan atau di bawahnya.
table_unread = berkas ini rusak atau bukan xlsx, ods, atau csv ({ $reason }). Buka dengan Excel atau LibreOffice, lalu simpan lagi sebagai xlsx.
table_other_form = berkas ini bukan xlsx, ods, atau csv. Berkas .xls lama: buka dengan Excel atau LibreOffice, lalu Simpan Sebagai (Save As) .xlsx.
table_locked = berkas ini terkunci dengan kata sandi. Buka di Excel, hapus kata sandinya, lalu simpan lagi.
table_read = { $goals } sasaran, { $indicators } indikator terbaca.
cell_number = Sel { $cell }: "{ $text }" dapat dibaca berbeda ({ $readings }), jadi tidak diambil. Tulis sendiri di berkas kontraknya.
cell_share = Sel { $cell }: "{ $text }" persen, atau seratus kalinya? Sel berformat persen menyimpannya begitu, jadi tidak diambil. Tulis sendiri di berkas kontraknya.
cell_percent_read = Sel { $cell }: sel berformat persen, dibaca { $text } seperti yang terlihat.
cell_percent = Sel { $cell }: "{ $text }" berformat persen, padahal satuannya bukan persen, jadi tidak diambil. Tulis sendiri di berkas kontraknya.
cell_no_value = Sel { $cell }: "{ $text }" bukan nilai (rumus yang salah atau belum dihitung, TRUE/FALSE, atau jam), jadi tidak diambil. Betulkan di tabelnya, atau tulis sendiri di berkas kontraknya.
cell_words = Sel { $cell }: "{ $text }" bukan angka; arahnya predikat atau tuntas.
cell_passed_over = Sel { $cell }: "{ $text }": baris ini dilewati, karena indikator atau targetnya kosong.
table_ended = Baris { $row }: "{ $text }" adalah judul tabel lain; baris ini dan di bawahnya tidak dibaca.
import_next =
    Selanjutnya: buka { $file } dan isi yang kosong di belakang titik dua: arah, akumulasi, hari ditandatangani. Itu tidak ada dalam tabel. pantau check menyebut yang masih kurang.
answer_needed = Ini harus dijawab.
site_begun =
    Situs ada di { $folder } ({ $count } berkas). Kontraknya belum ada; urutan mengisinya tertulis di README.md.

    Masuk:    cd { $folder }
    Lihat:    pantau serve
    Isi:      pantau new opd
    Periksa:  pantau check
sample_written =
    Situs contoh ada di { $folder } ({ $count } berkas). Orang dan angkanya rekaan.

    Lihat:  pantau serve --root { $folder } --date { $day }

    Tanpa --date, keadaan dihitung per hari ini: triwulan yang sudah lama lewat tampil terlambat sekian lama.
past_written =
    Situs contoh dengan riwayatnya ada di { $folder }: repositori git, { $count } commit. Orang, angka, dan riwayatnya rekaan.

    Lihat:     pantau serve --root { $folder } --date { $day }
               /perubahan/ menceritakan setiap perubahan, /arsip/ triwulan yang dibekukan.
    Periksa:   pantau check --root { $folder } --date { $day }
               Pelanggaran yang ditemukan memang bagian dari contoh.
    Commitnya: git -C { $folder } log --stat
no_steps = --history: contoh { $sample } tidak punya riwayat. Yang punya: { $others }.
schemas_written = { $count } skema di folder { $out }: { $written } ditulis, { $kept } tidak berubah.
schemas_use =
    Agar editor melengkapi, menjelaskan, dan memeriksa isi berkas saat diketik (di VS Code: pasang
    ekstensi YAML dari Red Hat), pilih salah satu:

    1. Sekali untuk semua berkas. Simpan sebagai .vscode/settings.json:

    { $settings }

    2. Untuk satu berkas, di editor apa pun yang memakai yaml-language-server. Jadikan baris pertamanya:

    { $lines }
out_among_sources = hasilnya akan tertulis di antara sumber situs, di { $path }. Pilih folder lain dengan --out; tidak ada yang ditulis.
bad_base_url = --base-url { $url } bukan alamat. Tulis seperti https://host/jalur/.
no_theme = tidak ada folder themes/{ $name }. Periksa tema di content/situs.yml; bawaan program: { $shipped }.
theme_not_text = { $place } bukan teks UTF-8. Simpan lagi sebagai UTF-8; gambar tidak termasuk tema.
template_extends_itself = { $place }: templat ini meneruskan dirinya sendiri. Untuk mengubah yang bawaan, tulis {"{%"} extends "default/{ $template }" {"%}"}.
template_missing = { $place ->
        [tiada] Tidak ada templat { $template }. Periksa namanya di folder themes/.
       *[other] { $place }: tidak ada templat { $template }. Periksa namanya; templat bawaan disebut dengan nama temanya di depan, misalnya "default/base.html".
    }
template_broken = { $place ->
        [tiada] Sebuah templat tema tidak dapat dipakai; kata mesin templat (Tera): { $reason }
       *[other] { $place }: templat ini tidak dapat dipakai; kata mesin templat (Tera): { $reason }. Perbaiki, atau hapus berkasnya supaya yang bawaan dipakai. Isi setiap templat disebut di docs/theme.md.
    }
message_broken = { $place }: baris ini bukan tulisan Fluent yang benar ({ $reason }). Tulis nama_pesan = teks; kurung kurawal selalu berpasangan.
message_twice = { $place }: pesan { $key } ditulis dua kali dalam berkas ini. Hapus salah satunya.
message_markup = { $place }: { $markup } tidak boleh ada di dalam kata-kata. Yang boleh hanya <b>, <strong>, <em>, <i>, <s>, <code>, <br>, <span lang="id">, dan <a href="{"{"} $url {"}"}">.
message_reference = Pesan { $key } dalam tema merujuk { $reference }, yang tidak ada. Periksa namanya di folder locales/.
message_argument = Pesan { $key } dalam tema memakai { "$" }{ $argument }, yang tidak diberikan kepadanya. Pakai nama yang dipakai pesan bawaan.
message_missing = Tidak ada pesan { $key } dalam tema. Tambahkan di folder locales/.
message_unresolvable = Pesan { $key } dalam tema tidak dapat disusun ({ $reason }). Periksa apakah pesan itu merujuk dirinya sendiri.
theme_file_unused = { $near ->
        [tiada] Catatan: { $place } tidak dipakai; tidak ada berkas bawaan bernama itu, dan tidak ada templat yang menyebutnya.
       *[other] Catatan: { $place } tidak dipakai; tidak ada berkas bawaan bernama itu, dan tidak ada templat yang menyebutnya. Mungkin maksudnya { $near }?
    }
theme_message_unused = { $near ->
        [tiada] Catatan: { $place }: pesan { $key } tidak dipakai; tidak ada pesan bawaan bernama itu, dan tidak ada templat yang menyebutnya.
       *[other] Catatan: { $place }: pesan { $key } tidak dipakai; tidak ada pesan bawaan bernama itu, dan tidak ada templat yang menyebutnya. Mungkin maksudnya { $near }?
    }
not_frozen = { $quarter } tidak dapat dibekukan.
no_port = tidak dapat memakai port { $port } ({ $reason }). Pilih yang lain dengan --port, atau jangan sebutkan port.
no_address = tidak dapat memakai alamat { $address } ({ $reason }). Sebutkan alamat komputer ini dengan --host, atau 0.0.0.0 untuk semuanya.
preview_panicked = kesalahan di dalam pantau ({ $reason }). Halaman terakhir yang baik tetap tampil. Simpan lagi berkas yang terakhir Anda ubah; bila tetap begini, laporkan.
no_watch = tidak dapat memantau berkas: { $reason }
no_folder = tidak ada folder { $path }. Jalankan pantau di folder yang memuat content/, atau sebutkan dengan --root. Situs baru dibuat dengan pantau init.
not_empty = { $path } tidak kosong (ada { $found } di dalamnya), jadi tidak ada yang ditulis. Pilih folder baru.
no_answer = satu pertanyaan belum dijawab. Sebutkan dengan { $flag }.
symlink = { $path } adalah tautan simbolik. Taruh berkasnya sendiri di situ.
name_not_utf8 = nama berkas { $path } tidak terbaca sebagai UTF-8. Ganti namanya.
foreign = { $path } tidak ditulis oleh pantau (ada { $found } di dalamnya), jadi tidak ada yang diganti. Pilih folder kosong atau folder baru dengan --out.
whole_site = { $path } berisi situs yang utuh; sebagian situs tidak menggantikannya. Pilih folder lain dengan --out.
no_such_file = --only { $pattern }: situs ini tidak mempunyai berkas seperti itu, jadi tidak ada yang ditulis. Tulis jalur di bawah folder keluaran, misalnya pejabat/*/index.html; * tidak melewati /, ** melewatinya.
busy = pantau lain sedang menulis { $path }. Tunggu sampai selesai.
io = { $path }: { $reason }
mounted = { $path } adalah titik kait (mount) sistem berkas lain, jadi situs baru tidak dapat menggantikannya dalam satu langkah. Pilih folder di dalamnya dengan --out.
not_a_file = { $path } bukan berkas dan bukan folder. Pindahkan.
too_deep = { $path } berada di dalam lebih dari { $most } folder, lebih dalam daripada yang diperlukan situs mana pun. Pindahkan atau hapus.
outside_tree = "{ $path }" bukan jalur di dalam foldernya.
too_large = { $path } lebih besar dari { $most } MiB, jadi tidak dibaca. Perkecil atau pindahkan.
refused_full = disknya penuh. Kosongkan sebagian, lalu jalankan perintahnya sekali lagi.
refused_permission = tidak ada izin. Jalankan sebagai pemiliknya, atau ubah izinnya.
refused_read_only = disknya hanya dapat dibaca. Pilih tempat yang dapat ditulisi.
refused_not_found = tidak ada.
refused_no_folder = bukan folder.
refused_folder = adalah folder, bukan berkas.
past_not_asked = Perubahan data tidak dicatat: situs.yml tidak memuat catatan_sejak.
past_no_repository = Riwayat perubahan tidak tersedia: folder ini bukan bagian dari repositori git. Mulai dengan git init, lalu commit.
past_no_commits = Riwayat perubahan tidak tersedia: data di content/ belum pernah di-commit. Yang di-commit sejak sekarang dicatat.
past_shallow =
    Riwayat perubahan tidak tersedia: repositori ini disalin tanpa riwayat.
    Ambil riwayatnya dengan git fetch --unshallow; di GitHub Actions tulis fetch-depth: 0 pada actions/checkout, di GitLab CI tulis GIT_DEPTH: 0.
past_no_git = Riwayat perubahan tidak tersedia: program git tidak terpasang.
no_verifier = tanda tangan digital commit tidak dapat diperiksa tanpa program { $program }. Pasang dahulu (Debian: { $package }).
program_failed = { $program } gagal: { $message }
object_missing = objek { $object } tidak ada di repositori. Ambil selengkapnya dengan git fetch --refetch.
freeze_written = { $quarter } dibekukan di { $file }: keadaan pada akhir { $day }, dari commit { $commit }. Commit berkas itu.
freeze_redacted = Data { $person } dihapus dari { $file }. Commit berkas itu, lalu hapus data itu juga dari riwayat git (lihat panduan).
freeze_unchanged = { $quarter } sudah dibekukan; tidak ada yang berubah.
freeze_nothing_due = Tidak ada triwulan yang perlu dibekukan.
freeze_no_deadline = Aturan tidak menetapkan batas lapor; yang dibekukan keadaan pada akhir triwulan, { $day }.
freeze_nothing_owed = Tidak ada kontrak yang wajib melaporkan { $quarter }, jadi tidak ada yang dibekukan.
freeze_not_over = Batas lapor { $quarter } ({ $day }) belum lewat. Bekukan setelah hari itu.
freeze_no_commit = Pada akhir { $day } belum ada commit dengan content/, jadi keadaan { $quarter } waktu itu tidak diketahui.
freeze_differs = { $quarter } sudah dibekukan dengan isi lain, dan yang dibekukan tidak boleh berubah. Tidak ada yang ditulis. Bila yang dulu memang keliru, ganti dengan --replace dan jelaskan dalam pesan commit.
freeze_damaged = Berkas arsip { $quarter } rusak atau pernah diubah. Kembalikan dari git: git checkout -- content/arsip/{ $quarter }.json; atau bekukan lagi dengan --replace bila masih terbaca.
freeze_not_frozen = { $quarter } belum dibekukan seperti adanya dalam riwayat. Jalankan pantau freeze { $quarter }.
freeze_not_in_it = Tidak ada kontrak pejabat { $person } dalam arsip { $quarter }.
freeze_past_problems = Data pada commit { $commit } bermasalah, jadi tidak dapat dibekukan.
tw1 = Triwulan I
tw2 = Triwulan II
tw3 = Triwulan III
tw4 = Triwulan IV
status_title = { $quarter } menurut keadaan { $date }
status_no_contract = Belum ada kontrak, jadi belum ada yang harus dilaporkan.
status_nobody = Tidak ada kontrak yang menjawab untuk triwulan itu.
status_head_quarter = Triwulan
status_head_opd = OPD
status_head_post = Jabatan
status_head_official = Pejabat
status_head_figures = Angka
status_head_state = Keadaan
status_late = terlambat { $days } hari
status_reported = melapor { $date }{ $days ->
    [0] {""}
   *[other] , terlambat { $days } hari
 }
status_silent = { $count } indikator belum dilaporkan
status_until = ditunggu sampai { $date }
status_not_due = belum jatuh tempo
status_no_deadline = belum melapor; aturannya tidak menetapkan batas lapor
status_not_asked = tidak ada yang harus dilaporkan
status_counts = { $reported } lengkap, { $incomplete } belum lengkap, { $late } terlambat, { $awaited } ditunggu.
status_left_behind = Masih kurang dari triwulan sebelumnya:
status_coming = Berikutnya:
status_more = … dan { $count } lagi (--format json menyebut semuanya)
status_deadline = batas lapor { $quarter }, { $count } kontrak belum melapor
status_greeting = Yth. Bapak/Ibu,
status_deadline_is = Batas lapor hasil { $quarter }: { $date }.
status_all_reported = Semua hasil { $quarter } sudah lengkap. Terima kasih.
status_please = Hasil { $quarter } berikut masih kami tunggu. Bila angkanya memang belum ada, mohon sebutkan alasannya.
status_thanks =
    Terima kasih.
    { $government }
    { $contact }
manual_written = { $count } halaman manual ditulis ke { $folder }.
status_left_out = belum ada { $indicators }
reading = membaca berkas dan riwayat
checking = memeriksa
computing = menghitung
step_took = { $step }: { $seconds } detik
comparing = membandingkan halaman
diff_heading = Yang akan berubah di situs
diff_figures =
    { $count ->
        [0] Tidak ada realisasi yang berubah.
       *[other] { $count } angka berubah.
    }
diff_targets = { $count } target berubah.
diff_pages = Halaman: { $changed } berubah, { $added } baru, { $removed } hilang.
diff_only_recorded = Dari yang berubah, { $count } hanya menyebut commit atau kartu media sosial yang lebih baru; isinya sama.
diff_other_files = Berkas lain (data, kartu, umpan, gambar): { $count }.
diff_basis = Dibandingkan dengan { $base } ({ $commit }), keadaan { $day }.
diff_problems_here = Tidak ada yang dibandingkan: data memuat kesalahan.
diff_problems_there = Tidak ada yang dibandingkan: data pada { $base } memuat kesalahan.
diff_title_figures = Angka yang dilaporkan
diff_title_presence = Baru dan hilang
diff_title_terms = Isi kontrak
diff_title_consequences = Yang ikut berubah
diff_title_others = Keterangan lain
diff_title_places = Halaman tempat angka itu, atau yang mengikutinya, tampil
diff_title_places_of_reports = Halaman berubah yang menyajikan laporan angka itu
diff_title_pages = Halaman yang isinya berubah, di bawah { $site }
diff_official = Pejabat
diff_indicator = Indikator
diff_quarter = Triwulan
diff_figure = Angka
diff_capaian = Capaian
diff_state = Keadaan
diff_where = Halaman
diff_what = Apa
diff_name = Nama
diff_turn = Perubahan
diff_subject = Perihal
diff_key = Isian
diff_change = Lama → baru
diff_more_pages = + { $count } halaman lain
diff_left_out = … dan { $count } lagi.
diff_revised = direvisi
diff_silently = diganti tanpa keterangan
diff_whole_contract = seluruh kontrak { $contract }
turn_added = baru
turn_changed = berubah
turn_removed = hilang
by_perubahan = adendum
by_ralat = ralat
by_tanpa_adendum = tanpa adendum
thing_opd = OPD
thing_jabatan = Jabatan
thing_pejabat = Pejabat
thing_masa_jabatan = Masa jabatan
thing_kontrak = Kontrak
thing_laporan = Laporan triwulan
thing_indikator = Indikator
thing_program = Program
thing_hasil = Hasil
thing_evaluasi = Evaluasi
thing_lain = Lain
column_capaian = capaian
column_keadaan = keadaan
column_kategori = kategori
column_realisasi = realisasi
column_bagian = bagian
quarter_tw1 = TW I { $year }
quarter_tw2 = TW II { $year }
quarter_tw3 = TW III { $year }
quarter_tw4 = TW IV { $year }
word_selesai = selesai
word_belum = belum selesai
word_tercapai = tercapai
word_tidak_tercapai = tidak tercapai
word_sesuai_jalur = sesuai jalur
word_di_bawah_jalur = di bawah jalur
word_terlambat = terlambat
word_belum_tersedia = belum tersedia
word_belum_jatuh_tempo = belum jatuh tempo
word_dicabut = dicabut
word_tanpa_adendum = tanpa adendum
no_base =
    tidak ada commit atau cabang { $base } di repositori ini. Periksa ejaannya; daftarnya: git branch -a.
    Cabang yang baru ada di server diambil dengan git fetch origin. Bila ini dijalankan oleh mesin: di GitHub Actions dan Forgejo tulis fetch-depth: 0 pada actions/checkout, di GitLab CI tulis GIT_DEPTH: 0.
empty_base = { $base } belum memuat content/ di folder ini, jadi tidak ada situs untuk dibandingkan.
changed = { $path } disimpan oleh program lain sesudah dibaca, jadi tidak ada yang ditulis. Jalankan perintahnya sekali lagi.
occupied = { $path } sudah ada dengan isi lain, jadi tidak ada yang ditulis. Pindahkan dahulu, atau ganti dengan --replace.
ask_ci = Tempat repositorinya, agar setiap usulan diperiksa dan situs terbit sendiri: github, gitlab, forgejo, atau none bila belum tahu (nanti: pantau ci)
ci_unknown = Jawab dengan github, gitlab, forgejo, atau none.
ci_written =
    Ditulis: { $files }. Commit berkas itu; baris pertamanya menyebut apa yang disetel sekali di tempat repositorinya.
form_site_broken = Data situs memuat kesalahan, jadi tidak ada formulir yang ditulis. Perbaiki dahulu yang di atas.
form_nothing_due = Tidak ada yang harus dilaporkan untuk { $quarter }, jadi tidak ada formulir yang ditulis. Periksa triwulannya.
form_of_opd = { $file }: { $forms } lembar, { $asked } indikator
forms_written = { $count } formulir { $quarter }: { $written } ditulis, { $kept } tidak berubah. Yang sudah diisi dibaca dengan pantau import.
import_site_broken = Data situs memuat kesalahan, jadi formulir belum dapat diimpor. Perbaiki dahulu yang di atas.
import_untouched = Belum diisi sama sekali ({ $count } lembar):
import_refused = Tidak ada yang ditulis. Perbaiki sel yang disebut di atas, simpan, lalu impor lagi.
import_nothing_new = Tidak ada perubahan: isi formulir sama dengan data.
import_dry_run = Ini hanya pratinjau (--dry-run); tidak ada yang ditulis.
import_declined = Tidak ada yang ditulis.
import_question = Tulis ke { $count } berkas? [y/T]
import_of = { $official }, { $post } ({ $quarter })
import_what = Yang diisi
import_before = Semula
import_now = Menjadi
import_capaian = Capaian
import_overall = Capaian pejabat
import_reported = Dilaporkan pada
import_absorbed = Serapan: { $name }
import_empty_stays = Sel kosong tidak menghapus apa pun; yang sudah dilaporkan tetap.
imported = { $count } berkas hasil ditulis. Periksa halamannya dengan pantau serve, lalu commit.
cell_place = { $workbook }, lembar "{ $sheet }", sel { $cell }
replaced_none = { $reason } Tidak ada yang ditulis.
replaced_some = { $reason } Sebagian sudah ditulis: { $written }. Jalankan lagi perintah yang sama; yang sudah ditulis tidak ditulis dua kali.
no_forms = tidak ada formulir (.xlsx, .ods) di { $places }.
