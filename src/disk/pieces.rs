//! What a build keeps beside its output in pieces, for the next ones to add to: bytes that it alone understands.
//!
//! Like the memory ([`super::memory`]) it is a convenience, and unlike that it is not worth the wait for the device: a
//! power cut may leave it damaged, and then it is as if it had never been kept.

use super::claim::{Neighbours, resolved};
use super::{DiskError, Operation};
use crate::source::Sha256;
use rayon::prelude::*;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// How the file begins; who wrote it follows, and the end of that line.
const MARK: &str = "pantau bacaan 1 ";

/// Before each piece: how many bytes it has, the lowest first, and their SHA-256.
const LENGTH_BYTES: usize = 8;
const CHECKSUM_BYTES: usize = 32;

/// Pieces as they were kept, in the order in which they were added.
#[derive(Debug)]
pub struct Pieces {
    place: PathBuf,
    pieces: Vec<Piece>,
    /// Of all of them with their heads, in bytes.
    size: u64,
}

#[derive(Debug)]
struct Piece {
    start: u64,
    length: usize,
    checksum: [u8; CHECKSUM_BYTES],
}

impl Pieces {
    /// What builds into `out` have kept, all by this very `writer`; `None` where there is nothing, or a piece is cut off.
    pub fn recall(out: &Path, writer: &str) -> Option<Self> {
        let place = Neighbours::of(&resolved(out).ok()?).ok()?.pieces();
        // What is no file is not opened, for it could wait for a writer.
        if !fs::symlink_metadata(&place).ok()?.is_file() {
            return None;
        }
        let mut file = File::open(&place).ok()?;
        let size = file.metadata().ok()?.len();
        let mut end = after_first_line(&mut file, writer)?;
        let mut pieces = Vec::new();
        while end < size {
            let piece = Piece::at(&mut file, end).ok()?;
            end = piece.start.checked_add(piece.length as u64)?;
            pieces.push(piece);
        }
        let all = Self {
            place,
            pieces,
            size,
        };
        (end == size).then_some(all)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.pieces.len()
    }

    /// What `understand` makes of each piece, in their order; `None` of one that is damaged.
    pub fn each<T: Send>(&self, understand: impl Fn(&[u8]) -> T + Sync) -> Vec<Option<T>> {
        let pieces = self.pieces.par_iter().with_max_len(1);
        let pieces = pieces.map(|piece| Some(understand(&piece.read(&self.place)?)));
        pieces.collect()
    }
}

impl Piece {
    /// The piece whose head stands at `at`.
    fn at(file: &mut File, at: u64) -> io::Result<Self> {
        let (mut length, mut checksum) = ([0; LENGTH_BYTES], [0; CHECKSUM_BYTES]);
        file.seek(SeekFrom::Start(at))?;
        file.read_exact(&mut length)?;
        file.read_exact(&mut checksum)?;
        Ok(Self {
            start: at + (LENGTH_BYTES + CHECKSUM_BYTES) as u64,
            length: usize::try_from(u64::from_le_bytes(length))
                .map_err(|_| ErrorKind::InvalidData)?,
            checksum,
        })
    }

    /// `None` where other bytes stand there than were written.
    fn read(&self, place: &Path) -> Option<Vec<u8>> {
        let mut file = File::open(place).ok()?;
        file.seek(SeekFrom::Start(self.start)).ok()?;
        let mut bytes = vec![0; self.length];
        file.read_exact(&mut bytes).ok()?;
        (*Sha256::of(&bytes).as_bytes() == self.checksum).then_some(bytes)
    }
}

fn first_line(writer: &str) -> String {
    format!("{MARK}{writer}\n")
}

/// Where the first line of a file ends that is by `writer`; `None` of any other.
fn after_first_line(file: &mut File, writer: &str) -> Option<u64> {
    let expected = first_line(writer).into_bytes();
    let mut line = vec![0; expected.len()];
    file.read_exact(&mut line).ok()?;
    (line == expected).then_some(line.len() as u64)
}

/// Pieces that were written aside, and are kept when [`Self::keep`] says so.
#[derive(Debug)]
pub struct NewPieces {
    place: PathBuf,
    aside: PathBuf,
    writer: String,
    /// The size of what is kept that they are added to; `None` where they take its place.
    added_to: Option<u64>,
}

impl NewPieces {
    /// Writes `pieces` of `writer`, to be added to `kept`, or else to take the place of all that are kept.
    pub(super) fn write(
        neighbours: &Neighbours,
        writer: &str,
        kept: Option<&Pieces>,
        mut pieces: impl Iterator<Item = Vec<u8>>,
    ) -> Result<Self, DiskError> {
        let new = Self {
            place: neighbours.pieces(),
            aside: neighbours.pieces_aside(),
            writer: writer.to_owned(),
            added_to: kept.map(|kept| kept.size),
        };
        let mut write = || {
            let mut file = for_its_owner_alone().open(&new.aside)?;
            if kept.is_none() {
                file.write_all(first_line(writer).as_bytes())?;
            }
            pieces.try_for_each(|piece| write_piece(&mut file, &piece))
        };
        write().map_err(Operation::Write.on(&new.place))?;
        Ok(new)
    }

    /// Keeps them. To what another run has changed since it was recalled nothing is added.
    ///
    /// # Errors
    /// A refusal of the system.
    pub fn keep(self) -> Result<(), DiskError> {
        let kept = match self.added_to {
            Some(size) => self.add(size),
            None => fs::rename(&self.aside, &self.place),
        };
        kept.map_err(Operation::Write.on(&self.place))
    }

