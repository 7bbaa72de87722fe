//! What can be written on the command line.
//!
//! Comments here are for who works on the program. What users read of verbs and options stands in
//! `cli/help/{id,en}.ftl`, names of values included.

mod begin;
mod forms;
mod freeze;
mod look;
mod new;
mod publish;
mod quarter;

pub use begin::{Ci, Init, Schema};
pub use forms::{Formulir, Import};
pub use freeze::Freeze;
pub use look::{Check, CheckFormat, Diff, DiffFormat, Status, StatusFormat};
pub use new::{
    ImportPk, New, NewContract, NewOfficial, NewOpd, NewPost, NewResults, NewTheme, Party,
};
pub use publish::{Build, Merge, Serve, Verify, VerifyFormat};

use super::progress::Verbosity;
use crate::disk::site_around;
use crate::model::{Date, Language};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use std::convert::Infallible;
use std::path::PathBuf;

/// Turns performance contracts and quarterly results, kept in git, into a public website.
#[derive(Clone, Debug, Parser)]
#[command(
    name = "pantau",
    version,
    propagate_version = true,
    arg_required_else_help = true,
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
pub struct Arguments {
    #[command(subcommand)]
    pub verb: Verb,

    /// Language of messages
    #[arg(long, global = true, value_enum, display_order = 900)]
    lang: Option<MessageLanguage>,

    /// Print results and problems only
    #[arg(
        long,
        short,
        global = true,
        conflicts_with = "verbose",
        display_order = 901
    )]
    quiet: bool,

    /// Also print how long each step took
    #[arg(long, short, global = true, display_order = 902)]
    verbose: bool,

    /// Clap acts on it while it reads the line, and on the next one.
    #[arg(long, short, global = true, action = ArgAction::HelpLong, display_order = 903)]
    help: Option<bool>,

    #[arg(long, short = 'V', global = true, action = ArgAction::Version, display_order = 904)]
    version: Option<bool>,
}

impl Arguments {
    pub(super) fn verbosity(&self) -> Verbosity {
        match (self.quiet, self.verbose) {
            (true, _) => Verbosity::Quiet,
            (false, false) => Verbosity::Usual,
            (false, true) => Verbosity::Verbose,
        }
    }

    /// The language of messages, where one was asked for.
    pub fn language(&self) -> Option<Language> {
        self.lang.map(MessageLanguage::language)
    }
}

/// A language as `--lang` names it.
pub(super) fn language_named(name: &str) -> Option<Language> {
    let named = MessageLanguage::from_str(name, false);
    named.ok().map(MessageLanguage::language)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum MessageLanguage {
    /// Bahasa Indonesia
    Id,
    /// English
    En,
}

impl MessageLanguage {
    fn language(self) -> Language {
        match self {
            Self::Id => Language::Indonesian,
            Self::En => Language::English,
        }
    }
}

/// What to do.
#[derive(Clone, Debug, Subcommand)]
pub enum Verb {
    /// Begin a new site: empty, after a few questions, or a sample
    Init(Init),
    /// Write the whole site to a folder
    Build(Build),
    /// Put the parts of a site together that pantau build --shard has written
    Merge(Merge),
    /// List every problem in the data, with file, line and what to write instead
    Check(Check),
    /// Show the site in a browser; a saved file shows by itself, and so does what is wrong with it
    Serve(Serve),
    /// Compare a published site with the one that its sources give, file by file
    Verify(Verify),
    /// Say who has reported a quarter, who is late, and what is due next
    Status(Status),
    /// Tell what will change on the site compared with a commit: figures, what follows, and pages
    Diff(Diff),
    /// Write a quarter down as it was known at the end of its reporting deadline, once and for all
    Freeze(Freeze),
    /// Write what a host of git runs: check each proposed change, publish, build daily, freeze
    Ci(Ci),
    /// Write the forms of a quarter as workbooks, one for each organisation
    Formulir(Formulir),
    /// Take filled forms over into the data, after a preview and a question
    Import(Import),
    /// Write a new file of data with comments: an official, a contract, or a quarter's results
    #[command(subcommand_required = true, arg_required_else_help = true)]
    New {
        #[command(subcommand)]
        what: New,
    },
    /// Begin a contract from the table of an existing agreement (PK): xlsx, ods or csv
    #[command(name = "import-pk")]
    ImportPk(ImportPk),
    /// Write JSON Schemas of the data files, with which an editor completes, explains and checks
    Schema(Schema),
    /// Write what a shell needs to complete verbs and options
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Write manual pages in both languages, one for pantau and one for each verb
    Man {
        /// Folder of manuals; other files in it stay
        #[arg(long)]
        out: PathBuf,
    },
    /// Show the help of a verb, as `--help` behind it does
    #[command(alias = "bantuan")]
    Help {
        /// The verb, and the one below it
        verb: Vec<String>,
    },
}

/// Which site, and as of when.
#[derive(Clone, Debug, Args)]
pub struct Place {
    /// Folder that holds content/ and may hold themes/
    #[arg(long, default_value = ".", value_parser = root)]
    pub root: PathBuf,

    /// "Today", which decides what is due and late
    #[arg(long)]
    pub date: Option<Date>,
}

/// A site's folder as it is named; within the `content/` of a site, this folder stands for the site.
fn root(text: &str) -> Result<PathBuf, Infallible> {
    let folder = PathBuf::from(text);
    let is_here = text == ".";
    Ok(site_around(&folder).filter(|_| is_here).unwrap_or(folder))
}
