//! A unit beside its number.

/// The unit of percentages, as data files name it.
pub(super) const PERCENT: &str = "persen";

/// The unit of money, as data files name it.
const RUPIAH: &str = "rupiah";

/// Whether a unit, as data files name it, is written the same way in every language: as a sign.
pub fn has_own_form(unit: &str) -> bool {
    matches!(unit, PERCENT | "%" | RUPIAH)
}

/// `number` with `unit` where its language expects it. The number's minus stays in front.
pub(super) fn attach(number: String, unit: Option<&str>) -> String {
    match unit {
        None => number,
        Some(PERCENT | "%") => number + "%",
        Some(RUPIAH) => rupiah(&number),
        Some(unit) => number + "\u{a0}" + unit,
    }
}

/// CLDR's Indonesian currency pattern, `-Rp 1.250`, with a no-break space.
fn rupiah(number: &str) -> String {
    match number.strip_prefix('-') {
        Some(amount) => format!("-Rp\u{a0}{amount}"),
        None => format!("Rp\u{a0}{number}"),
    }
}

#[cfg(test)]
mod tests {
    use crate::format::Formats;
    use crate::model::{Language, Quantity};

    fn both(written: impl Fn(&Formats) -> String) -> [String; 2] {
        Language::ALL.map(|language| written(&Formats::new(language)))
    }

    #[test]
    fn a_measure_has_its_unit_where_readers_expect_it() {
        let cases = [
            ("86.67", Some("persen"), "86,67%", "86.67%"),
            ("86.67", Some("%"), "86,67%", "86.67%"),
            (
                "1250000000",
                Some("rupiah"),
                "Rp\u{a0}1.250.000.000",
                "Rp\u{a0}1,250,000,000",
            ),
            ("-1250", Some("rupiah"), "-Rp\u{a0}1.250", "-Rp\u{a0}1,250"),
            (
                "1620",
                Some("orang"),
                "1.620\u{a0}orang",
                "1,620\u{a0}orang",
            ),
            (
                "1808114",
                Some("juta rupiah"),
                "1.808.114\u{a0}juta rupiah",
                "1,808,114\u{a0}juta rupiah",
            ),
            ("71.96", None, "71,96", "71.96"),
        ];
        for (text, unit, indonesian, english) in cases {
            let quantity: Quantity = text.parse().unwrap();
            let written = both(|formats| formats.measure(quantity, unit));
            assert_eq!(written, [indonesian, english]);
        }
    }

    #[test]
    fn a_compact_measure_keeps_its_unit() {
        let cases = [
            (
                "1250000000",
                Some("rupiah"),
                "Rp\u{a0}1,25\u{a0}M",
                "Rp\u{a0}1.25bn",
            ),
            (
                "510000",
                Some("orang"),
                "510\u{a0}rb\u{a0}orang",
                "510k\u{a0}orang",
            ),
            (
                "3000",
                Some("orang"),
                "3.000\u{a0}orang",
                "3,000\u{a0}orang",
            ),
            ("12.5", Some("persen"), "12,5%", "12.5%"),
        ];
        for (text, unit, indonesian, english) in cases {
            let quantity: Quantity = text.parse().unwrap();
            let written = both(|formats| formats.compact_measure(quantity, unit));
            assert_eq!(written, [indonesian, english]);
        }
    }
}
