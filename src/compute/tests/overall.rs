//! An official's overall capaian: cap, weight, average, categorise, round; in this order.

use super::build::*;
use crate::compute::{LeftOut, Overall, Weighting, WhyLeftOut};
use crate::model::*;

/// Yearly promises with what was reached, named a, b, c …
fn year(rows: &[(Promise, &str)]) -> Story {
    let names = ["a", "b", "c", "d", "e"];
    let promises = rows.iter().zip(names).map(|((p, _), n)| p.clone().named(n));
    let story = promised(promises);
    let reported = rows.iter().zip(names);
    reported.fold(story, |story, ((_, value), name)| {
        story.says_of(name, &format!("–/–/–/{value}"))
    })
}

fn percent(overall: &Overall) -> String {
    overall.percent.as_ref().map_or("–".into(), shown)
}

fn category(overall: &Overall) -> &str {
    overall.category.as_ref().map_or("–", |name| name.own())
}

/// What the page says in one breath.
fn said(overall: &Overall) -> String {
    let weights = match &overall.weighting {
        Weighting::Equal => String::new(),
        Weighting::Weighted { counted, total } => format!(" (bobot {counted} dari {total})"),
    };
    format!(
        "{}% dari {} dari {} komitmen{weights}; paling rendah {}% bila sisanya 0",
        percent(overall),
        overall.counted,
        overall.total,
        shown(&overall.floor),
    )
}

#[test]
fn weights_are_shares_and_without_them_all_are_equal() {
    let (half, third) = (|| up("100"), || up("100"));
    let rows = [
        (vec![(half(), "80"), (third(), "100")], "90"),
        (
            vec![(half(), "80"), (third(), "100"), (third(), "100")],
            "93,33",
        ),
        (
            vec![
                (half().weighing("60"), "80"),
                (third().weighing("40"), "100"),
            ],
            "88",
        ),
        (
            vec![
                (half().weighing("99,5"), "80"),
                (third().weighing("0,5"), "100"),
            ],
            "80,1",
        ),
    ];
    for (row, expected) in rows {
        let score = year(&row).at(closed(4));
        assert_eq!(percent(&score.overall), expected);
    }
}

#[test]
fn pad_and_tpt_make_85_84() {
    let pad = up("287").weighing("40");
    let tpt = down("3,8").weighing("60");
    let score = year(&[(pad, "267"), (tpt, "4,52")]).at(closed(4));
    let overall = &score.overall;
    assert_eq!(percent(overall), "85,84");
    assert_eq!(category(overall), "Tinggi");
    // 0,4 × 267/287 + 0,6 × (2 − 4,52/3,8), exactly
    let exact = overall.percent.as_ref().expect("a percentage").number();
    assert_eq!(exact.to_string(), "468108/5453");
}

#[test]
fn each_capaian_is_capped_before_the_average() {
    let rows = [
        // 200 and 80 average 140; capped at 120 they average 100
        (Some("120"), "200", "80", "100", "140"),
        (None, "200", "80", "140", "140"),
        (Some("100"), "120", "80", "90", "100"),
        (Some("120"), "120", "80", "100", "100"),
        (Some("120"), "119,99", "80", "100", "100"),
    ];
    for row in rows {
        let (cap, first, second, expected, uncapped) = row;
        let story = year(&[(up("100"), first), (up("100"), second)]);
        let story = match cap {
            Some(cap) => story.capped(cap),
            None => story,
        };
        let score = story.at(closed(4));
        let overall = &score.overall;
        assert_eq!(percent(overall), expected, "{row:?}");
        let without = overall.uncapped.as_ref().map(shown);
        assert_eq!(without.as_deref(), Some(uncapped), "{row:?}");
        // the single figure stays uncapped
        assert_eq!(capaian(of(&score, "a")), first, "{row:?}");
    }
}

#[test]
fn the_category_is_found_before_rounding() {
    let rows = [
        // 18,2 of 20 is exactly 91
        ("20", "18,2", "91", "Sangat Tinggi"),
        ("100", "90,99", "90,99", "Tinggi"),
        ("100", "90,999", "91", "Tinggi"),
        ("100", "90,5", "90,5", "Tinggi"),
        ("3", "2,73", "91", "Sangat Tinggi"),
        ("100", "50,5", "50,5", "Sangat Rendah"),
        ("100", "0", "0", "Sangat Rendah"),
        ("100", "85,6", "85,6", "Tinggi"),
    ];
    for row in rows {
        let (target, actual, shown_percent, expected) = row;
        let score = year(&[(up(target), actual)]).at(closed(4));
        assert_eq!(percent(&score.overall), shown_percent, "{row:?}");
        assert_eq!(category(&score.overall), expected, "{row:?}");
    }
}

#[test]
fn categories_are_the_governments_own() {
    let success = [
        ("85", "Sangat Berhasil"),
        ("70", "Berhasil"),
        ("0", "Kurang Berhasil"),
    ];
    let score = year(&[(up("100"), "85,6")]).scale(&success).at(closed(4));
    assert_eq!(category(&score.overall), "Sangat Berhasil");
    let score = year(&[(up("100"), "85,6")]).scale(&[]).at(closed(4));
    assert_eq!(category(&score.overall), "–");
    assert_eq!(percent(&score.overall), "85,6");
}

