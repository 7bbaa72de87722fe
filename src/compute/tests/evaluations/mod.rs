//! Evaluations: when they are due, what the figures say, what became of them.

mod due;
mod figures;
mod laws;
mod protection;
mod states;

use super::build::*;
use crate::compute::{
    ByFigures, Departure, EvaluationState, Finding, Occurrence, ProtectionState, TenureScore,
    Timing, WhyOpen, compute, tenures,
};
use crate::model::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// An official with contracts, in the words of the data.
#[derive(Clone)]
struct Office {
    register: Register,
}

fn evaluation_id(text: &str) -> EvaluationId {
    EvaluationId::new(text).expect("a slug")
}

fn aspect(text: &str) -> AspectId {
    AspectId::new(text).expect("a slug")
}

fn rule(id: &str, due: DueRule) -> EvaluationRule {
    EvaluationRule {
        id: evaluation_id(id),
        name: id.into(),
        kind: EvaluationKind::Decision,
        reach: Reach::EveryPost,
        due,
        by: None,
        conditions: Vec::new(),
        if_met: None,
        if_unmet: None,
    }
}

fn after(months: u32, since: Since) -> DueRule {
    DueRule::After {
        length: Span::Months(months),
        since,
    }
}

fn every(months: u32, since: Since) -> DueRule {
    DueRule::Every {
        length: Span::Months(months),
        since,
    }
}

fn each_year(month: u32, day: u32) -> DueRule {
    DueRule::Yearly {
        month,
        day,
        label: None,
    }
}

fn tenure(inducted: &str) -> Tenure {
    Tenure {
        post: PostId::new("kepala-dinas").expect("a slug"),
        capacity: Capacity::Definitive,
        inducted: date(inducted),
        ended: None,
        selection: None,
    }
}

impl Office {
    /// In post since `inducted`, with the contract of 2026 that `story` tells.
    fn of(inducted: &str, story: Story) -> Self {
        let mut register = site([story]);
        let id = PersonId::new("ratna").expect("a slug");
        let person = Person {
            id: id.clone(),
            name: Some("Ratna".into()),
            photo: None,
            tenures: vec![tenure(inducted)],
        };
        register.people.insert(id, person);
        Self { register }
    }

    fn regime(&mut self) -> &mut Regime {
        self.register.regimes.values_mut().next().expect("a regime")
    }

    fn rules(mut self, rules: impl IntoIterator<Item = EvaluationRule>) -> Self {
        self.regime().evaluations.extend(rules);
        self
    }

    fn on_condition(mut self, conditions: impl IntoIterator<Item = Condition>) -> Self {
        let rule = self.regime().evaluations.last_mut().expect("a rule");
        rule.conditions.extend(conditions);
        self
    }

    fn left(mut self, day: &str) -> Self {
        let person = self.register.people.values_mut().next().expect("a person");
        person.tenures[0].ended = Some(date(day));
        self
    }

    /// The same contract in another year, signed on its 10 January.
    fn again_in(mut self, year: i32) -> Self {
        let first = self.register.contracts.values().next().expect("a contract");
        let mut contract = first.clone();
        let day = |month, day| Date::from_ymd_opt(year, month, day).expect("a day");
        contract.id.year = year;
        contract.signed = day(1, 10);
        contract.period = Period {
            start: day(1, 1),
            end: day(12, 31),
        };
        contract.signed_until = contract.period.end;
        self.register
            .contracts
            .insert(contract.id.clone(), contract);
        self
    }

    fn contract(&self) -> ContractId {
        let ids = self.register.contracts.keys();
        ids.last().expect("a contract").clone()
    }

    /// Adds a record about `contract`.
    fn record(mut self, contract: ContractId, id: &str, day: &str, say: Say) -> Self {
        let record = Evaluation {
            contract: contract.clone(),
            rule: evaluation_id(id),
            contracts: vec![contract.clone()],
            date: date(day),
            by: None,
            scores: say.scores,
            decision: say.decision,
            ends_protection: say.ends_protection,
            reason: say.reason.map(|text| Markdown(text.into())),
            follow_up: None,
            response: None,
            document: None,
            silenced: Vec::new(),
        };
        let evaluations = &mut self.register.evaluations;
        let mut records = evaluations.remove(&contract).unwrap_or_default();
        records.push(record);
        evaluations.insert(contract, records);
        self
    }

    fn held(self, id: &str, day: &str, decision: Decision) -> Self {
        let contract = self.contract();
        self.record(contract, id, day, Say::decided(decision))
    }

    fn scored(self, id: &str, day: &str, rank: u32) -> Self {
        let contract = self.contract();
        let scores = [(aspect("integritas"), AspectScore::Rank(rank))];
        let say = Say {
            scores: scores.into(),
            ..Say::nothing()
        };
        self.record(contract, id, day, say)
    }

    fn on(&self, day: &str) -> TenureScore {
        self.at(date(day))
    }

    fn at(&self, day: Date) -> TenureScore {
        let all = compute(&self.register, day).tenures;
        let judged_anew = tenures(&self.register, &ById::new(), day);
        assert_eq!(all, judged_anew, "what was judged already says the same");
        let mut all = all.into_values().flatten();
        all.next().expect("a tenure with a contract")
    }

    fn only(&self, day: &str) -> Occurrence {
        let score = self.on(day);
        assert_eq!(score.occurrences.len(), 1, "{:?}", score.occurrences);
        score.occurrences[0].clone()
    }

    /// The days on which anything is due, as told on `day`.
    fn due(&self, day: &str) -> String {
        let score = self.on(day);
        let due = score.occurrences.iter().filter_map(|o| o.due);
        due.map(|d| d.to_string()).collect::<Vec<_>>().join(" ")
    }
}

/// What a record says.
struct Say {
    decision: Option<Decision>,
    reason: Option<&'static str>,
    scores: BTreeMap<AspectId, AspectScore>,
    ends_protection: EndsProtection,
}

impl Say {
    fn nothing() -> Self {
        Self {
            decision: None,
            reason: None,
            scores: BTreeMap::new(),
            ends_protection: EndsProtection::NotSaid,
        }
    }

    fn decided(decision: Decision) -> Self {
        Self {
            decision: Some(decision),
            ..Self::nothing()
        }
    }
}

/// One commitment, reached in each quarter so far: 25, 50, 75 and 100 of 100.
fn story(says: &str) -> Story {
    promised([up("100").quarterly("25/50/75/100")]).says(says)
}

fn first_year() -> EvaluationRule {
    rule("tahun-pertama", after(12, Since::Induction))
}

fn capaian_of(bound: &str) -> Condition {
    Condition::Achievement(number(bound))
}
