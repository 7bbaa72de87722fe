//! A regime: a government's own rules for its performance contracts, versioned by date.

use super::{
    AspectId, Date, EvaluationId, Percent, PostId, Quantity, RegimeId, ScaleId, Span, Wording,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One version of a regime. A contract is judged by the version in force at its signature.
#[derive(Clone, Debug, PartialEq)]
pub struct Regime {
    pub id: RegimeId,
    /// `sebutan`: what the instrument is called here (Kontrak Kinerja, Perjanjian Kinerja …).
    pub term: Wording,
    /// `berlaku_sejak`
    pub since: Date,
    /// `menggantikan`
    pub replaces: Option<RegimeId>,
    pub basis: Vec<LegalBasis>,
    /// `pemberi_amanah`: what the superior who receives the promise is called.
    pub principal: Option<Wording>,
    /// `pengawas`
    pub watchers: Vec<Wording>,
    pub coverage: Vec<Coverage>,
    pub reporting: Reporting,
    /// `batas_lapor`: how long after the end of a quarter a report is on time. Without it
    /// nothing is ever late.
    pub deadline: Option<Span>,
    /// `batas_capaian`: cap of a single capaian in averages.
    pub cap: Option<Percent>,
    /// Highest bound first; empty when the regime names no categories.
    pub scale: Vec<Band>,
    /// `predikat`: ordinal scales, worst rank first.
    pub rank_scales: BTreeMap<ScaleId, Vec<Rank>>,
    pub aspects: BTreeMap<AspectId, AspectScale>,
    pub required_documents: Vec<RequiredDocument>,
    pub protection: Option<Protection>,
    pub evaluations: Vec<EvaluationRule>,
}

impl Regime {
    /// The category that `percent` falls into: the highest lower bound that it reaches
    /// (as in Permendagri 86/2017), compared exactly.
    pub fn category(&self, percent: &Percent) -> Option<&Band> {
        self.scale
            .iter()
            .find(|band| percent.compare_to(band.min).is_ge())
    }

    /// Bounds that rounding for display must not cross: the scale's and 100.
    pub fn display_bounds(&self) -> Vec<Percent> {
        self.scale
            .iter()
            .map(|band| Percent::from(band.min))
            .chain([Percent::hundred()])
            .collect()
    }

    /// The rank at `position` (from 1) of `scale`.
    pub fn rank(&self, scale: &ScaleId, position: u32) -> Option<&Rank> {
        self.rank_scales
            .get(scale)
            .and_then(|ranks| at_position(ranks, position))
    }
}

/// What stands at `position` of a scale, the worst being 1.
pub fn at_position<T>(scale: &[T], position: u32) -> Option<&T> {
    scale.get(usize::try_from(position.checked_sub(1)?).ok()?)
}

/// The position on a scale, the worst being 1, of what stands at `index` there.
pub fn position_at(index: usize) -> Option<u32> {
    u32::try_from(index).ok()?.checked_add(1)
}

/// A law or rule the regime rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct LegalBasis {
    pub title: String,
    pub article: Option<String>,
    pub url: Option<String>,
}

/// Who is covered, and since when.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    pub who: Wording,
    pub since: Option<Date>,
}

/// How often results are reported (`pelaporan`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reporting {
    /// `triwulan`
    Quarterly,
    /// `semester`: TW II and TW IV
    HalfYearly,
    /// `tahun`: TW IV
    Yearly,
}

impl Reporting {
    /// Whether a report is expected for this quarter.
    pub fn expects(self, quarter: super::QuarterOfYear) -> bool {
        match self {
            Self::Quarterly => true,
            Self::HalfYearly => quarter.number().is_multiple_of(2),
            Self::Yearly => quarter == super::QuarterOfYear::Tw4,
        }
    }
}

/// A category of capaian: all percentages from `min` up to the next band's.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    pub min: Quantity,
    /// Shared with all that falls into it.
    pub name: Arc<Wording>,
}

