//! Every command of pantau that a document shows, run as it stands there.
//!
//! Each runs in a copy of one site, with a past: what it needs besides is made for it, its questions
//! are answered, and it has to end as well as the document says.

use crate::common::documents::{commands, documents, filled};
use crate::common::host::hosted;
use crate::common::{
    copy_content, git_command, pantau, repository, said, silently, tree, write_tree,
};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use tempfile::TempDir;

/// The folder that documents call a sample; the place that commands are typed in otherwise.
const SAMPLE: &str = "contoh";

/// A day on which the third quarter of the sample is over.
const DAY: &str = "2026-11-21";

/// A sample and its past, below a folder in which others are begun.
fn sample() -> TempDir {
    let place = tempfile::tempdir().unwrap();
    let mut init = pantau();
    init.args(["init", SAMPLE, "--sample", "trenggalek", "--history"]);
    let output = init.current_dir(place.path()).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    // It is copied often: one file of git's is faster than hundreds.
    let mut pack = git_command(&place.path().join(SAMPLE), &["gc", "--quiet"]);
    assert!(pack.status().unwrap().success());
    place
}

/// How a command is met.
struct Circumstances {
    /// Run before it, in the same folder.
    first: &'static [&'static str],
    /// Lines that answer its questions.
    answers: &'static str,
    /// What its exit code may be.
    ends: &'static [i32],
}

const PLAIN: Circumstances = Circumstances {
    first: &[],
    answers: "",
    ends: &[0],
};

/// What `words`, of which the first is the verb, needs; the sample with a past has violations, which `check` tells.
fn circumstances(words: &[&str]) -> Circumstances {
    match words {
        ["init", _] => Circumstances {
            answers: "Pemerintah Kota Contoh\n\n\n\n\nkinerja@contoh.example\n\n",
            ..PLAIN
        },
        ["check", ..] => Circumstances {
            ends: &[0, 1],
            ..PLAIN
        },
        ["import", "formulir", ..] => Circumstances {
            first: &["formulir --triwulan 2026-tw4"],
            ..PLAIN
        },
        ["import-pk", ..] => Circumstances {
            answers: "1\n2027\n\n\n\n\nya\n",
            ..PLAIN
        },
        ["new", "opd"] => Circumstances {
            answers: "Dinas Arsip\n\n\n",
            ..PLAIN
        },
        ["new", "jabatan"] => Circumstances {
            answers: "Kepala Dinas Arsip\n\n1\n\n\n",
            ..PLAIN
        },
        ["new", "pejabat"] => Circumstances {
            answers: "Drs. Budi Santoso, M.Si.\n\n1\n\n2026-11-02\n\n\n",
            ..PLAIN
        },
        ["new", "kontrak"] => Circumstances {
            answers: "1\n2027\n\n\n\n\n-\n",
            ..PLAIN
        },
        ["merge", "bagian/1", "bagian/2", "bagian/3", ..] => Circumstances {
            first: &[
                "build --date 2026-11-21 --shard 1/3 --out bagian/1",
                "build --date 2026-11-21 --shard 2/3 --out bagian/2",
                "build --date 2026-11-21 --shard 3/3 --out bagian/3",
            ],
            ..PLAIN
        },
        ["merge", "bagian/*", ..] => Circumstances {
            first: &["build --date 2026-11-21 --shard 1/1 --out bagian/1"],
            ..PLAIN
        },
        ["merge", "unduhan/*/bagian", ..] => Circumstances {
            first: &["build --date 2026-11-21 --shard 1/1 --out unduhan/1/bagian"],
            ..PLAIN
        },
        _ => PLAIN,
    }
}

/// A table of a performance agreement as offices have them.
const AGREEMENT: &str = "\
Sasaran;Indikator;Satuan;Target;TW I;TW II;TW III;TW IV
Meningkatnya mutu layanan;Indeks kepuasan masyarakat;poin;85,5;84;84,5;85;85,5
";

fn write_agreement(to: &Path) {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, line) in (0..).zip(AGREEMENT.lines()) {
        for (column, cell) in (0..).zip(line.split(';')) {
            match cell.replace(',', ".").parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) => sheet.write_string(row, column, cell).unwrap(),
            };
        }
    }
    workbook.save(to).unwrap();
}

fn run(folder: &Path, words: &[&str], answers: &str) -> Output {
    let mut command = pantau();
    command.args(words).current_dir(folder);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    // It may have ended without reading anything.
    let _ = child.stdin.take().unwrap().write_all(answers.as_bytes());
    child.wait_with_output().unwrap()
}

