//! A build after another one makes only what has another origin, and its bytes are those of a build that
//! believes nothing.

use crate::common;

use crate::common::edits::{Edit, edits};
use crate::common::{
    Tree, build_command, checked, copy_content, day, difference, git_command, published,
    repository, said, silently, site, tree, unknown_past,
};
use pantau::disk;
use pantau::site::{Origins, Page, Site, SourceStates, inputs};
use pantau::source::{Sha256, Sources};
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

/// The day on which `tests/inputs/` is looked at.
const DAY: &str = "2026-08-10";

/// A site in a repository with a record, and what is built of it.
struct Place {
    folder: TempDir,
    date: &'static str,
}

impl Place {
    fn new() -> Self {
        let place = Self {
            folder: tempfile::tempdir().unwrap(),
            date: DAY,
        };
        fs::create_dir(place.root()).unwrap();
        copy_content(&repository().join("tests/inputs"), &place.root());
        place
    }

    /// Built of sources that no clock takes for just written.
    fn built() -> Self {
        let place = Self::new();
        place.let_settle();
        assert!(place.again());
        place
    }

    fn in_git() -> Self {
        let place = Self::new();
        place.git(&["init", "--quiet"]);
        place.commit(0);
        place
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("situs")
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("public")
    }

    fn memory(&self) -> PathBuf {
        self.folder.path().join(".public.pantau-ingatan")
    }

    fn readings(&self) -> PathBuf {
        self.folder.path().join(".public.pantau-bacaan")
    }

    /// Waits until no clock is so coarse that the next change of a source might not show.
    fn let_settle(&self) {
        thread::sleep(Duration::from_millis(2_100));
    }

    /// Writes other bytes of the same number into a file, and sets its time back.
    fn change_secretly(&self, file: &str, before: &str, after: &str) {
        let path = self.source(file);
        let modified = fs::metadata(&path).unwrap().modified().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(before) && before.len() == after.len());
        let open = fs::File::options().write(true).open(&path).unwrap();
        fs::write(&path, text.replace(before, after)).unwrap();
        open.set_modified(modified).unwrap();
    }

    /// Adds a line to a file that says nothing.
    fn edit(&self, file: &str, note: &str) {
        let text = fs::read_to_string(self.source(file)).unwrap();
        self.put(file, Some(format!("{text}# {note}\n").as_bytes()));
    }

    fn source(&self, file: &str) -> PathBuf {
        self.root().join("content").join(file)
    }

    fn build(&self, out: &Path, options: &[&str]) -> bool {
        let mut command = build_command(&self.root(), out, self.date);
        let output = command.args(options).output().unwrap();
        let code = output.status.code();
        assert!(matches!(code, Some(0 | 1)), "{}", said(&output));
        code == Some(0)
    }

    /// Builds into the same folder as before.
    fn again(&self) -> bool {
        self.build(&self.out(), &[])
    }

    /// What a build gives that knows of no other one.
    fn fresh(&self) -> Tree {
        let out = self.folder.path().join("segar");
        assert!(self.build(&out, &["--fresh"]));
        published(&out)
    }

    fn assert_as_fresh(&self) {
        let wrong = difference(&self.fresh(), &published(&self.out()));
        assert_eq!(wrong, None);
    }

    fn put(&self, file: &str, bytes: Option<&[u8]>) {
        let path = self.source(file);
        match bytes {
            Some(bytes) => {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, bytes).unwrap();
            }
            None => fs::remove_file(path).unwrap(),
        }
    }

    fn git(&self, arguments: &[&str]) {
        silently(&mut git_command(&self.root(), arguments));
    }

    /// Commits everything, some hours after the beginning of the record.
    fn commit(&self, hours: usize) {
        self.git(&["add", "--all"]);
        let at = format!("2026-01-{:02}T{:02}:00:00Z", 2 + hours / 24, hours % 24);
        let message = ["commit", "--quiet", "--allow-empty", "--message", "data"];
        let mut command = git_command(&self.root(), &message);
        let dated = command
            .env("GIT_AUTHOR_DATE", &at)
            .env("GIT_COMMITTER_DATE", &at);
        silently(dated);
    }

    /// Which file each published path is, and when its bytes changed.
    fn marks(&self) -> BTreeMap<String, (u64, SystemTime)> {
        let paths = tree(&self.out()).into_keys();
        let mark = |path: &String| {
            let found = fs::metadata(self.out().join(path)).unwrap();
            (inode(&found), found.modified().unwrap())
        };
        paths.map(|path| (path.clone(), mark(&path))).collect()
    }
}

