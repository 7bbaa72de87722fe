//! What became of a quarter by the end of its reporting deadline, as the record has it, and whether
//! that may be written. It writes nothing and tells nobody.

use super::super::Failure;
use super::super::project::Project;
use crate::archive;
use crate::history;
use crate::model::{Cutoff, CutoffBasis, Date, PersonId, Provenance, Quarter, Register, Snapshot};
use crate::parse::place::{ARCHIVE, archive_name};
use crate::problem::Problem;
use crate::source::{Past, Sources};
use chrono::{DateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use std::path::Path;

/// The version that is told on the pages of what it froze.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The sources as a commit of the record held them, and what had become of them by then.
pub(super) struct Tree {
    pub sources: Sources,
    pub past: Past,
    pub commit: String,
    pub committed_at: DateTime<Utc>,
}

/// What is to become of the file.
#[derive(Debug, PartialEq)]
pub(super) enum Outcome {
    Write(Box<Snapshot>),
    Unchanged,
    Refused(Refusal),
    /// The sources of that day make no register.
    Problems(Vec<Problem>),
}

/// Why nothing is written.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Refusal {
    /// Nobody owes a report of the quarter.
    NothingOwed,
    /// The deadline is today or later.
    NotOver(Date),
    /// The record begins after the deadline.
    NoCommit(Date),
    /// Something else was frozen.
    Differs,
    /// The file is there and can't be read, so that nobody knows whose facts were taken out.
    Damaged,
    /// `--check`, or `--redact`, of what was not frozen.
    NotFrozen,
    NotInIt(PersonId),
}

/// What is there already, and what may become of it.
pub(super) struct File<'a> {
    pub there: Option<&'a [u8]>,
    pub policy: Policy,
}

/// What may become of a file that is there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Policy {
    Keep,
    Replace,
}

/// A quarter held against the record.
pub(super) struct Attempt {
    pub outcome: Outcome,
    /// What it was read from; none where it never came to that.
    pub tree: Option<Tree>,
    /// The day that counts, where no deadline says so.
    pub undated: Option<Date>,
}

impl Attempt {
    fn refused(refusal: Refusal) -> Self {
        Self {
            outcome: Outcome::Refused(refusal),
            tree: None,
            undated: None,
        }
    }
}

/// Reads what the record of the site at `root` held at the end of the quarter's deadline.
pub(super) fn attempt(
    project: &Project,
    root: &Path,
    register: &Register,
    quarter: Quarter,
    policy: Policy,
) -> Result<Attempt, Failure> {
    let cutoff = match cutoff(register, quarter, project.today(register)) {
        Ok(cutoff) => cutoff,
        Err(refusal) => return Ok(Attempt::refused(refusal)),
    };
    let moment = end_of(cutoff, register.site.time_zone);
    let Some(tree) = tree_of(project, root, moment)? else {
        return Ok(Attempt::refused(Refusal::NoCommit(cutoff.day)));
    };
    let there = there(project, quarter);
    Ok(Attempt {
        outcome: frozen(&tree, quarter, cutoff, &File { there, policy }),
        tree: Some(tree),
        undated: (cutoff.basis == CutoffBasis::QuarterEnd).then_some(cutoff.day),
    })
}

/// The file of a quarter that was frozen before.
pub(super) fn there(project: &Project, quarter: Quarter) -> Option<&[u8]> {
    let path = format!("{ARCHIVE}/{}", archive_name(quarter));
    project.sources().files.get(&path).map(Vec::as_slice)
}

/// The sources as the record had them at `moment`; `None` where it begins later.
fn tree_of(project: &Project, root: &Path, moment: DateTime<Utc>) -> Result<Option<Tree>, Failure> {
    let history = match project.whole_past()? {
        Past::Known(history) => history,
        Past::Unknown(why) => return Err(Failure::NoPast(why)),
    };
    let Some(then) = history.up_to(moment) else {
        return Ok(None);
    };
    let Some(commit) = then.commits.last() else {
        return Ok(None);
    };
    Ok(Some(Tree {
        sources: history::sources_at(root, &commit.id)?,
        commit: commit.id.clone(),
        committed_at: commit.at,
        past: Past::Known(then),
    }))
}

/// The last second of the day of `cutoff` where the government is.
pub(super) fn end_of(cutoff: Cutoff, zone: chrono_tz::Tz) -> DateTime<Utc> {
    let midnight = cutoff.as_of().and_time(NaiveTime::MIN);
    let local = zone.from_local_datetime(&midnight).earliest();
    let next_day = local.map_or_else(|| midnight.and_utc(), |local| local.with_timezone(&Utc));
    next_day - TimeDelta::seconds(1)
}

/// The day at whose end `quarter` is frozen, once it is over.
pub(super) fn cutoff(
    register: &Register,
    quarter: Quarter,
    today: Date,
) -> Result<Cutoff, Refusal> {
    let cutoff = crate::compute::cutoff(register, quarter).ok_or(Refusal::NothingOwed)?;
    if cutoff.is_over(today) {
        Ok(cutoff)
    } else {
        Err(Refusal::NotOver(cutoff.day))
    }
}

/// `quarter` as `tree` has it, held against the file that is there.
pub(super) fn frozen(tree: &Tree, quarter: Quarter, cutoff: Cutoff, file: &File<'_>) -> Outcome {
    let there = file.there.map(Snapshot::parse);
    let kept = match &there {
        Some(Ok(snapshot)) => snapshot.removed.clone(),
        Some(Err(_)) if file.policy == Policy::Keep => return Outcome::Refused(Refusal::Damaged),
        // A broken seal hides no tombstone: what was taken out stays out.
        Some(Err(_)) => match file.there.and_then(Snapshot::tombstones_in) {
            Some(removed) => removed,
            None => return Outcome::Refused(Refusal::Damaged),
        },
        None => Vec::new(),
    };
    // Another version of pantau that says the same has nothing to change.
    let version = match &there {
        Some(Ok(snapshot)) => snapshot.provenance.version.as_str(),
        _ => VERSION,
    };
    let snapshot = |version: &str| -> Result<Snapshot, Vec<Problem>> {
        let provenance = Provenance {
            cutoff,
            commit: tree.commit.clone(),
            committed_at: tree.committed_at,
            version: version.to_owned(),
        };
        let whole = archive::snapshot_of(&tree.sources, &tree.past, quarter, provenance)?;
        Ok(kept.iter().cloned().fold(whole, Snapshot::without))
    };
    let outcome = || -> Result<Outcome, Vec<Problem>> {
        Ok(match &there {
            Some(Ok(there)) if *there == snapshot(version)? => Outcome::Unchanged,
            Some(_) if file.policy == Policy::Keep => Outcome::Refused(Refusal::Differs),
            _ => Outcome::Write(Box::new(snapshot(VERSION)?)),
        })
    };
    outcome().unwrap_or_else(Outcome::Problems)
}
