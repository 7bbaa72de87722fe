//! What tells the bytes of one file from any others: their SHA-256 (FIPS 180-4) and their number.

use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256 as Algorithm};
use std::fmt;
use std::io::{self, Write};

/// A SHA-256, written as 64 small hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sha256([u8; 32]);

/// The SHA-256 of a file and its size in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    pub sha256: Sha256,
    pub bytes: u64,
}

/// Takes the fingerprint of bytes that come piece by piece.
#[derive(Clone, Debug, Default)]
pub struct Fingerprinter {
    algorithm: Algorithm,
    bytes: u64,
}

impl Sha256 {
    /// The SHA-256 of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Algorithm::digest(bytes).into())
    }

    /// As it comes out of the algorithm.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// What [`Self::as_bytes`] gave.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Reads what [`fmt::Display`] writes, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let is_digit = |b: &u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
        if text.len() != 64 || !text.as_bytes().iter().all(is_digit) {
            return None;
        }
        let mut sha256 = [0; 32];
        for (byte, place) in sha256.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(&text[place..place + 2], 16).ok()?;
        }
        Some(Self(sha256))
    }
}

impl Sha256 {
    /// Its first eight bytes, the highest first: a number that any text hits as likely as another.
    pub fn number(self) -> u64 {
        let [a, b, c, d, e, f, g, h, ..] = self.0;
        u64::from_be_bytes([a, b, c, d, e, f, g, h])
    }
}

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Serialize for Sha256 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Fingerprint {
    pub fn of(bytes: &[u8]) -> Self {
        let mut fingerprinter = Fingerprinter::default();
        fingerprinter.update(bytes);
        fingerprinter.finish()
    }
}

impl Fingerprinter {
    pub fn update(&mut self, piece: &[u8]) {
        self.algorithm.update(piece);
        self.bytes += piece.len() as u64;
    }

    pub fn finish(self) -> Fingerprint {
        Fingerprint {
            sha256: Sha256(self.algorithm.finalize().into()),
            bytes: self.bytes,
        }
    }
}

impl Write for Fingerprinter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of FIPS 180-4.
    #[test]
    fn a_sha_256_is_the_one_of_the_standard() {
        let table = [
            (
                "",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            ),
            (
                "abc",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            ),
        ];
        for (text, sha256) in table {
            let fingerprint = Fingerprint::of(text.as_bytes());
            assert_eq!(fingerprint.sha256.to_string(), sha256);
            assert_eq!(fingerprint.bytes, text.len() as u64);
            assert_eq!(Sha256::parse(sha256), Some(fingerprint.sha256));
        }
    }

    #[test]
    fn pieces_give_the_fingerprint_of_the_whole() {
        let mut pieces = Fingerprinter::default();
        for piece in ["a", "", "bc"] {
            pieces.update(piece.as_bytes());
        }
        assert_eq!(pieces.finish(), Fingerprint::of(b"abc"));
    }

    #[test]
    fn only_its_own_notation_is_read() {
        let good = "0".repeat(64);
        assert!(Sha256::parse(&good).is_some());
        for bad in [
            &good[1..],
            &format!("{good}0"),
            &"A".repeat(64),
            &format!("+{}", &good[1..]),
            &"é".repeat(32),
        ] {
            assert_eq!(Sha256::parse(bad), None, "{bad}");
        }
    }
}
