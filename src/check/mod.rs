//! From `Raw*` types to the [`Register`]: every reference followed, every rule of the format
//! that compares one value with another.
//!
//! It finds every problem it can at once and gives a register only when none is an error. It
//! never reads text (that is `parse`'s), never computes capaian and never asks the clock.

mod address;
mod amendment;
mod cascade;
mod contract;
mod cumulative;
mod cycle;
mod document;
mod evaluation;
mod indicator;
mod media;
mod notes;
mod organisation;
mod places;
mod plausible;
mod privacy;
mod regime;
mod report;
mod share;
mod silence;
mod site;
mod smart;
mod target;
mod tenure;
mod wording;

#[cfg(test)]
mod tests;

use crate::model::{
    ById, ContractId, Date, Direction, Indicator, IndicatorId, Quarter, Regime, Register,
    SigningKey, Snapshot, Value,
};
use crate::parse::contract::RawTerms;
use crate::parse::place::report_file;
use crate::parse::reader::Sp;
use crate::parse::report::RawValue;
use crate::parse::{Parsed, Raw};
use crate::problem::{self, Problem, Severity, code};
use crate::source::TextSpan;
pub use cascade::indicators_of;
use media::file_exists;
use notes::Notes;
use rayon::prelude::*;
use silence::SetAside;
pub use site::example_address;
use std::collections::BTreeMap;
use std::hash::Hash;
use std::sync::Arc;

/// A register and what its makers should still look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    pub register: Register,
    pub warnings: Vec<Problem>,
    /// Days that lie in the past, unless they are slips: those of all files but reports.
    past_dates: Vec<Dated>,
    /// The same of reports, whose files are not named by their paths: a large site has very many.
    report_dates: Vec<(ContractId, Quarter, Sp<Date>)>,
    set_aside: SetAside,
    decisions: BTreeMap<(ContractId, usize), Place>,
    recorded_since: Option<Dated>,
    security_expires: Option<Dated>,
}

/// Where something stands in the sources.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub file: Arc<str>,
    pub span: TextSpan,
}

/// Where a file names a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Dated {
    pub file: String,
    pub span: TextSpan,
    pub date: Date,
}

/// Checks everything that was read. The problems of reading are among those it returns.
pub fn check(raw: &Raw) -> Result<Checked, Vec<Problem>> {
    let ((register, mut problems), (of_files, set_aside, report_dates)) = rayon::join(
        || {
            let mut problems = Vec::new();
            (register(raw, &mut problems), problems)
        },
        || {
            let mut problems: Vec<Problem> = raw.problems().cloned().collect();
            media::collisions(raw, &mut problems);
            privacy::problems(raw, &mut problems);
            (problems, SetAside::of(raw), report_dates(raw))
        },
    );
    problems.extend(of_files);
    privacy::mask_arguments(&mut problems);
    set_aside.apply(&mut problems);
    problem::sort(&mut problems);
    let failed = problems.iter().any(|p| p.severity == Severity::Error);
    match register {
        Some(register) if !failed => Ok(Checked {
            register,
            warnings: problems,
            past_dates: past_dates(raw),
            report_dates,
            set_aside,
            decisions: decisions(raw),
            recorded_since: recorded_since(raw),
            security_expires: security_expires(raw),
        }),
        _ => Err(problems),
    }
}

/// What is dated after `today`: a slip, or a promise about the future. It is not seen before
/// that day.
pub fn against_date(checked: &Checked, today: Date) -> Vec<Problem> {
    let of_reports = checked.report_dates.iter();
    let of_reports = of_reports.filter(|(.., date)| date.value > today);
    let of_reports = of_reports.map(|(id, quarter, date)| dated(&report_file(id, *quarter), date));
    let others = checked.past_dates.iter().filter(|dated| dated.date > today);
    let future = of_reports.chain(others.cloned());
    let problems = future.map(|dated| {
        Problem::warning(code::DATED_IN_FUTURE, &dated.file, dated.span)
            .with("date", dated.date.to_string())
    });
    let mut problems = checked.set_aside.without(problems.collect());
    problem::sort(&mut problems);
    problems
}

