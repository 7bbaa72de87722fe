//! The results of a quarter, to be filled in.

use super::text::Text;
use crate::compute::{IndicatorScore, QuarterReport, contract_score};
use crate::format::Formats;
use crate::model::{
    Accumulation, Better, Contract, ContractId, Date, Direction, Indicator, Language, ProgramId,
    Quantity, Quarter, QuarterOfYear, Register, Target, Value as Figure,
};

/// The contracts that owe results of `quarter`: those in force then, of which a report is asked.
pub fn owed(register: &Register, quarter: Quarter) -> impl Iterator<Item = &Contract> {
    let contracts = register.contracts.values();
    contracts.filter(move |contract| owes(register, contract, quarter))
}

fn owes(register: &Register, contract: &Contract, quarter: Quarter) -> bool {
    let reporting = register.regime_of(contract).reporting;
    contract.quarters().any(|own| own == quarter) && contract.expects_report(quarter, reporting)
}

/// A file for the results of `quarter`: each indicator that is asked for, with its name, unit,
/// direction, target and last value as comments, and a place for its figure. Nothing in it is
/// filled in, and until something is, it is no report. `schema_line` is its first line. `None`
/// where the contract owes nothing for that quarter.
pub fn results(
    register: &Register,
    id: &ContractId,
    quarter: Quarter,
    today: Date,
    schema_line: Option<&str>,
) -> Option<String> {
    let contract = register.contracts.get(id)?;
    owes(register, contract, quarter).then_some(())?;
    let page = Page {
        register,
        contract,
        quarter,
        formats: Formats::new(Language::Indonesian),
    };
    // Terms as they are when the quarter is over.
    let score = contract_score(register, id, today.max(quarter.end()));
    let mut text = Text::with_schema(schema_line);
    page.head(&mut text);
    let (asked, others): (Vec<_>, Vec<_>) = score
        .indicators
        .iter()
        .partition(|indicator| page.is_asked(indicator));
    if !asked.is_empty() {
        text.line(0, "realisasi:");
    }
    for indicator in asked {
        page.indicator(indicator, &mut text);
    }
    if !others.is_empty() {
        let names = others.iter().map(|other| other.id().to_string());
        let names = names.collect::<Vec<_>>().join(", ");
        let label = roman(quarter.of_year);
        text.comment(2, &format!("Tidak diminta pada TW {label}: {names}."));
    }
    page.budget(&mut text);
    Some(text.finish())
}

struct Page<'r> {
    register: &'r Register,
    contract: &'r Contract,
    quarter: Quarter,
    formats: Formats,
}

