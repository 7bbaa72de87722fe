//! Quarterly results: of a contract that is there, of indicators it holds, of the right kind.

use super::cascade;
use super::cumulative::looks_cumulative;
use super::document::documents;
use super::notes::{Notes, value};
use super::plausible;
use super::target;
use crate::model::{
    Accumulation, Actual, ById, Contract, ContractId, Date, FewMap, FurtherRemarks, Indicator,
    IndicatorId, ProgramId, Quantity, Quarter, QuarterOfYear, Regime, RegimeId, Remarks, Report,
    ReportedActual, Revision, RevisionGround, Value, Verification,
};
use crate::parse::reader::Sp;
use crate::parse::report::{RawActual, RawReport, RawValue};
use crate::parse::{Parsed, Raw};
use crate::problem::{Problem, code};
use crate::source::TextSpan;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Before every quarter of any contract.
const FIRST: Quarter = Quarter {
    year: i32::MIN,
    of_year: QuarterOfYear::Tw1,
};

/// By id.
type Indicators = BTreeMap<IndicatorId, Arc<Indicator>>;

type Reports = ById<(ContractId, Quarter), Report>;

pub fn reports(
    raw: &Raw,
    regimes: &ById<RegimeId, Regime>,
    contracts: &ById<ContractId, Contract>,
    problems: &mut Vec<Problem>,
) -> Reports {
    let held = contracts.iter().collect::<Vec<_>>().into_par_iter();
    let held = held.map(|(id, contract)| (id, all_indicators(contract)));
    let held: ById<_, _> = held.collect::<Vec<_>>().into_iter().collect();
    let reports = super::each(&raw.reports, problems, |(id, quarter), record, notes| {
        if !raw.contracts.contains_key(id) {
            return notes.unknown(code::NO_CONTRACT, TextSpan::START, id, raw.contracts.keys());
        }
        let contract = contracts.get(id)?;
        let desk = Desk {
            raw,
            contract,
            regime: regimes.get(&contract.regime)?,
            indicators: held.get(id)?,
        };
        desk.report(*quarter, record, notes)
    });
    // Each file has read the id of its contract anew, which stands in memory once like this.
    let by_contract = |report: Report| ((report.contract.clone(), report.quarter), report);
    let reports: Reports = reports.into_values().map(by_contract).collect();
    let (sums, slips) = rayon::join(
        || running_sums(raw, &held, &reports),
        || implausible(raw, contracts, &held, &reports),
    );
    problems.extend(sums.into_iter().chain(slips));
    reports
}

/// A figure may come later than its report, never before it.
fn figures_follow_their_report(record: &RawReport, notes: &mut Notes) {
    let start = &record.reported.value;
    let dates = record
        .actuals
        .0
        .iter()
        .filter_map(|(_, actual)| actual.value.reported.as_ref());
    for early in dates.filter(|date| date.value < *start) {
        let arguments: super::notes::Arguments = &[("start", start), ("end", &early.value)];
        notes.error(code::DATES_REVERSED, early.span, arguments);
    }
}

/// What is finished was finished when it was told, or when a revision told it.
fn completions_precede_their_report(record: &RawReport, notes: &mut Notes) {
    for (_, actual) in &record.actuals.0 {
        let Some(RawValue::Completed(done)) = actual.value.value.as_ref().map(|v| &v.value) else {
            continue;
        };
        let told = actual.value.reported.as_ref().unwrap_or(&record.reported);
        let revisions = actual.value.revisions.iter();
        let told = revisions
            .map(|revision| revision.value.date.value)
            .fold(told.value, Date::max);
        if done.on.value > told {
            let arguments: super::notes::Arguments =
                &[("date", &done.on.value), ("reported", &told)];
            notes.error(code::COMPLETED_AFTER_REPORT, done.on.span, arguments);
        }
    }
}

/// Every indicator that the contract ever held, by id.
fn all_indicators(contract: &Contract) -> Indicators {
    let commitments = contract.commitments_on(crate::model::Date::MAX);
    let indicators = commitments
        .into_iter()
        .map(|commitment| commitment.indicator);
    indicators
        .map(|indicator| (indicator.id.clone(), indicator))
        .collect()
}

/// What one report is checked against.
struct Desk<'r> {
    raw: &'r Raw,
    contract: &'r Contract,
    regime: &'r Regime,
    indicators: &'r Indicators,
}

