//! A site built in parts: what each part holds, and that all of them together are what one build writes.

use crate::common::{
    Tree, build_command, copy_content, difference, golden, pantau, published, repository, said,
    silently, site, tree,
};
use pantau::disk;
use pantau::site::{Page, Portion, Shard};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const DAY: &str = "2026-08-01";

/// The parts of the site at `root` in the folders `1` to `of` of `folder`.
fn parts(root: &Path, folder: &Path, of: usize, date: &str) -> Vec<PathBuf> {
    let places = (1..=of).map(|number| folder.join(number.to_string()));
    let places: Vec<PathBuf> = places.collect();
    for (number, place) in (1..).zip(&places) {
        silently(&mut part_command(root, place, number, of, date));
    }
    places
}

fn part_command(root: &Path, place: &Path, number: usize, of: usize, date: &str) -> Command {
    let mut command = build_command(root, place, date);
    command.args(["--shard", &format!("{number}/{of}")]);
    command
}

fn merge_command(parts: &[PathBuf], out: &Path) -> Command {
    let mut command = pantau();
    command.arg("merge").args(parts).arg("--out").arg(out);
    command
}

/// The exit code of a command and everything that it said.
fn outcome(command: &mut Command) -> (Option<i32>, String) {
    let output = command.output().unwrap();
    (output.status.code(), said(&output))
}

/// A site with frozen quarters, and with a media file.
fn with_media(root: &Path) {
    copy_content(&golden("frozen"), root);
    fs::create_dir(root.join("content/media")).unwrap();
    fs::write(root.join("content/media/catatan.txt"), "Catatan rapat.\n").unwrap();
}

fn only(root: &Path, out: &Path, patterns: &[&str]) -> (Option<i32>, String) {
    let mut command = build_command(root, out, DAY);
    patterns.iter().for_each(|pattern| {
        command.args(["--only", pattern]);
    });
    outcome(&mut command)
}

#[test]
fn what_was_asked_for_is_written_as_the_whole_site_has_it_and_nothing_else() {
    let place = tempfile::tempdir().unwrap();
    let (root, out) = (place.path(), place.path().join("part"));
    with_media(root);
    silently(&mut build_command(root, &place.path().join("whole"), DAY));
    let whole = published(&place.path().join("whole"));
    let within = |path: &str, folder: &str| path.starts_with(folder);
    let is_page = |path: &str| path.ends_with("/index.html") || path == "index.html";
    type Choice<'a> = (&'a [&'a str], &'a dyn Fn(&str) -> bool);
    let choices: [Choice<'_>; 6] = [
        (&["**"], &|path| path != "manifest.json"),
        (&["*"], &|path| {
            !path.contains('/') && path != "manifest.json"
        }),
        (&["**/index.html"], &is_page),
        // One page of the two that a batch renders together.
        (&["pejabat/*/index.html"], &|path| {
            within(path, "pejabat/") && is_page(path) && path.split('/').count() == 3
        }),
        (&["pejabat/*/2026/index.html", "media/**"], &|path| {
            within(path, "media/")
                || path.starts_with("pejabat/") && path.ends_with("/2026/index.html")
        }),
        (&["aset/cari/*", "feed.*"], &|path| {
            within(path, "aset/cari/") || within(path, "feed.")
        }),
    ];
    for (patterns, is_asked) in choices {
        assert_eq!(only(root, &out, patterns), (Some(0), String::new()));
        let mut expected = whole.clone();
        expected.retain(|path, _| is_asked(path));
        assert!(!expected.is_empty(), "{patterns:?}");
        assert_eq!(
            difference(&expected, &published(&out)),
            None,
            "{patterns:?}"
        );
        let mark = fs::read_to_string(out.join(".pantau")).unwrap();
        assert!(mark.ends_with("\npart\n"), "{mark}");
    }
}

#[test]
fn a_part_leaves_a_whole_site_and_a_whole_site_takes_the_place_of_a_part() {
    let place = tempfile::tempdir().unwrap();
    let (root, out) = (golden("minimal"), place.path().join("out"));
    silently(&mut build_command(&root, &out, DAY));
    let whole = tree(&out);
    let (code, told) = only(&root, &out, &["robots.txt"]);
    assert_eq!(code, Some(2));
    assert!(told.contains("berisi situs yang utuh"), "{told}");
    assert_eq!(difference(&whole, &tree(&out)), None);

    let part = place.path().join("part");
    assert_eq!(only(&root, &part, &["robots.txt"]).0, Some(0));
    silently(&mut build_command(&root, &part, DAY));
    assert_eq!(difference(&whole, &tree(&part)), None);
}

