//! What files are sent as, by how their names end: published ones, media, and the web form's program.

/// Each ending, in small letters, and its media type. JSON is UTF-8, and its types have no such
/// parameter; nor have those of tables, whose descriptions state it.
const ENDINGS: [(&str, &str); 39] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
    ("vtt", "text/vtt; charset=utf-8"),
    ("ics", "text/calendar; charset=utf-8"),
    ("csv", "text/csv"),
    ("json", "application/json"),
    ("jsonl", "application/jsonl"),
    ("jsonld", "application/ld+json"),
    ("webmanifest", "application/manifest+json"),
    ("xml", "application/xml"),
    ("yml", "application/yaml"),
    ("yaml", "application/yaml"),
    ("parquet", "application/vnd.apache.parquet"),
    ("pdf", "application/pdf"),
    ("wasm", "application/wasm"),
    ("zip", "application/zip"),
    (
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    (
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("gif", "image/gif"),
    ("ico", "image/x-icon"),
    ("woff", "font/woff"),
    ("woff2", "font/woff2"),
    ("ttf", "font/ttf"),
    ("mp4", "video/mp4"),
    ("webm", "video/webm"),
    ("m4a", "audio/mp4"),
    ("mp3", "audio/mpeg"),
];

/// The media type of the file at `path`; one that is not known is offered for download.
pub fn media_type(path: &str) -> &'static str {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_it = |(known, _): &&(&str, &str)| known.eq_ignore_ascii_case(ending);
    let found = ENDINGS.iter().find(is_it);
    found.map_or("application/octet-stream", |(_, media_type)| media_type)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_sent_as_what_its_name_says() {
        assert_eq!(media_type("media/Rapat.MP4"), "video/mp4");
        assert_eq!(media_type("admin/cms/gaya.css"), "text/css; charset=utf-8");
        for (at, (ending, _)) in ENDINGS.iter().enumerate() {
            assert_eq!(*ending, ending.to_ascii_lowercase());
            let others = &ENDINGS[at + 1..];
            assert!(others.iter().all(|(other, _)| other != ending), "{ending}");
        }
        for path in ["media/berkas", "media/berkas.", "a.b/berkas.abc"] {
            assert_eq!(media_type(path), "application/octet-stream", "{path}");
        }
    }
}
