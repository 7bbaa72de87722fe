//! What changes do to the figures: the same site computed before and after.

use super::ask::Asked;
use super::change::{Change, What, Written};
use super::words::FormWords;
use super::written::as_written;
use crate::compute::{ContractScore, Scoreboard, contract_score_through};
use crate::format::Formats;
use crate::model::{Contract, ContractId, IndicatorId, Percent, Quarter, Register};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A site at one time, and what it computes.
#[derive(Clone, Copy, Debug)]
pub struct Computed<'c> {
    pub register: &'c Register,
    pub board: &'c Scoreboard,
}

impl Computed<'_> {
    fn through(&self, id: &ContractId, quarter: Quarter) -> Option<ContractScore> {
        self.register.contracts.get(id)?;
        let today = self.board.today;
        Some(contract_score_through(self.register, id, today, quarter))
    }
}

/// What becomes of one contract's quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    pub contract: ContractId,
    pub quarter: Quarter,
    pub official: String,
    pub post: String,
    pub lines: Vec<Line>,
    /// The official's capaian.
    pub overall: Shift,
}

/// One change, finished for reading. Words of the data (`selesai`, `dilaporkan`) are as files have
/// them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub subject: Subject,
    /// `None` where nothing stood there.
    pub before: Option<String>,
    pub now: String,
    /// Of a figure, its capaian to date.
    pub capaian: Option<Shift>,
}

/// What a line is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    Reported,
    Figure(String),
    /// `catatan` and its kin: the key, and whose it is.
    Text(&'static str, String),
    Absorbed(String),
}

/// A percentage before and after; `None` where there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    pub before: Option<String>,
    pub now: Option<String>,
}

/// What `changes` do, contract by contract, written as `formats` has it.
pub fn effects(
    changes: &[Change],
    before: Computed<'_>,
    after: Computed<'_>,
    formats: &Formats,
) -> Vec<Effect> {
    let mut by_report: BTreeMap<(&ContractId, Quarter), Vec<&Change>> = BTreeMap::new();
    for change in changes {
        let key = (&change.contract, change.quarter);
        by_report.entry(key).or_default().push(change);
    }
    let words = FormWords::default();
    let effects = by_report.into_iter().map(|((id, quarter), changes)| {
        let contract = &before.register.contracts[id];
        let teller = Teller {
            words: &words,
            asked: Asked {
                register: before.register,
                board: before.board,
                contract,
                quarter,
                words: &words,
            },
            contract,
            scores: [before, after].map(|side| side.board.contracts.get(id).map(Arc::as_ref)),
            with_quarter: [before, after].map(|side| side.through(id, quarter)),
            formats,
        };
        teller.effect(quarter, &changes)
    });
    effects.collect()
}

struct Teller<'t> {
    words: &'t FormWords,
    asked: Asked<'t>,
    contract: &'t Contract,
    /// Before and after.
    scores: [Option<&'t ContractScore>; 2],
    /// The same with the quarter of the report, whether its deadline has passed or not: without it
    /// a new figure would change nothing yet.
    with_quarter: [Option<ContractScore>; 2],
    formats: &'t Formats,
}

impl Teller<'_> {
    fn effect(&self, quarter: Quarter, changes: &[&Change]) -> Effect {
        let register = self.asked.register;
        let post = register.posts[&self.contract.post].name.own();
        let official = register.people[&self.contract.person].name.clone();
        let overall = |score: &ContractScore| score.overall.percent.clone();
        Effect {
            contract: self.contract.id.clone(),
            quarter,
            official: official.unwrap_or_default(),
            post: self.words.in_capacity(self.contract.capacity, post),
            lines: changes
                .iter()
                .map(|change| self.line(&change.what))
                .collect(),
            overall: self.shift(self.scores, overall),
        }
    }

    fn line(&self, what: &What) -> Line {
        match what {
            What::Reported { before, now } => Line {
                subject: Subject::Reported,
                before: before.map(|day| self.formats.date(day)),
                now: self.formats.date(*now),
                capaian: None,
            },
            What::Text {
                indicator,
                key,
                before,
                now,
            } => Line {
                subject: Subject::Text(key, self.name(indicator)),
                before: before.clone(),
                now: now.clone(),
                capaian: None,
            },
            What::Absorbed {
                program,
                before,
                now,
            } => {
                let mut programs = self.contract.programs.iter();
                let named = programs.find(|own| own.id == *program);
                let rupiah = |amount| self.formats.measure(amount, Some("rupiah"));
                Line {
                    subject: Subject::Absorbed(
                        named.map_or_else(String::new, |own| own.name.own().clone()),
                    ),
                    before: before.map(rupiah),
                    now: rupiah(*now),
                    capaian: None,
                }
            }
            What::Actual {
                indicator,
                before,
                written,
                late,
                ..
            } => {
                let mut line = self.figure(indicator, before.as_ref(), written);
                if let Some(day) = late {
                    line.now = format!("{}, dilaporkan {}", line.now, self.formats.date(*day));
                }
                line
            }
        }
    }

    fn figure(
        &self,
        id: &IndicatorId,
        before: Option<&crate::model::Actual>,
        now: &Written,
    ) -> Line {
        let score = self.scores[0].and_then(|score| indicator(score, id));
        let kind = score.map(|score| self.asked.question(score).kind);
        let unit = score.and_then(|score| score.commitment.indicator.unit_name());
        let before = before
            .zip(kind)
            .map(|(actual, kind)| as_written(actual, &kind));
        let capaian = |score: &ContractScore| {
            let to_date = indicator(score, id)?.to_date.as_ref()?;
            to_date.judgement.achievement.percent().cloned()
        };
        Line {
            subject: Subject::Figure(self.name(id)),
            before: before.map(|written| self.text(&written, unit)),
            now: self.text(now, unit),
            capaian: Some(self.shift(self.with_quarter.each_ref().map(Option::as_ref), capaian)),
        }
    }

    fn name(&self, id: &IndicatorId) -> String {
        let score = self.scores[0].and_then(|score| indicator(score, id));
        score.map_or_else(
            || id.to_string(),
            |score| score.commitment.indicator.name.own().clone(),
        )
    }

    fn text(&self, written: &Written, unit: Option<&str>) -> String {
        match written {
            Written::Plain(text) => match text.parse() {
                Ok(amount) => self.formats.measure(amount, unit),
                Err(_) => text.clone(),
            },
            Written::Rank(rank) => rank.clone(),
            Written::Done(day) => format!("selesai {}", self.formats.date(*day)),
            Written::Unavailable(reason) => format!("belum_ada: {reason}"),
        }
    }

    fn shift(
        &self,
        scores: [Option<&ContractScore>; 2],
        of: impl Fn(&ContractScore) -> Option<Percent>,
    ) -> Shift {
        let regime = self.asked.register.regime_of(self.contract);
        let bounds = regime.display_bounds();
        let [before, now] = scores.map(|score| {
            let percent = of(score?)?;
            Some(self.formats.percent(&percent, &bounds))
        });
        Shift { before, now }
    }
}

fn indicator<'s>(
    score: &'s ContractScore,
    id: &IndicatorId,
) -> Option<&'s crate::compute::IndicatorScore> {
    score.indicators.iter().find(|own| own.id() == id)
}
