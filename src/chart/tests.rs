//! What a chart says, and that its labels never collide, over random charts.
//! They look at the plan, where every box still has its place, and at the markup.

use proptest::collection::vec;
use proptest::prelude::*;

use super::backend::{Ink, Point};
use super::layout::{Placed, Rect, width};
use super::plan::{Plan, SHEET};
use super::*;

const TONES: [Tone; 4] = [Tone::Good, Tone::Watch, Tone::Bad, Tone::Neutral];

fn level(value: f64, label: &str) -> TargetMark {
    TargetMark::Level {
        value,
        label: label.into(),
    }
}

fn reported(value: f64, label: &str) -> ActualMark {
    ActualMark::Reported {
        value,
        label: label.into(),
        tone: Tone::Good,
    }
}

fn missing() -> ActualMark {
    ActualMark::Missing { label: "?".into() }
}

fn chart(columns: Vec<(TargetMark, ActualMark)>) -> ProgressChart {
    let names = ["TW I", "TW II", "TW III", "TW IV"];
    let period = |(name, (target, actual)): (&str, _)| Period {
        label: name.into(),
        target,
        actual,
    };
    ProgressChart {
        id: "stunting".into(),
        title: "Prevalensi stunting".into(),
        description: "TW I 7,6 dari 7,5.".into(),
        periods: names.into_iter().zip(columns).map(period).collect(),
        baseline: None,
        due: None,
    }
}

fn stunting() -> ProgressChart {
    chart(vec![
        (level(7.5, "7,5"), reported(7.6, "7,6")),
        (level(7.0, "7,0"), reported(6.9, "6,9")),
        (level(6.5, "6,5"), missing()),
        (level(6.0, "6,0"), ActualMark::NotDue),
    ])
}

fn texts<'a>(plan: &Plan<'a>) -> Vec<&'a str> {
    plan.labels.iter().map(|label| label.text).collect()
}

fn actual_label(actual: &ActualMark) -> Option<&str> {
    match actual {
        ActualMark::Reported { label, .. }
        | ActualMark::Missing { label }
        | ActualMark::Unavailable { label } => Some(label),
        ActualMark::NotDue => None,
    }
}

/// The stroke itself, without the air around it.
fn crossed_by(label: &Placed, line: &[Point]) -> bool {
    line.windows(2)
        .any(|part| Rect::around(part[0], part[1], 10).overlaps(&label.rect))
}

fn values() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => 0.0..100.0,
        2 => 71.0..72.0,
        2 => -50.0..50.0,
        2 => (-5.0..10.0f64).prop_map(|exponent| 10f64.powf(exponent)),
        1 => prop::sample::select(vec![0.0, -0.0, 1.0, 100.0, f64::NAN, f64::INFINITY, f64::MAX, f64::MIN, f64::MIN_POSITIVE]),
    ]
}

fn labels() -> impl Strategy<Value = String> {
    let known = [
        "7,6",
        "0",
        "1.808.114",
        "Rp 45,2 M",
        "WTP",
        "Rp 1.250.000.000",
        "7–8",
        "?",
        "–",
        "",
        "terlambat 12 hari",
        "<&\"'>",
    ];
    prop_oneof![3 => prop::sample::select(known.map(String::from).to_vec()), 1 => ".{0,14}"]
}

fn targets(labels: impl Strategy<Value = String> + Clone) -> impl Strategy<Value = TargetMark> {
    prop_oneof![
        1 => Just(TargetMark::None),
        4 => (values(), labels.clone()).prop_map(|(value, label)| TargetMark::Level { value, label }),
        2 => (values(), values(), labels).prop_map(|(low, high, label)| TargetMark::Band { low, high, label }),
    ]
}

fn actuals(labels: impl Strategy<Value = String> + Clone) -> impl Strategy<Value = ActualMark> {
    prop_oneof![
        5 => (values(), labels.clone(), prop::sample::select(TONES.to_vec())).prop_map(|(value, label, tone)| ActualMark::Reported { value, label, tone }),
        2 => labels.clone().prop_map(|label| ActualMark::Missing { label }),
        1 => labels.prop_map(|label| ActualMark::Unavailable { label }),
        1 => Just(ActualMark::NotDue),
    ]
}