#[test]
fn the_whole_gate_stands_before_a_part() {
    let place = tempfile::tempdir().unwrap();
    copy_content(&golden("minimal"), place.path());
    let report = place.path().join("content/hasil/2026/tw2/kepala.yml");
    let text = fs::read_to_string(&report).unwrap();
    fs::write(&report, text.replace("nilai: 81", "nilai: 81.000")).unwrap();
    let out = place.path().join("part");
    let (code, told) = only(place.path(), &out, &["robots.txt"]);
    assert_eq!(code, Some(1));
    assert!(
        told.contains("content/hasil/2026/tw2/kepala.yml:4:12"),
        "{told}"
    );
    assert!(!out.exists());
}

#[test]
fn a_pattern_without_a_file_is_told_and_nothing_is_written() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("part");
    let (code, told) = only(&golden("minimal"), &out, &["robots.txt", "pejabat/*.html"]);
    assert_eq!(code, Some(2));
    assert!(told.contains("--only pejabat/*.html: "), "{told}");
    assert_eq!(tree(place.path()), Tree::new());
}

/// The sample sites, each with the day on which it is looked at.
fn samples() -> Vec<(PathBuf, String)> {
    let list = fs::read_to_string(repository().join("tests/sites/samples.txt")).unwrap();
    let lines = list
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    let samples = lines.map(|line| {
        let mut fields = line.split_whitespace().skip(1);
        let day = fields.next().unwrap().to_owned();
        let content = repository().join(fields.next().unwrap());
        (content.parent().unwrap().to_owned(), day)
    });
    samples.collect()
}

/// How many parts each sample is built in.
const COUNTS: [(&str, usize); 5] = [
    ("content", 2),
    ("bekasi", 1),
    ("mojokerto", 3),
    ("pontianak", 7),
    ("pamekasan", 2),
];

/// Every file but the description is in one part alone, and all of them merged are one build, byte for byte.
#[test]
fn parts_merged_are_the_site_that_one_build_writes() {
    let samples = samples();
    assert_eq!(samples.len(), COUNTS.len());
    for ((root, day), (name, of)) in samples.iter().zip(COUNTS) {
        assert!(root.ends_with(name) || root == repository(), "{name}");
        holds_its_parts(root, day, &[of]);
    }
}

/// Whatever the number of parts, each batch of a site is in one of them.
#[test]
fn each_batch_is_in_one_part() {
    for (root, date) in samples() {
        let site = site(&disk::read(&root).unwrap(), &date);
        let sorted = |mut batches: Vec<Vec<Page>>| {
            batches.sort();
            batches
        };
        let whole = sorted(site.batches());
        assert_eq!(sorted(site.batches_of(&Portion::Whole)), whole);
        for of in [1, 2, 3, 7, 30, 5_000] {
            let shards = (1..=of).map(|number| Shard::new(number, of).unwrap());
            // Of so many parts most are empty.
            let shards = shards.filter(|shard| of < 5_000 || shard.number() % 1_000 < 3);
            let parts: Vec<_> = shards
                .map(|s| site.batches_of(&Portion::Shard(s)))
                .collect();
            if of < 5_000 {
                assert_eq!(sorted(parts.concat()), whole, "{of} parts");
            } else {
                assert!(parts.concat().len() < whole.len() / 10);
            }
        }
    }
}

fn holds_its_parts(root: &Path, day: &str, counts: &[usize]) {
    let place = tempfile::tempdir().unwrap();
    let whole = place.path().join("whole");
    silently(&mut build_command(root, &whole, day));
    let whole = published(&whole);
    for of in counts {
        let folder = place.path().join(format!("of-{of}"));
        let places = parts(root, &folder, *of, day);
        let mut found: BTreeMap<String, usize> = BTreeMap::new();
        for file in places.iter().flat_map(|place| published(place).into_keys()) {
            *found.entry(file).or_default() += 1;
        }
        assert_eq!(found.remove("part.json"), Some(*of));
        assert!(
            found.values().all(|times| *times == 1),
            "{}",
            root.display()
        );
        assert_eq!(found.len() + 1, whole.len());
        let out = folder.join("out");
        silently(&mut merge_command(&places, &out));
        assert_eq!(
            difference(&whole, &published(&out)),
            None,
            "{}",
            root.display()
        );
    }
}