    fn add(&self, size: u64) -> io::Result<()> {
        let mut all = match File::options().read(true).append(true).open(&self.place) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            opened => opened?,
        };
        let is_by_us = after_first_line(&mut all, &self.writer).is_some();
        if is_by_us && all.metadata()?.len() == size {
            io::copy(&mut File::open(&self.aside)?, &mut all)?;
        }
        Ok(())
    }
}

/// A new file: what was read may be what somebody has to take out of the sources again.
fn for_its_owner_alone() -> OpenOptions {
    let mut options = File::options();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

impl Drop for NewPieces {
    /// Where they are kept as they are, there is none any more; else the next run removes it, or complains.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.aside);
    }
}

fn write_piece(file: &mut File, piece: &[u8]) -> io::Result<()> {
    let length = (piece.len() as u64).to_le_bytes();
    for part in [&length[..], Sha256::of(piece).as_bytes(), piece] {
        file.write_all(part)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    const WRITER: &str = "program 7";

    fn pieces(texts: &[&str]) -> impl Iterator<Item = Vec<u8>> {
        texts.iter().map(|text| text.as_bytes().to_vec())
    }

    fn kept(texts: &[&str]) -> (TempDir, Neighbours) {
        let root = tempfile::tempdir().unwrap();
        let out = resolved(&root.path().join("public")).unwrap();
        let neighbours = Neighbours::of(&out).unwrap();
        keep(&neighbours, None, texts).unwrap();
        (root, neighbours)
    }

    fn keep(
        neighbours: &Neighbours,
        kept: Option<&Pieces>,
        texts: &[&str],
    ) -> Result<(), DiskError> {
        NewPieces::write(neighbours, WRITER, kept, pieces(texts))?.keep()
    }

    fn recall(root: &TempDir) -> Option<Pieces> {
        Pieces::recall(&root.path().join("public"), WRITER)
    }

    /// Each piece, of a damaged one nothing; `None` where there are none.
    fn recalled(root: &TempDir) -> Option<Vec<Option<String>>> {
        let pieces = recall(root)?;
        Some(pieces.each(|bytes| String::from_utf8(bytes.to_vec()).unwrap()))
    }

    fn whole(texts: &[&str]) -> Option<Vec<Option<String>>> {
        Some(texts.iter().map(|text| Some((*text).into())).collect())
    }

    #[test]
    fn pieces_come_back_in_the_order_in_which_they_were_added() {
        let (root, neighbours) = kept(&["one", "", "two"]);
        keep(&neighbours, recall(&root).as_ref(), &["three", "four"]).unwrap();
        assert_eq!(recalled(&root), whole(&["one", "", "two", "three", "four"]));
        keep(&neighbours, None, &["five"]).unwrap();
        assert_eq!(recalled(&root), whole(&["five"]));
        assert!(Pieces::recall(&root.path().join("public"), "program 8").is_none());
        assert!(Pieces::recall(&root.path().join("other"), WRITER).is_none());
    }

    #[test]
    fn nothing_is_added_to_what_another_run_has_changed_meanwhile() {
        let (root, neighbours) = kept(&["one"]);
        let before = recall(&root).unwrap();
        keep(&neighbours, Some(&before), &["two"]).unwrap();
        keep(&neighbours, Some(&before), &["three"]).unwrap();
        assert_eq!(recalled(&root), whole(&["one", "two"]));
        let other = NewPieces::write(&neighbours, "program 8", None, pieces(&["one"]));
        other.unwrap().keep().unwrap();
        keep(&neighbours, Some(&before), &["three"]).unwrap();
        let now = Pieces::recall(&root.path().join("public"), "program 8").unwrap();
        assert_eq!(now.count(), 1);
        fs::remove_file(neighbours.pieces()).unwrap();
        keep(&neighbours, Some(&before), &["three"]).unwrap();
        assert!(!neighbours.pieces().exists());
    }

    #[cfg(unix)]
    #[test]
    fn what_was_read_is_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt;
        let (_root, neighbours) = kept(&["one"]);
        let found = fs::metadata(neighbours.pieces()).unwrap();
        assert_eq!(found.permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn nothing_is_believed_of_a_damaged_piece() {
        let (root, neighbours) = kept(&["one", "two"]);
        let place = neighbours.pieces();
        let bytes = fs::read(&place).unwrap();
        let expected = whole(&["one", "two"]);
        for at in 0..bytes.len() {
            let mut other = bytes.clone();
            other[at] ^= 1;
            fs::write(&place, &other).unwrap();
            let recalled = recalled(&root);
            assert_ne!(recalled, expected, "byte {at}");
            let of_one = recalled.into_iter().flatten();
            assert!(
                of_one
                    .zip(expected.clone().unwrap())
                    .all(|(now, then)| now.is_none() || now == then)
            );
        }
        let last = LENGTH_BYTES + CHECKSUM_BYTES + "two".len();
        for length in 0..bytes.len() {
            fs::write(&place, &bytes[..length]).unwrap();
            // Cut off between two pieces, what stands before is whole.
            let expected = match bytes.len() - length {
                cut if cut == last => whole(&["one"]),
                cut if cut == 2 * last => whole(&[]),
                _ => None,
            };
            assert_eq!(recalled(&root), expected, "{length} bytes");
        }
    }

    #[test]
    fn pieces_that_could_not_be_kept_leave_nothing_beside_the_site() {
        let root = tempfile::tempdir().unwrap();
        let neighbours = Neighbours::of(&root.path().join("public")).unwrap();
        // A folder in their place refuses the last step, as a full disk does one before.
        fs::create_dir(neighbours.pieces()).unwrap();
        keep(&neighbours, None, &["x"]).unwrap_err();
        let left = fs::read_dir(root.path()).unwrap();
        let left: Vec<_> = left.flatten().map(|entry| entry.path()).collect();
        assert_eq!(left, [neighbours.pieces()]);
    }
}
