//! From a folder to bytes in memory.

use super::media;
use super::path::inside;
use super::{DiskError, Operation};
use crate::parse::place::ARCHIVE;
use crate::source::{
    MOST_ARCHIVE_BYTES, MOST_MEDIA_BYTES, MOST_TEXT_BYTES, MediaFacts, Sha256, Sources,
};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs::{self, DirEntry, File};
use std::io::{self, Read};
use std::mem;
use std::path::{Path, PathBuf};

/// The folder of sources below a site's root.
const CONTENT: &str = "content";

/// What stands below this is published as it is; only what it says of itself is read.
const MEDIA: &str = "media/";

/// The folder of themes below a site's root.
const THEMES: &str = "themes";

/// Reads everything below `root/content/`; of files in `media/` what they say of themselves.
/// Symbolic links are named and not followed.
///
/// # Errors
/// A folder without `content/`, a name that is not UTF-8, or a file that can't be read: the
/// first of them in the order of paths.
pub fn read(root: &Path) -> Result<Sources, DiskError> {
    ListedSources::below(root)?.read_unknown(&|_| None)
}

/// What stands below `root/content/`, listed and not yet read.
#[derive(Debug)]
pub struct ListedSources {
    /// `root/content`
    content: PathBuf,
    tree: Tree,
}

impl ListedSources {
    /// # Errors
    /// A folder without `content/`, a `content` that is a link, a name that is not UTF-8, what is neither a file nor a folder
    /// nor a link, or a folder that can't be listed.
    pub fn below(root: &Path) -> Result<Self, DiskError> {
        let content = root.join(CONTENT);
        let tree = below(&content)?;
        Ok(Self { content, tree })
    }

    /// As [`read`], without the files of which it is `known` what stands in bytes with this SHA-256: [`Sources::known`]
    /// tells which of them there are.
    ///
    /// # Errors
    /// As [`read`].
    pub fn read_unknown(
        self,
        known: &dyn Fn(&str) -> Option<Sha256>,
    ) -> Result<Sources, DiskError> {
        let (sources, files) = self.read_through(known, |_, bytes| bytes)?;
        Ok(Sources {
            files: files.into_iter().collect(),
            ..sources
        })
    }

    /// As [`Self::read_unknown`], with what `through` makes of the path and the bytes of each file that is read, in the
    /// place of bytes: all of these together are a sixth of what a large site takes while it is checked.
    ///
    /// # Errors
    /// As [`read`].
    pub fn read_through<T: Send>(
        self,
        known: &dyn Fn(&str) -> Option<Sha256>,
        through: impl Fn(&str, Vec<u8>) -> T + Sync,
    ) -> Result<(Sources, Vec<(String, T)>), DiskError> {
        let Self { content, tree } = self;
        let (media, mut files): (Vec<_>, Vec<_>) = tree
            .files
            .into_iter()
            .partition(|file| file.path.starts_with(MEDIA));
        let mut not_read = Vec::with_capacity(files.len());
        files.retain_mut(|file| {
            let sha256 = known(&file.path);
            not_read.extend(sha256.map(|sha256| (mem::take(&mut file.path), sha256)));
            sha256.is_none()
        });
        let texts = each(&content, files, |path, place| {
            let bytes = source(place, most_bytes(path))?;
            Ok(through(path, bytes))
        })?;
        let media = each(&content, media, |_, place| media_facts(place))?;
        let sources = Sources {
            known: not_read
                .into_iter()
                .map(|(path, sha256)| (path.into(), sha256))
                .collect(),
            media: media.into_iter().collect(),
            links: tree.links.into_iter().collect(),
            ..Sources::default()
        };
        Ok((sources, texts))
    }
}

/// What was found where a source was.
#[derive(Debug, PartialEq, Eq)]
pub enum Reread {
    Bytes(Vec<u8>),
    /// It is gone, or is none of the sources.
    Gone,
    /// It, or a folder on the way, is a symbolic link.
    Linked,
}

/// Reads a media file as it is published: see [`media::bare`].
///
/// # Errors
/// As [`read_file`]; also a photo that is not built as its format asks.
pub fn read_media(root: &Path, path: &str) -> Result<Reread, DiskError> {
    match read_file(root, path)? {
        Reread::Bytes(bytes) => {
            let bytes =
                media::bare(bytes).map_err(Operation::Copy.on(&content_path(root, path)))?;
            Ok(Reread::Bytes(bytes))
        }
        none => Ok(none),
    }
}

