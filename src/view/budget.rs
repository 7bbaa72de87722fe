//! Programmes of a contract: what was absorbed quarter by quarter, beside what the commitments
//! they serve achieved.

use super::html::Html;
use super::said::Said;
use super::scene::{Link, Scene};
use crate::compute::{Absorption, BudgetTotal, Figure, Overall, ProgramScore, latest_absorption};
use crate::format::Arg;
use crate::model::{
    Contract, FewMap, IndicatorId, IndicatorRef, Percent, Program, Quantity, Quarter,
};
use crate::url;
use serde::Serialize;

/// The programmes of a contract.
#[derive(Clone, Debug, Serialize)]
pub struct BudgetView {
    /// The quarters of the contract: the columns of the table.
    pub quarters: Vec<String>,
    pub programs: Vec<ProgramView>,
    pub total: Option<BudgetRow>,
}

/// A programme: its money, and what it is for.
#[derive(Clone, Debug, Serialize)]
pub struct ProgramView {
    pub row: BudgetRow,
    pub source: Option<Said>,
    /// "terserap 62,4% sampai TW III"
    pub absorbed: Html,
    /// "capaian indikator pendukung 87,3%"; none where it names no indicator.
    pub served: Option<Html>,
    /// The commitments it serves, where they stand.
    pub indicators: Vec<Link>,
}

/// A line of the table.
#[derive(Clone, Debug, Serialize)]
pub struct BudgetRow {
    pub name: Said,
    pub budget: String,
    /// The signed budget, where an amendment changed it.
    pub original: Option<String>,
    pub cells: Vec<AbsorptionCell>,
}

/// One quarter: how much since January, or why nothing is said.
#[derive(Clone, Debug, Serialize)]
pub struct AbsorptionCell {
    /// The share, or words in the place of figures.
    pub text: String,
    pub amount: Option<String>,
}

impl BudgetView {
    /// `None` where the contract has no programme.
    pub(super) fn new(scene: &Scene<'_>, contract: &Contract) -> Option<Self> {
        let budget = &scene.score_of(&contract.id).budget;
        let view = BudgetScene { scene, contract };
        let programs = contract.programs.iter().zip(&budget.programs);
        (!budget.programs.is_empty()).then(|| Self {
            quarters: contract
                .quarters()
                .map(|q| scene.words.quarter_short(q))
                .collect(),
            programs: programs.map(|(p, score)| view.program(p, score)).collect(),
            total: budget.total.as_ref().map(|total| view.total(total)),
        })
    }
}

struct BudgetScene<'s, 'a> {
    scene: &'s Scene<'a>,
    contract: &'s Contract,
}

impl BudgetScene<'_, '_> {
    fn program(&self, program: &Program, score: &ProgramScore) -> ProgramView {
        let original = program
            .budget
            .filter(|signed| Some(*signed) != score.budget);
        let indicators = program.indicators.iter();
        ProgramView {
            row: BudgetRow {
                name: self.scene.words.said(&program.name),
                budget: self.rupiah(score.budget),
                original: original.map(|signed| self.rupiah(Some(signed))),
                cells: self.cells(&score.quarters),
            },
            source: program
                .source
                .clone()
                .map(|source| self.scene.words.untranslated(source)),
            absorbed: self.absorbed(&score.quarters),
            served: score.served.as_ref().map(|overall| self.served(overall)),
            indicators: indicators.filter_map(|id| self.indicator(id)).collect(),
        }
    }

    fn total(&self, total: &BudgetTotal) -> BudgetRow {
        let shown = |figure: Option<&Figure>| self.rupiah(figure.map(|figure| figure.shown()));
        let original = total.signed.as_ref();
        let original = original.filter(|signed| Some(*signed) != total.budget.as_ref());
        BudgetRow {
            name: Said::own(self.scene.words.text("budget_total")),
            budget: shown(total.budget.as_ref()),
            original: original.map(|signed| shown(Some(signed))),
            cells: self.cells(&total.quarters),
        }
    }

