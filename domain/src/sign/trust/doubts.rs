//! R3: doubts of our ability, more of them than in the client's own past.

use super::super::{Against, Arg, Code, Draft, Facts, Need, Scene, Value, grade};
use super::basis;
use crate::record::{Incident, IncidentKind};
use crate::stats::rate_ratio_p;

/// The latest three months, compared with what lies before them in the window.
const LATEST_DAYS: i32 = 91;
const MONTH_DAYS: f64 = 30.4375;

/// Compares the rate of the latest three months with the rate before them.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::R3);
    let from = scene.on.plus(-LATEST_DAYS);
    let begun = scene.history.first_day().map_or(scene.on, |day| day.max(scene.since));
    let earlier_days = f64::from(from.since(begun).max(0));
    if scene.history.incidents.is_empty() {
        return Ok(Some(Draft::silent(Code::R3, scene.on)));
    } else if earlier_days < rule.data_min * MONTH_DAYS {
        return Err(Need::MoreData);
    }
    let incidents = scene.within(&scene.history.incidents, |i| i.at.day);
    let doubts = || incidents.iter().filter(|i| i.kind == IncidentKind::Doubt);
    let latest: Vec<&Incident> = doubts().rev().take_while(|i| from < i.at.day).collect();
    let earlier = doubts().count() - latest.len();
    if latest.len() + earlier == 0 {
        return Ok(None);
    }
    let p = rate_ratio_p(latest.len(), f64::from(LATEST_DAYS), earlier, earlier_days).unwrap_or(1.0);
    let crossed = rule.reached(latest.len() as f64).filter(|_| p < rule.more("p_max"));
    let Some((level, threshold)) = crossed else {
        return Ok(Some(Draft { p: Some(p), against: Against::Nothing, ..Draft::silent(Code::R3, scene.on) }));
    };
    let upheld = latest.iter().filter(|i| i.upheld == Some(true)).count();
    Ok(Some(Draft {
        code: Code::R3,
        level: Some(level),
        value: Value::Number(latest.len() as f64),
        threshold: Some(threshold),
        data: earlier_days / MONTH_DAYS,
        n: doubts().count() as u32,
        p: Some(p),
        grade: grade::OURS,
        newest: latest.first().map_or(from, |i| i.at.day),
        against: Against::Nothing,
        args: vec![
            ("doubts", Arg::count(latest.len())),
            ("earlier", Arg::count(earlier)),
            ("months", Arg::Number((earlier_days / MONTH_DAYS).round())),
            ("upheld", Arg::count(upheld)),
            ("basis", Arg::word(basis(latest.iter().map(|i| i.upheld)))),
        ],
        facts: Facts::of("incidents", latest.into_iter().map(|i| (&i.id, i.source))),
    }))
}

#[cfg(test)]
mod tests {
    use super::super::super::{Level, sample};
    use super::*;

    const ON: &str = "2026-06-30";

    /// A year of traces, some doubts early in it, some in its last three months.
    fn doubts(earlier: usize, latest: usize) -> String {
        let row = |i: usize, day| format!("incidents I-{i} at={day} kind=doubt");
        let earlier = sample::rows(earlier, "2025-08-01", 20, |i, day| row(100 + i, day));
        let latest = sample::rows(latest, "2026-04-10", 7, row);
        format!("feedback F-1 on_day=2025-07-01 score=5\n{earlier}\n{latest}")
    }

    #[test]
    fn compares_with_the_clients_own_past() {
        let check = |earlier, latest, level| {
            let draft = sample::draft(&doubts(earlier, latest), ON, Code::R3);
            assert_eq!(draft.as_ref().and_then(|draft| draft.level), level, "{earlier} then {latest}");
            let cites = draft.map_or(vec![], |draft| sample::cited(&draft.facts));
            assert_eq!(cites.len(), if level.is_some() { latest } else { 0 });
        };
        check(0, 2, None); // (91/365)^2 = .06
        check(0, 3, Some(Level::Finding));
        check(0, 6, Some(Level::Severe));
        check(9, 3, None);
        check(4, 8, Some(Level::Severe));
    }

    #[test]
    fn a_test_that_found_nothing_still_counts_as_one() {
        let draft = sample::draft(&doubts(9, 3), ON, Code::R3).expect("a test was made");
        assert!(draft.p.is_some_and(|p| p > 0.5) && draft.level.is_none());
        assert_eq!(sample::finding(&doubts(9, 3), ON, Code::R3), None);
    }

    #[test]
    fn names_what_is_missing() {
        let blind = |text: &str| sample::blind(text, ON, Code::R3);
        assert_eq!(blind("feedback F-1 on_day=2025-08-01 score=5"), Some(Need::Incidents));
        assert_eq!(blind("incidents I-1 at=2026-02-01 kind=doubt"), Some(Need::MoreData));
        assert_eq!(blind("incidents I-1 at=2025-08-01 kind=dispute"), None);
    }
}