/// Each name of a folder or file that a shell would make of `word`.
fn expanded(folder: &Path, word: &str) -> Vec<String> {
    if !word.contains('*') {
        return vec![word.to_owned()];
    }
    let pattern = folder.join(word);
    let options = glob::MatchOptions {
        require_literal_leading_dot: true,
        ..Default::default()
    };
    let found = glob::glob_with(pattern.to_str().unwrap(), options).unwrap();
    let found = found.map(|path| path.unwrap().to_str().unwrap().to_owned());
    found.collect()
}

/// Whether a preview of `words` says where it stands; it is ended then.
fn is_served(folder: &Path, words: &[&str]) -> bool {
    let mut command = pantau();
    command
        .args(words)
        .args(["--port", "0"])
        .current_dir(folder);
    // Nobody has a browser here.
    command.env("BROWSER", "true");
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    let lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let stands = lines
        .map_while(Result::ok)
        .any(|line| line.contains("http://127.0.0.1:"));
    child.kill().unwrap();
    child.wait().unwrap();
    stands
}

/// A published site of the sample's sources, without a past, below an address; what is compared stands in `folder`.
fn published_site(folder: &Path) -> String {
    copy_content(repository(), folder);
    silently(
        pantau()
            .args(["build", "--date", DAY, "--quiet"])
            .current_dir(folder),
    );
    let server = hosted(tree(&folder.join("public")));
    format!("{}repo/", server.address)
}

/// Types `words` in a copy of `sample` and gives back what went wrong.
fn typed(sample: &Path, words: &[&str]) -> Result<(), String> {
    let place = tempfile::tempdir().unwrap();
    match words {
        ["init", ..] => tried(place.path(), words),
        ["serve", ..] => {
            copy(sample, place.path());
            match is_served(&folder_of(place.path(), words), words) {
                true => Ok(()),
                false => Err("no address was told".to_owned()),
            }
        }
        ["verify", address, rest @ ..] if address.starts_with("https://") => {
            let address = published_site(place.path());
            let words = [&["verify", &*address], rest].concat();
            ended(&run(place.path(), &words, ""), &[0])
        }
        _ => {
            copy(sample, place.path());
            tried(&folder_of(place.path(), words), words)
        }
    }
}

fn copy(sample: &Path, to: &Path) {
    write_tree(to, &tree(sample));
    // A packed repository has nothing in it, and is none without it.
    fs::create_dir_all(to.join(SAMPLE).join(".git/refs")).unwrap();
}

/// Where `words` are typed: in the sample, unless they name it.
fn folder_of(place: &Path, words: &[&str]) -> PathBuf {
    match words.windows(2).any(|pair| pair == ["--root", SAMPLE]) {
        true => place.to_owned(),
        false => place.join(SAMPLE),
    }
}

/// Runs `words` in `folder`, after what they need.
fn tried(folder: &Path, words: &[&str]) -> Result<(), String> {
    if let ["import-pk", table, ..] = words {
        write_agreement(&folder.join(table));
    }
    let circumstances = circumstances(words);
    for first in circumstances.first {
        let first: Vec<&str> = first.split(' ').collect();
        ended(&run(folder, &first, ""), &[0])?;
    }
    let words = words.iter().flat_map(|word| expanded(folder, word));
    let words: Vec<String> = words.collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let output = run(folder, &words, circumstances.answers);
    ended(&output, circumstances.ends)
}

fn ended(output: &Output, codes: &[i32]) -> Result<(), String> {
    match output.status.code() {
        Some(code) if codes.contains(&code) => Ok(()),
        code => Err(format!("exit code {code:?}\n{}", said(output))),
    }
}

#[test]
fn every_command_of_a_document_works_as_it_stands() {
    let sample = sample();
    let mut shown = BTreeMap::new();
    for (path, text) in documents() {
        for command in commands(&text) {
            let command: Vec<String> = command.into_iter().skip(1).map(filled).collect();
            shown.entry(command).or_insert_with(|| path.clone());
        }
    }
    assert!(shown.len() > 30, "only {} commands", shown.len());
    let failures = shown.par_iter().filter_map(|(command, path)| {
        let words: Vec<&str> = command.iter().map(String::as_str).collect();
        let why = typed(sample.path(), &words).err()?;
        Some(format!("{path}: pantau {}: {why}", command.join(" ")))
    });
    let failures: Vec<String> = failures.collect();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}
