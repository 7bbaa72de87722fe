//! What can be written on the command line.

use super::progress::Verbosity;
use crate::agreement::Column;
use crate::model::{Date, Language, PersonId, Quarter};
use crate::site::{PathPattern, Portion, Shard};
use crate::starter::{CiHost, samples};
use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::net::IpAddr;
use std::path::PathBuf;

/// Turns performance contracts and quarterly results, kept in git, into a public website.
#[derive(Clone, Debug, Parser)]
#[command(
    name = "pantau",
    version,
    propagate_version = true,
    arg_required_else_help = true,
    after_help = "Examples:\n  pantau init kinerja           begin a new site; --sample NAME writes a complete one\n  pantau serve                  show the site of this folder in a browser\n  pantau check                  list every mistake in content/\n  pantau build --out public     write the site"
)]
pub struct Arguments {
    #[command(subcommand)]
    pub verb: Verb,

    /// Language of messages [default: the site's first, else the machine's]
    ///
    /// The site's is the first entry of bahasa in content/situs.yml. Where it is not written, or
    /// that file can't be read, the first of LC_ALL, LC_MESSAGES and LANG that is not empty
    /// decides: en… is English, everything else Indonesian.
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "LANGUAGE",
        display_order = 900
    )]
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
        self.lang.map(|language| match language {
            MessageLanguage::Id => Language::Indonesian,
            MessageLanguage::En => Language::English,
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum MessageLanguage {
    /// Bahasa Indonesia
    Id,
    /// English
    En,
}

/// What to do.
#[derive(Clone, Debug, Subcommand)]
pub enum Verb {
    /// Begin a new site: empty, after a few questions, or a sample
    #[command(
        after_help = "Nothing is asked where --government and --contact are given. Questions go to standard error; where standard input is no terminal, each of its lines is an answer, an empty one the default.\nThe folder may hold .git, README and LICENSE, which stay; anything else is refused and nothing is written.\nExit codes: 0 written; 2 wrong usage or answer, or the disk or git failed.\n\nExamples:\n  pantau init kinerja\n  pantau init kinerja --sample NAME\n  pantau init kinerja --sample NAME --history\n  pantau init kinerja --government \"Pemerintah Kota Contoh\" --contact kinerja@contoh.go.id --ci github"
    )]
    Init(Init),
    /// Write the whole site to a folder
    #[command(
        after_help = "Exit codes: 0 written; 1 problems in the data, nothing was written and the published folder stays; 2 wrong usage, or the disk or the theme failed.\n\nExamples:\n  pantau build --base-url https://user.host/repo/\n  pantau build --only '*.html' --only 'en/**' --out sebagian\n  pantau build --shard 2/3 --out bagian/2"
    )]
    Build(Build),
    /// Put the parts of a site together that pantau build --shard has written
    #[command(
        after_help = "Each part is held to its own description (part.json): one division, complete, of one state (version, date, address, theme, commit, sources), each file with the SHA-256 and size that it had, nothing besides. The site is the one that a single build writes, byte for byte. Where the file system allows it, its files are hard links to those of the parts.\nExit codes: 0 written; 1 the parts make no whole, nothing was written and the published folder stays; 2 wrong usage, or the disk failed.\n\nExample:\n  pantau merge bagian/1 bagian/2 bagian/3 --out public"
    )]
    Merge(Merge),
    /// List every problem in the data, with file, line and what to write instead
    #[command(
        after_help = "Exit codes: 0 no problems (warnings don't count); 1 problems; 2 wrong usage, or the disk failed. They are the same in every format.\n\nExamples:\n  pantau check\n  pantau check --format github\n  pantau check --format sarif > pantau.sarif"
    )]
    Check(Check),
    /// Show the site in a browser; a saved file shows by itself, and so does what is wrong with it
    #[command(
        after_help = "Only this machine can connect, unless --host says otherwise. Stop with Ctrl-C.\n\nExamples:\n  pantau serve --open\n  pantau serve --port 8080\n  pantau serve --host 0.0.0.0"
    )]
    Serve(Serve),
    /// Compare a published site with the one that its sources give, file by file
    #[command(
        after_help = "The site's manifest.json says as of which day, for which address and by which version it was built. With the same version every byte should be the same; with another one differences are expected. Where it names a commit, the sources are those of that commit, from the repository around the root.\nOf an address every file is fetched, up to 100 MiB each and within 30 seconds; what is published there besides can't be seen. Of a folder that is seen too.\nExit codes: 0 all files are the same; 1 differences; 2 wrong usage, or the comparison could not be made.\n\nExamples:\n  pantau verify https://user.host/repo/\n  pantau verify public --format json"
    )]
    Verify(Verify),
    /// Say who has reported a quarter, who is late, and what is due next
    #[command(
        after_help = "Without --triwulan it looks at the latest quarter that has ended, and at what is still missing of quarters before it.\nExit codes: 0 told; 1 problems in the data; 2 wrong usage, or the disk failed.\n\nExamples:\n  pantau status\n  pantau status --triwulan 2026-tw4 --format json\n  pantau status --format message | xclip"
    )]
    Status(Status),
    /// Tell what will change on the site compared with a commit: figures, what follows, and pages
    #[command(
        after_help = "Both states are computed as of the same day, and nothing is written. Figures are told with the changed pages on which they stand; terms, what follows from both (capaian, states, categories) and what is new or gone come after them. Numbers come from the tables of /data/, not from texts.\nOf many changes the first are shown and the rest is counted; --format json has all.\nOf a branch that others work on as well, compare with where yours began: git merge-base origin/main HEAD. In a shallow clone there is nothing to compare with: fetch the whole history (fetch-depth: 0, GIT_DEPTH: 0).\nExit codes: 0 compared, whether or not there are changes; 1 problems in the data of either state; 2 wrong usage, or git, the disk or the theme failed.\n\nExamples:\n  pantau diff main\n  pantau diff HEAD~1 --format markdown\n  pantau diff origin/main --format json > perubahan.json"
    )]
    Diff(Diff),
    /// Write a quarter down as it was known at the end of its reporting deadline, once and for all
    #[command(
        after_help = "Writes `content/arsip/YEAR-twN.json` from the record of changes (git); commit that file. Its pages stand below /arsip/ and never change.\nExit codes: 0 written, or unchanged; 1 refused: the deadline has not passed, something else was frozen, or problems in the data of that day; 2 wrong usage, or the disk or git failed.\n\nExamples:\n  pantau freeze 2026-tw3\n  pantau freeze 2026-tw3 --check\n  pantau freeze --due\n  pantau freeze 2026-tw3 --redact some-official --reason \"Nama orang lain\""
    )]
    Freeze(Freeze),
    /// Write what a host of git runs: check each proposed change, publish, build daily, freeze
    #[command(
        after_help = "github writes .github/workflows/situs.yml, gitlab .gitlab-ci.yml, forgejo .forgejo/workflows/situs.yml (Gitea and Codeberg too). The first lines of the file say what is to be set at the host, once. The folder must be the root of the repository.\nA file that is there with other content stays as it is unless --replace is given. Exit codes: 0 written, or there already; 2 wrong usage, or refused, or the disk failed.\n\nExamples:\n  pantau ci github\n  pantau ci gitlab --replace"
    )]
    Ci(Ci),
    /// Write the forms of a quarter as workbooks, one for each organisation
    #[command(
        after_help = "Each workbook has a sheet of instructions and one for each contract of which something is due: targets and last figures filled in and locked, cells to fill with drop-downs and checks. Filled ones, also those saved by LibreOffice or Google Sheets, are read by pantau import.\nExit codes: 0 written; 1 problems in the data, or nothing is due in that quarter; 2 wrong usage, or the disk failed.\n\nExample:\n  pantau formulir --triwulan 2026-tw4 --out formulir"
    )]
    Formulir(Formulir),
    /// Take filled forms over into the data, after a preview and a question
    #[command(
        after_help = "Reads forms of pantau formulir as .xlsx or .ods, saved by Excel, LibreOffice or Google Sheets. Every mistake is told with its workbook, sheet and cell; with an error nothing is written. What is written keeps the comments and the order of the files; an empty cell never takes out what was reported.\nExit codes: 0 written, or nothing changes; 1 problems, or declined: nothing was written; 2 wrong usage, nobody to ask (use --yes), or the disk failed.\n\nExamples:\n  pantau import formulir/dinas-kesehatan-2026-tw4.xlsx\n  pantau import formulir --dry-run\n  pantau import formulir --yes"
    )]
    Import(Import),
    /// Write a new file of data with comments: an official, a contract, or a quarter's results
    #[command(
        subcommand_required = true,
        arg_required_else_help = true,
        after_help = "What the flags don't say is asked. Questions go to standard error; where standard input is no terminal, each of its lines is an answer, an empty one the default.\nNothing that exists is ever overwritten.\nExit codes: 0 written, or all was there; 1 problems in the data kept something from being written; 2 wrong usage or answer, or the disk failed.\n\nExamples:\n  pantau new hasil --triwulan 2026-tw4\n  pantau new pejabat\n  pantau new kontrak --post kepala-dinas-kesehatan --year 2027"
    )]
    New {
        #[command(subcommand)]
        what: New,
    },
    /// Begin a contract from the table of an existing agreement (PK): xlsx, ods or csv
    #[command(
        name = "import-pk",
        after_help = "The columns are found by their headings (Sasaran, Indikator, Satuan, Target, TW I to TW IV), shown, and confirmed before anything is written; --column corrects one. Numbers that can be read in two ways are left out, with their cells named. Direction and accumulation stand in no such table: they are left open in the file, and `pantau check` asks for them.\nWhat exists is never overwritten.\nExit codes: 0 written; 1 not confirmed, nothing written; 2 wrong usage or answer, no such table, or the disk failed.\n\nExamples:\n  pantau import-pk pk-dinkes.xlsx\n  pantau import-pk pk-dinkes.xlsx --post kepala-dinas-kesehatan --year 2026 --column target=E --yes"
    )]
    ImportPk(ImportPk),
    /// Write JSON Schemas of the data files, with which an editor completes, explains and checks
    #[command(
        after_help = "It then says how an editor finds them: by a first line in each file, or by one setting for all.\nRun it again after each new version of pantau. Exit codes: 0 written; 2 wrong usage, or the disk failed.\n\nExample:\n  pantau schema --out .vscode/skema"
    )]
    Schema(Schema),
    /// Write what a shell needs to complete verbs and options
    #[command(
        after_help = "Examples:\n  pantau completions bash > ~/.local/share/bash-completion/completions/pantau\n  pantau completions fish > ~/.config/fish/completions/pantau.fish\n  pantau completions zsh > \"${fpath[1]}/_pantau\""
    )]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Write manual pages, one for pantau and one for each verb
    #[command(
        after_help = "Example:\n  pantau man --out ~/.local/share/man/man1    then: man pantau-build"
    )]
    Man {
        /// Folder to write to; other files in it stay
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
}

