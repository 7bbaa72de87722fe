//! What to put in the place of which bytes.

use super::layout::{Layout, Layouts, Refused, Slot, Written, spaces};
use super::order::keys_at;
use super::value::{Rendered, STEP, entry_lines, item_lines, key_text};
use super::{EditError, Value, Why};
use crate::parse::tree::{Content, Entry, Node, Style};
use crate::source::TextSpan;
use std::ops::Range;

/// New text in the place of some bytes.
pub(super) struct Splice {
    pub bytes: Range<usize>,
    pub text: String,
}

/// A document that is about to be changed.
pub(super) struct Plan<'p> {
    file: &'p str,
    layouts: Layouts<'p>,
    root: Option<&'p Node<'p>>,
    line_break: &'static str,
    step: usize,
}

/// How far a path leads.
struct Found<'n, 'a> {
    node: &'n Node<'a>,
    /// What the node hangs on; `None` for the whole document.
    slot: Option<Slot>,
    /// The map it is in, and which of its entries it is.
    entry: Option<(&'n [Entry<'a>], usize)>,
    /// How many steps of the path lead there.
    steps: usize,
}

impl<'p> Plan<'p> {
    pub fn new(file: &'p str, layouts: Layouts<'p>, root: Option<&'p Node<'p>>) -> Self {
        let first = layouts.text.find('\n');
        let is_crlf = first.is_some_and(|at| layouts.text[..at].ends_with('\r'));
        Self {
            file,
            line_break: if is_crlf { "\r\n" } else { "\n" },
            step: root.and_then(step).unwrap_or(STEP),
            layouts,
            root,
        }
    }

    pub fn set(&self, path: &[&str], value: &Value, order: &[&str]) -> Result<Splice, EditError> {
        let Some(root) = self.root else {
            return self.begin(path, value);
        };
        self.told(self.find(root, path).and_then(|found| {
            let rest = &path[found.steps..];
            match (rest.split_first(), &found.node.content) {
                (None, _) => self.write(&found, value),
                (Some((key, rest)), Content::Map(entries, Style::Block)) => {
                    let of_table = keys_at(self.file, &path[..found.steps]);
                    let order = if of_table.is_empty() {
                        order
                    } else {
                        &of_table
                    };
                    self.add(entries, key, &nested(rest, value), order)
                }
                (Some(_), Content::Empty) => self.write(&found, &nested(rest, value)),
                (Some(_), Content::Map(entries, _)) if entries.is_empty() => {
                    self.write(&found, &nested(rest, value))
                }
                (Some(_), Content::Map(_, Style::Flow) | Content::List(_, Style::Flow)) => {
                    Err((found.node.span, Why::Flow))
                }
                (Some(_), _) => Err((found.node.span, Why::NotAMap)),
            }
        }))
    }

    pub fn replace(&self, path: &[&str], key: &str, value: &Value) -> Result<Splice, EditError> {
        self.told(self.find_all(path).and_then(|found| {
            let Some((entries, index)) = found.entry else {
                return Err((found.node.span, Why::NotAMap));
            };
            let others = entries.iter().enumerate().filter(|(at, _)| *at != index);
            if let Some((_, there)) = others.into_iter().find(|(_, other)| other.key == key) {
                return Err((there.key_span, Why::KeyThere));
            }
            let slot = self.layouts.key(&entries[index])?;
            let written = self.write(&found, value)?;
            let key = key_text(key).map_err(|why| (entries[index].key_span, why))?;
            let between = &self.layouts.text[slot.head..written.bytes.start];
            Ok(Splice {
                bytes: slot.start..written.bytes.end,
                text: format!("{key}:{between}{}", written.text),
            })
        }))
    }

    pub fn remove(&self, path: &[&str]) -> Result<Splice, EditError> {
        self.told(self.find_all(path).and_then(|found| {
            let Some((entries, index)) = found.entry else {
                return Err((found.node.span, Why::NotAMap));
            };
            let entry = &entries[index];
            if entries.len() == 1 {
                return Err((entry.key_span, Why::OnlyKey));
            }
            let slot = self.own_line(entry)?;
            let layout = self.layouts.value(&entry.value, slot)?;
            let start = self.layouts.line_start(slot.start);
            let end = self.layouts.next_line(layout.end);
            // Without a final line break, the one before goes, so that there is none afterwards.
            let is_unended = end == self.layouts.text.len() && !self.layouts.text.ends_with('\n');
            let start = match start.checked_sub(1).filter(|_| is_unended) {
                Some(before) => self.layouts.line_end(self.layouts.line_start(before)),
                None => start,
            };
            Ok(Splice {
                bytes: start..end,
                text: String::new(),
            })
        }))
    }

