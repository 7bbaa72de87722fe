//! When a quarter is due, late, or spoken of.

use super::build::*;
use crate::compute::{ContractScore, OfficeReport, QuarterReport};
use crate::model::*;

fn level() -> Story {
    promised([up("100").quarterly("25/50/75/100")])
}

fn headline(story: &Story, day: &str) -> &'static str {
    story.on(day).headline.map_or("–", named)
}

fn keadaan_at(score: &ContractScore, quarter: Quarter) -> String {
    let state = score.state_at(quarter, only(score).id());
    keadaan(state.expect("a quarter that can be told of"))
}

#[test]
fn a_report_is_on_time_up_to_and_including_the_deadline() {
    let rows = [
        ("2026-03-31", "belum jatuh tempo"),
        ("2026-04-01", "belum jatuh tempo"),
        ("2026-04-10", "belum jatuh tempo"),
        ("2026-04-11", "terlambat 1 hari"),
        ("2026-04-12", "terlambat 2 hari"),
        ("2026-05-10", "terlambat 30 hari"),
    ];
    for row in rows {
        let (day, expected) = row;
        assert_eq!(keadaan(only(&level().on(day)).state), expected, "{row:?}");
    }
}

#[test]
fn the_lateness_of_a_report_counts_from_the_deadline() {
    let rows = [
        ("2026-04-08", 0),
        ("2026-04-10", 0),
        ("2026-04-11", 1),
        ("2026-04-20", 10),
    ];
    for row in rows {
        let (on, days_late) = row;
        let score = level().says("25").reported(1, on).on("2026-05-01");
        let fact = only(&score).quarters[0].report;
        let value = Value::Amount(number("25"));
        let on = date(on);
        assert_eq!(
            fact,
            QuarterReport::Reported {
                value,
                on,
                days_late
            },
            "{row:?}"
        );
        let office = OfficeReport::Reported {
            on,
            days_late,
            silent: 0,
        };
        assert_eq!(score.reports[&tw(1)], office, "{row:?}");
        // it counts all the same
        assert_eq!(told(only(&score)), "100 | sesuai jalur", "{row:?}");
    }
}

#[test]
fn deadlines_are_the_regimes_own() {
    let rows = [
        (Span::Days(10), "2026-04-10"),
        (Span::Days(0), "2026-03-31"),
        (Span::Days(15), "2026-04-15"),
        (Span::Months(1), "2026-04-30"),
        (Span::Months(3), "2026-06-30"),
    ];
    for row in rows {
        let (span, deadline) = row;
        let story = level().deadline(span);
        let last_day = date(deadline);
        let next_day = last_day + chrono::Days::new(1);
        let state = |day| keadaan(only(&story.at(day)).state);
        assert_eq!(state(last_day), "belum jatuh tempo", "{row:?}");
        assert_eq!(state(next_day), "terlambat 1 hari", "{row:?}");
        assert_eq!(
            only(&story.at(next_day)).quarters[0].deadline,
            Some(last_day),
            "{row:?}"
        );
    }
}

#[test]
fn without_batas_lapor_nothing_is_ever_late() {
    let story = level().without_deadline();
    let score = story.on("2030-01-01");
    assert_eq!(told(only(&score)), "– | belum jatuh tempo");
    assert_eq!(score.headline, None);
    assert_eq!(only(&score).quarters[0].report, QuarterReport::NoDeadline);
    assert_eq!(score.reports[&tw(1)], OfficeReport::NoDeadline);
    assert_eq!(score.counts.late, 0);
    // what is reported counts, never with days late
    let score = story.says("20").reported(1, "2026-09-01").on("2026-09-02");
    assert_eq!(told(only(&score)), "80 | di bawah jalur");
    let office = OfficeReport::Reported {
        on: date("2026-09-01"),
        days_late: 0,
        silent: 0,
    };
    assert_eq!(score.reports[&tw(1)], office);
}

