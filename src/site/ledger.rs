//! The ledger of addresses: which pages ever stood, read from what the repository remembers.
//!
//! An address follows from a file's path, so whatever stood on the first-parent line since the
//! record began has one. It knows nothing of which pages stand now.

use crate::model::{ContractId, Date, Language, OpdId, PersonId, PostId, Quarter, beginning_of};
use crate::parse::contract::RawContract;
use crate::parse::organisation::RawPost;
use crate::parse::place::Place;
use crate::parse::privacy::mask;
use crate::parse::{Raw, read_record};
use crate::record::Reach;
use crate::source::{Content, History, Past, Version};
use crate::url::{Address, Subject};
use chrono::{DateTime, Days, Utc};
use chrono_tz::Tz;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Every page that ever stood since the record began, but for those that every site has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Pages in every language of the site.
    subjects: BTreeSet<Subject>,
    /// Plain pages, each in a language it was written in.
    plain: BTreeSet<Address>,
    /// Where the file of a page was seen to go, or the contract that it showed.
    moved: BTreeMap<Subject, Subject>,
}

impl Ledger {
    /// Empty where nothing is known of the past: nothing is inferred then.
    pub fn of(past: &Past, raw: &Raw, reach: Reach, zone: Tz) -> Self {
        match (past, reach) {
            (Past::Known(history), Reach::Since(since)) => ledger(history, raw, since, zone),
            _ => Self::default(),
        }
    }

    /// The addresses of those pages, in these languages.
    pub fn addresses<'l>(
        &'l self,
        languages: &'l [Language],
    ) -> impl Iterator<Item = Address> + 'l {
        let subjects = languages.iter().flat_map(|language| {
            let subjects = self.subjects.iter().cloned();
            subjects.map(|subject| Address::new(*language, subject))
        });
        let plain = self.plain.iter();
        subjects.chain(plain.filter(|a| languages.contains(&a.language)).cloned())
    }

    /// Where `subject` went, and from there, and so on, nearest first.
    pub(super) fn trail(&self, subject: &Subject) -> Vec<&Subject> {
        let mut trail: Vec<&Subject> = Vec::new();
        let mut next = self.moved.get(subject);
        while let Some(subject) = next {
            if trail.contains(&subject) {
                break;
            }
            trail.push(subject);
            next = self.moved.get(subject);
        }
        trail
    }

    pub fn is_empty(&self) -> bool {
        self.subjects.is_empty() && self.plain.is_empty()
    }
}

/// Every page that had a file at the end of the day `since` in `zone` or later. `raw` is what is
/// read already of the files as they are now.
pub fn ledger(history: &History, raw: &Raw, since: Date, zone: Tz) -> Ledger {
    let line = Line::new(history, since, zone);
    let mut ledger = Ledger::default();
    let mut records = Records::default();
    let mut reports = BTreeSet::new();
    for (path, versions) in &history.files {
        let stays = line.stays(versions);
        // What names personal data was refused by every check, and never published.
        let refused = mask(path) != *path;
        let Some(Ok(place)) = Place::of(path).filter(|_| !stays.is_empty() && !refused) else {
            continue;
        };
        ledger.follow(path, &place, &stays);
        match place {
            Place::Person(id) => ledger.keep(Subject::Official(id)),
            Place::Opd(id) => ledger.keep(Subject::Opd(id)),
            Place::Page(slug, language) => {
                let subject = Subject::Plain(slug.to_string());
                ledger.plain.insert(Address::new(language, subject));
            }
            Place::Report(contract, quarter) => drop(reports.insert((contract, quarter))),
            Place::Post(id) => {
                records.posts.insert(id.clone(), (path, stays));
                ledger.keep(Subject::Post(id));
            }
            Place::Contract(id) => drop(records.contracts.insert(id, (path, stays))),
            Place::Site | Place::Regime(_) | Place::Evaluations(_) => {}
            Place::Archive(quarter) => {
                let subject = Subject::ArchiveQuarter(quarter);
                let address = Address::new(Language::Indonesian, subject);
                ledger.plain.insert(address);
            }
        }
    }
    let said = records.read(&line, raw);
    ledger.keep_contracts(&said);
    ledger.keep_quarters(&reports, &said);
    ledger
}

