//! What a browser finds in the index and how much it loads for it: [`Reader`] does in Rust what
//! `themes/default/scripts/search.js` does.

use super::{ENTRIES_PER_FILE, Entry, Index, Kind, stem, words};
use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

/// A query on a page that was just opened.
struct Reader<'i> {
    index: &'i Index,
    loaded: BTreeSet<String>,
    /// Bytes of files that were loaded, each compressed by `gzip -9`.
    bytes: usize,
}

impl<'i> Reader<'i> {
    fn new(index: &'i Index) -> Self {
        Self {
            index,
            loaded: BTreeSet::new(),
            bytes: 0,
        }
    }

    fn load(&mut self, name: String, text: &'i str) -> std::str::Lines<'i> {
        if self.loaded.insert(name) {
            self.bytes += gzipped(text);
        }
        text.lines()
    }

    /// Lines of terms that begin with `begin`, where keys from `from` to `to` stand.
    fn lines(&mut self, begin: &str, from: &str, to: &str) -> Vec<&'i str> {
        let index = self.index;
        let manifest = self.load("indeks".into(), &index.manifest);
        let starts: Vec<&str> = manifest.skip(2).collect();
        let place = |key: &str| {
            let key: Vec<u16> = key.encode_utf16().collect();
            let before = starts
                .iter()
                .rposition(|s| s.encode_utf16().collect::<Vec<_>>() <= key);
            before.unwrap_or(0)
        };
        let wanted = index
            .terms
            .iter()
            .enumerate()
            .take(place(to) + 1)
            .skip(place(from));
        let mut lines = Vec::new();
        for (number, file) in wanted {
            let all = self.load(format!("kata-{number}"), file);
            lines.extend(all.filter(|line| line.starts_with(begin)));
        }
        lines
    }

    fn numbers(&mut self, word: &str, is_last: bool) -> BTreeSet<usize> {
        let key = stem(word);
        let mut lines = self.lines(&format!("{key} "), &key, &key);
        if is_last && word.chars().count() > 1 {
            let any = format!("{word}*");
            let together = self.lines(&format!("{any} "), &any, &any);
            lines.extend(match together.is_empty() {
                true => self.lines(word, word, &format!("{word}\u{ffff}")),
                false => together,
            });
        }
        lines.into_iter().flat_map(read).collect()
    }

    /// How many entries have any of the words, and the first twenty, those with most words before
    /// the others.
    fn find(&mut self, query: &str) -> (usize, Vec<&'i str>) {
        let asked = words(query);
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for (at, word) in asked.iter().enumerate() {
            for number in self.numbers(word, at + 1 == asked.len()) {
                *counts.entry(number).or_default() += 1;
            }
        }
        let mut ranked: Vec<usize> = counts.keys().copied().collect();
        ranked.sort_by_key(|number| (usize::MAX - counts[number], *number));
        let index = self.index;
        let first = ranked.iter().take(20).map(|number| {
            let file = number / ENTRIES_PER_FILE;
            let mut lines = self.load(format!("entri-{file}"), &index.entries[file]);
            lines.nth(number % ENTRIES_PER_FILE).unwrap()
        });
        (ranked.len(), first.collect())
    }
}

/// The numbers of a line of terms.
fn read(line: &str) -> Vec<usize> {
    let (_, text) = line.split_once(' ').unwrap();
    let (mut numbers, mut value, mut next) = (Vec::new(), 0, 0);
    for letter in text.chars() {
        value = value * 26 + letter.to_digit(36).unwrap() as usize - 10;
        if letter.is_ascii_uppercase() {
            numbers.push(next + value);
            next += value + 1;
            value = 0;
        }
    }
    numbers
}

fn gzipped(text: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap().len()
}

fn found<'i>(index: &'i Index, query: &str) -> (usize, Vec<&'i str>) {
    Reader::new(index).find(query)
}

fn entry(kind: Kind, title: &str, also: &str) -> Entry {
    Entry {
        kind,
        address: format!("x/{}/", words(title).join("-")),
        title: title.to_owned(),
        detail: also.to_owned(),
        also: also.to_owned(),
    }
}

fn small() -> Index {
    Index::of(&[
        entry(Kind::Opd, "Badan Perencanaan Pembangunan Daerah", "Bappeda"),
        entry(Kind::Opd, "Dinas Kesehatan", ""),
        entry(
            Kind::Official,
            "dr. Ratna Kusumawati, M.Kes.",
            "Kepala Dinas Kesehatan",
        ),
        entry(Kind::Official, "", "Kepala Seksi Gizi"),
        entry(Kind::Post, "Kepala Dinas Kesehatan", "Dinas Kesehatan"),
        entry(Kind::Indicator, "Gedung sekolah yang dibangun", ""),
        entry(Kind::Indicator, "Prevalensi\tstunting\npada balita", ""),
    ])
}

