//! Where holes in the security of a site are reported, for the file that says so (RFC 9116).

use super::scene::Scene;
use crate::model::Language;
use crate::url::SECURITY_TEXT;

/// The fields of `security.txt`, finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecurityView {
    /// An address, of mail or of the web.
    pub contact: String,
    /// A moment, as RFC 3339 writes it: the end of the last day, in the time of Greenwich.
    pub expires: String,
    /// Tags of languages, the first one first.
    pub languages: Vec<&'static str>,
    /// Where this file is the true one.
    pub canonical: String,
    pub policy: Option<String>,
    pub encryption: Option<String>,
}

/// The fields of a site that has `keamanan`; nothing of any other.
pub fn security(scene: Scene<'_>) -> Option<SecurityView> {
    let site = &scene.register.site;
    let security = site.security.as_ref()?;
    let own = || scene.urls.mail_to(&site.contact);
    Some(SecurityView {
        contact: security.contact.clone().unwrap_or_else(own),
        expires: format!("{}T23:59:59Z", security.expires),
        languages: site.languages.iter().copied().map(Language::tag).collect(),
        canonical: scene.urls.absolute_file(SECURITY_TEXT),
        policy: security.policy.clone(),
        encryption: security.encryption.clone(),
    })
}