/// Which site, and as of when.
#[derive(Clone, Debug, Args)]
pub struct Place {
    /// Folder that holds content/ and may hold themes/
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,

    /// "Today", which decides what is due and late [default: today in the government's time zone]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
}

#[derive(Clone, Debug, Args)]
pub struct Init {
    /// Folder of the new site; it is made where there is none
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,

    /// A complete site with invented people and figures
    #[arg(long, value_name = "NAME", value_parser = sample_names())]
    pub sample: Option<String>,

    /// Of a sample that has one: a git repository with a year of dated commits
    ///
    /// It is a smaller site in which promises and figures change, with a word and without, so that
    /// pages have something to tell. The folder must hold nothing at all. Needs the program git.
    #[arg(long, requires = "sample")]
    pub history: bool,

    /// Name of the government
    #[arg(long, value_name = "NAME", conflicts_with = "sample")]
    pub government: Option<String>,

    /// What the contract is called [default: Perjanjian Kinerja]
    #[arg(long, value_name = "NAME", conflicts_with = "sample")]
    pub instrument: Option<String>,

    /// Languages of the site, id or id+en [default: id+en]
    #[arg(long, value_name = "LANGUAGES", conflicts_with = "sample")]
    pub languages: Option<String>,

    /// Where the site will be published [default: https://kinerja.example/, to be replaced later]
    #[arg(long, value_name = "URL", conflicts_with = "sample")]
    pub address: Option<String>,

