//! What must hold between the two readers of YAML.

use super::{lines, read_any};

/// Where the quick reader gives a tree, the library gives the same, and tells of nothing.
pub(crate) fn both_readers_agree(text: &str) {
    for first_line in [1, 41] {
        let Some(node) = lines::read(text, first_line) else {
            return;
        };
        let mut problems = Vec::new();
        let other = read_any(text, "a.yml", first_line, &mut problems);
        assert_eq!(other.as_ref(), Ok(&node), "{text:?}");
        assert_eq!(problems, [], "{text:?}");
    }
}
