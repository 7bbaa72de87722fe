//! Shares of an indicator against what its owner promised and reported. They are warnings: both
//! can come to be by somebody else's rightful amendment or revision.

use super::cascade::indicators_of;
use super::notes::{Arguments, Notes};
use crate::model::{
    Accumulation, Actual, ById, Contract, ContractId, Indicator, IndicatorRef, Quantity, Quarter,
    QuarterOfYear, Ratio, Report, Standing, Target, Value,
};
use crate::parse::Raw;
use crate::problem::{Problem, code};
use crate::source::TextSpan;
use std::collections::BTreeMap;
use std::sync::Arc;

type Reports = ById<(ContractId, Quarter), Report>;

/// An indicator that others promised shares of.
struct Owner<'r> {
    contract: &'r Contract,
    indicator: Arc<Indicator>,
    shares: Vec<Share>,
}

struct Share {
    of: IndicatorRef,
    standing: Standing,
    promised: Option<Quantity>,
}

/// Warns where shares promise or report more than the owner does.
pub fn against_owners(
    raw: &Raw,
    contracts: &ById<ContractId, Contract>,
    reports: &Reports,
    problems: &mut Vec<Problem>,
) {
    for owner in owners(contracts) {
        promised(&owner, raw, problems);
        if owner.indicator.accumulation == Accumulation::Sum {
            for quarter in owner.contract.quarters() {
                reported(&owner, quarter, raw, reports, problems);
            }
        }
    }
}

fn owners(contracts: &ById<ContractId, Contract>) -> Vec<Owner<'_>> {
    let mut shares: BTreeMap<IndicatorRef, Vec<Share>> = BTreeMap::new();
    for contract in contracts.values() {
        for commitment in contract.commitments_on(crate::model::Date::MAX) {
            let Some(contribution) = &commitment.indicator.contribution else {
                continue;
            };
            shares
                .entry(contribution.owner.clone())
                .or_default()
                .push(Share {
                    of: IndicatorRef {
                        contract: contract.id.clone(),
                        indicator: commitment.indicator.id.clone(),
                    },
                    standing: commitment.standing,
                    promised: amount(&commitment.indicator),
                });
        }
    }
    let owners = shares.into_iter().filter_map(|(of, shares)| {
        let contract = contracts.get(&of.contract)?;
        let commitments = contract.commitments_on(crate::model::Date::MAX);
        let mut indicators = commitments.into_iter().map(|c| c.indicator);
        Some(Owner {
            contract,
            indicator: indicators.find(|indicator| indicator.id == of.indicator)?,
            shares,
        })
    });
    owners.collect()
}

fn amount(indicator: &Indicator) -> Option<Quantity> {
    match indicator.target {
        Target::Amount(amount) => Some(amount),
        _ => None,
    }
}

fn promised(owner: &Owner<'_>, raw: &Raw, problems: &mut Vec<Problem>) {
    let in_force = owner.shares.iter();
    let in_force = in_force.filter(|share| share.standing == Standing::InForce);
    let sum = sum(in_force.filter_map(|share| share.promised));
    let Some(target) = amount(&owner.indicator).filter(|target| sum > target.ratio()) else {
        return;
    };
    let parsed = &raw.contracts[&owner.contract.id];
    let record = parsed.record.as_ref();
    let id = &owner.indicator.id;
    let place = record.and_then(|r| indicators_of(r).find(|(known, _)| known.value == *id));
    let place = place.map_or(TextSpan::START, |(id, _)| id.span);
    let arguments: Arguments = &[("name", id), ("sum", &shown(&sum)), ("target", &target)];
    let mut notes = Notes::new(&parsed.file, problems);
    notes.warning(code::SHARES_EXCEED_TARGET, place, arguments);
}

/// Told where the owner's figure stands: before the owner reports there is nothing to compare.
fn reported(
    owner: &Owner<'_>,
    quarter: Quarter,
    raw: &Raw,
    reports: &Reports,
    problems: &mut Vec<Problem>,
) {
    let of = IndicatorRef {
        contract: owner.contract.id.clone(),
        indicator: owner.indicator.id.clone(),
    };
    let Some(whole) = amount_reported(&of, quarter.of_year, reports) else {
        return;
    };
    let shares = owner.shares.iter();
    let shares = shares.filter_map(|s| amount_reported(&s.of, quarter.of_year, reports));
    let sum = sum(shares);
    if sum <= whole.ratio() {
        return;
    }
    let parsed = &raw.reports[&(of.contract.clone(), quarter)];
    let record = parsed.record.as_ref();
    let mut actuals = record.iter().flat_map(|record| &record.actuals.0);
    let place = actuals.find(|(id, _)| id.value == of.indicator);
    let place = place.map_or(TextSpan::START, |(id, _)| id.span);
    let arguments: Arguments = &[
        ("name", &of.indicator),
        ("sum", &shown(&sum)),
        ("text", &whole),
    ];
    let mut notes = Notes::new(&parsed.file, problems);
    notes.warning(code::SHARES_EXCEED_REPORT, place, arguments);
}

/// What the contract reported of its indicator in that quarter of its own year.
fn amount_reported(
    of: &IndicatorRef,
    quarter: QuarterOfYear,
    reports: &Reports,
) -> Option<Quantity> {
    let quarter = Quarter::new(of.contract.year, quarter);
    let report = reports.get(&(of.contract.clone(), quarter))?;
    match report.actuals.get(&of.indicator)?.actual {
        Actual::Reported(Value::Amount(amount)) => Some(amount),
        _ => None,
    }
}

fn sum(amounts: impl Iterator<Item = Quantity>) -> Ratio {
    amounts.map(Quantity::ratio).sum()
}

/// Sums of decimals have finitely many decimals; the cap keeps a hostile one readable.
fn shown(sum: &Ratio) -> String {
    const MOST: u32 = 9;
    let exact = (0..MOST)
        .filter_map(|decimals| Quantity::nearest(sum, decimals))
        .find(|shown| shown.ratio() == *sum);
    let shown = exact.or_else(|| Quantity::nearest(sum, MOST));
    shown.map_or_else(|| sum.to_string(), |shown| shown.to_string())
}
