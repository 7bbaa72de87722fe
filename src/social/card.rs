//! What stands on a social card.

use crate::chart::Tone;
use serde::Serialize;

/// A card: texts as they are printed, and values as high or wide as they are drawn.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SocialCard {
    /// The site's title.
    pub site: String,
    pub government: String,
    /// In a box of its own: that the data are invented.
    pub notice: Option<String>,
    /// Who, or what; in large letters.
    pub name: String,
    /// Below the name: the post.
    pub post: String,
    /// Of the verdict.
    pub tone: Tone,
    pub figure: Option<Figure>,
    /// The verdict in a sentence.
    pub sentence: String,
    /// `Capaian 98,4%`, and what it is made of.
    pub achievement: Option<[String; 2]>,
    /// How many commitments are in which state.
    pub parts: Vec<Part>,
    /// Capaian quarter by quarter.
    pub bars: Vec<Bar>,
    /// The label of the line at 100 %.
    pub hundred: String,
}

/// "9", "dari 10": the first one in figures as large as nothing else. The mark is that of the tone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    pub mark: &'static str,
    pub kept: String,
    pub total: String,
}

/// Commitments in one state.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    pub tone: Tone,
    pub mark: &'static str,
    /// `8 sesuai jalur`
    pub text: String,
    pub count: usize,
}

/// A quarter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bar {
    pub label: String,
    pub value: BarValue,
}

/// What is known of a quarter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum BarValue {
    Share {
        /// In hundredths of what was promised.
        percent: f64,
        text: String,
        tone: Tone,
    },
    /// Due and not reported: an empty box with this text above it.
    Missing { text: String },
    /// Nothing to tell yet.
    Blank,
}

impl SocialCard {
    /// What the card tells, in the order of reading, for who does not see it; but for the site,
    /// which is named beside every card.
    pub fn alternative(&self) -> String {
        let achievement = self.achievement.iter().flatten().map(String::as_str);
        let parts = self.parts.iter().map(|part| part.text.as_str());
        let bars: Vec<String> = self.bars.iter().filter_map(Bar::text).collect();
        let sentences = [
            self.name.clone(),
            self.post.clone(),
            self.sentence.clone(),
            listed(achievement),
            listed(parts),
            listed(bars.iter().map(String::as_str)),
            self.notice.clone().unwrap_or_default(),
        ];
        let told = sentences.iter().filter(|text| !text.is_empty());
        let ended = told.map(|text| format!("{}.", text.trim_end_matches('.')));
        ended.collect::<Vec<_>>().join(" ")
    }
}

fn listed<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let told: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
    told.join(", ")
}

impl Bar {
    fn text(&self) -> Option<String> {
        match &self.value {
            BarValue::Share { text, .. } | BarValue::Missing { text } => {
                Some(format!("{} {text}", self.label))
            }
            BarValue::Blank => None,
        }
    }
}
