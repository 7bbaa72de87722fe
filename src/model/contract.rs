//! A signed contract, and what its amendments make of it on a given day.

use super::{
    Accumulation, Capacity, ContractId, Date, Document, FewMap, Indicator, IndicatorId,
    IndicatorRef, Markdown, Period, PersonId, PostId, ProgramId, Quantity, Quarter, QuarterOfYear,
    Recorded, RegimeId, Reporting, Silenced, Target, Wording,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A contract of a person in a post. What was signed stands in `goals` and `programs` for ever;
/// `amendments` change what is in force.
#[derive(Clone, Debug, PartialEq)]
pub struct Contract {
    pub id: ContractId,
    pub person: PersonId,
    /// In which capacity the person holds the post while the contract runs; from the tenure
    /// that covers its start.
    pub capacity: Capacity,
    pub post: PostId,
    pub regime: RegimeId,
    pub number: Option<String>,
    /// `tanda_tangan`
    pub signed: Date,
    /// Within one calendar year. It ends with the tenure where the holder left before
    /// `signed_until`: the next one in the post answers for what follows.
    pub period: Period,
    /// The last day that was signed for (`periode: selesai`).
    pub signed_until: Date,
    /// When the repository first held it; `None` where the record does not tell.
    pub recorded: Option<Recorded>,
    /// `pihak_kedua`; the bupati's own contract has none.
    pub counterparty: Option<Counterparty>,
    pub presentation: Option<Presentation>,
    pub announcements: Vec<Announcement>,
    pub documents: Vec<Document>,
    /// `janji`
    pub promise: Option<Wording<Markdown>>,
    pub goals: Vec<Goal>,
    pub programs: Vec<Program>,
    /// Undeclared changes, then amendments and corrections, each oldest first: what was declared
    /// holds over what the file was changed to without a word.
    pub amendments: Vec<Amendment>,
    pub silenced: Vec<Silenced>,
}

/// The superior who receives the promise.
#[derive(Clone, Debug, PartialEq)]
pub struct Counterparty {
    pub person: PersonId,
    pub capacity: Capacity,
}

/// `pemaparan`: target and way presented before signing.
#[derive(Clone, Debug, PartialEq)]
pub struct Presentation {
    pub date: Date,
    pub document: Option<Document>,
}

/// `pengumuman`: where the contract was made public.
#[derive(Clone, Debug, PartialEq)]
pub struct Announcement {
    pub date: Date,
    pub title: String,
    pub url: String,
}

/// `sasaran`: a goal and the indicators that measure it.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    pub name: Wording,
    pub rpjmd: Option<String>,
    /// `induk`: the upper indicator it hangs on (pohon kinerja, PermenPANRB 89/2021).
    pub parent: Option<IndicatorRef>,
    /// Shared with the commitments that come of them.
    pub indicators: Vec<Arc<Indicator>>,
}

/// A programme and its budget.
#[derive(Clone, Debug, PartialEq)]
pub struct Program {
    pub id: ProgramId,
    pub name: Wording,
    /// Rupiah.
    pub budget: Option<Quantity>,
    /// `sumber`: APBD, DAK …
    pub source: Option<String>,
    pub indicators: Vec<IndicatorId>,
}

/// A change to a signed contract (`perubahan`), a correction of a clerical error (`ralat`), or a
/// change that nobody declared.
#[derive(Clone, Debug, PartialEq)]
pub struct Amendment {
    pub kind: AmendmentKind,
    /// By its own word; of an undeclared one, the day on which it was recorded.
    pub date: Date,
    /// When the repository first held it; `None` where the record does not tell.
    pub recorded: Option<Recorded>,
    pub cause: Option<AmendmentCause>,
    /// Empty of an undeclared one.
    pub reason: Markdown,
    pub document: Option<Document>,
    pub budgets: BTreeMap<ProgramId, Quantity>,
    pub indicators: BTreeMap<IndicatorId, IndicatorChange>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmendmentKind {
    /// `perubahan`
    Amendment,
    /// `ralat`
    Correction,
    /// What was signed now reads otherwise in the file, and neither `perubahan` nor `ralat` says
    /// why; found in the repository's history.
    Undeclared,
}

/// Why a PK may be amended (PermenPANRB 53/2014).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AmendmentCause {
    /// `pejabat`: change of official
    Official,
    /// `strategi`
    Strategy,
    /// `anggaran`
    Budget,
    /// `prioritas`
    Priority,
}

/// What an amendment does to one indicator.
#[derive(Clone, Debug, PartialEq)]
pub enum IndicatorChange {
    Terms(TermsChange),
    /// `dicabut: ya`; of an undeclared one, taken out of the file.
    Dropped,
    /// `tambah`; of an undeclared one, written among what was signed.
    Added(Box<AddedIndicator>),
}

