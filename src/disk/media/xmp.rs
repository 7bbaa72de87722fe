//! XMP: a text about a file, inside of it.

use super::Fields;
use memchr::memmem;
use std::ops::Range;

/// What messages call it.
pub const NAME: &str = "XMP";

const START: &[u8] = b"<x:xmpmeta";
const END: &[u8] = b"</x:xmpmeta>";

/// Every packet in `bytes`; one that does not end goes up to their end.
pub fn packets(bytes: &[u8]) -> Fields {
    let places = places(bytes).into_iter();
    places.map(|place| field(&bytes[place])).collect()
}

/// Where packets stand.
pub fn places(bytes: &[u8]) -> Vec<Range<usize>> {
    let starts = memmem::find_iter(bytes, START);
    let place = |start: usize| {
        let rest = &bytes[start..];
        start..start + memmem::find(rest, END).unwrap_or(rest.len())
    };
    starts.map(place).collect()
}

/// A packet as a field.
pub fn field(packet: &[u8]) -> (String, String) {
    (NAME.into(), String::from_utf8_lossy(packet).into_owned())
}

/// Where a photo was taken (CIPA DC-010, EXIF in XMP).
pub const LOCATION: [&str; 2] = ["exif:GPSLatitude", "exif:GPSLongitude"];

/// Whether it says where a photo was taken.
pub fn tells_location(text: &str) -> bool {
    LOCATION.iter().any(|name| text.contains(name))
}
