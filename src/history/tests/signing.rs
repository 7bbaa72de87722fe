//! Signatures made by `ssh-keygen` and `gpg`, with keys made for one test.

use super::repo::{Repo, git};
use crate::disk::PrivateFolder;
use crate::history::{Cache, HistoryError, read};
use crate::model::{PublicKey, SigningKey};
use crate::source::Signing;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A pair of ssh keys in `folder`; where the private one stands.
fn ssh_key(folder: &Path, name: &str) -> PathBuf {
    let place = folder.join(name);
    let mut command = Command::new("ssh-keygen");
    command.args(["-q", "-t", "ed25519", "-N", "", "-C", "kantor", "-f"]);
    assert!(command.arg(&place).status().unwrap().success());
    place
}

fn public(name: &str, place: &Path) -> SigningKey {
    let text = fs::read_to_string(place.with_extension("pub")).unwrap();
    trusted(name, &text)
}

fn trusted(name: &str, text: &str) -> SigningKey {
    SigningKey {
        name: name.into(),
        key: PublicKey::parse(text).unwrap(),
    }
}

/// Commits `text` signed by an ssh key.
fn sign(repo: &Repo, text: &str, key: &Path) -> String {
    repo.git(&["config", "gpg.format", "ssh"]);
    repo.git(&["config", "user.signingKey", key.to_str().unwrap()]);
    repo.write("content/a.yml", text);
    repo.commit_with("2026-01-02", &["-S"])
}

/// Puts a commit in place of the newest one that says something else under its signature.
fn tamper(repo: &Repo) {
    let commit = repo.git(&["cat-file", "commit", "HEAD"]);
    fs::write(
        repo.top().join("tampered"),
        commit.replace("2026", "2027") + "y\n",
    )
    .unwrap();
    let id = repo.git(&["hash-object", "-t", "commit", "-w", "tampered"]);
    fs::remove_file(repo.top().join("tampered")).unwrap();
    repo.git(&["reset", "--quiet", "--soft", &id]);
}

fn signings(repo: &Repo, keys: &[SigningKey]) -> Vec<Signing> {
    let on = repo.history_with(keys, Cache::On);
    assert_eq!(on, repo.history_with(keys, Cache::Off), "kept and not kept");
    on.commits
        .into_iter()
        .map(|commit| commit.signing)
        .collect()
}

fn by(name: &str) -> Signing {
    Signing::Valid { by: name.into() }
}

#[test]
fn a_signature_by_ssh_is_held_against_the_keys_of_the_site() {
    let keys = PrivateFolder::new().unwrap();
    let [office, other, stranger] =
        ["office", "other", "stranger"].map(|n| ssh_key(keys.path(), n));
    let repo = Repo::new();
    repo.write("content/a.yml", "1").commit("2026-01-01");
    sign(&repo, "2", &office);
    sign(&repo, "3", &stranger);
    sign(&repo, "4", &other);
    sign(&repo, "5", &office);
    tamper(&repo);

    use Signing::{Invalid, UnknownKey, Unsigned};
    let site = [
        public("Dinas Contoh", &office),
        public("Dinas Lain", &other),
    ];
    let expected = [
        Unsigned,
        by("Dinas Contoh"),
        UnknownKey,
        by("Dinas Lain"),
        Invalid,
    ];
    assert_eq!(signings(&repo, &site), expected);
    assert_eq!(signings(&repo, &site), expected, "again");
    let expected = [Unsigned, UnknownKey, UnknownKey, by("L"), Invalid];
    assert_eq!(signings(&repo, &[public("L", &other)]), expected);
    let expected = [Unsigned, UnknownKey, UnknownKey, UnknownKey, UnknownKey];
    assert_eq!(signings(&repo, &[]), expected);
}

/// The repository's own settings, as whoever signs has them, make no key known.
#[test]
fn only_the_keys_of_the_site_count() {
    let keys = PrivateFolder::new().unwrap();
    let [office, stranger] = ["office", "stranger"].map(|n| ssh_key(keys.path(), n));
    let repo = Repo::new();
    sign(&repo, "1", &stranger);
    let line = fs::read_to_string(stranger.with_extension("pub")).unwrap();
    let signers = keys
        .write("signers", format!("kunci-0 {line}").as_bytes())
        .unwrap();
    repo.git(&[
        "config",
        "gpg.ssh.allowedSignersFile",
        signers.to_str().unwrap(),
    ]);
    repo.git(&["config", "gpg.ssh.program", "/bin/false"]);
    repo.git(&["config", "gpg.minTrustLevel", "ultimate"]);
    assert_eq!(
        signings(&repo, &[public("D", &office)]),
        [Signing::UnknownKey]
    );
    assert_eq!(signings(&repo, &[public("S", &stranger)]), [by("S")]);
}

