use super::*;
use crate::disk::summary::SPARE_FROM_FILES;
use std::collections::BTreeSet;
use tempfile::TempDir;
use walkdir::WalkDir;

/// A folder that holds the output and what stands beside it.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn out(&self) -> PathBuf {
        self.0.path().join("public")
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.out().join(path)).unwrap()
    }

    fn begin(&self) -> Result<Publication, DiskError> {
        Publication::begin(&self.out())
    }

    fn publish(&self, files: &[(&str, &str)]) -> Summary {
        let publication = self.begin().unwrap();
        for (path, text) in files {
            publication.write(path, text.as_bytes()).unwrap();
        }
        publication.finish().unwrap()
    }

    /// What stands beside the output, which should be nothing.
    fn neighbours(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name != "public").collect()
    }
}

#[cfg(unix)]
fn inode(path: &Path) -> u64 {
    std::os::unix::fs::MetadataExt::ino(&fs::metadata(path).unwrap())
}

#[test]
fn a_site_is_published_where_nothing_was() {
    let place = Place::new();
    let summary = place.publish(&[("index.html", "<p>"), ("pejabat/ratna/index.html", "<b>")]);
    assert_eq!(
        summary,
        Summary {
            written: 2,
            kept: 0,
            removed: 0,
            bytes: 6
        }
    );
    assert_eq!(place.read("pejabat/ratna/index.html"), "<b>");
    let mark = format!("pantau {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(place.read(MARK), mark);
    assert!(place.neighbours().is_empty());
}

#[test]
fn a_site_is_published_into_an_empty_folder_and_below_folders_to_come() {
    let place = Place::new();
    fs::create_dir(place.out()).unwrap();
    place.publish(&[("index.html", "a")]);
    assert_eq!(place.read("index.html"), "a");
    let deep = place.0.path().join("a/b/site");
    let publication = Publication::begin(&deep).unwrap();
    publication.finish().unwrap();
    assert!(deep.join(MARK).exists());
}

#[cfg(unix)]
#[test]
fn what_has_not_changed_is_kept_and_what_is_gone_is_removed() {
    let place = Place::new();
    place.publish(&[
        ("same", "1"),
        ("length", "22"),
        ("bytes", "3"),
        ("x/gone", "4"),
    ]);
    let before = ["same", "length", "bytes"].map(|name| inode(&place.out().join(name)));
    let summary = place.publish(&[("same", "1"), ("length", "2"), ("bytes", "9"), ("new", "5")]);
    let after = ["same", "length", "bytes"].map(|name| inode(&place.out().join(name)));
    assert_eq!(before[0], after[0]);
    assert_ne!(before[1], after[1]);
    assert_ne!(before[2], after[2]);
    assert!(!place.out().join("x").exists());
    assert_eq!(
        summary,
        Summary {
            written: 3,
            kept: 1,
            removed: 1,
            bytes: 4
        }
    );
    assert_eq!(place.read("length") + &place.read("bytes"), "29");
    assert!(place.neighbours().is_empty());
}

#[test]
fn what_was_published_before_can_be_looked_at_while_the_new_tree_is_written() {
    let site = Place::new();
    assert_eq!(site.begin().unwrap().earlier("a/index.html"), None);
    site.publish(&[("a/index.html", "lama")]);
    let publication = site.begin().unwrap();
    publication.write("a/index.html", b"baru").unwrap();
    assert_eq!(publication.earlier("a/index.html").unwrap(), b"lama");
    for path in ["b", "a", ""] {
        assert_eq!(publication.earlier(path), None, "{path:?}");
    }
    drop(publication);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("a/index.html", site.out().join("tautan")).unwrap();
        assert_eq!(site.begin().unwrap().earlier("tautan"), None);
    }
}

#[cfg(unix)]
#[test]
fn media_are_copied_and_never_linked_to_their_source() {
    let place = Place::new();
    let source = place.0.path().join("photo.jpg");
    let large = "x".repeat(200_000);
    fs::write(&source, &large).unwrap();
    let published = place.out().join("media/photo.jpg");
    let publish = || {
        let publication = place.begin().unwrap();
        publication.copy("media/photo.jpg", &source).unwrap();
        publication.finish().unwrap()
    };
    assert_eq!(publish().written, 1);
    assert_ne!(inode(&published), inode(&source));
    let first = inode(&published);
    assert_eq!(publish().kept, 1);
    assert_eq!(inode(&published), first);
    fs::write(&source, large.replacen('x', "y", 1)).unwrap();
    assert_eq!(publish().written, 1);
    assert!(place.read("media/photo.jpg").starts_with('y'));
}