impl Checked {
    /// Every warning as of `today`, in the order in which they are told.
    pub fn warnings_on(&self, today: Date) -> Vec<Problem> {
        let mut warnings = self.warnings.clone();
        warnings.extend(against_date(self, today));
        problem::sort(&mut warnings);
        warnings
    }

    /// Warnings that were found later, without those that `abaikan` sets aside.
    pub fn without_set_aside(&self, warnings: Vec<Problem>) -> Vec<Problem> {
        self.set_aside.without(warnings)
    }

    /// Where `situs.yml` says since when changes are recorded.
    pub fn recorded_since(&self) -> Option<&Dated> {
        self.recorded_since.as_ref()
    }

    /// Until when `security.txt` holds, and where `situs.yml` says so.
    pub fn security_expires(&self) -> Option<&Dated> {
        self.security_expires.as_ref()
    }

    /// Where the decision of the evaluation at `place` in the file of `contract` stands; whether
    /// it departs from the figures can be told only where those are computed.
    pub fn decision_place(&self, contract: &ContractId, place: usize) -> Option<&Place> {
        self.decisions.get(&(contract.clone(), place))
    }
}

fn register(raw: &Raw, problems: &mut Vec<Problem>) -> Option<Register> {
    let site = site::site(raw, problems);
    let regimes = regime::regimes(raw, problems);
    let opds = organisation::opds(raw, problems);
    let posts = organisation::posts(raw, problems);
    let people = organisation::people(raw, problems);
    tenure::one_holder_each(raw, problems);
    let contracts = contract::contracts(raw, &regimes, &people, problems);
    let reports = report::reports(raw, &regimes, &contracts, problems);
    share::against_owners(raw, &contracts, &reports, problems);
    let evaluations = evaluation::evaluations(raw, &regimes, &contracts, problems);
    let pages = site::pages(raw, site.as_ref(), problems);
    media::linked(raw, problems);
    Some(Register {
        site: site?,
        regimes,
        opds,
        posts,
        people,
        contracts,
        reports,
        evaluations,
        pages,
        archives: archives(raw),
        media: raw.media.clone(),
    })
}

/// The public keys that the site names; of one that is none it is told when it is checked.
pub fn signing_keys(raw: &Raw) -> Vec<SigningKey> {
    let mut problems = Vec::new();
    let record = raw.site.as_ref().and_then(|parsed| parsed.record.as_ref());
    let keys = record.map(|site| site::signing_keys(site, &mut Notes::new("", &mut problems)));
    keys.unwrap_or_default()
}

/// An indicator of an older version, judged as one of today's is; `None` where it could not stand
/// today. Its problems are nobody's any more.
pub fn indicator_of(
    id: &Sp<IndicatorId>,
    terms: &RawTerms,
    regime: &Regime,
    raw: &Raw,
) -> Option<Indicator> {
    let mut problems = Vec::new();
    indicator::indicator(id, terms, regime, raw, &mut Notes::new("", &mut problems))
}

/// A value of an older version; as [`indicator_of`].
pub fn value_of(value: &RawValue, direction: &Direction, regime: &Regime) -> Option<Value> {
    let mut problems = Vec::new();
    let value = Sp {
        value: value.clone(),
        span: TextSpan::START,
    };
    target::value(
        &value,
        direction,
        regime,
        &mut Notes::new("", &mut problems),
    )
}

/// Frozen quarters stand as they are: what they say is held against nothing.
fn archives(raw: &Raw) -> BTreeMap<Quarter, Snapshot> {
    let read = raw.archives.iter();
    read.filter_map(|(quarter, parsed)| Some((*quarter, parsed.record.clone()?)))
        .collect()
}

