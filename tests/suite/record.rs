//! The record of changes on the pages of a whole repository: the past that
//! `pantau init --sample trenggalek --history` writes, value by value.
//!
//! The story is told in `tests/sites/trenggalek-riwayat/`.

use crate::common;

use crate::common::words::lines;
use crate::common::{Tree, build_command, difference, pantau, published, said, tree};
use atom_syndication::Feed;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

const DAY: &str = "2026-11-21";

/// The repository of the sample, and its commits.
struct Story {
    folder: TempDir,
    /// Ten digits of each commit's id, by its message.
    commits: BTreeMap<String, String>,
}

impl Story {
    fn new() -> Self {
        Self::with(|_| {})
    }

    fn with(surroundings: impl Fn(&mut Command)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("kinerja");
        let mut command = pantau();
        command.args(["init", "--sample", "trenggalek", "--history"]);
        surroundings(command.arg(&root));
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
        let log = git(&root, &["log", "--abbrev=10", "--format=%h %s"]);
        let commits = log.lines().map(|line| {
            let (id, message) = line.split_once(' ').unwrap();
            (message.to_owned(), id.to_owned())
        });
        let commits = commits.collect();
        Self { folder, commits }
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("kinerja")
    }

    /// The commit whose message begins with `message`.
    fn commit(&self, message: &str) -> &str {
        let mut found = self.commits.iter().filter(|(m, _)| m.starts_with(message));
        let id = found.next().unwrap_or_else(|| panic!("{message}")).1;
        assert!(found.next().is_none(), "{message}");
        id
    }

    fn edit(&self, file: &str, old: &str, new: &str) {
        let path = self.root().join("content").join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(old), "{file} has no {old:?}");
        fs::write(path, text.replacen(old, new, 1)).unwrap();
    }

    fn save(&self, date: &str) {
        git(&self.root(), &["add", "--all"]);
        let at = format!("{date}T10:00:00+07:00");
        let mut command = git_command(&self.root(), &["commit", "-q", "-m", "x"]);
        command.env("GIT_AUTHOR_DATE", &at);
        told(command.env("GIT_COMMITTER_DATE", &at).output().unwrap());
    }
}

fn git_command(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args([
        "-c",
        "user.name=Dinas",
        "-c",
        "user.email=dinas@example.go.id",
    ]);
    command.args(arguments);
    command
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1");
    command
}

fn told(output: Output) -> String {
    assert!(output.status.success(), "{}", said(&output));
    String::from_utf8(output.stdout).unwrap()
}

fn git(root: &Path, arguments: &[&str]) -> String {
    told(git_command(root, arguments).output().unwrap())
}

/// A published site.
struct Pages {
    tree: Tree,
    /// What the build said in the terminal.
    said: String,
}

fn built(root: &Path, change: impl Fn(&mut Command)) -> Pages {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("out");
    let mut command = build_command(root, &out, DAY);
    change(&mut command);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    Pages {
        tree: published(&out),
        said: said(&output),
    }
}

impl Pages {
    fn text(&self, file: &str) -> &str {
        let bytes = self.tree.get(file).unwrap_or_else(|| panic!("no {file}"));
        std::str::from_utf8(bytes).unwrap()
    }

    fn lines(&self, page: &str) -> Vec<String> {
        lines(self.text(&format!("{page}index.html")))
    }

    /// Each line of `expected` is one of the page's, in this order.
    fn say(&self, page: &str, expected: &str) {
        let found = self.lines(page);
        let mut rest = found.iter();
        for line in expected.lines().map(str::trim).filter(|l| !l.is_empty()) {
            let all = found.join("\n");
            assert!(rest.any(|found| found == line), "{page}: {line}\n\n{all}");
        }
    }

    fn never_say(&self, page: &str, words: &str) {
        let all = self.lines(page).join("\n");
        assert!(!all.contains(words), "{page}: {words}\n\n{all}");
    }

    fn feed(&self, file: &str) -> Feed {
        Feed::read_from(self.text(file).as_bytes()).unwrap()
    }
}

