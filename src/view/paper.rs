//! What a page says on paper alone: where it stands, and where what was frozen of it stands, as a
//! text and as a QR code.

use super::scene::Scene;
use crate::format::Arg;
use crate::model::{Contract, Language, Quarter, Register, Snapshot};
use crate::url::{Address, Subject, qr_code};
use serde::Serialize;
use std::collections::BTreeSet;

#[derive(Clone, Debug, Serialize)]
pub struct PaperView {
    /// Link to the picture.
    pub code: String,
    /// "Salinan beku Triwulan II 2026:"; where nothing was frozen, "Halaman tahun 2026:" or
    /// "Halaman ini:".
    pub text: String,
    /// What the code says.
    pub address: String,
}

impl PaperView {
    /// Of a page about `subject`; none where such pages have no code.
    pub(super) fn new(scene: &Scene<'_>, subject: &Subject) -> Option<Self> {
        let code = scene.urls.file(&qr_code(subject)?);
        let target = qr_target(scene.register, subject);
        let words = &scene.words;
        let text = match &target.subject {
            Subject::ArchiveQuarter(quarter) | Subject::ArchiveOfficial(quarter, _) => {
                let quarter = words.quarter(*quarter);
                words.say("paper_frozen", &[("quarter", Arg::from(&quarter))])
            }
            Subject::OfficialYear(_, year) => {
                let year = year.to_string();
                words.say("paper_year", &[("year", Arg::from(&year))])
            }
            _ => words.text("paper_page"),
        };
        Some(Self {
            code,
            text,
            address: scene.urls.absolute(&target),
        })
    }
}

/// Where the QR code of a page about `subject` leads: to the latest frozen copy of its year that
/// tells of it, since that stays as it is; without one, to the official's page of that year, or to the page itself.
pub fn qr_target(register: &Register, subject: &Subject) -> Address {
    let other = match subject {
        Subject::OfficialYear(person, year) | Subject::OfficialCard(person, year) => {
            let holds =
                |snapshot: &Snapshot| snapshot.contracts.iter().any(|c| c.person == *person);
            let quarter = latest_frozen(register, *year, holds);
            let living = || Subject::OfficialYear(person.clone(), *year);
            let frozen = |quarter| Subject::ArchiveOfficial(quarter, person.clone());
            Some(quarter.map_or_else(living, frozen))
        }
        Subject::OpdCard(opd, year) => {
            let holds = |snapshot: &Snapshot| {
                let mut contracts = snapshot.contracts.iter();
                contracts.any(|contract| contract.opd.as_ref() == Some(opd))
            };
            latest_frozen(register, *year, holds).map(Subject::ArchiveQuarter)
        }
        _ => None,
    };
    Address::new(
        Language::Indonesian,
        other.unwrap_or_else(|| subject.clone()),
    )
}

fn latest_frozen(
    register: &Register,
    year: i32,
    holds: impl Fn(&Snapshot) -> bool,
) -> Option<Quarter> {
    let mut frozen = register.archives.iter().rev();
    let found = frozen.find(|(quarter, snapshot)| quarter.year == year && holds(snapshot));
    found.map(|(quarter, _)| *quarter)
}

/// The pages that have a QR code of their own: one for each official and year, and one for each
/// organisation and year.
pub fn with_qr_code(register: &Register) -> BTreeSet<Subject> {
    let of = |contract: &Contract| {
        let year = contract.id.year;
        let opd = register.posts[&contract.post].opd.clone();
        let official = Subject::OfficialYear(contract.person.clone(), year);
        [Some(official), opd.map(|opd| Subject::OpdCard(opd, year))]
    };
    register.contracts.values().flat_map(of).flatten().collect()
}
