### Kata-kata situs, bahasa Indonesia. Tag HTML di dalam pesan dicetak apa adanya; nilai yang
### dimasukkan ke dalamnya selalu diloloskan (escape) lebih dulu.

## Kerangka halaman

skip = Langsung ke isi
sample_data = Data contoh: pejabat dan angka di situs ini rekaan.
offline = Tanpa jaringan: ini salinan yang tersimpan ketika halaman terakhir dibuka, dan mungkin bukan yang terbaru.
main_navigation = Utama
breadcrumb = Posisi halaman
nav_officials = Pejabat
nav_quarters = Triwulan
nav_evaluations = Evaluasi
nav_changes = Perubahan
nav_tree = Pohon kinerja
nav_opds = OPD
nav_method = Metode
switch_language = English
as_of = Data per { $date }.
recorded_since = Perubahan data tercatat di repositori sejak { $date }.
not_recorded = Riwayat perubahan data situs ini tidak tercatat.
data_commit = Data menurut commit { $commit } ({ $date }).
data_commit_in = Data menurut commit { $commit } ({ $date }) di <a href="{ $repository }">repositori</a>.
cite = Kutip halaman ini
cite_item = Kutip
cite_link = Tautan:
cite_indicator = Untuk satu indikator, kutip alamat di balik namanya.
citation = { $government }. ({ $year }, { $day }). { $title }. { $site }. { $url }
not_recorded_repository = Situs ini dibangun di luar repositori git, sehingga riwayat perubahan datanya tidak tersedia.
not_recorded_commits = Data situs ini belum pernah dicatat dalam git, sehingga riwayat perubahannya tidak tersedia.
not_recorded_shallow = Situs ini dibangun dari salinan repositori tanpa riwayat, sehingga perubahan datanya tidak dapat ditunjukkan.
not_recorded_git = Situs ini dibangun tanpa program git, sehingga perubahan datanya tidak dapat ditunjukkan.
paper_frozen = Salinan beku { $quarter }:
paper_year = Halaman tahun { $year }:
paper_page = Halaman ini:
report_error = Laporkan kesalahan
report_subject = Kesalahan data: { $page }
report_body =
    Halaman: { $url }
    Angka yang salah:
    Seharusnya:
    Sumber:
complain = Sampaikan pengaduan lewat SP4N-LAPOR!
licence = Lisensi
of = dari
joined = { $first } { $second }
link = <a href="{ $url }">{ $text }</a>

## Triwulan

tw1 = TW I
tw2 = TW II
tw3 = TW III
tw4 = TW IV
tw1_long = Triwulan I
tw2_long = Triwulan II
tw3_long = Triwulan III
tw4_long = Triwulan IV

## Keadaan komitmen

state_reached = Tercapai
state_not_reached = Tidak tercapai
state_on_track = Sesuai jalur
state_below_track = Di bawah jalur
state_late = Terlambat { $days } hari
state_unavailable = Belum tersedia
state_not_due = Belum jatuh tempo
state_withdrawn = Dicabut
state_undeclared = Tanpa adendum
state_not_computable = Tidak dapat dihitung
count_reached = { $count } tercapai
count_not_reached = { $count } tidak tercapai
count_on_track = { $count } sesuai jalur
count_below_track = { $count } di bawah jalur
count_late = { $count } belum lengkap dilaporkan
count_unavailable = { $count } belum tersedia
count_not_due = { $count } belum jatuh tempo
kept_reached = { $kept } dari { $total } komitmen yang jatuh tempo tercapai pada { $when }
kept_on_track = { $kept } dari { $total } komitmen yang jatuh tempo sesuai jalur pada { $when }
kept_both = { $kept } dari { $total } komitmen yang jatuh tempo tercapai atau sesuai jalur pada { $when }
kept_without_figures = Belum ada angka untuk { $when }
kept_silent = Belum ada laporan untuk { $when }
rest_below_track = { $count } di bawah jalur
rest_not_reached = { $count } tidak tercapai
rest_late =
    { $count ->
        [1] { $count } belum lengkap dilaporkan (terlambat { $days } hari)
       *[other] { $count } belum lengkap dilaporkan (terlambat paling lama { $days } hari)
    }
rest_unavailable = { $count } belum tersedia
rest_not_due = { $count } belum jatuh tempo
headline_kept = { $kept } dari { $total } dipenuhi
nothing_due = Belum ada yang jatuh tempo dari { $total } komitmen

## Capaian keseluruhan

achievement_none = Capaian keseluruhan belum dapat dihitung.
achievement_all = Capaian <b>{ $percent }</b>{ $category } dari { $total } komitmen{ $weights }.
achievement_part = Capaian <b>{ $percent }</b>{ $category } dari { $counted } dari { $total } komitmen{ $weights }; paling rendah { $floor } bila sisanya 0.
weights = { " " }(bobot { $counted } dari { $total })
in_category = { " " }({ $category })
left_out = Tidak ikut dihitung: { $parts }.
left_out_late = { $count } belum lengkap dilaporkan
left_out_unavailable = { $count } belum tersedia
left_out_not_due = { $count } belum jatuh tempo
left_out_not_computable = { $count } tidak dapat dihitung
uncapped = Tanpa batas per komitmen: { $percent }.
counted_of = { $counted } dari { $total } dihitung

## Satu komitmen

