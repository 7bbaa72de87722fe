//! Ids that were read lately: the same ones stand in thousands of files, and are kept once.

use crate::model::{Slug, is_slug};
use std::cell::RefCell;

/// More than the indicators and organisations of a region; as many pointers for each thread.
const PLACES: usize = 2_048;

thread_local! {
    /// Each id at the place that its letters give; one that has the same place takes it.
    static KNOWN: RefCell<Vec<Option<Slug>>> = RefCell::new(vec![None; PLACES]);
}

/// The id `text`, shared with others that are the same; `None` unless it may be one.
pub(super) fn id(text: &str) -> Option<Slug> {
    if !is_slug(text) {
        return None;
    }
    KNOWN.with_borrow_mut(|known| {
        let place = &mut known[place(text)];
        match place {
            Some(id) if id.as_str() == text => {}
            _ => *place = Slug::new(text),
        }
        place.clone()
    })
}

/// FNV-1a (Fowler, Noll, Vo): few letters, no key needed since a collision only costs memory.
fn place(text: &str) -> usize {
    let mix = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let hash = text.bytes().fold(0x811c_9dc5, mix);
    (hash as usize ^ (hash as usize >> 16)) % PLACES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_what_a_slug_is() {
        for text in ["stunting", "a-1", "", "A", "a b", "é"] {
            for _ in 0..2 {
                assert_eq!(id(text), Slug::new(text));
            }
        }
        for number in 0..3 * PLACES {
            let text = number.to_string();
            assert_eq!(id(&text), Slug::new(&text));
        }
    }

    #[test]
    fn the_same_id_is_kept_once() {
        let (one, other) = (id("stunting").unwrap(), id("stunting").unwrap());
        assert!(std::ptr::eq(one.as_str(), other.as_str()));
    }
}
