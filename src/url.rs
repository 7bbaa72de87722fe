//! The one place that knows addresses: which path a page has, and how pages link to each other.
//!
//! Addresses follow from ids, so they stay for ever. Nothing else may put a path together.

mod admin;
mod embed;
mod following;
mod media_type;

pub use admin::{AdminFile, BESIDE_PAGES, CMS_FOLDER, CMS_START, Desk};
pub use embed::{EMBEDS, Embed, EmbedName, PictureFile, embeds_of_official, may_be_framed, oembed};
pub use following::Following;
pub use media_type::media_type;

use crate::model::{
    BaseUrl, COMMIT, ContractId, IndicatorId, Language, OpdId, PersonId, PostId, Quarter, Register,
    SitePath,
};
use crate::record::EventGroup;
use crate::search::Letter;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::borrow::Cow;

/// The folder of the English pages.
const ENGLISH: &str = "en/";
/// The name of every social card.
const SOCIAL_CARD: &str = "kartu.png";
/// The style sheet of frozen pages, in the version of their templates.
pub const ARCHIVE_STYLE: &str = "arsip/v1.css";

/// Where reporters of holes look, of a site at the root of its host (RFC 9116, 3).
pub const SECURITY_TEXT: &str = ".well-known/security.txt";

/// What an HTML page is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Home,
    /// A person: the current contracts in full.
    Official(PersonId),
    /// A person's contracts of one year.
    OfficialYear(PersonId, i32),
    /// The report card (rapor) of a person's contracts of one year.
    OfficialCard(PersonId, i32),
    Post(PostId),
    /// All organisations.
    Opds,
    Opd(OpdId),
    /// The report card (rapor) of an organisation's contracts of one year.
    OpdCard(OpdId, i32),
    /// All quarters.
    Quarters,
    Quarter(Quarter),
    /// Decisions and the calendar of evaluations.
    Evaluations,
    /// The register of changes.
    Changes,
    /// The changes of one group of kinds.
    ChangesOf(EventGroup),
    /// The cascade of the current year.
    Tree,
    TreeYear(i32),
    Method,
    /// What the files of facts are and how to use them.
    Data,
    /// Search; without scripts, and before anything is asked, an index of names.
    Search,
    /// The officials of one letter, where there are too many for one page.
    SearchLetter(Letter),
    /// All commitments of a person and a year, with what it takes to show each on another site.
    Embeds(PersonId, i32),
    /// A commitment for a frame on another site.
    Embed(Embed),
    /// All frozen quarters. Frozen pages stand in Indonesian only: they are written once.
    Archive,
    /// A quarter as it was frozen.
    ArchiveQuarter(Quarter),
    /// A person's contracts of a year, as they stood when the quarter was frozen.
    ArchiveOfficial(Quarter, PersonId),
    /// `halaman/<slug>.md`
    Plain(String),
    /// Where a page stood that moved or was withdrawn.
    Old(SitePath),
    NotFound,
}

/// What a social card is about: the picture that messengers show beside a shared link. Each is
/// written once, in Indonesian, for the pages of every language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SocialSubject {
    /// The site as a whole.
    Site,
    /// A person's current contracts.
    Official(PersonId),
    /// A person's contracts of one year.
    OfficialYear(PersonId, i32),
}

impl SocialSubject {
    /// The file it is written to, below the output directory.
    pub fn file(&self) -> String {
        let subject = match self {
            Self::Site => Subject::Home,
            Self::Official(person) => Subject::Official(person.clone()),
            Self::OfficialYear(person, year) => Subject::OfficialYear(person.clone(), *year),
        };
        let page = Address::new(Language::Indonesian, subject);
        format!("{}{SOCIAL_CARD}", page.folder())
    }
}

/// An HTML page in a language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    pub language: Language,
    pub subject: Subject,
}

impl Subject {
    /// Whether it is a frozen page, which no theme renders and no language but Indonesian has.
    pub fn is_archive(&self) -> bool {
        matches!(
            self,
            Self::Archive | Self::ArchiveQuarter(_) | Self::ArchiveOfficial(..)
        )
    }
}

