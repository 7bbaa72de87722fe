//! What happened, in words: each entry says all of it, with the figures that its page shows.

use super::declared::{amended, revised};
use super::happened::{Happening, What, awaited};
use super::{FeedEntry, FeedKind};
use crate::compute::{Occurrence, QuarterReport, State, TenureScore};
use crate::format::Arg;
use crate::model::{Contract, Date, Quarter};
use crate::record::Event;
use crate::url::{self, Address, Subject};
use crate::view::change::{EventView, anchor, kind_word};
use crate::view::contract::{office_report, term};
use crate::view::evaluation::Told;
use crate::view::figures::Figures;
use crate::view::html::Html;
use crate::view::indicator::{FactView, QuarterOf};
use crate::view::scene::Scene;
use crate::view::state::{kept_sentence, not_computable_tag, tag};
use crate::view::tenure::contract_of_line;
use crate::view::verdict::achievement;

/// Title, address and text; the rest of an entry follows from what happened.
struct Words {
    title: String,
    url: String,
    html: String,
}

pub(super) fn entry(scene: &Scene<'_>, happening: &Happening<'_>) -> FeedEntry {
    let at = happening.published;
    let (kind, words) = match &happening.what {
        What::Result(contract, quarter) => ("hasil", result(scene, contract, *quarter)),
        What::Late(contract, quarter, deadline) => {
            ("terlambat", late(scene, contract, *quarter, *deadline))
        }
        What::Amendment(contract, index) => {
            let event = amended(scene, contract, *index, at);
            let anchor = url::contract_anchor(&contract.id);
            let url = on_page(scene, contract, &anchor);
            (event.kind.key(), changed(scene, &event, url))
        }
        What::Revision(contract, quarter, indicator, index) => {
            let event = revised(scene, contract, *quarter, indicator, *index, at);
            let anchor = url::quarter_anchor(&contract.id, indicator, *quarter);
            let url = on_page(scene, contract, &anchor);
            (event.kind.key(), changed(scene, &event, url))
        }
        What::Event(event) => {
            let page = Address::new(scene.words.language(), Subject::Changes);
            let url = at_anchor(scene, &page, &anchor(event));
            (event.kind.key(), changed(scene, event, url))
        }
        What::Due(tenure, occurrence, day, _) => ("evaluasi", due(scene, tenure, occurrence, *day)),
        What::Decided(tenure, occurrence, index) => {
            ("putusan", decided(scene, tenure, occurrence, *index))
        }
    };
    FeedEntry {
        id: scene.urls.lasting_name(&happening.what.name(scene)),
        kind: FeedKind(kind),
        title: words.title,
        url: words.url,
        published: happening.published,
        updated: happening.updated,
        html: words.html,
    }
}

fn at_anchor(scene: &Scene<'_>, page: &Address, anchor: &str) -> String {
    let page = scene.urls.absolute(page);
    format!("{page}#{}", url::fragment(anchor))
}

/// `anchor` on the page of the official and the year of `contract`.
fn on_page(scene: &Scene<'_>, contract: &Contract, anchor: &str) -> String {
    let subject = Subject::OfficialYear(contract.person.clone(), contract.id.year);
    let page = Address::new(scene.words.language(), subject);
    at_anchor(scene, &page, anchor)
}

/// "Ratna Kusumawati, Kepala Dinas Kesehatan"
fn who(scene: &Scene<'_>, contract: &Contract) -> String {
    let person = scene.person_name(&scene.register.people[&contract.person]);
    let post = scene.post_title(contract.capacity, &contract.post);
    format!("{person}, {}", post.text)
}

fn titled(scene: &Scene<'_>, key: &str, quarter: Quarter, contract: &Contract) -> String {
    let quarter = scene.words.quarter(quarter);
    let what = scene.words.say(key, &[("quarter", Arg::from(&quarter))]);
    format!("{what}: {}", who(scene, contract))
}

fn paragraph(html: &Html) -> String {
    format!("<p>{}</p>", html.as_str())
}

fn sentence(text: &str) -> String {
    paragraph(&Html::text(text))
}

