//! The schemas and the reader agree on what a file may hold.

use super::site::{SITE, site};
use super::slips::{slips, spoil};
use super::sources_of;
use super::yaml::Document;
use crate::parse::schema::schemas;
use crate::problem::{Code, Problem, Severity, code};
use crate::source::Sources;
use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What the reader tells and a schema can't, by the reason. What `check` tells is not asked of a
/// schema at all: it compares one value with another.
const NOT_JUDGED: [(&str, &[Code]); 4] = [
    (
        "no values yet: the bytes, the YAML, the path",
        &[
            code::NOT_UTF8,
            code::UTF16,
            code::WINDOWS_1252,
            code::LFS_POINTER,
            code::MERGE_MARKS,
            code::TOO_LARGE,
            code::TAB,
            code::SYNTAX,
            code::COLON_IN_TEXT,
            code::OPEN_QUOTE,
            code::INDENTATION,
            code::FIRST_CHARACTER,
            code::NO_COLON,
            code::OPEN_BRACKET,
            code::SEVERAL_DOCUMENTS,
            code::ANCHOR,
            code::DUPLICATE_KEY,
            code::TOO_DEEP,
            code::KEY_NOT_TEXT,
            code::EMPTY_FILE,
            code::UNKNOWN_PLACE,
            code::WRONG_EXTENSION,
            code::BAD_FILE_NAME,
            code::BAD_YEAR_FOLDER,
            code::BAD_QUARTER_FOLDER,
            code::BAD_ARCHIVE,
            code::NO_FRONT_MATTER,
        ],
    ),
    (
        "characters that nobody sees, in values that are otherwise right",
        &[code::CONTROL_CHARACTER],
    ),
    (
        "what a text says, which is otherwise right",
        &[code::RAW_HTML, code::LINK_SCHEME, code::IMAGE_WITHOUT_WORDS],
    ),
    (
        "the same value, written by lines, is right",
        &[code::NUMBER_IN_FLOW_LIST],
    ),
];

/// What the reader tells by the text of a value that YAML has made a number or a truth value of:
/// of `010` and `3.000` a schema sees 10 and 3.
const JUDGED_BY_TEXT: [Code; 8] = [
    code::NUMBER_AMBIGUOUS,
    code::NUMBER_LEADING_ZERO,
    code::NUMBER_FORM,
    code::NUMBER_LONG,
    code::WHOLE_NUMBER,
    code::YEAR,
    code::BOOLEAN,
    code::ID,
];

/// The schemas, ready to judge.
struct Judges {
    schemas: Schemas,
    by_kind: BTreeMap<&'static str, SchemaIndex>,
}

impl Judges {
    fn new() -> Self {
        let mut compiler = Compiler::new();
        let mut compiled = Schemas::new();
        let mut by_kind = BTreeMap::new();
        for schema in schemas() {
            let address = format!("https://pantau.example/{}", schema.file_name());
            compiler.add_resource(&address, schema.json).unwrap();
            let index = compiler.compile(&address, &mut compiled);
            let index = index.unwrap_or_else(|error| panic!("{error:#}"));
            by_kind.insert(schema.name, index);
        }
        Self {
            schemas: compiled,
            by_kind,
        }
    }

    /// Why the schema of that file refuses the value; `None` when it does not, or when there is
    /// no schema for a file in that place.
    fn refusal(&self, path: &str, value: &Value) -> Option<String> {
        let schema = self.by_kind.get(kind(path))?;
        let refused = self.schemas.validate(value, *schema);
        refused.err().map(|error| format!("{error:#}"))
    }
}

/// `kontrak` of `kontrak/2026/bupati.yml`, `situs` of `situs.yml`.
fn kind(path: &str) -> &str {
    path.split(['/', '.']).next().unwrap()
}

/// The YAML of a file, and the line before its first.
fn yaml_of<'t>(path: &str, text: &'t str) -> Option<(&'t str, usize)> {
    if !path.ends_with(".md") {
        return Some((text, 0));
    }
    let (front_matter, _) = text.strip_prefix("---\n")?.split_once("---\n")?;
    Some((front_matter, 1))
}

