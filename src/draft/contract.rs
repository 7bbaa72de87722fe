//! A contract, as a new file: from a few answers, from an earlier contract or from a table.

use super::text::Text;
use crate::edit::Value;
use crate::model::{
    Accumulation, Better, Date, Period, PersonId, PostId, Quantity, QuarterOfYear, RegimeId,
    ScaleId,
};
use crate::parse::contract::{RawContract, RawIndicator};
use crate::parse::reader::Sp;
use crate::parse::scalar::{Choice, RawDirection};
use std::collections::BTreeMap;

/// What is known of a contract that is to be written down.
#[derive(Clone, Debug)]
pub struct ContractDraft {
    pub person: PersonId,
    pub post: PostId,
    pub regime: RegimeId,
    pub number: Option<String>,
    pub signed: Option<Date>,
    pub period: Period,
    /// The superior who receives the promise, if one is known.
    pub counterparty: Option<PersonId>,
    /// Without any, there is a place for the first.
    pub goals: Vec<GoalDraft>,
    /// Where all this comes from, for the head of the file: `Dari tabel pk.xlsx …`.
    pub origin: Option<String>,
}

/// A goal and its indicators.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GoalDraft {
    pub name: Option<String>,
    pub indicators: Vec<IndicatorDraft>,
}

/// An indicator as far as it is known. What is `None` is a key without a value, except where that
/// is said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IndicatorDraft {
    pub id: String,
    pub name: Option<String>,
    pub unit: Option<String>,
    /// `arah`: never guessed.
    pub direction: Option<RawDirection>,
    /// Asked for a range only.
    pub better: Option<Better>,
    /// Asked for a rank only.
    pub rank_scale: Option<ScaleId>,
    pub accumulation: Option<Accumulation>,
    /// A number, or the words of a target that is none.
    pub target: Option<Value>,
    /// Left out where empty.
    pub quarterly: BTreeMap<QuarterOfYear, Value>,
    /// Left out where there is none; and so are the next ones.
    pub weight: Option<Quantity>,
    pub formula: Option<String>,
    pub source: Option<String>,
    /// What to look at, for a comment above it.
    pub remark: Option<String>,
}

impl ContractDraft {
    /// Takes goals and indicators over from an earlier contract: what they are called and how they
    /// are measured. Targets are promised anew.
    pub fn take_indicators_from(&mut self, earlier: &RawContract) {
        let goals = earlier.goals.value.iter().map(|goal| GoalDraft {
            name: Some(goal.value.name.value.clone()),
            indicators: goal.value.indicators.value.iter().map(like).collect(),
        });
        self.goals = goals.collect();
    }
}

/// The same indicator, to be promised anew.
fn like(indicator: &Sp<RawIndicator>) -> IndicatorDraft {
    let RawIndicator { id, terms } = &indicator.value;
    let text = |text: &Option<Sp<String>>| text.as_ref().map(|text| text.value.clone());
    IndicatorDraft {
        id: id.value.to_string(),
        name: text(&terms.name),
        unit: text(&terms.unit),
        direction: terms.direction.as_ref().map(|way| way.value),
        better: terms.better.as_ref().map(|side| side.value),
        rank_scale: terms.rank_scale.as_ref().map(|scale| scale.value.clone()),
        accumulation: terms.accumulation.as_ref().map(|how| how.value),
        weight: terms.weight.as_ref().map(|weight| weight.value),
        formula: terms.formula.as_ref().map(|words| words.value.0.clone()),
        source: terms.source.as_ref().map(|words| words.value.0.clone()),
        ..IndicatorDraft::default()
    }
}

/// The file of a contract; `schema_line` is its first line.
pub fn contract(draft: &ContractDraft, schema_line: Option<&str>) -> String {
    let mut text = Text::with_schema(schema_line);
    if let Some(origin) = &draft.origin {
        text.comment(0, origin);
    }
    text.comment(
        0,
        "Isi di belakang setiap titik dua yang kosong; pantau check menyebut yang masih kurang. Angka \
         tanpa pemisah ribuan; desimal dengan titik atau koma.",
    );
    text.entry(0, "pejabat", Some(Value::plain(&draft.person)));
    text.entry(0, "jabatan", Some(Value::plain(&draft.post)));
    text.entry(0, "aturan", Some(Value::plain(&draft.regime)));
    match &draft.number {
        Some(number) => text.entry(0, "nomor", Some(Value::text(number))),
        None => text.line(0, "# nomor: nomor naskahnya, bila ada"),
    }
    text.comment(0, "Hari ditandatangani: tahun-bulan-hari.");
    text.entry(0, "tanda_tangan", draft.signed.map(Value::plain));
    text.line(0, "periode:");
    text.entry(2, "mulai", Some(Value::plain(draft.period.start)));
    text.entry(2, "selesai", Some(Value::plain(draft.period.end)));
    counterparty(draft, &mut text);
    text.blank();
    text.line(0, "sasaran:");
    let first = [GoalDraft::default()];
    let goals = if draft.goals.is_empty() {
        &first[..]
    } else {
        &draft.goals
    };
    for goal in goals {
        text.item(2, "nama", goal.name.as_deref().map(Value::text));
        text.line(4, "indikator:");
        let first = [IndicatorDraft::default()];
        let indicators = if goal.indicators.is_empty() {
            &first[..]
        } else {
            &goal.indicators
        };
        for one in indicators {
            indicator(one, &mut text);
        }
    }
    text.finish()
}

