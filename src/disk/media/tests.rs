//! Photos and documents made here, as cameras and offices make them.

use super::*;
use exif::experimental::Writer;
use exif::{Field, In, Rational, Tag, Value};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use std::io::{Cursor, Write};

/// What is found in a file of such bytes.
fn facts_of(bytes: &[u8]) -> MediaFacts {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("berkas");
    std::fs::write(&place, bytes).unwrap();
    facts(&place).unwrap()
}

/// Whether a location is told, and the fields.
fn read(bytes: &[u8]) -> (Location, Vec<(String, String)>) {
    match facts_of(bytes).description {
        Description::Read { location, fields } => (location, fields),
        other => panic!("{other:?}"),
    }
}

pub(super) fn field(tag: Tag, value: Value) -> Field {
    Field {
        tag,
        ifd_num: In::PRIMARY,
        value,
    }
}

pub(super) fn degrees(numbers: [u32; 3]) -> Value {
    Value::Rational(numbers.map(|num| Rational { num, denom: 1 }).into())
}

pub(super) fn ascii(text: &str) -> Value {
    Value::Ascii(vec![text.as_bytes().to_vec()])
}

pub(super) fn tiff(fields: &[Field]) -> Vec<u8> {
    let mut writer = Writer::new();
    fields.iter().for_each(|field| writer.push_field(field));
    let mut bytes = Cursor::new(Vec::new());
    writer.write(&mut bytes, false).unwrap();
    bytes.into_inner()
}

pub(super) fn segment(marker: u8, bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], &length[..], bytes].concat()
}

/// A JPEG of these segments and no picture.
pub(super) fn jpeg(segments: &[Vec<u8>]) -> Vec<u8> {
    let picture = [segment(0xda, &[0; 10]), vec![0xff, 0xd9]].concat();
    [&[0xff, 0xd8], &segments.concat()[..], &picture].concat()
}

pub(super) fn exif_segment(fields: &[Field]) -> Vec<u8> {
    segment(0xe1, &[b"Exif\0\0", &tiff(fields)[..]].concat())
}

const LATITUDE: [u32; 3] = [8, 3, 4];

#[test]
fn a_photo_says_where_it_was_taken_and_by_whom() {
    let said = jpeg(&[exif_segment(&[
        field(Tag::GPSLatitude, degrees(LATITUDE)),
        field(Tag::Artist, ascii("Ani 0812 3456 7890")),
        field(Tag::Model, ascii("Kamera 081234567890")),
    ])]);
    let (location, fields) = read(&said);
    assert_eq!(location, Location::Told);
    assert_eq!(fields, [("Artist".into(), "Ani 0812 3456 7890".into())]);
    // A phone that does not know where it is, and a photo without EXIF.
    let zeros = jpeg(&[exif_segment(&[field(Tag::GPSLatitude, degrees([0; 3]))])]);
    assert_eq!(read(&zeros), (Location::NotTold, vec![]));
    assert_eq!(read(&jpeg(&[])), (Location::NotTold, vec![]));
}

#[test]
fn comments_are_read_however_they_are_written() {
    let utf_16: Vec<u8> = "Ani".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let unicode = [b"UNICODE\0", &utf_16[..]].concat();
    let cases = [
        (Value::Undefined(b"ASCII\0\0\0Ani".to_vec(), 0), "Ani"),
        (Value::Undefined(unicode, 0), "Ani"),
    ];
    for (value, expected) in cases {
        let photo = jpeg(&[exif_segment(&[field(Tag::UserComment, value)])]);
        assert_eq!(read(&photo).1, [("UserComment".into(), expected.into())]);
    }
    let author = field(Tag(exif::Context::Tiff, 0x9c9d), Value::Byte(utf_16));
    let photo = jpeg(&[exif_segment(&[author])]);
    assert_eq!(read(&photo).1, [("XPAuthor".into(), "Ani".into())]);
    let photo = jpeg(&[segment(0xfe, b"Ani"), segment(0xed, b"Photoshop Ani")]);
    let names: Vec<_> = read(&photo).1.into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Comment", "IPTC"]);
}

pub(super) const XMP: &str = "<x:xmpmeta><dc:creator>ani@example.com</dc:creator></x:xmpmeta>";
const XMP_PLACE: &str = "<x:xmpmeta exif:GPSLatitude=\"8,3.4S\"></x:xmpmeta>";

pub(super) fn chunk(kind: &[u8; 4], bytes: &[u8]) -> Vec<u8> {
    use img_parts::png as portable;
    let chunk = portable::PngChunk::new(*kind, bytes.to_vec().into());
    chunk.encoder().bytes().to_vec()
}

