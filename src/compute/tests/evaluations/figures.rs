//! What the figures say of a condition, and decisions that depart from it.

use super::*;

/// `terpenuhi`, `tidak`, or why not.
fn outcome(occurrence: &Occurrence) -> String {
    match &occurrence.by_figures {
        ByFigures::Met { .. } => "terpenuhi".into(),
        ByFigures::NotMet { .. } => "tidak".into(),
        ByFigures::Open { why, .. } => {
            let words: Vec<String> = why.iter().map(shown_why).collect();
            words.join(", ")
        }
    }
}

fn shown_why(why: &WhyOpen) -> String {
    match why {
        WhyOpen::NoCondition => "tanpa syarat".into(),
        WhyOpen::NoQuarter => "tanpa triwulan".into(),
        WhyOpen::NotClosed { quarter } => format!("{} belum berakhir", named(*quarter)),
        WhyOpen::Awaiting { quarter, .. } => format!("{} ditunggu", named(*quarter)),
        WhyOpen::Missing {
            quarters,
            commitments,
        } => {
            let names: Vec<&str> = quarters.iter().map(|q| named(*q)).collect();
            format!("{} tidak ada dari {commitments}", names.join("+"))
        }
        WhyOpen::NothingToCompare { .. } => "tidak ada pembanding".into(),
        WhyOpen::NoRecord => "belum dinilai".into(),
        WhyOpen::NoScore { .. } => "aspek kosong".into(),
        WhyOpen::NoEarlier { .. } => "tanpa evaluasi sebelumnya".into(),
    }
}

#[test]
fn the_outcome_by_figures_follows_the_quarter_before_the_evaluation() {
    // What was said, inducted (a year later it is due), condition, today, outcome.
    let cases = [
        (
            "25/50",
            "2025-09-04",
            capaian_of("100"),
            "2026-09-04",
            "terpenuhi",
        ),
        (
            "25/49",
            "2025-09-04",
            capaian_of("100"),
            "2026-09-04",
            "tidak",
        ),
        (
            "25/49",
            "2025-09-04",
            capaian_of("98"),
            "2026-09-04",
            "terpenuhi",
        ),
        (
            "25/50",
            "2025-09-04",
            Condition::AllReached,
            "2026-09-04",
            "terpenuhi",
        ),
        (
            "25/49",
            "2025-09-04",
            Condition::AllReached,
            "2026-09-04",
            "tidak",
        ),
        // TW III comes later and changes nothing.
        (
            "25/50/10",
            "2025-09-04",
            capaian_of("100"),
            "2026-11-21",
            "terpenuhi",
        ),
        (
            "25/50",
            "2025-09-04",
            capaian_of("100"),
            "2026-06-30",
            "TW II belum berakhir",
        ),
        (
            "25",
            "2025-09-04",
            capaian_of("100"),
            "2026-07-10",
            "TW II ditunggu",
        ),
        (
            "25",
            "2025-09-04",
            capaian_of("100"),
            "2026-07-11",
            "TW II tidak ada dari 1",
        ),
        (
            "25/x",
            "2025-09-04",
            Condition::AllReached,
            "2026-09-04",
            "TW II tidak ada dari 1",
        ),
        // A gap before it counts as well, though a level has its own quarter.
        (
            "–/50",
            "2025-09-04",
            capaian_of("100"),
            "2026-09-04",
            "TW I tidak ada dari 1",
        ),
        (
            "25",
            "2025-03-03",
            capaian_of("100"),
            "2026-03-03",
            "tanpa triwulan",
        ),
    ];
    for (says, inducted, condition, day, expected) in cases {
        let office = Office::of(inducted, story(says)).rules([first_year()]);
        let office = office.on_condition([condition]);
        let found = office.only(day);
        assert_eq!(outcome(&found), expected, "{says} on {day}");
    }
}

#[test]
fn an_outcome_comes_with_the_figures_that_led_there() {
    let office = Office::of("2025-09-04", story("25/49")).rules([first_year()]);
    let office = office.on_condition([capaian_of("100")]);
    let ByFigures::NotMet { findings } = office.only("2026-09-04").by_figures else {
        panic!("49 of 50 does not reach 100 %");
    };
    let [
        Finding::Achievement {
            percent,
            quarter,
            counted,
            total,
            ..
        },
    ] = &findings[..]
    else {
        panic!("one finding: {findings:?}");
    };
    assert_eq!((shown(percent).as_str(), *quarter), ("98", tw(2)));
    assert_eq!((*counted, *total), (1, 1));
}