fn counterparty(draft: &ContractDraft, text: &mut Text) {
    match &draft.counterparty {
        Some(person) => {
            text.comment(
                0,
                "Atasan yang menerima janji, dan kedudukannya: definitif, plt, atau plh.",
            );
            text.line(0, "pihak_kedua:");
            text.entry(2, "pejabat", Some(Value::plain(person)));
            text.entry(2, "kedudukan", Some(Value::plain("definitif")));
        }
        None => {
            text.comment(
                0,
                "Atasan yang menerima janji; kontrak kepala daerah tidak punya.",
            );
            for line in [
                "# pihak_kedua:",
                "#   pejabat: id-atasan",
                "#   kedudukan: definitif",
            ] {
                text.line(0, line);
            }
        }
    }
}

fn indicator(draft: &IndicatorDraft, text: &mut Text) {
    if let Some(remark) = &draft.remark {
        text.comment(6, remark);
    }
    let id = Some(&draft.id).filter(|id| !id.is_empty());
    if id.is_none() {
        text.comment(
            6,
            "Nama pendek: huruf kecil, angka, dan tanda hubung, misalnya prevalensi-stunting.",
        );
    }
    text.item(6, "id", id.map(Value::plain));
    text.entry(8, "nama", draft.name.as_deref().map(Value::text));
    let is_amount = !matches!(
        draft.direction,
        Some(RawDirection::Rank | RawDirection::Completion)
    );
    if is_amount || draft.unit.is_some() {
        text.entry(8, "satuan", draft.unit.as_deref().map(Value::text));
    }
    direction(draft, text);
    if draft.target.is_none() {
        text.comment(8, "Target setahun.");
    }
    text.entry(8, "target", draft.target.clone());
    quarterly(draft, text);
    if let Some(weight) = draft.weight {
        text.entry(8, "bobot", Some(Value::plain(weight)));
    }
    for (key, words, hint) in [
        ("rumus", &draft.formula, "cara angkanya dihitung"),
        ("sumber", &draft.source, "sumber datanya"),
    ] {
        match words {
            Some(words) => text.entry(8, key, Some(Value::text(words))),
            None => text.line(8, &format!("# {key}: {hint}")),
        }
    }
}

fn direction(draft: &IndicatorDraft, text: &mut Text) {
    if draft.direction.is_none() {
        text.comment(
            8,
            "naik: makin tinggi makin baik. turun: makin rendah makin baik. Juga: turun-rasio, \
             rentang, predikat, tuntas. Jangan ditebak: lihat naskahnya.",
        );
    }
    let way = draft.direction.map(|way| Value::plain(way.word()));
    text.entry(8, "arah", way);
    match draft.direction {
        Some(RawDirection::Rank) => {
            let scale = draft.rank_scale.as_ref().map(Value::plain);
            text.entry(8, "skala_predikat", scale);
            return;
        }
        Some(RawDirection::Completion) => return,
        Some(RawDirection::Range) => {
            let better = draft.better.map(|side| Value::plain(side.word()));
            text.entry(8, "lebih_baik", better);
        }
        _ => {}
    }
    if draft.accumulation.is_none() {
        text.comment(
            8,
            "jumlah: setiap triwulan angkanya sendiri. akhir: keadaan terakhir, juga angka \
             kumulatif. rata-rata: rerata triwulan.",
        );
    }
    let accumulation = draft.accumulation.map(|how| Value::plain(how.word()));
    text.entry(8, "akumulasi", accumulation);
}

fn quarterly(draft: &IndicatorDraft, text: &mut Text) {
    if draft.quarterly.is_empty() {
        text.line(8, "# target_triwulan:");
        for quarter in QuarterOfYear::ALL {
            text.line(8, &format!("#   {}:", quarter.key()));
        }
        return;
    }
    text.line(8, "target_triwulan:");
    for (quarter, target) in &draft.quarterly {
        text.entry(10, quarter.key(), Some(target.clone()));
    }
}
