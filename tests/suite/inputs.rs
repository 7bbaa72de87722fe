//! `site::inputs` says of which files a page is made. That it leaves none out is shown by
//! changing every line of every file that still makes a valid site when it is changed.

use crate::common;

use crate::common::edits::{Edit, edits};
use crate::common::{SAMPLE_DAY, Tree, day, repository, sample_sources};
use pantau::archive::{snapshot_of, tombstone};
use pantau::check::check;
use pantau::compute::cutoff;
use pantau::disk;
use pantau::model::{Date, Provenance, Snapshot};
use pantau::parse::parse;
use pantau::render::Theme;
use pantau::site::{Page, Site, inputs};
use pantau::source::Sources;
use pantau::url::PictureFile;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The day on which `tests/inputs/` is looked at: the second quarter is told, the third runs.
const DAY: &str = "2026-08-01";

/// A site that renders pages when they are asked for.
struct Shown {
    site: Site,
    pages: BTreeMap<String, Page>,
}

impl Shown {
    /// `None` where the sources have errors.
    fn of(sources: &Sources, today: Date, theme: &Theme) -> Option<Self> {
        let checked = check(&parse(sources)).ok()?;
        let site = Site::new(checked.register, common::unrecorded(), today, theme).unwrap();
        // A social card is drawn from what the page that names it says too: its `?v=` is told by
        // everything on the card, and the SVG of a chart says what its PNG does. Drawing thousands
        // would tell nothing more, and neither would writing the tables of all, which every file may
        // change.
        let is_drawn = |page: &Page| {
            matches!(
                page,
                Page::SocialCard(_) | Page::Picture(_, PictureFile::Png)
            )
        };
        let pages = site.pages().into_iter();
        let pages = pages.filter(|page| !is_drawn(page) && !page.is_large());
        Some(Self {
            pages: pages.map(|page| (page.file(), page)).collect(),
            site,
        })
    }

    fn bytes(&self, page: &str) -> Option<Vec<u8>> {
        let page = self.pages.get(page)?;
        Some(self.site.render(page).unwrap())
    }

    fn all(&self) -> Tree {
        let pages = self.pages.keys();
        pages
            .map(|page| (page.clone(), self.bytes(page).unwrap()))
            .collect()
    }

    fn inputs(&self, page: &str) -> BTreeSet<String> {
        let page = self.pages.get(page);
        page.map(|page| inputs(&self.site, page))
            .unwrap_or_default()
    }
}

/// What came of all edits.
#[derive(Default)]
struct Outcome {
    /// Files whose edits changed some page.
    felt: BTreeSet<String>,
    valid: usize,
    /// Pages that changed without the edited file among their inputs.
    gaps: Vec<String>,
}

fn outcome(sources: &Sources, date: &str, edits: &[Edit]) -> Outcome {
    let (today, theme) = (day(date), Theme::default());
    let before = Shown::of(sources, today, &theme).unwrap();
    let bytes = before.all();
    let tried: Vec<_> = edits
        .par_iter()
        .filter_map(|edit| {
            let after = Shown::of(&edit.applied(sources), today, &theme)?;
            Some((edit, tried(edit, &before, &bytes, &after)))
        })
        .collect();
    let mut outcome = Outcome::default();
    for (edit, (felt, gaps)) in tried {
        outcome.valid += 1;
        outcome.felt.extend(felt.then(|| edit.file.clone()));
        outcome.gaps.extend(gaps);
    }
    outcome
}

/// Whether some page came, went or changed, and those of them that should not have. Of the pages
/// that may change, one that does is enough.
fn tried(edit: &Edit, before: &Shown, bytes: &Tree, after: &Shown) -> (bool, Vec<String>) {
    let (mut felt, mut gaps) = (false, Vec::new());
    let pages: BTreeSet<&String> = before.pages.keys().chain(after.pages.keys()).collect();
    for page in pages {
        let is_input = [before, after]
            .iter()
            .any(|site| site.inputs(page).contains(&edit.file));
        if (is_input && felt) || bytes.get(page) == after.bytes(page).as_ref() {
            continue;
        }
        felt = true;
        if !is_input {
            gaps.push(format!(
                "{page} is made of {} too: {}",
                edit.file, edit.what
            ));
        }
    }
    (felt, gaps)
}

/// Every file removed, and every line of every file changed in each way that there is; of the frozen
/// quarter, in the one way that keeps its seal.
fn all_edits(sources: &Sources) -> Vec<Edit> {
    let frozen = sources.files.get(FROZEN);
    let redacted = frozen.map(|bytes| redaction(FROZEN, bytes));
    edits(sources).into_iter().chain(redacted).collect()
}

