//! Organisations, posts and the people who hold them, over time.

use super::{Date, OpdId, PersonId, PostId, Wording};
use serde::{Deserialize, Serialize};

/// An organisation of the government (organisasi perangkat daerah).
#[derive(Clone, Debug, PartialEq)]
pub struct Opd {
    pub id: OpdId,
    pub name: Wording,
    pub short_name: Option<Wording>,
    pub predecessors: Vec<Predecessor>,
}

/// An organisation that this one grew out of.
#[derive(Clone, Debug, PartialEq)]
pub struct Predecessor {
    pub opd: OpdId,
    /// The first day of the new order.
    pub since: Date,
    pub event: OpdEvent,
}

/// How an organisation came from another (`peristiwa`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpdEvent {
    /// `digabung`
    Merged,
    /// `dipecah`
    Split,
    /// `berganti_nama`
    Renamed,
}

/// A post (jabatan).
#[derive(Clone, Debug, PartialEq)]
pub struct Post {
    pub id: PostId,
    pub name: Wording,
    pub opd: Option<OpdId>,
    /// `eselon`, as written: `II.b`.
    pub echelon: Option<String>,
    /// `atasan`: the post above.
    pub superior: Option<PostId>,
}

/// A person who holds or held posts.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    pub id: PersonId,
    /// With degrees. Optional below echelon IV.
    pub name: Option<String>,
    /// Path below `content/`, e.g. `media/pejabat/ratna.jpg`.
    pub photo: Option<String>,
    pub tenures: Vec<Tenure>,
}

/// A person's time in a post.
#[derive(Clone, Debug, PartialEq)]
pub struct Tenure {
    pub post: PostId,
    pub capacity: Capacity,
    /// `pelantikan`: the day of induction.
    pub inducted: Date,
    /// `selesai`: the last day in the post, if it has ended.
    pub ended: Option<Date>,
    pub selection: Option<Selection>,
}

impl Tenure {
    /// Whether the post is held on any day from `start` to `end`, both included.
    pub fn covers(&self, start: Date, end: Date) -> bool {
        self.inducted <= end && self.ended.is_none_or(|ended| start <= ended)
    }
}

/// In which capacity somebody holds a post or signs (`kedudukan`). Acting is a property of the
/// tenure or the signing, not of the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Capacity {
    /// `definitif`
    Definitive,
    /// `plt`: pelaksana tugas, acting while the post is vacant.
    Acting,
    /// `plh`: pelaksana harian, acting while the holder is away.
    DailyActing,
}

/// How the person was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    pub kind: String,
    /// How many people applied.
    pub applicants: Option<u32>,
    /// How many posts were open.
    pub posts: Option<u32>,
}
