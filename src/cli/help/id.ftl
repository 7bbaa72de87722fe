### Bantuan baris perintah.
###
### Sebuah perintah bernama seperti yang ditulis (new-hasil untuk pantau new hasil), pilihannya PERINTAH_pilihan, nilai
### sebuah pilihan PERINTAH_pilihan_nilai; any_ untuk pilihan yang sama artinya pada banyak perintah.
### .more: penjelasan sesudahnya; .examples: contoh; .value: nama nilai; .default: yang berlaku bila tidak ditulis;
### .form: cara menulisnya, dikatakan kalau nilainya tidak terbaca.

## Kata-kata di sekelilingnya

told_usage = Pemakaian
told_verbs = Perintah
told_arguments = Argumen
told_options = Opsi
told_examples = Contoh
told_verb_value = PERINTAH
told_options_value = OPSI
told_default = Bila tidak ditulis: { $default }
told_values = Nilainya:
told_values_line = Nilainya: { $values }
manual_name = NAMA
manual_synopsis = RINGKASAN
manual_description = DESKRIPSI
manual_options = OPSI
manual_verbs = PERINTAH
manual_notes = CATATAN
manual_examples = CONTOH
manual_version = VERSI

## Salah menulis perintah

wrong = Gagal: { $what }
wrong_verb = perintah "{ $word }" tidak dikenal.
wrong_verb_near = Mungkin maksudnya: { $near }
wrong_verb_missing = perintahnya belum ditulis.
wrong_verbs = Perintah yang ada: { $verbs }
wrong_option = opsi { $word } tidak dikenal di sini.
wrong_option_of = Opsi itu milik perintah { $verbs }; tulis di belakangnya.
wrong_option_near = Mungkin maksudnya: { $near }
wrong_word = "{ $word }" tidak dapat ditulis di sini.
wrong_value_missing = { $option } belum diberi nilai.
wrong_choice = { $option } tidak mengenal nilai "{ $value }".
wrong_choice_near = Mungkin maksudnya: { $near }
wrong_choices = Nilai yang ada: { $values }
wrong_form = nilai "{ $value }" untuk { $option } tidak terbaca.
wrong_missing = yang harus ada belum ditulis: { $arguments }
wrong_conflict = { $one } tidak dapat ditulis bersama { $other }.
wrong_conflict_other = { $one } tidak dapat ditulis bersama yang lain di baris itu.
wrong_twice = { $one } ditulis lebih dari sekali.
wrong_count = banyaknya nilai untuk { $option } tidak sesuai.
wrong_letters = ada huruf yang bukan UTF-8 di baris perintah.
wrong_other = baris perintahnya tidak terbaca ({ $reason }).
wrong_help = Selengkapnya: { $command }

## Semua perintah

pantau = Menyusun situs publik dari kontrak kinerja dan hasil triwulan yang disimpan dalam git
    .examples =
        pantau init kinerja
        pantau serve
        pantau check
        pantau build --out public
        pantau help build
    .more = Bantuan sebuah perintah: pantau help PERINTAH, pantau bantuan PERINTAH, atau pantau PERINTAH --help.
pantau_lang = Bahasa pesan dan bantuan
    .more = Bahasa situs ialah bahasa pertama di content/situs.yml. Kalau tidak tertulis atau berkas itu tidak terbaca, yang menentukan ialah yang pertama tidak kosong dari LC_ALL, LC_MESSAGES, dan LANG: en… berarti bahasa Inggris, selain itu bahasa Indonesia.
    .default = bahasa pertama situs, atau bahasa komputer ini
    .value = BAHASA
pantau_lang_id = Bahasa Indonesia
pantau_lang_en = English
pantau_quiet = Tulis hanya hasil dan masalah
pantau_verbose = Tulis juga lamanya setiap langkah
pantau_help = Tampilkan bantuan ini
pantau_version = Tampilkan versi pantau

any_root = Folder yang memuat content/, dan mungkin themes/
    .default = folder ini
    .value = FOLDER
any_date = "Hari ini", yang menentukan apa yang sudah jatuh tempo dan apa yang terlambat
    .default = hari ini di zona waktu pemerintah
    .value = TTTT-BB-HH
    .form = Tulis tanggal yang ada di kalender sebagai tahun-bulan-hari, misalnya 2026-08-01.

## Memulai

