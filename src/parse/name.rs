//! Names of media files: which every system can take, and which are one to some systems.

use super::privacy::is_invisible;
use icu_normalizer::ComposingNormalizerBorrowed;

/// Names of devices, which Windows takes for no file, whatever their extension
/// (learn.microsoft.com, Naming Files, Paths, and Namespaces).
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// How a disk sees `path` that knows neither upper case nor ways to write an accent.
pub fn folded(path: &str) -> String {
    let composer = ComposingNormalizerBorrowed::new_nfc();
    let lower = composer.normalize(path).to_lowercase();
    composer.normalize(&lower).into_owned()
}

/// What to call `path` instead; `None` if every system can take it as it is.
pub fn portable(path: &str) -> Option<String> {
    let parts: Vec<String> = path.split('/').map(portable_part).collect();
    let portable = parts.join("/");
    (portable != path).then_some(portable)
}

fn portable_part(part: &str) -> String {
    let is_wrong = |c: char| c.is_control() || "<>:\"|?*\\".contains(c) || is_invisible(c);
    let is_edge = |c: char| c == '.' || c == '-' || c.is_whitespace();
    let ends_well = !part.starts_with(char::is_whitespace)
        && !part.ends_with(|c: char| c == '.' || c.is_whitespace());
    if ends_well && !part.contains(is_wrong) {
        return named(part);
    }
    let (stem, extension) = part.rsplit_once('.').unwrap_or((part, ""));
    let words = |text: &str| {
        let words = text.split(is_wrong).map(|word| word.trim_matches(is_edge));
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        words.join("-")
    };
    match (words(stem), words(extension)) {
        (stem, extension) if extension.is_empty() => named(&stem),
        (stem, extension) => named(&format!("{}.{extension}", named(&stem))),
    }
}

/// `part` itself, unless it is empty or a device.
fn named(part: &str) -> String {
    let stem = part.split('.').next().unwrap_or(part).trim_end();
    let lower = stem.to_lowercase();
    let is_device = |device: &str| {
        let number = |rest: &str| {
            let ports = ["com", "lpt"].contains(&device);
            if ports {
                is_port(rest)
            } else {
                rest.is_empty()
            }
        };
        lower.strip_prefix(device).is_some_and(number)
    };
    if stem.is_empty() || DEVICES.into_iter().any(is_device) {
        format!("berkas-{part}")
    } else {
        part.to_owned()
    }
}

/// Windows counts ports in raised digits too.
fn is_port(rest: &str) -> bool {
    let mut letters = rest.chars();
    let is_number = |c: char| "123456789¹²³".contains(c);
    letters.next().is_some_and(is_number) && letters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_some_system_refuses_gets_another() {
        let cases = [
            ("media/foto: ratna?.jpg", "media/foto-ratna.jpg"),
            ("media/a|b<c>.pdf", "media/a-b-c.pdf"),
            ("media/kutip\".pdf", "media/kutip.pdf"),
            ("media/a\\b.pdf", "media/a-b.pdf"),
            ("media/akhir .pdf ", "media/akhir.pdf"),
            ("media/akhir.pdf.", "media/akhir.pdf"),
            ("media/ depan/a.pdf", "media/depan/a.pdf"),
            ("media/folder./a.pdf", "media/folder/a.pdf"),
            ("media/con.jpg", "media/berkas-con.jpg"),
            ("media/LPT1/a.jpg", "media/berkas-LPT1/a.jpg"),
            ("media/Aux.tar.pdf", "media/berkas-Aux.tar.pdf"),
            ("media/a\nb.jpg", "media/a-b.jpg"),
            ("media/a\u{202e}gpj.pdf", "media/a-gpj.pdf"),
            ("media/???", "media/berkas-"),
        ];
        for (path, instead) in cases {
            assert_eq!(portable(path).as_deref(), Some(instead), "{path}");
            assert_eq!(portable(instead), None);
        }
        for fine in [
            "media/pejabat/ratna.jpg",
            "media/Surat Tugas (final) #2, 50%.pdf",
            "media/é.jpg",
            "media/console.jpg",
            "media/com.jpg",
            "media/com10.jpg",
            "media/v1.2.pdf",
        ] {
            assert_eq!(portable(fine), None);
        }
    }

    #[test]
    fn upper_case_and_ways_to_write_an_accent_fold_together() {
        assert_eq!(folded("media/Foto.JPG"), folded("media/foto.jpg"));
        assert_eq!(folded("media/e\u{301}.jpg"), folded("media/É.jpg"));
        assert_ne!(folded("media/e.jpg"), folded("media/é.jpg"));
    }
}
