//! Warnings of the gate that the office set aside: said where they would have mattered.

use super::html::Html;
use super::scene::Scene;
use crate::model::{Contract, Quarter, QuarterOfYear, Silenced};

/// "Peringatan diabaikan (P389: persentase di luar 0–100): laju pertumbuhan."
pub(super) fn silenced(scene: &Scene<'_>, silenced: &Silenced) -> Html {
    let parts = [
        ("code", &Html::text(silenced.code.0)),
        ("reason", &scene.inline(&silenced.reason)),
    ];
    scene.words.html_around("silenced", &parts)
}

/// What was set aside for a contract as a whole, its reports and its evaluations.
pub(super) fn of_contract(scene: &Scene<'_>, contract: &Contract) -> Vec<Html> {
    let register = scene.register;
    let quarters = QuarterOfYear::ALL.map(|of_year| Quarter::new(contract.id.year, of_year));
    let reports = quarters.into_iter();
    let reports = reports.filter_map(|q| register.reports.get(&(contract.id.clone(), q)));
    let evaluations = register.evaluations.get(&contract.id).into_iter().flatten();
    let all = contract.silenced.iter();
    let all = all.chain(reports.flat_map(|report| &report.silenced));
    let all = all.chain(evaluations.flat_map(|evaluation| &evaluation.silenced));
    all.map(|one| silenced(scene, one)).collect()
}
