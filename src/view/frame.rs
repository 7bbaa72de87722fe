//! What every page has around its content: head, navigation, notices, footer.

use super::commit::CommitLine;
use super::following::{FeedLink, FollowView, feeds};
use super::linked::{DataBlock, linked};
use super::said::mark;
use super::scene::Scene;
use super::social::{ShareView, share};
use crate::format::Arg;
use crate::model::{Language, Licence, Site};
use crate::url::{Address, Asset, Following, Subject, Urls};
use serde::Serialize;

/// The frame of a page.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    pub language: &'static str,
    /// ` lang="id"` on pages in another language, for contract texts; else empty.
    pub foreign: &'static str,
    /// For the `title` element: page and site.
    pub title: String,
    pub description: String,
    pub canonical: String,
    /// None on pages that lead elsewhere.
    pub share: Option<ShareView>,
    pub alternates: Vec<Alternate>,
    /// Where what the page tells can be followed.
    pub follow: Option<FollowView>,
    /// Those that its head names.
    pub feeds: Vec<FeedLink>,
    pub policy: &'static str,
    pub assets: AssetLinks,
    pub site_title: String,
    pub home: String,
    pub navigation: Vec<NavigationLink>,
    pub switch: Option<LanguageSwitch>,
    pub crumbs: Vec<Crumb>,
    /// What the page is about, for machines.
    pub linked: Option<DataBlock>,
    pub sample_data: bool,
    pub as_of: String,
    pub record: String,
    pub commit: Option<CommitLine>,
    pub licence: String,
    /// The page about the files of facts.
    pub data: String,
    /// Where its text stands, if that is known.
    pub licence_url: Option<&'static str>,
    pub government: String,
    pub report_mail: String,
    pub contact: String,
    pub complaints_url: Option<String>,
}

/// What a page may load and run (Content Security Policy, level 3): its own files, nothing inline,
/// nothing from elsewhere. Pages say it themselves for hosts that can't be told of headers.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'";

/// Links to the theme's own files.
#[derive(Clone, Debug, Serialize)]
pub struct AssetLinks {
    pub style: String,
    /// On pages that look at much at once; the others are spared its bytes.
    pub overview_style: Option<String>,
    pub print_style: String,
    pub list_script: String,
    /// Where visited pages are kept.
    pub offline_script: Option<String>,
    pub search_script: String,
}

impl AssetLinks {
    fn new(site: &Site, urls: &Urls<'_>, subject: &Subject) -> Self {
        let link = |asset: Asset| urls.file(asset.file());
        Self {
            style: link(Asset::Style),
            overview_style: is_overview(subject).then(|| link(Asset::OverviewStyle)),
            print_style: link(Asset::PrintStyle),
            list_script: link(Asset::ListScript),
            offline_script: site.offline.then(|| link(Asset::OfflineScript)),
            search_script: link(Asset::SearchScript),
        }
    }
}

/// Whether the page has something of what [`Asset::OverviewStyle`] is for.
fn is_overview(subject: &Subject) -> bool {
    match subject {
        Subject::Home
        | Subject::OfficialCard(..)
        | Subject::Post(_)
        | Subject::Opd(_)
        | Subject::OpdCard(..)
        | Subject::Quarter(_)
        | Subject::Evaluations
        | Subject::Changes
        | Subject::ChangesOf(_)
        | Subject::Tree
        | Subject::TreeYear(_)
        | Subject::Search
        | Subject::SearchLetter(_) => true,
        Subject::Official(_)
        | Subject::OfficialYear(..)
        | Subject::Opds
        | Subject::Quarters
        | Subject::Method
        | Subject::Data
        | Subject::Embeds(..)
        | Subject::Embed(_)
        | Subject::Archive
        | Subject::ArchiveQuarter(_)
        | Subject::ArchiveOfficial(..)
        | Subject::Plain(_)
        | Subject::Old(_)
        | Subject::NotFound => false,
    }
}

