//! Every state of a commitment, and what stands beside it.

use super::build::*;
use crate::compute::{Counts, State};
use crate::model::*;

#[test]
fn every_state_has_its_row() {
    let level = || up("100").quarterly("25/50/75/100");
    let rows = [
        ("tercapai", level(), "25/50/75/100", 4),
        ("tidak tercapai", level(), "25/50/75/99", 4),
        ("sesuai jalur", level(), "25/50", 2),
        ("di bawah jalur", level(), "25/49", 2),
        ("terlambat 1 hari", level(), "25/–", 2),
        ("belum tersedia", level(), "25/x", 2),
        ("belum jatuh tempo", up("100"), "25", 1),
    ];
    for (expected, promise, values, quarter) in rows {
        let score = promised([promise]).says(values).at(closed(quarter));
        assert_eq!(keadaan(only(&score).state), expected, "{values}");
    }
}

#[test]
fn a_category_can_be_sangat_tinggi_and_the_target_not_reached() {
    let score = promised([up("70")]).says("–/–/–/66,89").at(closed(4));
    assert_eq!(told(only(&score)), "95,56 | tidak tercapai");
    let category = score.overall.category.as_deref();
    assert_eq!(category, Some(&"Sangat Tinggi".into()));
}

#[test]
fn what_cannot_be_computed_keeps_its_state_and_says_so() {
    let rows = [
        (down("0"), "–/–/–/0", "tidak dapat dihitung | tercapai"),
        (
            down("0"),
            "–/–/–/2",
            "tidak dapat dihitung | tidak tercapai",
        ),
        (
            down_ratio("12"),
            "–/–/–/0",
            "tidak dapat dihitung | tercapai",
        ),
        (up("0"), "–/–/–/5", "tidak dapat dihitung | tercapai"),
    ];
    for (promise, values, expected) in rows {
        let score = promised([promise]).says(values).at(closed(4));
        assert_eq!(told(only(&score)), expected);
        assert!(only(&score).is_not_computable());
    }
    let quarterly = down("0").quarterly("1/0/0/0");
    let score = promised([quarterly]).says("1/0").at(closed(2));
    assert_eq!(told(only(&score)), "tidak dapat dihitung | sesuai jalur");
    let computable = promised([up("70")]).says("–/–/–/66,89").at(closed(4));
    assert!(!only(&computable).is_not_computable());
}

#[test]
fn belum_ada_is_said_and_not_silence() {
    let level = || promised([up("100").quarterly("25/50/75/100")]);
    assert_eq!(
        told(only(&level().says("x").at(closed(1)))),
        "– | belum tersedia"
    );
    // a later value takes its place; the gap stays named
    assert_eq!(
        told(only(&level().says("x/50").at(closed(2)))),
        "100 | sesuai jalur | TW I"
    );
    // where nothing is asked for, nothing is missing
    assert_eq!(
        told(only(&promised([up("100")]).says("x").at(closed(1)))),
        "– | belum jatuh tempo"
    );
}

#[test]
fn the_lateness_shown_is_the_longest() {
    let sum = up("100").summed().quarterly("10/20/30/40");
    let score = promised([sum]).says("–/–/30").on("2026-10-21");
    assert_eq!(only(&score).state, State::Late { days: 194 });
    let level = |name: &str| up("4").named(name).quarterly("1/2/3/4");
    let score = promised([up("100").summed().quarterly("10/20/30/40"), level("b")])
        .says_of("b", "1/2")
        .on("2026-10-21");
    assert_eq!((score.counts.late, score.counts.latest_days), (2, 194));
}

#[test]
fn counts_hold_each_commitment_once() {
    let story = promised([
        up("100").quarterly("25/50/75/100"),
        up("100").named("b").quarterly("25/50/75/100"),
        up("100").named("c").quarterly("25/50/75/100"),
        up("100").named("d").quarterly("25/50/75/100"),
        up("100").named("e"),
        completion("2026-03-31").named("f"),
        completion("2026-03-31").named("g"),
    ])
    .says_of("a", "25")
    .says_of("b", "20")
    .says_of("c", "x")
    .says_of("f", "2026-03-30")
    .says_of("g", "belum");
    let counts = story.on("2026-04-13").counts;
    let expected = Counts {
        reached: 1,
        not_reached: 1,
        on_track: 1,
        below_track: 1,
        late: 1,
        unavailable: 1,
        not_due: 1,
        latest_days: 3,
    };
    assert_eq!(counts, expected);
    assert_eq!((counts.total(), counts.kept()), (7, 2));
    let twice = counts.merge(counts);
    assert_eq!((twice.total(), twice.latest_days), (14, 3));
}

#[test]
fn the_state_compares_figures_never_percentages() {
    // WDP and TW carry the same percentage: 100 %, and still below
    let score = promised([rank("WDP")])
        .rank_percents(["0", "80", "80", "100"])
        .says("–/–/–/TW")
        .at(closed(4));
    assert_eq!(told(only(&score)), "100 | tidak tercapai");
    let bounds = score.overall.percent.expect("a percentage");
    assert_eq!(bounds, Percent::hundred());
}
