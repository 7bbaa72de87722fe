//! What is reached to date: which quarters count, against which targets.

use super::build::*;
use crate::compute::{Basis, Outcome, QuarterReport, contract_score_through};
use crate::model::*;

/// A promise, what was said of it since TW I, the last closed quarter, and what is told.
type Row = (Promise, &'static str, u32, &'static str);

#[track_caller]
fn check(rows: impl IntoIterator<Item = Row>) {
    for (promise, values, quarter, expected) in rows {
        let score = promised([promise.clone()]).says(values).at(closed(quarter));
        let row = format!("{values} after {} of {:?}", named(tw(quarter)), promise.0);
        assert_eq!(told(only(&score)), expected, "{row}");
    }
}

/// Targets of 10, 20, 30 and 40, together 100.
fn rising_sum() -> Promise {
    up("100").summed().quarterly("10/20/30/40")
}

fn rising_level() -> Promise {
    up("100").quarterly("25/50/75/100")
}

fn falling_sum() -> Promise {
    down("8").summed().quarterly("2/2/2/2")
}

fn mean() -> Promise {
    up("80").averaged().quarterly("70/80/80/90")
}

#[test]
fn jumlah_holds_the_running_sum_against_the_targets_so_far() {
    check([
        (rising_sum(), "8", 1, "80 | di bawah jalur"),
        (rising_sum(), "8/18", 2, "86,67 | di bawah jalur"),
        (rising_sum(), "8/22", 2, "100 | sesuai jalur"),
        (rising_sum(), "10/20/33", 3, "105 | sesuai jalur"),
        (rising_sum(), "10/20/30/40", 4, "100 | tercapai"),
        (rising_sum(), "10/20/30/39", 4, "99 | tidak tercapai"),
        (rising_sum(), "0/0/0/100", 4, "100 | tercapai"),
        (falling_sum(), "1/2", 2, "125 | sesuai jalur"),
        (falling_sum(), "3/2", 2, "75 | di bawah jalur"),
    ]);
}

#[test]
fn jumlah_with_a_missing_quarter_shows_the_lower_of_two_figures() {
    check([
        // 25 of 60, not 25 of 40
        (
            rising_sum(),
            "10/–/15",
            3,
            "41,67 | terlambat 93 hari | TW II",
        ),
        (
            rising_sum(),
            "–/20/30",
            3,
            "83,33 | terlambat 184 hari | TW I",
        ),
        (rising_sum(), "10/20/–", 3, "50 | terlambat 1 hari | TW III"),
        // 6 against 4 of the reported quarters, not 6 against 6
        (falling_sum(), "3/–/3", 3, "50 | terlambat 93 hari | TW II"),
        // at the end: 65 of 100, not 65 of 80
        (
            rising_sum(),
            "10/–/15/40",
            4,
            "65 | terlambat 185 hari | TW II",
        ),
        (
            rising_sum(),
            "–/–/30",
            3,
            "50 | terlambat 184 hari | TW I, TW II",
        ),
        (rising_sum(), "–/–/–", 3, "– | terlambat 184 hari"),
    ]);
}

#[test]
fn the_basis_of_the_lower_figure_is_said() {
    let rows = [
        (rising_sum(), "10/20/15", Basis::Complete),
        (rising_sum(), "10/–/15", Basis::AllDueQuarters),
        (falling_sum(), "3/–/3", Basis::ReportedQuarters),
    ];
    for (promise, values, expected) in rows {
        let score = promised([promise]).says(values).at(closed(3));
        let to_date = only(&score).to_date.as_ref().expect("a figure");
        assert_eq!(to_date.basis, expected, "{values}");
        assert_eq!(to_date.through, tw(3), "{values}");
    }
}

#[test]
fn akhir_holds_the_latest_level_against_that_quarters_target() {
    check([
        (rising_level(), "20", 1, "80 | di bawah jalur"),
        (rising_level(), "20/50", 2, "100 | sesuai jalur"),
        (rising_level(), "20/60/75/90", 4, "90 | tidak tercapai"),
        (rising_level(), "20/60/75/100", 4, "100 | tercapai"),
        // a level that falls back counts as it is
        (rising_level(), "30/20", 2, "40 | di bawah jalur"),
    ]);
}