#[cfg(unix)]
fn inode(found: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(found)
}

#[cfg(not(unix))]
fn inode(_: &fs::Metadata) -> u64 {
    0
}

fn sources() -> Sources {
    disk::read(&repository().join("tests/inputs")).unwrap()
}

/// What somebody does between two builds.
#[derive(Clone, Debug)]
enum Step {
    /// One of the edits that there are.
    Edit(Index),
    /// What was done to a file is undone.
    Undo(Index),
    Commit,
    /// A published file is changed, or removed, by hand.
    Meddle(Index),
    Remove(Index),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        6 => any::<Index>().prop_map(Step::Edit),
        2 => any::<Index>().prop_map(Step::Undo),
        2 => Just(Step::Commit),
        1 => any::<Index>().prop_map(Step::Meddle),
        1 => any::<Index>().prop_map(Step::Remove),
    ];
    prop::collection::vec(step, 8)
}

/// A site that is edited, and which of its files are not as they were.
struct Worked<'a> {
    place: &'a Place,
    sources: &'a Sources,
    edits: &'a [Edit],
    edited: BTreeSet<String>,
    commits: usize,
}

impl Worked<'_> {
    /// Without a repository nothing is committed.
    fn take(&mut self, step: &Step) {
        match step {
            Step::Edit(which) => {
                let edit = which.get(self.edits);
                self.change(&edit.file, edit.bytes.as_deref());
            }
            Step::Undo(which) if !self.edited.is_empty() => {
                let edited: Vec<String> = self.edited.iter().cloned().collect();
                let file: &String = which.get(&edited);
                self.undo(file);
            }
            Step::Undo(_) => {}
            Step::Commit if !self.place.root().join(".git").exists() => {}
            Step::Commit => {
                self.commits += 1;
                self.place.commit(self.commits);
            }
            Step::Meddle(which) => fs::write(self.published(which), "diubah tangan").unwrap(),
            Step::Remove(which) => fs::remove_file(self.published(which)).unwrap(),
        }
    }

    fn published(&self, which: &Index) -> PathBuf {
        let paths: Vec<String> = published(&self.place.out()).into_keys().collect();
        self.place.out().join(which.get(&paths))
    }

    /// What the gate refuses is taken back.
    fn change(&mut self, file: &str, bytes: Option<&[u8]>) {
        let before = fs::read(self.place.source(file)).ok();
        if before.is_none() && bytes.is_none() {
            return;
        }
        self.place.put(file, bytes);
        if self.place.again() {
            self.edited.insert(file.to_owned());
        } else {
            self.place.put(file, before.as_deref());
        }
    }

    fn undo(&mut self, file: &str) {
        let now = fs::read(self.place.source(file)).ok();
        self.place.put(file, Some(&self.sources.files[file]));
        if self.place.again() {
            self.edited.remove(file);
        } else {
            self.place.put(file, now.as_deref());
        }
    }
}

/// Takes `steps`, and after each of them builds again and anew.
fn is_as_fresh_after_each(steps: &[Step], place: &Place) -> Result<(), TestCaseError> {
    let sources = sources();
    let edits = edits(&sources);
    place.let_settle();
    prop_assert!(place.again());
    let mut worked = Worked {
        place,
        sources: &sources,
        edits: &edits,
        edited: BTreeSet::new(),
        commits: 0,
    };
    for step in steps {
        worked.take(step);
        prop_assert!(place.again());
        let wrong = difference(&place.fresh(), &published(&place.out()));
        prop_assert_eq!(wrong, None, "{:?}", step);
    }
    Ok(())
}

