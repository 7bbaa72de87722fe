//! Verbs that tell how the data stand: `check`, `diff`, `status`.

use super::Place;
use super::quarter::quarter;
use crate::model::Quarter;
use clap::{Args, ValueEnum};

#[derive(Clone, Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub place: Place,

    /// How to print problems
    #[arg(long, value_enum, default_value_t = CheckFormat::Human)]
    pub format: CheckFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people, with the lines in question; after 100 problems of a file the rest is counted
    Human,
    /// A list of {severity, code, file, line, column, end_line, end_column, message, help}
    Json,
    /// Workflow commands of GitHub Actions, which shows the problems in a pull request
    Github,
    /// A SARIF 2.1.0 log, for code scanning and editors
    Sarif,
    /// A Code Quality report of GitLab, which shows the problems in a merge request
    Gitlab,
}

#[derive(Clone, Debug, Args)]
pub struct Diff {
    /// What to compare with: a branch, a tag or a commit, such as origin/main
    #[arg(default_value = "HEAD")]
    pub base: String,

    #[command(flatten)]
    pub place: Place,

    /// How to print what will change
    #[arg(long, value_enum, default_value_t = DiffFormat::Human)]
    pub format: DiffFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For people
    Human,
    /// {base, commit, date, figures: [{contract, official, indicator, quarter, value, capaian, keadaan, pages}], rows: [{table, turn, key, cells}], files: [{path, turn, cause}], unchanged_files}
    Json,
    /// For the comment of a pull request or the summary of a job
    Markdown,
}

#[derive(Clone, Debug, Args)]
pub struct Status {
    #[command(flatten)]
    pub place: Place,

    /// The quarter to look at, such as 2026-tw4
    #[arg(value_parser = quarter)]
    pub quarter: Option<Quarter>,

    /// The same as an option
    #[arg(long, alias = "quarter", value_parser = quarter, conflicts_with = "quarter")]
    pub triwulan: Option<Quarter>,

    /// How to tell it
    #[arg(long, value_enum, default_value_t = StatusFormat::Human)]
    pub format: StatusFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum StatusFormat {
    /// A table for people
    Human,
    /// {date, quarter, contracts, left_behind, coming}
    Json,
    /// A reminder to those who have not reported, ready to be sent
    Message,
}
