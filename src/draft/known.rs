//! What the sources say already about somebody new: offered as answers, and written down only when
//! somebody takes them.

use crate::model::{ContractId, Date, PersonId, PostId, RegimeId};
use crate::parse::Raw;
use crate::parse::contract::RawContract;
use crate::parse::scalar::id_for;

/// Who holds `post` on `day`: of several, who came last.
pub fn holder<'r>(raw: &'r Raw, post: &PostId, day: Date) -> Option<&'r PersonId> {
    let people = raw.people.iter();
    let tenures = people.flat_map(|(id, parsed)| {
        let tenures = parsed.record.iter().flat_map(|person| &person.tenures);
        tenures.map(move |tenure| (id, &tenure.value))
    });
    tenures
        .filter(|(_, tenure)| tenure.post.value == *post && tenure.inducted.value <= day)
        .filter(|(_, tenure)| tenure.ended.as_ref().is_none_or(|end| end.value >= day))
        .max_by_key(|(_, tenure)| tenure.inducted.value)
        .map(|(id, _)| id)
}

/// Who holds the post above `post` on `day`.
pub fn superior_on<'r>(raw: &'r Raw, post: &PostId, day: Date) -> Option<&'r PersonId> {
    let record = raw.posts.get(post)?.record.as_ref()?;
    holder(raw, &record.superior.as_ref()?.value, day)
}

/// The regime in force on `day`: of the post's latest contract, or what replaced it; else the one
/// that began last.
pub fn regime_on<'r>(raw: &'r Raw, post: &PostId, day: Date) -> Option<&'r RegimeId> {
    let begun = raw.regimes.iter().filter_map(|(id, parsed)| {
        let record = parsed.record.as_ref()?;
        (record.since.value <= day).then_some((id, record))
    });
    let begun: Vec<_> = begun.collect();
    let replacement = |of: &RegimeId| {
        let mut later = begun.iter();
        let found = later.find(|(_, record)| {
            record
                .replaces
                .as_ref()
                .is_some_and(|before| before.value == *of)
        });
        found.map(|(id, _)| *id)
    };
    let earlier = latest_contract(raw, post).map(|(_, contract)| &contract.regime.value);
    let mut current = begun
        .iter()
        .map(|(id, _)| *id)
        .find(|id| Some(*id) == earlier);
    // A circle of replacements is an error of its own, and must not hold us up.
    for _ in 0..begun.len() {
        match current.and_then(replacement) {
            Some(next) => current = Some(next),
            None => break,
        }
    }
    let last = begun.iter().max_by_key(|(_, record)| record.since.value);
    current.or(last.map(|(id, _)| *id))
}

/// The contract of `post` that began last, of those that can be read.
pub fn latest_contract<'r>(
    raw: &'r Raw,
    post: &PostId,
) -> Option<(&'r ContractId, &'r RawContract)> {
    let contracts = raw.contracts.iter();
    contracts
        .filter_map(|(id, parsed)| Some((id, parsed.record.as_ref()?)))
        .filter(|(_, contract)| contract.post.value == *post)
        .max_by_key(|(_, contract)| contract.period.value.start.value)
}

/// An id for somebody of this name: without titles before it, and degrees behind it.
pub fn id_of_person(name: &str) -> Option<PersonId> {
    const TITLES: [&str; 10] = [
        "dr", "drs", "dra", "drg", "drh", "ir", "prof", "h", "hj", "kh",
    ];
    let own = name.split(',').next().unwrap_or(name);
    let is_title = |word: &str| {
        let word = word.trim_end_matches('.').to_lowercase();
        TITLES.contains(&word.as_str())
    };
    let words = own.split_whitespace().skip_while(|word| is_title(word));
    let words: Vec<&str> = words.collect();
    let has_letters = words
        .iter()
        .any(|word| word.contains(|c: char| c.is_ascii_alphanumeric()));
    PersonId::new(&id_for(&words.join(" "))).filter(|_| has_letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_no_titles_and_no_degrees() {
        for (name, id) in [
            ("dr. Sari Wulandari, M.Kes.", "sari-wulandari"),
            ("Prof. Dr. H. Ahmad Fauzi, S.H., M.H.", "ahmad-fauzi"),
            ("Hj. Siti Nur'aini", "siti-nur-aini"),
            ("Drs Bambang", "bambang"),
            ("Irwan Haryanto", "irwan-haryanto"),
        ] {
            assert_eq!(
                id_of_person(name).map(|id| id.to_string()).as_deref(),
                Some(id)
            );
        }
        assert_eq!(id_of_person("dr. –"), None);
    }
}
