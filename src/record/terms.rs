//! A contract as a table of what it states, so that two versions of it are compared by meaning.

use super::stated::Stated;
use crate::model::{
    Accumulation, Better, Capacity, Date, IndicatorId, Markdown, ProgramId, Quantity, QuarterOfYear,
};
use crate::parse::contract::{
    RawAmendment, RawContract, RawDocument, RawIndicatorChange, RawQuarterly, RawTarget, RawTerms,
};
use crate::parse::english::RawEnglishTerms;
use crate::parse::reader::Sp;
use crate::parse::scalar::RawDirection;
use crate::source::TextSpan;
use std::collections::BTreeMap;

/// What a term belongs to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// The contract, report, tenure or regime itself.
    Whole,
    Indicator(IndicatorId),
    Program(ProgramId),
}

/// What is stated of an item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// That it is there.
    Presence,
    Person,
    Post,
    Regime,
    Signed,
    Start,
    End,
    Counterparty,
    Promise,
    Name,
    Unit,
    Direction,
    Accumulation,
    /// `lebih_baik`
    Better,
    /// `skala_predikat`
    RankScale,
    Target,
    Quarter(QuarterOfYear),
    Due,
    Published,
    Weight,
    Formula,
    Owner,
    Share,
    Budget,
    /// `dicabut`
    Withdrawal,
    // What is told when it changes, and was not promised.
    Number,
    Goal,
    Parent,
    Source,
    Way,
    Baseline,
    SharedWith,
    Documents,
    Announcements,
    Reason,
    /// The day of an amendment, by its own word.
    Date,
    /// The name of the file.
    File,
    // Of reports.
    Reported,
    Value,
    Unavailable,
    Note,
    Obstacle,
    FollowUp,
    Response,
    Evidence,
    Verification,
    Absorbed,
    // Of tenures.
    Inducted,
    Ended,
    /// A rule, by the key it has in the file.
    Rule(String),
    /// What a term says in English: it explains the Indonesian text, which alone binds.
    English(Box<Term>),
}

impl Term {
    /// Whether it is part of what was promised: a change of it has to be declared.
    pub fn is_promised(&self) -> bool {
        !matches!(
            self,
            Self::Number
                | Self::Goal
                | Self::Parent
                | Self::Source
                | Self::Way
                | Self::Baseline
                | Self::SharedWith
                | Self::Documents
                | Self::Announcements
                | Self::Reason
                | Self::Date
                | Self::File
                | Self::English(_)
        )
    }
}

impl Term {
    /// The key by which a file states it.
    pub fn key(&self) -> &str {
        match self {
            Self::Presence => "indikator",
            Self::Person => "pejabat",
            Self::Post => "jabatan",
            Self::Regime => "aturan",
            Self::Signed => "tanda_tangan",
            Self::Start => "mulai",
            Self::End => "selesai",
            Self::Counterparty => "pihak_kedua",
            Self::Promise => "janji",
            Self::Name => "nama",
            Self::Unit => "satuan",
            Self::Direction => "arah",
            Self::Accumulation => "akumulasi",
            Self::Better => "lebih_baik",
            Self::RankScale => "skala_predikat",
            Self::Target => "target",
            Self::Quarter(quarter) => quarter.key(),
            Self::Due => "tenggat",
            Self::Published => "terbit",
            Self::Weight => "bobot",
            Self::Formula => "rumus",
            Self::Owner => "milik",
            Self::Share => "bagian",
            Self::Budget => "anggaran",
            Self::Withdrawal => "dicabut",
            Self::Number => "nomor",
            Self::Goal => "sasaran",
            Self::Parent => "induk",
            Self::Source => "sumber",
            Self::Way => "cara",
            Self::Baseline => "awal",
            Self::SharedWith => "bersama",
            Self::Documents => "dokumen",
            Self::Announcements => "pengumuman",
            Self::Reason => "alasan",
            Self::Date => "tanggal",
            Self::File => "berkas",
            Self::Reported => "dilaporkan",
            Self::Value => "nilai",
            Self::Unavailable => "belum_ada",
            Self::Note => "catatan",
            Self::Obstacle => "kendala",
            Self::FollowUp => "tindak_lanjut",
            Self::Response => "tanggapan",
            Self::Evidence => "bukti",
            Self::Verification => "verifikasi",
            Self::Absorbed => "serapan_sampai_kini",
            Self::Inducted => "pelantikan",
            Self::Ended => "selesai",
            Self::Rule(key) => key,
            Self::English(_) => "en",
        }
    }
}

