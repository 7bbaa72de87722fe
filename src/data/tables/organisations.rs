//! Organisations and posts.

use crate::data::column::{Cell, Kind, Reference, Row, Table, TableName, columns, optional};
use crate::data::facts::Facts;
use crate::data::selection::Selection;
use crate::model::{Language, Opd, Post, Wording};
use crate::url::Subject;

/// What a text says in English, where the data have it.
pub(super) fn english<T: AsRef<str>>(wording: &Wording<T>) -> Cell<'_> {
    let (text, language) = wording.in_language(Language::English);
    match language {
        Language::English => Cell::text(text.as_ref()),
        Language::Indonesian => Cell::Missing,
    }
}

pub(super) mod opds {
    use super::*;

    pub(in crate::data::tables) struct Item<'a>(Facts<'a>, &'a Opd);

    columns! { Item;
        "id": Kind::Text, Always, "Pengenal perangkat daerah.", "Id of the organisation." => |o| Cell::text(&o.1.id);
        "nama": Kind::Text, Always, "Nama.", "Name." => |o| Cell::text(o.1.name.own());
        "nama_en": Kind::Text, Sometimes, "Nama dalam bahasa Inggris.", "Name in English." => |o| english(&o.1.name);
        "singkatan": Kind::Text, Sometimes, "Nama pendek.", "Short name." => |o| optional(o.1.short_name.as_ref(), |name| Cell::text(name.own()));
        "pendahulu": Kind::Text, Sometimes, "Pengenal perangkat daerah asalnya, dipisah spasi.", "Ids of the organisations it came from, separated by spaces." => |o| predecessors(o.1);
        "alamat": Kind::Address, Always, "Alamat halamannya.", "Address of its page." => |o| Cell::made(o.0.address(Subject::Opd(o.1.id.clone())));
    }

    pub(in crate::data) const TABLE: Table = Table {
        name: Some(TableName::Opds),
        about: ["Perangkat daerah.", "Organisations of the government."],
        columns: COLUMNS,
        key: &["id"],
        references: &[],
    };

    pub(in crate::data) fn rows<'a>(
        facts: Facts<'a>,
        of: &'a Selection,
    ) -> Box<dyn Iterator<Item = Row<'a>> + 'a> {
        let rows = of.opds.iter();
        Box::new(rows.map(move |id| row(&Item(facts, &facts.register.opds[id]))))
    }

    fn predecessors(opd: &Opd) -> Cell<'_> {
        let ids = opd.predecessors.iter().map(|before| before.opd.as_str());
        let ids: Vec<&str> = ids.collect();
        optional((!ids.is_empty()).then(|| ids.join(" ")), Cell::made)
    }
}

pub(super) mod posts {
    use super::*;

    pub(in crate::data::tables) struct Item<'a>(Facts<'a>, &'a Post);

    columns! { Item;
        "id": Kind::Text, Always, "Pengenal jabatan.", "Id of the post." => |p| Cell::text(&p.1.id);
        "nama": Kind::Text, Always, "Nama jabatan.", "Name of the post." => |p| Cell::text(p.1.name.own());
        "nama_en": Kind::Text, Sometimes, "Nama dalam bahasa Inggris.", "Name in English." => |p| english(&p.1.name);
        "opd": Kind::Text, Sometimes, "Perangkat daerahnya.", "Its organisation." => |p| optional(p.1.opd.as_ref(), Cell::text);
        "eselon": Kind::Text, Sometimes, "Eselon, seperti II.b.", "Echelon, such as II.b." => |p| optional(p.1.echelon.as_ref(), Cell::text);
        "atasan": Kind::Text, Sometimes, "Jabatan di atasnya.", "The post above." => |p| optional(p.1.superior.as_ref(), Cell::text);
        "alamat": Kind::Address, Always, "Alamat halamannya.", "Address of its page." => |p| Cell::made(p.0.address(Subject::Post(p.1.id.clone())));
    }

    pub(in crate::data) const TABLE: Table = Table {
        name: Some(TableName::Posts),
        about: ["Jabatan.", "Posts."],
        columns: COLUMNS,
        key: &["id"],
        references: &[
            Reference {
                columns: &["opd"],
                to: TableName::Opds,
                named: &["id"],
            },
            Reference {
                columns: &["atasan"],
                to: TableName::Posts,
                named: &["id"],
            },
        ],
    };

    pub(in crate::data) fn rows<'a>(
        facts: Facts<'a>,
        of: &'a Selection,
    ) -> Box<dyn Iterator<Item = Row<'a>> + 'a> {
        let rows = of.posts.iter();
        Box::new(rows.map(move |id| row(&Item(facts, &facts.register.posts[id]))))
    }
}
