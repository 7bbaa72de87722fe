//! A regime's rules in words, for the method page and wherever a page cites them.

use super::html::Html;
use super::indicator::FactView;
use super::said::Said;
use super::scene::{Link, Scene};
use crate::format::Arg;
use crate::model::{
    AspectScale, AspectScore, Condition, DueRule, EvaluationKind, EvaluationRule, Reach, Regime,
    Reporting, Since, Span, Wording,
};
use serde::Serialize;

/// A regime's rules in words.
#[derive(Clone, Debug, Serialize)]
pub struct RegimeView {
    pub anchor: String,
    pub heading: String,
    /// Which rules these replaced, and which replaced them.
    pub versions: Vec<Html>,
    pub facts: Vec<FactView>,
    pub basis: Vec<BasisView>,
    pub coverage: Vec<Html>,
    pub bands: Vec<BandView>,
    pub scales: Vec<ScaleView>,
    pub documents: Vec<Html>,
    pub evaluations: Vec<EvaluationRuleView>,
}

#[derive(Clone, Debug, Serialize)]
pub struct BasisView {
    pub text: Html,
    pub url: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct BandView {
    pub bound: String,
    pub name: Said,
}

#[derive(Clone, Debug, Serialize)]
pub struct ScaleView {
    pub name: String,
    pub ranks: Said,
}

#[derive(Clone, Debug, Serialize)]
pub struct EvaluationRuleView {
    pub name: Said,
    pub facts: Vec<FactView>,
}

pub(super) fn regime_view(scene: &Scene<'_>, regime: &Regime) -> RegimeView {
    RegimeView {
        anchor: regime.id.to_string(),
        heading: heading(scene, regime),
        versions: versions(scene, regime),
        facts: facts(scene, regime),
        basis: regime
            .basis
            .iter()
            .map(|basis| basis_view(scene, basis))
            .collect(),
        coverage: regime.coverage.iter().map(|c| coverage(scene, c)).collect(),
        bands: bands(scene, regime),
        scales: scales(scene, regime),
        documents: regime
            .required_documents
            .iter()
            .map(|d| required(scene, d))
            .collect(),
        evaluations: regime
            .evaluations
            .iter()
            .map(|rule| evaluation(scene, regime, rule))
            .collect(),
    }
}

/// `Kontrak Kinerja, berlaku sejak 10 Juni 2019`
pub(super) fn version_name(scene: &Scene<'_>, regime: &Regime) -> String {
    let since = scene.words.date(regime.since);
    let args = [
        ("term", Arg::from(scene.words.plain(&regime.term))),
        ("date", Arg::from(&since)),
    ];
    scene.words.say("method_regime", &args)
}

/// The same, and whom it is for where that is one kind of official beside other rules: else the
/// latest rules would pass for everybody's.
fn heading(scene: &Scene<'_>, regime: &Regime) -> String {
    let name = version_name(scene, regime);
    match &regime.coverage[..] {
        [only] if scene.register.regimes.len() > 1 => {
            let who = scene.words.plain(&only.who);
            let args = [("name", Arg::from(&name)), ("who", Arg::from(who))];
            scene.words.say("method_regime_for", &args)
        }
        _ => name,
    }
}

pub(super) fn version_link(scene: &Scene<'_>, regime: &Regime) -> Link {
    Link::own(heading(scene, regime), format!("#{}", regime.id))
}

/// A contract keeps the rules under which it was signed; both versions say so.
fn versions(scene: &Scene<'_>, regime: &Regime) -> Vec<Html> {
    let regimes = &scene.register.regimes;
    let since = |regime: &Regime| scene.words.date(regime.since);
    let said = |key: &str, other: &Regime, day: &str| {
        let link = version_link(scene, other);
        let args = [
            ("name", Arg::from(&link.text)),
            ("url", Arg::from(&link.url)),
            ("date", Arg::from(day)),
        ];
        scene.words.html(key, &args)
    };
    let before = regime.replaces.iter().map(|id| &regimes[id]);
    let before = before.map(|other| said("replaces", other, &since(regime)));
    let after = regimes.values();
    let after = after.filter(|other| other.replaces.as_ref() == Some(&regime.id));
    let after = after.map(|other| said("replaced_by", other, &since(other)));
    before.chain(after).collect()
}

/// `UU 5/2014 …, pasal 116–118`
pub(super) fn basis_text(scene: &Scene<'_>, basis: &crate::model::LegalBasis) -> Html {
    let words = &scene.words;
    let title = Html::said(&words.untranslated(basis.title.clone()));
    match &basis.article {
        Some(article) => {
            let article = [("article", Arg::from(article))];
            words.html_with("basis_article", &article, &[("title", &title)])
        }
        None => title,
    }
}

fn basis_view(scene: &Scene<'_>, basis: &crate::model::LegalBasis) -> BasisView {
    BasisView {
        text: basis_text(scene, basis),
        url: basis.url.clone(),
    }
}

fn coverage(scene: &Scene<'_>, coverage: &crate::model::Coverage) -> Html {
    let words = &scene.words;
    let who = Html::said(&words.said(&coverage.who));
    match coverage.since {
        Some(since) => {
            let date = words.date(since);
            let args = [("date", Arg::from(&date))];
            words.html_with("coverage_since", &args, &[("who", &who)])
        }
        None => words.html_around("coverage_undated", &[("who", &who)]),
    }
}

fn required(scene: &Scene<'_>, document: &crate::model::RequiredDocument) -> Html {
    let words = &scene.words;
    let kind = Html::said(&words.said(&document.kind));
    match &document.applies_to {
        Some(who) => {
            let who = Html::said(&words.said(who));
            words.html_around("document_for", &[("document", &kind), ("who", &who)])
        }
        None => kind,
    }
}

fn bands(scene: &Scene<'_>, regime: &Regime) -> Vec<BandView> {
    let band = |band: &crate::model::Band| {
        let bound = scene.words.formats().quantity(band.min);
        BandView {
            bound: scene
                .words
                .say("band_from", &[("bound", Arg::from(&bound))]),
            name: scene.words.said(&band.name),
        }
    };
    regime.scale.iter().map(band).collect()
}

fn scales(scene: &Scene<'_>, regime: &Regime) -> Vec<ScaleView> {
    let scale = |(id, ranks): (&crate::model::ScaleId, &Vec<crate::model::Rank>)| ScaleView {
        name: id.to_string(),
        ranks: scene.words.untranslated(ladder(scene, ranks)),
    };
    regime.rank_scales.iter().map(scale).collect()
}

/// `kurang < cukup < baik`, with the percentages that a scale gives its ranks.
fn ladder(scene: &Scene<'_>, ranks: &[crate::model::Rank]) -> String {
    let rank = |rank: &crate::model::Rank| match rank.percent {
        Some(percent) => {
            let percent = scene.words.percent(&percent.into(), &[]);
            format!("{} ({percent})", rank.name)
        }
        None => rank.name.clone(),
    };
    ranks.iter().map(rank).collect::<Vec<_>>().join(" < ")
}

fn facts(scene: &Scene<'_>, regime: &Regime) -> Vec<FactView> {
    let words = &scene.words;
    let fact = |key: &str, text: &str| FactView {
        term: words.text(key),
        text: Html::text(text),
    };
    let marked = |key: &str, text: Html| FactView {
        term: words.text(key),
        text,
    };
    let mut facts = Vec::new();
    if let Some(principal) = &regime.principal {
        let principal = Html::said(&words.said(principal));
        facts.push(marked("fact_principal", principal));
    }
    if !regime.watchers.is_empty() {
        facts.push(marked(
            "fact_watchers",
            words.list_of(regime.watchers.iter()),
        ));
    }
    let reporting = words.text(match regime.reporting {
        Reporting::Quarterly => "reporting_quarterly",
        Reporting::HalfYearly => "reporting_half_yearly",
        Reporting::Yearly => "reporting_yearly",
    });
    facts.push(fact("fact_reporting", &reporting));
    let deadline = match regime.deadline {
        Some(length) => {
            let length = span(scene, length);
            words.say(
                deadline_key(regime.reporting),
                &[("span", Arg::from(&length))],
            )
        }
        None => words.text("deadline_none"),
    };
    facts.push(fact("fact_deadline", &deadline));
    let cap = match &regime.cap {
        Some(cap) => {
            let cap = words.percent(cap, &[]);
            words.say("cap_at", &[("cap", Arg::from(&cap))])
        }
        None => words.text("cap_none"),
    };
    facts.push(fact("fact_cap", &cap));
    if let Some(protection) = &regime.protection {
        facts.push(marked(
            "fact_protection",
            protection_text(scene, protection),
        ));
    }
    if !regime.aspects.is_empty() {
        let aspects: Vec<String> = regime
            .aspects
            .iter()
            .map(|(id, scale)| match scale {
                AspectScale::Rank(scale) => {
                    format!("{id} ({})", ladder(scene, &regime.rank_scales[scale]))
                }
                AspectScale::Number => {
                    words.say("aspect_number", &[("aspect", Arg::from(id.as_str()))])
                }
            })
            .collect();
        facts.push(fact("fact_aspects", &words.formats().list(&aspects)));
    }
    if regime.basis.is_empty() {
        facts.push(fact("legal_basis", &words.text("basis_none")));
    }
    if regime.scale.is_empty() {
        facts.push(fact("categories", &words.text("categories_none")));
    }
    facts
}

/// What the deadline follows: the quarter, or the half-year or year that is reported as one.
fn deadline_key(reporting: Reporting) -> &'static str {
    match reporting {
        Reporting::Quarterly => "deadline_after",
        Reporting::HalfYearly => "deadline_after_half_year",
        Reporting::Yearly => "deadline_after_year",
    }
}

