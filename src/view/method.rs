//! How every figure is computed: written from the regimes and the code, so that it can't drift.

use super::frame::{Frame, Heading};
use super::regime::{RegimeView, regime_view, version_link};
use super::scene::{Link, Scene};
use crate::compute::{Aim, Figure, Judgement, Outcome, judge};
use crate::format::Arg;
use crate::model::{Better, Direction, Quantity, Regime};
use crate::url::{Address, Subject};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct MethodView {
    pub frame: Frame,
    pub title: String,
    pub lead: String,
    /// Leads to each regime below.
    pub contents: Vec<Link>,
    pub formulas: Vec<FormulaRow>,
    pub regimes: Vec<RegimeView>,
}

/// A formula with an example that the program itself computed.
#[derive(Clone, Debug, Serialize)]
pub struct FormulaRow {
    pub name: String,
    pub formula: String,
    pub reached: String,
    pub example: String,
}

impl MethodView {
    pub(super) fn new(scene: &Scene<'_>) -> Self {
        let words = &scene.words;
        let (title, lead) = (words.text("nav_method"), words.text("method_lead"));
        let address = Address::new(words.language(), Subject::Method);
        let heading = Heading {
            title: title.clone(),
            description: lead.clone(),
            crumbs: Vec::new(),
        };
        let mut regimes: Vec<&Regime> = scene.register.regimes.values().collect();
        regimes.sort_by_key(|regime| (std::cmp::Reverse(regime.since), &regime.id));
        Self {
            frame: Frame::new(scene, &address, heading),
            title,
            lead,
            contents: regimes.iter().map(|r| version_link(scene, r)).collect(),
            formulas: formulas(scene),
            regimes: regimes
                .into_iter()
                .map(|regime| regime_view(scene, regime))
                .collect(),
        }
    }
}

/// The name of a formula in the locale files, its direction, and a target and value to try it on.
type Example = (&'static str, Direction, Option<(Aim, u32)>);

/// Each formula with one example; ranks and completion need none.
fn formulas(scene: &Scene<'_>) -> Vec<FormulaRow> {
    let figure = |n: u32| Figure::from(Quantity::from(n));
    let amount = |n: u32| Aim::Amount(figure(n));
    let range = |a: u32, b: u32| Aim::range(figure(a), figure(b));
    let examples: [Example; 8] = [
        ("up", Direction::Up, Some((amount(12), 9))),
        ("down", Direction::Down, Some((amount(12), 13))),
        ("down_ratio", Direction::DownRatio, Some((amount(12), 13))),
        (
            "range_lower",
            Direction::Range(Better::Lower),
            Some((range(7, 8), 9)),
        ),
        (
            "range_higher",
            Direction::Range(Better::Higher),
            Some((range(80, 90), 70)),
        ),
        (
            "range_inside",
            Direction::Range(Better::Inside),
            Some((range(80, 90), 92)),
        ),
        ("rank", Direction::Up, None),
        ("completion", Direction::Completion, None),
    ];
    examples
        .into_iter()
        .map(|(name, direction, example)| FormulaRow {
            name: scene.words.text(&format!("method_{name}")),
            formula: scene.words.text(&format!("method_{name}_formula")),
            reached: scene.words.text(&format!("method_{name}_reached")),
            example: example.map_or_else(String::new, |(aim, actual)| {
                let outcome = Outcome::Amount(Figure::from(Quantity::from(actual)));
                example_text(scene, &judge(&direction, aim, outcome, &[]))
            }),
        })
        .collect()
}

fn example_text(scene: &Scene<'_>, judgement: &Judgement) -> String {
    let formats = scene.words.formats();
    let target = match &judgement.aim {
        Aim::Amount(figure) => formats.quantity(figure.shown()),
        Aim::Range(aimed) => {
            format!(
                "{}–{}",
                formats.quantity(aimed.from.shown()),
                formats.quantity(aimed.to.shown())
            )
        }
        Aim::Rank(_) | Aim::DoneBy(_) => String::new(),
    };
    let actual = match &judgement.outcome {
        Outcome::Amount(figure) => formats.quantity(figure.shown()),
        Outcome::Rank(_) | Outcome::Done(_) | Outcome::NotDone { .. } => String::new(),
    };
    let percent = judgement.achievement.percent();
    let percent = percent
        .map(|p| scene.words.percent(p, &[]))
        .unwrap_or_default();
    scene.words.say(
        "method_example",
        &[
            ("target", Arg::from(&target)),
            ("actual", Arg::from(&actual)),
            ("percent", Arg::from(&percent)),
        ],
    )
}