compare_up = { $lead }: <b>{ $actual }</b> dari target <b>{ $target }</b>
compare_down = { $lead }: <b>{ $actual }</b>, target paling tinggi <b>{ $target }</b>
compare_range = { $lead }: <b>{ $actual }</b>, target <b>{ $target }</b>
compare_rank = { $lead }: <b>{ $actual }</b>, target <b>{ $target }</b>
target_of_year = (target setahun { $target })
target_of_contract = (target masa kontrak { $target })
lead_sum = Jumlah { $quarters }
lead_mean = Rata-rata { $quarters }
lead_sum_year = Jumlah setahun { $year }
lead_mean_year = Rata-rata setahun { $year }
lead_last_year = Hasil { $year }
completion_in_time = <b>{ $outcome }</b>, tenggat { $due }
completion_late = <b>{ $outcome }</b>, { $days } hari setelah tenggat { $due }
summary_late = { $quarter } <b>belum dilaporkan</b>. Batas lapor { $deadline }.
summary_unavailable = { $quarter } <b>belum tersedia</b>: { $reason }
summary_not_due = Target <b>{ $target }</b>, jatuh tempo { $due }
summary_published = Target <b>{ $target }</b>; angkanya terbit { $due }
summary_not_due_done = Harus selesai paling lambat <b>{ $due }</b>
summary_share = Sampai { $quarter }: <b>{ $actual }</b>, { $percent } dari target tahunan <b>{ $target }</b>
summary_share_without_percent = Sampai { $quarter }: <b>{ $actual }</b>; target tahunan <b>{ $target }</b>
last_known = Dihitung setelah dilaporkan. Laporan terakhir, { $quarter }: { $actual }, target { $target } (capaian { $percent }).
direction_up = Makin tinggi makin baik.
direction_down = Makin rendah makin baik.
direction_range_lower = Baik bila di dalam atau di bawah rentang.
direction_range_higher = Baik bila di dalam atau di atas rentang.
direction_range_inside = Baik bila di dalam rentang.
direction_rank = Makin tinggi peringkat makin baik.
direction_completion = Dinilai dari selesai atau tidaknya pada tenggat.
formula_ratio = Capaian = { $actual } ÷ { $target } × 100 = <b>{ $percent }</b>
formula_mirrored = Capaian = (2 − { $actual } ÷ { $target }) × 100 = <b>{ $percent }</b>
formula_inverse = Capaian = { $target } ÷ { $actual } × 100 = <b>{ $percent }</b>
formula_inside = Capaian di dalam rentang = <b>{ $percent }</b>
formula_ranks = Capaian = peringkat { $actual } dari { $ranks } ÷ peringkat { $target } dari { $ranks } × 100 = <b>{ $percent }</b>
formula_done = Capaian = <b>{ $percent }</b>, selesai pada waktunya
formula_done_late = Capaian = <b>{ $percent }</b>, tidak selesai pada waktunya
with_category = { $formula } · { $category }
not_computable = tidak dapat dihitung
not_computable_target = Capaian tidak dapat dihitung: target 0 atau kurang tidak memberi perbandingan.
not_computable_actual = Capaian tidak dapat dihitung: realisasi 0 atau kurang tidak dapat menjadi pembagi.
not_computable_kind = Capaian tidak dapat dihitung: bentuk realisasi tidak cocok dengan targetnya.
missing_named = { $quarters } belum dilaporkan.
missing_against_all = { $quarters } belum dilaporkan. Dihitung terhadap target semua triwulan yang sudah jatuh tempo, karena hasilnya lebih rendah.
missing_against_reported = { $quarters } belum dilaporkan. Dihitung terhadap target triwulan yang dilaporkan, karena hasilnya lebih rendah.
against_filed = Terhadap target yang tertulis sekarang, { $target }, capaiannya { $percent }.
against_original = Terhadap target semula { $target }: <b>{ $percent }</b>.
contribution = Bagian dari komitmen bersama yang dihitung pada <a href="{ $url }">{ $post }</a>.
shares = Dibagi kepada kontrak lain; angka di sini sudah mencakup semuanya:
share_delivered = <a href="{ $url }">{ $post }</a>: menjanjikan { $promised }, melaporkan { $delivered } ({ $quarters })
share_silent = <a href="{ $url }">{ $post }</a>: menjanjikan { $promised }, belum melaporkan angka
share_own = Bagian sendiri: { $promised }
share_own_delivered = Bagian sendiri: { $promised }, melaporkan { $amount }
share_own_below = Bagian sendiri: { $promised }. Bagian-bagian di atas melaporkan { $amount } lebih banyak daripada angka ini.
share_exceeded = Bagian-bagian di atas menjanjikan { $amount } lebih banyak daripada target { $promised }.
supported_by = Didukung
shared_with = Dikerjakan bersama { $opds }.
amendment_changed = <b>Target diubah dengan adendum { $date }</b>: { $changes }. { $reason }
amendment_terms = <b>Diubah dengan adendum { $date }</b>: { $changes }. { $reason }
amendment_corrected = <b>Ralat { $date }</b>: { $changes }. { $reason }
amendment_undeclared = <b>Diubah tanpa adendum</b>: { $changes }. Yang mengikat dan yang dihitung di sini tetap seperti saat ditandatangani.
amendment_added = <b>Ditambahkan dengan adendum { $date }.</b> { $reason }
changed_term_undeclared = { $what } { $before } → { $after }
changed_term = { $what } <s>{ $before }</s> → { $after }
target_word = target
name_word = nama
weight_word = bobot
due_word = tenggat
published_word = terbit
revised_undeclared = <b>Realisasi { $quarter } diubah tanpa keterangan</b>: <s>{ $before }</s> → { $after }.
revised = <b>Realisasi { $quarter } direvisi { $date }</b>: <s>{ $before }</s> → { $after }. { $reason }
withdrawn = <b>Dicabut dengan adendum { $date }</b> (target semula { $target }); tidak dihitung lagi. { $reason }
added_undeclared = <b>Dicantumkan tanpa adendum, { $date }</b> (target { $target }); tidak ada dalam kontrak yang semula tercatat, maka tidak dihitung.
withdrawn_heading = Tidak dihitung
response = <b>Tanggapan pejabat</b> ({ $quarter }): { $response }
silenced = <b>Peringatan pemeriksaan data diabaikan</b> ({ $code ->
        [P370] angka jauh dari target
        [P371] hitungan kurang dari nol
        [P372] hitungan bukan bilangan bulat
        [P380] angka triwulan tampak kumulatif
        [P381] target lebih buruk daripada keadaan awal
        [P382] tanggal belum tiba
        [P383] dokumen wajib belum ada
        [P384] halaman tidak diterbitkan
        [P385] tanpa satuan
        [P386] tanpa cara menghitung
        [P387] tanpa sumber data
        [P388] tanpa tenggat
        [P389] persentase di luar 0–100
        [P390] angka berubah sepuluh kali atau lebih
        [P392] bagian-bagiannya menjanjikan lebih dari targetnya
        [P393] bagian-bagiannya melaporkan lebih dari angka ini
        [P395] putusan berbeda dari hasil menurut angka
       *[other] { $code }
    }): { $reason }
