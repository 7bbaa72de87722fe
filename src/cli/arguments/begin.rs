//! Verbs with which a site begins: `init`, and the files that hosts of git and editors need.

use super::Place;
use crate::starter::{CiHost, samples};
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::path::PathBuf;

#[derive(Clone, Debug, Args)]
pub struct Init {
    /// Folder of the new site; it is made where there is none
    pub folder: PathBuf,

    /// A complete site with invented people and figures
    #[arg(long, value_parser = sample_names())]
    pub sample: Option<String>,

    /// Of a sample that has one: a git repository with a year of dated commits
    #[arg(long, requires = "sample")]
    pub history: bool,

    /// Name of the government
    #[arg(long, conflicts_with = "sample")]
    pub government: Option<String>,

    /// What the contract is called
    #[arg(long, conflicts_with = "sample")]
    pub instrument: Option<String>,

    /// Languages of the site, id or id+en
    #[arg(long, conflicts_with = "sample")]
    pub languages: Option<String>,

    /// Where the site will be published
    #[arg(long, conflicts_with = "sample")]
    pub address: Option<String>,

    /// Asia/Jakarta, Asia/Makassar or Asia/Jayapura
    #[arg(long, conflicts_with = "sample")]
    pub time_zone: Option<String>,

    /// The office's address for reports of errors
    #[arg(long, conflicts_with = "sample")]
    pub contact: Option<String>,

    /// Also write what a host of git runs, as pantau ci does
    #[arg(long, conflicts_with = "history", value_parser = ci_names())]
    pub ci: Option<String>,
}

/// The hosts, and the word for none of them.
fn ci_names() -> PossibleValuesParser {
    let hosts = CiHost::ALL.map(CiHost::name).into_iter();
    PossibleValuesParser::new(hosts.chain(["none"]))
}

fn sample_names() -> PossibleValuesParser {
    PossibleValuesParser::new(samples().iter().map(|sample| sample.name))
}

#[derive(Clone, Debug, Args)]
pub struct Ci {
    /// The host, by the form of what it runs
    #[arg(value_parser = PossibleValuesParser::new(CiHost::ALL.map(CiHost::name)))]
    pub host: String,

    /// Folder that holds content/
    #[arg(long, default_value = ".")]
    pub root: PathBuf,

    /// Replace a file that is there with other content
    #[arg(long)]
    pub replace: bool,
}

impl Ci {
    /// Where the site is, whose time zone decides when a day begins.
    pub fn sources(&self) -> Place {
        Place {
            root: self.root.clone(),
            date: None,
        }
    }
}

#[derive(Clone, Debug, Args)]
pub struct Schema {
    /// Folder that holds content/
    #[arg(long, default_value = ".")]
    pub root: PathBuf,

    /// Folder to write to; other files in it stay
    #[arg(long)]
    pub out: Option<PathBuf>,
}
