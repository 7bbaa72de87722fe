//! The web form for staff: which files there are of it, their bytes, and what hosts say beside them.

use super::{Page, Site, SiteError};
use crate::render::{FormRules, HostPolicies};
use crate::url::{AdminFile, BESIDE_PAGES, Desk};
use crate::view::{admin, admin_policy, admin_settings, desks, is_split};
use std::collections::BTreeSet;

impl Site {
    /// The page of each form, and what its program reads.
    pub(super) fn admin_files(&self) -> Vec<Page> {
        let today = self.score.today;
        let desks = desks(&self.register, today).into_iter();
        let split = is_split(&self.register, today);
        let files = desks.flat_map(|desk| {
            let is_list = split && desk == Desk::Whole;
            let settings = (!is_list).then(|| AdminFile::Settings(desk.clone()));
            [AdminFile::Page(desk)].into_iter().chain(settings)
        });
        files.map(Page::Admin).collect()
    }

    pub(super) fn admin_file(&self, page: &Page, file: &AdminFile) -> Result<String, SiteError> {
        let voice = &self.dress.voices[0];
        let scene = self.scene(voice, page);
        Ok(match file {
            AdminFile::Page(desk) => voice.renderer.admin(&admin(scene, desk)?)?,
            AdminFile::Settings(desk) => admin_settings(scene, desk)?,
        })
    }

    /// What a host is to say beside every file.
    pub(super) fn host_policies(&self) -> HostPolicies {
        let unframed = self.unframed();
        let Some(form) = &self.register.site.admin else {
            return HostPolicies {
                unframed,
                form: None,
            };
        };
        let folder = self.urls().file(&Desk::Whole.folder());
        let rules = FormRules {
            pattern: folder + "*",
            policy: admin_policy(form),
            others: self.beside_the_form(),
        };
        HostPolicies {
            unframed: match unframed.is_empty() {
                true => self.unframed_folders(),
                false => unframed,
            },
            form: Some(rules),
        }
    }

    /// Patterns of what is no page and not of the form: no rule for everything may fit the form's files
    /// too, for a host may send both.
    fn beside_the_form(&self) -> BTreeSet<String> {
        let urls = self.urls();
        let pattern = |path: &str| match path.strip_suffix('*') {
            Some(folder) => urls.file(folder) + "*",
            None => urls.file(path),
        };
        BESIDE_PAGES.map(pattern).into()
    }
}
