//! What the figures say of an evaluation's condition: "menurut angka", never a verdict.

use super::sight::Sight;
use crate::compute::calendar::{Case, QuarterReport};
use crate::compute::overall::Overall;
use crate::compute::scoreboard::{
    ContractScore, Counts, IndicatorScore, QuarterScore, judge_all, quarter_score,
};
use crate::compute::to_date::{QuarterFact, Track};
use crate::model::{
    Amendment, AspectId, AspectScore, Commitment, Condition, Date, Evaluation, EvaluationId,
    EvaluationRule, Percent, Quantity, Quarter, Register, Standing,
};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// The outcome of a condition. It exists only when every part of the condition can be told;
/// with each go the figures that led there.
#[derive(Clone, Debug, PartialEq)]
pub enum ByFigures {
    Met {
        findings: Vec<Finding>,
    },
    NotMet {
        findings: Vec<Finding>,
    },
    /// No outcome, for these reasons (at least one), with what could be told all the same.
    Open {
        why: Vec<WhyOpen>,
        findings: Vec<Finding>,
    },
}

/// One part of a condition, told.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// `capaian`: the overall capaian (capped, weighted) at the end of `quarter`.
    Achievement {
        percent: Percent,
        bound: Quantity,
        quarter: Quarter,
        /// How many commitments count in it, and of how many.
        counted: usize,
        total: usize,
    },
    /// `semua_tercapai`: commitments reached or on track, of those due at the end of `quarter`.
    AllReached {
        kept: usize,
        due: usize,
        quarter: Quarter,
    },
    /// `aspek`
    Aspect {
        aspect: AspectId,
        score: AspectScore,
        minimum: AspectScore,
    },
    /// `perbaikan_dari`: against the record of that day.
    Improvement {
        over: EvaluationId,
        on: Date,
        /// Scored lower than then.
        lower: Vec<AspectId>,
        /// Below standard then, and not higher now.
        unrisen: Vec<AspectId>,
    },
}

impl Finding {
    /// Whether this part of the condition holds.
    pub fn holds(&self) -> bool {
        match self {
            Self::Achievement { percent, bound, .. } => percent.compare_to(*bound).is_ge(),
            Self::AllReached { kept, due, .. } => kept == due,
            Self::Aspect { score, minimum, .. } => !is_lower(*score, *minimum),
            Self::Improvement { lower, unrisen, .. } => lower.is_empty() && unrisen.is_empty(),
        }
    }
}

/// Why the figures say nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum WhyOpen {
    /// The rule states no condition.
    NoCondition,
    /// No quarter of the contract ends before the evaluation.
    NoQuarter,
    /// The quarter that counts has not ended yet.
    NotClosed { quarter: Quarter },
    /// The quarter has ended, but its results are not due before `until` (or on no set day).
    Awaiting {
        quarter: Quarter,
        until: Option<Date>,
    },
    /// Results that are due are missing: of so many commitments, in these quarters.
    Missing {
        quarters: Vec<Quarter>,
        commitments: usize,
    },
    /// No commitment has a percentage, or none is due.
    NothingToCompare { quarter: Quarter },
    /// Aspects are scored by a record, and there is none.
    NoRecord,
    /// The record scores no such aspects.
    NoScore { aspects: Vec<AspectId> },
    /// There is no earlier record of that evaluation to compare with.
    NoEarlier { evaluation: EvaluationId },
}

/// What a condition is held against.
pub(super) struct Question<'a> {
    pub register: &'a Register,
    pub rule: &'a EvaluationRule,
    pub sight: Sight<'a>,
    /// The record that stands.
    pub record: Option<&'a Evaluation>,
    /// Earlier records of the same subject, oldest first.
    pub earlier: Vec<&'a Evaluation>,
    /// By which day's terms commitments count: an amendment after the evaluation was due must
    /// not change what it found.
    pub terms_on: Date,
    pub today: Date,
    /// The contract that is looked at, judged by today's terms, where it was judged already.
    pub judged: Option<&'a ContractScore>,
}

type Answer = Result<Vec<Finding>, Vec<WhyOpen>>;