#[test]
fn a_dropped_publication_leaves_the_old_tree() {
    let place = Place::new();
    place.publish(&[("index.html", "old")]);
    let publication = place.begin().unwrap();
    publication.write("index.html", b"new").unwrap();
    publication.write("other.html", b"new").unwrap();
    drop(publication);
    assert_eq!(place.read("index.html"), "old");
    assert!(!place.out().join("other.html").exists());
    assert!(place.neighbours().is_empty());
}

#[test]
fn a_foreign_folder_is_refused_and_stays() {
    let place = Place::new();
    fs::create_dir(place.out()).unwrap();
    fs::write(place.out().join("thesis.docx"), "years").unwrap();
    let error = place.begin().unwrap_err();
    assert!(
        matches!(&error, DiskError::Foreign { found, .. } if found == Path::new("thesis.docx"))
    );
    assert!(error.to_string().contains("was not written by pantau"));
    assert_eq!(place.read("thesis.docx"), "years");
    assert!(place.neighbours().is_empty());
}

#[test]
fn a_working_copy_of_git_is_refused_even_with_a_mark() {
    let place = Place::new();
    place.publish(&[("index.html", "a")]);
    fs::create_dir(place.out().join(".git")).unwrap();
    let error = place.begin().unwrap_err();
    assert!(matches!(error, DiskError::Foreign { found, .. } if found == Path::new(".git")));
}

#[test]
fn files_that_come_into_an_empty_folder_meanwhile_are_not_lost() {
    let place = Place::new();
    fs::create_dir(place.out()).unwrap();
    let publication = place.begin().unwrap();
    fs::write(place.out().join("thesis.docx"), "years").unwrap();
    assert!(publication.finish().is_err());
    assert_eq!(place.read("thesis.docx"), "years");
}

#[test]
fn a_file_in_the_place_of_the_output_is_refused() {
    let place = Place::new();
    fs::write(place.out(), "file").unwrap();
    assert!(matches!(place.begin(), Err(DiskError::Io { .. })));
    assert_eq!(fs::read_to_string(place.out()).unwrap(), "file");
}

#[test]
fn no_path_leaves_the_tree() {
    let place = Place::new();
    let publication = place.begin().unwrap();
    for path in ["../escaped", "/tmp/escaped", "a/../../escaped", "", "a//b"] {
        let error = publication.write(path, b"x").unwrap_err();
        assert!(matches!(error, DiskError::OutsideTree { .. }), "{path}");
        let error = publication.copy(path, Path::new("/dev/null")).unwrap_err();
        assert!(matches!(error, DiskError::OutsideTree { .. }), "{path}");
    }
    assert!(!place.0.path().join("escaped").exists());
}

#[test]
fn folders_can_be_made_before_their_files_come() {
    let place = Place::new();
    let publication = place.begin().unwrap();
    let files = ["a.html", "b/c.html", "b/d/e.html", "b/d/f.html"];
    publication.make_folders(files.into_iter()).unwrap();
    let folders: Vec<String> = publication.folders().into_keys().collect();
    assert_eq!(folders, ["", "b", "b/d"]);
    assert!(publication.make_folders(["../g.html"].into_iter()).is_err());
    for file in files {
        publication.write(file, b"x").unwrap();
    }
    assert_eq!(publication.finish().unwrap().written, files.len());
}

#[test]
fn a_path_is_written_once() {
    let place = Place::new();
    place.publish(&[("a", "1")]);
    let publication = place.begin().unwrap();
    publication.write("a", b"1").unwrap();
    assert!(publication.write("a", b"1").is_err());
    assert!(publication.write("a", b"2").is_err());
    assert!(publication.write(MARK, b"not pantau").is_err());
}

#[test]
fn a_second_run_is_told_to_wait() {
    let place = Place::new();
    let first = place.begin().unwrap();
    let error = place.begin().unwrap_err();
    assert!(matches!(error, DiskError::Busy { .. }));
    first.write("a", b"1").unwrap();
    first.finish().unwrap();
    assert_eq!(place.read("a"), "1");
    place.begin().unwrap();
}

