//! What an amendment changes, and from when.

use super::build::*;
use crate::compute::{QuarterReport, Weighting};
use crate::model::*;

/// Stunting, promised as in `data-format.md`, 6,4 after 3 August; 6,8 and 6,4 reported.
fn stunting() -> Story {
    promised([down("6,0").quarterly("7,5/7,0/6,5/6,0")])
        .amended(
            amended_on("2026-08-03")
                .target("a", "6,4")
                .quarterly("a", "–/–/6,8/6,4"),
        )
        .says("7,6/7,0/6,8/6,4")
}

fn against_original(score: &crate::compute::ContractScore) -> String {
    let judgement = only(score).against_original.as_ref();
    judgement.map_or("–".into(), |j| {
        format!("{} {}", shown_capaian(j), j.reached)
    })
}

#[test]
fn an_amendment_holds_from_its_day_on_and_the_original_is_judged_beside_it() {
    let rows = [
        // the promise as signed
        ("2026-07-11", "100 | sesuai jalur", "–"),
        ("2026-08-02", "100 | sesuai jalur", "–"),
        // amended: TW I and II keep their targets
        ("2026-08-03", "100 | sesuai jalur", "100 true"),
        // TW III: 6,8 against 6,8, as signed against 6,5
        ("2026-10-11", "100 | sesuai jalur", "95,38 false"),
        // TW IV: 6,4 against 6,4, as signed against 6,0
        ("2027-01-11", "100 | tercapai", "93,33 false"),
    ];
    for row in rows {
        let (day, now, original) = row;
        let score = stunting().on(day);
        assert_eq!(told(only(&score)), now, "{row:?}");
        assert_eq!(against_original(&score), original, "{row:?}");
    }
}

#[test]
fn what_was_signed_stays_as_it_was_signed() {
    let score = stunting().at(closed(4));
    let commitment = &only(&score).commitment;
    assert_eq!(commitment.original.target, Target::Amount(number("6,0")));
    assert_eq!(commitment.indicator.target, Target::Amount(number("6,4")));
    assert_eq!(commitment.amended_by, [0]);
    let signed = stunting().contract().goals[0].indicators[0].target;
    assert_eq!(signed, Target::Amount(number("6,0")));
}

#[test]
fn later_amendments_build_on_earlier_ones() {
    let story = promised([up("100")])
        .amended(amended_on("2026-05-02").target("a", "90"))
        .amended(amended_on("2026-08-03").target("a", "80"))
        .says("–/–/–/85");
    let rows = [
        ("2026-05-01", "100"),
        ("2026-05-02", "90"),
        ("2026-08-02", "90"),
        ("2026-08-03", "80"),
    ];
    for row in rows {
        let (day, target) = row;
        let score = story.on(day);
        let in_force = only(&score).commitment.indicator.target;
        assert_eq!(in_force, Target::Amount(number(target)), "{row:?}");
    }
    let score = story.at(closed(4));
    assert_eq!(told(only(&score)), "106,25 | tercapai");
    assert_eq!(against_original(&score), "85 false");
}

#[test]
fn a_dropped_commitment_is_shown_and_counted_no_more() {
    let story = promised([
        up("100").quarterly("25/50/75/100"),
        up("100").named("b").quarterly("25/50/75/100"),
    ])
    .says("25/50")
    .amended(amended_on("2026-08-03").dropping("b"));
    let before = story.on("2026-08-02");
    assert_eq!((before.overall.counted, before.overall.total), (1, 2));
    assert_eq!(before.counts.late, 1);
    assert!(before.withdrawn.is_empty());
    let after = story.on("2026-08-03");
    assert_eq!((after.overall.counted, after.overall.total), (1, 1));
    assert_eq!((after.counts.late, after.counts.total()), (0, 1));
    let category = after.overall.category.as_deref();
    assert_eq!(category, Some(&"Sangat Tinggi".into()));
    let on = date("2026-08-03");
    let withdrawn: Vec<(&str, Standing)> = after
        .withdrawn
        .iter()
        .map(|c| (c.id().as_str(), c.commitment.standing))
        .collect();
    assert_eq!(withdrawn, [("b", Standing::Dropped { on })]);
}

