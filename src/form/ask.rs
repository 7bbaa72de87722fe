//! What the forms of a quarter ask, and what they have filled in already.

use super::column::Column;
use super::prefilled::{ACTUAL, Prefilled};
use super::words::FormWords;
use super::written::as_written;
use crate::compute::{IndicatorScore, QuarterReport, Scoreboard};
use crate::model::{
    Accumulation, Actual, Better, Contract, ContractId, Date, Direction, Indicator, IndicatorId,
    Markdown, OpdId, Program, ProgramId, Quantity, Quarter, Register, Report, ReportedActual,
    Target, Value,
};
use std::collections::BTreeMap;

/// The forms of one organisation, in one workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Workbook {
    /// `dinas-kesehatan-2026-tw4.xlsx`
    pub file: String,
    pub opd: String,
    pub quarter: Quarter,
    pub forms: Vec<Form>,
}

/// What is asked of one contract.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    pub contract: ContractId,
    /// With the capacity in which it is held.
    pub post: String,
    pub official: String,
    /// Until when a report is on time; `None` where the regime sets no day.
    pub deadline: Option<Date>,
    /// `dilaporkan`, where the quarter was reported already.
    pub reported: Option<Date>,
    pub commitments: Vec<Question>,
    pub programs: Vec<ProgramQuestion>,
}

impl Form {
    /// Whether a figure stands in the report already, so that it could be put right.
    pub fn has_figures(&self) -> bool {
        self.commitments.iter().any(|asked| asked.value.is_some())
    }
}

/// What is asked of one commitment.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub indicator: IndicatorId,
    pub name: String,
    pub unit: Option<String>,
    pub direction: String,
    pub target: String,
    pub year_target: String,
    /// The last value of an earlier quarter, with that quarter.
    pub last: String,
    pub kind: Kind,
    /// What was reported of this quarter already.
    pub value: Option<Answer>,
    /// All of it that was, as the mark of its row has it.
    pub(super) prefilled: Prefilled,
    /// `belum_ada`, `catatan`, `kendala`, `tindak_lanjut`, as reported already.
    pub texts: [Option<String>; 4],
}

impl Question {
    /// What its cells are filled in with.
    pub(super) fn prefilled(&self, said: Option<&Actual>) -> Prefilled {
        let actual = said.map(|said| as_written(said, &self.kind).answer());
        let prefilled = Prefilled::default().with(ACTUAL, actual.as_deref());
        let columns = Column::TEXTS.into_iter().zip(&self.texts[1..]);
        columns.fold(prefilled, |prefilled, (column, text)| {
            prefilled.with(column.key().unwrap_or_default(), text.as_deref())
        })
    }
}

/// What kind of value is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Number,
    /// A number of this quarter alone, which is added to the others.
    Sum,
    /// One of these ranks, the worst first.
    Rank(Vec<String>),
    Completion,
}

/// A reported value as a cell holds it.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Number(Quantity),
    Word(String),
    Day(Date),
}

/// What is asked of one programme.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgramQuestion {
    pub program: ProgramId,
    pub name: String,
    pub budget: String,
    pub last: String,
    pub absorbed: Option<Quantity>,
}

/// The forms of `quarter`, by organisation: every contract of which something is due in it.
pub fn forms(register: &Register, board: &Scoreboard, quarter: Quarter) -> Vec<Workbook> {
    let words = FormWords::default();
    let mut by_opd: BTreeMap<Option<&OpdId>, Vec<Form>> = BTreeMap::new();
    for contract in register.contracts.values() {
        let asked = Asked {
            register,
            board,
            contract,
            quarter,
            words: &words,
        };
        if let Some(form) = asked.form() {
            let opd = register.opd_of(&contract.post).map(|opd| &opd.id);
            by_opd.entry(opd).or_default().push(form);
        }
    }
    let workbooks = by_opd.into_iter().map(|(opd, forms)| Workbook {
        file: file_name(opd, quarter),
        opd: opd.map_or_else(
            || words.text("no_opd"),
            |id| register.opds[id].name.own().clone(),
        ),
        quarter,
        forms,
    });
    workbooks.collect()
}

