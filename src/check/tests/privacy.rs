//! Personal data and media files, told with every other problem of a site.

use super::site::site;
use super::{HASIL, codes, problems_of, speaks};
use crate::source::{Description, Location, MediaFacts, Signature, Sources};

const NIP: &str = "19800101 200501 1 001";

fn photo(location: Location, fields: &[(&str, &str)]) -> MediaFacts {
    let fields = fields
        .iter()
        .map(|(name, text)| ((*name).into(), (*text).into()));
    MediaFacts {
        signature: Signature::Jpeg,
        description: Description::Read {
            location,
            fields: fields.collect(),
        },
    }
}

fn facts(signature: Signature, description: Description) -> MediaFacts {
    MediaFacts {
        signature,
        description,
    }
}

/// The codes of what is told of one media file beside a clean site.
fn told_of(path: &str, facts: MediaFacts) -> Vec<&'static str> {
    let mut sources = site();
    sources.media.insert(path.into(), facts);
    let problems = problems_of(&sources);
    for problem in &problems {
        speaks(problem);
        assert_eq!(problem.file, path);
    }
    problems.iter().map(|problem| problem.code.0).collect()
}

#[test]
fn a_media_file_is_told_for_what_it_says_of_itself() {
    use Description::{Damaged, Locked, NotRead, Text, TooLarge};
    let plain = || photo(Location::NotTold, &[]);
    let jpeg = |fields| photo(Location::NotTold, fields);
    let pdf_saying = |fields: &[(&str, &str)]| MediaFacts {
        signature: Signature::Pdf,
        ..photo(Location::NotTold, fields)
    };
    let cases: Vec<(&str, MediaFacts, &[&str])> = vec![
        ("media/a.jpg", plain(), &[]),
        (
            "media/A.JPEG",
            jpeg(&[("Artist", "Ani"), ("Copyright", "Dinas 2026")]),
            &[],
        ),
        ("media/a.jpg", photo(Location::Told, &[]), &["P040"]),
        (
            "media/a.jpg",
            jpeg(&[("Artist", "Ani 198001012005011001")]),
            &["P041"],
        ),
        (
            "media/a.jpg",
            jpeg(&[("XMP", "<dc:rights>0812 3456 7890</dc:rights>")]),
            &["P041"],
        ),
        ("media/a.pdf", pdf_saying(&[("Author", "Ani Sari")]), &[]),
        (
            "media/a.pdf",
            pdf_saying(&[("Author", "ani@example.com"), ("Title", NIP)]),
            &["P041", "P041"],
        ),
        (
            "media/a.pdf",
            pdf_saying(&[("Author", "Dinas@A.example")]),
            &[],
        ),
        (
            "media/a.pdf",
            facts(Signature::Pdf, Damaged("x".into())),
            &["P042"],
        ),
        (
            "media/a.mp4",
            facts(Signature::IsoMedia, TooLarge),
            &["P043"],
        ),
        ("media/a.pdf", facts(Signature::Pdf, Locked), &["P045"]),
        ("media/a.jpg", facts(Signature::Markup, NotRead), &["P044"]),
        ("media/a.pdf", facts(Signature::Text, NotRead), &["P044"]),
        ("media/a.jpg", facts(Signature::Heif, NotRead), &["P044"]),
        ("media/a.csv", facts(Signature::Unknown, NotRead), &["P044"]),
        (
            "media/a.csv",
            facts(Signature::Text, Text("nama;nilai\nAni;0,5\n".into())),
            &[],
        ),
        (
            "media/a.csv",
            facts(
                Signature::Text,
                Text("nama;nip\nAni;198001012005011001\n".into()),
            ),
            &["P028"],
        ),
        ("media/a.svg", facts(Signature::Markup, NotRead), &["P036"]),
        ("media/a.html", facts(Signature::Markup, NotRead), &["P036"]),
        ("media/a.heic", facts(Signature::Heif, NotRead), &["P036"]),
        ("media/a.doc", facts(Signature::Unknown, NotRead), &["P036"]),
        ("media/a", facts(Signature::Unknown, NotRead), &["P036"]),
        ("media/a.exe", facts(Signature::Unknown, NotRead), &["P036"]),
        ("media/con.jpg", plain(), &["P035"]),
        ("media/foto: ani.jpg", plain(), &["P035"]),
        ("media/198001012005011001.jpg", plain(), &["P033"]),
        ("media/3503011508900001/a.jpg", plain(), &["P033"]),
        ("media/ani@example.com.jpg", plain(), &[]),
        ("media/surat ani@example.com/a.jpg", plain(), &["P033"]),
    ];
    for (path, facts, expected) in cases {
        assert_eq!(told_of(path, facts), expected, "{path}");
    }
}

#[test]
fn a_name_in_other_letters_is_told_with_the_right_one() {
    for (there, here) in [
        ("media/Naskah.PDF", "media/naskah.pdf"),
        ("media/naska\u{301}h.pdf", "media/naskáh.pdf"),
    ] {
        let mut sources = site();
        let facts = sources.media.remove("media/naskah.pdf").unwrap();
        sources.media.insert(there.into(), facts);
        let path = "kontrak/2026/kepala.yml";
        let text = String::from_utf8(sources.files[path].clone()).unwrap();
        let text = text.replace("media/naskah.pdf", here);
        sources.files.insert(path.into(), text.into());
        let problems = problems_of(&sources);
        let [problem] = &problems[..] else {
            panic!("{problems:?}")
        };
        speaks(problem);
        assert_eq!(problem.code.0, "P215");
        assert!(problem.arguments.contains(&("near", there.into())));
    }
}