impl Ledger {
    fn keep(&mut self, subject: Subject) {
        self.subjects.insert(subject);
    }

    /// What git saw renamed.
    fn follow(&mut self, path: &str, place: &Place, stays: &[Stay<'_>]) {
        let sources = stays
            .iter()
            .filter_map(|stay| stay.version.renamed_from.as_deref());
        for source in sources.filter(|source| *source != path) {
            let Some(Ok(before)) = Place::of(source) else {
                continue;
            };
            if let (Some(before), Some(after)) = (subject_of(&before), subject_of(place)) {
                self.moved.insert(before, after);
            }
        }
    }

    fn keep_contracts(&mut self, said: &Said) {
        for (id, signings) in &said.contracts {
            for signing in signings {
                let (person, year) = (&signing.value.person, id.year);
                self.keep(Subject::OfficialYear(person.clone(), year));
                self.keep(Subject::OfficialCard(person.clone(), year));
                self.keep(Subject::TreeYear(year));
                let opds = said.opds_during(signing);
                self.subjects
                    .extend(opds.map(|opd| Subject::OpdCard(opd.clone(), year)));
            }
            self.follow_signer(id, signings);
        }
    }

    /// A contract that names another person in the same post shows where the first one went,
    /// unless the file was seen to go elsewhere.
    fn follow_signer(&mut self, id: &ContractId, signings: &[During<Signing>]) {
        for pair in signings.windows(2) {
            let (before, after) = (&pair[0].value, &pair[1].value);
            if before.post != after.post || before.person == after.person {
                continue;
            }
            let [from, to] = [before, after].map(|signing| signing.person.clone());
            let years = [&from, &to].map(|p| Subject::OfficialYear(p.clone(), id.year));
            let pages = [from, to].map(Subject::Official);
            for [from, to] in [years, pages] {
                self.moved.entry(from).or_insert(to);
            }
        }
    }

    /// A report without its contract was refused by the check.
    fn keep_quarters(&mut self, reports: &BTreeSet<(ContractId, Quarter)>, said: &Said) {
        let of_contracts = reports
            .iter()
            .filter(|(contract, _)| said.contracts.contains_key(contract));
        let quarters = of_contracts.map(|(_, quarter)| Subject::Quarter(*quarter));
        self.subjects.extend(quarters);
    }
}

/// The page that stands and falls with a file.
fn subject_of(place: &Place) -> Option<Subject> {
    match place {
        Place::Person(id) => Some(Subject::Official(id.clone())),
        Place::Post(id) => Some(Subject::Post(id.clone())),
        Place::Opd(id) => Some(Subject::Opd(id.clone())),
        Place::Page(slug, _) => Some(Subject::Plain(slug.to_string())),
        _ => None,
    }
}

/// The line of commits, and where on it the record begins.
struct Line<'h> {
    history: &'h History,
    /// The commit whose tree was the baseline; the first one, where the line began later.
    baseline: usize,
}

/// A version of a file, and from which commit until before which it stood.
struct Stay<'h> {
    version: &'h Version,
    from: usize,
    until: usize,
}

impl<'h> Line<'h> {
    fn new(history: &'h History, since: Date, zone: Tz) -> Self {
        let end = end_of(since, zone);
        let before = history.commits.partition_point(|commit| commit.at < end);
        Self {
            history,
            baseline: before.saturating_sub(1),
        }
    }

