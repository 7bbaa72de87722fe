//! Writes a new tree beside the old one and puts it in its place as a whole.
//!
//! Overwriting files is slow on ext4 and leaves a half-new site when something fails; writing a
//! fresh folder is fast, and a file that has not changed becomes a hard link to the one that is
//! already there. The new tree is on the device before it takes the old one's place, and its name is before
//! the old one is removed: after a power cut there is one of the two, whole.

use super::bytes::{Fingerprinting, PIECE, copy_bytes, same_bytes};
use super::claim::{Claim, MARK, PART, remove};
use super::durable::{sync_folder, sync_tree};
use super::early_sync::EarlySync;
use super::look::{fingerprint_of, look_at, seen};
use super::media;
use super::memory;
use super::path::inside;
use super::pieces::{NewPieces, Pieces};
use super::spare::Spare;
use super::summary::{Counts, Summary};
use super::swap::swap;
use super::{DiskError, Operation};
use crate::source::{Fingerprint, Fingerprinter, Seen};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashSet};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};
use std::thread;

/// The first line of the mark.
const VERSION: &str = concat!("pantau ", env!("CARGO_PKG_VERSION"), "\n");

/// A tree that is being written. Dropped without [`Self::finish`], it leaves the old one as it is.
#[derive(Debug)]
pub struct Publication {
    // Dropped in this order: the staging folder goes while the lock is still held.
    staging: Staging,
    claim: Claim,
    old: Option<PathBuf>,
    /// Folders that exist in the new tree.
    folders: RwLock<HashSet<PathBuf>>,
    /// Every file that was put into the new tree.
    published: Mutex<BTreeMap<String, Published>>,
    counts: Counts,
    early_sync: EarlySync,
    spare: Spare,
}

/// A file of a published tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    pub fingerprint: Fingerprint,
    /// `None` where the system did not say.
    pub seen: Option<Seen>,
}

impl Published {
    /// Whether the file at `place` is this one: by what the system says of it, or else, as for a tree that was
    /// copied or unpacked, by its bytes.
    pub fn is_at(&self, place: &Path) -> bool {
        look_at(place).is_some_and(|now| self.is_seen_at(place, now))
    }

    /// As [`Self::is_at`], where the file there is seen as `now`.
    fn is_seen_at(&self, place: &Path, now: Seen) -> bool {
        let is_same = || fingerprint_of(place).is_ok_and(|now| now == self.fingerprint);
        Some(now) == self.seen || (now.size == self.fingerprint.bytes && is_same())
    }
}

impl Publication {
    /// Prepares to publish to `out`, which may not exist, be empty, or hold an earlier site.
    ///
    /// # Errors
    /// A folder that pantau has not written, another run that is writing to the same place, or
    /// a refusal of the system.
    pub fn begin(out: &Path) -> Result<Self, DiskError> {
        let claim = Claim::of(out)?;
        let old = claim.old_tree()?;
        Self::begin_marked(claim, old, VERSION)
    }

    /// As [`Self::begin`], for what is only a part of a site.
    ///
    /// # Errors
    /// As [`Self::begin`], and a whole site at `out`.
    pub fn begin_part(out: &Path) -> Result<Self, DiskError> {
        let claim = Claim::of(out)?;
        let old = claim.old_part()?;
        Self::begin_marked(claim, old, &format!("{VERSION}{PART}\n"))
    }

    fn begin_marked(claim: Claim, old: Option<PathBuf>, text: &str) -> Result<Self, DiskError> {
        let staging = Staging::create(claim.neighbours.staging())?;
        let mark = staging.0.join(MARK);
        fs::write(&mark, text).map_err(Operation::Write.on(&mark))?;
        let early_sync = EarlySync::of(&staging.0).map_err(Operation::Sync.on(&staging.0))?;
        Ok(Self {
            folders: RwLock::new(HashSet::from([staging.0.clone()])),
            early_sync,
            spare: Spare::default(),
            staging,
            claim,
            old,
            published: Mutex::default(),
            counts: Counts::default(),
        })
    }