#[test]
fn folders_that_are_one_elsewhere_are_told_once() {
    let mut sources = site();
    for path in ["media/Foto/a.jpg", "media/foto/a.jpg", "media/foto/b.jpg"] {
        let facts = photo(Location::NotTold, &[]);
        sources.media.insert(path.into(), facts);
    }
    let problems = problems_of(&sources);
    let [problem] = &problems[..] else {
        panic!("{problems:?}")
    };
    assert_eq!(problem.code.0, "P216");
    let expected = [
        ("name", "media/foto".into()),
        ("other", "media/Foto".into()),
    ];
    assert_eq!(problem.arguments, expected);
}

#[test]
fn a_folder_with_a_number_is_told_once() {
    let mut sources = site();
    for name in ["a", "b"] {
        let path = format!("media/0812 3456 7890/{name}.jpg");
        sources.media.insert(path, photo(Location::NotTold, &[]));
    }
    assert_eq!(codes(&sources), [("P033", 1, 1)]);
}

fn with(path: &str, text: &str) -> Sources {
    let mut sources = site();
    sources.files.insert(path.into(), text.into());
    sources
}

#[test]
fn personal_data_hide_no_other_problem() {
    let text =
        format!("nama: Dinas {NIP}\nsingkatan: D\npendahulu: x\nnma: y\n# ani@example.com\n");
    let found = codes(&with("opd/dinas.yml", &text));
    assert!(found.contains(&("P028", 1, 13)), "{found:?}");
    assert!(found.contains(&("P101", 4, 1)), "{found:?}");
    assert!(found.contains(&("P031", 5, 3)), "{found:?}");
    let page = "---\njudul: Hubungi 0812 3456 7890\n---\n\nNIK 3503011508900001.\n";
    let found = codes(&with("halaman/hubungi.md", page));
    assert_eq!(found, [("P030", 2, 16), ("P029", 5, 5)]);
    let found = codes(&with("catatan.txt", "0812 3456 7890"));
    assert_eq!(found, [("P020", 1, 1), ("P030", 1, 1)]);
}

#[test]
fn the_office_may_be_written_to_everywhere() {
    let page = "---\njudul: Kontak\n---\n\nTulis ke Dinas@A.example, bukan ke b@a.example.\n";
    assert_eq!(codes(&with("halaman/kontak.md", page)), [("P031", 5, 36)]);
    // Also while the settings have another mistake.
    let mut sources = with("halaman/kontak.md", page);
    let text = String::from_utf8(sources.files["situs.yml"].clone()).unwrap();
    let text = text.replace("format: 1", "format: satu");
    sources.files.insert("situs.yml".into(), text.into());
    let found = codes(&sources);
    assert_eq!(
        found.iter().filter(|(code, ..)| *code == "P031").count(),
        1,
        "{found:?}"
    );
}

#[test]
fn no_message_repeats_a_number() {
    let mut sources = with(
        HASIL,
        "dilaporkan: 2026-04-08\nrealisasi:\n  opini:\n    nilai: 198001012005011001\n",
    );
    let kontrak = "kontrak/2026/bupati.yml";
    let text = String::from_utf8(sources.files[kontrak].clone()).unwrap();
    let text = text.replacen("pejabat: ", "pejabat: 3503011508900001 #", 1);
    sources.files.insert(kontrak.into(), text.into());
    sources.media.insert(
        "media/3503011508900001?.jpg".into(),
        photo(Location::NotTold, &[]),
    );
    let problems = problems_of(&sources);
    assert!(problems.len() >= 4, "{problems:?}");
    for problem in &problems {
        for words in [
            crate::problem::Words::indonesian(),
            crate::problem::Words::english(),
        ] {
            let text = words.message(problem) + &words.way_out(problem);
            let told = text.contains("198001012005011001") || text.contains("3503011508900001");
            assert!(!told, "{text}");
        }
    }
}

#[test]
fn a_symbolic_link_is_told_with_everything_else() {
    let mut sources = site();
    for path in ["opd/dinas.yml", "media/naskah.pdf", "catatan.txt", "folder"] {
        sources.files.remove(path);
        sources.media.remove(path);
        sources.links.insert(path.into());
    }
    let text = "nma: A\n";
    sources
        .files
        .insert("jabatan/bupati.yml".into(), text.into());
    let problems = problems_of(&sources);
    problems.iter().for_each(speaks);
    let told: Vec<_> = problems
        .iter()
        .map(|p| (p.code.0, p.file.as_str()))
        .collect();
    let expected = [
        ("P034", "catatan.txt"),
        ("P034", "folder"),
        ("P101", "jabatan/bupati.yml"),
        ("P034", "media/naskah.pdf"),
        ("P034", "opd/dinas.yml"),
    ];
    assert_eq!(told, expected);
}
