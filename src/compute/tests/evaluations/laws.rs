//! What must hold on any day.

use super::*;

proptest! {
    #[test]
    fn each_day_adds_one_to_what_is_overdue(start in 0_u64..900) {
        let office = Office::of("2025-09-04", story("25/50/75/100")).rules([first_year()]);
        let day = date("2026-01-20") + chrono::Days::new(start);
        let distance = |day| match office.at(day).occurrences[0].state {
            EvaluationState::Upcoming { days } => -days,
            EvaluationState::DueToday => 0,
            EvaluationState::Overdue { days } => days,
            other => panic!("{other:?}"),
        };
        prop_assert_eq!(distance(day) + 1, distance(day + chrono::Days::new(1)));
    }

    #[test]
    fn nothing_has_an_outcome_while_something_due_is_missing(
        said in prop::collection::vec(0..3_u8, 4),
        start in 0_u64..500,
        months in 1_u32..15,
    ) {
        let entry = |said: &u8| ["50", "–", "x"][usize::from(*said)];
        let says: Vec<&str> = said.iter().map(entry).collect();
        let story = promised([up("100").quarterly("25/50/75/100")]).says(&says.join("/"));
        let office = Office::of("2025-12-20", story);
        let office = office.rules([rule("a", after(months, Since::Induction))]);
        let office = office.on_condition([capaian_of("1")]);
        let day = date("2026-01-20") + chrono::Days::new(start);
        for found in office.at(day).occurrences {
            let Some(quarter) = found.quarter else { continue };
            let until = &said[..quarter.of_year.number() as usize];
            let is_whole = until.iter().all(|said| *said == 0);
            let has_outcome = !matches!(found.by_figures, ByFigures::Open { .. });
            prop_assert!(!has_outcome || is_whole, "{says:?} {found:?}");
        }
    }
}