/// The same page in another language, with its absolute address.
#[derive(Clone, Debug, Serialize)]
pub struct Alternate {
    pub language: &'static str,
    pub url: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct NavigationLink {
    pub text: String,
    pub url: String,
    pub current: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct LanguageSwitch {
    pub language: &'static str,
    pub url: String,
    pub text: String,
}

/// A step from the home page to here; the last one has no link.
#[derive(Clone, Debug, Serialize)]
pub struct Crumb {
    pub text: String,
    pub url: Option<String>,
}

/// What a page says of itself.
pub(super) struct Heading {
    pub title: String,
    pub description: String,
    /// Between the home page and this one.
    pub crumbs: Vec<Crumb>,
}

impl Frame {
    pub(super) fn new(scene: &Scene<'_>, address: &Address, heading: Heading) -> Self {
        let (site, words, urls) = (&scene.register.site, &scene.words, &scene.urls);
        let language = words.language();
        let today = words.date(scene.score.today);
        let site_title = words.plain(&site.title);
        let title = match address.subject {
            Subject::Home => site_title.to_owned(),
            _ => format!("{} – {site_title}", heading.title),
        };
        let crumbs = crumbs(scene, address, heading.crumbs, &heading.title);
        Self {
            language: language.tag(),
            foreign: mark(Language::Indonesian, language),
            description: heading.description,
            canonical: urls.absolute(address),
            share: share(scene, address, &heading.title),
            alternates: alternates(scene, address),
            follow: Following::on(&address.subject).map(|what| FollowView::new(scene, &what)),
            feeds: feeds(scene, &address.subject),
            policy: POLICY,
            assets: AssetLinks::new(site, urls, &address.subject),
            site_title: site_title.to_owned(),
            home: urls.link(&Address::new(language, Subject::Home)),
            navigation: navigation(scene, address),
            switch: switch(scene, address),
            linked: linked(scene, address, &crumbs),
            crumbs,
            sample_data: site.sample_data,
            as_of: words.say("as_of", &[("date", Arg::from(&today))]),
            record: super::changes::reach(scene),
            commit: CommitLine::of(scene),
            licence: site.licence.clone(),
            data: scene.link(Subject::Data),
            licence_url: Licence::known(&site.licence).map(|licence| licence.url),
            government: words.plain(&site.government).to_owned(),
            report_mail: report_mail(scene, address, &title),
            contact: site.contact.clone(),
            complaints_url: site.complaints_url.clone(),
            title,
        }
    }
}

fn alternates(scene: &Scene<'_>, address: &Address) -> Vec<Alternate> {
    if scene.register.site.languages.len() < 2 {
        return Vec::new();
    }
    let languages = scene.register.languages().iter();
    let twins = languages.filter(|language| scene.has_page(&address.in_language(**language)));
    let mut alternates: Vec<Alternate> = twins
        .map(|language| Alternate {
            language: language.tag(),
            url: scene.urls.absolute(&address.in_language(*language)),
        })
        .collect();
    // For readers of any other language: the first one, which is Indonesian where it is there.
    if let [first, _, ..] = &alternates[..] {
        alternates.push(Alternate {
            language: "x-default",
            url: first.url.clone(),
        });
    }
    alternates
}

fn navigation(scene: &Scene<'_>, address: &Address) -> Vec<NavigationLink> {
    let words = &scene.words;
    let fixed = [
        (words.text("nav_officials"), Subject::Home),
        (words.text("nav_quarters"), Subject::Quarters),
        (words.text("nav_evaluations"), Subject::Evaluations),
        (words.text("nav_changes"), Subject::Changes),
        (words.text("nav_tree"), Subject::Tree),
        (words.text("nav_opds"), Subject::Opds),
        (words.text("nav_method"), Subject::Method),
    ];
    let plain = scene
        .plain_pages()
        .map(|(slug, page)| (page.title.clone(), Subject::Plain(slug.to_owned())));
    let search = (words.text("search"), Subject::Search);
    fixed
        .into_iter()
        .chain(plain)
        .chain([search])
        .map(|(text, subject)| NavigationLink {
            text,
            current: subject == address.subject,
            url: scene.link(subject),
        })
        .collect()
}

/// The other language's page, or its home page where this one has no twin.
fn switch(scene: &Scene<'_>, address: &Address) -> Option<LanguageSwitch> {
    let other = scene
        .register
        .languages()
        .iter()
        .find(|l| **l != scene.words.language())?;
    let twin = address.in_language(*other);
    let target = if scene.has_page(&twin) {
        twin
    } else {
        Address::new(*other, Subject::Home)
    };
    Some(LanguageSwitch {
        language: other.tag(),
        url: scene.urls.link(&target),
        text: scene.words.text("switch_language"),
    })
}

fn crumbs(scene: &Scene<'_>, address: &Address, between: Vec<Crumb>, title: &str) -> Vec<Crumb> {
    let here = match &address.subject {
        Subject::OfficialYear(_, year) | Subject::TreeYear(year) => year.to_string(),
        Subject::SearchLetter(letter) => super::search::letter_name(scene, *letter),
        Subject::OfficialCard(..) => scene.words.text("card"),
        Subject::Embeds(..) => scene.words.text("embeds"),
        Subject::OpdCard(_, year) => format!("{} {year}", scene.words.text("card")),
        _ => title.to_owned(),
    };
    if matches!(
        address.subject,
        Subject::Home | Subject::Old(_) | Subject::NotFound
    ) {
        return Vec::new();
    }
    let home = Crumb {
        text: scene.words.text("nav_officials"),
        url: Some(scene.link(Subject::Home)),
    };
    let here = Crumb {
        text: here,
        url: None,
    };
    [home].into_iter().chain(between).chain([here]).collect()
}

fn report_mail(scene: &Scene<'_>, address: &Address, title: &str) -> String {
    let url = scene.urls.absolute(address);
    let subject = scene.words.say("report_subject", &[("page", title.into())]);
    let body = scene.words.say("report_body", &[("url", Arg::from(&url))]);
    scene
        .urls
        .mail(&scene.register.site.contact, &subject, &body)
}
