//! Indicators: what fits which direction, and what a share takes from its owner.

use super::cascade;
use super::notes::{Notes, value};
use super::plausible;
use super::smart::smart;
use super::target;
use super::wording::{optional, wording};
use crate::model::{
    Accumulation, Baseline, Contribution, Direction, Indicator, IndicatorId, Rare, RareTerms,
    Regime, Target, Unit, Value, Wording,
};
use crate::parse::Raw;
use crate::parse::contract::{RawScalar, RawTerms};
use crate::parse::english::RawEnglishTerms;
use crate::parse::reader::Sp;
use crate::parse::scalar::RawDirection;
use crate::problem::code;

/// Checks one indicator. `id` is also the place where missing keys are told.
pub fn indicator(
    id: &Sp<IndicatorId>,
    terms: &RawTerms,
    regime: &Regime,
    raw: &Raw,
    notes: &mut Notes,
) -> Option<Indicator> {
    let contribution = contribution(id, terms, raw, notes)?;
    let owner = terms.owner.as_ref().filter(|_| contribution.is_some());
    let owner = owner.and_then(|owner| cascade::owner_of(&owner.value, raw));
    let from_owner = Inherited { terms, owner };
    tell_of_missing(id, &from_owner, contribution.is_some(), notes);
    let direction = direction(id, &from_owner, regime, notes)?;
    let accumulation = accumulation(&from_owner, &direction, notes)?;
    let unit = unit(&from_owner, &direction, notes);
    let target = yearly_target(terms, contribution.as_ref(), &direction, regime, notes);
    let quarterly = target::quarterly(terms.quarterly.as_ref(), &direction, regime, notes);
    let shared_with = terms.shared_with.iter();
    let shared_with = shared_with.filter_map(|opd| notes.known(code::NO_OPD, opd, &raw.opds));
    let shared_with = shared_with.collect();
    let baseline = baseline(terms, &direction, regime, notes);
    let name = from_owner.text("nama", |terms| &terms.name, |en| &en.name, notes);
    let indicator = Indicator {
        id: id.value.clone(),
        name: name?,
        unit,
        direction,
        accumulation,
        baseline,
        target: target?,
        quarterly: quarterly?,
        due: value(&terms.due),
        weight: weight(terms, notes),
        formula: from_owner.text("rumus", |terms| &terms.formula, |en| &en.formula, notes),
        source: from_owner.text("sumber", |terms| &terms.source, |en| &en.source, notes),
        rare: Rare::from(RareTerms {
            published: terms.published.as_ref().map(|day| day.value),
            way: way(terms, notes),
            shared_with,
            contribution,
            silenced: terms.silenced.to_model(),
        }),
    };
    smart(&indicator, id.span, notes);
    plausible_terms(&indicator, terms, notes);
    Some(indicator)
}

/// The figures of what was promised, each at its place.
fn plausible_terms(indicator: &Indicator, terms: &RawTerms, notes: &mut Notes) {
    let unit = indicator.unit_name();
    if let Some(target) = &terms.target {
        plausible::promised(unit, indicator.target, target.span, notes);
    }
    let quarters = terms.quarterly.iter().flat_map(|q| q.value.given());
    for (quarter, raw) in quarters {
        if let Some(target) = indicator.quarterly.get(&quarter) {
            plausible::promised(unit, *target, raw.span, notes);
        }
    }
    if let (Some(raw), Some(baseline)) = (&terms.baseline, &indicator.baseline)
        && let Value::Amount(amount) = baseline.value
    {
        plausible::percentage(unit, amount, "target", raw.value.value.span, notes);
    }
}

/// An indicator's own terms, and those of its owner where it is a share.
struct Inherited<'r> {
    terms: &'r RawTerms,
    owner: Option<&'r RawTerms>,
}

impl<'r> Inherited<'r> {
    fn get<T>(&self, field: impl Fn(&'r RawTerms) -> &'r Option<Sp<T>>) -> Option<&'r Sp<T>> {
        let own = field(self.terms).as_ref();
        own.or_else(|| field(self.owner?).as_ref())
    }