impl Desk<'_> {
    fn report(&self, quarter: Quarter, record: &RawReport, notes: &mut Notes) -> Option<Report> {
        self.in_time(quarter, record, notes);
        figures_follow_their_report(record, notes);
        completions_precede_their_report(record, notes);
        let actuals = record.actuals.0.iter();
        let actuals = actuals.filter_map(|(id, actual)| self.actual(id, actual, notes));
        Some(Report {
            contract: self.contract.id.clone(),
            quarter,
            reported: record.reported.value,
            recorded: None,
            actuals: actuals.collect(),
            absorbed: self.absorbed(record, notes),
            silenced: record.silenced.to_model(),
        })
    }

    fn in_time(&self, quarter: Quarter, record: &RawReport, notes: &mut Notes) {
        target::counts(quarter, None, self.contract, TextSpan::START, notes);
        let (reported, signed) = (&record.reported, self.contract.signed);
        if reported.value < signed {
            let arguments: super::notes::Arguments =
                &[("date", &reported.value), ("signed", &signed)];
            notes.error(code::REPORTED_BEFORE, reported.span, arguments);
        }
    }

    /// What is said of an indicator, under the id that its contract holds already.
    fn actual(
        &self,
        id: &Sp<IndicatorId>,
        raw: &Sp<RawActual>,
        notes: &mut Notes,
    ) -> Option<(IndicatorId, ReportedActual)> {
        let indicator = self.indicator(id, notes)?;
        let raw = &raw.value;
        let actual = match (&raw.value, &raw.unavailable) {
            (Some(found), None) => {
                let value = target::value(found, &indicator.direction, self.regime, notes);
                value.map(Actual::Reported)
            }
            (None, Some(reason)) => Some(Actual::Unavailable {
                reason: Box::new(reason.value.clone()),
            }),
            (None, None) => {
                notes.refuse(code::ONE_OF_KEYS, id.span, &[("keys", &"nilai, belum_ada")])
            }
            (Some(_), Some(reason)) => notes.refuse(
                code::CONFLICTING_KEYS,
                reason.span,
                &[("keys", &"nilai, belum_ada")],
            ),
        };
        let evidence = documents(&raw.evidence, self.raw, notes);
        let revisions = self.revisions(raw, indicator, notes);
        let further = FurtherRemarks {
            obstacle: value(&raw.obstacle),
            follow_up: value(&raw.follow_up),
            response: value(&raw.response),
            evidence,
            verification: raw.verification.as_ref().map(|v| Verification {
                by: v.value.by.value.clone(),
                date: v.value.date.value,
            }),
            revisions,
            silenced: raw.silenced.to_model(),
        };
        let remarks = Remarks {
            note: value(&raw.note),
            further: further.into(),
        };
        let actual = ReportedActual::new(actual?, value(&raw.reported), remarks);
        Some((indicator.id.clone(), actual))
    }

    /// `None` without a word for an indicator that its contract has, but that could not be read.
    fn indicator(&self, id: &Sp<IndicatorId>, notes: &mut Notes) -> Option<&Indicator> {
        let found = self.indicators.get(&id.value).map(Arc::as_ref);
        let record = self.raw.contracts.get(&self.contract.id)?.record.as_ref()?;
        let known = || cascade::indicators_of(record).map(|(id, _)| &id.value);
        if found.is_none() && known().all(|known| *known != id.value) {
            return notes.unknown(code::NO_INDICATOR, id.span, &id.value, known());
        }
        found
    }

    fn revisions(
        &self,
        raw: &RawActual,
        indicator: &Indicator,
        notes: &mut Notes,
    ) -> Vec<Revision> {
        let revisions = raw.revisions.iter().map(|revision| &revision.value);
        revisions
            .filter_map(|revision| {
                Some(Revision {
                    date: revision.date.value,
                    before: target::value(
                        &revision.before,
                        &indicator.direction,
                        self.regime,
                        notes,
                    )?,
                    ground: RevisionGround::Declared(revision.reason.value.clone()),
                    recorded: None,
                })
            })
            .collect()
    }

    fn absorbed(&self, record: &RawReport, notes: &mut Notes) -> FewMap<ProgramId, Quantity> {
        let programs = self.contract.programs.iter().map(|p| (p.id.clone(), ()));
        let programs: BTreeMap<ProgramId, ()> = programs.collect();
        let entries = record.absorbed.0.iter();
        entries
            .filter_map(|(id, amount)| {
                let program = notes.known(code::NO_PROGRAM, id, &programs)?;
                Some((program, notes.money(amount)?))
            })
            .collect()
    }
}