target_done = selesai
done_on = Selesai { $date }
not_done = Belum selesai
baseline = { $value } ({ $year })
verified = { $by }, { $date }
accumulation_sum = Jumlah: tiap triwulan melaporkan jumlahnya sendiri
accumulation_last = Akhir: yang berlaku angka triwulan terakhir
accumulation_mean = Rata-rata dari triwulan yang dilaporkan
details = Tabel, rumus, sumber, dan catatan
table_caption = Target dan realisasi per triwulan
column_quarter = Triwulan
column_target = Target
column_actual = Realisasi
column_running = Kumulatif
column_achievement = Capaian
cell_unavailable = belum tersedia
cell_late = belum dilaporkan, terlambat { $days } hari
cell_not_due = belum jatuh tempo
cell_no_deadline = tenggat lapor tidak ditetapkan
evidence = Bukti
chart_title = { $name }, per triwulan { $year }
chart_title_sum = { $name }, jumlah sejak Januari { $year }
chart_title_sum_part = { $name }, kumulatif selama kontrak { $year }
chart_quarter = { $quarter } { $actual }, target { $target }
chart_quarter_without_target = { $quarter } { $actual }
chart_late = belum dilaporkan
chart_not_asked = tanpa target
spark_title = Capaian: { $quarters }
fact_target = Target setahun
fact_target_contract = Target masa kontrak
fact_due = Tenggat
fact_published = Terbit
fact_baseline = Kondisi awal
fact_weight = Bobot
fact_accumulation = Akumulasi
fact_formula = Rumus
fact_source = Sumber
fact_way = Cara mencapai
fact_unavailable = Belum tersedia
fact_reported = Dilaporkan
fact_note = Catatan
fact_obstacle = Kendala
fact_follow_up = Tindak lanjut
fact_response = Tanggapan pejabat
fact_verification = Diverifikasi

## Kontrak

supports = Mendukung
goal_added = Ditambahkan kemudian
budget = Program dan anggaran
budget_caption = Serapan sejak Januari sampai akhir tiap triwulan, dari anggaran yang berlaku sekarang
budget_total = Jumlah
column_program = Program
column_budget = Anggaran
absorbed_share = terserap <b>{ $share }</b> sampai { $quarter }
absorbed_amount = terserap <b>{ $amount }</b> sampai { $quarter }, tanpa anggaran untuk dibandingkan
absorbed_none = serapan belum dilaporkan
absorbed_not_said = tidak disebut dalam laporan
absorbed_partly = baru { $said } dari { $of } program
served_all = capaian indikator pendukung <b>{ $percent }</b> pada { $quarter }
served_part = capaian indikator pendukung <b>{ $percent }</b> pada { $quarter } ({ $counted } dari { $total } indikator; paling rendah { $floor } bila sisanya 0)
served_none = capaian indikator pendukung belum dapat dihitung
reports = Laporan triwulan
report_in_time = dilaporkan { $date }
report_late = dilaporkan { $date }, terlambat { $days } hari
report_partly = dilaporkan { $date }; { $silent } komitmen belum dilaporkan
report_late_partly = dilaporkan { $date }, terlambat { $days } hari; { $silent } komitmen belum dilaporkan
report_missing = belum dilaporkan, terlambat { $days } hari
report_not_due = belum jatuh tempo
report_not_due_until = belum jatuh tempo, batas lapor { $date }
evaluations = Evaluasi
amendments = Perubahan kontrak
amendment = Adendum
correction = Ralat
undeclared = Diubah tanpa adendum
cause_official = pergantian pejabat
cause_strategy = perubahan strategi
cause_budget = perubahan anggaran
cause_priority = perubahan prioritas
contract = Kontrak
documents = Dokumen
superior = Atasan
subordinates = Bawahan
fact_number = Nomor
fact_signed = Ditandatangani
fact_period = Berlaku
period_ended_early = { $start } sampai { $end }, hari terakhir dalam jabatan; ditandatangani sampai { $signed }
period = { $start } sampai { $end }
fact_principal = Pemberi amanah
fact_rules = Aturan
fact_presented = Dipaparkan
fact_announced = Diumumkan
fact_inducted = Pelantikan
fact_reason = Alasan
decision_met = terpenuhi
decision_not_met = tidak terpenuhi
decision_extended = diperpanjang sampai { $until }

## Pejabat, jabatan, OPD

social_site = { $title }: apa yang dijanjikan pejabat { $government }, dan berapa yang sudah dipenuhi
social_total = dari { $total }
social_achievement = Capaian { $percent }
social_achievement_none = Capaian belum dapat dihitung
social_missing = belum
social_sample = Data contoh
name_withheld = Nama tidak dicantumkan
acting = Plt. { $post }
daily_acting = Plh. { $post }
capacity_definitive = definitif
capacity_acting = pelaksana tugas (Plt.)
capacity_daily_acting = pelaksana harian (Plh.)
official_receives = { $name } menerima janji sebagai pemberi amanah dalam { $count } kontrak; kontraknya sendiri tidak tercatat.
official_without_contract = { $name }: belum ada kontrak yang tercatat.
no_contract = Belum ada kontrak yang tercatat.
career = Jabatan
other_years = Tahun lain
since = sejak { $date }
from_to = { $start } sampai { $end }
selection_of = { $kind }: { $applicants } pelamar untuk { $posts } jabatan
post_description = { $post }: pejabatnya dari waktu ke waktu dan kontrak kinerjanya.
holders = Pejabat dari waktu ke waktu
no_holder = Tidak ada pejabat yang tercatat.
echelon = Eselon
line_of_command = Atasan dan bawahan
opd_description = { $opd }: pejabat, kontrak, dan komitmennya.
opds_lead = Organisasi perangkat daerah dan pimpinannya sekarang.
opd_merged_from = Hasil penggabungan sejak { $date } dari
opd_split_from = Hasil pemecahan sejak { $date } dari
opd_renamed_from = Berganti nama sejak { $date } dari
opd_merged_into = Digabung sejak { $date } ke dalam
opd_split_into = Dipecah sejak { $date } menjadi
opd_renamed_into = Berganti nama sejak { $date } menjadi
posts = Jabatan
no_posts = Tidak ada jabatan yang tercatat.
contracts = Kontrak
commitments_of = Komitmen
commitments_caption = Semua komitmen dan keadaannya
column_indicator = Komitmen
column_post = Jabatan
column_state = Keadaan

## Rapor

card = Rapor
card_link = Rapor untuk dicetak
card_title = Rapor { $year }: { $name }
card_as_of = keadaan per { $date }
card_official = Pejabat
card_opd = OPD
card_caption = Keberhasilan dan kegagalan per target
card_number = No.
card_total = Seluruh komitmen, yang bersama dihitung sekali pada pemiliknya: { $success }.
card_success = Hasil: { $success }.
card_legend = Berhasil: tercapai, atau sesuai jalur sebelum tenggatnya. Belum berhasil: tidak tercapai, atau di bawah jalur. Tanpa angka: belum dilaporkan atau belum tersedia.
card_stakes = Yang dipertaruhkan menurut aturan
card_address = Halaman ini:
card_target_up = paling sedikit { $target }
card_target_down = paling tinggi { $target }
card_target_range_lower = { $target } atau di bawahnya
card_target_range_higher = { $target } atau di atasnya
card_target_range_inside = di dalam { $target }
card_target_rank = { $target } atau lebih baik
card_target_changed = <s>{ $original }</s> { $now }
card_actual = <b>{ $actual }</b> ({ $lead })
card_actual_of = <b>{ $actual }</b> ({ $lead }, target { $target })
success_kept = berhasil { $count }
success_not_kept = belum berhasil { $count }
success_silent = tanpa angka { $count }
success_not_due = belum jatuh tempo { $count }

