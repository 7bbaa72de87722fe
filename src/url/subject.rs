//! What pages there are, and the path of each below the site's root.

use super::embed::{self, Embed};
use super::index_of;
use crate::model::{Language, OpdId, PersonId, PostId, Quarter, SitePath};
use crate::record::EventGroup;
use crate::search::Letter;

/// The folder of the English pages.
pub(super) const ENGLISH: &str = "en/";
/// The name of every social card.
const SOCIAL_CARD: &str = "kartu.png";

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
    pub(super) fn location(&self) -> String {
        match self.subject {
            Subject::NotFound => self.file(),
            _ => self.folder(),
        }
    }

    /// Its folder below the site's root: empty, or ending with a slash.
    pub fn folder(&self) -> String {
        let prefix = language_folder(self.language);
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

/// The folder of all pages in `language`: empty, or ending with a slash.
pub fn language_folder(language: Language) -> &'static str {
    match language {
        Language::Indonesian => "",
        Language::English => ENGLISH,
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
