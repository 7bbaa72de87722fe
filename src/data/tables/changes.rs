//! Changes of what was signed or published: one row for each thing that reads otherwise now.

use crate::data::column::{Cell, Kind, Row, Table, TableName, columns, optional};
use crate::data::facts::Facts;
use crate::data::selection::{Extent, Selection};
use crate::model::ContractId;
use crate::record::{Change, Event, EventKind, EventSubject, Item as Of, Stated, Term};

const KINDS: &[&str] = &[
    "tanpa-adendum",
    "kembali-seperti-semula",
    "perubahan",
    "ralat",
    "adendum-diubah",
    "revisi",
    "revisi-tanpa-keterangan",
    "angka-dicabut",
    "kontrak-dihapus",
    "kontrak-kembali",
    "berkas-berganti-nama",
    "evaluasi-diubah",
    "keterangan-diubah",
    "pejabat-berganti",
    "aturan-diubah",
];

pub(super) struct Item<'a> {
    facts: Facts<'a>,
    event: &'a Event,
    /// The place of the event among all, from 1, and of the change in it, from 1.
    place: (usize, usize),
    /// None of an event that has none, such as a new name of a file.
    change: Option<&'a Change>,
}

columns! { Item;
    "peristiwa": Kind::Whole, Always, "Urutan peristiwa, yang tertua 1.", "Place of the event, the oldest being 1." => |c| Cell::count(c.place.0);
    "urutan": Kind::Whole, Always, "Urutan perubahan dalam peristiwa itu.", "Place of the change in that event." => |c| Cell::count(c.place.1);
    "waktu": Kind::Moment, Always, "Saat commit, atau hari situs ini untuk yang belum di-commit.", "Moment of the commit, or the day of this site for what is not committed." => |c| Cell::Moment(c.event.at);
    "commit": Kind::Text, Sometimes, "Commit yang memuatnya.", "The commit that holds it." => |c| optional(c.facts.commit(Some(&c.event.recorded)), Cell::text);
    "jenis": Kind::Choice(KINDS), Always, "Jenis peristiwa.", "Kind of event." => |c| Cell::text(kind(c.event.kind));
    "kontrak": Kind::Text, Sometimes, "Kontrak yang berubah; mungkin sudah tidak ada.", "The contract that changed; it may be gone." => |c| optional(contract(c.event), Cell::shown);
    "triwulan": Kind::Quarter, Sometimes, "Triwulan laporan yang berubah.", "The quarter whose report changed." => quarter;
    "pejabat": Kind::Text, Sometimes, "Pejabat yang bersangkutan.", "The official it concerns." => |c| optional(c.event.person.as_ref(), Cell::text);
    "jabatan": Kind::Text, Sometimes, "Jabatannya.", "Their post." => |c| optional(c.event.post.as_ref(), Cell::text);
    "perihal": Kind::Text, Sometimes, "Indikator atau program yang berubah, menurut pengenalnya.", "The indicator or programme that changed, by its id." => about;
    "isian": Kind::Text, Sometimes, "Isian yang berubah, seperti dalam berkas.", "The key that changed, as in the file." => |c| optional(c.change, |change| Cell::made(key(&change.key.term)));
    "sebelum": Kind::Text, Sometimes, "Isi sebelumnya; kosong bila tidak ada.", "What it said before; empty for nothing." => |c| optional(c.change, |change| stated(&change.before));
    "sesudah": Kind::Text, Sometimes, "Isi sesudahnya; kosong bila tidak ada.", "What it says after; empty for nothing." => |c| optional(c.change, |change| stated(&change.after));
    "tanggal": Kind::Date, Sometimes, "Hari perubahan menurut kantor pemerintah.", "The day of the change by the office's word." => |c| optional(c.event.declared.as_ref(), |d| Cell::Date(d.on));
    "alasan": Kind::Text, Sometimes, "Alasan yang dinyatakan (Markdown); kosong bila tidak dinyatakan.", "The declared reason (Markdown); empty where none was." => |c| optional(c.event.declared.as_ref(), |d| Cell::text(&d.reason));
}

pub(in crate::data) const TABLE: Table = Table {
    name: Some(TableName::Changes),
    about: [
        "Perubahan atas yang sudah ditandatangani atau diterbitkan, menurut riwayat repositori; kosong di situs yang riwayatnya tidak dicatat.",
        "Changes of what was signed or published, by the repository's history; empty where a site records none.",
    ],
    columns: COLUMNS,
    key: &["peristiwa", "urutan"],
    references: &[],
};

pub(super) fn rows<'a>(facts: Facts<'a>, of: &'a Selection) -> impl Iterator<Item = Row<'a>> + 'a {
    let events = &facts.record.events;
    let places: Vec<usize> = match of.extent {
        Extent::Whole => (0..events.len()).collect(),
        Extent::Part => {
            let near = facts.record.places_of(&of.contracts, &of.people);
            near.into_iter()
                .filter(|place| tells(of, &events[*place]))
                .collect()
        }
    };
    places.into_iter().flat_map(move |index| {
        let (event, place) = (&events[index], index + 1);
        let item = move |change, number| Item {
            facts,
            event,
            place: (place, number),
            change,
        };
        let changes = event.changes.iter().zip(1..);
        let whole = event.changes.is_empty().then(|| item(None, 1));
        let each = changes.map(move |(change, number)| item(Some(change), number));
        whole.into_iter().chain(each).map(|item| row(&item))
    })
}

/// Whether a selection of a part speaks of an event.
fn tells(of: &Selection, event: &Event) -> bool {
    let whole_years = of.quarter.is_none();
    match &event.subject {
        EventSubject::Contract(id) => whole_years && of.contracts.contains(id),
        EventSubject::Report(id, quarter) => of.tells(*quarter) && of.contracts.contains(id),
        EventSubject::Tenure(person, _) => whole_years && of.people.contains(person),
        EventSubject::Rules(_) => false,
    }
}

fn kind(kind: EventKind) -> &'static str {
    let at = EventKind::ALL.iter().position(|own| *own == kind);
    KINDS[at.expect("all kinds stand in the list of all")]
}

fn contract(event: &Event) -> Option<&ContractId> {
    match &event.subject {
        EventSubject::Contract(id) | EventSubject::Report(id, _) => Some(id),
        EventSubject::Tenure(..) | EventSubject::Rules(_) => None,
    }
}

fn quarter<'a>(item: &Item<'a>) -> Cell<'a> {
    match &item.event.subject {
        EventSubject::Report(_, quarter) => Cell::shown(quarter),
        _ => Cell::Missing,
    }
}

fn about<'a>(item: &Item<'a>) -> Cell<'a> {
    match item.change.map(|change| &change.key.item) {
        Some(Of::Indicator(id)) => Cell::text(id),
        Some(Of::Program(id)) => Cell::text(id),
        Some(Of::Whole) | None => Cell::Missing,
    }
}

fn key(term: &Term) -> String {
    match term {
        Term::English(term) => format!("en.{}", term.key()),
        Term::Quarter(quarter) => format!("target_triwulan.{}", quarter.key()),
        _ => term.key().to_owned(),
    }
}

fn stated(stated: &Stated) -> Cell<'_> {
    match stated {
        Stated::Nothing => Cell::Missing,
        Stated::Number { value, .. } => Cell::shown(value.normalized()),
        Stated::Range { from, to, .. } => {
            Cell::made(format!("{}..{}", from.normalized(), to.normalized()))
        }
        _ => Cell::made(stated.raw()),
    }
}