## Evaluasi dan masa jabatan

tenure_heading = Evaluasi dan masa jabatan
tenure_chart = Garis waktu masa jabatan; isinya sama dengan daftar di bawahnya.
tenure_ended = Hari terakhir dalam jabatan
today = hari ini
evaluation_upcoming = { $days } hari lagi
evaluation_today = Jatuh tempo hari ini
evaluation_overdue = Lewat { $days } hari
evaluation_waiting = Menunggu hasil { $quarter }
evaluation_held = Tercatat
evaluation_decided_met = Diputuskan: terpenuhi
evaluation_decided_not_met = Diputuskan: tidak terpenuhi
evaluation_extended = Diperpanjang
evaluation_extension_over = Perpanjangan lewat { $days } hari
evaluation_missed = Tidak tercatat
evaluation_not_applicable = Tidak berlaku lagi
evaluation_departs = Berbeda dari angka
evaluation_due_text = Jatuh tempo { $due }.
evaluation_overdue_text = Jatuh tempo { $due }; sudah lewat { $days } hari dan belum tercatat.
evaluation_waiting_text = Jatuh tempo { $due }; menunggu hasil { $other } yang menjadi dasarnya.
evaluation_held_on_day = Dilaksanakan { $other }, tepat pada jatuh temponya.
evaluation_held_early = Dilaksanakan { $other }, { $days } hari sebelum jatuh tempo { $due }.
evaluation_held_late = Dilaksanakan { $other }, { $days } hari setelah jatuh tempo { $due }.
evaluation_held_unscheduled = Dilaksanakan { $other }, di luar jadwal menurut aturan.
evaluation_extended_text = Jatuh tempo { $due }; diperpanjang sampai { $other }, { $days } hari lagi.
evaluation_extension_over_text = Jatuh tempo { $due }; diperpanjang sampai { $other }, sudah lewat { $days } hari tanpa putusan baru.
evaluation_missed_text = Jatuh tempo { $due }; tidak ada catatan sampai hari terakhirnya dalam jabatan, { $other }.
evaluation_not_applicable_text = Jatuh tempo { $due }; tidak berlaku lagi karena hari terakhirnya dalam jabatan { $other }.
fact_by_figures = Menurut angka
by_figures = Menurut angka { $text }
figures_met = terpenuhi: { $parts }.
figures_not_met = tidak terpenuhi: { $parts }.
figures_open = belum dapat dikatakan: { $parts }.
finding_achievement = capaian { $compared } ({ $quarter })
finding_achievement_part = capaian { $compared } ({ $quarter }, { $counted } dari { $total } komitmen)
finding_all_reached = { $kept } dari { $due } komitmen yang jatuh tempo tercapai atau sesuai jalur ({ $quarter })
finding_improved = ada perbaikan dari { $evaluation } { $date }
finding_lower = { $aspects } lebih rendah daripada { $evaluation } { $date }
finding_unrisen = { $aspects } di bawah standar dan belum naik dari { $evaluation } { $date }
open_no_condition = aturan tidak menyebut syarat
open_no_quarter = belum ada triwulan kontrak yang berakhir sebelum evaluasi
open_not_closed = { $what } belum berakhir
open_awaiting = hasil { $what } belum dilaporkan (batas lapor { $date })
open_awaiting_undated = hasil { $what } belum dilaporkan
open_missing = hasil { $what } belum ada dari { $count } komitmen
open_nothing = tidak ada komitmen yang dapat dibandingkan pada { $what }
open_no_record = nilai aspek belum dicatat
open_no_score = belum ada nilai untuk { $what }
open_no_earlier = { $what } sebelumnya tidak tercatat
fact_decided = Catatan
decision_none = tanpa putusan
departs_explained = Putusan ini berbeda dari angka; alasannya tercatat.
departs_unexplained = Putusan ini berbeda dari angka, tanpa alasan yang tercatat.
fact_by_rules = Menurut aturan
stake = { $said } (<a href="{ $url }">{ $basis }</a>)
stake_met = Bila terpenuhi: { $what }.
stake_unmet = Bila tidak terpenuhi: { $what }.
fact_exceptions = Tetap boleh diganti karena
protection_days = { $days } hari lagi
protection_over = Berakhir
protection_lost = Gugur
protection_running = Menurut aturan berlaku { $from } sampai { $until }.
protection_ended = Menurut aturan berlaku { $from } sampai { $until }.
protection_forfeited = Gugur dengan putusan { $other }; menurut aturan berlaku { $from } sampai { $until }.
protection_left = Berakhir bersama hari terakhir dalam jabatan, { $other }; menurut aturan berlaku { $from } sampai { $until }.
evaluations_lead = Siapa yang akan dievaluasi, apa yang lewat jatuh tempo, dan apa yang diputuskan. Angka tidak memutuskan: hanya putusan yang tercatat.
evaluations_overdue = Lewat jatuh tempo
evaluations_upcoming = Yang akan datang
evaluations_held = Sudah lewat, yang terbaru lebih dulu
evaluations_none = Tidak ada evaluasi menurut aturan, dan tidak ada yang tercatat.
evaluations_next = Evaluasi dan batas lapor berikutnya
evaluations_all = Semua evaluasi dan batas lapor
evaluations_overdue_count = { $count } evaluasi lewat jatuh tempo
deadline_contracts = { $count } kontrak
deadline_text = Laporan paling lambat { $date }.
calendar_name = Evaluasi dan batas lapor

## Pohon kinerja

tree_of = Pohon kinerja { $year }
tree_lead = Sasaran setiap kontrak mendukung satu indikator kontrak di atasnya, dari pimpinan sampai staf (PermenPANRB 89/2021). Keadaannya yang sekarang.
tree_achievement = capaian { $percent }
tree_shares = Dibagi kepada
tree_loose = Tidak menggantung pada indikator lain
tree_loose_lead = Sasaran ini tidak menyebut indikator atasan yang didukungnya pada tahun yang sama.
tree_without_contract = Jabatan tanpa kontrak { $year }

## Beranda dan triwulan