#[test]
fn a_key_that_no_program_reads_is_told() {
    let keys = PrivateFolder::new().unwrap();
    let office = ssh_key(keys.path(), "office");
    let repo = Repo::new();
    sign(&repo, "1", &office);
    let bad = trusted("Dinas", &format!("ssh-ed25519 AAAA{}", "x".repeat(60)));
    let error = read(&repo.site, &repo.sources(), &[bad], Cache::Off).unwrap_err();
    assert!(
        matches!(&error, HistoryError::Key { name, .. } if name == "Dinas"),
        "{error}"
    );
}

/// A keyring of its own for `gpg`.
struct Keyring(PrivateFolder);

impl Keyring {
    fn new() -> Self {
        Self(PrivateFolder::new().unwrap())
    }

    fn gpg(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("gpg");
        command.arg("--homedir").arg(self.0.path());
        command.args([
            "--batch",
            "--quiet",
            "--pinentry-mode",
            "loopback",
            "--passphrase",
            "",
        ]);
        let output = command.args(arguments).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "gpg {arguments:?}: {told}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Makes a key on the first of January 2026 that is over after so long.
    fn make(&self, name: &str, over: &str) {
        let then = "--faked-system-time=20260101T000000";
        self.gpg(&[then, "--quick-generate-key", name, "ed25519", "sign", over]);
    }

    fn public(&self, name: &str) -> SigningKey {
        trusted(name, &self.gpg(&["--armor", "--export", name]))
    }

    /// Commits `text` as of `date`, signed by the key of `name`.
    fn sign(&self, repo: &Repo, text: &str, name: &str, date: &str) {
        let clock = date.replace('-', "");
        let script = format!(
            "#!/bin/sh\nexec gpg --homedir '{}' --faked-system-time={clock}T120000 \"$@\"\n",
            self.0.path().display()
        );
        let program = self.0.write("sign", script.as_bytes()).unwrap();
        #[cfg(unix)]
        fs::set_permissions(
            &program,
            std::os::unix::fs::PermissionsExt::from_mode(0o700),
        )
        .unwrap();
        repo.git(&["config", "gpg.format", "openpgp"]);
        repo.git(&["config", "gpg.program", program.to_str().unwrap()]);
        repo.git(&["config", "user.signingKey", name]);
        repo.write("content/a.yml", text);
        repo.commit_with(date, &["-S"]);
    }
}

impl Drop for Keyring {
    fn drop(&mut self) {
        // It has started an agent to sign with.
        let mut command = Command::new("gpgconf");
        command.arg("--homedir").arg(self.0.path());
        let _ = command.args(["--kill", "all"]).status();
    }
}

#[test]
fn a_signature_by_openpgp_is_held_against_the_keys_of_the_site() {
    let ring = Keyring::new();
    ring.make("kantor", "never");
    ring.make("asing", "never");
    let repo = Repo::new();
    ring.sign(&repo, "1", "kantor", "2026-01-03");
    ring.sign(&repo, "2", "asing", "2026-01-04");
    ring.sign(&repo, "3", "kantor", "2026-01-05");
    tamper(&repo);

    use Signing::{Invalid, UnknownKey};
    let office = ring.public("kantor");
    assert_eq!(
        signings(&repo, &[office]),
        [by("kantor"), UnknownKey, Invalid]
    );
    let keys = PrivateFolder::new().unwrap();
    let ssh = public("ssh", &ssh_key(keys.path(), "office"));
    assert_eq!(
        signings(&repo, &[ssh]),
        [UnknownKey, UnknownKey, UnknownKey]
    );
}

/// Else a page would say another thing on the day after the key's last.
#[test]
fn a_key_that_is_over_now_was_good_before() {
    let ring = Keyring::new();
    ring.make("kantor", "10d");
    let repo = Repo::new();
    ring.sign(&repo, "1", "kantor", "2026-01-05");
    let office = ring.public("kantor");
    assert_eq!(signings(&repo, &[office]), [by("kantor")]);
}

#[test]
fn signatures_in_the_objects_named_by_sha_256_are_found() {
    let keys = PrivateFolder::new().unwrap();
    let office = ssh_key(keys.path(), "office");
    let repo = Repo::new();
    fs::remove_dir_all(repo.top().join(".git")).unwrap();
    let made = git(repo.top())
        .args(["init", "--quiet", "--object-format=sha256"])
        .status();
    assert!(made.unwrap().success());
    sign(&repo, "1", &office);
    assert_eq!(signings(&repo, &[public("D", &office)]), [by("D")]);
}
