//! Places within pages.

use crate::model::{ContractId, IndicatorId, Quarter};

/// The anchor of an indicator on a page that may hold several contracts. It names the contract,
/// so that a later contract moves no anchor.
pub fn indicator_anchor(contract: &ContractId, indicator: &IndicatorId) -> String {
    format!("{}/{indicator}", contract.stem)
}

/// The anchor of one quarter of an indicator.
pub fn quarter_anchor(contract: &ContractId, indicator: &IndicatorId, quarter: Quarter) -> String {
    format!(
        "{}/{}",
        indicator_anchor(contract, indicator),
        quarter.of_year.key()
    )
}

/// The anchor of what happened to a contract since it was signed. The colon stands in no id.
pub fn changes_anchor(contract: &ContractId) -> String {
    format!("{}:perubahan", contract.stem)
}

/// The id of an indicator's chart: an XML name, as SVG wants it.
pub fn chart_id(contract: &ContractId, indicator: &IndicatorId) -> String {
    format!("c-{}.{indicator}", contract.stem)
}

/// The anchor of a table on the page about the files of facts.
pub fn data_anchor(name: &str) -> String {
    format!("tabel-{}", name.replace('.', "-"))
}

/// The anchor of a contract on its official's page.
pub fn contract_anchor(contract: &ContractId) -> String {
    contract.stem.to_string()
}

/// The anchor of a contract's line of evaluations. The colon stands in no id, so no indicator's
/// anchor is the same.
pub fn tenure_anchor(contract: &ContractId) -> String {
    format!("{}:evaluasi", contract.stem)
}

/// Where a page says how to cite it. As [`tenure_anchor`], no other anchor is the same.
pub const CITATION_ANCHOR: &str = ":kutip";
