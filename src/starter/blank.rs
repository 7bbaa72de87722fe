//! An empty site from a few answers, with commented examples in every folder.
//!
//! An answer is judged by the readers of the data themselves, so that what is accepted here is what
//! `check` accepts.

use super::{Files, README, fill, site_folder};
use crate::check::check;
use crate::model::{Date, Slug};
use crate::parse::parse;
use crate::problem::{Problem, Severity};
use crate::source::Sources;
use chrono::Datelike;
use include_dir::{Dir, DirEntry, include_dir};
use std::borrow::Cow;

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/starter/blank");

const ABOUT: &str = include_str!("about-blank.md");

/// Where the year stands in the path of a template.
const YEAR: &str = "TAHUN";

/// What is asked before an empty site can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    Government,
    Instrument,
    Languages,
    Address,
    TimeZone,
    Contact,
}

impl Question {
    /// In the order in which they are asked.
    pub const ALL: [Self; 6] = [
        Self::Government,
        Self::Instrument,
        Self::Languages,
        Self::Address,
        Self::TimeZone,
        Self::Contact,
    ];

    /// What is meant by no answer; `None` where there must be one.
    pub fn default_answer(self) -> Option<&'static str> {
        match self {
            Self::Government | Self::Contact => None,
            Self::Instrument => Some("Perjanjian Kinerja"),
            Self::Languages => Some("id+en"),
            // Reserved for examples (RFC 2606): nobody's, until staff know where the site will be.
            Self::Address => Some("https://kinerja.example/"),
            Self::TimeZone => Some("Asia/Jakarta"),
        }
    }

    /// An answer that is good for the readers, while another one is judged.
    fn placeholder(self) -> &'static str {
        self.default_answer().unwrap_or(match self {
            Self::Contact => "kinerja@example.go.id",
            _ => "Pemerintah",
        })
    }
}

/// The answers, as they were given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// `Pemerintah Kabupaten …`
    pub government: String,
    /// What the document is called: `Kontrak Kinerja`.
    pub instrument: String,
    /// `id` or `id+en`
    pub languages: String,
    /// Where the site will be published, http or https.
    pub address: String,
    /// An IANA time zone.
    pub time_zone: String,
    /// The office's address for reports of errors.
    pub contact: String,
}

impl Answers {
    /// All answers by what `answer` says to each question.
    ///
    /// # Errors
    /// The first one of `answer`; later questions are not asked then.
    pub fn by<E>(mut answer: impl FnMut(Question) -> Result<String, E>) -> Result<Self, E> {
        let [
            government,
            instrument,
            languages,
            address,
            time_zone,
            contact,
        ] = Question::ALL;
        Ok(Self {
            government: answer(government)?,
            instrument: answer(instrument)?,
            languages: answer(languages)?,
            address: answer(address)?,
            time_zone: answer(time_zone)?,
            contact: answer(contact)?,
        })
    }
}

/// `answer` as the data have it: a time zone by its own name, an address with what it begins with.
pub fn as_meant(question: Question, answer: &str) -> Cow<'_, str> {
    match question {
        Question::TimeZone => match answer.to_uppercase().as_str() {
            "WIB" => "Asia/Jakarta".into(),
            "WITA" => "Asia/Makassar".into(),
            "WIT" => "Asia/Jayapura".into(),
            _ => answer.into(),
        },
        Question::Address => {
            let host = answer.split('/').next().unwrap_or(answer);
            let is_host = host.contains('.')
                && host
                    .split('.')
                    .all(|part| Slug::new(&part.to_lowercase()).is_some());
            if is_host {
                format!("https://{answer}").into()
            } else {
                answer.into()
            }
        }
        _ => answer.into(),
    }
}

/// Why `answer` can't be the one to `question`, by the rules of the data.
pub fn refusal(question: Question, answer: &str) -> Option<Problem> {
    let given = |asked: Question| {
        let answer = if asked == question {
            answer
        } else {
            asked.placeholder()
        };
        Ok::<_, std::convert::Infallible>(answer.to_owned())
    };
    let Ok(answers) = Answers::by(given);
    let sources = Sources {
        files: sources(&answers, ANY_DAY),
        ..Sources::default()
    };
    let problems = match check(&parse(&sources)) {
        Ok(checked) => checked.warnings,
        Err(problems) => problems,
    };
    // What else is wrong then follows from the first error.
    problems
        .into_iter()
        .min_by_key(|problem| match problem.severity {
            Severity::Error => 0,
            Severity::Violation | Severity::Warning => 1,
        })
}

/// No answer is good on one day and bad on another.
const ANY_DAY: Date = Date::from_ymd_opt(2026, 1, 1).expect("a day of the calendar");