#[test]
fn akhir_names_an_earlier_gap_and_claims_nothing_for_the_last_quarter() {
    check([
        (rising_level(), "20/–/60", 3, "80 | di bawah jalur | TW II"),
        (
            rising_level(),
            "20/–/80",
            3,
            "106,67 | sesuai jalur | TW II",
        ),
        (rising_level(), "25/50/–", 3, "– | terlambat 1 hari"),
    ]);
}

#[test]
fn akhir_overdue_shows_the_last_value_as_that_of_its_quarter() {
    let score = promised([rising_level()]).says("25/50/–").on("2026-10-21");
    let indicator = only(&score);
    assert_eq!(keadaan(indicator.state), "terlambat 11 hari");
    assert_eq!(indicator.to_date, None);
    let (quarter, judgement) = indicator.last_known.as_ref().expect("a last value");
    assert_eq!(named(*quarter), "TW II");
    assert_eq!(judgement.outcome, Outcome::Amount(number("50").into()));
    assert_eq!(shown_capaian(judgement), "100");
}

#[test]
fn rata_rata_holds_the_mean_of_values_against_the_mean_of_their_targets() {
    check([
        (mean(), "70", 1, "100 | sesuai jalur"),
        (mean(), "60/75", 2, "90 | di bawah jalur"),
        (mean(), "70/80/84", 3, "101,74 | sesuai jalur"),
        (mean(), "70/80/80/90", 4, "100 | tercapai"),
        (mean(), "70/80/80/80", 4, "96,88 | tidak tercapai"),
        // without targets of quarters, all values count against the year's
        (up("80").averaged(), "70/80/80/90", 4, "100 | tercapai"),
        (up("80").averaged(), "70/–/80/90", 4, "100 | tercapai"),
    ]);
}

#[test]
fn rata_rata_with_a_missing_quarter_shows_the_lower_of_two_figures() {
    check([
        // 75 against (70 + 80) / 2 is 100; against (70 + 80 + 80) / 3 it is 97,83
        (mean(), "70/80/–", 3, "97,83 | terlambat 1 hari | TW III"),
        // 80 against 80 (TW II, III) is 100; against 76,67 it would be 104,35
        (mean(), "–/80/80", 3, "100 | terlambat 184 hari | TW I"),
        // at the end the year's target stands for all quarters: 76,67 against 80, not 76,67
        (mean(), "70/80/80/–", 4, "95,83 | terlambat 1 hari | TW IV"),
        // turun: 12 against 10 (TW I) is 80; against (10 + 14) / 2 it would be 100
        (
            down("12").averaged().quarterly("10/14/12/12"),
            "12/–",
            2,
            "80 | terlambat 1 hari | TW II",
        ),
    ]);
}

#[test]
fn while_a_due_quarter_is_missing_a_sum_or_a_mean_is_neither_tercapai_nor_sesuai_jalur() {
    check([
        (
            rising_sum(),
            "30/–/60",
            3,
            "150 | terlambat 93 hari | TW II",
        ),
        (rising_sum(), "30/x/60", 3, "150 | belum tersedia | TW II"),
        (
            rising_sum(),
            "60/–/60/60",
            4,
            "180 | terlambat 185 hari | TW II",
        ),
        (mean(), "90/–/90", 3, "117,39 | terlambat 93 hari | TW II"),
        (
            falling_sum(),
            "0/–/0/0",
            4,
            "200 | terlambat 185 hari | TW II",
        ),
        // and where both are missing, silence weighs more than an explained gap
        (
            rising_sum(),
            "30/x/–",
            3,
            "50 | terlambat 1 hari | TW II, TW III",
        ),
    ]);
}

#[test]
fn zero_is_a_value_and_blank_is_not() {
    check([
        (rising_sum(), "0", 1, "0 | di bawah jalur"),
        (rising_sum(), "–", 1, "– | terlambat 1 hari"),
        (falling_sum(), "0", 1, "200 | sesuai jalur"),
        (rising_level(), "25/0", 2, "0 | di bawah jalur"),
        (mean(), "70/0", 2, "46,67 | di bawah jalur"),
    ]);
}

