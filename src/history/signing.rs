//! Which commits are signed, and by whose keys, as the programs that made the signatures say.

use super::HistoryError;
use super::contents::hex;
use super::line::{Entry, Line, Signature};
use super::program::{Asked, Configuration, Running, not_understood};
use super::repository::{Hashing, Repository};
use super::trust::Trust;
use crate::model::{PublicKey, SigningKey};
use crate::source::Signing;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::str;

/// The head of a commit object with its signature is far smaller.
const MOST_COMMIT_BYTES: usize = 1 << 16;

/// What was found out about signatures by certain keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Verdicts {
    /// A hash over the keys.
    keys: String,
    by_commit: BTreeMap<String, Verdict>,
}

/// What became of one signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Verdict {
    UnknownKey,
    /// The place of the key among those of the site.
    Valid(usize),
    Invalid,
}

/// Looks into the commit objects for the kind of signature of each of `commits`.
pub(super) fn find(
    repository: &Repository,
    commits: &[Entry],
) -> Result<Vec<Signature>, HistoryError> {
    let asked = commits.iter().map(|commit| Asked {
        id: &commit.id,
        most: MOST_COMMIT_BYTES,
    });
    let header = match repository.hashing {
        Hashing::Sha1 => "gpgsig ",
        Hashing::Sha256 => "gpgsig-sha256 ",
    };
    let mut found = Vec::new();
    repository
        .git
        .objects(&asked.collect::<Vec<_>>(), |_, bytes| {
            found.push(signature(&bytes, header.as_bytes()));
            Ok(())
        })?;
    Ok(found)
}

pub(super) fn signature(commit: &[u8], header: &[u8]) -> Signature {
    let lines = commit.split(|b| *b == b'\n');
    let mut head = lines.take_while(|line| !line.is_empty());
    let Some(signature) = head.find_map(|line| line.strip_prefix(header)) else {
        return Signature::None;
    };
    let begins = |kind: &str| signature.starts_with(format!("-----BEGIN {kind}").as_bytes());
    if begins("SSH SIGNATURE") {
        Signature::Ssh
    } else if begins("PGP SIGNATURE") || begins("PGP MESSAGE") {
        Signature::OpenPgp
    } else {
        Signature::Other
    }
}

/// Has every signature verified that is not yet judged by these keys; returns whether there was
/// one. A kind that none of the keys is of needs no program: whoever signed so is unknown.
pub(super) fn judge(
    repository: &Repository,
    line: &Line,
    keys: &[SigningKey],
    known: &mut Verdicts,
) -> Result<Judged, HistoryError> {
    let keys_hash = hash(keys);
    if known.keys != keys_hash {
        *known = Verdicts {
            keys: keys_hash,
            by_commit: BTreeMap::new(),
        };
    }
    let is_open = |commit: &&Entry| {
        keys.iter().any(|key| is_of(commit.signature, &key.key))
            && !known.by_commit.contains_key(&commit.id)
    };
    let open: Vec<&Entry> = line.commits.iter().filter(is_open).collect();
    if open.is_empty() {
        return Ok(Judged::AllBefore);
    }
    let trust = Trust::new(keys, |key| open.iter().any(|c| is_of(c.signature, key)))?;
    let verdicts = verify(repository, &trust, &open)?;
    known.by_commit.extend(verdicts);
    Ok(Judged::SomeNow)
}

/// Whether there was anything left to verify.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Judged {
    AllBefore,
    SomeNow,
}

fn is_of(signature: Signature, key: &PublicKey) -> bool {
    match key {
        PublicKey::Ssh(_) => signature == Signature::Ssh,
        PublicKey::OpenPgp(_) => signature == Signature::OpenPgp,
    }
}

/// Names and keys with their lengths, so that no two lists of keys read alike.
fn hash(keys: &[SigningKey]) -> String {
    let mut hash = Sha256::new();
    for key in keys {
        let (PublicKey::Ssh(text) | PublicKey::OpenPgp(text)) = &key.key;
        for part in [&key.name, text] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
    }
    hex(&hash.finalize())
}

fn verify(
    repository: &Repository,
    trust: &Trust,
    open: &[&Entry],
) -> Result<BTreeMap<String, Verdict>, HistoryError> {
    let mut command = repository.git.command(Configuration::Nobodys);
    for setting in trust.settings() {
        command.args(["-c", &setting]);
    }
    command.env("GNUPGHOME", trust.folder()).args([
        "log",
        "--no-walk=unsorted",
        "--stdin",
        "--format=%H%x00%G?%x00%GF%x00%ct%x00%GS",
    ]);
    let ids: String = open.iter().flat_map(|commit| [&commit.id, "\n"]).collect();
    let printed = Running::start_fed("git", command)?.fed(ids.as_bytes())?;
    let told = printed
        .split(|b| *b == b'\n')
        .filter(|line| !line.is_empty());
    let verdicts: Option<BTreeMap<_, _>> = told.map(|line| verdict(line, trust)).collect();
    let complete = verdicts.filter(|verdicts| verdicts.len() == open.len());
    complete.ok_or_else(|| not_understood("git log"))
}

/// What git says of one signature. Its letters: G good, U good by a key without trust, X good but
/// over, Y by a key that is over now, R by a revoked one, B bad, E can't be checked for lack of
/// the key, N none that can be read.
fn verdict(line: &[u8], trust: &Trust) -> Option<(String, Verdict)> {
    let line = String::from_utf8_lossy(line);
    let mut fields = line.splitn(5, '\0');
    let (id, letter, print) = (fields.next()?, fields.next()?, fields.next()?);
    let (at, signer) = (fields.next()?.parse().ok()?, fields.next()?);
    let verdict = match letter {
        // Whether a key was over is judged by the commit's date and not by today's.
        "G" | "U" | "X" | "Y" => trust.by(print, signer, at),
        "E" => Verdict::UnknownKey,
        "B" | "R" | "N" => Verdict::Invalid,
        _ => return None,
    };
    Some((id.to_owned(), verdict))
}

impl Verdicts {
    /// What pages may say of a commit.
    pub fn of(&self, commit: &Entry, keys: &[SigningKey]) -> Signing {
        if matches!(commit.signature, Signature::None | Signature::Unread) {
            return Signing::Unsigned;
        }
        match self.by_commit.get(&commit.id) {
            Some(Verdict::Invalid) => Signing::Invalid,
            Some(Verdict::Valid(key)) => match keys.get(*key) {
                Some(key) => Signing::Valid {
                    by: key.name.clone(),
                },
                None => Signing::UnknownKey,
            },
            Some(Verdict::UnknownKey) | None => Signing::UnknownKey,
        }
    }
}