    /// Begins with the tree before the published one, where that was kept: `wanted` are all files that the new tree will
    /// have. To be called before any of them is put there.
    ///
    /// # Errors
    /// A refusal of the system.
    pub fn begin_with_spare(&mut self, wanted: &HashSet<&str>) -> Result<(), DiskError> {
        let (spare, new) = (self.claim.neighbours.spare(), &self.staging.0);
        if self.old.is_none() || !fs::symlink_metadata(&spare).is_ok_and(|found| found.is_dir()) {
            return self.drop_spare();
        }
        let mark = new.join(MARK);
        let text = fs::read(&mark).map_err(Operation::Read.on(&mark))?;
        if fs::read(spare.join(MARK)).ok().as_ref() != Some(&text) {
            return self.drop_spare();
        }
        // Under the name of a tree in the making: should this run be killed, the next one takes it away.
        fs::remove_dir_all(new).map_err(Operation::Remove.on(new))?;
        fs::rename(&spare, new).map_err(Operation::Replace.on(new))?;
        let with_mark = wanted.iter().copied().chain([MARK]).collect();
        let Some((spare, folders)) = Spare::begin(new, &with_mark)? else {
            fs::remove_dir_all(new).map_err(Operation::Remove.on(new))?;
            fs::create_dir(new).map_err(Operation::CreateFolder.on(new))?;
            return fs::write(&mark, text).map_err(Operation::Write.on(&mark));
        };
        spare.make_room(MARK, &mark)?;
        fs::write(&mark, text).map_err(Operation::Write.on(&mark))?;
        self.spare = spare;
        self.folders = RwLock::new(folders.into_iter().collect());
        Ok(())
    }

