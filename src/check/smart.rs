//! Whether an indicator can be checked by others: measured in something, by a formula, from a
//! source, by a day (the S, M and T of SMART, PermenPANRB 53/2014). What is missing is a
//! warning: an old contract can't be given what it never said.

use super::notes::Notes;
use crate::model::{Direction, Indicator};
use crate::problem::code;
use crate::source::TextSpan;

pub fn smart(indicator: &Indicator, place: TextSpan, notes: &mut Notes) {
    let unitless = matches!(
        indicator.direction,
        Direction::Rank(_) | Direction::Completion
    );
    let undated = indicator.direction == Direction::Completion && indicator.due.is_none();
    let lacks = [
        (code::NO_UNIT, indicator.unit.is_none() && !unitless),
        (code::NO_FORMULA, indicator.formula.is_none()),
        (code::NO_SOURCE, indicator.source.is_none()),
        (code::NO_DUE_DATE, undated),
    ];
    for (code, _) in lacks.into_iter().filter(|(_, lacks)| *lacks) {
        notes.warning(code, place, &[("name", &indicator.id)]);
    }
}
