//! What was read of files, written down for the next build, which takes it in the place of reading the same bytes
//! again.
//!
//! It hangs on nothing but the path and the bytes of a file, so their SHA-256 says whether it still holds. A file of
//! which something has to be told has none: its problems are found anew each time.

use super::place::Place;
use super::reader::Sp;
use super::silence::Silence;
use super::{Parsed, Raw, RawFile, ReadFile};
use crate::source::Sha256;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::iter;

/// How many files one piece of bytes has the readings of.
const IN_A_PIECE: usize = 1024;

/// What most readings have room in, so that a piece is not copied as it grows.
const USUAL_BYTES: usize = 1024;

/// What was read of a file.
struct Reading<'b> {
    path: &'b str,
    /// Of the bytes that were read.
    sha256: Sha256,
    record: &'b [u8],
}

/// Files that need not be read, since it is known what they say.
#[derive(Debug, Default)]
pub struct Known {
    pub(super) files: Vec<ReadFile>,
    /// Of the bytes of each, in the same order.
    sha256s: Vec<Sha256>,
    /// How many readings are written down, also of files that are other by now.
    pub written: usize,
}

impl Known {
    /// What a piece that [`Raw::into_readings`] gave says of files whose bytes have the SHA-256 that `now` names. Of one that
    /// ends in the midst of a reading, what came before that.
    pub fn of(piece: &[u8], now: impl Fn(&str) -> Option<Sha256>) -> Self {
        let (mut known, mut rest) = (Self::default(), piece);
        while let Some((reading, after)) = Reading::first(rest) {
            rest = after;
            known.written += 1;
            if now(reading.path) == Some(reading.sha256)
                && let Some(file) = reading.file()
            {
                known.files.push(file);
                known.sha256s.push(reading.sha256);
            }
        }
        known
    }

    /// What several pieces say.
    pub fn of_all(pieces: Vec<Self>) -> Self {
        let files = pieces.iter().map(|piece| piece.files.len()).sum();
        let mut all = Self {
            files: Vec::with_capacity(files),
            sha256s: Vec::with_capacity(files),
            written: 0,
        };
        for piece in pieces {
            all.files.extend(piece.files);
            all.sha256s.extend(piece.sha256s);
            all.written += piece.written;
        }
        all
    }

    /// The SHA-256 of each file, by path.
    pub fn sha256s(&self) -> FxHashMap<&str, Sha256> {
        let paths = self.files.iter().map(|read| read.file.path());
        paths.zip(self.sha256s.iter().copied()).collect()
    }
}

impl<'b> Reading<'b> {
    /// The first one in `bytes`, and what comes after it.
    fn first(bytes: &'b [u8]) -> Option<(Self, &'b [u8])> {
        let (head, rest) = postcard::take_from_bytes::<(&str, [u8; 32], usize)>(bytes).ok()?;
        let (path, sha256, length) = head;
        let (record, rest) = rest.split_at_checked(length)?;
        let sha256 = Sha256::from_bytes(sha256);
        let reading = Self {
            path,
            sha256,
            record,
        };
        Some((reading, rest))
    }

    /// `None` where it is no reading of a file at this path.
    fn file(&self) -> Option<ReadFile> {
        let Self { path, record, .. } = *self;
        let file = match Place::of(path)?.ok()? {
            Place::Post(id) => RawFile::Post(id, Parsed::known(path, record)?),
            Place::Person(id) => RawFile::Person(id, Parsed::known(path, record)?),
            Place::Contract(id) => RawFile::Contract(id, Parsed::known(path, record)?),
            Place::Report(id, quarter) => {
                RawFile::Report(id, quarter, Parsed::known(path, record)?)
            }
            Place::Evaluations(id) => RawFile::Evaluations(id, Parsed::known(path, record)?),
            // There are few of them.
            Place::Site
            | Place::Regime(_)
            | Place::Opd(_)
            | Place::Page(..)
            | Place::Archive(_) => return None,
        };
        Some(ReadFile {
            file,
            caught: Vec::new(),
            office_address: None,
        })
    }
}