/// Where the schema and the errors that the reader has in that file contradict each other.
fn contradiction(judges: &Judges, path: &str, text: &str, errors: &[Problem]) -> Option<String> {
    let (yaml, lines_before) = yaml_of(path, text)?;
    let document = Document::read(yaml)?;
    let refusal = judges.refusal(path, &document.value);
    let judged = errors.iter().find(|problem| {
        let place = problem.span.start;
        let place = (
            place.line_number() - lines_before,
            place.characters_before() + 1,
        );
        is_judged(problem.code, document.scalar_at(place))
    });
    match (refusal, judged) {
        (Some(refusal), _) if errors.is_empty() => Some(format!("only refused: {refusal}")),
        (None, Some(problem)) => Some(format!("only told: {problem:?}")),
        _ => None,
    }
}

fn is_judged(code: Code, value: Option<&Value>) -> bool {
    let by_text = matches!(value, Some(Value::Number(_) | Value::Bool(_)));
    let leap_day = matches!(value, Some(Value::String(text)) if text.contains("-02-29"));
    let never = NOT_JUDGED.iter().any(|(_, codes)| codes.contains(&code));
    let only_by_text = by_text && JUDGED_BY_TEXT.contains(&code);
    // Which years have one, a pattern does not know.
    let only_by_year = leap_day && code == code::NO_SUCH_DAY;
    !(never || only_by_text || only_by_year)
}

/// The errors that reading alone finds in that file.
fn reading_errors(path: &str, text: &str) -> Vec<Problem> {
    let mut sources = Sources::default();
    sources.files.insert(path.into(), text.into());
    let raw = crate::parse::parse(&sources);
    raw.problems()
        .chain(raw.suspects())
        // An editor marks the values of a file that is not filled in, one by one.
        .filter(|p| p.severity == Severity::Error || p.code == code::NOT_FILLED)
        .cloned()
        .collect()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn every_file_of_a_good_site_fits_its_schema() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let golden = std::fs::read_dir(root.join("tests/golden")).unwrap();
    let golden = golden.map(|case| case.unwrap().path());
    let cases = golden.filter(|case| case.join("expected").exists());
    let mut sites: Vec<Sources> = cases
        .chain([root.to_path_buf(), root.join("tests/inputs")])
        .map(|case| sources_of(&case.join("content")))
        .collect();
    sites.push(site());
    let judges = Judges::new();
    let mut kinds = BTreeSet::new();
    // Frozen quarters are written by the program alone.
    let by_hand = |(path, _): &(&String, &Vec<u8>)| !path.starts_with("arsip/");
    let files = sites.iter().flat_map(|site| &site.files).filter(by_hand);
    for (path, bytes) in files {
        let (yaml, _) = yaml_of(path, text(bytes)).unwrap();
        let document = Document::read(yaml).unwrap_or_else(|| panic!("{path} is no YAML"));
        let refusal = judges.refusal(path, &document.value);
        assert_eq!(refusal, None, "{path}");
        kinds.insert(kind(path));
    }
    assert!(kinds.into_iter().eq(judges.by_kind.keys().copied()));
}

