//! An official, as a new file.

use super::text::Text;
use crate::edit::Value;
use crate::model::{Capacity, Date, PersonId, PostId};
use crate::parse::scalar::Choice;

/// More posts than these make no list that anybody reads.
const MOST_POSTS: usize = 60;

/// Who is to be written down.
#[derive(Clone, Debug)]
pub struct PersonDraft {
    pub id: PersonId,
    /// With degrees.
    pub name: String,
    pub post: PostId,
    pub capacity: Capacity,
    /// The day of induction.
    pub inducted: Date,
}

/// The file of a person; `posts` are the ids that the post may have, for the comments, and
/// `schema_line` is its first line.
pub fn person(draft: &PersonDraft, posts: &[&PostId], schema_line: Option<&str>) -> String {
    let mut text = Text::with_schema(schema_line);
    text.comment(
        0,
        "Satu berkas untuk satu orang. Jangan menulis NIP, NIK, telepon, atau surel.",
    );
    text.entry(0, "nama", Some(Value::text(&draft.name)));
    text.comment(
        0,
        "Bila fotonya sudah ada di content/media/, hapus tanda # di baris berikut.",
    );
    text.line(0, &format!("# foto: media/{}.jpg", draft.id));
    text.line(0, "jabatan:");
    let others = posts.iter().map(|post| post.to_string());
    let others = others.collect::<Vec<_>>().join(", ");
    if posts.len() <= MOST_POSTS {
        text.comment(2, &format!("Jabatan yang ada: {others}."));
    }
    text.item(2, "jabatan", Some(Value::plain(&draft.post)));
    text.comment(4, "definitif, plt, atau plh.");
    text.entry(4, "kedudukan", Some(Value::plain(draft.capacity.word())));
    text.entry(4, "pelantikan", Some(Value::plain(draft.inducted)));
    text.comment(
        4,
        "Bila sudah berakhir: hapus tanda # dan tulis hari terakhirnya dalam jabatan.",
    );
    text.line(4, &format!("# selesai: {}", draft.inducted));
    text.finish()
}