#[test]
fn without_batas_lapor_a_gap_before_a_report_is_named_and_claims_no_track() {
    let rows = [
        // 25 of 60, as with a deadline; but not late, and nothing claimed
        (
            up("100").summed().quarterly("10/20/30/40"),
            "10/–/15",
            "41,67 | belum jatuh tempo | TW II",
        ),
        (
            up("100").summed().quarterly("10/20/30/40"),
            "10/x/15",
            "41,67 | belum tersedia | TW II",
        ),
        // not "tercapai" for having kept silent on three quarters
        (
            down("8").summed().quarterly("2/2/2/2"),
            "–/–/–/2",
            "100 | belum jatuh tempo | TW I, TW II, TW III",
        ),
        (
            up("80").averaged().quarterly("70/80/80/90"),
            "90/–/90",
            "117,39 | belum jatuh tempo | TW II",
        ),
        // a level counts by its latest quarter
        (
            up("100").quarterly("25/50/75/100"),
            "20/–/60",
            "80 | di bawah jalur | TW II",
        ),
        // what comes after the last report is not missing
        (
            up("100").summed().quarterly("10/20/30/40"),
            "10/20/–/–",
            "100 | sesuai jalur",
        ),
        // nor what nobody asked for
        (up("100").summed(), "–/–/–/90", "90 | tidak tercapai"),
    ];
    for (promise, values, expected) in rows {
        let score = promised([promise])
            .without_deadline()
            .says(values)
            .on("2027-06-01");
        assert_eq!(told(only(&score)), expected, "{values}");
    }
}

#[test]
fn the_year_is_final_once_its_last_quarter_is_due() {
    let story = level().says("25/50/75/100").reported(4, "2026-12-20");
    let score = story.on("2027-01-10");
    assert_eq!(told(only(&score)), "100 | sesuai jalur");
    assert_eq!(keadaan_at(&score, tw(4)), "tercapai");
    assert_eq!(told(only(&story.on("2027-01-11"))), "100 | tercapai");
}

#[test]
fn an_early_report_counts_before_the_deadline() {
    let early = level().says("20").reported(1, "2026-04-02");
    let score = early.on("2026-04-02");
    assert_eq!(told(only(&score)), "80 | di bawah jalur");
    assert_eq!(score.headline, Some(tw(1)));
    // even before the quarter's end
    let early = level().says("25").reported(1, "2026-03-27");
    assert_eq!(told(only(&early.on("2026-03-27"))), "100 | sesuai jalur");
}

#[test]
fn an_early_report_of_a_later_quarter_is_told_beside_the_headline() {
    let story = level().says("25/40").reported(2, "2026-07-03");
    let score = story.on("2026-07-03");
    assert_eq!(score.headline, Some(tw(1)));
    assert_eq!(told(only(&score)), "100 | sesuai jalur");
    let of_tw2 = &score.quarters[&tw(2)];
    assert_eq!(keadaan_at(&score, tw(2)), "di bawah jalur");
    let percent = of_tw2.overall.percent.as_ref();
    assert_eq!(percent.map(shown).as_deref(), Some("80"));
}

#[test]
fn a_report_dated_after_today_is_not_seen() {
    let story = level().says("25").reported(1, "2026-04-20");
    assert_eq!(told(only(&story.on("2026-04-19"))), "– | terlambat 9 hari");
    assert_eq!(told(only(&story.on("2026-04-20"))), "100 | sesuai jalur");
}

#[test]
fn the_headline_is_the_latest_quarter_whose_deadline_has_passed() {
    let rows = [
        ("2026-01-12", "–"),
        ("2026-04-10", "–"),
        ("2026-04-11", "TW I"),
        ("2026-07-10", "TW I"),
        ("2026-07-11", "TW II"),
        ("2026-10-10", "TW II"),
        ("2026-10-11", "TW III"),
        ("2027-01-10", "TW III"),
        ("2027-01-11", "TW IV"),
        ("2029-01-01", "TW IV"),
    ];
    for row in rows {
        let (day, expected) = row;
        assert_eq!(headline(&level(), day), expected, "{row:?}");
        // whether anything was reported or not
        let diligent = level().says("25/50/75/100");
        let silent_then = expected == "–" && day >= "2026-04-08";
        let told = if silent_then { "TW I" } else { expected };
        assert_eq!(headline(&diligent, day), told, "{row:?}");
    }
}

#[test]
fn without_deadlines_the_headline_is_the_latest_quarter_reported() {
    let story = level().without_deadline().says("25/50");
    let rows = [
        ("2026-04-07", "–"),
        ("2026-04-08", "TW I"),
        ("2026-07-08", "TW II"),
        ("2027-07-08", "TW II"),
    ];
    for row in rows {
        let (day, expected) = row;
        assert_eq!(headline(&story, day), expected, "{row:?}");
    }
}

#[test]
fn the_sites_headline_is_the_latest_of_its_contracts() {
    let first_half = level().named("lama").running("2026-01-01", "2026-06-30");
    let all_year = level().named("baru");
    let board = scoreboard([first_half, all_year], "2026-10-11");
    assert_eq!(board.contracts[&contract_id("lama")].headline, Some(tw(2)));
    assert_eq!(board.contracts[&contract_id("baru")].headline, Some(tw(3)));
    assert_eq!(board.headline(), Some(tw(3)));
}

