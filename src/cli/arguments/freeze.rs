//! What `freeze` takes.

use super::Place;
use super::quarter::quarter;
use crate::model::{PersonId, Quarter};
use clap::Args;
use clap::builder::NonEmptyStringValueParser;

#[derive(Clone, Debug, Args)]
pub struct Freeze {
    /// The quarter, such as 2026-tw3
    #[arg(value_parser = quarter, required_unless_present = "due", conflicts_with = "due")]
    pub quarter: Option<Quarter>,

    /// Every quarter whose deadline has passed since the record began, and that is not frozen yet
    #[arg(long, conflicts_with_all = ["check", "replace", "redact"])]
    pub due: bool,

    #[command(flatten)]
    pub place: Place,

    /// Write nothing; exit with 1 unless the quarter is frozen as the record has it
    #[arg(long)]
    pub check: bool,

    /// Replace what was frozen before, although that should never change
    #[arg(long, conflicts_with = "redact")]
    pub replace: bool,

    /// Take the facts of an official out of what was frozen; a dated note takes their place
    #[arg(long, requires = "reason", value_parser = official)]
    pub redact: Option<PersonId>,

    /// Why, in words that are published
    #[arg(long, requires = "redact", value_parser = NonEmptyStringValueParser::new())]
    pub reason: Option<String>,
}

fn official(text: &str) -> Result<PersonId, &'static str> {
    PersonId::new(text).ok_or("no id of an official")
}