impl Question<'_> {
    pub fn by_figures(&self) -> ByFigures {
        let (mut findings, mut why) = (Vec::new(), Vec::new());
        if self.rule.conditions.is_empty() {
            why.push(WhyOpen::NoCondition);
        }
        for condition in &self.rule.conditions {
            match self.answer(condition) {
                Ok(found) => findings.extend(found),
                Err(reasons) => why.extend(reasons),
            }
        }
        // Two conditions can rest on the same missing quarter.
        why.dedup();
        if !why.is_empty() {
            ByFigures::Open { why, findings }
        } else if findings.iter().all(Finding::holds) {
            ByFigures::Met { findings }
        } else {
            ByFigures::NotMet { findings }
        }
    }

    fn answer(&self, condition: &Condition) -> Answer {
        match condition {
            Condition::Achievement(bound) => self.achievement(*bound),
            Condition::AllReached => self.all_reached(),
            Condition::Aspects(minimums) => {
                let record = self.record.ok_or_else(|| vec![WhyOpen::NoRecord])?;
                let unscored = minimums.keys().filter(|a| !record.scores.contains_key(*a));
                no_score(unscored)?;
                let found = minimums.iter().map(|(aspect, minimum)| Finding::Aspect {
                    aspect: aspect.clone(),
                    score: record.scores[aspect],
                    minimum: *minimum,
                });
                Ok(found.collect())
            }
            Condition::ImprovementOver(earlier) => self.improvement(earlier),
        }
    }

    fn achievement(&self, bound: Quantity) -> Answer {
        let (quarter, score) = self.closed()?;
        let Overall {
            percent,
            counted,
            total,
            ..
        } = score.overall;
        let percent = percent.ok_or_else(|| vec![WhyOpen::NothingToCompare { quarter }])?;
        Ok(vec![Finding::Achievement {
            percent,
            bound,
            quarter,
            counted,
            total,
        }])
    }

    fn all_reached(&self) -> Answer {
        let (quarter, score) = self.closed()?;
        let counts: Counts = score.counts;
        if counts.due() == 0 {
            return Err(vec![WhyOpen::NothingToCompare { quarter }]);
        }
        Ok(vec![Finding::AllReached {
            kept: counts.kept(),
            due: counts.due(),
            quarter,
        }])
    }

    /// The contract at the end of the quarter that counts, if all its results are there.
    fn closed(&self) -> Result<(Quarter, QuarterScore), Vec<WhyOpen>> {
        let contract = self.sight.contract;
        let quarter = self.sight.quarter.ok_or_else(|| vec![WhyOpen::NoQuarter])?;
        if quarter.end() >= self.today {
            return Err(vec![WhyOpen::NotClosed { quarter }]);
        }
        let case = Case::new(self.register, &contract.id, self.today);
        let (score, gap) = match self.judged_at(quarter) {
            Some((score, indicators)) => {
                let facts = indicators.iter().map(|indicator| &indicator.quarters[..]);
                (score.clone(), gaps(&case, facts, quarter))
            }
            None => self.judge_at(&case, quarter),
        };
        match gap {
            Some(why) => Err(vec![why]),
            None => Ok((quarter, score)),
        }
    }

    /// What was judged already: by today's terms, which are those of `terms_on` where no amendment came between.
    fn judged_at(&self, quarter: Quarter) -> Option<(&QuarterScore, &[IndicatorScore])> {
        let judged = self.judged?;
        let changed =
            |amendment: &Amendment| self.terms_on < amendment.date && amendment.date <= self.today;
        if self.sight.contract.amendments.iter().any(changed) {
            return None;
        }
        Some((judged.quarters.get(&quarter)?, &judged.indicators))
    }

    /// The contract at the end of `quarter` by the terms of that day, and what is missing.
    fn judge_at(&self, case: &Case<'_>, quarter: Quarter) -> (QuarterScore, Option<WhyOpen>) {
        let commitments: Vec<Commitment> = case
            .contract
            .commitments_on(self.terms_on)
            .into_iter()
            .filter(|c| c.standing == Standing::InForce)
            .collect();
        let indicators = commitments.iter().map(|c| &c.indicator);
        let tracks: Vec<Track<'_>> = indicators.map(|i| Track::new(case, i)).collect();
        let judged = judge_all(&tracks, Some(quarter));
        let score = quarter_score(case, &commitments, &judged);
        (score, gaps(case, tracks.iter().map(Track::facts), quarter))
    }

    fn improvement(&self, over: &EvaluationId) -> Answer {
        let now = self.record.ok_or_else(|| vec![WhyOpen::NoRecord])?;
        let is_earlier = |e: &&&Evaluation| e.rule == *over && e.date <= now.date;
        let earlier = self.earlier.iter().rfind(is_earlier);
        let then = earlier.ok_or_else(|| {
            vec![WhyOpen::NoEarlier {
                evaluation: over.clone(),
            }]
        })?;
        let unscored = then.scores.keys().filter(|a| !now.scores.contains_key(*a));
        no_score(unscored)?;
        let named = |keep: &dyn Fn(&AspectId, AspectScore) -> bool| {
            let kept = then
                .scores
                .iter()
                .filter(|(aspect, old)| keep(aspect, **old));
            kept.map(|(aspect, _)| aspect.clone()).collect()
        };
        let risen = |aspect: &AspectId, old| is_lower(old, now.scores[aspect]);
        Ok(vec![Finding::Improvement {
            over: over.clone(),
            on: then.date,
            lower: named(&|aspect, old| is_lower(now.scores[aspect], old)),
            unrisen: named(&|aspect, old| {
                let standard = self.standard(aspect, over);
                standard.is_some_and(|standard| is_lower(old, standard)) && !risen(aspect, old)
            }),
        }])
    }

    /// What an aspect must reach: by this rule's own condition, else by the earlier rule's.
    fn standard(&self, aspect: &AspectId, over: &EvaluationId) -> Option<AspectScore> {
        let rules = &self.register.regime_of(self.sight.contract).evaluations;
        let earlier = rules.iter().find(|rule| rule.id == *over);
        let minimums = [Some(self.rule), earlier].into_iter().flatten();
        let conditions = minimums.flat_map(|rule| &rule.conditions);
        let mut of_aspect = conditions.filter_map(|condition| match condition {
            Condition::Aspects(minimums) => minimums.get(aspect).copied(),
            _ => None,
        });
        of_aspect.next()
    }
}

