//! Files that no person writes: the public YAML test suite, and files made to hurt.
//!
//! Nothing here measures time; `benches/hostile` does. What is held: reading ends, never panics,
//! tells a bounded number of problems, each with a place inside the file and words to go on with.

use crate::common::repository;
use pantau::check::check;
use pantau::disk;
use pantau::parse::{Raw, parse};
use pantau::problem::{Code, Problem, Words, code};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// Far longer than the slowest machine needs: it tells a loop without an end, not a slow one.
const PATIENCE: Duration = Duration::from_secs(120);

/// As many problems of one file as are told, and that there are more.
const MOST_PROBLEMS: usize = 1_001;

/// Where a text is put: a contract, a report, a page's front matter.
const PLACES: [(&str, &str, &str); 3] = [
    ("kontrak/2026/", ".yml", ""),
    ("hasil/2026/tw1/", ".yml", ""),
    ("halaman/", ".md", "---\n"),
];

/// A valid site, read once.
fn small_site() -> Raw {
    parse(&disk::read(&repository().join("tests/inputs")).unwrap())
}

/// What reading and checking tell of a text at each of the three places.
#[derive(Debug)]
struct Told {
    path: String,
    text: Vec<u8>,
    problems: Vec<Problem>,
}

impl Told {
    fn codes(&self) -> BTreeSet<&'static str> {
        self.problems.iter().map(|problem| problem.code.0).collect()
    }
}

fn told(site: &Raw, name: &str, text: &[u8]) -> Vec<Told> {
    let at = |&(folder, extension, head): &(&str, &str, &str)| {
        let path = format!("{folder}{}{extension}", name.to_lowercase());
        let tail = if head.is_empty() { "" } else { "---\nIsi.\n" };
        let text = [head.as_bytes(), text, tail.as_bytes()].concat();
        let problems = problems(site.clone(), &path, text.clone());
        Told {
            path,
            text,
            problems,
        }
    };
    PLACES.iter().map(at).collect()
}

