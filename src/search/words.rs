//! From texts to words, the same way as the script does it in a browser.

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
use pagefind_stem::{Algorithm, Stemmer};

/// The words of a text: small letters and digits without accents. What is neither letter nor digit
/// stands between words.
pub fn words(text: &str) -> Vec<String> {
    let categories = CodePointMapData::<GeneralCategory>::new();
    let decomposer = DecomposingNormalizerBorrowed::new_nfd();
    let plain: String = decomposer
        .normalize(text)
        .chars()
        .filter(|c| !GeneralCategoryGroup::Mark.contains(categories.get(*c)))
        .collect();
    let of_a_word = GeneralCategoryGroup::Letter.union(GeneralCategoryGroup::Number);
    plain
        .to_lowercase()
        .split(|c: char| !of_a_word.contains(categories.get(c)))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The stem of an Indonesian word by the algorithm of Snowball (indonesian.sbl), after F. Z. Tala,
/// "A Study of Stemming Effects on Information Retrieval in Bahasa Indonesia" (2003). It may be no
/// word: what counts is that words of one family share it.
pub fn stem(word: &str) -> String {
    Stemmer::create(Algorithm::Indonesian)
        .stem(word)
        .into_owned()
}
