//! The same for other programs: names of fields are English, days ISO 8601.

use super::names::Names;
use crate::compute::OfficeReport;
use crate::status::{Coming, Event, Office, Standing, Status};
use serde::Serialize;

#[derive(Serialize)]
struct JsonStatus {
    date: String,
    quarter: Option<String>,
    contracts: Vec<JsonOffice>,
    /// Of quarters before.
    left_behind: Vec<JsonOffice>,
    coming: Vec<JsonComing>,
}

#[derive(Serialize)]
struct JsonOffice {
    contract: String,
    quarter: String,
    official: String,
    name: Option<String>,
    post: String,
    post_name: String,
    opd: Option<String>,
    opd_name: Option<String>,
    state: &'static str,
    deadline: Option<String>,
    reported: Option<String>,
    days_late: i64,
    indicators_asked: usize,
    indicators_told: usize,
    silent: Vec<String>,
}

#[derive(Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
enum JsonComing {
    Deadline {
        day: String,
        quarter: String,
        contracts: usize,
    },
    Evaluation {
        day: String,
        official: String,
        contract: String,
        evaluation: String,
        name: String,
    },
}

pub(super) fn json(status: &Status, names: &Names<'_>) -> String {
    let offices = |all: &[Office]| all.iter().map(|one| office(one, names)).collect();
    let coming = status.coming.iter().map(|one| coming(one, names));
    let status = JsonStatus {
        date: status.today.to_string(),
        quarter: status.quarter.map(|quarter| quarter.to_string()),
        contracts: offices(&status.offices),
        left_behind: offices(&status.left_behind),
        coming: coming.collect(),
    };
    serde_json::to_string_pretty(&status).expect("strings and numbers always serialise")
}

fn office(office: &Office, names: &Names<'_>) -> JsonOffice {
    let register = names.register;
    let contract = &register.contracts[&office.contract];
    let (reported, days_late) = match office.report {
        OfficeReport::Reported { on, days_late, .. } => (Some(on.to_string()), days_late),
        OfficeReport::Late { days } => (None, days),
        _ => (None, 0),
    };
    JsonOffice {
        contract: office.contract.to_string(),
        quarter: office.quarter.to_string(),
        official: contract.person.to_string(),
        name: register.people[&contract.person].name.clone(),
        post: contract.post.to_string(),
        post_name: names.post(&office.contract).to_owned(),
        opd: office.opd.as_ref().map(ToString::to_string),
        opd_name: office
            .opd
            .as_ref()
            .map(|id| names.wording(&register.opds[id].name).to_owned()),
        state: match office.standing() {
            Standing::Late => "late",
            Standing::Incomplete => "incomplete",
            Standing::Awaited => "awaited",
            Standing::Reported => "reported",
            Standing::NotAsked => "not_asked",
        },
        deadline: office.deadline.map(|day| day.to_string()),
        reported,
        days_late: days_late.into(),
        indicators_asked: office.asked,
        indicators_told: office.told,
        silent: office.silent.iter().map(ToString::to_string).collect(),
    }
}

fn coming(coming: &Coming, names: &Names<'_>) -> JsonComing {
    let day = coming.day.to_string();
    match &coming.event {
        Event::Deadline { quarter, contracts } => JsonComing::Deadline {
            day,
            quarter: quarter.to_string(),
            contracts: *contracts,
        },
        Event::Evaluation {
            person,
            contract,
            regime,
            rule,
        } => JsonComing::Evaluation {
            day,
            official: person.to_string(),
            contract: contract.to_string(),
            evaluation: rule.to_string(),
            name: names.evaluation(regime, rule).to_owned(),
        },
    }
}
