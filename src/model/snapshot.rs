//! A frozen quarter: what was known of it when its reporting deadline passed, as plain facts
//! beside the finished words in which they were told.
//!
//! Owns the file's form, its canonical text and its seal. The words are kept because later
//! formulas, formats and messages must never change what a frozen page says; nothing here makes
//! any of them.

use super::{ContractId, Date, IndicatorId, OpdId, PersonId, PostId, Quarter};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;

/// The only version of the form that there is.
pub const SNAPSHOT_FORMAT: u64 = 1;

/// `arsip/<year>-tw<n>.json`. The order of fields here is the order of keys there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    #[serde(rename = "triwulan")]
    pub quarter: Quarter,
    /// `Triwulan III 2026`
    #[serde(rename = "nama")]
    pub name: String,
    /// `TW III 2026`
    #[serde(rename = "nama_pendek")]
    pub short_name: String,
    #[serde(rename = "asal")]
    pub provenance: Provenance,
    /// The cutoff in words: `10 Oktober 2026`.
    #[serde(rename = "batas_teks")]
    pub cutoff_text: String,
    /// When the commit came to be, in words, in the government's time zone.
    #[serde(rename = "commit_teks")]
    pub committed_text: String,
    #[serde(rename = "situs")]
    pub site: FrozenSite,
    /// From the top of the government down.
    #[serde(rename = "kontrak")]
    pub contracts: Vec<FrozenContract>,
    /// Officials whose facts were taken out later.
    #[serde(rename = "dihapus")]
    pub removed: Vec<Tombstone>,
}

/// Whence a snapshot comes, and what made it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    #[serde(rename = "batas")]
    pub cutoff: Cutoff,
    /// In full, in hexadecimal.
    pub commit: String,
    #[serde(rename = "waktu_commit")]
    pub committed_at: DateTime<Utc>,
    /// The version of pantau.
    #[serde(rename = "pantau")]
    pub version: String,
}

/// The day at whose end a quarter is frozen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cutoff {
    #[serde(rename = "hari")]
    pub day: Date,
    #[serde(rename = "menurut")]
    pub basis: CutoffBasis,
}

/// What decided that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CutoffBasis {
    /// The latest reporting deadline (`batas_lapor`) of the quarter's contracts.
    #[serde(rename = "batas-lapor")]
    Deadline,
    /// No rule sets a deadline: the quarter's last day.
    #[serde(rename = "akhir-triwulan")]
    QuarterEnd,
}

impl Cutoff {
    /// Whether that day is over on `today`.
    pub fn is_over(self, today: Date) -> bool {
        self.day < today
    }

    /// The day on which things stand as they did at the end of the cutoff: the next one, since a
    /// report is late from then on.
    pub fn as_of(self) -> Date {
        self.day.succ_opt().unwrap_or(self.day)
    }
}

/// The site that published it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenSite {
    #[serde(rename = "judul")]
    pub title: String,
    #[serde(rename = "pemerintah")]
    pub government: String,
    #[serde(rename = "alamat")]
    pub base_url: String,
    #[serde(rename = "lisensi")]
    pub licence: String,
    #[serde(rename = "data_contoh")]
    pub sample_data: bool,
}

/// A value as machines read it, beside the words that a page prints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Worded {
    /// A decimal, an exact ratio `a/b`, a range `a..b`, the position of a rank, a day.
    #[serde(rename = "nilai")]
    pub value: String,
    #[serde(rename = "teks")]
    pub text: String,
}

/// A contract of the quarter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenContract {
    #[serde(rename = "kontrak")]
    pub id: ContractId,
    #[serde(rename = "pejabat")]
    pub person: PersonId,
    #[serde(rename = "nama_pejabat")]
    pub name: String,
    #[serde(rename = "jabatan")]
    pub post: PostId,
    /// `Plt. Kepala Dinas …`
    #[serde(rename = "nama_jabatan")]
    pub post_title: String,
    #[serde(rename = "kedudukan")]
    pub capacity: String,
    pub opd: Option<OpdId>,
    #[serde(rename = "nama_opd")]
    pub opd_name: Option<String>,
    /// `Kontrak Kinerja 2026`
    #[serde(rename = "sebutan")]
    pub term: String,
    #[serde(rename = "nomor")]
    pub number: Option<String>,
    #[serde(rename = "tanda_tangan")]
    pub signed: Worded,
    #[serde(rename = "putusan")]
    pub verdict: FrozenVerdict,
    #[serde(rename = "laporan")]
    pub report: FrozenReport,
    #[serde(rename = "komitmen")]
    pub indicators: Vec<FrozenIndicator>,
    /// Shown with what was reported until then, counted no more.
    #[serde(rename = "dicabut")]
    pub withdrawn: Vec<FrozenIndicator>,
}

