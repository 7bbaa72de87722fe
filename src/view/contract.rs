//! A contract on its official's page: the verdict, every commitment, money, papers, amendments.

use super::budget::BudgetView;
use super::change::EventView;
use super::commit::CommitView;
use super::frozen::{self, FrozenCopyView};
use super::html::Html;
use super::indicator::{FactView, IndicatorView};
use super::said::Said;
use super::scene::{Link, Scene};
use super::silenced;
use super::state::{Tag, headline_tag};
use super::tenure::TenureLineView;
use super::tree::tree_link;
use super::verdict::{VerdictView, verdict};
use crate::compute::{ContractScore, IndicatorScore, LateRecord, OfficeReport};
use crate::format::Arg;
use crate::model::{
    Amendment, AmendmentCause, AmendmentKind, Capacity, Contract, Date, Document, DocumentPlace,
    IndicatorChange, PostId, Quarter, QuarterOfYear,
};
use crate::record::Reach;
use crate::url::{self, Subject};
use serde::Serialize;

/// A contract in full.
#[derive(Clone, Debug, Serialize)]
pub struct ContractView {
    pub anchor: String,
    /// `Plt. Kepala Dinas …`
    pub post: Link,
    pub opd: Option<Link>,
    /// `Kontrak Kinerja 2026`
    pub term: Said,
    pub verdict: VerdictView,
    /// The quarters it answers for, as the rows of its commitments name them; a commitment that was
    /// added later has not all of them.
    pub quarters: Vec<String>,
    pub goals: Vec<GoalView>,
    /// Shown with what was reported, counted no more.
    pub withdrawn: Vec<IndicatorView>,
    /// None where the contract names no programme.
    pub budget: Option<BudgetView>,
    pub reports: Vec<ReportView>,
    /// Copies of its quarters as they stood at their deadlines, and what has changed since.
    pub frozen: Vec<FrozenCopyView>,
    pub facts: Vec<FactView>,
    pub promise: Option<PromiseView>,
    pub documents: Vec<DocumentView>,
    pub amendments: Vec<AmendmentView>,
    /// What happened to it since it was signed; none where changes are not recorded.
    pub record: Option<RecordView>,
    /// Warnings of the gate that were set aside.
    pub silenced: Vec<Html>,
    /// Evaluations and protected time; none where the rules name neither.
    pub tenure: Option<TenureLineView>,
    pub superior: Option<RelativeView>,
    pub subordinates: Vec<RelativeView>,
    /// Where it stands in the tree of its year.
    pub tree: Link,
}

/// A goal and its commitments.
#[derive(Clone, Debug, Serialize)]
pub struct GoalView {
    pub name: Said,
    pub rpjmd: Option<Said>,
    pub parent: Option<Link>,
    pub indicators: Vec<IndicatorView>,
}

/// What was promised, and the mark of its language where that is not the page's.
#[derive(Clone, Debug, Serialize)]
pub struct PromiseView {
    pub text: Html,
    pub foreign: &'static str,
}

/// What the office said in one quarter.
#[derive(Clone, Debug, Serialize)]
pub struct ReportView {
    pub quarter: Link,
    pub tone: &'static str,
    pub text: String,
}

/// A paper, with its link if it is published.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentView {
    pub kind: Option<Said>,
    pub title: Said,
    pub url: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct AmendmentView {
    pub date: String,
    /// The day on which it was recorded, where that is another.
    pub recorded: Option<String>,
    pub commit: Option<CommitView>,
    pub heading: String,
    pub reason: Html,
    pub document: Option<DocumentView>,
}

/// What the repository says of a contract and its results.
#[derive(Clone, Debug, Serialize)]
pub struct RecordView {
    pub anchor: String,
    /// Where the contract was recorded only after it had been signed: no change until then is known.
    pub late: Option<String>,
    /// "Tidak ada yang berubah sejak …"; none where something has.
    pub nothing: Option<String>,
    /// Latest first.
    pub events: Vec<EventView>,
}

/// A post above or below, with who holds it today.
#[derive(Clone, Debug, Serialize)]
pub struct RelativeView {
    pub post: Link,
    pub holders: Vec<Link>,
    /// Where the relation is that of one year: its contracts in that year.
    pub contracts: Vec<RelativeContract>,
}

