//! `pantau freeze`: a quarter as the record had it at the end of its reporting deadline, written
//! once; and the facts of an official taken out of it.

mod quarter;

use super::arguments::Freeze;
use super::project::Project;
use super::words::CliWords;
use super::{FINE, Failure, PROBLEMS, diagnostics};
use crate::archive;
use crate::check::Checked;
use crate::compute::to_be_frozen;
use crate::disk;
use crate::model::{Date, Quarter, Register, Snapshot, Tombstone};
use crate::parse::place::{ARCHIVE, archive_name};
use diagnostics::Excerpts;
use quarter::{Outcome, Policy, Refusal, Tree, attempt, there};
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

impl Refusal {
    fn told(&self, quarter: Quarter, words: &CliWords) -> String {
        let quarter = quarter.to_string();
        let quarter = ("quarter", quarter.as_str());
        let with_day =
            |key: &str, day: &Date| words.say(key, &[quarter, ("day", &day.to_string())]);
        match self {
            Self::NothingOwed => words.say("freeze_nothing_owed", &[quarter]),
            Self::NotOver(day) => with_day("freeze_not_over", day),
            Self::NoCommit(day) => with_day("freeze_no_commit", day),
            Self::Differs => words.say("freeze_differs", &[quarter]),
            Self::Damaged => words.say("freeze_damaged", &[quarter]),
            Self::NotFrozen => words.say("freeze_not_frozen", &[quarter]),
            Self::NotInIt(person) => {
                words.say("freeze_not_in_it", &[quarter, ("person", person.as_str())])
            }
        }
    }
}

pub(super) fn freeze(options: &Freeze, project: &Project, words: &CliWords) -> Result<u8, Failure> {
    let checked = match archive::check_without_archives(project.sources()) {
        Ok(checked) => checked,
        Err(problems) => {
            diagnostics::tell(&problems, &project.excerpts(), words)?;
            return Ok(PROBLEMS);
        }
    };
    let register = &checked.register;
    let Some(quarter) = options.quarter else {
        return freeze_due(options, &checked, project, words);
    };
    if let (Some(person), Some(reason)) = (&options.redact, &options.reason) {
        let stone = archive::tombstone(person, project.today(register), reason);
        let outcome = redacted(there(project, quarter), stone);
        return finish(options, project, quarter, outcome, None, words);
    }
    let policy = if options.replace {
        Policy::Replace
    } else {
        Policy::Keep
    };
    freeze_one(options, register, quarter, policy, project, words)
}

fn freeze_one(
    options: &Freeze,
    register: &Register,
    quarter: Quarter,
    policy: Policy,
    project: &Project,
    words: &CliWords,
) -> Result<u8, Failure> {
    let attempt = attempt(project, &options.place.root, register, quarter, policy)?;
    if let Some(day) = attempt.undated {
        let told = words.say("freeze_no_deadline", &[("day", &day.to_string())]);
        writeln!(io::stderr(), "{told}")?;
    }
    let outcome = attempt.outcome;
    // No later run can freeze what no commit holds, so that a daily one must not fail of it.
    if options.due && matches!(outcome, Outcome::Refused(Refusal::NoCommit(_))) {
        finish(options, project, quarter, outcome, None, words)?;
        return Ok(FINE);
    }
    finish(
        options,
        project,
        quarter,
        outcome,
        attempt.tree.as_ref(),
        words,
    )
}

/// Every quarter whose deadline is over and that was not frozen.
fn freeze_due(
    options: &Freeze,
    checked: &Checked,
    project: &Project,
    words: &CliWords,
) -> Result<u8, Failure> {
    let register = &checked.register;
    let over = to_be_frozen(checked, project.today(register));
    let open = over
        .iter()
        .filter(|quarter| there(project, **quarter).is_none());
    let open: Vec<Quarter> = open.copied().collect();
    if open.is_empty() {
        let key = match checked.recorded_since() {
            Some(_) => "freeze_nothing_due",
            None => "past_not_asked",
        };
        writeln!(io::stdout(), "{}", words.text(key))?;
    }
    open.into_iter().try_fold(FINE, |worst, quarter| {
        let code = freeze_one(options, register, quarter, Policy::Keep, project, words)?;
        Ok(worst.max(code))
    })
}