heat_heading = Dari triwulan ke triwulan
heat_title = Komitmen yang dipenuhi tiap triwulan, { $first } sampai { $last }, { $count } kontrak; angkanya ada dalam tabel di bawahnya
heat_legend = Angka: komitmen yang dipenuhi dari yang jatuh tempo. Warna menurut yang terburuk: hijau bila semua dipenuhi, kuning bila ada yang di bawah jalur, merah bila ada yang tidak tercapai. Tanda !: belum dilaporkan. Kosong: tidak ada kontrak, atau belum ada yang jatuh tempo.
heat_left_out = Ditunjukkan { $shown } dari { $all } kontrak, dari jenjang tertinggi.
heat_table = Tabel dengan capaian
heat_caption = Komitmen yang dipenuhi dari yang jatuh tempo, dan capaian, pada akhir tiap triwulan
column_official = Pejabat
filter_text = Saring
filter_state = Keadaan
filter_all = Semua
filter_kept = Semua dipenuhi
filter_below_track = Ada yang di bawah jalur
filter_not_reached = Ada yang tidak tercapai
filter_late = Ada yang belum dilaporkan
filter_shown = <b>{ $shown }</b> dari <b>{ $total }</b> ditunjukkan
sort_by = Urutkan
sort_given = Seperti tersusun
sort_name = Nama
sort_lowest = Capaian terendah dahulu
sort_highest = Capaian tertinggi dahulu

home_lead = Apa yang dijanjikan pejabat { $government }, dan apa yang sudah dipenuhi.
dataset_description = Kontrak kinerja pejabat { $government }: target yang ditandatangani, realisasi dan capaian setiap triwulan, perubahan, dan evaluasi.
home_note = { $count } kontrak. Komitmen bersama dihitung sekali.
home_when = tahun { $year } (laporan sampai { $quarter })
ended_contracts = Kontrak yang sudah berakhir
achievement_word = capaian
officials = Semua pejabat
commitments = dipenuhi
without_contract = Belum ada kontrak yang tercatat
receives_only = Menerima janji sebagai pemberi amanah, tanpa kontrak sendiri yang tercatat
by_quarter = Per triwulan
quarters_lead = Siapa yang melapor, siapa yang terlambat, dan siapa yang di depan, triwulan demi triwulan.
quarter_nothing_due = Belum ada yang jatuh tempo
quarter_late = Belum melapor
quarter_reported = Sudah melapor, dari capaian tertinggi
quarter_incomplete = Sudah melapor, angkanya belum lengkap
quarter_terms = Dinilai menurut kontrak yang berlaku sekarang: perubahan kontrak sesudah triwulan ini ikut diperhitungkan.
quarter_waiting = Belum jatuh tempo
other_quarters = Triwulan lain

## Halaman biasa

plain_description = { $title }: { $government }.
not_found = Halaman tidak ditemukan
not_found_lead = Alamat ini tidak ada di situs ini. Mulailah dari beranda.
moved = Halaman ini pindah
moved_lead = Alamat ini lama; halamannya sekarang berada di sini:
gone = Halaman ini ditarik
gone_lead = Di { $url } pernah ada halaman. Halaman itu ditarik pada { $date }, dengan alasan:

## Metode