fn protection_text(scene: &Scene<'_>, protection: &crate::model::Protection) -> Html {
    let text = protected_time(scene, protection);
    match posts_of(scene, &protection.reach) {
        Some(posts) => scene
            .words
            .html_around("protection_for", &[("text", &text), ("posts", &posts)]),
        None => text,
    }
}

/// The posts that a rule is limited to; `None` when it is for all.
fn posts_of(scene: &Scene<'_>, reach: &Reach) -> Option<Html> {
    let Reach::Posts(posts) = reach else {
        return None;
    };
    // Names of posts have commas of their own.
    let names = posts.iter().map(|post| &scene.register.posts[post].name);
    let names: Vec<Html> = names
        .map(|name| Html::said(&scene.words.said(name)))
        .collect();
    let names: Vec<&str> = names.iter().map(Html::as_str).collect();
    Some(Html::message(names.join("; ")))
}

/// `24 bulan sejak pelantikan pejabat tidak boleh diganti`
pub(super) fn protected_length(scene: &Scene<'_>, protection: &crate::model::Protection) -> String {
    let (length, since) = (
        span(scene, protection.length),
        since(scene, protection.since),
    );
    let args = [("span", Arg::from(&length)), ("since", Arg::from(&since))];
    scene.words.say("protection", &args)
}

