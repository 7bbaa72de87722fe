//! What hangs on an indicator, and who has a share of it.

use super::Subjects;
use crate::chart::Tone;
use crate::compute::{Apportionment, GoalRef, OwnDelivery, OwnPart, Share, apportionment};
use crate::format::Arg;
use crate::model::{IndicatorRef, Quantity};
use crate::url;
use crate::view::html::Html;
use crate::view::said::Said;
use crate::view::scene::Link;
use crate::view::state::{Tag, class, tag};
use serde::Serialize;

/// A goal of a lower contract that hangs on the indicator.
#[derive(Clone, Debug, Serialize)]
pub struct SupportView {
    pub goal: Link,
    pub post: Said,
}

/// How the indicator is shared out.
#[derive(Clone, Debug, Serialize)]
pub struct SharesView {
    pub shares: Vec<ShareView>,
    pub own_tone: &'static str,
    /// What is left to the owner.
    pub own: Html,
}

#[derive(Clone, Debug, Serialize)]
pub struct ShareView {
    pub text: Html,
    pub tag: Tag,
}

impl Subjects<'_, '_> {
    fn reference(&self) -> IndicatorRef {
        IndicatorRef {
            contract: self.contract.id.clone(),
            indicator: self.score.id().clone(),
        }
    }

    pub(super) fn supports(&self) -> Vec<SupportView> {
        let cascade = &self.scene.score.cascade;
        let below = cascade.hanging_on(&self.reference()).iter();
        below.map(|goal| self.support(goal)).collect()
    }

    fn support(&self, goal: &GoalRef) -> SupportView {
        let scene = self.scene;
        let contract = &scene.register.contracts[&goal.contract];
        let mut indicators = scene.score_of(&contract.id).indicators.iter();
        let first = indicators.find(|i| i.commitment.goal == Some(goal.goal));
        let anchor = first.map_or_else(
            || url::contract_anchor(&contract.id),
            |first| url::indicator_anchor(&contract.id, first.id()),
        );
        SupportView {
            goal: Link::to(
                scene.words.said(&contract.goals[goal.goal].name),
                scene.contract_url(contract, &anchor),
            ),
            post: scene.post_title(contract.capacity, &contract.post),
        }
    }

    pub(super) fn shares(&self) -> Option<SharesView> {
        let parts = apportionment(self.scene.score, &self.reference())?;
        let (tone, own) = self.own_part(&parts);
        Some(SharesView {
            shares: parts
                .shares
                .iter()
                .filter_map(|share| self.share(share))
                .collect(),
            own_tone: class(tone),
            own,
        })
    }

    fn share(&self, share: &Share) -> Option<ShareView> {
        let scene = self.scene;
        let contract = &scene.register.contracts[&share.of.contract];
        let post = scene.post_title(contract.capacity, &contract.post);
        let link = scene.indicator_link(&share.of)?;
        let promised = self.figures.measure(share.promised);
        let delivered = share.delivered.as_ref();
        let delivered = delivered.map(|figure| self.figures.measure(figure.shown()));
        let quarters = scene.words.quarter_range(&share.quarters);
        let key = match delivered {
            Some(_) => "share_delivered",
            None => "share_silent",
        };
        let args = [
            ("url", Arg::from(&link.url)),
            ("promised", Arg::from(&promised)),
            ("delivered", Arg::from(delivered.as_deref().unwrap_or(""))),
            ("quarters", Arg::from(&quarters)),
        ];
        Some(ShareView {
            text: scene
                .words
                .html_with(key, &args, &[("post", &Html::said(&post))]),
            tag: tag(&scene.words, scene.score.indicator(&share.of)?.state),
        })
    }

    fn own_part(&self, parts: &Apportionment) -> (Tone, Html) {
        let measure = |quantity: Quantity| self.figures.measure(quantity);
        let (key, tone, promised, amount) = match &parts.own {
            OwnPart::Exceeded { by } => ("share_exceeded", Tone::Watch, parts.target, Some(*by)),
            OwnPart::Rest { promised, delivery } => match delivery {
                OwnDelivery::Rest(own) => {
                    ("share_own_delivered", Tone::Neutral, *promised, Some(*own))
                }
                OwnDelivery::Exceeded { by } => {
                    ("share_own_below", Tone::Watch, *promised, Some(*by))
                }
                OwnDelivery::NotComparable => ("share_own", Tone::Neutral, *promised, None),
            },
        };
        let (promised, amount) = (measure(promised), amount.map(measure).unwrap_or_default());
        let args = [
            ("promised", Arg::from(&promised)),
            ("amount", Arg::from(&amount)),
        ];
        (tone, self.html(key, &args))
    }
}