#[test]
fn without_quarterly_targets_only_the_last_quarter_is_due() {
    check([
        (up("100"), "40", 1, "– | belum jatuh tempo"),
        (up("100"), "40/–/90", 3, "– | belum jatuh tempo"),
        (up("100"), "–/–/–", 3, "– | belum jatuh tempo"),
        (up("100"), "–/–/–/95", 4, "95 | tidak tercapai"),
        (up("100"), "40/60/90/–", 4, "– | terlambat 1 hari"),
        (up("100").summed(), "40", 1, "– | belum jatuh tempo"),
        (up("100").summed(), "20/30/10/40", 4, "100 | tercapai"),
        (
            up("100").summed(),
            "20/30/10/–",
            4,
            "60 | terlambat 1 hari | TW IV",
        ),
        (rank("WTP"), "WDP", 1, "– | belum jatuh tempo"),
        (rank("WTP"), "–/–/–/WDP", 4, "75 | tidak tercapai"),
    ]);
}

#[test]
fn without_quarterly_targets_the_share_of_the_year_is_shown() {
    let rows = [
        (up("100"), "40/60", 2, Some("60")),
        (up("100"), "40/–", 2, Some("40")),
        (up("100").summed(), "40/25", 2, Some("65")),
        (up("100").averaged(), "40/60", 2, Some("50")),
        // the share is R / T whichever way is better
        (down("12"), "9", 1, Some("75")),
        (up("100"), "0", 1, Some("0")),
        (up("0"), "5", 1, None),
        (range(Better::Lower, "7–8"), "7", 1, None),
        (rank("WTP"), "WDP", 1, None),
    ];
    for (promise, values, quarter, expected) in rows {
        let score = promised([promise]).says(values).at(closed(quarter));
        let share = only(&score).share_of_year.as_ref().expect("a value");
        let percent = share.percent.as_ref().map(shown);
        assert_eq!(percent.as_deref(), expected, "{values}");
    }
    let silent = promised([up("100")]).at(closed(2));
    assert_eq!(only(&silent).share_of_year, None);
}

#[test]
fn the_share_of_the_year_gives_way_to_a_judgement() {
    let score = promised([up("100")]).says("40/60/90/95").at(closed(4));
    assert_eq!(only(&score).share_of_year, None);
    let score = promised([rising_level()]).says("20").at(closed(1));
    assert_eq!(only(&score).share_of_year, None);
}

#[test]
fn a_partial_list_makes_only_its_quarters_due() {
    let sum = || up("100").summed().quarterly("–/40/–/60");
    let level = || up("100").quarterly("–/50/–/100");
    check([
        (sum(), "–", 1, "– | belum jatuh tempo"),
        (sum(), "–/30", 2, "75 | di bawah jalur"),
        // amounts of quarters without a target belong to the running sum all the same
        (sum(), "10/30", 2, "100 | sesuai jalur"),
        (sum(), "10/30/–", 3, "100 | sesuai jalur"),
        (sum(), "10/30/20/40", 4, "100 | tercapai"),
        (sum(), "–/–/20", 3, "– | terlambat 93 hari"),
        (level(), "–", 1, "– | belum jatuh tempo"),
        (level(), "–/40/–", 3, "80 | di bawah jalur"),
        (level(), "–/40/60", 3, "80 | di bawah jalur"),
        (level(), "–/40/60/100", 4, "100 | tercapai"),
        // a value without a target has no part in a mean that is held against targets
        (
            up("80").averaged().quarterly("–/80/–/80"),
            "10/80",
            2,
            "100 | sesuai jalur",
        ),
        // only TW I has a target; the year is due with TW IV all the same
        (up("100").quarterly("25"), "25/–/–", 3, "100 | sesuai jalur"),
        (
            up("100").quarterly("25"),
            "25/–/–/–",
            4,
            "– | terlambat 1 hari",
        ),
    ]);
}

