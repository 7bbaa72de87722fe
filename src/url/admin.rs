//! Where the web form for staff stands.

use crate::model::OpdId;

/// The folder of the form.
const FOLDER: &str = "admin/";
/// The program of the form, as the site's makers put it into their repository.
pub const CMS_FOLDER: &str = "admin/cms/";

/// The file that the form's page loads first of it, below that folder.
pub const CMS_START: &str = "index.js";

/// What stands beside pages: folders in which no page stands that other sites may not show, and single
/// files that a browser may run.
pub const BESIDE_PAGES: [&str; 7] = [
    "aset/*",
    "media/*",
    "sematkan/*",
    "en/sematkan/*",
    "sitemap.xml",
    "feed.xml",
    "luring.js",
];

/// Whose data one form is for. A program that has to read the files of thousands of officials before
/// it shows anything is of no use, so that a large site has a form for each organisation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Desk {
    /// The whole site; on a large one, the list of all forms.
    Whole,
    Opd(OpdId),
    /// Posts without an organisation, on a large site.
    Others,
}

/// A file of the form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AdminFile {
    Page(Desk),
    /// What the form's program reads: which files there are, and which fields each has.
    Settings(Desk),
}

impl AdminFile {
    /// Where it stands below the output directory.
    pub fn file(&self) -> String {
        match self {
            Self::Page(desk) => desk.folder() + "index.html",
            Self::Settings(desk) => desk.folder() + "config.json",
        }
    }
}

impl Desk {
    /// Below the output directory, with a slash at its end.
    pub fn folder(&self) -> String {
        match self {
            Self::Whole => FOLDER.to_owned(),
            Self::Opd(id) => format!("{FOLDER}opd/{id}/"),
            Self::Others => format!("{FOLDER}lain/"),
        }
    }
}
