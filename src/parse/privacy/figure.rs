//! Figures: groups of digits that hang together, and which of them are a number of a person.

use super::digit::{self, Join};
use super::shape::{NIK_DIGITS, NIP_DIGITS, are_nik, are_nip, is_nik, is_nip};
use super::{FEWEST_DIGITS, Finding, Kind, url};
use std::ops::Range;

/// Digits without anything between them.
#[derive(Debug)]
pub struct Group {
    pub digits: String,
    pub range: Range<usize>,
    /// How it hangs on the group before.
    pub join: Join,
}

/// As many digits as a phone number has, the country's code included.
const MOST_PHONE_DIGITS: usize = 14;

/// What stands before a number that is called.
const PHONE_WORDS: [&str; 10] = [
    "hp", "wa", "telp", "tlp", "tel", "telepon", "telpon", "whatsapp", "phone", "ponsel",
];

/// What stands in `range` of `text`.
pub fn within(text: &str, range: Range<usize>) -> Vec<Finding> {
    let groups = groups(text, range);
    let text = Figure {
        text,
        groups: &groups,
    };
    let mut taken: Vec<Finding> = Vec::new();
    for find in [Figure::nip, Figure::nik, Figure::phone] {
        let mut first = 0;
        while first < groups.len() {
            let found =
                find(&text, first).map(|(kind, count)| (text.finding(kind, first, count), count));
            let free = |found: &(Finding, usize)| taken.iter().all(|other| apart(other, &found.0));
            first += match found.filter(free) {
                Some((finding, count)) => {
                    taken.push(finding);
                    count
                }
                None => 1,
            };
        }
    }
    taken
}

fn apart(a: &Finding, b: &Finding) -> bool {
    a.range.end <= b.range.start || b.range.end <= a.range.start
}

fn groups(text: &str, range: Range<usize>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let offset = range.start;
    for (at, c) in text[range].char_indices() {
        let Some(digit) = digit::value(c).and_then(|value| char::from_digit(value, 10)) else {
            continue;
        };
        let at = offset + at;
        let end = at + c.len_utf8();
        match groups.last_mut() {
            Some(last) if last.range.end == at => {
                last.digits.push(digit);
                last.range.end = end;
            }
            last => {
                let join = last.map_or(Join::Apart, |last| Join::of(&text[last.range.end..at]));
                groups.push(Group {
                    digits: digit.into(),
                    range: at..end,
                    join,
                });
            }
        }
    }
    groups
}

struct Figure<'t> {
    text: &'t str,
    groups: &'t [Group],
}

/// What was found, and in how many groups.
type Found = Option<(Kind, usize)>;

