//! One indicator's numbers, ranks and dates as text.

use super::scene::Scene;
use super::words::Words;
use crate::compute::{Aim, Figure, Outcome, Quotient};
use crate::model::{Direction, Indicator, Percent, Quantity, Regime, Target, Value};

/// Formats the values of one indicator with its unit or scale.
pub(super) struct Figures<'s, 'a> {
    pub words: &'s Words<'a>,
    pub indicator: &'s Indicator,
    regime: &'s Regime,
    /// What rounding of a percentage must not cross.
    bounds: Vec<Percent>,
}

impl<'s, 'a> Figures<'s, 'a> {
    pub fn new(scene: &'s Scene<'a>, indicator: &'s Indicator, regime: &'s Regime) -> Self {
        Self {
            words: &scene.words,
            indicator,
            regime,
            bounds: regime.display_bounds(),
        }
    }

    pub fn percent(&self, percent: &Percent) -> String {
        self.words.percent(percent, &self.bounds)
    }

    /// With its unit: `6,4%`, `1.620 orang`.
    pub fn measure(&self, quantity: Quantity) -> String {
        self.words.measure(quantity, self.indicator.unit.as_ref())
    }

    /// Without its unit, for formulas: `6,4`.
    pub fn number(&self, figure: &Figure) -> String {
        self.words.formats().quantity(figure.shown())
    }

    /// Both numbers of a formula, with as many decimals as it takes for the printed formula to
    /// give the printed percentage: a rounded mean put in would not.
    pub fn operands(
        &self,
        quotient: Quotient,
        percent: &Percent,
        actual: &Figure,
        target: &Figure,
    ) -> (String, String) {
        const MOST_FURTHER: u32 = 6;
        let printed = self.percent(percent);
        let as_printed = |further: &u32| {
            let (r, t) = (rounded(actual, *further), rounded(target, *further));
            let again = quotient.percent(&r, &t);
            again.is_some_and(|percent| self.percent(&percent) == printed)
        };
        let further = (0..MOST_FURTHER).find(as_printed).unwrap_or(MOST_FURTHER);
        let text = |figure: &Figure| self.number(&rounded(figure, further));
        (text(actual), text(target))
    }

    /// Short, for charts: `1,25 M`; only `%` stays, words would not fit.
    pub fn label(&self, quantity: Quantity) -> String {
        self.words.formats().compact(quantity)
    }

    pub fn rank(&self, position: u32) -> String {
        match &self.indicator.direction {
            Direction::Rank(scale) => self
                .regime
                .rank(scale, position)
                .map_or_else(|| position.to_string(), |rank| rank.name.clone()),
            _ => position.to_string(),
        }
    }

    fn range(&self, from: Quantity, to: Quantity) -> String {
        let from = self.words.formats().quantity(from);
        format!("{from}–{}", self.measure(to))
    }

    pub fn range_label(&self, from: Quantity, to: Quantity) -> String {
        format!("{}–{}", self.label(from), self.label(to))
    }

    pub fn target(&self, target: Target) -> String {
        match target {
            Target::Amount(quantity) => self.measure(quantity),
            Target::Range { from, to } => self.range(from, to),
            Target::Rank(position) => self.rank(position),
            Target::Completion => self.words.text("target_done"),
        }
    }

    pub fn value(&self, value: Value) -> String {
        match value {
            Value::Amount(quantity) => self.measure(quantity),
            Value::Rank(position) => self.rank(position),
            Value::Completed(on) => {
                let date = self.words.date(on);
                self.words.say("done_on", &[("date", (&date).into())])
            }
            Value::NotCompleted => self.words.text("not_done"),
        }
    }

    pub fn aim(&self, aim: &Aim) -> String {
        match aim {
            Aim::Amount(figure) => self.measure(figure.shown()),
            Aim::Range(aimed) => self.range(aimed.from.shown(), aimed.to.shown()),
            Aim::Rank(position) => self.rank(*position),
            Aim::DoneBy(due) => self.words.date(*due),
        }
    }

    pub fn outcome(&self, outcome: &Outcome) -> String {
        match outcome {
            Outcome::Amount(figure) => self.measure(figure.shown()),
            Outcome::Rank(position) => self.rank(*position),
            Outcome::Done(on) => self.value(Value::Completed(*on)),
            Outcome::NotDone { .. } => self.words.text("not_done"),
        }
    }
}

/// `figure` as it is shown with `further` decimals more; itself where it is shown exactly.
fn rounded(figure: &Figure, further: u32) -> Figure {
    if figure.is_shown_exactly() {
        return figure.clone();
    }
    let decimals = figure.shown().decimal().scale() + further;
    Quantity::nearest(&figure.exact(), decimals).map_or_else(|| figure.clone(), Figure::from)
}
