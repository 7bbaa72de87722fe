//! One commitment on its official's page.

use super::figures::Figures;
use super::html::Html;
use super::indicator_chart::chart;
use super::scene::{Link, Scene};
use super::state::{Tag, class, not_computable_tag, tag, tone};
use crate::chart::Tone;
use crate::compute::{
    Achievement, Basis, Calculation, IndicatorScore, Judgement, NotComputable, QuarterFact,
    QuarterReport, Running, State, ToDate, running_sums,
};
use crate::format::Arg;
use crate::model::{
    Accumulation, Actual, Amendment, AmendmentKind, Better, Contract, Direction, Document,
    DocumentPlace, IndicatorChange, Markdown, Quarter, QuarterOfYear, ReportedActual, Target,
    TermsChange,
};
use crate::url::{self, Subject};
use serde::Serialize;

/// A commitment: what was promised, what was delivered, and how the figure came about.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorView {
    pub anchor: String,
    pub name: String,
    pub tags: Vec<Tag>,
    /// The sentence with the two numbers.
    pub summary: Html,
    /// The formula with its numbers put in.
    pub calculation: Option<Html>,
    pub notes: Vec<NoteView>,
    pub chart: Option<Html>,
    /// Whether the table has a column of running sums.
    pub has_running: bool,
    pub rows: Vec<RowView>,
    pub facts: Vec<FactView>,
    pub remarks: Vec<RemarkView>,
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
    pub evidence: Vec<Link>,
}

/// Everything the parts of this view look at.
pub(super) struct Subjects<'s, 'a> {
    pub scene: &'s Scene<'a>,
    pub contract: &'s Contract,
    pub score: &'s IndicatorScore,
    pub figures: Figures<'s, 'a>,
    pub running: Option<Vec<Running>>,
}

impl IndicatorView {
    pub(super) fn new(scene: &Scene<'_>, contract: &Contract, score: &IndicatorScore) -> Self {
        let regime = scene.register.regime_of(contract);
        let subjects = Subjects {
            scene,
            contract,
            score,
            figures: Figures::new(scene, &score.commitment.indicator, regime),
            running: running_sums(score),
        };
        subjects.view()
    }
}

