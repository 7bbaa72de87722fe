//! The five sample sites: that the rules of each government stand on its built pages.
//!
//! A row of a table names a page and what its text must say. Texts are those that a reader sees:
//! tags are cut out and white space is folded.

use crate::common;

use crate::common::{SAMPLE_DAY, checked, day, repository};
use pantau::check::Checked;
use pantau::compute::warnings_on;
use pantau::disk;
use pantau::model::{Direction, Indicator, PostId};
use pantau::render::Theme;
use pantau::site::Site;
use pantau::source::Sources;
use std::collections::BTreeMap;
use std::fs;

/// A page's address below the site's, and what its text says.
type Facts<'a> = &'a [(&'a str, &'a [&'a str])];

/// A site as built for one day.
struct Sample {
    checked: Checked,
    pages: BTreeMap<String, String>,
}

impl Sample {
    /// The site of `content/` in this repository, or one below `tests/sites/`.
    fn named(name: &str) -> Self {
        let root = repository().join("tests/sites").join(name);
        if !root.exists() {
            return Self::of(&disk::read(repository()).unwrap(), SAMPLE_DAY);
        }
        let date = fs::read_to_string(root.join("date")).unwrap();
        Self::of(&disk::read(&root).unwrap(), date.trim())
    }

    /// Builds the site, which must have neither a problem nor a warning.
    fn of(sources: &Sources, date: &str) -> Self {
        let checked = checked(sources);
        assert_eq!(checked.warnings, []);
        assert_eq!(warnings_on(&checked, day(date)), []);
        let site = Site::new(
            checked.register.clone(),
            common::unrecorded(),
            day(date),
            &Theme::default(),
        )
        .unwrap();
        let pages = site.pages().into_iter().filter_map(|page| {
            let path = page.file().strip_suffix("index.html")?.to_owned();
            let bytes = site.render(&page).unwrap();
            Some((format!("/{path}"), String::from_utf8(bytes).unwrap()))
        });
        Self {
            pages: pages.collect(),
            checked,
        }
    }

    fn html(&self, page: &str) -> &str {
        let known = || self.pages.keys().cloned().collect::<Vec<_>>().join("\n");
        self.pages
            .get(page)
            .unwrap_or_else(|| panic!("no page {page} among\n{}", known()))
    }

    fn text(&self, page: &str) -> String {
        text(self.html(page))
    }

    fn says(&self, facts: Facts) {
        let missing = facts.iter().flat_map(|(page, words)| {
            let text = self.text(page);
            let missing = words.iter().filter(move |words| !text.contains(**words));
            missing.map(move |words| format!("{page} does not say {words:?}"))
        });
        let missing: Vec<String> = missing.collect();
        assert!(missing.is_empty(), "\n{}\n", missing.join("\n"));
    }

    fn never_says(&self, page: &str, words: &[&str]) {
        let text = self.text(page);
        let said: Vec<_> = words
            .iter()
            .filter(|words| text.contains(**words))
            .collect();
        assert!(said.is_empty(), "{page} says {said:?}");
    }

    fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        let contracts = self.checked.register.contracts.values();
        let goals = contracts.flat_map(|contract| &contract.goals);
        let indicators = goals.flat_map(|goal| &goal.indicators);
        indicators.map(|indicator| indicator.as_ref())
    }
}

/// What a reader sees of a page.
fn text(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text += before;
        // Charts and styles hold texts that are not in the line of reading.
        let skipped = ["svg", "style", "script"]
            .into_iter()
            .find(|name| tag.starts_with(name));
        rest = match skipped {
            Some(name) => tag.split_once(&format!("</{name}>")).unwrap().1,
            None => tag.split_once('>').unwrap().1,
        };
        let name = tag.trim_start_matches('/');
        let is_inline = ["a ", "a>", "b>", "s>", "span", "strong", "em>", "abbr"]
            .into_iter()
            .any(|inline| name.starts_with(inline));
        if !is_inline {
            text.push(' ');
        }
    }
    text += rest;
    let entities = [
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    let text = entities
        .into_iter()
        .fold(text, |text, (entity, sign)| text.replace(entity, sign));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_reader_of_pages_sees_texts_as_a_reader_does() {
    let html = "<p>A&#x2F;B\n <a href=\"x\">c</a>, d</p><svg><text>no</text></svg><dl><dt>e</dt><dd>f\u{a0}g</dd></dl>";
    assert_eq!(text(html), "A/B c, d e f g");
}

const LAW_OF_2014: &str = "UU 5/2014 tentang Aparatur Sipil Negara, pasal 116–118";

#[test]
fn trenggalek_two_protected_years_and_an_evaluation_after_one() {
    let sample = Sample::named("trenggalek");
    sample.says(&[
        (
            "/pejabat/nur-kholifah-rahmani/",
            &[
                "22 Desember 2025 Pelantikan",
                "22 Desember 2026 Evaluasi satu tahun ○ 31 hari lagi",
                "22 Desember 2027 Masa lindung ○ 396 hari lagi",
                "Menurut aturan berlaku 22 Desember 2025 sampai 22 Desember 2027.",
                "Menurut aturan 24 bulan sejak pelantikan pejabat tidak boleh diganti.",
                "Tetap boleh diganti karena Pelanggaran tertentu dan Kontrak kinerja tidak terpenuhi",
                LAW_OF_2014,
                "UU 20/2023 tentang Aparatur Sipil Negara, pengganti UU 5/2014",
                "Terlambat 42 hari",
                "Aturan Kontrak Kinerja, berlaku sejak 1 Januari 2020",
            ],
        ),
        (
            "/pejabat/ratna-kusumawati/",
            &[
                "10 Maret 2026 Evaluasi satu tahun ✓ Diputuskan: terpenuhi",
                "Dilaksanakan 10 Maret 2026, 7 hari setelah jatuh tempo 3 Maret 2026.",
                "terpenuhi: capaian 103,88% ≥ 100% (TW IV 2025).",
                "Bila terpenuhi: Berhak atas masa jabatan dua tahun.",
                "belum tersedia",
                "Adendum: perubahan anggaran",
            ],
        ),
        (
            "/pejabat/agustina-retnoningdyah/",
            &["Realisasi TW II direvisi 4 September 2026: 851 orang → 815 orang."],
        ),
        (
            "/pejabat/galih-pambudi/",
            &["Ralat 9 Februari 2026: target 98,9% → 89,8%"],
        ),
        (
            "/opd/dinas-pertanian-perikanan/",
            &[
                "Hasil penggabungan sejak 1 Juli 2026 dari Dinas Pertanian dan Pangan.",
                "Hasil penggabungan sejak 1 Juli 2026 dari Dinas Perikanan.",
            ],
        ),
        (
            "/opd/dinas-perikanan/",
            &["Digabung sejak 1 Juli 2026 ke dalam Dinas Pertanian, Pangan dan Perikanan."],
        ),
        (
            "/jabatan/kepala-dinas-pariwisata/",
            &[
                "Laksmi Puspaningrum, S.Pi., M.Si. · definitif sejak 1 Juli 2026",
                "Drs. Tjahjo Wibisono, M.Par. · definitif 5 Juni 2023 sampai 30 Juni 2026",
            ],
        ),
        (
            "/pejabat/wisnu-ardhiyanto/",
            &[
                "Kepala Dinas Komunikasi dan Informatika Dinas",
                "Plt. Kepala Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Dinas",
            ],
        ),
        (
            "/metode/",
            &[
                "Kontrak Kinerja, berlaku sejak 20 Februari 2025 (Bupati)",
                "Tujuh jabatan pimpinan tinggi pratama hasil seleksi terbuka, sejak 10 Juni 2019",
                "Seluruh ASN, tanggalnya belum ditetapkan",
                "12 bulan sejak pelantikan",
                "Syarat capaian keseluruhan paling sedikit 100%",
                "Bila tidak terpenuhi Diminta mengundurkan diri",
                "24 bulan sejak pelantikan pejabat tidak boleh diganti, kecuali karena: Pelanggaran tertentu dan Kontrak kinerja tidak terpenuhi",
                "10 hari setelah akhir triwulan",
            ],
        ),
    ]);
    // A word on the consequence is the rules', told with their name; never the site's.
    let officials = sample.pages.keys();
    for page in officials.filter(|page| page.starts_with("/pejabat/")) {
        sample.never_says(page, &["harus mengundurkan diri", "wajib mundur"]);
    }
}

/// A contract of one invented official under the rules in force when it was signed.
fn signed(sources: &mut Sources, id: &str, rules: &str, signed: &str, period: (&str, &str)) {
    let (start, end) = period;
    let year = &signed[..4];
    let files = [
        (format!("opd/{id}.yml"), format!("nama: Dinas {id}\n")),
        (
            format!("jabatan/{id}.yml"),
            format!("nama: Kepala Dinas {id}\nopd: {id}\neselon: II.b\n"),
        ),
        (
            format!("pejabat/{id}.yml"),
            format!(
                "nama: Pejabat {id}\njabatan:\n  - jabatan: {id}\n    kedudukan: definitif\n    pelantikan: {start}\n"
            ),
        ),
        (
            format!("kontrak/{year}/{id}.yml"),
            format!(
                "pejabat: {id}
jabatan: {id}
aturan: {rules}
tanda_tangan: {signed}
periode: {{mulai: {start}, selesai: {end}}}
dokumen:
  - {{jenis: Kontrak Kinerja, judul: Naskah}}
sasaran:
  - nama: Jalan baik
    indikator:
      - id: jalan
        nama: Jalan mantap
        satuan: persen
        arah: naik
        akumulasi: akhir
        target: 70
        rumus: Jalan mantap dibagi seluruh jalan × 100
        sumber: Survei jalan
"
            ),
        ),
    ];
    let files = files.map(|(path, text)| (path, text.into_bytes()));
    sources.files.extend(files);
}

/// The sample has contracts under the later rules only, so that the change needs a site of its
/// own: the sample's two versions, and a contract signed on either side of the day between them.
#[test]
fn trenggalek_a_change_of_rules_leaves_earlier_contracts_under_theirs() {
    let mut sources = disk::read(repository()).unwrap();
    let is_kept = |path: &str| {
        [
            "situs.yml",
            "aturan/trenggalek-2019.yml",
            "aturan/trenggalek-2020.yml",
        ]
        .contains(&path)
    };
    sources.files.retain(|path, _| is_kept(path));
    sources.media.clear();
    let (of_2019, of_2020) = (("2019-06-10", "2019-12-31"), ("2020-01-02", "2020-12-31"));
    signed(
        &mut sources,
        "lama",
        "trenggalek-2019",
        "2019-06-12",
        of_2019,
    );
    signed(
        &mut sources,
        "baru",
        "trenggalek-2020",
        "2020-01-06",
        of_2020,
    );
    let sample = Sample::of(&sources, "2020-03-01");
    let resign = "Bila tidak terpenuhi: Diminta mengundurkan diri.";
    let improve = "Bila tidak terpenuhi: Diberi waktu enam bulan untuk memperbaiki kinerja; bila tetap tidak terpenuhi, ditempatkan pada jabatan yang lebih rendah.";
    sample.says(&[
        (
            "/pejabat/lama/",
            &[
                "10 Juni 2020 Evaluasi satu tahun ○ 101 hari lagi",
                "Menurut aturan Bila terpenuhi: Berhak atas masa jabatan dua tahun.",
                resign,
                "Aturan Kontrak Kinerja, berlaku sejak 10 Juni 2019",
                "10 Juni 2021 Masa lindung",
                LAW_OF_2014,
            ],
        ),
        (
            "/pejabat/baru/",
            &[
                "2 Januari 2021 Evaluasi satu tahun",
                improve,
                "Aturan Kontrak Kinerja, berlaku sejak 1 Januari 2020",
            ],
        ),
        (
            "/metode/",
            &[
                "Menggantikan Kontrak Kinerja, berlaku sejak 10 Juni 2019. Kontrak yang ditandatangani sebelum 1 Januari 2020 tetap dinilai menurut aturan sebelumnya.",
                "Sejak 1 Januari 2020 digantikan oleh Kontrak Kinerja, berlaku sejak 1 Januari 2020; tetap berlaku bagi kontrak yang ditandatangani sebelum tanggal itu.",
                "Bila tidak terpenuhi Diminta mengundurkan diri",
                "Bila tidak terpenuhi Diberi waktu enam bulan untuk memperbaiki kinerja",
            ],
        ),
    ]);
    sample.never_says("/pejabat/lama/", &["enam bulan"]);
    sample.never_says("/pejabat/baru/", &["mengundurkan diri"]);
}

const FIVE_DOCUMENTS: [&str; 5] = [
    "(Pakta Integritas)",
    "(Kontrak Jabatan)",
    "(Perjanjian Kerja)",
    "(Surat Pernyataan Bertanggung jawab Tugas Jabatan)",
    "(Surat Pernyataan Bersedia melaksanakan tugas sebagai PA/PPK/PPTK)",
];

#[test]
fn bekasi_five_documents_and_two_evaluations_after_the_signature() {
    let sample = Sample::named("bekasi");
    let basis =
        "(Surat pernyataan mutlak tanggung jawab jabatan nomor 800/032/BKPPD, 14 Januari 2019)";
    sample.says(&[
        ("/", &["Pantau Kontrak Jabatan Kota Bekasi", "2 evaluasi lewat jatuh tempo"]),
        // Of echelon II, III and IV alike, down to the secretary of a kelurahan.
        ("/pejabat/melati-suryaningsih/", &["Kontrak Jabatan 2020", basis]),
        ("/pejabat/melati-suryaningsih/", &FIVE_DOCUMENTS),
        ("/pejabat/siti-komariah/", &["Lurah Margahayu"]),
        ("/pejabat/wulan-oktaviani/", &FIVE_DOCUMENTS[..4]),
        (
            "/pejabat/wulan-oktaviani/",
            &[
                "Sekretaris Lurah Margahayu",
                "Ditandatangani 7 September 2020",
                "7 Desember 2020 Evaluasi pertama ○ 16 hari lagi",
                "7 Maret 2021 Evaluasi kedua ○ 106 hari lagi",
                "Bila tidak terpenuhi: Menjadi syarat pengunduran diri dari jabatan.",
            ],
        ),
        (
            "/pejabat/yusuf-maulana/",
            &[
                "Dilaksanakan 13 September 2019, 2 hari setelah jatuh tempo 11 September 2019.",
                "terpenuhi: integritas baik ≥ cukup, kepatuhan cukup ≥ cukup, dan skor 74 ≥ 60.",
                "13 Desember 2019 Evaluasi kedua ✓ Diputuskan: terpenuhi ! Berbeda dari angka",
                "Menurut angka tidak terpenuhi: skor lebih rendah daripada Evaluasi pertama 13 September 2019.",
                "Putusan ini berbeda dari angka; alasannya tercatat.",
                "BKPPD tetap menilai pernyataan terpenuhi: sejak 1 November pejabat ini merangkap pelaksana tugas di DBMSDA.",
                "Terlambat 42 hari",
                "Penimbangan berhenti selama pembatasan sosial; didata lagi pada Agustus.",
            ],
        ),
        // An acting official: both contracts of the year on one page.
        (
            "/pejabat/yusuf-maulana/2019/",
            &[
                "Plt. Kepala Dinas Bina Marga dan Sumber Daya Air Dinas Bina Marga",
                "Kepala Dinas Lingkungan Hidup Dinas Lingkungan Hidup · Kontrak Jabatan 2019",
                "Realisasi TW IV direvisi 10 Februari 2020: 223 unit → 219 unit.",
            ],
        ),
        (
            "/pejabat/ratih-kumalasari/",
            &[
                "13 Juli 2020 Evaluasi kedua ! Lewat 131 hari",
                "sudah lewat 131 hari dan belum tercatat.",
                "Ralat 3 Februari 2020",
            ],
        ),
        (
            "/pejabat/agus-permadi/",
            &["Menurut angka terpenuhi: ada perbaikan dari Evaluasi pertama 16 September 2019."],
        ),
        (
            "/jabatan/sekretaris-lurah-margahayu/",
            &["Wulan Oktaviani, S.A.P. · definitif sejak 1 September 2020", "Agus Permadi, S.IP. · definitif 6 Agustus 2018 sampai 31 Agustus 2020"],
        ),
        (
            "/pejabat/melati-suryaningsih/",
            &["target 94% → 85%", "Terhadap target semula 70%", "Rp 64.900.000.000 Rp 83.200.000.000"],
        ),
        (
            "/metode/",
            &[
                "Pakta Integritas Kontrak Jabatan Perjanjian Kerja Surat Pernyataan Bertanggung jawab Tugas Jabatan",
                "PA/PPK/PPTK – hanya untuk pejabat pengelola anggaran (PA, PPK, atau PPTK)",
                "3 bulan sejak tanda tangan Oleh BKPPD Kota Bekasi Syarat nilai paling sedikit: integritas cukup, kepatuhan cukup, dan skor 60",
                "6 bulan sejak tanda tangan Oleh BKPPD Kota Bekasi Syarat ada perbaikan dari Evaluasi pertama",
                "integritas (kurang < cukup < baik), kepatuhan (kurang < cukup < baik), dan skor (angka)",
                "Aturan ini tidak menetapkan kategori",
            ],
        ),
    ]);
    let budget = sample
        .html("/pejabat/melati-suryaningsih/")
        .replace('\u{a0}', " ");
    assert!(budget.contains("<s>Rp 64.900.000.000</s>"));
    sample.never_says("/pejabat/wulan-oktaviani/", &FIVE_DOCUMENTS[4..]);
}

#[test]
fn mojokerto_the_way_to_the_target_and_a_chain_of_four() {
    let sample = Sample::named("mojokerto");
    let law = "Perpres 29/2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah";
    sample.says(&[
        (
            "/pejabat/retno-palupi/",
            &[
                "Perjanjian Kinerja 2016",
                "Cara mencapai Satu juru pemantau jentik untuk setiap RT.",
                "Dipaparkan Paparan target dan cara mencapainya: Dinas Kesehatan, 20 Januari 2016",
                "Ditandatangani 29 Januari 2016",
                "21 Maret 2016 Reviu LAKIP ✓ Tercatat",
                "APIP Kota Mojokerto, 21 Maret 2016",
                "Bila tidak terpenuhi: Terkena sanksi, sampai digeser dari jabatan.",
                law,
                "target 14 kelurahan → 12 kelurahan",
                "Atasan: Wali Kota Mojokerto · H. Suryanto Adiwibowo, S.H.",
                "Bawahan: Kepala Bidang Pengendalian Penyakit · Fitria Anggraini Putri, S.K.M., M.Epid.",
            ],
        ),
        (
            "/pejabat/retno-palupi/2015/",
            &["Realisasi TW IV direvisi 8 Februari 2016: 45,3 kasus per 100.000 penduduk → 46,1 kasus per 100.000 penduduk."],
        ),
        (
            "/pejabat/fitria-anggraini/",
            &[
                "Atasan: Kepala Dinas Kesehatan · dr. Retno Palupi Handayani, M.Kes.",
                "Bawahan: Staf Surveilans Penyakit · Nama tidak dicantumkan",
            ],
        ),
        (
            "/pejabat/staf-surveilans-1/",
            &[
                "Mendukung Angka bebas jentik",
                "Pemberi amanah Fitria Anggraini Putri, S.K.M., M.Epid.",
                "Atasan: Kepala Bidang Pengendalian Penyakit · Fitria Anggraini Putri, S.K.M., M.Epid.",
                "Bila tidak terpenuhi: Terkena sanksi, sampai digeser dari jabatan.",
            ],
        ),
        ("/pejabat/suryanto-adiwibowo/", &["Reviu LAKIP", "Bawahan: Kepala Bagian Hubungan Masyarakat"]),
        ("/pejabat/bagus-tri-laksono/", &["Terlambat 129 hari", "Batas lapor 15 Juli 2016."]),
        (
            "/opd/dinas-pendidikan/",
            &["Berganti nama sejak 1 Juli 2016 menjadi Dinas Pendidikan dan Kebudayaan."],
        ),
        (
            "/metode/",
            &[
                "setiap semester, yaitu hasil TW II dan TW IV",
                "15 hari setelah akhir semester",
                "Kepala SKPD, sejak 1 Januari 2015",
                "Aparat Pengawas Intern Pemerintah (APIP)",
                "Bila tidak terpenuhi Terkena sanksi, sampai digeser dari jabatan",
                "Hanya untuk Kepala Bidang Pengendalian Penyakit; ",
                law,
            ],
        ),
        ("/en/metode/", &["15 days after the end of the half-year", "Only for Kepala Bidang Pengendalian Penyakit; "]),
    ]);
    sample.never_says("/metode/", &["setelah akhir triwulan"]);
    sample.never_says(
        "/pejabat/suryanto-adiwibowo/",
        &["sanksi", "Evaluasi tahunan"],
    );
    let superior = |post: &str| {
        let post = PostId::new(post).unwrap();
        sample.checked.register.posts[&post]
            .superior
            .as_ref()
            .map(ToString::to_string)
    };
    let mut chain = vec!["staf-surveilans".to_owned()];
    while let Some(above) = superior(chain.last().unwrap()) {
        chain.push(above);
    }
    assert_eq!(
        chain,
        [
            "staf-surveilans",
            "kabid-pengendalian-penyakit",
            "kepala-dinas-kesehatan",
            "wali-kota"
        ]
    );
    let vague: Vec<&str> = sample
        .indicators()
        .filter(|i| !is_smart(i))
        .map(|i| i.name.own().as_str())
        .collect();
    assert_eq!(vague, [""; 0]);
}

/// Measurable by a formula, from a source, in a unit, by a day, on a way that is told.
fn is_smart(indicator: &Indicator) -> bool {
    let needs_unit = !matches!(
        indicator.direction,
        Direction::Rank(_) | Direction::Completion
    );
    let told = [&indicator.formula, &indicator.source, &indicator.way];
    told.iter().all(|text| text.is_some())
        && indicator.due.is_some()
        && (indicator.unit.is_some() || !needs_unit)
}

#[test]
fn pontianak_budgets_categories_and_no_sanction_anywhere() {
    let sample = Sample::named("pontianak");
    sample.says(&[
        (
            "/pejabat/erlina-susanti/2023/",
            &[
                "Capaian 85,6% (Sangat Berhasil) dari 2 komitmen.",
                "Aturan Perjanjian Kinerja, berlaku sejak 13 Februari 2023",
            ],
        ),
        (
            "/pejabat/erlina-susanti/",
            &[
                "Aturan Perjanjian Kinerja, berlaku sejak 31 Oktober 2023",
                "Program dan anggaran",
                "Pendaftaran Penduduk (APBD): terserap 76,34% sampai TW III · capaian indikator pendukung 102,19%",
                "Pendaftaran Penduduk Rp 3.720.000.000 16,4% Rp 610.000.000",
                "tidak terpenuhi: 0 dari 2 komitmen yang jatuh tempo tercapai atau sesuai jalur (TW IV 2023).",
                // Acting: two contracts on one page.
                "Kepala Dinas Kependudukan dan Pencatatan Sipil Dinas Kependudukan",
                "Plt. Kepala Dinas Penanaman Modal, Tenaga Kerja dan Pelayanan Terpadu Satu Pintu Dinas",
            ],
        ),
        (
            "/pejabat/marlina-rosalia/",
            &[
                "Terlambat 37 hari",
                "Ralat 12 Februari 2024: TW II 12 kilometer → 11 kilometer",
                "Putusan ini berbeda dari angka; alasannya tercatat.",
            ],
        ),
        (
            "/pejabat/marlina-rosalia/2023/",
            &["Realisasi TW IV direvisi 29 Januari 2024: 13,1 kilometer → 12,6 kilometer."],
        ),
        (
            "/pejabat/hadi-kurniawan/",
            &["TW III belum tersedia: Bulan timbang Agustus diulang di dua kecamatan", "target 10,5% → 10,8%"],
        ),
        (
            "/opd/badan-keuangan-daerah/",
            &[
                "Dipecah sejak 2 Januari 2024 menjadi Badan Pendapatan Daerah.",
                "Dipecah sejak 2 Januari 2024 menjadi Badan Keuangan dan Aset Daerah.",
            ],
        ),
        (
            "/jabatan/kepala-dpmtk-ptsp/",
            &[
                "Novita Anjani Ramadhan, S.H., M.H. · definitif sejak 1 Juli 2024",
                "Dra. Erlina Susanti Wijaya, M.Si. · pelaksana tugas (Plt.) 2 Oktober 2023 sampai 30 Juni 2024",
            ],
        ),
        (
            "/metode/",
            &[
                "Menggantikan Perjanjian Kinerja, berlaku sejak 13 Februari 2023.",
                "UU 20/2023 tentang Aparatur Sipil Negara, pengganti UU 5/2014",
                "UU 5/2014 tentang Aparatur Sipil Negara",
                "Syarat semua komitmen tercapai Bila tidak terpenuhi Aturan tidak menyebut akibatnya.",
                "mutu-layanan: D (25%) < C (50%) < B (75%) < A (100%)",
                "Sangat Berhasil 85%",
            ],
        ),
        // Who only receives promises is not shown as if a contract were missing.
        ("/", &["tanpa kontrak sendiri yang tercatat: Ir. H. Firmansyah Zulkarnaen, M.T."]),
        (
            "/pejabat/firmansyah-zulkarnaen/",
            &["Ir. H. Firmansyah Zulkarnaen, M.T. menerima janji sebagai pemberi amanah dalam 13 kontrak"],
        ),
    ]);
    for page in sample
        .pages
        .keys()
        .filter(|page| page.starts_with("/pejabat/"))
    {
        sample.never_says(
            page,
            &["Bila tidak terpenuhi", "mengundurkan", "Masa lindung"],
        );
    }
    sample.never_says("/", &["Belum ada kontrak yang tercatat"]);
    let regimes = sample.checked.register.regimes.values();
    let rules = regimes.flat_map(|regime| &regime.evaluations);
    assert!(rules.clone().count() > 0);
    assert!(rules.into_iter().all(|rule| rule.if_unmet.is_none()));
}

#[test]
fn pamekasan_three_thousand_people_by_the_end_of_november() {
    let sample = Sample::named("pamekasan");
    let ready = "Bila tidak terpenuhi: Bersedia mundur dari posisinya; diberitakan pula: turun satu tingkat, kepala dinas menjadi kepala bidang.";
    let of = |share: &'static str| -> Vec<&'static str> {
        vec![
            share,
            "Tenggat 30 November 2022",
            "Bagian dari komitmen bersama yang dihitung pada Kepala Dinas Penanaman Modal, Pelayanan Terpadu Satu Pintu dan Tenaga Kerja.",
        ]
    };
    let shares = [
        ("nurul-hidayati", "Target setahun 500 orang"),
        ("basri-abdullah", "Target setahun 400 orang"),
        ("suhartini-ningsih", "Target setahun 300 orang"),
        ("imam-syafrudin", "Target setahun 200 orang"),
        ("dewi-maftuhah", "Target setahun 200 orang"),
        ("rofiqul-anam", "Target setahun 200 orang"),
    ];
    for (person, share) in shares {
        let page = format!("/pejabat/{person}/2022/");
        sample.says(&[(&page, &of(share))]);
    }
    sample.says(&[
        (
            "/pejabat/achmad-zubairi/2022/",
            &[
                "Jumlah setahun 2022: 2.950 orang dari target 3.000 orang",
                "✕ Tidak tercapai",
                "Tenggat 30 November 2022",
                "Dikerjakan bersama Dinas Koperasi, Usaha Kecil dan Menengah, Dinas Perindustrian dan Perdagangan, Dinas Ketahanan Pangan dan Pertanian, Dinas Perikanan, Dinas Kepemudaan, Olahraga dan Pariwisata, dan Dinas Sosial.",
                "17 Mei 2022 Pemeriksaan tengah tahun ✓ Tercatat",
                "2 hari setelah jatuh tempo 15 Mei 2022.",
                "saya bersedia mundur dari jabatan saya",
            ],
        ),
        ("/pejabat/dewi-maftuhah/2022/", &["✓ Tercapai", "Dicatat sebagai kesuksesan dalam rapor kerja OPD.", ready]),
        (
            "/pejabat/imam-syafrudin/",
            &[
                "20 Februari 2023 Rapor kerja tahunan ✕ Diputuskan: tidak terpenuhi",
                "Mundur dan turun satu tingkat menjadi Kepala Bidang Perikanan Budidaya mulai 1 Maret 2023.",
                "Kepala Bidang Perikanan Budidaya, sejak 1 Maret 2023",
                "Terlambat 315 hari",
                ready,
            ],
        ),
        ("/pejabat/rofiqul-anam/2022/", &["Ralat 1 Maret 2022: TW II 60% → 58%."]),
        (
            "/pejabat/suhartini-ningsih/",
            &["Plt. Kepala Dinas Perikanan Dinas", "Kepala Dinas Ketahanan Pangan dan Pertanian Dinas"],
        ),
        (
            "/opd/dinas-koperasi-naker/",
            &[
                "Hasil penggabungan sejak 2 Januari 2023 dari Dinas Koperasi, Usaha Kecil dan Menengah.",
                "Hasil pemecahan sejak 2 Januari 2023 dari Dinas Penanaman Modal, Pelayanan Terpadu Satu Pintu dan Tenaga Kerja.",
            ],
        ),
        (
            "/metode/",
            &[
                "setiap tahun, pertengahan Mei (15 Mei)",
                "Bila tidak terpenuhi Bersedia mundur dari posisinya; diberitakan pula: turun satu tingkat",
                "Pimpinan OPD, dengan bupati, sejak 17 Februari 2022",
                "Dasar hukum Aturan ini tidak menyebutnya.",
            ],
        ),
    ]);
    let owner = sample.checked.register.contracts.values();
    let opds = owner.filter(|c| c.id.year == 2022).filter(|contract| {
        let goals = contract.goals.iter().flat_map(|goal| &goal.indicators);
        goals
            .into_iter()
            .any(|i| i.contribution.is_some() || !i.shared_with.is_empty())
    });
    assert_eq!(opds.count(), 7);
}