init = Memulai situs baru: kosong sesudah beberapa pertanyaan, atau sebuah contoh
    .more =
        Tidak ada yang ditanyakan kalau --government dan --contact ditulis. Pertanyaan keluar lewat galat standar (stderr); kalau masukan standar bukan terminal, setiap barisnya adalah satu jawaban, dan baris kosong berarti jawaban bawaan.
        Folder itu boleh memuat .git, README, dan LICENSE, yang dibiarkan; kalau ada yang lain, tidak ada yang ditulis.
        Kode keluar: 0 tertulis; 2 salah pemakaian atau jawaban, atau gangguan disk atau git.
    .examples =
        pantau init kinerja
        pantau init kinerja --sample { $sample }
        pantau init kinerja --sample { $sample } --history
        pantau init kinerja --government "Pemerintah Kota Contoh" --contact kinerja@contoh.go.id --ci github
init_folder = Folder situs baru; dibuat kalau belum ada
    .value = FOLDER
init_sample = Situs contoh yang lengkap, dengan orang dan angka rekaan
    .value = NAMA
init_history = Untuk contoh yang memilikinya: sebuah repositori git dengan commit bertanggal selama setahun
    .more = Situsnya lebih kecil; di dalamnya janji dan angka berubah, ada yang dinyatakan dan ada yang tidak, sehingga halaman punya sesuatu untuk diceritakan. Folder itu harus benar-benar kosong. Perlu program git.
init_government = Nama pemerintah
    .value = NAMA
init_instrument = Sebutan kontraknya
    .default = Perjanjian Kinerja
    .value = NAMA
init_languages = Bahasa situs: id atau id+en
    .default = id+en
    .value = BAHASA
init_address = Alamat tempat situs akan terbit
    .default = https://kinerja.example/, untuk diganti kemudian
    .value = URL
init_time_zone = Asia/Jakarta, Asia/Makassar, atau Asia/Jayapura
    .default = Asia/Jakarta
    .value = ZONA
init_contact = Alamat surel kantor, untuk laporan kesalahan
    .value = SUREL
init_ci = Tulis juga apa yang dijalankan penyedia git, seperti pantau ci
    .default = none (tidak ditulis)
    .value = PENYEDIA

ci = Menulis apa yang dijalankan penyedia git: memeriksa usulan, menerbitkan, menyusun tiap hari, membekukan
    .more =
        github menulis .github/workflows/situs.yml, gitlab .gitlab-ci.yml, forgejo .forgejo/workflows/situs.yml (juga untuk Gitea dan Codeberg). Baris-baris pertama berkas itu menyebut apa yang perlu diatur sekali di penyedianya. Folder itu harus akar repositori.
        Berkas yang sudah ada dengan isi lain dibiarkan, kecuali dengan --replace.
        Kode keluar: 0 tertulis, atau sudah ada; 2 salah pemakaian, ditolak, atau gangguan disk.
    .examples =
        pantau ci github
        pantau ci gitlab --replace
ci_host = Penyedia git, menurut bentuk yang dijalankannya
    .value = PENYEDIA
ci_root = Folder yang memuat content/
    .default = folder ini
    .value = FOLDER
ci_replace = Ganti berkas yang sudah ada dengan isi lain

schema = Menulis JSON Schema berkas data, sehingga editor melengkapi, menjelaskan, dan memeriksa
    .more =
        Sesudah itu disebutkan cara editor menemukannya: dengan satu baris pertama di setiap berkas, atau dengan satu pengaturan untuk semua.
        Jalankan lagi setiap kali pantau diperbarui.
        Kode keluar: 0 tertulis; 2 salah pemakaian, atau gangguan disk.
    .examples =
        pantau schema
        pantau schema --out .vscode/skema
schema_root = Folder yang memuat content/
    .default = folder ini
    .value = FOLDER
schema_out = Folder tujuan; berkas lain di dalamnya dibiarkan
    .default = skema di dalam --root
    .value = FOLDER

## Menyusun dan menampilkan

build = Menulis seluruh situs ke sebuah folder
    .more = Kode keluar: 0 tertulis; 1 ada masalah dalam data, tidak ada yang ditulis dan folder terbitan tetap seperti semula; 2 salah pemakaian, atau gangguan disk atau tema.
    .examples =
        pantau build
        pantau build --base-url https://user.host/repo/
        pantau build --only '*.html' --only 'en/**' --out sebagian
        pantau build --shard 2/3 --out bagian/2
