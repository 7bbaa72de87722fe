//! Before there is a site to show: a preview that begins with errors waits for them to be mended.

use super::reading::{Changes, ReadState};
use super::{Event, ServeError, Watch};
use crate::model::Date;
use crate::problem::Problem;
use crate::site::{self, Sound};
use std::io;
use std::path::Path;

/// Waits until what was `read` from `root` has no error any more, telling `report` what is wrong
/// after each save. `today` says what day it is in a time zone; `watch` was begun before anything was
/// read, and goes on hearing of what is saved after the last mistake was mended.
///
/// # Errors
/// A watch that ends.
pub fn until_sound(
    root: &Path,
    read: &mut ReadState,
    watch: &mut Watch,
    today: &dyn Fn(chrono_tz::Tz) -> Date,
    report: &dyn Fn(Event<'_>),
) -> Result<Sound, ServeError> {
    let mut left = Changes::default();
    while let Some(paths) = watch.next(report) {
        left.add(Changes::read(root, &paths).unwrap_or_else(|_| Changes::unknown(paths)));
        match examined(root, read, &left, today) {
            Ok(Ok(sound)) => return Ok(sound),
            Ok(Err(problems)) => {
                left = Changes::default();
                report(Event::NotYet {
                    problems: &problems,
                    sources: &read.sources,
                });
            }
            Err(error) => {
                left = Changes::unknown(left.names);
                report(Event::Failed(error));
            }
        }
    }
    Err(io::Error::other("the watch has ended").into())
}

fn examined(
    root: &Path,
    read: &mut ReadState,
    changes: &Changes,
    today: &dyn Fn(chrono_tz::Tz) -> Date,
) -> Result<Result<Sound, Vec<Problem>>, ServeError> {
    read.take(root, changes)?;
    if let Some(past) = read.other_past(root)? {
        read.remember(past);
    }
    Ok(site::examine(&read.raw, &read.sources, &read.past, today))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk;
    use crate::parse;
    use crate::serve::Preview;
    use crate::source::{Past, WhyUnknown};
    use std::fs;

    /// What a page shows must not depend on how long the first look took.
    #[test]
    fn what_is_saved_between_two_looks_is_heard_of() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let minimal = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/minimal");
        let sources = disk::read(&minimal).unwrap();
        for (path, bytes) in &sources.files {
            let place = root.join("content").join(path);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(place, bytes).unwrap();
        }
        let official = root.join("content/pejabat/sari.yml");
        let good = fs::read_to_string(&official).unwrap();
        fs::write(&official, "nama: 'Sari").unwrap();

        let mut watch = Watch::start(root).unwrap();
        let sources = disk::read(root).unwrap();
        let raw = parse::parse(&sources);
        let mut read = ReadState::new(sources, raw, Past::Unknown(WhyUnknown::NotAsked));
        let today = |_| Date::from_ymd_opt(2026, 8, 1).unwrap();
        // Saved while the first look is taken.
        fs::write(&official, &good).unwrap();
        let sound = until_sound(root, &mut read, &mut watch, &today, &|_| {}).unwrap();
        // Saved before there is a preview.
        fs::write(&official, good.replace("Wulandari", "Kusuma")).unwrap();
        let preview = Preview::new(root.to_owned(), read, sound, today).unwrap();
        while preview.moment().saved().is_none_or(|saved| {
            let text = saved.get("pejabat/sari.yml").and_then(Option::as_deref);
            !String::from_utf8_lossy(text.unwrap_or_default()).contains("Kusuma")
        }) {
            preview.saved(watch.next(&|_| {}).unwrap(), &|_| {});
        }
    }
}