/// Which term of which item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TermKey {
    pub item: Item,
    pub term: Term,
}

/// What is stated, and where.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub stated: Stated,
    pub span: TextSpan,
}

/// Everything that one version states.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Table {
    pub entries: BTreeMap<TermKey, Entry>,
    /// Names of indicators and programmes.
    pub names: BTreeMap<Item, String>,
}

/// A difference between two tables.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Difference {
    pub key: TermKey,
    pub before: Stated,
    pub after: Stated,
}

impl Table {
    pub fn add(&mut self, item: &Item, term: Term, stated: Stated, span: TextSpan) {
        let item = item.clone();
        self.entries
            .insert(TermKey { item, term }, Entry { stated, span });
    }

    fn put<T>(
        &mut self,
        item: &Item,
        term: Term,
        field: Option<&Sp<T>>,
        to: impl Fn(&T) -> Stated,
    ) {
        if let Some(field) = field {
            self.add(item, term, to(&field.value), field.span);
        }
    }

    /// What `term` says in English, where the file says so.
    pub fn put_english<T>(
        &mut self,
        item: &Item,
        term: Term,
        field: Option<&Sp<T>>,
        to: impl Fn(&T) -> String,
    ) {
        let english = Term::English(Box::new(term));
        self.put(item, english, field, |text| Stated::Text(to(text)));
    }

    pub fn stated(&self, key: &TermKey) -> Stated {
        let entry = self.entries.get(key);
        entry.map_or(Stated::Nothing, |entry| entry.stated.clone())
    }

    pub fn has(&self, item: &Item) -> bool {
        *item == Item::Whole
            || self.entries.contains_key(&TermKey {
                item: item.clone(),
                term: Term::Presence,
            })
    }

    /// Where `key` stands, else its item, else the beginning.
    pub fn place(&self, key: &TermKey) -> TextSpan {
        let presence = TermKey {
            item: key.item.clone(),
            term: Term::Presence,
        };
        let entry = self
            .entries
            .get(key)
            .or_else(|| self.entries.get(&presence));
        entry.map_or(TextSpan::START, |entry| entry.span)
    }

    /// What reads otherwise in `after`. Of an item that came or went, only that.
    pub fn differences(&self, after: &Self) -> Vec<Difference> {
        let keys = self.entries.keys().chain(after.entries.keys());
        let keys: std::collections::BTreeSet<&TermKey> = keys.collect();
        let both = |item: &Item| self.has(item) && after.has(item);
        let told = keys
            .into_iter()
            .filter(|key| key.term == Term::Presence || both(&key.item));
        told.filter_map(|key| self.difference(after, key)).collect()
    }

    /// What reads otherwise in `after`, item by item whether or not the item is there.
    pub fn differences_of_terms(&self, after: &Self) -> Vec<Difference> {
        let keys = self.entries.keys().chain(after.entries.keys());
        let keys: std::collections::BTreeSet<&TermKey> = keys.collect();
        let keys = keys.into_iter();
        keys.filter_map(|key| self.difference(after, key)).collect()
    }

    fn difference(&self, after: &Self, key: &TermKey) -> Option<Difference> {
        let (before, after) = (self.stated(key), after.stated(key));
        (!before.means(&after)).then(|| Difference {
            key: key.clone(),
            before,
            after,
        })
    }

