//! What must hold for any numbers.

use super::build::*;
use crate::compute::{Aim, Figure, Judgement, Outcome, Overall, judge};
use crate::model::*;
use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;

/// An amount with up to four decimals, also below 0.
fn amount() -> impl Strategy<Value = Quantity> {
    (-2_000_i64..2_000_000, 0_u32..5).prop_map(|(digits, scale)| decimal(digits, scale))
}

fn positive() -> impl Strategy<Value = Quantity> {
    (1_i64..2_000_000, 0_u32..5).prop_map(|(digits, scale)| decimal(digits, scale))
}

fn decimal(digits: i64, scale: u32) -> Quantity {
    let ratio = Ratio::from(BigRational::new(digits.into(), BigInt::from(10).pow(scale)));
    Quantity::nearest(&ratio, scale).expect("few digits")
}

fn better() -> impl Strategy<Value = Better> {
    prop_oneof![
        Just(Better::Lower),
        Just(Better::Higher),
        Just(Better::Inside)
    ]
}

fn direction_of_amounts() -> impl Strategy<Value = Direction> {
    prop_oneof![
        Just(Direction::Up),
        Just(Direction::Down),
        Just(Direction::DownRatio),
        better().prop_map(Direction::Range),
    ]
}

/// `target` alone, or with `other` as the ends of a range.
fn aim(direction: &Direction, target: Quantity, other: Quantity) -> Aim {
    match direction {
        Direction::Range(_) => Aim::range(
            Figure::from(target.min(other)),
            Figure::from(target.max(other)),
        ),
        _ => Aim::Amount(target.into()),
    }
}

fn judged(direction: &Direction, aim: &Aim, actual: Quantity) -> Judgement {
    let outcome = Outcome::Amount(actual.into());
    judge(direction, aim.clone(), outcome, &[])
}

fn percent(judgement: &Judgement) -> Option<&Percent> {
    judgement.achievement.percent()
}

proptest! {
    #[test]
    fn capaian_is_never_below_0(
        direction in direction_of_amounts(),
        (target, other, actual) in (amount(), amount(), amount()),
    ) {
        let judgement = judged(&direction, &aim(&direction, target, other), actual);
        prop_assert!(percent(&judgement).is_none_or(|p| *p >= Percent::zero()));
    }

    #[test]
    fn a_positive_target_and_actual_can_always_be_computed(
        direction in direction_of_amounts(),
        (target, other, actual) in (positive(), positive(), positive()),
    ) {
        let judgement = judged(&direction, &aim(&direction, target, other), actual);
        prop_assert!(percent(&judgement).is_some());
    }

    #[test]
    fn reached_and_100_percent_are_the_same_where_capaian_can_be_computed(
        direction in direction_of_amounts(),
        (target, other, actual) in (amount(), amount(), amount()),
    ) {
        let judgement = judged(&direction, &aim(&direction, target, other), actual);
        if let Some(percent) = percent(&judgement) {
            prop_assert_eq!(judgement.reached, *percent >= Percent::hundred());
        }
    }

    #[test]
    fn a_better_figure_never_has_a_lower_capaian(
        direction in direction_of_amounts(),
        (target, other) in (positive(), positive()),
        (one, two) in (amount(), amount()),
    ) {
        let aim = aim(&direction, target, other);
        let (worse, better) = in_order(&direction, target.min(other), one, two);
        let (worse, better) = (judged(&direction, &aim, worse), judged(&direction, &aim, better));
        prop_assert!(!worse.reached || better.reached);
        if let (Some(low), Some(high)) = (percent(&worse), percent(&better)) {
            prop_assert!(low <= high, "{low:?} {high:?}");
        }
    }

    #[test]
    fn a_better_rank_never_has_a_lower_capaian(
        target in 1_u32..5,
        (worse, better) in (1_u32..5, 1_u32..5),
    ) {
        let (worse, better) = (worse.min(better), worse.max(better));
        let judged = |actual| {
            let direction = Direction::Rank(scale_id());
            let (aim, outcome) = (Aim::Rank(target), Outcome::Rank(actual));
            judge(&direction, aim, outcome, &opinions([None; 4]))
        };
        let (low, high) = (judged(worse), judged(better));
        prop_assert!(percent(&low) <= percent(&high));
        prop_assert_eq!(high.reached, percent(&high) >= Some(&Percent::hundred()));
    }

    #[test]
    fn every_capaian_has_a_category_on_a_scale_that_begins_at_0(
        mut bounds in prop::collection::btree_set(1_u32..150, 0..6),
        value in amount(),
    ) {
        bounds.insert(0);
        let mut regime = regime();
        regime.scale = bounds
            .iter()
            .rev()
            .map(|b| Band { min: Quantity::from(*b), name: Wording::from(format!("≥ {b}")).into() })
            .collect();
        let percent = Percent::from(value).at_least_zero();
        let band = regime.category(&percent).expect("a category");
        let reached = |b: &&u32| Percent::from(Quantity::from(**b)) <= percent;
        let highest = bounds.iter().rfind(reached).expect("0 is reached");
        prop_assert_eq!(band.min, Quantity::from(*highest));
    }
}

