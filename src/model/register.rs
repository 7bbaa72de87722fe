//! The register: everything that stands in a site's sources, checked, every reference resolved.

use super::{
    Admin, ById, Contract, ContractId, Date, Evaluation, Language, OldAddress, Opd, OpdId, Person,
    PersonId, Post, PostId, Quarter, QuarterOfYear, Regime, RegimeId, Report, SigningKey, Snapshot,
    Wording,
};
use std::collections::{BTreeMap, BTreeSet};

/// A checked site. Every id that stands in it leads to an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Register {
    pub site: Site,
    pub regimes: ById<RegimeId, Regime>,
    pub opds: ById<OpdId, Opd>,
    pub posts: ById<PostId, Post>,
    pub people: ById<PersonId, Person>,
    pub contracts: ById<ContractId, Contract>,
    pub reports: ById<(ContractId, Quarter), Report>,
    /// By the contract in whose file they stand, in the file's order.
    pub evaluations: ById<ContractId, Vec<Evaluation>>,
    /// By slug, then language.
    pub pages: BTreeMap<String, BTreeMap<Language, PlainPage>>,
    /// `arsip/<year>-tw<n>.json`: quarters as they were frozen.
    pub archives: BTreeMap<Quarter, Snapshot>,
    /// Paths below `content/` of files in `media/`.
    pub media: BTreeSet<String>,
}

impl Register {
    pub fn regime_of(&self, contract: &Contract) -> &Regime {
        &self.regimes[&contract.regime]
    }

    pub fn opd_of(&self, post: &PostId) -> Option<&Opd> {
        self.posts[post].opd.as_ref().map(|id| &self.opds[id])
    }

    /// The reports of a contract, for whoever asks for several of them.
    pub fn reports_of<'r>(&'r self, contract: &'r ContractId) -> ReportsOf<'r> {
        let own = QuarterOfYear::ALL.map(|of_year| {
            let quarter = Quarter::new(contract.year, of_year);
            self.reports.get(&(contract.clone(), quarter))
        });
        ReportsOf {
            all: &self.reports,
            contract,
            own,
        }
    }

    /// The contracts of `person`, by year, then stem.
    pub fn contracts_of<'a>(&'a self, person: &'a PersonId) -> impl Iterator<Item = &'a Contract> {
        self.contracts.values().filter(move |c| c.person == *person)
    }

    /// The tenure a contract was signed in, by its place among the person's: the one that covers
    /// the start of the period, else the signature, else any day of the period.
    pub fn tenure_of(&self, contract: &Contract) -> Option<usize> {
        let tenures = &self.people.get(&contract.person)?.tenures;
        let covering = |start: Date, end: Date| {
            tenures.iter().position(|tenure| {
                tenure.post == contract.post
                    && tenure.capacity == contract.capacity
                    && tenure.covers(start, end)
            })
        };
        let (period, signed) = (contract.period, contract.signed);
        covering(period.start, period.start)
            .or_else(|| covering(signed, signed))
            .or_else(|| covering(period.start, period.end))
    }

    /// Whether the site has social cards. Left to itself, it has as long as it has at most
    /// [`SOCIAL_CARDS_UP_TO`] officials with a contract: drawing takes far longer than writing pages.
    pub fn has_social_cards(&self) -> bool {
        let chosen = self.site.social_cards;
        chosen.unwrap_or_else(|| self.officials() <= SOCIAL_CARDS_UP_TO)
    }

    /// Whether commitments can be shown on other sites. Left to itself, they can as long as there are
    /// at most [`EMBEDS_UP_TO`] officials with a contract: each commitment has six files.
    pub fn has_embeds(&self) -> bool {
        let chosen = self.site.embeds;
        chosen.unwrap_or_else(|| self.officials() <= EMBEDS_UP_TO)
    }

    /// How many people have a contract.
    fn officials(&self) -> usize {
        let people = self.contracts.values().map(|contract| &contract.person);
        people.collect::<BTreeSet<_>>().len()
    }

    /// The languages the site speaks, the one at its root (Indonesian) first.
    pub fn languages(&self) -> &[Language] {
        &self.site.languages
    }
}

/// The reports of one contract. Those of its own year, for which it is asked again and again, stand ready.
#[derive(Clone, Copy, Debug)]
pub struct ReportsOf<'r> {
    all: &'r ById<(ContractId, Quarter), Report>,
    contract: &'r ContractId,
    own: [Option<&'r Report>; 4],
}

impl<'r> ReportsOf<'r> {
    /// The report of `quarter`.
    pub fn of(&self, quarter: Quarter) -> Option<&'r Report> {
        if quarter.year == self.contract.year {
            return self.own[quarter.of_year as usize];
        }
        self.all.get(&(self.contract.clone(), quarter))
    }
}

/// Officials with a contract for whom social cards are drawn without being asked for.
pub const SOCIAL_CARDS_UP_TO: usize = 2_000;

/// Officials with a contract whose commitments can be shown elsewhere without being asked for.
pub const EMBEDS_UP_TO: usize = 2_000;

