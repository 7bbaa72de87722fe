//! A sample's past, written as the repository it would have become: step by step, each a commit of
//! its own day.

use super::arguments::Place;
use super::project::Project;
use super::{Failure, freeze};
use crate::disk;
use crate::history::{self, Cache};
use crate::starter::{Files, Sample, Step, samples, surroundings};
use chrono::{DateTime, Utc};
use std::path::Path;

/// Makes the repository in `folder`, which must hold nothing; after a failure it is as it was.
/// How many commits were made is returned.
pub(super) fn write(
    folder: &Path,
    sample: &Sample,
    now: fn() -> DateTime<Utc>,
) -> Result<usize, Failure> {
    if sample.steps.is_empty() {
        return Err(no_steps(sample));
    }
    disk::create_filled(folder, |root| {
        history::begin(root)?;
        disk::change_tree(root, [], &surroundings(sample))?;
        sample
            .steps
            .iter()
            .try_for_each(|step| take(root, step, now))
    })?;
    Ok(sample.steps.len())
}

fn no_steps(sample: &Sample) -> Failure {
    let others = samples().iter().filter(|other| !other.steps.is_empty());
    let others: Vec<&str> = others.map(|other| other.name).collect();
    Failure::NoSteps {
        sample: sample.name.to_owned(),
        others: others.join(", "),
    }
}

fn take(root: &Path, step: &Step, now: fn() -> DateTime<Utc>) -> Result<(), Failure> {
    let written: Files = step.written();
    disk::change_tree(root, step.gone(), &written)?;
    if let Some(quarter) = step.frozen {
        let place = Place {
            root: root.to_owned(),
            date: Some(step.day),
        };
        let project = Project::open(&place, now, Cache::On)?;
        let frozen = freeze::write_first(&project, root, quarter)?;
        frozen.ok_or(Failure::NotFrozen(quarter))?;
    }
    Ok(history::commit(root, step.at, step.message)?)
}