#[test]
fn a_promise_that_was_softened_without_a_word_is_told_with_its_day_and_commit() {
    let story = Story::new();
    let pages = built(&story.root(), |_| {});
    let silent = story.commit("Merapikan kontrak Dinas Kesehatan");
    let amended = story.commit("Perjanjian kinerja perubahan");
    pages.say(
        "pejabat/ratna-kusumawati/2026/",
        &format!(
            "TW III: 6,45%, target paling tinggi 6,2% (target setahun 6,0%)
             Makin rendah makin baik. Capaian = (2 − 6,45 ÷ 6,2) × 100 = 95,97% · Sangat Tinggi
             Terhadap target yang tertulis sekarang, 6,5%, capaiannya 100,77%.
             Diubah tanpa adendum: target 6,0% → 6,4%; TW II 6,4% → 6,6%; TW III 6,2% → 6,5%; TW IV 6,0% → 6,4%. Yang mengikat dan yang dihitung di sini tetap seperti saat ditandatangani. Tercatat 4 Mei 2026, commit {silent}.
             TW III: 86,1% dari target 86% (target setahun 87%)
             Target diubah dengan adendum 3 Agustus 2026: target ~~88%~~ → 87%; TW IV ~~88%~~ → 87%. Pergeseran anggaran pada P-APBD 2026 karena transfer pusat turun. Tercatat 12 Agustus 2026, commit {amended}.
             Perubahan kontrak
             3 Agustus 2026 · Adendum: perubahan anggaran · tercatat 12 Agustus 2026 · commit {amended}, tanpa tanda tangan digital
             Perubahan sejak ditandatangani
             Posyandu aktif: target ~~88%~~ → 87%; TW IV ~~88%~~ → 87%
             Pemenuhan Upaya Kesehatan Perorangan dan Upaya Kesehatan Masyarakat: anggaran ~~Rp 45.250.000.000~~ → Rp 41.000.000.000
             Menurut OPD, 3 Agustus 2026: Pergeseran anggaran pada P-APBD 2026 karena transfer pusat turun.
             commit {amended}, tanpa tanda tangan digital
             Prevalensi stunting: target 6,0% → 6,4%; TW II 6,4% → 6,6%; TW III 6,2% → 6,5%; TW IV 6,0% → 6,4%
             commit {silent}, tanpa tanda tangan digital"
        ),
    );
    pages.say(
        "en/pejabat/ratna-kusumawati/2026/",
        &format!(
            "Against the target that is written now, 6.5%, the achievement is 100.77%.
             Changed without an amendment: target 6.0% → 6.4%; Q2 6.4% → 6.6%; Q3 6.2% → 6.5%; Q4 6.0% → 6.4%. What binds, and what is computed here, stays as it was signed. Recorded on 4 May 2026, commit {silent}.
             Target changed by the amendment of 3 August 2026: target ~~88%~~ → 87%; Q4 ~~88%~~ → 87%. Pergeseran anggaran pada P-APBD 2026 karena transfer pusat turun. Recorded on 12 August 2026, commit {amended}.
             3 August 2026 · Amendment: change of budget · recorded on 12 August 2026 · commit {amended}, without a digital signature
             By the office, 3 August 2026: Pergeseran anggaran pada P-APBD 2026 karena transfer pusat turun."
        ),
    );
    // Each is told in full once, and drafts before the signature are no news.
    let page = pages.lines("pejabat/ratna-kusumawati/2026/");
    let told = page.iter().filter(|line| line.starts_with("4 Mei 2026"));
    assert_eq!(told.count(), 1);
    pages.never_say("pejabat/ratna-kusumawati/2026/", "6,7% → ");
    pages.never_say("perubahan/", "9 Januari 2026");
}

#[test]
fn a_promise_that_is_back_stands_as_it_was_signed_and_the_detour_stays_on_record() {
    let story = Story::new();
    let pages = built(&story.root(), |_| {});
    let (there, back) = (
        story.commit("Memperbarui kontrak Dinas PUPR"),
        story.commit("Target jalan mantap dikembalikan"),
    );
    // All of it under the name that the official's file has now.
    let page = "pejabat/bambang-hascaryo/2026/";
    pages.say(
        page,
        &format!(
            "TW III: 70,9% dari target 71,2% (target setahun 72%)
             Makin tinggi makin baik. Capaian = 70,9 ÷ 71,2 × 100 = 99,58% · Sangat Tinggi
             TW II: dilaporkan 13 Juli 2026, terlambat 3 hari
             Jalan kabupaten dalam kondisi mantap: TW II belum dilaporkan → 70,3%; capaian – → 100,14%
             Jalan kabupaten dalam kondisi mantap: target ~~71%~~ → 72%; TW III ~~70,6%~~ → 71,2%; TW IV ~~71%~~ → 72%
             commit {back}, tanpa tanda tangan digital
             Jalan kabupaten dalam kondisi mantap: target 72% → 71%; TW III 71,2% → 70,6%; TW IV 72% → 71%
             commit {there}, tanpa tanda tangan digital"
        ),
    );
    pages.never_say(page, "Terhadap target semula");
    pages.never_say(page, "tercatat 13 Juli 2026, 3 hari setelah batas; ");
    // The copies of then lead to the pages of then, which exist.
    for (quarter, person) in [
        ("tw1", "bambang"),
        ("tw2", "bambang"),
        ("tw3", "bambang-hascaryo"),
    ] {
        let copy = format!("arsip/2026-{quarter}/pejabat/{person}/");
        let html = pages.text(&format!("{page}index.html"));
        assert!(html.contains(&format!("href=\"/{copy}#kepala-dinas-pupr\"")));
        assert!(pages.tree.contains_key(&format!("{copy}index.html")));
    }
}

