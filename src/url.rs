//! The one place that knows addresses: which path a page has, and how pages link to each other.
//!
//! Addresses follow from ids, so they stay for ever. Nothing else may put a path together.

mod admin;
mod anchor;
mod commit;
mod embed;
mod file;
mod following;
mod media_type;
mod subject;

pub use admin::{AdminFile, BESIDE_PAGES, CMS_FOLDER, CMS_START, Desk};
pub use anchor::{
    CITATION_ANCHOR, changes_anchor, chart_id, contract_anchor, data_anchor, indicator_anchor,
    quarter_anchor, tenure_anchor,
};
pub use commit::commit_link;
pub use embed::{EMBEDS, Embed, EmbedName, PictureFile, embeds_of_official, may_be_framed, oembed};
pub use file::{
    ARCHIVE_STYLE, Asset, DataFile, SEARCH_INDEX, SECURITY_TEXT, SearchFile, TableForm, qr_code,
};
pub use following::Following;
pub use media_type::media_type;
pub use subject::{Address, SocialSubject, Subject, language_folder, letter_anchor};

use crate::model::{BaseUrl, Language};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::borrow::Cow;
use subject::ENGLISH;

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
        let to = self.mail_to(contact);
        format!("{to}?subject={subject}&body={body}")
    }
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
    use crate::model::{
        OpdId, PersonId, PlainPage, PostId, Quarter, QuarterOfYear, SitePath, Slug,
    };
    use crate::record::EventGroup;
    use crate::search::Letter;

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

    #[test]
    fn what_stands_in_a_contact_gives_no_mail_another_subject() {
        let base = BaseUrl::parse("https://user.host").unwrap();
        let link = Urls::new(&base).mail(" a?subject=b&c@d.id ", "Salah", "x");
        assert_eq!(link, "mailto:a%3Fsubject%3Db%26c@d.id?subject=Salah&body=x");
    }
}