/// Who promised in a post above or below, and how it stands.
#[derive(Clone, Debug, Serialize)]
pub struct RelativeContract {
    pub person: Link,
    pub tag: Tag,
}

impl ContractView {
    pub(super) fn new(scene: &Scene<'_>, contract: &Contract) -> Self {
        let score = scene.score_of(&contract.id);
        let view = ContractScene {
            scene,
            contract,
            score,
        };
        Self {
            anchor: url::contract_anchor(&contract.id),
            post: view.post(),
            opd: scene.register.posts[&contract.post]
                .opd
                .as_ref()
                .map(|id| scene.opd_link(id)),
            term: term(scene, contract),
            verdict: verdict(scene, contract, score),
            quarters: contract
                .quarters()
                .map(|quarter| scene.words.quarter_short(quarter))
                .collect(),
            goals: view.goals(),
            withdrawn: score
                .withdrawn
                .iter()
                .map(|score| IndicatorView::withdrawn(scene, contract, score))
                .collect(),
            budget: BudgetView::new(scene, contract),
            reports: score
                .reports
                .iter()
                .filter_map(|(q, r)| report(scene, *q, *r, score.recorded_late.get(q).copied()))
                .collect(),
            frozen: frozen::copies(scene, contract),
            facts: view.facts(),
            promise: contract.promise.as_ref().map(|promise| {
                let (text, foreign) = scene.prose_of(promise);
                PromiseView {
                    text: scene.markdown(text),
                    foreign,
                }
            }),
            documents: contract
                .documents
                .iter()
                .map(|d| document(scene, d))
                .collect(),
            amendments: declared(contract).map(|a| amendment(scene, a)).collect(),
            record: record(scene, contract),
            silenced: silenced::of_contract(scene, contract),
            tenure: TenureLineView::new(scene, contract),
            superior: view.superior(),
            subordinates: scene
                .subordinates_in(&contract.post, contract.id.year)
                .map(|post| relative_in(scene, &post.id, contract.id.year))
                .collect(),
            tree: tree_link(scene, contract),
        }
    }
}

/// `Kontrak Kinerja 2026`: what the regime calls it, and its year.
pub(super) fn term(scene: &Scene<'_>, contract: &Contract) -> Said {
    let term = scene.words.said(&scene.register.regime_of(contract).term);
    term.within(|term| format!("{term} {}", contract.id.year))
}

pub(super) fn document(scene: &Scene<'_>, document: &Document) -> DocumentView {
    let words = &scene.words;
    DocumentView {
        kind: document.kind.clone().map(|kind| words.untranslated(kind)),
        title: words.untranslated(document.title.clone()),
        url: match &document.place {
            DocumentPlace::File(path) => Some(scene.urls.file(path)),
            DocumentPlace::Url(url) => Some(url.clone()),
            DocumentPlace::Unpublished => None,
        },
    }
}

fn report(
    scene: &Scene<'_>,
    quarter: Quarter,
    report: OfficeReport,
    recorded_late: Option<LateRecord>,
) -> Option<ReportView> {
    let (tone, text) = office_report(scene, report, recorded_late)?;
    let name = scene.words.quarter_short(quarter);
    Some(ReportView {
        quarter: Link::own(name, scene.link(Subject::Quarter(quarter))),
        tone,
        text,
    })
}

/// "dilaporkan 8 April 2026", "belum dilaporkan, terlambat 12 hari" …; nothing where none is
/// asked for.
pub(super) fn office_report(
    scene: &Scene<'_>,
    report: OfficeReport,
    recorded_late: Option<LateRecord>,
) -> Option<(&'static str, String)> {
    let (tone, text) = said_by_office(scene, report)?;
    // An office that says itself that it was late has said it all.
    let recorded_late = recorded_late.filter(|late| !is_said(report, *late));
    Some(match recorded_late {
        None => (tone, text),
        // The office's word and the repository's, side by side.
        Some(late) => {
            let parts = [text, recorded_late_text(scene, late)];
            ("watch", parts.join("; "))
        }
    })
}

