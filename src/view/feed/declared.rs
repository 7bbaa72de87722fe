//! Amendments and revisions as the register states them, in the form in which the record tells
//! what changed: where no history is known, a feed says the same in the same words.

use super::happened::revisions;
use crate::model::{
    Actual, Amendment, AmendmentKind, Contract, Direction, Indicator, IndicatorChange, IndicatorId,
    Quantity, Quarter, Recorded, RecordedBy, Regime, RevisionGround, Standing, Target, TermsChange,
    Value,
};
use crate::record::{
    Change, Declared, Event, EventKind, EventSubject, Item, Stated, Term, TermKey,
};
use crate::view::scene::Scene;
use chrono::{DateTime, Utc};

/// The amendment at `at` among those of `contract`.
pub(super) fn amended(
    scene: &Scene<'_>,
    contract: &Contract,
    at: usize,
    moment: DateTime<Utc>,
) -> Event {
    let amendment = &contract.amendments[at];
    let changes = Amended {
        contract,
        regime: scene.register.regime_of(contract),
        before: up_to(contract, at),
        after: up_to(contract, at + 1),
    };
    let kind = match amendment.kind {
        AmendmentKind::Correction => EventKind::Corrected,
        AmendmentKind::Amendment | AmendmentKind::Undeclared => EventKind::Amended,
    };
    let subject = EventSubject::Contract(contract.id.clone());
    Event {
        changes: changes.of(amendment),
        declared: Some(Declared {
            on: amendment.date,
            place: 0,
            reason: amendment.reason.0.clone(),
        }),
        ..event(contract, subject, kind, moment, amendment.date)
    }
}

/// The revision at `at` among those of a figure.
pub(super) fn revised(
    scene: &Scene<'_>,
    contract: &Contract,
    quarter: Quarter,
    indicator: &IndicatorId,
    at: usize,
    moment: DateTime<Utc>,
) -> Event {
    let all = revisions(scene, contract, quarter, indicator);
    let (revision, later) = (&all[at], all.get(at + 1));
    let report = &scene.register.reports[&(contract.id.clone(), quarter)];
    let now = match report.actuals.get(indicator).map(|a| &a.actual) {
        Some(Actual::Reported(value)) => Some(*value),
        Some(Actual::Unavailable { .. }) | None => None,
    };
    let after = later.map(|later| later.before).or(now);
    let commitments = contract.commitments_on(scene.score.today);
    let of = commitments.iter().find(|c| c.indicator.id == *indicator);
    let stated = |value: Option<Value>| match (of, value) {
        (Some(of), Some(value)) => {
            value_of(value, &of.indicator, scene.register.regime_of(contract))
        }
        _ => Stated::Nothing,
    };
    let change = Change {
        key: TermKey {
            item: Item::Indicator(indicator.clone()),
            term: Term::Value,
        },
        name: of.map(|of| of.indicator.name.own().clone()),
        before: stated(Some(revision.before)),
        after: stated(after),
    };
    let subject = EventSubject::Report(contract.id.clone(), quarter);
    Event {
        changes: vec![change],
        declared: match &revision.ground {
            RevisionGround::Declared(reason) => Some(Declared {
                on: revision.date,
                place: 0,
                reason: reason.0.clone(),
            }),
            RevisionGround::Undeclared => None,
        },
        ..event(contract, subject, EventKind::Revised, moment, revision.date)
    }
}

fn event(
    contract: &Contract,
    subject: EventSubject,
    kind: EventKind,
    at: DateTime<Utc>,
    on: crate::model::Date,
) -> Event {
    Event {
        order: 0,
        at,
        recorded: Recorded {
            on,
            by: RecordedBy::WorkTree,
        },
        subject,
        kind,
        person: Some(contract.person.clone()),
        post: Some(contract.post.clone()),
        changes: Vec::new(),
        declared: None,
    }
}

/// The commitments by the first `count` amendments alone.
fn up_to(contract: &Contract, count: usize) -> Contract {
    Contract {
        amendments: contract.amendments[..count].to_vec(),
        ..contract.clone()
    }
}

/// What an amendment changes, with what was in force before it came.
struct Amended<'c> {
    contract: &'c Contract,
    regime: &'c Regime,
    before: Contract,
    after: Contract,
}

