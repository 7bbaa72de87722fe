//! How an indicator's owner shares it out: who promised how much, what each delivered, and what
//! is left to the owner.

use crate::compute::{Figure, IndicatorScore, Scoreboard};
use crate::model::{Accumulation, IndicatorRef, Quantity, Quarter, Target, Value};

/// An indicator with the shares that other contracts promised of it. The owner's figures
/// include theirs.
#[derive(Clone, Debug, PartialEq)]
pub struct Apportionment {
    pub shares: Vec<Share>,
    /// The owner's target for the year.
    pub target: Quantity,
    pub own: OwnPart,
}

/// What one contract promised of it, and what it delivered.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    pub of: IndicatorRef,
    /// In force today.
    pub promised: Quantity,
    /// By accumulation: the sum, the last level or the mean of what was reported.
    pub delivered: Option<Figure>,
    /// The quarters reported, oldest first.
    pub quarters: Vec<Quarter>,
}

/// The owner's target without the shares.
#[derive(Clone, Debug, PartialEq)]
pub enum OwnPart {
    Rest {
        promised: Quantity,
        delivery: OwnDelivery,
    },
    /// More is shared out than is promised, by this much.
    Exceeded { by: Quantity },
}

/// What the owner delivered without the shares.
#[derive(Clone, Debug, PartialEq)]
pub enum OwnDelivery {
    Rest(Quantity),
    /// The shares report more than the owner does, by this much.
    Exceeded {
        by: Quantity,
    },
    /// Not a sum, or somebody reported other quarters than the owner.
    NotComparable,
}

/// How `owner`, an indicator of the contract it names, is shared out; `None` where it is not.
pub fn apportionment(score: &Scoreboard, owner: &IndicatorRef) -> Option<Apportionment> {
    let owner_score = score.indicator(owner)?;
    let target = amount(owner_score)?;
    let of = score.cascade.shares_of(owner).iter();
    let shares: Vec<Share> = of.filter_map(|of| share(score, of)).collect();
    if shares.is_empty() {
        return None;
    }
    let promised: Vec<Quantity> = shares.iter().map(|share| share.promised).collect();
    let own = match less(target, &promised)? {
        by if by.is_negative() => OwnPart::Exceeded { by: by.absolute() },
        promised => OwnPart::Rest {
            promised,
            delivery: own_delivery(owner_score, &shares),
        },
    };
    Some(Apportionment {
        shares,
        target,
        own,
    })
}

fn amount(score: &IndicatorScore) -> Option<Quantity> {
    match score.commitment.indicator.target {
        Target::Amount(amount) => Some(amount),
        _ => None,
    }
}

fn share(score: &Scoreboard, of: &IndicatorRef) -> Option<Share> {
    let indicator = score.indicator(of)?;
    let reported = reported(indicator);
    let amounts: Vec<Quantity> = reported.iter().map(|(_, amount)| *amount).collect();
    let delivered = match indicator.commitment.indicator.accumulation {
        _ if amounts.is_empty() => None,
        Accumulation::Sum => Figure::sum(&amounts),
        Accumulation::Last => amounts.last().copied().map(Figure::from),
        Accumulation::Mean => Figure::mean(&amounts),
    };
    Some(Share {
        of: of.clone(),
        promised: amount(indicator)?,
        delivered,
        quarters: reported.into_iter().map(|(quarter, _)| quarter).collect(),
    })
}

fn reported(score: &IndicatorScore) -> Vec<(Quarter, Quantity)> {
    let facts = score.quarters.iter();
    let amounts = facts.filter_map(|fact| match fact.report.value()? {
        Value::Amount(amount) => Some((fact.quarter, amount)),
        _ => None,
    });
    amounts.collect()
}

fn own_delivery(owner: &IndicatorScore, shares: &[Share]) -> OwnDelivery {
    let whole = reported(owner);
    let is_comparable = owner.commitment.indicator.accumulation == Accumulation::Sum
        && !whole.is_empty()
        && shares
            .iter()
            .all(|share| share.quarters.iter().eq(whole.iter().map(|(q, _)| q)));
    let amounts: Vec<Quantity> = whole.iter().map(|(_, amount)| *amount).collect();
    let delivered = shares.iter().filter_map(|share| share.delivered.as_ref());
    let delivered: Vec<Quantity> = delivered.map(|figure| figure.shown()).collect();
    let rest = Figure::sum(&amounts).and_then(|sum| less(sum.shown(), &delivered));
    match rest.filter(|_| is_comparable) {
        None => OwnDelivery::NotComparable,
        Some(by) if by.is_negative() => OwnDelivery::Exceeded { by: by.absolute() },
        Some(rest) => OwnDelivery::Rest(rest),
    }
}

/// `None` when it takes more digits than a quantity has.
fn less(whole: Quantity, parts: &[Quantity]) -> Option<Quantity> {
    parts
        .iter()
        .try_fold(whole, |rest, part| rest.checked_sub(*part))
}
