//! Texts that stand in a photo beside EXIF. The picture itself is passed over.

use super::{Fields, camera, invalid, xmp};
use crate::source::Location;
use flate2::read::ZlibDecoder;
use std::io::{self, BufRead, Read, Seek, SeekFrom};

/// Longer than any text about a photo, in bytes.
const MOST_TEXT: u64 = 4 << 20;

const XMP_IN_JPEG: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const XMP_IN_PNG: &str = "XML:com.adobe.xmp";
/// Where ImageMagick keeps what other formats have a place for.
const EXIF_IN_PNG: [&str; 2] = ["Raw profile type exif", "Raw profile type APP1"];

/// The segments before the picture (ITU-T T.81, annex B).
pub fn jpeg(file: &mut (impl BufRead + Seek)) -> io::Result<Fields> {
    let mut fields = Fields::new();
    take::<2>(file)?;
    loop {
        let [0xff, marker] = take::<2>(file)? else {
            return Err(invalid("a JPEG segment does not begin where it should"));
        };
        match marker {
            // Start of the picture, end of the file.
            0xda | 0xd9 => return Ok(fields),
            // Fill bytes: this was one, and the next byte is the marker's.
            0xff => drop(file.seek(SeekFrom::Current(-1))?),
            _ => {
                let length = u64::from(u16::from_be_bytes(take(file)?)).saturating_sub(2);
                if matches!(marker, 0xe1 | 0xed | 0xfe) {
                    fields.extend(segment(marker, &payload(file, length)?));
                } else {
                    pass(file, length)?;
                }
            }
        }
    }
}

fn segment(marker: u8, bytes: &[u8]) -> Option<(String, String)> {
    let text = || String::from_utf8_lossy(bytes).into_owned();
    match marker {
        0xe1 => bytes.strip_prefix(XMP_IN_JPEG).map(xmp::field),
        0xed => Some(("IPTC".into(), text())),
        _ => Some(("Comment".into(), text())),
    }
}

/// The chunks of text (PNG, third edition, 11.3.3).
pub fn png(file: &mut (impl BufRead + Seek)) -> io::Result<Fields> {
    let mut fields = Fields::new();
    take::<8>(file)?;
    loop {
        let length = u64::from(u32::from_be_bytes(take(file)?));
        let kind = take::<4>(file)?;
        if &kind == b"IEND" {
            return Ok(fields);
        }
        if matches!(&kind, b"tEXt" | b"zTXt" | b"iTXt") {
            fields.extend(png_text(kind, &payload(file, length)?)?);
        } else {
            pass(file, length)?;
        }
        take::<4>(file)?;
    }
}

fn png_text(kind: [u8; 4], bytes: &[u8]) -> io::Result<Fields> {
    let (name, rest) = cut(bytes)?;
    let name = String::from_utf8_lossy(name).into_owned();
    let text = match &kind {
        b"tEXt" => rest.to_vec(),
        b"zTXt" => inflated(rest.get(1..).unwrap_or_default())?,
        _ => international(rest)?,
    };
    if EXIF_IN_PNG.contains(&name.as_str()) {
        return raw_profile(&text);
    }
    let name = if name == XMP_IN_PNG {
        xmp::NAME.into()
    } else {
        name
    };
    Ok(vec![(name, String::from_utf8_lossy(&text).into_owned())])
}

/// Behind the keyword: compressed or not, the method, the language, the keyword translated.
fn international(rest: &[u8]) -> io::Result<Vec<u8>> {
    let (flags, rest) = rest
        .split_at_checked(2)
        .ok_or_else(|| invalid("a short text"))?;
    let (_, rest) = cut(rest)?;
    let (_, text) = cut(rest)?;
    if flags[0] == 1 {
        inflated(text)
    } else {
        Ok(text.to_vec())
    }
}

/// EXIF in hexadecimal digits, after two lines that say so.
fn raw_profile(text: &[u8]) -> io::Result<Fields> {
    let text = String::from_utf8_lossy(text);
    let digits: String = text.trim_start().lines().skip(2).collect();
    let digits: Vec<u8> = digits.bytes().filter(u8::is_ascii_hexdigit).collect();
    let bytes: Option<Vec<u8>> = digits
        .chunks_exact(2)
        .map(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok())
        .collect();
    let bytes = bytes.ok_or_else(|| invalid("EXIF that is not hexadecimal"))?;
    let Some(tiff) = bytes.strip_prefix(b"Exif\0\0") else {
        return Ok(xmp::packets(&bytes));
    };
    let (location, mut fields) = camera::of_raw(tiff.to_vec())?;
    if location == Location::Told {
        // As XMP says it, since a field is all that comes back from here.
        fields.push((xmp::NAME.into(), xmp::LOCATION[0].into()));
    }
    Ok(fields)
}

/// The chunks of a RIFF file (RFC 9649).
pub fn webp(file: &mut (impl BufRead + Seek)) -> io::Result<Fields> {
    let mut fields = Fields::new();
    let header = take::<12>(file)?;
    let size = [4, 5, 6, 7].map(|at: usize| header[at]);
    let end = u64::from(u32::from_le_bytes(size)) + 8;
    while file.stream_position()? + 8 <= end {
        let kind = take::<4>(file)?;
        let length = u64::from(u32::from_le_bytes(take(file)?));
        if &kind == b"XMP " {
            fields.push(xmp::field(&payload(file, length)?));
        } else {
            pass(file, length)?;
        }
        pass(file, length % 2)?;
    }
    Ok(fields)
}

fn take<const N: usize>(file: &mut impl Read) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn pass(file: &mut impl Seek, length: u64) -> io::Result<()> {
    file.seek(SeekFrom::Current(length.cast_signed())).map(drop)
}

/// The next `length` bytes.
fn payload(file: &mut impl BufRead, length: u64) -> io::Result<Vec<u8>> {
    if length > MOST_TEXT {
        return Err(invalid("a text about the photo is larger than 4 MiB"));
    }
    let mut bytes = Vec::new();
    file.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What stands before and behind the first zero byte.
fn cut(bytes: &[u8]) -> io::Result<(&[u8], &[u8])> {
    let end = bytes.iter().position(|byte| *byte == 0);
    let end = end.ok_or_else(|| invalid("a text without its end"))?;
    Ok((&bytes[..end], &bytes[end + 1..]))
}

fn inflated(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    ZlibDecoder::new(bytes)
        .take(MOST_TEXT)
        .read_to_end(&mut text)
        .map_err(invalid)?;
    Ok(text)
}