#[test]
fn semesters_and_years_ask_only_for_their_own_quarters() {
    let quarters = |reporting, day: &str| -> Vec<String> {
        let score = level().reporting(reporting).on(day);
        let late = |f: &QuarterReport| matches!(f, QuarterReport::Late { .. });
        let facts = only(&score).quarters.iter();
        let late = facts
            .filter(|f| late(&f.report))
            .map(|f| named(f.quarter).into());
        late.collect()
    };
    let rows = [
        (
            Reporting::Quarterly,
            "2027-01-11",
            "TW I TW II TW III TW IV",
        ),
        (Reporting::HalfYearly, "2027-01-11", "TW II TW IV"),
        (Reporting::Yearly, "2027-01-11", "TW IV"),
        (Reporting::HalfYearly, "2026-04-11", ""),
        (Reporting::Yearly, "2026-10-11", ""),
    ];
    for row in rows {
        let (reporting, day, expected) = row;
        assert_eq!(quarters(reporting, day).join(" "), expected, "{row:?}");
    }
    assert_eq!(
        headline(&level().reporting(Reporting::HalfYearly), "2026-10-11"),
        "TW II"
    );
    assert_eq!(
        headline(&level().reporting(Reporting::Yearly), "2026-10-11"),
        "–"
    );
    let score = level().reporting(Reporting::HalfYearly).on("2026-07-11");
    assert_eq!(score.reports[&tw(1)], OfficeReport::NotAsked);
    assert_eq!(score.reports[&tw(2)], OfficeReport::Late { days: 1 });
}

#[test]
fn tenggat_in_a_quarter_without_reports_is_answered_in_the_next_report() {
    let done = |reporting| promised([completion("2026-06-30")]).reporting(reporting);
    let level = || promised([up("75").due("2026-08-17")]).reporting(Reporting::HalfYearly);
    let rows = [
        (
            done(Reporting::Yearly),
            "2026-07-11",
            "– | belum jatuh tempo",
        ),
        (
            done(Reporting::Yearly),
            "2027-01-10",
            "– | belum jatuh tempo",
        ),
        (
            done(Reporting::Yearly),
            "2027-01-11",
            "– | terlambat 1 hari",
        ),
        (
            done(Reporting::HalfYearly),
            "2026-07-11",
            "– | terlambat 1 hari",
        ),
        (
            done(Reporting::Yearly).says("–/–/–/2026-06-20"),
            "2027-01-11",
            "100 | tercapai",
        ),
        (
            done(Reporting::Yearly).says("–/–/–/2026-07-20"),
            "2027-01-11",
            "0 | tidak tercapai",
        ),
        (level(), "2026-10-11", "– | belum jatuh tempo"),
        (level().says("–/–/–/75"), "2027-01-11", "100 | tercapai"),
    ];
    for (story, day, expected) in rows {
        assert_eq!(told(only(&story.on(day))), expected, "{day}");
    }
    let score = done(Reporting::Yearly).on("2026-08-01");
    assert_eq!(only(&score).due, date("2026-06-30"));
    assert_eq!(only(&score).quarters[1].report, QuarterReport::NotAsked);
}

#[test]
fn terbit_moves_the_due_date_of_the_last_quarter() {
    let story = |promise: Promise| promised([promise.published("2027-05-31"), up("1").named("b")]);
    let with_quarters = || story(up("100").quarterly("25/50/75/100")).says("25/50/60");
    let rows = [
        // TW III stands until the year's figure is due
        (with_quarters(), "2027-02-01", "80 | di bawah jalur"),
        (with_quarters(), "2027-05-31", "80 | di bawah jalur"),
        (with_quarters(), "2027-06-01", "– | terlambat 1 hari"),
        (story(rank("WTP")), "2027-02-01", "– | belum jatuh tempo"),
        (story(rank("WTP")), "2027-05-31", "– | belum jatuh tempo"),
        (story(rank("WTP")), "2027-06-01", "– | terlambat 1 hari"),
        // reported before: it counts
        (
            story(rank("WTP")).says("–/–/–/WTP"),
            "2027-02-01",
            "100 | tercapai",
        ),
        // earlier quarters keep their deadlines
        (
            story(up("100").quarterly("25/50/75/100")),
            "2026-04-11",
            "– | terlambat 1 hari",
        ),
    ];
    for (story, day, expected) in rows {
        let score = story.on(day);
        assert_eq!(told(of(&score, "a")), expected, "{day}");
    }
}