#[test]
fn capaian_is_capped_before_it_is_held_against_the_condition() {
    let two = || {
        promised([
            up("100").named("a").quarterly("50/50/50/100"),
            up("100").named("b").quarterly("50/50/50/100"),
        ])
        .says_of("a", "100/100")
        .says_of("b", "40/40")
    };
    let office = |story| {
        Office::of("2025-09-04", story)
            .rules([first_year()])
            .on_condition([capaian_of("100")])
    };
    // 200 and 80: 140 without a cap, 100 with one of 120.
    assert_eq!(outcome(&office(two()).only("2026-09-04")), "terpenuhi");
    assert_eq!(
        outcome(&office(two().capped("119")).only("2026-09-04")),
        "tidak"
    );
    // 120 and 80 average 100, but not all is reached.
    let all = office(two().capped("120")).on_condition([Condition::AllReached]);
    assert_eq!(outcome(&all.only("2026-09-04")), "tidak");
}

#[test]
fn an_amendment_after_the_day_does_not_change_what_the_figures_said() {
    let easier = amended_on("2026-10-01").quarterly("a", "–/10");
    let office = Office::of("2025-09-04", story("25/40").amended(easier)).rules([first_year()]);
    let office = office.on_condition([capaian_of("100")]);
    assert_eq!(outcome(&office.only("2026-11-01")), "tidak");
}

fn at_least(rank: u32) -> Condition {
    Condition::Aspects([(aspect("integritas"), AspectScore::Rank(rank))].into())
}

#[test]
fn aspects_are_held_against_their_minimum() {
    let office = Office::of("2025-09-04", story("25/50")).rules([first_year()]);
    let office = office.on_condition([at_least(2)]);
    let id = "tahun-pertama";
    let day = "2026-09-10";
    assert_eq!(outcome(&office.only(day)), "belum dinilai");
    let unscored = office.clone().held(id, day, Decision::Met);
    assert_eq!(outcome(&unscored.only(day)), "aspek kosong");
    for (rank, expected) in [(1, "tidak"), (2, "terpenuhi"), (3, "terpenuhi")] {
        let scored = office.clone().scored(id, day, rank);
        assert_eq!(outcome(&scored.only(day)), expected, "rank {rank}");
    }
}

#[test]
fn an_improvement_lowers_nothing_and_raises_what_was_below_standard() {
    let over = Condition::ImprovementOver(evaluation_id("pertama"));
    let office = Office::of("2025-09-04", story("25/50"));
    let office = office.rules([rule("pertama", after(3, Since::Signature))]);
    let office = office.on_condition([at_least(2)]);
    let office = office
        .rules([rule("kedua", after(6, Since::Signature))])
        .on_condition([over]);
    // First score, second score, outcome of the second. The standard is 2, by the first rule.
    let cases = [
        (2, 2, "terpenuhi"),
        (3, 2, "tidak"),
        (1, 1, "tidak"),
        (1, 2, "terpenuhi"),
    ];
    for (first, second, expected) in cases {
        let office = office.clone().scored("pertama", "2026-04-12", first);
        let office = office.scored("kedua", "2026-07-12", second);
        let score = office.on("2026-07-20");
        assert_eq!(
            outcome(&score.occurrences[1]),
            expected,
            "{first} then {second}"
        );
    }
    let alone = office.scored("kedua", "2026-07-12", 3).on("2026-07-20");
    assert_eq!(outcome(&alone.occurrences[1]), "tanpa evaluasi sebelumnya");
}

#[test]
fn a_decision_other_than_the_figures_is_a_departure() {
    let extended = Decision::Extended {
        until: date("2027-03-04"),
    };
    // What was said of TW II (50 is reached), decision, departs.
    let cases = [
        ("25/50", Decision::Met, false),
        ("25/50", Decision::NotMet, true),
        ("25/50", extended, true),
        ("25/49", Decision::Met, true),
        ("25/49", Decision::NotMet, false),
        ("25/49", extended, false),
        ("25", Decision::Met, false),
    ];
    for (says, decision, departs) in cases {
        for (reason, expected) in [
            (None, Departure::Unexplained),
            (Some("Longsor"), Departure::Explained),
        ] {
            let office = Office::of("2025-09-04", story(says)).rules([first_year()]);
            let office = office.on_condition([capaian_of("100")]);
            let contract = office.contract();
            let say = Say {
                reason,
                ..Say::decided(decision)
            };
            let office = office.record(contract, "tahun-pertama", "2026-09-10", say);
            let found = office.only("2026-09-10").departure;
            assert_eq!(found, departs.then_some(expected), "{says} {decision:?}");
        }
    }
}