impl Subject {
    /// The card that messengers show beside a link to the page. Nobody shares one that leads
    /// elsewhere, and frozen pages stay as they are.
    pub fn social(&self) -> Option<SocialSubject> {
        match self {
            Self::Old(_) | Self::NotFound | Self::Embed(_) => None,
            subject if subject.is_archive() => None,
            Self::Official(person) => Some(SocialSubject::Official(person.clone())),
            Self::OfficialYear(person, year)
            | Self::OfficialCard(person, year)
            | Self::Embeds(person, year) => {
                Some(SocialSubject::OfficialYear(person.clone(), *year))
            }
            _ => Some(SocialSubject::Site),
        }
    }
}

impl Address {
    pub fn new(language: Language, subject: Subject) -> Self {
        Self { language, subject }
    }

    /// What stood at `path` in `language`. A path names a page in every language, but one below
    /// `en/` the English page alone.
    pub fn old(path: &SitePath, language: Language) -> Option<Self> {
        let below = path.as_str().strip_prefix(ENGLISH);
        let own = match (below, language) {
            (Some(_), Language::Indonesian) => None,
            (Some(below), Language::English) => SitePath::new(below),
            (None, _) => Some(path.clone()),
        };
        own.map(|path| Self::new(language, Subject::Old(path)))
    }

    /// What follows `old` in this page's folder; `None` where the page is not below it.
    pub fn rest_below(&self, old: &SitePath) -> Option<String> {
        let folder = self.folder();
        let in_every_language = folder.strip_prefix(ENGLISH).unwrap_or(&folder);
        let rest = old.rest(&folder).or_else(|| old.rest(in_every_language));
        rest.map(str::to_owned)
    }

    /// The same page in another language.
    pub fn in_language(&self, language: Language) -> Self {
        Self::new(language, self.subject.clone())
    }

    /// The file it is written to, below the output directory.
    pub fn file(&self) -> String {
        let folder = self.folder();
        match self.subject {
            Subject::NotFound => format!("{folder}404.html"),
            _ => index_of(&folder),
        }
    }

    /// The address below the site's root, without a slash at its beginning.
    fn location(&self) -> String {
        match self.subject {
            Subject::NotFound => self.file(),
            _ => self.folder(),
        }
    }

    /// Its folder below the site's root: empty, or ending with a slash.
    pub fn folder(&self) -> String {
        let prefix = match self.language {
            Language::Indonesian => "",
            Language::English => ENGLISH,
        };
        match &self.subject {
            Subject::Home | Subject::NotFound => prefix.to_owned(),
            Subject::Official(person) => format!("{prefix}pejabat/{person}/"),
            Subject::OfficialYear(person, year) => format!("{prefix}pejabat/{person}/{year}/"),
            Subject::OfficialCard(person, year) => {
                format!("{prefix}pejabat/{person}/{year}/rapor/")
            }
            Subject::Post(post) => format!("{prefix}jabatan/{post}/"),
            Subject::Opds => prefix.to_owned() + "opd/",
            Subject::Opd(opd) => format!("{prefix}opd/{opd}/"),
            Subject::OpdCard(opd, year) => format!("{prefix}opd/{opd}/{year}/rapor/"),
            Subject::Quarters => prefix.to_owned() + "triwulan/",
            Subject::Quarter(quarter) => format!("{prefix}triwulan/{quarter}/"),
            Subject::Evaluations => prefix.to_owned() + "evaluasi/",
            Subject::Changes => prefix.to_owned() + "perubahan/",
            Subject::ChangesOf(group) => format!("{prefix}perubahan/{}/", group_folder(*group)),
            Subject::Tree => prefix.to_owned() + "pohon-kinerja/",
            Subject::TreeYear(year) => format!("{prefix}pohon-kinerja/{year}/"),
            Subject::Method => prefix.to_owned() + "metode/",
            Subject::Data => prefix.to_owned() + "data/",
            Subject::Search => prefix.to_owned() + "cari/",
            Subject::SearchLetter(letter) => format!("{prefix}cari/{}/", letter_folder(*letter)),
            Subject::Embeds(person, year) => {
                prefix.to_owned() + &embed::embeds_folder(person, *year)
            }
            Subject::Embed(embed) => prefix.to_owned() + &embed.folder(),
            Subject::Archive => prefix.to_owned() + "arsip/",
            Subject::ArchiveQuarter(quarter) => format!("{prefix}arsip/{quarter}/"),
            Subject::ArchiveOfficial(quarter, person) => {
                format!("{prefix}arsip/{quarter}/pejabat/{person}/")
            }
            Subject::Plain(slug) => format!("{prefix}{slug}/"),
            Subject::Old(path) => format!("{prefix}{path}"),
        }
    }
}

