//! Officials and the posts they held.

use crate::data::column::{Cell, Kind, Reference, Row, Table, TableName, columns, optional};
use crate::data::facts::Facts;
use crate::data::machine;
use crate::data::selection::Selection;
use crate::model::{Person, Tenure};
use crate::url::Subject;

/// In which capacity a post is held.
pub(super) const CAPACITIES: &[&str] = &["definitif", "plt", "plh"];

pub(super) mod persons {
    use super::*;

    pub(in crate::data::tables) struct Item<'a>(Facts<'a>, &'a Person);

    columns! { Item;
        "id": Kind::Text, Always, "Pengenal pejabat.", "Id of the official." => |p| Cell::text(&p.1.id);
        "nama": Kind::Text, Sometimes, "Nama dengan gelar; di bawah eselon IV boleh tidak dimuat.", "Name with degrees; below echelon IV it may be withheld." => |p| optional(p.1.name.as_ref(), Cell::text);
        "alamat": Kind::Address, Always, "Alamat halamannya.", "Address of the official's page." => |p| Cell::made(p.0.address(Subject::Official(p.1.id.clone())));
    }

    pub(in crate::data) const TABLE: Table = Table {
        name: Some(TableName::People),
        about: ["Pejabat.", "Officials."],
        columns: COLUMNS,
        key: &["id"],
        references: &[],
    };

    pub(in crate::data) fn rows<'a>(
        facts: Facts<'a>,
        of: &'a Selection,
    ) -> Box<dyn Iterator<Item = Row<'a>> + 'a> {
        let people = of.people.iter();
        Box::new(people.map(move |id| row(&Item(facts, &facts.register.people[id]))))
    }
}

pub(super) mod tenures {
    use super::*;

    pub(in crate::data::tables) struct Item<'a> {
        person: &'a Person,
        number: usize,
        tenure: &'a Tenure,
    }

    columns! { Item;
        "pejabat": Kind::Text, Always, "Pejabat.", "The official." => |t| Cell::text(&t.person.id);
        "nomor": Kind::Whole, Always, "Urutannya di antara masa jabatan pejabat itu, mulai dari 1.", "Its place among the official's tenures, from 1." => |t| Cell::count(t.number);
        "jabatan": Kind::Text, Always, "Jabatan yang dipegang.", "The post that is held." => |t| Cell::text(&t.tenure.post);
        "kedudukan": Kind::Choice(CAPACITIES), Always, "Kedudukan: definitif, pelaksana tugas (plt) atau pelaksana harian (plh).", "Capacity: definitive, acting while the post is vacant (plt) or while its holder is away (plh)." => |t| Cell::text(machine::capacity(t.tenure.capacity));
        "pelantikan": Kind::Date, Always, "Hari pelantikan.", "Day of induction." => |t| Cell::Date(t.tenure.inducted);
        "selesai": Kind::Date, Sometimes, "Hari terakhir dalam jabatan, bila sudah selesai.", "Last day in the post, if it has ended." => |t| optional(t.tenure.ended, Cell::Date);
    }

    pub(in crate::data) const TABLE: Table = Table {
        name: Some(TableName::Tenures),
        about: [
            "Masa jabatan: siapa memegang jabatan apa, sejak kapan.",
            "Tenures: who held which post, since when.",
        ],
        columns: COLUMNS,
        key: &["pejabat", "nomor"],
        references: &[
            Reference {
                columns: &["pejabat"],
                to: TableName::People,
                named: &["id"],
            },
            Reference {
                columns: &["jabatan"],
                to: TableName::Posts,
                named: &["id"],
            },
        ],
    };

    pub(in crate::data) fn rows<'a>(
        facts: Facts<'a>,
        of: &'a Selection,
    ) -> Box<dyn Iterator<Item = Row<'a>> + 'a> {
        let people = of.people.iter().map(move |id| &facts.register.people[id]);
        Box::new(people.flat_map(|person| {
            let tenures = person.tenures.iter().zip(1..);
            tenures.map(move |(tenure, number)| {
                row(&Item {
                    person,
                    number,
                    tenure,
                })
            })
        }))
    }
}
