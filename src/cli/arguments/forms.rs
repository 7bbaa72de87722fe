//! Verbs of the forms that organisations fill in.

use super::Place;
use super::quarter::quarter;
use crate::model::Quarter;
use clap::Args;
use std::path::PathBuf;

#[derive(Clone, Debug, Args)]
pub struct Formulir {
    /// The quarter, such as 2026-tw4
    #[arg(value_parser = quarter)]
    pub quarter: Option<Quarter>,

    /// The same as an option
    #[arg(long, alias = "quarter", value_parser = quarter, conflicts_with = "quarter")]
    pub triwulan: Option<Quarter>,

    #[command(flatten)]
    pub place: Place,

    /// Folder to write to; other files in it stay
    #[arg(long)]
    pub out: Option<PathBuf>,
}

#[derive(Clone, Debug, Args)]
pub struct Import {
    /// Filled forms, or folders of them
    #[arg(required = true)]
    pub files: Vec<PathBuf>,

    #[command(flatten)]
    pub place: Place,

    /// Write without asking
    #[arg(long, conflicts_with = "dry_run")]
    pub yes: bool,

    /// Show what would change and write nothing
    #[arg(long)]
    pub dry_run: bool,
}
