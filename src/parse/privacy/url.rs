//! What stands within a web address, where posts have ids of 16 to 18 digits.

/// Whether `at` lies within an http or https address.
pub fn holds(text: &str, at: usize) -> bool {
    let ends = |c: char| c.is_whitespace() || "\"'<>`|,;".contains(c);
    let head = &text[..at];
    let word = head.rfind(ends).map_or(head, |end| &head[end..]);
    let lower = word.to_ascii_lowercase();
    let start = ["http://", "https://"]
        .iter()
        .filter_map(|scheme| lower.rfind(scheme))
        .max();
    start.is_some_and(|start| !is_closed(&lower[start..]))
}

/// Whether a bracket was closed that was not opened: the address stood in it.
fn is_closed(address: &str) -> bool {
    let mut open = 0_i32;
    address.chars().any(|c| {
        open += match c {
            '(' | '[' | '{' => 1,
            ')' | ']' | '}' => -1,
            _ => 0,
        };
        open < 0
    })
}
