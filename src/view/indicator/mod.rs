//! One commitment on its official's page.

mod calculation;
mod card;
mod cascade;
mod chart;
mod notes;
mod summary;
mod table;

use super::figures::Figures;
use crate::chart::ProgressChart;
use crate::compute::{IndicatorScore, QuarterFact, Running, running_sums};
use crate::format::Arg;
use crate::model::{
    Contract, Direction, Quarter, QuarterOfYear, ReportedActual, ReportsOf, Standing,
};
use crate::url;
use crate::view::cite::CiteView;
use crate::view::contract::DocumentView;
use crate::view::html::Html;
use crate::view::said::Said;
use crate::view::scene::Scene;
use crate::view::state::{Tag, not_computable_tag, standing_tag, tag};
pub use card::CardRow;
use cascade::{SharesView, SupportView};
use chart::chart;
use serde::Serialize;

/// A commitment: what was promised, what was delivered, and how the figure came about.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorView {
    pub anchor: String,
    pub name: Said,
    pub tags: Vec<Tag>,
    /// The sentence with the two numbers.
    pub summary: Html,
    /// The formula with its numbers put in.
    pub calculation: Option<Html>,
    pub notes: Vec<NoteView>,
    /// Who has a share of it.
    pub shares: Option<SharesView>,
    /// Goals of lower contracts that hang on it.
    pub supports: Vec<SupportView>,
    pub chart: Option<Html>,
    /// Whether the table has a column of running sums.
    pub has_running: bool,
    pub rows: Vec<RowView>,
    pub facts: Vec<FactView>,
    pub remarks: Vec<RemarkView>,
    /// Where its page says how to cite it.
    pub cite: String,
}

/// Something that must be seen beside the figure.
#[derive(Clone, Debug, Serialize)]
pub struct NoteView {
    pub tone: &'static str,
    pub text: Html,
}

/// A quarter in the table.
#[derive(Clone, Debug, Serialize)]
pub struct RowView {
    pub anchor: String,
    pub quarter: String,
    pub target: String,
    pub actual: String,
    pub running: String,
    pub achievement: String,
    /// The same at a glance, where there is a figure.
    pub bullet: Option<Html>,
    pub tone: &'static str,
}

/// A term and what it says.
#[derive(Clone, Debug, Serialize)]
pub struct FactView {
    pub term: String,
    pub text: Html,
}

/// What was said about one quarter's figure.
#[derive(Clone, Debug, Serialize)]
pub struct RemarkView {
    pub quarter: String,
    pub facts: Vec<FactView>,
    pub evidence: Vec<DocumentView>,
}

/// Everything the parts of this view look at.
pub(super) struct Subjects<'s, 'a> {
    pub scene: &'s Scene<'a>,
    pub contract: &'s Contract,
    pub score: &'s IndicatorScore,
    pub figures: Figures<'s, 'a>,
    pub running: Option<Vec<Running>>,
    reports: ReportsOf<'s>,
}

/// The chart of a commitment; none where there is nothing to draw.
pub(in crate::view) fn progress_chart(
    scene: &Scene<'_>,
    contract: &Contract,
    score: &IndicatorScore,
) -> Option<ProgressChart> {
    chart::progress(&Subjects::new(scene, contract, score))
}

impl IndicatorView {
    pub(in crate::view) fn new(
        scene: &Scene<'_>,
        contract: &Contract,
        score: &IndicatorScore,
    ) -> Self {
        Subjects::new(scene, contract, score).view()
    }
}

/// What one quarter asked of a commitment and what was said, for a list of a contract's.
pub(super) struct QuarterOf {
    pub row: RowView,
    pub remark: Option<RemarkView>,
}

impl QuarterOf {
    pub(in crate::view) fn new(
        scene: &Scene<'_>,
        contract: &Contract,
        score: &IndicatorScore,
        quarter: Quarter,
    ) -> Option<Self> {
        let subjects = Subjects::new(scene, contract, score);
        let at = score.quarters.iter().position(|f| f.quarter == quarter)?;
        let fact = &score.quarters[at];
        let running = subjects.running.as_ref().map(|running| &running[at]);
        Some(Self {
            row: subjects.row(fact, running),
            remark: subjects.remark(fact),
        })
    }
}

impl IndicatorView {
    /// A commitment that is not counted: one that an amendment withdrew, with what was promised and
    /// reported until then, or one that nobody declared.
    pub(in crate::view) fn withdrawn(
        scene: &Scene<'_>,
        contract: &Contract,
        score: &IndicatorScore,
    ) -> Self {
        let view = Self::new(scene, contract, score);
        let commitment = &score.commitment;
        let (key, date) = match commitment.standing {
            Standing::InForce => return view,
            Standing::Dropped { on } => ("withdrawn", on),
            Standing::Undeclared { since } => ("added_undeclared", since),
        };
        let date = scene.words.date(date);
        let reason = commitment.amended_by.last();
        let reason = reason.map(|index| scene.inline(&contract.amendments[*index].reason));
        let regime = scene.register.regime_of(contract);
        let figures = Figures::new(scene, &commitment.original, regime);
        let target = figures.target(commitment.original.target);
        let parts = [
            ("target", &Html::text(&target)),
            ("date", &Html::text(&date)),
            ("reason", &reason.unwrap_or_default()),
        ];
        Self {
            tags: Vec::from_iter(standing_tag(&scene.words, commitment.standing)),
            summary: scene.words.html_around(key, &parts),
            calculation: None,
            notes: Vec::new(),
            ..view
        }
    }
}

impl<'s, 'a> Subjects<'s, 'a> {
    fn new(scene: &'s Scene<'a>, contract: &'s Contract, score: &'s IndicatorScore) -> Self {
        let regime = scene.register.regime_of(contract);
        Self {
            scene,
            contract,
            score,
            figures: Figures::new(scene, &score.commitment.indicator, regime),
            running: running_sums(score),
            reports: scene.register.reports_of(&contract.id),
        }
    }
}

impl Subjects<'_, '_> {
    fn view(&self) -> IndicatorView {
        let indicator = &self.score.commitment.indicator;
        IndicatorView {
            anchor: url::indicator_anchor(&self.contract.id, &indicator.id),
            name: self.scene.words.said(&indicator.name),
            tags: self.tags(),
            summary: self.summary(),
            calculation: self.calculation(),
            notes: self.notes(),
            shares: self.shares(),
            supports: self.supports(),
            chart: chart(self),
            has_running: self.running.is_some(),
            rows: self.rows(),
            facts: self.facts(),
            remarks: self.remarks(),
            cite: CiteView::link_to_it(),
        }
    }

    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.scene.words.say(key, args)
    }

    fn html(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Html {
        self.scene.words.html(key, args)
    }

    fn tags(&self) -> Vec<Tag> {
        let words = &self.scene.words;
        let mut tags = vec![tag(words, self.score.state)];
        if self.score.is_not_computable() {
            tags.push(not_computable_tag(words));
        }
        tags
    }

    fn is_completion(&self) -> bool {
        self.score.commitment.indicator.direction == Direction::Completion
    }

    /// Whether the contract answers for all four quarters of its year.
    pub fn is_whole_year(&self) -> bool {
        self.score.quarters.len() == QuarterOfYear::ALL.len()
            && self.score.final_quarter.of_year == QuarterOfYear::Tw4
    }

    fn reported(&self, fact: &QuarterFact) -> Option<&ReportedActual> {
        let report = self.reports.of(fact.quarter)?;
        let said = report.actual_by(self.score.id(), self.scene.score.today)?;
        Some(said.0)
    }
}
