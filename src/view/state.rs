//! How a state looks: word, mark and tone, in that order of importance.

use super::words::Words;
use crate::chart::Tone;
use crate::compute::{Counts, State};
use crate::format::Arg;
use crate::model::Standing;
use crate::social::Part;
use serde::Serialize;

/// A small label. The tone names a CSS class; it never stands alone.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Tag {
    pub tone: &'static str,
    pub mark: &'static str,
    pub text: String,
}

/// The class name of a tone.
pub(super) fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Watch => "watch",
        Tone::Bad => "bad",
        Tone::Neutral => "neutral",
    }
}

pub(super) fn tone(state: State) -> Tone {
    match state {
        State::Reached | State::OnTrack => Tone::Good,
        State::BelowTrack => Tone::Watch,
        State::NotReached | State::Late { .. } => Tone::Bad,
        State::Unavailable | State::NotDue => Tone::Neutral,
    }
}

fn mark(state: State) -> &'static str {
    match state {
        State::Reached | State::OnTrack => "✓",
        State::BelowTrack | State::NotReached => "✕",
        State::Late { .. } => "!",
        State::Unavailable | State::NotDue => "○",
    }
}

/// The tag of one commitment.
pub(super) fn tag(words: &Words<'_>, state: State) -> Tag {
    let text = match state {
        State::Reached => words.text("state_reached"),
        State::NotReached => words.text("state_not_reached"),
        State::OnTrack => words.text("state_on_track"),
        State::BelowTrack => words.text("state_below_track"),
        State::Unavailable => words.text("state_unavailable"),
        State::NotDue => words.text("state_not_due"),
        State::Late { days } => words.say("state_late", &[("days", days.unsigned_abs().into())]),
    };
    Tag {
        tone: class(tone(state)),
        mark: mark(state),
        text,
    }
}

/// Said beside the state when there is no percentage.
pub(super) fn not_computable_tag(words: &Words<'_>) -> Tag {
    Tag {
        tone: "neutral",
        mark: "○",
        text: words.text("state_not_computable"),
    }
}

/// In the place of a state, for a commitment that is not counted.
pub(super) fn standing_tag(words: &Words<'_>, standing: Standing) -> Option<Tag> {
    let (tone, key) = match standing {
        Standing::InForce => return None,
        Standing::Dropped { .. } => ("neutral", "state_withdrawn"),
        Standing::Undeclared { .. } => ("bad", "state_undeclared"),
    };
    Some(Tag {
        tone,
        mark: "○",
        text: words.text(key),
    })
}

/// One tag for each state that occurs, the worst never hidden.
pub(super) fn count_tags(words: &Words<'_>, counts: Counts) -> Vec<Tag> {
    let parts = count_parts(words, counts).into_iter();
    parts
        .map(|part| Tag {
            tone: class(part.tone),
            mark: part.mark,
            text: part.text,
        })
        .collect()
}

/// As [`count_tags`], with the number of commitments beside the text that tells it.
pub(super) fn count_parts(words: &Words<'_>, counts: Counts) -> Vec<Part> {
    let late = State::Late {
        days: counts.latest_days,
    };
    let all = [
        ("count_reached", State::Reached, counts.reached),
        ("count_on_track", State::OnTrack, counts.on_track),
        ("count_below_track", State::BelowTrack, counts.below_track),
        ("count_not_reached", State::NotReached, counts.not_reached),
        ("count_late", late, counts.late),
        ("count_unavailable", State::Unavailable, counts.unavailable),
        ("count_not_due", State::NotDue, counts.not_due),
    ];
    all.into_iter()
        .filter(|(_, _, count)| *count > 0)
        .map(|(key, state, count)| Part {
            tone: tone(state),
            mark: mark(state),
            text: words.say(key, &[("count", (count as u64).into())]),
            count,
        })
        .collect()
}

/// How a whole contract stands, in a few words: "3 dari 4 dipenuhi".
pub(super) fn headline_tag(words: &Words<'_>, counts: Counts) -> Tag {
    if counts.due() == 0 {
        return tag(words, State::NotDue);
    }
    let tone = overall_tone(counts);
    let args = [
        ("kept", Arg::Count(counts.kept() as u64)),
        ("total", Arg::Count(counts.due() as u64)),
    ];
    Tag {
        tone: class(tone),
        mark: overall_mark(tone),
        text: words.say("headline_kept", &args),
    }
}

/// The mark of a whole contract. One of which something is not kept has none: beside the number of
/// those that are, it would say the contrary.
pub(super) fn overall_mark(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "✓",
        Tone::Watch | Tone::Bad => "",
        Tone::Neutral => "○",
    }
}

/// The tone of a whole contract: its worst news decides.
pub(super) fn overall_tone(counts: Counts) -> Tone {
    if counts.late + counts.not_reached > 0 {
        Tone::Bad
    } else if counts.below_track > 0 {
        Tone::Watch
    } else if counts.kept() > 0 {
        Tone::Good
    } else {
        Tone::Neutral
    }
}

/// What is not kept, in words: "2 di bawah jalur, 1 belum dilaporkan (terlambat 12 hari)".
/// Empty when nothing is left to say.
pub(super) fn rest_sentence(words: &Words<'_>, counts: Counts) -> String {
    let late_days = counts.latest_days.unsigned_abs();
    let say = |key: &str, count: usize| {
        (count > 0).then(|| words.say(key, &[("count", (count as u64).into())]))
    };
    let late = (counts.late > 0).then(|| {
        let args = [
            ("count", (counts.late as u64).into()),
            ("days", late_days.into()),
        ];
        words.say("rest_late", &args)
    });
    let parts: Vec<String> = [
        say("rest_below_track", counts.below_track),
        say("rest_not_reached", counts.not_reached),
        late,
        say("rest_unavailable", counts.unavailable),
        say("rest_not_due", counts.not_due),
    ]
    .into_iter()
    .flatten()
    .collect();
    words.formats().list(&parts)
}

/// "9 dari 12 komitmen sesuai jalur": reached, on track, or both, as it is.
pub(super) fn kept_sentence(words: &Words<'_>, counts: Counts, when: &str) -> String {
    let args = [
        ("kept", Arg::Count(counts.kept() as u64)),
        ("total", Arg::Count(counts.due() as u64)),
        ("when", when.into()),
    ];
    if counts.due() == 0 {
        let total = [("total", Arg::Count(counts.total() as u64))];
        return words.say("nothing_due", &total);
    }
    let is_final = counts.reached + counts.not_reached > 0;
    let is_underway = counts.on_track + counts.below_track > 0;
    let key = match (is_final, is_underway) {
        _ if counts.late == counts.due() => "kept_silent",
        (false, false) => "kept_without_figures",
        (true, false) => "kept_reached",
        (false, true) => "kept_on_track",
        (true, true) => "kept_both",
    };
    words.say(key, &args)
}

/// "berhasil 5, belum berhasil 2, tanpa angka 1, belum jatuh tempo 3": success and failure
/// apart from what nobody can tell yet.
pub(super) fn success_sentence(words: &Words<'_>, counts: Counts) -> String {
    let all = [
        ("success_kept", counts.kept()),
        ("success_not_kept", counts.not_reached + counts.below_track),
        ("success_silent", counts.silent()),
        ("success_not_due", counts.not_due),
    ];
    let parts: Vec<String> = all
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| words.say(key, &[("count", (count as u64).into())]))
        .collect();
    parts.join(", ")
}
