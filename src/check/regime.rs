//! Regimes: scales, chains of versions, evaluation rules.

use super::cycle::cycles;
use super::each;
use super::notes::{Notes, value};
use super::wording::{list, optional, wording};
use crate::model::{
    AspectId, AspectScale, AspectScore, Band, ById, Condition, Coverage, DueRule, EvaluationId,
    EvaluationRule, LegalBasis, Percent, PostId, Protection, Rank, Reach, Regime, RegimeId,
    Reporting, RequiredDocument, ScaleId, Span, position_at,
};
use crate::parse::Raw;
use crate::parse::reader::{Entries, Sp};
use crate::parse::regime::{RawConditions, RawDue, RawEvaluationRule, RawRank, RawRegime};
use crate::problem::{Problem, code};
use std::collections::BTreeMap;

pub fn regimes(raw: &Raw, problems: &mut Vec<Problem>) -> ById<RegimeId, Regime> {
    let regimes = each(&raw.regimes, problems, |id, record, notes| {
        regime(id, record, raw, notes)
    });
    let before = |id: &RegimeId| {
        let regime = regimes.get(id);
        regime
            .and_then(|r| r.replaces.clone())
            .into_iter()
            .collect()
    };
    for id in cycles(regimes.keys().cloned(), before) {
        let parsed = &raw.regimes[&id];
        if let Some(replaces) = parsed
            .record
            .as_ref()
            .and_then(|regime| regime.replaces.as_ref())
        {
            let mut notes = Notes::new(&parsed.file, problems);
            notes.error(code::CYCLE, replaces.span, &[("name", &id)]);
        }
    }
    regimes
}

fn regime(id: &RegimeId, raw: &RawRegime, all: &Raw, notes: &mut Notes) -> Option<Regime> {
    let rank_scales = rank_scales(raw, notes);
    let aspects = aspects(raw, &rank_scales, notes);
    let english = raw.english.as_ref().map(|en| &en.value);
    let term = english.and_then(|en| en.term.as_ref());
    let principal = english.and_then(|en| en.principal.as_ref());
    let watchers = english.map_or(&[][..], |en| &en.watchers);
    let regime = Regime {
        id: id.clone(),
        term: wording(&raw.term, term),
        since: raw.since.value,
        replaces: replaces(raw, all, notes),
        basis: basis(raw),
        principal: optional("pemberi_amanah", raw.principal.as_ref(), principal, notes),
        watchers: list("pengawas", &raw.watchers, watchers, notes),
        coverage: coverage(raw),
        reporting: value(&raw.reporting).unwrap_or(Reporting::Quarterly),
        deadline: value(&raw.deadline),
        cap: cap(raw, notes),
        scale: scale(raw, notes),
        rank_scales,
        aspects,
        required_documents: required_documents(raw, notes),
        protection: protection(raw, all, notes),
        evaluations: Vec::new(),
    };
    let evaluations = evaluations(raw, all, &regime, notes);
    improves_on_its_own(raw, &evaluations, notes);
    Some(Regime {
        evaluations,
        ..regime
    })
}

/// The regime it replaces, which must be older.
fn replaces(raw: &RawRegime, all: &Raw, notes: &mut Notes) -> Option<RegimeId> {
    let named = raw.replaces.as_ref()?;
    let id = notes.known(code::NO_REGIME, named, &all.regimes)?;
    if let Some(before) = &all.regimes[&id].record
        && before.since.value >= raw.since.value
    {
        notes.error(
            code::REGIME_ORDER,
            named.span,
            &[("name", &id), ("since", &before.since.value)],
        );
    }
    Some(id)
}

fn basis(raw: &RawRegime) -> Vec<LegalBasis> {
    let entries = raw.basis.iter().map(|entry| &entry.value);
    entries
        .map(|entry| LegalBasis {
            title: entry.title.value.clone(),
            article: value(&entry.article),
            url: value(&entry.url).map(|url| url.0),
        })
        .collect()
}

fn coverage(raw: &RawRegime) -> Vec<Coverage> {
    let entries = raw.coverage.iter().map(|entry| &entry.value);
    entries
        .map(|entry| Coverage {
            who: wording(&entry.who, entry.english.as_ref().map(|en| &en.value.who)),
            since: value(&entry.since),
        })
        .collect()
}