#[test]
fn what_was_reported_in_time_and_recorded_late_says_both() {
    let story = Story::new();
    let pages = built(&story.root(), |_| {});
    let revised = story.commit("Angka TW I Dinas Pendidikan diperbaiki");
    pages.say(
        "pejabat/sulistyorini-wahyuningtyas/2026/",
        &format!(
            "Jumlah TW I–TW III: 124 anak dari target 120 anak (target setahun 160 anak)
             Realisasi TW I direvisi 11 Mei 2026: ~~34 anak~~ → 31 anak. Tiga anak tercatat dua kali. Tercatat 11 Mei 2026, commit {revised}.
             Pencatatan
             tercatat 20 April 2026, 10 hari setelah batas
             TW I: dilaporkan 9 April 2026; tercatat 20 April 2026, 10 hari setelah batas
             TW II: dilaporkan 8 Juli 2026
             Anak putus sekolah yang kembali bersekolah: TW I belum dilaporkan → 31 anak; capaian – → 103,33%
             Seluruh kontrak: laporan belum dilaporkan → dilaporkan 9 April 2026; dipenuhi 0/2 → 2/2; capaian – → 101,73%
             Anak putus sekolah yang kembali bersekolah: realisasi ~~34 anak~~ → 31 anak
             Menurut OPD, 11 Mei 2026: Tiga anak tercatat dua kali.
             commit {revised}, tanpa tanda tangan digital"
        ),
    );
    pages.say(
        "en/pejabat/sulistyorini-wahyuningtyas/2026/",
        "Q1: reported 9 April 2026; recorded on 20 April 2026, 10 days after the deadline",
    );
    pages.say(
        "triwulan/2026-tw1/",
        "Dr. Sulistyorini Wahyuningtyas, M.Pd.Kepala Dinas Pendidikan, Pemuda dan Olahraga
         dilaporkan 9 April 2026; tercatat 20 April 2026, 10 hari setelah batas",
    );
    pages.say(
        "triwulan/2026-tw2/",
        "Ir. Bambang Hascaryo, M.T.Kepala Dinas Pekerjaan Umum dan Penataan Ruang
         dilaporkan 13 Juli 2026, terlambat 3 hari",
    );
    // A contract under another name is no new one, and none that is missing.
    for quarter in ["tw1", "tw2", "tw3"] {
        let page = format!("triwulan/2026-{quarter}/");
        pages.never_say(&page, "Kontrak ini belum tercatat ketika dibekukan.");
        pages.never_say(&page, "Kontrak ini tidak tercatat lagi.");
    }
}

#[test]
fn a_published_figure_that_was_changed_without_a_word_is_told_through_a_renaming() {
    let story = Story::new();
    let pages = built(&story.root(), |_| {});
    let changed = story.commit("Memperbarui hasil TW II Dinas Kominfo");
    let renamed = story.commit("Nama berkas kontrak dan hasil Dinas Kominfo");
    let corrected = story.commit("Ralat kontrak Dinas Kominfo");
    let remarked = story.commit("Catatan dan pemeriksaan hasil TW III");
    pages.say(
        "pejabat/wisnu-ardhiyanto/2026/",
        &format!(
            "Ralat 9 Juni 2026: nama ~~Lama gangguan layanan daring pemrintah~~ → Lama gangguan layanan daring pemerintah. Salah tulis pada naskah; ukurannya tetap. Tercatat 10 Juni 2026, commit {corrected}.
             Realisasi TW II diubah tanpa keterangan: ~~3,4 jam per bulan~~ → 2,9 jam per bulan. Tercatat 6 Agustus 2026, commit {changed}.
             Salinan beku TW I 2026 (keadaan per 10 April 2026). Sejak dibekukan tidak ada yang berubah.
             Salinan beku TW II 2026 (keadaan per 10 Juli 2026). Sejak dibekukan:
             Lama gangguan layanan daring pemerintah: TW II 3,4 jam per bulan → 2,9 jam per bulan; capaian 98,46% → 106,15%
             Seluruh kontrak: dipenuhi 1/2 → 2/2; capaian 100,48% → 104,33%
             9 Juni 2026 · Ralat · tercatat 10 Juni 2026 · commit {corrected}, tanpa tanda tangan digital
             Lama gangguan layanan daring pemerintah: catatan ditulis: Satu gangguan listrik pada 14 September.; verifikasi ditulis: Inspektorat, 9 November 2026
             commit {remarked}, tanpa tanda tangan digital
             Lama gangguan layanan daring pemerintah: realisasi ~~3,4 jam per bulan~~ → 2,9 jam per bulan
             commit {changed}, tanpa tanda tangan digital
             nama berkas ~~kontrak/2026/kominfo.yml~~ → kontrak/2026/kepala-dinas-kominfo.yml
             commit {renamed}, tanpa tanda tangan digital
             Menurut OPD, 9 Juni 2026: Salah tulis pada naskah; ukurannya tetap."
        ),
    );
    pages.never_say("pejabat/wisnu-ardhiyanto/2026/", "belum tercatat ketika");
}

