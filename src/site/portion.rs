//! Which of a site's files a build writes, and which batches that takes.
//!
//! What is left out is never rendered; the index of a search is made only where one of its files
//! may be asked for.

use super::{Page, Shard, Site};
use crate::url::{SEARCH_INDEX, SearchFile, language_folder};
use glob::{MatchOptions, Pattern, PatternError};

/// What is written of a site.
#[derive(Clone, Debug, Default)]
pub enum Portion {
    /// All of it.
    #[default]
    Whole,
    /// The files whose paths match one of these.
    Only(Vec<PathPattern>),
    /// One of several parts that make the whole.
    Shard(Shard),
}

/// A pattern for paths below the output: `*`, `?` and `[…]` stay within a folder, `**` does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathPattern(Pattern);

impl std::str::FromStr for PathPattern {
    type Err = PatternError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Pattern::new(text).map(Self)
    }
}

impl PathPattern {
    /// As it was written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    pub fn matches(&self, path: &str) -> bool {
        let within_folders = MatchOptions {
            require_literal_separator: true,
            ..MatchOptions::new()
        };
        self.0.matches_with(path, within_folders)
    }

    /// Whether a path of this beginning and end may match, whatever stands between them. Never
    /// false where one does.
    fn may_match(&self, beginning: &str, end: &str) -> bool {
        let is_special = |c: char| "*?[".contains(c);
        let text = self.as_str();
        let Some(first) = text.find(is_special) else {
            return text.starts_with(beginning) && text.ends_with(end);
        };
        // A class has its end in `]`, which is special to nothing else.
        let last = text.rfind(|c| is_special(c) || c == ']').unwrap_or(first);
        let (head, tail) = (&text[..first], &text[last + 1..]);
        let begins = head.starts_with(beginning) || beginning.starts_with(head);
        begins && (tail.ends_with(end) || end.ends_with(tail))
    }
}

impl Portion {
    /// Whether a file that is published as it is, at `path` below the output, is part of it.
    pub fn has(&self, path: &str) -> bool {
        match self {
            Self::Whole => true,
            Self::Only(patterns) => patterns.iter().any(|pattern| pattern.matches(path)),
            Self::Shard(shard) => shard.has(path),
        }
    }
}

impl Site {
    /// As [`Self::batches`], of what `portion` has.
    pub fn batches_of(&self, portion: &Portion) -> Vec<Vec<Page>> {
        match portion {
            Portion::Whole => self.batches(),
            Portion::Only(patterns) => self.matching(patterns),
            Portion::Shard(shard) => self.shard(*shard),
        }
    }

    fn matching(&self, patterns: &[PathPattern]) -> Vec<Vec<Page>> {
        let is_asked_for = |page: &Page| {
            let file = page.file();
            patterns.iter().any(|pattern| pattern.matches(&file))
        };
        let may_be_in = |language| {
            let folder = language_folder(language);
            patterns.iter().any(|p| p.may_match(folder, ""))
        };
        let mut pages = self.pages_but_search_that(is_asked_for, may_be_in);
        if patterns.iter().any(|p| p.may_match(SEARCH_INDEX, ".txt")) {
            pages.extend(self.search_pages().into_iter().filter(is_asked_for));
        }
        self.batched(pages)
    }

    fn shard(&self, shard: Shard) -> Vec<Vec<Page>> {
        let mut pages = self.pages_but_search();
        pages.retain(|page| !matches!(page, Page::Search(_)));
        let mut batches = shard.of_batches(self.batched(pages));
        if shard.has_search() {
            let index = self.search_pages().into_iter();
            let index = std::iter::once(Page::Search(SearchFile::Manifest)).chain(index);
            batches.extend(index.map(|page| vec![page]));
        }
        batches
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(text: &str) -> PathPattern {
        text.parse().unwrap()
    }

    #[test]
    fn a_star_stays_in_its_folder_and_two_do_not() {
        for (text, path, matches) in [
            ("*.html", "index.html", true),
            ("*.html", "tentang/index.html", false),
            ("*/index.html", "tentang/index.html", true),
            ("pejabat/*", "pejabat/ratna/index.html", false),
            ("pejabat/**", "pejabat/ratna/index.html", true),
            ("pejabat/**", "en/pejabat/ratna/index.html", false),
            ("**/index.html", "index.html", true),
            ("**/index.html", "en/pejabat/ratna/index.html", true),
            ("pejabat/?atna/*.json", "pejabat/ratna/index.json", true),
            ("pejabat[/]ratna", "pejabat/ratna", false),
            ("pejabat?ratna", "pejabat/ratna", false),
            ("Index.html", "index.html", false),
            ("**", "_headers", true),
        ] {
            assert_eq!(pattern(text).matches(path), matches, "{text}: {path}");
        }
        assert!("pejabat/**.html".parse::<PathPattern>().is_err());
        assert!("pejabat/[a".parse::<PathPattern>().is_err());
    }

    /// Held against the files of a large index, and that other pages do not make one.
    #[test]
    fn the_search_index_is_made_where_its_files_may_be_asked_for() {
        let numbers = [0, 1, 9, 10, 1234];
        let files: Vec<String> = numbers
            .into_iter()
            .flat_map(|n| [SearchFile::Terms(n), SearchFile::Entries(n)])
            .chain([SearchFile::Manifest])
            .map(SearchFile::file)
            .collect();
        for text in [
            "**",
            "aset/**",
            "aset/*/*.txt",
            "**/*.txt",
            "**/kata-1234.txt",
            "aset/cari/kata-0.txt",
            "aset/cari/indeks.txt",
            "aset/cari/[ke]*",
            "aset/cari/kata-[0-9].tx[t]",
            "*/*/*",
            "aset/c???/*-0.*",
            "**/????-9.txt",
        ] {
            let pattern = pattern(text);
            assert!(files.iter().any(|file| pattern.matches(file)), "{text}");
            assert!(pattern.may_match(SEARCH_INDEX, ".txt"), "{text}");
        }
        for text in [
            "pejabat/*/index.html",
            "**/index.html",
            "aset/*.css",
            "robots.txt",
            "index.html",
            "data/**",
        ] {
            assert!(!pattern(text).may_match(SEARCH_INDEX, ".txt"), "{text}");
        }
    }
}
