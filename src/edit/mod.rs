//! Changes in YAML that a person wrote: each touches what it is about, and every other byte stays,
//! comments, order, blank lines, quotes and line ends included.
//!
//! ```
//! use pantau::edit::{Document, Value};
//! let text = b"dilaporkan: 2026-04-08  # rapat\nrealisasi:\n  stunting:\n    nilai: 7,60\n";
//! let mut file = Document::open("hasil/2026/tw1/x.yml", text)?;
//! file.set(&["realisasi", "stunting", "nilai"], &Value::plain("7.5"))?;
//! file.set(&["realisasi", "stunting", "catatan"], &Value::text("Angka tetap."))?;
//! let expected = "dilaporkan: 2026-04-08  # rapat\nrealisasi:\n  stunting:\n    nilai: 7.5\n    catatan: Angka tetap.\n";
//! assert_eq!(file.bytes(), expected.as_bytes());
//! # Ok::<(), pantau::edit::EditError>(())
//! ```
//!
//! A way to a value is its keys; of a list, an item's number from 0, in digits. It works on the
//! places of the parsed tree. After each change the text is parsed again and must say what was
//! meant and nothing else. What can't be changed safely is refused with its place, and then the
//! document is as it was.

mod error;
mod layout;
mod meaning;
mod order;
mod plan;
#[cfg(test)]
mod tests;
mod value;

pub use error::{EditError, Why};
pub use value::Value;

use crate::parse::reader::Text;
use crate::parse::tree::{self, Node};
use crate::parse::{self, encoding};
use crate::problem::code;
use layout::Layouts;
use meaning::Meaning;
use plan::{Plan, Splice};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A file of data in the making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    file: String,
    /// Without the byte order mark.
    text: String,
    mark: &'static str,
}

impl Document {
    /// The file at `file`, a path below `content/`, as it is.
    ///
    /// # Errors
    /// What keeps it from being read as YAML, anchors and doubled keys included.
    pub fn open(file: &str, bytes: &[u8]) -> Result<Self, EditError> {
        let text = encoding::text(file, bytes)?;
        let is_marked = bytes.starts_with(BYTE_ORDER_MARK.as_bytes());
        let document = Self {
            file: file.to_owned(),
            text: text.to_owned(),
            mark: if is_marked { BYTE_ORDER_MARK } else { "" },
        };
        if text.replace("\r\n", "").contains('\r') {
            return Err(document.refusal(Why::LineEnds));
        }
        document.meaning().map(|_| document)
    }

    /// Writes `value` at `path`: in place of what is there, or as a new key in its right place,
    /// which is the order of the record's table, else the end. Keys on the way are made.
    ///
    /// # Errors
    /// A place that can't be changed safely, or a text that no file may hold.
    pub fn set(&mut self, path: &[&str], value: &Value) -> Result<(), EditError> {
        self.set_in_order(path, value, &[])
    }

    /// As [`Self::set`]; a new key among ids goes where `order` has it.
    ///
    /// # Errors
    /// As there.
    pub fn set_in_order(
        &mut self,
        path: &[&str],
        value: &Value,
        order: &[&str],
    ) -> Result<(), EditError> {
        let mut meant = self.meaning()?;
        meant.set(path, value.meaning());
        self.change(meant, |plan| plan.set(path, value, order))
    }

    /// Puts the key `key` with `value` in the place of the key at `path` and its value.
    ///
    /// # Errors
    /// As for [`Self::set`]; also a path that leads nowhere, and a key that is there already.
    pub fn replace(&mut self, path: &[&str], key: &str, value: &Value) -> Result<(), EditError> {
        let mut meant = self.meaning()?;
        meant.remove(path);
        let around = path.split_last().map_or(&[][..], |(_, around)| around);
        meant.set(&[around, &[key]].concat(), value.meaning());
        self.change(meant, |plan| plan.replace(path, key, value))
    }

    /// Takes the key at `path` out, with its own lines; a comment above it stays.
    ///
    /// # Errors
    /// A path that leads nowhere; the only key of its map; an item of a list; a place that can't be
    /// changed safely.
    pub fn remove(&mut self, path: &[&str]) -> Result<(), EditError> {
        let mut meant = self.meaning()?;
        meant.remove(path);
        self.change(meant, |plan| plan.remove(path))
    }

    /// Adds `value` to the end of the list at `path`, which is made where there is none.
    ///
    /// # Errors
    /// As for [`Self::set`]; also something else than a list.
    pub fn push(&mut self, path: &[&str], value: &Value) -> Result<(), EditError> {
        let mut meant = self.meaning()?;
        meant.push(path, value.meaning());
        self.change(meant, |plan| plan.push(path, value))
    }

    /// The single value at `path`, without the spaces around it.
    pub fn get(&self, path: &[&str]) -> Option<String> {
        match self.meaning().ok()?.at(path)? {
            Meaning::Text(text) => Some(text.clone()),
            _ => None,
        }
    }

    /// Whether anything is written at `path`, be it an empty value.
    pub fn contains(&self, path: &[&str]) -> bool {
        self.meaning().is_ok_and(|all| all.at(path).is_some())
    }

    /// The keys of the map at `path`; none where there is no map.
    pub fn keys(&self, path: &[&str]) -> Vec<String> {
        let meaning = self.meaning();
        match meaning.as_ref().map(|all| all.at(path)) {
            Ok(Some(Meaning::Map(entries))) => entries.keys().cloned().collect(),
            _ => Vec::new(),
        }
    }

    /// The file as it is now.
    pub fn bytes(&self) -> Vec<u8> {
        [self.mark, &self.text].concat().into_bytes()
    }

    fn change(
        &mut self,
        meant: Meaning,
        plan: impl FnOnce(&Plan) -> Result<Splice, EditError>,
    ) -> Result<(), EditError> {
        let root = self.tree()?;
        let splice = plan(&Plan::new(
            &self.file,
            Layouts::new(&self.text),
            root.as_ref(),
        ))?;
        drop(root);
        let mut changed = self.clone();
        changed.text.replace_range(splice.bytes, &splice.text);
        if !changed.meaning().is_ok_and(|says| says == meant) {
            return Err(self.refusal(Why::Unfaithful));
        }
        *self = changed;
        Ok(())
    }

    fn meaning(&self) -> Result<Meaning, EditError> {
        let tree = self.tree()?;
        Ok(tree.as_ref().map_or(Meaning::Empty, Meaning::of))
    }

    /// `None` where the file holds nothing but comments.
    fn tree(&self) -> Result<Option<Node<'_>>, EditError> {
        let text = Text {
            text: &self.text,
            first_line: 1,
        };
        if let Some(problem) = parse::tabs(&self.file, text).into_iter().next() {
            return Err(problem.into());
        }
        let mut problems = Vec::new();
        let root = match tree::read(&self.text, &self.file, 1, &mut problems) {
            Ok(root) => Some(root),
            Err(problem) if problem.code == code::EMPTY_FILE => None,
            Err(problem) => return Err(problem.into()),
        };
        match problems.into_iter().next() {
            Some(problem) => Err(problem.into()),
            None => Ok(root),
        }
    }

    fn refusal(&self, why: Why) -> EditError {
        EditError::at_start(&self.file, why)
    }
}