fn titles(lines: &[&str]) -> Vec<String> {
    let title = |line: &&str| line.split('\t').nth(2).unwrap().to_owned();
    lines.iter().map(title).collect()
}

#[test]
fn a_word_is_found_by_its_family_and_by_its_beginning() {
    let index = small();
    let building = [
        "Badan Perencanaan Pembangunan Daerah",
        "Gedung sekolah yang dibangun",
    ];
    for query in [
        "pembangunan",
        "bangun",
        "Membangun",
        "bangunan",
        "PEMBANGUNANNYA",
    ] {
        assert_eq!(titles(&found(&index, query).1), building, "{query}");
    }
    for (query, titles_found) in [
        ("perenc", vec!["Badan Perencanaan Pembangunan Daerah"]),
        ("rátna", vec!["dr. Ratna Kusumawati, M.Kes."]),
        ("stunt", vec!["Prevalensi stunting pada balita"]),
        ("gizi", vec![""]),
        ("x", vec![]),
        ("", vec![]),
        ("tiada", vec![]),
    ] {
        assert_eq!(titles(&found(&index, query).1), titles_found, "{query}");
    }
}

#[test]
fn entries_with_all_words_come_first_then_those_of_the_given_order() {
    let index = small();
    let (count, lines) = found(&index, "kepala dinas");
    assert_eq!(count, 4);
    let order = [
        "dr. Ratna Kusumawati, M.Kes.",
        "Kepala Dinas Kesehatan",
        "Dinas Kesehatan",
        "",
    ];
    assert_eq!(titles(&lines), order);
    assert_eq!(
        lines[0],
        "1\tx/dr-ratna-kusumawati-m-kes/\tdr. Ratna Kusumawati, M.Kes.\tKepala Dinas Kesehatan"
    );
}

#[test]
fn words_and_stems_are_those_that_the_script_is_held_to() {
    let lines = |text: &'static str| text.lines().map(|line| line.split_once('\t').unwrap());
    let stems: Vec<_> = lines(include_str!("../../tests/search/stems.tsv")).collect();
    assert!(stems.len() >= 2_000, "{}", stems.len());
    let wrong = stems.iter().filter(|(word, other)| stem(word) != *other);
    assert_eq!(wrong.collect::<Vec<_>>(), [&("", ""); 0]);
    for (text, own) in lines(include_str!("../../tests/search/words.tsv")) {
        assert_eq!(words(text).join(" "), own, "{text}");
    }
}

const RANKS: [&str; 4] = [
    "Kepala Dinas",
    "Kepala Bidang",
    "Kepala Seksi",
    "Sekretaris Dinas",
];
const FIELDS: [&str; 16] = [
    "Pendidikan",
    "Kesehatan",
    "Pekerjaan Umum",
    "Perhubungan",
    "Pertanian",
    "Perikanan",
    "Pembangunan Daerah",
    "Pemberdayaan Masyarakat",
    "Kependudukan",
    "Ketahanan Pangan",
    "Keuangan",
    "Kepegawaian",
    "Kebudayaan",
    "Penanaman Modal",
    "Perdagangan",
    "Pariwisata",
];
const MEASURES: [&str; 12] = [
    "Persentase",
    "Cakupan",
    "Jumlah",
    "Indeks",
    "Nilai",
    "Tingkat",
    "Rata-rata",
    "Prevalensi",
    "Angka",
    "Realisasi",
    "Persentase kepuasan",
    "Persentase pemenuhan",
];
const SMALL_WORDS: [&str; 4] = ["yang", "di", "dan", "dengan"];

/// Numbers that look like chance and are always the same (xorshift64, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    fn one<'t>(&mut self, list: &[&'t str]) -> &'t str {
        list[self.below(list.len())]
    }

    /// Of a language a few words are used often and most seldom.
    fn word<'t>(&mut self, list: &[&'t str]) -> &'t str {
        let end = 1 + self.below(list.len());
        list[self.below(end)]
    }
}