#[test]
fn what_happened_has_its_number_though_something_else_comes_before_it() {
    let place = Place::in_git();
    assert!(place.again());
    let edit = |file: &str, before: &str, after: &str| {
        let text = fs::read_to_string(place.source(file)).unwrap();
        assert!(text.contains(before));
        place.put(file, Some(text.replace(before, after).as_bytes()));
        assert!(place.again());
        place.assert_as_fresh();
    };
    edit("hasil/2026/tw2/kabid-gizi.yml", "nilai: 7", "nilai: 8");
    // Of an earlier quarter, and of somebody else.
    edit(
        "hasil/2025/tw4/kepala-kesehatan.yml",
        "nilai: WDP",
        "nilai: WTP",
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, ..ProptestConfig::default() })]

    #[test]
    fn after_any_steps_a_site_is_what_a_fresh_build_gives(steps in steps()) {
        is_as_fresh_after_each(&steps, &Place::in_git())?;
    }

    #[test]
    fn after_any_steps_outside_of_git_a_site_is_what_a_fresh_build_gives(steps in steps()) {
        is_as_fresh_after_each(&steps, &Place::new())?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    #[ignore = "minutes: 480 steps"]
    fn after_many_steps_a_site_is_what_a_fresh_build_gives(
        steps in steps(), is_in_git in any::<bool>()
    ) {
        let place = if is_in_git { Place::in_git() } else { Place::new() };
        is_as_fresh_after_each(&steps, &place)?;
    }
}

/// A site's pages, each with its inputs and its origin.
struct Shown {
    pages: BTreeMap<String, (BTreeSet<String>, Sha256)>,
}

impl Shown {
    fn of(sources: &Sources) -> Self {
        let site: Site = site(sources, DAY);
        let states = SourceStates::of(sources, &unknown_past());
        let origins = Origins::new(&site, &states, "uji");
        let shown = |page: Page| {
            let made_from = (inputs(&site, &page), origins.of(&page));
            (page.file(), made_from)
        };
        Self {
            pages: site.pages().into_iter().map(shown).collect(),
        }
    }
}

#[test]
fn only_pages_whose_inputs_changed_have_another_origin() {
    let before = sources();
    let file = "hasil/2026/tw2/kepala-kesehatan.yml";
    let text = String::from_utf8(before.files[file].clone()).unwrap();
    let mut after = before.clone();
    after
        .files
        .insert(file.to_owned(), format!("{text}# dilihat\n").into());
    let [before, after] = [&before, &after].map(Shown::of);
    let mut other = 0;
    for (page, (inputs, origin)) in &after.pages {
        let is_other = before.pages[page].1 != *origin;
        assert_eq!(is_other, inputs.contains(file), "{page}");
        other += usize::from(is_other);
    }
    assert!(other > 0 && other < after.pages.len());
}

#[test]
fn a_new_media_file_is_another_origin_of_pages_that_tell_where_old_addresses_lead() {
    let before = sources();
    let mut after = before.clone();
    let facts = disk::media_facts_of("media/catatan.txt", b"Catatan.").unwrap();
    after.media.insert("media/catatan.txt".to_owned(), facts);
    let [before, after] = [&before, &after].map(Shown::of);
    let is_other = |page: &str| before.pages[page].1 != after.pages[page].1;
    assert!(is_other("index.html"));
    assert!(!is_other("tentang/index.html"));
}

#[test]
fn another_day_program_or_address_is_another_origin_of_every_page() {
    let sources = sources();
    let states = SourceStates::of(&sources, &unknown_past());
    let origin = |site: &Site, program: &str| {
        let origins = Origins::new(site, &states, program);
        let mut pages = site.pages().into_iter();
        let page = pages.find(|page| page.file() == "robots.txt").unwrap();
        origins.of(&page)
    };
    let mut elsewhere = checked(&sources).register;
    elsewhere.site.base_url = pantau::model::BaseUrl::parse("https://lain.example/").unwrap();
    let theme = pantau::render::Theme::default();
    let elsewhere = Site::new(elsewhere, common::unrecorded(), day(DAY), &theme).unwrap();
    let today = site(&sources, DAY);
    let origins = [
        origin(&today, "uji"),
        origin(&today, "lain"),
        origin(&site(&sources, "2026-08-11"), "uji"),
        origin(&elsewhere, "uji"),
    ];
    assert_eq!(origins.iter().collect::<BTreeSet<_>>().len(), origins.len());
}