impl Page<'_> {
    fn head(&self, text: &mut Text) {
        let Self {
            register,
            contract,
            quarter,
            formats,
        } = self;
        let post = &register.posts[&contract.post].name;
        let person = register.people[&contract.person].name.as_deref();
        let holder = person.map_or_else(String::new, |name| format!(" ({name})"));
        let label = roman(quarter.of_year);
        let year = quarter.year;
        text.comment(
            0,
            &format!("Hasil TW {label} {year}: {}{holder}.", post.own()),
        );
        text.comment(
            0,
            "Isi di belakang titik dua. Angka tanpa pemisah ribuan; desimal dengan titik atau koma. \
             Angka yang belum tersedia: ganti baris nilai dengan belum_ada: alasannya. Di bawah nilai \
             boleh ditambah catatan, kendala, tindak_lanjut, dan tanggapan. Selama semuanya kosong, \
             berkas ini belum terhitung laporan; setelah itu baris yang tetap kosong dihapus.",
        );
        text.blank();
        let deadline = register.regime_of(contract).deadline;
        let until = deadline.map(|span| span.after(quarter.end()));
        let until = until.map_or_else(String::new, |day| {
            format!(" Batasnya {}.", formats.date(day))
        });
        let example = quarter.end().succ_opt().unwrap_or(quarter.end());
        text.comment(
            0,
            &format!("Hari OPD melaporkannya, misalnya {example}.{until}"),
        );
        text.entry(0, "dilaporkan", None);
    }

    fn is_asked(&self, score: &IndicatorScore) -> bool {
        let facts = score.quarters.iter();
        let own = facts.filter(|fact| fact.quarter == self.quarter);
        own.into_iter()
            .any(|fact| fact.report != QuarterReport::NotAsked)
    }

    fn indicator(&self, score: &IndicatorScore, text: &mut Text) {
        let indicator = &score.commitment.indicator;
        text.comment(2, indicator.name.own());
        let unit = indicator.unit_name().map(|unit| format!("Satuan {unit}; "));
        let how = format!("{}{}.", unit.unwrap_or_default(), self.how(indicator));
        text.comment(2, &capitalised(&how));
        let facts = score.quarters.iter();
        let own = facts.clone().find(|fact| fact.quarter == self.quarter);
        let label = roman(self.quarter.of_year);
        let mut said = Vec::new();
        if let Some(target) = own.and_then(|fact| fact.target_of(indicator)) {
            said.push(format!(
                "Target TW {label}: {}.",
                self.target(indicator, target)
            ));
        }
        said.push(format!(
            "Target tahun ini: {}.",
            self.target(indicator, indicator.target)
        ));
        let before = facts.filter(|fact| fact.quarter < self.quarter);
        let last = before
            .rev()
            .find_map(|fact| Some((fact.quarter, fact.report.value()?)));
        if let Some((quarter, value)) = last {
            let label = roman(quarter.of_year);
            said.push(format!(
                "Nilai terakhir (TW {label}): {}.",
                self.figure(indicator, value)
            ));
        }
        text.comment(2, &said.join(" "));
        text.line(2, &format!("{}:", indicator.id));
        text.entry(4, "nilai", None);
    }

    /// Which way is better, and what the quarter's figure is.
    fn how(&self, indicator: &Indicator) -> String {
        let way = match &indicator.direction {
            Direction::Up => "makin tinggi makin baik",
            Direction::Down | Direction::DownRatio => "makin rendah makin baik",
            Direction::Range(Better::Lower) => "di dalam rentang, lebih rendah lebih baik",
            Direction::Range(Better::Higher) => "di dalam rentang, lebih tinggi lebih baik",
            Direction::Range(Better::Inside) => "yang baik hanya di dalam rentang",
            Direction::Rank(scale) => {
                let ranks = self
                    .register
                    .regime_of(self.contract)
                    .rank_scales
                    .get(scale);
                let names = ranks.into_iter().flatten().map(|rank| rank.name.as_str());
                let names = names.collect::<Vec<_>>().join(", ");
                return format!("peringkat, dari yang terendah: {names}");
            }
            Direction::Completion => {
                return "tulis belum; bila sudah selesai, tulis di bawah nilai: selesai: tanggalnya"
                    .to_owned();
            }
        };
        let figure = match indicator.accumulation {
            Accumulation::Sum => "angka triwulan ini saja, bukan jumlah sejak Januari",
            Accumulation::Last => "keadaan pada akhir triwulan",
            Accumulation::Mean => "angka triwulan ini; tahunnya rata-rata",
        };
        format!("{way}; {figure}")
    }

    fn target(&self, indicator: &Indicator, target: Target) -> String {
        match target {
            Target::Amount(amount) => self.measure(indicator, amount),
            Target::Range { from, to } => {
                let (from, to) = (self.measure(indicator, from), self.measure(indicator, to));
                format!("{from} sampai {to}")
            }
            Target::Rank(rank) => self.rank(indicator, rank),
            Target::Completion => "selesai".to_owned(),
        }
    }

    fn figure(&self, indicator: &Indicator, value: Figure) -> String {
        match value {
            Figure::Amount(amount) => self.measure(indicator, amount),
            Figure::Rank(rank) => self.rank(indicator, rank),
            Figure::Completed(day) => format!("selesai {}", self.formats.date(day)),
            Figure::NotCompleted => "belum".to_owned(),
        }
    }

    fn measure(&self, indicator: &Indicator, amount: Quantity) -> String {
        self.formats.measure(amount, indicator.unit_name())
    }

    fn rank(&self, indicator: &Indicator, rank: u32) -> String {
        let Direction::Rank(scale) = &indicator.direction else {
            return rank.to_string();
        };
        let regime = self.register.regime_of(self.contract);
        let named = regime.rank(scale, rank);
        named.map_or_else(|| rank.to_string(), |rank| rank.name.clone())
    }

    fn budget(&self, text: &mut Text) {
        let day = self.quarter.end();
        let programs = self.contract.programs.iter();
        let programs = programs
            .filter_map(|program| Some((program, self.contract.budget_on(program, day)?)))
            .collect::<Vec<_>>();
        if programs.is_empty() {
            return;
        }
        text.comment(0, "Anggaran yang terserap sejak Januari, dalam rupiah.");
        text.line(0, "serapan_sampai_kini:");
        for (program, budget) in programs {
            let rupiah = |amount| self.formats.measure(amount, Some("rupiah"));
            let before = QuarterOfYear::ALL.into_iter().rev();
            let mut before = before.filter(|quarter| *quarter < self.quarter.of_year);
            let last =
                before.find_map(|quarter| Some((quarter, self.absorbed(&program.id, quarter)?)));
            let last = last.map_or_else(String::new, |(quarter, amount)| {
                format!(" Terakhir (TW {}): {}.", roman(quarter), rupiah(amount))
            });
            let name = program.name.own();
            let said = format!("{name}. Anggaran {}.{last}", rupiah(budget));
            text.comment(2, &said);
            text.entry(2, program.id.as_str(), None);
        }
    }

    /// What an earlier quarter's report says a programme absorbed.
    fn absorbed(&self, program: &ProgramId, quarter: QuarterOfYear) -> Option<Quantity> {
        let quarter = Quarter::new(self.quarter.year, quarter);
        let report = self
            .register
            .reports
            .get(&(self.contract.id.clone(), quarter))?;
        report.absorbed.get(program).copied()
    }
}

/// As quarters are called on paper: TW III.
fn roman(quarter: QuarterOfYear) -> &'static str {
    ["I", "II", "III", "IV"][quarter as usize]
}

fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest).collect()
}