/// Freezes a quarter of a site that was never frozen before; whether it came to that.
pub(super) fn write_first(
    project: &Project,
    root: &Path,
    quarter: Quarter,
) -> Result<Option<()>, Failure> {
    let Ok(checked) = archive::check_without_archives(project.sources()) else {
        return Ok(None);
    };
    let attempt = attempt(project, root, &checked.register, quarter, Policy::Keep)?;
    match attempt.outcome {
        Outcome::Write(snapshot) => write(project, root, quarter, &snapshot).map(Some),
        Outcome::Unchanged | Outcome::Refused(_) | Outcome::Problems(_) => Ok(None),
    }
}

/// In the place of what was read there, and of nothing that came since.
fn write(
    project: &Project,
    root: &Path,
    quarter: Quarter,
    snapshot: &Snapshot,
) -> Result<(), Failure> {
    let file = format!("{ARCHIVE}/{}", archive_name(quarter));
    let new = BTreeMap::from([(file, snapshot.to_json().into_bytes())]);
    disk::replace_files(root, &project.sources().files, &new)?;
    Ok(())
}

/// The file without the facts of the official that `stone` names.
fn redacted(there: Option<&[u8]>, stone: Tombstone) -> Outcome {
    let snapshot = match there.map(Snapshot::parse) {
        None => return Outcome::Refused(Refusal::NotFrozen),
        Some(Err(_)) => return Outcome::Refused(Refusal::Damaged),
        Some(Ok(snapshot)) => snapshot,
    };
    let is_in_it = snapshot.contracts_of(&stone.person).next().is_some();
    if !is_in_it {
        let person = stone.person;
        return match snapshot.tombstone(&person) {
            Some(_) => Outcome::Unchanged,
            None => Outcome::Refused(Refusal::NotInIt(person)),
        };
    }
    Outcome::Write(Box::new(snapshot.without(stone)))
}

/// Writes what is to be written, unless only a check was asked for, and tells it.
fn finish(
    options: &Freeze,
    project: &Project,
    quarter: Quarter,
    outcome: Outcome,
    tree: Option<&Tree>,
    words: &CliWords,
) -> Result<u8, Failure> {
    let name = quarter.to_string();
    let named = ("quarter", name.as_str());
    match outcome {
        Outcome::Unchanged => {
            writeln!(io::stdout(), "{}", words.say("freeze_unchanged", &[named]))?;
            Ok(FINE)
        }
        Outcome::Refused(refusal) => refuse(&refusal, quarter, words),
        Outcome::Problems(problems) => {
            if let Some(tree) = tree {
                diagnostics::tell(&problems, &Excerpts::new(&tree.sources), words)?;
                let told = words.say("freeze_past_problems", &[("commit", &tree.commit)]);
                writeln!(io::stderr(), "{told}")?;
            }
            Ok(PROBLEMS)
        }
        Outcome::Write(_) if options.check => refuse(&Refusal::NotFrozen, quarter, words),
        Outcome::Write(snapshot) => {
            write(project, &options.place.root, quarter, &snapshot)?;
            writeln!(
                io::stdout(),
                "{}",
                written(&snapshot, quarter, options, words)
            )?;
            Ok(FINE)
        }
    }
}

fn refuse(refusal: &Refusal, quarter: Quarter, words: &CliWords) -> Result<u8, Failure> {
    writeln!(io::stderr(), "{}", refusal.told(quarter, words))?;
    Ok(PROBLEMS)
}