/// The problems of one file of a site, found in a thread that must end.
fn problems(mut site: Raw, path: &str, text: Vec<u8>) -> Vec<Problem> {
    let (sender, receiver) = mpsc::channel();
    let file = path.to_owned();
    thread::spawn(move || {
        site.read(&file, &text);
        let all = check(&site).map_or_else(|problems| problems, |checked| checked.warnings);
        let own = all.into_iter().filter(|problem| problem.file == file);
        sender.send(own.collect()).unwrap();
    });
    let problems = receiver.recv_timeout(PATIENCE);
    problems.unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What is wrong with how a file's problems are told.
fn badly_told(told: &Told, words: &[Words; 2]) -> Vec<String> {
    let text = String::from_utf8_lossy(&told.text);
    let lines: Vec<&str> = text.split('\n').collect();
    let mut wrong = Vec::new();
    if told.problems.len() > MOST_PROBLEMS {
        wrong.push(format!("{} problems", told.problems.len()));
    }
    for problem in &told.problems {
        if !is_inside(problem, &lines) {
            wrong.push(format!("{} at {:?}", problem.code, problem.span));
        }
        if !speaks(problem, words) {
            wrong.push(format!("{} without words", problem.code));
        }
    }
    wrong
        .iter()
        .map(|wrong| format!("{}: {wrong}\n", told.path))
        .collect()
}

/// Both ends lie in a line of the file, or just behind it.
fn is_inside(problem: &Problem, lines: &[&str]) -> bool {
    let span = problem.span;
    let inside = [span.start, span.end].iter().all(|position| {
        let line = position.line_number().checked_sub(1);
        let line = line.map(|at| lines.get(at));
        let length = line.map(|line| line.map_or(0, |line| line.chars().count()));
        position.line_number() <= lines.len() + 1
            && length.is_some_and(|length| (0..=length).contains(&position.characters_before()))
            && position.column > 0
    });
    inside && span.start <= span.end
}

fn speaks(problem: &Problem, words: &[Words; 2]) -> bool {
    let quoted = |open: &str| {
        problem
            .arguments
            .iter()
            .any(|(_, text)| text.contains(open))
    };
    words.iter().all(|words| {
        [words.message(problem), words.way_out(problem)]
            .iter()
            .all(|text| {
                text.len() > 10
                    && ["{$", "{ $"]
                        .iter()
                        .all(|open| !text.contains(open) || quoted(open))
            })
    })
}

fn is_syntax(code: Code) -> bool {
    code < code::UNKNOWN_PLACE
}

/// A case of the suite: its id, whether it is an error, its text.
fn suite() -> Vec<(String, bool, String)> {
    let cases = std::fs::read(repository().join("tests/yaml/cases.json")).unwrap();
    let cases: Value = serde_json::from_slice(&cases).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let cases = cases["cases"].as_array().unwrap().iter();
    cases
        .map(|case| (text(&case[0]), case[1] == "error", text(&case[2])))
        .collect()
}

/// Errors of the suite that the YAML library reads all the same, and why that does no harm.
const LENIENT: [(&str, &str); 0] = [];

#[test]
fn the_yaml_test_suite_is_read_without_a_panic_and_its_errors_are_told() {
    let site = small_site();
    let words = [Words::indonesian(), Words::english()];
    let cases = suite();
    assert_eq!(cases.len(), 402);
    assert_eq!(cases.iter().filter(|(_, error, _)| *error).count(), 94);
    let mut wrong = String::new();
    let mut accepted = BTreeSet::new();
    for (id, error, text) in &cases {
        for told in told(&site, id, text.as_bytes()) {
            wrong.extend(badly_told(&told, &words));
            let refused = told.problems.iter().any(|problem| is_syntax(problem.code));
            if *error && !refused && !told.path.starts_with("halaman") {
                accepted.insert(id.as_str());
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert_eq!(accepted, LENIENT.map(|(id, _)| id).into());
}

/// Anchors and aliases of 9 levels of 9: 3.9e8 words, if they were ever put in.
fn billion_laughs() -> String {
    let mut text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
    for level in 1..9 {
        let alias = format!("*a{}", level - 1);
        text += &format!("a{level}: &a{level} [{}]\n", [alias.as_str(); 9].join(", "));
    }
    text
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

/// A text, and the codes told of it as a contract.
fn hostile() -> BTreeMap<&'static str, (Vec<u8>, &'static [&'static str])> {
    const MIB: usize = 1 << 20;
    type Case = (Vec<u8>, &'static [&'static str]);
    fn text(text: String, codes: &'static [&'static str]) -> Case {
        (text.into_bytes(), codes)
    }
    #[rustfmt::skip]
    let cases: [(_, Case); 37] = [
        ("billion-laughs", text(billion_laughs(), &["P012"])),
        ("quadratic-aliases", text(format!("a: &a {}\nb:\n{}", "x".repeat(MIB / 2), "- *a\n".repeat(20_000)), &["P012", "P032"])),
        ("alias-of-nothing", text("a: *a\n".into(), &["P012"])),
        ("alias-of-itself", text("a: &a [*a]\n".into(), &["P012"])),
        ("merge-keys", text("a: &a {b: c}\n<<: *a\n".into(), &["P012"])),
        ("tags", text("a: !!python/object/apply:os.system [x]\n".into(), &["P012"])),
        ("deep-flow-lists", text("[".repeat(10_000), &["P014"])),
        ("deep-closed-flow-lists", text("[".repeat(10_000) + &"]".repeat(10_000), &["P014"])),
        ("deep-flow-maps", text("{a: ".repeat(10_000), &["P014"])),
        ("deep-block-lists", text("- ".repeat(10_000) + "a", &["P014"])),
        ("deep-block-maps", text(lines(1_000, |depth| " ".repeat(depth) + "a:\n"), &["P014"])),
        ("deep-questions", text("? ".repeat(10_000) + "a", &["P014"])),
        ("too-large", text("#".repeat(MIB + 1), &["P002"])),
        ("very-many-bytes", text("a".repeat(16 * MIB), &["P002"])),
        ("many-keys", text(lines(100_000, |n| format!("k{n}: 1\n")), &["P032"])),
        ("many-equal-keys", text("a: 1\n".repeat(100_000), &["P032"])),
        ("many-unknown-keys", text(lines(20_000, |n| format!("k{n}: 1\n")), &["P032"])),
        ("many-items", text("- a\n".repeat(200_000), &["P032"])),
        ("many-documents", text("---\n".repeat(200_000), &["P011"])),
        ("many-tabs", text("\t\n".repeat(500_000), &["P003", "P032"])),
        ("many-comments", text("#\n".repeat(500_000), &["P016"])),
        ("many-empty-lines", text("\n".repeat(MIB), &["P016"])),
        ("mib-of-flow-lists", text("[".repeat(MIB), &["P014"])),
        ("mib-of-flow-maps", text("{".repeat(MIB), &["P014"])),
        ("mib-of-block-lists", text("- ".repeat(MIB / 2), &["P014"])),
        ("mib-of-questions", text("? ".repeat(MIB / 2), &["P014"])),
        ("mib-of-open-quote", text("a: \"".to_owned() + &"x".repeat(MIB - 4), &["P006"])),
        ("mib-of-quotes", text("\"".repeat(MIB), &["P006"])),
        ("mib-of-one-line", text("a: ".to_owned() + &"x ".repeat(MIB / 2 - 2), &["P101"])),
        ("mib-of-block-text", text("a: |\n".to_owned() + &" x\n".repeat(MIB / 3 - 2), &["P101"])),
        ("many-block-texts", text("- |\n x\n".repeat(100_000), &["P032"])),
        ("long-key", text("k".repeat(2_000) + ": 1\n", &["P005"])),
        ("long-asked-key", text("? ".to_owned() + &"k".repeat(MIB / 2) + "\n: 1\n", &["P101"])),
        ("nul-bytes", text("a: \0\n".into(), &["P017"])),
        ("escaped-nul", text("nomor: \"\\0\"\n".into(), &["P017"])),
        ("lone-surrogate", text("a: \"\\uD800\"\n".into(), &["P006"])),
        ("not-utf-8", (b"a: \xed\x81\n".to_vec(), &["P001"])),
    ];
    cases.into()
}

#[test]
fn a_file_made_to_hurt_is_told_in_few_words_and_never_expanded() {
    let site = small_site();
    let words = [Words::indonesian(), Words::english()];
    let mut wrong = String::new();
    for (name, (text, codes)) in hostile() {
        let told = told(&site, name, &text);
        wrong.extend(told.iter().flat_map(|told| badly_told(told, &words)));
        let found = told[0].codes();
        if !codes.iter().all(|code| found.contains(code)) {
            wrong += &format!("{name}: wanted {codes:?}, found {found:?}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// Each sign is told once, however much it would stand for.
#[test]
fn an_alias_counts_once() {
    let told = told(&small_site(), "laughs", billion_laughs().as_bytes());
    for told in told {
        let signs = told
            .problems
            .iter()
            .filter(|problem| problem.code == code::ANCHOR);
        assert_eq!(signs.count(), 9 + 8 * 9, "{}", told.path);
    }
}