fn required_documents(raw: &RawRegime, notes: &mut Notes) -> Vec<RequiredDocument> {
    let entries = raw.required_documents.iter().map(|entry| &entry.value);
    entries
        .map(|entry| {
            let english = entry.english.as_ref().map(|en| &en.value);
            let kind = english.and_then(|en| en.kind.as_ref());
            let only = english.and_then(|en| en.applies_to.as_ref());
            RequiredDocument {
                kind: wording(&entry.kind, kind),
                applies_to: optional("untuk", entry.applies_to.as_ref(), only, notes),
            }
        })
        .collect()
}

fn protection(raw: &RawRegime, all: &Raw, notes: &mut Notes) -> Option<Protection> {
    let protection = &raw.protection.as_ref()?.value;
    let english = protection.english.as_ref();
    let exceptions = english.map_or(&[][..], |en| &en.value.exceptions);
    Some(Protection {
        length: protection.length.value,
        since: protection.since.value,
        exceptions: list("kecuali", &protection.exceptions, exceptions, notes),
        reach: reach(&protection.posts, all, notes),
    })
}

/// The posts that a rule is limited to, which must be there.
fn reach(posts: &[Sp<PostId>], all: &Raw, notes: &mut Notes) -> Reach {
    if posts.is_empty() {
        return Reach::EveryPost;
    }
    let posts = posts.iter();
    let known = posts.filter_map(|post| notes.known(code::NO_POST, post, &all.posts));
    Reach::Posts(known.collect())
}

fn cap(raw: &RawRegime, notes: &mut Notes) -> Option<Percent> {
    let cap = raw.cap.as_ref()?;
    if !cap.value.is_positive() {
        notes.error(code::NOT_POSITIVE, cap.span, &[("text", &cap.value)]);
    }
    Some(cap.value.into())
}

/// Highest bound first. The file may have them the other way round, but not jumbled: a bound
/// out of order is a slip of the pen.
fn scale(raw: &RawRegime, notes: &mut Notes) -> Vec<Band> {
    let mins: Vec<_> = raw.scale.iter().map(|band| &band.value.min).collect();
    let ascending = mins.first().map(|min| min.value) < mins.last().map(|min| min.value);
    let in_order = |pair: &[&Sp<_>]| match ascending {
        true => pair[0].value < pair[1].value,
        false => pair[0].value > pair[1].value,
    };
    let wrong = mins.windows(2).find(|pair| !in_order(pair));
    if let Some(pair) = wrong {
        notes.error(code::SCALE_ORDER, pair[1].span, &[("text", &pair[1].value)]);
    } else if let Some(lowest) = mins.iter().min_by_key(|min| min.value)
        && !lowest.value.is_zero()
    {
        notes.error(code::SCALE_BOTTOM, lowest.span, &[("text", &lowest.value)]);
    }
    let bands = raw.scale.iter().map(|band| &band.value);
    let mut bands: Vec<Band> = bands
        .map(|band| {
            let english = band.english.as_ref().map(|en| &en.value.name);
            Band {
                min: band.min.value,
                name: wording(&band.name, english).into(),
            }
        })
        .collect();
    bands.sort_by_key(|band| std::cmp::Reverse(band.min));
    bands
}

fn rank_scales(raw: &RawRegime, notes: &mut Notes) -> BTreeMap<ScaleId, Vec<Rank>> {
    let scales = raw.rank_scales.0.iter();
    scales
        .map(|(id, ranks)| {
            let names: Vec<Sp<String>> = ranks.value.iter().map(name_of).collect();
            notes.unique(names.iter());
            if ranks.value.is_empty() {
                notes.error(code::EMPTY_LIST, ranks.span, &[("name", &id.value)]);
            }
            (id.value.clone(), ranks.value.iter().map(rank).collect())
        })
        .collect()
}

fn name_of(rank: &Sp<RawRank>) -> Sp<String> {
    Sp {
        value: rank.value.name().into(),
        span: rank.span,
    }
}