    /// Puts what `other` states over this.
    pub fn overlay(&mut self, other: &Self) {
        let entries = other.entries.iter();
        self.entries
            .extend(entries.map(|(key, entry)| (key.clone(), entry.clone())));
        let names = other.names.iter();
        self.names
            .extend(names.map(|(item, name)| (item.clone(), name.clone())));
    }
}

/// What was signed: all of a contract but its amendments.
pub(super) fn signed(contract: &RawContract) -> Table {
    let mut table = Table::default();
    parties(contract, &mut table);
    particulars(contract, &mut table);
    for goal in &contract.goals.value {
        let goal = &goal.value;
        for indicator in &goal.indicators.value {
            let item = Item::Indicator(indicator.value.id.value.clone());
            indicator_terms(
                &item,
                &indicator.value.terms,
                indicator.value.id.span,
                &mut table,
            );
            table.add(
                &item,
                Term::Goal,
                Stated::Text(goal.name.value.clone()),
                goal.name.span,
            );
            let english = goal.english.as_ref().map(|en| &en.value.name);
            table.put_english(&item, Term::Goal, english, String::clone);
            let parent = goal.parent.as_ref();
            table.put(&item, Term::Parent, parent, |parent| {
                let (contract, id) = (&parent.contract.value, &parent.indicator.value);
                Stated::Word(format!("{contract}/{id}"))
            });
        }
    }
    for program in &contract.programs {
        let program = &program.value;
        let item = Item::Program(program.id.value.clone());
        let name = &program.name.value;
        table.names.insert(item.clone(), name.clone());
        table.add(&item, Term::Presence, present(), program.id.span);
        table.put(&item, Term::Budget, program.budget.as_ref(), rupiah);
        let english = program.english.as_ref().map(|en| &en.value.name);
        table.put_english(&item, Term::Name, english, String::clone);
    }
    table
}

/// That an item is there: the same whatever it is called.
fn present() -> Stated {
    Stated::Word("ada".into())
}

fn rupiah(amount: &Quantity) -> Stated {
    Stated::Number {
        value: *amount,
        unit: Some("rupiah".into()),
    }
}

fn day(date: &Date) -> Stated {
    Stated::Day(*date)
}

fn text(text: &Markdown) -> Stated {
    Stated::Text(text.0.clone())
}

fn parties(contract: &RawContract, table: &mut Table) {
    let whole = &Item::Whole;
    let word = |text: String| Stated::Word(text);
    table.put(whole, Term::Person, Some(&contract.person), |id| {
        word(id.to_string())
    });
    table.put(whole, Term::Post, Some(&contract.post), |id| {
        word(id.to_string())
    });
    table.put(whole, Term::Regime, Some(&contract.regime), |id| {
        word(id.to_string())
    });
    table.put(whole, Term::Signed, Some(&contract.signed), day);
    let period = &contract.period.value;
    table.put(whole, Term::Start, Some(&period.start), day);
    table.put(whole, Term::End, Some(&period.end), day);
    table.put(
        whole,
        Term::Counterparty,
        contract.counterparty.as_ref(),
        |party| {
            let capacity = match party.capacity.value {
                Capacity::Definitive => "",
                Capacity::Acting => " (plt)",
                Capacity::DailyActing => " (plh)",
            };
            word(format!("{}{capacity}", party.person.value))
        },
    );
    table.put(whole, Term::Promise, contract.promise.as_ref(), text);
}

fn particulars(contract: &RawContract, table: &mut Table) {
    let whole = &Item::Whole;
    let english = contract.english.as_ref().map(|en| &en.value.promise);
    table.put_english(whole, Term::Promise, english, |text| text.0.clone());
    table.put(whole, Term::Number, contract.number.as_ref(), |number| {
        Stated::Text(number.clone())
    });
    let documents = contract.documents.iter().map(|d| document(&d.value));
    list(whole, Term::Documents, documents, table);
    let announcements = contract.announcements.iter().map(|a| &a.value);
    let announcements = announcements.map(|a| format!("{}: {}", a.title.value, a.url.value.0));
    list(whole, Term::Announcements, announcements, table);
}