/// Files that a site may get.
fn additions() -> Vec<Edit> {
    let files = [
        (
            "opd/baru.yml",
            "nama: Dinas Baru\npendahulu:\n  - opd: kesehatan\n    sejak: 2026-02-01\n    peristiwa: dipecah\n",
        ),
        (
            "jabatan/sekretaris.yml",
            "nama: Sekretaris Dinas\nopd: kesehatan\natasan: kepala-kesehatan\n",
        ),
        (
            "pejabat/fajar.yml",
            "nama: Fajar\njabatan:\n  - jabatan: kabid-gizi\n    kedudukan: plh\n    pelantikan: 2026-07-01\n",
        ),
        ("halaman/kamus.en.md", "---\njudul: Words\n---\nWords.\n"),
        ("halaman/kontak.md", "---\njudul: Kontak\n---\nSurat.\n"),
        (
            "hasil/2026/tw2/kepala-sosial.yml",
            "dilaporkan: 2026-07-30\nrealisasi:\n  bantuan:\n    nilai: 110\n",
        ),
        (
            "evaluasi/2026/kepala-sosial.yml",
            "- evaluasi: tahunan\n  kontrak:\n    - 2026/kepala-sosial\n  tanggal: 2026-07-28\n",
        ),
        (
            "kontrak/2025/bupati.yml",
            "pejabat: ani\njabatan: bupati\naturan: lama\ntanda_tangan: 2025-03-01\nperiode:\n  mulai: 2025-03-01\n  selesai: 2025-12-31\nsasaran:\n  - nama: Tertib\n    indikator:\n      - id: jalan\n        nama: Jalan\n        satuan: km\n        arah: naik\n        akumulasi: jumlah\n        target: 9\n",
        ),
        (
            "aturan/lusa.yml",
            "sebutan: Kontrak Baru\nberlaku_sejak: 2026-07-01\nmenggantikan: baru\n",
        ),
    ];
    let archive = Edit {
        file: "arsip/2026-tw1.json".to_owned(),
        what: "added".to_owned(),
        bytes: Some(frozen(&small_site(), "2026-tw1")),
    };
    let written = files.into_iter().map(|(file, text)| Edit {
        file: file.to_owned(),
        what: "added".to_owned(),
        bytes: Some(text.into()),
    });
    written.chain([archive]).collect()
}

/// The facts of one official taken out of what was frozen.
fn redaction(file: &str, bytes: &[u8]) -> Edit {
    let snapshot = Snapshot::parse(bytes).unwrap();
    let person = snapshot.contracts[0].person.clone();
    let stone = tombstone(&person, day(DAY), "Salah orang.");
    Edit {
        file: file.to_owned(),
        what: format!("{person} taken out"),
        bytes: Some(snapshot.without(stone).to_json().into_bytes()),
    }
}

/// The quarter that the small site has frozen.
const FROZEN: &str = "arsip/2026-tw2.json";

fn frozen(sources: &Sources, quarter: &str) -> Vec<u8> {
    let quarter = quarter.parse().unwrap();
    let register = check(&parse(sources)).unwrap().register;
    let provenance = Provenance {
        cutoff: cutoff(&register, quarter).unwrap(),
        commit: "0".repeat(40),
        committed_at: "2026-07-15T00:00:00Z".parse().unwrap(),
        version: "0.1.0".to_owned(),
    };
    let snapshot = snapshot_of(sources, &common::unknown_past(), quarter, provenance).unwrap();
    snapshot.to_json().into_bytes()
}

fn small_site() -> Sources {
    let mut sources = disk::read(&repository().join("tests/inputs")).unwrap();
    let bytes = frozen(&sources, "2026-tw2");
    sources.files.insert(FROZEN.to_owned(), bytes);
    sources
}

/// Half the pages; the other half is made in the same way.
fn in_indonesian(mut sources: Sources) -> Sources {
    let site = &sources.files["situs.yml"];
    let site = std::str::from_utf8(site).unwrap().replace("  - en\n", "");
    sources.files.insert("situs.yml".into(), site.into());
    sources.files.retain(|file, _| !file.ends_with(".en.md"));
    sources
}

#[test]
fn a_page_changes_only_with_its_inputs() {
    let sources = in_indonesian(small_site());
    let outcome = outcome(&sources, DAY, &all_edits(&sources));
    assert!(outcome.gaps.is_empty(), "\n{}", outcome.gaps.join("\n"));
    // Else the edits would be too tame to show anything.
    let files: BTreeSet<String> = sources.files.keys().cloned().collect();
    assert_eq!(files.difference(&outcome.felt).collect::<Vec<_>>(), [""; 0]);
    assert!(outcome.valid > 150, "{} valid edits", outcome.valid);
}

#[test]
fn a_page_changes_with_a_new_file_only_if_that_is_then_its_input() {
    let additions = additions();
    let outcome = outcome(&small_site(), DAY, &additions);
    assert!(outcome.gaps.is_empty(), "\n{}", outcome.gaps.join("\n"));
    let files: BTreeSet<String> = additions.into_iter().map(|edit| edit.file).collect();
    assert_eq!(outcome.felt, files);
}

/// A page that names every file as its input would never be wrong, and of no use.
#[test]
fn a_page_names_no_file_that_has_nothing_to_do_with_it() {
    let shown = Shown::of(&small_site(), day(DAY), &Theme::default()).unwrap();
    let made_of = |page: &str, file: &str| shown.inputs(page).contains(file);
    let result = "hasil/2026/tw1/kepala-sosial.yml";
    assert!(made_of("pejabat/budi/index.html", result));
    for page in [
        "pejabat/citra",
        "jabatan/kabid-gizi",
        "opd/kesehatan",
        "metode",
    ] {
        assert!(!made_of(&format!("{page}/index.html"), result), "{page}");
    }
    assert_eq!(shown.inputs("robots.txt"), shown.inputs("404.html"));
    assert!(!made_of("metode/index.html", "pejabat/ani.yml"));
    assert!(!made_of("pejabat/eka/index.html", "pejabat/ani.yml"));
    assert!(made_of("index.html", result) && made_of("sitemap.xml", result));
}

/// Takes a minute or more; `tests/run --long` runs it.
#[test]
#[ignore = "hundreds of sites, each as large as the sample"]
fn a_page_of_the_sample_changes_only_with_its_inputs() {
    let sources = in_indonesian(sample_sources());
    // Every eleventh edit: of each file still some.
    let edits: Vec<Edit> = all_edits(&sources).into_iter().step_by(11).collect();
    let outcome = outcome(&sources, SAMPLE_DAY, &edits);
    assert!(outcome.gaps.is_empty(), "\n{}", outcome.gaps.join("\n"));
    assert!(outcome.felt.len() * 3 > sources.files.len());
}
