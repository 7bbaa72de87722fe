//! What a media file may be called, be, and say of itself.

use super::encoding::is_lfs_pointer;
use super::name::portable;
use super::privacy::{self, Caught};
use crate::problem::{Problem, code};
use crate::source::{Description, Location, MediaFacts, Signature, TextSpan};

/// The folder whose files are published as they are.
const FOLDER: &str = "media/";

/// The kinds of file that a public site needs, by their extension, and what they begin as.
/// SVG and HTML are not among them: they can carry scripts.
const KINDS: [(&str, Signature); 18] = [
    ("jpg", Signature::Jpeg),
    ("jpeg", Signature::Jpeg),
    ("png", Signature::Png),
    ("webp", Signature::Webp),
    ("avif", Signature::Heif),
    ("gif", Signature::Gif),
    ("pdf", Signature::Pdf),
    ("csv", Signature::Text),
    ("txt", Signature::Text),
    ("vtt", Signature::Text),
    ("xlsx", Signature::Zip),
    ("ods", Signature::Zip),
    ("docx", Signature::Zip),
    ("odt", Signature::Zip),
    ("mp4", Signature::IsoMedia),
    ("m4a", Signature::IsoMedia),
    ("webm", Signature::Matroska),
    ("mp3", Signature::Mp3),
];

/// Whether a path below `content/` is a media file's.
pub fn is_below(path: &str) -> bool {
    path.starts_with(FOLDER)
}

/// Everything that keeps a media file from being published.
pub fn problems(path: &str, facts: &MediaFacts) -> Vec<Caught> {
    let mut caught = Vec::new();
    if let Some(near) = portable(path) {
        let problem = error(code::MEDIA_NAME, path).with("near", near);
        caught.push(Caught::certain(problem));
    }
    if let Description::Text(bytes) = &facts.description
        && is_lfs_pointer(bytes)
    {
        caught.push(Caught::certain(error(code::LFS_POINTER, path)));
        return caught;
    }
    let extension = extension(path);
    match KINDS.iter().find(|(kind, _)| *kind == extension) {
        None => caught.push(Caught::certain(wrong_kind(path, &extension))),
        Some((_, signature)) => {
            caught.extend(content(path, &extension, *signature, facts).map(Caught::certain));
        }
    }
    caught.extend(description(path, &facts.description));
    caught
}

fn error(code: crate::problem::Code, path: &str) -> Problem {
    Problem::error(code, path, TextSpan::START)
}

fn extension(path: &str) -> String {
    let file = path.rsplit('/').next().unwrap_or(path);
    let extension = file.rsplit_once('.').map_or("", |(_, extension)| extension);
    extension.to_lowercase()
}

fn wrong_kind(path: &str, extension: &str) -> Problem {
    let way = match extension {
        "svg" | "svgz" => "svg",
        "heic" | "heif" | "tif" | "tiff" | "bmp" | "psd" | "raw" | "dng" => "foto",
        "doc" | "rtf" | "pages" | "ppt" | "pptx" | "odp" => "naskah",
        "xls" | "xlsm" | "numbers" => "lembar",
        "mov" | "avi" | "mkv" | "3gp" | "wmv" => "video",
        _ => "lain",
    };
    let known: Vec<&str> = KINDS.iter().map(|(kind, _)| *kind).collect();
    error(code::MEDIA_KIND, path)
        .with("extension", extension)
        .with("way", way)
        .with("known", known.join(", "))
}

/// The bytes must be what the name says: a browser may go by either.
fn content(path: &str, extension: &str, wanted: Signature, facts: &MediaFacts) -> Option<Problem> {
    let found = facts.signature;
    let unread = facts.description == Description::TooLarge;
    if found == wanted || unread {
        return None;
    }
    let problem = error(code::MEDIA_CONTENT, path)
        .with("extension", extension)
        .with("found", signature_word(found));
    Some(problem)
}

fn signature_word(signature: Signature) -> &'static str {
    match signature {
        Signature::Jpeg => "JPEG",
        Signature::Png => "PNG",
        Signature::Webp => "WebP",
        Signature::Gif => "GIF",
        Signature::Heif => "HEIC/AVIF",
        Signature::Tiff => "TIFF",
        Signature::Pdf => "PDF",
        Signature::Zip => "ZIP",
        Signature::IsoMedia => "MP4",
        Signature::Matroska => "WebM",
        Signature::Mp3 => "MP3",
        Signature::Markup => "markup",
        Signature::Text => "teks",
        Signature::Unknown => "lain",
    }
}

fn description(path: &str, description: &Description) -> Vec<Caught> {
    let one = |problem| vec![Caught::certain(problem)];
    match description {
        Description::NotRead => Vec::new(),
        Description::TooLarge => one(error(code::MEDIA_TOO_LARGE, path)),
        Description::Damaged(detail) => {
            one(error(code::MEDIA_DAMAGED, path).with("detail", detail.as_str()))
        }
        Description::Locked => one(error(code::PDF_LOCKED, path)),
        Description::Text(bytes) => privacy::in_file(path, bytes),
        Description::Read { location, fields } => {
            let fields = fields
                .iter()
                .flat_map(|(name, text)| privacy::in_text(code::PERSONAL_FIELD, path, name, text));
            let told = *location == Location::Told;
            let place = told.then(|| Caught::certain(error(code::PHOTO_LOCATION, path)));
            place.into_iter().chain(fields).collect()
        }
    }
}