build_out = Folder tujuan
    .default = public di dalam --root
    .value = FOLDER
build_base_url = Alamat tempat situs akan terbit
    .default = alamat di content/situs.yml
    .value = URL
build_fresh = Jangan pakai apa pun yang disimpan dari sebelumnya: susun setiap halaman, baca seluruh riwayat
build_only = Tulis hanya berkas yang jalurnya cocok dengan pola ini; boleh ditulis berkali-kali
    .more = `*` dan `?` tetap di dalam satu folder, `**` tidak. Seluruh content/ tetap diperiksa. Yang ditulis hanya sebagian dari situs, tanpa manifest.json; ia tidak pernah menggantikan situs yang utuh.
    .value = POLA
    .form = Tulis pola seperti '*.html' atau 'en/**'; kurung siku harus berpasangan, dan ** berdiri sendiri di antara garis miring.
build_shard = Tulis bagian ke-I dari N bagian situs, mulai dari 1, untuk pantau merge
    .more = Berkas mana masuk bagian mana ditentukan oleh jalurnya, di komputer mana pun. Semua bagian harus disusun dari keadaan yang sama: beri masing-masing --date yang sama.
    .value = I/N
    .form = Tulis nomor bagian dan banyaknya bagian, misalnya 2/3; nomornya dari 1, dan bagiannya paling banyak 10000.

merge = Menggabungkan bagian-bagian situs yang ditulis pantau build --shard
    .more =
        Setiap bagian dicocokkan dengan keterangannya sendiri (part.json): satu pembagian yang lengkap, dari satu keadaan (versi, tanggal, alamat, tema, commit, sumber), setiap berkas dengan SHA-256 dan ukurannya semula, dan tidak ada yang lain. Hasilnya sama bita demi bita dengan situs yang disusun sekaligus. Kalau sistem berkas mengizinkan, berkasnya berupa tautan keras ke berkas bagian.
        Kode keluar: 0 tertulis; 1 bagian-bagiannya tidak membentuk situs yang utuh, tidak ada yang ditulis dan folder terbitan tetap seperti semula; 2 salah pemakaian, atau gangguan disk.
    .examples =
        pantau merge bagian/1 bagian/2 bagian/3 --out public
merge_parts = Folder dari semua bagian
    .value = BAGIAN
merge_out = Folder tujuan
    .value = FOLDER

serve = Menampilkan situs di peramban; berkas yang disimpan langsung tampil, begitu juga kesalahannya
    .more = Hanya komputer ini yang dapat membukanya, kecuali dengan --host. Hentikan dengan Ctrl-C.
    .examples =
        pantau serve --open
        pantau serve --port 8080
        pantau serve --host 0.0.0.0
serve_port = Nomor port
    .default = 4747, atau yang lain yang bebas
    .value = NOMOR
    .form = Tulis sebuah bilangan dari 0 sampai 65535, misalnya 8080.
serve_host = Alamat komputer ini yang dapat dibuka rekan sekantor; 0.0.0.0 untuk semua alamatnya
    .default = 127.0.0.1, yang hanya dapat dibuka dari komputer ini
    .value = ALAMAT
    .form = Tulis alamat IP, misalnya 0.0.0.0 atau 192.168.1.20.
serve_open = Langsung buka situsnya di peramban

verify = Membandingkan situs yang terbit dengan hasil dari sumbernya, berkas demi berkas
    .more =
        manifest.json dari situs itu menyebut menurut keadaan hari apa, untuk alamat mana, dan dengan versi mana ia disusun. Dengan versi yang sama setiap bita seharusnya sama; dengan versi lain perbedaan itu wajar. Kalau disebut sebuah commit, sumbernya diambil dari commit itu, dari repositori di sekitar --root.
        Dari sebuah alamat setiap berkas diambil, paling besar 100 MiB dan paling lama 30 detik; yang terbit di luar itu tidak dapat dilihat. Dari sebuah folder, itu terlihat juga.
        Kode keluar: 0 semua berkas sama; 1 ada perbedaan; 2 salah pemakaian, atau tidak dapat dibandingkan.
    .examples =
        pantau verify https://user.host/repo/
        pantau verify public --format json