#[test]
fn an_added_commitment_counts_from_its_day_on() {
    let added = up("10").named("b").summed().quarterly("–/–/4/6");
    let story = promised([up("100").quarterly("25/50/75/100")])
        .amended(amended_on("2026-08-03").adding(added))
        .says("25/50/75")
        .says_of("b", "–/–/2");
    assert_eq!(story.on("2026-08-02").indicators.len(), 1);
    let score = story.on("2026-08-03");
    assert_eq!(told(of(&score, "b")), "– | belum jatuh tempo");
    let score = story.at(closed(3));
    assert_eq!(told(of(&score, "b")), "50 | di bawah jalur");
    assert_eq!(of(&score, "b").against_original, None);
    assert_eq!((score.overall.counted, score.overall.total), (2, 2));
    assert_eq!(of(&score, "b").commitment.goal, None);
}

#[test]
fn an_added_commitment_is_not_late_for_quarters_that_ended_before_it_was_promised() {
    let added = || up("10").named("b").quarterly("1/3/6/10");
    let story = |day| promised([up("1")]).amended(amended_on(day).adding(added()));
    let rows = [
        ("2026-08-03", "2026-08-03", "– | belum jatuh tempo"),
        ("2026-08-03", "2026-10-11", "– | terlambat 1 hari"),
        // promised on the last day of TW II: that quarter counts
        ("2026-06-30", "2026-07-11", "– | terlambat 1 hari"),
        ("2026-07-01", "2026-07-11", "– | belum jatuh tempo"),
    ];
    for row in rows {
        let (promised_on, day, expected) = row;
        let score = story(promised_on).on(day);
        assert_eq!(told(of(&score, "b")), expected, "{row:?}");
        assert_eq!(
            of(&score, "b").quarters[0].report,
            QuarterReport::NotAsked,
            "{row:?}"
        );
    }
    // and after a gap before it was promised, nothing is missing
    let score = story("2026-08-03").says_of("b", "–/–/6").at(closed(3));
    assert_eq!(told(of(&score, "b")), "100 | sesuai jalur");
}

#[test]
fn amended_weights_weigh_and_are_no_other_promise() {
    let story = promised([
        up("100").weighing("60"),
        up("100").named("b").weighing("40"),
    ])
    .amended(amended_on("2026-12-15").weight("a", "20").weight("b", "80"))
    .says("–/–/–/50")
    .says_of("b", "–/–/–/100");
    let score = story.at(closed(4));
    // 0,2 × 50 + 0,8 × 100, not 0,6 × 50 + 0,4 × 100
    assert_eq!(
        score.overall.percent.as_ref().map(shown).as_deref(),
        Some("90")
    );
    let (counted, total) = (number("100"), number("100"));
    assert_eq!(
        score.overall.weighting,
        Weighting::Weighted { counted, total }
    );
    assert_eq!(of(&score, "a").against_original, None);
}

#[test]
fn weights_of_what_was_dropped_leave_the_total() {
    let score = promised([
        up("100").weighing("60"),
        up("100").named("b").weighing("40"),
    ])
    .amended(amended_on("2026-12-15").dropping("b"))
    .says("–/–/–/50")
    .at(closed(4));
    assert_eq!(
        score.overall.percent.as_ref().map(shown).as_deref(),
        Some("50")
    );
    let (counted, total) = (number("60"), number("60"));
    assert_eq!(
        score.overall.weighting,
        Weighting::Weighted { counted, total }
    );
}

#[test]
fn an_amendment_can_move_tenggat_and_terbit() {
    // brought forward: TW III becomes the last quarter, although a target for TW IV was signed
    let story = promised([up("75").quarterly("25/50/75/75")])
        .amended(amended_on("2026-08-03").due("a", "2026-09-30"))
        .says("25/50/60/75");
    assert_eq!(told(only(&story.at(closed(3)))), "80 | tidak tercapai");
    let score = story.at(closed(4));
    assert_eq!(told(only(&score)), "80 | tidak tercapai");
    assert_eq!(against_original(&score), "100 true");
    // put off
    let story = promised([completion("2026-06-30")])
        .amended(amended_on("2026-06-15").due("a", "2026-09-30"))
        .says("–/–/2026-09-15");
    assert_eq!(told(only(&story.at(closed(2)))), "– | belum jatuh tempo");
    let score = story.at(closed(3));
    assert_eq!(told(only(&score)), "100 | tercapai");
    assert_eq!(against_original(&score), "0 false");
    let story = promised([up("75")]).amended(amended_on("2026-08-03").published("a", "2027-05-31"));
    assert_eq!(told(only(&story.on("2027-05-31"))), "– | belum jatuh tempo");
    assert_eq!(told(only(&story.on("2027-06-01"))), "– | terlambat 1 hari");
}
