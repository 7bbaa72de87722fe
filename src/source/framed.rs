//! One digest of many pieces.

use super::{Fingerprinter, Sha256};

/// Each piece goes in with its length before it, so that no two lists of pieces look the same.
#[derive(Debug, Default)]
pub struct Framed(Fingerprinter);

impl Framed {
    pub fn count(&mut self, count: usize) {
        self.0.update(&(count as u64).to_le_bytes());
    }

    pub fn bytes(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.0.update(bytes);
    }

    pub fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    pub fn sha256(&mut self, sha256: &Sha256) {
        self.bytes(sha256.as_bytes());
    }

    pub fn finish(self) -> Sha256 {
        self.0.finish().sha256
    }
}
