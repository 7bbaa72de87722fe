//! Before there is a site to show: a preview that begins with errors waits for them to be mended.

use super::reading::{Changes, ReadState};
use super::{Event, ServeError, watch};
use crate::model::Date;
use crate::problem::Problem;
use crate::site::{self, Sound};
use std::io;
use std::path::Path;

/// Waits until what was `read` from `root` has no error any more, telling `report` what is wrong
/// after each save. `today` says what day it is in a time zone.
///
/// # Errors
/// A watch that can't be set up, or ends.
pub fn until_sound(
    root: &Path,
    read: &mut ReadState,
    today: &dyn Fn(chrono_tz::Tz) -> Date,
    report: &dyn Fn(Event<'_>),
) -> Result<Sound, ServeError> {
    let mut watch = watch::start(root)?;
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