verify_place = Alamat atau folder situs yang terbit
    .value = URL-ATAU-FOLDER
verify_format = Cara menyebut yang ditemukan
    .value = BENTUK
verify_format_human = untuk dibaca orang, dengan baris pertama yang berbeda dari setiap teks
verify_format_json = untuk program: keterangan situs dan daftar perbedaan, dengan jalur, jenis, dan barisnya

## Memeriksa

check = Menyebut setiap masalah dalam data, dengan berkas, baris, dan perbaikannya
    .more = Kode keluar: 0 tidak ada masalah (peringatan tidak dihitung); 1 ada masalah; 2 salah pemakaian, atau gangguan disk. Kodenya sama dalam semua bentuk.
    .examples =
        pantau check
        pantau check --format github
        pantau check --format sarif > pantau.sarif
check_format = Cara menyebut masalah
    .value = BENTUK
check_format_human = untuk dibaca orang, dengan baris yang bersangkutan; sesudah 100 masalah dalam satu berkas, sisanya dihitung saja
check_format_json = untuk program: daftar masalah dengan berat, kode, berkas, baris, kolom, pesan, dan perbaikannya
check_format_github = perintah GitHub Actions, yang menampilkan masalah pada pull request
check_format_sarif = catatan SARIF 2.1.0, untuk pemindaian kode dan editor
check_format_gitlab = laporan Code Quality untuk GitLab, yang menampilkan masalah pada merge request

status = Menyebut siapa yang sudah melapor untuk suatu triwulan, siapa yang terlambat, dan apa yang berikutnya
    .more =
        Tanpa --triwulan, yang dilihat ialah triwulan terakhir yang sudah lewat, dan apa yang masih kurang dari triwulan sebelumnya.
        Kode keluar: 0 disebutkan; 1 ada masalah dalam data; 2 salah pemakaian, atau gangguan disk.
    .examples =
        pantau status
        pantau status --triwulan 2026-tw4 --format json
        pantau status --format message | xclip
status_quarter = Triwulan yang dilihat, misalnya 2026-tw4
    .default = yang terakhir sudah lewat
    .value = TRIWULAN
    .form = { any_quarter }
status_triwulan = Triwulannya sebagai opsi; --quarter sama artinya
    .default = yang terakhir sudah lewat
    .value = TRIWULAN
    .form = { any_quarter }
status_format = Cara menyebutnya
    .value = BENTUK
status_format_human = tabel untuk dibaca orang
status_format_json = untuk program: tanggal, triwulan, kontrak, yang tertinggal, dan yang berikutnya
status_format_message = pengingat bagi yang belum melapor, siap dikirim

diff = Menyebut apa yang akan berubah di situs dibanding sebuah commit: angka, akibatnya, dan halaman
    .more =
        Kedua keadaan dihitung menurut hari yang sama, dan tidak ada yang ditulis. Angka disebut bersama halaman tempatnya; sesudah itu isi kontrak, yang mengikuti keduanya (capaian, keadaan, predikat), dan apa yang baru atau hilang. Angkanya berasal dari tabel di /data/, bukan dari teks.
        Kalau perubahannya banyak, yang pertama ditampilkan dan sisanya dihitung; --format json memuat semuanya.
        Untuk cabang yang dikerjakan orang lain juga, bandingkan dengan titik mulainya cabang Anda: git merge-base origin/main HEAD. Dalam klona dangkal tidak ada pembandingnya: ambil seluruh riwayat (fetch-depth: 0, GIT_DEPTH: 0).
        Kode keluar: 0 dibandingkan, berubah atau tidak; 1 ada masalah dalam data salah satu keadaan; 2 salah pemakaian, atau gangguan git, disk, atau tema.
    .examples =
        pantau diff main
        pantau diff HEAD~1 --format markdown
        pantau diff origin/main --format json > perubahan.json
diff_base = Pembandingnya: cabang, tag, atau commit, misalnya origin/main
    .default = HEAD, yaitu commit terakhir
    .value = PEMBANDING
diff_format = Cara menyebut yang akan berubah
    .value = BENTUK
diff_format_human = untuk dibaca orang
diff_format_json = untuk program: angka, baris tabel, dan berkas yang berubah, semuanya
diff_format_markdown = untuk komentar pada usulan, atau ringkasan sebuah tugas

