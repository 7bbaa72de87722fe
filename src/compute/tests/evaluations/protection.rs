//! The protected time.

use super::*;

fn protected(since: Since) -> Protection {
    Protection {
        length: Span::Months(24),
        since,
        exceptions: Vec::new(),
        reach: Reach::EveryPost,
    }
}

#[test]
fn the_protected_time_runs_ends_or_is_forfeited() {
    let mut office = Office::of("2025-09-04", story("25/50"))
        .again_in(2027)
        .rules([first_year()]);
    office.regime().protection = Some(protected(Since::Induction));
    let contract = office
        .register
        .contracts
        .keys()
        .next()
        .expect("a contract")
        .clone();
    let forfeited = Say {
        ends_protection: EndsProtection::Forfeited,
        ..Say::decided(Decision::NotMet)
    };
    let lost = office
        .clone()
        .record(contract, "tahun-pertama", "2026-09-10", forfeited);
    let running = |days| ProtectionState::Running { days };
    let cases = [
        (office.clone(), "2026-09-04", running(365)),
        (office.clone(), "2027-09-03", running(1)),
        (office.clone(), "2027-09-04", ProtectionState::Ended),
        (lost.clone(), "2026-09-09", running(360)),
        (
            lost,
            "2026-09-10",
            ProtectionState::Forfeited {
                on: date("2026-09-10"),
                evaluation: evaluation_id("tahun-pertama"),
            },
        ),
        // A decision alone forfeits nothing.
        (
            office
                .clone()
                .held("tahun-pertama", "2026-09-10", Decision::NotMet),
            "2026-09-10",
            running(359),
        ),
        (
            office.clone().left("2026-10-01"),
            "2026-10-02",
            ProtectionState::Left {
                on: date("2026-10-01"),
            },
        ),
    ];
    for (office, day, expected) in cases {
        let found = office.on(day).protection.expect("a protected time");
        assert_eq!(found.state, expected, "{day}");
        assert_eq!(found.until, date("2027-09-04"));
    }
    office.regime().protection = Some(protected(Since::Signature));
    let found = office
        .on("2027-02-01")
        .protection
        .expect("a protected time");
    assert_eq!(
        found.from,
        date("2026-01-12"),
        "signing anew begins nothing anew"
    );
}

#[test]
fn an_acting_official_is_not_protected() {
    let mut office = Office::of("2025-09-04", story(""));
    office.regime().protection = Some(protected(Since::Induction));
    for person in office.register.people.values_mut() {
        person.tenures[0].capacity = Capacity::Acting;
    }
    for contract in office.register.contracts.values_mut() {
        contract.capacity = Capacity::Acting;
    }
    assert_eq!(office.on("2026-06-01").protection, None);
}

/// The regime's rules for some posts only.
#[test]
fn a_rule_holds_for_the_posts_that_it_names() {
    let posts = |ids: &[&str]| {
        let ids = ids.iter().map(|id| PostId::new(id).expect("a slug"));
        Reach::Posts(ids.collect())
    };
    let cases = [
        (Reach::EveryPost, 1, true),
        (posts(&["kepala-dinas"]), 1, true),
        (posts(&["camat", "kepala-dinas"]), 1, true),
        (posts(&["camat"]), 0, false),
    ];
    for (reach, evaluations, is_protected) in cases {
        for since in [Since::Induction, Since::Signature] {
            let mut office = Office::of("2025-09-04", story("")).rules([EvaluationRule {
                reach: reach.clone(),
                ..rule("a", after(12, since))
            }]);
            office.regime().protection = Some(Protection {
                reach: reach.clone(),
                ..protected(since)
            });
            let found = office.on("2026-06-01");
            assert_eq!(found.occurrences.len(), evaluations, "{reach:?} {since:?}");
            assert_eq!(
                found.protection.is_some(),
                is_protected,
                "{reach:?} {since:?}"
            );
        }
    }
}
