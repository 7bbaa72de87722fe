//! When evaluations are due, and what they look at.

use super::*;

#[test]
fn a_single_day_is_counted_in_months_that_end_with_the_month() {
    // Inducted, months, due.
    let cases = [
        ("2025-09-04", 12, "2026-09-04"),
        ("2024-02-29", 24, "2026-02-28"),
        ("2025-08-31", 6, "2026-02-28"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-02-29", 30, "2026-08-29"),
        ("2026-05-31", 4, "2026-09-30"),
    ];
    for (inducted, months, due) in cases {
        let office = Office::of(inducted, story(""));
        let office = office.rules([rule("a", after(months, Since::Induction))]);
        assert_eq!(office.due("2026-06-01"), due, "{inducted} + {months}");
    }
}

#[test]
fn a_series_is_told_up_to_its_next_day_and_does_not_drift() {
    // Rule, inducted, today, due.
    let cases = [
        (
            every(1, Since::Induction),
            "2026-01-31",
            "2026-04-15",
            "2026-02-28 2026-03-31 2026-04-30",
        ),
        (
            every(12, Since::Induction),
            "2025-03-03",
            "2026-03-03",
            "2026-03-03 2027-03-03",
        ),
        (
            every(12, Since::Induction),
            "2024-02-29",
            "2026-03-01",
            "2026-02-28 2027-02-28",
        ),
        (each_year(5, 15), "2025-06-01", "2026-02-01", "2026-05-15"),
        (
            each_year(5, 15),
            "2025-06-01",
            "2026-05-15",
            "2026-05-15 2027-05-15",
        ),
        (each_year(2, 29), "2025-06-01", "2026-02-01", "2026-02-28"),
        // From the signature of 12 January 2026, no longer than the contract.
        (
            every(3, Since::Signature),
            "2025-06-01",
            "2026-12-20",
            "2026-04-12 2026-07-12 2026-10-12",
        ),
        (
            after(3, Since::Signature),
            "2025-06-01",
            "2026-02-01",
            "2026-04-12",
        ),
        (
            after(18, Since::Signature),
            "2025-06-01",
            "2026-02-01",
            "2027-07-12",
        ),
    ];
    for (due, inducted, today, expected) in cases {
        let office = Office::of(inducted, story("")).rules([rule("a", due.clone())]);
        assert_eq!(office.due(today), expected, "{due:?} on {today}");
    }
}

#[test]
fn a_series_ends_with_the_tenure() {
    let office = Office::of("2026-01-02", story("")).left("2026-07-01");
    let office = office.rules([rule("a", every(3, Since::Induction))]);
    assert_eq!(office.due("2026-12-01"), "2026-04-02");
    assert_eq!(
        office.left("2026-07-02").due("2026-12-01"),
        "2026-04-02 2026-07-02"
    );
}

#[test]
fn who_signs_anew_each_year_is_evaluated_once_for_the_first_year() {
    let office = Office::of("2025-03-03", story(""))
        .again_in(2025)
        .again_in(2027);
    let by_induction = office.clone().rules([first_year()]);
    assert_eq!(by_induction.due("2027-06-01"), "2026-03-03");
    // By the signature each contract has its own.
    let by_signature = office.rules([rule("a", after(3, Since::Signature))]);
    let due = "2025-04-10 2026-04-12 2027-04-10";
    assert_eq!(by_signature.due("2027-06-01"), due);
}

#[test]
fn an_evaluation_looks_at_the_last_quarter_that_had_ended() {
    // Inducted, due, contract's year, quarter.
    let cases = [
        ("2025-03-03", "2026-03-03", 2025, Some(QuarterOfYear::Tw4)),
        ("2025-09-04", "2026-09-04", 2026, Some(QuarterOfYear::Tw2)),
        // On the last day of a quarter, that quarter has not ended.
        ("2025-06-30", "2026-06-30", 2026, Some(QuarterOfYear::Tw1)),
        ("2025-07-01", "2026-07-01", 2026, Some(QuarterOfYear::Tw2)),
    ];
    for (inducted, due, year, quarter) in cases {
        let office = Office::of(inducted, story(""))
            .again_in(2025)
            .rules([first_year()]);
        let found = office.only("2026-01-20");
        assert_eq!(found.due, Some(date(due)));
        assert_eq!(found.contract.year, year, "{inducted}");
        assert_eq!(found.quarter.map(|q| q.of_year), quarter, "{inducted}");
    }
}

#[test]
fn who_had_no_contract_by_then_was_not_subject_to_it() {
    let office = Office::of("2024-08-01", story("")).rules([first_year()]);
    assert_eq!(office.on("2026-06-01").occurrences, []);
}

#[test]
fn the_regime_is_that_of_the_contract_looked_at_and_no_change_of_rules_skips_an_evaluation() {
    let mut office = Office::of("2025-09-04", story("")).again_in(2025);
    office = office.rules([first_year()]);
    let mut later = office.regime().clone();
    later.id = RegimeId::new("aturan-baru").expect("a slug");
    later.since = date("2026-01-01");
    later.evaluations[0].due = after(6, Since::Induction);
    let contract = office.contract();
    let signed_later = office
        .register
        .contracts
        .get_mut(&contract)
        .expect("a contract");
    signed_later.regime = later.id.clone();
    office.register.regimes.insert(later.id.clone(), later);
    // 4 March 2026 looks at 2025 (older rules), 4 September 2026 at 2026 (newer rules): neither
    // rule has its own day. The later rules' day stands.
    assert_eq!(office.due("2026-06-01"), "2026-03-04");
    let regimes = &mut office.register.regimes;
    let newer = regimes.get_mut(&RegimeId::new("aturan-baru").expect("a slug"));
    newer.expect("a regime").evaluations[0].due = after(18, Since::Induction);
    // Here the newer day is its own.
    assert_eq!(office.due("2026-06-01"), "2027-03-04");
}