/// Whether the promise was kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenVerdict {
    #[serde(rename = "nada")]
    pub tone: String,
    #[serde(rename = "dipenuhi")]
    pub kept: usize,
    #[serde(rename = "jatuh_tempo")]
    pub due: usize,
    #[serde(rename = "jumlah")]
    pub counts: FrozenCounts,
    #[serde(rename = "kalimat")]
    pub sentence: String,
    /// What is not kept, in words; may be empty.
    #[serde(rename = "sisanya")]
    pub rest: String,
    #[serde(rename = "tanda")]
    pub tags: Vec<FrozenTag>,
    #[serde(rename = "capaian")]
    pub achievement: FrozenAchievement,
}

/// How many commitments are in which state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenCounts {
    #[serde(rename = "tercapai")]
    pub reached: usize,
    #[serde(rename = "tidak_tercapai")]
    pub not_reached: usize,
    #[serde(rename = "sesuai_jalur")]
    pub on_track: usize,
    #[serde(rename = "di_bawah_jalur")]
    pub below_track: usize,
    #[serde(rename = "terlambat")]
    pub late: usize,
    #[serde(rename = "belum_tersedia")]
    pub unavailable: usize,
    #[serde(rename = "belum_jatuh_tempo")]
    pub not_due: usize,
}

/// The overall capaian.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenAchievement {
    /// Capped; none where nothing counts.
    #[serde(rename = "terbatas")]
    pub capped: Option<Worded>,
    #[serde(rename = "tanpa_batas")]
    pub uncapped: Option<Worded>,
    #[serde(rename = "kategori")]
    pub category: Option<String>,
    /// How many commitments count, and of how many.
    #[serde(rename = "dihitung")]
    pub counted: usize,
    #[serde(rename = "dari")]
    pub total: usize,
    /// The figure with what it leaves out.
    #[serde(rename = "kalimat")]
    pub sentence: String,
}

/// A state in a word, a mark and a tone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenTag {
    #[serde(rename = "nada")]
    pub tone: String,
    #[serde(rename = "lambang")]
    pub mark: String,
    #[serde(rename = "teks")]
    pub text: String,
}

/// What the office said in the quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenReport {
    #[serde(rename = "keadaan")]
    pub state: String,
    #[serde(rename = "tanggal")]
    pub on: Option<Date>,
    #[serde(rename = "hari_terlambat")]
    pub days_late: i64,
    /// The day on which the repository recorded it, where that is after the deadline.
    #[serde(rename = "tercatat_terlambat")]
    pub recorded_late_on: Option<Date>,
    /// Commitments that are due and not in it.
    #[serde(rename = "komitmen_tanpa_angka")]
    pub silent: usize,
    #[serde(rename = "nada")]
    pub tone: String,
    #[serde(rename = "teks")]
    pub text: String,
}

/// A commitment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenIndicator {
    pub id: IndicatorId,
    #[serde(rename = "nama")]
    pub name: String,
    #[serde(rename = "sasaran")]
    pub goal: Option<String>,
    #[serde(rename = "satuan")]
    pub unit: Option<String>,
    #[serde(rename = "arah")]
    pub direction: String,
    #[serde(rename = "akumulasi")]
    pub accumulation: String,
    #[serde(rename = "bobot")]
    pub weight: Option<Worded>,
    pub target: Worded,
    /// As signed, where an amendment changed it.
    #[serde(rename = "target_semula")]
    pub original: Option<Worded>,
    #[serde(rename = "keadaan")]
    pub state: String,
    #[serde(rename = "tanda")]
    pub tags: Vec<FrozenTag>,
    /// The sentence with the two numbers.
    #[serde(rename = "ringkasan")]
    pub summary: String,
    #[serde(rename = "sampai_kini")]
    pub to_date: Option<FrozenToDate>,
    /// Uncapped.
    #[serde(rename = "capaian")]
    pub achievement: Option<Worded>,
    #[serde(rename = "capaian_terbatas")]
    pub capped: Option<Worded>,
    #[serde(rename = "kategori")]
    pub category: Option<String>,
    /// The formula with its numbers put in.
    #[serde(rename = "perhitungan")]
    pub calculation: Option<String>,
    #[serde(rename = "catatan")]
    pub notes: Vec<FrozenNote>,
    /// Up to the frozen one.
    #[serde(rename = "triwulan")]
    pub quarters: Vec<FrozenQuarter>,
    #[serde(rename = "keterangan")]
    pub facts: Vec<FrozenFact>,
}

/// What was reached up to a quarter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenToDate {
    #[serde(rename = "sampai")]
    pub through: Quarter,
    #[serde(rename = "realisasi")]
    pub outcome: Worded,
    #[serde(rename = "target")]
    pub aim: Worded,
}

