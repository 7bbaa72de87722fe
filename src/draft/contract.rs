//! A contract, as a new file: from a few answers, from an earlier contract or from a table.

use super::text::Text;
use crate::edit::Value;
use crate::model::{
    Accumulation, Contract, Date, Direction, Indicator, OpdId, Period, PersonId, PostId, Quantity,
    QuarterOfYear, RegimeId,
};
use crate::parse::scalar::Choice;
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
    /// `arah`, with what belongs to it: never guessed.
    pub direction: Option<Direction>,
    pub accumulation: Option<Accumulation>,
    /// A number, or the words of a target that is none.
    pub target: Option<Value>,
    /// Left out where empty.
    pub quarterly: BTreeMap<QuarterOfYear, Value>,
    /// Left out where there is none; and so are the next ones.
    pub weight: Option<Quantity>,
    pub formula: Option<String>,
    pub source: Option<String>,
    pub shared_with: Vec<OpdId>,
    /// What to look at, for a comment above it.
    pub remark: Option<String>,
}

/// What of an earlier contract goes into the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takeover {
    /// Goals and indicators: what they are called, how they are measured. Targets are new.
    Indicators,
}

impl ContractDraft {
    /// Takes over what `what` says from an earlier contract.
    pub fn take_from(&mut self, earlier: &Contract, what: Takeover) {
        let Takeover::Indicators = what;
        let goals = earlier.goals.iter().map(|goal| GoalDraft {
            name: Some(goal.name.own().clone()),
            indicators: goal.indicators.iter().map(IndicatorDraft::like).collect(),
        });
        self.goals = goals.collect();
    }
}

impl IndicatorDraft {
    /// The same indicator, to be promised anew.
    fn like(indicator: &Indicator) -> Self {
        let words = |words: Option<&crate::model::Wording<crate::model::Markdown>>| {
            words.map(|words| words.own().0.clone())
        };
        Self {
            id: indicator.id.to_string(),
            name: Some(indicator.name.own().clone()),
            unit: indicator.unit_name().map(str::to_owned),
            direction: Some(indicator.direction.clone()),
            accumulation: Some(indicator.accumulation),
            weight: indicator.weight,
            formula: words(indicator.formula.as_ref()),
            source: words(indicator.source.as_ref()),
            shared_with: indicator.shared_with.clone(),
            ..Self::default()
        }
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
    let has_unit = !matches!(
        draft.direction,
        Some(Direction::Rank(_) | Direction::Completion)
    );
    if has_unit || draft.unit.is_some() {
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
    if !draft.shared_with.is_empty() {
        let others = draft.shared_with.iter().map(Value::plain).collect();
        text.entry(8, "bersama", Some(Value::List(others)));
    }
}

fn direction(draft: &IndicatorDraft, text: &mut Text) {
    let word = match &draft.direction {
        None => {
            text.comment(
                8,
                "naik: makin tinggi makin baik. turun: makin rendah makin baik. Juga: turun-rasio, \
                 rentang, predikat, tuntas. Jangan ditebak: lihat naskahnya.",
            );
            None
        }
        Some(Direction::Up) => Some("naik"),
        Some(Direction::Down) => Some("turun"),
        Some(Direction::DownRatio) => Some("turun-rasio"),
        Some(Direction::Range(_)) => Some("rentang"),
        Some(Direction::Rank(_)) => Some("predikat"),
        Some(Direction::Completion) => Some("tuntas"),
    };
    text.entry(8, "arah", word.map(Value::plain));
    match &draft.direction {
        Some(Direction::Rank(scale)) => {
            text.entry(8, "skala_predikat", Some(Value::plain(scale)));
            return;
        }
        Some(Direction::Completion) => return,
        Some(Direction::Range(better)) => {
            text.entry(8, "lebih_baik", Some(Value::plain(better.word())));
        }
        _ => {}
    }
    if draft.accumulation.is_none() {
        text.comment(
            8,
            "jumlah: setiap triwulan angkanya sendiri. akhir: keadaan terakhir, juga angka kumulatif. \
             rata-rata: rerata triwulan.",
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