/// The folder of an empty site that begins on `day`: changes are recorded from then on.
pub fn blank(answers: &Answers, day: Date) -> Files {
    let readme = fill(README, &[("tentang", ABOUT.trim_end()), ("hari", "")]);
    site_folder(sources(answers, day), readme)
}

/// Its sources by path below `content/`.
fn sources(answers: &Answers, day: Date) -> Files {
    let mut templates = Vec::new();
    collect(&FILES, &mut templates);
    let values = values(answers, day);
    let values: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let speaks_english = languages(answers).any(|language| language == "en");
    templates
        .into_iter()
        .filter(|(path, _)| speaks_english || !path.ends_with(".en.md"))
        .map(|(path, text)| {
            let path = path.replace(YEAR, &day.year().to_string());
            (path, fill(text, &values).into_bytes())
        })
        .collect()
}

fn collect(dir: &Dir<'static>, files: &mut Vec<(String, &'static str)>) {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(dir) => collect(dir, files),
            DirEntry::File(file) => {
                let path = file.path().to_string_lossy().replace('\\', "/");
                let text = file.contents_utf8();
                files.push((path, text.expect("the templates are texts")));
            }
        }
    }
}

fn languages(answers: &Answers) -> impl Iterator<Item = &str> {
    answers
        .languages
        .split(['+', ',', ' '])
        .filter(|l| !l.is_empty())
}

