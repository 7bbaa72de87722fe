//! What is said of a saved file at once is what the whole site says of it: every line of every file
//! of a site is changed, and each page that is answered from a slice is held against the same page
//! of the whole, byte for byte.

mod common;

use common::edits::{Edit, edits};
use common::{SAMPLE_DAY, day, pantau, repository, said, sample_sources};
use pantau::disk;
use pantau::history;
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
        let sound = examine(&parse(&sources), &sources, &self.past, |_| today)?;
        Ok(dressed(sound, self.site.dress()))
    }
}

fn dressed(sound: Sound, dress: &Arc<Dress>) -> Site {
    let (register, record) = (Arc::new(sound.register), Arc::new(sound.record));
    Site::dressed(register, record, sound.today, Arc::clone(dress)).remembering(&sound.ledger)
}

/// What came of one change, or of many.
#[derive(Default)]
struct Outcome {
    /// Edited files, with a page that was answered at once.
    at_once: BTreeSet<(String, String)>,
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

    fn has(&self, edited: &str, page: &str) -> bool {
        self.at_once.contains(&(edited.to_owned(), page.to_owned()))
    }
}

fn outcome(whole: &Whole, edits: &[Edit]) -> Outcome {
    let tried = edits.par_iter().map(|edit| tried(whole, edit));
    tried.reduce(Outcome::default, Outcome::with)
}

fn tried(whole: &Whole, edit: &Edit) -> Outcome {
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
    for page in whole.pages.iter().filter(|page| is_compared(page)) {
        let Some(bytes) = page_at_once(&whole.known(), &saved, page) else {
            continue;
        };
        outcome.answered += 1;
        outcome.at_once.insert((edit.file.clone(), page.file()));
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

#[test]
fn a_page_at_once_is_the_page_of_the_whole_site() {
    let sources = disk::read(&repository().join("tests/inputs")).unwrap();
    let edits: Vec<Edit> = edits(&sources).into_iter().step_by(3).collect();
    let whole = Whole::of(sources, unasked(), day("2026-08-01"));
    let outcome = outcome(&whole, &edits);
    assert!(outcome.wrong.is_empty(), "\n{}", outcome.wrong.join("\n"));
    assert!(outcome.answered > 500, "{}", outcome.answered);
    assert!(outcome.told > 50, "{}", outcome.told);
    let edited = "hasil/2026/tw1/kepala-sosial.yml";
    assert!(outcome.has(edited, "pejabat/budi/index.html"));
}