/// Left to itself, a site has embeds and social cards up to so many officials: one more, and every page
/// links otherwise.
#[test]
fn pages_made_before_a_site_grew_too_large_for_embeds_are_made_anew() {
    let sources = sources();
    let states = SourceStates::of(&sources, &unknown_past());
    let theme = pantau::render::Theme::default();
    let origin = |embeds: bool, cards: bool| {
        let mut register = checked(&sources).register;
        register.site.embeds = Some(embeds);
        register.site.social_cards = Some(cards);
        let site = Site::new(register, common::unrecorded(), day(DAY), &theme).unwrap();
        let mut pages = site.pages().into_iter();
        let page = pages.find(|page| page.file() == "pejabat/budi/index.html");
        Origins::new(&site, &states, "uji").of(&page.unwrap())
    };
    let origins = [(true, true), (false, true), (true, false)];
    let origins = origins.map(|(embeds, cards)| origin(embeds, cards));
    assert_eq!(origins.iter().collect::<BTreeSet<_>>().len(), origins.len());
}

#[test]
fn the_first_official_of_a_site_may_stand_in_no_frame_after_the_same_day() {
    let place = Place::new();
    let sources = disk::read(&common::golden("minimal")).unwrap();
    fs::remove_dir_all(place.root()).unwrap();
    let settings = String::from_utf8(sources.files["situs.yml"].clone()).unwrap();
    let settings = settings.replace("sematan: tidak", "sematan: ya");
    place.put("situs.yml", Some(settings.as_bytes()));
    assert!(place.again());
    let others = sources
        .files
        .iter()
        .filter(|(file, _)| *file != "situs.yml");
    others.for_each(|(file, bytes)| place.put(file, Some(bytes)));
    assert!(place.again());
    let headers = fs::read_to_string(place.out().join("_headers")).unwrap();
    assert!(headers.contains("/pejabat/*"), "{headers}");
    place.assert_as_fresh();
}

#[test]
fn where_nothing_changed_nothing_is_touched() {
    let place = Place::new();
    assert!(place.again());
    let before = place.marks();
    let folder = fs::metadata(place.out())
        .map(|found| inode(&found))
        .unwrap();
    assert!(place.again());
    // Even where the system says that a source is another one, its bytes are the same.
    let situs = place.source("situs.yml");
    let text = fs::read(&situs).unwrap();
    fs::remove_file(&situs).unwrap();
    fs::write(&situs, text).unwrap();
    assert!(place.again());
    assert_eq!(place.marks(), before);
    assert_eq!(inode(&fs::metadata(place.out()).unwrap()), folder);
}

#[test]
fn a_tree_that_was_copied_with_its_memory_still_stands() {
    let place = Place::new();
    assert!(place.again());
    let (copy, memory) = (published(&place.out()), fs::read(place.memory()).unwrap());
    let elsewhere = place.folder.path().join("lain/public");
    common::write_tree(&elsewhere, &tree(&place.out()));
    fs::write(elsewhere.with_file_name(".public.pantau-ingatan"), memory).unwrap();
    let folder = fs::metadata(&elsewhere).map(|found| inode(&found)).unwrap();
    assert!(place.build(&elsewhere, &[]));
    assert_eq!(difference(&copy, &published(&elsewhere)), None);
    assert_eq!(inode(&fs::metadata(&elsewhere).unwrap()), folder);
    // And is made whole where it was not copied well.
    fs::write(elsewhere.join("en/asing.html"), "asing").unwrap();
    assert!(place.build(&elsewhere, &[]));
    assert_eq!(difference(&copy, &published(&elsewhere)), None);
}

#[test]
fn a_published_tree_that_was_meddled_with_is_made_whole() {
    let place = Place::new();
    assert!(place.again());
    let out = place.out();
    fs::write(out.join("index.html"), "diubah").unwrap();
    fs::remove_file(out.join("robots.txt")).unwrap();
    fs::create_dir(out.join("asing")).unwrap();
    fs::write(out.join("asing/asing.html"), "asing").unwrap();
    assert!(place.again());
    place.assert_as_fresh();
    fs::write(out.join("pejabat/asing.html"), "asing").unwrap();
    assert!(place.again());
    place.assert_as_fresh();
}

#[test]
fn a_change_within_the_tick_of_a_clock_is_seen() {
    let place = Place::new();
    assert!(place.again());
    let file = place.source("hasil/2026/tw2/kepala-kesehatan.yml");
    let text = fs::read_to_string(&file).unwrap();
    let modified = fs::metadata(&file).unwrap().modified().unwrap();
    let digit = text
        .rfind(|c: char| c.is_ascii_digit() && c != '9')
        .unwrap();
    let mut changed = text.clone();
    changed.replace_range(digit..=digit, "9");
    let open = fs::File::options().write(true).open(&file).unwrap();
    fs::write(&file, &changed).unwrap();
    open.set_modified(modified).unwrap();
    assert!(place.again());
    place.assert_as_fresh();
}

