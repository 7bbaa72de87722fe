//! From text to `Raw*` types: every value typed and carrying its place, no reference followed.
//!
//! Owns the file layout, the YAML subset, the tables of keys and the reading of numbers and
//! dates. It never fails as a whole: what can't be read is a problem, the rest is there. It
//! never compares one file with another; that is `check`'s.

mod archive;
pub mod contract;
pub mod date;
pub mod encoding;
pub mod english;
#[cfg(any(test, fuzzing))]
pub mod laws;
pub mod markdown;
mod media;
pub mod name;
pub mod near;
pub mod number;
pub mod organisation;
pub mod place;
pub mod privacy;
pub mod rare;
pub mod reader;
mod readings;
pub mod record;
pub mod reference;
pub mod regime;
pub mod report;
pub mod scalar;
pub mod schema;
pub mod silence;
pub mod site;
mod subset;
pub(crate) mod tree;

use crate::model::{
    ContractId, Language, OpdId, PersonId, PostId, Quarter, RegimeId, Slug, Snapshot,
};
use crate::problem::{self, Problem, code};
use crate::source::{Position, Sources, TextSpan};
use contract::RawContract;
use encoding::{in_lines, text};
use organisation::{RawOpd, RawPerson, RawPost};
use place::Place;
use privacy::Caught;
use rayon::prelude::*;
use reader::{Read, Reader, Sp, Text};
pub use readings::Known;
use regime::RawRegime;
use report::{RawEvaluation, RawReport};
use silence::Silence;
use site::{RawFrontMatter, RawSite};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tree::{Content, Node};

/// Nobody reads more problems of one file at once.
const MOST_PROBLEMS: usize = 1_000;

/// A file that has its place, read or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed<T> {
    /// Path below `content/`; shared with whoever keeps a list of all files.
    pub file: Arc<str>,
    /// `None` when `problems` hold an error: then nothing is known of it but that it exists. Also of
    /// results that nobody has filled in yet.
    pub record: Option<T>,
    pub problems: Vec<Problem>,
    /// Files below `media/` that its free text links to.
    pub media_links: Vec<Sp<String>>,
    /// The warnings that it sets aside, and where.
    pub silences: Vec<Silence>,
    /// What the checks will tell of single values of a record that could be read.
    #[cfg(test)]
    pub suspects: Vec<Problem>,
}

/// A page: its front matter and what stands below.
#[derive(Clone, Debug, PartialEq)]
pub struct RawPage {
    pub front_matter: RawFrontMatter,
    pub body: String,
}

/// One file of `content/`, by what it holds.
#[derive(Clone, Debug, PartialEq)]
enum RawFile {
    Site(Box<Parsed<RawSite>>),
    Regime(RegimeId, Box<Parsed<RawRegime>>),
    Opd(OpdId, Box<Parsed<RawOpd>>),
    Post(PostId, Box<Parsed<RawPost>>),
    Person(PersonId, Box<Parsed<RawPerson>>),
    Contract(ContractId, Box<Parsed<RawContract>>),
    Report(ContractId, Quarter, Box<Parsed<RawReport>>),
    Evaluations(ContractId, Box<Parsed<Vec<Sp<RawEvaluation>>>>),
    Page(Slug, Language, Box<Parsed<RawPage>>),
    Archive(Quarter, Box<Parsed<Snapshot>>),
    Stray(Problem),
}

impl RawFile {
    fn path(&self) -> &str {
        match self.parsed() {
            Ok(parsed) => parsed.path,
            Err(problem) => &problem.file,
        }
    }

