//! EXIF: what a camera or a phone writes into a photo.

use super::{Fields, invalid};
use crate::source::Location;
use exif::{Context, Error, Exif, Field, Reader, Tag, Value};
use std::io::{self, BufRead, Seek};

/// Numbers of devices, of pictures and of moments are nobody's.
const TECHNICAL: [Tag; 15] = [
    Tag::BodySerialNumber,
    Tag::LensSerialNumber,
    Tag::ImageUniqueID,
    Tag::Make,
    Tag::Model,
    Tag::LensModel,
    Tag::DateTime,
    Tag::DateTimeOriginal,
    Tag::DateTimeDigitized,
    Tag::SubSecTime,
    Tag::SubSecTimeOriginal,
    Tag::SubSecTimeDigitized,
    Tag::GPSDateStamp,
    Tag::GPSTimeStamp,
    Tag::ExifVersion,
];

/// Fields that Windows writes in UTF-16, by their numbers.
const WINDOWS: [(u16, &str); 5] = [
    (0x9c9b, "XPTitle"),
    (0x9c9c, "XPComment"),
    (0x9c9d, "XPAuthor"),
    (0x9c9e, "XPKeywords"),
    (0x9c9f, "XPSubject"),
];

/// The number of the field that holds XMP in TIFF.
const XMP: u16 = 0x02bc;

/// Whether it says where the photo was taken, and its texts. Nothing, where there is no EXIF.
pub fn read(file: &mut (impl BufRead + Seek)) -> io::Result<(Location, Fields)> {
    match Reader::new().read_from_container(file) {
        Ok(exif) => Ok(facts(&exif)),
        Err(Error::NotFound(_)) => Ok((Location::NotTold, Fields::new())),
        Err(Error::Io(error)) => Err(error),
        Err(error) => Err(invalid(error)),
    }
}

/// As [`read`], for EXIF that was taken out of its photo.
pub fn of_raw(bytes: Vec<u8>) -> io::Result<(Location, Fields)> {
    let exif = Reader::new().read_raw(bytes).map_err(invalid)?;
    Ok(facts(&exif))
}

fn facts(exif: &Exif) -> (Location, Fields) {
    let is_place = |field: &Field| is_place_field(field) && is_somewhere(&field.value);
    let location = if exif.fields().any(is_place) {
        Location::Told
    } else {
        Location::NotTold
    };
    (location, exif.fields().filter_map(text).collect())
}

fn is_place_field(field: &Field) -> bool {
    let tags = [
        Tag::GPSLatitude,
        Tag::GPSLongitude,
        Tag::GPSDestLatitude,
        Tag::GPSDestLongitude,
        Tag::GPSAreaInformation,
    ];
    tags.contains(&field.tag)
}

/// Phones that do not know where they are write zeros.
fn is_somewhere(value: &Value) -> bool {
    match value {
        Value::Rational(parts) => parts.iter().any(|part| part.num != 0 && part.denom != 0),
        Value::SRational(parts) => parts.iter().any(|part| part.num != 0 && part.denom != 0),
        Value::Undefined(bytes, _) => bytes.iter().any(|byte| *byte != 0),
        _ => true,
    }
}

/// The name and the text of a field that holds one.
fn text(field: &Field) -> Option<(String, String)> {
    if TECHNICAL.contains(&field.tag) {
        return None;
    }
    let number = field.tag.number();
    let windows = WINDOWS.iter().find(|(tag, _)| *tag == number);
    let text = match (&field.value, windows) {
        (Value::Byte(bytes), Some(_)) => utf_16(bytes, u16::from_le_bytes),
        (Value::Byte(bytes), None) if number == XMP => lossy(bytes),
        (Value::Ascii(texts), _) => texts
            .iter()
            .map(|text| lossy(text))
            .collect::<Vec<_>>()
            .join("\n"),
        (Value::Undefined(bytes, _), _) => comment(field.tag, bytes)?,
        _ => return None,
    };
    let name = windows.map_or_else(|| field.tag.to_string(), |(_, name)| (*name).into());
    Some((name, text))
}

/// A text that says first how it is written (EXIF 2.32, 4.6.5, UserComment).
fn comment(tag: Tag, bytes: &[u8]) -> Option<String> {
    if tag.context() != Context::Exif && tag.context() != Context::Gps {
        return None;
    }
    match bytes.split_at_checked(8)? {
        (b"UNICODE\0", text) if text.starts_with(&[0]) => Some(utf_16(text, u16::from_be_bytes)),
        (b"UNICODE\0", text) => Some(utf_16(text, u16::from_le_bytes)),
        (b"ASCII\0\0\0" | b"JIS\0\0\0\0\0" | b"\0\0\0\0\0\0\0\0", text) => Some(lossy(text)),
        _ => None,
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace('\0', "\n")
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes
        .chunks_exact(2)
        .map(|two| unit([two[0], two[1]]))
        .collect();
    String::from_utf16_lossy(&units).replace('\0', "\n")
}