/// More parts than files, media and the program of a web form among them; and `verify` finds nothing.
#[test]
fn parts_may_be_empty_and_hold_what_is_published_as_it_is() {
    let place = tempfile::tempdir().unwrap();
    let root = place.path();
    with_media(root);
    let settings = root.join("content/situs.yml");
    let text = fs::read_to_string(&settings).unwrap();
    let form = "admin:\n  penyedia: github\n  repositori: dinas/kinerja\n";
    fs::write(&settings, format!("{text}{form}")).unwrap();
    fs::create_dir_all(root.join("cms/chunks")).unwrap();
    fs::write(root.join("cms/index.js"), "// a").unwrap();
    fs::write(root.join("cms/chunks/b.js"), "// b").unwrap();
    let whole = root.join("public");
    silently(&mut build_command(root, &whole, DAY));
    let files = published(&whole).len();
    let places = parts(root, &root.join("parts"), files + 20, DAY);
    let is_empty = |place: &PathBuf| published(place).len() == 1;
    assert!(places.iter().filter(|place| is_empty(place)).count() >= 20);
    let out = root.join("merged");
    silently(&mut merge_command(&places, &out));
    assert_eq!(difference(&published(&whole), &published(&out)), None);
    for file in [
        "media/catatan.txt",
        "admin/cms/index.js",
        "admin/cms/chunks/b.js",
    ] {
        assert!(out.join(file).is_file(), "{file}");
    }
    let mut verify = pantau();
    let (code, told) = outcome(verify.arg("verify").arg(&out).arg("--root").arg(root));
    assert_eq!(code, Some(0), "{told}");
}

/// Two parts of a small site, merged once.
struct Merged {
    folder: tempfile::TempDir,
    parts: Vec<PathBuf>,
    before: Tree,
}

impl Merged {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let parts = parts(&golden("minimal"), folder.path(), 2, DAY);
        silently(&mut merge_command(&parts, &folder.path().join("out")));
        let before = tree(&folder.path().join("out"));
        Self {
            folder,
            parts,
            before,
        }
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    /// Where the part is that has a file of the site.
    fn holding(&self, file: &str) -> PathBuf {
        let mut places = self.parts.iter().map(|part| part.join(file));
        places.find(|place| place.exists()).unwrap()
    }

    /// That these parts are refused with each of `lines`, and that the site stays as it is.
    fn refuses(&self, lines: &[String]) {
        let (code, told) = outcome(&mut merge_command(&self.parts, &self.out()));
        assert_eq!(code, Some(1), "{told}");
        let told: Vec<&str> = told.lines().collect();
        assert_eq!(told[..told.len() - 1], *lines);
        let out = self.out().display().to_string();
        assert_eq!(
            told.last().unwrap(),
            &format!("Tidak digabungkan; {out} tetap seperti semula.")
        );
        assert_eq!(difference(&self.before, &tree(&self.out())), None);
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let others = names.filter(|name| !is_kept_for_the_next_build(name));
        assert_eq!(others.count(), 3, "something is left beside the site");
    }
}

fn is_kept_for_the_next_build(name: &str) -> bool {
    name.ends_with(".pantau-ingatan") || name.ends_with(".pantau-bacaan")
}

/// Replaces what stands at `place`, which may be a hard link into the published site.
fn rewrite(place: &Path, bytes: &[u8]) {
    fs::remove_file(place).unwrap();
    fs::write(place, bytes).unwrap();
}

#[test]
fn files_that_are_not_as_they_were_built_are_told() {
    let merged = Merged::new();
    let name = |place: &Path| place.parent().unwrap().display().to_string();
    let [page, robots] = ["index.html", "robots.txt"].map(|file| merged.holding(file));

    let bytes = fs::read(&page).unwrap();
    let mut other = bytes.clone();
    other[0] ^= 1;
    let changed = format!(
        "{}: index.html bukan lagi seperti saat disusun.",
        name(&page)
    );
    for other in [&other[..], &bytes[1..], b""] {
        rewrite(&page, other);
        merged.refuses(std::slice::from_ref(&changed));
    }
    rewrite(&page, &bytes);

    let text = fs::read(&robots).unwrap();
    fs::remove_file(&robots).unwrap();
    let missing = format!("{}: robots.txt tidak ada.", name(&robots));
    merged.refuses(std::slice::from_ref(&missing));
    fs::create_dir(&robots).unwrap();
    merged.refuses(std::slice::from_ref(&missing));
    fs::remove_dir(&robots).unwrap();
    fs::write(&robots, &text).unwrap();

    let extra = merged.parts[1].join("pejabat/tambahan.html");
    fs::create_dir_all(extra.parent().unwrap()).unwrap();
    fs::write(&extra, "x").unwrap();
    let place = merged.parts[1].display();
    merged.refuses(&[format!(
        "{place}: pejabat/tambahan.html bukan dari bagian ini."
    )]);
    fs::remove_file(&extra).unwrap();

    silently(&mut merge_command(&merged.parts, &merged.out()));
    assert_eq!(difference(&merged.before, &tree(&merged.out())), None);
}

