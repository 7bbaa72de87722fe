//! Which contract and which quarter an evaluation looks at.

use crate::model::{Contract, Date, Quarter, Register, Span};

/// How long after its period a contract is still looked at: the yearly evaluation of a year
/// lies in the next one; later than that it would be about nothing recent.
const LOOKED_BACK: Span = Span::Months(12);

/// What an evaluation looks at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sight<'r> {
    pub contract: &'r Contract,
    /// Its last quarter that ended before the day; none where the contract is younger.
    pub quarter: Option<Quarter>,
}

/// What an evaluation due on `due` looks at among `contracts`: the one that answers for the last
/// quarter that ended before; before any has, the one that runs on that day. `None` when nothing
/// signed by then is recent enough.
pub(super) fn sight<'r>(
    register: &Register,
    contracts: &[&'r Contract],
    due: Date,
) -> Option<Sight<'r>> {
    let signed = || contracts.iter().copied().filter(|c| c.signed <= due);
    let recent = signed().filter(|c| due <= LOOKED_BACK.after(c.period.end));
    let closed = recent.filter_map(|c| Some((closed_quarter(register, c, due)?, c)));
    let latest = closed.max_by_key(|(quarter, c)| (*quarter, c.signed, &c.id));
    let running = || signed().rfind(|c| c.period.contains(due));
    match latest {
        Some((quarter, contract)) => Some(Sight {
            contract,
            quarter: Some(quarter),
        }),
        None => running().map(|contract| Sight {
            contract,
            quarter: None,
        }),
    }
}

/// The last quarter of `contract` for which a report is owed and that ended before `day`.
pub(super) fn closed_quarter(
    register: &Register,
    contract: &Contract,
    day: Date,
) -> Option<Quarter> {
    let reporting = register.regime_of(contract).reporting;
    let quarters = contract.quarters();
    quarters
        .filter(|quarter| quarter.end() < day && contract.expects_report(*quarter, reporting))
        .last()
}