#[test]
fn another_output_beside_it_is_not_in_the_way() {
    let place = Place::new();
    let first = place.begin().unwrap();
    let other = Publication::begin(&place.0.path().join("public2")).unwrap();
    other.finish().unwrap();
    first.finish().unwrap();
    assert!(place.out().exists());
}

#[test]
fn leftovers_of_a_killed_run_are_removed() {
    let place = Place::new();
    place.publish(&[("index.html", "a")]);
    let leftover = place.0.path().join(".public.pantau-baru-1");
    fs::create_dir_all(leftover.join("pejabat")).unwrap();
    fs::write(leftover.join("pejabat/x"), "half").unwrap();
    fs::write(place.0.path().join(".public.pantau-kunci"), "").unwrap();
    place.publish(&[("index.html", "b")]);
    assert!(place.neighbours().is_empty());
}

#[test]
fn a_tree_that_a_killed_run_has_put_aside_comes_back() {
    let place = Place::new();
    place.publish(&[("index.html", "a")]);
    fs::rename(place.out(), place.0.path().join(".public.pantau-lama")).unwrap();
    drop(place.begin().unwrap());
    assert_eq!(place.read("index.html"), "a");
    assert!(place.neighbours().is_empty());
}

#[cfg(unix)]
#[test]
fn a_link_to_the_output_stays_a_link() {
    let place = Place::new();
    place.publish(&[("index.html", "a")]);
    let link = place.0.path().join("www");
    std::os::unix::fs::symlink(place.out(), &link).unwrap();
    let publication = Publication::begin(&link).unwrap();
    publication.write("index.html", b"b").unwrap();
    publication.finish().unwrap();
    assert!(link.is_symlink());
    assert_eq!(place.read("index.html"), "b");
}

#[test]
fn many_threads_write_one_tree() {
    let place = Place::new();
    for kept in [0, 2000] {
        let publication = place.begin().unwrap();
        (0..2000).into_par_iter().for_each(|n| {
            let path = format!("pejabat/{}/{n}/index.html", n % 7);
            publication.write(&path, n.to_string().as_bytes()).unwrap();
        });
        let summary = publication.finish().unwrap();
        assert_eq!((summary.kept, summary.removed), (kept, 0));
    }
    assert_eq!(place.read("pejabat/4/1999/index.html").len(), 4);
}

#[test]
fn every_file_has_a_fingerprint_however_it_got_there() {
    let place = Place::new();
    let source = place.0.path().join("surat.pdf");
    let large = "a".repeat(200_000);
    fs::write(&source, &large).unwrap();
    // New at first, then kept, then changed.
    for text in ["<p>", "<p>", "<b>"] {
        let publication = place.begin().unwrap();
        publication.write("a/index.html", text.as_bytes()).unwrap();
        publication.copy("media/surat.pdf", &source).unwrap();
        let expected = BTreeMap::from([
            ("a/index.html".to_owned(), Fingerprint::of(text.as_bytes())),
            (
                "media/surat.pdf".to_owned(),
                Fingerprint::of(large.as_bytes()),
            ),
        ]);
        assert_eq!(publication.fingerprints(), expected);
        publication.finish().unwrap();
        assert_eq!(place.read("media/surat.pdf"), large);
    }
}

/// A disk without room.
struct Full;

impl Write for Full {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::StorageFull.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(io::ErrorKind::StorageFull.into())
    }
}

#[test]
fn why_a_file_was_refused_is_known_whatever_a_library_makes_of_it() {
    let mut writer = Fingerprinting {
        to: Full,
        fingerprinter: Fingerprinter::default(),
        refusal: None,
    };
    let swallowed = writer.write_all(b"x").map_err(|_| "something failed");
    assert_eq!(swallowed, Err("something failed"));
    let refusal = writer.refusal.map(|refusal| refusal.kind());
    assert_eq!(refusal, Some(io::ErrorKind::StorageFull));
}

/// So many files that a replaced tree is kept.
fn many(changed: &str) -> Vec<(String, String)> {
    let same =
        (0..SPARE_FROM_FILES + 1).map(|n| (format!("pejabat/{n}/index.html"), n.to_string()));
    let changed = ("index.html".to_owned(), changed.to_owned());
    same.chain([changed]).collect()
}

