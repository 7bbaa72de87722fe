//! Indicators: what is measured, which way is better, what was promised.

use super::{
    ContractId, Date, Empty, FewMap, IndicatorId, Markdown, OpdId, Quantity, QuarterOfYear, Rare,
    ScaleId, Silenced, Wording,
};
use serde::{Deserialize, Serialize};
use std::ops::Deref;

/// How capaian is computed and what counts as reached (`arah`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Direction {
    /// `naik`: R / T × 100; reached when R ≥ T.
    Up,
    /// `turun`, the formula usual in LKjIP: (2 − R/T) × 100; reached when R ≤ T.
    Down,
    /// `turun-rasio`: T / R × 100; reached when R ≤ T.
    DownRatio,
    /// `rentang`: a range a–b; which side is better decides outside of it.
    Range(Better),
    /// `predikat`: a rank on an ordinal scale of the regime; reached when R's rank ≥ T's.
    Rank(ScaleId),
    /// `tuntas`: done by the due date or not.
    Completion,
}

/// Which way is better around a range (`lebih_baik`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Better {
    /// `turun`: below the range is better than inside.
    Lower,
    /// `naik`: above the range is better than inside.
    Higher,
    /// `di_dalam`: only the inside is good.
    Inside,
}

/// How the quarters of a year make the year (`akumulasi`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Accumulation {
    /// `jumlah`: each quarter reports its own amount; the year is their sum.
    Sum,
    /// `akhir`: each quarter reports a level; the year is the last one.
    Last,
    /// `rata-rata`: each quarter reports a level; the year is their mean.
    Mean,
}

/// What was promised, for the year or a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Amount(Quantity),
    /// Both ends included, `from` ≤ `to`.
    Range {
        from: Quantity,
        to: Quantity,
    },
    /// Position on the indicator's scale, the worst rank being 1.
    Rank(u32),
    /// To be finished by the due date.
    Completion,
}

/// What was reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    Amount(Quantity),
    /// Position on the indicator's scale, the worst rank being 1.
    Rank(u32),
    Completed(Date),
    NotCompleted,
}

/// Where things stood before the contract (`awal`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// An amount or a rank.
    pub value: Value,
    pub year: i32,
}

/// Names an indicator by its contract and its id there (`induk`, `milik`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct IndicatorRef {
    pub contract: ContractId,
    pub indicator: IndicatorId,
}

/// A share of an indicator that another contract owns (`milik`, `bagian`); it counts once in
/// totals, at its owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    pub owner: IndicatorRef,
    /// The part of the owner's yearly target that is promised here.
    pub share: Quantity,
}

/// What is counted or measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// As data files name it (`persen`, `orang`, `rupiah`), or `people` in English.
    pub many: String,
    /// Beside exactly 1 where that is another word: `person`. Indonesian needs none.
    pub one: Option<Box<str>>,
}

impl From<&str> for Unit {
    fn from(many: &str) -> Self {
        Self {
            many: many.to_owned(),
            one: None,
        }
    }
}

/// One commitment of a contract. What a target means depends on `direction`: the gate lets
/// only matching kinds in.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    pub id: IndicatorId,
    pub name: Wording,
    /// As written (`persen`, `orang`, `rupiah`); none for ranks and completions.
    pub unit: Option<Wording<Unit>>,
    pub direction: Direction,
    pub accumulation: Accumulation,
    pub baseline: Option<Baseline>,
    pub target: Target,
    /// Only the quarters that have a target of their own.
    pub quarterly: FewMap<QuarterOfYear, Target>,
    /// `tenggat`, where it is not the end of the contract's period.
    pub due: Option<Date>,
    /// `bobot`, in percent of the contract.
    pub weight: Option<Quantity>,
    /// `rumus`: how the figure itself is measured, in the office's words.
    pub formula: Option<Wording<Markdown>>,
    /// `sumber`.
    pub source: Option<Wording<Markdown>>,
    /// Read through the indicator itself: `indicator.way`.
    pub rare: Rare<RareTerms>,
}

/// What few commitments have: the many without take one pointer for all of it.
#[derive(Clone, Debug, PartialEq)]
pub struct RareTerms {
    /// `terbit`: the figure is published by others on this day, so it is due no earlier.
    pub published: Option<Date>,
    /// `cara`: the way to reach the target.
    pub way: Option<Wording<Markdown>>,
    /// `bersama`: organisations that share it.
    pub shared_with: Vec<OpdId>,
    pub contribution: Option<Contribution>,
    pub silenced: Vec<Silenced>,
}

impl Empty for RareTerms {
    fn empty() -> &'static Self {
        static EMPTY: RareTerms = RareTerms {
            published: None,
            way: None,
            shared_with: Vec::new(),
            contribution: None,
            silenced: Vec::new(),
        };
        &EMPTY
    }
}

impl Deref for Indicator {
    type Target = RareTerms;

    fn deref(&self) -> &RareTerms {
        &self.rare
    }
}

impl Indicator {
    /// The unit as data files name it.
    pub fn unit_name(&self) -> Option<&str> {
        self.unit.as_ref().map(|unit| unit.own().many.as_str())
    }
}