/// Figures that hardly can be right.
fn implausible(
    raw: &Raw,
    contracts: &ById<ContractId, Contract>,
    held: &ById<&ContractId, Indicators>,
    reports: &Reports,
) -> Vec<Problem> {
    let mut found = Vec::new();
    // Reports are in the order of their contracts, and those of one by quarter.
    let all: Vec<(&(ContractId, Quarter), &Report)> = reports.iter().collect();
    let by_contract: Vec<&[_]> = all.chunk_by(|(a, _), (b, _)| a.0 == b.0).collect();
    super::in_parallel(&by_contract, &mut found, |reports, problems| {
        let [((id, _), _), ..] = reports else {
            return;
        };
        let files = raw.reports.range((id.clone(), FIRST)..);
        let files = files.take_while(|((of, _), _)| of == id);
        let files: BTreeMap<Quarter, &Parsed<RawReport>> = files
            .map(|((_, quarter), parsed)| (*quarter, &**parsed))
            .collect();
        let contract = &contracts[id];
        let told = reports.iter().filter_map(|((_, quarter), report)| {
            Some(plausible::Told {
                quarter: *quarter,
                report,
                parsed: files.get(quarter)?,
                in_force: contract.commitments_on(quarter.end()),
            })
        });
        let told: Vec<plausible::Told<'_>> = told.collect();
        let indicators = held.get(id).into_iter().flat_map(|held| held.values());
        for indicator in indicators {
            plausible::reported(contract, indicator, &told, problems);
        }
    });
    found
}

/// Amounts of `jumlah` that look like running sums, told at the last of them.
fn running_sums(
    raw: &Raw,
    held: &ById<&ContractId, Indicators>,
    reports: &Reports,
) -> Vec<Problem> {
    let mut found = Vec::new();
    let held: Vec<_> = held.iter().collect();
    super::in_parallel(&held, &mut found, |(id, indicators), problems| {
        let reports = reports_of(id, reports);
        for indicator in indicators.values() {
            if indicator.accumulation != Accumulation::Sum {
                continue;
            }
            let amounts = amounts_of(&indicator.id, &reports);
            let suspicious = looks_cumulative(indicator, &amounts);
            if let Some(last) = amounts.into_keys().next_back().filter(|_| suspicious) {
                let last = Quarter::new(id.year, last);
                let parsed = &raw.reports[&(ContractId::clone(id), last)];
                let mut notes = Notes::new(&parsed.file, problems);
                let place = parsed.record.as_ref().map(|r| place_of(&indicator.id, r));
                let place = place.unwrap_or(TextSpan::START);
                notes.warning(code::LOOKS_CUMULATIVE, place, &[("name", &indicator.id)]);
            }
        }
    });
    found
}

/// The reports of a contract for the quarters of its own year.
fn reports_of<'r>(contract: &ContractId, reports: &'r Reports) -> Vec<(QuarterOfYear, &'r Report)> {
    let found = QuarterOfYear::ALL.into_iter().filter_map(|quarter| {
        let key = (contract.clone(), Quarter::new(contract.year, quarter));
        Some((quarter, reports.get(&key)?))
    });
    found.collect()
}

fn amounts_of(
    indicator: &IndicatorId,
    reports: &[(QuarterOfYear, &Report)],
) -> BTreeMap<QuarterOfYear, Quantity> {
    let found = reports.iter().filter_map(|(quarter, report)| {
        match report.actuals.get(indicator)?.actual {
            Actual::Reported(Value::Amount(amount)) => Some((*quarter, amount)),
            _ => None,
        }
    });
    found.collect()
}

fn place_of(indicator: &IndicatorId, record: &RawReport) -> TextSpan {
    let mut actuals = record.actuals.0.iter();
    let found = actuals.find(|(id, _)| id.value == *indicator);
    found.map_or(TextSpan::START, |(id, _)| id.span)
}