fn past_dates(raw: &Raw) -> Vec<Dated> {
    let mut dates = Vec::new();
    if let Some(parsed) = &raw.site {
        let entries = parsed.record.iter().flat_map(|site| &site.old_addresses);
        let withdrawn = entries.filter_map(|entry| entry.value.date.as_ref());
        dates.extend(withdrawn.map(|date| dated(&parsed.file, date)));
    }
    for parsed in raw.evaluations.values() {
        let entries = parsed.record.iter().flatten();
        dates.extend(entries.map(|entry| dated(&parsed.file, &entry.value.date)));
    }
    dates
}

fn report_dates(raw: &Raw) -> Vec<(ContractId, Quarter, Sp<Date>)> {
    let mut dates = Vec::with_capacity(raw.reports.len());
    for ((id, quarter), parsed) in &raw.reports {
        let Some(record) = &parsed.record else {
            continue;
        };
        let actuals = record.actuals.0.iter().map(|(_, actual)| &actual.value);
        let own = actuals.filter_map(|actual| actual.reported.as_ref());
        let all = own.chain([&record.reported]);
        dates.extend(all.map(|date| (id.clone(), *quarter, date.clone())));
    }
    dates
}

fn recorded_since(raw: &Raw) -> Option<Dated> {
    let parsed = raw.site.as_ref()?;
    let since = parsed.record.as_ref()?.recorded_since.as_ref()?;
    Some(dated(&parsed.file, since))
}

fn security_expires(raw: &Raw) -> Option<Dated> {
    let parsed = raw.site.as_ref()?;
    let security = parsed.record.as_ref()?.security.as_ref()?;
    Some(dated(&parsed.file, &security.value.expires))
}

fn decisions(raw: &Raw) -> BTreeMap<(ContractId, usize), Place> {
    let files = raw.evaluations.iter();
    let entries = files.flat_map(|(id, parsed)| {
        let entries = parsed.record.iter().flatten().enumerate();
        entries.filter_map(move |(place, entry)| {
            let span = entry.value.decision.as_ref()?.span;
            let file = parsed.file.clone();
            Some(((id.clone(), place), Place { file, span }))
        })
    });
    entries.collect()
}

fn dated(file: &str, date: &Sp<Date>) -> Dated {
    Dated {
        file: file.into(),
        span: date.span,
        date: date.value,
    }
}

/// Checks each file that could be read, in parallel; problems come in the order of the files.
fn each<K, T, M>(
    files: &BTreeMap<K, Box<Parsed<T>>>,
    problems: &mut Vec<Problem>,
    check: impl Fn(&K, &T, &mut Notes) -> Option<M> + Sync,
) -> ById<K, M>
where
    K: Hash + Ord + Clone + Send + Sync,
    T: Sync,
    M: Send,
{
    let read: Vec<(&K, &str, &T)> = files
        .iter()
        .filter_map(|(id, parsed)| Some((id, &*parsed.file, parsed.record.as_ref()?)))
        .collect();
    let checked = in_parallel(&read, problems, |(id, file, record), problems| {
        let checked = check(id, record, &mut Notes::new(file, problems))?;
        Some(((*id).clone(), checked))
    });
    ById::with_room(checked.len(), checked.into_iter().flatten())
}

/// How many items one thread checks before another may take the next: few enough that none waits long for the last.
const AT_ONCE: usize = 64;

/// What `check` makes of each item; problems come in the order of the items.
fn in_parallel<T: Sync, M: Send>(
    items: &[T],
    problems: &mut Vec<Problem>,
    check: impl Fn(&T, &mut Vec<Problem>) -> M + Sync,
) -> Vec<M> {
    let told = items.par_iter().with_max_len(AT_ONCE).map(|item| {
        let mut problems = Vec::new();
        (check(item, &mut problems), problems)
    });
    let told = told.collect::<Vec<_>>().into_iter();
    told.map(|(checked, own)| {
        problems.extend(own);
        checked
    })
    .collect()
}
