//! An organisation and a post, as new files.

use super::text::Text;
use crate::edit::Value;
use crate::model::{OpdId, PostId};

/// An organisation that is to be written down.
#[derive(Clone, Debug)]
pub struct OpdDraft {
    pub name: String,
    pub short_name: Option<String>,
}

/// A post that is to be written down.
#[derive(Clone, Debug)]
pub struct PostDraft {
    pub name: String,
    /// Its organisation; the head of the region has none.
    pub opd: Option<OpdId>,
    pub echelon: Option<String>,
    /// The post above.
    pub superior: Option<PostId>,
}

/// The file of an organisation; `schema_line` is its first line.
pub fn opd(draft: &OpdDraft, schema_line: Option<&str>) -> String {
    let mut text = Text::with_schema(schema_line);
    text.comment(0, "Satu berkas untuk satu organisasi.");
    text.entry(0, "nama", Some(Value::text(&draft.name)));
    if let Some(short_name) = &draft.short_name {
        text.entry(0, "singkatan", Some(Value::text(short_name)));
    }
    text.finish()
}

/// The file of a post; `schema_line` is its first line.
pub fn post(draft: &PostDraft, schema_line: Option<&str>) -> String {
    let mut text = Text::with_schema(schema_line);
    text.comment(0, "Satu berkas untuk satu jabatan, siapa pun pemegangnya.");
    text.entry(0, "nama", Some(Value::text(&draft.name)));
    if let Some(opd) = &draft.opd {
        text.entry(0, "opd", Some(Value::plain(opd)));
    }
    if let Some(echelon) = &draft.echelon {
        text.entry(0, "eselon", Some(Value::text(echelon)));
    }
    if let Some(superior) = &draft.superior {
        text.entry(0, "atasan", Some(Value::plain(superior)));
    } else {
        text.comment(
            0,
            "Bila berkas jabatan atasannya sudah ada: hapus tanda # dan tulis id jabatan itu.",
        );
        text.line(0, "# atasan: bupati");
    }
    text.finish()
}