impl Raw {
    /// Readings of the files that `wanted` names the SHA-256 of, in pieces of bytes; of none of which something has to be
    /// told. What was read is let go piece by piece, as of a large site it takes much.
    pub fn into_readings(
        self,
        wanted: impl Fn(&str) -> Option<Sha256> + Sync,
    ) -> impl Iterator<Item = Vec<u8>> {
        fn of<K, T: Serialize + Send + 'static>(
            files: BTreeMap<K, Box<Parsed<T>>>,
        ) -> impl Iterator<Item = Box<dyn Readable>> {
            files
                .into_values()
                .map(|parsed| -> Box<dyn Readable> { parsed })
        }
        let files = of(self.posts)
            .chain(of(self.people))
            .chain(of(self.contracts))
            .chain(of(self.reports))
            .chain(of(self.evaluations));
        let files: Vec<Box<dyn Readable>> = files.collect();
        let caught = self.caught;
        let files = files.into_par_iter();
        let mut files: Vec<Written> = files
            .filter(|file| !caught.contains_key(file.path()))
            .filter_map(|file| Some((wanted(file.path())?, file)))
            .collect();
        // Neighbours in the order of paths are neighbours for the next build too.
        files.par_sort_unstable_by(|(_, one), (_, other)| one.path().cmp(other.path()));
        // One for each thread, before the first of them is asked for: little of what a large site takes.
        let at_once = rayon::current_num_threads();
        let mut files = files.into_iter();
        let mut next = move || -> Vec<Written> { files.by_ref().take(IN_A_PIECE).collect() };
        let groups = iter::from_fn(move || {
            let group = iter::repeat_with(&mut next).take(at_once);
            let group: Vec<Vec<Written>> = group.take_while(|files| !files.is_empty()).collect();
            (!group.is_empty()).then_some(group)
        });
        groups.flat_map(|group| {
            let pieces = group.into_par_iter().map(piece);
            pieces.filter(|piece| !piece.is_empty()).collect::<Vec<_>>()
        })
    }
}

/// A file, and the SHA-256 of the bytes that were read.
type Written = (Sha256, Box<dyn Readable>);

fn piece(files: Vec<Written>) -> Vec<u8> {
    let mut piece = Vec::with_capacity(files.len() * USUAL_BYTES);
    for (sha256, file) in files {
        if let Some(record) = file.reading() {
            let head = (file.path(), sha256.as_bytes(), record.len());
            piece = postcard::to_extend(&head, piece).expect("a vector has room for it");
            piece.extend(record);
        }
    }
    piece
}

/// A file of which there may be a reading.
trait Readable: Send {
    /// Below `content/`.
    fn path(&self) -> &str;

    /// `None` where something has to be told of it.
    fn reading(&self) -> Option<Vec<u8>>;
}

impl<T: Serialize + Send> Readable for Parsed<T> {
    fn path(&self) -> &str {
        &self.file
    }

    fn reading(&self) -> Option<Vec<u8>> {
        let record = self.record.as_ref()?;
        let all = (record, &self.media_links, &self.silences);
        let is_silent = self.problems.is_empty();
        is_silent
            .then(|| postcard::to_allocvec(&all).ok())
            .flatten()
    }
}

