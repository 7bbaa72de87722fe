//! Under which letter a name stands.

use super::words::words;
use std::fmt;

/// A heading of an index of names: a letter from A to Z, or all others together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Letter {
    /// A small letter from `a` to `z`.
    Latin(char),
    Other,
}

/// Where a name stands in an index: by letter, then by its words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Filed {
    pub letter: Letter,
    words: String,
}

impl Filed {
    /// Titles before a name don't count, which most often end with a dot (`dr. Ratna Kusumawati`,
    /// `Drs. H. Asep`), nor does what follows the first comma (`Budi, S.E.`). Initials fall to the
    /// same rule, so that `M. Nur` stands under N. Of a name without any other word the first
    /// counts.
    pub fn name(name: &str) -> Self {
        let before_degrees = name.split(',').next().unwrap_or(name);
        let parts: Vec<&str> = before_degrees.split_whitespace().collect();
        let first = parts.iter().position(|part| !is_title(part));
        Self::text(&parts[first.unwrap_or(0)..].join(" "))
    }

    /// By its first word, whatever that is.
    pub fn text(text: &str) -> Self {
        let words = words(text).join(" ");
        let letter = match words.chars().next() {
            Some(c @ 'a'..='z') => Letter::Latin(c),
            _ => Letter::Other,
        };
        Self { letter, words }
    }
}

/// Titles that are written without a dot too.
const TITLES: [&str; 9] = ["dr", "drg", "drs", "dra", "h", "hj", "ir", "kh", "prof"];

fn is_title(word: &str) -> bool {
    let word = word.trim_matches(['(', ')']);
    word.ends_with('.') || TITLES.contains(&word.to_lowercase().as_str())
}

impl fmt::Display for Letter {
    /// As a heading; nothing where a word is needed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Latin(c) => write!(f, "{}", c.to_ascii_uppercase()),
            Self::Other => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_degrees_do_not_decide_the_letter() {
        let cases = [
            ("dr. Ratna Kusumawati, M.Kes.", "R"),
            ("Drs. H. Asep Sunandar, M.Si.", "A"),
            ("Dr. (H.C.) Ir. Budi", "B"),
            ("Prof. Dr. Ir. Hj. Citra, Ph.D.", "C"),
            ("Ir Dewi", "D"),
            ("M. Nur Arifin", "N"),
            ("Éka Putri", "E"),
            ("'Aisyah", "A"),
            ("H.", "H"),
            ("Dr., M.Kes.", "D"),
            ("Irma", "I"),
            ("Hj Siti", "S"),
            ("", ""),
            ("9 Naga", ""),
            ("Ольга", ""),
        ];
        for (name, letter) in cases {
            assert_eq!(Filed::name(name).letter.to_string(), letter, "{name}");
        }
        assert_eq!(Filed::text("Kepala Dinas").letter, Letter::Latin('k'));
    }

    #[test]
    fn names_stand_in_the_order_of_their_words() {
        let mut names = ["dr. Siti B", "Siti, S.E.", "Ani", "Siti A", "Ábel"];
        names.sort_by_key(|name| Filed::name(name));
        assert_eq!(names, ["Ábel", "Ani", "Siti, S.E.", "Siti A", "dr. Siti B"]);
    }
}