/// Reads one file again; `path` is relative to `root/content/`. A media file is read whole, any
/// other as [`read`] does.
///
/// # Errors
/// A path that leaves `content/`, or a file that can't be read.
pub fn read_file(root: &Path, path: &str) -> Result<Reread, DiskError> {
    let content = root.join(CONTENT);
    let file = inside(&content, path)?;
    if is_ignored(path) {
        return Ok(Reread::Gone);
    }
    let mut step = content;
    for part in path.split('/') {
        step.push(part);
        match fs::symlink_metadata(&step) {
            Ok(found) if found.is_symlink() => return Ok(Reread::Linked),
            Ok(_) => {}
            Err(error) if is_gone(&error) => return Ok(Reread::Gone),
            Err(error) => return Err(Operation::Read.on(&step)(error)),
        }
    }
    if !file.is_file() {
        return Ok(Reread::Gone);
    }
    let bytes = if path.starts_with(MEDIA) {
        fs::read(&file)
    } else {
        start_of(&file, most_bytes(path))
    };
    match bytes {
        Ok(bytes) => Ok(Reread::Bytes(bytes)),
        // Removed just now, by the editor that saves it.
        Err(error) if is_gone(&error) => Ok(Reread::Gone),
        Err(error) => Err(Operation::Read.on(&file)(error)),
    }
}

/// What the bytes of the media file `path` say of it, as [`read`] finds it on the disk.
///
/// # Errors
/// A file so damaged that it can't be looked into.
pub fn media_facts_of(path: &str, bytes: &[u8]) -> Result<MediaFacts, DiskError> {
    media::facts_of(bytes).map_err(Operation::Read.on(Path::new(path)))
}

/// Where a source stands on the disk; `path` is relative to `root/content/`.
pub fn content_path(root: &Path, path: &str) -> PathBuf {
    root.join(CONTENT).join(path)
}

/// Reads every file of the theme `name`, by its path below `root/themes/<name>/`; nothing where
/// there is no such folder.
///
/// # Errors
/// As [`read`]; also a symbolic link, and a name that is not one plain folder name.
pub fn read_theme(root: &Path, name: &str) -> Result<BTreeMap<String, Vec<u8>>, DiskError> {
    if name.contains('/') {
        return Err(DiskError::OutsideTree { path: name.into() });
    }
    let folder = inside(&root.join(THEMES), name)?;
    if !folder.exists() {
        return Ok(BTreeMap::new());
    }
    let found = below(&folder)?;
    match found.links.into_iter().next() {
        Some(link) => Err(DiskError::Symlink {
            path: folder.join(link),
        }),
        None => {
            let files = each(&folder, found.files, |_, place| theme_file(place))?;
            Ok(files.into_iter().collect())
        }
    }
}

/// Whether some part of `path` is hidden, or a leftover of an editor or of a system's file
/// browser. Such files are no sources.
pub fn is_ignored(path: &str) -> bool {
    path.split('/').any(is_ignored_name)
}

fn is_ignored_name(name: &str) -> bool {
    let emacs_autosave = name.starts_with('#') && name.ends_with('#');
    name.starts_with('.')
        || name.ends_with('~')
        || name.starts_with("~$")
        || emacs_autosave
        || ["Thumbs.db", "desktop.ini"].contains(&name)
}

/// The path or one of its folders does not exist (any more).
fn is_gone(error: &io::Error) -> bool {
    use io::ErrorKind::{NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory)
}

/// What each file of a tree is asked.
type Ask<'a, T> = &'a (dyn Fn(&DirEntry) -> io::Result<T> + Sync);

/// Of a folder with fewer names than twice this all are looked at by one thread.
const NAMES_AT_ONCE: usize = 256;

/// How many folders of a tree may lie within each other. Each takes its part of a thread's stack while those in it
/// are listed.
const MOST_DEEP: usize = 64;

/// A file of a tree. Where it stands on the disk is not kept: a large site has very many.
#[derive(Debug)]
pub(super) struct Found<T = ()> {
    /// Relative to the tree, with `/`.
    pub path: String,
    /// What the system said when it was asked for something more.
    pub said: T,
}

/// What lies in a tree, in the order of names within each folder.
#[derive(Debug)]
pub(super) struct Tree<T = ()> {
    pub files: Vec<Found<T>>,
    /// The path of each.
    pub links: Vec<String>,
}

/// Every file and every symbolic link below `base`.
pub(super) fn below(base: &Path) -> Result<Tree, DiskError> {
    below_asking(base, "", &|_| Ok(()))
}

