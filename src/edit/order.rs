//! In which order the keys of a map belong.

use crate::parse::contract::RawContract;
use crate::parse::organisation::{RawOpd, RawPerson, RawPost};
use crate::parse::place::Place;
use crate::parse::reader::Read;
use crate::parse::reader::Sp;
use crate::parse::record::Kind;
use crate::parse::regime::RawRegime;
use crate::parse::report::{RawEvaluation, RawReport};
use crate::parse::site::RawSite;

/// The keys of the record at `path` within a file, in the order of its table; none where ids are
/// the keys, or where the tables know nothing.
pub(super) fn keys_at(file: &str, path: &[&str]) -> Vec<&'static str> {
    let around = path.iter();
    let kind = around.fold(of_file(file), |kind, step| below(kind?, step));
    match kind {
        Some(Kind::Record(record)) => record.all_fields().map(|field| field.key).collect(),
        _ => Vec::new(),
    }
}

fn of_file(file: &str) -> Option<Kind> {
    Some(match Place::of(file)?.ok()? {
        Place::Site => RawSite::kind(),
        Place::Regime(_) => RawRegime::kind(),
        Place::Opd(_) => RawOpd::kind(),
        Place::Post(_) => RawPost::kind(),
        Place::Person(_) => RawPerson::kind(),
        Place::Contract(_) => RawContract::kind(),
        Place::Report(..) => RawReport::kind(),
        Place::Evaluations(_) => Vec::<Sp<RawEvaluation>>::kind(),
        Place::Page(..) | Place::Archive(_) => return None,
    })
}

/// What the key `step` of a map, or an item of a list, holds.
fn below(kind: Kind, step: &str) -> Option<Kind> {
    let found = match kind {
        Kind::Record(record) => {
            let field = record.all_fields().find(|field| field.key == step)?;
            (field.kind)()
        }
        Kind::Map(_, value) => *value,
        Kind::List(item) => *item,
        _ => return None,
    };
    match found {
        Kind::OneOf(kinds) => kinds
            .into_iter()
            .find(|kind| matches!(kind, Kind::Record(_))),
        found => Some(found),
    }
}