fn letter_folder(letter: Letter) -> String {
    match letter {
        Letter::Latin(c) => c.to_string(),
        Letter::Other => "lain".to_owned(),
    }
}

/// The anchor of a letter on the page that has them all.
pub fn letter_anchor(letter: Letter) -> String {
    letter_folder(letter)
}

fn group_folder(group: EventGroup) -> &'static str {
    match group {
        EventGroup::Silent => "tanpa-keterangan",
        EventGroup::Amendments => "adendum",
        EventGroup::Revisions => "revisi",
        EventGroup::Others => "lain",
    }
}

/// A file of the theme that is published as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asset {
    /// What every page looks like.
    Style,
    /// What only pages that look at much at once have: lists with filters, heat maps, trees, search,
    /// report cards.
    OverviewStyle,
    /// What is other on paper.
    PrintStyle,
    /// What stands in frames of other sites.
    EmbedStyle,
    /// Filter and sort of lists and tables.
    ListScript,
    /// Search.
    SearchScript,
    /// Has the browser keep visited pages.
    OfflineScript,
    /// Keeps them. It must stand above all pages: a service worker serves what is below it alone.
    ServiceWorker,
    /// Starts the web form for staff.
    AdminScript,
}

impl Asset {
    const ALL: [Self; 9] = [
        Self::Style,
        Self::OverviewStyle,
        Self::PrintStyle,
        Self::EmbedStyle,
        Self::ListScript,
        Self::SearchScript,
        Self::OfflineScript,
        Self::ServiceWorker,
        Self::AdminScript,
    ];

    /// Those that a site publishes.
    pub fn of(register: &Register) -> impl Iterator<Item = Self> {
        let (offline, embeds) = (register.site.offline, register.has_embeds());
        let has_form = register.site.admin.is_some();
        Self::ALL.into_iter().filter(move |asset| match asset {
            Self::OfflineScript | Self::ServiceWorker => offline,
            Self::EmbedStyle => embeds,
            Self::AdminScript => has_form,
            _ => true,
        })
    }

    /// Where it stands below the output directory.
    pub fn file(self) -> &'static str {
        match self {
            Self::Style => "aset/gaya.css",
            Self::OverviewStyle => "aset/ikhtisar.css",
            Self::PrintStyle => "aset/cetak.css",
            Self::EmbedStyle => "aset/sematan.css",
            Self::ListScript => "aset/daftar.js",
            Self::OfflineScript => "aset/luring.js",
            Self::ServiceWorker => "luring.js",
            Self::AdminScript => "admin/mulai.js",
            Self::SearchScript => "aset/cari.js",
        }
    }
}

/// Where the files of the search index stand. The script that reads them knows their names too.
pub const SEARCH_INDEX: &str = "aset/cari/";

/// A file of the search index. It is written once for all languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SearchFile {
    Manifest,
    /// Which entries have which words, by number of the file.
    Terms(usize),
    /// What is shown of entries, by number of the file.
    Entries(usize),
}

impl SearchFile {
    /// Where it stands below the output directory.
    pub fn file(self) -> String {
        match self {
            Self::Manifest => format!("{SEARCH_INDEX}indeks.txt"),
            Self::Terms(number) => format!("{SEARCH_INDEX}kata-{number}.txt"),
            Self::Entries(number) => format!("{SEARCH_INDEX}entri-{number}.txt"),
        }
    }
}

/// A file of facts for other programs. Each is written once, for all languages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataFile {
    /// All facts of a page, beside it.
    PageJson(Subject),
    /// Its commitments quarter by quarter, beside it.
    PageCsv(Subject),
    /// A table of the whole site, by the table's name in files.
    Table(&'static str, TableForm),
    /// All tables as one document.
    Json,
    /// All tables as an Excel workbook.
    Workbook,
    /// What the files are (Frictionless Data Package, version 2).
    Package,
    /// The same for catalogues of data (DCAT, version 3, as JSON-LD).
    Catalogue,
}

