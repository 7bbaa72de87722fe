//! The table of formulas: one figure against one target.

use super::build::*;
use crate::compute::{
    Achievement, Aim, Calculation, Figure, Judgement, NotComputable, Outcome, Quotient, judge,
};
use crate::model::*;

const REACHED: bool = true;
const NOT_REACHED: bool = false;

fn up_or_down(arah: &str) -> Direction {
    match arah {
        "naik" => Direction::Up,
        "turun" => Direction::Down,
        "turun-rasio" => Direction::DownRatio,
        other => panic!("no such direction: {other}"),
    }
}

fn amount(text: &str) -> Figure {
    number(text).into()
}

fn judged_amount(arah: &str, target: &str, actual: &str) -> Judgement {
    let (aim, outcome) = (Aim::Amount(amount(target)), Outcome::Amount(amount(actual)));
    judge(&up_or_down(arah), aim, outcome, &[])
}

fn judged_range(better: Better, ends: [&str; 2], actual: &str) -> Judgement {
    let [from, to] = ends.map(amount);
    let outcome = Outcome::Amount(amount(actual));
    judge(
        &Direction::Range(better),
        Aim::range(from, to),
        outcome,
        &[],
    )
}

fn judged_rank(percents: [Option<&str>; 4], target: &str, actual: &str) -> Judgement {
    let (aim, outcome) = (Aim::Rank(opinion(target)), Outcome::Rank(opinion(actual)));
    judge(
        &Direction::Rank(scale_id()),
        aim,
        outcome,
        &opinions(percents),
    )
}

#[test]
fn naik_and_both_kinds_of_turun_follow_their_formula() {
    let rows = [
        ("turun", "12", "13", "91,67", NOT_REACHED),
        ("turun-rasio", "12", "13", "92,31", NOT_REACHED),
        ("naik", "12", "13", "108,33", REACHED),
        ("turun", "11", "10", "109,09", REACHED),
        ("turun-rasio", "11", "10", "110", REACHED),
        ("naik", "11", "10", "90,91", NOT_REACHED),
        ("turun", "10", "20", "0", NOT_REACHED),
        ("turun-rasio", "10", "20", "50", NOT_REACHED),
        ("turun-rasio", "10", "25", "40", NOT_REACHED),
        ("turun", "12", "0", "200", REACHED),
        ("naik", "12", "0", "0", NOT_REACHED),
        // exactly the target is reached, in every direction
        ("naik", "12", "12", "100", REACHED),
        ("turun", "12", "12,0", "100", REACHED),
        ("turun-rasio", "12,00", "12", "100", REACHED),
        // Open unemployment (TPT) of a regency in 2023, as published
        ("turun", "3,8", "4,52", "81,05", NOT_REACHED),
        ("turun-rasio", "3,8", "4,52", "84,07", NOT_REACHED),
        // revenue 2020, million rupiah
        ("naik", "1808114", "1833231", "101,39", REACHED),
        // jalan mantap
        ("naik", "70", "66,89", "95,56", NOT_REACHED),
        // WUB
        ("naik", "3000", "2220", "74", NOT_REACHED),
        ("naik", "20", "18,2", "91", NOT_REACHED),
    ];
    for row in rows {
        let (arah, target, actual, expected, reached) = row;
        let judgement = judged_amount(arah, target, actual);
        let got = (shown_capaian(&judgement), judgement.reached);
        assert_eq!(got, (expected.into(), reached), "{row:?}");
    }
}