/// Officials with a post and five indicators each, put together by chance from words of the list
/// that stems are checked by. That is harder to compress than what people write.
fn large(officials: usize) -> Vec<Entry> {
    let stems = include_str!("../../tests/search/stems.tsv").lines();
    let vocabulary: Vec<&str> = stems
        .step_by(3)
        .map(|l| l.split('\t').next().unwrap())
        .collect();
    let mut dice = Dice(20_261_125);
    let mut posts = Vec::new();
    let mut people = Vec::new();
    let mut indicators = Vec::new();
    for _ in 0..officials {
        let (rank, field) = (dice.one(&RANKS), dice.one(&FIELDS));
        let post = format!(
            "{rank} {field} {} {}",
            dice.word(&vocabulary),
            dice.below(90)
        );
        let [first, second, third] = [(); 3].map(|()| dice.word(&vocabulary));
        people.push(entry(
            Kind::Official,
            &format!("{first} {second} {third}, S.E., M.M."),
            &post,
        ));
        for _ in 0..5 {
            let [one, two, three] = [(); 3].map(|()| dice.word(&vocabulary));
            let (measure, small) = (dice.one(&MEASURES), dice.one(&SMALL_WORDS));
            let title = format!(
                "{measure} {one} {two} {small} {three} {}",
                dice.one(&FIELDS)
            );
            let detail = format!("{post}, 2026");
            indicators.push(Entry {
                detail,
                ..entry(Kind::Indicator, &title, "")
            });
        }
        posts.push(entry(Kind::Post, &post, field));
    }
    let opds = FIELDS
        .iter()
        .map(|field| entry(Kind::Opd, &format!("Dinas {field}"), ""));
    opds.chain(people).chain(posts).chain(indicators).collect()
}

/// The bound that a first query must keep, script included, in bytes.
const MOST: usize = 150_000;

/// Common words, beginnings that thousands share, an indicator, and several words.
const QUERIES: [&str; 9] = [
    "dinas",
    "pembangunan",
    "pe",
    "me",
    "per",
    "memb",
    "persentase",
    "persentase penanganan yang kesehatan",
    "kepala dinas pendidikan di daerah pe",
];

#[test]
fn a_first_query_among_ten_thousand_officials_loads_at_most_150_kb() {
    let entries = large(10_000);
    let index = Index::of(&entries);
    let official = entries
        .iter()
        .filter(|entry| entry.kind == Kind::Official)
        .nth(5_000);
    let name = official.unwrap().title.as_str();
    let script = gzipped(include_str!("../../themes/default/scripts/search.js"));
    for query in [name].into_iter().chain(QUERIES) {
        let mut reader = Reader::new(&index);
        let (count, lines) = reader.find(query);
        let bytes = script + reader.bytes;
        println!(
            "{query}: {count} found, {bytes} bytes in {} files",
            reader.loaded.len()
        );
        assert_eq!(lines.len(), count.min(20), "{query}");
        assert!(bytes <= MOST, "{query}: {bytes}");
    }
    let sizes = index
        .terms
        .iter()
        .chain(&index.entries)
        .map(|file| gzipped(file));
    assert!(sizes.max().unwrap() < 25_000);
}

#[test]
fn every_query_finds_what_is_there() {
    let entries = large(4_000);
    let index = Index::of(&entries);
    assert!(index.terms.len() > 5, "{}", index.terms.len());
    assert!(index.terms.iter().any(|file| file.contains("* ")));
    let all = all_words(&entries);
    for query in QUERIES {
        assert_eq!(found(&index, query).0, expected(&all, query), "{query}");
    }
    assert_eq!(index, Index::of(&entries));
}

/// The words of each entry with their stems.
fn all_words(entries: &[Entry]) -> Vec<Vec<(String, String)>> {
    let of_entry = |entry: &Entry| {
        let all = words(&format!("{} {}", entry.title, entry.also));
        all.into_iter().map(|word| (stem(&word), word)).collect()
    };
    entries.iter().map(of_entry).collect()
}

/// How many entries have any word of a query, found without an index.
fn expected(all: &[Vec<(String, String)>], query: &str) -> usize {
    let asked = words(query);
    let stems: Vec<String> = asked.iter().map(|word| stem(word)).collect();
    let begun = asked.last().filter(|word| word.len() > 1);
    let fits = |(own_stem, word): &(String, String)| {
        let begins = |b: &String| word.starts_with(b) || own_stem.starts_with(b);
        stems.iter().any(|s| s == own_stem || s == word) || begun.is_some_and(begins)
    };
    all.iter().filter(|own| own.iter().any(fits)).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_found_is_what_is_there(
        titles in prop::collection::vec("[a-e]{1,4}( [a-eé]{1,7}){0,3}", 0..300),
        query in "[a-e]{1,3}( [a-e]{1,5})?",
    ) {
        let entries: Vec<Entry> =
            titles.iter().map(|title| entry(Kind::Indicator, title, "")).collect();
        let index = Index::of(&entries);
        prop_assert_eq!(found(&index, &query).0, expected(&all_words(&entries), &query));
    }
}
