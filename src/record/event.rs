//! What happened to the data, one event for each commit, subject and kind.

use super::stated::Stated;
use super::terms::TermKey;
use crate::model::{ContractId, Date, PersonId, PostId, Quarter, Recorded, RegimeId};
use chrono::{DateTime, Utc};

/// Something that a commit did, or that is saved and not committed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its place among the commits; what is not committed comes after all of them.
    pub order: usize,
    pub at: DateTime<Utc>,
    pub recorded: Recorded,
    pub subject: EventSubject,
    pub kind: EventKind,
    /// Whom it concerns; nobody in particular for rules.
    pub person: Option<PersonId>,
    /// In which post.
    pub post: Option<PostId>,
    pub changes: Vec<Change>,
    /// What the office said about it.
    pub declared: Option<Declared>,
}

/// What an event is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventSubject {
    /// By the id that the contract has now, or had last.
    Contract(ContractId),
    Report(ContractId, Quarter),
    Tenure(PersonId, PostId),
    Rules(RegimeId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// What was promised now reads otherwise, and nobody declared it.
    Undeclared,
    /// What was promised is back.
    Restored,
    /// `perubahan`
    Amended,
    /// `ralat`
    Corrected,
    /// An amendment or a correction was changed or removed after it was recorded.
    AmendmentAltered,
    /// A reported value was changed, as `revisi` declares.
    Revised,
    /// A reported value was changed without a word.
    RevisedUndeclared,
    /// A reported value was removed.
    Withdrawn,
    /// The contract's file was removed.
    Removed,
    /// The contract's file is back.
    Returned,
    /// The contract's file has another name.
    Renamed,
    /// A recorded evaluation or decision was changed or removed.
    Evaluation,
    /// Notes, documents and the like.
    Remarked,
    /// Somebody took up or left a post.
    Holder,
    /// Rules were changed or are new.
    Rules,
}

impl EventKind {
    pub const ALL: [Self; 15] = [
        Self::Undeclared,
        Self::Restored,
        Self::Amended,
        Self::Corrected,
        Self::AmendmentAltered,
        Self::Revised,
        Self::RevisedUndeclared,
        Self::Withdrawn,
        Self::Removed,
        Self::Returned,
        Self::Renamed,
        Self::Evaluation,
        Self::Remarked,
        Self::Holder,
        Self::Rules,
    ];

    /// Its name in addresses and messages.
    pub fn key(self) -> &'static str {
        match self {
            Self::Undeclared => "undeclared",
            Self::Restored => "restored",
            Self::Amended => "amended",
            Self::Corrected => "corrected",
            Self::AmendmentAltered => "amendment-altered",
            Self::Revised => "revised",
            Self::RevisedUndeclared => "revised-undeclared",
            Self::Withdrawn => "withdrawn",
            Self::Removed => "removed",
            Self::Returned => "returned",
            Self::Renamed => "renamed",
            Self::Evaluation => "evaluation",
            Self::Remarked => "remarked",
            Self::Holder => "holder",
            Self::Rules => "rules",
        }
    }

    /// Changed without a word where a word was owed.
    pub fn is_silent(self) -> bool {
        matches!(
            self,
            Self::Undeclared
                | Self::AmendmentAltered
                | Self::RevisedUndeclared
                | Self::Withdrawn
                | Self::Removed
        )
    }
}

/// Kinds that a reader looks for together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventGroup {
    /// What nobody declared.
    Silent,
    /// Amendments and corrections, and promises that are back.
    Amendments,
    /// Reported figures that were changed, with a reason or without.
    Revisions,
    /// Evaluations, notes, documents, files, holders, rules.
    Others,
}

impl EventGroup {
    pub const ALL: [Self; 4] = [
        Self::Silent,
        Self::Amendments,
        Self::Revisions,
        Self::Others,
    ];

    /// An event can be looked for in two groups: a figure that was silently changed is both.
    pub fn holds(self, kind: EventKind) -> bool {
        use EventKind as Kind;
        match self {
            Self::Silent => kind.is_silent(),
            Self::Amendments => {
                matches!(kind, Kind::Amended | Kind::Corrected | Kind::Restored)
            }
            Self::Revisions => matches!(
                kind,
                Kind::Revised | Kind::RevisedUndeclared | Kind::Withdrawn
            ),
            Self::Others => matches!(
                kind,
                Kind::Returned
                    | Kind::Renamed
                    | Kind::Evaluation
                    | Kind::Remarked
                    | Kind::Holder
                    | Kind::Rules
            ),
        }
    }
}

/// A term or value before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub key: TermKey,
    /// What the office calls the indicator or programme; none for the contract itself.
    pub name: Option<String>,
    pub before: Stated,
    pub after: Stated,
}

/// Date and reason that the office gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    pub on: Date,
    /// Which one of those of its kind that the same contract, or the same figure, declares for
    /// that day, from 0.
    pub place: usize,
    /// Markdown.
    pub reason: String,
}
