//! What must be seen beside a figure: missing quarters, amendments, revisions, the official's
//! reply.

use super::{NoteView, Subjects};
use crate::chart::Tone;
use crate::compute::{Basis, QuarterFact, State};
use crate::format::Arg;
use crate::model::{
    Amendment, AmendmentKind, Indicator, IndicatorChange, Quarter, Recorded, Revision,
    RevisionGround, TermsChange,
};
use crate::url::{self, Subject};
use crate::view::commit::CommitView;
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
            self.filed_note(),
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

    /// What the figures would be by what the file says now, undeclared.
    fn filed_note(&self) -> Option<NoteView> {
        let filed = self.score.against_filed.as_ref()?;
        let now = &self.score.to_date.as_ref()?.judgement;
        if filed.aim == now.aim {
            return None;
        }
        let percent = self.percent_of(&filed.achievement);
        let target = self.figures.aim(&filed.aim);
        let args = [
            ("percent", Arg::from(&percent)),
            ("target", Arg::from(&target)),
        ];
        Some(NoteView {
            tone: class(Tone::Bad),
            text: self.html("against_filed", &args),
        })
    }

    pub(super) fn contribution_note(&self) -> Option<NoteView> {
        let contribution = self.score.commitment.indicator.contribution.as_ref()?;
        let owner = &self.scene.register.contracts[&contribution.owner.contract];
        let words = &self.scene.words;
        let post = Html::said(&words.said(&self.scene.register.posts[&owner.post].name));
        let anchor = url::indicator_anchor(&owner.id, &contribution.owner.indicator);
        let page = self
            .scene
            .link(Subject::OfficialYear(owner.person.clone(), owner.id.year));
        let link = format!("{page}#{anchor}");
        Some(NoteView {
            tone: class(Tone::Neutral),
            text: words.html_with(
                "contribution",
                &[("url", Arg::from(&link))],
                &[("post", &post)],
            ),
        })
    }

    pub(super) fn shared_note(&self) -> Option<NoteView> {
        let shared = &self.score.commitment.indicator.shared_with;
        if shared.is_empty() {
            return None;
        }
        let words = &self.scene.words;
        let names = shared.iter().map(|id| &self.scene.register.opds[id].name);
        let names = words.list_of(names);
        Some(NoteView {
            tone: class(Tone::Neutral),
            text: words.html_around("shared_with", &[("opds", &names)]),
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
            (_, AmendmentKind::Undeclared) => "amendment_undeclared",
        };
        let changes = match change {
            // Another unit, say: no figure is made of it, and the record tells it.
            IndicatorChange::Terms(terms) if *terms == TermsChange::default() => {
                self.html("change_told_elsewhere", &[])
            }
            IndicatorChange::Terms(terms) => {
                self.changed_terms(terms, &self.before(amendment), amendment.kind)
            }
            IndicatorChange::Dropped if amendment.kind == AmendmentKind::Undeclared => {
                self.html("change_removed", &[])
            }
            IndicatorChange::Added(_) | IndicatorChange::Dropped => Html::default(),
        };
        let parts = [
            ("date", &Html::text(&date)),
            ("changes", &changes),
            ("reason", &self.scene.inline(&amendment.reason)),
        ];
        let text = self.scene.words.html_around(key, &parts);
        Some(NoteView {
            tone: class(match amendment.kind {
                AmendmentKind::Undeclared => Tone::Bad,
                AmendmentKind::Amendment | AmendmentKind::Correction => Tone::Watch,
            }),
            text: self.with_commit(text, amendment.recorded.as_ref()),
        })
    }

    /// A sentence, and the commit that recorded what it tells.
    fn with_commit(&self, text: Html, recorded: Option<&Recorded>) -> Html {
        let words = &self.scene.words;
        let Some(recorded) = recorded else {
            return text;
        };
        let by = match CommitView::new(self.scene, recorded) {
            None => words.html("not_committed", &[]),
            Some(commit) => {
                let date = words.date(recorded.on);
                let args = [
                    ("date", Arg::from(&date)),
                    ("commit", Arg::from(&commit.short)),
                ];
                match &commit.url {
                    None => words.html("recorded_by", &args),
                    Some(url) => {
                        let link = [("url", Arg::from(url))];
                        let args: Vec<_> = args.into_iter().chain(link).collect();
                        words.html("recorded_by_link", &args)
                    }
                }
            }
        };
        let parts = [("first", &text), ("second", &by)];
        words.html_around("joined", &parts)
    }

    /// The indicator as it stood just before `amendment`.
    fn before(&self, amendment: &Amendment) -> Indicator {
        let mut indicator = Indicator::clone(&self.score.commitment.original);
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
    pub(super) fn changed_terms(
        &self,
        terms: &TermsChange,
        original: &Indicator,
        kind: AmendmentKind,
    ) -> Html {
        let words = &self.scene.words;
        // What still binds is not struck through.
        let key = match kind {
            AmendmentKind::Undeclared => "changed_term_undeclared",
            AmendmentKind::Amendment | AmendmentKind::Correction => "changed_term",
        };
        let mut changes: Vec<Html> = Vec::new();
        let mut change = |what: &str, before: Option<String>, after: String| {
            let before = before.unwrap_or_else(|| "–".to_owned());
            changes.push(self.html(
                key,
                &[
                    ("what", what.into()),
                    ("before", Arg::from(&before)),
                    ("after", Arg::from(&after)),
                ],
            ));
        };
        if let Some(name) = &terms.name {
            change(
                &words.text("name_word"),
                Some(original.name.own().clone()),
                name.clone(),
            );
        }
        if let Some(formula) = &terms.formula {
            let before = original.formula.as_ref().map(|text| text.own().0.clone());
            change(&words.text("fact_formula"), before, formula.0.clone());
        }
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
            // Each revision led to what the next one calls the value before.
            let next = reported.revisions.iter().skip(1);
            let after = next
                .map(|next| self.figures.value(next.before))
                .chain([now]);
            let revisions = reported.revisions.iter().zip(after);
            revisions
                .map(|(revision, after)| self.revision_note(fact.quarter, revision, &after))
                .collect()
        };
        self.score.quarters.iter().flat_map(of_quarter).collect()
    }

    fn revision_note(&self, quarter: Quarter, revision: &Revision, after: &str) -> NoteView {
        let words = &self.scene.words;
        let text = |text: &str| Html::text(text);
        let (key, tone, reason) = match &revision.ground {
            RevisionGround::Declared(reason) => ("revised", Tone::Watch, self.scene.inline(reason)),
            RevisionGround::Undeclared => ("revised_undeclared", Tone::Bad, Html::default()),
        };
        let parts = [
            ("quarter", &text(&words.quarter_short(quarter))),
            ("date", &text(&words.date(revision.date))),
            ("before", &text(&self.figures.value(revision.before))),
            ("after", &text(after)),
            ("reason", &reason),
        ];
        let told = words.html_around(key, &parts);
        NoteView {
            tone: class(tone),
            text: self.with_commit(told, revision.recorded.as_ref()),
        }
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