pub(super) fn png(chunks: &[Vec<u8>]) -> Vec<u8> {
    let end = chunk(b"IEND", b"");
    let start = chunk(b"IHDR", &[0; 13]);
    [b"\x89PNG\r\n\x1a\n", &start[..], &chunks.concat(), &end].concat()
}

fn deflated(text: &str) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

pub(super) fn webp(kind: &[u8; 4], bytes: &[u8]) -> Vec<u8> {
    let length = u32::try_from(bytes.len()).unwrap().to_le_bytes();
    let pad = vec![0; bytes.len() % 2];
    let body = [b"WEBP", &kind[..], &length, bytes, &pad].concat();
    let size = u32::try_from(body.len()).unwrap().to_le_bytes();
    [b"RIFF", &size[..], &body].concat()
}

#[test]
fn every_kind_of_picture_is_read() {
    let gps = tiff(&[field(Tag::GPSLongitude, degrees([111, 42, 30]))]);
    let jpeg_xmp = |xmp: &str| {
        let bytes = [b"http://ns.adobe.com/xap/1.0/\0", xmp.as_bytes()].concat();
        jpeg(&[segment(0xe1, &bytes)])
    };
    let hex: String = [b"Exif\0\0", &gps[..]]
        .concat()
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    let profile = format!("\nexif\n      42\n{hex}\n");
    let profile = [b"Raw profile type exif\0\0", &deflated(&profile)[..]].concat();
    let told = [
        png(&[chunk(b"eXIf", &gps)]),
        png(&[chunk(
            b"iTXt",
            &[b"XML:com.adobe.xmp\0\0\0\0\0", XMP_PLACE.as_bytes()].concat(),
        )]),
        png(&[chunk(b"zTXt", &profile)]),
        webp(b"EXIF", &gps),
        webp(b"XMP ", XMP_PLACE.as_bytes()),
        jpeg_xmp(XMP_PLACE),
        gps.clone(),
        [b"GIF89a", XMP_PLACE.as_bytes()].concat(),
    ];
    for (at, bytes) in told.iter().enumerate() {
        assert_eq!(read(bytes).0, Location::Told, "{at}");
    }
    let text = [b"Author\0", "Ani".as_bytes()].concat();
    let packed = [b"Comment\0\0", &deflated("Ani")[..]].concat();
    let translated = [b"Title\0\x01\0id\0Judul\0", &deflated("Ani")[..]].concat();
    let chunks = [
        chunk(b"tEXt", &text),
        chunk(b"zTXt", &packed),
        chunk(b"iTXt", &translated),
    ];
    let fields = ["Author", "Comment", "Title"].map(|name| (name.into(), "Ani".into()));
    assert_eq!(read(&png(&chunks)), (Location::NotTold, fields.into()));
    for bytes in [jpeg_xmp(XMP), webp(b"XMP ", XMP.as_bytes())] {
        let (location, fields) = read(&bytes);
        assert_eq!(location, Location::NotTold);
        assert_eq!(fields[0].0, "XMP");
        assert!(fields[0].1.contains("ani@example.com"));
    }
}

#[test]
fn a_damaged_photo_is_told_as_that() {
    let whole = jpeg(&[exif_segment(&[field(Tag::Artist, ascii("Ani Sari"))])]);
    let damaged = [
        whole[..20].to_vec(),
        jpeg(&[segment(0xe1, b"Exif\0\0II*\0\xff\xff\xff\xff")]),
        png(&[chunk(b"zTXt", b"Comment\0\0rusak")])[..50].to_vec(),
    ];
    for bytes in damaged {
        let description = facts_of(&bytes).description;
        assert!(
            matches!(description, Description::Damaged(_)),
            "{description:?}"
        );
    }
}

/// A PDF of one empty page.
fn document(information: Dictionary, xmp: Option<&str>) -> Document {
    let mut document = Document::with_version("1.5");
    let pages = document.new_object_id();
    let page = document.add_object(dictionary! { "Type" => "Page", "Parent" => pages });
    let kids = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(pages, Object::Dictionary(kids));
    let mut catalog = dictionary! { "Type" => "Catalog", "Pages" => pages };
    if let Some(xmp) = xmp {
        let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
        let mut stream = Stream::new(kind, xmp.repeat(20).into());
        stream.compress().unwrap();
        catalog.set("Metadata", document.add_object(stream));
    }
    let catalog = document.add_object(catalog);
    let information = document.add_object(information);
    document.trailer.set("Root", catalog);
    document.trailer.set("Info", information);
    document.trailer.set(
        "ID",
        vec![Object::string_literal("a"), Object::string_literal("b")],
    );
    document
}

