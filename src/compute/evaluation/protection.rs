//! The protected time of a tenure (`masa_lindung`), as facts.

use crate::model::{
    Capacity, Contract, Date, EndsProtection, Evaluation, EvaluationId, RegimeId, Register, Since,
    Tenure,
};

/// The time in which a regime lets the holder be replaced only for what it names.
#[derive(Clone, Debug, PartialEq)]
pub struct Protection {
    pub regime: RegimeId,
    pub from: Date,
    /// The day it ends: the first one that is no longer protected.
    pub until: Date,
    pub state: ProtectionState,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ProtectionState {
    /// So many days are left, at least 1.
    Running { days: i64 },
    /// It ran to its end.
    Ended,
    /// A recorded decision ended it (`masa_lindung: gugur`).
    Forfeited { on: Date, evaluation: EvaluationId },
    /// The holder left the post while it ran.
    Left { on: Date },
}

/// The protected time of `tenure` by the regime of the latest of its `contracts` (by signature)
/// that was signed by `today`. Where it counts from the signature, the first one counts: signing
/// anew does not begin it anew.
pub(super) fn protection<'a>(
    register: &Register,
    tenure: &Tenure,
    contracts: &[&Contract],
    records: impl Iterator<Item = &'a Evaluation>,
    today: Date,
) -> Option<Protection> {
    if tenure.capacity != Capacity::Definitive {
        return None;
    }
    let first = contracts.first()?;
    let signed = contracts.iter().rfind(|c| c.signed <= today);
    let regime = register.regime_of(signed.unwrap_or(first));
    let rule = regime.protection.as_ref();
    let rule = rule.filter(|rule| rule.reach.covers(&tenure.post))?;
    let from = match rule.since {
        Since::Induction => tenure.inducted,
        Since::Signature => first.signed,
    };
    let until = rule.length.after(from);
    let forfeited = records
        .filter(|r| r.ends_protection == EndsProtection::Forfeited && r.date < until)
        .min_by_key(|r| r.date);
    let state = match (forfeited, tenure.ended) {
        (Some(record), _) => ProtectionState::Forfeited {
            on: record.date,
            evaluation: record.rule.clone(),
        },
        (None, Some(left)) if left < until && left < today => ProtectionState::Left { on: left },
        _ if until <= today => ProtectionState::Ended,
        _ => ProtectionState::Running {
            days: (until - today).num_days(),
        },
    };
    Some(Protection {
        regime: regime.id.clone(),
        from,
        until,
        state,
    })
}
