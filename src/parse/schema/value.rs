//! The schemas of single values.
//!
//! The reader trims what it reads, and quotes make a text of anything, so a pattern allows space
//! around it. Patterns keep to what both ECMAScript and Rust read: no look-ahead. What
//! `errorMessage` and `patternErrorMessage` say, which are none of JSON Schema's, the YAML
//! language server tells instead of the pattern.

use crate::parse::record::{Kind, Words};
use serde_json::{Value, json};

/// The name under which schemas refer to a kind; `None` for one that is written where it stands.
pub(super) fn name(kind: &Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Text => "teks",
        Kind::Name => "nama",
        Kind::Markdown => "markdown",
        Kind::Id(_) => "id",
        Kind::ContractId => "id-kontrak",
        Kind::Number => "angka",
        Kind::WholeNumber => "bilangan-bulat",
        Kind::Year => "tahun",
        Kind::Date => "tanggal",
        Kind::MonthDay => "bulan-hari",
        Kind::Duration => "lama",
        Kind::Boolean => "ya-tidak",
        Kind::Url => "alamat",
        Kind::CommitPattern => "alamat-commit",
        Kind::SiteAddress => "alamat-situs",
        Kind::MediaPath => "berkas-media",
        Kind::SitePath => "alamat-di-situs",
        Kind::TimeZone => "zona-waktu",
        Kind::Choice(_) | Kind::List(_) | Kind::Map(..) | Kind::Record(_) | Kind::OneOf(_) => {
            return None;
        }
    })
}

/// The schema of a single value; of a kind that holds others, one that accepts everything.
pub(super) fn schema(kind: &Kind) -> Value {
    match kind {
        // A name that reads as a number or as `true` is a text all the same.
        Kind::Name => json!({
            "type": ["string", "boolean"],
            "pattern": r"\S",
            "patternErrorMessage": told(NOT_EMPTY),
            "not": { "type": "string", "pattern": DIGITS_ALONE },
        }),
        Kind::Text | Kind::Markdown => json!({
            "type": ["string", "number", "boolean"],
            "pattern": r"\S",
            "patternErrorMessage": told(NOT_EMPTY),
        }),
        Kind::Id(_) => pattern(json!(["string", "number", "boolean"]), ID, TELL_ID, &[]),
        Kind::ContractId => text(&format!("{YEAR}/{ID}"), TELL_CONTRACT, &["2026/bupati"]),
        Kind::Number => bounded(
            pattern(json!(["number", "string"]), &number(), TELL_NUMBER, &[]),
            // The reader counts digits; what lies beyond has more of them than it takes.
            json!([-MOST_NUMBER, MOST_NUMBER]),
        ),
        Kind::WholeNumber => bounded(
            pattern(json!(["integer", "string"]), WHOLE, TELL_WHOLE, &[]),
            json!([0, u32::MAX]),
        ),
        Kind::Year => bounded(
            pattern(json!(["integer", "string"]), YEAR, TELL_YEAR, &[]),
            json!([1945, 2199]),
        ),
        Kind::Date => text(
            &format!("{YEAR}-({})", month_days("0[1-9]|[12][0-9]")),
            TELL_DATE,
            &["2026-01-12"],
        ),
        Kind::MonthDay => text(
            &month_days("0[1-9]|1[0-9]|2[0-8]"),
            TELL_MONTH_DAY,
            &["05-15"],
        ),
        Kind::Duration => text(DURATION, TELL_DURATION, &["10 hari", "24 bulan", "2 tahun"]),
        Kind::Boolean => words(&[json!("ya"), json!("tidak"), json!(true), json!(false)]),
        Kind::Choice(choices) => words(&choices.iter().map(|word| json!(word)).collect::<Vec<_>>()),
        Kind::Url => text(URL, TELL_URL, &["https://"]),
        Kind::CommitPattern => text(COMMIT_PATTERN, TELL_COMMIT_PATTERN, &["https://"]),
        Kind::SiteAddress => text(SITE_ADDRESS, TELL_SITE_ADDRESS, &[]),
        Kind::MediaPath => text(MEDIA_PATH, TELL_MEDIA_PATH, &["media/"]),
        Kind::SitePath => text(&format!("({ID}/)+"), TELL_SITE_PATH, &["halaman-lama/"]),
        Kind::TimeZone => text(
            &time_zones(),
            TELL_TIME_ZONE,
            &["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"],
        ),
        Kind::List(_) | Kind::Map(..) | Kind::Record(_) | Kind::OneOf(_) => json!({}),
    }
}