#[test]
fn ranges_are_100_inside_and_follow_the_nearer_end_outside() {
    use Better::{Higher, Inside, Lower};
    let rows = [
        // inside, both ends included
        (Lower, ["7", "8"], "7", "100", REACHED),
        (Lower, ["7", "8"], "7,5", "100", REACHED),
        (Lower, ["7", "8"], "8", "100", REACHED),
        (Higher, ["80", "90"], "80", "100", REACHED),
        (Higher, ["80", "90"], "90", "100", REACHED),
        (Inside, ["7", "8"], "7", "100", REACHED),
        (Inside, ["7", "8"], "8", "100", REACHED),
        // lebih_baik: turun
        (Lower, ["7", "8"], "6,5", "107,14", REACHED),
        (Lower, ["7", "8"], "0", "200", REACHED),
        (Lower, ["7", "8"], "9", "87,5", NOT_REACHED),
        (Lower, ["7", "8"], "17", "0", NOT_REACHED),
        // lebih_baik: naik
        (Higher, ["80", "90"], "70", "87,5", NOT_REACHED),
        (Higher, ["80", "90"], "92", "102,22", REACHED),
        (Higher, ["80", "90"], "0", "0", NOT_REACHED),
        // lebih_baik: di_dalam
        (Inside, ["80", "90"], "70", "87,5", NOT_REACHED),
        (Inside, ["80", "90"], "99", "90", NOT_REACHED),
        (Inside, ["7", "8"], "9", "87,5", NOT_REACHED),
        (Inside, ["7", "8"], "20", "0", NOT_REACHED),
        // a range of one point
        (Inside, ["7", "7"], "7", "100", REACHED),
    ];
    for row in rows {
        let (better, ends, actual, expected, reached) = row;
        let judgement = judged_range(better, ends, actual);
        let got = (shown_capaian(&judgement), judgement.reached);
        assert_eq!(got, (expected.into(), reached), "{row:?}");
    }
}

#[test]
fn predikat_is_rank_over_rank() {
    let rows = [
        ("WTP", "WDP", "75", NOT_REACHED),
        ("WTP", "TMP", "25", NOT_REACHED),
        ("WTP", "WTP", "100", REACHED),
        ("WDP", "WTP", "133,33", REACHED),
        ("TMP", "TMP", "100", REACHED),
    ];
    for row in rows {
        let (target, actual, expected, reached) = row;
        let judgement = judged_rank([None; 4], target, actual);
        let got = (shown_capaian(&judgement), judgement.reached);
        assert_eq!(got, (expected.into(), reached), "{row:?}");
    }
}

#[test]
fn predikat_uses_the_percentages_that_a_scale_gives_to_its_ranks() {
    let given = ["25", "60", "90", "100"].map(Some);
    let rows = [
        ("WTP", "WDP", "90", NOT_REACHED),
        ("WDP", "WTP", "111,11", REACHED),
        ("WTP", "TMP", "25", NOT_REACHED),
    ];
    for row in rows {
        let (target, actual, expected, reached) = row;
        let judgement = judged_rank(given, target, actual);
        let got = (shown_capaian(&judgement), judgement.reached);
        assert_eq!(got, (expected.into(), reached), "{row:?}");
    }
}

#[test]
fn predikat_compares_ranks_even_where_percentages_are_the_same() {
    let judgement = judged_rank(["0", "80", "80", "100"].map(Some), "WDP", "TW");
    assert_eq!(shown_capaian(&judgement), "100");
    assert!(!judgement.reached);
}

#[test]
fn tuntas_is_100_by_the_due_date_and_else_0_with_the_days_late() {
    let done = |day: &str| Outcome::Done(date(day));
    let not_done = |day: &str| Outcome::NotDone { as_of: date(day) };
    let rows = [
        (done("2026-06-29"), "100", REACHED, Calculation::DoneInTime),
        (done("2026-06-30"), "100", REACHED, Calculation::DoneInTime),
        (
            done("2026-07-01"),
            "0",
            NOT_REACHED,
            Calculation::DoneLate { days: 1 },
        ),
        (
            done("2026-08-09"),
            "0",
            NOT_REACHED,
            Calculation::DoneLate { days: 40 },
        ),
        (
            not_done("2026-07-11"),
            "0",
            NOT_REACHED,
            Calculation::DoneLate { days: 11 },
        ),
    ];
    for row in rows {
        let (outcome, expected, reached, formula) = row.clone();
        let due = Aim::DoneBy(date("2026-06-30"));
        let judgement = judge(&Direction::Completion, due, outcome, &[]);
        let got = (shown_capaian(&judgement), judgement.reached);
        assert_eq!(got, (expected.into(), reached), "{row:?}");
        assert_eq!(calculation(&judgement), formula, "{row:?}");
    }
}

fn calculation(judgement: &Judgement) -> Calculation<'_> {
    match judgement.calculation() {
        Ok((_, calculation)) => calculation,
        Err(why) => panic!("not computable: {why:?}"),
    }
}

