//! New sites as their makers meet them. What `init` says on the way stands in
//! `tests/cli/init.trycmd`; here are the answers from a pipe, and what is on the disk afterwards.

use crate::common;

use crate::common::{Tree, build_command, difference, pantau, repository, said, silently, tree};
use pantau::starter::samples;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Output, Stdio};

/// `pantau init` of `folder`, with `lines` on its standard input.
fn init(folder: &Path, options: &[&str], lines: &str) -> Output {
    let mut command = pantau();
    command.arg("init").arg(folder).args(options);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    // It may have ended without reading anything.
    let _ = child.stdin.take().unwrap().write_all(lines.as_bytes());
    child.wait_with_output().unwrap()
}

fn is_in_order(folder: &Path, day: Option<&str>) {
    let mut command = pantau();
    command.arg("check").arg("--root").arg(folder);
    command.args(day.map(|day| ["--date", day]).iter().flatten());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    assert!(
        said(&output).starts_with("Semua beres:"),
        "{}",
        said(&output)
    );
}

#[test]
fn every_sample_builds_without_a_warning_and_its_editor_finds_the_schemas() {
    let place = tempfile::tempdir().unwrap();
    assert_eq!(samples().len(), 5);
    for sample in samples() {
        let folder = place.path().join(sample.name);
        let output = init(&folder, &["--sample", sample.name], "");
        assert!(output.status.success(), "{}", said(&output));
        let shown = format!("serve --root {} --date {}\n", folder.display(), sample.day);
        assert!(said(&output).contains(&shown), "{}", said(&output));
        is_in_order(&folder, Some(sample.day));
        silently(&mut build_command(
            &folder,
            &folder.join("public"),
            sample.day,
        ));

        let mut files = tree(&folder);
        files.retain(|path, _| !path.starts_with("public/"));
        let ignored = b"/public/\n/.public.pantau-*\n/formulir/\n";
        assert_eq!(files[".gitignore"], ignored);
        let readme = String::from_utf8(files["README.md"].clone()).unwrap();
        assert!(readme.contains(&format!("pantau serve --date {}", sample.day)));
        let mut yaml = 0;
        for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".yml")) {
            let text = str::from_utf8(bytes).unwrap();
            let (first, _) = text.split_once('\n').unwrap();
            let address = first
                .strip_prefix("# yaml-language-server: $schema=")
                .unwrap();
            let schema = folder.join(path).with_file_name(address);
            assert!(schema.is_file(), "{path}: {address}");
            assert_eq!(text.matches("yaml-language-server").count(), 1, "{path}");
            yaml += 1;
        }
        assert!(yaml > 40, "{yaml}");
        assert_eq!(schemas(&files), schemas(&in_docs()));
    }
}

/// The schemas among `files`, by name.
fn schemas(files: &Tree) -> Tree {
    let name = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    let schemas = files
        .iter()
        .filter(|(path, _)| path.ends_with(".schema.json"));
    schemas
        .map(|(path, bytes)| (name(path), bytes.clone()))
        .collect()
}

fn in_docs() -> Tree {
    tree(&repository().join("docs/schemas"))
}

#[test]
fn questions_are_answered_line_by_line_and_a_wrong_answer_is_asked_again() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("kinerja");
    let lines = "\nPemerintah Kota Contoh\nKontrak Jabatan\nen\nid\nkinerja\n\
                 https://kinerja.example/kota/\nJayapura\nWIT\nkinerja@contoh.example\n";
    let output = init(&folder, &[], lines);
    assert!(output.status.success(), "{}", said(&output));
    let asked = String::from_utf8(output.stderr).unwrap();
    let times = |question: &str| asked.matches(question).count();
    assert_eq!(times("Nama pemerintah,"), 2, "{asked}");
    assert_eq!(times("Ini harus dijawab."), 1, "{asked}");
    assert_eq!(times("[Perjanjian Kinerja]:"), 1, "{asked}");
    assert_eq!(times("[id+en]:"), 2, "{asked}");
    assert_eq!(times("[https://kinerja.example/]:"), 2, "{asked}");
    assert_eq!(times("[Asia/Jakarta]:"), 2, "{asked}");
    assert_eq!(times("laporan kesalahan"), 1, "{asked}");

    let files = tree(&folder);
    let text = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    let site = text("content/situs.yml");
    for line in [
        "judul: Pantau Kinerja Kota Contoh",
        "pemerintah: Pemerintah Kota Contoh",
        "alamat: https://kinerja.example/kota/",
        "zona_waktu: Asia/Jayapura",
        "bahasa:\n  - id\nlisensi: CC-BY-4.0",
        "kontak: kinerja@contoh.example",
    ] {
        assert!(site.contains(&format!("\n{line}\n")), "{line}: {site}");
    }
    assert!(text("content/aturan/aturan.yml").contains("\nsebutan: Kontrak Jabatan\n"));
    is_in_order(&folder, None);
    silently(&mut build_command(
        &folder,
        &folder.join("public"),
        "2026-08-01",
    ));
    let home = fs::read_to_string(folder.join("public/index.html")).unwrap();
    assert!(home.contains("Belum ada kontrak yang tercatat."), "{home}");
}