/// A list as one text; nothing where it is empty.
pub(super) fn list(
    item: &Item,
    term: Term,
    entries: impl Iterator<Item = String>,
    table: &mut Table,
) {
    let entries: Vec<String> = entries.collect();
    if !entries.is_empty() {
        table.add(
            item,
            term,
            Stated::Text(entries.join("; ")),
            TextSpan::START,
        );
    }
}

pub(super) fn document(document: &RawDocument) -> String {
    let file = document.file.as_ref().map(|file| file.value.0.clone());
    let place = file.or_else(|| document.url.as_ref().map(|url| url.value.0.clone()));
    match place {
        Some(place) => format!("{} ({place})", document.title.value),
        None => document.title.value.clone(),
    }
}

fn indicator_terms(item: &Item, terms: &RawTerms, place: TextSpan, table: &mut Table) {
    let name = terms.name.as_ref().map(|name| name.value.clone());
    let Item::Indicator(id) = item else { return };
    let name = name.unwrap_or_else(|| id.to_string());
    table.names.insert(item.clone(), name);
    table.add(item, Term::Presence, present(), place);
    let word = |word: &str| Stated::Word(word.to_owned());
    let words = |text: &String| Stated::Text(text.clone());
    table.put(item, Term::Name, terms.name.as_ref(), words);
    table.put(item, Term::Unit, terms.unit.as_ref(), |unit| {
        word(same_unit(unit))
    });
    table.put(item, Term::Direction, terms.direction.as_ref(), |d| {
        word(direction(d))
    });
    table.put(item, Term::Accumulation, terms.accumulation.as_ref(), |a| {
        word(accumulation(*a))
    });
    table.put(item, Term::Better, terms.better.as_deref(), |b| {
        word(better(*b))
    });
    table.put(item, Term::RankScale, terms.rank_scale.as_deref(), |s| {
        word(s.as_str())
    });
    let unit = terms.unit.as_ref().map(|unit| &unit.value);
    figures(
        item,
        terms.target.as_ref(),
        terms.quarterly.as_ref(),
        unit,
        table,
    );
    table.put(item, Term::Due, terms.due.as_ref(), day);
    table.put(item, Term::Published, terms.published.as_deref(), day);
    table.put(item, Term::Weight, terms.weight.as_ref(), |w| {
        Stated::amount(*w)
    });
    table.put(item, Term::Formula, terms.formula.as_ref(), text);
    table.put(item, Term::Owner, terms.owner.as_ref(), |owner| {
        Stated::Word(format!(
            "{}/{}",
            owner.contract.value, owner.indicator.value
        ))
    });
    table.put(item, Term::Share, terms.share.as_ref(), |share| {
        Stated::amount(*share)
    });
    table.put(item, Term::Source, terms.source.as_ref(), text);
    table.put(item, Term::Way, terms.way.as_ref(), text);
    table.put(item, Term::Baseline, terms.baseline.as_deref(), |b| {
        Stated::Text(format!("{} ({})", b.value.value.0, b.year.value.0))
    });
    let shared = terms.shared_with.iter().map(|opd| opd.value.to_string());
    list(item, Term::SharedWith, shared, table);
    if let Some(english) = &terms.english {
        english_terms(item, &english.value, table);
    }
}

fn english_terms(item: &Item, english: &RawEnglishTerms, table: &mut Table) {
    table.put_english(item, Term::Name, english.name.as_ref(), String::clone);
    if let Some(unit) = &english.unit {
        let one = english.unit_of_one.iter().map(|one| one.value.clone());
        let forms: Vec<String> = [unit.value.clone()].into_iter().chain(one).collect();
        let english = Term::English(Box::new(Term::Unit));
        table.add(item, english, Stated::Text(forms.join(" / ")), unit.span);
    }
    let texts = [
        (Term::Formula, &english.formula),
        (Term::Source, &english.source),
        (Term::Way, &english.way),
    ];
    for (term, text) in texts {
        table.put_english(item, term, text.as_ref(), |text| text.0.clone());
    }
}