/// New terms; what is `None` or absent stays.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TermsChange {
    /// Other words for the same commitment.
    pub name: Option<String>,
    /// `rumus`
    pub formula: Option<Markdown>,
    pub target: Option<Target>,
    pub quarterly: FewMap<QuarterOfYear, Target>,
    pub weight: Option<Quantity>,
    pub due: Option<Date>,
    pub published: Option<Date>,
    pub silenced: Vec<Silenced>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct AddedIndicator {
    /// Name of the goal it joins; a goal of its own when none has that name.
    pub goal: Option<String>,
    pub indicator: Arc<Indicator>,
}

/// An indicator of a contract as it stands on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Commitment {
    /// Index into [`Contract::goals`]; `None` for an added indicator with no goal there.
    pub goal: Option<usize>,
    /// With all amendments up to the day applied.
    pub indicator: Arc<Indicator>,
    /// As signed, or as added.
    pub original: Arc<Indicator>,
    pub standing: Standing,
    /// Indexes into [`Contract::amendments`] that touched it, oldest first.
    pub amended_by: Vec<usize>,
}

impl Commitment {
    /// Whether an amendment changed what was promised, not merely its weight.
    pub fn has_other_target(&self) -> bool {
        if Arc::ptr_eq(&self.original, &self.indicator) {
            return false;
        }
        self.original.target != self.indicator.target
            || self.original.quarterly != self.indicator.quarterly
            || self.original.due != self.indicator.due
    }
}

/// Whether a commitment still binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    InForce,
    /// Withdrawn by an amendment of that day; shown, but counted no more.
    Dropped {
        on: Date,
    },
    /// Added that day without an amendment: shown, and never counted.
    Undeclared {
        since: Date,
    },
}

impl Contract {
    /// The quarters the contract answers for: those that end on or after both the start of its
    /// period and its signature, and begin before its period ends.
    pub fn quarters(&self) -> impl Iterator<Item = Quarter> + use<> {
        let (first_day, end) = (self.period.start.max(self.signed), self.period.end);
        let year = self.id.year;
        let all = QuarterOfYear::ALL.into_iter();
        all.map(move |q| Quarter::new(year, q))
            .filter(move |q| q.end() >= first_day && q.start() <= end)
    }

    /// Whether a report of `quarter` is owed: one that `reporting` asks for, or the contract's
    /// last, which closes it.
    pub fn expects_report(&self, quarter: Quarter, reporting: Reporting) -> bool {
        reporting.expects(quarter.of_year) || self.quarters().last() == Some(quarter)
    }

    /// The commitments on `day`: what was signed with every amendment dated up to then, in the
    /// order of signing, added ones last. What nobody declared is named among the amendments of a
    /// commitment and binds nobody: a promise stays as it was signed.
    pub fn commitments_on(&self, day: Date) -> Vec<Commitment> {
        let mut commitments: Vec<Commitment> = self.signed_commitments().collect();
        for (index, amendment) in self.amendments.iter().enumerate() {
            if amendment.date <= day {
                self.apply(amendment, index, &mut commitments);
            }
        }
        for commitment in &mut commitments {
            self.end_with_tenure(&mut commitment.indicator);
            self.end_with_tenure(&mut commitment.original);
        }
        commitments
    }

    /// Whether the holder left before the last day that was signed for.
    pub fn ended_early(&self) -> bool {
        self.period.end < self.signed_until
    }

    /// What an indicator asks of a holder who left early: what the quarters until then were to
    /// make. Where no quarter has a target of its own, the year's is due when it was, and nobody
    /// here answers for it.
    fn end_with_tenure(&self, indicator: &mut Arc<Indicator>) {
        if !self.ended_early() {
            return;
        }
        let indicator = Arc::make_mut(indicator);
        let last = QuarterOfYear::of(self.period.end);
        indicator.quarterly.retain(|quarter, _| *quarter <= last);
        let stays_due = indicator.due.is_some_and(|due| due <= self.period.end);
        let until_then = match indicator.accumulation {
            Accumulation::Sum => sum_of(indicator.quarterly.values()),
            Accumulation::Last => indicator.quarterly.values().next_back().copied(),
            Accumulation::Mean => (!indicator.quarterly.is_empty()).then_some(indicator.target),
        };
        match until_then {
            _ if stays_due => {}
            Some(target) => indicator.target = target,
            None => indicator.due = indicator.due.or(Some(self.signed_until)),
        }
    }