method_lead = Bagaimana setiap angka di situs ini dihitung, kapan kontrak dievaluasi dan oleh siapa, dan apa akibatnya menurut aturannya.
method_contents = Aturan kontrak di halaman ini
method_formulas = Rumus capaian
method_formulas_lead = Setiap komitmen menyebut rumusnya sendiri. T adalah target, R realisasi. Tercapai atau tidak selalu ditentukan dengan membandingkan R dan T, bukan dari persennya.
column_formula = Capaian
column_reached = Tercapai bila
column_example = Contoh
method_up = Makin tinggi makin baik (naik)
method_up_formula = R ÷ T × 100
method_up_reached = R ≥ T
method_down = Makin rendah makin baik (turun)
method_down_formula = (2 − R ÷ T) × 100
method_down_reached = R ≤ T
method_down_ratio = Makin rendah makin baik (turun-rasio)
method_down_ratio_formula = T ÷ R × 100
method_down_ratio_reached = R ≤ T
method_range_lower = Rentang a–b, di bawahnya lebih baik
method_range_lower_formula = di dalam 100; di atas (2 − R ÷ b) × 100; di bawah (2 − R ÷ a) × 100
method_range_lower_reached = R ≤ b
method_range_higher = Rentang a–b, di atasnya lebih baik
method_range_higher_formula = di dalam 100; di bawah R ÷ a × 100; di atas R ÷ b × 100
method_range_higher_reached = R ≥ a
method_range_inside = Rentang a–b, di dalamnya yang baik
method_range_inside_formula = di dalam 100; di bawah R ÷ a × 100; di atas (2 − R ÷ b) × 100
method_range_inside_reached = a ≤ R ≤ b
method_rank = Predikat
method_rank_formula = peringkat R ÷ peringkat T × 100, peringkat terendah 1
method_rank_reached = peringkat R ≥ peringkat T
method_completion = Tuntas
method_completion_formula = 100 bila selesai pada tenggatnya, selain itu 0
method_completion_reached = selesai paling lambat pada tenggatnya
method_example = T { $target }, R { $actual }: { $percent }
method_limits = Capaian tidak pernah di bawah 0. Bila T 0 atau kurang (atau R 0 atau kurang pada turun-rasio), capaian tidak dapat dihitung; angka 0 atau 100 tidak pernah dikarang. Semua dihitung dengan bilangan eksak, dan dibulatkan hanya saat ditampilkan; bila pembulatan akan melewati batas kategori, angka desimalnya ditambah.
method_quarters = Dari triwulan ke tahun
method_quarters_text = Jumlah: tiap triwulan melaporkan jumlahnya sendiri, dan halaman menunjukkan jumlah sejak Januari. Akhir: yang berlaku angka terakhir. Rata-rata: rata-rata realisasi yang dilaporkan terhadap rata-rata targetnya. Komitmen tanpa target triwulan tidak dinilai sebelum akhir tahun.
method_missing_text = Bila satu triwulan tidak dilaporkan, ada dua angka yang mungkin: terhadap target triwulan yang dilaporkan, atau terhadap target semua triwulan yang jatuh tempo. Yang ditampilkan selalu yang lebih rendah, dan triwulan yang hilang disebut. Kosong tidak pernah dianggap 0.
method_shares_text = Komitmen bersama: bagian yang dijanjikan kontrak lain dinilai pada kontrak itu, tetapi dalam jumlah seluruh situs dan per triwulan hanya komitmen pemiliknya yang dihitung. Angka pemilik mencakup semua bagian; bagian sendiri adalah target pemilik dikurangi bagian-bagian itu.
method_states = Keadaan komitmen
method_late = Terlambat
method_state_final = Sudah final: target tahun atau tenggatnya sudah tiba.
method_state_track = Target triwulan tercapai atau tidak, sebelum akhir tahun.
method_state_late = Batas lapor sudah lewat dan tidak ada laporan. Hari dihitung sejak batas lapor; pada hari batas itu sendiri laporan masih tepat waktu.
method_state_unavailable = OPD menyatakan angkanya belum ada, dengan alasannya.
method_state_not_due = Batas lapornya belum lewat, atau triwulan ini tidak punya target sendiri.
method_state_not_computable = Perbandingannya tidak memberi persen. Tercapai atau tidak tetap dinyatakan.
method_overall = Capaian keseluruhan
method_overall_text = Capaian tiap komitmen dibatasi (bila aturannya menetapkan batas), diberi bobot, dirata-ratakan, diberi kategori, lalu dibulatkan. Yang terlambat, belum tersedia, belum jatuh tempo, atau tidak dapat dihitung tidak ikut, bobot sisanya disesuaikan, dan halaman menyebutkannya. Tidak ada kategori selama ada yang jatuh tempo tetapi belum ada angkanya.
method_budget_text = Serapan adalah uang yang terserap sejak Januari sampai akhir triwulan, dibagi anggaran yang berlaku sekarang; anggaran semula yang diubah adendum ditampilkan tercoret. Yang tidak dilaporkan tidak dianggap 0, dan jumlah hanya ditulis bila semua program melaporkan. Di sampingnya berdiri capaian indikator yang didukung program itu, dihitung dengan aturan yang sama dengan capaian kontrak. Keduanya tidak dibagi satu sama lain.
method_evaluation_who = Yang dievaluasi adalah seseorang dalam satu jabatan sejak satu pelantikan, dengan berapa pun kontrak: yang menandatangani kontrak baru setiap tahun tidak dievaluasi dua kali untuk "satu tahun sejak pelantikan". Evaluasi yang dihitung sejak tanda tangan berlaku untuk setiap kontrak. Yang berlaku adalah aturan kontrak yang dilihat: kontrak dari triwulan terakhir yang berakhir sebelum jatuh temponya. Hitungan bulan berhenti di akhir bulan (31 Januari + 1 bulan = 28 Februari).
method_evaluation_figures = "Menurut angka" dihitung dari capaian keseluruhan pada akhir triwulan itu (dengan batas dan bobot), menurut kontrak yang berlaku pada jatuh temponya. Selama ada hasil yang jatuh tempo tetapi belum ada, tidak ada hasil menurut angka. Angka tidak pernah memutuskan: hanya putusan yang tercatat. Bila keduanya berbeda, halaman menyebutnya bersama alasannya, atau menyebut bahwa tidak ada alasan yang tercatat.
method_evaluation_states = Catatan evaluasi dipasangkan dengan jatuh tempo terdekat dari aturan yang sama. Tanpa catatan, hari lewat dihitung sejak jatuh tempo; bila hasil yang menjadi dasarnya belum ada, evaluasi itu menunggu. Perpanjangan berjalan sampai hari yang ditetapkan. Yang baru jatuh tempo setelah pejabat meninggalkan jabatan tidak berlaku lagi.
method_protection = Masa lindung ditampilkan menurut aturannya, bukan sebagai pendapat hukum, dan hanya untuk pejabat definitif. Ia gugur hanya bila putusan yang tercatat menyatakannya.
method_regime = { $term }, berlaku sejak { $date }
method_regime_for = { $name } ({ $who })
replaces = Menggantikan <a href="{ $url }">{ $name }</a>. Kontrak yang ditandatangani sebelum { $date } tetap dinilai menurut aturan sebelumnya.
replaced_by = Sejak { $date } digantikan oleh <a href="{ $url }">{ $name }</a>; tetap berlaku bagi kontrak yang ditandatangani sebelum tanggal itu.
legal_basis = Dasar hukum
basis_none = Aturan ini tidak menyebutnya.
basis_article = { $title }, pasal { $article }
coverage = Siapa yang berkontrak
coverage_since = { $who }, sejak { $date }
coverage_undated = { $who }, tanggalnya belum ditetapkan
categories = Kategori capaian
categories_none = Aturan ini tidak menetapkan kategori; halaman hanya menyebut persennya.
categories_caption = Nilai masuk ke kategori tertinggi yang batasnya dicapai
column_category = Kategori
column_bound = Mulai dari
band_from = { $bound }%
rank_scales = Skala predikat, dari yang terendah
required_documents = Dokumen wajib
document_for = { $document } – hanya untuk { $who }
fact_watchers = Diawasi oleh
fact_reporting = Pelaporan
reporting_quarterly = setiap triwulan
reporting_half_yearly = setiap semester, yaitu hasil TW II dan TW IV
reporting_yearly = setiap tahun, yaitu hasil TW IV
fact_deadline = Batas lapor
deadline_after = { $span } setelah akhir triwulan
deadline_after_half_year = { $span } setelah akhir semester
deadline_after_year = { $span } setelah akhir tahun
deadline_none = tenggat lapor tidak ditetapkan, jadi tidak ada yang dinyatakan terlambat
fact_cap = Batas capaian
cap_at = { $cap } per komitmen dalam rata-rata
cap_none = tidak ada
fact_protection = Masa lindung
protection = { $span } { $since } pejabat tidak boleh diganti
protection_except = { $protection }, kecuali karena: { $exceptions }
protection_for = { $text }; hanya untuk: { $posts }
fact_aspects = Yang dinilai selain capaian
aspect_number = { $aspect } (angka)
span_days = { $count } hari
span_months = { $count } bulan
span_years = { $count } tahun
since_induction = sejak pelantikan
since_signature = sejak tanda tangan
evaluation_decision = putusan
evaluation_monitoring = pemantauan
evaluation_review = reviu
fact_kind = Jenis
fact_when = Jatuh tempo
due_after = { $span } { $since }
due_every = setiap { $span } { $since }
due_yearly = setiap tahun, { $label } ({ $day })
fact_by = Oleh
fact_condition = Syarat
condition_achievement = capaian keseluruhan paling sedikit { $bound }%
condition_all_reached = semua komitmen tercapai
condition_aspects = nilai paling sedikit: { $aspects }
condition_improvement = ada perbaikan dari { $evaluation }: tidak ada aspek yang turun, dan yang di bawah syaratnya sudah naik
fact_if_met = Bila terpenuhi
fact_if_unmet = Bila tidak terpenuhi
no_consequence = Aturan tidak menyebut akibatnya.
fact_consequence = Akibat
no_condition = Aturan tidak menyebut syarat maupun akibatnya.
fact_posts = Hanya untuk

## Catatan perubahan

