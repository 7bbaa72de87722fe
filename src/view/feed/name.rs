//! What the id of an entry is made of: what the thing is, never when it was or how it is known, so
//! that the same thing has the same id whatever else changes.

use super::happened::{What, revisions};
use crate::model::{AmendmentKind, ContractId, Date, IndicatorId, Quarter, RevisionGround};
use crate::record::{Event, EventKind, EventSubject, Item};
use crate::view::calendar::occurrence_name;
use crate::view::change::anchor;
use crate::view::scene::Scene;

impl What<'_> {
    /// The name of the thing, which no other thing of the site has.
    pub fn name(&self, scene: &Scene<'_>) -> String {
        match self {
            Self::Result(contract, quarter) => format!("hasil {} {quarter}", contract.id),
            Self::Late(contract, quarter, _) => format!("terlambat {} {quarter}", contract.id),
            Self::Amendment(contract, at) => {
                let amendment = &contract.amendments[*at];
                let earlier = contract.amendments[..*at].iter();
                let same = earlier.filter(|a| (a.kind, a.date) == (amendment.kind, amendment.date));
                let kind = match amendment.kind {
                    AmendmentKind::Correction => EventKind::Corrected,
                    AmendmentKind::Amendment | AmendmentKind::Undeclared => EventKind::Amended,
                };
                amended_name(&contract.id, kind, amendment.date, same.count())
            }
            Self::Revision(contract, quarter, indicator, at) => {
                let revisions = revisions(scene, contract, *quarter, indicator);
                let date = revisions[*at].date;
                let earlier = revisions[..*at].iter();
                let same = earlier.filter(|r| r.date == date && is_declared(&r.ground));
                revised_name(&contract.id, *quarter, indicator, date, same.count())
            }
            Self::Due(tenure, occurrence, _, earlier) => {
                let name = occurrence_name(scene, tenure, occurrence);
                format!("evaluasi {name} {earlier}")
            }
            Self::Decided(tenure, occurrence, at) => {
                let name = occurrence_name(scene, tenure, occurrence);
                format!("putusan {name} {at}")
            }
            Self::Event(event) => event_name(event),
        }
    }
}

fn amended_name(contract: &ContractId, kind: EventKind, on: Date, place: usize) -> String {
    format!("{} {contract} {on} {place}", kind.key())
}

fn revised_name(
    contract: &ContractId,
    quarter: Quarter,
    indicator: &IndicatorId,
    on: Date,
    place: usize,
) -> String {
    format!("revised {contract} {quarter} {indicator} {on} {place}")
}

/// A declared change is the same thing as the amendment or revision in the register.
pub(super) fn event_name(event: &Event) -> String {
    let item = event.changes.first().map(|change| &change.key.item);
    match (event.kind, &event.subject, &event.declared, item) {
        (
            kind @ (EventKind::Amended | EventKind::Corrected),
            EventSubject::Contract(id),
            Some(declared),
            _,
        ) => amended_name(id, kind, declared.on, declared.place),
        (
            EventKind::Revised,
            EventSubject::Report(id, quarter),
            Some(declared),
            Some(Item::Indicator(indicator)),
        ) => revised_name(id, *quarter, indicator, declared.on, declared.place),
        _ => format!("catatan {}", anchor(event)),
    }
}

pub(super) fn is_declared(ground: &RevisionGround) -> bool {
    matches!(ground, RevisionGround::Declared(_))
}
