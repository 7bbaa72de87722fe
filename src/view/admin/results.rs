//! The results of a quarter: one form for each contract, with each commitment by its name.

use super::fields::{completion, field, iso, number};
use crate::compute::{IndicatorScore, OfficeReport, QuarterReport};
use crate::model::{
    Actual, Contract, Date, Direction, Indicator, IndicatorId, Program, Quarter, Regime, Register,
    Report, Value as Reported,
};
use crate::parse::place::report_file;
use crate::parse::reader::Fields;
use crate::parse::record::{FieldInfo, Kind};
use crate::parse::report::{RawActual, RawReport};
use crate::url::Desk;
use crate::view::figures::Figures;
use crate::view::scene::Scene;
use serde_json::{Value, json};

/// The quarters of `contract` whose results are written now: the current one and the one before, where
/// a report is asked for, and the `late` ones.
pub(super) fn open(
    register: &Register,
    contract: &Contract,
    today: Date,
    late: &[Quarter],
) -> Vec<Quarter> {
    let reporting = register.regime_of(contract).reporting;
    let current = Quarter::of(today);
    let is_now = |quarter: &Quarter| {
        let before = quarter.end().succ_opt().map(Quarter::of);
        *quarter == current || before == Some(current)
    };
    let expected = contract
        .quarters()
        .filter(|quarter| contract.expects_report(*quarter, reporting));
    expected
        .filter(|quarter| is_now(quarter) || late.contains(quarter))
        .collect()
}

impl Scene<'_> {
    pub(super) fn open_quarters(&self, contract: &Contract) -> Vec<Quarter> {
        let reports = self.score_of(&contract.id).reports.iter();
        let late = reports.filter(|(_, report)| match report {
            OfficeReport::Late { .. } => true,
            OfficeReport::Reported { silent, .. } => *silent > 0,
            _ => false,
        });
        let late: Vec<Quarter> = late.map(|(quarter, _)| *quarter).collect();
        open(self.register, contract, self.score.today, &late)
    }
}

/// The form of all results of `quarter` at `desk`.
pub(super) fn collection(scene: &Scene<'_>, desk: &Desk, quarter: Quarter) -> Value {
    let name = scene.words.quarter(quarter);
    let contracts = scene.register.contracts.values();
    let at = contracts.filter(|contract| {
        scene.is_at(desk, contract) && scene.open_quarters(contract).contains(&quarter)
    });
    let files: Vec<Value> = at.map(|contract| file(scene, contract, quarter)).collect();
    json!({
        "name": format!("hasil-{}-{}", quarter.year, quarter.of_year.key()),
        "label": scene.words.say("admin_results", &[("quarter", (&name).into())]),
        "description": scene.words.text("admin_results_about"),
        "icon": "monitoring",
        "format": "yaml",
        "files": files,
    })
}

fn file(scene: &Scene<'_>, contract: &Contract, quarter: Quarter) -> Value {
    let register = scene.register;
    let post = scene.post_title(contract.capacity, &contract.post).text;
    let person = scene.person_name(&register.people[&contract.person]);
    let form = Form {
        scene,
        contract,
        regime: register.regime_of(contract),
        quarter,
        report: register.reports.get(&(contract.id.clone(), quarter)),
    };
    let fields = RawReport::RECORD.all_fields();
    json!({
        "name": contract.id.stem.to_string(),
        "label": format!("{post}: {person}"),
        "file": format!("content/{}", report_file(&contract.id, quarter)),
        "fields": fields.filter_map(|info| form.field(info)).collect::<Vec<_>>(),
    })
}

/// What the form of one file is made of.
struct Form<'s, 'a> {
    scene: &'s Scene<'a>,
    contract: &'s Contract,
    regime: &'s Regime,
    quarter: Quarter,
    /// As the register holds it.
    report: Option<&'s Report>,
}

impl Form<'_, '_> {
    /// Ids that a map has are those of the contract.
    fn field(&self, info: &FieldInfo) -> Option<Value> {
        let Kind::Map(key, _) = (info.kind)() else {
            return field(self.scene, info);
        };
        let fields: Vec<Value> = match *key {
            Kind::Id("indikator") => self.commitments(),
            Kind::Id("program") => {
                let programs = self.contract.programs.iter();
                programs.map(|program| self.absorbed(program)).collect()
            }
            _ => return None,
        };
        (!fields.is_empty()).then(|| {
            json!({
                "name": info.key,
                "label": super::fields::label(info.key),
                "hint": info.about.id,
                "widget": "object",
                "fields": fields,
            })
        })
    }