/// Whether the office says of the same day that its report was late.
fn is_said(report: OfficeReport, late: LateRecord) -> bool {
    matches!(report, OfficeReport::Reported { on, days_late, .. } if on == late.on && days_late == late.days)
}

/// "tercatat 20 April 2026, 10 hari setelah batas"
pub(super) fn recorded_late_text(scene: &Scene<'_>, late: LateRecord) -> String {
    let date = scene.words.date(late.on);
    let args = [
        ("date", Arg::from(&date)),
        ("days", Arg::from(late.days.unsigned_abs())),
    ];
    scene.words.say("recorded_late", &args)
}

fn said_by_office(scene: &Scene<'_>, report: OfficeReport) -> Option<(&'static str, String)> {
    let words = &scene.words;
    match report {
        OfficeReport::Reported {
            on,
            days_late,
            silent,
        } => {
            let date = words.date(on);
            let key = match (days_late, silent) {
                (0, 0) => "report_in_time",
                (_, 0) => "report_late",
                (0, _) => "report_partly",
                _ => "report_late_partly",
            };
            let args = [
                ("date", Arg::from(&date)),
                ("days", Arg::from(days_late.unsigned_abs())),
                ("silent", Arg::Count(silent as u64)),
            ];
            let tone = if days_late == 0 && silent == 0 {
                "good"
            } else {
                "watch"
            };
            Some((tone, words.say(key, &args)))
        }
        OfficeReport::Late { days } => {
            let args = [("days", Arg::from(days.unsigned_abs()))];
            Some(("bad", words.say("report_missing", &args)))
        }
        OfficeReport::NotDue { deadline } => {
            let text = match deadline.map(|day| words.date(day)) {
                Some(date) => words.say("report_not_due_until", &[("date", Arg::from(&date))]),
                None => words.text("report_not_due"),
            };
            Some(("neutral", text))
        }
        OfficeReport::NoDeadline => Some(("neutral", words.text("cell_no_deadline"))),
        OfficeReport::NotAsked => None,
    }
}

fn amendment(scene: &Scene<'_>, amendment: &Amendment) -> AmendmentView {
    let words = &scene.words;
    let kind = match amendment.kind {
        AmendmentKind::Amendment => words.text("amendment"),
        AmendmentKind::Correction => words.text("correction"),
        AmendmentKind::Undeclared => words.text("undeclared"),
    };
    let cause = amendment.cause.map(|cause| {
        words.text(match cause {
            AmendmentCause::Official => "cause_official",
            AmendmentCause::Strategy => "cause_strategy",
            AmendmentCause::Budget => "cause_budget",
            AmendmentCause::Priority => "cause_priority",
        })
    });
    let recorded = amendment.recorded.as_ref();
    AmendmentView {
        date: words.date(amendment.date),
        recorded: recorded
            .filter(|recorded| recorded.on != amendment.date)
            .map(|recorded| recorded_on(scene, recorded.on)),
        commit: recorded.and_then(|recorded| CommitView::new(scene, recorded)),
        heading: cause.map_or(kind.clone(), |cause| format!("{kind}: {cause}")),
        reason: scene.markdown(&amendment.reason),
        document: amendment.document.as_ref().map(|d| document(scene, d)),
    }
}

/// What the office declared; the rest stands in the record.
fn declared(contract: &Contract) -> impl Iterator<Item = &Amendment> {
    let amendments = contract.amendments.iter();
    amendments.filter(|amendment| amendment.kind != AmendmentKind::Undeclared)
}

/// "tercatat 20 April 2026"
fn recorded_on(scene: &Scene<'_>, day: Date) -> String {
    let date = scene.words.date(day);
    scene
        .words
        .say("recorded_on", &[("date", Arg::from(&date))])
}

