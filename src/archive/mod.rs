//! Frozen quarters: the snapshot of one as it stood at its reporting deadline, and the pages that
//! show it.
//!
//! Owns what is frozen and how it looks. A page is made of its snapshot alone, by templates that
//! stand in this program beside their style sheet: no theme, no locale file, no later version of
//! the data changes a byte of it. Nothing here reads a disk, a repository or a clock, and a page
//! computes nothing.

mod press;

pub use press::Press;

use crate::check::{Checked, check};
use crate::compute::{Scoreboard, compute_up_to};
use crate::format::{Formats, MessageError};
use crate::model::{
    Date, Language, PersonId, Provenance, Quarter, Register, Snapshot, Tombstone, Worded,
};
use crate::parse::parse;
use crate::parse::place::ARCHIVE;
use crate::problem::Problem;
use crate::record::{Record, record};
use crate::render::{Theme, tongue};
use crate::source::{Past, Sources};
use crate::view::{Ground, OldPages, Prose, Roster, Scene, Tongue};

/// `quarter` as `score` knows it, whose contracts are judged up to that quarter: see
/// [`compute_up_to`].
///
/// # Panics
/// Where the embedded locale file lacks a message; a test holds that it does not.
pub fn snapshot(
    register: &Register,
    record: &Record,
    score: &Scoreboard,
    quarter: Quarter,
    provenance: Provenance,
) -> Snapshot {
    let tongue = embedded_tongue().expect("a test reads the embedded locale files");
    let (roster, prose) = (
        Roster::of(register),
        Prose::new(register.site.base_url.path()),
    );
    let old = OldPages::new();
    let ground = Ground {
        register,
        roster: &roster,
        score,
        record,
        prose: &prose,
        old: &old,
    };
    crate::view::snapshot(Scene::new(ground, &tongue, None, None), quarter, provenance)
        .expect("a test freezes every state")
}

/// The words of the embedded theme: a site's own theme is none of its sources.
fn embedded_tongue() -> Result<Tongue, Vec<MessageError>> {
    tongue(&Theme::default(), Language::Indonesian)
}

/// The snapshot of `quarter` that follows from `sources` and their `past` until then
/// ([`History::up_to`](crate::source::History::up_to)): what `freeze` writes and `verify` holds a
/// frozen quarter against.
///
/// # Errors
/// Every problem of sources that make no register.
pub fn snapshot_of(
    sources: &Sources,
    past: &Past,
    quarter: Quarter,
    provenance: Provenance,
) -> Result<Snapshot, Vec<Problem>> {
    let today = provenance.cutoff.as_of();
    let sources = without_archives(sources);
    let raw = parse(&sources);
    let told = record(&raw, &sources, check(&raw)?.register, past, today);
    let score = compute_up_to(&told.register, today, quarter);
    Ok(snapshot(
        &told.register,
        &told.record,
        &score,
        quarter,
        provenance,
    ))
}

/// Checks sources without what was frozen before: that says nothing about another quarter, may be
/// of another version, and may be damaged where it is to be frozen anew.
///
/// # Errors
/// Every problem of sources that make no register.
pub fn check_without_archives(sources: &Sources) -> Result<Checked, Vec<Problem>> {
    check(&parse(&without_archives(sources)))
}

fn without_archives(sources: &Sources) -> Sources {
    let is_archive = |path: &str| path.split('/').next() == Some(ARCHIVE);
    let mut sources = sources.clone();
    sources.files.retain(|path, _| !is_archive(path));
    sources
}

/// What stands in the place of an official whose facts are taken out on `date`.
pub fn tombstone(person: &PersonId, date: Date, reason: &str) -> Tombstone {
    Tombstone {
        person: person.clone(),
        date: Worded {
            value: date.to_string(),
            text: Formats::new(Language::Indonesian).date(date),
        },
        reason: reason.trim().to_owned(),
    }
}