#[test]
fn a_quarter_without_a_target_lends_its_value_to_no_other_target() {
    check([
        // TW IV has no target of its own: 4 against the year's 8 would praise the gap in TW I,
        // and against TW II's 2 it never stands
        (
            down("8").summed().quarterly("2/2"),
            "–/2/–/2",
            4,
            "– | terlambat 276 hari",
        ),
        // TW I has none: its 10 stand against what is due, 40, never against the year's 100
        (
            up("100").summed().quarterly("–/40/–/60"),
            "10/–",
            2,
            "25 | terlambat 1 hari | TW II",
        ),
    ]);
}

#[test]
fn a_years_sum_with_a_hole_is_no_years_sum() {
    check([
        // 12, 6 and 5 of at most 40: TW III was never told
        (down("40").summed(), "12/6/–/5", 4, "– | terlambat 93 hari"),
        (
            up("40").summed(),
            "12/6/–/25",
            4,
            "107,5 | terlambat 93 hari | TW III",
        ),
        // one figure for the whole year has no hole
        (up("40").summed(), "–/–/–/43", 4, "107,5 | tercapai"),
        // what must stay low is not praised while its last quarter is missing; silence about both
        // counts from the earlier one
        (down("40").summed(), "12/6", 4, "– | terlambat 93 hari"),
        // a reason for the last quarter does not excuse the silence about an earlier one
        (
            up("40").summed(),
            "12/–/6/x",
            4,
            "45 | terlambat 185 hari | TW II, TW IV",
        ),
    ]);
}

#[test]
fn who_reports_before_the_deadline_is_not_late_with_a_quarter_left_open() {
    // TW II ends on 30 June and may be told until 10 July; what is due by then was told early.
    let early = promised([up("40").summed().due("2026-09-30")])
        .says("12/–/30")
        .reported(3, "2026-07-02");
    let of_the_quarter = |day: &str| early.on(day).quarters[&tw(3)].counts;
    for on_time in ["2026-07-02", "2026-07-10"] {
        let counts = of_the_quarter(on_time);
        assert_eq!((counts.late, counts.not_due), (0, 1), "{on_time}");
        assert_eq!(counts.latest_days, 0, "{on_time}");
    }
    let counts = of_the_quarter("2026-07-11");
    assert_eq!((counts.late, counts.latest_days), (1, 1));
    let through = |day: &str| {
        let register = site([early.clone()]);
        let id = contract_id("kepala-dinas");
        told(only(&contract_score_through(
            &register,
            &id,
            date(day),
            tw(3),
        )))
    };
    assert_eq!(through("2026-07-10"), "105 | belum jatuh tempo | TW II");
    assert_eq!(through("2026-07-11"), "105 | terlambat 1 hari | TW II");
}

#[test]
fn at_the_end_the_year_is_held_against_its_own_target() {
    check([
        // quarterly targets that add up to 90 do not make 90 the promise
        (
            up("100").summed().quarterly("10/20/30/30"),
            "10/20/30/30",
            4,
            "90 | tidak tercapai",
        ),
        (
            up("100").quarterly("25/50/75"),
            "25/50/75/90",
            4,
            "90 | tidak tercapai",
        ),
        (
            up("100").averaged().quarterly("80/80/80/80"),
            "80/80/80/80",
            4,
            "80 | tidak tercapai",
        ),
    ]);
}

#[test]
fn predikat_and_ranges_are_judged_quarter_by_quarter_too() {
    check([
        (
            rank("WTP").quarterly("TW/WDP/WDP/WTP"),
            "TW/TW",
            2,
            "66,67 | di bawah jalur",
        ),
        (
            rank("WTP").quarterly("TW/WDP/WDP/WTP"),
            "TW/WTP",
            2,
            "133,33 | sesuai jalur",
        ),
        (
            range(Better::Lower, "5–6").quarterly("8–9/7–8/6–7/5–6"),
            "9/9",
            2,
            "87,5 | di bawah jalur",
        ),
        (
            range(Better::Inside, "20–24")
                .summed()
                .quarterly("5–6/5–6/5–6/5–6"),
            "4/8",
            2,
            "100 | sesuai jalur",
        ),
        (
            range(Better::Inside, "20–24")
                .summed()
                .quarterly("5–6/5–6/5–6/5–6"),
            "4/5",
            2,
            "90 | di bawah jalur",
        ),
    ]);
}