impl<T: DeserializeOwned> Parsed<T> {
    /// What a [`Readable::reading`] of the file at `path` says.
    fn known(path: &str, reading: &[u8]) -> Option<Box<Self>> {
        let read = postcard::take_from_bytes::<(T, Vec<Sp<String>>, Vec<Silence>)>(reading);
        let ((record, media_links, silences), rest) = read.ok()?;
        let known = || {
            Box::new(Self {
                file: path.into(),
                record: Some(record),
                problems: Vec::new(),
                media_links,
                silences,
                #[cfg(test)]
                suspects: Vec::new(),
            })
        };
        rest.is_empty().then(known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk;
    use crate::parse::{parse, parse_unknown};
    use crate::source::Sources;
    use std::fs;
    use std::path::{Path, PathBuf};

    /// All folders of sources that the tests have.
    fn sites() -> Vec<PathBuf> {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        let below = |folder: &str| fs::read_dir(tests.join(folder)).unwrap();
        let sites = below("golden").chain(below("sites"));
        let sites = sites.map(|entry| entry.unwrap().path());
        let sites = sites.chain([tests.join("inputs")]);
        sites.filter(|site| site.join("content").is_dir()).collect()
    }

    fn readings(sources: &Sources) -> Vec<Vec<u8>> {
        let sha256 = |path: &str| sources.files.get(path).map(|bytes| Sha256::of(bytes));
        parse(sources).into_readings(sha256).collect()
    }

    /// What `readings` know of these sources.
    fn known(readings: &[Vec<u8>], sources: &Sources) -> Known {
        let now = |path: &str| Some(Sha256::of(sources.files.get(path)?));
        let known = readings.iter().map(|piece| Known::of(piece, now));
        Known::of_all(known.collect())
    }

    /// The files without those that are known, as a build has them that does not read these.
    fn others(sources: &Sources, known: &Known) -> Sources {
        let mut others = sources.clone();
        let sha256s = known.sha256s().into_iter();
        others.known = sha256s
            .map(|(path, sha256)| (path.into(), sha256))
            .collect();
        others
            .files
            .retain(|path, _| !others.known.contains_key(path.as_str()));
        others
    }

    /// What the checks will tell of single values is kept for tests alone, and in no reading.
    fn without_suspects(mut raw: Raw) -> Raw {
        fn clear<K, T>(files: &mut BTreeMap<K, Box<Parsed<T>>>) {
            files
                .values_mut()
                .for_each(|parsed| parsed.suspects.clear());
        }
        clear(&mut raw.posts);
        clear(&mut raw.people);
        clear(&mut raw.contracts);
        clear(&mut raw.reports);
        clear(&mut raw.evaluations);
        raw
    }

    #[test]
    fn what_was_read_comes_back_as_it_was() {
        let mut all = 0;
        for site in sites() {
            let sources = disk::read(&site).unwrap();
            let known = known(&readings(&sources), &sources);
            all += known.files.len();
            let others = others(&sources, &known);
            assert_eq!(others.sha256s(), sources.sha256s());
            let again = parse_unknown(&others, known);
            let (again, once) = (without_suspects(again), without_suspects(parse(&sources)));
            // Also what counts for nothing when values are compared: 7.0 is as much as 7.
            let is_same = again == once && format!("{again:?}") == format!("{once:?}");
            assert!(is_same, "{}", site.display());
        }
        assert!(all > 200, "{all}");
    }

    #[test]
    fn of_a_file_of_which_something_is_told_there_is_no_reading() {
        let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/five-mistakes");
        let sources = disk::read(&site).unwrap();
        let raw = parse(&sources);
        let known = known(&readings(&sources), &sources);
        let known = known.sha256s();
        let told = raw.problems().map(|problem| &problem.file);
        let told: Vec<&String> = told.chain(raw.caught.keys()).collect();
        assert!(!told.is_empty() && !known.is_empty());
        assert!(told.iter().all(|path| !known.contains_key(path.as_str())));
    }

    #[test]
    fn a_file_with_other_bytes_is_read() {
        let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inputs");
        let mut sources = disk::read(&site).unwrap();
        let readings = readings(&sources);
        let before = known(&readings, &sources).files.len();
        let file = "hasil/2026/tw2/kepala-kesehatan.yml";
        sources.files.get_mut(file).unwrap().extend(b"# dilihat\n");
        let known = known(&readings, &sources);
        assert_eq!(known.files.len() + 1, before);
        assert!(!known.sha256s().contains_key(file));
    }

    #[test]
    fn a_piece_that_is_cut_off_gives_what_came_before() {
        let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/minimal");
        let sources = disk::read(&site).unwrap();
        let whole = readings(&sources).concat();
        let count = known(std::slice::from_ref(&whole), &sources).files.len();
        let mut before = 0;
        for length in 0..whole.len() {
            let now = known(&[whole[..length].to_vec()], &sources).files.len();
            assert!(now >= before && now < count);
            before = now;
        }
        assert_eq!(before + 1, count);
    }
}