/// In which form a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TableForm {
    Csv,
    JsonLines,
    Parquet,
}

impl TableForm {
    pub const ALL: [Self; 3] = [Self::Csv, Self::JsonLines, Self::Parquet];

    /// How the names of its files end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::JsonLines => "jsonl",
            Self::Parquet => "parquet",
        }
    }
}

impl DataFile {
    /// Where it stands below the output directory.
    pub fn file(&self) -> String {
        let subject = match self {
            Self::PageJson(subject) | Self::PageCsv(subject) => subject.clone(),
            Self::Table(..) | Self::Json | Self::Workbook | Self::Package | Self::Catalogue => {
                Subject::Data
            }
        };
        let page = Address::new(Language::Indonesian, subject);
        format!("{}{}", page.folder(), self.name())
    }

    /// Its name within its folder.
    pub fn name(&self) -> String {
        match self {
            Self::PageJson(_) => "index.json".to_owned(),
            Self::PageCsv(_) => "indikator.csv".to_owned(),
            Self::Table(name, form) => format!("{name}.{}", form.extension()),
            Self::Json => "pantau.json".to_owned(),
            Self::Workbook => "pantau.xlsx".to_owned(),
            Self::Package => "datapackage.json".to_owned(),
            Self::Catalogue => "dcat.jsonld".to_owned(),
        }
    }

    /// The media type that a server names and descriptions state.
    pub fn media_type(&self) -> &'static str {
        media_type(&self.name())
    }
}

/// Where the QR code of the pages about `subject` stands: an official's page of a year and its
/// report card share one.
pub fn qr_code(subject: &Subject) -> Option<String> {
    match subject {
        Subject::OfficialYear(person, year) | Subject::OfficialCard(person, year) => {
            Some(format!("pejabat/{person}/{year}/qr.svg"))
        }
        Subject::OpdCard(opd, year) => Some(format!("opd/{opd}/{year}/qr.svg")),
        _ => None,
    }
}

/// The file of the page that stands at a folder.
pub fn index_of(folder: &str) -> String {
    format!("{folder}index.html")
}

/// Turns addresses into links for one site.
#[derive(Clone, Debug)]
pub struct Urls<'a> {
    base: &'a BaseUrl,
}

impl<'a> Urls<'a> {
    pub fn new(base: &'a BaseUrl) -> Self {
        Self { base }
    }

    /// A link within the site: root-relative, with the base URL's path, so that it works on any
    /// host.
    pub fn link(&self, address: &Address) -> String {
        format!("{}{}", self.base.path(), address.location())
    }

    /// The address with its host, for `canonical`, sitemaps and citations.
    pub fn absolute(&self, address: &Address) -> String {
        self.with_origin(&self.link(address))
    }

    /// The absolute address behind a link within the site.
    pub fn with_origin(&self, link: &str) -> String {
        format!("{}{link}", self.base.origin())
    }

    /// What linked data call the government whose site it is (an IRI, which leads to the home page).
    pub fn government_id(&self) -> String {
        let home = Address::new(Language::Indonesian, Subject::Home);
        format!("{}#pemerintah", self.absolute(&home))
    }

    /// A link to a file that is not an HTML page (style sheet, photo, document).
    pub fn file(&self, path: &str) -> String {
        format!("{}{}", self.base.path(), encode_path(path))
    }

    /// The absolute address of such a file.
    pub fn absolute_file(&self, path: &str) -> String {
        format!("{}{}", self.base.origin(), self.file(path))
    }

    /// The absolute address of a social card. A `version` makes messengers fetch one that has
    /// changed anew: they keep what they have seen at an address.
    pub fn social_card(&self, subject: &SocialSubject, version: Option<&str>) -> String {
        let version = version.map(|version| format!("?v={version}"));
        format!(
            "{}{}",
            self.absolute_file(&subject.file()),
            version.unwrap_or_default()
        )
    }

    /// A name for `thing` that no other site has, as the UID of an event wants it (RFC 7986).
    pub fn global_name(&self, thing: &str) -> String {
        let origin = self.base.origin();
        let host = origin.split_once("://").map_or(origin, |(_, host)| host);
        format!("{thing}@{host}{}", self.base.path().trim_end_matches('/'))
    }

