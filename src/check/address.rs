//! `alamat_lama`: what became of pages that are gone. Which pages there are, only `site` knows.

use super::notes::{Arguments, Notes};
use crate::model::{Became, OldAddress, SitePath};
use crate::parse::reader::Sp;
use crate::parse::site::{RawOldAddress, RawSite};
use crate::problem::code;

/// The old addresses that can be understood, in the file's order.
pub fn old_addresses(site: &RawSite, notes: &mut Notes) -> Vec<OldAddress> {
    let entries = &site.old_addresses;
    given_once(entries, notes);
    for entry in entries {
        leads_to_the_end(&entry.value, entries, notes);
    }
    let understood = entries.iter();
    understood
        .filter_map(|entry| old_address(entry, notes))
        .collect()
}

fn old_address(entry: &Sp<RawOldAddress>, notes: &mut Notes) -> Option<OldAddress> {
    Some(OldAddress {
        from: entry.value.from.value.clone(),
        became: became(entry, notes)?,
    })
}

/// Exactly one of two.
fn became(entry: &Sp<RawOldAddress>, notes: &mut Notes) -> Option<Became> {
    let RawOldAddress {
        to,
        withdrawn,
        date,
        ..
    } = &entry.value;
    match (to, withdrawn, date) {
        (Some(to), None, None) => Some(Became::Moved(to.value.clone())),
        (None, Some(reason), Some(date)) => Some(Became::Withdrawn {
            reason: reason.value.clone(),
            on: date.value,
        }),
        (Some(_), None, Some(date)) => {
            let arguments: Arguments = &[("key", &"tanggal"), ("because", &"ke")];
            notes.refuse(code::KEY_FITS_NOT, date.span, arguments)
        }
        (None, Some(reason), None) => {
            let arguments: Arguments = &[("key", &"tanggal"), ("because", &"dihapus")];
            notes.refuse(code::KEY_NEEDS, reason.span, arguments)
        }
        (Some(_), Some(reason), _) => {
            notes.refuse(code::CONFLICTING_KEYS, reason.span, &[("keys", KEYS)])
        }
        (None, None, _) => notes.refuse(code::ONE_OF_KEYS, entry.span, &[("keys", KEYS)]),
    }
}

const KEYS: &&str = &"ke, dihapus";

fn given_once(entries: &[Sp<RawOldAddress>], notes: &mut Notes) {
    for (place, entry) in entries.iter().enumerate() {
        let from = &entry.value.from;
        let before = entries[..place].iter().map(|entry| &entry.value.from);
        if let Some(first) = before.into_iter().find(|other| other.value == from.value) {
            let arguments: Arguments = &[("name", &from.value), ("line", &first.span.start.line)];
            notes.error(code::OLD_ADDRESS_TWICE, from.span, arguments);
        }
    }
}

/// Nobody has to follow one old address to the next, so no circle can be made of them.
fn leads_to_the_end(entry: &RawOldAddress, entries: &[Sp<RawOldAddress>], notes: &mut Notes) {
    let Some(to) = &entry.to else {
        return;
    };
    let mut old = entries.iter().map(|other| &other.value.from);
    let covers = |from: &&Sp<SitePath>| from.value.rest(to.value.as_str()).is_some();
    if let Some(from) = old.find(covers) {
        let arguments: Arguments = &[("name", &to.value), ("line", &from.span.start.line)];
        notes.error(code::OLD_ADDRESS_CHAIN, to.span, arguments);
    }
}
