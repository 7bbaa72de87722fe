//! From the register and a day to judged figures: capaian, states, averages.
//!
//! Owns the rules of the arithmetic. It never reads a clock or a file and never formats.

mod budget;
mod calendar;
mod cascade;
mod cutoff;
mod evaluation;
mod judge;
mod overall;
mod running;
mod scoreboard;
mod to_date;
mod warnings;

#[cfg(test)]
mod tests;

pub use budget::{Absorption, BudgetScore, BudgetTotal, ProgramScore, latest_absorption};
pub use calendar::{LateRecord, OfficeReport, QuarterReport};
pub use cascade::{
    Apportionment, Branch, BranchGoal, Cascade, Forest, GoalRef, Leaf, OwnDelivery, OwnPart, Share,
    apportionment, forest,
};
pub use cutoff::cutoff;
pub use evaluation::{
    ByFigures, Departure, EvaluationState, Finding, Occurrence, Protection, ProtectionState,
    RecordPlace, TenureScore, Timing, WhyOpen, tenures,
};
pub use judge::{
    Achievement, Aim, Calculation, Figure, FigureRange, Formula, Judgement, NotComputable, Outcome,
    Quotient, RankPercents, TargetFigure, judge,
};
pub use overall::{LeftOut, Overall, Weighting, WhyLeftOut};
pub use running::{Running, running_sums};
pub use scoreboard::{
    Before, ContractScore, Counts, IndicatorScore, QuarterScore, Scoreboard, compute,
    compute_after, compute_up_to, contract_score, contract_score_through,
};
pub use to_date::{Basis, QuarterFact, ShareOfYear, State, ToDate};
pub use warnings::{to_be_frozen, warnings_on};
