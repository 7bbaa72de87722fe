//! What the form's page may do, unlike all others: run its program and speak with the provider.

use crate::model::{Admin, Provider};
use std::collections::BTreeSet;

/// The policy of the form's pages. Styles are made by the program as it runs; it may speak with the
/// provider's interface and with whoever signs people in, and show pictures of theirs.
pub fn admin_policy(admin: &Admin) -> String {
    let server = admin.server.origin();
    let is_public = server == admin.provider.usual_server();
    let mut connect = BTreeSet::new();
    let mut pictures = BTreeSet::new();
    match admin.provider {
        Provider::GitHub if is_public => {
            connect.insert("https://api.github.com");
            pictures.insert("https://avatars.githubusercontent.com");
            pictures.insert("https://raw.githubusercontent.com");
        }
        _ => {
            connect.insert(server);
            pictures.insert(server);
        }
    }
    connect.extend(admin.sign_in.as_ref().map(|address| address.origin()));
    let listed = |origins: BTreeSet<&str>| origins.into_iter().collect::<Vec<_>>().join(" ");
    let (connect, pictures) = (listed(connect), listed(pictures));
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data: blob: {pictures}; media-src 'self' blob:; worker-src 'self' blob:; connect-src 'self' data: blob: {connect}; base-uri 'none'; form-action 'none'"
    )
}
