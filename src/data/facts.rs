//! What rows are made of: the register with what was computed of it and what the record knows.

use super::machine;
use crate::compute::{
    Achievement, Aim, Calculation, ContractScore, Figure, Formula, IndicatorScore, Judgement,
    NotComputable, Outcome, QuarterFact, Quotient, Scoreboard,
};
use crate::model::{
    Contract, ContractId, Direction, Indicator, IndicatorId, Language, Quantity, Quarter, Recorded,
    Regime, Register, ReportedActual, ReportsOf, Target, Value,
};
use crate::record::Record;
use crate::url::{self, Address, Subject, Urls};

/// Everything that the tables speak of.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    pub register: &'a Register,
    pub score: &'a Scoreboard,
    pub record: &'a Record,
}

impl<'a> Facts<'a> {
    pub(super) fn contract(self, id: &ContractId) -> ContractItem<'a> {
        let (id, contract) = self
            .register
            .contracts
            .get_key_value(id)
            .expect("a selection names contracts of the register");
        ContractItem {
            facts: self,
            contract,
            score: &self.score.contracts[id],
            regime: self.register.regime_of(contract),
            reports: self.register.reports_of(id),
        }
    }

    /// The absolute address of a page in the first language of the site.
    pub(super) fn address(self, subject: Subject) -> String {
        let urls = Urls::new(&self.register.site.base_url);
        urls.absolute(&Address::new(Language::Indonesian, subject))
    }

    /// The commit in which something came to stand in the repository, in full.
    pub(super) fn commit(self, recorded: Option<&'a Recorded>) -> Option<&'a str> {
        Some(self.record.commit(recorded?)?.id.as_str())
    }
}

/// A contract with its figures.
#[derive(Clone, Copy)]
pub(super) struct ContractItem<'a> {
    pub facts: Facts<'a>,
    pub contract: &'a Contract,
    pub score: &'a ContractScore,
    pub regime: &'a Regime,
    pub reports: ReportsOf<'a>,
}

impl<'a> ContractItem<'a> {
    pub fn page(&self) -> String {
        let (person, year) = (self.contract.person.clone(), self.contract.id.year);
        self.facts.address(Subject::OfficialYear(person, year))
    }

    /// Commitments in force, then those that are shown and not counted.
    pub fn indicators(self) -> impl Iterator<Item = IndicatorItem<'a>> {
        let all = self.score.indicators.iter().chain(&self.score.withdrawn);
        all.map(move |score| IndicatorItem { of: self, score })
    }
}

/// A commitment with its figures.
#[derive(Clone, Copy)]
pub(super) struct IndicatorItem<'a> {
    pub of: ContractItem<'a>,
    pub score: &'a IndicatorScore,
}

impl<'a> IndicatorItem<'a> {
    pub fn id(&self) -> &'a IndicatorId {
        self.score.id()
    }

    pub fn indicator(&self) -> &'a Indicator {
        &self.score.commitment.indicator
    }

    pub fn page(&self) -> String {
        let anchor = url::indicator_anchor(&self.of.contract.id, self.id());
        format!("{}#{anchor}", self.of.page())
    }

    /// What is claimed to date.
    pub fn judgement(&self) -> Option<&'a Judgement> {
        self.score
            .to_date
            .as_ref()
            .map(|to_date| to_date.judgement.as_ref())
    }

    /// The name of a rank, worst being 1.
    fn rank(&self, position: u32) -> String {
        let name = match &self.indicator().direction {
            Direction::Rank(scale) => self.of.regime.rank(scale, position),
            _ => None,
        };
        name.map_or_else(|| position.to_string(), |rank| rank.name.clone())
    }

    /// `6.4`, `80..90`, the name of a rank, `selesai`.
    pub fn target(&self, target: Target) -> String {
        match target {
            Target::Rank(position) => self.rank(position),
            Target::Range { from, to } => {
                format!("{}..{}", from.normalized(), to.normalized())
            }
            Target::Amount(quantity) => quantity.normalized().to_string(),
            Target::Completion => machine::target(target),
        }
    }

    /// `6.4`, the name of a rank, the day of completion, `belum`.
    pub fn value(&self, value: Value) -> String {
        match value {
            Value::Rank(position) => self.rank(position),
            Value::Amount(quantity) => quantity.normalized().to_string(),
            Value::Completed(_) | Value::NotCompleted => machine::value(value),
        }
    }

    pub fn aim(&self, aim: &Aim) -> String {
        match aim {
            Aim::Rank(position) => self.rank(*position),
            Aim::Amount(figure) => exact(figure),
            Aim::Range(aimed) => format!("{}..{}", exact(&aimed.from), exact(&aimed.to)),
            Aim::DoneBy(_) => machine::aim(aim),
        }
    }

    pub fn outcome(&self, outcome: &Outcome) -> String {
        match outcome {
            Outcome::Rank(position) => self.rank(*position),
            Outcome::Amount(figure) => exact(figure),
            Outcome::Done(_) | Outcome::NotDone { .. } => machine::outcome(outcome),
        }
    }
}

