//! `pantau merge`: parts of a site, each held to its own description, put together.

use super::arguments::Merge;
use super::harmless::harmless;
use super::paths::shown;
use super::progress::{Progress, doing};
use super::words::CliWords;
use super::{FINE, Failure, PROBLEMS};
use crate::disk::{self, DiskError, Publication, PublishedTree, Summary};
use crate::site::{MANIFEST, Manifest, Misfit, PART, Part, PartError, misfits};
use rayon::prelude::*;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// A larger description is none.
const MOST_DESCRIPTION: u64 = 4 << 30;

/// So many files that are not as they should be are named, the rest is counted.
const MOST_TOLD: usize = 100;

pub(super) fn merge(options: &Merge, words: &CliWords) -> Result<u8, Failure> {
    let out = &options.out;
    let report = |told: &[String]| -> Result<u8, Failure> {
        for line in told {
            writeln!(io::stderr(), "{line}")?;
        }
        let out = shown(out).display().to_string();
        writeln!(
            io::stderr(),
            "{}",
            words.say("not_merged", &[("out", &out)])
        )?;
        Ok(PROBLEMS)
    };
    let parts = match doing("reading_parts", words, || opened(&options.parts, words))? {
        Ok(parts) => parts,
        Err(told) => return report(&told),
    };
    if let Some(part) = disk::in_the_way(&options.parts, out)? {
        return Err(Failure::PartInTheWay(part.to_owned()));
    }
    match published(parts, out, words)? {
        Ok(summary) => tell(&summary, out, words)?,
        Err(told) => return report(&told),
    }
    Ok(FINE)
}

/// The files of a part, and what it says of them.
struct Opened {
    place: PathBuf,
    tree: PublishedTree,
    part: Part,
}

/// What can't be told as a failure of the disk: why parts make no whole, line by line.
type OrTold<T> = Result<T, Vec<String>>;

/// The parts at `places`, which make a whole and have the files that they should have.
fn opened(places: &[PathBuf], words: &CliWords) -> Result<OrTold<Vec<Opened>>, Failure> {
    let (mut parts, mut told) = (Vec::new(), Vec::new());
    for place in places {
        match open(place, words)? {
            Ok((tree, part)) => parts.push((tree, part)),
            Err(why) => told.push(why),
        }
    }
    if !told.is_empty() {
        return Ok(Err(told));
    }
    let (trees, parts): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
    let found = misfits(&parts);
    if !found.is_empty() {
        let told = found
            .iter()
            .map(|misfit| misfit_told(misfit, &parts, places, words));
        return Ok(Err(first_of(told, words)));
    }
    let opened = places.iter().cloned().zip(trees).zip(parts);
    let opened: Vec<Opened> = opened
        .map(|((place, tree), part)| Opened { place, tree, part })
        .collect();
    let strange: Vec<String> = opened.iter().flat_map(|part| part.strange(words)).collect();
    Ok(match strange.is_empty() {
        true => Ok(opened),
        false => Err(first_of(strange, words)),
    })
}

/// A folder with a description that can be relied on, or why it is none.
fn open(place: &Path, words: &CliWords) -> Result<Result<(PublishedTree, Part), String>, Failure> {
    let shown = shown(place).display().to_string();
    let no_part = || Ok(Err(words.say("no_part", &[("place", &shown)])));
    let tree = match PublishedTree::open(place) {
        Err(DiskError::NoFolder { .. }) => return no_part(),
        tree => tree?,
    };
    let Some(bytes) = tree.read(PART, MOST_DESCRIPTION)? else {
        return no_part();
    };
    Ok(Part::parse(&bytes)
        .map(|part| (tree, part))
        .map_err(|error| {
            let why = match &error {
                PartError::Manifest(error) => words.manifest(error),
                other => other.to_string(),
            };
            words.say("part_unread", &[("place", &shown), ("why", &why)])
        }))
}

impl Opened {
    fn name(&self) -> String {
        shown(&self.place).display().to_string()
    }

    /// What is missing of its files, and what is there besides.
    fn strange(&self, words: &CliWords) -> Vec<String> {
        let files = &self.part.manifest.files;
        let missing = files.keys().filter(|path| !self.tree.has_file(path));
        let extra = self.tree.paths();
        let extra = extra.filter(|path| *path != PART && !files.contains_key(*path));
        let missing = missing.map(|path| ("part_file_missing", path.as_str()));
        let found = missing.chain(extra.map(|path| ("part_file_extra", path)));
        let place = self.name();
        found
            .map(|(key, path)| words.say(key, &[("place", &place), ("path", &harmless(path))]))
            .collect()
    }

