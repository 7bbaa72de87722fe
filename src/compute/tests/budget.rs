//! What of a programme's budget is absorbed, and what its indicators achieved.

use super::build::*;
use crate::compute::{Absorption, ContractScore, latest_absorption};
use crate::model::*;

/// Two indicators, quarterly; the deadline is ten days after each quarter.
fn city() -> Story {
    promised([
        up("100").named("a").quarterly("25/50/75/100"),
        up("100").named("b").quarterly("25/50/75/100"),
    ])
    .says_of("a", "25/40")
    .says_of("b", "25/60")
}

fn said(quarters: &FewMap<Quarter, Absorption>) -> String {
    let each = quarters.values().map(|absorption| match absorption {
        Absorption::Reported { amount, share } => {
            let share = share.as_ref().map_or("–".into(), shown);
            format!("{} = {share}", amount.shown().decimal())
        }
        Absorption::Partly { said, of } => format!("{said} of {of}"),
        Absorption::NotSaid => "not said".into(),
        Absorption::Late { days } => format!("late {days}"),
        Absorption::NotDue => "not due".into(),
        Absorption::NoDeadline => "no deadline".into(),
        Absorption::NotAsked => "not asked".into(),
    });
    each.collect::<Vec<_>>().join(" | ")
}

fn first(score: &ContractScore) -> String {
    said(&score.budget.programs[0].quarters)
}

fn total(score: &ContractScore) -> String {
    said(&score.budget.total.as_ref().unwrap().quarters)
}

#[test]
fn a_quarter_s_share_is_of_the_budget_and_silence_is_not_zero() {
    let jalan = |budget: &str| city().program("jalan", budget, &["a"]);
    let rows = [
        // day, budget, absorbed, told
        (
            "2026-07-11",
            "200",
            "20/50",
            "20 = 10 | 50 = 25 | not due | not due",
        ),
        // more than the budget is shown as it is
        (
            "2026-07-11",
            "40",
            "20/50",
            "20 = 50 | 50 = 125 | not due | not due",
        ),
        (
            "2026-07-11",
            "200",
            "0/50",
            "0 = 0 | 50 = 25 | not due | not due",
        ),
        // the report came without it
        (
            "2026-07-11",
            "200",
            "20",
            "20 = 10 | not said | not due | not due",
        ),
        // TW III was due on 10 October
        (
            "2026-10-13",
            "200",
            "20/50",
            "20 = 10 | 50 = 25 | late 3 | not due",
        ),
        // a report of 8 July is not known the day before
        (
            "2026-07-07",
            "200",
            "20/50",
            "20 = 10 | not due | not due | not due",
        ),
        // nothing to divide by
        (
            "2026-07-11",
            "0",
            "20/50",
            "20 = – | 50 = – | not due | not due",
        ),
        (
            "2026-07-11",
            "–",
            "20/50",
            "20 = – | 50 = – | not due | not due",
        ),
    ];
    for row in rows {
        let (day, budget, absorbed, told) = row;
        let score = jalan(budget).absorbs("jalan", absorbed).on(day);
        assert_eq!(first(&score), told, "{row:?}");
    }
}

#[test]
fn a_quarter_without_a_deadline_or_a_report_that_is_asked_for_says_so() {
    let jalan = || city().program("jalan", "200", &["a"]);
    let free = jalan()
        .without_deadline()
        .absorbs("jalan", "20")
        .on("2026-10-13");
    assert_eq!(first(&free), "20 = 10 | not said | no deadline | not due");
    let yearly = promised([up("100")])
        .reporting(Reporting::Yearly)
        .program("jalan", "200", &["a"])
        .on("2026-10-13");
    assert_eq!(
        first(&yearly),
        "not asked | not asked | not asked | not due"
    );
}

#[test]
fn an_amended_budget_is_what_shares_are_of_from_its_day_on() {
    let story = city()
        .program("jalan", "200", &["a"])
        .amended(amended_on("2026-08-03").budget("jalan", "100"))
        .absorbs("jalan", "20/50");
    let rows = [
        ("2026-08-02", "20 = 10 | 50 = 25 | not due | not due"),
        ("2026-08-03", "20 = 20 | 50 = 50 | not due | not due"),
    ];
    for (day, told) in rows {
        assert_eq!(first(&story.on(day)), told, "{day}");
    }
}