/// More than any number that the reader takes.
const MOST_NUMBER: i64 = 1_000_000_000_000_000_000;

const ID: &str = "[a-z0-9-]+";
const DIGITS_ALONE: &str = r"^\s*-?[0-9][0-9.,]*\s*$";
const YEAR: &str = "(19(4[5-9]|[5-9][0-9])|2[01][0-9][0-9])";
const WHOLE: &str = r"-?0|[1-9][0-9]{0,9}|[1-9][0-9]{0,2}(\.[0-9]{3}){2,3}";
const DURATION: &str = r"(0|[1-9][0-9]{0,3}|[12][0-9]{4}|3[0-5][0-9]{3}|36[0-4][0-9]{2}|36500) \s*hari|(0|[1-9][0-9]{0,2}|1[01][0-9]{2}|1200) \s*bulan|(0|[1-9][0-9]?|100) \s*tahun";
const URL: &str = r#"https?://[\p{Alphabetic}\p{N}\[][^\s<>"`\\^{}|]*"#;
const COMMIT_PATTERN: &str =
    r#"https?://[\p{Alphabetic}\p{N}\[][^\s<>"`\\^{}|]*\{commit\}[^\s<>"`\\^{}|]*"#;
/// No part of the path is `..`.
const SITE_ADDRESS: &str =
    r"https?://[A-Za-z0-9.:\[\]-]+(/(\.?|\.{3,}|\.*[A-Za-z0-9_~-][A-Za-z0-9._~-]*))*";
/// No part of the path is empty, `.` or `..`.
const MEDIA_PATH: &str = r"media(/(\.{3,}|\.*[^./\\][^/\\]*))+";

/// The forms of `parse::number`, on text.
fn number() -> String {
    let forms = [
        // Plain: 3000
        "(0|[1-9][0-9]{0,17})",
        // With one separator, unless that may be read in two ways: 13,2 but not 3.000
        "0[.,][0-9]{1,9}",
        "[1-9][0-9]{0,17}[.,]([0-9]{1,2}|[0-9]{4,9})",
        "[1-9][0-9]{3,17}[.,][0-9]{3}",
        // In groups: 1.250.000 and 1.234,5
        r"[1-9][0-9]{0,2}(\.[0-9]{3}){2,5}",
        r"[1-9][0-9]{0,2}(\.[0-9]{3}){1,5},[0-9]{1,9}",
    ];
    format!("-?({})", forms.join("|"))
}

/// Months with their days; of February, these.
fn month_days(february: &str) -> String {
    format!(
        "(01|03|05|07|08|10|12)-(0[1-9]|[12][0-9]|3[01])|(04|06|09|11)-(0[1-9]|[12][0-9]|30)|02-({february})"
    )
}

fn time_zones() -> String {
    let names = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
    names.collect::<Vec<_>>().join("|").replace('+', r"\+")
}

fn text(of: &str, tell: Words, examples: &[&str]) -> Value {
    pattern(json!("string"), of, tell, examples)
}

fn pattern(types: Value, of: &str, tell: Words, examples: &[&str]) -> Value {
    let mut schema = json!({
        "type": types,
        "pattern": spaced(of),
        "patternErrorMessage": told(tell),
    });
    if !examples.is_empty() {
        schema["examples"] = json!(examples);
    }
    schema
}

fn spaced(pattern: &str) -> String {
    format!(r"^\s*({pattern})\s*$")
}

fn bounded(mut schema: Value, bounds: Value) -> Value {
    schema["minimum"] = bounds[0].clone();
    schema["maximum"] = bounds[1].clone();
    schema
}

/// One of some words. They come first and as they are, for completion; space around them is
/// seldom, but read.
fn words(words: &[Value]) -> Value {
    let texts: Vec<_> = words.iter().map(plain).collect();
    let known = texts.join(", ");
    let message = format!("Tulis salah satu: {known}. / Write one of: {known}.");
    json!({"anyOf": [
        {"enum": words, "errorMessage": message},
        {"type": "string", "pattern": spaced(&texts.join("|"))},
    ]})
}

fn plain(word: &Value) -> String {
    word.as_str()
        .map_or_else(|| word.to_string(), str::to_owned)
}

fn told(words: Words) -> String {
    format!("{} / {}", words.id, words.en)
}