freeze = Membekukan triwulan seperti yang diketahui pada akhir tenggat pelaporannya, sekali untuk selamanya
    .more =
        Menulis content/arsip/TAHUN-twN.json dari catatan perubahan (git); commit berkas itu. Halamannya ada di bawah /arsip/ dan tidak pernah berubah.
        Kode keluar: 0 tertulis, atau tidak berubah; 1 ditolak: tenggatnya belum lewat, yang dibekukan dahulu lain, atau ada masalah dalam data hari itu; 2 salah pemakaian, atau gangguan disk atau git.
    .examples =
        pantau freeze 2026-tw3
        pantau freeze 2026-tw3 --check
        pantau freeze --due
        pantau freeze 2026-tw3 --redact sari-wulandari --reason "Nama orang lain"
freeze_quarter = Triwulannya, misalnya 2026-tw3; tidak ditulis bersama --due
    .value = TRIWULAN
    .form = { any_quarter }
freeze_due = Setiap triwulan yang tenggatnya sudah lewat sejak catatan dimulai, dan yang belum dibekukan
    .more = Untuk dijalankan setiap hari. Tidak berbuat apa-apa di situs tanpa catatan_sejak.
freeze_check = Jangan tulis apa pun; keluar dengan 1 kecuali triwulan itu beku persis seperti catatannya
freeze_replace = Ganti yang dibekukan dahulu, walaupun seharusnya tidak pernah berubah
freeze_redact = Hapus fakta tentang seorang pejabat dari yang dibekukan; tempatnya diisi catatan bertanggal
    .value = PEJABAT
    .form = Tulis id pejabat, yaitu nama berkasnya di content/pejabat/ tanpa .yml.
freeze_reason = Alasannya, dengan kata-kata yang akan terbit
    .value = TEKS

## Formulir

formulir = Menulis formulir triwulan sebagai buku kerja Excel, satu untuk setiap perangkat daerah
    .more =
        Setiap buku kerja memuat satu lembar petunjuk, dan satu lembar untuk setiap kontrak yang harus melapor: target dan angka terakhir sudah terisi dan terkunci, dan sel isian diberi pilihan dan pemeriksaan. Yang sudah terisi, juga yang disimpan dengan LibreOffice atau Google Sheets, dibaca oleh pantau import.
        Kode keluar: 0 tertulis; 1 ada masalah dalam data, atau tidak ada yang harus dilaporkan untuk triwulan itu; 2 salah pemakaian, atau gangguan disk.
    .examples =
        pantau formulir --triwulan 2026-tw4
        pantau formulir --triwulan 2026-tw4 --out formulir
formulir_quarter = Triwulannya, misalnya 2026-tw4
    .default = yang terakhir sudah lewat
    .value = TRIWULAN
    .form = { any_quarter }
formulir_triwulan = Triwulannya sebagai opsi; --quarter sama artinya
    .default = yang terakhir sudah lewat
    .value = TRIWULAN
    .form = { any_quarter }
formulir_out = Folder tujuan; berkas lain di dalamnya dibiarkan
    .default = formulir di dalam --root
    .value = FOLDER

import = Memasukkan formulir yang sudah terisi ke dalam data, sesudah pratinjau dan satu pertanyaan
    .more =
        Membaca formulir dari pantau formulir sebagai .xlsx atau .ods, yang disimpan dengan Excel, LibreOffice, atau Google Sheets. Setiap kesalahan disebut dengan buku kerja, lembar, dan selnya; kalau ada kesalahan, tidak ada yang ditulis. Komentar dan urutan isi berkas tetap; sel kosong tidak pernah menghapus yang sudah dilaporkan.
        Kode keluar: 0 tertulis, atau tidak ada yang berubah; 1 ada masalah, atau tidak disetujui: tidak ada yang ditulis; 2 salah pemakaian, tidak ada yang dapat ditanyai (pakai --yes), atau gangguan disk.
    .examples =
        pantau import formulir/dinas-kesehatan-2026-tw4.xlsx
        pantau import formulir --dry-run
        pantau import formulir --yes
import_files = Formulir yang terisi, atau folder yang memuatnya
    .value = BERKAS
import_yes = Tulis tanpa bertanya
import_dry_run = Tampilkan apa yang akan berubah, dan jangan tulis apa pun

## Berkas data baru

