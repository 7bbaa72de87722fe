//! Photos as they are published: the picture, and nothing that a camera, a phone or a program has written about it.
//!
//! Of a JPEG, PNG or WebP file only those parts stay that a picture needs to be shown; what else formats may hold goes, known or
//! not: EXIF with place, device and moment, XMP, IPTC, comments, small pictures within, and whatever stands behind
//! the end. Of a GIF file comments and unknown extensions go, of an AVIF file EXIF and XMP are blanked, since places in
//! the file are counted. The picture itself is never packed anew. How a photo is turned stays: EXIF with that one
//! field takes the place of the camera's.

use super::{invalid, signature, xmp};
use crate::source::Signature;
use exif::{In, Reader, Tag};
use img_parts::jpeg::{Jpeg, JpegSegment, markers};
use img_parts::png as portable;
use img_parts::riff::{RiffChunk, RiffContent};
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF};
use memchr::memmem;
use std::fs::File;
use std::io::{self, BufReader, Cursor};
use std::path::Path;

/// The published bytes of a media file: those of `bytes` where it is no photo, or has nothing to take out.
///
/// # Errors
/// A photo that is not built as its format asks.
pub fn bare(bytes: Vec<u8>) -> io::Result<Vec<u8>> {
    match signature::of(&mut &bytes[..])? {
        Signature::Jpeg => jpeg(bytes),
        Signature::Png => png(bytes),
        Signature::Webp => webp(bytes),
        Signature::Gif => super::gif::bare(&bytes),
        Signature::Heif => blanked(bytes),
        _ => Ok(bytes),
    }
}

/// Whether a file is of a kind from which [`bare`] takes something.
pub fn is_photo(place: &Path) -> io::Result<bool> {
    let signature = signature::of(&mut BufReader::new(File::open(place)?))?;
    Ok(matches!(
        signature,
        Signature::Jpeg | Signature::Png | Signature::Webp | Signature::Gif | Signature::Heif
    ))
}

/// How the picture is to be turned (EXIF 2.32, 4.6.4, Orientation), where it is; 1 is as it lies.
fn turn(bytes: &[u8]) -> Option<u16> {
    let exif = Reader::new()
        .read_from_container(&mut Cursor::new(bytes))
        .ok()?;
    let turn = exif
        .get_field(Tag::Orientation, In::PRIMARY)?
        .value
        .get_uint(0)?;
    u16::try_from(turn)
        .ok()
        .filter(|turn| (2..=8).contains(turn))
}

/// EXIF that says nothing but that: a TIFF header, one field of one short number, no further directory.
fn exif_of(turn: u16) -> Bytes {
    let mut tiff = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    tiff.extend(turn.to_be_bytes());
    tiff.extend([0; 6]);
    tiff.into()
}

fn jpeg(bytes: Vec<u8>) -> io::Result<Vec<u8>> {
    let turn = turn(&bytes);
    let mut photo = Jpeg::from_bytes(Bytes::from(bytes)).map_err(invalid)?;
    let segments = std::mem::take(photo.segments_mut());
    *photo.segments_mut() = segments.into_iter().filter_map(jpeg_segment).collect();
    photo.set_exif(turn.map(exif_of));
    picture(&photo.encoder().bytes())
}

/// Up to the picture's end: what stands between its scans and is none of it goes, and whatever follows, as the films and
/// further pictures that phones put there.
fn picture(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let early = || invalid("the photo ends too early");
    let (start, mut rest) = bytes.split_at_checked(2).ok_or_else(early)?;
    let mut kept = start.to_vec();
    let mut has_scan = false;
    while let [0xff, marker, ..] = rest {
        if *marker == markers::EOI {
            kept.extend([0xff, markers::EOI]);
            break;
        }
        if *marker == 0xff {
            rest = &rest[1..];
            continue;
        }
        let length = rest.get(2..4).ok_or_else(early)?;
        let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
        let (segment, after) = rest.split_at_checked(2 + length).ok_or_else(early)?;
        let is_about = matches!(*marker, markers::APP0..=markers::APP15 | markers::COM);
        if !(has_scan && is_about) {
            kept.extend(segment);
        }
        rest = after;
        if *marker == markers::SOS {
            has_scan = true;
            let (scan, after) = rest.split_at(end_of_scan(rest));
            kept.extend(scan);
            rest = after;
        }
    }
    Ok(kept)
}