fn protected_time(scene: &Scene<'_>, protection: &crate::model::Protection) -> Html {
    let length = Html::text(&protected_length(scene, protection));
    if protection.exceptions.is_empty() {
        return length;
    }
    let exceptions = scene.words.list_of(protection.exceptions.iter());
    scene.words.html_around(
        "protection_except",
        &[("protection", &length), ("exceptions", &exceptions)],
    )
}

/// `10 hari`, `24 bulan`.
fn span(scene: &Scene<'_>, span: Span) -> String {
    let (key, count) = match span {
        Span::Days(n) => ("span_days", n),
        Span::Months(n) => ("span_months", n),
        Span::Years(n) => ("span_years", n),
    };
    scene.words.say(key, &[("count", u64::from(count).into())])
}

fn since(scene: &Scene<'_>, since: Since) -> String {
    scene.words.text(match since {
        Since::Induction => "since_induction",
        Since::Signature => "since_signature",
    })
}

fn evaluation(scene: &Scene<'_>, regime: &Regime, rule: &EvaluationRule) -> EvaluationRuleView {
    let words = &scene.words;
    let fact = |key: &str, text: &str| FactView {
        term: words.text(key),
        text: Html::text(text),
    };
    let marked = |key: &str, text: Html| FactView {
        term: words.text(key),
        text,
    };
    let said = |key: &str, text: &Wording| marked(key, Html::said(&words.said(text)));
    let kind = words.text(match rule.kind {
        EvaluationKind::Decision => "evaluation_decision",
        EvaluationKind::Monitoring => "evaluation_monitoring",
        EvaluationKind::Review => "evaluation_review",
    });
    let mut facts = vec![
        fact("fact_kind", &kind),
        marked("fact_when", due(scene, &rule.due)),
    ];
    if let Some(by) = &rule.by {
        facts.push(said("fact_by", by));
    }
    if let Some(posts) = posts_of(scene, &rule.reach) {
        facts.push(marked("fact_posts", posts));
    }
    let conditions: Vec<String> = rule
        .conditions
        .iter()
        .map(|c| condition(scene, regime, c))
        .collect();
    if !conditions.is_empty() {
        facts.push(fact("fact_condition", &words.formats().list(&conditions)));
    }
    if let Some(text) = &rule.if_met {
        facts.push(said("fact_if_met", text));
    }
    let states_nothing = rule.conditions.is_empty() && rule.if_met.is_none();
    match (&rule.if_unmet, states_nothing) {
        (Some(text), _) => facts.push(said("fact_if_unmet", text)),
        (None, false) => facts.push(fact("fact_if_unmet", &words.text("no_consequence"))),
        (None, true) => facts.push(fact("fact_consequence", &words.text("no_condition"))),
    }
    EvaluationRuleView {
        name: words.said(&rule.name),
        facts,
    }
}