/// As [`below`], of the folder `base` of a tree, whose path there is `path`, with a `/` at its end unless it is empty; each
/// file is asked something while its folder is open, from where most systems find it sooner than by its whole path.
pub(super) fn below_asking<T: Send>(
    base: &Path,
    path: &str,
    ask: Ask<'_, T>,
) -> Result<Tree<T>, DiskError> {
    match fs::symlink_metadata(base) {
        Ok(found) if found.is_symlink() => return Err(DiskError::Symlink { path: base.into() }),
        Ok(found) if found.is_dir() => {}
        Ok(_) => return Err(DiskError::NoFolder { path: base.into() }),
        Err(error) if is_gone(&error) => return Err(DiskError::NoFolder { path: base.into() }),
        Err(error) => return Err(Operation::List.on(base)(error)),
    }
    Tree::of_folder(base, path, MOST_DEEP, ask)
}

/// What a name in a folder leads to.
enum Entry<T> {
    File(Found<T>),
    Link(String),
    Folder { path: String, place: PathBuf },
}

/// An [`Entry`], of a folder with what lies in it.
enum Listed<T> {
    File(Found<T>),
    Link(String),
    Folder(Tree<T>),
}

impl<T: Send> Tree<T> {
    /// What lies in `folder`, whose path in the tree is `path`, with a `/` at its end unless it is
    /// empty: in the order of names, a folder's files where it stands. Folders are listed beside each other, as deep as
    /// `levels` below it.
    fn of_folder(
        folder: &Path,
        path: &str,
        levels: usize,
        ask: Ask<'_, T>,
    ) -> Result<Self, DiskError> {
        let listed = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut listed = listed.map_err(Operation::List.on(folder))?;
        listed.sort_by_cached_key(DirEntry::file_name);
        let entries = listed.par_iter().with_min_len(NAMES_AT_ONCE);
        let entries = entries.filter_map(|entry| Entry::of(entry, path, ask));
        let entries: Vec<Result<Entry<T>, DiskError>> = entries.collect();
        // They hold the folder open, which would be one of many while those below it are listed: large ones alone are
        // open beside others, where a thread waits for its helpers.
        drop(listed);
        let entries = entries.into_par_iter();
        let entries: Vec<_> = entries.map(|entry| entry?.listed(levels, ask)).collect();
        let mut tree = Self {
            files: Vec::new(),
            links: Vec::new(),
        };
        for entry in entries {
            match entry? {
                Listed::File(found) => tree.files.push(found),
                Listed::Link(path) => tree.links.push(path),
                Listed::Folder(below) => {
                    let Self { files, links } = below;
                    tree.files.extend(files);
                    tree.links.extend(links);
                }
            }
        }
        Ok(tree)
    }
}

impl<T: Send> Entry<T> {
    /// `None` for what is passed over; `path` is that of the folder in which it lies.
    fn of(entry: &DirEntry, path: &str, ask: Ask<'_, T>) -> Option<Result<Self, DiskError>> {
        let (name, place) = (entry.file_name(), entry.path());
        let Some(name) = name.to_str() else {
            return Some(Err(DiskError::NameNotUtf8 { path: place }));
        };
        if is_ignored_name(name) {
            return None;
        }
        let path = format!("{path}{name}");
        let kind = match entry.file_type() {
            Ok(kind) => kind,
            Err(error) => return Some(Err(Operation::List.on(&place)(error))),
        };
        Some(if kind.is_symlink() {
            Ok(Self::Link(path))
        } else if kind.is_dir() {
            Ok(Self::Folder { path, place })
        } else if kind.is_file() {
            let said = ask(entry).map_err(Operation::Read.on(&place));
            said.map(|said| Self::File(Found { path, said }))
        } else {
            Err(DiskError::NotAFile { path: place })
        })
    }

    fn listed(self, levels: usize, ask: Ask<'_, T>) -> Result<Listed<T>, DiskError> {
        Ok(match self {
            Self::File(found) => Listed::File(found),
            Self::Link(path) => Listed::Link(path),
            Self::Folder { path, place } => match levels.checked_sub(1) {
                Some(levels) => {
                    Listed::Folder(Tree::of_folder(&place, &(path + "/"), levels, ask)?)
                }
                None => {
                    return Err(DiskError::TooDeep {
                        path: place,
                        most: MOST_DEEP,
                    });
                }
            },
        })
    }
}

/// The whole of a file of data, or as much of it as shows that it is too large.
fn source(place: &Path, most: usize) -> Result<Vec<u8>, DiskError> {
    start_of(place, most).map_err(Operation::Read.on_listed(place))
}