#[test]
fn each_quarter_keeps_its_own_value_against_its_own_target() {
    let score = promised([rising_sum()]).says("8/22/–").at(closed(3));
    let facts = &only(&score).quarters;
    let told: Vec<String> = facts
        .iter()
        .map(|f| f.judgement.as_deref().map_or("–".into(), shown_capaian))
        .collect();
    assert_eq!(told, ["80", "110", "–", "–"]);
    assert_eq!(facts[2].report, QuarterReport::Late { days: 1 });
    assert_eq!(facts[3].report, QuarterReport::NotDue);
}

#[test]
fn a_signature_after_tw_i_leaves_tw_i_out() {
    let rows = [
        // signed on the last day of the quarter: it counts
        ("2026-03-31", "–/20", "66,67 | terlambat 92 hari | TW I"),
        ("2026-04-01", "–/20", "100 | sesuai jalur"),
        ("2026-05-05", "–/20", "100 | sesuai jalur"),
        ("2026-06-30", "–/20", "100 | sesuai jalur"),
        ("2026-07-01", "–/–", "– | belum jatuh tempo"),
    ];
    for row in rows {
        let (signed, values, expected) = row;
        let score = promised([rising_sum()])
            .signed(signed)
            .says(values)
            .at(closed(2));
        assert_eq!(told(only(&score)), expected, "{row:?}");
    }
}

#[test]
fn a_year_signed_late_is_still_held_against_its_whole_target() {
    // TW I is nobody's, yet the promise for the year says 100
    let signed_late = || promised([rising_sum()]).signed("2026-05-05");
    let score = signed_late().says("–/20/30/40").at(closed(4));
    assert_eq!(told(only(&score)), "90 | tidak tercapai");
    let score = signed_late().says("10/20/30/40").at(closed(4));
    assert_eq!(told(only(&score)), "90 | tidak tercapai");
}

#[test]
fn a_quarter_before_the_period_is_left_out_even_if_the_signature_is_earlier() {
    let second_half = promised([up("70").summed().quarterly("–/–/30/40")])
        .signed("2026-06-20")
        .running("2026-07-01", "2026-12-31");
    let score = second_half.clone().says("–/–/15").at(closed(3));
    assert_eq!(told(only(&score)), "50 | di bawah jalur");
    let quarters: Vec<&str> = score.reports.keys().map(|q| named(*q)).collect();
    assert_eq!(quarters, ["TW III", "TW IV"]);
    // the period begins within a quarter: that quarter counts
    let score = second_half
        .running("2026-08-15", "2026-12-31")
        .at(closed(3));
    assert_eq!(told(only(&score)), "– | terlambat 1 hari");
}

#[test]
fn a_period_that_ends_mid_year_is_final_with_its_last_quarter() {
    let half_year =
        || promised([up("30").summed().quarterly("10/20")]).running("2026-01-01", "2026-06-30");
    let score = half_year().says("8/18").at(closed(2));
    assert_eq!(told(only(&score)), "86,67 | tidak tercapai");
    assert_eq!(only(&score).final_quarter, tw(2));
    assert_eq!(only(&score).due, date("2026-06-30"));
    // and stays so: nothing is asked for later
    let score = half_year().says("10/20").at(closed(4));
    assert_eq!(told(only(&score)), "100 | tercapai");
    assert_eq!(score.headline, Some(tw(2)));
    // ends within a quarter: that quarter is the last
    let score = promised([up("60").summed().quarterly("10/20/30")])
        .running("2026-01-01", "2026-08-15")
        .says("10/20/30")
        .at(closed(3));
    assert_eq!(told(only(&score)), "100 | tercapai");
}

#[test]
fn who_leaves_within_the_year_answers_for_the_quarters_until_then() {
    let left = |item: Promise| promised([item]).left_on("2026-06-30");
    let sum = || left(up("100").summed().quarterly("10/20/30/40"));
    let score = sum().says("8/18").at(closed(4));
    assert_eq!(told(only(&score)), "86,67 | tidak tercapai");
    assert_eq!(only(&score).due, date("2026-06-30"));
    let level = || left(up("100").quarterly("25/50/75/100"));
    let score = level().says("25/50").at(closed(4));
    assert_eq!(told(only(&score)), "100 | tercapai");
    let score = level().says("25/–").at(closed(2));
    assert_eq!(told(only(&score)), "– | terlambat 1 hari");
    // What is due at the end of the year only is the next holder's.
    let score = left(up("100")).at(closed(4));
    assert_eq!(told(only(&score)), "– | belum jatuh tempo");
}

