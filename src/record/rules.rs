//! Rules that are new, and rules that were changed in place: contracts keep those they were signed
//! under, so a change needs a version of its own (`berlaku_sejak`, `menggantikan`).

use super::event::{Event, EventKind, EventSubject};
use super::line::{Stage, stages};
use super::promise::changes;
use super::stated::Stated;
use super::terms::{Difference, Item, Table, Term};
use super::{Chronicle, Ledger};
use crate::model::{PostId, RegimeId, Span};
use crate::parse::place::{Place, regime_file};
use crate::parse::reader::Sp;
use crate::parse::regime::{RawConditions, RawDue, RawEvaluationRule, RawRank, RawRegime};
use crate::parse::scalar::Choice;
use crate::problem::{Problem, code};
use crate::source::TextSpan;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn rules(chronicle: &Chronicle<'_>, ledger: &mut Ledger) {
    let committed = chronicle.history.files.keys();
    let paths = committed.chain(chronicle.sources.files.keys());
    let mut regimes: BTreeMap<RegimeId, BTreeSet<String>> = BTreeMap::new();
    for id in paths.filter_map(|path| regime_id(path)) {
        let now = chronicle.identities.regime_now(&id);
        regimes.entry(now).or_default().insert(regime_file(&id));
    }
    for (id, files) in regimes {
        let files: Vec<String> = files.into_iter().collect();
        let now = |path: &str| {
            let regimes = &chronicle.raw.regimes;
            regimes.get(&regime_id(path)?)?.record.as_ref()
        };
        let stages = stages::<RawRegime>(chronicle, &files, now);
        tell(chronicle, &id, &stages, ledger);
        accuse(chronicle, &id, &stages, ledger);
    }
}

fn regime_id(path: &str) -> Option<RegimeId> {
    match Place::of(path) {
        Some(Ok(Place::Regime(id))) => Some(id),
        _ => None,
    }
}