/// Day, kind and person of each event, newest first; nothing happened besides.
#[test]
fn the_register_tells_each_change_once_the_latest_first() {
    let story = Story::new();
    let pages = built(&story.root(), |_| {});
    let wisnu = "Wisnu Ardhiyanto, S.Kom., M.M., Kepala Dinas Komunikasi dan Informatika: Kontrak Kinerja 2026";
    let ratna = "dr. Ratna Kusumawati, M.Kes., Kepala Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana: Kontrak Kinerja 2026";
    let bambang = "Ir. Bambang Hascaryo, M.T., Kepala Dinas Pekerjaan Umum dan Penataan Ruang: Kontrak Kinerja 2026";
    let sulis = "Dr. Sulistyorini Wahyuningtyas, M.Pd., Kepala Dinas Pendidikan, Pemuda dan Olahraga: Kontrak Kinerja 2026";
    let all = [
        (
            "10 November 2026 ○ Keterangan diubah",
            format!("{wisnu}, TW III"),
            "lain",
        ),
        (
            "12 Agustus 2026 ✎ Diubah dengan adendum",
            ratna.into(),
            "adendum",
        ),
        (
            "6 Agustus 2026 ! Angka diubah tanpa keterangan",
            format!("{wisnu}, TW II"),
            "revisi",
        ),
        ("20 Juli 2026 ○ Nama berkas diganti", wisnu.into(), "lain"),
        (
            "1 Juli 2026 ○ Pejabat",
            "Drs. Tjahjo Wibisono, M.Par.: Kepala Dinas Pariwisata dan Kebudayaan".into(),
            "lain",
        ),
        (
            "1 Juli 2026 ○ Pejabat",
            "Laksmi Puspaningrum, S.Pi., M.Si.: Plt. Kepala Dinas Pariwisata dan Kebudayaan".into(),
            "lain",
        ),
        (
            "29 Juni 2026 ○ Aturan",
            "Kontrak Kinerja, berlaku sejak 1 Juli 2026".into(),
            "lain",
        ),
        ("10 Juni 2026 ✎ Ralat", wisnu.into(), "adendum"),
        (
            "2 Juni 2026 ✓ Dikembalikan seperti saat ditandatangani",
            bambang.into(),
            "adendum",
        ),
        ("18 Mei 2026 ! Diubah tanpa adendum", bambang.into(), ""),
        (
            "11 Mei 2026 ✎ Angka direvisi",
            format!("{sulis}, TW I"),
            "revisi",
        ),
        ("4 Mei 2026 ! Diubah tanpa adendum", ratna.into(), ""),
    ];
    let part = |page: &str, is_in: &dyn Fn(&str, &str) -> bool| {
        let of_part = all.iter().filter(|(head, _, part)| is_in(head, part));
        let expected: Vec<[&str; 2]> = of_part
            .map(|(head, who, _)| [*head, who.as_str()])
            .collect();
        let found = pages.lines(page);
        let is_head = |line: &str| {
            [" ○ ", " ✎ ", " ! ", " ✓ "]
                .iter()
                .any(|m| line.contains(m))
        };
        let found = found.windows(2).filter(|pair| is_head(&pair[0]));
        let found: Vec<[&str; 2]> = found.map(|pair| [&*pair[0], &*pair[1]]).collect();
        assert_eq!(found, expected, "{page}");
    };
    part("perubahan/", &|_, _| true);
    part("perubahan/tanpa-keterangan/", &|head, _| {
        head.contains(" ! ")
    });
    for name in ["adendum", "revisi", "lain"] {
        part(&format!("perubahan/{name}/"), &|_, part| part == name);
    }
    pages.say(
        "perubahan/",
        "Perubahan data tercatat di repositori sejak 5 Januari 2026.
         Semua (12)
         Tanpa keterangan (3)
         Adendum dan ralat (3)
         Revisi angka (2)
         Lain-lain (5)
         menjabat sampai 30 Juni 2026
         menjabat sejak 1 Juli 2026
         Menurut pejabat
         Wisnu Ardhiyanto, S.Kom., M.M. (4)
         Ir. Bambang Hascaryo, M.T. (2)",
    );
    pages.say(
        "en/perubahan/",
        "All (12)
         10 November 2026 ○ Particulars changed
         6 August 2026 ! Figure changed without explanation
         4 May 2026 ! Changed without an amendment
         Prevalensi stunting: target 6.0% → 6.4%; Q2 6.4% → 6.6%; Q3 6.2% → 6.5%; Q4 6.0% → 6.4%",
    );
}

