//! That every address once published stays: what `alamat_lama` says, held against the pages there
//! are and the ledger of those there were.

use super::ledger::Ledger;
use super::old::{Entries, upwards};
use super::subjects::Standing;
use crate::model::{Date, Language, Quarter, Register, SitePath};
use crate::parse::Raw;
use crate::parse::near::nearest;
use crate::parse::reader::{NONE, Sp};
use crate::parse::site::RawOldAddress;
use crate::problem::{self, Problem, code};
use crate::source::TextSpan;
use crate::url::{Address, Subject};
use std::collections::BTreeMap;

/// Everything that is wrong with the site's addresses as of `today`: old ones that are still
/// taken or lead nowhere, and pages that would vanish.
pub fn addresses(raw: &Raw, register: &Register, today: Date, ledger: &Ledger) -> Vec<Problem> {
    let Some(place) = Place::of(raw).filter(|place| !place.is_idle(ledger)) else {
        return Vec::new();
    };
    let standing = Standing::of(register, today);
    let entries = place.entries.iter().map(|entry| &entry.value);
    let mut problems: Vec<Problem> = entries
        .flat_map(|entry| {
            let taken = taken(entry, register, &standing, place.file);
            let lost = leads_nowhere(entry, &standing, place.file);
            taken.into_iter().chain(lost)
        })
        .collect();
    let vanished = Vanished::of(register, today, ledger, &standing);
    problems.extend(vanished.told().map(|address| {
        let near = near(address, ledger, &standing);
        Problem::error(code::ADDRESS_VANISHES, place.file, place.span)
            .with("name", address.folder())
            .with("near", near.unwrap_or_else(|| NONE.to_owned()))
            .with("date", today.to_string())
    }));
    problem::sort(&mut problems);
    problems
}

/// `alamat_lama` in the sources.
struct Place<'r> {
    file: &'r str,
    entries: &'r [Sp<RawOldAddress>],
    /// The first entry; the file's beginning where there is none.
    span: TextSpan,
}

impl<'r> Place<'r> {
    fn of(raw: &'r Raw) -> Option<Self> {
        let parsed = raw.site.as_ref()?;
        let entries = &parsed.record.as_ref()?.old_addresses;
        Some(Self {
            file: &parsed.file,
            entries,
            span: entries.first().map_or(TextSpan::START, |entry| entry.span),
        })
    }

    /// Whether there is nothing to hold against the pages.
    fn is_idle(&self, ledger: &Ledger) -> bool {
        self.entries.is_empty() && ledger.is_empty()
    }
}

/// An old address at or below which something stands.
fn taken(
    entry: &RawOldAddress,
    register: &Register,
    standing: &Standing,
    file: &str,
) -> Option<Problem> {
    let from = &entry.from;
    let languages = register.languages().iter();
    let addresses = languages.filter_map(|language| Address::old(&from.value, *language));
    let folders: Vec<String> = addresses.map(|address| address.folder()).collect();
    let found = folders
        .iter()
        .find_map(|folder| standing.first_below(folder))?;
    let problem = Problem::error(code::OLD_ADDRESS_TAKEN, file, from.span);
    let shown = found.strip_suffix("index.html").unwrap_or(found);
    Some(
        problem
            .with("name", from.value.as_str())
            .with("other", shown),
    )
}

/// A new address at which no page stands.
fn leads_nowhere(entry: &RawOldAddress, standing: &Standing, file: &str) -> Option<Problem> {
    let to = entry.to.as_ref()?;
    if standing.has_page(to.value.as_str()) {
        return None;
    }
    let near = nearest(to.value.as_str(), standing.folders());
    let problem = Problem::error(code::NO_NEW_ADDRESS, file, to.span);
    Some(
        problem
            .with("name", to.value.as_str())
            .with("near", near.unwrap_or(NONE)),
    )
}

/// Pages that once stood and neither stand nor are spoken of, by folder.
struct Vanished(BTreeMap<String, Address>);

impl Vanished {
    fn of(register: &Register, today: Date, ledger: &Ledger, standing: &Standing) -> Self {
        let (known, entries) = (
            ledger.addresses(register.languages()),
            Entries::of(register),
        );
        let vanished = known.filter(|address| {
            !standing.has_page(&address.folder())
                && has_begun(&address.subject, today)
                && entries.covering(address).is_none()
        });
        Self(vanished.map(|a| (a.folder(), a)).collect())
    }

    /// Those that need a word of their own: what is said of a folder holds for all below it, and
    /// what is said of an Indonesian page for its English one.
    fn told(&self) -> impl Iterator<Item = &Address> {
        let pages = self.0.values();
        pages.filter(|address| {
            let indonesian = address.in_language(Language::Indonesian).folder();
            let own = address.folder();
            let above = upwards(&own).chain(upwards(&indonesian));
            !above
                .into_iter()
                .any(|folder| folder != own && self.0.contains_key(folder))
        })
    }
}

/// A quarter has no page before it begins, whatever was reported of it ahead of time.
fn has_begun(subject: &Subject, today: Date) -> bool {
    let begun = |quarter: &Quarter| quarter.start() <= today;
    match subject {
        Subject::Quarter(quarter) => begun(quarter),
        _ => true,
    }
}

/// Where the page probably went.
fn near(address: &Address, ledger: &Ledger, standing: &Standing) -> Option<String> {
    let trail = ledger.trail(&address.subject).into_iter();
    let folders = trail.map(|subject| Address::new(address.language, subject.clone()).folder());
    let mut usable = folders.filter(|folder| SitePath::new(folder).is_some());
    usable.find(|folder| standing.has_page(folder))
}
