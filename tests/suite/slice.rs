//! What is said of a saved file at once is what the whole site says of it: every line of every file
//! of a site is changed, and each page that is answered from a slice is held against the same page
//! of the whole, byte for byte.

use crate::common::edits::{Edit, edits};
use crate::common::{SAMPLE_DAY, day, pantau, repository, said, sample_sources};
use pantau::compute::compute;
use pantau::disk;
use pantau::history::{self, Cache};
use pantau::model::Date;
use pantau::parse::{Raw, parse};
use pantau::problem::{Problem, Severity};
use pantau::render::Theme;
use pantau::site::{
    AtOnce, Dress, Known, Page, References, Saved, Site, Sound, examine, page_at_once,
    verdict_at_once,
};
use pantau::source::{Past, Sources, WhyUnknown};
use pantau::url::PictureFile;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A whole site, as a preview keeps it.
struct Whole {
    sources: Sources,
    raw: Raw,
    past: Past,
    references: References,
    site: Site,
    pages: Vec<Page>,
}

impl Whole {
    fn of(sources: Sources, past: Past, today: Date) -> Self {
        let raw = parse(&sources);
        let sound = examine(&raw, &sources, &past, |_| today).unwrap();
        let dress = Dress::new(Theme::default(), &sound.register.site.languages).unwrap();
        let site = dressed(sound, &Arc::new(dress));
        Self {
            references: References::of(&raw),
            pages: site.pages(),
            site,
            sources,
            raw,
            past,
        }
    }

    fn known(&self) -> Known<'_> {
        Known {
            site: &self.site,
            references: &self.references,
            raw: &self.raw,
            sources: &self.sources,
            past: &self.past,
        }
    }

    /// The site after a change, as it is made when all is read anew.
    fn after(&self, edit: &Edit) -> Result<Site, Vec<Problem>> {
        let sources = edit.applied(&self.sources);
        let today = self.site.score().today;
        let mut past = self.past.clone();
        if let Past::Known(history) = &mut past {
            history.note_saved(&edit.file, edit.bytes.as_deref());
        }
        let sound = examine(&parse(&sources), &sources, &past, |_| today)?;
        let ledger = sound.ledger;
        let (register, record) = (Arc::new(sound.register), Arc::new(sound.record));
        let dress = Arc::clone(self.site.dress());
        let site = Site::dressed_after(register, record, today, dress, &self.site);
        Ok(site.remembering(&ledger))
    }
}

fn dressed(sound: Sound, dress: &Arc<Dress>) -> Site {
    let (register, record) = (Arc::new(sound.register), Arc::new(sound.record));
    Site::dressed(register, record, sound.today, Arc::clone(dress)).remembering(&sound.ledger)
}

/// What came of one change, or of many.
#[derive(Default)]
struct Outcome {
    /// Edited files that some page was answered with at once.
    at_once: BTreeSet<String>,
    answered: usize,
    told: usize,
    wrong: Vec<String>,
}

impl Outcome {
    fn with(mut self, other: Self) -> Self {
        self.at_once.extend(other.at_once);
        self.answered += other.answered;
        self.told += other.told;
        self.wrong.extend(other.wrong);
        self
    }
}

fn outcome(whole: &Whole, steps: Steps) -> Outcome {
    let edits: Vec<Edit> = edits(&whole.sources)
        .into_iter()
        .step_by(steps.edits)
        .collect();
    let edits = edits.par_iter().enumerate();
    let tried = edits.map(|(turn, edit)| {
        let pages = whole.pages.iter().filter(|page| is_compared(page));
        let pages = pages.skip(turn % steps.pages).step_by(steps.pages);
        tried(whole, edit, pages)
    });
    tried.reduce(Outcome::default, Outcome::with)
}

fn tried<'w>(whole: &'w Whole, edit: &Edit, pages: impl Iterator<Item = &'w Page>) -> Outcome {
    let saved = Saved::from([(edit.file.clone(), edit.bytes.clone())]);
    let mut outcome = Outcome::default();
    let after = whole.after(edit);
    let mut complain = |what: String| {
        let line = format!("{} ({}): {what}", edit.file, edit.what);
        outcome.wrong.push(line);
    };
    match (verdict_at_once(&whole.known(), &saved), &after) {
        (AtOnce::Wrong(told), Err(all)) => {
            outcome.told += told.len();
            let invented = told.iter().filter(|problem| !all.contains(problem));
            invented.for_each(|problem| complain(format!("{problem:?} is told too")));
            assert!(told.iter().all(|p| p.severity == Severity::Error));
        }
        (AtOnce::Wrong(told), Ok(_)) => complain(format!("nothing is wrong, told was {told:?}")),
        (AtOnce::Fine(_) | AtOnce::Unsure, _) => {}
    }
    if let Ok(site) = &after {
        let anew = compute(site.register(), site.score().today);
        if *site.score() != anew {
            complain("what was kept is judged otherwise".to_owned());
        }
    }
    for page in pages {
        let Some(bytes) = page_at_once(&whole.known(), &saved, page) else {
            continue;
        };
        outcome.answered += 1;
        outcome.at_once.insert(edit.file.clone());
        match &after {
            Ok(site) if site.render(page).unwrap() == bytes.unwrap() => {}
            Ok(_) => complain(format!("{} is another page", page.file())),
            // What is wrong lies elsewhere; the whole site tells it, and the page goes back.
            Err(problems) => {
                let errors = problems.iter().filter(|p| p.severity == Severity::Error);
                let own = errors.filter(|problem| problem.file == edit.file);
                if own.count() > 0 {
                    complain(format!("{} is shown with an error", page.file()));
                }
            }
        }
    }
    outcome
}