/// `%` and `persen` are one unit.
fn same_unit(unit: &str) -> &str {
    if unit == "%" { "persen" } else { unit }
}

fn figures(
    item: &Item,
    target: Option<&Sp<RawTarget>>,
    quarterly: Option<&Sp<RawQuarterly>>,
    unit: Option<&String>,
    table: &mut Table,
) {
    table.put(item, Term::Target, target, |target| {
        Stated::target(target, unit)
    });
    for (quarter, target) in quarterly.into_iter().flat_map(|q| q.value.given()) {
        table.put(item, Term::Quarter(quarter), Some(target), |target| {
            Stated::target(target, unit)
        });
    }
}

fn direction(direction: &RawDirection) -> &'static str {
    match direction {
        RawDirection::Up => "naik",
        RawDirection::Down => "turun",
        RawDirection::DownRatio => "turun-rasio",
        RawDirection::Range => "rentang",
        RawDirection::Rank => "predikat",
        RawDirection::Completion => "tuntas",
    }
}

fn accumulation(accumulation: Accumulation) -> &'static str {
    match accumulation {
        Accumulation::Sum => "jumlah",
        Accumulation::Last => "akhir",
        Accumulation::Mean => "rata-rata",
    }
}

fn better(better: Better) -> &'static str {
    match better {
        Better::Lower => "turun",
        Better::Higher => "naik",
        Better::Inside => "di_dalam",
    }
}

/// What one amendment states. Units come from `signed`, the contract it amends.
pub(super) fn amendment(amendment: &RawAmendment, signed: &Table) -> Table {
    let mut table = Table::default();
    let whole = &Item::Whole;
    table.put(whole, Term::Date, Some(&amendment.date), day);
    table.put(whole, Term::Reason, Some(&amendment.reason), text);
    let attached = amendment.document.iter().map(|d| document(&d.value));
    list(whole, Term::Documents, attached, &mut table);
    for (id, change) in &amendment.budgets.0 {
        let item = Item::Program(id.value.clone());
        table.put(&item, Term::Budget, Some(&change.value.budget), rupiah);
    }
    for (id, change) in &amendment.indicators.0 {
        let item = Item::Indicator(id.value.clone());
        if let Some(name) = &change.value.name {
            table.names.insert(item.clone(), name.value.clone());
        }
        changed_terms(&item, &change.value, id.span, signed, &mut table);
    }
    table
}

fn changed_terms(
    item: &Item,
    change: &RawIndicatorChange,
    place: TextSpan,
    signed: &Table,
    table: &mut Table,
) {
    if let Some(added) = &change.added {
        return indicator_terms(item, &added.value.terms, place, table);
    }
    if change.dropped.as_ref().is_some_and(|dropped| dropped.value) {
        return table.add(
            item,
            Term::Withdrawal,
            Stated::Word("dicabut".into()),
            place,
        );
    }
    let unit = signed.stated(&TermKey {
        item: item.clone(),
        term: Term::Unit,
    });
    let unit = match unit {
        Stated::Word(unit) => Some(unit),
        _ => None,
    };
    table.put(item, Term::Name, change.name.as_ref(), |name| {
        Stated::Text(name.clone())
    });
    table.put(item, Term::Formula, change.formula.as_ref(), text);
    let (target, quarterly) = (change.target.as_ref(), change.quarterly.as_ref());
    figures(item, target, quarterly, unit.as_ref(), table);
    table.put(item, Term::Due, change.due.as_ref(), day);
    table.put(item, Term::Published, change.published.as_ref(), day);
    table.put(item, Term::Weight, change.weight.as_ref(), |w| {
        Stated::amount(*w)
    });
}
