//! The verdict on a contract: does the official keep the promise, in one sentence and one figure.

use super::html::{Html, unbroken};
use super::scene::Scene;
use super::state::{Tag, class, count_tags, kept_sentence, overall_tone, rest_sentence};
use crate::compute::{ContractScore, Overall, Weighting, WhyLeftOut};
use crate::format::Arg;
use crate::model::{Contract, Percent};
use serde::Serialize;

/// Does the official keep the promise? In words, a fraction and a colour.
#[derive(Clone, Debug, Serialize)]
pub struct VerdictView {
    pub tone: &'static str,
    pub kept: String,
    pub total: String,
    pub sentence: String,
    pub rest: String,
    pub achievement: Html,
    pub tags: Vec<Tag>,
}

/// The verdict on a contract.
pub(super) fn verdict(
    scene: &Scene<'_>,
    contract: &Contract,
    score: &ContractScore,
) -> VerdictView {
    let words = &scene.words;
    VerdictView {
        tone: class(overall_tone(score.counts)),
        kept: words.formats().count(score.counts.kept() as u64),
        total: words.formats().count(score.counts.due() as u64),
        sentence: verdict_sentence(scene, score),
        rest: rest_sentence(words, score.counts),
        achievement: achievement(scene, contract, &score.overall),
        tags: count_tags(words, score.counts),
    }
}

/// "9 dari 12 komitmen sesuai jalur pada Triwulan III 2026".
pub(super) fn verdict_sentence(scene: &Scene<'_>, score: &ContractScore) -> String {
    let when = score.headline.map(|quarter| scene.words.quarter(quarter));
    kept_sentence(&scene.words, score.counts, &when.unwrap_or_default())
}

/// The overall figure with what it leaves out, in the same breath.
pub(super) fn achievement(scene: &Scene<'_>, contract: &Contract, overall: &Overall) -> Html {
    let words = &scene.words;
    let bounds = scene.register.regime_of(contract).display_bounds();
    let Some(percent) = &overall.percent else {
        return Html::text(&words.text("achievement_none"));
    };
    let (shown, floor) = (
        words.percent(percent, &bounds),
        words.percent(&overall.floor, &bounds),
    );
    let weights = weights(scene, overall);
    let category = overall.category.as_ref().map(|name| words.said(name));
    let category = category.map_or_else(Html::default, |category| {
        let category = Html::said(&category.within(unbroken));
        words.html_around("in_category", &[("category", &category)])
    });
    let args = [
        ("percent", Arg::from(&shown)),
        ("floor", Arg::from(&floor)),
        ("counted", Arg::Count(overall.counted as u64)),
        ("total", Arg::Count(overall.total as u64)),
        ("weights", Arg::from(&weights)),
    ];
    let key = if overall.left_out.is_empty() {
        "achievement_all"
    } else {
        "achievement_part"
    };
    let mut sentences = vec![words.html_with(key, &args, &[("category", &category)])];
    sentences.extend(left_out(scene, overall));
    sentences.extend(uncapped(scene, overall, &bounds));
    joined(scene, sentences)
}

fn joined(scene: &Scene<'_>, sentences: Vec<Html>) -> Html {
    sentences
        .into_iter()
        .reduce(|first, second| {
            scene
                .words
                .html_around("joined", &[("first", &first), ("second", &second)])
        })
        .unwrap_or_default()
}

/// " (bobot 88 dari 100)", or nothing where all weigh the same.
fn weights(scene: &Scene<'_>, overall: &Overall) -> String {
    match &overall.weighting {
        Weighting::Equal => String::new(),
        Weighting::Weighted { counted, total } if counted == total => String::new(),
        Weighting::Weighted { counted, total } => {
            let formats = scene.words.formats();
            let (counted, total) = (formats.quantity(*counted), formats.quantity(*total));
            scene.words.say(
                "weights",
                &[
                    ("counted", Arg::from(&counted)),
                    ("total", Arg::from(&total)),
                ],
            )
        }
    }
}

fn left_out(scene: &Scene<'_>, overall: &Overall) -> Option<Html> {
    let count = |why| overall.left_out.iter().filter(|l| l.why == why).count() as u64;
    let kinds = [
        ("left_out_late", WhyLeftOut::Late),
        ("left_out_unavailable", WhyLeftOut::Unavailable),
        ("left_out_not_due", WhyLeftOut::NotDue),
        ("left_out_not_computable", WhyLeftOut::NotComputable),
    ];
    let parts: Vec<String> = kinds
        .into_iter()
        .filter(|(_, why)| count(*why) > 0)
        .map(|(key, why)| scene.words.say(key, &[("count", count(why).into())]))
        .collect();
    let parts = (!parts.is_empty()).then(|| scene.words.formats().list(&parts))?;
    Some(
        scene
            .words
            .html("left_out", &[("parts", Arg::from(&parts))]),
    )
}

fn uncapped(scene: &Scene<'_>, overall: &Overall, bounds: &[Percent]) -> Option<Html> {
    let uncapped = overall
        .uncapped
        .as_ref()
        .filter(|u| Some(*u) != overall.percent.as_ref())?;
    let shown = scene.words.percent(uncapped, bounds);
    Some(
        scene
            .words
            .html("uncapped", &[("percent", Arg::from(&shown))]),
    )
}