/// `one` and `two`, the worse one first. Where only the inside of a range is good, neither lies
/// above `from`, so that more is better.
fn in_order(
    direction: &Direction,
    from: Quantity,
    one: Quantity,
    two: Quantity,
) -> (Quantity, Quantity) {
    let (less, more) = (one.min(two), one.max(two));
    match direction {
        Direction::Up | Direction::Range(Better::Higher) => (less, more),
        Direction::Range(Better::Inside) => (less.min(from), more.min(from)),
        _ => (more, less),
    }
}

/// What happened to one yearly promise of 100: its weight and what was reported of it, if
/// anything was.
type Fate = (u32, Option<u32>);

fn fates() -> impl Strategy<Value = Vec<Fate>> {
    prop::collection::vec((1_u32..100, prop::option::weighted(0.8, 0_u32..300)), 1..7)
}

fn story(fates: &[Fate]) -> Story {
    let name = |n: usize| format!("n{n}");
    let promises = fates
        .iter()
        .enumerate()
        .map(|(n, (weight, _))| up("100").named(&name(n)).weighing(&weight.to_string()));
    let promises: Vec<Promise> = promises.collect();
    fates
        .iter()
        .enumerate()
        .filter_map(|(n, (_, value))| Some((n, (*value)?)))
        .fold(promised(promises), |story, (n, value)| {
            story.says_of(&name(n), &format!("–/–/–/{value}"))
        })
}

fn overall(story: &Story) -> Overall {
    story.at(closed(4)).overall
}

/// The weighted mean as one would do it by hand.
fn mean_by_hand(fates: &[Fate]) -> Option<Percent> {
    let counted = fates.iter().filter_map(|(w, v)| Some((*w, (*v)?)));
    let (sum, weights) = counted.fold((0, 0), |(sum, weights), (w, v)| (sum + w * v, weights + w));
    (weights > 0).then(|| Percent::new(BigRational::new(sum.into(), weights.into()).into()))
}