    pub fn push(&self, path: &[&str], value: &Value) -> Result<Splice, EditError> {
        let only = || Value::List(vec![value.clone()]);
        let Some(root) = self.root else {
            return self.begin(path, &only());
        };
        let found = self.told(self.find(root, path))?;
        match &found.node.content {
            _ if found.steps < path.len() => self.set(path, &only(), &[]),
            Content::Empty => self.set(path, &only(), &[]),
            Content::List(items, Style::Block) => self.told(self.append(&found, items, value)),
            Content::List(items, Style::Flow) if items.is_empty() => self.set(path, &only(), &[]),
            Content::List(_, Style::Flow) => self.told(Err((found.node.span, Why::Flow))),
            _ => self.told(Err((found.node.span, Why::NotAList))),
        }
    }

    fn append(&self, found: &Found, items: &[Node], value: &Value) -> Result<Splice, Refused> {
        let refuse = || (found.node.span, Why::OddForm);
        let from = found.slot.map_or(0, |slot| slot.head);
        let slots = self.layouts.items(items, from)?;
        let slot = slots.last().ok_or_else(refuse)?;
        let last = items.last().ok_or_else(refuse)?;
        let end = self.layouts.value(last, *slot)?.end;
        let lines = item_lines(value, slot.indent, self.step);
        Ok(self.insert_behind(end, &lines.map_err(|why| (found.node.span, why))?))
    }

    fn told<T>(&self, outcome: Result<T, Refused>) -> Result<T, EditError> {
        outcome.map_err(|(span, why)| EditError::Refused {
            file: self.file.to_owned(),
            span,
            why,
        })
    }