/// Where the next marker stands, other than those within a scan (ITU-T T.81, B.1.1.5); else the end.
fn end_of_scan(bytes: &[u8]) -> usize {
    let marks = memchr::memchr_iter(0xff, bytes);
    let mut ends = marks.filter(|at| {
        let next = bytes.get(at + 1);
        next.is_some_and(|next| !matches!(*next, 0 | 0xff | markers::RST0..=markers::RST7))
    });
    ends.next().unwrap_or(bytes.len())
}

/// What stays of a segment (ITU-T T.81, annex B): those of the picture, its size on paper, its colours.
fn jpeg_segment(segment: JpegSegment) -> Option<JpegSegment> {
    const ADOBE: &[u8] = b"Adobe";
    const COLOURS: &[u8] = b"ICC_PROFILE\0";
    const SIZE: &[u8] = b"JFIF\0";
    let contents = segment.contents();
    match segment.marker() {
        // Up to the sizes of the small picture that may follow: then they are none.
        markers::APP0 => {
            let start = contents.strip_prefix(SIZE)?.get(..7)?;
            let contents = [SIZE, start, &[0, 0]].concat();
            Some(JpegSegment::new_with_contents(
                markers::APP0,
                contents.into(),
            ))
        }
        markers::APP2 => contents.starts_with(COLOURS).then_some(segment),
        markers::APP14 => contents.starts_with(ADOBE).then_some(segment),
        markers::APP1..=markers::APP15 | markers::COM => None,
        _ => Some(segment),
    }
}

/// Chunks of the picture, its colours and its movement (PNG, third edition, 4.8).
const PNG_KEPT: [&[u8; 4]; 19] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
    b"cICP", b"mDCV", b"cLLI", b"bKGD", b"hIST", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

fn png(bytes: Vec<u8>) -> io::Result<Vec<u8>> {
    let turn = turn(&bytes);
    let mut photo = portable::Png::from_bytes(Bytes::from(bytes)).map_err(invalid)?;
    let chunks = photo.chunks_mut();
    chunks.retain(|chunk| PNG_KEPT.contains(&&chunk.kind()));
    if let Some(turn) = turn {
        // Behind the first, which says how large the picture is.
        chunks.insert(
            1.min(chunks.len()),
            portable::PngChunk::new(*b"eXIf", exif_of(turn)),
        );
    }
    Ok(photo.encoder().bytes().to_vec())
}

/// Chunks of the picture, its colours and its movement (RFC 9649, 2.7).
const WEBP_KEPT: [&[u8; 4]; 7] = [
    b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP",
];
/// The bits of `VP8X` that say of EXIF and of XMP that they follow.
const WEBP_EXIF: u8 = 0b1000;
const WEBP_XMP: u8 = 0b0100;

fn webp(bytes: Vec<u8>) -> io::Result<Vec<u8>> {
    let turn = turn(&bytes);
    let mut photo = WebP::from_bytes(Bytes::from(bytes)).map_err(invalid)?;
    let chunks = photo.chunks_mut();
    chunks.retain(|chunk| WEBP_KEPT.contains(&&chunk.id()));
    let mut is_extended = false;
    for chunk in chunks.iter_mut().filter(|chunk| chunk.id() == *b"VP8X") {
        is_extended = true;
        let RiffContent::Data(data) = chunk.content_mut() else {
            return Err(invalid("VP8X holds chunks"));
        };
        let mut flags = data.to_vec();
        if let Some(first) = flags.first_mut() {
            *first &= !(WEBP_EXIF | WEBP_XMP);
            *first |= if turn.is_some() { WEBP_EXIF } else { 0 };
        }
        *data = flags.into();
    }
    // Without `VP8X` nobody may have EXIF.
    if let Some(turn) = turn.filter(|_| is_extended) {
        chunks.push(RiffChunk::new(*b"EXIF", RiffContent::Data(exif_of(turn))));
    }
    Ok(photo.encoder().bytes().to_vec())
}

/// With zeros where EXIF and XMP stood. How the picture is turned stands elsewhere in such a file (ISO/IEC 23008-12,
/// 6.5.10), so that nothing of it is needed.
fn blanked(mut bytes: Vec<u8>) -> io::Result<Vec<u8>> {
    if let Ok(exif) = Reader::new().read_from_container(&mut Cursor::new(&bytes[..])) {
        let place = memmem::find(&bytes, exif.buf());
        let place = place.ok_or_else(|| invalid("EXIF lies in several pieces"))?;
        bytes[place..place + exif.buf().len()].fill(0);
    }
    for range in xmp::places(&bytes) {
        bytes[range].fill(0);
    }
    Ok(bytes)
}