proptest! {
    #[test]
    fn the_overall_is_the_weighted_mean_of_what_counts(fates in fates()) {
        let overall = overall(&story(&fates));
        prop_assert_eq!(&overall.percent, &mean_by_hand(&fates));
        prop_assert_eq!(&overall.uncapped, &overall.percent);
        prop_assert_eq!(overall.counted + overall.left_out.len(), overall.total);
    }

    #[test]
    fn the_floor_is_never_above_the_figure_and_meets_it_when_nothing_is_left_out(
        fates in fates(),
    ) {
        let overall = overall(&story(&fates));
        if let Some(percent) = &overall.percent {
            prop_assert!(overall.floor <= *percent);
            prop_assert!(!overall.left_out.is_empty() || overall.floor == *percent);
        }
    }

    #[test]
    fn a_cap_never_raises_and_bounds_the_figure(fates in fates(), cap in 0_u32..310) {
        let free = overall(&story(&fates));
        let capped = overall(&story(&fates).capped(&cap.to_string()));
        prop_assert!(capped.percent <= free.percent);
        prop_assert!(capped.floor <= free.floor);
        prop_assert_eq!(&capped.uncapped, &free.uncapped);
        prop_assert!(capped.percent <= Some(Percent::from(Quantity::from(cap)))
            || capped.percent.is_none());
    }

    #[test]
    fn the_order_of_commitments_changes_nothing(
        (fates, shuffled) in fates().prop_flat_map(|f| (Just(f.clone()), Just(f).prop_shuffle())),
    ) {
        let (one, other) = (overall(&story(&fates)), overall(&story(&shuffled)));
        prop_assert_eq!(one.percent, other.percent);
        prop_assert_eq!(one.floor, other.floor);
        prop_assert_eq!(one.category, other.category);
        prop_assert_eq!(one.weighting, other.weighting);
        prop_assert_eq!(one.left_out.len(), other.left_out.len());
    }

    #[test]
    fn no_category_stands_beside_something_late(fates in fates()) {
        let overall = overall(&story(&fates));
        let late = fates.iter().any(|(_, value)| value.is_none());
        prop_assert_eq!(overall.category.is_none(), late);
    }
}

/// A quarter's own target, and its amount unless nothing was reported.
type Amounts = [(u32, Option<u32>); 4];

fn amounts() -> impl Strategy<Value = Amounts> {
    let quarter = || (1_u32..50, prop::option::weighted(0.7, 0_u32..100));
    [quarter(), quarter(), quarter(), quarter()]
}

fn slashed(entries: impl Iterator<Item = Option<u32>>) -> String {
    let entry = |e: Option<u32>| e.map_or("–".to_owned(), |n| n.to_string());
    entries.map(entry).collect::<Vec<_>>().join("/")
}

fn capaian_by_hand(direction: &Direction, actual: u32, target: u32) -> Percent {
    let ratio = BigRational::new(actual.into(), target.into());
    let ratio = match direction {
        Direction::Up => ratio,
        _ => BigRational::from_integer(2.into()) - ratio,
    };
    Percent::of_ratio(&ratio.into()).at_least_zero()
}

proptest! {
    #[test]
    fn a_sum_shows_the_lower_of_its_two_figures_and_claims_no_track_with_a_gap(
        amounts in amounts(),
        quarter in 1_usize..5,
        is_up in any::<bool>(),
    ) {
        let year: u32 = amounts.iter().map(|(target, _)| target).sum();
        let promise = if is_up { up } else { down };
        let promise = promise(&year.to_string())
            .summed()
            .quarterly(&slashed(amounts.iter().map(|(target, _)| Some(*target))));
        let direction = promise.0.direction.clone();
        let told = &amounts[..quarter];
        let score = promised([promise])
            .says(&slashed(told.iter().map(|(_, value)| *value)))
            .at(closed(quarter.try_into().expect("a quarter")));
        let indicator = only(&score);

        let reported = || told.iter().filter(|(_, value)| value.is_some());
        let actual: u32 = told.iter().filter_map(|(_, value)| *value).sum();
        let of_reported: u32 = reported().map(|(target, _)| target).sum();
        let of_all: u32 = told.iter().map(|(target, _)| target).sum();
        let shown = indicator.to_date.as_ref().map(|t| percent(&t.judgement).expect("T above 0"));
        if of_reported == 0 {
            prop_assert_eq!(shown, None);
        } else {
            let one = capaian_by_hand(&direction, actual, of_reported);
            let other = capaian_by_hand(&direction, actual, of_all);
            prop_assert_eq!(shown, Some(&one.min(other)));
        }
        let has_gap = reported().count() < quarter;
        prop_assert_eq!(keadaan(indicator.state).starts_with("terlambat"), has_gap);
        if let Some(to_date) = &indicator.to_date {
            prop_assert_eq!(to_date.missing.len(), quarter - reported().count());
        }
    }
}
