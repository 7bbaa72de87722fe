//! How much room the things take that a large site has very many of.

use crate::compute::*;
use crate::model::*;
use std::mem::size_of;

/// A site of 100,000 officials has about four judgements, quarters and reported figures for each
/// of a million commitments: a field more in one of these is tens of megabytes more of memory.
/// Whoever needs one may raise a bound, knowing this; what few of them have belongs behind a
/// pointer ([`Rare`], `Box`).
#[cfg(target_pointer_width = "64")]
#[test]
fn what_a_large_site_has_millions_of_is_small() {
    let sizes = [
        ("Judgement", size_of::<Judgement>(), 88),
        ("QuarterFact", size_of::<QuarterFact>(), 56),
        ("ReportedActual", size_of::<ReportedActual>(), 48),
        ("Remarks", size_of::<Remarks>(), 32),
        ("State", size_of::<State>(), 8),
        ("Target", size_of::<Target>(), 36),
        ("Indicator", size_of::<Indicator>(), 304),
        ("IndicatorScore", size_of::<IndicatorScore>(), 224),
        ("QuarterScore", size_of::<QuarterScore>(), 304),
    ];
    let larger = sizes.into_iter().filter(|(_, size, bound)| size > bound);
    assert_eq!(larger.collect::<Vec<_>>(), []);
}
