//! How a page is cited: in the manner of the APA in each language of the site, as BibTeX, and by
//! its address.

use super::scene::Scene;
use super::words::Words;
use crate::format::Arg;
use crate::model::{Date, Language};
use crate::source::short_commit;
use crate::url::{Address, CITATION_ANCHOR, Subject};
use chrono::Datelike;
use serde::Serialize;

/// A citation in its forms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CiteView {
    /// The anchor of the place that says all this.
    pub anchor: &'static str,
    pub id: String,
    /// None where the site speaks Indonesian only.
    pub en: Option<String>,
    pub bibtex: String,
    pub link: String,
}

/// What is cited.
pub(super) struct Cited<'t> {
    /// The page whose address will lead there: a frozen copy where there is one.
    pub subject: Subject,
    /// What the page is about, in the words of a language.
    pub title: &'t dyn Fn(&Words<'_>) -> String,
    /// The day that its figures are as of: the build's, or the frozen copy's.
    pub date: Date,
    /// The commit that its figures are of, where it is known, in full.
    pub commit: Option<&'t str>,
}

impl CiteView {
    /// The link to that place within the page.
    pub(super) fn link_to_it() -> String {
        format!("#{CITATION_ANCHOR}")
    }

    pub(super) fn new(scene: &Scene<'_>, cited: &Cited<'_>) -> Self {
        let own = Citation::new(scene, &scene.words, cited);
        let other = scene.other_words.as_ref();
        let other = other.map(|words| Citation::new(scene, words, cited).text(words));
        let text = own.text(&scene.words);
        let (id, en) = match (scene.words.language(), other) {
            (Language::English, Some(other)) => (other, Some(text)),
            (_, other) => (text, other),
        };
        Self {
            anchor: CITATION_ANCHOR,
            id,
            en,
            bibtex: own.bibtex(&scene.words),
            link: own.url,
        }
    }
}

/// The parts of a citation in one language.
struct Citation<'s> {
    government: &'s str,
    site: &'s str,
    title: String,
    date: Date,
    url: String,
    key: String,
    commit: Option<String>,
}

impl<'s> Citation<'s> {
    fn new(scene: &Scene<'s>, words: &Words<'_>, cited: &Cited<'_>) -> Self {
        let site = &scene.register.site;
        let address = Address::new(words.language(), cited.subject.clone());
        let address = match scene.has_page(&address) {
            true => address,
            false => address.in_language(Language::Indonesian),
        };
        Self {
            government: words.plain(&site.government),
            site: words.plain(&site.title),
            title: (cited.title)(words),
            date: cited.date,
            url: scene.urls.absolute(&address),
            key: key(&address),
            commit: cited.commit.map(|id| short_commit(id).to_owned()),
        }
    }

    /// `Pemerintah Kota Contoh. (2026, 21 November). Ratna, 2026. Kinerja. https://…`
    fn text(&self, words: &Words<'_>) -> String {
        let title = match &self.commit {
            Some(commit) => format!("{} [commit {commit}]", self.title),
            None => self.title.clone(),
        };
        let day = words.formats().day_and_month(self.date);
        let year = self.date.year().to_string();
        let [government, title, site] = [self.government, &title, self.site].map(without_stop);
        let parts = [
            ("government", Arg::from(government)),
            ("year", Arg::from(&year)),
            ("day", Arg::from(&day)),
            ("title", Arg::from(title)),
            ("site", Arg::from(site)),
            ("url", Arg::from(&self.url)),
        ];
        words.say("citation", &parts)
    }

    fn bibtex(&self, words: &Words<'_>) -> String {
        let date = words.date(self.date);
        let as_of = words.say("as_of", &[("date", Arg::from(&date))]);
        let as_of = without_stop(&as_of);
        let note = match &self.commit {
            Some(commit) => format!("{as_of}, commit {commit}"),
            None => as_of.to_owned(),
        };
        Entry {
            key: &self.key,
            author: self.government,
            title: &self.title,
            site: self.site,
            date: self.date,
            note: &note,
            url: &self.url,
        }
        .to_string()
    }
}

/// A sentence ends with one full stop, also after `S.E.`
fn without_stop(text: &str) -> &str {
    text.strip_suffix('.').unwrap_or(text)
}

/// `pejabat-ratna-2026`: of letters and digits that BibTeX takes for a key.
fn key(address: &Address) -> String {
    let file = address.file();
    let folder = file.trim_end_matches("index.html").trim_end_matches('/');
    folder.replace('/', "-")
}