impl Figure<'_> {
    fn finding(&self, kind: Kind, first: usize, count: usize) -> Finding {
        let groups = &self.groups[first..first + count];
        let mut range = groups[0].range.start..groups[count - 1].range.end;
        if kind == Kind::Phone {
            range.start -= sign_before(self.text, range.start).len();
        }
        Finding {
            kind,
            range,
            value: groups.iter().map(|group| group.digits.as_str()).collect(),
        }
    }

    fn nip(&self, first: usize) -> Found {
        let group = &self.groups[first];
        let count = if group.digits.len() == NIP_DIGITS {
            let shaped = is_nip(&group.digits);
            (shaped || !(self.in_url(first) || self.is_fraction(first))).then_some(1)
        } else {
            self.window(first, NIP_DIGITS)
                .filter(|groups| is_nip(&digits(groups)) && are_nip(groups))
                .filter(|_| !self.in_url(first))
                .map(<[Group]>::len)
        };
        count
            .filter(|_| !self.in_hash(first))
            .map(|count| (Kind::Nip, count))
    }

    fn nik(&self, first: usize) -> Found {
        let group = &self.groups[first];
        if self.in_url(first) || self.in_hash(first) {
            return None;
        }
        if group.digits.len() == NIK_DIGITS {
            let counts = is_nik(&group.digits) || !self.is_fraction(first);
            return counts.then_some((Kind::Nik, 1));
        }
        let groups = self.window(first, NIK_DIGITS)?;
        let loose =
            !self.join_at(first).is_tight() && !self.join_at(first + groups.len()).is_tight();
        (loose && is_nik(&digits(groups)) && are_nik(groups)).then_some((Kind::Nik, groups.len()))
    }

    /// More than one group from `first` on, with `wanted` digits together.
    fn window(&self, first: usize, wanted: usize) -> Option<&[Group]> {
        let mut sum = self.groups[first].digits.len();
        for (count, group) in (2..).zip(&self.groups[first + 1..]) {
            if matches!(group.join, Join::Apart | Join::Bracket) {
                return None;
            }
            sum += group.digits.len();
            if sum >= wanted {
                return (sum == wanted).then(|| &self.groups[first..first + count]);
            }
        }
        None
    }

    fn phone(&self, first: usize) -> Found {
        let refused = !self.may_be_called(first) || self.in_url(first) || self.in_hash(first);
        if refused || self.join_at(first) == Join::Dot {
            return None;
        }
        if self.is_mobile(first) {
            return Some((Kind::Phone, 1));
        }
        let mut sum = self.groups[first].digits.len();
        let mut count = 1;
        while let Some(next) = self.next_of_phone(first + count, sum) {
            sum += next.digits.len();
            count += 1;
        }
        let loose = !self.join_at(first).is_tight() && !self.join_at(first + count).is_tight();
        let fits = (FEWEST_DIGITS..=MOST_PHONE_DIGITS).contains(&sum);
        (loose && fits).then_some((Kind::Phone, count))
    }

    /// `081234567890`: whole by itself, whatever number stands beside it.
    fn is_mobile(&self, first: usize) -> bool {
        let digits = &self.groups[first].digits;
        digits.starts_with("08")
            && (10..=MOST_PHONE_DIGITS).contains(&digits.len())
            && self.join_at(first + 1) != Join::Dot
    }

    /// The group at `index`, if a phone number of `sum` digits goes on with it.
    fn next_of_phone(&self, index: usize, sum: usize) -> Option<&Group> {
        let group = self.groups.get(index)?;
        let joined = !matches!(group.join, Join::Apart | Join::Line);
        let length = group.digits.len();
        let trunk_zero = group.join == Join::Bracket && group.digits == "0";
        let fits = (2..=8).contains(&length) && sum + length <= MOST_PHONE_DIGITS;
        let short = length <= 4 && !group.digits.starts_with('0');
        let goes_on = sum < FEWEST_DIGITS || group.join.is_tight() || short;
        (joined && goes_on && (fits || trunk_zero)).then_some(group)
    }

    /// Whether the group at `first` can begin a phone number: 0 and an area's or a mobile's
    /// code, or the code of Indonesia.
    fn may_be_called(&self, first: usize) -> bool {
        let group = &self.groups[first];
        let before = &self.text[..group.range.start];
        let sign = sign_before(self.text, group.range.start);
        let word = word_before(before);
        if before.ends_with(char::is_alphanumeric) && !is_phone_word(word) || follows_comma(before)
        {
            return false;
        }
        let digits = group.digits.as_str();
        let mut letters = digits.bytes();
        match (letters.next(), letters.next()) {
            _ if sign.contains('+') => digits.starts_with("62"),
            (Some(b'0'), Some(b'2'..=b'9')) => digits.len() >= 3,
            _ if digits == "62" => self.is_mobile_behind(first),
            // A budget has as many digits: only what is said to be called counts.
            _ if digits.starts_with("628") => digits.len() >= 11 && is_phone_word(word),
            _ => false,
        }
    }

    /// `62 812…`, but not `62.812.345.678`.
    fn is_mobile_behind(&self, first: usize) -> bool {
        let next = self.groups.get(first + 1);
        self.join_at(first) == Join::Apart
            && next.is_some_and(|next| {
                let joined = !matches!(next.join, Join::Apart | Join::Dot | Join::Line);
                joined && next.digits.starts_with('8') && next.digits.len() >= 3
            })
    }

    /// How the group at `index` hangs on the one before.
    fn join_at(&self, index: usize) -> Join {
        self.groups
            .get(index)
            .map_or(Join::Apart, |group| group.join)
    }

    fn in_url(&self, first: usize) -> bool {
        url::holds(self.text, self.groups[first].range.start)
    }

    /// `0.3333333333333333`: what a sheet makes of a third.
    fn is_fraction(&self, first: usize) -> bool {
        let group = &self.groups[first];
        let before = &self.text[..group.range.start];
        let whole = first.checked_sub(1).map(|index| &self.groups[index]);
        let dot = group.join == Join::Dot && whole.is_some_and(|whole| whole.digits.len() <= 3);
        dot || follows_comma(before)
    }

    /// Whether it is part of a hash or a UUID.
    fn in_hash(&self, first: usize) -> bool {
        let range = &self.groups[first].range;
        let hash = word(self.text, range, |c| c.is_ascii_alphanumeric());
        let uuid = word(self.text, range, |c| c.is_ascii_alphanumeric() || c == '-');
        let is_hex = |word: &str| word.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-');
        let parts = || uuid.split('-').map(str::len);
        (hash.len() >= 32 && is_hex(hash)) || (is_hex(uuid) && parts().eq([8, 4, 4, 4, 12]))
    }
}

fn digits(groups: &[Group]) -> String {
    groups.iter().map(|group| group.digits.as_str()).collect()
}

/// `+` and brackets right before a number.
fn sign_before(text: &str, at: usize) -> &str {
    let head = &text[..at];
    let start = head.trim_end_matches(['+', '(']).len();
    &head[start..]
}

fn follows_comma(before: &str) -> bool {
    let whole = before.strip_suffix(',');
    whole.is_some_and(|whole| whole.ends_with(|c: char| c.is_ascii_digit()))
}

/// The last word, with nothing but a colon, a dot or spaces behind it.
fn word_before(before: &str) -> &str {
    let before = before.trim_end_matches([' ', ':', '.', '\u{a0}', '/', '-']);
    let start = before.rfind(|c: char| !c.is_alphabetic());
    start.map_or(before, |at| {
        let c = before[at..].chars().next().map_or(1, char::len_utf8);
        &before[at + c..]
    })
}

fn is_phone_word(word: &str) -> bool {
    PHONE_WORDS.contains(&word.to_lowercase().as_str())
}

/// The word of such characters around `range`.
fn word<'t>(text: &'t str, range: &Range<usize>, is_part: impl Fn(char) -> bool) -> &'t str {
    let start = text[..range.start].trim_end_matches(&is_part).len();
    let rest = text[range.end..].trim_start_matches(&is_part);
    &text[start..text.len() - rest.len()]
}