fn no_score<'a>(aspects: impl Iterator<Item = &'a AspectId>) -> Result<(), Vec<WhyOpen>> {
    let aspects: Vec<AspectId> = aspects.cloned().collect();
    if aspects.is_empty() {
        return Ok(());
    }
    Err(vec![WhyOpen::NoScore { aspects }])
}

/// Ranks among ranks, numbers among numbers; the gate lets no other pair in.
fn is_lower(score: AspectScore, than: AspectScore) -> bool {
    let order = match (score, than) {
        (AspectScore::Rank(a), AspectScore::Rank(b)) => a.cmp(&b),
        (AspectScore::Number(a), AspectScore::Number(b)) => a.cmp(&b),
        (AspectScore::Rank(_), AspectScore::Number(_))
        | (AspectScore::Number(_), AspectScore::Rank(_)) => Ordering::Equal,
    };
    order.is_lt()
}

/// What is missing up to `quarter`, of what was asked for: nothing may be, or an outcome with
/// consequences would rest on a part of the record. A figure that others publish later
/// (`terbit`) is not due yet, and no gap.
fn gaps<'f>(
    case: &Case<'_>,
    facts: impl Iterator<Item = &'f [QuarterFact]>,
    quarter: Quarter,
) -> Option<WhyOpen> {
    let (mut missing, mut commitments) = (BTreeSet::new(), 0);
    let mut awaited = None;
    for facts in facts {
        let known = facts.iter().filter(|f| f.quarter <= quarter);
        let mut is_silent = false;
        for fact in known {
            match fact.report {
                QuarterReport::Late { .. } | QuarterReport::Unavailable { .. } => {
                    is_silent = true;
                    missing.insert(fact.quarter);
                }
                QuarterReport::NotDue if fact.deadline == case.deadline(fact.quarter) => {
                    awaited = awaited.max(Some((fact.quarter, fact.deadline)));
                }
                QuarterReport::NoDeadline => awaited = awaited.max(Some((fact.quarter, None))),
                QuarterReport::Reported { .. }
                | QuarterReport::NotDue
                | QuarterReport::NotAsked => {}
            }
        }
        commitments += usize::from(is_silent);
    }
    let waiting = awaited.map(|(quarter, until)| WhyOpen::Awaiting { quarter, until });
    let missing: Vec<Quarter> = missing.into_iter().collect();
    if missing.is_empty() {
        return waiting;
    }
    Some(WhyOpen::Missing {
        quarters: missing,
        commitments,
    })
}
