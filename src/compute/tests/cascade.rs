//! Trees of contracts, and indicators that are shared out.

use super::build::*;
use crate::compute::{Branch, OwnDelivery, OwnPart, apportionment, compute, forest};
use crate::model::*;

/// `bupati[a:kepala[a:kabid[a]]]`
fn drawn(branches: &[Branch]) -> String {
    let one = |branch: &Branch| {
        let leaves = branch.goals.iter().flat_map(|goal| &goal.indicators);
        let leaves = leaves.map(|leaf| match leaf.below.as_slice() {
            [] => leaf.indicator.to_string(),
            below => format!("{}:{}", leaf.indicator, drawn(below)),
        });
        let leaves: Vec<String> = leaves.collect();
        format!("{}[{}]", branch.contract.stem, leaves.join(" "))
    };
    branches.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn named(stem: &str) -> Story {
    promised([up("10")]).named(stem)
}

#[test]
fn contracts_stand_below_the_indicator_that_they_hang_on() {
    let cases: [(&str, Vec<Story>, &str, &str); 4] = [
        (
            "three levels",
            vec![
                named("kabid").hanging_on("kepala", "a"),
                named("bupati"),
                named("kepala").hanging_on("bupati", "a"),
            ],
            "bupati[a:kepala[a:kabid[a]]]",
            "",
        ),
        (
            "two below one",
            vec![
                named("bupati"),
                named("dinas").hanging_on("bupati", "a"),
                named("badan").hanging_on("bupati", "a"),
            ],
            "bupati[a:badan[a] dinas[a]]",
            "",
        ),
        (
            "below what was withdrawn",
            vec![
                promised([up("10"), up("5").named("b")])
                    .named("bupati")
                    .amended(amended_on("2026-02-01").dropping("a")),
                named("kepala").hanging_on("bupati", "a"),
            ],
            "bupati[b a:kepala[a]]",
            "",
        ),
        ("nothing", vec![], "", ""),
    ];
    for (what, stories, roots, loose) in cases {
        let register = site(stories);
        let score = compute(&register, date("2026-08-01"));
        let forest = forest(&register, &score, YEAR);
        assert_eq!(drawn(&forest.roots), roots, "{what}");
        assert_eq!(drawn(&forest.loose), loose, "{what}");
    }
}

#[test]
fn the_own_part_is_what_the_shares_leave() {
    let part = |stem: &str, share: &str, says: &str| {
        let promise = up(share).summed().part_of("koperasi", "a", share);
        promised([promise]).named(stem).says(says)
    };
    let owner = |says: &str| promised([up("3000").summed()]).named("koperasi").says(says);
    let rest = |promised: &str, delivery| OwnPart::Rest {
        promised: number(promised),
        delivery,
    };
    let cases = [
        (
            "all told",
            vec![owner("500/700"), part("sosial", "400", "100/90")],
            rest("2600", OwnDelivery::Rest(number("1010"))),
        ),
        (
            "a share is silent",
            vec![owner("500/700"), part("sosial", "400", "100")],
            rest("2600", OwnDelivery::NotComparable),
        ),
        (
            "shares told more",
            vec![owner("50"), part("sosial", "400", "60")],
            rest("2600", OwnDelivery::Exceeded { by: number("10") }),
        ),
        (
            "shares promise more",
            vec![
                owner("500"),
                part("sosial", "2000", "1"),
                part("ikan", "1500", "1"),
            ],
            OwnPart::Exceeded { by: number("500") },
        ),
    ];
    let of = IndicatorRef {
        contract: contract_id("koperasi"),
        indicator: id("a"),
    };
    for (what, stories, expected) in cases {
        let board = scoreboard(stories, "2026-08-01");
        let own = apportionment(&board, &of).map(|parts| parts.own);
        assert_eq!(own, Some(expected), "{what}");
    }
    let alone = scoreboard([owner("500")], "2026-08-01");
    assert_eq!(apportionment(&alone, &of), None);
}
