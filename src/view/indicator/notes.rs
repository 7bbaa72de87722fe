//! What must be seen beside a figure: missing quarters, amendments, revisions, the official's
//! reply.

use super::{NoteView, Subjects};
use crate::chart::Tone;
use crate::compute::{Basis, QuarterFact, State};
use crate::format::Arg;
use crate::model::{
    Amendment, AmendmentKind, Indicator, IndicatorChange, Quarter, Revision, TermsChange,
};
use crate::url::{self, Subject};
use crate::view::html::Html;
use crate::view::silenced::silenced;
use crate::view::state::{class, tone};

impl Subjects<'_, '_> {
    pub(super) fn notes(&self) -> Vec<NoteView> {
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
        .chain(self.silenced_notes())
        .collect()
    }

    /// Names the quarters that were not reported, and says against what the figure stands.
    pub(super) fn missing_note(&self) -> Option<NoteView> {
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

    pub(super) fn original_note(&self) -> Option<NoteView> {
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

    pub(super) fn contribution_note(&self) -> Option<NoteView> {
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

    pub(super) fn shared_note(&self) -> Option<NoteView> {
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

    pub(super) fn amendment_note(&self, amendment: &Amendment) -> Option<NoteView> {
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
            IndicatorChange::Terms(terms) => self.changed_terms(terms, &self.before(amendment)),
            IndicatorChange::Added(_) | IndicatorChange::Dropped => Html::default(),
        };
        let parts = [
            ("date", &Html::text(&date)),
            ("changes", &changes),
            ("reason", &self.scene.inline(&amendment.reason)),
        ];
        Some(NoteView {
            tone: class(Tone::Watch),
            text: self.scene.words.html_around(key, &parts),
        })
    }

    /// The indicator as it stood just before `amendment`.
    fn before(&self, amendment: &Amendment) -> Indicator {
        let mut indicator = self.score.commitment.original.clone();
        let touched = self.score.commitment.amended_by.iter();
        let earlier = touched.map(|index| &self.contract.amendments[*index]);
        for earlier in earlier.take_while(|earlier| !std::ptr::eq(*earlier, amendment)) {
            if let Some(IndicatorChange::Terms(terms)) = earlier.indicators.get(&indicator.id) {
                terms.apply_to(&mut indicator);
            }
        }
        indicator
    }

    /// "target 6,0% → 6,4%; TW III 6,5% → 6,8%", the original struck through.
    pub(super) fn changed_terms(&self, terms: &TermsChange, original: &Indicator) -> Html {
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
            let quarter = Quarter::new(self.contract.id.year, *of_year);
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

    pub(super) fn revision_notes(&self) -> Vec<NoteView> {
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
            let revision = |revision: &Revision| {
                let (date, before) = (
                    self.scene.words.date(revision.date),
                    self.figures.value(revision.before),
                );
                let text = |text: &str| Html::text(text);
                let parts = [
                    ("quarter", &text(&quarter)),
                    ("date", &text(&date)),
                    ("before", &text(&before)),
                    ("after", &text(&now)),
                    ("reason", &self.scene.inline(&revision.reason)),
                ];
                NoteView {
                    tone: class(Tone::Watch),
                    text: self.scene.words.html_around("revised", &parts),
                }
            };
            reported.revisions.iter().map(revision).collect()
        };
        self.score.quarters.iter().flat_map(of_quarter).collect()
    }

    /// The official's own explanation stands beside bad news, not folded away.
    pub(super) fn response_note(&self) -> Option<NoteView> {
        if matches!(tone(self.score.state), Tone::Good | Tone::Neutral) {
            return None;
        }
        let facts = self.score.quarters.iter().rev();
        let (quarter, response) = facts
            .filter_map(|f| Some((f.quarter, self.reported(f)?.response.as_ref()?)))
            .next()?;
        let quarter = self.scene.words.quarter_short(quarter);
        let parts = [
            ("quarter", &Html::text(&quarter)),
            ("response", &self.scene.inline(response)),
        ];
        Some(NoteView {
            tone: class(Tone::Neutral),
            text: self.scene.words.html_around("response", &parts),
        })
    }
}

impl Subjects<'_, '_> {
    /// Warnings of the gate that were set aside for the indicator or one of its figures.
    fn silenced_notes(&self) -> Vec<NoteView> {
        let promised = self.score.commitment.indicator.silenced.iter();
        let facts = self.score.quarters.iter();
        let reported = facts.filter_map(|fact| self.reported(fact));
        let all = promised.chain(reported.flat_map(|reported| &reported.silenced));
        all.map(|one| NoteView {
            tone: class(Tone::Neutral),
            text: silenced(self.scene, one),
        })
        .collect()
    }
}

fn join(parts: &[Html]) -> Html {
    let texts: Vec<&str> = parts.iter().map(Html::as_str).collect();
    Html::message(texts.join("; "))
}