new = Menulis berkas baru: data dengan komentar (OPD, jabatan, pejabat, kontrak, hasil triwulan), atau tema
    .more =
        Yang tidak ditulis sebagai opsi ditanyakan. Pertanyaan keluar lewat galat standar (stderr); kalau masukan standar bukan terminal, setiap barisnya adalah satu jawaban, dan baris kosong berarti jawaban bawaan.
        Yang sudah ada tidak pernah ditimpa.
        Kode keluar: 0 tertulis, atau semuanya sudah ada; 1 masalah dalam data menghalangi sesuatu ditulis; 2 salah pemakaian atau jawaban, atau gangguan disk.
    .examples =
        pantau new hasil --triwulan 2026-tw4
        pantau new pejabat
        pantau new kontrak --post kepala-dinas-kesehatan --year 2027

new-opd = Organisasi (OPD): content/opd/ID.yml
    .examples =
        pantau new opd
        pantau new opd --name "Dinas Kesehatan" --short-name Dinkes
new-opd_name = Nama lengkap
    .value = NAMA
new-opd_id = Id, yaitu nama berkasnya
    .default = dari namanya
    .value = ID
new-opd_short_name = Nama pendek
    .value = NAMA

new-jabatan = Jabatan: content/jabatan/ID.yml
    .examples =
        pantau new jabatan
        pantau new jabatan --name "Kepala Dinas Kesehatan" --opd dinas-kesehatan --echelon II.b --superior bupati
new-jabatan_name = Nama jabatan
    .value = NAMA
new-jabatan_id = Id, yaitu nama berkasnya
    .default = dari namanya
    .value = ID
new-jabatan_opd = Organisasinya, menurut id; tanda hubung bila tidak ada
    .value = ID
new-jabatan_echelon = Eselon, misalnya II.b
    .value = ESELON
new-jabatan_superior = Jabatan atasannya, menurut id; tanda hubung bila tidak ada
    .value = ID

new-pejabat = Pejabat: content/pejabat/ID.yml
    .examples =
        pantau new pejabat
        pantau new pejabat --name "dr. Sari Wulandari, M.Kes." --post kepala-dinas-kesehatan --inducted 2026-01-05
new-pejabat_name = Nama dengan gelar
    .value = NAMA
new-pejabat_id = Id, yaitu nama berkasnya
    .default = dari namanya, tanpa gelar
    .value = ID
new-pejabat_capacity = definitif, plt, atau plh
    .default = definitif
    .value = KATA
new-pejabat_inducted = Hari pelantikan
    .value = TTTT-BB-HH

new-kontrak = Kontrak: content/kontrak/TAHUN/ID.yml; yang belum disebut siapa pun tertulis di sana tanpa nilai
    .more = Sampai semua yang kosong terisi, pantau check menyebut apa yang masih kurang, dan tidak ada yang terbit.
    .examples =
        pantau new kontrak
        pantau new kontrak --post kepala-dinas-kesehatan --year 2027 --like 2026/kepala-dinas-kesehatan
new-kontrak_like = Ambil indikator dari kontrak terdahulu, misalnya 2026/kepala-dinas
    .value = KONTRAK

new-hasil = Hasil triwulan: content/hasil/TAHUN/twN/ID.yml untuk setiap kontrak yang berlaku saat itu
    .more =
        Setiap indikator yang harus dilaporkan tertulis di sana dengan satuan, arah, target, dan nilai terakhirnya. Berkas yang sama sekali belum diisi tidak dihitung sebagai laporan dan tidak menghalangi siapa pun.
        Kalau ada data yang salah, berkas untuk kontrak yang memerlukannya tidak ditulis.
    .examples =
        pantau new hasil --triwulan 2026-tw4
        pantau new hasil --triwulan 2026-tw4 --contract 2026/kepala-dinas-kesehatan
new-hasil_quarter = Triwulannya, misalnya 2026-tw4; --quarter sama artinya
    .default = yang terakhir sudah lewat
    .value = TRIWULAN
    .form = { any_quarter }
new-hasil_contract = Hanya untuk kontrak ini, misalnya 2026/kepala-dinas
    .value = KONTRAK