/// `term: text`, the text being markup already.
fn fact(fact: &FactView) -> String {
    let term = Html::text(&fact.term);
    format!("<dt>{}</dt><dd>{}</dd>", term.as_str(), fact.text.as_str())
}

fn facts(all: &[FactView]) -> String {
    if all.is_empty() {
        return String::new();
    }
    let items: Vec<String> = all.iter().map(fact).collect();
    format!("<dl>{}</dl>", items.concat())
}

fn list(items: &[String]) -> String {
    if items.is_empty() {
        return String::new();
    }
    format!("<ul>{}</ul>", items.concat())
}

/// When the report came, how the contract stood then, and each commitment with its figures.
fn result(scene: &Scene<'_>, contract: &Contract, quarter: Quarter) -> Words {
    let score = scene.score_of(&contract.id);
    let words = &scene.words;
    let recorded_late = score.recorded_late.get(&quarter).copied();
    let report = office_report(scene, score.reports[&quarter], recorded_late);
    let (name, contract_name) = (words.quarter(quarter), term(scene, contract).text);
    let report = report.map(|(_, text)| sentence(&format!("{contract_name}, {name}: {text}.")));
    let overall = score.quarters.get(&quarter).map(|at| {
        let kept = kept_sentence(words, at.counts, &name);
        let achieved = achievement(scene, contract, &at.overall);
        format!("{}{}", sentence(&format!("{kept}.")), paragraph(&achieved))
    });
    let indicators = awaited_or_said(scene, contract, quarter);
    Words {
        title: titled(scene, "feed_result", quarter, contract),
        url: on_page(scene, contract, &url::contract_anchor(&contract.id)),
        html: [
            report.unwrap_or_default(),
            overall.unwrap_or_default(),
            list(&indicators),
        ]
        .concat(),
    }
}

/// Each commitment that the quarter asks for, or of which something was said all the same.
fn awaited_or_said(scene: &Scene<'_>, contract: &Contract, quarter: Quarter) -> Vec<String> {
    let score = scene.score_of(&contract.id);
    let indicators = score.indicators.iter().filter_map(|indicator| {
        let mut facts = indicator.quarters.iter();
        let fact = facts.find(|fact| fact.quarter == quarter)?;
        (fact.report != QuarterReport::NotAsked).then_some((indicator, fact))
    });
    indicators
        .filter_map(|(indicator, fact)| {
            let shown = QuarterOf::new(scene, contract, indicator, quarter)?;
            let state = score.state_at(quarter, indicator.id());
            // How late it is changes every day, and would change the entry.
            let is_late = matches!(fact.report, QuarterReport::Late { .. });
            let actual = if is_late {
                scene.words.text("feed_silent")
            } else {
                shown.row.actual.clone()
            };
            let cells = [
                ("column_target", shown.row.target.as_str()),
                ("column_actual", &actual),
                ("column_running", &shown.row.running),
                ("column_achievement", &shown.row.achievement),
            ];
            let told = cells.into_iter().filter(|(_, text)| *text != "–");
            let mut parts: Vec<String> = told
                .map(|(key, text)| format!("{}: {text}", scene.words.text(key)))
                .collect();
            parts.extend(state.and_then(|state| state_word(scene, state)));
            let has_no_capaian = fact.judgement.is_some() && shown.row.achievement == "–";
            parts.extend(has_no_capaian.then(|| not_computable_tag(&scene.words).text));
            let name = scene.words.said(&indicator.commitment.indicator.name);
            let remarks = shown.remark.map(|remark| facts(&remark.facts));
            Some(format!(
                "<li>{}<br>{}{}</li>",
                Html::said(&name).as_str(),
                Html::text(&parts.join(" · ")).as_str(),
                remarks.unwrap_or_default()
            ))
        })
        .collect()
}

/// Nothing for what is late or not available: it is said in the place of the figure.
fn state_word(scene: &Scene<'_>, state: State) -> Option<String> {
    let is_said = matches!(state, State::Late { .. } | State::Unavailable);
    (!is_said).then(|| tag(&scene.words, state).text)
}