/// How the workbook of an organisation is called.
pub fn file_name(opd: Option<&OpdId>, quarter: Quarter) -> String {
    match opd {
        Some(opd) => format!("{opd}-{quarter}.xlsx"),
        None => format!("tanpa-opd-{quarter}.xlsx"),
    }
}

/// One contract in the quarter that is asked about.
pub(super) struct Asked<'a> {
    pub register: &'a Register,
    pub board: &'a Scoreboard,
    pub contract: &'a Contract,
    pub quarter: Quarter,
    pub words: &'a FormWords,
}

impl<'a> Asked<'a> {
    fn form(&self) -> Option<Form> {
        if !self.contract.quarters().any(|own| own == self.quarter) {
            return None;
        }
        let score = self.board.contracts.get(&self.contract.id)?;
        let due = score.indicators.iter().filter(|score| self.is_due(score));
        let commitments: Vec<Question> = due.map(|score| self.question(score)).collect();
        if commitments.is_empty() {
            return None;
        }
        let post = self.register.posts[&self.contract.post].name.own();
        let person = &self.register.people[&self.contract.person];
        let programs = self.contract.programs.iter();
        let regime = self.register.regime_of(self.contract);
        Some(Form {
            contract: self.contract.id.clone(),
            post: self.words.in_capacity(self.contract.capacity, post),
            official: person.name.clone().unwrap_or_default(),
            deadline: regime.deadline.map(|span| span.after(self.quarter.end())),
            reported: self.report().map(|report| report.reported),
            commitments,
            programs: programs.map(|program| self.program(program)).collect(),
        })
    }

    pub fn is_due(&self, score: &IndicatorScore) -> bool {
        let facts = score.quarters.iter();
        let mut of_quarter = facts.filter(|fact| fact.quarter == self.quarter);
        let asked = of_quarter.any(|fact| fact.report != QuarterReport::NotAsked);
        asked || self.said(score.id()).is_some()
    }

