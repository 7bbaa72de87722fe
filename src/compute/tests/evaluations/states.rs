//! What became of an evaluation.

use super::*;

/// `lewat 3 hari`, as a row of a table has it.
fn shown_state(state: EvaluationState) -> String {
    match state {
        EvaluationState::Upcoming { days } => format!("{days} hari lagi"),
        EvaluationState::DueToday => "hari ini".into(),
        EvaluationState::Overdue { days } => format!("lewat {days} hari"),
        EvaluationState::Waiting { quarter, days } => {
            format!("menunggu {} {days} hari", named(quarter))
        }
        EvaluationState::Held { timing, .. } => match timing {
            Timing::Early { days } => format!("{days} hari lebih awal"),
            Timing::OnTheDay => "tepat".into(),
            Timing::Late { days } => format!("terlambat {days} hari"),
            Timing::Unscheduled => "di luar jadwal".into(),
        },
        EvaluationState::Extended { days, .. } => format!("diperpanjang {days} hari"),
        EvaluationState::ExtensionOver { days, .. } => format!("perpanjangan lewat {days} hari"),
        EvaluationState::Missed { .. } => "tidak tercatat".into(),
        EvaluationState::NotApplicable { .. } => "tidak berlaku".into(),
    }
}

#[test]
fn every_state_of_an_evaluation() {
    // Due on 4 September 2026, on the figures of TW II.
    let plain = Office::of("2025-09-04", story("25/50")).rules([first_year()]);
    let office = plain.clone().on_condition([capaian_of("100")]);
    let silent = Office::of("2025-09-04", story("25")).rules([first_year()]);
    let silent = silent.on_condition([capaian_of("100")]);
    let extended = Decision::Extended {
        until: date("2027-03-04"),
    };
    let id = "tahun-pertama";
    let cases = [
        (office.clone(), "2026-09-01", "3 hari lagi"),
        (office.clone(), "2026-09-04", "hari ini"),
        (office.clone(), "2026-09-05", "lewat 1 hari"),
        (silent.clone(), "2026-09-01", "3 hari lagi"),
        (silent.clone(), "2026-09-04", "menunggu TW II 0 hari"),
        (silent, "2026-09-14", "menunggu TW II 10 hari"),
        (
            office.clone().held(id, "2026-09-04", Decision::Met),
            "2026-09-04",
            "tepat",
        ),
        (
            office.clone().held(id, "2026-09-01", Decision::Met),
            "2026-09-04",
            "3 hari lebih awal",
        ),
        (
            office.clone().held(id, "2026-09-14", Decision::Met),
            "2026-09-20",
            "terlambat 10 hari",
        ),
        // What is dated later is not known yet.
        (
            office.clone().held(id, "2026-09-14", Decision::Met),
            "2026-09-13",
            "lewat 9 hari",
        ),
        (
            office.clone().held(id, "2026-09-14", extended),
            "2027-03-01",
            "diperpanjang 3 hari",
        ),
        (
            office.clone().held(id, "2026-09-14", extended),
            "2027-03-04",
            "diperpanjang 0 hari",
        ),
        (
            office.clone().held(id, "2026-09-14", extended),
            "2027-03-06",
            "perpanjangan lewat 2 hari",
        ),
        (
            office.clone().left("2026-09-03"),
            "2026-06-01",
            "tidak berlaku",
        ),
        (
            office.clone().left("2026-09-03"),
            "2026-12-01",
            "tidak berlaku",
        ),
        (office.clone().left("2026-09-04"), "2026-09-04", "hari ini"),
        (
            office.clone().left("2026-09-10"),
            "2026-09-10",
            "lewat 6 hari",
        ),
        (
            office.clone().left("2026-09-10"),
            "2026-09-11",
            "tidak tercatat",
        ),
        // After an extension the last decision stands.
        (
            office
                .held(id, "2026-09-14", extended)
                .held(id, "2027-03-02", Decision::Met),
            "2027-03-06",
            "terlambat 179 hari",
        ),
        (
            plain.clone().scored("lain", "2026-08-01", 1),
            "2026-09-01",
            "3 hari lagi",
        ),
    ];
    for (number, (office, day, expected)) in cases.into_iter().enumerate() {
        let state = shown_state(office.only(day).state);
        assert_eq!(state, expected, "case {number} on {day}");
    }
}

#[test]
fn a_record_belongs_to_the_nearest_day_of_its_series() {
    let yearly = rule("tahunan", every(12, Since::Induction));
    let office = Office::of("2024-08-01", story("25/50/75/100")).rules([yearly]);
    // Held, and how the days of August 2026 and 2027 stand afterwards.
    let cases = [
        ("2026-08-05", "terlambat 4 hari", "208 hari lagi"),
        ("2026-07-20", "12 hari lebih awal", "208 hari lagi"),
        ("2027-01-01", "terlambat 153 hari", "208 hari lagi"),
        ("2027-01-30", "terlambat 182 hari", "183 hari lagi"),
        ("2027-01-31", "lewat 183 hari", "182 hari lebih awal"),
    ];
    for (held, first, second) in cases {
        let today = date(held).max(date("2027-01-05"));
        let office = office.clone().held("tahunan", held, Decision::Met);
        let states: Vec<String> = office
            .at(today)
            .occurrences
            .iter()
            .map(|o| shown_state(o.state))
            .collect();
        assert_eq!(states, [first, second], "{held}");
    }
}

#[test]
fn a_record_that_no_day_belongs_to_is_told_all_the_same() {
    let office = Office::of("2024-08-01", story("25/50")).rules([first_year()]);
    let office = office.held("tahun-pertama", "2026-08-05", Decision::Met);
    let found = office.only("2026-09-01");
    assert_eq!(shown_state(found.state), "di luar jadwal");
    assert_eq!((found.due, found.number), (None, 0));
}