    /// Asia/Jakarta, Asia/Makassar or Asia/Jayapura [default: Asia/Jakarta]
    #[arg(long, value_name = "ZONE", conflicts_with = "sample")]
    pub time_zone: Option<String>,

    /// The office's address for reports of errors
    #[arg(long, value_name = "ADDRESS", conflicts_with = "sample")]
    pub contact: Option<String>,

    /// Also write what a host of git runs, as pantau ci does [default: none]
    #[arg(long, value_name = "HOST", conflicts_with = "history", value_parser = ci_names())]
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
pub struct Build {
    #[command(flatten)]
    pub place: Place,

    /// Folder to write [default: public in the root]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,

    /// Where the site will be published [default: alamat in content/situs.yml]
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,

    /// Believe nothing that an earlier run has kept: render every page, read the whole history
    #[arg(long)]
    pub fresh: bool,

    /// Write only files whose path in the output matches; may be repeated
    ///
    /// `*` and `?` stay within a folder, `**` does not. All of content/ is checked as always.
    /// What is written is a part of the site, without manifest.json; it never replaces a whole one.
    #[arg(long, value_name = "PATTERN")]
    pub only: Vec<PathPattern>,

    /// Write the I-th of N parts of the site, from 1, for pantau merge
    ///
    /// Which files are in which part follows from their paths, on any machine. All parts must be built
    /// from the same state: give each the same --date.
    #[arg(long, value_name = "I/N", conflicts_with = "only")]
    pub shard: Option<Shard>,
}

#[derive(Clone, Debug, Args)]
pub struct Merge {
    /// Folders of all parts
    #[arg(value_name = "PART", required = true)]
    pub parts: Vec<PathBuf>,