const NOT_EMPTY: Words = Words {
    id: "Tulis isinya, atau hapus barisnya.",
    en: "Write a value, or delete the line.",
};
const TELL_ID: Words = Words {
    id: "Id: huruf kecil a–z, angka, dan tanda hubung.",
    en: "An id: lower-case letters a–z, digits and hyphens.",
};
const TELL_CONTRACT: Words = Words {
    id: "Tulis kontrak sebagai tahun/id, misalnya 2026/bupati.",
    en: "Write a contract as year/id, such as 2026/bupati.",
};
const TELL_NUMBER: Words = Words {
    id: "Tulis angkanya saja, misalnya 3000, 13,2, atau 1.250.000: tanpa satuan; 3.000 dapat dibaca dua cara.",
    en: "Write digits only, such as 3000, 13,2 or 1.250.000: no unit; 3.000 can be read in two ways.",
};
const TELL_WHOLE: Words = Words {
    id: "Tulis bilangan bulat, misalnya 28.",
    en: "Write a whole number, such as 28.",
};
const TELL_YEAR: Words = Words {
    id: "Tulis tahun dengan empat angka, misalnya 2026.",
    en: "Write the year with four digits, such as 2026.",
};
const TELL_DATE: Words = Words {
    id: "Tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-01-12.",
    en: "Write the date as year-month-day, such as 2026-01-12.",
};
const TELL_MONTH_DAY: Words = Words {
    id: "Tulis bulan-hari, misalnya 05-15.",
    en: "Write month-day, such as 05-15.",
};
const TELL_DURATION: Words = Words {
    id: "Tulis lamanya sebagai 10 hari, 24 bulan, atau 2 tahun.",
    en: "Write 10 hari (days), 24 bulan (months) or 2 tahun (years).",
};
const TELL_URL: Words = Words {
    id: "Tulis alamat lengkap yang diawali https:// atau http://.",
    en: "Write a full address that begins with https:// or http://.",
};
const TELL_COMMIT_PATTERN: Words = Words {
    id: "Tulis alamat lengkap dengan {commit} di tempat nama commit, misalnya https://host/repo/commit/{commit}.",
    en: "Write a full address with {commit} where the commit's name belongs, such as https://host/repo/commit/{commit}.",
};
const TELL_SITE_ADDRESS: Words = Words {
    id: "Tulis alamat situs seperti https://host/jalur/.",
    en: "Write the site's address as https://host/path/.",
};
const TELL_MEDIA_PATH: Words = Words {
    id: "Tulis berkas di dalam media/, misalnya media/dokumen/kontrak.pdf.",
    en: "Write a file below media/, such as media/dokumen/kontrak.pdf.",
};
const TELL_SITE_PATH: Words = Words {
    id: "Tulis alamat di bawah akar situs, misalnya halaman-lama/.",
    en: "Write an address below the site's root, such as halaman-lama/.",
};
const TELL_TIME_ZONE: Words = Words {
    id: "Tulis Asia/Jakarta (WIB), Asia/Makassar (WITA), atau Asia/Jayapura (WIT).",
    en: "Write a time zone of the IANA data base, such as Asia/Jakarta.",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BaseUrl, ContractId, Date, Quantity, SitePath, Slug, Span};
    use crate::parse::date::{MonthDay, Year};
    use crate::parse::reader::{Read, Reader, Text};
    use crate::parse::scalar::{CommitPattern, MediaPath, Url};
    use crate::parse::tree;
    use boon::{Compiler, SchemaIndex, Schemas};
    use proptest::prelude::*;
    use std::sync::LazyLock;

    struct Judge(Schemas, SchemaIndex);

    impl Judge {
        fn of(kind: &Kind) -> Self {
            let (mut compiler, mut schemas) = (Compiler::new(), Schemas::new());
            let address = "https://pantau.example/value";
            compiler.add_resource(address, schema(kind)).unwrap();
            let index = compiler.compile(address, &mut schemas).unwrap();
            Self(schemas, index)
        }

        fn accepts(&self, value: &Value) -> bool {
            self.0.validate(value, self.1).is_ok()
        }
    }

    /// Whether the reader takes a text in quotes.
    fn is_read<T: Read>(text: &str) -> bool {
        let quoted = json!(text).to_string();
        let mut problems = Vec::new();
        let node = tree::read(&quoted, "f", 1, &mut problems).unwrap();
        T::read(
            &node,
            &mut Reader::new(
                "f",
                Text {
                    text: "",
                    first_line: 1,
                },
            ),
        )
        .is_some()
    }

    /// Holds the schema of a kind to its reader, on one text in quotes.
    macro_rules! agree {
        ($name:ident, $kind:ty, $texts:literal) => {
            #[test]
            fn $name() {
                static JUDGE: LazyLock<Judge> = LazyLock::new(|| Judge::of(&<$kind>::kind()));
                proptest!(|(text in $texts)| {
                    prop_assert_eq!(JUDGE.accepts(&json!(text)), is_read::<$kind>(&text), "{}", text);
                });
            }
        };
    }

    agree!(
        numbers,
        Quantity,
        "[ -]?[0-9]{1,3}([.,]?[0-9]{1,4}){0,7}[ ]?"
    );
    agree!(short_numbers, Quantity, "-?[0-9.,]{1,6}");
    agree!(whole_numbers, u32, "-?[0-9]{1,3}(\\.?[0-9]{3}){0,2}");
    agree!(years, Year, "[12][089][0-9]{2,3}| ?20[0-9][0-9] ?");
    agree!(
        dates,
        Date,
        "[12][9012][0-9]{2}-[01][0-9]-([01][0-9]|2[0-8]|3[0-9])"
    );
    agree!(month_days, MonthDay, "[01][0-9]-[0-3][0-9]");
    agree!(
        durations,
        Span,
        "(0|[1-3]?[0-9]{1,4})( |  )?(hari|bulan|tahun|jam)"
    );
    agree!(truth, bool, " ?(ya|tidak|true|false|yes|Ya|benar)");
    agree!(ids, Slug, "[a-z0-9-]{0,3}[a-zA-Z0-9_. -]?[a-z0-9-]{1,3}");
    agree!(
        contracts,
        ContractId,
        "(20[0-9]{2}|19[0-9]{2}|26)/?[a-z0-9-]{0,4}/?"
    );
    agree!(
        addresses,
        Url,
        "(https?|ftp)://?[a-zé\\[.]?[a-z0-9./?#&=<>\"`\\\\^{}| -]{0,9}"
    );
    agree!(
        commit_addresses,
        CommitPattern,
        "https?://[a-zé\\[.]?[a-z0-9./?#&=<{} -]{0,3}(\\{commit\\}|\\{komit\\})?[a-z0-9./{} -]{0,3}(\\{commit\\})?"
    );
    agree!(
        site_addresses,
        BaseUrl,
        "(https?|ftp)://[a-z.:0-9\\[\\]-]{0,4}(/[a-z.~_%-]{0,3}){0,4}"
    );
    agree!(media, MediaPath, "media(/[a-z.\\\\ -]{0,3}[a-z.]){0,3}/?");
    agree!(
        site_paths,
        SitePath,
        " ?(/?[a-z0-9-]{0,2}[A-Z._-]?){0,3}/? ?"
    );
    agree!(
        time_zones_of_the_world,
        chrono_tz::Tz,
        "Asia/(Jakarta|Makassar|Jayapura|Jakarat)|WIB|UTC|Etc/GMT(\\+|-)7"
    );
    agree!(texts, String, "[ a~0]{0,3}");

    #[test]
    fn values_that_yaml_makes_of_a_text_are_judged_by_what_they_are() {
        let cases = [
            (Kind::Text, json!(800), true),
            (Kind::Text, json!(true), true),
            (Kind::Text, json!(null), false),
            (Kind::Number, json!(3.0), true),
            (Kind::Number, json!(true), false),
            (Kind::Number, json!(12_345_678_901_234_567_890_u64), false),
            (Kind::WholeNumber, json!(1), true),
            (Kind::WholeNumber, json!(1.5), false),
            (Kind::WholeNumber, json!(-1), false),
            (Kind::Year, json!(2025), true),
            (Kind::Year, json!(25), false),
            (Kind::Boolean, json!(true), true),
            (Kind::Boolean, json!(1), false),
            (Kind::Id("opd"), json!(2026), true),
            (Kind::Date, json!(20_260_112), false),
            (Kind::Choice(&["naik", "turun"]), json!("naik\n"), true),
            (Kind::Choice(&["naik", "turun"]), json!("naikk"), false),
        ];
        for (kind, value, expected) in cases {
            let found = Judge::of(&kind).accepts(&value);
            assert_eq!(found, expected, "{kind:?}: {value}");
        }
    }
}