#[cfg(unix)]
#[test]
fn nothing_is_taken_through_a_link() {
    let merged = Merged::new();
    let robots = merged.holding("robots.txt");
    let part = robots.parent().unwrap().to_owned();
    let elsewhere = merged.folder.path().join("1/aset");
    fs::rename(&robots, elsewhere.join("robots.txt")).unwrap();
    std::os::unix::fs::symlink(elsewhere.join("robots.txt"), &robots).unwrap();
    let (code, told) = outcome(&mut merge_command(&merged.parts, &merged.out()));
    assert_eq!(code, Some(1));
    let missing = format!("{}: robots.txt tidak ada.\n", part.display());
    assert!(told.contains(&missing), "{told}");
    assert_eq!(difference(&merged.before, &tree(&merged.out())), None);
}

#[test]
fn a_description_that_says_something_else_is_refused() {
    let merged = Merged::new();
    let description = merged.parts[1].join("part.json");
    let text = fs::read_to_string(&description).unwrap();
    let place = merged.parts[1].display();
    let unread = |why: &str| format!("{place}/part.json tidak terbaca: {why}");
    let path = text.split("\"path\":\"").nth(1).unwrap();
    let path = path.split('"').next().unwrap();
    let in_first = tree(&merged.parts[0])
        .into_keys()
        .find(|file| file.ends_with(".html"));
    let in_first = in_first.unwrap();
    for (from, to, lines) in [
        (
            "\"format\": 1",
            "\"format\": 2",
            vec![unread("format 2 is not known")],
        ),
        (
            "\"part\": 2",
            "\"part\": 3",
            vec![unread("parts of 2 are 1/2 to 2/2")],
        ),
        (
            path,
            "../rahasia",
            vec![unread(
                "manifest.json menyebut \"../rahasia\", yang tidak mungkin berkas terbitan.",
            )],
        ),
        (
            path,
            &in_first,
            vec![format!(
                "{in_first} ada dalam dua bagian: {} dan {place}.",
                merged.parts[0].display()
            )],
        ),
        (
            path,
            "tiada.html",
            vec![
                format!("{place}: tiada.html tidak ada."),
                format!("{place}: {path} bukan dari bagian ini."),
            ],
        ),
    ] {
        let other = text.replacen(from, to, 1);
        assert_ne!(other, text, "{from}");
        rewrite(&description, other.as_bytes());
        merged.refuses(&lines);
    }
    rewrite(&description, text.as_bytes());
    silently(&mut merge_command(&merged.parts, &merged.out()));
}

/// Where no git tells of the state, the sources do; a state of another past is another one as well.
#[test]
fn parts_of_different_sources_are_told_also_without_git() {
    let place = tempfile::tempdir().unwrap();
    let root = place.path();
    with_media(root);
    let note = root.join("content/media/catatan.txt");
    let places = parts(root, &root.join("parts"), 2, DAY);
    for (file, text) in [
        (note.clone(), "Catatan lain.\n".to_owned()),
        (root.join("content/media/baru.txt"), "Baru.\n".to_owned()),
        (
            root.join("content/situs.yml"),
            fs::read_to_string(root.join("content/situs.yml")).unwrap() + "# x\n",
        ),
    ] {
        let before = fs::read(&file).ok();
        fs::write(&file, text).unwrap();
        silently(&mut part_command(root, &places[1], 2, 2, DAY));
        let (code, told) = outcome(&mut merge_command(&places, &root.join("out")));
        assert_eq!(code, Some(1));
        assert!(
            told.contains("dari sumber yang berbeda (SHA-256 "),
            "{told}"
        );
        assert!(!root.join("out").exists());
        match before {
            Some(bytes) => fs::write(&file, bytes).unwrap(),
            None => fs::remove_file(&file).unwrap(),
        }
    }
    silently(&mut part_command(root, &places[1], 2, 2, DAY));
    silently(&mut merge_command(&places, &root.join("out")));
}

/// A second merge keeps what is unchanged, and a new site does not change the parts.
#[test]
fn a_merge_over_an_older_site_is_the_new_one() {
    let merged = Merged::new();
    let before: Vec<Tree> = merged.parts.iter().map(|part| tree(part)).collect();
    let day = "2026-12-01";
    let others = parts(
        &golden("minimal"),
        &merged.folder.path().join("new"),
        2,
        day,
    );
    silently(&mut merge_command(&others, &merged.out()));
    let whole = merged.folder.path().join("whole");
    silently(&mut build_command(&golden("minimal"), &whole, day));
    assert_eq!(difference(&tree(&whole), &tree(&merged.out())), None);
    assert_ne!(tree(&merged.out()), merged.before);
    let after: Vec<Tree> = merged.parts.iter().map(|part| tree(part)).collect();
    assert!(before == after);
}