    /// The file, or what is wrong with one that has no place here.
    fn parsed(&self) -> Result<AnyParsed<'_>, &Problem> {
        Ok(match self {
            Self::Site(parsed) => parsed.any(),
            Self::Regime(_, parsed) => parsed.any(),
            Self::Opd(_, parsed) => parsed.any(),
            Self::Post(_, parsed) => parsed.any(),
            Self::Person(_, parsed) => parsed.any(),
            Self::Contract(_, parsed) => parsed.any(),
            Self::Report(_, _, parsed) => parsed.any(),
            Self::Evaluations(_, parsed) => parsed.any(),
            Self::Page(_, _, parsed) => parsed.any(),
            Self::Archive(_, parsed) => parsed.any(),
            Self::Stray(problem) => return Err(problem),
        })
    }
}

/// What there is of a file.
#[derive(Clone, Copy)]
enum Held<'b> {
    Bytes(&'b [u8]),
    /// A symbolic link, through which nothing is read.
    Link,
}

/// Everything that was read, unchecked. Of a file there is one record, which is never moved: a large site has tens of
/// thousands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Raw {
    pub site: Option<Box<Parsed<RawSite>>>,
    pub regimes: BTreeMap<RegimeId, Box<Parsed<RawRegime>>>,
    pub opds: BTreeMap<OpdId, Box<Parsed<RawOpd>>>,
    pub posts: BTreeMap<PostId, Box<Parsed<RawPost>>>,
    pub people: BTreeMap<PersonId, Box<Parsed<RawPerson>>>,
    pub contracts: BTreeMap<ContractId, Box<Parsed<RawContract>>>,
    pub reports: BTreeMap<(ContractId, Quarter), Box<Parsed<RawReport>>>,
    pub evaluations: BTreeMap<ContractId, Box<Parsed<Vec<Sp<RawEvaluation>>>>>,
    pub pages: BTreeMap<(Slug, Language), Box<Parsed<RawPage>>>,
    pub archives: BTreeMap<Quarter, Box<Parsed<Snapshot>>>,
    /// Files that have no place here, by path.
    pub strays: BTreeMap<String, Problem>,
    pub media: BTreeSet<String>,
    /// What must not be published, in texts and media, by path. It leaves the records whole, so
    /// that it hides no other problem.
    pub caught: BTreeMap<String, Vec<Caught>>,
    /// The office's own address, as far as `situs.yml` can be read.
    pub office_address: Option<String>,
}

/// How many files one thread reads before another may take the next: few enough that none waits long for the last.
const AT_ONCE: usize = 256;

/// Reads every file, in parallel.
pub fn parse(sources: &Sources) -> Raw {
    let are_there = sources.known.is_empty() && sources.let_go.is_empty();
    assert!(are_there, "what files say that have no bytes is not given");
    parse_unknown(sources, Known::default())
}

/// Reads every file but those of [`Sources::known`], which `known` has. What it has besides is of no file that is there.
pub fn parse_unknown(sources: &Sources, known: Known) -> Raw {
    let files = sources.files.iter();
    let files = files.filter(|(path, _)| !sources.known.contains_key(path.as_str()));
    let files: Vec<(&String, &Vec<u8>)> = files.collect();
    let files = files.par_iter().with_max_len(AT_ONCE);
    let files: Vec<Option<ReadFile>> = files
        .map(|(path, bytes)| ReadFile::new(path, bytes))
        .collect();
    put_together(sources, known, files)
}

/// As [`parse_unknown`], where the other files were `read` one by one and let go ([`Sources::let_go`]).
pub fn put_together(sources: &Sources, known: Known, read: Vec<Option<ReadFile>>) -> Raw {
    let media: Vec<(&String, Vec<Caught>)> = sources
        .media
        .par_iter()
        .map(|(path, facts)| (path, media::problems(path, facts)))
        .collect();
    let known = known.files.into_par_iter();
    let known = known.filter(|read| sources.known.contains_key(read.file.path()));
    let known: Vec<ReadFile> = known.collect();
    let mut raw = Raw::of(known.into_iter().chain(read.into_iter().flatten()));
    for (path, caught) in media {
        raw.media.insert(path.clone());
        raw.catch(path, caught);
    }
    for path in &sources.links {
        raw.link(path);
    }
    raw
}

