//! Evaluations: prescribed, held and decided.

use crate::compute::{ByFigures, EvaluationState, Occurrence, TenureScore, WhyOpen};
use crate::data::column::{Cell, Kind, Reference, Row, Table, TableName, columns, optional};
use crate::data::facts::Facts;
use crate::data::selection::Selection;
use crate::model::{AspectScore, Decision, Evaluation, Markdown};

const STATES: &[&str] = &[
    "akan-datang",
    "jatuh-tempo-hari-ini",
    "lewat-jatuh-tempo",
    "menunggu-hasil",
    "dilaksanakan",
    "diperpanjang",
    "perpanjangan-habis",
    "tidak-dilaksanakan",
    "tidak-berlaku",
];
const DECISIONS: &[&str] = &["terpenuhi", "tidak_terpenuhi", "diperpanjang"];
const BY_FIGURES: &[&str] = &["terpenuhi", "tidak-terpenuhi", "belum-dapat-dinilai"];

pub(super) struct Item<'a> {
    facts: Facts<'a>,
    tenure: &'a TenureScore,
    place: usize,
    occurrence: &'a Occurrence,
}

columns! { Item;
    "pejabat": Kind::Text, Always, "Pejabat yang dievaluasi.", "The official who is evaluated." => |e| Cell::text(&e.tenure.person);
    "masa_jabatan": Kind::Whole, Always, "Masa jabatannya, menurut nomor.", "Their tenure, by its number." => |e| Cell::count(e.tenure.place + 1);
    "urutan": Kind::Whole, Always, "Urutannya dalam masa jabatan itu, mulai dari 1.", "Its place in that tenure, from 1." => |e| Cell::count(e.place);
    "evaluasi": Kind::Text, Always, "Pengenal evaluasi dalam aturan.", "Id of the evaluation in the rules." => |e| Cell::text(&e.occurrence.rule);
    "nama": Kind::Text, Sometimes, "Nama evaluasi.", "Name of the evaluation." => |e| optional(e.occurrence.rule(e.facts.register), |rule| Cell::text(rule.name.own()));
    "aturan": Kind::Text, Always, "Aturan yang mengaturnya.", "The rules that prescribe it." => |e| Cell::text(&e.occurrence.regime);
    "kontrak": Kind::Text, Always, "Kontrak yang dievaluasi.", "The contract it looks at." => |e| Cell::shown(&e.occurrence.contract);
    "triwulan": Kind::Quarter, Sometimes, "Triwulan yang angkanya dilihat.", "The quarter whose figures count." => |e| optional(e.occurrence.quarter, Cell::shown);
    "jatuh_tempo": Kind::Date, Sometimes, "Hari jatuh tempo.", "The day it is due." => |e| optional(e.occurrence.due, Cell::Date);
    "keadaan": Kind::Choice(STATES), Always, "Keadaannya.", "How it stands." => |e| Cell::text(state(e.occurrence.state));
    "menurut_angka": Kind::Choice(BY_FIGURES), Sometimes, "Apa kata angka tentang syaratnya: bukan putusan. Kosong bila tidak ada syarat.", "What the figures say of its condition: no verdict. Empty where there is no condition." => by_figures;
    "tanggal": Kind::Date, Sometimes, "Hari evaluasi yang tercatat, yang terakhir bila beberapa.", "The day of its record, the latest of several." => |e| optional(e.record(), |r| Cell::Date(r.date));
    "oleh": Kind::Text, Sometimes, "Siapa yang mengevaluasi.", "Who evaluated." => |e| optional(e.record().and_then(|r| r.by.as_ref()), Cell::text);
    "putusan": Kind::Choice(DECISIONS), Sometimes, "Putusan yang tercatat.", "The recorded decision." => |e| optional(e.record().and_then(|r| r.decision), |d| Cell::text(decision(d)));
    "diperpanjang_sampai": Kind::Date, Sometimes, "Sampai kapan putusan ditunda.", "Until when the decision is put off." => extended_until;
    "aspek": Kind::Text, Sometimes, "Nilai aspek: aspek=nilai, dipisah titik koma; predikat menurut urutannya pada skala.", "Scores of aspects: aspect=score, separated by semicolons; ranks by their place on the scale." => aspects;
    "alasan": Kind::Text, Sometimes, "Alasan (Markdown).", "Reason (Markdown)." => |e| words(e, |r| r.reason.as_ref());
    "tindak_lanjut": Kind::Text, Sometimes, "Tindak lanjut (Markdown).", "Follow-up (Markdown)." => |e| words(e, |r| r.follow_up.as_ref());
    "tanggapan": Kind::Text, Sometimes, "Tanggapan pejabat (Markdown).", "The official's own explanation (Markdown)." => |e| words(e, |r| r.response.as_ref());
}

