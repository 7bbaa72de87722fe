# Kata-kata formulir: yang dibaca petugas OPD di lembar kerja.

tw1 = Triwulan I
tw2 = Triwulan II
tw3 = Triwulan III
tw4 = Triwulan IV
short_1 = TW I
short_2 = TW II
short_3 = TW III
short_4 = TW IV
acting = Plt. { $post }
daily_acting = Plh. { $post }
no_opd = Tanpa OPD

title = Formulir hasil: { $post }
subtitle = { $quarter } · { $official } · { $opd }
hint = Isi sel kuning saja. Sel lain terkunci dan tidak ikut dibaca; penjelasannya di lembar "{ $guide }".
hint_due = Batas lapor: { $date }. Isi sel kuning saja. Sel lain terkunci dan tidak ikut dibaca; penjelasannya di lembar "{ $guide }".
reported = Dilaporkan pada tanggal
reported_title = Tanggal laporan
reported_message = Hari OPD melaporkan hasil ini, misalnya 8 Januari 2027. Wajib diisi.
reported_error = Tulis sebuah tanggal, misalnya 8/1/2027 atau 2027-01-08.

column_name = Indikator
column_unit = Satuan
column_direction = Arah
column_target = Target triwulan
column_year_target = Target setahun
column_last = Terakhir dilaporkan
column_value = Nilai
column_unavailable = Belum ada, karena
column_note = Catatan
column_obstacle = Kendala
column_follow_up = Tindak lanjut
column_reason = Alasan perbaikan
column_program = Program
column_budget = Pagu
column_absorbed = Terserap sampai kini

direction_up = makin tinggi makin baik
direction_down = makin rendah makin baik
direction_range = baik di dalam rentang
direction_range_lower = baik di dalam atau di bawah rentang
direction_range_higher = baik di dalam atau di atas rentang
direction_rank = makin tinggi peringkatnya makin baik
direction_completion = selesai atau belum
sum = jumlah triwulan ini saja
done = selesai
done_on = selesai { $date }
not_done = belum
nothing_yet = –
last = { $value } ({ $quarter })
by = selesai paling lambat { $date }

number_title = Nilai
number_message =
    Satu angka, tanpa satuan{ $unit ->
        [tiada] .
       *[other] { " " }({ $unit }).
    } Belum ada angkanya? Kosongkan, lalu isi alasannya di sebelah kanan. 0 berarti nol.
sum_message =
    Jumlah triwulan ini saja, bukan sejak Januari, tanpa satuan{ $unit ->
        [tiada] .
       *[other] { " " }({ $unit }).
    } Belum ada angkanya? Kosongkan, lalu isi alasannya di sebelah kanan. 0 berarti nol.
number_error = Tulis satu angka saja, misalnya 3000 atau 13,2. Satuan, tanda %, dan keterangan tidak ditulis di sini.
rank_title = Peringkat
rank_message = Pilih satu peringkat dari daftar. Belum ada? Kosongkan, lalu isi alasannya di sebelah kanan.
rank_error = Pilih salah satu peringkat dari daftar.
completion_title = Selesai atau belum
completion_message = Tanggal selesainya, misalnya 30 Maret 2026; atau tulis: belum
completion_error = Tulis tanggal selesainya, atau kata belum.
unavailable_title = Bila angkanya belum ada
unavailable_message = Tulis alasannya, misalnya: Survei baru selesai bulan Mei. Kosongkan bila kolom Nilai diisi.
text_message = Boleh kosong. Tampil di halaman publik; jangan tulis NIP, NIK, nomor telepon, atau nama orang lain.
reason_title = Bila nilai diubah
reason_message = Isi hanya bila nilai yang sudah dilaporkan diubah: mengapa angkanya diperbaiki. Tampil di halaman publik.
absorbed_title = Serapan anggaran
absorbed_message = Rupiah yang terserap sejak Januari sampai akhir triwulan ini (kumulatif), tanpa titik: 27602515000

guide = Petunjuk
guide_title = Formulir hasil { $quarter }
guide_opd = { $opd }
guide_sheets = Lembar di berkas ini
guide_steps = Cara mengisi
guide_step_1 = Buka lembar setiap jabatan (tab di bawah). Isi hanya sel kuning.
guide_step_2 = Isi dahulu tanggal laporan di bagian atas lembar.
guide_step_3 = Nilai: satu angka tanpa satuan, misalnya 13,2 atau 3000. Jangan tulis %, Rp, atau titik ribuan.
guide_step_4 = Bila angkanya belum tersedia, kosongkan Nilai dan tulis alasannya di kolom "Belum ada, karena". Jangan tulis 0: 0 berarti nol.
guide_step_5 = Peringkat (misalnya opini BPK) dipilih dari daftar. Untuk indikator selesai/belum, tulis tanggal selesainya, atau kata belum.
guide_step_6 = Catatan, Kendala, dan Tindak lanjut boleh kosong. Semuanya tampil di halaman publik: jangan tulis NIP, NIK, nomor telepon, atau nama orang lain.
guide_step_7 = Terserap sampai kini: rupiah sejak Januari sampai akhir triwulan (kumulatif).
guide_step_8 = Angka yang sudah pernah dilaporkan sudah terisi. Bila diubah, isi juga Alasan perbaikan.
guide_step_9 = Mengosongkan sel tidak menghapus angka yang sudah dilaporkan; untuk itu hubungi pengirim formulir ini.
guide_step_10 = Simpan sebagai .xlsx (atau .ods) dan kirim kembali berkas ini. Jangan disalin ke berkas lain, jangan dikirim sebagai PDF atau foto.
guide_rules = Yang tidak perlu dicemaskan
guide_rule_1 = Nama lembar boleh diganti, baris dan kolom boleh disisipkan setelah proteksi dibuka (tanpa kata sandi); isinya tetap terbaca.
guide_rule_2 = Target tidak dibaca dari formulir ini. Target hanya berubah lewat perubahan kontrak.
guide_rule_3 = Kesalahan diberitahukan bersama nama selnya sebelum apa pun diterbitkan.
guide_colours = Warna
guide_input = sel yang diisi
guide_locked = terkunci, sudah diisi dari kontrak
guide_conflict = Nilai dan alasan "belum ada" terisi dua-duanya: kosongkan salah satu
footer = { $opd } · { $quarter } · halaman &P dari &N