/// What a schema refuses is an error, and an error that a schema can see is refused.
#[test]
fn the_schema_refuses_a_slip_that_the_reader_tells_and_no_other() {
    let judges = Judges::new();
    let mut wrong = Vec::new();
    let mut judged = 0;
    for (path, old, new, ..) in slips() {
        let sources = spoil(path, old, new);
        let spoilt = text(&sources.files[*path]);
        let errors = reading_errors(path, spoilt);
        let found = contradiction(&judges, path, spoilt, &errors);
        wrong.extend(found.map(|found| format!("{path}: {old:?} → {new:?}: {found}")));
        judged += usize::from(errors.iter().any(|problem| is_judged(problem.code, None)));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(judged > 25, "{judged}");
}

/// Values that are right in some places and wrong in others.
const VALUES: [&str; 66] = [
    "",
    "~",
    "null",
    "''",
    "' '",
    "true",
    "True",
    "false",
    "\"true\"",
    "ya",
    "' ya '",
    "tidak",
    "yes",
    "[]",
    "{}",
    "[a]",
    "[7]",
    "[7,5]",
    "{a: b}",
    "{a: }",
    "{dari: 1, sampai: 2}",
    "{selesai: 2026-03-30}",
    "0",
    "-0",
    "3000",
    "'3000'",
    "13.2",
    "13,2",
    "3.000",
    "'3.000'",
    "3,250",
    "1.250.000",
    "1.234,5",
    "1,250,000",
    "010",
    "'010'",
    "1e3",
    "'1e3'",
    "0x1F",
    ".nan",
    "12345678901234567890",
    "13,2%",
    "3 ribu",
    "2025",
    "25",
    "2026-01-12",
    "' 2026-01-12 '",
    "2026-1-12",
    "12/01/2026",
    "2026-02-30",
    "2026-02-29",
    "05-15",
    "02-29",
    "15-05",
    "10 hari",
    "10  hari",
    "36501 hari",
    "setahun",
    "naik",
    "' plt '",
    "2026/bupati",
    "26/bupati",
    "https://a.example/b?c=d",
    "https:// a",
    "media/a.pdf",
    "media/../a.pdf",
];

/// Every value of a line replaced by each of these, every key misspelt, every line left out; of
/// lines with one key at one depth, the first.
fn variants(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut variants = Vec::new();
    let mut keys = BTreeSet::new();
    for (at, line) in lines.iter().enumerate() {
        if !keys.insert(line.split_once(':').map_or(*line, |(key, _)| key)) {
            continue;
        }
        let mut put = |new: Option<String>| {
            let mut lines: Vec<&str> = lines.clone();
            match &new {
                Some(new) => lines[at] = new,
                None => drop(lines.remove(at)),
            }
            variants.push(lines.join("\n") + "\n");
        };
        put(None);
        if let Some((key, _)) = line.split_once(':') {
            put(Some(line.replacen(':', "x:", 1)));
            VALUES
                .iter()
                .for_each(|value| put(Some(format!("{key}: {value}"))));
        }
        if let Some((dash, _)) = line.split_once("- ") {
            VALUES
                .iter()
                .for_each(|value| put(Some(format!("{dash}- {value}"))));
        }
    }
    variants
}

#[test]
fn the_schema_and_the_reader_agree_on_whatever_is_put_into_a_line() {
    let judges = Judges::new();
    let mut wrong = Vec::new();
    let (mut good, mut bad) = (0, 0);
    for (path, site_text) in SITE.iter().chain(&MORE) {
        for spoilt in variants(site_text) {
            let errors = reading_errors(path, &spoilt);
            *(if errors.is_empty() {
                &mut good
            } else {
                &mut bad
            }) += 1;
            let found = contradiction(&judges, path, &spoilt, &errors);
            wrong.extend(found.map(|found| format!("{path}: {found}\n{spoilt}")));
        }
    }
    let count = wrong.len();
    wrong.truncate(5);
    assert!(wrong.is_empty(), "{count}, such as\n{}", wrong.join("\n"));
    assert!(good > 1000 && bad > 1000, "{good} {bad}");
}

/// Keys that the small site does without.
const MORE: [(&str, &str); 4] = [
    (
        "situs.yml",
        "format: 1\njudul: A\npemerintah: B\nalamat: https://a.example/\nzona_waktu: Asia/Jakarta\nlisensi: C\nlapor: https://a.example/\nkontak: D\nrepositori: https://a.example/\ncatatan_sejak: 2026-01-01\ndata_contoh: ya\nluring: tidak\nadmin:\n  penyedia: github\n  repositori: diskominfo/kinerja\n  cabang: main\n  server: https://a.example/\n  alamat_masuk: https://a.example/\n  id_aplikasi: abc\n  draf: ya\nkeamanan:\n  kontak: https://a.example/\n  kedaluwarsa: 2027-01-01\n  kebijakan: https://a.example/\n  kunci_enkripsi: https://a.example/\nbahasa:\n  - id\ntema: default\n",
    ),
    (
        "aturan/lain.yml",
        "sebutan: A\nberlaku_sejak: 2026-01-01\npelaporan: triwulan\nbatas_lapor: 10 hari\nbatas_capaian: 120\nmasa_lindung:\n  lama: 24 bulan\n  sejak: pelantikan\n  kecuali:\n    - Pelanggaran\nevaluasi:\n  - id: a\n    nama: A\n    jenis: putusan\n    jatuh_tempo:\n      setiap_tahun: 05-15\n      sebutan: B\n    syarat:\n      semua_tercapai: ya\n      aspek:\n        mutu: baik\n",
    ),
    (
        "pejabat/lain.yml",
        "nama: A\nfoto: media/a.jpg\njabatan:\n  - jabatan: a\n    kedudukan: plt\n    pelantikan: 2026-01-01\n    selesai: 2026-02-01\n    seleksi:\n      jenis: A\n      pelamar: 28\n      jabatan: 7\n",
    ),
    (
        "hasil/2026/tw2/lain.yml",
        "dilaporkan: 2026-07-01\nrealisasi:\n  a:\n    nilai: 1\n    bukti:\n      - judul: A\n        url: https://a.example/\n    revisi:\n      - tanggal: 2026-08-01\n        semula: 2\n        alasan: B\n",
    ),
];
