//! One commitment as a line of a report card (rapor).

use super::Subjects;
use crate::chart::Bullet;
use crate::compute::{IndicatorScore, State, ToDate};
use crate::format::Arg;
use crate::model::{Better, Contract, Direction, Indicator, Percent};
use crate::url::{self, Subject};
use crate::view::html::{Html, unbroken};
use crate::view::scene::{Link, Scene};
use crate::view::state::{Tag, standing_tag, tag, tone};
use serde::Serialize;

/// Promised, due, delivered, and whether that is success.
#[derive(Clone, Debug, Serialize)]
pub struct CardRow {
    /// The commitment where it is told in full.
    pub indicator: Link,
    /// With its unit; the original struck through where an amendment changed it.
    pub target: Html,
    pub due: String,
    /// What was delivered and the quarter it is of, or why nothing is said.
    pub actual: Html,
    pub achievement: String,
    /// The same at a glance, where there is a figure.
    pub bullet: Option<Html>,
    #[serde(skip)]
    pub(in crate::view) percent: Option<Percent>,
    pub tag: Tag,
    /// What must be seen beside the figure.
    pub notes: Vec<Html>,
}

impl CardRow {
    pub(in crate::view) fn new(
        scene: &Scene<'_>,
        contract: &Contract,
        score: &IndicatorScore,
    ) -> Self {
        Subjects::new(scene, contract, score).card_row()
    }

    /// A commitment that is not counted: no figure is claimed.
    pub(in crate::view) fn withdrawn(
        scene: &Scene<'_>,
        contract: &Contract,
        score: &IndicatorScore,
    ) -> Self {
        let row = Self::new(scene, contract, score);
        Self {
            actual: Html::text("–"),
            achievement: "–".to_owned(),
            bullet: None,
            percent: None,
            tag: standing_tag(&scene.words, score.commitment.standing).unwrap_or(row.tag),
            notes: Vec::new(),
            ..row
        }
    }
}

impl Subjects<'_, '_> {
    fn card_row(&self) -> CardRow {
        let achievement = self.score.to_date.as_ref();
        let percent = achievement.and_then(|to_date| to_date.judgement.achievement.percent());
        CardRow {
            indicator: self.place(),
            target: self.card_target(),
            due: unbroken(&self.scene.words.formats().short_date(self.score.due)),
            actual: self.card_actual(),
            achievement: achievement.map_or_else(
                || "–".to_owned(),
                |to_date| self.percent_of(&to_date.judgement.achievement),
            ),
            bullet: percent.map(|percent| self.bullet(percent)),
            percent: percent.cloned(),
            tag: tag(&self.scene.words, self.score.state),
            notes: self.card_notes(),
        }
    }

    fn bullet(&self, percent: &Percent) -> Html {
        let bullet = Bullet {
            percent: percent.to_f64(),
            tone: tone(self.score.state),
        };
        Html::chart(bullet.svg())
    }

    fn place(&self) -> Link {
        let of_year = Subject::OfficialYear(self.contract.person.clone(), self.contract.id.year);
        let anchor = url::indicator_anchor(&self.contract.id, self.score.id());
        let name = &self.score.commitment.indicator.name;
        Link::to(
            self.scene.words.said(name),
            format!("{}#{anchor}", self.scene.link(of_year)),
        )
    }

    fn card_target(&self) -> Html {
        let commitment = &self.score.commitment;
        let now = self.target_in_words(&commitment.indicator);
        if commitment.original.target == commitment.indicator.target {
            return Html::text(&now);
        }
        let original = self.figures.target(commitment.original.target);
        let args = [("original", Arg::from(&original)), ("now", Arg::from(&now))];
        self.html("card_target_changed", &args)
    }

    /// "paling sedikit 85%", "di dalam 7–8 hari".
    fn target_in_words(&self, indicator: &Indicator) -> String {
        let target = self.figures.target(indicator.target);
        let key = match indicator.direction {
            Direction::Up => "card_target_up",
            Direction::Down | Direction::DownRatio => "card_target_down",
            Direction::Range(Better::Lower) => "card_target_range_lower",
            Direction::Range(Better::Higher) => "card_target_range_higher",
            Direction::Range(Better::Inside) => "card_target_range_inside",
            Direction::Rank(_) => "card_target_rank",
            Direction::Completion => return target,
        };
        self.say(key, &[("target", Arg::from(&target))])
    }

    fn card_actual(&self) -> Html {
        match (&self.score.to_date, self.score.state) {
            (Some(to_date), _) => self.delivered(to_date),
            (None, State::Late { .. }) => self.late(),
            (None, State::Unavailable) => self.unavailable(),
            (None, _) => self.so_far(),
        }
    }

    /// The figure with its quarter; with that quarter's target where it is not the year's.
    fn delivered(&self, to_date: &ToDate) -> Html {
        let actual = self.figures.outcome(&to_date.judgement.outcome);
        let lead = self.lead(to_date);
        let target = self.figures.aim(&to_date.judgement.aim);
        let args = [
            ("actual", Arg::from(&actual)),
            ("lead", Arg::from(&lead)),
            ("target", Arg::from(&target)),
        ];
        let is_final = to_date.through == self.score.final_quarter;
        let plain = (is_final || self.is_completion()).then_some("card_actual");
        self.html(plain.unwrap_or("card_actual_of"), &args)
    }

    /// What is there of a year's target that no quarter is held to.
    fn so_far(&self) -> Html {
        let Some(share) = &self.score.share_of_year else {
            return Html::text("–");
        };
        let actual = self.figures.outcome(&share.outcome);
        let quarter = self.scene.words.quarter_short(share.through);
        let args = [
            ("actual", Arg::from(&actual)),
            ("lead", Arg::from(&quarter)),
        ];
        self.html("card_actual", &args)
    }

    fn card_notes(&self) -> Vec<Html> {
        let notes = [
            self.missing_note(),
            self.original_note(),
            self.contribution_note(),
        ];
        let last_known = self.score.last_known.as_ref();
        let last_known =
            last_known.map(|(quarter, judgement)| self.last_known(*quarter, judgement));
        let notes = notes.into_iter().flatten().map(|note| note.text);
        notes.chain(last_known).collect()
    }
}
