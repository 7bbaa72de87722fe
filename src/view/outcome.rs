//! What the figures say of an evaluation, in words; or why they say nothing.

use super::evaluation::Told;
use super::regime::score_text;
use crate::compute::{ByFigures, Finding, WhyOpen};
use crate::format::Arg;
use crate::model::{AspectId, Date, EvaluationId, Percent, Quarter};

impl Told<'_, '_> {
    /// `TW IV 2025`
    pub fn quarter(&self, quarter: Quarter) -> String {
        format!(
            "{} {}",
            self.scene.words.quarter_short(quarter),
            quarter.year
        )
    }

    /// What the figures say, where the rule has a condition at all.
    pub fn by_figures(&self) -> Option<String> {
        let words = &self.scene.words;
        let (key, parts) = match &self.occurrence.by_figures {
            ByFigures::Open { why, .. } if why.contains(&WhyOpen::NoCondition) => return None,
            ByFigures::Met { findings } => ("figures_met", self.findings(findings)),
            ByFigures::NotMet { findings } => ("figures_not_met", self.findings(findings)),
            ByFigures::Open { why, .. } => {
                ("figures_open", why.iter().map(|w| self.why(w)).collect())
            }
        };
        let parts = words.formats().list(&parts);
        Some(words.say(key, &[("parts", Arg::from(&parts))]))
    }

    /// The same as a sentence of its own.
    pub fn by_figures_sentence(&self) -> Option<String> {
        let text = self.by_figures()?;
        let args = [("text", Arg::from(&text))];
        Some(self.scene.words.say("by_figures", &args))
    }

    fn findings(&self, findings: &[Finding]) -> Vec<String> {
        findings.iter().map(|f| self.finding(f)).collect()
    }

    fn finding(&self, finding: &Finding) -> String {
        let words = &self.scene.words;
        match finding {
            Finding::Achievement {
                percent,
                bound,
                quarter,
                counted,
                total,
            } => {
                let bound = Percent::from(*bound);
                let compared = self.compared(percent, sign(finding), &bound);
                let quarter = self.quarter(*quarter);
                let args = [
                    ("compared", Arg::from(&compared)),
                    ("quarter", Arg::from(&quarter)),
                    ("counted", Arg::Count(*counted as u64)),
                    ("total", Arg::Count(*total as u64)),
                ];
                let is_whole = counted == total;
                let part = (!is_whole).then_some("finding_achievement_part");
                words.say(part.unwrap_or("finding_achievement"), &args)
            }
            Finding::AllReached { kept, due, quarter } => {
                let quarter = self.quarter(*quarter);
                let args = [
                    ("kept", Arg::Count(*kept as u64)),
                    ("due", Arg::Count(*due as u64)),
                    ("quarter", Arg::from(&quarter)),
                ];
                words.say("finding_all_reached", &args)
            }
            Finding::Aspect {
                aspect,
                score,
                minimum,
            } => {
                let text = |score| score_text(self.scene, self.regime(), aspect, score);
                let (score, minimum) = (text(*score), text(*minimum));
                format!("{aspect} {score} {} {minimum}", sign(finding))
            }
            Finding::Improvement {
                over,
                on,
                lower,
                unrisen,
            } => self.improvement(&(over, *on), lower, unrisen),
        }
    }

    /// "87,3% < 100%": rounding crosses neither the bound nor a category's.
    fn compared(&self, percent: &Percent, sign: &str, bound: &Percent) -> String {
        let words = &self.scene.words;
        let mut bounds = self.regime().display_bounds();
        bounds.push(bound.clone());
        let (percent, bound) = (words.percent(percent, &bounds), words.percent(bound, &[]));
        format!("{percent} {sign} {bound}")
    }

    fn improvement(
        &self,
        (over, on): &(&EvaluationId, Date),
        lower: &[AspectId],
        unrisen: &[AspectId],
    ) -> String {
        let words = &self.scene.words;
        let (name, date) = (self.name_of(over), words.date(*on));
        let part = |key: &str, aspects: &[AspectId]| {
            let aspects = self.aspects(aspects);
            let args = [
                ("aspects", Arg::from(&aspects)),
                ("evaluation", Arg::from(&name)),
                ("date", Arg::from(&date)),
            ];
            words.say(key, &args)
        };
        let parts: Vec<String> = [("finding_lower", lower), ("finding_unrisen", unrisen)]
            .into_iter()
            .filter(|(_, aspects)| !aspects.is_empty())
            .map(|(key, aspects)| part(key, aspects))
            .collect();
        if parts.is_empty() {
            return part("finding_improved", &[]);
        }
        words.formats().list(&parts)
    }

    fn why(&self, why: &WhyOpen) -> String {
        let words = &self.scene.words;
        let say = |key: &str, text: &str, count: usize| {
            let args = [
                ("what", Arg::from(text)),
                ("count", Arg::Count(count as u64)),
            ];
            words.say(key, &args)
        };
        match why {
            WhyOpen::NoCondition => words.text("open_no_condition"),
            WhyOpen::NoQuarter => words.text("open_no_quarter"),
            WhyOpen::NotClosed { quarter } => say("open_not_closed", &self.quarter(*quarter), 0),
            WhyOpen::Awaiting { quarter, until } => {
                let quarter = self.quarter(*quarter);
                match until.map(|day| words.date(day)) {
                    Some(date) => {
                        let args = [("what", Arg::from(&quarter)), ("date", Arg::from(&date))];
                        words.say("open_awaiting", &args)
                    }
                    None => say("open_awaiting_undated", &quarter, 0),
                }
            }
            WhyOpen::Missing {
                quarters,
                commitments,
            } => {
                let names: Vec<String> = quarters.iter().map(|q| self.quarter(*q)).collect();
                say("open_missing", &words.formats().list(&names), *commitments)
            }
            WhyOpen::NothingToCompare { quarter } => {
                say("open_nothing", &self.quarter(*quarter), 0)
            }
            WhyOpen::NoRecord => words.text("open_no_record"),
            WhyOpen::NoScore { aspects } => say("open_no_score", &self.aspects(aspects), 0),
            WhyOpen::NoEarlier { evaluation } => {
                say("open_no_earlier", &self.name_of(evaluation), 0)
            }
        }
    }

    fn aspects(&self, aspects: &[AspectId]) -> String {
        let names: Vec<&str> = aspects.iter().map(AspectId::as_str).collect();
        self.scene.words.formats().list(&names)
    }

    fn name_of(&self, id: &EvaluationId) -> String {
        let mut rules = self.regime().evaluations.iter();
        let rule = rules.find(|rule| rule.id == *id);
        rule.map_or_else(
            || id.to_string(),
            |rule| self.scene.words.plain(&rule.name).to_owned(),
        )
    }
}

fn sign(finding: &Finding) -> &'static str {
    if finding.holds() { "≥" } else { "<" }
}