    /// Puts each file into the new tree; those are told that are not as the part says.
    fn taken(
        self,
        publication: &Publication,
        bar: &Progress<'_>,
        words: &CliWords,
    ) -> Result<(Manifest, Vec<String>), Failure> {
        let (place, mut manifest) = (self.name(), self.part.manifest);
        let files = std::mem::take(&mut manifest.files);
        let taken = files.into_par_iter().map(|(path, listed)| {
            let found = publication.take(&path, &self.place.join(&path))?;
            bar.step();
            Ok((found != Some(listed)).then_some(path))
        });
        let changed: Result<Vec<String>, Failure> = taken.filter_map(Result::transpose).collect();
        let mut changed = changed?;
        changed.sort();
        let told = changed.iter();
        let told =
            told.map(|path| words.say("part_file_changed", &[("place", &place), ("path", path)]));
        Ok((manifest, told.collect()))
    }
}

fn published(parts: Vec<Opened>, out: &Path, words: &CliWords) -> Result<OrTold<Summary>, Failure> {
    let files = parts.iter().map(|part| part.part.manifest.files.len());
    let bar = Progress::new("merging", files.sum(), words);
    let publication = Publication::begin(out)?;
    let (mut whole, mut told) = (None, Vec::new());
    for part in parts {
        let (manifest, changed) = part.taken(&publication, &bar, words)?;
        told.extend(changed);
        whole.get_or_insert(manifest);
    }
    bar.finish();
    if !told.is_empty() {
        return Ok(Err(first_of(told, words)));
    }
    if let Some(manifest) = whole {
        let files = publication.fingerprints();
        let manifest = Manifest { files, ..manifest };
        publication.write(MANIFEST, &manifest.to_bytes())?;
    }
    Ok(Ok(publication.finish()?))
}

/// The first lines, and how many there are besides.
fn first_of(lines: impl IntoIterator<Item = String>, words: &CliWords) -> Vec<String> {
    let mut lines = lines.into_iter();
    let mut first: Vec<String> = lines.by_ref().take(MOST_TOLD).collect();
    let rest = lines.count();
    if rest > 0 {
        first.push(words.say("part_more", &[("count", &rest.to_string())]));
    }
    first
}

fn misfit_told(misfit: &Misfit, parts: &[Part], places: &[PathBuf], words: &CliWords) -> String {
    let place = |part: &usize| shown(&places[*part]).display().to_string();
    let shard = |part: &usize| parts[*part].shard.to_string();
    let first = place(&0);
    match misfit {
        Misfit::OtherCount { part } => {
            let [here, there] = [part, &0].map(shard);
            let args = [("place", &*place(part)), ("shard", &here)];
            let first = [("first", &*first), ("other", &*there)];
            words.say("part_other_count", &[args, first].concat())
        }
        Misfit::Twice { part, earlier } => {
            let args = [("shard", &*shard(part)), ("place", &place(part))];
            words.say(
                "part_twice",
                &[&args[..], &[("first", &place(earlier))]].concat(),
            )
        }
        Misfit::Missing { shard } => words.say("part_missing", &[("shard", &shard.to_string())]),
        Misfit::OtherState {
            part,
            what,
            here,
            first: there,
        } => {
            let args = [("place", &*place(part)), ("what", what), ("here", here)];
            let first = [("first", &*first), ("there", there)];
            words.say("part_other_state", &[&args[..], &first].concat())
        }
        Misfit::FileTwice {
            part,
            earlier,
            path,
        } => {
            let args = [("path", &**path), ("first", &place(earlier))];
            words.say(
                "part_file_twice",
                &[&args[..], &[("place", &place(part))]].concat(),
            )
        }
    }
}

fn tell(summary: &Summary, out: &Path, words: &CliWords) -> io::Result<()> {
    if !io::stdout().is_terminal() || words.is_quiet() {
        return Ok(());
    }
    let out = shown(out).display().to_string();
    let files = (summary.written + summary.kept).to_string();
    let (written, kept) = (summary.written.to_string(), summary.kept.to_string());
    let removed = summary.removed.to_string();
    let megabytes = format!("{:.1}", summary.bytes as f64 / 1e6);
    let told = words.say(
        "merged",
        &[
            ("files", &files),
            ("out", &out),
            ("written", &written),
            ("kept", &kept),
            ("removed", &removed),
            ("megabytes", &megabytes),
        ],
    );
    writeln!(io::stdout(), "{told}")
}