    fn signed_commitments(&self) -> impl Iterator<Item = Commitment> + '_ {
        self.goals.iter().enumerate().flat_map(|(goal, g)| {
            g.indicators.iter().map(move |indicator| Commitment {
                goal: Some(goal),
                indicator: Arc::clone(indicator),
                original: Arc::clone(indicator),
                standing: Standing::InForce,
                amended_by: Vec::new(),
            })
        })
    }

    fn apply(&self, amendment: &Amendment, index: usize, commitments: &mut Vec<Commitment>) {
        for (id, change) in &amendment.indicators {
            if let IndicatorChange::Added(added) = change {
                commitments.push(Commitment {
                    goal: self.goal_named(added.goal.as_deref()),
                    indicator: Arc::clone(&added.indicator),
                    original: Arc::clone(&added.indicator),
                    standing: match amendment.kind {
                        AmendmentKind::Amendment | AmendmentKind::Correction => Standing::InForce,
                        AmendmentKind::Undeclared => Standing::Undeclared {
                            since: amendment.date,
                        },
                    },
                    amended_by: vec![index],
                });
                continue;
            }
            for commitment in commitments.iter_mut().filter(|c| c.indicator.id == *id) {
                commitment.amended_by.push(index);
                if amendment.kind == AmendmentKind::Undeclared {
                    continue;
                }
                match change {
                    IndicatorChange::Terms(terms) => {
                        terms.apply_to(Arc::make_mut(&mut commitment.indicator));
                    }
                    IndicatorChange::Dropped => {
                        commitment.standing = Standing::Dropped { on: amendment.date }
                    }
                    IndicatorChange::Added(_) => {}
                }
            }
        }
    }

    /// A commitment as the file states it on `day`, where that is not what binds: with what was
    /// changed and not declared.
    pub fn as_filed_on(&self, day: Date, commitment: &Commitment) -> Option<Arc<Indicator>> {
        let touching = commitment.amended_by.iter().map(|at| &self.amendments[*at]);
        let in_force = touching.filter(|amendment| amendment.date <= day);
        let mut filed = Arc::clone(&commitment.original);
        for amendment in in_force {
            if let Some(IndicatorChange::Terms(terms)) = amendment.indicators.get(&filed.id) {
                terms.apply_to(Arc::make_mut(&mut filed));
            }
        }
        self.end_with_tenure(&mut filed);
        let is_same = Arc::ptr_eq(&filed, &commitment.indicator) || filed == commitment.indicator;
        (!is_same).then_some(filed)
    }

    fn goal_named(&self, name: Option<&str>) -> Option<usize> {
        self.goals
            .iter()
            .position(|goal| Some(goal.name.own().as_str()) == name)
    }

    /// The budget of `program` on `day`, amendments applied.
    pub fn budget_on(&self, program: &Program, day: Date) -> Option<Quantity> {
        self.amendments
            .iter()
            .filter(|amendment| amendment.kind != AmendmentKind::Undeclared)
            .filter(|amendment| amendment.date <= day)
            .filter_map(|amendment| amendment.budgets.get(&program.id).copied())
            .next_back()
            .or(program.budget)
    }
}

/// The sum of amounts; `None` where there is none, or one that is no amount.
fn sum_of<'t>(targets: impl Iterator<Item = &'t Target>) -> Option<Target> {
    let amounts: Option<Vec<Quantity>> = targets
        .map(|target| match target {
            Target::Amount(amount) => Some(*amount),
            Target::Range { .. } | Target::Rank(_) | Target::Completion => None,
        })
        .collect();
    let sum = amounts?.into_iter().map(Some);
    let sum = sum.reduce(|sum, amount| sum?.checked_add(amount?));
    sum.flatten().map(Target::Amount)
}

impl TermsChange {
    /// Puts these terms in the place of the indicator's own.
    pub fn apply_to(&self, indicator: &mut Indicator) {
        if let Some(name) = &self.name {
            indicator.name.replaced_by(name.clone());
        }
        if let Some(formula) = &self.formula {
            match &mut indicator.formula {
                Some(before) => before.replaced_by(formula.clone()),
                none => *none = Some(formula.clone().into()),
            }
        }
        if let Some(target) = self.target {
            indicator.target = target;
        }
        indicator
            .quarterly
            .extend(self.quarterly.iter().map(|(q, t)| (*q, *t)));
        indicator.weight = self.weight.or(indicator.weight);
        indicator.due = self.due.or(indicator.due);
        indicator.rare.change(|rare| {
            rare.published = self.published.or(rare.published);
            rare.silenced.extend(self.silenced.iter().cloned());
        });
    }
}