changes_all = Semua
changes_silent = Tanpa keterangan
changes_amendments = Adendum dan ralat
changes_revisions = Revisi angka
changes_others = Lain-lain
changes_latest_first = Yang terbaru lebih dahulu
changes_none = Belum ada perubahan yang tercatat.
changes_by_official = Menurut pejabat
changes_latest = Perubahan terakhir
changes_see_all = Semua perubahan
record_heading = Perubahan sejak ditandatangani
contract_recorded_late = Kontrak ini baru tercatat { $date }, { $days } hari setelah ditandatangani; perubahan sebelum itu tidak terlihat di sini.
nothing_changed = Tidak ada yang berubah sejak { $date }.
recorded_on = tercatat { $date }
recorded_late = tercatat { $date }, { $days } hari setelah batas
recorded_by = Tercatat { $date }, commit <code>{ $commit }</code>.
recorded_by_link = Tercatat { $date }, commit <a href="{ $url }"><code>{ $commit }</code></a>.
not_committed = Belum tercatat dalam git.
fact_recorded = Pencatatan
commit_word = commit
commit_unsigned = tanpa tanda tangan digital
commit_unknown_key = bertanda tangan digital, kuncinya tidak terdaftar
commit_invalid = tanda tangan digitalnya tidak sah
commit_signed = ditandatangani secara digital oleh { $name }
change_of = { $name }: { $changes }
change_english = terjemahan Inggris: { $what }
change_entered = { $what } ditulis: { $after }
change_taken_out = { $what } dihapus: <s>{ $before }</s>
change_removed = dihapus
change_told_elsewhere = syaratnya berubah, lihat catatan perubahan
change_added = ditambahkan
change_withdrawn = dicabut
holds_since = menjabat sejak { $date }
holds_until = menjabat sampai { $date }
change_declared = Menurut OPD, { $date }: { $reason }
change_kind = { $kind ->
    [undeclared] Diubah tanpa adendum
    [restored] Dikembalikan seperti saat ditandatangani
    [amended] Diubah dengan adendum
    [corrected] Ralat
    [amendment-altered] Adendum yang sudah tercatat diubah
    [revised] Angka direvisi
    [revised-undeclared] Angka diubah tanpa keterangan
    [withdrawn] Angka dihapus
    [removed] Kontrak dihapus
    [returned] Kontrak ada kembali
    [renamed] Nama berkas diganti
    [evaluation] Evaluasi diubah
    [remarked] Keterangan diubah
    [holder] Pejabat
    [rules] Aturan
   *[other] Diubah
}
change_term = { $key ->
    [pejabat] pejabat
    [jabatan] jabatan
    [aturan] aturan
    [tanda_tangan] tanggal tanda tangan
    [mulai] hari pertama
    [selesai] hari terakhir
    [pihak_kedua] pihak kedua
    [janji] janji
    [nama] nama
    [satuan] satuan
    [arah] arah
    [akumulasi] akumulasi
    [lebih_baik] sisi yang lebih baik
    [skala_predikat] skala predikat
    [target] target
    [tenggat] tenggat
    [terbit] hari terbit
    [bobot] bobot
    [rumus] rumus
    [milik] pemilik indikator
    [bagian] bagian
    [anggaran] anggaran
    [nomor] nomor
    [sasaran] sasaran
    [induk] indikator induk
    [sumber] sumber
    [cara] cara
    [awal] keadaan awal
    [bersama] OPD lain
    [dokumen] dokumen
    [pengumuman] pengumuman
    [alasan] alasan
    [tanggal] tanggal
    [berkas] nama berkas
    [dilaporkan] tanggal lapor
    [nilai] realisasi
    [belum_ada] alasan belum tersedia
    [catatan] catatan
    [kendala] kendala
    [tindak_lanjut] tindak lanjut
    [tanggapan] tanggapan
    [bukti] bukti
    [verifikasi] verifikasi
    [serapan_sampai_kini] serapan anggaran
    [pelantikan] pelantikan
    [berakhir] akhir masa jabatan
   *[other] { $key }
}
## Salinan beku

frozen_heading = Salinan beku
frozen_all = Salinan beku semua triwulan
frozen_copy = Salinan beku { $quarter }
frozen_unchanged = Sejak dibekukan tidak ada yang berubah.
frozen_changed = Sejak dibekukan:
frozen_absent_by_name = Di dalamnya tidak ada kontrak dengan nama berkas ini.
frozen_gone_by_name = Sekarang tidak ada kontrak dengan nama berkas ini.
frozen_absent = Kontrak ini belum tercatat ketika dibekukan.
frozen_removed = Dihapus dari salinan beku pada { $date }: { $reason }
frozen_contract_gone = Kontrak ini tidak tercatat lagi.
frozen_gone = <b>{ $name }</b>: tidak tercatat lagi
frozen_added = <b>{ $name }</b>: ditambahkan
frozen_withdrawn = <b>{ $name }</b>: dicabut
frozen_steps = <b>{ $name }</b>: { $steps }
frozen_step = { $what } { $before } → { $after }
frozen_target_of = target { $quarter }
frozen_whole = <b>Seluruh kontrak</b>: { $steps }
frozen_report = laporan
frozen_kept = dipenuhi
frozen_silent = belum dilaporkan
report_not_asked = laporan tidak diminta
moment = { $date } pukul { $time } { $zone }

## Pencarian dan daftar nama

search = Cari
search_lead = Pejabat, jabatan, OPD, dan indikator di situs ini.
search_label = Nama, jabatan, OPD, atau indikator
search_shown = # dari # hasil
search_more = # hasil lainnya. Tambahkan kata untuk mempersempitnya.
search_none = Tidak ada yang cocok.
search_failed = Pencarian gagal: datanya tidak dapat dimuat. Periksa sambungan, lalu tekan Enter.
search_opd = OPD
search_official = Pejabat
search_post = Jabatan
search_indicator = Indikator
search_officials = Pejabat menurut abjad
search_other_letters = Lainnya
search_letter = Pejabat: { $letter }
search_letter_lead = { $count } pejabat, menurut nama tanpa gelar.
search_opds = Semua OPD, dengan jabatan dan indikatornya

## Data untuk program lain

