//! The lines of a new file.

use crate::edit::Value;

/// Longest line of a comment, in characters.
const WIDTH: usize = 96;

/// A file in the making.
#[derive(Debug, Default)]
pub(super) struct Text(String);

impl Text {
    /// A file that begins with the line by which an editor finds its schema, if there is one.
    pub fn with_schema(line: Option<&str>) -> Self {
        Self(line.map_or_else(String::new, |line| format!("{line}\n")))
    }

    /// A line without a break in it.
    pub fn line(&mut self, indent: usize, line: &str) {
        self.0 += &" ".repeat(indent);
        self.0 += line;
        self.0.push('\n');
    }

    pub fn blank(&mut self) {
        self.0.push('\n');
    }

    /// Words as comments, broken at spaces; not at no-break spaces, which become ordinary ones, since
    /// the text goes through editors.
    pub fn comment(&mut self, indent: usize, words: &str) {
        let most = WIDTH.saturating_sub(indent + 2);
        let mut line = String::new();
        for word in words.split_ascii_whitespace() {
            let length = line.chars().count() + 1 + word.chars().count();
            if !line.is_empty() && length > most {
                self.comment_line(indent, &line);
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line += word;
        }
        if !line.is_empty() {
            self.comment_line(indent, &line);
        }
    }

    fn comment_line(&mut self, indent: usize, line: &str) {
        self.line(indent, &format!("# {}", line.replace('\u{a0}', " ")));
    }

    /// A key and its value; no value where there is none, or one that no file may hold.
    pub fn entry(&mut self, indent: usize, key: &str, value: Option<Value>) {
        let written = value.and_then(|value| Value::map([(key, value)]).lines(indent).ok());
        match written {
            Some(lines) => self.0 += &lines,
            None => self.line(indent, &format!("{key}:")),
        }
    }

    /// As [`Self::entry`], at the head of an item of a list, its dash indented by `indent`.
    pub fn item(&mut self, indent: usize, key: &str, value: Option<Value>) {
        let start = self.0.len();
        self.entry(indent + 2, key, value);
        self.0
            .replace_range(start + indent..start + indent + 1, "-");
    }

    pub fn finish(self) -> String {
        self.0
    }
}