fn charts<L: Strategy<Value = String> + Clone + 'static>(
    names: L,
    labels: L,
    most: usize,
) -> impl Strategy<Value = ProgressChart> {
    let period = (
        names.clone(),
        targets(labels.clone()),
        actuals(labels.clone()),
    )
        .prop_map(|(label, target, actual)| Period {
            label,
            target,
            actual,
        });
    let baseline =
        (values(), labels, names).prop_map(|(value, label, name)| Baseline { value, label, name });
    (
        ".{0,8}",
        ".{0,40}",
        vec(period, 0..=most),
        prop::option::of(baseline),
        prop::option::of(0..most),
    )
        .prop_map(|(id, title, periods, baseline, due)| ProgressChart {
            id,
            description: title.clone(),
            title,
            periods,
            baseline,
            due,
        })
}

fn any_chart() -> impl Strategy<Value = ProgressChart> {
    let any = || labels().boxed();
    charts(any(), any(), 6)
}

/// What an Indonesian report holds: up to nine characters, and periods called TW I to TW IV.
fn usual_chart() -> impl Strategy<Value = ProgressChart> {
    let names = prop::sample::select(
        ["TW I", "TW II", "TW III", "TW IV", "Awal"]
            .map(String::from)
            .to_vec(),
    );
    let numbers = prop::sample::select(
        [
            "7,6",
            "0",
            "1.808.114",
            "Rp 45 M",
            "WTP",
            "7–8",
            "?",
            "–",
            "−12,5%",
        ]
        .map(String::from)
        .to_vec(),
    );
    charts(names.boxed(), numbers.boxed(), 4)
}

/// Every tag closes, every attribute is quoted, and no character escapes its text.
fn well_formed(svg: &str) -> bool {
    let mut open = Vec::new();
    for piece in svg.split('<').skip(1) {
        let Some((tag, text)) = piece.split_once('>') else {
            return false;
        };
        let name = tag
            .trim_start_matches('/')
            .split([' ', '/'])
            .next()
            .unwrap_or_default();
        if tag.matches('"').count() % 2 == 1 || text.contains(['>', '"']) {
            return false;
        }
        if tag.starts_with('/') {
            if open.pop() != Some(name) {
                return false;
            }
        } else if !tag.ends_with('/') {
            open.push(name);
        }
    }
    open.is_empty() && svg.starts_with("<svg ") && svg.ends_with("</svg>")
}