fn due(scene: &Scene<'_>, rule: &DueRule) -> Html {
    let words = &scene.words;
    let (key, length, from) = match rule {
        DueRule::After { length, since } => ("due_after", *length, *since),
        DueRule::Every { length, since } => ("due_every", *length, *since),
        DueRule::Yearly { month, day, label } => {
            // Any leap year will do: only day and month are printed.
            let date = crate::model::Date::from_ymd_opt(2024, *month, *day);
            let day = date
                .map(|d| words.formats().day_and_month(d))
                .unwrap_or_default();
            let label = match label {
                Some(label) => Html::said(&words.said(label)),
                None => Html::text(&day),
            };
            let day = [("day", Arg::from(&day))];
            return words.html_with("due_yearly", &day, &[("label", &label)]);
        }
    };
    let (length, from) = (span(scene, length), since(scene, from));
    words.html(
        key,
        &[("span", Arg::from(&length)), ("since", Arg::from(&from))],
    )
}

fn condition(scene: &Scene<'_>, regime: &Regime, condition: &Condition) -> String {
    let words = &scene.words;
    match condition {
        Condition::Achievement(bound) => {
            let bound = words.formats().quantity(*bound);
            words.say("condition_achievement", &[("bound", Arg::from(&bound))])
        }
        Condition::AllReached => words.text("condition_all_reached"),
        Condition::Aspects(scores) => {
            let parts: Vec<String> = scores
                .iter()
                .map(|(aspect, score)| {
                    format!("{aspect} {}", score_text(scene, regime, aspect, *score))
                })
                .collect();
            let parts = words.formats().list(&parts);
            words.say("condition_aspects", &[("aspects", Arg::from(&parts))])
        }
        Condition::ImprovementOver(earlier) => {
            let name = regime
                .evaluations
                .iter()
                .find(|rule| rule.id == *earlier)
                .map_or_else(
                    || earlier.to_string(),
                    |rule| words.plain(&rule.name).to_owned(),
                );
            words.say("condition_improvement", &[("evaluation", Arg::from(&name))])
        }
    }
}

/// A score in words: a rank's name, or the number.
pub(super) fn score_text(
    scene: &Scene<'_>,
    regime: &Regime,
    aspect: &crate::model::AspectId,
    score: AspectScore,
) -> String {
    match (score, regime.aspects.get(aspect)) {
        (AspectScore::Number(number), _) => scene.words.formats().quantity(number),
        (AspectScore::Rank(position), Some(AspectScale::Rank(scale))) => regime
            .rank(scale, position)
            .map_or_else(|| position.to_string(), |rank| rank.name.clone()),
        (AspectScore::Rank(position), _) => position.to_string(),
    }
}