#[test]
fn a_fresh_build_believes_no_clock() {
    let place = Place::new();
    assert!(place.again());
    let page = place.out().join("robots.txt");
    let found = fs::metadata(&page).unwrap();
    let other = "#".repeat(fs::read(&page).unwrap().len());
    fs::write(&page, other).unwrap();
    let open = fs::File::options().write(true).open(&page).unwrap();
    open.set_modified(found.modified().unwrap()).unwrap();
    assert!(place.build(&place.out(), &["--fresh"]));
    place.assert_as_fresh();
}

#[test]
fn where_little_changed_the_replaced_tree_becomes_the_next_one() {
    let place = Place::new();
    let spare = place.folder.path().join(".public.pantau-cadangan");
    // One of which few pages tell.
    let result = "hasil/2026/tw2/kepala-kesehatan.yml";
    let written = fs::read_to_string(place.source(result)).unwrap();
    assert!(place.again());
    assert!(!spare.exists());
    for turn in 1..4 {
        let edited = format!("{written}# {turn}\n");
        place.put(result, Some(edited.as_bytes()));
        assert!(place.again());
        assert!(spare.exists(), "{turn}");
        place.assert_as_fresh();
    }
}

#[test]
fn a_damaged_memory_is_as_good_as_none() {
    let place = Place::new();
    assert!(place.again());
    let whole = fs::read(place.memory()).unwrap();
    let mut flipped = whole.clone();
    *flipped.last_mut().unwrap() ^= 1;
    let situs = place.source("situs.yml");
    for (turn, damaged) in [&whole[..whole.len() / 2], &flipped[..], b""]
        .iter()
        .enumerate()
    {
        fs::write(place.memory(), damaged).unwrap();
        let text = fs::read_to_string(&situs).unwrap();
        fs::write(&situs, format!("{text}# {turn}\n")).unwrap();
        assert!(place.again());
        place.assert_as_fresh();
    }
}

#[cfg(unix)]
#[test]
fn a_change_shows_though_size_and_time_of_the_file_are_as_before() {
    let place = Place::built();
    place.change_secretly("pejabat/budi.yml", "Budi Santosa", "Budi Santoso");
    place.edit("hasil/2026/tw2/kepala-kesehatan.yml", "dilihat");
    assert!(place.again());
    let page = fs::read_to_string(place.out().join("pejabat/budi/index.html")).unwrap();
    assert!(page.contains("Budi Santoso"));
    place.assert_as_fresh();
}

#[test]
fn sources_that_were_copied_are_known_by_their_bytes() {
    let place = Place::built();
    let readings = fs::read(place.readings()).unwrap();
    let files = tree(&place.root().join("content"));
    fs::remove_dir_all(place.root().join("content")).unwrap();
    for (file, bytes) in files {
        place.put(&file, Some(&bytes));
    }
    place.edit("situs.yml", "dilihat");
    assert!(place.again());
    place.assert_as_fresh();
    assert!(fs::read(place.readings()).unwrap() == readings);
}

#[test]
fn a_result_that_was_saved_built_and_taken_back_at_once_is_gone() {
    let place = Place::new();
    let file = "hasil/2026/tw2/kepala-kesehatan.yml";
    assert!(place.again());
    fs::remove_file(place.source(file)).unwrap();
    assert!(place.again());
    place.assert_as_fresh();
}

#[test]
fn damaged_readings_are_as_good_as_none() {
    let place = Place::built();
    let whole = fs::read(place.readings()).unwrap();
    let places = [0, 20, whole.len() / 2, whole.len() - 1];
    for at in places {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        fs::write(place.readings(), damaged).unwrap();
        place.edit("pejabat/budi.yml", &at.to_string());
        assert!(place.again());
        place.assert_as_fresh();
        let now = fs::read(place.readings()).unwrap();
        assert_eq!(now.len(), whole.len(), "byte {at}");
    }
    for length in [0, 20, whole.len() / 2, whole.len() - 1] {
        fs::write(place.readings(), &whole[..length]).unwrap();
        place.edit("pejabat/budi.yml", &length.to_string());
        assert!(place.again());
        place.assert_as_fresh();
        let now = fs::read(place.readings()).unwrap();
        assert_eq!(now.len(), whole.len(), "{length} bytes");
    }
}