#[test]
fn a_feed_reader_finds_each_change_once_and_an_officials_own_in_their_feed() {
    let story = Story::new();
    let pages = built(&story.root(), |_| {});
    let feed = pages.feed("feed.xml");
    let recorded = changes(&feed);
    let register = pages.text("perubahan/index.html");
    for (entry, anchor) in &recorded {
        assert!(register.contains(&format!("id=\"{anchor}\"")), "{anchor}");
        assert_eq!(entry.published(), Some(entry.updated()));
    }
    let moments: Vec<_> = recorded.iter().map(|(entry, _)| entry.updated()).collect();
    assert!(moments.is_sorted_by(|a, b| a >= b), "{moments:?}");
    assert_eq!(moments[0].to_rfc3339(), "2026-11-10T03:45:00+00:00");
    let own = [
        ("wisnu-ardhiyanto", 4),
        ("bambang-hascaryo", 2),
        ("ratna-kusumawati", 2),
        ("sulistyorini-wahyuningtyas", 1),
        ("laksmi-puspaningrum", 1),
        ("tjahjo-wibisono", 1),
        ("bagas-wirayudha", 0),
    ];
    let mut told: BTreeSet<String> = BTreeSet::new();
    for (person, count) in own {
        let feed = pages.feed(&format!("pejabat/{person}/feed.xml"));
        let changes = changes(&feed);
        assert_eq!(changes.len(), count, "{person}");
        let (_, title) = feed.title().split_once("perubahan: ").unwrap();
        let (name, _) = title.split_once(" – ").unwrap();
        for entry in feed.entries() {
            assert!(entry.title().contains(name), "{}", entry.title().as_str());
        }
        let ids = changes.into_iter().map(|(entry, _)| entry.id().to_owned());
        told.extend(ids);
    }
    // Only new rules concern nobody in particular.
    assert_eq!(told.len(), 11);
    let health = pages.feed("pejabat/ratna-kusumawati/feed.xml");
    let silent = changes(&health).pop().unwrap().0;
    let html = silent.content().unwrap().value().unwrap();
    assert!(html.contains("target 6,0% → 6,4%"), "{html}");
}

/// The entries that lead to the register of changes, each with its anchor there.
fn changes(feed: &Feed) -> Vec<(&atom_syndication::Entry, &str)> {
    let entries = feed.entries().iter();
    let changes = entries.filter_map(|entry| {
        let register = "https://kinerja.example.go.id/perubahan/#";
        Some((entry, entry.links()[0].href.strip_prefix(register)?))
    });
    changes.collect()
}

#[test]
fn a_feed_tells_each_declared_change_once_and_under_the_same_id_without_a_past() {
    let story = Story::new();
    let with_past = built(&story.root(), |_| {});
    let copy = story.folder.path().join("copy");
    common::copy_content(&story.root(), &copy);
    let without = built(&copy, |_| {});
    let (mut told, mut without_commit) = (0, 0);
    let feeds = with_past.tree.keys();
    for file in feeds.filter(|f| f.starts_with("pejabat/") && f.ends_with("feed.xml")) {
        let (with_past, without) = (with_past.feed(file), without.feed(file));
        let ids: BTreeSet<&str> = with_past.entries().iter().map(|e| e.id()).collect();
        assert_eq!(ids.len(), with_past.entries().len(), "{file}");
        let is_known = |entry: &&atom_syndication::Entry| ids.contains(entry.id());
        let unknown = without.entries().iter().find(|entry| !is_known(entry));
        assert!(unknown.is_none(), "{file}: {unknown:?}");
        for entry in without.entries() {
            let mut known = with_past.entries().iter();
            let known = known.find(|known| known.id() == entry.id()).unwrap();
            assert_eq!(known.title(), entry.title());
            let kind = entry.categories()[0].term();
            if !["amended", "corrected", "revised"].contains(&kind) {
                continue;
            }
            let html = |entry: &atom_syndication::Entry| {
                entry.content().unwrap().value().unwrap().to_owned()
            };
            assert_eq!(html(known), html(entry));
            told += 1;
            without_commit += usize::from(known.updated() == entry.updated());
        }
    }
    assert!(told >= 3, "{told}");
    assert!(
        without_commit < told,
        "commits are later than the days that data name"
    );
}

#[test]
fn a_post_knows_both_holders_and_the_method_page_both_versions_of_the_rules() {
    let story = Story::new();
    let pages = built(&story.root(), |_| {});
    pages.say(
        "jabatan/kepala-dinas-pariwisata/",
        "Laksmi Puspaningrum, S.Pi., M.Si. · pelaksana tugas (Plt.)
         sejak 1 Juli 2026
         Laksmi Puspaningrum, S.Pi., M.Si.Kontrak Kinerja 2026 · 1 Juli 2026 sampai 31 Desember 2026
         Drs. Tjahjo Wibisono, M.Par. · definitif
         5 Juni 2023 sampai 30 Juni 2026
         Drs. Tjahjo Wibisono, M.Par.Kontrak Kinerja 2026 · 1 Januari 2026 sampai 30 Juni 2026",
    );
    pages.say(
        "pejabat/laksmi-puspaningrum/2026/",
        "Plt. Kepala Dinas Pariwisata dan Kebudayaan
         TW IV: belum jatuh tempo, batas lapor 14 Januari 2027
         Tidak ada yang berubah sejak 6 Juli 2026.
         Kontrak Kinerja, berlaku sejak 1 Juli 2026",
    );
    pages.say(
        "pejabat/tjahjo-wibisono/2026/",
        "Tidak ada yang berubah sejak 12 Januari 2026.
         Kontrak Kinerja, berlaku sejak 1 Januari 2020
         Kepala Dinas Pariwisata dan Kebudayaan, 5 Juni 2023 sampai 30 Juni 2026",
    );
}