impl Subjects<'_, '_> {
    fn view(&self) -> IndicatorView {
        let indicator = &self.score.commitment.indicator;
        IndicatorView {
            anchor: url::indicator_anchor(&self.contract.id, &indicator.id),
            name: indicator.name.clone(),
            tags: self.tags(),
            summary: self.summary(),
            calculation: self.calculation(),
            notes: self.notes(),
            chart: chart(self),
            has_running: self.running.is_some(),
            rows: self.rows(),
            facts: self.facts(),
            remarks: self.remarks(),
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

    fn summary(&self) -> Html {
        match (&self.score.to_date, self.score.state) {
            (Some(to_date), _) if self.is_completion() => self.completion(&to_date.judgement),
            (Some(to_date), _) => self.comparison(to_date),
            (None, State::Late { .. }) => self.late(),
            (None, State::Unavailable) => self.unavailable(),
            (None, _) => self.not_due(),
        }
    }

    fn is_completion(&self) -> bool {
        self.score.commitment.indicator.direction == Direction::Completion
    }

    /// "TW III: 6,4% dari target paling tinggi 6,5%".
    fn comparison(&self, to_date: &ToDate) -> Html {
        let lead = self.lead(to_date);
        let actual = self.figures.outcome(&to_date.judgement.outcome);
        let target = self.figures.aim(&to_date.judgement.aim);
        let year = self.figures.target(self.score.commitment.indicator.target);
        let key = match self.score.commitment.indicator.direction {
            Direction::Up => "compare_up",
            Direction::Down | Direction::DownRatio => "compare_down",
            Direction::Range(_) => "compare_range",
            Direction::Rank(_) | Direction::Completion => "compare_rank",
        };
        let args = [
            ("lead", Arg::from(&lead)),
            ("actual", Arg::from(&actual)),
            ("target", Arg::from(&target)),
        ];
        let sentence = self.html(key, &args);
        if to_date.through == self.score.final_quarter {
            return sentence;
        }
        let key = if self.is_whole_year() {
            "target_of_year"
        } else {
            "target_of_contract"
        };
        let of_year = self.html(key, &[("target", Arg::from(&year))]);
        self.scene
            .words
            .html_around("joined", &[("first", &sentence), ("second", &of_year)])
    }

    /// Which quarters the figure is made of: "Jumlah TW I–TW III", "Hasil 2025".
    fn lead(&self, to_date: &ToDate) -> String {
        let year = to_date.through.year.to_string();
        let is_year = to_date.through == self.score.final_quarter
            && self.is_whole_year()
            && to_date.missing.is_empty();
        let accumulation = self.score.commitment.indicator.accumulation;
        if is_year {
            let key = match accumulation {
                Accumulation::Sum => "lead_sum_year",
                Accumulation::Mean => "lead_mean_year",
                Accumulation::Last => "lead_last_year",
            };
            return self.say(key, &[("year", Arg::from(&year))]);
        }
        let quarters = self
            .scene
            .words
            .quarter_range(&self.counted_quarters(to_date));
        let args = [("quarters", Arg::from(&quarters))];
        match accumulation {
            Accumulation::Sum => self.say("lead_sum", &args),
            Accumulation::Mean => self.say("lead_mean", &args),
            Accumulation::Last => self.scene.words.quarter_short(to_date.through),
        }
    }

    /// The quarters whose values are in the figure.
    fn counted_quarters(&self, to_date: &ToDate) -> Vec<Quarter> {
        let reported = self
            .score
            .quarters
            .iter()
            .filter(|f| f.report.value().is_some());
        let quarters = reported.map(|f| f.quarter);
        quarters
            .filter(|quarter| *quarter <= to_date.through)
            .collect()
    }

    /// Whether the contract answers for all four quarters of its year.
    pub fn is_whole_year(&self) -> bool {
        self.score.quarters.len() == QuarterOfYear::ALL.len()
            && self.score.final_quarter.of_year == QuarterOfYear::Tw4
    }

    fn completion(&self, judgement: &Judgement) -> Html {
        let due = self.scene.words.date(self.score.due);
        let outcome = self.figures.outcome(&judgement.outcome);
        let days = match &judgement.achievement {
            Achievement::Computed {
                calculation: Calculation::DoneLate { days },
                ..
            } => days.unsigned_abs(),
            _ => 0,
        };
        let key = if days > 0 {
            "completion_late"
        } else {
            "completion_in_time"
        };
        let args = [
            ("outcome", Arg::from(&outcome)),
            ("due", Arg::from(&due)),
            ("days", Arg::Count(days)),
        ];
        self.html(key, &args)
    }

    fn late(&self) -> Html {
        let late = self
            .score
            .quarters
            .iter()
            .rev()
            .find(|f| matches!(f.report, QuarterReport::Late { .. }));
        let quarter = late
            .map(|f| self.scene.words.quarter_short(f.quarter))
            .unwrap_or_default();
        let deadline = late
            .and_then(|f| f.deadline)
            .map(|d| self.scene.words.date(d));
        let deadline = deadline.unwrap_or_default();
        self.html(
            "summary_late",
            &[
                ("quarter", Arg::from(&quarter)),
                ("deadline", Arg::from(&deadline)),
            ],
        )
    }

    fn unavailable(&self) -> Html {
        let fact = self
            .score
            .quarters
            .iter()
            .rev()
            .find(|f| matches!(f.report, QuarterReport::Unavailable { .. }));
        let quarter = fact
            .map(|f| self.scene.words.quarter_short(f.quarter))
            .unwrap_or_default();
        let reason =
            fact.and_then(|f| self.reported(f))
                .and_then(|reported| match &reported.actual {
                    Actual::Unavailable { reason } => Some(reason.0.clone()),
                    Actual::Reported(_) => None,
                });
        let reason = reason.unwrap_or_default();
        self.html(
            "summary_unavailable",
            &[
                ("quarter", Arg::from(&quarter)),
                ("reason", Arg::from(reason.trim())),
            ],
        )
    }

    fn not_due(&self) -> Html {
        let year = self.figures.target(self.score.commitment.indicator.target);
        let due = self.scene.words.date(self.score.due);
        let Some(share) = &self.score.share_of_year else {
            let published = self.score.commitment.indicator.published;
            let (key, day) = match published {
                _ if self.is_completion() => ("summary_not_due_done", due),
                Some(day) => ("summary_published", self.scene.words.date(day)),
                None => ("summary_not_due", due),
            };
            let args = [("target", Arg::from(&year)), ("due", Arg::from(&day))];
            return self.html(key, &args);
        };
        let quarter = self.scene.words.quarter_short(share.through);
        let actual = self.figures.outcome(&share.outcome);
        // Of a target that must not be exceeded a share would read as praise.
        let is_up = self.score.commitment.indicator.direction == Direction::Up;
        let percent = share.percent.as_ref().filter(|_| is_up);
        let percent = percent.map(|p| self.scene.words.percent(p, &[]));
        let mut args = vec![
            ("quarter", Arg::from(&quarter)),
            ("actual", Arg::from(&actual)),
            ("target", Arg::from(&year)),
        ];
        match &percent {
            Some(percent) => {
                args.push(("percent", Arg::from(percent)));
                self.html("summary_share", &args)
            }
            None => self.html("summary_share_without_percent", &args),
        }
    }

    /// Which way is better, then the formula with its numbers, then the category.
    fn calculation(&self) -> Option<Html> {
        let words = &self.scene.words;
        if self.is_completion() && self.score.to_date.is_none() {
            return None;
        }
        let direction = Html::text(&words.text(self.direction_key()));
        let formula = match (&self.score.to_date, &self.score.last_known) {
            (Some(to_date), _) => self.formula(&to_date.judgement),
            (None, Some((quarter, judgement))) => {
                let quarter = words.quarter_short(*quarter);
                let actual = self.figures.outcome(&judgement.outcome);
                let target = self.figures.aim(&judgement.aim);
                let percent = self.percent_of(&judgement.achievement);
                self.html(
                    "last_known",
                    &[
                        ("quarter", Arg::from(&quarter)),
                        ("actual", Arg::from(&actual)),
                        ("target", Arg::from(&target)),
                        ("percent", Arg::from(&percent)),
                    ],
                )
            }
            (None, None) => return Some(direction),
        };
        Some(words.html_around("joined", &[("first", &direction), ("second", &formula)]))
    }

    fn direction_key(&self) -> &'static str {
        match self.score.commitment.indicator.direction {
            Direction::Up => "direction_up",
            Direction::Down | Direction::DownRatio => "direction_down",
            Direction::Range(Better::Lower) => "direction_range_lower",
            Direction::Range(Better::Higher) => "direction_range_higher",
            Direction::Range(Better::Inside) => "direction_range_inside",
            Direction::Rank(_) => "direction_rank",
            Direction::Completion => "direction_completion",
        }
    }

    fn formula(&self, judgement: &Judgement) -> Html {
        let (percent, calculation) = match &judgement.achievement {
            Achievement::Computed {
                percent,
                calculation,
            } => (percent, calculation),
            Achievement::NotComputable(why) => {
                return Html::text(&self.scene.words.text(not_computable_key(*why)));
            }
        };
        let shown = self.figures.percent(percent);
        let with = |key: &str, args: &[(&str, Arg<'_>)]| {
            let mut all = vec![("percent", Arg::from(&shown))];
            all.extend_from_slice(args);
            self.html(key, &all)
        };
        let two = |key: &str, actual: &str, target: &str| {
            with(key, &[("actual", actual.into()), ("target", target.into())])
        };
        let formula = match calculation {
            Calculation::Ratio { actual, target } => {
                let (r, t) = self.figures.operands(judgement, actual, target);
                two("formula_ratio", &r, &t)
            }
            Calculation::Mirrored { actual, target } => {
                let (r, t) = self.figures.operands(judgement, actual, target);
                two("formula_mirrored", &r, &t)
            }
            Calculation::Inverse { actual, target } => {
                let (r, t) = self.figures.operands(judgement, actual, target);
                two("formula_inverse", &r, &t)
            }
            Calculation::InsideRange => with("formula_inside", &[]),
            Calculation::Ranks {
                actual,
                target,
                ranks,
            } => with(
                "formula_ranks",
                &[
                    ("actual", Arg::Count(*actual as u64)),
                    ("target", Arg::Count(*target as u64)),
                    ("ranks", Arg::Count(*ranks as u64)),
                ],
            ),
            Calculation::RankPercents { actual, target } => {
                let formats = self.scene.words.formats();
                two(
                    "formula_ratio",
                    &formats.quantity(*actual),
                    &formats.quantity(*target),
                )
            }
            Calculation::DoneInTime => with("formula_done", &[]),
            Calculation::DoneLate { .. } => with("formula_done_late", &[]),
        };
        let regime = self.scene.register.regime_of(self.contract);
        let is_silent = matches!(self.score.state, State::Late { .. } | State::Unavailable);
        match regime.category(percent).filter(|_| !is_silent) {
            Some(band) => self.scene.words.html_around(
                "with_category",
                &[("formula", &formula), ("category", &Html::text(&band.name))],
            ),
            None => formula,
        }
    }

    fn percent_of(&self, achievement: &Achievement) -> String {
        match achievement.percent() {
            Some(percent) => self.figures.percent(percent),
            None => self.scene.words.text("not_computable"),
        }
    }

    fn notes(&self) -> Vec<NoteView> {
        let amended = self
            .score
            .commitment
            .amended_by
            .iter()
            .filter_map(|index| self.amendment_note(&self.contract.amendments[*index]));
        [
            self.missing_note(),
            self.original_note(),
            self.contribution_note(),
            self.shared_note(),
        ]
        .into_iter()
        .flatten()
        .chain(amended)
        .chain(self.revision_notes())
        .chain(self.response_note())
        .collect()
    }

    /// Names the quarters that were not reported, and says against what the figure stands.
    fn missing_note(&self) -> Option<NoteView> {
        let to_date = self.score.to_date.as_ref()?;
        if to_date.missing.is_empty() {
            return None;
        }
        let quarters = self.scene.words.quarters(&to_date.missing);
        let key = match to_date.basis {
            Basis::Complete => "missing_named",
            Basis::AllDueQuarters => "missing_against_all",
            Basis::ReportedQuarters => "missing_against_reported",
        };
        let tone = if matches!(self.score.state, State::Late { .. }) {
            Tone::Bad
        } else {
            Tone::Watch
        };
        Some(NoteView {
            tone: class(tone),
            text: self.html(key, &[("quarters", Arg::from(&quarters))]),
        })
    }

    fn original_note(&self) -> Option<NoteView> {
        let original = self.score.against_original.as_ref()?;
        let now = &self.score.to_date.as_ref()?.judgement;
        let amendments = self.score.commitment.amended_by.iter();
        let is_amended = amendments
            .map(|index| self.contract.amendments[*index].kind)
            .any(|kind| kind == AmendmentKind::Amendment);
        if original.aim == now.aim || !is_amended {
            return None;
        }
        let percent = self.percent_of(&original.achievement);
        let target = self.figures.aim(&original.aim);
        Some(NoteView {
            tone: class(Tone::Watch),
            text: self.html(
                "against_original",
                &[
                    ("percent", Arg::from(&percent)),
                    ("target", Arg::from(&target)),
                ],
            ),
        })
    }

    fn contribution_note(&self) -> Option<NoteView> {
        let contribution = self.score.commitment.indicator.contribution.as_ref()?;
        let owner = &self.scene.register.contracts[&contribution.owner.contract];
        let post = self.scene.register.posts[&owner.post].name.as_str();
        let anchor = url::indicator_anchor(&owner.id, &contribution.owner.indicator);
        let page = self
            .scene
            .link(Subject::OfficialYear(owner.person.clone(), owner.id.year));
        let link = format!("{page}#{anchor}");
        Some(NoteView {
            tone: class(Tone::Neutral),
            text: self.html(
                "contribution",
                &[("post", post.into()), ("url", Arg::from(&link))],
            ),
        })
    }

    fn shared_note(&self) -> Option<NoteView> {
        let shared = &self.score.commitment.indicator.shared_with;
        if shared.is_empty() {
            return None;
        }
        let names: Vec<&str> = shared
            .iter()
            .map(|id| self.scene.register.opds[id].name.as_str())
            .collect();
        let names = self.scene.words.formats().list(&names);
        Some(NoteView {
            tone: class(Tone::Neutral),
            text: self.html("shared_with", &[("opds", Arg::from(&names))]),
        })
    }

    fn amendment_note(&self, amendment: &Amendment) -> Option<NoteView> {
        let change = amendment.indicators.get(self.score.id())?;
        let date = self.scene.words.date(amendment.date);
        let key = match (change, amendment.kind) {
            (IndicatorChange::Added(_), _) => "amendment_added",
            (IndicatorChange::Terms(terms), AmendmentKind::Amendment)
                if terms.target.is_none() && terms.quarterly.is_empty() =>
            {
                "amendment_terms"
            }
            (_, AmendmentKind::Amendment) => "amendment_changed",
            (_, AmendmentKind::Correction) => "amendment_corrected",
        };
        let changes = match change {
            IndicatorChange::Terms(terms) => self.changed_terms(terms),
            IndicatorChange::Added(_) | IndicatorChange::Dropped => Html::default(),
        };
        let parts = [
            ("date", &Html::text(&date)),
            ("changes", &changes),
            ("reason", &Html::text(amendment.reason.0.trim())),
        ];
        Some(NoteView {
            tone: class(Tone::Watch),
            text: self.scene.words.html_around(key, &parts),
        })
    }

    /// "target 6,0% → 6,4%; TW III 6,5% → 6,8%", the original struck through.
    fn changed_terms(&self, terms: &TermsChange) -> Html {
        let original = &self.score.commitment.original;
        let words = &self.scene.words;
        let mut changes: Vec<Html> = Vec::new();
        let mut change = |what: &str, before: Option<String>, after: String| {
            let before = before.unwrap_or_else(|| "–".to_owned());
            changes.push(self.html(
                "changed_term",
                &[
                    ("what", what.into()),
                    ("before", Arg::from(&before)),
                    ("after", Arg::from(&after)),
                ],
            ));
        };
        if let Some(target) = terms.target {
            let before = Some(self.figures.target(original.target));
            change(
                &words.text("target_word"),
                before,
                self.figures.target(target),
            );
        }
        for (of_year, target) in &terms.quarterly {
            let quarter = crate::model::Quarter::new(self.contract.id.year, *of_year);
            let before = original
                .quarterly
                .get(of_year)
                .map(|t| self.figures.target(*t));
            change(
                &words.quarter_short(quarter),
                before,
                self.figures.target(*target),
            );
        }
        if let Some(weight) = terms.weight {
            let plain = |q| words.formats().quantity(q);
            change(
                &words.text("weight_word"),
                original.weight.map(plain),
                plain(weight),
            );
        }
        if let Some(due) = terms.due {
            let before = original.due.unwrap_or(self.contract.period.end);
            change(
                &words.text("due_word"),
                Some(words.date(before)),
                words.date(due),
            );
        }
        if let Some(published) = terms.published {
            let before = original.published.map(|d| words.date(d));
            change(&words.text("published_word"), before, words.date(published));
        }
        join(&changes)
    }

    fn revision_notes(&self) -> Vec<NoteView> {
        let of_quarter = |fact: &QuarterFact| -> Vec<NoteView> {
            let Some(reported) = self.reported(fact) else {
                return Vec::new();
            };
            let now = fact
                .report
                .value()
                .map(|v| self.figures.value(v))
                .unwrap_or_default();
            let quarter = self.scene.words.quarter_short(fact.quarter);
            let revision = |revision: &crate::model::Revision| {
                let (date, before) = (
                    self.scene.words.date(revision.date),
                    self.figures.value(revision.before),
                );
                NoteView {
                    tone: class(Tone::Watch),
                    text: self.html(
                        "revised",
                        &[
                            ("quarter", Arg::from(&quarter)),
                            ("date", Arg::from(&date)),
                            ("before", Arg::from(&before)),
                            ("after", Arg::from(&now)),
                            ("reason", Arg::from(revision.reason.0.trim())),
                        ],
                    ),
                }
            };
            reported.revisions.iter().map(revision).collect()
        };
        self.score.quarters.iter().flat_map(of_quarter).collect()
    }

    /// The official's own explanation stands beside bad news, not folded away.
    fn response_note(&self) -> Option<NoteView> {
        if matches!(tone(self.score.state), Tone::Good | Tone::Neutral) {
            return None;
        }
        let facts = self.score.quarters.iter().rev();
        let (quarter, response) = facts
            .filter_map(|f| Some((f.quarter, self.reported(f)?.response.as_ref()?)))
            .next()?;
        let quarter = self.scene.words.quarter_short(quarter);
        let args = [
            ("quarter", Arg::from(&quarter)),
            ("response", response.0.trim().into()),
        ];
        Some(NoteView {
            tone: class(Tone::Neutral),
            text: self.html("response", &args),
        })
    }

    fn reported(&self, fact: &QuarterFact) -> Option<&ReportedActual> {
        let key = (self.contract.id.clone(), fact.quarter);
        let report = self.scene.register.reports.get(&key)?;
        let said = report.actual_by(self.score.id(), self.scene.score.today)?;
        Some(said.0)
    }

    fn rows(&self) -> Vec<RowView> {
        let facts = self.score.quarters.iter().enumerate();
        facts
            .map(|(index, fact)| self.row(fact, self.running.as_ref().map(|r| &r[index])))
            .collect()
    }

    fn row(&self, fact: &QuarterFact, running: Option<&Running>) -> RowView {
        let nothing = || "–".to_owned();
        let running = running.and_then(|r| r.actual.as_ref());
        RowView {
            anchor: url::quarter_anchor(&self.contract.id, self.score.id(), fact.quarter),
            quarter: self.scene.words.quarter_short(fact.quarter),
            target: fact.target.map_or_else(nothing, |t| self.figures.target(t)),
            actual: self.actual_cell(fact),
            running: running.map_or_else(nothing, |f| self.figures.measure(f.shown)),
            achievement: fact
                .judgement
                .as_ref()
                .map_or_else(nothing, |j| self.percent_of(&j.achievement)),
            tone: match fact.report {
                QuarterReport::Late { days } => class(tone(State::Late { days })),
                _ => "",
            },
        }
    }

    fn actual_cell(&self, fact: &QuarterFact) -> String {
        match fact.report {
            QuarterReport::Reported { value, .. } => self.figures.value(value),
            QuarterReport::Unavailable { .. } => self.scene.words.text("cell_unavailable"),
            QuarterReport::Late { days } => {
                self.say("cell_late", &[("days", Arg::Count(days.unsigned_abs()))])
            }
            QuarterReport::NotDue => self.scene.words.text("cell_not_due"),
            QuarterReport::NoDeadline => self.scene.words.text("cell_no_deadline"),
            QuarterReport::NotAsked => "–".to_owned(),
        }
    }

    fn facts(&self) -> Vec<FactView> {
        let indicator = &self.score.commitment.indicator;
        let words = &self.scene.words;
        let text = |key: &str, value: Option<String>| {
            Some(FactView {
                term: words.text(key),
                text: Html::text(&value?),
            })
        };
        let prose = |key: &str, value: Option<&Markdown>| {
            Some(FactView {
                term: words.text(key),
                text: self.scene.markdown(value?),
            })
        };
        let baseline = indicator.baseline.map(|baseline| {
            let (value, year) = (
                self.figures.value(baseline.value),
                baseline.year.to_string(),
            );
            self.say(
                "baseline",
                &[("value", Arg::from(&value)), ("year", Arg::from(&year))],
            )
        });
        let weight = indicator.weight.map(|w| words.formats().quantity(w));
        let due = indicator.due.map(|d| words.date(d));
        let published = indicator.published.map(|d| words.date(d));
        let is_amount = matches!(indicator.target, Target::Amount(_) | Target::Range { .. });
        let accumulation = is_amount.then(|| {
            words.text(match indicator.accumulation {
                Accumulation::Sum => "accumulation_sum",
                Accumulation::Last => "accumulation_last",
                Accumulation::Mean => "accumulation_mean",
            })
        });
        [
            text(
                if self.is_whole_year() {
                    "fact_target"
                } else {
                    "fact_target_contract"
                },
                Some(self.figures.target(indicator.target)),
            ),
            text("fact_due", due),
            text("fact_published", published),
            text("fact_baseline", baseline),
            text("fact_weight", weight),
            text("fact_accumulation", accumulation),
            prose("fact_formula", indicator.formula.as_ref()),
            prose("fact_source", indicator.source.as_ref()),
            prose("fact_way", indicator.way.as_ref()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn remarks(&self) -> Vec<RemarkView> {
        self.score
            .quarters
            .iter()
            .filter_map(|fact| self.remark(fact))
            .collect()
    }

    fn remark(&self, fact: &QuarterFact) -> Option<RemarkView> {
        let reported = self.reported(fact)?;
        let words = &self.scene.words;
        let reason = match &reported.actual {
            Actual::Unavailable { reason } => Some(reason),
            Actual::Reported(_) => None,
        };
        let own_date = reported.reported.map(|date| FactView {
            term: words.text("fact_reported"),
            text: Html::text(&words.date(date)),
        });
        let parts = [
            ("fact_unavailable", reason),
            ("fact_note", reported.note.as_ref()),
            ("fact_obstacle", reported.obstacle.as_ref()),
            ("fact_follow_up", reported.follow_up.as_ref()),
            ("fact_response", reported.response.as_ref()),
        ];
        let texts = parts.into_iter().filter_map(|(key, text)| {
            Some(FactView {
                term: words.text(key),
                text: self.scene.markdown(text?),
            })
        });
        let mut facts: Vec<FactView> = own_date.into_iter().chain(texts).collect();
        if let Some(verification) = &reported.verification {
            let date = words.date(verification.date);
            let args = [
                ("by", Arg::from(&verification.by)),
                ("date", Arg::from(&date)),
            ];
            let text = self.html("verified", &args);
            facts.push(FactView {
                term: words.text("fact_verification"),
                text,
            });
        }
        let evidence = links(self.scene, &reported.evidence);
        (!facts.is_empty() || !evidence.is_empty()).then(|| RemarkView {
            quarter: words.quarter_short(fact.quarter),
            facts,
            evidence,
        })
    }
}

fn not_computable_key(why: NotComputable) -> &'static str {
    match why {
        NotComputable::TargetNotPositive => "not_computable_target",
        NotComputable::ActualNotPositive => "not_computable_actual",
        NotComputable::KindMismatch => "not_computable_kind",
    }
}

/// Documents that can be opened.
pub(super) fn links(scene: &Scene<'_>, documents: &[Document]) -> Vec<Link> {
    let link = |document: &Document| {
        let url = match &document.place {
            DocumentPlace::File(path) => scene.urls.file(path),
            DocumentPlace::Url(url) => url.clone(),
            DocumentPlace::Unpublished => return None,
        };
        Some(Link {
            text: document.title.clone(),
            url,
        })
    };
    documents.iter().filter_map(link).collect()
}

fn join(parts: &[Html]) -> Html {
    let texts: Vec<&str> = parts.iter().map(Html::as_str).collect();
    Html::message(texts.join("; "))
}