pub(in crate::data) const TABLE: Table = Table {
    name: Some(TableName::Evaluations),
    about: [
        "Evaluasi yang ditentukan aturan dan yang tercatat.",
        "Evaluations, those that rules prescribe and those on record.",
    ],
    columns: COLUMNS,
    key: &["pejabat", "masa_jabatan", "urutan"],
    references: &[
        Reference {
            columns: &["pejabat", "masa_jabatan"],
            to: TableName::Tenures,
            named: &["pejabat", "nomor"],
        },
        Reference {
            columns: &["kontrak"],
            to: TableName::Contracts,
            named: &["id"],
        },
    ],
};

pub(super) fn rows<'a>(facts: Facts<'a>, of: &'a Selection) -> impl Iterator<Item = Row<'a>> + 'a {
    let people = of.people.iter();
    let tenures = people
        .filter_map(move |person| facts.score.tenures.get(person))
        .flatten();
    let items = tenures.flat_map(move |tenure| {
        let occurrences = tenure.occurrences.iter().zip(1..);
        occurrences.map(move |(occurrence, place)| Item {
            facts,
            tenure,
            place,
            occurrence,
        })
    });
    items
        .filter(|item| of.contracts.contains(&item.occurrence.contract))
        .filter(|item| of.quarter.is_none() || item.occurrence.quarter == of.quarter)
        .map(|item| row(&item))
}

impl<'a> Item<'a> {
    /// The one that stands.
    fn record(&self) -> Option<&'a Evaluation> {
        self.occurrence.records(self.facts.register).last()
    }
}

fn state(state: EvaluationState) -> &'static str {
    let at = match state {
        EvaluationState::Upcoming { .. } => 0,
        EvaluationState::DueToday => 1,
        EvaluationState::Overdue { .. } => 2,
        EvaluationState::Waiting { .. } => 3,
        EvaluationState::Held { .. } => 4,
        EvaluationState::Extended { .. } => 5,
        EvaluationState::ExtensionOver { .. } => 6,
        EvaluationState::Missed { .. } => 7,
        EvaluationState::NotApplicable { .. } => 8,
    };
    STATES[at]
}

fn decision(decision: Decision) -> &'static str {
    let at = match decision {
        Decision::Met => 0,
        Decision::NotMet => 1,
        Decision::Extended { .. } => 2,
    };
    DECISIONS[at]
}

fn extended_until<'a>(item: &Item<'a>) -> Cell<'a> {
    match item.record().and_then(|record| record.decision) {
        Some(Decision::Extended { until }) => Cell::Date(until),
        _ => Cell::Missing,
    }
}

fn by_figures<'a>(item: &Item<'a>) -> Cell<'a> {
    let at = match &item.occurrence.by_figures {
        ByFigures::Met { .. } => 0,
        ByFigures::NotMet { .. } => 1,
        ByFigures::Open { why, .. } if why.contains(&WhyOpen::NoCondition) => return Cell::Missing,
        ByFigures::Open { .. } => 2,
    };
    Cell::text(BY_FIGURES[at])
}

fn aspects<'a>(item: &Item<'a>) -> Cell<'a> {
    let scores = item.record().map(|record| &record.scores);
    let scores = scores.filter(|scores| !scores.is_empty());
    optional(scores, |scores| {
        let scores = scores.iter().map(|(aspect, score)| match score {
            AspectScore::Rank(place) => format!("{aspect}={place}"),
            AspectScore::Number(number) => format!("{aspect}={}", number.normalized()),
        });
        Cell::made(scores.collect::<Vec<_>>().join(";"))
    })
}

fn words<'a>(item: &Item<'a>, which: fn(&Evaluation) -> Option<&Markdown>) -> Cell<'a> {
    optional(item.record().and_then(which), |text| Cell::text(&text.0))
}
