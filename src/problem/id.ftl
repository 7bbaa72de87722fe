# Kata-kata untuk setiap masalah: apa yang keliru, dan cara memperbaikinya.

# Berkas dan tulisan

P001 = Berkas ini bukan teks UTF-8.
    .cara = Simpan ulang sebagai UTF-8: di Notepad lewat Save As, pilihan Encoding.
P002 = Berkas ini lebih besar dari 1 MiB.
    .cara = Data sebesar itu tidak ditulis tangan. Pindahkan lampiran ke folder media/ dan rujuk dari sini.
P003 = Ada tab di baris ini.
    .cara = Ganti tab dengan spasi; dua spasi untuk setiap tingkat.
P004 = Tulisan di sini tidak terbaca sebagai YAML ({ $detail }).
    .cara = Bandingkan dengan baris di sekitarnya: setiap baris berbentuk "kunci: isi".
P005 = Ada titik dua kedua dalam satu baris, atau baris ini menjorok padahal baris di atasnya sudah berisi.
    .cara = { $why ->
        [abaikan] Kode dan alasannya ditulis dalam kurung: abaikan: { "{" }P390: "alasannya"{ "}" }.
       *[other] Bila titik dua itu bagian dari teks, apit seluruh teks dengan tanda kutip: judul: "Wawancara: target 2026".
    }
P006 = Tanda kutip di sini tidak ditutup, atau ada tulisan sesudah penutupnya.
    .cara = Apit seluruh teks dengan sepasang tanda kutip. Kutip di dalamnya ditulis '…' bila yang luar "…".
P007 = { $why ->
        [strip] Tanda hubung di sini bukan isi.
        [anak] Baris "{ $key }" kurang menjorok: ini isi dari "{ $owner }".
       *[other] Baris ini menjorok tidak sama dengan tetangganya.
    }
    .cara = { $why ->
        [strip] Belum ada angkanya? Ganti barisnya dengan belum_ada: alasannya. Selain itu isi, atau hapus barisnya.
        [anak] Tambah dua spasi di depan baris ini, dan di depan baris lain di bawah "{ $owner }".
       *[other] Samakan jumlah spasi di depan dengan baris lain yang setingkat; isi suatu kunci menjorok dua spasi lebih dalam.
    }
P008 = Isi tidak boleh diawali tanda ini ({ $detail }).
    .cara = Apit isinya dengan tanda kutip.
P009 = Baris ini tidak memiliki titik dua.
    .cara = Tulis "kunci: isi", dengan satu spasi sesudah titik dua.