fn written(snapshot: &Snapshot, quarter: Quarter, options: &Freeze, words: &CliWords) -> String {
    let day = snapshot.provenance.cutoff.day.to_string();
    let file = format!("content/{ARCHIVE}/{}", archive_name(quarter));
    let name = quarter.to_string();
    let (quarter, file) = (("quarter", name.as_str()), ("file", file.as_str()));
    match &options.redact {
        Some(person) => words.say(
            "freeze_redacted",
            &[quarter, file, ("person", person.as_str())],
        ),
        None => {
            let commit = ("commit", snapshot.provenance.commit.as_str());
            words.say("freeze_written", &[quarter, file, ("day", &day), commit])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::quarter::{File, cutoff, end_of, frozen};
    use super::*;
    use crate::model::Language;
    use crate::model::{Cutoff, CutoffBasis, PersonId};
    use crate::source::{Past, WhyUnknown};
    use chrono::{DateTime, Utc};

    const DAY: &str = "2026-10-10";

    fn quarter() -> Quarter {
        "2026-tw3".parse().unwrap()
    }

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// The site of this repository as a commit held it.
    fn tree() -> Tree {
        Tree {
            sources: disk::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap(),
            past: Past::Unknown(WhyUnknown::NotAsked),
            commit: "4f9c2d1e8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d".to_owned(),
            committed_at: "2026-10-10T14:14:00Z".parse().unwrap(),
        }
    }

    fn register(tree: &Tree) -> Register {
        archive::check_without_archives(&tree.sources)
            .unwrap()
            .register
    }

    fn outcome(tree: &Tree, there: Option<&[u8]>, policy: Policy) -> Outcome {
        let cutoff = cutoff(&register(tree), quarter(), date("2026-10-11")).unwrap();
        frozen(tree, quarter(), cutoff, &File { there, policy })
    }

    fn written(outcome: Outcome) -> Snapshot {
        match outcome {
            Outcome::Write(snapshot) => *snapshot,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_quarter_is_frozen_once_its_deadline_is_over() {
        let register = register(&tree());
        let cases = [
            ("2026-tw3", "2026-10-11", Ok(date(DAY))),
            ("2026-tw3", DAY, Err(Refusal::NotOver(date(DAY)))),
            ("2031-tw1", "2032-01-01", Err(Refusal::NothingOwed)),
        ];
        for (quarter, today, expected) in cases {
            let found = cutoff(&register, quarter.parse().unwrap(), date(today));
            assert_eq!(
                found.map(|cutoff| cutoff.day),
                expected,
                "{quarter} {today}"
            );
        }
    }

    #[test]
    fn the_day_ends_where_the_government_is() {
        let cutoff = Cutoff {
            day: date(DAY),
            basis: CutoffBasis::Deadline,
        };
        for (zone, expected) in [
            ("Asia/Jakarta", "2026-10-10T16:59:59Z"),
            ("Asia/Jayapura", "2026-10-10T14:59:59Z"),
        ] {
            let expected: DateTime<Utc> = expected.parse().unwrap();
            assert_eq!(end_of(cutoff, zone.parse().unwrap()), expected, "{zone}");
        }
    }

    #[test]
    fn what_is_frozen_is_not_changed_unasked() {
        let mut tree = tree();
        let first = written(outcome(&tree, None, Policy::Keep));
        let bytes = first.to_json().into_bytes();
        let again = |tree: &Tree, policy| outcome(tree, Some(&bytes), policy);
        assert_eq!(again(&tree, Policy::Keep), Outcome::Unchanged);
        assert_eq!(again(&tree, Policy::Replace), Outcome::Unchanged);
        tree.commit = "0".repeat(40);
        let refused = Outcome::Refused(Refusal::Differs);
        assert_eq!(again(&tree, Policy::Keep), refused);
        let other = written(again(&tree, Policy::Replace));
        assert_eq!(other.provenance.commit, tree.commit);
    }

    #[test]
    fn another_version_that_says_the_same_changes_nothing() {
        let tree = tree();
        let mut first = written(outcome(&tree, None, Policy::Keep));
        first.provenance.version = "0.0.1".to_owned();
        let bytes = first.to_json().into_bytes();
        let again = outcome(&tree, Some(&bytes), Policy::Keep);
        assert_eq!(again, Outcome::Unchanged);
    }

    #[test]
    fn what_was_taken_out_stays_out() {
        let tree = tree();
        let whole = written(outcome(&tree, None, Policy::Keep));
        let (person, whole) = (whole.contracts[0].person.clone(), whole.to_json());
        let stone = || archive::tombstone(&person, date("2027-01-12"), " Salah orang. ");
        let redacted = written(redacted(Some(whole.as_bytes()), stone()));
        assert_eq!(redacted.removed[0].reason, "Salah orang.");
        assert_eq!(redacted.removed[0].date.text, "12 Januari 2027");
        let text = redacted.to_json();
        let again = outcome(&tree, Some(text.as_bytes()), Policy::Keep);
        assert_eq!(again, Outcome::Unchanged);
        // Even where somebody broke the seal since.
        let broken = text.replacen("TW III", "TW IV", 1);
        let damaged = Outcome::Refused(Refusal::Damaged);
        let there = Some(broken.as_bytes());
        assert_eq!(outcome(&tree, there, Policy::Keep), damaged);
        let mended = written(outcome(&tree, there, Policy::Replace));
        assert_eq!(mended.to_json(), text);
        let nothing = Some(&b"{"[..]);
        assert_eq!(outcome(&tree, nothing, Policy::Replace), damaged);
    }

    #[test]
    fn only_what_was_frozen_can_be_taken_out() {
        let tree = tree();
        let whole = written(outcome(&tree, None, Policy::Keep));
        let (person, whole) = (whole.contracts[0].person.clone(), whole.to_json());
        let stone = |person: &str| {
            let person = PersonId::new(person).unwrap();
            archive::tombstone(&person, date("2027-01-12"), "x")
        };
        let nobody = PersonId::new("nobody").unwrap();
        let cases = [
            (None, Refusal::NotFrozen),
            (Some(&b"{}"[..]), Refusal::Damaged),
            (Some(whole.as_bytes()), Refusal::NotInIt(nobody)),
        ];
        for (there, refusal) in cases {
            let found = redacted(there, stone("nobody"));
            assert_eq!(found, Outcome::Refused(refusal));
        }
        let once = written(redacted(Some(whole.as_bytes()), stone(person.as_str())));
        let twice = redacted(Some(once.to_json().as_bytes()), stone(person.as_str()));
        assert_eq!(twice, Outcome::Unchanged);
    }

    #[test]
    fn problems_of_that_day_are_told() {
        let mut tree = tree();
        let register = register(&tree);
        tree.sources.files.remove("situs.yml");
        let cutoff = cutoff(&register, quarter(), date("2026-10-11")).unwrap();
        let file = File {
            there: None,
            policy: Policy::Keep,
        };
        let found = frozen(&tree, quarter(), cutoff, &file);
        assert!(matches!(found, Outcome::Problems(problems) if !problems.is_empty()));
    }

    #[test]
    fn every_refusal_has_words() {
        let person = PersonId::new("ani").unwrap();
        let refusals = [
            Refusal::NothingOwed,
            Refusal::NotOver(date(DAY)),
            Refusal::NoCommit(date(DAY)),
            Refusal::Differs,
            Refusal::Damaged,
            Refusal::NotFrozen,
            Refusal::NotInIt(person),
        ];
        for language in Language::ALL {
            let words = CliWords::new(language);
            for refusal in &refusals {
                let told = refusal.told(quarter(), &words);
                assert!(told.contains("2026-tw3"), "{refusal:?}: {told}");
            }
        }
    }
}