    /// A text with the English wording of whoever wrote it.
    fn text<T: Clone + 'r>(
        &self,
        key: &'static str,
        field: impl Fn(&'r RawTerms) -> &'r Option<Sp<T>>,
        english: impl Fn(&'r RawEnglishTerms) -> &'r Option<Sp<T>>,
        notes: &mut Notes,
    ) -> Option<Wording<T>> {
        let worded = |terms: &'r RawTerms| english_of(terms).and_then(|en| english(en).as_ref());
        let own = optional(key, field(self.terms).as_ref(), worded(self.terms), notes);
        let owner = self.owner.filter(|_| own.is_none());
        let inherited = owner.and_then(|o| Some(wording(field(o).as_ref()?, worded(o))));
        own.or(inherited)
    }
}

fn english_of(terms: &RawTerms) -> Option<&RawEnglishTerms> {
    terms.english.as_ref().map(|english| &*english.value)
}

/// The way to a target is each contract's own.
fn way(terms: &RawTerms, notes: &mut Notes) -> Option<Wording<crate::model::Markdown>> {
    let english = english_of(terms).and_then(|en| en.way.as_ref());
    optional("cara", terms.way.as_ref(), english, notes)
}

fn needs<T>(
    id: &Sp<IndicatorId>,
    key: &'static str,
    because: &str,
    notes: &mut Notes,
) -> Option<T> {
    notes.refuse(
        code::KEY_NEEDS,
        id.span,
        &[("key", &key), ("because", &because)],
    )
}

/// Keys without which there is no indicator, each with an example. A share has some of its owner.
const NEEDED: [(&str, &str); 4] = [
    ("nama", "nama: Jumlah posyandu aktif"),
    ("arah", "arah: naik"),
    ("akumulasi", "akumulasi: akhir"),
    ("target", "target: 80"),
];

/// Everything that an indicator lacks, in one problem.
fn tell_of_missing(id: &Sp<IndicatorId>, from: &Inherited, is_share: bool, notes: &mut Notes) {
    let direction = from.get(|terms| &terms.direction).map(|given| given.value);
    let is_level = matches!(
        direction,
        Some(RawDirection::Rank | RawDirection::Completion)
    );
    let is_there = [
        from.get(|terms| &terms.name).is_some(),
        direction.is_some(),
        is_level || from.get(|terms| &terms.accumulation).is_some(),
        is_share || from.terms.target.is_some(),
    ];
    let missing = NEEDED.iter().zip(is_there).filter(|(_, there)| !there);
    let (keys, lines): (Vec<&str>, Vec<String>) = missing
        .map(|((key, example), _)| (*key, format!("\"{example}\"")))
        .unzip();
    if !keys.is_empty() {
        let arguments: super::notes::Arguments = &[
            ("key", &keys.join(", ")),
            ("because", &"indikator"),
            ("lines", &lines.join(", ")),
        ];
        notes.error(code::KEY_NEEDS, id.span, arguments);
    }
}

/// `milik` and `bagian`: both or neither. The outer `None` says that the indicator can't be
/// judged further.
fn contribution(
    id: &Sp<IndicatorId>,
    terms: &RawTerms,
    raw: &Raw,
    notes: &mut Notes,
) -> Option<Option<Contribution>> {
    let (owner, share) = match (&terms.owner, &terms.share) {
        (None, None) => return Some(None),
        (Some(_), None) => return needs(id, "bagian", "milik", notes),
        (None, Some(_)) => return needs(id, "milik", "bagian", notes),
        (Some(owner), Some(share)) => (owner, share),
    };
    let reference = cascade::reference(&owner.value, raw, notes)?;
    let direction = cascade::owner_of(&owner.value, raw)?.direction.as_ref()?;
    if !matches!(
        direction.value,
        RawDirection::Up | RawDirection::Down | RawDirection::DownRatio
    ) {
        let name = &reference.indicator;
        return notes.refuse(code::SHARE_KIND, share.span, &[("name", name)]);
    }
    Some(Some(Contribution {
        owner: reference,
        share: share.value,
    }))
}

fn direction(
    id: &Sp<IndicatorId>,
    from: &Inherited,
    regime: &Regime,
    notes: &mut Notes,
) -> Option<Direction> {
    let direction = from.get(|terms| &terms.direction)?;
    let unfit = |key, field: Option<crate::source::TextSpan>, wanted, notes: &mut Notes| {
        if let Some(span) = field.filter(|_| direction.value != wanted) {
            notes.error(
                code::KEY_FITS_NOT,
                span,
                &[("key", &key), ("because", &"arah")],
            );
        }
    };
    let better = from.terms.better.as_ref();
    let scale = from.terms.rank_scale.as_ref();
    unfit(
        "lebih_baik",
        better.map(|b| b.span),
        RawDirection::Range,
        notes,
    );
    unfit(
        "skala_predikat",
        scale.map(|s| s.span),
        RawDirection::Rank,
        notes,
    );
    match direction.value {
        RawDirection::Up => Some(Direction::Up),
        RawDirection::Down => Some(Direction::Down),
        RawDirection::DownRatio => Some(Direction::DownRatio),
        RawDirection::Completion => Some(Direction::Completion),
        RawDirection::Range => match better {
            Some(better) => Some(Direction::Range(better.value)),
            None => needs(id, "lebih_baik", "arah: rentang", notes),
        },
        RawDirection::Rank => match scale {
            Some(scale) => notes
                .known(code::NO_SCALE, scale, &regime.rank_scales)
                .map(Direction::Rank),
            None => needs(id, "skala_predikat", "arah: predikat", notes),
        },
    }
}

/// Ranks and completions are levels by nature; amounts and ranges must say what they are.
fn accumulation(
    from: &Inherited,
    direction: &Direction,
    notes: &mut Notes,
) -> Option<Accumulation> {
    let given = from.get(|terms| &terms.accumulation);
    let level = matches!(direction, Direction::Rank(_) | Direction::Completion);
    match given {
        Some(given) if level && given.value != Accumulation::Last => {
            notes.refuse(code::ACCUMULATION_KIND, given.span, &[])
        }
        Some(given) => Some(given.value),
        None if level => Some(Accumulation::Last),
        None => None,
    }
}

/// `"%"` and `persen` are the same unit.
fn unit(from: &Inherited, direction: &Direction, notes: &mut Notes) -> Option<Wording<Unit>> {
    let unitless = matches!(direction, Direction::Rank(_) | Direction::Completion);
    if let Some(unit) = from.get(|terms| &terms.unit).filter(|_| unitless) {
        return notes.refuse(
            code::KEY_FITS_NOT,
            unit.span,
            &[("key", &"satuan"), ("because", &"arah")],
        );
    }
    let text = from.text("satuan", |terms| &terms.unit, |en| &en.unit, notes);
    let english = english_of(from.terms);
    if let Some(one) = english.and_then(|en| en.unit_of_one.as_ref())
        && english.is_some_and(|en| en.unit.is_none())
    {
        let arguments: super::notes::Arguments =
            &[("key", &"satuan"), ("because", &"satuan_tunggal")];
        notes.error(code::KEY_NEEDS, one.span, arguments);
    }
    let writer = from.terms.unit.as_ref().map(|_| from.terms).or(from.owner);
    let english = writer.and_then(english_of);
    let one = english.and_then(|en| value(&en.unit_of_one));
    let one = one.map(String::into_boxed_str);
    let (own, english) = text?.into_parts();
    let own = if own == "%" { "persen" } else { &own };
    Some(Wording::new(
        own.into(),
        english.map(|many| Unit { many, one }),
    ))
}

fn yearly_target(
    terms: &RawTerms,
    contribution: Option<&Contribution>,
    direction: &Direction,
    regime: &Regime,
    notes: &mut Notes,
) -> Option<Target> {
    match (&terms.target, contribution) {
        (Some(target), None) => target::target(target, direction, regime, notes),
        (None, Some(contribution)) => Some(Target::Amount(contribution.share)),
        (None, None) => None,
        (Some(target), Some(_)) => notes.refuse(
            code::CONFLICTING_KEYS,
            target.span,
            &[("keys", &"target, bagian")],
        ),
    }
}

fn weight(terms: &RawTerms, notes: &mut Notes) -> Option<crate::model::Quantity> {
    let weight = terms.weight.as_ref()?;
    if !weight.value.is_positive() {
        notes.error(code::NOT_POSITIVE, weight.span, &[("text", &weight.value)]);
    }
    Some(weight.value)
}

fn baseline(
    terms: &RawTerms,
    direction: &Direction,
    regime: &Regime,
    notes: &mut Notes,
) -> Option<Baseline> {
    let baseline = terms.baseline.as_ref()?;
    if *direction == Direction::Completion {
        let arguments: super::notes::Arguments = &[("key", &"awal"), ("because", &"arah: tuntas")];
        return notes.refuse(code::KEY_FITS_NOT, baseline.span, arguments);
    }
    let RawScalar(text) = &baseline.value.value.value;
    let text = Sp {
        value: text.clone(),
        span: baseline.value.value.span,
    };
    let value = match direction {
        Direction::Rank(scale) => {
            super::regime::rank_at(regime.rank_scales.get(scale)?, &text, notes).map(Value::Rank)
        }
        _ => notes.number(&text.value, text.span).map(Value::Amount),
    };
    Some(Baseline {
        value: value?,
        year: baseline.value.year.value.0,
    })
}
