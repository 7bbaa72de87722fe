//! A file of a site that is rendered: what it is called and what it is.

use crate::url::{
    ARCHIVE_STYLE, Address, AdminFile, Asset, DataFile, Embed, Following, PictureFile,
    SECURITY_TEXT, SearchFile, SocialSubject, Subject, media_type, oembed as oembed_file, qr_code,
};

/// A file of the site that is rendered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    Html(Address),
    /// A file of the theme as it is.
    Asset(Asset),
    /// The style sheet of frozen pages, which no theme changes.
    ArchiveStyle,
    Sitemap,
    Robots,
    /// Where holes in the site's security are reported (RFC 9116).
    Security,
    /// Evaluations and reporting deadlines, for calendar programs.
    Calendar(Following),
    /// What happened (Atom).
    Feed(Following),
    /// The same as a JSON Feed.
    JsonFeed(Following),
    /// Old addresses, for hosts that read of them.
    Redirects,
    /// Where a page leads from paper: of an official's year, or of an organisation's report card.
    QrCode(Subject),
    /// A part of what a search looks into.
    Search(SearchFile),
    /// Headers that pages are sent with, for hosts that read of them.
    Headers,
    SocialCard(SocialSubject),
    /// Facts for other programs.
    Data(DataFile),
    /// The picture of a commitment's chart.
    Picture(Embed, PictureFile),
    /// What machines read of the embed at this address (oEmbed).
    Oembed(Address),
    /// The web form for staff.
    Admin(AdminFile),
}

/// The files that every site has.
pub(super) const STATIC: [Page; 4] = [
    Page::Sitemap,
    Page::Robots,
    Page::Headers,
    Page::Search(SearchFile::Manifest),
];

impl Page {
    /// Where it stands below the output directory.
    pub fn file(&self) -> String {
        match self {
            Self::Html(address) => address.file(),
            Self::Asset(asset) => asset.file().to_owned(),
            Self::ArchiveStyle => ARCHIVE_STYLE.to_owned(),
            Self::Sitemap => "sitemap.xml".to_owned(),
            Self::Robots => "robots.txt".to_owned(),
            Self::Security => SECURITY_TEXT.to_owned(),
            Self::Calendar(of) => of.calendar(),
            Self::Feed(of) => of.feed(),
            Self::JsonFeed(of) => of.json_feed(),
            Self::Redirects => "_redirects".to_owned(),
            Self::Headers => "_headers".to_owned(),
            Self::Search(file) => file.file(),
            Self::QrCode(subject) => qr_code(subject).expect("only such subjects are listed"),
            Self::SocialCard(subject) => subject.file(),
            Self::Data(file) => file.file(),
            Self::Picture(embed, picture) => embed.picture(*picture),
            Self::Oembed(address) => oembed_file(address),
            Self::Admin(file) => file.file(),
        }
    }

    /// Whether it may be larger than what should stand in memory: then [`Site::write`] is the way
    /// to have it.
    pub fn is_large(&self) -> bool {
        matches!(self, Self::Data(file) if file.is_large())
    }

    /// The media type a server names.
    pub fn media_type(&self) -> &'static str {
        match self {
            // These have no ending, or one that says less than is known.
            Self::Redirects | Self::Headers => "text/plain; charset=utf-8",
            Self::Feed(_) => "application/atom+xml; charset=utf-8",
            Self::JsonFeed(_) => "application/feed+json",
            other => media_type(&other.file()),
        }
    }
}