fn rank(rank: &Sp<RawRank>) -> Rank {
    Rank {
        name: rank.value.name().into(),
        percent: match &rank.value {
            RawRank::Name(_) => None,
            RawRank::WithPercent(rank) => Some(rank.percent.value),
        },
    }
}

fn aspects(
    raw: &RawRegime,
    scales: &BTreeMap<ScaleId, Vec<Rank>>,
    notes: &mut Notes,
) -> BTreeMap<AspectId, AspectScale> {
    let mut aspect = |scale: &Sp<String>| {
        if scale.value == "angka" {
            return Some(AspectScale::Number);
        }
        let known = ScaleId::new(&scale.value).filter(|id| scales.contains_key(id));
        let known = known.map(AspectScale::Rank);
        let names = scales.keys().map(ScaleId::as_str).chain(["angka"]);
        known.or_else(|| notes.unknown(code::NO_SCALE, scale.span, &scale.value, names))
    };
    let entries = raw.aspects.0.iter();
    entries
        .filter_map(|(id, scale)| Some((id.value.clone(), aspect(scale)?)))
        .collect()
}

fn evaluations(
    raw: &RawRegime,
    all: &Raw,
    regime: &Regime,
    notes: &mut Notes,
) -> Vec<EvaluationRule> {
    notes.unique(raw.evaluations.iter().map(|rule| &rule.value.id));
    let rules = raw.evaluations.iter().map(|rule| &rule.value);
    rules
        .filter_map(|rule| {
            let english = rule.english.as_ref().map(|en| &en.value);
            let name = english.and_then(|en| en.name.as_ref());
            let by = english.and_then(|en| en.by.as_ref());
            let met = english.and_then(|en| en.if_met.as_ref());
            let unmet = english.and_then(|en| en.if_unmet.as_ref());
            Some(EvaluationRule {
                id: rule.id.value.clone(),
                name: wording(&rule.name, name),
                kind: rule.kind.value,
                reach: reach(&rule.posts, all, notes),
                due: due(&rule.due, notes)?,
                by: optional("oleh", rule.by.as_ref(), by, notes),
                conditions: conditions(rule, raw, regime, notes),
                if_met: optional("terpenuhi", rule.if_met.as_ref(), met, notes),
                if_unmet: optional("tidak_terpenuhi", rule.if_unmet.as_ref(), unmet, notes),
            })
        })
        .collect()
}

/// What an evaluation compares itself with must be held for every post that it is for.
fn improves_on_its_own(raw: &RawRegime, rules: &[EvaluationRule], notes: &mut Notes) {
    let find = |id: &EvaluationId| rules.iter().find(|rule| rule.id == *id);
    for raw in raw.evaluations.iter().map(|rule| &rule.value) {
        let over = raw.conditions.as_ref();
        let over = over.and_then(|conditions| conditions.value.improvement.as_ref());
        if let Some(over) = over
            && let (Some(rule), Some(earlier)) = (find(&raw.id.value), find(&over.value))
            && !earlier.reach.covers_all_of(&rule.reach)
        {
            let arguments: super::notes::Arguments = &[("name", &rule.id), ("over", &earlier.id)];
            notes.error(code::IMPROVES_ON_NOTHING, over.span, arguments);
        }
    }
}

/// Exactly one of three shapes.
fn due(due: &Sp<RawDue>, notes: &mut Notes) -> Option<DueRule> {
    let RawDue {
        after,
        every,
        yearly,
        since,
        label,
        english,
    } = &due.value;
    let called = english.as_ref().map(|en| &en.value.label);
    let label = optional("sebutan", label.as_ref(), called, notes);
    match (after, every, yearly) {
        (Some(length), None, None) => {
            let (length, since) = (length.value, since_of(due, "setelah", notes)?);
            Some(DueRule::After { length, since })
        }
        (None, Some(length), None) => {
            let since = since_of(due, "setiap", notes)?;
            if matches!(
                length.value,
                Span::Days(0) | Span::Months(0) | Span::Years(0)
            ) {
                return notes.refuse(code::NOT_POSITIVE, length.span, &[("text", &0)]);
            }
            Some(DueRule::Every {
                length: length.value,
                since,
            })
        }
        (None, None, Some(day)) => {
            if let Some(since) = since {
                let arguments: super::notes::Arguments =
                    &[("key", &"sejak"), ("because", &"setiap_tahun")];
                notes.error(code::KEY_FITS_NOT, since.span, arguments);
            }
            Some(DueRule::Yearly {
                month: day.value.month,
                day: day.value.day,
                label,
            })
        }
        (None, None, None) => notes.refuse(
            code::ONE_OF_KEYS,
            due.span,
            &[("keys", &"setelah, setiap, setiap_tahun")],
        ),
        _ => notes.refuse(
            code::CONFLICTING_KEYS,
            due.span,
            &[("keys", &"setelah, setiap, setiap_tahun")],
        ),
    }
}