new-tema = Tema: berkas di themes/NAMA/, seperti pada tema bawaan, untuk diubah
    .more = Hanya berkas yang diubah yang perlu ada; selebihnya tetap dari tema bawaan. Berkas yang sudah ada dengan isi lain tidak ditimpa.
    .examples =
        pantau new tema biru
        pantau new tema biru templates/home.html locales/id.ftl
new-tema_name = Nama tema, yaitu nama foldernya: huruf kecil, angka, dan tanda hubung
    .value = NAMA
    .form = Tulis huruf kecil, angka, dan tanda hubung saja, misalnya biru-muda.
new-tema_files = Berkas mana, misalnya templates/official.html
    .value = BERKAS
new-tema_like = Tema bawaan yang menjadi asalnya
    .value = TEMA

import-pk = Memulai kontrak dari tabel perjanjian kinerja (PK) yang sudah ada: xlsx, ods, atau csv
    .more =
        Kolom-kolomnya dikenali dari judulnya (Sasaran, Indikator, Satuan, Target, TW I sampai TW IV), ditampilkan, dan harus dibenarkan sebelum ada yang ditulis; --column membetulkan satu kolom. Angka yang dapat dibaca dengan dua cara tidak diambil, dan selnya disebut. Arah dan akumulasi tidak ada dalam tabel seperti itu: keduanya dibiarkan terbuka, dan pantau check menanyakannya.
        Yang sudah ada tidak pernah ditimpa.
        Kode keluar: 0 tertulis; 1 tidak dibenarkan, tidak ada yang ditulis; 2 salah pemakaian atau jawaban, tidak ada tabel seperti itu, atau gangguan disk.
    .examples =
        pantau import-pk pk-dinkes.xlsx
        pantau import-pk pk-dinkes.xlsx --post kepala-dinas-kesehatan --year 2026 --column target=E --yes
import-pk_file = Berkas lembar sebarnya
    .value = BERKAS
import-pk_sheet = Nama lembarnya
    .default = lembar pertama yang memuat tabelnya
    .value = NAMA
import-pk_columns = Kolom mana memuat apa: sasaran, indikator, satuan, target, tw1 sampai tw4, bobot, rumus, sumber
    .value = KUNCI=HURUF
    .form = Tulis kunci dan huruf kolomnya, misalnya target=E. Kuncinya: sasaran, indikator, satuan, target, tw1, tw2, tw3, tw4, bobot, rumus, sumber.
import-pk_yes = Kolom-kolomnya benar: jangan bertanya

any_post = Jabatan, dengan id-nya
    .value = ID
any_official = Siapa yang berjanji, dengan id-nya
    .default = pemegang jabatan itu
    .value = ID
any_year = Tahun kontrak
    .value = TAHUN
any_regime = Aturan kinerja (rezim), dengan id-nya
    .default = yang sedang berlaku
    .value = ID
any_id = Id, yaitu nama berkasnya
    .default = id jabatannya
    .value = ID
any_number = Nomor dokumen
    .value = TEKS
any_signed = Hari penandatanganan; dibiarkan kosong di berkas kalau belum diketahui
    .value = TTTT-BB-HH
any_quarter = Tulis tahun dan triwulannya, misalnya 2026-tw4.

## Bantuan

completions = Menulis apa yang diperlukan shell untuk melengkapi perintah dan opsi
    .examples =
        pantau completions bash > ~/.local/share/bash-completion/completions/pantau
        pantau completions fish > ~/.config/fish/completions/pantau.fish
        pantau completions zsh > ~/.zfunc/_pantau
completions_shell = Shell-nya
    .value = SHELL

man = Menulis halaman manual dalam dua bahasa, satu untuk pantau dan satu untuk setiap perintah
    .more =
        Yang berbahasa Inggris ditulis ke FOLDER/man1, yang berbahasa Indonesia ke FOLDER/id/man1; di sanalah man mencarinya menurut bahasa komputer. Bacalah dengan man pantau-build.
        Kode keluar: 0 tertulis; 2 salah pemakaian, atau gangguan disk.
    .examples =
        pantau man --out ~/.local/share/man
man_out = Folder untuk manual; berkas lain di dalamnya dibiarkan
    .value = FOLDER

help = Menampilkan bantuan sebuah perintah, seperti --help di belakangnya; pantau bantuan sama artinya
    .examples =
        pantau help build
        pantau bantuan new hasil
help_verb = Perintahnya
    .default = semua perintah
    .value = PERINTAH