impl Amended<'_> {
    fn of(&self, amendment: &Amendment) -> Vec<Change> {
        let budgets = amendment.budgets.iter().filter_map(|(id, budget)| {
            let mut programs = self.contract.programs.iter();
            let program = programs.find(|program| program.id == *id)?;
            let key = TermKey {
                item: Item::Program(id.clone()),
                term: Term::Budget,
            };
            let before = self.before.budget_on(program, amendment.date);
            Some(Change {
                key,
                name: Some(program.name.own().clone()),
                before: before.map_or(Stated::Nothing, rupiah),
                after: rupiah(*budget),
            })
        });
        let indicators = amendment.indicators.iter();
        let terms = indicators.flat_map(|(id, change)| self.indicator(amendment, id, change));
        // In the order of the record.
        terms.chain(budgets).collect()
    }

    fn indicator(
        &self,
        amendment: &Amendment,
        id: &IndicatorId,
        change: &IndicatorChange,
    ) -> Vec<Change> {
        let found = |contract: &Contract| {
            let all = contract.commitments_on(amendment.date).into_iter();
            let mut in_force = all.filter(|c| !matches!(c.standing, Standing::Undeclared { .. }));
            in_force
                .find(|c| c.indicator.id == *id)
                .map(|c| c.indicator)
        };
        let (before, after) = (found(&self.before), found(&self.after));
        let name = after.as_ref().or(before.as_ref());
        let name = name.map(|indicator| indicator.name.own().clone());
        let terms: Vec<(Term, Stated, Stated)> = match (change, &before, &after) {
            (IndicatorChange::Dropped, ..) => {
                vec![(Term::Withdrawal, Stated::Nothing, word("dicabut"))]
            }
            (IndicatorChange::Added(_), _, Some(after)) => {
                let target = target_of(&after.target, after, self.regime);
                vec![
                    (Term::Presence, Stated::Nothing, word("ada")),
                    (Term::Target, Stated::Nothing, target),
                ]
            }
            (IndicatorChange::Terms(terms), Some(before), Some(after)) => {
                self.terms(terms, before, after)
            }
            _ => Vec::new(),
        };
        let changed = terms
            .into_iter()
            .filter(|(_, before, after)| before != after);
        changed
            .map(|(term, before, after)| Change {
                key: TermKey {
                    item: Item::Indicator(id.clone()),
                    term,
                },
                name: name.clone(),
                before,
                after,
            })
            .collect()
    }

    fn terms(
        &self,
        terms: &TermsChange,
        before: &Indicator,
        after: &Indicator,
    ) -> Vec<(Term, Stated, Stated)> {
        let both = |term: Term, of: &dyn Fn(&Indicator) -> Stated| (term, of(before), of(after));
        let mut all = Vec::new();
        if terms.name.is_some() {
            all.push(both(Term::Name, &|i| Stated::Text(i.name.own().clone())));
        }
        if terms.formula.is_some() {
            all.push(both(Term::Formula, &|i| {
                let formula = i.formula.as_ref();
                formula.map_or(Stated::Nothing, |text| Stated::Text(text.own().0.clone()))
            }));
        }
        if terms.target.is_some() {
            all.push(both(Term::Target, &|i| {
                target_of(&i.target, i, self.regime)
            }));
        }
        for quarter in terms.quarterly.keys() {
            all.push(both(Term::Quarter(*quarter), &|i| {
                let target = i.quarterly.get(quarter);
                target.map_or(Stated::Nothing, |target| target_of(target, i, self.regime))
            }));
        }
        let day = |day: Option<crate::model::Date>| day.map_or(Stated::Nothing, Stated::Day);
        if terms.due.is_some() {
            all.push(both(Term::Due, &|i| day(i.due)));
        }
        if terms.published.is_some() {
            all.push(both(Term::Published, &|i| day(i.published)));
        }
        if terms.weight.is_some() {
            all.push(both(Term::Weight, &|i| {
                i.weight.map_or(Stated::Nothing, |value| Stated::Number {
                    value,
                    unit: None,
                })
            }));
        }
        all
    }
}

fn word(text: &str) -> Stated {
    Stated::Word(text.to_owned())
}

fn rupiah(value: Quantity) -> Stated {
    Stated::Number {
        value,
        unit: Some("rupiah".to_owned()),
    }
}

fn unit(indicator: &Indicator) -> Option<String> {
    let unit = indicator.unit.as_ref();
    unit.map(|unit| unit.own().many.clone())
}

fn rank(position: u32, indicator: &Indicator, regime: &Regime) -> Stated {
    let found = match &indicator.direction {
        Direction::Rank(scale) => regime.rank(scale, position),
        _ => None,
    };
    Stated::Word(found.map_or_else(|| position.to_string(), |rank| rank.name.clone()))
}

fn target_of(target: &Target, indicator: &Indicator, regime: &Regime) -> Stated {
    match target {
        Target::Amount(value) => Stated::Number {
            value: *value,
            unit: unit(indicator),
        },
        Target::Range { from, to } => Stated::Range {
            from: *from,
            to: *to,
            unit: unit(indicator),
        },
        Target::Rank(position) => rank(*position, indicator, regime),
        // As a file states it.
        Target::Completion => word("selesai"),
    }
}

fn value_of(value: Value, indicator: &Indicator, regime: &Regime) -> Stated {
    match value {
        Value::Amount(value) => Stated::Number {
            value,
            unit: unit(indicator),
        },
        Value::Rank(position) => rank(position, indicator, regime),
        Value::Completed(on) => Stated::Day(on),
        // As a file states it.
        Value::NotCompleted => word("belum"),
    }
}