#[test]
fn the_formula_is_told_with_the_numbers_that_went_in() {
    let [r, t, below, above, end] = ["13", "12", "7", "9", "8"].map(amount);
    let of = |quotient| Calculation::Figures {
        quotient,
        actual: &r,
        target: &t,
    };
    let rows = [
        (judged_amount("naik", "12", "13"), of(Quotient::Ratio)),
        (judged_amount("turun", "12", "13"), of(Quotient::Mirrored)),
        (
            judged_amount("turun-rasio", "12", "13"),
            of(Quotient::Inverse),
        ),
        (
            judged_range(Better::Lower, ["7", "8"], "7,5"),
            Calculation::InsideRange,
        ),
        (
            judged_range(Better::Lower, ["7", "8"], "9"),
            Calculation::Figures {
                quotient: Quotient::Mirrored,
                actual: &above,
                target: &end,
            },
        ),
        (
            judged_range(Better::Inside, ["8", "12"], "7"),
            Calculation::Figures {
                quotient: Quotient::Ratio,
                actual: &below,
                target: &end,
            },
        ),
        (
            judged_rank([None; 4], "WTP", "WDP"),
            Calculation::Ranks {
                actual: 3,
                target: 4,
                ranks: 4,
            },
        ),
        (
            judged_rank(["25", "60", "90", "100"].map(Some), "WTP", "WDP"),
            Calculation::RankPercents {
                actual: number("90"),
                target: number("100"),
            },
        ),
    ];
    for (judgement, expected) in rows {
        assert_eq!(calculation(&judgement), expected);
    }
}

#[test]
fn capaian_is_never_below_0() {
    let rows = [
        ("turun", "10", "25"),
        ("turun", "0,1", "1000000"),
        ("naik", "10", "-3"),
    ];
    for row in rows {
        let (arah, target, actual) = row;
        assert_eq!(
            shown_capaian(&judged_amount(arah, target, actual)),
            "0",
            "{row:?}"
        );
    }
}

#[test]
fn what_cannot_be_computed_can_still_be_reached() {
    use NotComputable::{ActualNotPositive, TargetNotPositive};
    let rows = [
        ("turun", "0", "0", TargetNotPositive, REACHED),
        ("turun", "0", "3", TargetNotPositive, NOT_REACHED),
        ("turun-rasio", "0", "0", TargetNotPositive, REACHED),
        ("turun-rasio", "12", "0", ActualNotPositive, REACHED),
        ("turun-rasio", "12", "-1", ActualNotPositive, REACHED),
        ("naik", "0", "5", TargetNotPositive, REACHED),
        ("naik", "0", "0", TargetNotPositive, REACHED),
        ("naik", "-2", "-3", TargetNotPositive, NOT_REACHED),
        ("turun", "-2", "-3", TargetNotPositive, REACHED),
    ];
    for row in rows {
        let (arah, target, actual, why, reached) = row;
        let judgement = judged_amount(arah, target, actual);
        assert_eq!(judgement.reached, reached, "{row:?}");
        assert_eq!(
            judgement.achievement,
            Achievement::NotComputable(why),
            "{row:?}"
        );
    }
}

#[test]
fn outside_of_a_range_a_bound_of_0_or_below_is_not_computable() {
    use Better::{Higher, Inside, Lower};
    let rows = [
        (Lower, ["0", "2"], "-1", "tidak dapat dihitung", REACHED),
        (Lower, ["0", "2"], "1", "100", REACHED),
        (Lower, ["0", "2"], "3", "50", NOT_REACHED),
        (Lower, ["-2", "0"], "1", "tidak dapat dihitung", NOT_REACHED),
        (
            Higher,
            ["0", "2"],
            "-1",
            "tidak dapat dihitung",
            NOT_REACHED,
        ),
        (Higher, ["-3", "-1"], "1", "tidak dapat dihitung", REACHED),
        (
            Inside,
            ["-1", "1"],
            "-2",
            "tidak dapat dihitung",
            NOT_REACHED,
        ),
        (Inside, ["-1", "1"], "0", "100", REACHED),
    ];
    for row in rows {
        let (better, ends, actual, expected, reached) = row;
        let judgement = judged_range(better, ends, actual);
        let got = (shown_capaian(&judgement), judgement.reached);
        assert_eq!(got, (expected.into(), reached), "{row:?}");
    }
}