#[test]
fn tenggat_inside_the_year_makes_its_quarter_the_last() {
    let level = || up("75").quarterly("25/50").due("2026-09-30");
    let sum = || up("60").summed().quarterly("10/20/30").due("2026-09-30");
    check([
        (level(), "25/50", 2, "100 | sesuai jalur"),
        (level(), "25/50/60", 3, "80 | tidak tercapai"),
        (level(), "25/50/–", 3, "– | terlambat 1 hari"),
        (sum(), "10/20/30", 3, "100 | tercapai"),
        (sum(), "10/20/24", 4, "90 | tidak tercapai"),
        // within a quarter
        (up("75").due("2026-08-17"), "–/–/75", 3, "100 | tercapai"),
    ]);
}

#[test]
fn what_is_reported_after_tenggat_changes_nothing() {
    check([
        (
            up("75").due("2026-09-30"),
            "–/–/60/75",
            4,
            "80 | tidak tercapai",
        ),
        (
            up("75").quarterly("25/50/75/100").due("2026-09-30"),
            "25/50/60/100",
            4,
            "80 | tidak tercapai",
        ),
        (
            up("60").summed().quarterly("10/20/30/40").due("2026-09-30"),
            "10/20/24/90",
            4,
            "90 | tidak tercapai",
        ),
    ]);
}

#[test]
fn tuntas_is_settled_when_done_and_else_by_its_date() {
    let rows = [
        ("–", "2026-04-20", "– | belum jatuh tempo"),
        ("–/–", "2026-07-10", "– | belum jatuh tempo"),
        ("–/–", "2026-07-11", "– | terlambat 1 hari"),
        ("–/x", "2026-07-11", "– | belum tersedia"),
        ("belum/–", "2026-04-20", "– | belum jatuh tempo"),
        ("belum/–", "2026-07-11", "– | terlambat 1 hari"),
        ("belum/x/belum", "2026-10-11", "0 | tidak tercapai"),
        ("2026-03-30", "2026-04-20", "100 | tercapai"),
        ("–/2026-06-30", "2026-07-11", "100 | tercapai"),
        ("–/2026-07-01", "2026-07-11", "0 | tidak tercapai"),
        ("–/belum", "2026-07-11", "0 | tidak tercapai"),
        ("–/–/2026-06-30", "2026-10-11", "100 | tercapai"),
        ("–/belum/2026-08-09", "2026-10-11", "0 | tidak tercapai"),
        ("2026-03-30/–/–/–", "2027-01-11", "100 | tercapai"),
    ];
    for row in rows {
        let (values, day, expected) = row;
        let score = promised([completion("2026-06-30")]).says(values).on(day);
        assert_eq!(told(only(&score)), expected, "{row:?}");
    }
}

#[test]
fn tuntas_said_not_to_be_done_yet_is_no_failure_before_its_date() {
    let story = promised([completion("2026-03-31")])
        .says("belum")
        .reported(1, "2026-03-20");
    for day in ["2026-03-25", "2026-03-31"] {
        let score = story.on(day);
        assert_eq!(told(only(&score)), "– | belum jatuh tempo", "{day}");
        assert_eq!(only(&score).quarters[0].judgement, None, "{day}");
    }
    assert_eq!(told(only(&story.on("2026-04-01"))), "0 | tidak tercapai");
}

#[test]
fn once_tuntas_is_done_no_later_quarter_asks_for_it() {
    let score = promised([completion("2026-12-31")])
        .says("–/2026-05-20")
        .on("2027-02-01");
    let indicator = only(&score);
    let asked: Vec<bool> = indicator
        .quarters
        .iter()
        .map(|f| f.report != QuarterReport::NotAsked)
        .collect();
    assert_eq!(asked, [false, true, false, false]);
    assert_eq!(told(indicator), "100 | tercapai");
}