data = Data
data_of_page = Data halaman ini:
data_all = semua data
data_title = Data kinerja { $government }
data_sample = { $title } (data contoh)
data_lead = Semua janji, target, realisasi, capaian, evaluasi, dan perubahan di situs ini sebagai berkas untuk lembar kerja dan program, dengan arti tiap kolom.
data_licence_text = Silakan salin, olah, dan terbitkan kembali dengan menyebut sumbernya.
data_whole = Semuanya sekaligus
data_beside = Di samping setiap halaman pejabat, tahun kontrak, OPD, dan triwulan ada index.json (semua fakta halaman itu) dan indikator.csv (komitmennya triwulan demi triwulan): tambahkan nama itu di belakang alamat halaman.
data_follow = Yang baru ada di feed.xml (Atom) dan feed.json (JSON Feed), tenggat dan evaluasi di kalender (iCalendar).
data_rules = Cara membacanya
data_missing = Kosong
data_missing_text = Sel kosong (null di JSON) berarti tidak ada angka, bukan nol. Kolom laporan dan keadaan mengatakan mengapa.
data_formats = Bentuk
data_formats_text = CSV: UTF-8 menurut RFC 4180, tanggal menurut ISO 8601, titik sebagai tanda desimal, tanpa pemisah ribuan. Untuk Excel, ambil pantau.xlsx.
data_formula = Bukan rumus
data_formula_text = Di CSV, teks yang oleh lembar kerja akan dikira rumus (diawali =, +, -, atau @; juga di belakang titik koma atau di awal baris) diberi tanda petik tunggal (') di depan tanda itu. Angka negatif tetap angka. Di bentuk lain teks berdiri apa adanya.
data_exact = Ketepatan
data_exact_text = Angka ditulis sebagaimana dilaporkan. Capaian yang desimalnya tidak berakhir dibulatkan ke sepuluh desimal; nilai tepatnya ada di capaian_pecahan, dan perhitungan memuat rumus dengan angkanya.
data_stable = Tetap
data_stable_text = Nama berkas dan kolom tetap. Kolom baru dapat ditambahkan di belakang; yang hilang atau berganti arti menaikkan angka format di JSON.
data_examples = Contoh
data_example_spreadsheet = Buka pantau.xlsx, lalu tulis rumus ini di sel kosong lembar baru: berapa komitmen yang terlambat dilaporkan. Excel berbahasa Indonesia memakai titik koma di antara bagian rumus.
data_example_python = Berapa komitmen dalam tiap keadaan, hanya dengan pustaka bawaan.
data_example_r = Berapa komitmen dalam tiap keadaan, dan rata-rata capaiannya, tanpa paket tambahan.
data_example_duckdb = Hal yang sama langsung dari berkas Parquet, juga bila jutaan baris.
data_tables = Tabel dan kolomnya
data_table = Tabel
data_column = Kolom
data_columns_of = Kolom tabel
data_kind = Jenis
data_meaning = Arti
data_key = Kunci:
data_may_be_empty = dapat kosong
data_kind_text = teks
data_kind_choice = salah satu kata
data_kind_whole = bilangan bulat
data_kind_year = tahun
data_kind_number = angka
data_kind_rupiah = rupiah
data_kind_percent = persen
data_kind_date = tanggal
data_kind_moment = waktu UTC
data_kind_address = alamat
data_json_text = semua tabel dalam satu dokumen JSON
data_workbook_about = buku kerja Excel, satu lembar tiap tabel
data_package_text = keterangan tabel, kunci, dan rujukannya (Frictionless Data Package)
data_catalogue_text = keterangan untuk portal Satu Data (DCAT)
data_workbook_text = Angka, tanggal, dan rupiah ditampilkan seperti kebiasaan di Indonesia; tanda desimal mengikuti pengaturan komputer. Lembar kedua menjelaskan tiap kolom. Teks yang lebih panjang daripada yang dapat dimuat satu sel terpotong; selengkapnya di berkas CSV.
data_source = Sumber
data_address = Alamat
data_as_of = Keadaan per
data_note = Perhatian
data_sheet_about = Keterangan
data_sheet_columns = Kolom
data_keywords = kinerja, perjanjian kinerja, kontrak kinerja, target, realisasi, transparansi

## Mengikuti

follow = Ikuti
follow_feed = feed
follow_calendar = kalender
following_sample = Data contoh: { $title }
calendar_about = Evaluasi dan batas lapor, menurut { $government }.
calendar_nothing = Belum ada evaluasi atau batas lapor
deadline_published = Angkanya diterbitkan lebih lambat daripada batas lapor.
feed_name = Hasil dan perubahan
feed_about = Hasil tiap triwulan, laporan yang terlambat, adendum, revisi, dan evaluasi, menurut { $government }.
feed_result = Hasil { $quarter }
feed_late = Terlambat lapor { $quarter }
feed_late_text = Laporan { $quarter } tidak masuk sampai batas lapor, { $date }.
feed_silent = belum dilaporkan
feed_due = Evaluasi jatuh tempo
feed_decided = Hasil evaluasi

# What other sites show of a commitment, and its pictures
embeds = Grafik untuk situs lain
embeds_title = Grafik komitmen { $name }, { $year }
embeds_lead = Setiap grafik dapat disematkan di situs lain dengan menempelkan kodenya, atau diunduh sebagai gambar. Yang disematkan selalu menampilkan data terbaru; gambar tetap seperti saat diunduh.
embed_source = Sumber:
embed_how = Sematkan di situs Anda
embed_snippet = Tempelkan kode ini di halaman Anda:
embed_pictures = Gambar:
embed_all = Semua grafik
embed_page = Halaman untuk disematkan
picture_source = Sumber: { $government }. { $as_of } Lisensi { $licence }.
picture_good = Memenuhi target
picture_watch = Belum memenuhi
picture_bad = Tidak memenuhi
picture_neutral = Realisasi
picture_target = Target
picture_missing = Belum dilaporkan
picture_due = Jatuh tempo

# The web form for staff
admin_title = Formulir data: { $site }
admin_loading = Formulir sedang dimuat.
admin_missing = Program formulir belum terpasang atau gagal dimuat. Mintalah pengelola situs memasangnya di folder cms/ (lihat panduan).
admin_noscript = Formulir ini memerlukan JavaScript.
admin_choose = Pilih OPD Anda. Setiap OPD mempunyai formulir sendiri.
admin_others = Jabatan tanpa OPD
admin_results = Hasil { $quarter }
admin_results_about = Isi nilai setiap indikator, atau sebabnya belum ada. Kosongkan yang belum dilaporkan; 0 adalah nilai. Komentar (#) dalam berkas hilang ketika disimpan di sini.
admin_comments = Komentar (#) dalam berkas hilang ketika disimpan di sini; isi lain yang tidak ada di formulir tetap tersimpan.
admin_people = Pejabat
admin_posts = Jabatan
admin_opds = OPD
admin_slug = Nama berkas tanpa gelar: huruf kecil a–z, angka, dan tanda hubung.
admin_target = Target { $period }: { $target }.
admin_budget = Anggaran { $budget }; tulis yang terserap sejak Januari.
admin_completion = Tulis tanggal selesainya, misalnya 2026-03-30, atau belum.
admin_done = Sudah selesai pada { $date }.
admin_commit_new = Tambah
admin_commit_changed = Ubah
admin_commit_gone = Hapus