    /// Folder to write
    #[arg(long, value_name = "DIR")]
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
pub struct Serve {
    #[command(flatten)]
    pub place: Place,

    /// Port to listen on [default: 4747, or another that is free]
    #[arg(long, value_name = "N")]
    pub port: Option<u16>,

    /// Address to listen on, for others in the office; 0.0.0.0 for all of this machine's [default: 127.0.0.1, which only this machine reaches]
    #[arg(long, value_name = "ADDRESS")]
    pub host: Option<IpAddr>,

    /// Open the site in the browser
    #[arg(long)]
    pub open: bool,
}

#[derive(Clone, Debug, Args)]
pub struct Verify {
    /// Address or folder of the published site
    #[arg(value_name = "URL-OR-DIR")]
    pub place: String,

    /// Folder that holds content/ and may hold themes/
    #[arg(long, value_name = "DIR", default_value = ".")]
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

#[derive(Clone, Debug, Args)]
pub struct Diff {
    /// What to compare with: a branch, a tag or a commit, such as origin/main
    #[arg(value_name = "BASE")]
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
pub struct Freeze {
    /// The quarter, such as 2026-tw3
    #[arg(
        value_name = "QUARTER",
        required_unless_present = "due",
        conflicts_with = "due"
    )]
    pub quarter: Option<Quarter>,

    /// Every quarter whose deadline has passed since the record began, and that is not frozen yet
    ///
    /// For a daily run. Does nothing on a site that asks for no record (catatan_sejak).
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
    #[arg(long, value_name = "OFFICIAL", requires = "reason", value_parser = official)]
    pub redact: Option<PersonId>,

    /// Why, in words that are published
    #[arg(long, value_name = "TEXT", requires = "redact", value_parser = NonEmptyStringValueParser::new())]
    pub reason: Option<String>,
}

#[derive(Clone, Debug, Args)]
pub struct Status {
    #[command(flatten)]
    pub place: Place,

    /// The quarter to look at, such as 2026-tw4 [default: the latest that has ended]
    #[arg(long = "triwulan", value_name = "QUARTER")]
    pub quarter: Option<Quarter>,

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

fn official(text: &str) -> Result<PersonId, String> {
    PersonId::new(text)
        .ok_or_else(|| "write the id of an official, as in `pejabat/<id>.yml`".into())
}

/// What `new` writes.
#[derive(Clone, Debug, Subcommand)]
pub enum New {
    /// An official: content/pejabat/ID.yml
    #[command(
        after_help = "Example:\n  pantau new pejabat --name \"dr. Sari Wulandari, M.Kes.\" --post kepala-dinas-kesehatan --inducted 2026-01-05"
    )]
    Pejabat(NewOfficial),
    /// A contract: content/kontrak/YEAR/ID.yml; what nobody has said yet stands there without a value
    #[command(
        after_help = "Until every empty place is filled in, `pantau check` names what is missing, and nothing is published.\n\nExamples:\n  pantau new kontrak\n  pantau new kontrak --post kepala-dinas-kesehatan --year 2027 --like 2026/kepala-dinas-kesehatan"
    )]
    Kontrak(NewContract),
    /// The results of a quarter: content/hasil/YEAR/twN/ID.yml for every contract in force then
    #[command(
        after_help = "Each indicator that is asked for stands there with its unit, direction, target and last value. A file of which nothing is filled in counts as no report and holds up nobody.\nWhere some data have errors, the files of contracts that need them are not written.\n\nExamples:\n  pantau new hasil --triwulan 2026-tw4\n  pantau new hasil --triwulan 2026-tw4 --contract 2026/kepala-dinas-kesehatan"
    )]
    Hasil(NewResults),
}

