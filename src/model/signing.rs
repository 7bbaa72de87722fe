//! The keys by which an office signs what it commits.

/// An entry of `kunci`: whose key, in words for readers, and the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningKey {
    pub name: String,
    pub key: PublicKey,
}

/// The public half of a key that commits are signed with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublicKey {
    /// Algorithm and key as OpenSSH writes them, with one space between and no comment.
    Ssh(String),
    /// An armoured block of OpenPGP.
    OpenPgp(String),
}

/// The algorithms of OpenSSH that sign today; DSA is no longer among them.
const SSH_ALGORITHMS: [&str; 7] = [
    "ssh-ed25519",
    "ssh-rsa",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ssh-ed25519@openssh.com",
    "sk-ecdsa-sha2-nistp256@openssh.com",
];

const OPENPGP_BEGIN: &str = "-----BEGIN PGP PUBLIC KEY BLOCK-----";

impl PublicKey {
    /// Reads one line of an ssh public key, with or without its comment, or an armoured block.
    /// `None` for what doesn't look like either; only the programs that verify know for sure.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.starts_with(OPENPGP_BEGIN) {
            return Some(Self::OpenPgp(format!("{text}\n")));
        }
        let mut words = text.split(' ').filter(|word| !word.is_empty());
        let (algorithm, key) = (words.next()?, words.next()?);
        let is_key = SSH_ALGORITHMS.contains(&algorithm) && is_ssh_key(key);
        // A second line would be a second key, trusted under the first one's name.
        (is_key && !text.contains(char::is_control))
            .then(|| Self::Ssh(format!("{algorithm} {key}")))
    }
}

/// Base64 that begins with a length below 256 (RFC 4253, section 6.6), as each does.
fn is_ssh_key(text: &str) -> bool {
    let is_letter = |b: u8| b.is_ascii_alphanumeric() || b"+/=".contains(&b);
    text.starts_with("AAAA") && text.len() > 40 && text.bytes().all(is_letter)
}

#[cfg(test)]
mod tests {
    use super::PublicKey;

    const KEY: &str =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ2lW3GtVZpYhvbEfjpIP5sGy0wFfLMuwqL0dJQ7mK5V";

    #[test]
    fn a_key_is_read_without_its_comment() {
        let expected = Some(PublicKey::Ssh(KEY.into()));
        for text in [
            KEY.to_owned(),
            format!("{KEY} kantor\n"),
            format!("  {KEY}  "),
        ] {
            assert_eq!(PublicKey::parse(&text), expected, "{text:?}");
        }
        let armoured = "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDME\n-----END\n";
        let read = PublicKey::parse(armoured);
        assert_eq!(read, Some(PublicKey::OpenPgp(armoured.into())));
    }

    #[test]
    fn what_is_no_public_key_is_refused() {
        let private = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n";
        let two = format!("{KEY}\n{KEY}");
        let algorithm = KEY.replace("ed25519 ", "dss ");
        let cut = &KEY[..30];
        let option = format!("cert-authority {KEY}");
        for text in ["", "ssh-ed25519", private, &two, &algorithm, cut, &option] {
            assert_eq!(PublicKey::parse(text), None, "{text:?}");
        }
    }
}