#[test]
fn what_options_say_is_not_asked() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("kinerja");
    let options = ["--government", "Pemerintah Kota Contoh", "--lang", "en"];
    let output = init(&folder, &options, "\n\n\n\nkinerja@contoh.example\n");
    assert!(output.status.success(), "{}", said(&output));
    let asked = String::from_utf8(output.stderr).unwrap();
    assert!(!asked.contains("Name of the government"), "{asked}");
    assert!(asked.starts_with("What the contract is called"), "{asked}");
    assert!(folder.join("content/halaman/tentang.en.md").is_file());
    is_in_order(&folder, None);
}

#[test]
fn an_end_of_answers_is_no_consent_and_leaves_nothing_behind() {
    let cases = [
        ("no answer at all", "", "--government"),
        (
            "the last one is missing",
            "Pemerintah Kota Contoh\n\n\n\n\n",
            "--contact",
        ),
        (
            "after a wrong one",
            "Pemerintah Kota Contoh\n\nen\n",
            "--languages",
        ),
    ];
    for (what, lines, flag) in cases {
        let place = tempfile::tempdir().unwrap();
        let output = init(&place.path().join("a/b"), &[], lines);
        assert_eq!(output.status.code(), Some(2), "{what}");
        let end = format!("satu pertanyaan belum dijawab. Sebutkan dengan {flag}.\n");
        assert!(said(&output).ends_with(&end), "{what}: {}", said(&output));
        assert_eq!(tree(place.path()), Tree::new(), "{what}");
        assert!(!place.path().join("a").exists(), "{what}");
    }
}

#[test]
fn a_repository_that_was_just_made_keeps_what_it_has() {
    let place = tempfile::tempdir().unwrap();
    let before = Tree::from([
        (".git/HEAD".to_owned(), b"ref: refs/heads/main".to_vec()),
        ("README.md".to_owned(), b"punya saya".to_vec()),
        ("LICENSE".to_owned(), b"punya saya".to_vec()),
    ]);
    common::write_tree(place.path(), &before);
    let output = init(place.path(), &["--sample", "mojokerto"], "");
    assert!(output.status.success(), "{}", said(&output));
    let mut after = tree(place.path());
    assert!(after.contains_key("content/situs.yml"));
    let written = after.clone();
    after.retain(|path, _| before.contains_key(path));
    assert_eq!(difference(&before, &after), None);

    let output = init(place.path(), &["--sample", "bekasi"], "");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(difference(&written, &tree(place.path())), None);
}

/// The last question, where a host of git is to run something.
#[test]
fn a_host_of_git_is_asked_for_and_its_file_written() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("kinerja");
    let lines =
        "Pemerintah Kota Contoh\n\n\n\nAsia/Makassar\nkinerja@contoh.example\nbitbucket\nforgejo\n";
    let output = init(&folder, &[], lines);
    assert!(output.status.success(), "{}", said(&output));
    let asked = String::from_utf8(output.stderr).unwrap();
    assert_eq!(asked.matches("Tempat repositorinya").count(), 2, "{asked}");
    let text = fs::read_to_string(folder.join(".forgejo/workflows/situs.yml")).unwrap();
    assert!(text.contains("cron: \"20 16 * * *\""), "{text}");
    is_in_order(&folder, None);

    let folder = place.path().join("tanpa");
    let lines = "Pemerintah Kota Contoh\n\n\n\n\nkinerja@contoh.example\n\n";
    assert!(init(&folder, &[], lines).status.success());
    let files = tree(&folder);
    let runs = [".github", ".gitlab", ".forgejo"];
    assert!(
        !files
            .keys()
            .any(|path| runs.iter().any(|begin| path.starts_with(begin)))
    );
    let folder = place.path().join("tidak");
    let options = ["--sample", "bekasi", "--ci", "none"];
    assert!(init(&folder, &options, "").status.success());
    assert!(!folder.join(".github").exists());
}
