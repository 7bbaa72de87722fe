//! The nearest of some words: what a misspelt key or id was meant to be.

/// Longer than any key or id; comparing takes time by the product of both lengths.
const MOST_LETTERS: usize = 100;

/// The candidate nearest to `word`, unless none is near: a third of its letters may differ.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let word = word.to_lowercase();
    let letters = word.chars().count();
    if letters > MOST_LETTERS {
        return None;
    }
    let most = (letters / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= 2 * MOST_LETTERS)
        .map(|candidate| (distance(&word, candidate), candidate))
        .filter(|(distance, _)| *distance <= most)
        .min()
        .map(|(_, candidate)| candidate)
}

/// A candidate that merely goes on where the word ends, or the reverse, counts as near.
fn distance(word: &str, candidate: &str) -> usize {
    let least = 3;
    let lower = candidate.to_lowercase();
    if word == lower {
        return 0;
    }
    if word.len() >= least
        && lower.len() >= least
        && (lower.starts_with(word) || word.starts_with(&lower))
    {
        return 1;
    }
    strsim::osa_distance(word, &lower)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_its_word_and_a_stranger_none() {
        let keys = ["nama", "satuan", "target", "target_triwulan"];
        assert_eq!(nearest("nma", keys), Some("nama"));
        assert_eq!(nearest("Satuan", keys), Some("satuan"));
        assert_eq!(nearest("PLT", ["plh", "plt"]), Some("plt"));
        assert_eq!(nearest("targt", keys), Some("target"));
        assert_eq!(nearest("triwulan", keys), None);
        assert_eq!(nearest("x", keys), None);
        assert_eq!(nearest(&"nama".repeat(100), keys), None);
    }
}