#[test]
fn old_addresses_lead_on_or_say_why_they_are_empty() {
    let story = Story::new();
    let pages = built(&story.root(), |_| {});
    pages.say(
        "pejabat/bambang/",
        "Halaman ini pindah
         https://kinerja.example.go.id/pejabat/bambang-hascaryo/",
    );
    pages.say(
        "pejabat/bambang/2026/rapor/",
        "https://kinerja.example.go.id/pejabat/bambang-hascaryo/2026/rapor/",
    );
    pages.say(
        "wawancara/",
        "Halaman ini ditarik
         Di https://kinerja.example.go.id/wawancara/ pernah ada halaman. Halaman itu ditarik pada 20 Agustus 2026, dengan alasan:
         Ditarik karena jadwalnya sudah lewat dan menyebut nama pewawancara.",
    );
    assert_eq!(
        pages.text("_redirects"),
        "/en/pejabat/bambang/* /en/pejabat/bambang-hascaryo/:splat 301\n\
         /en/sematkan/bambang/* /en/sematkan/bambang-hascaryo/:splat 301\n\
         /en/wawancara/* /en/wawancara/index.html 410!\n\
         /pejabat/bambang/* /pejabat/bambang-hascaryo/:splat 301\n\
         /sematkan/bambang/* /sematkan/bambang-hascaryo/:splat 301\n\
         /wawancara/* /wawancara/index.html 410!\n"
    );
}

#[test]
fn frozen_quarters_say_what_was_known_at_their_deadline() {
    let story = Story::new();
    let pages = built(&story.root(), |_| {});
    let [tw1, tw2, tw3] = [
        "Laporan TW I empat",
        "Laporan TW II empat",
        "Laporan TW III kelima",
    ]
    .map(|message| story.commit(message));
    let version = env!("CARGO_PKG_VERSION");
    pages.say(
        "arsip/",
        &format!(
            "Triwulan III 2026keadaan pada akhir 14 Oktober 2026 · commit {tw3} · pantau {version}
             Triwulan II 2026keadaan pada akhir 10 Juli 2026 · commit {tw2} · pantau {version}
             Triwulan I 2026keadaan pada akhir 10 April 2026 · commit {tw1} · pantau {version}"
        ),
    );
    let silent = story.commit("Merapikan kontrak Dinas Kesehatan");
    pages.say(
        "arsip/2026-tw2/pejabat/ratna-kusumawati/",
        &format!(
            "Terhadap target yang tertulis sekarang, 6,6%, capaiannya 101,52%.
             Diubah tanpa adendum: target 6,0% → 6,4%; TW II 6,4% → 6,6%; TW III 6,2% → 6,5%; TW IV 6,0% → 6,4%. Yang mengikat dan yang dihitung di sini tetap seperti saat ditandatangani. Tercatat 4 Mei 2026, commit {silent}."
        ),
    );
    // What came later is not known in them.
    pages.never_say("arsip/2026-tw1/pejabat/ratna-kusumawati/", "tanpa adendum");
    pages.never_say("arsip/2026-tw2/pejabat/ratna-kusumawati/", "87%");
    pages.never_say("arsip/2026-tw2/pejabat/wisnu-ardhiyanto/", "2,9 jam");
    let page = "arsip/2026-tw1/pejabat/sulistyorini-wahyuningtyas/";
    assert!(pages.lines(page).join("\n").contains("belum dilaporkan"));
    // And the record still holds what they were made from.
    for quarter in ["2026-tw1", "2026-tw2", "2026-tw3"] {
        let mut command = pantau();
        command.args(["freeze", quarter, "--check", "--date", DAY, "--root"]);
        let output = command.arg(story.root()).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }
}

#[test]
fn a_repository_without_a_record_is_told_which_line_begins_one() {
    let place = tempfile::tempdir().unwrap();
    let root = place.path().join("kinerja");
    let mut command = pantau();
    command.args(["init", "--sample", "pamekasan"]).arg(&root);
    told(command.output().unwrap());
    let settings = root.join("content/situs.yml");
    let text = fs::read_to_string(&settings).unwrap();
    let checked = || {
        let mut command = pantau();
        command.args(["check", "--lang", "id", "--date", "2023-08-21", "--root"]);
        said(&command.arg(&root).output().unwrap())
    };
    git(&root, &["init", "-q"]);
    // People and figures of a sample are made up.
    assert!(!checked().contains("P411"));
    fs::write(&settings, text.replace("data_contoh: ya", "")).unwrap();
    let warned = checked();
    assert!(warned.contains("P411"), "{warned}");
    assert!(warned.contains("\"catatan_sejak: 2023-08-21\""), "{warned}");
    fs::write(
        &settings,
        text.replace("data_contoh: ya", "catatan_sejak: 2023-08-21"),
    )
    .unwrap();
    assert!(!checked().contains("P411"));
    assert!(!checked().contains("P412"));
    let left_over = text
        .replace(
            "https://rapor-kerja.example.go.id/",
            "https://kinerja.example/",
        )
        .replace("data_contoh: ya", "");
    fs::write(&settings, left_over).unwrap();
    let warned = checked();
    assert!(warned.contains("P412"), "{warned}");
}

