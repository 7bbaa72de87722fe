//! The sums since January that a chart draws.

use super::build::*;
use crate::compute::{Figure, running_sums};

fn sums(story: &Story, day: chrono::NaiveDate) -> Vec<String> {
    let score = story.at(day);
    let sums = running_sums(only(&score)).expect("an indicator with sums");
    let figure = |f: Option<Figure>| f.map_or("–".into(), |f| f.shown().to_string());
    let mark = |reached| match reached {
        Some(true) => "✓",
        Some(false) => "✗",
        None => "?",
    };
    let row = |r: crate::compute::Running| {
        format!(
            "{}/{} {}",
            figure(r.actual),
            figure(r.target),
            mark(r.reached)
        )
    };
    sums.into_iter().map(row).collect()
}

#[test]
fn amounts_and_targets_add_up_and_a_gap_leaves_open_what_is_reached() {
    let rising = || up("100").summed().quarterly("10/20/30/40");
    let falling = || down("8").summed().quarterly("2/2/2/2");
    let rows = [
        (
            rising(),
            "8/22/30/40",
            ["8/10 ✗", "30/30 ✓", "60/60 ✓", "100/100 ✓"],
        ),
        (rising(), "8/22", ["8/10 ✗", "30/30 ✓", "–/60 ?", "–/100 ?"]),
        (
            rising(),
            "10/–/50",
            ["10/10 ✓", "–/30 ?", "60/60 ?", "–/100 ?"],
        ),
        (falling(), "3/–/3", ["3/2 ✗", "–/4 ?", "6/6 ?", "–/8 ?"]),
        // without targets of their own: only the year has one
        (
            up("100").summed(),
            "20/–/30/40",
            ["20/– ?", "–/– ?", "50/– ?", "90/100 ✗"],
        ),
        (
            up("100").summed().quarterly("–/40/–/60"),
            "–/40/–/60",
            ["–/– ?", "40/40 ✓", "–/– ?", "100/100 ✓"],
        ),
    ];
    for (promise, values, expected) in rows {
        let story = promised([promise]).says(values);
        assert_eq!(sums(&story, closed(4)), expected, "{values}");
    }
}

#[test]
fn the_last_sum_is_held_against_the_year_as_the_judgement_is() {
    let promise = up("100").summed().quarterly("10/20/30/40");
    let story = promised([promise]).signed("2026-05-05").says("–/20/30/40");
    assert_eq!(sums(&story, closed(4)), ["20/20 ✓", "50/50 ✓", "90/100 ✗"]);
    let promise = up("60").summed().quarterly("10/20/30").due("2026-09-30");
    let story = promised([promise]).says("10/20/30/5");
    assert_eq!(
        sums(&story, closed(4)),
        ["10/10 ✓", "30/30 ✓", "60/60 ✓", "65/– ?"]
    );
}

#[test]
fn levels_means_and_ranges_have_no_running_sum() {
    use crate::model::Better;
    let promises = [
        up("100"),
        up("100").averaged(),
        range(Better::Inside, "20–24").summed(),
    ];
    for promise in promises {
        let score = promised([promise]).at(closed(1));
        assert_eq!(running_sums(only(&score)), None);
    }
}