/// A rank of an ordinal scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Rank {
    pub name: String,
    /// A percentage of its own, where the scale gives one.
    pub percent: Option<Quantity>,
}

/// What an evaluation's aspect is scored on.
#[derive(Clone, Debug, PartialEq)]
pub enum AspectScale {
    Rank(ScaleId),
    /// `angka`
    Number,
}

/// A score of an aspect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AspectScore {
    /// Position on the aspect's scale, the worst being 1.
    Rank(u32),
    Number(Quantity),
}

#[derive(Clone, Debug, PartialEq)]
pub struct RequiredDocument {
    pub kind: Wording,
    /// `untuk`: applies to these only, in words; everybody when absent.
    pub applies_to: Option<Wording>,
}

/// `masa_lindung`: while it runs the holder may not be replaced, except for what it names.
#[derive(Clone, Debug, PartialEq)]
pub struct Protection {
    pub length: Span,
    pub since: Since,
    pub exceptions: Vec<Wording>,
    pub reach: Reach,
}

/// Which posts of a regime a rule is for (`jabatan`).
#[derive(Clone, Debug, PartialEq)]
pub enum Reach {
    EveryPost,
    Posts(BTreeSet<PostId>),
}

impl Reach {
    pub fn covers(&self, post: &PostId) -> bool {
        match self {
            Self::EveryPost => true,
            Self::Posts(posts) => posts.contains(post),
        }
    }

    /// Whether every post that `other` is for is among its own.
    pub fn covers_all_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::EveryPost, _) => true,
            (Self::Posts(_), Self::EveryPost) => false,
            (Self::Posts(posts), Self::Posts(others)) => others.is_subset(posts),
        }
    }
}

/// From which event a duration runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// `pelantikan`
    Induction,
    /// `tanda_tangan`
    Signature,
}

/// An evaluation that the regime prescribes.
#[derive(Clone, Debug, PartialEq)]
pub struct EvaluationRule {
    pub id: EvaluationId,
    pub name: Wording,
    pub kind: EvaluationKind,
    pub reach: Reach,
    pub due: DueRule,
    /// `oleh`
    pub by: Option<Wording>,
    /// `syarat`: all must hold; empty when the regime states none.
    pub conditions: Vec<Condition>,
    /// `terpenuhi`: what follows when met, in the regime's words.
    pub if_met: Option<Wording>,
    /// `tidak_terpenuhi`: what follows when not met; some regimes state none.
    pub if_unmet: Option<Wording>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvaluationKind {
    /// `putusan`
    Decision,
    /// `pemantauan`
    Monitoring,
    /// `reviu`
    Review,
}

/// When an evaluation is due (`jatuh_tempo`).
#[derive(Clone, Debug, PartialEq)]
pub enum DueRule {
    /// `{setelah, sejak}`: once.
    After { length: Span, since: Since },
    /// `{setiap, sejak}`: again and again.
    Every { length: Span, since: Since },
    /// `{setiap_tahun: "05-15", sebutan}`: a fixed day each year.
    Yearly {
        month: u32,
        day: u32,
        label: Option<Wording>,
    },
}

impl DueRule {
    /// Whether it counts from a signature: then each contract has evaluations of its own.
    pub fn is_since_signature(&self) -> bool {
        match self {
            Self::After { since, .. } | Self::Every { since, .. } => *since == Since::Signature,
            Self::Yearly { .. } => false,
        }
    }
}

/// What must hold for an evaluation to be met (`syarat`).
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// `capaian`: overall capaian of at least this percentage.
    Achievement(Quantity),
    /// `semua_tercapai`
    AllReached,
    /// `aspek`: at least these scores.
    Aspects(BTreeMap<AspectId, AspectScore>),
    /// `perbaikan_dari`: no aspect lower than in that evaluation, every one below standard risen.
    ImprovementOver(EvaluationId),
}