#[test]
fn a_total_stands_only_where_every_programme_was_reported() {
    let both = |first: &str, second: &str| {
        let story = city()
            .program("jalan", "300", &["a"])
            .absorbs("jalan", first);
        story
            .program("drainase", "100", &["b"])
            .absorbs("drainase", second)
    };
    let rows = [
        ("20/50", "20/50", "40 = 10 | 100 = 25 | not due | not due"),
        ("20/50", "20", "40 = 10 | 1 of 2 | not due | not due"),
        ("20", "20", "40 = 10 | not said | not due | not due"),
    ];
    for row in rows {
        let (first, second, told) = row;
        assert_eq!(
            total(&both(first, second).on("2026-07-11")),
            told,
            "{row:?}"
        );
    }
    let alone = city().program("jalan", "300", &["a"]).on("2026-07-11");
    assert_eq!(alone.budget.total, None);
}

#[test]
fn a_total_has_a_share_only_where_every_programme_has_a_budget() {
    let story = city()
        .program("jalan", "300", &["a"])
        .program("drainase", "–", &["b"])
        .absorbs("jalan", "20")
        .absorbs("drainase", "5");
    let score = story.on("2026-04-11");
    assert_eq!(total(&score), "25 = – | not due | not due | not due");
    assert_eq!(score.budget.total.unwrap().budget, None);
}

#[test]
fn beside_the_money_stands_what_the_indicators_it_serves_achieved() {
    // TW II: a 40 of 50 is 80%, b 60 of 50 is 120%
    let rows: [(&[&str], &str, &str); 4] = [
        (&["a"], "80", "1 of 1"),
        (&["b"], "120", "1 of 1"),
        (&["a", "b"], "100", "2 of 2"),
        (&[], "–", "–"),
    ];
    for row in rows {
        let (serves, percent, counted) = row;
        let score = city().program("jalan", "200", serves).on("2026-07-11");
        let served = score.budget.programs[0].served.as_ref();
        let found = served.and_then(|overall| overall.percent.as_ref());
        assert_eq!(found.map_or("–".into(), shown), percent, "{row:?}");
        let of = served.map_or("–".into(), |o| format!("{} of {}", o.counted, o.total));
        assert_eq!(of, counted, "{row:?}");
    }
}

#[test]
fn what_it_serves_is_capped_weighted_and_left_out_as_in_the_whole_contract() {
    let story = promised([
        up("100").named("a").quarterly("50").weighing("60"),
        up("100").named("b").quarterly("50").weighing("20"),
        up("100").named("c").quarterly("50").weighing("20"),
    ])
    .capped("120")
    .says_of("a", "40")
    .says_of("b", "100")
    .program("jalan", "200", &["a", "b", "c"])
    .program("drainase", "200", &["c"]);
    let score = story.on("2026-04-11");
    let served = |place: usize| score.budget.programs[place].served.clone().unwrap();
    // 0,75 × 80 + 0,25 × 120; c is late
    assert_eq!(served(0).percent.as_ref().map(shown).unwrap(), "90");
    assert_eq!((served(0).counted, served(0).total), (2, 3));
    assert_eq!(served(0).percent, score.overall.percent);
    assert_eq!(served(1).percent, None);
}

#[test]
fn a_withdrawn_indicator_is_served_no_more() {
    let story = city()
        .program("jalan", "200", &["a"])
        .amended(amended_on("2026-05-02").dropping("a"));
    let score = story.on("2026-07-11");
    assert_eq!(score.budget.programs[0].served, None);
}

#[test]
fn the_latest_quarter_that_says_something_is_the_one_that_is_told() {
    let story = city().program("jalan", "200", &["a"]);
    let latest = |absorbed: &str| {
        let score = story.clone().absorbs("jalan", absorbed).on("2026-07-11");
        let told = latest_absorption(&score.budget.programs[0].quarters);
        told.map(|(quarter, amount, _)| (quarter, amount.shown()))
    };
    assert_eq!(latest("20/50"), Some((tw(2), number("50"))));
    assert_eq!(latest("20"), Some((tw(1), number("20"))));
    assert_eq!(latest(""), None);
}