/// One file of text, in every respect.
#[derive(Debug)]
pub struct ReadFile {
    file: RawFile,
    caught: Vec<Caught>,
    office_address: Option<String>,
}

impl ReadFile {
    /// `None` for hidden ones.
    pub fn new(path: &str, bytes: &[u8]) -> Option<Self> {
        let is_site = path == place::SITE;
        let address = || privacy::office_address(&String::from_utf8_lossy(bytes));
        Some(Self {
            file: file(path, Held::Bytes(bytes))?,
            caught: privacy::in_file(path, &archive::words(path, bytes)),
            office_address: is_site.then(address).flatten(),
        })
    }

    /// Its path below `content/`, shared where it has its place there.
    pub fn path(&self) -> Arc<str> {
        match self.file.parsed() {
            Ok(parsed) => parsed.path.clone(),
            Err(problem) => problem.file.as_str().into(),
        }
    }
}

impl Raw {
    /// Reads one file anew; whatever it held before is replaced.
    pub fn read(&mut self, path: &str, bytes: &[u8]) {
        self.remove(path);
        if let Some(file) = ReadFile::new(path, bytes) {
            self.keep(file);
        }
    }

    /// Forgets a file that is gone.
    pub fn remove(&mut self, path: &str) {
        self.strays.remove(path);
        self.caught.remove(path);
        match Place::of(path) {
            Some(Ok(Place::Site)) => (self.site, self.office_address) = (None, None),
            Some(Ok(Place::Regime(id))) => drop(self.regimes.remove(&id)),
            Some(Ok(Place::Opd(id))) => drop(self.opds.remove(&id)),
            Some(Ok(Place::Post(id))) => drop(self.posts.remove(&id)),
            Some(Ok(Place::Person(id))) => drop(self.people.remove(&id)),
            Some(Ok(Place::Contract(id))) => drop(self.contracts.remove(&id)),
            Some(Ok(Place::Report(id, quarter))) => drop(self.reports.remove(&(id, quarter))),
            Some(Ok(Place::Evaluations(id))) => drop(self.evaluations.remove(&id)),
            Some(Ok(Place::Page(slug, language))) => drop(self.pages.remove(&(slug, language))),
            Some(Ok(Place::Archive(quarter))) => drop(self.archives.remove(&quarter)),
            Some(Err(_)) | None => {}
        }
    }