/// A file of a theme, whole.
fn theme_file(place: &Path) -> Result<Vec<u8>, DiskError> {
    let most = usize::try_from(MOST_MEDIA_BYTES).unwrap_or(usize::MAX);
    let bytes = start_of(place, most).map_err(Operation::Read.on_listed(place))?;
    if bytes.len() > most {
        return Err(DiskError::TooLarge {
            path: place.to_owned(),
            most: MOST_MEDIA_BYTES,
        });
    }
    Ok(bytes)
}

/// Whether pantau wrote it: then it may be larger than what people write.
fn is_archive(path: &str) -> bool {
    path.split('/').next() == Some(ARCHIVE)
}

/// How many bytes of a source are read; it is told of one that has more.
fn most_bytes(path: &str) -> usize {
    if is_archive(path) {
        MOST_ARCHIVE_BYTES
    } else {
        MOST_TEXT_BYTES
    }
}

/// The first `most` bytes of a file, and one more where it is larger.
fn start_of(place: &Path, most: usize) -> io::Result<Vec<u8>> {
    let file = File::open(place)?;
    let most = most as u64 + 1;
    let size = usize::try_from(file.metadata()?.len().min(most)).unwrap_or(0);
    // One byte more than there is, so that its end is seen without a larger room.
    let mut bytes = Vec::with_capacity(size + 1);
    file.take(most).read_to_end(&mut bytes)?;
    bytes.shrink_to(size);
    Ok(bytes)
}

fn media_facts(place: &Path) -> Result<MediaFacts, DiskError> {
    media::facts(place).map_err(Operation::Read.on_listed(place))
}

/// How many files one thread reads before another may take the next: few enough that none waits long for the last.
const FILES_AT_ONCE: usize = 256;