/// What stands between braces in the templates.
fn values(answers: &Answers, day: Date) -> [(&'static str, String); 12] {
    let year = day.year();
    let government = answers.government.as_str();
    let short = government.strip_prefix("Pemerintah ").unwrap_or(government);
    let list: Vec<String> = languages(answers)
        .map(|language| format!("  - {}", scalar(language)))
        .collect();
    [
        ("judul", scalar(&format!("Pantau Kinerja {short}"))),
        ("pemerintah", scalar(government)),
        ("pemerintah_teks", government.to_owned()),
        ("sebutan", scalar(&answers.instrument)),
        ("alamat", scalar(&answers.address)),
        ("zona_waktu", scalar(&answers.time_zone)),
        ("kontak", scalar(&answers.contact)),
        ("bahasa", list.join("\n")),
        ("hari", day.to_string()),
        ("tahun", year.to_string()),
        ("tahun_lalu", (year - 1).to_string()),
        ("tahun_depan", (year + 1).to_string()),
    ]
}

/// `text` as a scalar of YAML: plain where nothing in it could mean something else.
fn scalar(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/.@-+_()".contains(c);
    let starts_plainly = text.starts_with(char::is_alphanumeric);
    let words = text.split(' ');
    let is_word = |word: &str| {
        let rest = word.replace("://", "");
        !rest.is_empty() && rest.chars().all(is_plain)
    };
    if starts_plainly && words.into_iter().all(is_word) {
        text.to_owned()
    } else {
        // A string of JSON is one of YAML too (YAML 1.2, chapter 1.3).
        serde_json::Value::from(text).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::code;
    use std::collections::BTreeSet;

    fn answers() -> Answers {
        let Ok(answers) = Answers::by(|question| {
            Ok::<_, std::convert::Infallible>(question.placeholder().to_owned())
        });
        answers
    }

    fn in_2031() -> Date {
        "2031-03-01".parse().unwrap()
    }

    fn problems(files: Files) -> Vec<Problem> {
        let sources = Sources {
            files,
            ..Sources::default()
        };
        match check(&parse(&sources)) {
            Ok(checked) => checked.warnings_on("9999-12-31".parse().unwrap()),
            Err(problems) => problems,
        }
    }

    #[test]
    fn an_empty_site_has_no_problem_in_either_language() {
        for (languages, pages) in [("id", 1), ("id+en", 2), ("id, en", 2)] {
            let answers = Answers {
                languages: languages.into(),
                ..answers()
            };
            let files = sources(&answers, in_2031());
            let is_page = |path: &&String| path.ends_with(".md");
            assert_eq!(files.keys().filter(is_page).count(), pages, "{languages}");
            assert_eq!(problems(files), []);
        }
    }

    #[test]
    fn a_new_site_records_its_changes_from_the_day_it_begins() {
        let files = blank(&answers(), in_2031());
        let site = String::from_utf8_lossy(&files["content/situs.yml"]).into_owned();
        assert!(site.contains("\ncatatan_sejak: 2031-03-01\n"), "{site}");
    }

    #[test]
    fn what_is_answered_is_what_the_data_say() {
        for text in [
            "Pemerintah Kota Contoh",
            "Pemerintah: \"Kota\" #1",
            "- 'Kota'",
            "{kontak}",
            "Kota @ 100% & <b>",
            "yes",
            "0800",
            "~",
        ] {
            let answers = Answers {
                government: text.into(),
                instrument: text.into(),
                ..answers()
            };
            let mut files = sources(&answers, in_2031());
            // Markup is refused in the text of a page.
            files.retain(|path, _| !path.ends_with(".md"));
            let sources = Sources {
                files,
                ..Sources::default()
            };
            let register = check(&parse(&sources)).unwrap().register;
            assert_eq!(register.site.government.own(), text);
            let regime = register.regimes.values().next().unwrap();
            assert_eq!(regime.term.own(), text);
        }
    }

    #[test]
    fn a_wrong_answer_is_refused_by_the_rules_of_the_data() {
        use Question::*;
        let table = [
            (Government, "", false),
            (Government, "Pemerintah <script>", false),
            (Government, "Pemerintah Kota 0812-3456-7890", false),
            (Government, "Pemerintah Kota Contoh", true),
            (Instrument, "", false),
            (Instrument, "Kontrak: Jabatan", true),
            (Languages, "id", true),
            (Languages, "en", false),
            (Languages, "id+fr", false),
            (Address, "kinerja.example", false),
            (Address, "https://kinerja.example/jalur", true),
            (TimeZone, "WIB", false),
            (TimeZone, "Asia/Jayapura", true),
            (Contact, "", false),
            (Contact, "kinerja@contoh.example", true),
        ];
        for (question, answer, good) in table {
            let refusal = refusal(question, answer);
            assert_eq!(
                refusal.is_none(),
                good,
                "{question:?} {answer}: {refusal:?}"
            );
        }
    }

    #[test]
    fn an_answer_is_taken_as_people_give_it() {
        use Question::*;
        let table = [
            (TimeZone, "WITA", "Asia/Makassar"),
            (TimeZone, "wib", "Asia/Jakarta"),
            (TimeZone, "Asia/Jayapura", "Asia/Jayapura"),
            (
                Address,
                "kinerja.sungaijernih.go.id",
                "https://kinerja.sungaijernih.go.id",
            ),
            (
                Address,
                "kota.go.id/kinerja/",
                "https://kota.go.id/kinerja/",
            ),
            (Address, "https://kota.go.id", "https://kota.go.id"),
            (Address, "kinerja", "kinerja"),
            (Address, "kinerja kota.go.id", "kinerja kota.go.id"),
            (Contact, "a.b", "a.b"),
        ];
        for (question, answer, meant) in table {
            assert_eq!(as_meant(question, answer), meant);
        }
    }

    /// `#` before a key, or before the indented lines below it, makes an example; `# ` explains.
    fn uncommented(text: &str) -> String {
        let is_example = |rest: &&str| !rest.starts_with(' ') || rest.starts_with("  ");
        let line = |line: &str| {
            let example = line.strip_prefix('#').filter(is_example);
            format!("{}\n", example.unwrap_or(line))
        };
        text.lines().map(line).collect()
    }

    #[test]
    fn every_example_is_right_once_it_is_used() {
        let mut files = Files::new();
        let mut examples = BTreeSet::new();
        for (path, bytes) in sources(&answers(), in_2031()) {
            let text = String::from_utf8(bytes).unwrap();
            let text = if path.ends_with(".yml") {
                uncommented(&text)
            } else {
                text
            };
            let place = match path.rsplit_once('/') {
                Some((folder, ".contoh.yml")) => {
                    let (first, _) = text.split_once('\n').unwrap();
                    let place = first.strip_prefix("# Simpan sebagai: content/").unwrap();
                    assert!(place.starts_with(folder), "{place}");
                    examples.insert(folder.split('/').next().unwrap().to_owned());
                    place.to_owned()
                }
                _ => path,
            };
            files.insert(place, text.into_bytes());
        }
        let folders = ["evaluasi", "hasil", "jabatan", "kontrak", "opd", "pejabat"];
        assert!(examples.iter().eq(folders), "{examples:?}");
        let regime = String::from_utf8_lossy(&files["aturan/aturan.yml"]).into_owned();
        assert!(regime.contains("\nskala:\n  - min: 91\n"), "{regime}");
        assert!(!regime.contains("\n#s"), "{regime}");
        assert_eq!(problems(files.clone()), []);

        // The test would tell an example that is wrong.
        let report = files.keys().find(|path| path.contains("/tw1/")).unwrap();
        let report = report.clone();
        let text = String::from_utf8_lossy(&files[&report]).replace("nilai: 6.5", "nilai: 6.500");
        files.insert(report, text.into_bytes());
        let found = problems(files);
        assert!(
            found.iter().any(|p| p.severity == Severity::Error),
            "{found:?}"
        );
        assert_ne!(found[0].code, code::NO_SITE);
    }
}