    fn commitments(&self) -> Vec<Value> {
        let scores = self.scene.score_of(&self.contract.id).indicators.iter();
        let asked = scores.filter(|score| self.is_asked(score));
        asked
            .map(|score| self.commitment(&score.commitment.indicator))
            .collect()
    }

    /// Whether the quarter wants a figure, or has one.
    fn is_asked(&self, score: &IndicatorScore) -> bool {
        let mut facts = score.quarters.iter();
        let fact = facts.find(|fact| fact.quarter == self.quarter);
        fact.is_some_and(|fact| fact.report != QuarterReport::NotAsked)
            || self.actual(score.id()).is_some()
    }

    fn actual(&self, id: &IndicatorId) -> Option<&Actual> {
        let actual = self.report?.actuals.get(id)?;
        Some(&actual.actual)
    }

    /// All that can be said of one commitment.
    fn commitment(&self, indicator: &Indicator) -> Value {
        let all = RawActual::RECORD.all_fields();
        let fields = all.filter_map(|info| match info.key {
            "nilai" => self.value(info, indicator),
            _ => field(self.scene, info),
        });
        json!({
            "name": indicator.id.to_string(),
            "label": self.scene.words.plain(&indicator.name),
            "hint": self.hint(indicator),
            "widget": "object",
            // What is told already is folded up.
            "collapsed": "auto",
            "summary": "{{nilai}}",
            "fields": fields.collect::<Vec<_>>(),
        })
    }

    /// The field of the figure itself. One that is done has none: it is so for good, and may be
    /// written in two forms, of which a field knows one.
    fn value(&self, info: &FieldInfo, indicator: &Indicator) -> Option<Value> {
        let words = &self.scene.words;
        let mut field = match &indicator.direction {
            Direction::Completion => match self.actual(&indicator.id) {
                Some(Actual::Reported(Reported::Completed(_))) => return None,
                _ => completion(&words.text("admin_completion")),
            },
            Direction::Rank(scale) => {
                let ranks = self.regime.rank_scales.get(scale)?.iter();
                let names: Vec<&str> = ranks.map(|rank| &*rank.name).collect();
                json!({ "widget": "select", "options": names })
            }
            Direction::Up | Direction::Down | Direction::DownRatio | Direction::Range(_) => {
                number()
            }
        };
        field["name"] = json!(info.key);
        field["label"] = json!(super::fields::label(info.key));
        field["hint"] = json!(self.hint(indicator));
        field["required"] = json!(false);
        Some(field)
    }

    /// "Target Triwulan III 2026: 6,5%.", and that something is done already.
    fn hint(&self, indicator: &Indicator) -> String {
        let words = &self.scene.words;
        let figures = Figures::new(self.scene, indicator, self.regime);
        let of_quarter = indicator.quarterly.get(&self.quarter.of_year);
        let period = match of_quarter {
            Some(_) => words.quarter(self.quarter),
            None => self.quarter.year.to_string(),
        };
        let target = figures.target(*of_quarter.unwrap_or(&indicator.target));
        let told = words.say(
            "admin_target",
            &[("period", (&period).into()), ("target", (&target).into())],
        );
        match self.actual(&indicator.id) {
            Some(Actual::Reported(Reported::Completed(day))) => {
                let done = words.say("admin_done", &[("date", (&iso(*day)).into())]);
                format!("{told} {done}")
            }
            _ if indicator.direction == Direction::Completion => {
                format!("{told} {}", words.text("admin_completion"))
            }
            _ => told,
        }
    }

    fn absorbed(&self, program: &Program) -> Value {
        let mut field = number();
        field["name"] = json!(program.id.to_string());
        field["label"] = json!(self.scene.words.plain(&program.name));
        field["required"] = json!(false);
        if let Some(budget) = program.budget {
            let budget = self.scene.words.formats().measure(budget, Some("rupiah"));
            let told = self
                .scene
                .words
                .say("admin_budget", &[("budget", (&budget).into())]);
            field["hint"] = json!(told);
        }
        field
    }
}