impl Place {
    /// As a build does that knows of the last one, where it began with `known`.
    fn publish_after(
        &self,
        files: &[(String, String)],
        known: &BTreeMap<String, Published>,
    ) -> BTreeMap<String, Published> {
        let mut publication = self.begin().unwrap();
        let wanted = files.iter().map(|(path, _)| path.as_str()).collect();
        publication.begin_with_spare(&wanted).unwrap();
        for (path, text) in files {
            let stays = known
                .get(path)
                .filter(|known| known.fingerprint == Fingerprint::of(text.as_bytes()));
            if !stays.is_some_and(|known| publication.take_over(path, known).unwrap()) {
                publication.write(path, text.as_bytes()).unwrap();
            }
        }
        let published = publication.published();
        publication.finish().unwrap();
        published
    }

    fn spare(&self) -> PathBuf {
        self.0.path().join(".public.pantau-cadangan")
    }

    fn files(&self) -> BTreeMap<String, String> {
        let entries = WalkDir::new(self.out()).into_iter().map(Result::unwrap);
        let files = entries.filter(|entry| entry.file_type().is_file());
        let files = files.map(|entry| {
            let path = entry.path().strip_prefix(self.out()).unwrap();
            (
                path.to_str().unwrap().to_owned(),
                fs::read_to_string(entry.path()).unwrap(),
            )
        });
        files.filter(|(path, _)| path != MARK).collect()
    }
}

#[test]
fn two_trees_take_turns_and_each_has_all_files_and_no_other() {
    let place = Place::new();
    let mut known = BTreeMap::new();
    for turn in 0..5 {
        let mut files = many(&turn.to_string());
        // A file where a folder was, and a folder where a file was.
        let odd = if turn % 2 == 0 {
            "sub"
        } else {
            "sub/index.html"
        };
        files.push((odd.to_owned(), turn.to_string()));
        known = place.publish_after(&files, &known);
        let wanted: BTreeMap<String, String> = files.into_iter().collect();
        assert_eq!(place.files(), wanted, "{turn}");
        assert_eq!(place.spare().exists(), turn > 0, "{turn}");
    }
}

#[cfg(unix)]
#[test]
fn where_trees_take_turns_a_file_that_stays_is_one_file() {
    let place = Place::new();
    let mut known = BTreeMap::new();
    let same = place.out().join("pejabat/7/index.html");
    let mut inodes = BTreeSet::new();
    for turn in 0..4 {
        known = place.publish_after(&many(&turn.to_string()), &known);
        inodes.insert(inode(&same));
    }
    assert_eq!(inodes.len(), 1);
    assert_eq!(
        fs::read_to_string(place.out().join("index.html")).unwrap(),
        "3"
    );
    // What is written into the new tree is not written into the one that is looked at meanwhile.
    assert_eq!(
        fs::read_to_string(place.spare().join("index.html")).unwrap(),
        "2"
    );
}

#[cfg(unix)]
#[test]
fn a_spare_tree_with_a_link_in_it_is_no_beginning() {
    let place = Place::new();
    let mut known = place.publish_after(&many("0"), &BTreeMap::new());
    known = place.publish_after(&many("1"), &known);
    let elsewhere = place.0.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    fs::remove_dir_all(place.spare().join("pejabat/7")).unwrap();
    std::os::unix::fs::symlink(&elsewhere, place.spare().join("pejabat/7")).unwrap();
    place.publish_after(&many("2"), &known);
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0);
    let wanted: BTreeMap<String, String> = many("2").into_iter().collect();
    assert_eq!(place.files(), wanted);
}

#[test]
fn a_spare_tree_goes_when_most_is_written_anew() {
    let place = Place::new();
    let known = place.publish_after(&many("0"), &BTreeMap::new());
    place.publish_after(&many("1"), &known);
    assert!(place.spare().exists());
    let other: Vec<(String, String)> = many("2")
        .into_iter()
        .map(|(path, text)| (path, text + "x"))
        .collect();
    place.publish_after(&other, &BTreeMap::new());
    assert!(!place.spare().exists());
    assert_eq!(place.neighbours(), [""; 0]);
}
