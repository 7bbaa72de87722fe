//! `security.txt` (RFC 9116): a field to a line.

use crate::view::SecurityView;

/// The file. Every value is an address without spaces, a moment or tags of languages: none ends its line.
pub fn security_text(view: &SecurityView) -> String {
    let languages = view.languages.join(", ");
    let fields = [
        ("Contact", Some(&view.contact)),
        ("Expires", Some(&view.expires)),
        ("Encryption", view.encryption.as_ref()),
        ("Policy", view.policy.as_ref()),
        ("Preferred-Languages", Some(&languages)),
        ("Canonical", Some(&view.canonical)),
    ];
    let told = fields
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)));
    told.map(|(name, value)| format!("{name}: {value}\n"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_has_a_line_of_its_own() {
        let mut view = SecurityView {
            contact: "https://a.example/lapor".into(),
            expires: "2027-06-30T23:59:59Z".into(),
            languages: vec!["id", "en"],
            canonical: "https://k.example/.well-known/security.txt".into(),
            policy: Some("https://a.example/aturan".into()),
            encryption: Some("https://a.example/kunci".into()),
        };
        let whole = "Contact: https://a.example/lapor\nExpires: 2027-06-30T23:59:59Z\nEncryption: https://a.example/kunci\n\
            Policy: https://a.example/aturan\nPreferred-Languages: id, en\n\
            Canonical: https://k.example/.well-known/security.txt\n";
        assert_eq!(security_text(&view), whole);
        (view.policy, view.encryption) = (None, None);
        assert_eq!(security_text(&view).lines().count(), 4);
    }
}