/// Which deadline passed, and what had been promised for the quarter.
fn late(scene: &Scene<'_>, contract: &Contract, quarter: Quarter, deadline: Date) -> Words {
    let words = &scene.words;
    let (name, date) = (words.quarter(quarter), words.date(deadline));
    let args = [("quarter", Arg::from(&name)), ("date", Arg::from(&date))];
    let score = scene.score_of(&contract.id);
    let regime = scene.register.regime_of(contract);
    let missed = awaited(score, quarter).filter(|(_, fact)| fact.deadline == Some(deadline));
    let targets = missed.map(|(indicator, fact)| {
        let of = &indicator.commitment.indicator;
        let target =
            Figures::new(scene, of, regime).target(fact.target_of(of).unwrap_or(of.target));
        format!(
            "<li>{}<br>{}</li>",
            Html::said(&words.said(&of.name)).as_str(),
            Html::text(&format!("{}: {target}", words.text("column_target"))).as_str()
        )
    });
    let targets: Vec<String> = targets.collect();
    Words {
        title: titled(scene, "feed_late", quarter, contract),
        url: on_page(scene, contract, &url::contract_anchor(&contract.id)),
        html: format!(
            "{}{}",
            sentence(&words.say("feed_late_text", &args)),
            list(&targets)
        ),
    }
}

/// A change as the record tells it.
fn changed(scene: &Scene<'_>, event: &Event, url: String) -> Words {
    let view = EventView::new(scene, event);
    let parts = [
        view.person.as_ref().map(|person| person.text.as_str()),
        view.post.as_ref().map(|post| post.text.as_str()),
        Some(view.about.text.as_str()),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    let about = parts.join(", ");
    let lines: Vec<String> = view
        .changes
        .iter()
        .chain(&view.declared)
        .map(paragraph)
        .collect();
    Words {
        title: format!("{}: {about}", kind_word(scene, event.kind)),
        url,
        html: format!("{}{}", sentence(&about), lines.concat()),
    }
}

/// Whose evaluation, and the page that tells the most of it.
fn evaluated(scene: &Scene<'_>, tenure: &TenureScore, told: &Told<'_, '_>) -> (String, String) {
    let held = tenure.tenure(scene.register);
    let person = scene.person_name(&scene.register.people[&tenure.person]);
    let post = scene.post_title(held.capacity, &held.post);
    let contract = contract_of_line(scene, tenure);
    let about = format!("{}, {person}, {}", told.name().text, post.text);
    let anchor = url::tenure_anchor(&contract.id);
    (about, on_page(scene, contract, &anchor))
}

fn due(scene: &Scene<'_>, tenure: &TenureScore, occurrence: &Occurrence, day: Date) -> Words {
    let words = &scene.words;
    let told = Told { scene, occurrence };
    let (about, url) = evaluated(scene, tenure, &told);
    let date = words.date(day);
    let due = words.say("evaluation_due_text", &[("due", Arg::from(&date))]);
    let by_figures = told.by_figures_sentence().map(|text| sentence(&text));
    Words {
        title: format!("{}: {about}", words.text("feed_due")),
        url,
        html: [
            sentence(&about),
            sentence(&due),
            by_figures.unwrap_or_default(),
        ]
        .concat(),
    }
}

fn decided(
    scene: &Scene<'_>,
    tenure: &TenureScore,
    occurrence: &Occurrence,
    index: usize,
) -> Words {
    let told = Told { scene, occurrence };
    let (about, url) = evaluated(scene, tenure, &told);
    let by_figures = told.by_figures_sentence().map(|text| sentence(&text));
    let record = occurrence.records(scene.register).nth(index);
    let recorded = record.map(|record| facts(&told.record_facts(record)));
    Words {
        title: format!("{}: {about}", scene.words.text("feed_decided")),
        url,
        html: [
            sentence(&about),
            recorded.unwrap_or_default(),
            by_figures.unwrap_or_default(),
        ]
        .concat(),
    }
}