#[test]
fn check_finds_what_the_story_intends_and_nothing_else() {
    let story = Story::new();
    let mut command = pantau();
    command.args(["check", "--format", "json", "--lang", "en", "--date", DAY]);
    let output = command.arg("--root").arg(story.root()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let problems: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |problem: &serde_json::Value, key: &str| problem[key].as_str().unwrap().to_owned();
    let found = problems.as_array().unwrap().iter().map(|problem| {
        assert_eq!(problem["severity"], "violation");
        let line = problem["line"].as_u64().unwrap();
        let place = format!("{}:{line}", text(problem, "file"));
        (text(problem, "code"), place, text(problem, "message"))
    });
    let silent = story.commit("Merapikan kontrak Dinas Kesehatan");
    let target = |line: u32, what: &str| {
        (
            "P401".to_owned(),
            format!("content/kontrak/2026/kepala-dinas-kesehatan.yml:{line}"),
            format!(
                "\"Prevalensi stunting\" was changed without an amendment: {what} (2026-05-04, commit {silent})."
            ),
        )
    };
    let changed = story.commit("Memperbarui hasil TW II Dinas Kominfo");
    let expected = [
        (
            "P406".to_owned(),
            "content/hasil/2026/tw2/kepala-dinas-kominfo.yml:5".to_owned(),
            format!(
                "The figure of \"Lama gangguan layanan daring pemerintah\" was changed from 3.4 to 2.9 without explanation (2026-08-06, commit {changed})."
            ),
        ),
        target(26, "target 6.0 became 6.4"),
        target(29, "tw2 6.4 became 6.6"),
        target(30, "tw3 6.2 became 6.5"),
        target(31, "tw4 6.0 became 6.4"),
    ];
    assert_eq!(found.collect::<Vec<_>>(), expected);
    // Violations are published with the site, not in its place.
    let built = built(&story.root(), |_| {});
    assert!(built.said.contains("5 pelanggaran"), "{}", built.said);
}

#[test]
fn the_past_is_the_same_whoever_makes_it() {
    let one = Story::new();
    let home = tempfile::tempdir().unwrap();
    fs::write(
        home.path().join(".gitconfig"),
        "[user]\nname = Lain\nemail = lain@example.org\n[core]\nautocrlf = true\nhooksPath = /tiada\n\
         [commit]\ngpgSign = true\n[init]\ndefaultBranch = trunk\n",
    )
    .unwrap();
    let ignore = home.path().join("git/ignore");
    fs::create_dir_all(ignore.parent().unwrap()).unwrap();
    fs::write(ignore, "*.yml\n").unwrap();
    let other = Story::with(|command| {
        command.env("HOME", home.path());
        command.env("XDG_CONFIG_HOME", home.path());
        command
            .env("TZ", "Pacific/Kiritimati")
            .env("LANG", "tr_TR.UTF-8");
        command.env("GIT_AUTHOR_NAME", "Lain");
    });
    assert_eq!(one.commits, other.commits);
    let who = "%an <%ae> %cn <%ce> %aI";
    let last = git(&one.root(), &["log", "-1", &format!("--format={who} %cI")]);
    let office = "Diskominfo (contoh) <kinerja@example.go.id>";
    let day = "2026-11-10T10:45:00+07:00";
    assert_eq!(last, format!("{office} {office} {day} {day}\n"));
    assert_eq!(git(&one.root(), &["status", "--porcelain"]), "");
    assert_eq!(git(&one.root(), &["branch", "--show-current"]), "main\n");
    let left = fs::read_dir(one.folder.path()).unwrap();
    assert_eq!(left.count(), 1);
}

#[test]
fn a_folder_that_holds_anything_gets_no_past_and_a_failure_leaves_nothing() {
    let place = tempfile::tempdir().unwrap();
    let init = |sample: &str, change: &dyn Fn(&mut Command)| {
        let mut command = pantau();
        command.args(["init", "--sample", sample, "--history", "--lang", "en"]);
        change(command.arg(place.path().join("a/b")));
        command.output().unwrap()
    };
    let output = init("bekasi", &|_| {});
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("These have one: trenggalek."),
        "{}",
        said(&output)
    );
    let output = init("trenggalek", &|command| {
        command.env("PATH", "/tiada");
    });
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
    fs::create_dir_all(place.path().join("a/b")).unwrap();
    fs::write(place.path().join("a/b/README.md"), "punya saya").unwrap();
    let output = init("trenggalek", &|_| {});
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert_eq!(tree(place.path()).len(), 1);
}

