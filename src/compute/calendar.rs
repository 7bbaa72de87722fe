//! Which quarters a contract answers for, when each is due, and what was said in it.

use crate::model::{
    Actual, Amendment, Contract, ContractId, Date, Indicator, IndicatorChange, Quarter,
    QuarterOfYear, Recorded, Regime, Register, Report, ReportsOf, Standing, Value,
};
use chrono::Datelike;

/// One contract on one day, with what is needed to judge it.
pub(super) struct Case<'a> {
    pub contract: &'a Contract,
    pub regime: &'a Regime,
    pub today: Date,
    reports: ReportsOf<'a>,
    /// The quarters the contract answers for.
    quarters: Vec<Quarter>,
}

/// What is known of one indicator in one quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuarterReport {
    /// A value stands in a report. `days_late` counts from the reporting deadline.
    Reported {
        value: Value,
        on: Date,
        days_late: i32,
    },
    /// Said not to be available yet, with a reason in the report.
    Unavailable { on: Date },
    /// Due, and nothing was said, for this many days.
    Late { days: i32 },
    /// To be reported, but its deadline has not passed.
    NotDue,
    /// The quarter is over, but the regime sets no deadline, so nothing is late.
    NoDeadline,
    /// No report is asked for: the quarter has no target of its own, or all is settled.
    NotAsked,
}

impl QuarterReport {
    pub fn value(self) -> Option<Value> {
        match self {
            Self::Reported { value, .. } => Some(value),
            _ => None,
        }
    }

    /// A quarter counts once its deadline has passed, or it was reported.
    pub fn is_due(self) -> bool {
        matches!(
            self,
            Self::Reported { .. } | Self::Unavailable { .. } | Self::Late { .. }
        )
    }
}

impl<'a> Case<'a> {
    pub fn new(register: &'a Register, id: &ContractId, today: Date) -> Self {
        let contract = &register.contracts[id];
        Self {
            contract,
            regime: register.regime_of(contract),
            today,
            reports: register.reports_of(&contract.id),
            quarters: contract.quarters().collect(),
        }
    }

    /// Whether this one is made of the same as another: then both are judged alike.
    pub fn is_as(&self, other: &Self) -> bool {
        let id = &self.contract.id;
        let mut quarters = QuarterOfYear::ALL
            .map(|q| Quarter::new(id.year, q))
            .into_iter();
        (self.today, self.contract, self.regime) == (other.today, other.contract, other.regime)
            && quarters.all(|quarter| self.report(quarter) == other.report(quarter))
    }