    /// Every file outside `media/`, by path, in no particular order.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        let files = self.parsed().map(|parsed| &**parsed.path);
        files.chain(self.strays.keys().map(String::as_str))
    }

    /// The problems of reading, in no particular order.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        let read = self.parsed().flat_map(|file| file.problems);
        read.chain(self.strays.values())
    }

    /// What free texts link to below `media/`, by file.
    pub fn media_links(&self) -> impl Iterator<Item = (&str, &Sp<String>)> {
        let links = self.parsed();
        links.flat_map(|file| {
            file.media_links
                .iter()
                .map(move |link| (&**file.path, link))
        })
    }

    /// The warnings that are set aside, by file.
    pub fn silences(&self) -> impl Iterator<Item = (&str, &[Silence])> {
        self.parsed().map(|file| (&**file.path, file.silences))
    }

    /// What the checks will tell of single values.
    #[cfg(test)]
    pub fn suspects(&self) -> impl Iterator<Item = &Problem> {
        self.parsed().flat_map(|file| file.suspects)
    }

    /// Every file that has its place.
    fn parsed(&self) -> impl Iterator<Item = AnyParsed<'_>> {
        fn of<K, T>(files: &BTreeMap<K, Box<Parsed<T>>>) -> impl Iterator<Item = AnyParsed<'_>> {
            files.values().map(|file| file.any())
        }
        let site = self.site.iter().map(|file| file.any());
        site.chain(of(&self.regimes))
            .chain(of(&self.opds))
            .chain(of(&self.posts))
            .chain(of(&self.people))
            .chain(of(&self.contracts))
            .chain(of(&self.reports))
            .chain(of(&self.evaluations))
            .chain(of(&self.pages))
            .chain(of(&self.archives))
    }

    /// What stands in files. Of kinds that there are thousands of, each map is made as a whole, which packs it and
    /// moves no record twice.
    fn of(files: impl Iterator<Item = ReadFile>) -> Self {
        let mut raw = Self::default();
        let (mut posts, mut people) = (Vec::new(), Vec::new());
        let (mut contracts, mut reports) = (Vec::new(), Vec::new());
        for read in files {
            raw.catch(read.file.path(), read.caught);
            raw.office_address = read.office_address.or(raw.office_address.take());
            match read.file {
                RawFile::Post(id, parsed) => posts.push((id, parsed)),
                RawFile::Person(id, parsed) => people.push((id, parsed)),
                RawFile::Contract(id, parsed) => contracts.push((id, parsed)),
                RawFile::Report(id, quarter, parsed) => reports.push(((id, quarter), parsed)),
                other => raw.insert(other),
            }
        }
        raw.posts = posts.into_iter().collect();
        raw.people = people.into_iter().collect();
        (raw.reports, raw.contracts) = rayon::join(
            || reports.into_iter().collect(),
            || contracts.into_iter().collect(),
        );
        raw
    }

    fn keep(&mut self, read: ReadFile) {
        self.catch(read.file.path(), read.caught);
        self.insert(read.file);
        self.office_address = read.office_address.or(self.office_address.take());
    }

    fn catch(&mut self, path: &str, caught: Vec<Caught>) {
        if !caught.is_empty() {
            self.caught.insert(path.to_owned(), caught);
        }
    }

    /// A symbolic link: what should stand there exists, but nothing is known of it.
    fn link(&mut self, path: &str) {
        let problem = Problem::error(code::SYMLINK, path, TextSpan::START);
        if media::is_below(path) {
            self.media.insert(path.to_owned());
            self.catch(path, vec![Caught::certain(problem)]);
            return;
        }
        match file(path, Held::Link) {
            Some(RawFile::Stray(_)) => self.insert(RawFile::Stray(problem)),
            Some(file) => self.insert(file),
            None => {}
        }
    }

    fn insert(&mut self, file: RawFile) {
        match file {
            RawFile::Site(site) => self.site = Some(site),
            RawFile::Regime(id, parsed) => drop(self.regimes.insert(id, parsed)),
            RawFile::Opd(id, parsed) => drop(self.opds.insert(id, parsed)),
            RawFile::Post(id, parsed) => drop(self.posts.insert(id, parsed)),
            RawFile::Person(id, parsed) => drop(self.people.insert(id, parsed)),
            RawFile::Contract(id, parsed) => drop(self.contracts.insert(id, parsed)),
            RawFile::Report(id, quarter, parsed) => {
                self.reports.insert((id, quarter), parsed);
            }
            RawFile::Evaluations(id, parsed) => drop(self.evaluations.insert(id, parsed)),
            RawFile::Page(slug, language, parsed) => {
                self.pages.insert((slug, language), parsed);
            }
            RawFile::Archive(quarter, parsed) => drop(self.archives.insert(quarter, parsed)),
            RawFile::Stray(problem) => {
                self.strays.insert(problem.file.clone(), problem);
            }
        }
    }
}

