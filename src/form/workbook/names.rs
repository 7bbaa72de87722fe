//! Names of sheets.

use super::super::ask::Form;
use super::super::words::FormWords;
use super::lists::LISTS;

/// Characters that Excel has room for in a name of a sheet.
const MOST_IN_NAME: usize = 31;

/// The post of each form as a name of a sheet: without the characters that Excel has no room for,
/// and no two the same.
pub(super) fn sheet_names(forms: &[Form], words: &FormWords) -> Vec<String> {
    let mut names = vec![words.text("guide"), LISTS.to_owned()];
    for form in forms {
        let plain: String = form
            .post
            .chars()
            .map(|c| match c {
                '[' | ']' | ':' | '*' | '?' | '/' | '\\' => ' ',
                '\'' => '’',
                c => c,
            })
            .collect();
        let taken = |name: &str, names: &[String]| {
            let lower = name.to_lowercase();
            names.iter().any(|other| other.to_lowercase() == lower)
        };
        let numbered = (2..).map(|number| cut(&plain, &format!(" ({number})")));
        let mut candidates = std::iter::once(cut(&plain, "")).chain(numbered);
        names.extend(candidates.find(|name| !taken(name, &names)));
    }
    names.split_off(2)
}

/// The beginning of a name, with `end` behind it.
fn cut(name: &str, end: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let room = MOST_IN_NAME - end.encode_utf16().count();
    if name.encode_utf16().count() <= room {
        return name + end;
    }
    let mut short = String::new();
    for c in name.chars() {
        let length = short.encode_utf16().count() + c.len_utf16();
        if length > room - 1 {
            break;
        }
        short.push(c);
    }
    format!("{}…{end}", short.trim_end())
}