/// An entry of a BibTeX file, of the type that the oldest styles know too.
struct Entry<'e> {
    key: &'e str,
    author: &'e str,
    title: &'e str,
    site: &'e str,
    date: Date,
    note: &'e str,
    /// Of letters, digits and what [`crate::model::BaseUrl`] allows; read as it stands.
    url: &'e str,
}

impl std::fmt::Display for Entry<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const MONTHS: [&str; 12] = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ];
        let [author, title, site, note] =
            [self.author, self.title, self.site, self.note].map(escaped);
        let (year, month) = (self.date.year(), MONTHS[self.date.month0() as usize]);
        writeln!(f, "@misc{{{},", self.key)?;
        // In braces of its own, a name is no person's and a title keeps its capitals.
        writeln!(f, "  author = \"{{{author}}}\",")?;
        writeln!(f, "  title = \"{{{title}}}\",")?;
        writeln!(f, "  howpublished = {{{site}}},")?;
        writeln!(f, "  year = {{{year}}},")?;
        writeln!(f, "  month = {month},")?;
        writeln!(f, "  note = {{{note}}},")?;
        writeln!(f, "  url = {{{}}}", self.url)?;
        write!(f, "}}")
    }
}

/// `text` as TeX prints it. A brace is spelled out: BibTeX counts braces also after a backslash,
/// so that a single one would swallow what follows.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str("{\\textbackslash}"),
            '{' => escaped.push_str("{\\textbraceleft}"),
            '}' => escaped.push_str("{\\textbraceright}"),
            '~' => escaped.push_str("{\\textasciitilde}"),
            '^' => escaped.push_str("{\\textasciicircum}"),
            '"' => escaped.push_str("{\\textquotedbl}"),
            '%' | '&' | '$' | '#' | '_' => escaped.extend(['\\', c]),
            c if c.is_whitespace() || c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use biblatex::{Bibliography, ChunksExt};

    const HARD: &str = r#"100% {Contoh} & "Mitra" #1_a $5 ~a^b \x, S.E. } é"#;

    fn entry(text: &str) -> String {
        Entry {
            key: "en-pejabat-ratna-2026",
            author: text,
            title: text,
            site: text,
            date: "2026-11-21".parse().unwrap(),
            note: text,
            url: "https://user.host/a_b~c/pejabat/ratna/2026/",
        }
        .to_string()
    }

    #[test]
    fn an_entry_is_bibtex() {
        let expected = "@misc{en-pejabat-ratna-2026,
  author = \"{Kota A \\& B}\",
  title = \"{Kota A \\& B}\",
  howpublished = {Kota A \\& B},
  year = {2026},
  month = nov,
  note = {Kota A \\& B},
  url = {https://user.host/a_b~c/pejabat/ratna/2026/}
}";
        assert_eq!(entry("Kota A & B"), expected);
    }

    /// By a reader that somebody else has written.
    #[test]
    fn whatever_stands_in_a_text_leaves_the_entry_whole() {
        for text in ["}", "{", "\\", "}}, x = {", "\\}", "%", HARD, "a\nb"] {
            let written = entry(text);
            let opened = written.matches('{').count();
            assert_eq!(opened, written.matches('}').count(), "{written}");
            let bibliography = Bibliography::parse(&written).unwrap();
            assert_eq!(bibliography.len(), 1);
            let entry = bibliography.get("en-pejabat-ratna-2026").unwrap();
            let keys: Vec<&str> = entry.fields.keys().map(String::as_str).collect();
            let expected = [
                "author",
                "howpublished",
                "month",
                "note",
                "title",
                "url",
                "year",
            ];
            assert_eq!(keys, expected, "{written}");
            let url = entry.get("url").unwrap().format_verbatim();
            assert_eq!(url, "https://user.host/a_b~c/pejabat/ratna/2026/");
        }
    }

    #[test]
    fn each_character_that_means_something_to_tex_is_escaped() {
        let expected = r"100\% {\textbraceleft}Contoh{\textbraceright} \& {\textquotedbl}Mitra{\textquotedbl} \#1\_a \$5 {\textasciitilde}a{\textasciicircum}b {\textbackslash}x, S.E. {\textbraceright} é";
        assert_eq!(escaped(HARD), expected);
        assert_eq!(escaped("a\tb\nc"), "a b c");
    }
}