    fn rupiah(&self, amount: Option<Quantity>) -> String {
        let formats = self.scene.words.formats();
        amount.map_or_else(
            || "–".to_owned(),
            |amount| formats.measure(amount, Some("rupiah")),
        )
    }

    /// No bound of a category is in sight of a share of money.
    fn share(&self, share: &Percent) -> String {
        self.scene.words.percent(share, &[])
    }

    fn cells(&self, quarters: &FewMap<Quarter, Absorption>) -> Vec<AbsorptionCell> {
        quarters.values().map(|a| self.cell(a)).collect()
    }

    fn cell(&self, absorption: &Absorption) -> AbsorptionCell {
        let words = &self.scene.words;
        let text = match absorption {
            Absorption::Reported { amount, share } => {
                let share = share.as_ref().map(|share| self.share(share));
                return AbsorptionCell {
                    text: share.unwrap_or_else(|| "–".to_owned()),
                    amount: Some(self.rupiah(Some(amount.shown()))),
                };
            }
            Absorption::Partly { said, of } => {
                let (said, of) = (*said as u64, *of as u64);
                let args = [("said", Arg::Count(said)), ("of", Arg::Count(of))];
                words.say("absorbed_partly", &args)
            }
            Absorption::NotSaid => words.text("absorbed_not_said"),
            Absorption::Late { days } => {
                let args = [("days", Arg::from(days.unsigned_abs()))];
                words.say("cell_late", &args)
            }
            Absorption::NotDue => words.text("cell_not_due"),
            Absorption::NoDeadline => words.text("cell_no_deadline"),
            Absorption::NotAsked => "–".to_owned(),
        };
        AbsorptionCell { text, amount: None }
    }

    fn absorbed(&self, quarters: &FewMap<Quarter, Absorption>) -> Html {
        let words = &self.scene.words;
        let Some((quarter, amount, share)) = latest_absorption(quarters) else {
            return Html::text(&words.text("absorbed_none"));
        };
        let key = if share.is_some() {
            "absorbed_share"
        } else {
            "absorbed_amount"
        };
        let share = share.map(|share| self.share(share)).unwrap_or_default();
        let amount = self.rupiah(Some(amount.shown()));
        let quarter = words.quarter_short(quarter);
        let args = [
            ("share", Arg::from(&share)),
            ("amount", Arg::from(&amount)),
            ("quarter", Arg::from(&quarter)),
        ];
        words.html(key, &args)
    }

    /// The capaian of what it serves, with what the figure leaves out in the same breath.
    fn served(&self, overall: &Overall) -> Html {
        let words = &self.scene.words;
        let Some(percent) = &overall.percent else {
            return Html::text(&words.text("served_none"));
        };
        let regime = self.scene.register.regime_of(self.contract);
        let bounds = regime.display_bounds();
        let percent = words.percent(percent, &bounds);
        let floor = words.percent(&overall.floor, &bounds);
        let headline = self.scene.score_of(&self.contract.id).headline;
        let quarter = headline.map(|quarter| words.quarter_short(quarter));
        let quarter = quarter.unwrap_or_default();
        let args = [
            ("percent", Arg::from(&percent)),
            ("floor", Arg::from(&floor)),
            ("quarter", Arg::from(&quarter)),
            ("counted", Arg::Count(overall.counted as u64)),
            ("total", Arg::Count(overall.total as u64)),
        ];
        let is_whole = overall.left_out.is_empty();
        let part = (!is_whole).then_some("served_part");
        words.html(part.unwrap_or("served_all"), &args)
    }

    fn indicator(&self, id: &IndicatorId) -> Option<Link> {
        let of = IndicatorRef {
            contract: self.contract.id.clone(),
            indicator: id.clone(),
        };
        Some(Link {
            // It stands on the same page.
            url: format!("#{}", url::indicator_anchor(&of.contract, &of.indicator)),
            ..self.scene.indicator_link(&of)?
        })
    }
}
