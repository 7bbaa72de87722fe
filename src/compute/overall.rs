//! The overall capaian of a contract: cap, weight, average, categorise, round; in this order.

use super::to_date::{Judged, State, ToDate};
use crate::model::{IndicatorId, Percent, Quantity, Ratio, Regime, Wording};
use std::sync::Arc;

/// The figure for a whole contract, with all that must be said in the same breath.
#[derive(Clone, Debug, PartialEq)]
pub struct Overall {
    /// Capped, weighted mean of what counts; `None` when nothing does.
    pub percent: Option<Percent>,
    /// The same without caps.
    pub uncapped: Option<Percent>,
    /// The mean if everything left out were 0.
    pub floor: Percent,
    /// How many commitments count, and of how many.
    pub counted: usize,
    pub total: usize,
    pub weighting: Weighting,
    pub left_out: Vec<LeftOut>,
    /// Name of the category; none while something due is missing.
    pub category: Option<Arc<Wording>>,
}

/// How commitments are weighted (`bobot`: all or none).
#[derive(Clone, Debug, PartialEq)]
pub enum Weighting {
    Equal,
    /// The weights of what counts, out of all.
    Weighted {
        counted: Quantity,
        total: Quantity,
    },
}

/// A commitment that the mean leaves out, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    pub indicator: IndicatorId,
    pub why: WhyLeftOut,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyLeftOut {
    Late,
    Unavailable,
    NotDue,
    NotComputable,
}

/// What [`overall`] needs of one commitment.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    pub indicator: &'a IndicatorId,
    pub weight: Option<Quantity>,
    pub judged: &'a Judged,
}

/// Averages `entries` under the rules of `regime`.
pub(super) fn overall(entries: &[Entry<'_>], regime: &Regime) -> Overall {
    let counted: Vec<(Ratio, &Percent)> = entries
        .iter()
        .filter_map(|e| Some((weight(e), percent(e).ok()?)))
        .collect();
    let left_out: Vec<LeftOut> = entries.iter().filter_map(left_out).collect();
    let total_weight: Ratio = entries.iter().map(weight).sum();
    let counted_weight: Ratio = counted.iter().map(|(weight, _)| weight.clone()).sum();
    let cap = regime.cap.as_ref();
    let is_capped = |p: &Percent| cap.is_some_and(|cap| cap < p);
    let sum = weighted_sum(&counted, cap);
    let mean = over(&sum, &counted_weight);
    let uncapped = if counted.iter().any(|(_, percent)| is_capped(percent)) {
        over(&weighted_sum(&counted, None), &counted_weight)
    } else {
        mean.clone()
    };
    let due_is_missing = left_out
        .iter()
        .any(|l| matches!(l.why, WhyLeftOut::Late | WhyLeftOut::Unavailable));
    let category = mean
        .as_ref()
        .filter(|_| !due_is_missing)
        .and_then(|percent| regime.category(percent))
        .map(|band| Arc::clone(&band.name));
    Overall {
        uncapped,
        floor: over(&sum, &total_weight).unwrap_or_else(Percent::zero),
        percent: mean,
        counted: counted.len(),
        total: entries.len(),
        weighting: weighting(entries),
        left_out,
        category,
    }
}

fn weight(entry: &Entry<'_>) -> Ratio {
    entry.weight.map_or(Ratio::ONE, Quantity::ratio)
}

/// The percentages, none above `cap`, each times its weight.
fn weighted_sum(counted: &[(Ratio, &Percent)], cap: Option<&Percent>) -> Ratio {
    let capped = |percent: &'_ Percent| percent.capped(cap);
    let weighted = counted.iter().map(|(w, p)| w * capped(p).number());
    weighted.sum()
}

/// `sum` over `weights`; `None` where these are 0.
fn over(sum: &Ratio, weights: &Ratio) -> Option<Percent> {
    (!weights.is_zero()).then(|| Percent::new((sum / weights).reduced()))
}

/// The percentage that counts, or why none does.
fn percent<'a>(entry: &Entry<'a>) -> Result<&'a Percent, WhyLeftOut> {
    match (entry.judged.state, &entry.judged.to_date) {
        (State::Late { .. }, _) => Err(WhyLeftOut::Late),
        (State::Unavailable, _) => Err(WhyLeftOut::Unavailable),
        (State::NotDue, _) | (_, None) => Err(WhyLeftOut::NotDue),
        (_, Some(ToDate { judgement, .. })) => judgement
            .achievement
            .percent()
            .ok_or(WhyLeftOut::NotComputable),
    }
}

fn left_out(entry: &Entry<'_>) -> Option<LeftOut> {
    let why = percent(entry).err()?;
    Some(LeftOut {
        indicator: entry.indicator.clone(),
        why,
    })
}

fn weighting(entries: &[Entry<'_>]) -> Weighting {
    let add = |sum: Quantity, e: &Entry<'_>| sum.checked_add(e.weight.unwrap_or(Quantity::ZERO));
    let sum = |keep: fn(&Entry<'_>) -> bool| {
        entries
            .iter()
            .filter(|e| keep(e))
            .try_fold(Quantity::ZERO, add)
    };
    if entries.iter().all(|e| e.weight.is_none()) {
        return Weighting::Equal;
    }
    match (sum(|e| percent(e).is_ok()), sum(|_| true)) {
        (Some(counted), Some(total)) => Weighting::Weighted { counted, total },
        _ => Weighting::Equal,
    }
}
