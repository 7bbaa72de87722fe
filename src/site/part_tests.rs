use super::*;
use crate::model::BaseUrl;
use crate::site::{Provenance, ThemeMark};
use crate::source::Fingerprint;

fn part(shard: &str, files: &[&str]) -> Part {
    let files = files.iter();
    Part {
        shard: shard.parse().unwrap(),
        sources: Fingerprint::of(b"sources").sha256,
        manifest: Manifest {
            pantau: "0.1.0".into(),
            provenance: Provenance::default(),
            date: "2026-08-01".parse().unwrap(),
            base_url: BaseUrl::parse("https://user.host/repo").unwrap(),
            theme: ThemeMark {
                name: "default".into(),
                sha256: Fingerprint::of(b"theme").sha256,
            },
            files: files
                .map(|path| ((*path).to_owned(), Fingerprint::of(path.as_bytes())))
                .collect(),
        },
    }
}

#[test]
fn what_is_written_is_read_again() {
    for files in [&[][..], &["a"], &["media/a \"b\" é.pdf", "index.html"]] {
        let part = part("2/3", files);
        assert_eq!(Part::parse(&part.to_bytes()), Ok(part));
    }
    // Larger than what a stranger's manifest may name.
    let mut large = part("1/1", &["data.json"]);
    large
        .manifest
        .files
        .values_mut()
        .for_each(|file| file.bytes = 1 << 40);
    assert_eq!(Part::parse(&large.to_bytes()), Ok(large));
}

#[test]
fn what_no_build_has_written_is_refused() {
    let good = String::from_utf8(part("2/3", &["index.html"]).to_bytes()).unwrap();
    let refused = |from: &str, to: &str| {
        let text = good.replacen(from, to, 1);
        assert_ne!(text, good, "{from} is not there");
        Part::parse(text.as_bytes()).unwrap_err()
    };
    let format = refused("\"format\": 1", "\"format\": 2");
    assert_eq!(format, PartError::Format { found: 2 });
    let number = refused("\"part\": 2", "\"part\": 4");
    assert_eq!(number, PartError::Shard(NoShard::Number { of: 3 }));
    for path in ["../index.html", "manifest.json", "/etc/passwd", "a//b"] {
        let error = refused("index.html", path);
        assert!(
            matches!(error, PartError::Manifest(ManifestError::Path { .. })),
            "{path}"
        );
    }
    for (from, to) in [
        ("{", "["),
        ("\"sources\": \"", "\"sources\": \"x"),
        ("\"of\"", "\"off\""),
    ] {
        assert!(matches!(refused(from, to), PartError::Shape(_)), "{to}");
    }
}

#[test]
fn parts_of_one_division_and_state_make_a_whole_in_any_order() {
    let parts = [part("3/3", &["c"]), part("1/3", &["a"]), part("2/3", &[])];
    assert_eq!(misfits(&parts), []);
    assert_eq!(misfits(&parts[..0]), []);
}

#[test]
fn what_is_missing_or_there_twice_is_told() {
    let parts = [
        part("1/4", &["a"]),
        part("3/4", &["c"]),
        part("1/4", &["a"]),
    ];
    let shard = |text: &str| text.parse().unwrap();
    let expected = [
        Misfit::Twice {
            part: 2,
            earlier: 0,
        },
        Misfit::Missing {
            shard: shard("2/4"),
        },
        Misfit::Missing {
            shard: shard("4/4"),
        },
    ];
    assert_eq!(misfits(&parts), expected);
    let parts = [
        part("1/2", &["a"]),
        part("2/3", &["b"]),
        part("2/2", &["b"]),
    ];
    assert_eq!(misfits(&parts), [Misfit::OtherCount { part: 1 }]);
}

#[test]
fn a_file_of_two_parts_is_told() {
    let parts = [part("1/2", &["a", "b"]), part("2/2", &["b", "c"])];
    let path = "b".to_owned();
    let (part, earlier) = (1, 0);
    assert_eq!(
        misfits(&parts),
        [Misfit::FileTwice {
            part,
            earlier,
            path
        }]
    );
}

#[test]
fn each_thing_that_a_state_is_known_by_tells_states_apart() {
    type Change = fn(&mut Part);
    let changes: [(&str, Change); 8] = [
        ("version", |part| part.manifest.pantau = "0.2.0".into()),
        ("date", |part| {
            part.manifest.date = "2026-08-02".parse().unwrap()
        }),
        ("address", |part| {
            part.manifest.base_url = BaseUrl::parse("https://user.host/").unwrap();
        }),
        ("theme", |part| part.manifest.theme.name = "biru".into()),
        ("theme", |part| {
            part.manifest.theme.sha256 = Fingerprint::of(b"biru").sha256;
        }),
        ("commit", |part| {
            part.manifest.provenance.commit = Some("a".repeat(40))
        }),
        ("uncommitted", |part| {
            part.manifest.provenance.uncommitted = ["content/situs.yml".into()].into();
        }),
        ("sources", |part| {
            part.sources = Fingerprint::of(b"others").sha256
        }),
    ];
    for (word, change) in changes {
        let mut parts = [part("1/2", &["a"]), part("2/2", &["b"])];
        change(&mut parts[1]);
        let found = misfits(&parts);
        let [
            Misfit::OtherState {
                part: 1,
                what,
                here,
                first,
            },
        ] = &found[..]
        else {
            panic!("{word}: {found:?}");
        };
        assert_eq!(*what, word);
        assert_ne!(here, first);
    }
}