    /// The address of `contact`, whatever a hand has written there.
    pub fn mail_to(&self, contact: &str) -> String {
        let parts: Vec<String> = contact.trim().split('@').map(encode_component).collect();
        format!("mailto:{}", parts.join("@"))
    }

    /// A mail to `contact` about the page at `address`, with subject and text filled in.
    pub fn mail(&self, contact: &str, subject: &str, body: &str) -> String {
        let (subject, body) = (encode_component(subject), encode_component(body));
        format!("mailto:{contact}?subject={subject}&body={body}")
    }
}

/// The anchor of an indicator on a page that may hold several contracts. It names the contract,
/// so that a later contract moves no anchor.
pub fn indicator_anchor(contract: &ContractId, indicator: &IndicatorId) -> String {
    format!("{}/{indicator}", contract.stem)
}

/// The anchor of one quarter of an indicator.
pub fn quarter_anchor(contract: &ContractId, indicator: &IndicatorId, quarter: Quarter) -> String {
    format!(
        "{}/{}",
        indicator_anchor(contract, indicator),
        quarter.of_year.key()
    )
}

/// The anchor of what happened to a contract since it was signed. The colon stands in no id.
pub fn changes_anchor(contract: &ContractId) -> String {
    format!("{}:perubahan", contract.stem)
}

/// The id of an indicator's chart: an XML name, as SVG wants it.
pub fn chart_id(contract: &ContractId, indicator: &IndicatorId) -> String {
    format!("c-{}.{indicator}", contract.stem)
}

/// The anchor of a table on the page about the files of facts.
pub fn data_anchor(name: &str) -> String {
    format!("tabel-{}", name.replace('.', "-"))
}

/// The anchor of a contract on its official's page.
pub fn contract_anchor(contract: &ContractId) -> String {
    contract.stem.to_string()
}

/// A reference to a file on this machine by its path relative to the reader's folder, with `/`
/// between its parts.
pub fn relative_reference(path: &str) -> String {
    encode_path(path)
}

/// The URI of a file on this machine by its absolute path (RFC 8089), with `/` between its parts.
pub fn file_uri(path: &str) -> String {
    format!("file:///{}", encode_path(path.trim_start_matches('/')))
}

/// The anchor of a contract's line of evaluations. The colon stands in no id, so no indicator's
/// anchor is the same.
pub fn tenure_anchor(contract: &ContractId) -> String {
    format!("{}:evaluasi", contract.stem)
}

/// Where a page says how to cite it. As [`tenure_anchor`], no other anchor is the same.
pub const CITATION_ANCHOR: &str = ":kutip";

/// The address of `commit` on the site that hosts the repository, where that is said or sure.
pub fn commit_link(site: &crate::model::Site, commit: &str) -> Option<String> {
    match (&site.commit_pattern, &site.repository) {
        (Some(pattern), _) => Some(pattern.replace(COMMIT, commit)),
        (None, Some(repository)) => commit_at(repository, commit),
        (None, None) => None,
    }
}

/// As the known hosts of git have it.
fn commit_at(repository: &str, commit: &str) -> Option<String> {
    let (_, rest) = repository.split_once("://")?;
    let (host, path) = rest.split_once('/')?;
    let path = path.trim_end_matches('/');
    if path.is_empty() || rest.contains(['?', '#', '@']) {
        return None;
    }
    let host = host.to_ascii_lowercase();
    let folder = path.split_once('/').map_or("", |(first, _)| first);
    let way = way_to_commit(&host, &folder.to_ascii_lowercase())?;
    let whole = repository.trim_end_matches('/');
    // cgit alone takes the name of the folder on its disk.
    let named = match way {
        CGIT => whole,
        _ => whole.strip_suffix(".git").unwrap_or(whole),
    };
    Some(format!("{named}{way}{commit}"))
}

/// What stands between a repository and a commit's name.
const CGIT: &str = "/commit/?id=";

/// `folder` is the first of a path of several: some hosts stand below one.
fn way_to_commit(host: &str, folder: &str) -> Option<&'static str> {
    let is = |name: &str| host.split('.').any(|part| part == name) || folder == name;
    let same = ["github", "codeberg", "gitea", "forgejo"];
    match host {
        "git.sr.ht" => Some("/commit/"),
        "bitbucket.org" => Some("/commits/"),
        _ if same.iter().any(|name| is(name)) => Some("/commit/"),
        _ if is("gitlab") => Some("/-/commit/"),
        _ if is("cgit") => Some(CGIT),
        _ => None,
    }
}