/// What `read` makes of the path and the place of each file below `base`, with its path.
fn each<T: Send>(
    base: &Path,
    files: Vec<Found>,
    read: impl Fn(&str, &Path) -> Result<T, DiskError> + Sync,
) -> Result<Vec<(String, T)>, DiskError> {
    let files = files.into_par_iter().with_max_len(FILES_AT_ONCE);
    let read: Vec<_> = files
        .map(|Found { path, .. }| {
            let read = read(&path, &base.join(&path))?;
            Ok((path, read))
        })
        .collect();
    // Collected in order, so that of several failures always the same one is told.
    read.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Description;
    use tempfile::TempDir;

    fn tree(files: &[(&str, &str)]) -> TempDir {
        let root = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let place = root.path().join(path);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(place, text).unwrap();
        }
        root
    }

    #[test]
    fn folders_in_folders_without_end_are_refused_and_no_stack_overflows() {
        for (levels, is_read) in [(MOST_DEEP, true), (MOST_DEEP + 1, false), (300, false)] {
            let path = format!("content/{}x.yml", "a/".repeat(levels));
            let site = tree(&[(&path, "x")]);
            let looked = crate::disk::look(site.path(), &[CONTENT.to_owned()]);
            assert_eq!(looked.is_ok(), is_read, "{levels}");
            match read(site.path()) {
                Ok(sources) => assert!(is_read && sources.files.len() == 1, "{levels}"),
                Err(error) => assert!(
                    !is_read && matches!(error, DiskError::TooDeep { most: 64, .. }),
                    "{levels}: {error}"
                ),
            }
        }
    }

    #[test]
    fn what_is_known_is_not_read() {
        let site = tree(&[("content/a.yml", "a"), ("content/b.yml", "b")]);
        let sha256 = Sha256::of(b"a");
        let known = |path: &str| ["a.yml", "gone.yml"].contains(&path).then_some(sha256);
        let listed = ListedSources::below(site.path()).unwrap();
        let sources = listed.read_unknown(&known).unwrap();
        assert_eq!(sources.files.into_keys().collect::<Vec<_>>(), ["b.yml"]);
        assert_eq!(sources.known, BTreeMap::from([("a.yml".into(), sha256)]));
    }

    #[test]
    fn sources_are_read_and_media_listed() {
        let root = tree(&[
            ("content/situs.yml", "judul: Pantau\n"),
            ("content/pejabat/ratna.yml", "nama: Ratna\n"),
            ("content/media/pejabat/ratna.jpg", "jpeg"),
            ("content/mediasi.yml", "x"),
            ("README.md", "outside"),
        ]);
        let sources = read(root.path()).unwrap();
        let files: Vec<_> = sources.files.keys().collect();
        assert_eq!(files, ["mediasi.yml", "pejabat/ratna.yml", "situs.yml"]);
        assert_eq!(sources.files["situs.yml"], b"judul: Pantau\n");
        let media: Vec<_> = sources.media.keys().collect();
        assert_eq!(media, ["media/pejabat/ratna.jpg"]);
    }

    #[test]
    fn leftovers_of_editors_are_no_sources() {
        let root = tree(&[
            ("content/a.yml", ""),
            ("content/a.yml~", ""),
            ("content/.a.yml.swp", ""),
            ("content/#a.yml#", ""),
            ("content/~$form.xlsx", ""),
            ("content/.git/config", ""),
            ("content/media/.DS_Store", ""),
            ("content/media/Thumbs.db", ""),
        ]);
        let sources = read(root.path()).unwrap();
        assert_eq!(sources.files.len(), 1);
        assert!(sources.media.is_empty());
        assert_eq!(read_file(root.path(), "a.yml~").unwrap(), Reread::Gone);
    }

    #[test]
    fn a_site_without_content_is_told_so() {
        let root = tree(&[]);
        let error = read(root.path()).unwrap_err();
        let path = root.path().join("content");
        assert_eq!(
            error.to_string(),
            format!("there is no folder {}", path.display())
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_symbolic_link_is_named_and_not_followed() {
        let root = tree(&[("content/a.yml", "a"), ("secret/b.yml", "secret")]);
        let content = root.path().join("content");
        for (name, target) in [("link.yml", "../secret/b.yml"), ("folder", "../secret")] {
            std::os::unix::fs::symlink(target, content.join(name)).unwrap();
        }
        let sources = read(root.path()).unwrap();
        assert_eq!(sources.files.keys().collect::<Vec<_>>(), ["a.yml"]);
        assert_eq!(
            sources.links.iter().collect::<Vec<_>>(),
            ["folder", "link.yml"]
        );
        for path in ["link.yml", "folder/b.yml"] {
            assert_eq!(read_file(root.path(), path).unwrap(), Reread::Linked);
        }
    }

    #[test]
    fn of_a_huge_file_only_as_much_is_read_as_shows_that_it_is_too_large() {
        let root = tree(&[("content/a.yml", ""), ("content/media/film.mp4", "")]);
        let content = root.path().join("content");
        for (path, bytes) in [("a.yml", 1 << 30), ("media/film.mp4", MOST_MEDIA_BYTES + 1)] {
            let file = File::options()
                .write(true)
                .open(content.join(path))
                .unwrap();
            file.set_len(bytes).unwrap();
        }
        let sources = read(root.path()).unwrap();
        assert_eq!(sources.files["a.yml"].len(), MOST_TEXT_BYTES + 1);
        let Reread::Bytes(again) = read_file(root.path(), "a.yml").unwrap() else {
            panic!("it is there");
        };
        assert_eq!(again.len(), MOST_TEXT_BYTES + 1);
        let facts = &sources.media["media/film.mp4"];
        assert_eq!(facts.description, Description::TooLarge);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_name_that_is_not_utf_8_is_refused() {
        use std::os::unix::ffi::OsStrExt;
        let root = tree(&[("content/a.yml", "")]);
        let name = std::ffi::OsStr::from_bytes(b"b\xff.yml");
        fs::write(root.path().join("content").join(name), "").unwrap();
        let error = read(root.path()).unwrap_err();
        assert!(matches!(error, DiskError::NameNotUtf8 { .. }));
        assert!(error.to_string().contains("is not UTF-8"));
    }

    #[test]
    fn one_file_is_read_again() {
        let root = tree(&[("content/a/b.yml", "new"), ("secret.yml", "")]);
        let again = |path| read_file(root.path(), path);
        assert_eq!(again("a/b.yml").unwrap(), Reread::Bytes(b"new".into()));
        for gone in ["a/c.yml", "a/b.yml/c", "a"] {
            assert_eq!(again(gone).unwrap(), Reread::Gone);
        }
        assert!(matches!(
            again("../secret.yml"),
            Err(DiskError::OutsideTree { .. })
        ));
    }

    #[test]
    fn a_theme_is_read_by_its_name() {
        let root = tree(&[
            ("themes/biru/style.css", "a{}"),
            ("themes/biru/templates/page.html", "<p>"),
            ("content/situs.yml", ""),
        ]);
        let theme = read_theme(root.path(), "biru").unwrap();
        let files: Vec<_> = theme.keys().collect();
        assert_eq!(files, ["style.css", "templates/page.html"]);
        assert!(read_theme(root.path(), "merah").unwrap().is_empty());
        for outside in ["../content", "", ".."] {
            let error = read_theme(root.path(), outside).unwrap_err();
            assert!(matches!(error, DiskError::OutsideTree { .. }));
        }
    }
}
