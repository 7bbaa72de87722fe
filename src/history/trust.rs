//! The keys of a site in the forms that `ssh-keygen` and `gpg` take, in a folder of their own, so
//! that no key of whoever runs pantau counts.

use super::HistoryError;
use super::program::{Running, not_understood};
use super::signing::Verdict;
use crate::disk::PrivateFolder;
use crate::model::{PublicKey, SigningKey};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};

/// Nothing is fetched, and no daemon stays behind in a folder that goes.
const GPG_CONFIGURATION: &str = "no-autostart\nno-auto-key-retrieve\n";

/// The file of ssh keys.
const SIGNERS: &str = "signers";

/// Keys that signatures are held against.
#[derive(Debug)]
pub(super) struct Trust {
    folder: PrivateFolder,
    /// The keys of OpenPGP, subkeys too, by fingerprint.
    openpgp: BTreeMap<String, OpenPgp>,
}

/// What is known of a key of OpenPGP.
#[derive(Clone, Copy, Debug)]
pub(super) struct OpenPgp {
    /// Its place among the site's keys.
    place: usize,
    /// When it is over, in seconds.
    over: Option<i64>,
}

impl Trust {
    /// Lays down those of `keys` that `are_needed`, and holds that the programs are there which
    /// read them.
    pub fn new(
        keys: &[SigningKey],
        are_needed: impl Fn(&PublicKey) -> bool,
    ) -> Result<Self, HistoryError> {
        let folder = PrivateFolder::new()?;
        folder.write("gpg.conf", GPG_CONFIGURATION.as_bytes())?;
        let mut signers = String::new();
        let mut openpgp = BTreeMap::new();
        for (place, key) in keys
            .iter()
            .enumerate()
            .filter(|(_, key)| are_needed(&key.key))
        {
            match &key.key {
                PublicKey::Ssh(text) => {
                    try_ssh(&key.name, text)?;
                    signers += &format!("{} namespaces=\"git\" {text}\n", signer(place));
                }
                PublicKey::OpenPgp(text) => {
                    openpgp.extend(imported(folder.path(), place, &key.name, text)?);
                }
            }
        }
        folder.write(SIGNERS, signers.as_bytes())?;
        Ok(Self { folder, openpgp })
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// What git must be told so that these keys count and no others.
    pub fn settings(&self) -> [String; 3] {
        let signers = self.folder().join(SIGNERS);
        [
            format!("gpg.ssh.allowedSignersFile={}", signers.display()),
            "gpg.ssh.program=ssh-keygen".into(),
            "gpg.openpgp.program=gpg".into(),
        ]
    }

    /// Whose signature it is: `print` is the key's fingerprint, `signed_by` the signer as the
    /// program names it, `at` the date of the commit.
    pub fn by(&self, print: &str, signed_by: &str, at: i64) -> Verdict {
        if let Some(key) = self.openpgp.get(print) {
            return match key.over {
                Some(over) if over <= at => Verdict::Invalid,
                _ => Verdict::Valid(key.place),
            };
        }
        // Whoever made a key of OpenPGP may call it what he likes; ssh alone has such prints.
        let place = signed_by
            .strip_prefix("kunci-")
            .and_then(|n| n.parse().ok());
        match place.filter(|_| print.starts_with("SHA256:")) {
            Some(place) => Verdict::Valid(place),
            None => Verdict::UnknownKey,
        }
    }
}

/// What an ssh key is called in the list of signers, which takes no spaces.
fn signer(place: usize) -> String {
    format!("kunci-{place}")
}

/// A key that can't be read would make each of its signatures look unknown.
fn try_ssh(name: &str, text: &str) -> Result<(), HistoryError> {
    let mut command = Command::new("ssh-keygen");
    command.args(["-l", "-f", "-"]);
    answer("ssh-keygen", "openssh-client", command, name, text).map(drop)
}

/// Puts a key into the keyring in `home`, and returns the fingerprints in it.
fn imported(
    home: &Path,
    place: usize,
    name: &str,
    text: &str,
) -> Result<BTreeMap<String, OpenPgp>, HistoryError> {
    let gpg = |arguments: &[&str]| {
        let mut command = Command::new("gpg");
        command.arg("--homedir").arg(home);
        command
            .args(["--batch", "--no-tty", "--quiet"])
            .args(arguments);
        answer("gpg", "gnupg", command, name, text)
    };
    gpg(&["--import"])?;
    let listed = gpg(&["--with-colons", "--show-keys"])?;
    let keys = fingerprints(&String::from_utf8_lossy(&listed), place);
    keys.ok_or_else(|| not_understood("gpg --show-keys"))
}

/// In a list with colons a line `fpr` follows each key (GnuPG, doc/DETAILS).
pub(super) fn fingerprints(list: &str, place: usize) -> Option<BTreeMap<String, OpenPgp>> {
    let mut keys = BTreeMap::new();
    let mut key = None;
    for line in list.lines() {
        let fields: Vec<&str> = line.split(':').collect();
        match fields[0] {
            "pub" | "sub" => {
                let over = fields.get(6)?;
                let over = (!over.is_empty()).then(|| over.parse()).transpose().ok()?;
                key = Some(OpenPgp { place, over });
            }
            "fpr" => drop(keys.insert((*fields.get(9)?).to_owned(), key.take()?)),
            _ => {}
        }
    }
    (!keys.is_empty()).then_some(keys)
}

/// What a program says of the key `text` that it reads.
fn answer(
    program: &'static str,
    package: &'static str,
    mut command: Command,
    name: &str,
    text: &str,
) -> Result<Vec<u8>, HistoryError> {
    command.env("LC_ALL", "C").stderr(Stdio::piped());
    let running = Running::start_fed(program, command).map_err(|error| match error {
        HistoryError::Run { source, .. } if source.kind() == ErrorKind::NotFound => {
            HistoryError::NoVerifier { program, package }
        }
        error => error,
    })?;
    running.fed(text.as_bytes()).map_err(|error| match error {
        HistoryError::Failed { message, .. } => HistoryError::Key {
            name: name.to_owned(),
            message,
        },
        error => error,
    })
}