/// Everything but what RFC 3986 calls unreserved.
const COMPONENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');
const PATH: &AsciiSet = &COMPONENT.remove(b'/');

/// An anchor as it stands behind `#` in an absolute address.
pub fn fragment(anchor: &str) -> String {
    encode_path(anchor)
}

fn encode_path(path: &str) -> String {
    // Most paths have nothing to encode, which is seen in one look.
    Cow::from(utf8_percent_encode(path, PATH)).into_owned()
}

fn encode_component(text: &str) -> String {
    utf8_percent_encode(text, COMPONENT).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{PlainPage, QuarterOfYear, Slug};

    fn address(language: Language, subject: Subject) -> Address {
        Address::new(language, subject)
    }

    #[test]
    fn a_file_on_this_machine_is_named_by_a_uri() {
        assert_eq!(
            relative_reference("kita/content/opd/Dinas, 100%: é.yml"),
            "kita/content/opd/Dinas%2C%20100%25%3A%20%C3%A9.yml"
        );
        assert_eq!(file_uri("/srv/a b/c.yml"), "file:///srv/a%20b/c.yml");
        assert_eq!(file_uri("C:/a/c.yml"), "file:///C%3A/a/c.yml");
    }

    #[test]
    fn a_page_has_one_file_and_one_link_that_work_below_a_path() {
        let person = PersonId::new("ratna").unwrap();
        let quarter = Quarter::new(2026, QuarterOfYear::Tw3);
        let (id, en) = (Language::Indonesian, Language::English);
        let cases = [
            (address(id, Subject::Home), "index.html", "/repo/"),
            (address(en, Subject::Home), "en/index.html", "/repo/en/"),
            (
                address(id, Subject::OfficialYear(person, 2026)),
                "pejabat/ratna/2026/index.html",
                "/repo/pejabat/ratna/2026/",
            ),
            (
                address(en, Subject::Quarter(quarter)),
                "en/triwulan/2026-tw3/index.html",
                "/repo/en/triwulan/2026-tw3/",
            ),
            (
                address(
                    en,
                    Subject::OfficialCard(PersonId::new("ratna").unwrap(), 2026),
                ),
                "en/pejabat/ratna/2026/rapor/index.html",
                "/repo/en/pejabat/ratna/2026/rapor/",
            ),
            (
                address(id, Subject::OpdCard(OpdId::new("dinas").unwrap(), 2026)),
                "opd/dinas/2026/rapor/index.html",
                "/repo/opd/dinas/2026/rapor/",
            ),
            (
                address(
                    id,
                    Subject::ArchiveOfficial(quarter, PersonId::new("ratna").unwrap()),
                ),
                "arsip/2026-tw3/pejabat/ratna/index.html",
                "/repo/arsip/2026-tw3/pejabat/ratna/",
            ),
            (address(id, Subject::NotFound), "404.html", "/repo/404.html"),
        ];
        let base = BaseUrl::parse("https://user.host/repo").unwrap();
        for (address, file, link) in cases {
            assert_eq!(address.file(), file);
            assert_eq!(Urls::new(&base).link(&address), link);
            assert_eq!(
                Urls::new(&base).absolute(&address),
                format!("https://user.host{link}")
            );
        }
    }

    #[test]
    fn no_plain_page_can_take_the_place_of_another() {
        let slug = |text: &str| Slug::new(text).unwrap();
        let quarter = Quarter::new(2026, QuarterOfYear::Tw3);
        let others = [
            Subject::Official(PersonId(slug("a"))),
            Subject::Post(PostId(slug("a"))),
            Subject::Opds,
            Subject::Quarters,
            Subject::Quarter(quarter),
            Subject::Evaluations,
            Subject::Changes,
            Subject::ChangesOf(EventGroup::Silent),
            Subject::Tree,
            Subject::TreeYear(2026),
            Subject::Method,
            Subject::Search,
            Subject::SearchLetter(Letter::Other),
            Subject::Embeds(PersonId(slug("a")), 2026),
            Subject::Archive,
            Subject::ArchiveQuarter(quarter),
        ];
        for subject in others {
            let location = address(Language::Indonesian, subject).location();
            let first = location.split('/').next().unwrap();
            assert!(PlainPage::RESERVED.contains(&first), "{location}");
        }
    }

    #[test]
    fn a_commit_is_found_where_its_host_is_known() {
        let table = [
            ("https://github.com/a/b", "https://github.com/a/b/commit/1f"),
            (
                "https://github.com/a/b.git/",
                "https://github.com/a/b/commit/1f",
            ),
            (
                "https://github.com/a/gitlab",
                "https://github.com/a/gitlab/commit/1f",
            ),
            (
                "https://gitlab.com/a/b/c",
                "https://gitlab.com/a/b/c/-/commit/1f",
            ),
            (
                "https://GitLab.a.go.id/a/b.git",
                "https://GitLab.a.go.id/a/b/-/commit/1f",
            ),
            (
                "https://a.go.id/gitlab/a/b",
                "https://a.go.id/gitlab/a/b/-/commit/1f",
            ),
            (
                "https://codeberg.org/a/b",
                "https://codeberg.org/a/b/commit/1f",
            ),
            (
                "https://forgejo.a.go.id:3000/a/b",
                "https://forgejo.a.go.id:3000/a/b/commit/1f",
            ),
            (
                "https://a.go.id/gitea/a/b",
                "https://a.go.id/gitea/a/b/commit/1f",
            ),
            (
                "https://bitbucket.org/a/b",
                "https://bitbucket.org/a/b/commits/1f",
            ),
            ("https://git.sr.ht/~a/b", "https://git.sr.ht/~a/b/commit/1f"),
            (
                "https://cgit.a.go.id/b.git",
                "https://cgit.a.go.id/b.git/commit/?id=1f",
            ),
            (
                "https://a.go.id/cgit/b.git/",
                "https://a.go.id/cgit/b.git/commit/?id=1f",
            ),
        ];
        for (repository, commit) in table {
            assert_eq!(commit_at(repository, "1f").as_deref(), Some(commit));
        }
        for unsure in [
            "https://git.a.go.id/a/b",
            "https://a.go.id/a/gitlab",
            "https://notgitlab.id/a/b",
            "https://github.com",
            "https://github.com/",
            "https://github.com/a/b?x=1",
            "https://github.com@a.id/a/b",
        ] {
            assert_eq!(commit_at(unsure, "1f"), None, "{unsure}");
        }
    }

    #[test]
    fn an_old_path_names_a_page_in_every_language_but_below_en_one() {
        let path = |text: &str| SitePath::new(text).unwrap();
        let (id, en) = (Language::Indonesian, Language::English);
        let folder = |text: &str, language| {
            let address = Address::old(&path(text), language)?;
            Some(address.folder())
        };
        assert_eq!(folder("a/b/", id).as_deref(), Some("a/b/"));
        assert_eq!(folder("a/b/", en).as_deref(), Some("en/a/b/"));
        assert_eq!(folder("en/a/", id), None);
        assert_eq!(folder("en/a/", en).as_deref(), Some("en/a/"));
        assert_eq!(folder("en/", en), None);
        let year = Subject::OfficialYear(PersonId::new("ratna").unwrap(), 2026);
        let rest = |language, old: &str| {
            let page = address(language, year.clone());
            page.rest_below(&path(old))
        };
        assert_eq!(rest(id, "pejabat/ratna/").as_deref(), Some("2026/"));
        assert_eq!(rest(en, "pejabat/ratna/").as_deref(), Some("2026/"));
        assert_eq!(rest(en, "en/pejabat/ratna/").as_deref(), Some("2026/"));
        assert_eq!(rest(id, "en/pejabat/ratna/"), None);
        assert_eq!(rest(en, "pejabat/ratna-k/"), None);
    }

    #[test]
    fn a_mail_link_carries_subject_and_text() {
        let base = BaseUrl::parse("https://user.host").unwrap();
        let link = Urls::new(&base).mail("a@b.id", "Salah: 7,6%", "baris 1\nbaris 2");
        assert_eq!(
            link,
            "mailto:a@b.id?subject=Salah%3A%207%2C6%25&body=baris%201%0Abaris%202"
        );
    }
}