    pub fn report(&self) -> Option<&'a Report> {
        let key = (self.contract.id.clone(), self.quarter);
        self.register.reports.get(&key)
    }

    fn said(&self, indicator: &IndicatorId) -> Option<&'a ReportedActual> {
        self.report()?.actuals.get(indicator)
    }

    pub fn question(&self, score: &IndicatorScore) -> Question {
        let indicator = &score.commitment.indicator;
        let said = self.said(&indicator.id);
        let (value, unavailable) = match said.map(|said| &said.actual) {
            Some(Actual::Reported(value)) => (Some(self.answer(indicator, *value)), None),
            Some(Actual::Unavailable { reason }) => (None, Some(&**reason)),
            None => (None, None),
        };
        let text = |text: Option<&Markdown>| text.map(|text| text.0.clone());
        let mut question = Question {
            indicator: indicator.id.clone(),
            name: indicator.name.own().clone(),
            unit: indicator.unit_name().map(str::to_owned),
            direction: self.direction(indicator),
            target: self.quarter_target(score),
            year_target: self.target(indicator, indicator.target),
            last: self.last(score),
            kind: self.kind(indicator),
            value,
            texts: [
                text(unavailable),
                text(said.and_then(|said| said.note.as_ref())),
                text(said.and_then(|said| said.obstacle.as_ref())),
                text(said.and_then(|said| said.follow_up.as_ref())),
            ],
            prefilled: Prefilled::default(),
        };
        question.prefilled = question.prefilled(said.map(|said| &said.actual));
        question
    }

    fn quarter_target(&self, score: &IndicatorScore) -> String {
        let indicator = &score.commitment.indicator;
        if indicator.direction == Direction::Completion {
            let due = self.words.date(score.due);
            return self.words.say("by", &[("date", &due)]);
        }
        let mut facts = score.quarters.iter();
        let target = facts.find(|fact| fact.quarter == self.quarter);
        let target = target.and_then(|fact| fact.target_of(indicator));
        target.map_or_else(
            || self.words.text("nothing_yet"),
            |target| self.target(indicator, target),
        )
    }

    fn last(&self, score: &IndicatorScore) -> String {
        let earlier = score
            .quarters
            .iter()
            .filter(|fact| fact.quarter < self.quarter);
        let last = earlier
            .filter_map(|fact| Some((fact.quarter, fact.report.value()?)))
            .next_back();
        let Some((quarter, value)) = last else {
            return self.words.text("nothing_yet");
        };
        let value = self.value(&score.commitment.indicator, value);
        let quarter = self.words.short_quarter(quarter);
        self.words
            .say("last", &[("value", &value), ("quarter", &quarter)])
    }

    fn kind(&self, indicator: &Indicator) -> Kind {
        match &indicator.direction {
            Direction::Rank(scale) => {
                let ranks = self
                    .register
                    .regime_of(self.contract)
                    .rank_scales
                    .get(scale);
                let ranks = ranks.into_iter().flatten();
                Kind::Rank(ranks.map(|rank| rank.name.clone()).collect())
            }
            Direction::Completion => Kind::Completion,
            _ if indicator.accumulation == Accumulation::Sum => Kind::Sum,
            _ => Kind::Number,
        }
    }

    fn answer(&self, indicator: &Indicator, value: Value) -> Answer {
        match value {
            Value::Amount(amount) => Answer::Number(amount),
            Value::Rank(_) => Answer::Word(self.value(indicator, value)),
            Value::Completed(day) => Answer::Day(day),
            Value::NotCompleted => Answer::Word(self.words.text("not_done")),
        }
    }

    fn direction(&self, indicator: &Indicator) -> String {
        let way = self.words.text(match indicator.direction {
            Direction::Up => "direction_up",
            Direction::Down | Direction::DownRatio => "direction_down",
            Direction::Range(Better::Inside) => "direction_range",
            Direction::Range(Better::Lower) => "direction_range_lower",
            Direction::Range(Better::Higher) => "direction_range_higher",
            Direction::Rank(_) => "direction_rank",
            Direction::Completion => "direction_completion",
        });
        match self.kind(indicator) {
            Kind::Sum => format!("{way}; {}", self.words.text("sum")),
            _ => way,
        }
    }

    fn measure(&self, indicator: &Indicator, amount: Quantity) -> String {
        self.words.formats.measure(amount, indicator.unit_name())
    }

    fn target(&self, indicator: &Indicator, target: Target) -> String {
        match target {
            Target::Amount(amount) => self.measure(indicator, amount),
            Target::Range { from, to } => {
                let from = self.words.formats.quantity(from);
                format!("{from}–{}", self.measure(indicator, to))
            }
            Target::Rank(position) => self.rank(indicator, position),
            Target::Completion => self.words.text("done"),
        }
    }

    /// A value as people read it.
    pub fn value(&self, indicator: &Indicator, value: Value) -> String {
        match value {
            Value::Amount(amount) => self.measure(indicator, amount),
            Value::Rank(position) => self.rank(indicator, position),
            Value::Completed(day) => {
                let day = self.words.date(day);
                self.words.say("done_on", &[("date", &day)])
            }
            Value::NotCompleted => self.words.text("not_done"),
        }
    }

    fn rank(&self, indicator: &Indicator, position: u32) -> String {
        let regime = self.register.regime_of(self.contract);
        let rank = match &indicator.direction {
            Direction::Rank(scale) => regime.rank(scale, position),
            _ => None,
        };
        rank.map_or_else(|| position.to_string(), |rank| rank.name.clone())
    }

    fn program(&self, program: &Program) -> ProgramQuestion {
        let rupiah = |amount| self.words.formats.measure(amount, Some("rupiah"));
        let nothing = || self.words.text("nothing_yet");
        let budget = self.contract.budget_on(program, self.board.today);
        let earlier = self.contract.quarters().filter(|own| *own < self.quarter);
        let absorbed = |quarter: Quarter| {
            let report = self
                .register
                .reports
                .get(&(self.contract.id.clone(), quarter))?;
            Some((quarter, *report.absorbed.get(&program.id)?))
        };
        let last = earlier.filter_map(absorbed).last();
        let last = last.map(|(quarter, amount)| {
            let (amount, quarter) = (rupiah(amount), self.words.short_quarter(quarter));
            self.words
                .say("last", &[("value", &amount), ("quarter", &quarter)])
        });
        ProgramQuestion {
            program: program.id.clone(),
            name: program.name.own().clone(),
            budget: budget.map_or_else(nothing, rupiah),
            last: last.unwrap_or_else(nothing),
            absorbed: self
                .report()
                .and_then(|report| report.absorbed.get(&program.id).copied()),
        }
    }
}