/// Reads one file; `None` for hidden ones.
fn file(path: &str, bytes: Held) -> Option<RawFile> {
    let place = match Place::of(path)? {
        Ok(place) => place,
        Err(problem) => return Some(RawFile::Stray(problem)),
    };
    Some(match place {
        Place::Site => RawFile::Site(Box::new(record(path, bytes))),
        Place::Regime(id) => RawFile::Regime(id, Box::new(record(path, bytes))),
        Place::Opd(id) => RawFile::Opd(id, Box::new(record(path, bytes))),
        Place::Post(id) => RawFile::Post(id, Box::new(record(path, bytes))),
        Place::Person(id) => RawFile::Person(id, Box::new(record(path, bytes))),
        Place::Contract(id) => RawFile::Contract(id, Box::new(record(path, bytes))),
        Place::Report(id, quarter) => RawFile::Report(id, quarter, Box::new(record(path, bytes))),
        Place::Evaluations(id) => RawFile::Evaluations(id, Box::new(record(path, bytes))),
        Place::Page(slug, language) => RawFile::Page(slug, language, Box::new(page(path, bytes))),
        Place::Archive(quarter) => {
            RawFile::Archive(quarter, Box::new(frozen(path, bytes, quarter)))
        }
    })
}

/// One version of a file, by the same tables as the current one; `None` where it has an error.
pub fn read_record<T: Read>(path: &str, bytes: &[u8]) -> Option<T> {
    record(path, Held::Bytes(bytes)).record
}

/// One value by its raw text, as files have it.
///
/// # Errors
/// What the gate would tell of it; its place means nothing.
pub fn read_value<T: Read>(text: &str) -> Result<T, Problem> {
    let span = TextSpan::START;
    let node = Node {
        span,
        end: span.end,
        content: Content::Scalar(text.into()),
    };
    let mut reader = Reader::new(
        "",
        Text {
            text,
            first_line: 1,
        },
    );
    let value = T::read(&node, &mut reader);
    let problem = reader.problems.into_iter().next();
    match (value, problem) {
        (Some(value), None) => Ok(value),
        (_, Some(problem)) => Err(problem),
        (None, None) => Err(Problem::error(code::EMPTY_VALUE, "", span).with("need", "required")),
    }
}

fn frozen(path: &str, held: Held, quarter: Quarter) -> Parsed<Snapshot> {
    let read = match held {
        Held::Bytes(bytes) => archive::read(path, bytes, quarter),
        Held::Link => Err(Problem::error(code::SYMLINK, path, TextSpan::START)),
    };
    match read {
        Ok(snapshot) => Parsed {
            record: Some(snapshot),
            ..Parsed::unread(path, Vec::new())
        },
        Err(problem) => Parsed::unread(path, vec![problem]),
    }
}

fn record<T: Read>(path: &str, bytes: Held) -> Parsed<T> {
    match held_text(path, bytes) {
        Ok(text) => yaml(
            path,
            Text {
                text,
                first_line: 1,
            },
        ),
        Err(problem) => Parsed::unread(path, vec![problem]),
    }
}

/// The first problems of a file; in place of the others, that there are more.
fn first(path: &str, mut problems: Vec<Problem>) -> Vec<Problem> {
    if problems.len() > MOST_PROBLEMS {
        problem::sort(&mut problems);
        let rest = TextSpan::at(problems[MOST_PROBLEMS].span.start);
        problems.truncate(MOST_PROBLEMS);
        problems.push(Problem::error(code::TOO_MANY, path, rest));
    }
    problems
}

/// The text of a file; nothing is read through a link.
fn held_text<'b>(path: &str, held: Held<'b>) -> Result<&'b str, Problem> {
    match held {
        Held::Bytes(bytes) => in_lines(path, text(path, bytes)?),
        Held::Link => Err(Problem::error(code::SYMLINK, path, TextSpan::START)),
    }
}

/// A file, whatever it holds.
struct AnyParsed<'p> {
    path: &'p Arc<str>,
    problems: &'p [Problem],
    media_links: &'p [Sp<String>],
    silences: &'p [Silence],
    #[cfg(test)]
    suspects: &'p [Problem],
}

