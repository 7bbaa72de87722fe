//! Totals over many contracts.

use super::build::*;
use crate::compute::{Counts, contract_score};
use crate::model::*;

/// 3.000 new entrepreneurs: one owner, two organisations that take a part.
fn entrepreneurs() -> [Story; 3] {
    let part = |stem: &str, share: &str| {
        let promise = up(share).summed().part_of("koperasi", "a", share);
        promised([promise]).named(stem)
    };
    [
        promised([up("3000").summed()])
            .named("koperasi")
            .says("–/–/–/2220"),
        part("sosial", "400").says("–/–/–/400"),
        part("perikanan", "300"),
    ]
}

#[test]
fn a_shared_commitment_counts_once_at_its_owner() {
    let stories = entrepreneurs();
    let contracts: Vec<Contract> = stories.iter().map(|s| s.contract().clone()).collect();
    let board = scoreboard(stories, "2027-01-11");
    let not_reached = Counts {
        not_reached: 1,
        ..Counts::default()
    };
    assert_eq!(board.total(contracts.iter()), not_reached);
    // each official still answers for the part that was promised
    let told_of = |stem: &str| told(only(&board.contracts[&contract_id(stem)]));
    assert_eq!(told_of("koperasi"), "74 | tidak tercapai");
    assert_eq!(told_of("sosial"), "100 | tercapai");
    assert_eq!(told_of("perikanan"), "– | terlambat 1 hari");
    // and without the owner among the contracts, the parts count nowhere
    assert_eq!(board.total(contracts[1..].iter()), Counts::default());
}

#[test]
fn a_board_judges_each_contract_as_it_would_be_judged_alone() {
    let register = site(entrepreneurs());
    let day = date("2027-01-11");
    let board = crate::compute::compute(&register, day);
    assert_eq!(board.contracts.len(), 3);
    for (id, score) in &board.contracts {
        assert_eq!(**score, contract_score(&register, id, day));
    }
}