#[test]
fn the_same_commit_gives_the_same_bytes_in_every_clone() {
    let story = Story::new();
    let first = built(&story.root(), |_| {});
    let place = tempfile::tempdir().unwrap();
    let cases = [
        ("a", "Asia/Jakarta", "1"),
        ("lain/jauh sekali", "Pacific/Kiritimati", "2"),
        ("c", "America/Los_Angeles", "2"),
    ];
    for (folder, zone, threads) in cases {
        let root = place.path().join(folder);
        let clone = ["clone", "-q", ".", root.to_str().unwrap()];
        git(&story.root(), &clone);
        let pages = built(&root, |command| {
            command.env("TZ", zone).env("RAYON_NUM_THREADS", threads);
        });
        assert_eq!(difference(&first.tree, &pages.tree), None, "{folder}");
    }
}

#[test]
fn without_a_past_pages_and_terminal_say_so_and_accuse_nobody() {
    let story = Story::new();
    let place = tempfile::tempdir().unwrap();
    let shallow = place.path().join("dangkal");
    let source = format!("file://{}", story.root().display());
    let clone = [
        "clone",
        "-q",
        "--depth",
        "1",
        &source,
        shallow.to_str().unwrap(),
    ];
    git(&story.root(), &clone);
    let copy = place.path().join("salinan");
    common::copy_content(&story.root(), &copy);
    let cases = [
        (
            shallow,
            "Situs ini dibangun dari salinan repositori tanpa riwayat, sehingga perubahan datanya tidak dapat ditunjukkan.",
            "This site was built from a clone without its history, so changes to its data cannot be shown.",
            "di GitHub Actions tulis fetch-depth: 0 pada actions/checkout, di GitLab CI tulis GIT_DEPTH: 0.",
        ),
        (
            copy,
            "Situs ini dibangun di luar repositori git, sehingga riwayat perubahan datanya tidak tersedia.",
            "This site was built outside a git repository, so changes to its data cannot be shown.",
            "Riwayat perubahan tidak tersedia",
        ),
    ];
    for (root, indonesian, english, in_terminal) in cases {
        let pages = built(&root, |_| {});
        assert!(pages.said.contains(in_terminal), "{}", pages.said);
        assert!(!pages.said.contains("P40"), "{}", pages.said);
        pages.say("perubahan/", indonesian);
        pages.say("en/perubahan/", english);
        let feed = pages.feed("feed.xml");
        let entries = feed.entries().iter();
        let told: BTreeSet<&str> = entries.map(|entry| entry.categories()[0].term()).collect();
        let of_registers = [
            "hasil",
            "terlambat",
            "evaluasi",
            "putusan",
            "amended",
            "corrected",
            "revised",
        ];
        assert!(
            told.iter().all(|kind| of_registers.contains(kind)),
            "{told:?}"
        );
        assert!(told.contains("hasil"), "{told:?}");
        for page in [
            "pejabat/ratna-kusumawati/2026/",
            "pejabat/wisnu-ardhiyanto/2026/",
            "pejabat/sulistyorini-wahyuningtyas/2026/",
        ] {
            pages.never_say(page, "tanpa adendum");
            pages.never_say(page, "tanpa keterangan");
            pages.never_say(page, "hari setelah batas");
            pages.never_say(page, "Tidak ada yang berubah sejak");
        }
        // Whether it had another name when the copy was made is not known either.
        pages.say(
            "pejabat/wisnu-ardhiyanto/2026/",
            "Salinan beku TW I 2026 (keadaan per 10 April 2026). Di dalamnya tidak ada kontrak dengan nama berkas ini.",
        );
        pages.say(
            "triwulan/2026-tw1/",
            "Sekarang tidak ada kontrak dengan nama berkas ini.",
        );
        let mut command = pantau();
        command.args(["check", "--date", DAY, "--root"]);
        let output = command.arg(&root).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }
}

#[test]
fn frozen_pages_stay_to_the_byte_whatever_is_committed_later() {
    let story = Story::new();
    let frozen = |pages: &Pages| -> Tree {
        let mut tree = pages.tree.clone();
        tree.retain(|file, _| file.starts_with("arsip/2026-"));
        assert!(tree.len() > 15, "{}", tree.len());
        tree
    };
    let before = built(&story.root(), |_| {});
    let contract = story
        .root()
        .join("content/kontrak/2026/kepala-dinas-kesehatan.yml");
    let formula = "  - tanggal: 2026-11-16
    sebab: strategi
    alasan: Cara mengukur berganti.
    indikator:
      stunting:
        rumus: Balita stunting dibagi balita sasaran × 100
";
    let text = fs::read_to_string(&contract).unwrap();
    fs::write(&contract, text + formula).unwrap();
    story.save("2026-11-16");
    let theme = story.root().join("themes/lain/templates");
    fs::create_dir_all(&theme).unwrap();
    fs::write(
        theme.join("home.html"),
        "<!doctype html><title>lain</title>",
    )
    .unwrap();
    story.edit("situs.yml", "lisensi:", "tema: lain\nlisensi:");
    story.edit("pejabat/ratna-kusumawati.yml", "dr. Ratna", "Dr. dr. Ratna");
    story.save("2026-11-18");
    let after = built(&story.root(), |_| {});
    assert!(difference(&before.tree, &after.tree).is_some());
    assert_eq!(difference(&frozen(&before), &frozen(&after)), None);
}