fn record(scene: &Scene<'_>, contract: &Contract) -> Option<RecordView> {
    let Reach::Since(since) = scene.record.reach else {
        return None;
    };
    let events = scene.record.of_contract(&contract.id);
    let events: Vec<EventView> = events.map(|event| EventView::new(scene, event)).collect();
    let first = contract.recorded.as_ref().map(|recorded| recorded.on);
    let since = since.max(contract.signed);
    let since = scene
        .words
        .date(first.map_or(since, |first| first.max(since)));
    let args = [("date", Arg::from(&since))];
    let late = first.filter(|first| *first > contract.signed);
    Some(RecordView {
        anchor: url::changes_anchor(&contract.id),
        late: late.map(|first| {
            let days = (first - contract.signed).num_days().unsigned_abs();
            let date = scene.words.date(first);
            scene.words.say(
                "contract_recorded_late",
                &[("date", Arg::from(&date)), ("days", days.into())],
            )
        }),
        nothing: events
            .is_empty()
            .then(|| scene.words.say("nothing_changed", &args)),
        events,
    })
}

pub(super) fn relative(scene: &Scene<'_>, post: &PostId) -> RelativeView {
    RelativeView {
        post: scene.post_link(post),
        holders: scene
            .holders_on(post, scene.score.today)
            .into_iter()
            .map(|person| scene.person_link(&person.id))
            .collect(),
        contracts: Vec::new(),
    }
}

/// A post in one year: who promised in it, or, without a contract, who held it at the year's end
/// or holds it today.
fn relative_in(scene: &Scene<'_>, post: &PostId, year: i32) -> RelativeView {
    let contracts: Vec<RelativeContract> = scene
        .contracts_in(post, year)
        .map(|contract| relative_contract(scene, contract))
        .collect();
    let year_end = Quarter::new(year, QuarterOfYear::Tw4).end();
    let holders = scene.holders_on(post, scene.score.today.min(year_end));
    let holders = holders.into_iter().filter(|_| contracts.is_empty());
    RelativeView {
        post: scene.post_link(post),
        holders: holders.map(|p| scene.person_link(&p.id)).collect(),
        contracts,
    }
}

fn relative_contract(scene: &Scene<'_>, contract: &Contract) -> RelativeContract {
    let person = &scene.register.people[&contract.person];
    RelativeContract {
        person: Link::own(
            scene.person_name(person),
            scene.contract_url(contract, &url::contract_anchor(&contract.id)),
        ),
        tag: headline_tag(&scene.words, scene.score_of(&contract.id).counts),
    }
}

struct ContractScene<'s, 'a> {
    scene: &'s Scene<'a>,
    contract: &'s Contract,
    score: &'s ContractScore,
}

impl ContractScene<'_, '_> {
    fn post(&self) -> Link {
        let (capacity, post) = (self.contract.capacity, &self.contract.post);
        let title = self.scene.post_title(capacity, post);
        Link::to(title, self.scene.link(Subject::Post(post.clone())))
    }

    /// Goals in the contract's order; indicators added without a goal stand under one of their
    /// own at the end.
    fn goals(&self) -> Vec<GoalView> {
        let view = |goal: Option<usize>| -> Vec<IndicatorView> {
            self.score
                .indicators
                .iter()
                .filter(|score| score.commitment.goal == goal)
                .map(|score| IndicatorView::new(self.scene, self.contract, score))
                .collect()
        };
        let signed = self
            .contract
            .goals
            .iter()
            .enumerate()
            .map(|(index, goal)| GoalView {
                name: self.scene.words.said(&goal.name),
                rpjmd: goal.rpjmd.clone().map(|r| self.scene.words.untranslated(r)),
                parent: goal.parent.as_ref().and_then(|parent| self.parent(parent)),
                indicators: view(Some(index)),
            });
        let mut goals: Vec<GoalView> = signed.collect();
        for score in &self.score.indicators {
            if score.commitment.goal.is_none() {
                self.add_to_own_goal(score, &mut goals);
            }
        }
        goals.retain(|goal| !goal.indicators.is_empty());
        goals
    }

    /// An added indicator whose goal is none of the contract's stands under a goal of its own.
    fn add_to_own_goal(&self, score: &IndicatorScore, goals: &mut Vec<GoalView>) {
        let signed = self.contract.goals.len();
        let amendments = score.commitment.amended_by.iter();
        let mut named = amendments.filter_map(|index| {
            match self.contract.amendments[*index]
                .indicators
                .get(score.id())?
            {
                IndicatorChange::Added(added) => added.goal.clone(),
                _ => None,
            }
        });
        let words = &self.scene.words;
        let name = named.next().map(|name| words.untranslated(name));
        let name = name.unwrap_or_else(|| Said::own(words.text("goal_added")));
        let view = IndicatorView::new(self.scene, self.contract, score);
        match goals[signed..].iter_mut().find(|goal| goal.name == name) {
            Some(goal) => goal.indicators.push(view),
            None => goals.push(GoalView {
                name,
                rpjmd: None,
                parent: None,
                indicators: vec![view],
            }),
        }
    }