    /// Takes away the tree before the published one, where one was kept.
    ///
    /// # Errors
    /// A refusal of the system.
    pub fn drop_spare(&self) -> Result<(), DiskError> {
        let spare = self.claim.neighbours.spare();
        match remove(&spare) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            done => done.map_err(Operation::Remove.on(&spare)),
        }
    }

    /// Puts a file into the new tree; `path` is relative, with `/` between its parts. To be
    /// called from any thread, once per path.
    ///
    /// # Errors
    /// A path that would leave the tree or was written before, or a refusal of the system.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), DiskError> {
        let new = self.place(path)?;
        let old = self.old_file(path);
        let fingerprint = Fingerprint::of(bytes);
        if let Some(old) = &old
            && old.seen.size == fingerprint.bytes
            && fs::read(&old.path).is_ok_and(|there| there == bytes)
            && self.keep(old, &new)
        {
            self.note(path, fingerprint, Some(old.seen));
            return Ok(());
        }
        let mut file = File::create_new(&new).map_err(Operation::Write.on(&new))?;
        file.write_all(bytes).map_err(Operation::Write.on(&new))?;
        self.add_written(old.as_ref(), fingerprint.bytes);
        self.note(path, fingerprint, seen_of(&file));
        Ok(())
    }

    /// Takes the file at `path` over from the old tree, if it is there as it was `known`: by what the system
    /// says of it, or else by its bytes. False where it is not, or where there are no hard links: then it
    /// has to be written.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub fn take_over(&self, path: &str, known: &Published) -> Result<bool, DiskError> {
        let Some(old) = self.old_file(path) else {
            return Ok(false);
        };
        if !known.is_seen_at(&old.path, old.seen) {
            return Ok(false);
        }
        if self.spare.keeps(path, old.seen.inode) {
            self.counts.add_kept(&old);
        } else if !self.keep(&old, &self.place(path)?) {
            return Ok(false);
        }
        self.note(path, known.fingerprint, Some(old.seen));
        Ok(true)
    }

    /// Puts a file into the new tree whose bytes `make` writes, a piece at a time: like
    /// [`Self::write`] for what should not stand in memory as a whole.
    ///
    /// # Errors
    /// As [`Self::write`], and those of `make`.
    pub fn write_with<E: From<DiskError>>(
        &self,
        path: &str,
        make: impl FnOnce(&mut (dyn Write + Send)) -> Result<(), E>,
    ) -> Result<(), E> {
        let new = self.place(path)?;
        let refused = Operation::Write;
        let file = File::create_new(&new).map_err(|error| refused.on(&new)(error))?;
        let mut writer = Fingerprinting {
            to: BufWriter::with_capacity(PIECE as usize, file),
            fingerprinter: Fingerprinter::default(),
            refusal: None,
        };
        let made = make(&mut writer);
        if let Some(refusal) = writer.refusal.take() {
            return Err(refused.on(&new)(refusal).into());
        }
        made?;
        writer.flush().map_err(|error| refused.on(&new)(error))?;
        let fingerprint = writer.fingerprinter.finish();
        let written = seen_of(writer.to.get_ref());
        drop(writer.to);
        let old = self.old_file(path);
        if let Some(old) = &old
            && old.seen.size == fingerprint.bytes
            && matches!(same_bytes(&new, &old.path), Ok(Some(_)))
            && self.keep_instead(old, &new)?
        {
            self.note(path, fingerprint, Some(old.seen));
            return Ok(());
        }
        self.add_written(old.as_ref(), fingerprint.bytes);
        self.note(path, fingerprint, written);
        Ok(())
    }

    /// Puts a copy of the file `from` into the new tree, like [`Self::write`]. It is never a
    /// link to `from`: an edit of the source must not reach the published site.
    ///
    /// # Errors
    /// As [`Self::write`]; also a file that can't be read.
    pub fn copy(&self, path: &str, from: &Path) -> Result<(), DiskError> {
        let new = self.place(path)?;
        let old = self.old_file(path);
        let mut source = File::open(from).map_err(Operation::Read.on_listed(from))?;
        let size = source.metadata().map_err(Operation::Read.on(from))?.len();
        if let Some(old) = &old
            && old.seen.size == size
            && let Ok(Some(same)) = same_bytes(from, &old.path)
            && self.keep(old, &new)
        {
            self.note(path, same, Some(old.seen));
            return Ok(());
        }
        // Not `fs::copy`, which would bring along a mode that the web server may not read.
        let mut file = File::create_new(&new).map_err(Operation::Write.on(&new))?;
        let copied = copy_bytes(&mut source, &mut file).map_err(Operation::Copy.on(from))?;
        self.add_written(old.as_ref(), copied.bytes);
        self.note(path, copied, seen_of(&file));
        Ok(())
    }

    /// Puts a media file into the new tree: a photo without what is written in it about it
    /// ([`media::bare`]), anything else like [`Self::copy`].
    ///
    /// # Errors
    /// As [`Self::copy`]; also a photo that is not built as its format asks.
    pub fn copy_media(&self, path: &str, from: &Path) -> Result<(), DiskError> {
        if !media::is_photo(from).map_err(Operation::Read.on(from))? {
            return self.copy(path, from);
        }
        let bytes = fs::read(from).map_err(Operation::Read.on(from))?;
        let bytes = media::bare(bytes).map_err(Operation::Copy.on(from))?;
        self.write(path, &bytes)
    }

    /// The bytes of a file of the tree that is being replaced; `None` where there is none, or none
    /// that can be read: then there is nothing to take from it.
    pub fn earlier(&self, path: &str) -> Option<Vec<u8>> {
        fs::read(self.old_file(path)?.path).ok()
    }

    /// The fingerprints of [`Self::published`].
    pub fn fingerprints(&self) -> BTreeMap<String, Fingerprint> {
        let published = self.noted();
        let published = published.iter();
        published
            .map(|(path, file)| (path.clone(), file.fingerprint))
            .collect()
    }

    /// Every file that was put into the new tree until now, by path. The mark is none of them.
    pub fn published(&self) -> BTreeMap<String, Published> {
        self.noted().clone()
    }

    fn noted(&self) -> MutexGuard<'_, BTreeMap<String, Published>> {
        let published = self.published.lock();
        published.unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn note(&self, path: &str, fingerprint: Fingerprint, seen: Option<Seen>) {
        let published = Published { fingerprint, seen };
        self.noted().insert(path.to_owned(), published);
    }

    /// The folders of the new tree as they are now, by path, its own as the empty one: a file that is put
    /// into one later changes it.
    pub fn folders(&self) -> BTreeMap<String, Seen> {
        let folders = self.folders.read().unwrap_or_else(PoisonError::into_inner);
        let folders = folders.par_iter().filter_map(|folder| {
            let path = folder.strip_prefix(&self.staging.0).ok()?;
            let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
            Some((parts?.join("/"), look_at(folder)?))
        });
        folders.collect()
    }

    /// Keeps `bytes` beside the tree for the next run, which [`super::recall`]s them. It may be called
    /// before the new tree takes its place, also while the device takes that ([`Self::finish_beside`]): a run that is
    /// killed in between leaves a memory that does not fit the tree, and nothing in it is believed that does not fit.
    /// The device keeps its name with that of the tree.
    ///
    /// # Errors
    /// A refusal of the system.
    pub fn remember(&self, bytes: &[u8]) -> Result<(), DiskError> {
        memory::keep(&self.claim.neighbours, bytes)
    }

    /// Writes `pieces` of `writer` beside the tree for the next run, which [`Pieces::recall`]s them: to be added to those
    /// that are `kept`, or else to take the place of all.
    ///
    /// # Errors
    /// A refusal of the system.
    pub fn write_pieces(
        &self,
        writer: &str,
        kept: Option<&Pieces>,
        pieces: impl Iterator<Item = Vec<u8>>,
    ) -> Result<NewPieces, DiskError> {
        NewPieces::write(&self.claim.neighbours, writer, kept, pieces)
    }

    /// Puts the new tree in the place of the old one and removes that, or keeps it where most of it is the same: then it
    /// takes hardly any room, and saves the next build most of its work at the disk ([`super::spare`]).
    ///
    /// # Errors
    /// A refusal of the system; the old tree is then still in its place, unless the device alone refused to
    /// keep the new one's name.
    pub fn finish(self) -> Result<Summary, DiskError> {
        self.finish_beside(|_| Ok(()))
    }

    /// As [`Self::finish`]; does `beside`, which puts nothing into the tree, while the device takes what is in it.
    ///
    /// # Errors
    /// As [`Self::finish`], and those of `beside`: the old tree is then still in its place.
    pub fn finish_beside<E: From<DiskError>>(
        self,
        beside: impl FnOnce(&Self) -> Result<(), E>,
    ) -> Result<Summary, E> {
        let (durable, done) = thread::scope(|scope| {
            let durable = scope.spawn(|| self.make_durable());
            let done = beside(&self);
            (
                durable.join().unwrap_or_else(|panic| resume_unwind(panic)),
                done,
            )
        });
        done?;
        Ok(self.replace(durable?)?)
    }

    /// Has the device take the new tree as it is; gives what was put into it and what was not.
    fn make_durable(&self) -> Result<Summary, DiskError> {
        self.spare.clear(&self.staging.0)?;
        let summary = self.counts.summary(self.old_files()?);
        let synced = self.early_sync.finish();
        let synced = synced.and_then(|()| sync_tree(&self.staging.0));
        synced.map_err(Operation::Sync.on(&self.staging.0))?;
        Ok(summary)
    }

    /// Puts the new tree in the place of the old one.
    fn replace(self, summary: Summary) -> Result<Summary, DiskError> {
        let out = &self.claim.out;
        let aside = self.claim.neighbours.aside();
        let swapped = match &self.old {
            Some(_) => swap(&self.staging.0, out, &aside),
            None => move_into_place(&self.staging.0, out),
        };
        swapped.map_err(|refusal| not_replaced(out, refusal))?;
        let folder = self.claim.neighbours.folder();
        sync_folder(folder).map_err(Operation::Sync.on(folder))?;
        // Only now: until the swap is done, it could be the one copy of the old tree.
        let aside = Staging(aside);
        if self.old.is_some() && summary.is_mostly_kept() {
            self.keep_spare(&aside)?;
        }
        Ok(summary)
    }

    /// Keeps the tree that was just replaced. The exchange has left it where the new one was made, two renames aside.
    fn keep_spare(&self, aside: &Staging) -> Result<(), DiskError> {
        self.drop_spare()?;
        let was = if aside.0.exists() {
            aside
        } else {
            &self.staging
        };
        let spare = self.claim.neighbours.spare();
        fs::rename(&was.0, &spare).map_err(Operation::Replace.on(&spare))
    }

    /// Makes the folders for the files at `paths`, which are about to come: one after the other, as the system makes
    /// those that lie in one folder anyway. Threads that did it for each file would wait for each other.
    ///
    /// # Errors
    /// A path that would leave the tree, or a refusal of the system.
    pub fn make_folders<'p>(&self, paths: impl Iterator<Item = &'p str>) -> Result<(), DiskError> {
        let mut places = paths.map(|path| inside(&self.staging.0, path));
        places.try_for_each(|place| self.make_folder_of(&place?))
    }

    /// Where `path` goes, in a folder that exists.
    pub(super) fn place(&self, path: &str) -> Result<PathBuf, DiskError> {
        let new = inside(&self.staging.0, path)?;
        self.make_folder_of(&new)?;
        self.spare.make_room(path, &new)?;
        Ok(new)
    }

    /// Makes the folder for the file at `new`, unless it is there.
    fn make_folder_of(&self, new: &Path) -> Result<(), DiskError> {
        let folder = new.parent().unwrap_or(&self.staging.0);
        let folders = self.folders.read().unwrap_or_else(PoisonError::into_inner);
        if folders.contains(folder) {
            return Ok(());
        }
        drop(folders);
        fs::create_dir_all(folder).map_err(Operation::CreateFolder.on(folder))?;
        let mut folders = self.folders.write().unwrap_or_else(PoisonError::into_inner);
        let below = folder.ancestors().take_while(|f| *f != self.staging.0);
        folders.extend(below.map(Path::to_owned));
        Ok(())
    }

    /// The file of the old tree at `path`, if it is one: links are not trusted.
    pub(super) fn old_file(&self, path: &str) -> Option<OldFile> {
        let path = self.old.as_ref()?.join(path);
        let found = fs::symlink_metadata(&path).ok()?;
        found.is_file().then(|| OldFile {
            seen: seen(&found),
            path,
        })
    }

    /// Links an unchanged file into the new tree. False where the file system has no hard links,
    /// or no more of them: then the file is written.
    pub(super) fn keep(&self, old: &OldFile, new: &Path) -> bool {
        let linked = fs::hard_link(&old.path, new).is_ok();
        if linked {
            self.counts.add_kept(old);
        }
        linked
    }

    /// As [`Self::keep`], in the place of what was just written there. The link is made aside
    /// first, so that one of the two always stands; where it can't take the place, it goes again.
    fn keep_instead(&self, old: &OldFile, new: &Path) -> Result<bool, DiskError> {
        let mut aside = new.as_os_str().to_owned();
        aside.push(ASIDE);
        let aside = PathBuf::from(aside);
        if fs::hard_link(&old.path, &aside).is_err() {
            return Ok(false);
        }
        if fs::rename(&aside, new).is_err() {
            fs::remove_file(&aside).map_err(Operation::Remove.on(&aside))?;
            return Ok(false);
        }
        self.counts.add_kept(old);
        Ok(true)
    }

    pub(super) fn add_written(&self, old: Option<&OldFile>, size: u64) {
        self.counts.add_written(old, size);
        self.early_sync.wrote(size);
    }

    /// How many files the old tree has, its mark aside.
    fn old_files(&self) -> Result<usize, DiskError> {
        let Some(old) = &self.old else { return Ok(0) };
        let files = files_below(old).map_err(Operation::List.on(old))?;
        Ok(files.saturating_sub(1))
    }
}

