//! What a file is by its first bytes.

use crate::source::Signature;
use std::io::{self, Read};

/// As far as browsers look for a PDF's beginning.
const LOOKED_AT: u64 = 1024;

/// The major brands of HEIF files (ISO/IEC 23008-12) and AVIF.
const HEIF_BRANDS: [&[u8]; 9] = [
    b"avif", b"avis", b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1",
];

/// Where a format's mark stands, and what it is.
const MARKS: [(usize, &[u8], Signature); 11] = [
    (0, b"\xff\xd8\xff", Signature::Jpeg),
    (0, b"\x89PNG\r\n\x1a\n", Signature::Png),
    (8, b"WEBP", Signature::Webp),
    (0, b"GIF87a", Signature::Gif),
    (0, b"GIF89a", Signature::Gif),
    (0, b"II*\0", Signature::Tiff),
    (0, b"MM\0*", Signature::Tiff),
    (0, b"PK\x03\x04", Signature::Zip),
    (4, b"ftyp", Signature::IsoMedia),
    (0, b"\x1a\x45\xdf\xa3", Signature::Matroska),
    (0, b"ID3", Signature::Mp3),
];

pub fn of(file: &mut impl Read) -> io::Result<Signature> {
    let mut start = Vec::new();
    file.take(LOOKED_AT).read_to_end(&mut start)?;
    Ok(of_bytes(&start))
}

fn of_bytes(start: &[u8]) -> Signature {
    let found = MARKS.iter().find(|(at, mark, _)| {
        let rest = start.get(*at..);
        rest.is_some_and(|rest| rest.starts_with(mark))
    });
    match found {
        Some((.., Signature::IsoMedia)) => iso_media(start),
        Some((.., signature)) => *signature,
        None if is_markup(start) => Signature::Markup,
        None if start.windows(5).any(|bytes| bytes == b"%PDF-") => Signature::Pdf,
        None if matches!(start, [0xff, second, ..] if second & 0xe0 == 0xe0 && *second < 0xfe) => {
            Signature::Mp3
        }
        None if start.contains(&0) => Signature::Unknown,
        None => Signature::Text,
    }
}

fn iso_media(start: &[u8]) -> Signature {
    let brand = start.get(8..12).unwrap_or_default();
    if HEIF_BRANDS.contains(&brand) {
        Signature::Heif
    } else {
        Signature::IsoMedia
    }
}

/// A tag, a declaration or a comment, as browsers take for a document of their own.
fn is_markup(start: &[u8]) -> bool {
    let text = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    let text = text.trim_ascii_start();
    matches!(text, [b'<', b'!' | b'?' | b'/', ..])
        || matches!(text, [b'<', letter, ..] if letter.is_ascii_alphabetic())
}