/// A commitment in one quarter.
#[derive(Clone, Copy)]
pub(super) struct QuarterItem<'a> {
    pub of: IndicatorItem<'a>,
    pub fact: &'a QuarterFact,
    /// What the report says of it, if it was made by the day of the site.
    pub reported: Option<&'a ReportedActual>,
}

impl<'a> QuarterItem<'a> {
    pub fn new(of: IndicatorItem<'a>, fact: &'a QuarterFact) -> Self {
        let reported = reported(of, fact.quarter);
        Self { of, fact, reported }
    }

    /// The quarter's own target, if it has one.
    pub fn target(self) -> Option<Target> {
        self.fact.target_of(self.of.indicator())
    }
}

fn reported<'a>(of: IndicatorItem<'a>, quarter: Quarter) -> Option<&'a ReportedActual> {
    let report = of.of.reports.of(quarter)?;
    let today = of.of.facts.score.today;
    let (actual, _) = report.actual_by(of.id(), today)?;
    (report.reported <= today).then_some(actual)
}

/// A target or value as one number, for arithmetic: an amount, or a rank by its place.
pub(super) fn as_number_of_target(target: Target) -> Option<Quantity> {
    match target {
        Target::Amount(quantity) => Some(quantity),
        Target::Rank(position) => Some(position.into()),
        Target::Range { .. } | Target::Completion => None,
    }
}

/// As [`as_number_of_target`].
pub(super) fn as_number_of_value(value: Value) -> Option<Quantity> {
    match value {
        Value::Amount(quantity) => Some(quantity),
        Value::Rank(position) => Some(position.into()),
        Value::Completed(_) | Value::NotCompleted => None,
    }
}

/// The decimal, or the ratio where it has no end: `20.5`, `61/3`.
pub(super) fn exact(figure: &Figure) -> String {
    if figure.is_shown_exactly() {
        figure.shown().normalized().to_string()
    } else {
        figure.exact().to_string()
    }
}

/// `exact` as an operand: a ratio and a negative number in brackets.
fn operand(figure: &Figure) -> String {
    let text = exact(figure);
    let is_bare = !text.contains('/') && !figure.exact().is_negative();
    if is_bare { text } else { format!("({text})") }
}

/// The formula with the numbers that went in, as most programming languages read it:
/// `(2 - 6.4/6) * 100`. Below 0 counts as 0.
pub(super) fn formula(judgement: &Judgement) -> Option<String> {
    let (_, calculation) = judgement.calculation().ok()?;
    Some(match calculation {
        Calculation::Figures {
            quotient,
            actual,
            target,
        } => {
            let (r, t) = (operand(actual), operand(target));
            match quotient {
                Quotient::Ratio => format!("{r} / {t} * 100"),
                Quotient::Mirrored => format!("(2 - {r} / {t}) * 100"),
                Quotient::Inverse => format!("{t} / {r} * 100"),
            }
        }
        Calculation::Ranks { actual, target, .. } => format!("{actual} / {target} * 100"),
        Calculation::RankPercents { actual, target } => format!(
            "{} / {} * 100",
            operand(&Figure::from(actual)),
            operand(&Figure::from(target))
        ),
        Calculation::InsideRange | Calculation::DoneInTime => "100".to_owned(),
        Calculation::DoneLate { .. } => "0".to_owned(),
    })
}

/// Which formula: the words of `rumus_capaian`.
pub(super) fn formula_name(judgement: &Judgement) -> &'static str {
    match &judgement.achievement {
        Achievement::Computed { formula, .. } => match formula {
            Formula::Figures(Quotient::Ratio, _) => "R/T",
            Formula::Figures(Quotient::Mirrored, _) => "2-R/T",
            Formula::Figures(Quotient::Inverse, _) => "T/R",
            Formula::InsideRange => "dalam-rentang",
            Formula::Ranks { .. } => "peringkat",
            Formula::RankPercents(_) => "persen-peringkat",
            Formula::DoneInTime => "selesai-tepat-waktu",
            Formula::DoneLate { .. } => "tidak-selesai-tepat-waktu",
        },
        Achievement::NotComputable(why) => match why {
            NotComputable::TargetNotPositive => "tak-terhitung-target",
            NotComputable::ActualNotPositive => "tak-terhitung-realisasi",
            NotComputable::KindMismatch => "tak-terhitung-jenis",
        },
    }
}

/// The words of [`formula_name`].
pub(super) const FORMULA_NAMES: &[&str] = &[
    "R/T",
    "2-R/T",
    "T/R",
    "dalam-rentang",
    "peringkat",
    "persen-peringkat",
    "selesai-tepat-waktu",
    "tidak-selesai-tepat-waktu",
    "tak-terhitung-target",
    "tak-terhitung-realisasi",
    "tak-terhitung-jenis",
];