/// No number of a path or a place has more than one decimal.
fn is_compact(svg: &str) -> bool {
    let attributes = svg
        .split('"')
        .skip(1)
        .step_by(2)
        .filter(|value| !value.contains(char::is_alphabetic) || value.starts_with('M'));
    attributes
        .flat_map(|value| value.split(|c: char| !c.is_ascii_digit() && c != '.'))
        .all(|number| {
            number
                .split_once('.')
                .is_none_or(|(_, decimals)| decimals.len() == 1 && decimals != "0")
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn labels_never_collide(chart in any_chart()) {
        let plan = Plan::of(&chart);
        for (i, label) in plan.labels.iter().enumerate() {
            prop_assert!(SHEET.contains(&label.rect), "{label:?} is outside");
            prop_assert!(!plan.labels[..i].iter().any(|other| other.rect.overlaps(&label.rect)), "{label:?} overlaps another");
            prop_assert!(!plan.steps.iter().any(|step| crossed_by(label, step)), "{label:?} is crossed by a target");
            let solid = |(ink, bar): &(Ink, Rect)| *ink != Ink::Empty && bar.overlaps(&label.rect);
            prop_assert!(!plan.bars.iter().any(solid), "{label:?} lies on a bar");
            prop_assert!(label.rect.right - label.rect.left >= width(label.text, label.ink));
        }
    }

    #[test]
    fn usual_values_keep_their_labels(chart in usual_chart()) {
        let plan = Plan::of(&chart);
        let strong = plan.labels.iter().filter(|label| label.ink != Ink::Plain).count();
        let wanted = chart.periods.iter().filter(|period| actual_label(&period.actual).is_some()).count();
        prop_assert_eq!(strong, wanted);
        let names = texts(&plan);
        prop_assert!(chart.periods.iter().all(|period| names.contains(&period.label.as_str())));
    }

    #[test]
    fn every_chart_is_one_small_well_formed_element(chart in usual_chart()) {
        let chart = ProgressChart { id: "ipm".into(), title: "Indeks".into(), description: "d".repeat(250), ..chart };
        let svg = chart.svg();
        prop_assert!(well_formed(&svg), "{svg}");
        prop_assert!(is_compact(&svg), "{svg}");
        prop_assert!(!svg.contains("style="));
        prop_assert!(svg.len() < 2048, "{} bytes", svg.len());
        prop_assert_eq!(svg, chart.svg());
    }

    #[test]
    fn nothing_breaks_the_markup(chart in any_chart()) {
        let svg = chart.svg();
        prop_assert!(well_formed(&svg), "{svg}");
    }

    #[test]
    fn bars_are_as_long_as_their_values(values in vec(0.0..1e6f64, 1..5)) {
        let chart = chart(values.iter().map(|&value| (TargetMark::None, reported(value, ""))).collect());
        let highest = values.iter().copied().fold(0.0, f64::max);
        let plan = Plan::of(&chart);
        for (value, (_, bar)) in values.iter().zip(&plan.bars) {
            let length = f64::from(bar.bottom - bar.top);
            prop_assert!(bar.bottom == 1100 && (length - (value / highest * 920.0).max(15.0)).abs() <= 1.0);
        }
    }

    #[test]
    fn sparks_are_small(title in ".{0,40}", percents in vec(prop::option::of(values()), 0..8)) {
        let point = |percent: &Option<f64>| percent.map_or(SparkPoint::Missing, |percent| SparkPoint::Share { percent, tone: Tone::Watch });
        let spark = SparkLine { title, points: percents.iter().map(point).collect() };
        prop_assert!(well_formed(&spark.svg()));
        let svg = SparkLine { title: "Capaian per triwulan".into(), ..spark }.svg();
        prop_assert!(is_compact(&svg) && svg.len() <= 500, "{svg}");
    }
}

#[test]
fn a_quarter_is_a_bar_a_box_or_a_step() {
    let expected = concat!(
        r#"<svg class="chart" viewBox="0 0 352 132" role="img" aria-labelledby="stunting-t stunting-d" font-size="11" text-anchor="middle">"#,
        r#"<title id="stunting-t">Prevalensi stunting</title><desc id="stunting-d">TW I 7,6 dari 7,5.</desc>"#,
        r#"<path class="c-good" d="M32 110V18h30v92zM118 110V26.5h30V110z"/><path class="c-none" d="M204 110V31.4h30V110z"/>"#,
        r#"<path class="c-base" d="M4 110h344"/><path class="c-target" d="M4 19.3h86v6h86v6.1h86v6h86"/>"#,
        r#"<text x="47" y="126">TW I</text><text x="133" y="126">TW II</text><text x="219" y="126">TW III</text><text x="305" y="126">TW IV</text>"#,
        r#"<text x="47" y="13" class="v">7,6</text><text x="133" y="20.5" class="v">6,9</text><text x="219" y="100" class="miss">?</text>"#,
        r#"<text x="219" y="26.4">6,5</text><text x="305" y="32.4">6,0</text></svg>"#,
    );
    assert_eq!(stunting().svg(), expected);
}

#[test]
fn a_reported_zero_is_seen_and_a_missing_value_is_no_zero() {
    let plan_of = |actual| chart(vec![(level(5.0, "5"), actual)]);
    let zero = plan_of(reported(0.0, "0"));
    let plan = Plan::of(&zero);
    assert_eq!(
        (plan.bars[0].0, plan.bars[0].1.bottom - plan.bars[0].1.top),
        (Ink::Good, 15)
    );
    let late = plan_of(missing());
    let plan = Plan::of(&late);
    assert_eq!(
        (plan.bars[0].0, plan.bars[0].1.top),
        (Ink::Empty, plan.steps[0][0].1)
    );
    let unavailable = plan_of(ActualMark::Unavailable {
        label: "–".into()
    });
    assert!(
        Plan::of(&unavailable).bars.is_empty() && texts(&Plan::of(&unavailable)).contains(&"–")
    );
    assert!(Plan::of(&plan_of(ActualMark::NotDue)).bars.is_empty());
}

#[test]
fn negative_values_hang_below_the_zero_line() {
    let chart = chart(vec![
        (level(2.0, "2"), reported(-3.0, "−3")),
        (level(2.0, "2"), reported(3.0, "3")),
    ]);
    let plan = Plan::of(&chart);
    let zero = plan.axis[0].1;
    assert_eq!((plan.bars[0].1.top, plan.bars[1].1.bottom), (zero, zero));
    assert!(
        plan.labels
            .iter()
            .any(|label| label.text == "−3" && label.rect.top > plan.bars[0].1.bottom)
    );
}

#[test]
fn what_is_not_finite_is_not_drawn() {
    let chart = chart(vec![
        (level(f64::NAN, "n"), reported(f64::INFINITY, "∞")),
        (level(2.0, "2"), reported(1.0, "1")),
    ]);
    let plan = Plan::of(&chart);
    assert_eq!(
        (
            plan.bars.len(),
            plan.steps.len(),
            texts(&plan).contains(&"∞")
        ),
        (1, 1, true)
    );
}

#[test]
fn a_range_is_a_band_whichever_end_comes_first() {
    let band = |low, high| {
        chart(vec![(
            TargetMark::Band {
                low,
                high,
                label: "7–8".into(),
            },
            reported(9.0, "9"),
        )])
    };
    assert_eq!(band(7.0, 8.0).svg(), band(8.0, 7.0).svg());
    assert!(band(7.0, 8.0).svg().contains("c-band"));
    assert_eq!(Plan::of(&band(7.0, 8.0)).steps.len(), 2);
}

#[test]
fn a_step_joins_neighbours_and_breaks_where_there_is_no_target() {
    let due = || ActualMark::NotDue;
    let chart = chart(vec![
        (level(1.0, "1"), due()),
        (level(1.0, "1"), due()),
        (TargetMark::None, due()),
        (level(2.0, "2"), due()),
    ]);
    let steps = Plan::of(&chart).steps;
    assert_eq!(
        steps,
        [vec![(40, 640), (1760, 640)], vec![(2620, 180), (3480, 180)]]
    );
}

#[test]
fn the_target_gives_way_to_the_value() {
    let column = || {
        (
            level(40.0, "Rp 1.250.000.000"),
            reported(39.9, "Rp 1.249.000.000"),
        )
    };
    let crowded = chart(vec![column()]);
    assert!(texts(&Plan::of(&crowded)).contains(&"Rp 1.249.000.000"));
    assert!(!texts(&Plan::of(&crowded)).contains(&"Rp 1.250.000.000"));
}

#[test]
fn the_due_period_gets_a_flag() {
    assert!(!stunting().svg().contains("c-due"));
    assert!(
        ProgressChart {
            due: Some(3),
            ..stunting()
        }
        .svg()
        .contains("c-due")
    );
    assert!(
        !ProgressChart {
            due: Some(9),
            ..stunting()
        }
        .svg()
        .contains("c-due")
    );
}

#[test]
fn the_baseline_has_a_column_of_its_own() {
    let baseline = Some(Baseline {
        value: 7.9,
        label: "7,9".into(),
        name: "Awal".into(),
    });
    let with = ProgressChart {
        baseline,
        ..stunting()
    };
    let plan = Plan::of(&with);
    assert!(
        plan.start.is_some() && texts(&plan).contains(&"7,9") && texts(&plan).contains(&"Awal")
    );
    let left = plan.steps[0][0].0;
    assert!(
        plan.labels
            .iter()
            .filter(|label| ["7,9", "Awal"].contains(&label.text))
            .all(|label| label.rect.right <= left)
    );
}

#[test]
fn text_is_escaped_and_an_id_has_no_space() {
    let odd = ProgressChart {
        id: "a b/\"c".into(),
        title: "<b> & 'x'\u{0}".into(),
        ..stunting()
    };
    let svg = odd.svg();
    assert!(svg.contains(r#"aria-labelledby="a-b/&quot;c-t a-b/&quot;c-d""#));
    assert!(svg.contains("&lt;b&gt; &amp; &#39;x&#39; </title>"));
}

#[test]
fn every_ink_has_its_class() {
    let marks = [TONES.map(Ink::from).as_slice(), &[Ink::Empty]].concat();
    let classes = marks.iter().map(|&ink| ink.class()).collect::<Vec<_>>();
    assert_eq!(
        classes,
        ["c-good", "c-watch", "c-bad", "c-neutral", "c-none"]
    );
    assert_eq!((Ink::Plain.class(), Ink::Miss.class()), ("", "miss"));
}

#[test]
fn a_spark_has_a_bar_for_each_share_and_the_full_line() {
    let share = |percent, tone| SparkPoint::Share { percent, tone };
    let points = vec![
        share(50.0, Tone::Bad),
        share(100.0, Tone::Good),
        SparkPoint::Missing,
        SparkPoint::Blank,
    ];
    let svg = SparkLine {
        title: "50%, 100%, belum".into(),
        points,
    }
    .svg();
    let expected = concat!(
        r#"<svg class="spark" viewBox="0 0 80 20" role="img" aria-label="50%, 100%, belum"><path class="c-good" d="M24 20V6h12v14z"/>"#,
        r#"<path class="c-bad" d="M4 20v-7h12v7z"/><path class="c-none" d="M44 20V6h12v14z"/><path class="c-target" d="M0 6h80"/></svg>"#,
    );
    assert_eq!(svg, expected);
    assert!(svg.len() <= 500);
}
