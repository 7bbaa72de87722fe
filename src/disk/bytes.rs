//! Bytes on their way into a tree: each file's fingerprint is taken as they pass.

use crate::source::{Fingerprint, Fingerprinter};
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

/// Large files are read and written a piece at a time.
pub(super) const PIECE: u64 = 1 << 16;

/// Takes a file's fingerprint while it is written.
pub(super) struct Fingerprinting<W> {
    pub to: W,
    pub fingerprinter: Fingerprinter,
    /// Why the file could not be written, whatever became of that on the way through the libraries that write formats.
    pub refusal: Option<io::Error>,
}

impl<W: Write> Fingerprinting<W> {
    fn noting<T>(&mut self, done: io::Result<T>) -> io::Result<T> {
        done.map_err(|refusal| {
            let kind = refusal.kind();
            if kind != io::ErrorKind::Interrupted {
                self.refusal.get_or_insert(refusal);
            }
            kind.into()
        })
    }
}

impl<W: Write> Write for Fingerprinting<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes);
        let written = self.noting(written)?;
        self.fingerprinter.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = self.to.flush();
        self.noting(flushed)
    }
}

/// The fingerprint that two files of the same size share; `None` where their bytes differ.
pub(super) fn same_bytes(one: &Path, other: &Path) -> io::Result<Option<Fingerprint>> {
    let mut files = [File::open(one)?, File::open(other)?];
    let mut pieces = [Vec::new(), Vec::new()];
    let mut fingerprinter = Fingerprinter::default();
    loop {
        for (file, piece) in files.iter_mut().zip(&mut pieces) {
            piece.clear();
            file.take(PIECE).read_to_end(piece)?;
        }
        if pieces[0] != pieces[1] {
            return Ok(None);
        }
        if pieces[0].is_empty() {
            return Ok(Some(fingerprinter.finish()));
        }
        fingerprinter.update(&pieces[0]);
    }
}

/// Copies what is left of `from` and takes its fingerprint on the way.
pub(super) fn copy_bytes(from: &mut File, to: &mut File) -> io::Result<Fingerprint> {
    let mut fingerprinter = Fingerprinter::default();
    let mut piece = Vec::new();
    loop {
        piece.clear();
        from.take(PIECE).read_to_end(&mut piece)?;
        if piece.is_empty() {
            return Ok(fingerprinter.finish());
        }
        fingerprinter.update(&piece);
        to.write_all(&piece)?;
    }
}