#[test]
fn what_is_left_out_is_said_in_the_same_breath() {
    let names: Vec<String> = (1..=11).map(|n| format!("n{n}")).collect();
    let eleven = names.iter().map(|n| up("100").named(n).weighing("8"));
    let late = up("100").named("late").weighing("12");
    let story = names
        .iter()
        .fold(promised(eleven.chain([late])), |story, name| {
            story.says_of(name, "–/–/–/92,4")
        });
    let overall = story.at(closed(4)).overall;
    assert_eq!(
        said(&overall),
        "92,4% dari 11 dari 12 komitmen (bobot 88 dari 100); paling rendah 81,31% bila sisanya 0"
    );
    let why = WhyLeftOut::Late;
    let indicator = id("late");
    assert_eq!(overall.left_out, [LeftOut { indicator, why }]);
    assert_eq!(category(&overall), "–");
}

#[test]
fn late_unavailable_not_due_and_not_computable_are_left_out_and_weights_rescaled() {
    let kept = || up("100").weighing("60").quarterly("100/100/100/100");
    let other = |p: Promise| p.named("b").weighing("40");
    let quarterly = || up("100").quarterly("25/50/75/100");
    let rows = [
        (other(quarterly()), "–", Some(WhyLeftOut::Late), "–"),
        (other(quarterly()), "x", Some(WhyLeftOut::Unavailable), "–"),
        (other(up("100")), "50", Some(WhyLeftOut::NotDue), "Tinggi"),
        (
            other(down("0").quarterly("0/0/0/0")),
            "0",
            Some(WhyLeftOut::NotComputable),
            "Tinggi",
        ),
        (other(quarterly()), "25", None, "Tinggi"),
    ];
    for (promise, values, why, expected) in rows {
        let story = promised([kept(), promise]).says("80").says_of("b", values);
        let overall = story.at(closed(1)).overall;
        let reasons: Vec<WhyLeftOut> = overall.left_out.iter().map(|l| l.why).collect();
        assert_eq!(reasons, why.into_iter().collect::<Vec<_>>(), "{values}");
        assert_eq!(category(&overall), expected, "{values} {why:?}");
        let expected = match why {
            Some(_) => {
                "80% dari 1 dari 2 komitmen (bobot 60 dari 100); \
                        paling rendah 48% bila sisanya 0"
            }
            None => {
                "88% dari 2 dari 2 komitmen (bobot 100 dari 100); \
                     paling rendah 88% bila sisanya 0"
            }
        };
        assert_eq!(said(&overall), expected, "{values} {why:?}");
    }
}

#[test]
fn no_category_while_something_due_is_missing() {
    let sum = || up("100").summed().quarterly("10/20/30/40");
    let rows = [
        // a sum with a gap counts as late, whatever its figure
        ("90/–/90", "–", "–"),
        ("x", "–", "–"),
        ("10", "100", "Sangat Tinggi"),
    ];
    for row in rows {
        let (values, expected, category_name) = row;
        let quarter = values.split('/').count().try_into().expect("a quarter");
        let overall = promised([sum()]).says(values).at(closed(quarter)).overall;
        assert_eq!(percent(&overall), expected, "{row:?}");
        assert_eq!(category(&overall), category_name, "{row:?}");
    }
}

#[test]
fn without_batas_lapor_a_sum_with_a_gap_is_left_out_as_not_due() {
    let sum = up("100").summed().quarterly("10/20/30/40");
    let level = up("100").named("b").quarterly("25/50/75/100");
    let overall = promised([sum, level])
        .without_deadline()
        .says("10/–/15")
        .says_of("b", "25/50/60")
        .at(closed(3))
        .overall;
    assert_eq!(
        said(&overall),
        "80% dari 1 dari 2 komitmen; paling rendah 40% bila sisanya 0"
    );
    assert_eq!(overall.left_out[0].why, WhyLeftOut::NotDue);
}

#[test]
fn a_floor_counts_everything_left_out_as_0_after_the_cap() {
    let story = promised([up("100"), up("100").named("b")])
        .capped("120")
        .says("–/–/–/300");
    let overall = story.at(closed(4)).overall;
    assert_eq!(
        said(&overall),
        "120% dari 1 dari 2 komitmen; paling rendah 60% bila sisanya 0"
    );
}

#[test]
fn before_anything_is_due_there_is_no_figure() {
    let overall = promised([up("100"), rank("WTP").named("b")])
        .on("2026-02-01")
        .overall;
    assert_eq!(overall.percent, None);
    assert_eq!(overall.uncapped, None);
    assert_eq!(overall.floor, Percent::zero());
    assert_eq!((overall.counted, overall.total), (0, 2));
    assert_eq!(category(&overall), "–");
    let empty = promised([]).on("2027-02-01").overall;
    assert_eq!((empty.percent, empty.counted, empty.total), (None, 0, 0));
}

#[test]
fn different_kinds_of_promises_average_by_their_percentages() {
    let score = year(&[
        (rank("WTP"), "WDP"),                     // 75
        (completion("2026-12-31"), "2026-12-01"), // 100
        (down("12"), "13"),                       // 91,67
        (range(Better::Lower, "7–8"), "9"),       // 87,5
    ])
    .at(closed(4));
    assert_eq!(percent(&score.overall), "88,54");
    assert_eq!(score.overall.weighting, Weighting::Equal);
}
