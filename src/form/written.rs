//! Answers as result files have them.

use super::ask::Kind;
use super::change::Written;
use crate::model::{Actual, Quantity, Value, at_position};
use crate::parse::number::number;

/// A value as a result file has it.
pub(super) fn written(value: Value, kind: &Kind) -> Written {
    match value {
        Value::Amount(amount) => Written::Plain(unambiguous(amount.normalized())),
        Value::Completed(day) => Written::Done(day),
        Value::NotCompleted => Written::Plain("belum".to_owned()),
        Value::Rank(position) => match kind {
            Kind::Rank(ranks) => {
                let rank = at_position(ranks, position);
                Written::Rank(rank.cloned().unwrap_or_default())
            }
            _ => Written::Plain(position.to_string()),
        },
    }
}

/// A number as no reader can mistake it: three decimals get a further zero.
pub(super) fn unambiguous(amount: Quantity) -> String {
    let text = amount.to_string();
    match number(&text) {
        Ok(_) => text,
        Err(_) => text + "0",
    }
}

/// How a file writes what stands in the register.
pub(super) fn as_written(actual: &Actual, kind: &Kind) -> Written {
    match actual {
        Actual::Reported(value) => written(*value, kind),
        Actual::Unavailable { reason } => Written::Unavailable(reason.0.clone()),
    }
}
