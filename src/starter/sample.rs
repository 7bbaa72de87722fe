//! The sample sites that are part of the program, each of one government's rules.

use super::{Files, README, fill, in_site, site_folder, time_zone};
use crate::model::{Date, Quarter, QuarterOfYear};
use crate::parse::parse;
use crate::source::Sources;
use chrono_tz::Tz;

/// A sample: invented people and figures under the rules of one government.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    pub name: &'static str,
    /// The day on which it is looked at, as `--date` takes it: what is late then is meant to be.
    pub day: &'static str,
    /// Its sources by path below `content/`.
    pub files: Embedded,
    /// Another, smaller site of the same government as it came to be, oldest step first; empty
    /// where it has no past.
    pub steps: &'static [Step],
}

/// Files that are part of the program, by path below `content/`.
pub type Embedded = &'static [(&'static str, &'static [u8])];

/// One commit of a sample's past; `tests/sites/*-riwayat/README.md` says how they are written.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// When it was committed, as git takes it: `2026-01-05T09:12:00+07:00`.
    pub at: &'static str,
    /// The day of it, there.
    pub day: Date,
    pub message: &'static str,
    /// Paths below `content/`.
    pub removed: &'static [&'static str],
    /// The quarter that is frozen as the steps before have it.
    pub frozen: Option<Quarter>,
    /// What it writes, whole files.
    pub files: Embedded,
}

/// Every sample, the fullest one first.
pub fn samples() -> &'static [Sample] {
    SAMPLES
}

const SAMPLES: &[Sample] = include!(concat!(env!("OUT_DIR"), "/samples.rs"));

/// A day that the compiler has seen to exist.
const fn day(year: i32, month: u32, day: u32) -> Date {
    match Date::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => panic!("a step of a sample has a date that does not exist"),
    }
}

/// The folder of a sample site.
pub fn sample_site(sample: &Sample) -> Files {
    site_folder(owned(sample.files), readme(sample, ABOUT))
}

/// What surrounds the sources of a sample that is written step by step: all of its folder but
/// `content/`.
pub fn surroundings(sample: &Sample) -> Files {
    site_folder(Files::new(), readme(sample, ABOUT_PAST))
}

impl Sample {
    /// Where its government is.
    pub fn time_zone(&self) -> Tz {
        let sources = Sources {
            files: owned(self.files),
            ..Sources::default()
        };
        time_zone(&parse(&sources))
    }
}

impl Step {
    /// What it writes, by path below the site's folder.
    pub fn written(&self) -> Files {
        in_site(owned(self.files))
    }

    /// What it removes, by path below the site's folder.
    pub fn gone(&self) -> impl Iterator<Item = String> {
        let removed = self.removed.iter();
        removed.map(|path| format!("content/{path}"))
    }
}

fn owned(files: Embedded) -> Files {
    let files = files.iter();
    files
        .map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec()))
        .collect()
}

fn readme(sample: &Sample, about: &str) -> String {
    let about = fill(about, &[("hari", sample.day)]);
    let option = format!(" --date {}", sample.day);
    fill(README, &[("tentang", about.trim_end()), ("hari", &option)])
}

const ABOUT: &str = include_str!("about-sample.md");
const ABOUT_PAST: &str = include_str!("about-past.md");

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::Path;
    use walkdir::WalkDir;

    /// Files by path below `folder`.
    fn on_disk(folder: &Path) -> Files {
        let entries = WalkDir::new(folder).into_iter().map(Result::unwrap);
        let files = entries.filter(|entry| entry.file_type().is_file());
        files
            .map(|file| {
                let path = file.path().strip_prefix(folder).unwrap();
                let path = path.to_str().unwrap().replace('\\', "/");
                (path, fs::read(file.path()).unwrap())
            })
            .collect()
    }

    #[test]
    fn every_sample_is_what_stands_in_its_folder() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let lines = include_str!("../../tests/sites/samples.txt").lines();
        let lines: Vec<&str> = lines.filter(|line| !line.starts_with('#')).collect();
        assert_eq!(lines.len(), samples().len());
        for (line, sample) in lines.into_iter().zip(samples()) {
            let folder = root.join(line.split_whitespace().nth(2).unwrap());
            let own = sample.files.iter();
            let own: Files = own
                .map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec()))
                .collect();
            let expected = on_disk(&folder);
            assert!(own.keys().eq(expected.keys()), "{}", sample.name);
            assert!(own == expected, "{}", sample.name);
            if let Ok(day) = fs::read_to_string(folder.with_file_name("date")) {
                assert_eq!(day.trim(), sample.day, "{}", sample.name);
            }
        }
    }
}