/// Each version that says something else than the one before it.
fn tell(
    chronicle: &Chronicle<'_>,
    id: &RegimeId,
    stages: &[Stage<'_, RawRegime>],
    ledger: &mut Ledger,
) {
    let mut before: Option<Table> = None;
    let mut explained = Table::default();
    for stage in stages {
        let Some(record) = stage.held.record() else {
            continue;
        };
        let after = table(record);
        let english = english(record);
        if before.is_some() && !chronicle.is_baseline(stage.order) {
            remark(
                chronicle,
                id,
                stage.order,
                explained.differences_of_terms(&english),
                ledger,
            );
        }
        explained = english;
        if !chronicle.is_baseline(stage.order) {
            let earlier = before.clone().unwrap_or_default();
            let differences = earlier.differences_of_terms(&after);
            // Rules that were in force by then are no news, even where their file came later.
            let is_new = before.is_none() && record.since.value > chronicle.since;
            let is_changed = before.is_some() && !differences.is_empty();
            if is_new || is_changed {
                let mut event = event(chronicle, id, stage.order);
                // Of new rules the method page tells everything.
                if before.is_some() {
                    event.changes = changes(differences, &|_| None);
                }
                ledger.events.push(event);
            }
        }
        before = Some(after);
    }
}

/// What the rules say in English binds nobody: where it changes, that is told as a remark.
fn remark(
    chronicle: &Chronicle<'_>,
    id: &RegimeId,
    order: usize,
    differences: Vec<Difference>,
    ledger: &mut Ledger,
) {
    if differences.is_empty() {
        return;
    }
    let subject = EventSubject::Rules(id.clone());
    let mut event = chronicle.event(order, subject, EventKind::Remarked);
    event.changes = changes(differences, &|_| None);
    ledger.events.push(event);
}

fn event(chronicle: &Chronicle<'_>, id: &RegimeId, order: usize) -> Event {
    chronicle.event(order, EventSubject::Rules(id.clone()), EventKind::Rules)
}

/// What reads otherwise now than when a contract was first signed under it.
fn accuse(
    chronicle: &Chronicle<'_>,
    id: &RegimeId,
    stages: &[Stage<'_, RawRegime>],
    ledger: &mut Ledger,
) {
    let contracts = chronicle.register.contracts.values();
    let signed = contracts
        .filter(|c| c.regime == *id)
        .map(|c| c.signed)
        .min();
    let Some(signed) = signed else { return };
    let readable = stages
        .iter()
        .filter_map(|stage| Some((stage.order, stage.held.record()?)));
    let readable: Vec<(usize, &RawRegime)> = readable.collect();
    let (Some((_, last)), Some((first_order, _))) = (readable.last(), readable.first()) else {
        return;
    };
    let binding = signed.max(chronicle.since).max(chronicle.day(*first_order));
    let first = readable
        .iter()
        .rev()
        .find(|(order, _)| chronicle.day(*order) <= binding);
    let Some((_, first)) = first else { return };
    let (first, now) = (table(first), table(last));
    for difference in first.differences_of_terms(&now) {
        let later = readable.iter().rev();
        let since = later.take_while(|(_, record)| {
            table(record)
                .stated(&difference.key)
                .means(&difference.after)
        });
        let order = since.last().map_or(*first_order, |(order, _)| *order);
        let problem = Problem::violation(
            code::RULES_CHANGED,
            &regime_file(id),
            now.place(&difference.key),
        );
        ledger.problems.push(
            problem
                .with("term", difference.key.term.key())
                .with("before", difference.before.raw())
                .with("after", difference.after.raw())
                .with("date", chronicle.day(order).to_string())
                .with("commit", chronicle.short(order)),
        );
    }
}

/// The rules by which figures and people are judged; names and laws are none.
fn table(regime: &RawRegime) -> Table {
    let mut table = Table::default();
    let mut rule = |key: &str, stated: Stated, span: TextSpan| {
        table.add(&Item::Whole, Term::Rule(key.to_owned()), stated, span);
    };
    rule(
        "berlaku_sejak",
        Stated::Day(regime.since.value),
        regime.since.span,
    );
    if let Some(reporting) = &regime.reporting {
        let word = reporting.value.word();
        rule("pelaporan", Stated::Word(word.into()), reporting.span);
    }
    if let Some(deadline) = &regime.deadline {
        rule(
            "batas_lapor",
            Stated::Word(span(deadline.value)),
            deadline.span,
        );
    }
    if let Some(cap) = &regime.cap {
        rule("batas_capaian", Stated::amount(cap.value), cap.span);
    }
    for band in &regime.scale {
        let key = format!("skala {}", band.value.name.value);
        rule(&key, Stated::amount(band.value.min.value), band.span);
    }
    for (id, ranks) in &regime.rank_scales.0 {
        let ranks: Vec<String> = ranks.value.iter().map(rank).collect();
        let key = format!("predikat {}", id.value);
        rule(&key, Stated::Word(ranks.join(" < ")), id.span);
    }
    if let Some(protection) = &regime.protection {
        let value = &protection.value;
        let first = [
            span(value.length.value),
            value.since.value.word().to_owned(),
        ];
        let parts = first
            .into_iter()
            .chain(for_posts(&value.posts))
            .chain(value.exceptions.iter().map(|text| text.value.clone()));
        let stated = parts.collect::<Vec<_>>().join(" · ");
        rule("masa_lindung", Stated::Word(stated), protection.span);
    }
    for evaluation in &regime.evaluations {
        let key = format!("evaluasi {}", evaluation.value.id.value);
        rule(
            &key,
            Stated::Word(evaluation_rule(&evaluation.value)),
            evaluation.span,
        );
    }
    table
}

/// What the rules say in English, by the keys of what they translate.
fn english(regime: &RawRegime) -> Table {
    let mut table = Table::default();
    let mut say = |key: &str, text: Option<&Sp<String>>| {
        table.put_english(
            &Item::Whole,
            Term::Rule(key.to_owned()),
            text,
            String::clone,
        );
    };
    if let Some(english) = regime.english.as_ref().map(|en| &en.value) {
        say("sebutan", english.term.as_ref());
        say("pemberi_amanah", english.principal.as_ref());
        for (watcher, own) in english.watchers.iter().zip(&regime.watchers) {
            say(&format!("pengawas {}", own.value), Some(watcher));
        }
    }
    for coverage in regime.coverage.iter().map(|entry| &entry.value) {
        let who = coverage.english.as_ref().map(|en| &en.value.who);
        say(&format!("cakupan {}", coverage.who.value), who);
    }
    for band in regime.scale.iter().map(|entry| &entry.value) {
        let name = band.english.as_ref().map(|en| &en.value.name);
        say(&format!("skala {}", band.name.value), name);
    }
    for document in regime.required_documents.iter().map(|entry| &entry.value) {
        let Some(english) = document.english.as_ref().map(|en| &en.value) else {
            continue;
        };
        let key = format!("dokumen_wajib {}", document.kind.value);
        say(&key, english.kind.as_ref());
        say(&format!("{key} untuk"), english.applies_to.as_ref());
    }
    if let Some(protection) = regime.protection.as_ref().map(|sp| &sp.value) {
        let english = protection.english.iter();
        let exceptions = english.flat_map(|en| &en.value.exceptions);
        for (exception, own) in exceptions.zip(&protection.exceptions) {
            say(&format!("kecuali {}", own.value), Some(exception));
        }
    }
    for rule in regime.evaluations.iter().map(|entry| &entry.value) {
        let key = format!("evaluasi {}", rule.id.value);
        if let Some(english) = rule.english.as_ref().map(|en| &en.value) {
            say(&key, english.name.as_ref());
            say(&format!("{key} oleh"), english.by.as_ref());
            say(&format!("{key} terpenuhi"), english.if_met.as_ref());
            say(&format!("{key} tidak_terpenuhi"), english.if_unmet.as_ref());
        }
        let due = rule.due.value.english.as_ref();
        say(&format!("{key} sebutan"), due.map(|en| &en.value.label));
    }
    table
}

fn rank(rank: &Sp<RawRank>) -> String {
    match &rank.value {
        RawRank::Name(name) => name.clone(),
        RawRank::WithPercent(rank) => {
            format!("{} ({})", rank.name.value, rank.percent.value)
        }
    }
}

/// As the file writes it: `10 hari`.
fn span(span: Span) -> String {
    match span {
        Span::Days(days) => format!("{days} hari"),
        Span::Months(months) => format!("{months} bulan"),
        Span::Years(years) => format!("{years} tahun"),
    }
}

fn evaluation_rule(rule: &RawEvaluationRule) -> String {
    let conditions = rule.conditions.as_ref();
    let conditions = conditions.map(|conditions| condition_words(&conditions.value));
    let outcome = |word: &str, text: &Option<Sp<String>>| {
        text.as_ref().map(|text| format!("{word}: {}", text.value))
    };
    let by = rule.by.as_ref();
    let parts = [
        Some(rule.kind.value.word().to_owned()),
        for_posts(&rule.posts),
        by.map(|by| format!("oleh {}", by.value)),
        Some(due(&rule.due.value)),
        conditions,
        outcome("terpenuhi", &rule.if_met),
        outcome("tidak_terpenuhi", &rule.if_unmet),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// `None` where a rule is for all posts.
fn for_posts(posts: &[Sp<PostId>]) -> Option<String> {
    let posts: Vec<&str> = posts.iter().map(|post| post.value.as_str()).collect();
    (!posts.is_empty()).then(|| format!("jabatan {}", posts.join(", ")))
}

fn due(due: &RawDue) -> String {
    let since = due.since.as_ref().map(|since| since.value.word());
    let since = since.map_or(String::new(), |word| format!(" sejak {word}"));
    let after = due
        .after
        .as_ref()
        .map(|after| format!("setelah {}", span(after.value)));
    let every = due
        .every
        .as_ref()
        .map(|every| format!("setiap {}", span(every.value)));
    let yearly = due.yearly.as_ref();
    let yearly =
        yearly.map(|day| format!("setiap tahun {:02}-{:02}", day.value.month, day.value.day));
    let when: Vec<String> = [after, every, yearly].into_iter().flatten().collect();
    format!("{}{since}", when.join(" "))
}

fn condition_words(conditions: &RawConditions) -> String {
    let achievement = conditions.achievement.as_ref();
    let achievement = achievement.map(|percent| format!("capaian ≥ {}", percent.value));
    let all = conditions.all_reached.as_ref().filter(|all| all.value);
    let all = all.map(|_| "semua_tercapai".to_owned());
    let aspects = conditions.aspects.0.iter();
    let aspects = aspects.map(|(id, least)| format!("{} ≥ {}", id.value, least.value));
    let improvement = conditions.improvement.as_ref();
    let improvement = improvement.map(|over| format!("perbaikan_dari {}", over.value));
    let words = achievement
        .into_iter()
        .chain(all)
        .chain(aspects)
        .chain(improvement);
    words.collect::<Vec<_>>().join(", ")
}
