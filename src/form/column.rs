//! The columns of a form: what stands where, and how it is found again.

/// A column of the table of commitments or of programmes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    Name,
    Unit,
    Direction,
    Target,
    YearTarget,
    Last,
    Value,
    Unavailable,
    Note,
    Obstacle,
    FollowUp,
    /// Why a reported value is another one now; only where there is one.
    Reason,
    Program,
    Budget,
    /// What was absorbed by the last report of a programme.
    LastAbsorbed,
    Absorbed,
}

impl Column {
    /// Of the table of commitments, from the left.
    pub const OF_COMMITMENTS: [Self; 12] = [
        Self::Name,
        Self::Unit,
        Self::Direction,
        Self::Target,
        Self::YearTarget,
        Self::Last,
        Self::Value,
        Self::Unavailable,
        Self::Note,
        Self::Obstacle,
        Self::FollowUp,
        Self::Reason,
    ];

    /// The free texts of a commitment.
    pub const TEXTS: [Self; 3] = [Self::Note, Self::Obstacle, Self::FollowUp];

    /// The message that heads it.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Name => "column_name",
            Self::Unit => "column_unit",
            Self::Direction => "column_direction",
            Self::Target => "column_target",
            Self::YearTarget => "column_year_target",
            Self::Last | Self::LastAbsorbed => "column_last",
            Self::Value => "column_value",
            Self::Unavailable => "column_unavailable",
            Self::Note => "column_note",
            Self::Obstacle => "column_obstacle",
            Self::FollowUp => "column_follow_up",
            Self::Reason => "column_reason",
            Self::Program => "column_program",
            Self::Budget => "column_budget",
            Self::Absorbed => "column_absorbed",
        }
    }

    /// Where it stands in a form as it is written, from 0; column 0 holds the hidden marks.
    pub fn place(self) -> u16 {
        match self {
            Self::Program => Self::Name.place(),
            Self::Budget => Self::Target.place(),
            Self::LastAbsorbed => Self::Last.place(),
            Self::Absorbed => Self::Value.place(),
            _ => {
                let at = Self::OF_COMMITMENTS.iter().position(|own| *own == self);
                at.and_then(|at| u16::try_from(at).ok())
                    .map_or(1, |at| at + 1)
            }
        }
    }

    /// In characters.
    pub fn width(self) -> f64 {
        match self {
            Self::Name | Self::Program => 30.0,
            Self::Unit => 12.0,
            Self::Direction => 18.0,
            Self::Target | Self::YearTarget | Self::Budget => 13.5,
            Self::Last | Self::LastAbsorbed => 20.0,
            Self::Value | Self::Absorbed => 17.0,
            Self::Unavailable | Self::Note | Self::Obstacle | Self::FollowUp | Self::Reason => 21.0,
        }
    }

    /// The key of a result file that an input column fills.
    pub fn key(self) -> Option<&'static str> {
        match self {
            Self::Value => Some("nilai"),
            Self::Unavailable => Some("belum_ada"),
            Self::Note => Some("catatan"),
            Self::Obstacle => Some("kendala"),
            Self::FollowUp => Some("tindak_lanjut"),
            _ => None,
        }
    }
}

/// Two headings are the same however they were wrapped, spaced or capitalised since.
pub fn same_heading(a: &str, b: &str) -> bool {
    let plain = |text: &str| {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    plain(a) == plain(b)
}