    /// The quarters the contract answers for.
    pub fn quarters(&self) -> impl Iterator<Item = Quarter> + '_ {
        self.quarters.iter().copied()
    }

    /// The day until which a report of `quarter` is on time; `None` without a rule for it.
    pub fn deadline(&self, quarter: Quarter) -> Option<Date> {
        self.regime.deadline.map(|span| span.after(quarter.end()))
    }

    /// Like [`Self::deadline`], but a figure that others publish later is due later (`terbit`).
    pub fn indicator_deadline(&self, indicator: &Indicator, quarter: Quarter) -> Option<Date> {
        let deadline = self.deadline(quarter)?;
        let published = indicator
            .published
            .filter(|_| quarter == self.final_quarter(indicator));
        Some(published.map_or(deadline, |day| day.max(deadline)))
    }

    /// The day on which the commitment must be kept.
    pub fn due_date(&self, indicator: &Indicator) -> Date {
        indicator.due.unwrap_or(self.contract.period.end)
    }

    /// The quarter whose result is the year's result: that of the due date, or the next one for
    /// which the regime asks for a report.
    pub fn final_quarter(&self, indicator: &Indicator) -> Quarter {
        let of_due = Quarter::of(self.due_date(indicator));
        self.quarters()
            .find(|q| *q >= of_due && self.expects_report(*q))
            .unwrap_or(of_due)
    }

    /// Whether a report of `indicator` is asked for in `quarter`: with no target of its own, or
    /// over before an amendment added the commitment, a quarter before the last one is not.
    fn asks(&self, indicator: &Indicator, quarter: Quarter) -> bool {
        quarter == self.final_quarter(indicator)
            || indicator.quarterly.contains_key(&quarter.of_year)
                && self.regime.reporting.expects(quarter.of_year)
                && quarter < self.final_quarter(indicator)
                && self
                    .added_on(indicator)
                    .is_none_or(|day| quarter.end() >= day)
    }

    /// The day on which an amendment added the commitment, if one did.
    fn added_on(&self, indicator: &Indicator) -> Option<Date> {
        let adds = |amendment: &&Amendment| {
            let change = amendment.indicators.get(&indicator.id);
            matches!(change, Some(IndicatorChange::Added(_)))
        };
        self.contract.amendments.iter().find(adds).map(|a| a.date)
    }

    /// The report of `quarter`, if it was made by today.
    pub fn report(&self, quarter: Quarter) -> Option<&'a Report> {
        let report = self.reports.of(quarter);
        report.filter(|report| report.reported <= self.today)
    }

    /// What is known of `indicator` in `quarter`.
    pub fn quarter_report(&self, indicator: &Indicator, quarter: Quarter) -> QuarterReport {
        let deadline = self.indicator_deadline(indicator, quarter);
        let said = self
            .report(quarter)
            .and_then(|report| report.actual_by(&indicator.id, self.today))
            .map(|(reported, on)| (&reported.actual, on));
        match said {
            Some((Actual::Reported(value), on)) => QuarterReport::Reported {
                value: *value,
                on,
                days_late: days_after(deadline, on),
            },
            Some((Actual::Unavailable { .. }, on)) => QuarterReport::Unavailable { on },
            None => self.silence(indicator, quarter, deadline),
        }
    }

    fn silence(
        &self,
        indicator: &Indicator,
        quarter: Quarter,
        deadline: Option<Date>,
    ) -> QuarterReport {
        let days = days_after(deadline, self.today);
        if !self.asks(indicator, quarter) || self.was_completed_before(indicator, quarter) {
            QuarterReport::NotAsked
        } else if days > 0 {
            QuarterReport::Late { days }
        } else if deadline.is_none() && quarter.end() < self.today {
            QuarterReport::NoDeadline
        } else {
            QuarterReport::NotDue
        }
    }

    fn was_completed_before(&self, indicator: &Indicator, quarter: Quarter) -> bool {
        self.quarters().take_while(|q| *q < quarter).any(|q| {
            let said = self
                .report(q)
                .and_then(|r| r.actual_by(&indicator.id, self.today));
            said.is_some_and(|(a, _)| matches!(a.actual, Actual::Reported(Value::Completed(_))))
        })
    }

    /// Where the repository held the report of `quarter` only after its deadline.
    pub fn report_recorded_late(&self, quarter: Quarter) -> Option<LateRecord> {
        let recorded = self.report(quarter)?.recorded.as_ref()?;
        self.late_record(recorded, self.deadline(quarter)?)
    }

    /// Where the repository held what is said of `indicator` in `quarter` only after its deadline.
    pub fn figure_recorded_late(
        &self,
        indicator: &Indicator,
        quarter: Quarter,
    ) -> Option<LateRecord> {
        let said = self.report(quarter)?.actual_by(&indicator.id, self.today)?;
        let recorded = said.0.recorded.as_ref()?;
        self.late_record(recorded, self.indicator_deadline(indicator, quarter)?)
    }

    fn late_record(&self, recorded: &Recorded, deadline: Date) -> Option<LateRecord> {
        let days = days_after(Some(deadline), recorded.on);
        (days > 0 && recorded.on <= self.today).then_some(LateRecord {
            on: recorded.on,
            days,
        })
    }

    /// Whether the office owes a report of `quarter` at all.
    pub fn expects_report(&self, quarter: Quarter) -> bool {
        self.regime.reporting.expects(quarter.of_year) || self.quarters.last() == Some(&quarter)
    }

    /// The latest quarter whose deadline has passed; before the first one, or where no deadline
    /// is set, the latest that was reported.
    pub fn headline(&self) -> Option<Quarter> {
        let passed = |q: &Quarter| {
            let deadline = self.deadline(*q);
            self.expects_report(*q) && deadline.is_some_and(|d| d < self.today)
        };
        self.quarters()
            .filter(passed)
            .last()
            .or_else(|| self.quarters().filter(|q| self.report(*q).is_some()).last())
    }

    /// Quarters that a page can speak of: with a passed deadline or a report.
    pub fn told_quarters(&self) -> Vec<Quarter> {
        let headline = self.headline();
        self.quarters()
            .filter(|q| self.expects_report(*q) || self.report(*q).is_some())
            .filter(|q| headline.is_some_and(|h| *q <= h) || self.report(*q).is_some())
            .collect()
    }

    /// What the office said in `quarter` as a whole. It owes a report only where a commitment
    /// is due: without quarterly targets nothing is, before the year's end.
    pub fn office_report(&self, quarter: Quarter) -> OfficeReport {
        let deadline = self.deadline(quarter);
        let late = self.late_days(quarter);
        let is_over = quarter.end() < self.today;
        match (self.report(quarter), late.iter().max()) {
            (Some(report), _) => OfficeReport::Reported {
                on: report.reported,
                days_late: days_after(deadline, report.reported),
                silent: late.len(),
            },
            (None, Some(days)) => OfficeReport::Late { days: *days },
            (None, None) if !self.expects_report(quarter) => OfficeReport::NotAsked,
            (None, None) if deadline.is_none() && is_over => OfficeReport::NoDeadline,
            (None, None) if deadline.is_some_and(|day| day < self.today) => OfficeReport::NotAsked,
            (None, None) => OfficeReport::NotDue { deadline },
        }
    }

    /// How late each commitment is that is due in `quarter` and was not reported, in days.
    fn late_days(&self, quarter: Quarter) -> Vec<i32> {
        self.contract
            .commitments_on(self.today)
            .iter()
            .filter(|c| c.standing == Standing::InForce)
            .filter_map(|c| match self.quarter_report(&c.indicator, quarter) {
                QuarterReport::Late { days } => Some(days),
                _ => None,
            })
            .collect()
    }
}

/// Recorded in the repository after the deadline: the lateness of the publication, beside that of
/// the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LateRecord {
    pub on: Date,
    /// After the deadline; at least 1.
    pub days: i32,
}

/// What the office said in one quarter, over all its commitments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeReport {
    Reported {
        on: Date,
        /// 0 when on time or when no deadline is set.
        days_late: i32,
        /// Commitments that are due and not in it.
        silent: usize,
    },
    Late {
        days: i32,
    },
    NotDue {
        /// None where the regime sets none.
        deadline: Option<Date>,
    },
    /// The quarter is over, but the regime sets no deadline.
    NoDeadline,
    NotAsked,
}

/// Days from `deadline` (itself still on time) to `day`; 0 before it or without one.
pub(super) fn days_after(deadline: Option<Date>, day: Date) -> i32 {
    let count = Date::num_days_from_ce;
    deadline.map_or(0, |deadline| (count(&day) - count(&deadline)).max(0))
}
