//! What stands in the picture of a commitment's chart.

use super::Shown;
use crate::chart::{ActualMark, ProgressChart, TargetMark, Tone};
use crate::format::Arg;
use crate::model::Language;
use crate::social::{Key, KeyMark, Picture};

impl Shown<'_, '_> {
    pub(super) fn picture(&self) -> Picture {
        let (site, words) = (&self.scene.register.site, &self.scene.words);
        let tag = self.view.tags.first();
        let state = tag.map(|tag| format!("{} {}", tag.mark, tag.text));
        let chart = self.chart.as_ref();
        Picture {
            language: words.language().tag(),
            site: words.plain(&site.title).to_owned(),
            notice: site.sample_data.then(|| words.text("social_sample")),
            name: self.view.name.text.clone(),
            who: self.who(),
            tone: self.tone(),
            state: state.unwrap_or_default().trim_start().to_owned(),
            sentence: self.sentence(),
            keys: chart.map(|chart| self.keys(chart)).unwrap_or_default(),
            chart: self.chart.clone(),
            source: self.source(),
            address: self
                .scene
                .urls
                .printed(&self.official(Language::Indonesian)),
        }
    }

    /// `Sumber: Pemerintah Kota Contoh. Data per 21 November 2026. Lisensi CC-BY-4.0.`
    fn source(&self) -> String {
        let (site, words) = (&self.scene.register.site, &self.scene.words);
        let today = words.date(self.scene.score.today);
        let as_of = words.say("as_of", &[("date", Arg::from(&today))]);
        let government = words.plain(&site.government);
        let args = [
            ("government", Arg::from(government)),
            ("as_of", Arg::from(&as_of)),
            ("licence", Arg::from(&site.licence)),
        ];
        words.say("picture_source", &args)
    }

    /// Of what the chart has, each once: the tones of its bars, the target, what was not reported,
    /// when it is due.
    fn keys(&self, chart: &ProgressChart) -> Vec<Key> {
        let periods = || chart.periods.iter();
        let has_bar = |wanted: Tone| {
            periods().any(|period| match period.actual {
                ActualMark::Reported { tone, .. } => tone == wanted,
                _ => false,
            })
        };
        let bars = [
            (Tone::Good, "picture_good"),
            (Tone::Watch, "picture_watch"),
            (Tone::Bad, "picture_bad"),
            (Tone::Neutral, "picture_neutral"),
        ];
        let bars = bars.into_iter().filter(|(tone, _)| has_bar(*tone));
        let bars = bars.map(|(tone, key)| (KeyMark::Actual(tone), key));
        let has_target = periods().any(|period| period.target != TargetMark::None);
        let is_missing = |period: &_| matches!(period, ActualMark::Missing { .. });
        let has_gap = periods().any(|period| is_missing(&period.actual));
        let target = has_target.then_some((KeyMark::Target, "picture_target"));
        let missing = has_gap.then_some((KeyMark::Missing, "picture_missing"));
        let due = chart.due.map(|_| (KeyMark::Due, "picture_due"));
        bars.chain(target)
            .chain(missing)
            .chain(due)
            .map(|(mark, key)| Key {
                mark,
                text: self.scene.words.text(key),
            })
            .collect()
    }
}
