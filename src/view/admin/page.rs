//! The page that starts the form; on a large site, the list of the forms.

use super::{desks, is_split, policy::admin_policy};
use crate::format::MessageError;
use crate::url::{AdminFile, Asset, Desk};
use crate::view::scene::{Link, Scene};
use serde::Serialize;

/// A page of the form. No reader's page leads here.
#[derive(Clone, Debug, Serialize)]
pub struct AdminView {
    pub language: &'static str,
    pub policy: String,
    pub title: String,
    pub style: String,
    /// What the form's program reads, and what starts it; none on the list of forms.
    pub form: Option<FormLinks>,
    pub desks: Vec<Link>,
}

#[derive(Clone, Debug, Serialize)]
pub struct FormLinks {
    pub settings: String,
    pub script: String,
}

/// The page of the form at `desk`.
///
/// # Errors
/// Messages that it needs and the locale files don't have.
pub fn admin(scene: Scene<'_>, desk: &Desk) -> Result<AdminView, Vec<MessageError>> {
    let site = &scene.register.site;
    let today = scene.score.today;
    let is_list = *desk == Desk::Whole && is_split(scene.register, today);
    let form = (!is_list).then(|| FormLinks {
        settings: scene.urls.file(&AdminFile::Settings(desk.clone()).file()),
        script: scene.urls.file(Asset::AdminScript.file()),
    });
    let others = desks(scene.register, today).into_iter();
    let others = others.filter(|other| is_list && other != desk);
    let view = AdminView {
        language: scene.words.language().tag(),
        policy: site.admin.as_ref().map(admin_policy).unwrap_or_default(),
        title: scene.words.say(
            "admin_title",
            &[("site", scene.words.plain(&site.title).into())],
        ),
        style: scene.urls.file(Asset::Style.file()),
        form,
        desks: others.map(|other| scene.desk_link(&other)).collect(),
    };
    let faults = scene.into_faults();
    if faults.is_empty() {
        Ok(view)
    } else {
        Err(faults)
    }
}

impl Scene<'_> {
    fn desk_link(&self, desk: &Desk) -> Link {
        let name = match desk {
            Desk::Opd(id) => self.words.plain(&self.register.opds[id].name).to_owned(),
            Desk::Whole | Desk::Others => self.words.text("admin_others"),
        };
        Link::own(name, self.urls.file(&desk.folder()))
    }
}