fn since_of(
    due: &Sp<RawDue>,
    because: &'static str,
    notes: &mut Notes,
) -> Option<crate::model::Since> {
    if let Some(label) = &due.value.label {
        notes.error(
            code::KEY_FITS_NOT,
            label.span,
            &[("key", &"sebutan"), ("because", &because)],
        );
    }
    match &due.value.since {
        Some(since) => Some(since.value),
        None => notes.refuse(
            code::KEY_NEEDS,
            due.span,
            &[("key", &"sejak"), ("because", &because)],
        ),
    }
}

fn conditions(
    rule: &RawEvaluationRule,
    raw: &RawRegime,
    regime: &Regime,
    notes: &mut Notes,
) -> Vec<Condition> {
    let Some(conditions) = rule.conditions.as_ref().map(|c| &c.value) else {
        return Vec::new();
    };
    let achievement = conditions
        .achievement
        .as_ref()
        .map(|a| Condition::Achievement(a.value));
    let all = conditions.all_reached.as_ref().filter(|all| all.value);
    let aspects = scores(&conditions.aspects, regime, notes);
    let aspects = (!aspects.is_empty()).then_some(Condition::Aspects(aspects));
    [
        achievement,
        all.map(|_| Condition::AllReached),
        aspects,
        improvement(rule, conditions, raw, notes),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn improvement(
    rule: &RawEvaluationRule,
    conditions: &RawConditions,
    raw: &RawRegime,
    notes: &mut Notes,
) -> Option<Condition> {
    let over = conditions.improvement.as_ref()?;
    let others = raw.evaluations.iter().map(|other| &other.value.id.value);
    let mut others = others.filter(|id| **id != rule.id.value);
    if others.clone().any(|id| *id == over.value) {
        return Some(Condition::ImprovementOver(over.value.clone()));
    }
    notes.unknown(code::NO_EVALUATION, over.span, &over.value, others.by_ref())
}

/// Scores of aspects, read on the regime's scales.
pub fn scores(
    entries: &Entries<AspectId, String>,
    regime: &Regime,
    notes: &mut Notes,
) -> BTreeMap<AspectId, AspectScore> {
    let mut score = |id: &Sp<AspectId>, text: &Sp<String>| {
        let aspect = notes.known(code::NO_ASPECT, id, &regime.aspects)?;
        match &regime.aspects[&aspect] {
            AspectScale::Number => notes
                .number(&text.value, text.span)
                .map(AspectScore::Number),
            AspectScale::Rank(scale) => {
                rank_at(&regime.rank_scales[scale], text, notes).map(AspectScore::Rank)
            }
        }
    };
    let entries = entries.0.iter();
    entries
        .filter_map(|(id, text)| Some((id.value.clone(), score(id, text)?)))
        .collect()
}

/// The position (from 1) of the rank that `text` names. An empty scale is told where it stands.
pub fn rank_at(ranks: &[Rank], text: &Sp<impl AsRef<str>>, notes: &mut Notes) -> Option<u32> {
    let name = text.value.as_ref();
    if let Some(index) = ranks.iter().position(|rank| rank.name == name) {
        return position_at(index);
    }
    if ranks.is_empty() {
        return None;
    }
    let names = ranks.iter().map(|rank| &rank.name);
    notes.unknown(code::NO_RANK, text.span, &name, names)
}
