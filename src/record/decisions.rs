//! Evaluations that were changed or taken out after they had been recorded. One that is new, or that
//! gets what it did not have yet, is no news here: the official's page tells it.

use super::event::{Event, EventKind, EventSubject};
use super::line::{ContractLines, stages};
use super::promise::changes;
use super::stated::Stated;
use super::terms::{Difference, Item, Table, Term};
use super::{Chronicle, Ledger};
use crate::model::{ContractId, Date};
use crate::parse::place::{Place, evaluations_file};
use crate::parse::reader::Sp;
use crate::parse::report::RawEvaluation;
use crate::parse::scalar::Choice;
use crate::source::TextSpan;

pub(super) fn decisions(
    chronicle: &Chronicle<'_>,
    contracts: &ContractLines<'_>,
    ledger: &mut Ledger,
) {
    for (place, line) in contracts.lines.iter().enumerate() {
        let files: Vec<String> = contracts
            .paths(place)
            .iter()
            .map(evaluations_file)
            .collect();
        of_contract(chronicle, line.id(), &files, ledger);
    }
}

fn of_contract(chronicle: &Chronicle<'_>, id: &ContractId, files: &[String], ledger: &mut Ledger) {
    let now = |path: &str| {
        let Some(Ok(Place::Evaluations(id))) = Place::of(path) else {
            return None;
        };
        chronicle.raw.evaluations.get(&id)?.record.as_ref()
    };
    let mut before = Table::default();
    for stage in stages::<Vec<Sp<RawEvaluation>>>(chronicle, files, now) {
        // What could not be read tells nothing; a file that is gone states nothing any more.
        if stage.held.is_unreadable() {
            continue;
        }
        let after = stage
            .held
            .record()
            .map_or_else(Table::default, |r| table(r));
        let differences = before.differences_of_terms(&after).into_iter();
        let stood = |difference: &Difference| difference.before != Stated::Nothing;
        let differences: Vec<Difference> = differences.filter(stood).collect();
        if !differences.is_empty() && !chronicle.is_baseline(stage.order) {
            let contract = chronicle.register.contracts.get(id);
            ledger.events.push(Event {
                person: contract.map(|contract| contract.person.clone()),
                post: contract.map(|contract| contract.post.clone()),
                changes: changes(differences, &|_| None),
                ..chronicle.event(
                    stage.order,
                    EventSubject::Contract(id.clone()),
                    EventKind::Evaluation,
                )
            });
        }
        before = after;
    }
}

/// What was found and decided, by evaluation and day.
fn table(evaluations: &[Sp<RawEvaluation>]) -> Table {
    let mut table = Table::default();
    for evaluation in evaluations {
        let of = &evaluation.value;
        let mut add = |what: &str, stated: Stated, span: TextSpan| {
            let key = format!("{} {} {what}", of.rule.value, of.date.value);
            table.add(&Item::Whole, Term::Rule(key), stated, span);
        };
        let day = |date: Date| Stated::Day(date);
        if let Some(by) = &of.by {
            add("oleh", Stated::Word(by.value.clone()), by.span);
        }
        for (id, score) in &of.scores.0 {
            let what = format!("aspek {}", id.value);
            add(&what, Stated::Word(score.value.clone()), score.span);
        }
        if let Some(decision) = &of.decision {
            let word = Stated::Word(decision.value.word().to_owned());
            add("putusan", word, decision.span);
        }
        if let Some(until) = &of.until {
            add("sampai", day(until.value), until.span);
        }
        if let Some(protection) = &of.protection {
            add(
                "masa_lindung",
                Stated::Word(protection.value.word().to_owned()),
                protection.span,
            );
        }
        for (what, text) in [
            ("alasan", &of.reason),
            ("tindak_lanjut", &of.follow_up),
            ("tanggapan", &of.response),
        ] {
            if let Some(text) = text {
                add(what, Stated::Word(text.value.0.clone()), text.span);
            }
        }
    }
    table
}
