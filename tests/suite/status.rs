//! Where reporting stands, told of the sample on several days.

use crate::common::{checked, day, sample_sources};
use pantau::compute::compute;
use pantau::model::{Quarter, Register};
use pantau::status::{Event, Office, Standing, Status, status};

fn quarter(text: &str) -> Quarter {
    text.parse().unwrap()
}

fn of(register: &Register, today: &str, asked: Option<&str>) -> Status {
    let score = compute(register, day(today));
    status(register, &score, asked.map(quarter))
}

fn named(offices: &[Office], wanted: Standing) -> Vec<String> {
    let found = offices.iter().filter(|office| office.standing() == wanted);
    found.map(|office| office.contract.to_string()).collect()
}

#[test]
fn who_has_to_be_reminded_stands_first() {
    let register = checked(&sample_sources()).register;
    let status = of(&register, "2026-11-21", None);
    assert_eq!(status.quarter, Some(quarter("2026-tw3")));
    assert_eq!(
        named(&status.offices, Standing::Late),
        ["2026/kepala-dinas-dukcapil"]
    );
    assert_eq!(
        named(&status.offices, Standing::Incomplete),
        ["2026/kepala-dinas-pendidikan"]
    );
    assert_eq!(named(&status.offices, Standing::Reported).len(), 15);
    assert_eq!(status.offices[0].told, 0);
    assert_eq!(status.offices[0].silent.len(), status.offices[0].asked);
    let incomplete = &status.offices[1];
    assert_eq!((incomplete.told, incomplete.asked), (1, 2));
    assert!(status.offices.is_sorted_by_key(Office::standing));
    let behind = &status.left_behind;
    assert_eq!(behind.len(), 1);
    assert_eq!(behind[0].contract.to_string(), "2026/kepala-dinas-sosial");
    assert_eq!(behind[0].quarter, quarter("2026-tw2"));
}

#[test]
fn a_quarter_is_looked_at_from_the_day_after_its_end() {
    let register = checked(&sample_sources()).register;
    let at = |today| of(&register, today, None).quarter.unwrap().to_string();
    assert_eq!(at("2026-12-31"), "2026-tw3");
    assert_eq!(at("2027-01-01"), "2026-tw4");
    // Before the first one has ended, it is the one to come.
    assert_eq!(at("2020-01-01"), "2025-tw1");
    let early = of(&register, "2027-01-10", None);
    assert_eq!(named(&early.offices, Standing::Awaited).len(), 17);
    let late = of(&register, "2027-01-11", None);
    assert_eq!(named(&late.offices, Standing::Awaited).len(), 0);
    assert_eq!(named(&late.offices, Standing::Late).len(), 17);
}

#[test]
fn every_contract_that_answers_for_a_quarter_is_told_of_once() {
    let register = checked(&sample_sources()).register;
    for asked in ["2025-tw1", "2025-tw4", "2026-tw1", "2026-tw4"] {
        let status = of(&register, "2026-11-21", Some(asked));
        let asked = quarter(asked);
        let contracts = register.contracts.values();
        let answers = contracts.filter(|c| c.quarters().any(|q| q == asked));
        let mut expected: Vec<String> = answers.map(|c| c.id.to_string()).collect();
        let told = status
            .offices
            .iter()
            .map(|office| office.contract.to_string());
        let mut told: Vec<String> = told.collect();
        expected.sort();
        told.sort();
        assert_eq!(told, expected, "{asked}");
        assert!(
            status
                .left_behind
                .iter()
                .all(|office| office.quarter < asked)
        );
    }
}

#[test]
fn what_is_due_comes_by_day_and_not_before_today() {
    let register = checked(&sample_sources()).register;
    let today = "2026-11-21";
    let coming = of(&register, today, None).coming;
    assert!(coming.is_sorted_by_key(|one| one.day));
    assert!(coming.iter().all(|one| one.day >= day(today)));
    let deadlines = coming.iter().filter_map(|one| match &one.event {
        Event::Deadline { quarter, contracts } => {
            Some((one.day.to_string(), quarter.to_string(), *contracts))
        }
        Event::Evaluation { .. } => None,
    });
    let expected = ("2027-01-10".to_owned(), "2026-tw4".to_owned(), 17);
    assert_eq!(deadlines.collect::<Vec<_>>(), [expected]);
}