/// Pictures say what pages say; drawing thousands would tell nothing more.
fn is_compared(page: &Page) -> bool {
    let is_drawn = matches!(
        page,
        Page::SocialCard(_) | Page::Picture(_, PictureFile::Png)
    );
    !is_drawn && !page.is_large()
}

fn unasked() -> Past {
    Past::Unknown(WhyUnknown::NotAsked)
}

/// Half the pages; the other half is made in the same way.
fn in_indonesian(mut sources: Sources) -> Sources {
    let site = &sources.files["situs.yml"];
    let site = std::str::from_utf8(site).unwrap().replace("  - en\n", "");
    sources.files.insert("situs.yml".into(), site.into());
    sources.files.retain(|file, _| !file.ends_with(".en.md"));
    sources
}

/// What one run looks at: every `edits`-th change, and of each every `pages`-th page, another one
/// each time.
#[derive(Clone, Copy)]
struct Steps {
    edits: usize,
    pages: usize,
}

#[test]
fn a_page_at_once_is_the_page_of_the_whole_site() {
    let sources = disk::read(&repository().join("tests/inputs")).unwrap();
    let whole = Whole::of(in_indonesian(sources), unasked(), day("2026-08-01"));
    let steps = Steps { edits: 4, pages: 7 };
    let outcome = outcome(&whole, steps);
    assert!(outcome.wrong.is_empty(), "\n{}", outcome.wrong.join("\n"));
    assert!(outcome.answered > 150, "{}", outcome.answered);
    assert!(outcome.told > 30, "{}", outcome.told);
    for folder in ["hasil", "kontrak", "pejabat", "jabatan", "opd", "evaluasi"] {
        let mut edited = outcome.at_once.iter();
        assert!(edited.any(|file| file.starts_with(folder)), "{folder}");
    }
}

/// A site of too many officials for embeds and social cards has few around a saved file.
#[test]
fn a_page_at_once_links_no_embeds_that_a_large_site_leaves_out() {
    let mut sources = disk::read(&repository().join("tests/inputs")).unwrap();
    let settings = std::str::from_utf8(&sources.files["situs.yml"]).unwrap();
    let of_itself = |line: &&str| {
        let chosen = ["sematan:", "kartu_media_sosial:"];
        !chosen.iter().any(|key| line.starts_with(key))
    };
    let settings: Vec<&str> = settings.lines().filter(of_itself).collect();
    let settings = settings.join("\n") + "\n";
    sources.files.insert("situs.yml".into(), settings.into());
    // As if there were thousands.
    let as_large = |mut sound: Sound| {
        sound.register.site.embeds = Some(false);
        sound.register.site.social_cards = Some(false);
        sound
    };
    let (raw, past) = (parse(&sources), unasked());
    let sound = examine(&raw, &sources, &past, |_| day("2026-08-01")).unwrap();
    let dress = Dress::new(Theme::default(), &sound.register.site.languages).unwrap();
    let site = dressed(as_large(sound), &Arc::new(dress));
    let known = Known {
        site: &site,
        references: &References::of(&raw),
        raw: &raw,
        sources: &sources,
        past: &past,
    };
    let file = "hasil/2026/tw2/kepala-kesehatan.yml";
    let saved = Saved::from([(file.to_owned(), Some(sources.files[file].clone()))]);
    let mut compared = 0;
    for page in site.pages().iter().filter(|page| is_compared(page)) {
        if let Some(bytes) = page_at_once(&known, &saved, page) {
            assert!(
                bytes.unwrap() == site.render(page).unwrap(),
                "{}",
                page.file()
            );
            compared += 1;
        }
    }
    assert!(compared > 5, "{compared}");
}

/// The past of a repository is a slice too: what is told of changes stands on these pages.
#[test]
fn a_page_at_once_tells_the_same_changes() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("kinerja");
    let mut command = pantau();
    command.args(["init", "--sample", "trenggalek", "--history"]);
    let output = command.arg(&root).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    let sources = disk::read(&root).unwrap();
    let past = history::read_of_site(&root, &sources, &parse(&sources), Cache::On).unwrap();
    assert!(matches!(past, Past::Known(_)));
    let whole = Whole::of(sources, past, day(SAMPLE_DAY));
    let outcome = outcome(
        &whole,
        Steps {
            edits: 41,
            pages: 11,
        },
    );
    assert!(outcome.wrong.is_empty(), "\n{}", outcome.wrong.join("\n"));
    assert!(outcome.answered > 20, "{}", outcome.answered);
}

/// Takes minutes; `tests/run --long` runs it.
#[test]
#[ignore = "many pages of hundreds of sites"]
fn more_pages_at_once_are_the_pages_of_the_whole_site() {
    let sources = disk::read(&repository().join("tests/inputs")).unwrap();
    let whole = Whole::of(sources, unasked(), day("2026-08-01"));
    let outcome = outcome(&whole, Steps { edits: 2, pages: 5 });
    assert!(outcome.wrong.is_empty(), "\n{}", outcome.wrong.join("\n"));
    let whole = Whole::of(sample_sources(), unasked(), day(SAMPLE_DAY));
    let of_sample = self::outcome(
        &whole,
        Steps {
            edits: 29,
            pages: 11,
        },
    );
    assert!(
        of_sample.wrong.is_empty(),
        "\n{}",
        of_sample.wrong.join("\n")
    );
    assert!(outcome.answered > 300 && of_sample.answered > 0);
}