#[test]
fn a_rank_whose_target_has_no_percentage_above_0_is_not_computable() {
    let judgement = judged_rank(["0", "60", "90", "100"].map(Some), "TMP", "TW");
    assert_eq!(
        judgement.achievement,
        Achievement::NotComputable(NotComputable::TargetNotPositive)
    );
    assert!(judgement.reached);
}

#[test]
fn kinds_that_do_not_fit_are_said_not_guessed() {
    let aim = Aim::Amount(amount("12"));
    let judgement = judge(&Direction::Up, aim, Outcome::Rank(3), &[]);
    assert_eq!(
        judgement.achievement,
        Achievement::NotComputable(NotComputable::KindMismatch)
    );
    assert!(!judgement.reached);
}

#[test]
fn the_percentage_is_exact_not_rounded() {
    // 18,2 / 20 × 100 is 91, not 90,99999999999999
    let judgement = judged_amount("naik", "20", "18,2");
    let percent = judgement.achievement.percent().expect("computable");
    assert_eq!(*percent, Percent::from(number("91")));
    assert_eq!(
        regime().category(percent).expect("a category").name.own(),
        "Sangat Tinggi"
    );
    // a third stays a third
    let third = judged_amount("naik", "3", "1");
    let percent = third.achievement.percent().expect("computable");
    assert_eq!(percent.number().to_string(), "100/3");
}

#[test]
fn a_category_is_the_highest_bound_that_is_reached_without_gaps() {
    let rows = [
        ("120", "Sangat Tinggi"),
        ("91", "Sangat Tinggi"),
        ("90,999999999", "Tinggi"),
        ("90,99", "Tinggi"),
        ("90,5", "Tinggi"),
        ("76", "Tinggi"),
        ("75,99", "Sedang"),
        ("66", "Sedang"),
        ("65,99", "Rendah"),
        ("51", "Rendah"),
        ("50,99", "Sangat Rendah"),
        ("50,5", "Sangat Rendah"),
        ("0", "Sangat Rendah"),
    ];
    for row in rows {
        let (percent, expected) = row;
        let regime = regime();
        let band = regime.category(&number(percent).into());
        assert_eq!(band.expect("a category").name.own(), expected, "{row:?}");
    }
}

#[test]
fn a_mean_is_exact_and_shown_with_two_decimals_more() {
    let quantities = ["7", "8", "8"].map(number);
    let mean = Figure::mean(&quantities).expect("three numbers");
    assert_eq!(mean.exact().to_string(), "23/3");
    assert_eq!(mean.shown(), number("7,67"));
    assert_eq!(Figure::mean(&[]), None);
    // with all 28 digits taken there is no room for two decimals more
    let quantities = [
        "0,1234567890123456789012345678",
        "9999999999999999999999999999",
    ]
    .map(number);
    assert!(Figure::mean(&quantities).is_some());
}

#[test]
fn a_sum_is_exact_however_far_apart_the_amounts_are() {
    let quantities = ["1000000000000000", "0,0000000001"].map(number);
    let sum = Figure::sum(&quantities).expect("26 digits");
    assert_eq!(sum.shown().to_string(), "1000000000000000.0000000001");
    assert_eq!(sum.exact(), &quantities[0].ratio() + &quantities[1].ratio());
    // more digits than a decimal holds: shown rounded, still exact
    let quantities = ["9999999999999999999999999999", "0,0000000001"].map(number);
    let sum = Figure::sum(&quantities).expect("a figure");
    assert_eq!(sum.shown(), quantities[0]);
    assert_eq!(sum.exact(), &quantities[0].ratio() + &quantities[1].ratio());
}

#[test]
fn a_mean_shows_no_more_decimals_than_it_needs() {
    let mean = |texts: &[&str]| {
        let quantities: Vec<Quantity> = texts.iter().map(|t| t.parse().unwrap()).collect();
        Figure::mean(&quantities).unwrap().shown().to_string()
    };
    assert_eq!(mean(&["3", "3", "3"]), "3");
    assert_eq!(mean(&["2.6", "2.4"]), "2.5");
    assert_eq!(mean(&["2.6", "2.4", "2.1"]), "2.37");
}
