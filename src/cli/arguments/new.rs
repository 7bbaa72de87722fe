//! Verbs that write new files of data: `new`, `import-pk`.

use super::Place;
use super::quarter::quarter;
use crate::agreement::Column;
use crate::model::{Quarter, Slug};
use crate::render::{DEFAULT_NAME, shipped_themes};
use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// What `new` writes.
#[derive(Clone, Debug, Subcommand)]
pub enum New {
    /// An organisation: content/opd/ID.yml
    Opd(NewOpd),
    /// A post: content/jabatan/ID.yml
    Jabatan(NewPost),
    /// An official: content/pejabat/ID.yml
    Pejabat(NewOfficial),
    /// A contract: content/kontrak/YEAR/ID.yml; what nobody has said yet stands there without a value
    Kontrak(NewContract),
    /// The results of a quarter: content/hasil/YEAR/twN/ID.yml for every contract in force then
    Hasil(NewResults),
    /// Files of a theme: themes/NAME/, as those of a shipped theme are
    Tema(NewTheme),
}

impl New {
    /// Which site.
    pub fn place(&self) -> &Place {
        match self {
            Self::Opd(options) => &options.place,
            Self::Jabatan(options) => &options.place,
            Self::Pejabat(options) => &options.place,
            Self::Kontrak(options) => &options.place,
            Self::Hasil(options) => &options.place,
            Self::Tema(options) => &options.place,
        }
    }
}

#[derive(Clone, Debug, Args)]
pub struct NewOpd {
    #[command(flatten)]
    pub place: Place,

    /// Full name
    #[arg(long)]
    pub name: Option<String>,

    /// Id: the name of the file
    #[arg(long)]
    pub id: Option<String>,

    /// Short name
    #[arg(long)]
    pub short_name: Option<String>,
}

#[derive(Clone, Debug, Args)]
pub struct NewPost {
    #[command(flatten)]
    pub place: Place,

    /// Name of the post
    #[arg(long)]
    pub name: Option<String>,

    /// Id: the name of the file
    #[arg(long)]
    pub id: Option<String>,

    /// Its organisation, by its id; a hyphen for none
    #[arg(long)]
    pub opd: Option<String>,

    /// Echelon, such as II.b
    #[arg(long)]
    pub echelon: Option<String>,

    /// The post above, by its id; a hyphen for none
    #[arg(long)]
    pub superior: Option<String>,
}

#[derive(Clone, Debug, Args)]
pub struct NewOfficial {
    #[command(flatten)]
    pub place: Place,

    /// Name, with degrees
    #[arg(long)]
    pub name: Option<String>,

    /// Id: the name of the file
    #[arg(long)]
    pub id: Option<String>,

    /// Post, by its id
    #[arg(long)]
    pub post: Option<String>,

    /// definitif, plt or plh
    #[arg(long)]
    pub capacity: Option<String>,

    /// Day of induction
    #[arg(long)]
    pub inducted: Option<String>,
}

#[derive(Clone, Debug, Args)]
pub struct NewContract {
    #[command(flatten)]
    pub place: Place,

    #[command(flatten)]
    pub party: Party,

    /// Take the indicators of an earlier contract over, such as 2026/kepala-dinas
    #[arg(long)]
    pub like: Option<String>,
}

/// Who promises what to whom.
#[derive(Clone, Debug, Args)]
pub struct Party {
    /// Post, by its id
    #[arg(long)]
    pub post: Option<String>,

    /// Who promises, by id
    #[arg(long)]
    pub official: Option<String>,

    /// Year of the contract
    #[arg(long)]
    pub year: Option<String>,

    /// Regime, by its id
    #[arg(long)]
    pub regime: Option<String>,

    /// Id: the name of the file
    #[arg(long)]
    pub id: Option<String>,

    /// Number of the document
    #[arg(long)]
    pub number: Option<String>,

    /// Day of the signature; left empty in the file where it is not known yet
    #[arg(long)]
    pub signed: Option<String>,
}

#[derive(Clone, Debug, Args)]
pub struct NewTheme {
    /// Name of the theme: that of its folder below themes/
    #[arg(value_parser = theme_name)]
    pub name: Slug,

    /// Which of its files, such as templates/official.html
    #[arg(default_value = "style.css")]
    pub files: Vec<String>,

    #[command(flatten)]
    pub place: Place,

    /// The shipped theme that they are taken from
    #[arg(long, default_value = DEFAULT_NAME, value_parser = PossibleValuesParser::new(shipped_themes()))]
    pub like: String,
}

/// Names a folder as `tema` in situs.yml can.
fn theme_name(text: &str) -> Result<Slug, &'static str> {
    Slug::new(text).ok_or("no lower-case letters, digits and hyphens alone")
}

#[derive(Clone, Debug, Args)]
pub struct ImportPk {
    /// The spreadsheet
    pub file: PathBuf,

    #[command(flatten)]
    pub place: Place,

    #[command(flatten)]
    pub party: Party,

    /// The sheet, by name
    #[arg(long)]
    pub sheet: Option<String>,

    /// Which column holds what: sasaran, indikator, satuan, target, tw1 … tw4, bobot, rumus, sumber
    #[arg(long = "column", value_parser = column)]
    pub columns: Vec<(Column, String)>,

    /// The columns are right: don't ask
    #[arg(long)]
    pub yes: bool,
}

fn column(text: &str) -> Result<(Column, String), &'static str> {
    let read = || {
        let (key, letters) = text.split_once('=')?;
        Some((Column::from_key(key)?, letters.to_owned()))
    };
    read().ok_or("no key of a column, `=`, and letters")
}

#[derive(Clone, Debug, Args)]
pub struct NewResults {
    #[command(flatten)]
    pub place: Place,

    /// The quarter, such as 2026-tw4
    #[arg(long = "triwulan", alias = "quarter", value_parser = quarter)]
    pub quarter: Option<Quarter>,

    /// Of this contract only, such as 2026/kepala-dinas
    #[arg(long)]
    pub contract: Option<String>,
}