impl<T> Parsed<T> {
    fn any(&self) -> AnyParsed<'_> {
        AnyParsed {
            path: &self.file,
            problems: &self.problems,
            media_links: &self.media_links,
            silences: &self.silences,
            #[cfg(test)]
            suspects: &self.suspects,
        }
    }

    /// A file of which nothing is known but its problems.
    fn unread(path: &str, problems: Vec<Problem>) -> Self {
        Self {
            file: path.into(),
            record: None,
            problems: first(path, problems),
            media_links: Vec::new(),
            silences: Vec::new(),
            #[cfg(test)]
            suspects: Vec::new(),
        }
    }
}

/// Reads the YAML of a file.
fn yaml<T: Read>(path: &str, text: Text) -> Parsed<T> {
    let tabs = tabs(path, text);
    if !tabs.is_empty() {
        return Parsed::unread(path, tabs);
    }
    let mut reader = Reader::new(path, text);
    let tree = tree::read(text.text, path, text.first_line, &mut reader.problems);
    let record = match tree {
        Ok(node) if node.is_blank() && is_report(path) => {
            let problem = Problem::warning(code::NOT_FILLED, path, node.span);
            reader.problems.push(problem);
            None
        }
        Ok(node) => reader.read_root(&node),
        Err(problem) => {
            reader.problems.push(problem);
            None
        }
    };
    reader.finish(record)
}

fn is_report(path: &str) -> bool {
    matches!(Place::of(path), Some(Ok(Place::Report(..))))
}

/// Whether a file is for results of which none is filled in yet: nothing is reported by it.
pub fn is_unfilled_report(path: &str, bytes: &[u8]) -> bool {
    let read = |text| tree::read(text, path, 1, &mut Vec::new()).ok();
    let is_blank = |text| read(text).is_some_and(|node| node.is_blank());
    is_report(path) && text(path, bytes).is_ok_and(is_blank)
}

/// The first tab of every line that has one.
pub(crate) fn tabs(path: &str, text: Text) -> Vec<Problem> {
    if !text.text.contains('\t') {
        return Vec::new();
    }
    let lines = text.text.lines().zip(text.first_line..);
    lines
        .filter_map(|(text, line)| {
            let column = text.chars().position(|c| c == '\t')? + 1;
            let place = TextSpan::at(Position::new(line, column));
            Some(Problem::error(code::TAB, path, place))
        })
        // One more than are told, so that it is known that there are more.
        .take(MOST_PROBLEMS + 1)
        .collect()
}

fn page(path: &str, bytes: Held) -> Parsed<RawPage> {
    let text = match held_text(path, bytes) {
        Ok(text) => text,
        Err(problem) => return Parsed::unread(path, vec![problem]),
    };
    let Some((front_matter, body)) = split_page(text) else {
        let problem = Problem::error(code::NO_FRONT_MATTER, path, TextSpan::START);
        return Parsed::unread(path, vec![problem]);
    };
    let body = Text {
        text: body,
        first_line: text.lines().count() - body.lines().count() + 1,
    };
    let front_matter = Text {
        text: front_matter,
        first_line: 2,
    };
    with_body(yaml(path, front_matter), body)
}

/// A page from its front matter and what stands below.
fn with_body(front_matter: Parsed<RawFrontMatter>, body: Text) -> Parsed<RawPage> {
    let mut reader = Reader::new(&front_matter.file, body);
    reader.problems = front_matter.problems;
    reader.media_links = front_matter.media_links;
    reader.silences = front_matter.silences;
    markdown::refuse_in_body(body, &mut reader);
    let record = front_matter.record.map(|front_matter| RawPage {
        front_matter,
        body: body.text.into(),
    });
    reader.finish(record)
}

/// What stands between the first two lines `---`, and what stands below.
fn split_page(text: &str) -> Option<(&str, &str)> {
    let mut start = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        match (line.trim_end() == "---", start) {
            (true, None) if at == 0 => start = Some(end),
            (true, Some(start)) => return Some((&text[start..at], &text[end..])),
            (_, None) => return None,
            (false, Some(_)) => {}
        }
        at = end;
    }
    None
}