impl New {
    /// Which site.
    pub fn place(&self) -> &Place {
        match self {
            Self::Pejabat(options) => &options.place,
            Self::Kontrak(options) => &options.place,
            Self::Hasil(options) => &options.place,
        }
    }
}

#[derive(Clone, Debug, Args)]
pub struct NewOfficial {
    #[command(flatten)]
    pub place: Place,

    /// Name, with degrees
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,

    /// Id: the name of the file [default: from the name, without degrees]
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,

    /// Post, by its id
    #[arg(long, value_name = "ID")]
    pub post: Option<String>,

    /// definitif, plt or plh [default: definitif]
    #[arg(long, value_name = "WORD")]
    pub capacity: Option<String>,

    /// Day of induction
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub inducted: Option<String>,
}

#[derive(Clone, Debug, Args)]
pub struct NewContract {
    #[command(flatten)]
    pub place: Place,

    #[command(flatten)]
    pub party: Party,

    /// Take the indicators of an earlier contract over, such as 2026/kepala-dinas
    #[arg(long, value_name = "CONTRACT")]
    pub like: Option<String>,
}

/// Who promises what to whom.
#[derive(Clone, Debug, Args)]
pub struct Party {
    /// Post, by its id
    #[arg(long, value_name = "ID")]
    pub post: Option<String>,

    /// Who promises, by id [default: who holds the post]
    #[arg(long, value_name = "ID")]
    pub official: Option<String>,

    /// Year of the contract
    #[arg(long, value_name = "YEAR")]
    pub year: Option<String>,

    /// Regime, by its id [default: the one in force]
    #[arg(long, value_name = "ID")]
    pub regime: Option<String>,

    /// Id: the name of the file [default: the post's]
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,

    /// Number of the document
    #[arg(long, value_name = "TEXT")]
    pub number: Option<String>,

    /// Day of the signature; left empty in the file where it is not known yet
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub signed: Option<String>,
}

#[derive(Clone, Debug, Args)]
pub struct ImportPk {
    /// The spreadsheet
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    #[command(flatten)]
    pub place: Place,

    #[command(flatten)]
    pub party: Party,

    /// The sheet, by name [default: the first that has the table]
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,

    /// Which column holds what: sasaran, indikator, satuan, target, tw1 … tw4, bobot, rumus, sumber
    #[arg(long = "column", value_name = "KEY=LETTER", value_parser = column)]
    pub columns: Vec<(Column, String)>,

    /// The columns are right: don't ask
    #[arg(long)]
    pub yes: bool,
}

fn column(text: &str) -> Result<(Column, String), String> {
    let read = || {
        let (key, letters) = text.split_once('=')?;
        Some((Column::from_key(key)?, letters.to_owned()))
    };
    read().ok_or_else(|| {
        let keys = Column::ALL.map(Column::key).join(", ");
        format!("write it as target=E; the keys are {keys}")
    })
}

#[derive(Clone, Debug, Args)]
pub struct NewResults {
    #[command(flatten)]
    pub place: Place,

    /// The quarter, such as 2026-tw4 [default: the last one that is over]
    #[arg(long = "triwulan", visible_alias = "quarter", value_name = "QUARTER")]
    pub quarter: Option<Quarter>,

    /// Of this contract only, such as 2026/kepala-dinas
    #[arg(long, value_name = "CONTRACT")]
    pub contract: Option<String>,
}

#[derive(Clone, Debug, Args)]
pub struct Ci {
    /// The host, by the form of what it runs
    #[arg(value_name = "HOST", value_parser = PossibleValuesParser::new(CiHost::ALL.map(CiHost::name)))]
    pub host: String,

    /// Folder that holds content/
    #[arg(long, value_name = "DIR", default_value = ".")]
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
pub struct Formulir {
    /// The quarter, such as 2026-tw4
    #[arg(long, value_name = "QUARTER")]
    pub triwulan: Quarter,

    #[command(flatten)]
    pub place: Place,

    /// Folder to write to; other files in it stay [default: formulir in the root]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

#[derive(Clone, Debug, Args)]
pub struct Import {
    /// Filled forms, or folders of them
    #[arg(value_name = "FILES", required = true)]
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

#[derive(Clone, Debug, Args)]
pub struct Schema {
    /// Folder that holds content/
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,

    /// Folder to write to; other files in it stay [default: skema in the root]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}