    fn find_all<'n>(&'n self, path: &[&str]) -> Result<Found<'n, 'p>, Refused> {
        let nowhere = |span| (span, Why::Nowhere);
        let root = self.root.ok_or(nowhere(TextSpan::START))?;
        let found = self.find(root, path)?;
        let is_all = found.steps == path.len();
        is_all.then_some(()).ok_or(nowhere(found.node.span))?;
        Ok(found)
    }

    /// Follows a path as far as it leads.
    fn find<'n>(&self, root: &'n Node<'p>, path: &[&str]) -> Result<Found<'n, 'p>, Refused> {
        let mut found = Found {
            node: root,
            slot: None,
            entry: None,
            steps: 0,
        };
        for step in path {
            let next = match &found.node.content {
                Content::Map(entries, style) => {
                    let Some(at) = entries.iter().position(|entry| entry.key == *step) else {
                        break;
                    };
                    self.refuse_flow(*style, found.node)?;
                    let slot = self.layouts.key(&entries[at])?;
                    (&entries[at].value, slot, Some((&entries[..], at)))
                }
                Content::List(items, style) => {
                    let at = step.parse::<usize>().ok().filter(|at| *at < items.len());
                    let Some(at) = at else {
                        break;
                    };
                    self.refuse_flow(*style, found.node)?;
                    let from = found.slot.map_or(0, |slot| slot.head);
                    (&items[at], self.layouts.items(items, from)?[at], None)
                }
                Content::Empty | Content::Scalar(_) => break,
            };
            found = Found {
                node: next.0,
                slot: Some(next.1),
                entry: next.2,
                steps: found.steps + 1,
            };
        }
        Ok(found)
    }

    fn refuse_flow(&self, style: Style, node: &Node) -> Result<(), Refused> {
        let is_flow = style == Style::Flow;
        if is_flow {
            Err((node.span, Why::Flow))
        } else {
            Ok(())
        }
    }

    /// The key of an entry that begins its line.
    fn own_line(&self, entry: &Entry) -> Result<Slot, Refused> {
        let slot = self.layouts.key(entry)?;
        let before = &self.layouts.text[self.layouts.line_start(slot.start)..slot.start];
        let is_own = before.bytes().all(|byte| byte == b' ');
        is_own.then_some(slot).ok_or((entry.key_span, Why::OddForm))
    }

    /// A value in the place of the one that is there.
    fn write(&self, found: &Found, value: &Value) -> Result<Splice, Refused> {
        let refused = |why| (found.node.span, why);
        let slot = found.slot.ok_or(refused(Why::NotAMap))?;
        let layout = self.layouts.value(found.node, slot)?;
        self.refuse_loss(&layout).map_err(refused)?;
        let header = &self.layouts.text[layout.inline.clone()];
        let indent = slot.indent + self.step;
        let rendered = value.rendered_as(layout.written, header, indent, self.step);
        Ok(self.put(&layout, slot, &rendered.map_err(refused)?))
    }

    /// Of what is replaced, nothing may be lost that is no part of its value.
    fn refuse_loss(&self, layout: &Layout) -> Result<(), Why> {
        let replaced = &self.layouts.text[layout.inline.start..layout.end];
        match layout.written {
            Written::Beside => Err(Why::OddForm),
            Written::Below if self.layouts.text[layout.line_end..layout.end].contains('#') => {
                Err(Why::Comments)
            }
            Written::Flow if replaced.contains('\n') && replaced.contains('#') => {
                Err(Why::Comments)
            }
            _ => Ok(()),
        }
    }

    /// What stands behind a value on its line stays there.
    fn put(&self, layout: &Layout, slot: Slot, rendered: &Rendered) -> Splice {
        let behind = &self.layouts.text[layout.inline.end..layout.line_end];
        let (start, inline) = match &rendered.inline {
            Some(text) if layout.inline.start == slot.head => (slot.head, format!(" {text}")),
            Some(text) => (layout.inline.start, text.clone()),
            None => (slot.head, String::new()),
        };
        let below = self.below(&rendered.lines);
        Splice {
            bytes: start..layout.end,
            text: format!("{inline}{behind}{below}"),
        }
    }

    /// Lines, each behind a line break.
    fn below(&self, lines: &[String]) -> String {
        let lines = lines
            .iter()
            .map(|line| format!("{}{line}", self.line_break));
        lines.collect()
    }

    /// The first keys of a file that holds none.
    fn begin(&self, path: &[&str], value: &Value) -> Result<Splice, EditError> {
        let text = self.layouts.text;
        let refused = |why| EditError::at_start(self.file, why);
        let lines = nested(path, value).lines(0).map_err(refused)?;
        let before = if text.is_empty() || text.ends_with('\n') {
            ""
        } else {
            self.line_break
        };
        Ok(Splice {
            bytes: text.len()..text.len(),
            text: format!("{before}{}", lines.replace('\n', self.line_break)),
        })
    }

    /// A new key behind the last one that belongs before it, else before the first one.
    fn add(
        &self,
        entries: &[Entry],
        key: &str,
        value: &Value,
        order: &[&str],
    ) -> Result<Splice, Refused> {
        let first = &entries[0];
        let slot = self.layouts.key(first)?;
        let lines = entry_lines(key, value, slot.indent, self.step);
        let lines = lines.map_err(|why| (first.key_span, why))?;
        let rank = |key: &str| order.iter().position(|known| *known == key);
        let before = match rank(key) {
            None => entries.last(),
            Some(own) => {
                let is_before = |entry: &&Entry| rank(&entry.key).is_some_and(|rank| rank < own);
                entries.iter().rfind(is_before)
            }
        };
        match before {
            Some(entry) => {
                let slot = self.layouts.key(entry)?;
                let end = self.layouts.value(&entry.value, slot)?.end;
                Ok(self.insert_behind(self.behind_comments(end, slot.indent), &lines))
            }
            None => self.insert_before(first, &lines),
        }
    }

    fn insert_behind(&self, end: usize, lines: &[String]) -> Splice {
        Splice {
            bytes: end..end,
            text: self.below(lines),
        }
    }

    /// Comments that are indented deeper than a key belong to what stands below it.
    fn behind_comments(&self, end: usize, indent: usize) -> usize {
        let mut end = end;
        loop {
            let start = self.layouts.next_line(end);
            let line_end = self.layouts.line_end(start);
            let line = &self.layouts.text[start..line_end];
            let margin = spaces(line);
            if start <= end || margin <= indent || !line[margin..].starts_with('#') {
                return end;
            }
            end = line_end;
        }
    }

    /// Before a key and the comments right above it, unless these head the file.
    fn insert_before(&self, first: &Entry, lines: &[String]) -> Result<Splice, Refused> {
        // Beside a dash there is no room before.
        let Ok(slot) = self.own_line(first) else {
            let slot = self.layouts.key(first)?;
            let end = self.layouts.value(&first.value, slot)?.end;
            return Ok(self.insert_behind(self.behind_comments(end, slot.indent), lines));
        };
        let own = self.layouts.line_start(slot.start);
        let mut start = own;
        while start > 0 {
            let above = self.layouts.line_start(start - 1);
            if !self.layouts.text[above..start]
                .trim_start()
                .starts_with('#')
            {
                break;
            }
            start = above;
        }
        let start = if start == 0 { own } else { start };
        let text = lines
            .iter()
            .map(|line| format!("{line}{}", self.line_break));
        Ok(Splice {
            bytes: start..start,
            text: text.collect(),
        })
    }
}

/// The value below the keys of a path.
fn nested(path: &[&str], value: &Value) -> Value {
    let keys = path.iter().rev();
    keys.fold(value.clone(), |value, key| Value::map([(*key, value)]))
}

/// How far the file itself indents what stands below a key.
fn step(root: &Node) -> Option<usize> {
    let Content::Map(entries, Style::Block) = &root.content else {
        return None;
    };
    let own = entries.first()?.key_span.start.characters_before();
    let child = |entry: &Entry| match &entry.value.content {
        Content::Map(entries, Style::Block) => {
            let first = entries.first();
            first.map(|e| e.key_span.start.characters_before())
        }
        _ => None,
    };
    let child = entries.iter().find_map(child)?;
    child.checked_sub(own).filter(|step| *step > 0)
}