#[test]
fn terbit_never_brings_the_due_date_forward_and_makes_nothing_late_without_a_deadline() {
    let early = || promised([up("100").published("2026-12-01")]);
    assert_eq!(
        told(only(&early().on("2027-01-10"))),
        "– | belum jatuh tempo"
    );
    assert_eq!(
        told(only(&early().on("2027-01-11"))),
        "– | terlambat 1 hari"
    );
    let story = promised([up("100").published("2027-05-31")]).without_deadline();
    assert_eq!(told(only(&story.on("2028-01-01"))), "– | belum jatuh tempo");
}

#[test]
fn a_value_published_later_is_on_time_by_its_own_date() {
    let story = promised([up("100").published("2027-05-31")]).says("–/–/–/100");
    let days_late = |on: &str| {
        let score = story.clone().reported(4, on).on("2027-12-31");
        match only(&score).quarters[3].report {
            QuarterReport::Reported { days_late, .. } => days_late,
            other => panic!("reported, not {other:?}"),
        }
    };
    assert_eq!(days_late("2027-05-31"), 0);
    assert_eq!(days_late("2027-06-03"), 3);
}

#[test]
fn an_office_can_report_and_still_be_silent_on_some_commitments() {
    let story = promised([
        up("100").quarterly("25/50/75/100"),
        up("10").named("b").quarterly("1/2/3/4"),
        up("10").named("c").quarterly("1/2/3/4"),
        up("10").named("d"),
    ])
    .says("25")
    .says_of("c", "x");
    let office = |day: &str| story.on(day).reports[&tw(1)];
    let on = date("2026-04-08");
    let days_late = 0;
    let reported = |silent| OfficeReport::Reported {
        on,
        days_late,
        silent,
    };
    // b is due only when its deadline has passed; d is not asked for in TW I
    assert_eq!(office("2026-04-10"), reported(0));
    assert_eq!(office("2026-04-11"), reported(1));
    assert_eq!(
        story.on("2026-07-11").reports[&tw(2)],
        OfficeReport::Late { days: 1 }
    );
    let deadline = Some(date("2026-10-10"));
    assert_eq!(
        story.on("2026-07-11").reports[&tw(3)],
        OfficeReport::NotDue { deadline }
    );
}

#[test]
fn each_told_quarter_keeps_its_own_state() {
    let score = level().says("20/50/–").at(closed(3));
    let told: Vec<String> = score
        .quarters
        .keys()
        .map(|q| format!("{} {}", named(*q), keadaan_at(&score, *q)))
        .collect();
    let expected = [
        "TW I di bawah jalur",
        "TW II sesuai jalur",
        "TW III terlambat 1 hari",
    ];
    assert_eq!(told, expected);
}

#[test]
fn what_was_finished_later_is_not_told_of_an_earlier_quarter() {
    let score = promised([completion("2026-12-31")])
        .says("–/–/2026-08-17")
        .at(closed(3));
    let told: Vec<String> = score
        .quarters
        .keys()
        .map(|q| keadaan_at(&score, *q))
        .collect();
    assert_eq!(told, ["belum jatuh tempo", "belum jatuh tempo", "tercapai"]);
    assert_eq!(score.quarters[&tw(1)].overall.percent, None);
}

#[test]
fn an_office_with_nothing_due_in_a_quarter_owes_no_report() {
    let story = promised([up("100")]);
    let office = |day: &str, quarter: u32| story.on(day).reports[&tw(quarter)];
    assert_eq!(office("2027-01-11", 1), OfficeReport::NotAsked);
    assert_eq!(office("2027-01-11", 3), OfficeReport::NotAsked);
    let deadline = Some(date("2027-01-10"));
    assert_eq!(office("2027-01-10", 4), OfficeReport::NotDue { deadline });
    assert_eq!(office("2027-01-11", 4), OfficeReport::Late { days: 1 });
}

#[test]
fn a_figure_that_came_later_than_its_report_is_seen_and_late_from_its_own_day() {
    let late = up("100").published("2027-05-31");
    let story = promised([late])
        .says("–/–/–/100")
        .came_later(4, "2027-06-02");
    let state = |day: &str| keadaan(only(&story.on(day)).state);
    assert_eq!(state("2027-05-31"), "belum jatuh tempo");
    assert_eq!(state("2027-06-01"), "terlambat 1 hari");
    assert_eq!(state("2027-06-02"), "tercapai");
    let score = story.on("2027-06-02");
    let QuarterReport::Reported { days_late, .. } = only(&score).quarters[3].report else {
        panic!("TW IV is reported");
    };
    assert_eq!(days_late, 2);
}