/// How many files lie in `folder` and below it.
fn files_below(folder: &Path) -> io::Result<usize> {
    let (mut files, mut folders) = (0, Vec::new());
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        match entry.file_type()?.is_dir() {
            true => folders.push(entry.path()),
            false => files += 1,
        }
    }
    let below = folders.into_par_iter().map(|folder| files_below(&folder));
    Ok(files + below.try_reduce(|| 0, |one, other| Ok(one + other))?)
}

/// How a link is called that is about to take a file's place: no page's name ends so.
const ASIDE: &str = ".pantau-lama";

/// A file of the tree that is being replaced.
pub(super) struct OldFile {
    pub(super) path: PathBuf,
    pub(super) seen: Seen,
}

/// Of a file that is all written.
pub(super) fn seen_of(file: &File) -> Option<Seen> {
    file.metadata().ok().map(|found| seen(&found))
}

/// A folder that is removed in the end, whatever it holds then: an unfinished tree or, after the
/// swap, the old one.
#[derive(Debug)]
struct Staging(PathBuf);

impl Staging {
    fn create(path: PathBuf) -> Result<Self, DiskError> {
        fs::create_dir(&path).map_err(Operation::CreateFolder.on(&path))?;
        Ok(Self(path))
    }
}

impl Drop for Staging {
    /// What can't be removed now is a leftover, which the next run removes or complains of.
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Why `out` could not be replaced: a place that a file system is mounted on belongs to that.
fn not_replaced(out: &Path, refusal: io::Error) -> DiskError {
    match refusal.kind() {
        io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices => {
            DiskError::Mounted { path: out.into() }
        }
        _ => Operation::Replace.on(out)(refusal),
    }
}

/// Moves `new` to `out`, which may be an empty folder. Should files have come into it meanwhile,
/// removing it fails, and they stay.
fn move_into_place(new: &Path, out: &Path) -> io::Result<()> {
    match fs::remove_dir(out) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => fs::rename(new, out),
    }
}

#[cfg(test)]
#[path = "publication_tests.rs"]
mod tests;