    /// The versions that stood at the baseline or since, oldest first; of a file that was gone
    /// by then, none.
    fn stays(&self, versions: &'h [Version]) -> Vec<Stay<'h>> {
        let ends = versions.iter().skip(1).map(|version| version.commit);
        let stays = versions.iter().zip(ends.chain([usize::MAX]));
        stays
            .filter(|(version, until)| version.content != Content::Gone && *until > self.baseline)
            .map(|(version, until)| Stay {
                version,
                from: version.commit.max(self.baseline),
                until,
            })
            .collect()
    }

    /// Whether `stay` is what the file holds now.
    fn is_current(&self, path: &str, stay: &Stay<'_>) -> bool {
        let changed = format!("content/{path}");
        stay.until == usize::MAX && !self.history.uncommitted.contains(&changed)
    }
}

/// The first moment after `day` in `zone`.
fn end_of(day: Date, zone: Tz) -> DateTime<Utc> {
    beginning_of(day.checked_add_days(Days::new(1)).unwrap_or(day), zone)
}

/// What a version of a contract says that an address follows from.
#[derive(Clone)]
struct Signing {
    person: PersonId,
    post: PostId,
}

/// What was said from one commit until before another.
struct During<T> {
    value: T,
    from: usize,
    until: usize,
}

/// What the contracts and posts said, each in the order of time.
struct Said {
    contracts: BTreeMap<ContractId, Vec<During<Signing>>>,
    posts: BTreeMap<PostId, Vec<During<Option<OpdId>>>>,
}

impl Said {
    /// The organisations that the post of a contract was in while it stood.
    fn opds_during(&self, signing: &During<Signing>) -> impl Iterator<Item = &OpdId> {
        let (from, until) = (signing.from, signing.until);
        let posts = self.posts.get(&signing.value.post).into_iter().flatten();
        posts
            .filter(move |post| post.from < until && from < post.until)
            .filter_map(|post| post.value.as_ref())
    }
}

/// Files whose versions have to be read.
#[derive(Default)]
struct Records<'h> {
    contracts: BTreeMap<ContractId, File<'h>>,
    posts: BTreeMap<PostId, File<'h>>,
}

type File<'h> = (&'h String, Vec<Stay<'h>>);

impl Records<'_> {
    fn read(&self, line: &Line<'_>, raw: &Raw) -> Said {
        let current = |id: &ContractId| raw.contracts.get(id)?.record.as_ref().map(signing);
        let contracts = read(line, &self.contracts, current, |path, bytes| {
            read_record::<RawContract>(path, bytes)
                .as_ref()
                .map(signing)
        });
        let current = |id: &PostId| raw.posts.get(id)?.record.as_ref().map(opd);
        let posts = read(line, &self.posts, current, |path, bytes| {
            read_record::<RawPost>(path, bytes).as_ref().map(opd)
        });
        Said { contracts, posts }
    }
}

fn signing(contract: &RawContract) -> Signing {
    Signing {
        person: contract.person.value.clone(),
        post: contract.post.value.clone(),
    }
}

fn opd(post: &RawPost) -> Option<OpdId> {
    post.opd.as_ref().map(|opd| opd.value.clone())
}

/// Every version of each file. What the file holds now is read already; any other content is
/// read once, wherever it stood. Versions with errors are passed over.
fn read<K: Ord + Clone + Sync, T: Clone + Send + Sync>(
    line: &Line<'_>,
    files: &BTreeMap<K, File<'_>>,
    current: impl Fn(&K) -> Option<T>,
    record: impl Fn(&str, &[u8]) -> Option<T> + Sync,
) -> BTreeMap<K, Vec<During<T>>> {
    let mut unread: BTreeMap<&[u8], &str> = BTreeMap::new();
    for (id, (path, stays)) in files {
        let old = stays.iter().filter(|stay| {
            let known = line.is_current(path, stay) && current(id).is_some();
            !known
        });
        unread.extend(old.filter_map(|stay| Some((text(stay)?, path.as_str()))));
    }
    let read: BTreeMap<&[u8], T> = unread
        .par_iter()
        .filter_map(|(bytes, path)| Some((*bytes, record(path, bytes)?)))
        .collect();
    let said = |id: &K, path: &str, stay: &Stay<'_>| {
        let now = line.is_current(path, stay).then(|| current(id)).flatten();
        now.or_else(|| read.get(text(stay)?).cloned())
    };
    let during = |id: &K, path: &str, stay: &Stay<'_>| {
        Some(During {
            value: said(id, path, stay)?,
            from: stay.from,
            until: stay.until,
        })
    };
    files
        .iter()
        .map(|(id, (path, stays))| {
            let stays = stays.iter().filter_map(|stay| during(id, path, stay));
            (id.clone(), stays.collect())
        })
        .collect()
}

fn text<'h>(stay: &Stay<'h>) -> Option<&'h [u8]> {
    match &stay.version.content {
        Content::Text(bytes) => Some(bytes),
        Content::Media | Content::Gone => None,
    }
}