P010 = Kurung { "{" } atau [ di sekitar sini tidak ditutup.
    .cara = Tutup kurungnya, atau tulis satu isi per baris tanpa kurung.
P011 = Berkas ini memuat lebih dari satu dokumen YAML.
    .cara = Hapus baris --- atau ... di tengah berkas; satu berkas berisi satu hal.
P012 = Tanda & , * atau ! di awal isi memiliki arti khusus dan tidak dipakai di sini.
    .cara = Apit isinya dengan tanda kutip, atau hapus tandanya.
P013 = Kunci "{ $key }" sudah ada di baris { $line }.
    .cara = Hapus salah satu; tidak jelas mana yang benar.
P014 = Data di sini bersarang terlalu dalam.
    .cara = Periksa spasi di depan baris: tidak ada data yang sedalam ini.
P015 = Kunci harus berupa teks.
    .cara = Tulis "kunci: isi" tanpa tanda tanya, kurung, atau daftar sebagai kunci.
P016 = Berkas ini kosong.
    .cara = Isi, atau hapus berkasnya.
P017 = Ada karakter kendali yang tidak terlihat di sini.
    .cara = Hapus dan ketik ulang bagian ini; biasanya ikut tersalin dari program lain.
P018 = Berkas ini disimpan sebagai UTF-16 (di Notepad disebut "Unicode").
    .cara = Simpan ulang sebagai UTF-8: di Notepad lewat Save As, pilihan Encoding.
P019 = Huruf "{ $text }" di sini disimpan dengan pengodean lama Windows, bukan UTF-8.
    .cara = Simpan ulang sebagai UTF-8: di Notepad lewat Save As, pilihan Encoding. Di Excel pilih "CSV UTF-8".
P020 = Berkas ini tidak berada di tempat yang dikenal.
    .cara = { $why ->
        [formulir] Pindahkan ke luar content/. Bila ini formulir yang sudah diisi, baca dengan: pantau import { $text }.
       *[other] { $near ->
            [tiada] Yang dikenal di dalam content/: { $known }.
           *[other] Pindahkan menjadi content/{ $near }.
        }
    }
P021 = Akhiran nama berkas ini keliru.
    .cara = Ganti namanya menjadi { $near }.
P022 = Nama berkas "{ $text }" tidak dapat menjadi id.
    .cara = Pakai huruf kecil a–z, angka, dan tanda hubung{ $near ->
        [tiada] .
       *[other] , misalnya { $near }.
    }
P023 = Folder "{ $text }" bukan tahun.
    .cara = Pakai tahun empat angka, misalnya 2026.
P024 = Folder "{ $text }" bukan triwulan.
    .cara = { $near ->
        [tiada] Triwulan adalah tw1, tw2, tw3, atau tw4.
       *[other] Ganti nama foldernya menjadi { $near }.
    }
P025 = { $why ->
        [segel] Isi arsip { $quarter } bukan lagi yang dibekukan: ada fakta yang diubah setelah itu.
        [tulisan] Arsip { $quarter } ditulis ulang dengan susunan lain (spasi, baris, atau urutan).
        [versi] Arsip { $quarter } memakai format { $found }, yang tidak dikenal versi pantau ini.
        [triwulan] Arsip ini memuat { $found }, bukan { $quarter } seperti nama berkasnya.
       *[bentuk] Arsip { $quarter } rusak dan tidak dapat dibaca ({ $found }).
    }
    .cara = { $why ->
        [versi] Pakai versi pantau yang lebih baru.
        [triwulan] Kembalikan nama berkasnya.
       *[other] Yang dibekukan tidak boleh diubah. Kembalikan berkasnya dari git (git checkout -- content/arsip/{ $quarter }.json), atau bekukan lagi: pantau freeze --replace { $quarter }. Data pribadi dihapus dengan pantau freeze --redact.
    }
P026 = Berkas situs.yml tidak ada.
    .cara = Buat content/situs.yml, atau mulai situs baru di folder lain dengan `pantau init`.
P027 = Halaman ini tidak diawali judul di antara dua baris ---.
    .cara = Tulis di paling atas: ---, lalu judul: …, lalu ---.
P028 = Ada NIP di sini, diawali "{ $text }".
    .cara = Hapus nomornya; nama dan jabatan sudah cukup. NIP membuka tanggal lahir.
P029 = Ada 16 angka seperti NIK di sini, diawali "{ $text }".
    .cara = Hapus nomornya. Bila itu jumlah uang, tulis dengan titik ribuan.
P030 = Ada nomor telepon di sini, diawali "{ $text }".
    .cara = Hapus nomornya. Pembaca menghubungi dinas lewat kontak di situs.yml.
P031 = Ada alamat surel di sini, diawali "{ $text }".
    .cara = Hapus alamatnya. Hanya kontak dinas di situs.yml yang boleh tampil.
P033 = Nama { $field } memuat { $kind ->
        [nip] NIP
        [nik] NIK
        [telepon] nomor telepon
       *[surel] alamat surel
    }, diawali "{ $text }".
    .cara = Ganti namanya tanpa nomor atau alamat itu, misalnya dengan nama jabatan. Sesuaikan rujukan ke berkas itu.
P034 = Ini tautan simbolik; isinya tidak dibaca.
    .cara = Hapus tautannya dan taruh berkas atau foldernya sendiri di situ.
P035 = Nama ini tidak dapat dipakai di Windows atau di alamat web.
    .cara = Ganti namanya menjadi { $near }, juga di berkas yang merujuknya.
P036 = Berkas berjenis "{ $extension }" tidak diterbitkan dari media/.
    .cara = { $way ->
        [svg] Ekspor gambarnya sebagai PNG atau PDF; SVG dapat memuat program.
        [foto] Simpan fotonya sebagai JPG atau PNG.
        [naskah] Simpan naskahnya sebagai PDF.
        [lembar] Simpan tabelnya sebagai XLSX atau CSV.
        [video] Simpan videonya sebagai MP4, atau rujuk alamatnya di web.
       *[lain] Yang diterima: { $known }. Simpan ulang dalam salah satunya, atau pindahkan berkasnya dari content/.
    }
P040 = Foto ini menyebutkan di mana ia diambil.
    .cara = Hapus lokasinya: di Windows lewat Properties, Details, Remove Properties; di telepon lewat pilihan tanpa lokasi saat membagikan. Lalu taruh ulang fotonya.
P041 = Keterangan berkas ini ({ $field }) memuat { $kind ->
        [nip] NIP
        [nik] NIK
        [telepon] nomor telepon
       *[surel] alamat surel
    }, diawali "{ $text }".
    .cara = Kosongkan { $field } pada sifat berkasnya lalu simpan ulang. Di Word: File, Info, Inspect Document, sebelum disimpan sebagai PDF.
P042 = Keterangan berkas ini rusak dan tidak terbaca ({ $detail }).
    .cara = Buka berkasnya dan simpan ulang sebagai berkas baru; naskah dicetak ulang menjadi PDF.
P043 = Berkas ini lebih besar dari 50 MiB.
    .cara = Perkecil: foto cukup selebar 1600 piksel, naskah disimpan sebagai PDF ukuran kecil, video dirujuk alamatnya di web.
P044 = Nama berkas ini berakhiran "{ $extension }", tetapi isinya { $found ->
        [lain] tidak dikenal
        [markup] HTML, SVG, atau XML
       *[other] { $found }
    }.
    .cara = Simpan ulang dari program aslinya sebagai { $extension }{ $found ->
        [lain] .
        [markup] ; halaman web atau SVG tidak diterbitkan dari media/.
       *[other] , atau samakan akhiran namanya dengan isinya.
    }
P045 = PDF ini terkunci dengan kata sandi.
    .cara = Simpan ulang tanpa kata sandi, agar pembaca dapat membukanya dan keterangannya dapat diperiksa.
P050 = Berkas ini hanya penunjuk Git LFS; isinya sendiri belum diambil.
    .cara = Jalankan git lfs pull di folder ini, lalu ulangi. Di layanan yang menerbitkan situs, nyalakan LFS saat repositori diambil (lfs: true).
P051 = Berkas ini memuat tanda penggabungan git: dua versi berdiri berdampingan di sini.
    .cara = Pilih versi yang benar, hapus baris <<<<<<<, =======, dan >>>>>>>, lalu selesaikan penggabungannya dengan git add dan git commit.
P055 = Isi kunci "{ $name }" bukan kunci publik.
    .cara = Salin satu baris dari berkas .pub milik SSH (ssh-ed25519 AAAA…), atau seluruh blok -----BEGIN PGP PUBLIC KEY BLOCK----- sesudah tanda |. Kunci privat tidak boleh ditulis di mana pun.
P056 = "{ $name }" bukan nama repositori.
    .cara = Tulis organisasi/nama, misalnya diskominfo/kinerja, tanpa alamat penyedianya; alamat itu ada di kunci server.
P032 = Isi atau kesalahan dalam berkas ini terlalu banyak; selebihnya tidak dibaca.
    .cara = Apakah isinya tertempel berulang kali? Sisakan satu. Bila tidak, perbaiki dahulu kesalahan yang sudah disebut, lalu periksa lagi.

# Kunci dan isi

P101 = Kunci "{ $key }" tidak dikenal di sini.
    .cara = { $near ->
        [tiada] Kunci yang ada: { $known }.
       *[other] Mungkin maksudnya "{ $near }"?
    }
P102 = Kunci "{ $key }" belum ada.
    .cara = Tambahkan baris "{ $key }: …".
P103 = Tidak ada isi di sini.
    .cara = { $key ->
        [nilai] Tulis angkanya; nol ditulis 0. Belum ada angkanya? Ganti barisnya dengan belum_ada: alasannya.
        [nama] Tulis namanya, misalnya nama: Jumlah posyandu aktif.
        [satuan] Tulis satuannya, misalnya satuan: persen.
        [arah] Tulis arah yang baik: naik, turun, turun-rasio, rentang, predikat, atau tuntas.
        [akumulasi] Tulis bagaimana triwulan menjadi angka setahun: jumlah, akhir, atau rata-rata.
        [target] Tulis targetnya, misalnya target: 80.
       *[other] { $need ->
            [required] Isi; baris ini wajib ada.
            [example] Hapus juga # di depan baris-baris di bawahnya, atau beri # lagi di depan baris ini.
           *[optional] Isi, atau hapus barisnya bila memang tidak ada.
        }
    }
P104 = Koma desimal di dalam { "{ }" } memecah angka menjadi dua.
    .cara = Tulis satu per baris, atau pakai titik: 7.5.
P105 = Koma di dalam { "{ }" } memecah teks: "{ $key }" terbaca sebagai kunci tanpa isi.
    .cara = Tulis satu per baris, atau apit teksnya dengan tanda kutip.
P106 = Angka "{ $text }" di dalam [ ]: koma di situ memisahkan, bukan koma desimal.
    .cara = Tulis sebagai daftar, satu per baris dengan tanda hubung di depan.
P107 = { $why ->
        [spasi] Titik dua di sini tidak diikuti spasi, jadi tidak terbaca sebagai kunci.
       *[other] Di sini diharapkan kunci-kunci di bawahnya, bukan satu isi atau daftar.
    }
    .cara = { $why ->
        [spasi] Beri spasi sesudah titik dua: { $key }
       *[other] Pindah baris, menjorok dua spasi, lalu tulis "{ $key }: …".
    }
P108 = Di sini diharapkan daftar.
    .cara = Tulis satu per baris di bawahnya, masing-masing diawali tanda hubung dan spasi.
P109 = Di sini diharapkan satu isi, bukan daftar atau kunci-kunci.
    .cara = Tulis isinya sesudah titik dua, pada baris yang sama.
P110 = "{ $text }" dapat dibaca dua cara.
    .cara = Tulis { $first } atau { $second }.
P111 = Titik dan koma pada "{ $text }" tidak terbaca sebagai angka.
    .cara = { $first ->
        [tiada] Tulis angkanya tanpa pemisah ribuan, misalnya 1234,5.
       *[other] Tulis { $first }.
    }
P112 = Angka "{ $text }" diawali nol.
    .cara = { $second ->
        [tiada] Tulis { $first }.
       *[other] Tulis { $first } atau { $second }.
    }
P113 = "{ $text }" memuat lebih dari angkanya.
    .cara = { $first ->
        [tiada] Tulis angkanya saja, lengkap dengan nolnya.
       *[other] { $second ->
            [tiada] Tulis { $first } saja; satuan tidak ditulis di sini.
           *[other] Tulis { $first } atau { $second } saja; satuan tidak ditulis di sini.
        }
    }
P114 = "{ $text }" bukan angka.
    .cara = { $first ->
        [tiada] Tulis angkanya saja, misalnya 3000 atau 13,2.
        [belum_ada] Realisasi yang belum ada angkanya ditulis belum_ada: alasannya, sebagai ganti nilai. Selain itu tulis angkanya.
       *[other] { $second ->
            [tiada] Tulis { $first }.
           *[other] Tulis { $first } atau { $second }.
        }
    }
P115 = Angka "{ $text }" terlalu panjang.
    .cara = Paling banyak 18 angka di depan koma dan 9 di belakangnya.
P116 = "{ $text }" bukan bilangan bulat.
    .cara = Tulis bilangan bulat, misalnya 28.
P120 = "{ $text }" bukan tanggal.
    .cara = { $first ->
        [tiada] Tulis tahun-bulan-hari, misalnya 2026-01-12.
       *[other] Tulis { $first }.
    }
P121 = "{ $text }" dapat dibaca dua cara.
    .cara = Tulis { $first } atau { $second }.
P122 = Hari "{ $text }" tidak ada di kalender, atau tahunnya di luar 1945–2199.
    .cara = Periksa hari dan bulannya; urutannya tahun-bulan-hari.
P123 = "{ $text }" bukan hari dalam setahun.
    .cara = Tulis bulan-hari dua angka, misalnya "05-15".
P124 = "{ $text }" bukan lama waktu.
    .cara = Tulis bilangan bulat dan satuannya: 10 hari, 24 bulan, atau 2 tahun.
P125 = "{ $text }" bukan tahun.
    .cara = Tulis empat angka, misalnya 2025.
P130 = "{ $text }" bukan ya atau tidak.
    .cara = Tulis ya atau tidak.
P131 = "{ $text }" bukan pilihan di sini.
    .cara = { $near ->
        [tiada] Pilihannya: { $known }.
       *[other] Mungkin maksudnya "{ $near }"? Pilihannya: { $known }.
    }
P132 = "{ $text }" tidak dapat menjadi id.
    .cara = Pakai huruf kecil a–z, angka, dan tanda hubung{ $near ->
        [tiada] .
       *[other] , misalnya { $near }.
    }
P133 = "{ $text }" bukan id kontrak.
    .cara = Tulis tahun dan nama berkasnya, misalnya 2026/kepala-dinas-kesehatan.
P134 = "{ $text }" bukan alamat lengkap.
    .cara = Alamat diawali https:// atau http:// dan tidak memuat spasi.
P135 = "{ $text }" tidak berada di folder media/.
    .cara = Taruh berkasnya di content/media/ dan tulis jalurnya, misalnya media/dokumen/kontrak.pdf.
P136 = "{ $text }" bukan zona waktu.
    .cara = { $near ->
        [tiada] Tulis Asia/Jakarta, Asia/Makassar, atau Asia/Jayapura.
       *[other] Mungkin maksudnya { $near }?
    }
P137 = Situs tidak dapat beralamat "{ $text }".
    .cara = Tulis alamat lengkap tanpa tanda tanya, misalnya https://kinerja.example.go.id/.
P138 = Bentuk data versi { $found } tidak dikenal.
    .cara = Tulis format: 1.
P139 = Bahasa Indonesia harus ada.
    .cara = Tambahkan id ke daftar bahasa.

P140 = "{ $text }" bukan kode peringatan yang dapat diabaikan.
    .cara = { $near ->
        [tiada] Yang dapat diabaikan hanya peringatan: { $known }. Kesalahan harus diperbaiki.
       *[other] Mungkin maksudnya { $near }?
    }
P142 = Berkas hasil ini belum diisi.
    .cara = Isi tanggal lapor dan angkanya setelah titik dua. Selama kosong, triwulan ini terhitung belum dilaporkan.
P145 = "{ $text }" bukan alamat di bawah akar situs.
    .cara = { $near ->
        [tiada] Tulis huruf kecil a–z, angka, dan tanda hubung, dengan garis miring di belakang setiap bagian: pejabat/ratna-k/.
       *[other] Tulis { $near }, tanpa nama situs dan dengan garis miring di akhir.
    }

P150 = Teks bebas memuat HTML: { $text }
    .cara = Pakai Markdown: **tebal**, *miring*, [tulisan](https://alamat). Tanda < yang memang dimaksud ditulis \<.
P151 = Tautan ini tidak dapat dipakai: "{ $text }".
    .cara = Alamat diawali https:// atau http://, atau menuju ke dalam situs: /tentang/ atau media/….
P152 = Gambar ini tidak memiliki keterangan.
    .cara = Tulis apa yang terlihat di antara kurung siku, misalnya ![Pengukuran balita di posyandu](media/foto.jpg).
P141 = "{ $text }" bukan pola alamat commit.
    .cara = Tulis alamat lengkap yang memuat { "{commit}" } sekali, di tempat nama commit, misalnya https://git.example.go.id/kinerja/commit/{ "{commit}" }.

# Rujukan

P201 = OPD "{ $name }" tidak ada.
    .cara = { $near ->
        [tiada] Buat berkas opd/{ $name }.yml, atau perbaiki id-nya.
       *[other] Mungkin maksudnya "{ $near }"? Bila tidak, buat berkas opd/{ $name }.yml.
    }
P202 = Jabatan "{ $name }" tidak ada.
    .cara = { $near ->
        [tiada] Buat berkas jabatan/{ $name }.yml, atau perbaiki id-nya.
       *[other] Mungkin maksudnya "{ $near }"? Bila tidak, buat berkas jabatan/{ $name }.yml.
    }
P203 = Pejabat "{ $name }" tidak ada.
    .cara = { $near ->
        [tiada] Buat berkas pejabat/{ $name }.yml, atau perbaiki id-nya.
       *[other] Mungkin maksudnya "{ $near }"? Bila tidak, buat berkas pejabat/{ $name }.yml.
    }
P204 = Aturan "{ $name }" tidak ada.
    .cara = { $near ->
        [tiada] Buat berkas aturan/{ $name }.yml, atau perbaiki id-nya.
       *[other] Mungkin maksudnya "{ $near }"? Bila tidak, buat berkas aturan/{ $name }.yml.
    }
P205 = Kontrak "{ $name }" tidak ada.
    .cara = { $near ->
        [tiada] Buat berkas kontrak/{ $name }.yml, atau perbaiki tahun dan namanya.
       *[other] Mungkin maksudnya "{ $near }"? Bila tidak, buat berkas kontrak/{ $name }.yml.
    }
P206 = Indikator "{ $name }" tidak ada dalam kontraknya.
    .cara = { $near ->
        [tiada] { $known ->
            [tiada] Kontrak itu belum memiliki indikator.
           *[other] Yang ada: { $known }.
        }
       *[other] Mungkin maksudnya "{ $near }"?
    }
P207 = Program "{ $name }" tidak ada dalam kontraknya.
    .cara = { $near ->
        [tiada] { $known ->
            [tiada] Kontrak itu belum memiliki program.
           *[other] Yang ada: { $known }.
        }
       *[other] Mungkin maksudnya "{ $near }"?
    }
P208 = Skala "{ $name }" tidak ada dalam predikat aturannya.
    .cara = { $near ->
        [tiada] { $known ->
            [tiada] Aturan itu belum memiliki predikat.
           *[other] Yang ada: { $known }.
        }
       *[other] Mungkin maksudnya "{ $near }"?
    }
P209 = "{ $name }" bukan peringkat dalam skalanya.
    .cara = { $near ->
        [tiada] Peringkatnya: { $known }.
       *[other] Mungkin maksudnya "{ $near }"? Peringkatnya: { $known }.
    }
P210 = Aspek "{ $name }" tidak ada dalam aturannya.
    .cara = { $near ->
        [tiada] { $known ->
            [tiada] Aturan itu belum memiliki aspek.
           *[other] Yang ada: { $known }.
        }
       *[other] Mungkin maksudnya "{ $near }"?
    }
P211 = Evaluasi "{ $name }" tidak ada dalam aturannya.
    .cara = { $near ->
        [tiada] { $known ->
            [tiada] Aturannya tidak menetapkan evaluasi. Aktifkan evaluasi: di berkas aturan/ (contohnya ada di sana, diawali #), atau hapus berkas ini.
           *[other] Yang ada: { $known }.
        }
       *[other] Mungkin maksudnya "{ $near }"?
    }
P212 = Berkas "{ $name }" tidak ada.
    .cara = { $near ->
        [tiada] Taruh berkasnya di content/{ $name }.
       *[other] Mungkin maksudnya "{ $near }"? Bila tidak, taruh berkasnya di content/{ $name }.
    }
P213 = Halaman Inggris "{ $name }" tidak memiliki halaman Indonesianya.
    .cara = Buat halaman/{ $name }.md, atau ganti nama berkas ini tanpa .en.
P214 = Nama "{ $name }" sudah dipakai halaman lain situs ini.
    .cara = Ganti nama berkasnya, misalnya { $name }-kami.md.
P215 = Berkas "{ $name }" tidak ada, tetapi ada yang hanya berbeda huruf besar-kecil atau aksennya.
    .cara = Tulis persis { $near }.
P216 = Nama "{ $name }" dan "{ $other }" menjadi satu di komputer yang tidak membedakan huruf besar-kecil atau cara menulis aksen.
    .cara = Ganti nama salah satunya, atau hapus bila keduanya sama.
P220 = Rujukan ini berputar kembali ke "{ $name }" sendiri.
    .cara = Putuskan lingkarannya: salah satu rujukan di dalamnya keliru.
P225 = Alamat lama "{ $name }" sudah ditulis di baris { $line }.
    .cara = Hapus salah satu; tidak jelas mana yang berlaku.
P226 = "{ $name }" sendiri alamat lama (baris { $line }); "ke" harus menuju halaman yang ada.
    .cara = Tulis alamat terakhirnya: tempat halaman itu berada sekarang.
P227 = "{ $name }" bukan alamat lama: "{ $other }" ada di situs ini.
    .cara = Hapus entri ini, atau tulis hanya alamat di bawahnya yang memang sudah tidak ada.
P228 = Tidak ada halaman di "{ $name }".
    .cara = { $near ->
        [tiada] Tulis alamat halaman yang ada, atau dihapus: dengan alasannya bila halamannya memang ditarik.
       *[other] Mungkin maksudnya "{ $near }"? Bila halamannya memang ditarik, tulis dihapus: dengan alasannya.
    }

# Arti

P301 = "{ $name }" sudah dipakai di baris { $line }.
    .cara = Beri id lain; setiap id hanya sekali.
P302 = "{ $name }" belum berisi apa pun.
    .cara = Tulis sedikitnya satu.
P303 = Hanya satu dari kunci ini yang boleh ada: { $keys }.
    .cara = Hapus yang tidak berlaku.
P304 = Salah satu dari kunci ini harus ada: { $keys }.
    .cara = Tulis tepat satu.
P305 = { $because ->
        [indikator] Indikator ini belum lengkap; yang belum ada: { $key }.
       *[other] Kunci "{ $key }" harus ada, karena ada "{ $because }".
    }
    .cara = { $because ->
        [indikator] Tambahkan barisnya, misalnya { $lines }.
       *[other] Tambahkan baris "{ $key }: …".
    }
P306 = Kunci "{ $key }" tidak berarti di sini, karena "{ $because }".
    .cara = Hapus barisnya.
P307 = Angka di sini harus lebih dari 0, bukan { $text }.
    .cara = Perbaiki angkanya, atau hapus barisnya.
P308 = { $end } mendahului { $start }.
    .cara = Periksa kedua tanggalnya.
P310 = Batas { $text } tidak pada urutannya.
    .cara = Urutkan skala dari batas tertinggi ke 0.
P311 = Batas terendah skala adalah { $text }, bukan 0.
    .cara = Tambahkan kategori dengan min: 0, supaya tidak ada nilai tanpa kategori.
P312 = Aturan "{ $name }" yang digantikan baru berlaku { $since }.
    .cara = Aturan pengganti harus berlaku sesudahnya; periksa berlaku_sejak keduanya.
P313 = Nama pejabat harus ada untuk jabatan "{ $post }" (eselon I sampai IV).
    .cara = Tambahkan baris "nama: …".
P314 = Jabatan "{ $post }" pada { $date } juga dipegang "{ $name }", keduanya definitif.
    .cara = Tulis selesai: (hari terakhirnya) di pejabat/{ $name }.yml; atau kedudukan: plt atau plh, bila yang seorang hanya menggantikan sementara.
P320 = { $date } berada di luar tahun { $year }.
    .cara = Satu kontrak berada dalam satu tahun kalender: perbaiki tanggalnya, atau pindahkan berkasnya ke folder tahun yang benar.
P321 = Masa kontrak ini bertumpang tindih dengan kontrak "{ $name }" untuk jabatan yang sama.
    .cara = Akhiri yang satu sebelum yang lain mulai.
P322 = Tanda tangan { $signed } sesudah akhir masa kontrak, { $end }.
    .cara = Periksa tanggal tanda tangan dan periodenya.
P323 = Aturan "{ $name }" baru berlaku { $since }, sesudah tanda tangan { $signed }.
    .cara = Pakai aturan yang berlaku saat kontrak ditandatangani.
P324 = Aturan "{ $name }" sudah digantikan "{ $near }" sejak { $since }, sebelum tanda tangan { $signed }.
    .cara = Tulis aturan: { $near }.
P325 = "{ $name }" tidak pernah memegang jabatan "{ $post }".
    .cara = Periksa pejabat dan jabatannya, atau tambahkan jabatan itu di pejabat/{ $name }.yml.
P326 = "{ $name }" memegang jabatan "{ $post }", tetapi tidak pada masa kontrak ini.
    .cara = Periksa pelantikan dan selesai di pejabat/{ $name }.yml, atau periode kontraknya.
P327 = "{ $name }" berjanji kepada dirinya sendiri.
    .cara = Pihak kedua adalah atasannya; hapus pihak_kedua bila tidak ada.
P330 = Target ini tidak cocok dengan arah indikatornya.
    .cara = { $wanted ->
        [rentang] Tulis target dengan dari: dan sampai: di bawahnya.
        [predikat] Tulis nama peringkat.
        [tuntas] Tulis target: selesai.
       *[angka] Tulis satu angka.
    }
P331 = Nilai ini tidak cocok dengan arah indikatornya.
    .cara = { $wanted ->
        [predikat] Tulis nama peringkat.
        [tuntas] Tulis nilai: belum, atau selesai: tanggal di bawah nilai.
       *[angka] Tulis satu angka.
    }
P332 = Rentang { $from } sampai { $to } terbalik.
    .cara = Tulis angka yang kecil di dari, yang besar di sampai.
P333 = Akumulasi ini tidak cocok: peringkat dan tuntas tidak dijumlah atau dirata-rata.
    .cara = Hapus barisnya.
P334 = { $why ->
        [mulai] { $quarter } berakhir sebelum kontrak mulai, { $date }
        [tanda_tangan] { $quarter } berakhir sebelum kontrak ditandatangani, { $date }
       *[selesai] { $quarter } mulai sesudah kontrak berakhir, { $date }
    }{ $name ->
        [tiada] {""}
       *[other] {" "}(indikator "{ $name }")
    }.
    .cara = Hapus triwulan itu, atau perbaiki tanda_tangan dan periode kontraknya.
P335 = Target triwulan "{ $name }" berjumlah { $sum }, sedangkan target setahun { $target }.
    .cara = Untuk akumulasi jumlah, jumlah target triwulan harus sama dengan target. Bila angkanya kumulatif, tulis akumulasi: akhir.
P336 = Target { $quarter } "{ $name }" tidak sama dengan target setahun.
    .cara = Untuk akumulasi akhir, triwulan terakhir harus sama dengan target.
P337 = Rerata target triwulan "{ $name }" adalah { $mean }, sedangkan target setahun { $target }.
    .cara = Untuk akumulasi rata-rata, rerata target triwulan harus sama dengan target.
P338 = Indikator "{ $name }" tidak berbobot, sedangkan yang lain berbobot.
    .cara = Beri bobot pada semua indikator, atau tidak satu pun.
P339 = Bobot berjumlah { $sum }, bukan 100.
    .cara = Perbaiki bobot indikator yang berlaku hingga berjumlah 100.
P340 = Tenggat { $date } untuk "{ $name }" berada di luar masa kontrak.
    .cara = Perbaiki tenggatnya, atau periode kontraknya.
P341 = Indikator "{ $name }" tidak dapat dibagi: targetnya bukan angka.
    .cara = Hapus milik dan bagian, dan tulis indikatornya sendiri.
P342 = Untuk { $quarter } "{ $name }" ada target, tetapi tidak ada laporan (pelaporan: { $reporting }).
    .cara = Tulis target untuk triwulan yang dilaporkan: { $known }.
P343 = Target triwulan "{ $name }" tampaknya kumulatif: yang terakhir sama dengan target setahun { $target }, dan jumlahnya { $sum }.
    .cara = Pada akumulasi jumlah setiap triwulan memuat targetnya sendiri. Bila angkanya memang kumulatif, tulis akumulasi: akhir.
P345 = Perubahan { $date } tidak pada urutannya.
    .cara = Urutkan dari yang paling awal.
P346 = Perubahan { $date } mendahului tanda tangan { $signed }.
    .cara = Periksa tanggalnya; yang berubah sebelum ditandatangani bukan perubahan kontrak.
P347 = Indikator "{ $name }" sudah dicabut sebelumnya.
    .cara = Hapus perubahan ini, atau tambahkan indikator dengan id baru.
P350 = Dilaporkan { $date }, sebelum kontrak ditandatangani { $signed }.
    .cara = Periksa tanggal dilaporkan.
P351 = Selesai { $date }, padahal dilaporkan { $reported }, sebelum hari itu.
    .cara = Periksa kedua tanggalnya; yang belum selesai ditulis belum.
P355 = Putusan diperpanjang memerlukan sampai kapan dan alasannya.
    .cara = Tambahkan sampai: tanggal, dan alasan: ….
P356 = { $why ->
        [aturan] Aturan "{ $name }" tidak mengenal masa lindung, jadi tidak ada yang gugur.
        [jabatan] Menurut aturan "{ $name }" jabatan ini tidak memiliki masa lindung, jadi tidak ada yang gugur.
       *[putusan] Masa lindung hanya dapat gugur dengan putusan: tidak_terpenuhi.
    }
    .cara = { $why ->
        [aturan] Hapus baris masa_lindung dari evaluasi ini, atau tulis masa_lindung pada aturannya.
        [jabatan] Hapus baris masa_lindung dari evaluasi ini, atau tambahkan jabatannya pada masa_lindung dalam aturan.
       *[putusan] Hapus baris masa_lindung, atau perbaiki putusan menjadi tidak_terpenuhi.
    }
P357 = Di bawah en, { $key } memuat { $count } dari { $wanted } teks { $key }.
    .cara = Tulis terjemahan sebanyak teksnya dan dalam urutan yang sama.
P358 = Uang tidak dapat kurang dari nol.
    .cara = Hapus tanda minusnya bila memang sebesar itu. Serapan dihitung sejak Januari, jadi pengembalian mengurangi jumlahnya, tidak menjadikannya negatif.
P370 = { $text } jauh dari target untuk triwulan ini ({ $target }).
    .cara = { $near ->
        [tiada] Periksa angka, koma, dan satuannya.
       *[other] Periksa angkanya; mungkin maksudnya { $near }.
    } { $place ->
        [sel] Bila memang begitu, biarkan.
       *[berkas] Bila memang begitu, tambahkan sejajar dengan nilai: baris abaikan: { "{" }P370: "alasannya"{ "}" }.
    }
P371 = { $text } kurang dari nol, padahal satuannya "{ $unit }".
    .cara = Hapus tanda minusnya bila salah ketik. { $place ->
        [sel] Bila memang begitu, biarkan.
       *[berkas] Bila memang begitu, tambahkan sejajar dengan nilai: baris abaikan: { "{" }P371: "alasannya"{ "}" }.
    }
P372 = { $text } bukan bilangan bulat, padahal satuannya "{ $unit }".
    .cara = Periksa angka dan komanya. { $place ->
        [sel] Bila memang begitu, biarkan.
       *[berkas] Bila memang begitu, tambahkan sejajar dengan nilai: baris abaikan: { "{" }P372: "alasannya"{ "}" }.
    }
P380 = Angka triwulan "{ $name }" tampaknya kumulatif: terus naik, dan jumlahnya melampaui target.
    .cara = Pada akumulasi jumlah setiap triwulan memuat angkanya sendiri. Bila memang kumulatif, tulis akumulasi: akhir.
P381 = Target "{ $name }" lebih buruk daripada keadaan awalnya.
    .cara = Periksa arah, target, dan awal; bila memang begitu, biarkan.
P382 = Tanggal { $date } belum tiba.
    .cara = Laporan, evaluasi, dan penarikan dicatat sesudah terjadi; periksa tanggalnya.
P383 = Dokumen wajib belum ada: { $kinds }.
    .cara = Tambahkan di bawah dokumen, dengan jenis yang persis sama.
P384 = Halaman Inggris ini tidak diterbitkan, karena bahasa di situs.yml tidak memuat en.
    .cara = Tambahkan en pada bahasa, atau hapus berkas ini.
P385 = Indikator "{ $name }" tidak memiliki satuan.
    .cara = Tambahkan baris "satuan: …", misalnya persen, orang, atau indeks.
P386 = Indikator "{ $name }" tidak menyebutkan cara angkanya dihitung.
    .cara = Tambahkan baris "rumus: …", misalnya Jumlah balita stunting dibagi balita diukur × 100.
P387 = Indikator "{ $name }" tidak menyebutkan sumber datanya.
    .cara = Tambahkan baris "sumber: …", misalnya BPS atau Bulan timbang, Dinas Kesehatan.
P388 = Indikator "{ $name }" tidak menyebutkan kapan harus selesai.
    .cara = Tambahkan baris "tenggat: …" dengan tanggal di dalam masa kontrak; tanpa itu berlaku akhir masa kontrak.
P389 = { $text } persen berada di luar 0–100.
    .cara = Periksa angka dan komanya. { $place ->
        [sel] Bila memang begitu, biarkan.
       *[berkas] Bila memang begitu, tambahkan sejajar dengan { $beside }: baris abaikan: { "{" }P389: "laju pertumbuhan dapat melebihi 100 persen"{ "}" }.
    }
P390 = { $text } kira-kira { $factor } angka sebelumnya ({ $before }): titik atau komanya mungkin bergeser.
    .cara = Periksa angkanya; mungkin maksudnya { $near }. { $place ->
        [sel] Bila memang begitu, biarkan.
       *[berkas] Bila memang begitu, tambahkan sejajar dengan nilai: baris abaikan: { "{" }P390: "alasannya"{ "}" }.
    }
P391 = Tidak ada peringatan { $text } yang diabaikan di sini.
    .cara = Hapus barisnya.
P392 = Bagian-bagian dari "{ $name }" berjumlah { $sum }, lebih dari targetnya ({ $target }).
    .cara = Periksa bagian di kontrak-kontrak yang menulis milik: indikator ini, dan targetnya di sini. Bila memang begitu, misalnya bagian dijanjikan lebih sebagai cadangan, tambahkan pada indikator ini, sejajar dengan target:, baris abaikan: { "{" }P392: "alasannya"{ "}" }.
P393 = Untuk triwulan ini bagian-bagian dari "{ $name }" melaporkan { $sum }, lebih dari angka pemiliknya ({ $text }).
    .cara = Angka pemilik mencakup semua bagiannya: tulis di sini jumlah seluruhnya, atau perbaiki angka bagiannya. Bila memang begitu, tambahkan sejajar dengan nilai: baris abaikan: { "{" }P393: "alasannya"{ "}" }.
P394 = Keterangan di security.txt tidak berlaku lagi sejak { $date }.
    .cara = Pastikan alamat laporan masih dibaca, lalu tulis kedaluwarsa yang baru: kurang dari setahun ke depan.
P395 = Putusan "{ $decision }" berbeda dari hasil menurut angka ({ $outcome ->
        [terpenuhi] terpenuhi
       *[tidak_terpenuhi] tidak terpenuhi
    }), tetapi tidak ada alasannya.
    .cara = Tambahkan alasan: mengapa putusannya berbeda. Sampai itu ada, halaman menulis "tanpa alasan yang tercatat".
P396 = Evaluasi "{ $name }" tidak berlaku bagi jabatan "{ $post }".
    .cara = Tulis evaluasi yang berlaku bagi jabatan ini, atau tambahkan { $post } pada jabatan di evaluasi itu dalam aturannya.
P397 = Evaluasi "{ $name }" mencari perbaikan dari "{ $over }", tetapi "{ $over }" tidak berlaku bagi semua jabatannya.
    .cara = Samakan jabatan kedua evaluasi itu, atau hapus perbaikan_dari.

# Catatan: yang berubah sesudah ditandatangani atau diterbitkan

P399 = Keterangan di security.txt berlaku setahun atau lebih, sampai { $date }.
    .cara = Tulis hari yang kurang dari setahun ke depan, agar alamatnya diperiksa kembali sebelum itu.
P401 = { $name ->
        [tiada] Yang ditandatangani
       *[other] "{ $name }"
    } diubah tanpa adendum: { $term } { $before } menjadi { $after } ({ $date }, { $commit ->
        [tiada] belum di-commit
       *[other] commit { $commit }
    }).
    .cara = Kembalikan { $term }: { $before }, lalu tulis perubahannya di bawah perubahan: dengan tanggal, sebab, dan alasan; salah tulis di bawah ralat: dengan dokumen. Sampai itu ada, halaman menulis "diubah tanpa adendum".
P402 = "{ $name }" dihapus dari kontrak yang sudah ditandatangani ({ $date }, { $commit ->
        [tiada] belum di-commit
       *[other] commit { $commit }
    }).
    .cara = Tulis kembali seperti saat ditandatangani; bila memang dicabut, tulis dicabut: ya di bawah perubahan: dengan tanggal, sebab, dan alasan.
P403 = "{ $name }" ditambahkan ke kontrak yang sudah ditandatangani ({ $date }, { $commit ->
        [tiada] belum di-commit
       *[other] commit { $commit }
    }).
    .cara = Pindahkan ke bawah perubahan: sebagai tambah:, dengan tanggal, sebab, dan alasan.
P404 = Kontrak ini dihapus sesudah ditandatangani ({ $date }, { $commit ->
        [tiada] belum di-commit
       *[other] commit { $commit }
    }).
    .cara = Kembalikan berkasnya dari git. Kontrak yang berakhir lebih awal tetap ada; tulis penggantinya sebagai kontrak baru.
P405 = Perubahan atau ralat bertanggal { $date } tidak lagi seperti saat dicatat ({ $commit ->
        [tiada] belum di-commit
       *[other] commit { $commit }
    }).
    .cara = Kembalikan seperti semula, lalu tulis perubahan atau ralat baru di bawahnya.
P406 = Angka "{ $name }" diubah dari { $before } menjadi { $after } tanpa keterangan ({ $date }, { $commit ->
        [tiada] belum di-commit
       *[other] commit { $commit }
    }).
    .cara = Tambahkan pada angka ini revisi: dengan tanggal, semula: { $before }, dan alasan.
P407 = Angka "{ $name }" yang sudah dicatat dihapus ({ $date }, { $commit ->
        [tiada] belum di-commit
       *[other] commit { $commit }
    }).
    .cara = Tulis kembali nilainya. Bila angkanya keliru, tulis nilai yang benar dengan revisi:.
P408 = Aturan diubah sesudah ada kontrak yang ditandatangani menurut aturan ini: { $term } { $before } menjadi { $after } ({ $date }, { $commit ->
        [tiada] belum di-commit
       *[other] commit { $commit }
    }).
    .cara = Kembalikan yang semula, lalu tulis aturan baru dengan berlaku_sejak dan menggantikan. Kontrak dinilai menurut aturan saat ditandatangani.
P409 = catatan_sejak semula { $date }, lalu dipindahkan atau dihapus.
    .cara = Tulis kembali catatan_sejak: { $date }. Hari yang lebih lambat akan menyembunyikan perubahan sesudah { $date }; karena itu catatan tetap dihitung sejak hari itu.
P411 = Perubahan target dan angka tidak dicatat, padahal folder ini repositori git.
    .cara = Tambahkan di situs.yml baris "catatan_sejak: { $date }". Sesudah hari itu setiap perubahan diam-diam disebut di sini dan di halaman.
P412 = Alamat { $text } hanya contoh; tautan, umpan, dan kartu situs akan menuju ke sana.
    .cara = Tulis alamat tempat situs diterbitkan, misalnya alamat: https://kinerja.kotacontoh.go.id/. Selama isinya rekaan, tulis data_contoh: ya.
# Yang sudah terbit

P410 = Halaman "{ $name }" pernah diterbitkan dan akan hilang; tautan ke sana, juga yang tercetak, akan putus.
    .cara = Kembalikan berkasnya. Atau tulis di situs.yml, di bawah alamat_lama:, baris "- {"{"}dari: { $name }, ke: { $near ->
        [tiada] alamat-barunya/
       *[other] { $near }
    }{"}"}" bila halamannya pindah, atau "- {"{"}dari: { $name }, dihapus: alasannya, tanggal: { $date }{"}"}" bila memang ditarik.
P398 = Batas lapor { $quarter } sudah lewat, tetapi triwulan itu belum dibekukan.
    .cara = Jalankan pantau freeze { $quarter }, lalu commit content/arsip/{ $quarter }.json. Setelah itu setiap orang dapat melihat apa yang diketahui pada batas lapor, apa pun yang diubah kemudian.

# Formulir yang kembali

P501 = { $why ->
        [terkunci] Berkas ini terkunci dengan kata sandi.
        [rusak] Berkas ini rusak ({ $detail }).
        [besar] Isi berkas ini terlalu besar untuk sebuah formulir.
       *[lain] Berkas ini bukan buku kerja Excel (.xlsx) atau LibreOffice (.ods).
    }
    .cara = { $why ->
        [terkunci] Buka di Excel, hapus kata sandinya, lalu simpan ulang.
        [besar] Hapus gambar, lembar, baris, dan kolom yang bukan bagian formulir (juga isi yang jauh di kanan atau di bawah), lalu simpan ulang sebagai .xlsx.
       *[other] Buka formulirnya di Excel, LibreOffice, atau Google Sheets, lalu simpan (unduh) sebagai .xlsx.
    }
P502 = Buku kerja ini bukan formulir pantau: penandanya di kolom tersembunyi A tidak ada.
    .cara = Tulis formulir baru dengan pantau formulir, salin isinya ke sel kuning, lalu impor berkas itu.
P503 = Formulir ini ditulis untuk bentuk formulir versi { $found }, sedangkan yang dikenal versi { $known }.
    .cara = Impor dengan versi pantau yang menulisnya, atau tulis formulir baru dengan pantau formulir dan salin isinya.
P504 = Penanda baris ini, "{ $text }", tidak terbaca: kolom tersembunyi A telah diubah.
    .cara = Tulis formulir baru dengan pantau formulir dan salin isinya; kolom A dibiarkan.
P505 = { $quarter } bukan triwulan yang dilaporkan kontrak { $contract }.
    .cara = Tulis formulir untuk triwulan yang benar dengan pantau formulir --triwulan.
P506 = Indikator "{ $name }" sudah dicabut dari kontrak ini, jadi tidak dilaporkan lagi.
    .cara = Kosongkan baris ini, atau tulis formulir baru dengan pantau formulir.
P507 = { $what } sudah diisi di { $other }.
    .cara = Pakai satu saja: hapus lembar atau baris yang lebih, atau impor satu berkas saja.
P508 = Kolom "{ $column }" tidak ditemukan di lembar ini.
    .cara = Tulis kembali judul kolomnya persis "{ $column }".
P509 = Nilai ({ $text }) dan alasan belum ada terisi dua-duanya untuk "{ $name }".
    .cara = Kosongkan salah satu: Nilai di { $value }, atau alasannya di sini.
P510 = "{ $text }" menyatakan angkanya belum ada, tetapi alasannya tidak ditulis.
    .cara = Kosongkan Nilai, lalu tulis alasannya di { $reason } (kolom Belum ada, karena), misalnya: Survei baru selesai bulan Mei.
P511 = Tanggal laporan belum diisi.
    .cara = Tulis di sel ini kapan OPD melaporkannya, misalnya 8 Januari 2027.
P512 = Sel ini berisi tanggal ({ $text }), padahal yang diminta angka: lembar kerja sering mengubah 7.5 atau 7/5 menjadi tanggal.
    .cara = Ubah format selnya menjadi Umum (General), lalu ketik angkanya lagi, misalnya 7,5.
P513 = Sel ini tampil sebagai { $text }%, padahal satuannya "{ $unit }".
    .cara = Ubah format selnya menjadi Umum (General), lalu ketik angkanya lagi tanpa tanda %.
P514 = Sel ini berisi kesalahan rumus: { $text }.
    .cara = Ganti rumusnya dengan angkanya.
P515 = Sel ini berisi rumus yang belum dihitung oleh program yang menyimpannya.
    .cara = Buka berkasnya di Excel atau LibreOffice dan simpan, atau tulis angkanya sendiri.
P516 = "{ $text }" bukan { $wanted ->
        [tuntas] tanggal selesai dan bukan kata belum
        [tanggal] tanggal
        [teks] teks
       *[angka] angka
    }.
    .cara = { $wanted ->
        [tuntas] Tulis tanggal selesainya, misalnya 30 Maret 2026, atau kata belum.
        [tanggal] Tulis tanggalnya, misalnya 8 Januari 2027.
        [teks] Tulis sebagai teks.
       *[angka] Tulis satu angka, misalnya 3000 atau 13,2.
    }
P517 = Serapan { $text } lebih kecil daripada yang dilaporkan { $quarter } ({ $before }), padahal dihitung sejak Januari.
    .cara = Tulis jumlah sejak Januari sampai akhir triwulan ini; bila memang turun karena pengembalian, biarkan.
P520 = Kolom "{ $column }" berisi "{ $text }", sedangkan menurut data "{ $expected }". Kolom ini tidak diimpor.
    .cara = Bila isinya perlu diubah, ubah kontraknya (perubahan:), bukan formulirnya. Bila datanya yang berubah sesudah formulir ditulis, tidak ada yang perlu dilakukan.
P521 = "{ $name }" belum diisi: tidak ada nilai dan tidak ada alasan.
    .cara = Isi Nilai di sini, atau alasannya di kolom Belum ada, karena. Tanpa itu halaman menyebutnya belum dilaporkan.
P522 = Baris ini bukan baris formulir, jadi "{ $text }" tidak dibaca.
    .cara = Pindahkan isinya ke baris indikatornya. Indikator baru ditambahkan lewat kontrak.
P523 = Sel ini tampil sebagai { $text }%; dibaca sebagai { $text } persen.
    .cara = Periksa angkanya. Bila maksudnya lain, tulis tanpa tanda %.
P524 = Tanggal laporan { $date } mendahului akhir triwulannya, { $end }: mungkin tahunnya keliru.
    .cara = Periksa tahunnya.
P526 = Baris indikator "{ $name }" tidak ada di lembar ini.
    .cara = Tulis formulir baru dengan pantau formulir dan salin isinya.
P527 = Sel ini kosong, tetapi "{ $name }" sudah dilaporkan ({ $text }); yang sudah dilaporkan tetap.
    .cara = Untuk menghapusnya, ubah berkas hasilnya sendiri: { $target }.
P528 = Alasan perbaikan terisi, padahal nilai "{ $name }" tidak berubah.
    .cara = Isi nilainya yang baru, atau kosongkan alasannya.
P529 = Nilai "{ $name }" sudah diverifikasi ({ $by }, { $date }), dan sekarang diubah.
    .cara = Minta diverifikasi lagi, lalu perbarui verifikasi: di berkas hasilnya.
P530 = Berkas ini tidak dapat diubah otomatis dengan aman: { $why ->
        [kurung] isinya ditulis dalam kurung { "{ }" } atau [ ]
        [komentar] ada komentar di tengah isi yang akan diganti
       *[bentuk] bentuk tulisannya di luar kebiasaan
    }.
    .cara = Ubah baris ini sendiri menurut formulirnya, lalu impor lagi.
P531 = Ada keterangan untuk "{ $name }", tetapi tidak ada nilainya dan tidak ada alasan belum ada.
    .cara = Isi Nilai di { $value }, atau alasannya di { $reason } (kolom Belum ada, karena); atau kosongkan sel ini.
P532 = Baris judul kolom untuk baris ini tidak ditemukan di lembar ini: terhapus, tertimpa, atau penandanya di kolom tersembunyi A hilang.
    .cara = Tulis formulir baru dengan pantau formulir dan salin isinya; baris judul dan kolom A dibiarkan.
P533 = Sel ini diubah menjadi { $text }, sedangkan datanya juga sudah berubah sesudah formulir ini ditulis: kini { $now ->
        [tiada] tidak ada isinya lagi
       *[other] { $now }
    }.
    .cara = Tanyakan kepada OPD mana yang benar. Bila isi sel ini, tulis formulir baru dengan pantau formulir, ubah di sana, lalu impor; bila datanya, kosongkan sel ini.
P534 = Sel ini masih berisi { $text }, seperti ketika formulir ini ditulis; datanya sudah diubah sesudah itu: { $now ->
        [tiada] tidak ada isinya lagi
       *[other] { $now }
    }. Yang berlaku datanya.
    .cara = Tidak ada yang perlu dilakukan bila datanya benar. Bila isi sel ini yang benar, tulis formulir baru dengan pantau formulir dan ubah di sana.
P535 = Sel ini berisi { $text }; formulirnya ditulis sebelum datanya berisi { $now }, yang akan diganti.
    .cara = Periksa mana yang benar. Bila datanya, kosongkan sel ini.
P536 = Angka "{ $name }", yang tercatat { $before }, di formulir ini menjadi { $after } tanpa alasan.
    .cara = Tulis alasannya di sel ini, kolom Alasan perbaikan; atau kembalikan nilainya menjadi { $before }.
