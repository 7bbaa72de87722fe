//! Numbers of entries as text: of each, how many lie between it and the one before, in base 26, the
//! last digit as a capital. Lists of neighbours become runs of `A`, which compress to nearly
//! nothing.

const BASE: u32 = 26;

/// Ascending numbers without repetition.
pub fn written(numbers: &[u32]) -> String {
    let mut text = String::with_capacity(numbers.len());
    let mut next = 0;
    for number in numbers {
        push(&mut text, number - next);
        next = number + 1;
    }
    text
}

/// How long [`written`] would make them.
pub fn written_length(numbers: &[u32]) -> usize {
    let mut next = 0;
    let mut length = 0;
    for number in numbers {
        length += digits(number - next);
        next = number + 1;
    }
    length
}

fn digits(value: u32) -> usize {
    value
        .checked_ilog(BASE)
        .map_or(1, |power| power as usize + 1)
}

fn push(text: &mut String, value: u32) {
    if value >= BASE {
        push_leading(text, value / BASE);
    }
    text.push(digit(b'A', value));
}

fn push_leading(text: &mut String, value: u32) {
    if value >= BASE {
        push_leading(text, value / BASE);
    }
    text.push(digit(b'a', value));
}

fn digit(zero: u8, value: u32) -> char {
    let place = u8::try_from(value % BASE).expect("it is below 26");
    char::from(zero + place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_by_what_lies_between_them() {
        let cases: [(&[u32], &str); 6] = [
            (&[], ""),
            (&[0, 1, 2], "AAA"),
            (&[25, 51], "ZZ"),
            (&[26], "bA"),
            (&[0, 677], "AbaA"),
            (&[26 * 26 * 26], "baaA"),
        ];
        for (numbers, text) in cases {
            assert_eq!(written(numbers), text);
            assert_eq!(written_length(numbers), text.len());
        }
    }
}