    fn parent(&self, parent: &crate::model::IndicatorRef) -> Option<Link> {
        self.scene.indicator_link(parent)
    }

    fn facts(&self) -> Vec<FactView> {
        let words = &self.scene.words;
        let contract = self.contract;
        let fact = |key: &str, text: Html| FactView {
            term: words.text(key),
            text,
        };
        let link = |text: &Html, url: &str| {
            words.html_with("link", &[("url", Arg::from(url))], &[("text", text)])
        };
        // "Pengumuman kontrak kinerja, 20 Januari 2026"
        let dated = |title: Said, date: Date| {
            let date = Html::text(&words.date(date));
            let title = Html::said(&title);
            Html::message(format!("{}, {}", title.as_str(), date.as_str()))
        };
        let mut facts = Vec::new();
        if let Some(number) = &contract.number {
            facts.push(fact("fact_number", Html::text(number)));
        }
        facts.push(fact(
            "fact_signed",
            Html::text(&words.date(contract.signed)),
        ));
        let (start, end) = (
            words.date(contract.period.start),
            words.date(contract.period.end),
        );
        let signed_until = words.date(contract.signed_until);
        let args = [
            ("start", Arg::from(&start)),
            ("end", Arg::from(&end)),
            ("signed", Arg::from(&signed_until)),
        ];
        let key = if contract.ended_early() {
            "period_ended_early"
        } else {
            "period"
        };
        facts.push(fact("fact_period", words.html(key, &args)));
        if let Some(counterparty) = &contract.counterparty {
            let person = self.scene.person_link(&counterparty.person);
            let capacity = match counterparty.capacity {
                Capacity::Definitive => Html::default(),
                Capacity::Acting => Html::text(&format!(" ({})", words.text("capacity_acting"))),
                Capacity::DailyActing => {
                    Html::text(&format!(" ({})", words.text("capacity_daily_acting")))
                }
            };
            let person = link(&Html::text(&person.text), &person.url);
            let parts = [("first", &person), ("second", &capacity)];
            facts.push(fact("fact_principal", words.html_around("joined", &parts)));
        }
        let regime = self.scene.register.regime_of(contract);
        let rules = Html::text(&super::regime::version_name(self.scene, regime));
        let url = format!("{}#{}", self.scene.link(Subject::Method), contract.regime);
        facts.push(fact("fact_rules", link(&rules, &url)));
        if let Some(presentation) = &contract.presentation {
            let shown = presentation
                .document
                .as_ref()
                .map(|d| document(self.scene, d));
            let text = match shown {
                Some(DocumentView {
                    title,
                    url: Some(url),
                    ..
                }) => link(&dated(title, presentation.date), &url),
                Some(DocumentView { title, .. }) => dated(title, presentation.date),
                None => Html::text(&words.date(presentation.date)),
            };
            facts.push(fact("fact_presented", text));
        }
        for announcement in &contract.announcements {
            let title = words.untranslated(announcement.title.clone());
            let shown = link(&dated(title, announcement.date), &announcement.url);
            facts.push(fact("fact_announced", shown));
        }
        facts.extend(self.tenure_fact());
        facts
    }

    fn tenure_fact(&self) -> Option<FactView> {
        let words = &self.scene.words;
        let register = self.scene.register;
        let place = register.tenure_of(self.contract)?;
        let tenure = &register.people[&self.contract.person].tenures[place];
        let date = words.date(tenure.inducted);
        Some(FactView {
            term: words.text("fact_inducted"),
            text: Html::text(&date),
        })
    }

    fn superior(&self) -> Option<RelativeView> {
        let post = &self.scene.register.posts[&self.contract.post];
        post.superior
            .as_ref()
            .map(|superior| relative_in(self.scene, superior, self.contract.id.year))
    }
}
