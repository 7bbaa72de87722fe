//! Where feeds and calendars stand, and what they call the things they tell of.

use super::{Address, Subject, Urls};
use crate::model::{Language, OpdId, PersonId};
use uuid::Uuid;

/// The calendar of a whole site: it stood there before anything else could be followed.
const SITE_CALENDAR: &str = "evaluasi.ics";

/// What somebody follows: by a feed (Atom, RFC 4287, and JSON Feed 1.1) or by a calendar
/// (iCalendar, RFC 5545). Each is written once, in the site's first language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Following {
    Site,
    Official(PersonId),
    Opd(OpdId),
}

impl Following {
    /// What the page at `subject` offers to follow.
    pub fn on(subject: &Subject) -> Option<Self> {
        match subject {
            Subject::Home | Subject::Changes | Subject::ChangesOf(_) | Subject::Evaluations => {
                Some(Self::Site)
            }
            Subject::Official(person) | Subject::OfficialYear(person, _) => {
                Some(Self::Official(person.clone()))
            }
            Subject::Opd(opd) => Some(Self::Opd(opd.clone())),
            _ => None,
        }
    }

    /// The page that it follows.
    pub fn subject(&self) -> Subject {
        match self {
            Self::Site => Subject::Home,
            Self::Official(person) => Subject::Official(person.clone()),
            Self::Opd(opd) => Subject::Opd(opd.clone()),
        }
    }

    /// Where its Atom feed stands, below the output directory.
    pub fn feed(&self) -> String {
        self.beside_page("feed.xml")
    }

    /// Where the same entries stand as a JSON Feed.
    pub fn json_feed(&self) -> String {
        self.beside_page("feed.json")
    }

    /// Where its evaluations and reporting deadlines stand.
    pub fn calendar(&self) -> String {
        match self {
            Self::Site => SITE_CALENDAR.to_owned(),
            Self::Official(_) | Self::Opd(_) => self.beside_page("kalender.ics"),
        }
    }

    fn beside_page(&self, file: &str) -> String {
        let page = Address::new(Language::Indonesian, self.subject());
        format!("{}{file}", page.folder())
    }
}

impl Urls<'_> {
    /// A name for `thing` that no other site has and that stays: `urn:uuid:` of version 5
    /// (RFC 9562) over host, path and `thing`. A feed's reader knows an entry by it, so it must
    /// hang on nothing else. An address would change with the page that tells the most of the
    /// thing (a change stands on its official's page where no history is known, else in the
    /// register of changes); a tag URI needs a day on which the site's name was the office's, and
    /// not every site states one. The scheme is left out: a site that comes to be served over
    /// https is the same site.
    pub fn lasting_name(&self, thing: &str) -> String {
        let origin = self.base.origin();
        let host = origin.split_once("://").map_or(origin, |(_, host)| host);
        let name = format!("{host}{}{thing}", self.base.path());
        Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes())
            .urn()
            .to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BaseUrl;

    fn official() -> Following {
        Following::Official(PersonId::new("ratna").unwrap())
    }

    #[test]
    fn what_is_followed_stands_beside_its_page() {
        let opd = Following::Opd(OpdId::new("dinas").unwrap());
        let all = |following: &Following| {
            [
                following.feed(),
                following.json_feed(),
                following.calendar(),
            ]
        };
        assert_eq!(
            all(&Following::Site),
            ["feed.xml", "feed.json", "evaluasi.ics"]
        );
        assert_eq!(
            all(&official()),
            [
                "pejabat/ratna/feed.xml",
                "pejabat/ratna/feed.json",
                "pejabat/ratna/kalender.ics"
            ]
        );
        assert_eq!(
            all(&opd),
            [
                "opd/dinas/feed.xml",
                "opd/dinas/feed.json",
                "opd/dinas/kalender.ics"
            ]
        );
        assert_eq!(
            Following::on(&official().subject()),
            Some(official()),
            "a page offers what follows it"
        );
    }

    #[test]
    fn a_lasting_name_hangs_on_host_path_and_thing_alone() {
        let name = |base: &str, thing: &str| {
            let base = BaseUrl::parse(base).unwrap();
            Urls::new(&base).lasting_name(thing)
        };
        let first = name("https://a.go.id/", "hasil 2026/kepala 2026-tw1");
        // Computed by another library: uuid.uuid5(uuid.NAMESPACE_URL, "a.go.id/hasil …").
        assert_eq!(first, "urn:uuid:e2731318-db8d-5162-b520-daecc314eb57");
        assert_eq!(first, name("http://a.go.id", "hasil 2026/kepala 2026-tw1"));
        let others = [
            name("https://a.go.id/b/", "hasil 2026/kepala 2026-tw1"),
            name("https://b.go.id/", "hasil 2026/kepala 2026-tw1"),
            name("https://a.go.id/", "hasil 2026/kepala 2026-tw2"),
        ];
        assert!(others.iter().all(|other| *other != first), "{others:?}");
    }
}