/// A quarter of a commitment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenQuarter {
    #[serde(rename = "triwulan")]
    pub quarter: Quarter,
    #[serde(rename = "nama")]
    pub name: String,
    pub target: Option<Worded>,
    #[serde(rename = "keadaan")]
    pub state: String,
    /// The reported value, or why there is none: then `nilai` is empty.
    #[serde(rename = "realisasi")]
    pub actual: Worded,
    /// The sum since January, where quarters are summed.
    #[serde(rename = "kumulatif")]
    pub running: Option<Worded>,
    #[serde(rename = "capaian")]
    pub achievement: Option<Worded>,
    #[serde(rename = "nada")]
    pub tone: String,
}

/// Something that must be seen beside the figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenNote {
    #[serde(rename = "nada")]
    pub tone: String,
    #[serde(rename = "teks")]
    pub text: String,
}

/// A term and what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenFact {
    #[serde(rename = "istilah")]
    pub term: String,
    #[serde(rename = "teks")]
    pub text: String,
}

/// In the place of an official whose facts were taken out of the snapshot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tombstone {
    #[serde(rename = "pejabat")]
    pub person: PersonId,
    #[serde(rename = "tanggal")]
    pub date: Worded,
    #[serde(rename = "alasan")]
    pub reason: String,
}

/// Why a file is no snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SnapshotError {
    /// No JSON, or not of this form; what the reader of JSON says, at a line and column.
    Form {
        reason: String,
        line: usize,
        column: usize,
    },
    /// Another version of the form.
    Format { found: String },
    /// The facts are not those that were sealed.
    Seal,
    /// The facts are, but the text is not the canonical one.
    NotCanonical,
}

impl fmt::Display for SnapshotError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form { reason, .. } => f.write_str(reason),
            Self::Format { found } => write!(f, "format {found} is not known"),
            Self::Seal => f.write_str("the facts do not fit the seal"),
            Self::NotCanonical => f.write_str("the text is not the canonical one"),
        }
    }
}

impl std::error::Error for SnapshotError {}

impl From<serde_json::Error> for SnapshotError {
    fn from(error: serde_json::Error) -> Self {
        Self::Form {
            reason: error.to_string(),
            line: error.line().max(1),
            column: error.column().max(1),
        }
    }
}

/// The file: the facts, and the seal over their canonical text.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sealed<T> {
    format: u64,
    /// SHA-256 of `isi` as `jq .isi` prints it.
    sha256: String,
    #[serde(rename = "isi")]
    body: T,
}

/// What every version of the form begins with.
#[derive(Deserialize)]
struct Envelope {
    format: serde_json::Value,
}

impl Snapshot {
    /// The file's canonical text: keys in one order, one fact per line, a line end at its end.
    pub fn to_json(&self) -> String {
        let sealed = Sealed {
            format: SNAPSHOT_FORMAT,
            sha256: self.seal(),
            body: self,
        };
        canonical(&sealed)
    }

    /// Reads a file that [`Self::to_json`] wrote, and no other.
    ///
    /// # Errors
    /// Anything else, were it one digit or one space.
    pub fn parse(bytes: &[u8]) -> Result<Self, SnapshotError> {
        let envelope: Envelope = serde_json::from_slice(bytes)?;
        if envelope.format != SNAPSHOT_FORMAT {
            let found = envelope.format.to_string();
            return Err(SnapshotError::Format { found });
        }
        let sealed: Sealed<Self> = serde_json::from_slice(bytes)?;
        if sealed.body.seal() != sealed.sha256 {
            return Err(SnapshotError::Seal);
        }
        if sealed.body.to_json().as_bytes() != bytes {
            return Err(SnapshotError::NotCanonical);
        }
        Ok(sealed.body)
    }

    /// Whose facts were taken out of a file, even one whose seal is broken; `None` where the file
    /// can't be read at all.
    pub fn tombstones_in(bytes: &[u8]) -> Option<Vec<Tombstone>> {
        let sealed: Sealed<Self> = serde_json::from_slice(bytes).ok()?;
        Some(sealed.body.removed)
    }

    /// The contracts of `person`, in the snapshot's order.
    pub fn contracts_of<'a>(
        &'a self,
        person: &'a PersonId,
    ) -> impl Iterator<Item = &'a FrozenContract> {
        let contracts = self.contracts.iter();
        contracts.filter(move |contract| contract.person == *person)
    }

    /// What stands in the place of `person`, where the facts were taken out.
    pub fn tombstone(&self, person: &PersonId) -> Option<&Tombstone> {
        self.removed.iter().find(|stone| stone.person == *person)
    }

    /// The snapshot without any fact of the official that `stone` names. What a second removal
    /// says replaces the first.
    pub fn without(mut self, stone: Tombstone) -> Self {
        self.contracts
            .retain(|contract| contract.person != stone.person);
        self.removed.retain(|other| other.person != stone.person);
        self.removed.push(stone);
        self.removed.sort_by(|a, b| a.person.cmp(&b.person));
        self
    }

    fn seal(&self) -> String {
        let digest = Sha256::digest(canonical(self).as_bytes());
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

fn canonical(value: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(value);
    let mut text = text.expect("a snapshot has neither maps with keys that are no text nor errors");
    text.push('\n');
    text
}