#[test]
fn readings_that_hold_no_more_do_not_gather() {
    let place = Place::new();
    fs::remove_dir_all(place.root()).unwrap();
    copy_content(&common::golden("minimal"), &place.root());
    place.let_settle();
    assert!(place.again());
    let size = || fs::metadata(place.readings()).unwrap().len();
    let first = size();
    let files: Vec<String> = tree(&place.root().join("content")).into_keys().collect();
    let mut sizes = Vec::new();
    for turn in 0..6 {
        for file in files.iter().filter(|file| file.ends_with(".yml")) {
            place.edit(file, &turn.to_string());
        }
        assert!(place.again());
        place.assert_as_fresh();
        sizes.push(size());
    }
    assert!(sizes.iter().any(|size| *size > first), "{sizes:?}");
    assert!(
        sizes.iter().all(|size| *size < first * 4),
        "{first} {sizes:?}"
    );
}

#[test]
fn a_site_that_asks_for_its_past_since_has_it_told() {
    let place = Place::new();
    fs::remove_dir_all(place.root().join("content")).unwrap();
    copy_content(&common::golden("minimal"), &place.root());
    place.git(&["init", "--quiet"]);
    place.commit(0);
    place.let_settle();
    assert!(place.again());
    place.edit("pejabat/sari.yml", "dilihat");
    assert!(place.again());
    place.assert_as_fresh();
    let settings = fs::read_to_string(place.source("situs.yml")).unwrap();
    let asked = format!("{settings}catatan_sejak: 2026-01-01\n");
    place.put("situs.yml", Some(asked.as_bytes()));
    assert!(place.again());
    place.assert_as_fresh();
    assert!(place.out().join("perubahan/index.html").exists());
}

#[test]
fn a_repository_that_was_made_since_has_its_past_told() {
    let place = Place::built();
    place.git(&["init", "--quiet"]);
    place.commit(0);
    assert!(place.again());
    place.assert_as_fresh();
}

#[test]
fn another_day_and_another_address_are_built_anew() {
    let mut place = Place::new();
    assert!(place.again());
    place.date = "2026-08-11";
    assert!(place.again());
    place.assert_as_fresh();
    let address = ["--base-url", "https://lain.example/situs/"];
    assert!(place.build(&place.out(), &address));
    let robots = fs::read_to_string(place.out().join("robots.txt")).unwrap();
    assert!(robots.contains("https://lain.example/situs/sitemap.xml"));
    assert!(place.again());
    place.assert_as_fresh();
}

#[test]
fn a_commit_is_seen_though_no_file_changed() {
    let place = Place::in_git();
    assert!(place.again());
    let before = published(&place.out());
    place.put(
        "halaman/catatan.md",
        Some(b"---\njudul: Catatan\n---\nIsi.\n"),
    );
    assert!(place.again());
    place.commit(1);
    assert!(place.again());
    assert_ne!(published(&place.out()), before);
    place.assert_as_fresh();
}

/// What `pantau build --verbose` says of a site, without the times that it took.
fn verbosely(root: &Path, out: &Path, date: &str) -> String {
    let mut command = build_command(root, out, date);
    let output = command.arg("--verbose").output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    let text = String::from_utf8(output.stderr).unwrap();
    let lines = text.lines().filter(|line| !line.ends_with("detik"));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn warnings_are_told_again_where_nothing_changed() {
    let place = Place::new();
    let first = verbosely(&place.root(), &place.out(), DAY);
    assert!(first.contains("peringatan"), "{first}");
    assert_eq!(verbosely(&place.root(), &place.out(), DAY), first);
}

#[test]
fn where_nothing_was_to_be_told_nothing_is_read_again() {
    let place = tempfile::tempdir().unwrap();
    let (root, out) = (place.path().join("situs"), place.path().join("public"));
    copy_content(&repository().join("tests/golden/below-a-path"), &root);
    let steps = || {
        let mut command = build_command(&root, &out, DAY);
        let output = command.arg("--verbose").output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
        output.stderr.split(|byte| *byte == b'\n').count()
    };
    let (first, second) = (steps(), steps());
    assert!(first > 3 && second == 1, "{first} {second}");
}
