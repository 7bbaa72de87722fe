//! The sample sites that are part of the program, each of one government's rules.

use super::{Files, README, fill, site_folder};

/// A sample: invented people and figures under the rules of one government.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    pub name: &'static str,
    /// The day on which it is looked at, as `--date` takes it: what is late then is meant to be.
    pub day: &'static str,
    /// Its sources by path below `content/`.
    pub files: &'static [(&'static str, &'static [u8])],
}

/// Every sample, the fullest one first.
pub fn samples() -> &'static [Sample] {
    include!(concat!(env!("OUT_DIR"), "/samples.rs"))
}

/// The folder of a sample site.
pub fn sample_site(sample: &Sample) -> Files {
    let content = sample.files.iter();
    let content = content.map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec()));
    let about = fill(ABOUT, &[("hari", sample.day)]);
    let option = format!(" --date {}", sample.day);
    let readme = fill(README, &[("tentang", about.trim_end()), ("hari", &option)]);
    site_folder(content.collect(), readme)
}

const ABOUT: &str = include_str!("about-sample.md");

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
            let folder = root.join(line.split_whitespace().last().unwrap());
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
