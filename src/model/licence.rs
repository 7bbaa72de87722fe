//! Licences that a site may name, and where each one's text stands.

/// A licence that is known beyond its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Licence {
    /// Its id in the SPDX licence list.
    pub spdx: &'static str,
    /// Its name in the SPDX licence list.
    pub title: &'static str,
    /// Where whoever wrote it has put its text; with `https`.
    pub url: &'static str,
}

impl Licence {
    /// The licence that `spdx` names, in capitals or not (SPDX 2.3, annex D).
    pub fn known(spdx: &str) -> Option<&'static Self> {
        let mut known = KNOWN.iter();
        known.find(|licence| licence.spdx.eq_ignore_ascii_case(spdx))
    }
}

const fn licence(spdx: &'static str, title: &'static str, url: &'static str) -> Licence {
    Licence { spdx, title, url }
}

/// Those for data and texts.
const KNOWN: [Licence; 10] = [
    licence(
        "CC0-1.0",
        "Creative Commons Zero v1.0 Universal",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
    licence(
        "CC-BY-3.0",
        "Creative Commons Attribution 3.0 Unported",
        "https://creativecommons.org/licenses/by/3.0/",
    ),
    licence(
        "CC-BY-4.0",
        "Creative Commons Attribution 4.0 International",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    licence(
        "CC-BY-SA-3.0",
        "Creative Commons Attribution Share Alike 3.0 Unported",
        "https://creativecommons.org/licenses/by-sa/3.0/",
    ),
    licence(
        "CC-BY-SA-4.0",
        "Creative Commons Attribution Share Alike 4.0 International",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    ),
    licence(
        "CC-BY-NC-4.0",
        "Creative Commons Attribution Non Commercial 4.0 International",
        "https://creativecommons.org/licenses/by-nc/4.0/",
    ),
    licence(
        "CC-BY-NC-SA-4.0",
        "Creative Commons Attribution Non Commercial Share Alike 4.0 International",
        "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    ),
    licence(
        "ODbL-1.0",
        "Open Data Commons Open Database License v1.0",
        "https://opendatacommons.org/licenses/odbl/1-0/",
    ),
    licence(
        "ODC-By-1.0",
        "Open Data Commons Attribution License v1.0",
        "https://opendatacommons.org/licenses/by/1-0/",
    ),
    licence(
        "PDDL-1.0",
        "Open Data Commons Public Domain Dedication & License 1.0",
        "https://opendatacommons.org/licenses/pddl/1-0/",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_known_by_its_id_in_any_case() {
        let url = |spdx| Licence::known(spdx).map(|licence| licence.url);
        let attribution = Some("https://creativecommons.org/licenses/by/4.0/");
        assert_eq!(url("CC-BY-4.0"), attribution);
        assert_eq!(url("cc-by-4.0"), attribution);
        assert_eq!(url("CC-BY"), None);
        assert_eq!(url(""), None);
    }

    #[test]
    fn every_id_and_every_address_is_there_once() {
        for (at, one) in KNOWN.iter().enumerate() {
            assert_eq!(Licence::known(one.spdx), Some(one));
            assert!(one.url.starts_with("https://") && one.url.ends_with('/'));
            let others = &KNOWN[at + 1..];
            assert!(others.iter().all(|other| other.url != one.url));
        }
    }
}