fn saved(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn a_pdf_says_who_made_it() {
    let information = dictionary! {
        "Author" => Object::string_literal("Ani Sari"),
        "Title" => lopdf::text_string("Naskah – 2026"),
        "NomorInduk" => Object::string_literal("198001012005011001"),
        "CreationDate" => Object::string_literal("D:20260112083000+07'00'"),
    };
    let expected = [
        ("Author".into(), "Ani Sari".into()),
        ("Title".into(), "Naskah – 2026".into()),
        ("NomorInduk".into(), "198001012005011001".into()),
    ];
    let plain = saved(document(information.clone(), None));
    assert_eq!(read(&plain), (Location::NotTold, expected.clone().into()));
    // The same, packed into an object stream as Word and LibreOffice do.
    let mut packed = Vec::new();
    document(information, None)
        .save_modern(&mut packed)
        .unwrap();
    let text = String::from_utf8_lossy(&packed).into_owned();
    assert!(!text.contains("Ani Sari"), "it is not packed");
    assert_eq!(read(&packed), (Location::NotTold, expected.into()));
}

#[test]
fn the_xmp_of_a_pdf_is_unpacked() {
    let bytes = saved(document(Dictionary::new(), Some(XMP)));
    assert!(
        !String::from_utf8_lossy(&bytes).contains("ani@"),
        "it is not packed"
    );
    let (_, fields) = read(&bytes);
    assert_eq!(fields[0].0, "XMP");
    assert!(fields[0].1.contains("ani@example.com"));
}

#[test]
fn a_locked_or_damaged_pdf_is_told_as_that() {
    use lopdf::{EncryptionState, EncryptionVersion, Permissions};
    let locked = |user_password: &str| {
        let mut document = document(
            dictionary! { "Author" => Object::string_literal("Ani") },
            None,
        );
        let version = EncryptionVersion::V2 {
            document: &document,
            owner_password: "pemilik",
            user_password,
            key_length: 128,
            permissions: Permissions::all(),
        };
        let state = EncryptionState::try_from(version).unwrap();
        document.encrypt(&state).unwrap();
        facts_of(&saved(document)).description
    };
    assert_eq!(locked("rahasia"), Description::Locked);
    // Locked against changes only, as scanners do: anybody can read it, so pantau can.
    let fields = vec![("Author".into(), "Ani".into())];
    let location = Location::NotTold;
    assert_eq!(locked(""), Description::Read { location, fields });
    let damaged = facts_of(b"%PDF-1.5\nrusak").description;
    assert!(matches!(damaged, Description::Damaged(_)), "{damaged:?}");
}

#[test]
fn a_file_is_what_its_first_bytes_say() {
    let cases: [(&[u8], Signature); 16] = [
        (b"<!DOCTYPE html>", Signature::Markup),
        (b"\xef\xbb\xbf\n <svg xmlns=\"\">", Signature::Markup),
        (b"<?xml version=\"1.0\"?><svg/>", Signature::Markup),
        (b"<script>%PDF-1.5", Signature::Markup),
        (b"%PDF-1.5\n", Signature::Pdf),
        (b"\0\0\0\x20ftypheic\0\0\0\0mif1", Signature::Heif),
        (b"\0\0\0\x20ftypavif\0\0\0\0mif1", Signature::Heif),
        (b"\0\0\0\x20ftypisom", Signature::IsoMedia),
        (b"PK\x03\x04", Signature::Zip),
        (b"\x1a\x45\xdf\xa3", Signature::Matroska),
        (b"ID3\x04", Signature::Mp3),
        (b"\xff\xfb\x90\x64", Signature::Mp3),
        (b"\xff\xfea\0;\0", Signature::Unknown),
        (b"MZ\0\0", Signature::Unknown),
        (b"nama;nilai\n", Signature::Text),
        (b"", Signature::Text),
    ];
    for (bytes, expected) in cases {
        assert_eq!(
            signature::of(&mut &bytes[..]).unwrap(),
            expected,
            "{bytes:?}"
        );
    }
}

#[test]
fn a_text_is_kept_whole_and_a_film_is_not_read() {
    let text = facts_of(b"nama;nilai\n").description;
    assert_eq!(text, Description::Text(b"nama;nilai\n".into()));
    let film = facts_of(b"\0\0\0\x20ftypisom").description;
    assert_eq!(film, Description::NotRead);
}
