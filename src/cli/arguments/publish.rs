//! Verbs that make the site, show it, and hold a published one to its sources.

use super::Place;
use crate::site::{PathPattern, Portion, Shard};
use clap::{Args, ValueEnum};
use std::net::IpAddr;
use std::path::PathBuf;

#[derive(Clone, Debug, Args)]
pub struct Build {
    #[command(flatten)]
    pub place: Place,

    /// Folder to write
    #[arg(long)]
    pub out: Option<PathBuf>,

    /// Where the site will be published
    #[arg(long)]
    pub base_url: Option<String>,

    /// Believe nothing that an earlier run has kept: render every page, read the whole history
    #[arg(long)]
    pub fresh: bool,

    /// Write only files whose path in the output matches; may be repeated
    #[arg(long)]
    pub only: Vec<PathPattern>,

    /// Write the I-th of N parts of the site, from 1, for pantau merge
    #[arg(long, conflicts_with = "only")]
    pub shard: Option<Shard>,
}

#[derive(Clone, Debug, Args)]
pub struct Merge {
    /// Folders of all parts
    #[arg(required = true)]
    pub parts: Vec<PathBuf>,

    /// Folder to write
    #[arg(long)]
    pub out: PathBuf,
}

impl Build {
    /// What is to be written.
    pub fn portion(&self) -> Portion {
        match (&self.only[..], self.shard) {
            (_, Some(shard)) => Portion::Shard(shard),
            ([], None) => Portion::Whole,
            (patterns, None) => Portion::Only(patterns.to_vec()),
        }
    }
}

#[derive(Clone, Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    pub place: Place,

    /// Port to listen on
    #[arg(long)]
    pub port: Option<u16>,

    /// Address to listen on, for others in the office; 0.0.0.0 for all of this machine's
    #[arg(long)]
    pub host: Option<IpAddr>,

    /// Open the site in the browser
    #[arg(long)]
    pub open: bool,
}

#[derive(Clone, Debug, Args)]
pub struct Verify {
    /// Address or folder of the published site
    pub place: String,

    /// Folder that holds content/ and may hold themes/
    #[arg(long, default_value = ".")]
    pub root: PathBuf,

    /// How to print what was found
    #[arg(long, value_enum, default_value_t = VerifyFormat::Human)]
    pub format: VerifyFormat,
}

impl Verify {
    /// The sources; as of when, the manifest says.
    pub fn sources(&self) -> Place {
        Place {
            root: self.root.clone(),
            date: None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum VerifyFormat {
    /// For people, with the first line that differs of each text
    Human,
    /// {place, pantau, commit, compared_with, date, files, notes, by_host, differences: [{path, kind, fits_manifest, line}]}
    Json,
}