/// `situs.yml`.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    pub title: Wording,
    pub government: Wording,
    pub base_url: BaseUrl,
    pub time_zone: chrono_tz::Tz,
    /// SPDX id, e.g. `CC-BY-4.0`.
    pub licence: String,
    /// Where the public complains (SP4N-LAPOR).
    pub complaints_url: Option<String>,
    /// The office's own address for errors.
    pub contact: String,
    pub repository: Option<String>,
    /// `tautan_commit`: the address of a commit, with [`COMMIT`] in the place of its name.
    pub commit_pattern: Option<String>,
    /// `catatan_sejak`: since when changes are judged. `None`: changes are not recorded.
    pub recorded_since: Option<Date>,
    /// `kunci`: by these keys a signed commit is told to be the office's own.
    pub signing_keys: Vec<SigningKey>,
    /// `data_contoh`: people and figures are invented; every page says so.
    pub sample_data: bool,
    /// `luring`: visited pages can be read without a network.
    pub offline: bool,
    /// `kartu_media_sosial`: whether pictures are drawn for messengers. `None`: as
    /// [`Register::has_social_cards`] has it.
    pub social_cards: Option<bool>,
    /// `sematan`: whether commitments can be shown on other sites. `None`: as
    /// [`Register::has_embeds`] has it.
    pub embeds: Option<bool>,
    /// `admin`: the web form for staff, if the site has one.
    pub admin: Option<Admin>,
    /// `keamanan`: what `security.txt` says, if the site has one.
    pub security: Option<Security>,
    /// Indonesian first, never empty.
    pub languages: Vec<Language>,
    pub theme: String,
    /// `alamat_lama`, in the file's order; none leads to another.
    pub old_addresses: Vec<OldAddress>,
}

/// Where holes in the security of a site are reported (RFC 9116).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Security {
    /// A web address. `None`: the office's own address for errors.
    pub contact: Option<String>,
    /// The last day on which this holds.
    pub expires: Date,
    /// The address of the rules for reports.
    pub policy: Option<String>,
    /// The address of a public key.
    pub encryption: Option<String>,
}

/// What stands in a pattern for the name of a commit.
pub const COMMIT: &str = "{commit}";

/// Where a site is published: origin, and a path that begins and ends with `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    origin: String,
    path: String,
}

impl BaseUrl {
    /// Browsers and QR codes take no endless addresses, and those of pages are longer than this.
    pub const MOST_BYTES: usize = 1_000;

    /// Reads `https://host[:port]/path/`; a missing last slash is added. `None` for anything
    /// but http and https, for an empty host, a query, a fragment, characters that would need
    /// escaping, or more than [`Self::MOST_BYTES`].
    pub fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let host_ok = |b: u8| b.is_ascii_alphanumeric() || b".-:[]".contains(&b);
        let path_ok = |b: u8| b.is_ascii_alphanumeric() || b"-._~/".contains(&b);
        let clean = matches!(scheme, "http" | "https")
            && text.len() <= Self::MOST_BYTES
            && !host.is_empty()
            && host.bytes().all(host_ok)
            && path.bytes().all(path_ok)
            && !path.split('/').any(|part| part == "..");
        let path = path.trim_matches('/');
        clean.then(|| Self {
            origin: format!("{scheme}://{host}"),
            path: if path.is_empty() {
                "/".into()
            } else {
                format!("/{path}/")
            },
        })
    }

    /// Scheme and host, without a slash at the end.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// `/` or `/some/path/`.
    pub fn path(&self) -> &str {
        &self.path
    }
}

/// `halaman/<slug>.md`.
#[derive(Clone, Debug, PartialEq)]
pub struct PlainPage {
    pub title: String,
    /// `urutan`: place among the site's plain pages.
    pub order: u32,
    pub body: super::Markdown,
}

impl PlainPage {
    /// Names that plain pages can't have: other pages and files stand at these addresses, or
    /// will.
    pub const RESERVED: [&str; 16] = [
        "admin",
        "arsip",
        "aset",
        "cari",
        "data",
        "en",
        "evaluasi",
        "jabatan",
        "media",
        "metode",
        "opd",
        "pejabat",
        "perubahan",
        "pohon-kinerja",
        "sematkan",
        "triwulan",
    ];
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[test]
    fn a_base_url_has_an_origin_and_a_path_between_slashes() {
        let cases = [
            ("https://a.go.id/", Some(("https://a.go.id", "/"))),
            ("https://a.go.id", Some(("https://a.go.id", "/"))),
            (
                "http://u.host:8080/repo",
                Some(("http://u.host:8080", "/repo/")),
            ),
            ("https://u.host/a/b/", Some(("https://u.host", "/a/b/"))),
            ("ftp://a/", None),
            ("https:///x", None),
            ("https://a/../b", None),
            ("https://a/?q", None),
            ("a.go.id", None),
        ];
        for (text, expected) in cases {
            let url = BaseUrl::parse(text);
            let parts = url.as_ref().map(|u| (u.origin(), u.path()));
            assert_eq!(parts, expected, "{text}");
        }
    }
}
