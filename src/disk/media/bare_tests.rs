//! Photos as they are published, of photos made here.

use super::bare;
use super::tests::{
    XMP, ascii, chunk, degrees, exif_segment, field, jpeg, png, segment, tiff, webp,
};
use exif::{Field, Reader, Tag, Value};
use std::io::Cursor;

/// Marks in everything that is written about a photo, so that none of it can stay unseen.
const SECRET: &str = "RAHASIA";

fn has_secret(bytes: &[u8]) -> bool {
    memchr::memmem::find(bytes, SECRET.as_bytes()).is_some()
}

fn told() -> Vec<Field> {
    vec![
        field(Tag::GPSLatitude, degrees([8, 3, 4])),
        field(Tag::Artist, ascii(SECRET)),
        field(Tag::Orientation, Value::Short(vec![6])),
    ]
}

fn published(photo: &[u8]) -> Vec<u8> {
    bare(photo.to_vec()).unwrap()
}

/// The fields of EXIF, by name.
fn fields(photo: &[u8]) -> Vec<(Tag, Option<u32>)> {
    match Reader::new().read_from_container(&mut Cursor::new(photo)) {
        Ok(exif) => exif
            .fields()
            .map(|field| (field.tag, field.value.get_uint(0)))
            .collect(),
        Err(_) => Vec::new(),
    }
}

#[test]
fn a_jpeg_loses_what_is_written_about_it_and_stays_turned() {
    let size = segment(0xe0, b"JFIF\0\x01\x01\x01\0\x48\0\x48\0\0");
    let colours = segment(0xe2, b"ICC_PROFILE\0\x01\x01warna");
    let adobe = segment(0xee, b"Adobe\0\x64\0\0\0\0\x01");
    let table = segment(0xdb, &[7; 65]);
    let small = segment(0xe0, b"JFIF\0\x01\x01\x01\0\x48\0\x48\x01\x01RAH");
    let xmp = [
        b"http://ns.adobe.com/xap/1.0/\0".as_slice(),
        SECRET.as_bytes(),
    ]
    .concat();
    let about = |name: &[u8]| [name, SECRET.as_bytes()].concat();
    let photo = jpeg(&[
        small,
        exif_segment(&told()),
        segment(0xe1, &xmp),
        segment(0xe2, &about(b"MPF\0")),
        colours.clone(),
        segment(0xed, &about(b"Photoshop 3.0\0")),
        segment(0xec, &about(b"Ducky")),
        segment(0xfe, SECRET.as_bytes()),
        adobe.clone(),
        table.clone(),
    ]);
    // A second scan, with a remark before it, and a film behind the end.
    let scans = [
        &segment(0xda, &[1; 10])[..],
        &[1, 0xff, 0, 2, 0xff, 0xd0, 3],
        &segment(0xfe, b"RAHASIA"),
        &segment(0xc4, &[9; 9]),
        &segment(0xda, &[2; 10]),
        &[4],
        &[0xff, 0xd9],
        b"film RAHASIA",
    ]
    .concat();
    let end = photo.len() - 2;
    let photo = [&photo[..end], &scans].concat();
    let bare = published(&photo);
    assert!(has_secret(&photo) && !has_secret(&bare), "{bare:x?}");
    assert_eq!(fields(&bare), [(Tag::Orientation, Some(6))]);
    assert!(bare.ends_with(&[4, 0xff, 0xd9]));
    let scan = [1, 0xff, 0, 2, 0xff, 0xd0, 3, 0xff, 0xc4].to_vec();
    for part in [&size, &colours, &adobe, &table, &scan] {
        assert!(memchr::memmem::find(&bare, part).is_some(), "{part:x?}");
    }
    assert_eq!(published(&bare), bare, "taken out twice is taken out once");
    let untouched = jpeg(&[size, table]);
    assert_eq!(published(&untouched), untouched);
}

#[test]
fn a_png_and_a_webp_file_lose_it_too() {
    let text = [b"Comment\0", SECRET.as_bytes()].concat();
    let photo = png(&[
        chunk(b"tEXt", &text),
        chunk(b"iTXt", &text),
        chunk(b"zTXt", &text),
        chunk(b"eXIf", &tiff(&told())),
        chunk(b"tIME", &[7; 7]),
        chunk(b"aaAa", SECRET.as_bytes()),
        chunk(b"gAMA", &[0, 0, 0, 1]),
    ]);
    let bare = published(&photo);
    assert!(has_secret(&photo) && !has_secret(&bare));
    assert_eq!(fields(&bare), [(Tag::Orientation, Some(6))]);
    assert!(memchr::memmem::find(&bare, b"gAMA").is_some());
    assert!(memchr::memmem::find(&bare, b"tIME").is_none());

    let part = |kind: &[u8; 4], bytes: &[u8]| webp(kind, bytes)[12..].to_vec();
    let exif = tiff(&told());
    let parts = [
        part(b"VP8X", &[0b1100, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        part(b"VP8 ", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
        part(b"EXIF", &exif),
        part(b"XMP ", SECRET.as_bytes()),
        part(b"RAHA", SECRET.as_bytes()),
    ]
    .concat();
    let size = u32::try_from(parts.len() + 4).unwrap().to_le_bytes();
    let photo = [b"RIFF".as_slice(), &size, b"WEBP", &parts].concat();
    let bare = published(&photo);
    assert!(has_secret(&photo) && !has_secret(&bare));
    assert_eq!(fields(&bare), [(Tag::Orientation, Some(6))]);
    assert_eq!(bare[20], 0b1000, "it says of EXIF and not of XMP");
}

#[test]
fn a_gif_keeps_its_movement_and_an_avif_file_its_length() {
    let start = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff".as_slice();
    let moving = b"!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0".as_slice();
    let picture = b"!\xf9\x04\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0".as_slice();
    let about = b"!\xfe\x07RAHASIA\0!\xff\x0bXMP DataXMP\x07RAHASIA\0".as_slice();
    let photo = [start, moving, about, picture, b";RAHASIA"].concat();
    assert_eq!(published(&photo), [start, moving, picture, b";"].concat());
    assert!(bare(photo[..40].to_vec()).is_err(), "it ends too early");

    let photo = [
        b"\0\0\0\x20ftypavif\0\0\0\0mif1".as_slice(),
        XMP.as_bytes(),
        b"gambar",
    ]
    .concat();
    let bare = published(&photo);
    assert_eq!(bare.len(), photo.len());
    assert!(memchr::memmem::find(&bare, b"ani@").is_none());
    assert!(bare.ends_with(b"gambar"));
}

#[test]
fn what_is_no_photo_is_published_as_it_is() {
    for bytes in [
        b"%PDF-1.5 RAHASIA".as_slice(),
        b"nama;nilai\n",
        b"\0\0\0\x20ftypisom",
        b"",
    ] {
        assert_eq!(published(bytes), bytes);
    }
}

#[test]
fn a_photo_that_is_broken_off_is_refused() {
    let whole = jpeg(&[exif_segment(&told())]);
    assert!(bare(whole[..30].to_vec()).is_err());
    assert!(bare(b"\x89PNG\r\n\x1a\n\0\0\0\xffIHDR".to_vec()).is_err());
}
