//! D6: the client's own delays, in deciding on what we delivered and in what we needed from it.

use super::super::season::{Apart, Crossed, Said};
use super::super::{Against, Arg, Code, Draft, Facts, Need, Scene, Value, grade};
use super::{accepted, lacking};
use crate::days::Day;
use crate::record::{Deliverable, LateCause};
use crate::stats::median;

/// Compares the days the client takes to accept, business days where it is, with those agreed.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::D6);
    let waited: Vec<(&Deliverable, Day, Day)> =
        accepted(scene).filter_map(|d| Some((d, d.delivered_on?, d.accepted_on?))).collect();
    if (waited.len() as f64) < rule.data_min {
        return Err(lacking(scene));
    }
    let calendar = scene.their_calendar.as_ref().ok_or(Need::Place)?;
    let days = |from: Day, to: Day| f64::from(calendar.business_days(from.max(scene.since), to));
    let rows: Vec<Waited> = waited.iter().map(|(_, from, to)| (*from, days(*from, *to))).collect();
    let mut waited: Vec<(&Deliverable, f64)> =
        waited.iter().zip(&rows).map(|((d, ..), (_, days))| (*d, *days)).collect();
    let usual = median(&mut waited.iter().map(|(_, days)| *days).collect::<Vec<f64>>()).unwrap_or(0.0);
    let agreed = rule.more("agreed_days");
    let ratio = usual / agreed.max(1.0);
    let newest = waited.iter().filter_map(|(d, _)| d.accepted_on).max().unwrap_or(scene.on);
    let n = waited.len();
    let held = rule.above(ratio).and_then(|crossed| hold_apart(scene, crossed, &rows));
    let Some(((level, threshold), seasons)) = held else { return Ok(None) };
    waited.sort_by(|a, b| b.1.total_cmp(&a.1));
    waited.retain(|(_, days)| *days > agreed);
    let blocked = blocked(scene);
    let mut facts = Facts::of("deliverables", waited.iter().map(|(d, _)| (&d.id, d.source)));
    let also = blocked.iter().filter(|late| waited.iter().all(|(d, _)| d.id != late.id));
    facts.extend("deliverables", also.map(|d| (&d.id, d.source)));
    let own = [
        ("days", Arg::rounded(usual, 1)),
        ("agreed", Arg::rounded(agreed, 1)),
        ("slow", Arg::count(waited.len())),
        ("blocked", Arg::count(blocked.len())),
    ];
    Ok(Some(Draft {
        code: Code::D6,
        level: Some(level),
        value: Value::Number(ratio),
        threshold: Some(threshold),
        data: n as f64,
        n: n as u32,
        p: None,
        grade: grade::SYSTEM,
        newest,
        against: Against::Nothing,
        args: own.into_iter().chain(seasons).collect(),
        facts,
    }))
}

/// From which day on the client decided, and how many business days that took.
type Waited = (Day, f64);

/// Holds what the client was to decide on in a season of its place apart from the rest.
fn hold_apart(scene: &Scene, crossed: Crossed, rows: &[Waited]) -> Option<(Crossed, Said)> {
    let (rule, calendar) = (scene.rule(Code::D6), scene.their_calendar.as_ref()?);
    let agreed = rule.more("agreed_days").max(1.0);
    let earlier = || {
        let decided = |d: &Deliverable| {
            let (from, to) = (d.delivered_on?, d.accepted_on?);
            let is_earlier = scene.earliest() < to && to <= scene.since;
            is_earlier.then(|| (from, f64::from(calendar.business_days(from.max(scene.earliest()), to))))
        };
        scene.history.deliverables.iter().filter_map(decided).collect()
    };
    let apart = Apart {
        rule,
        day: &|row: &Waited| row.0,
        judge: &|rows| {
            let usual = median(&mut rows.iter().map(|row| row.1).collect::<Vec<f64>>());
            usual.and_then(|usual| rule.above(usual / agreed))
        },
        count: &|rows| rows.len(),
        earlier: &earlier,
    };
    apart.hold(scene, crossed, rows)
}

/// Returns the deliverables of the window that came late because of the client, the latest first.
fn blocked<'a>(scene: &Scene<'a>) -> Vec<&'a Deliverable> {
    let late = |d: &&Deliverable| {
        d.late_cause == Some(LateCause::Client) && d.delivered_on.is_some_and(|day| scene.in_window(day))
    };
    let mut late: Vec<&Deliverable> = scene.history.deliverables.iter().filter(late).collect();
    late.sort_by_key(|d| d.delivered_on.map(|day| d.due_on.since(day)));
    late
}

#[cfg(test)]
mod tests {
    use super::super::super::{Level, sample};
    use super::*;

    const ON: &str = "2026-06-30";

    /// Deliverables handed over on Sundays, the first working day in Riyadh, and accepted so many days later.
    fn accepted_after(days: i32, rest: &str) -> String {
        sample::rows(6, "2026-01-04", 14, |i, day| {
            format!("deliverables D-{i} due_on={day} delivered_on={day} accepted_on={} {rest}", day.plus(days))
        })
    }

    #[test]
    fn compares_with_the_days_agreed() {
        let check = |days, expected: Option<(Level, f64)>| {
            let draft = sample::draft(&accepted_after(days, ""), ON, Code::D6);
            assert_eq!(draft.as_ref().and_then(|d| Some((d.level?, d.threshold?))), expected, "{days}");
            assert_eq!(draft.map_or(0, |draft| draft.facts.total()), if expected.is_some() { 6 } else { 0 });
        };
        check(14, None); // ten business days: twice, not more
        check(15, Some((Level::Finding, 2.0)));
        check(28, Some((Level::Finding, 2.0)));
        check(29, Some((Level::Severe, 4.0)));
    }

    #[test]
    fn decisions_of_ramadan_are_held_apart() {
        // Four decisions of Ramadan 2026 took fifteen business days, and three of the autumn one.
        let row = |id: char, i: usize, day: Day, days: i32| {
            format!("deliverables {id}-{i} due_on={day} delivered_on={day} accepted_on={}", day.plus(days))
        };
        let slow = |id, first: &str| sample::rows(4, first, 1, |i, day| row(id, i, day, 21));
        let quick = sample::rows(3, "2025-09-07", 7, |i, day| row('A', i, day, 1));
        let found = |text: &[&str]| sample::draft(&text.join("\n"), ON, Code::D6).and_then(|draft| draft.level);
        assert_eq!(found(&[&quick, &slow('B', "2026-02-22")]), Some(Level::Watch));
        assert_eq!(found(&[&quick, &slow('B', "2026-02-22"), &slow('C', "2025-03-02")]), None);
        assert_eq!(found(&[&quick, &slow('B', "2026-04-05")]), Some(Level::Finding));
    }

    #[test]
    fn what_the_client_made_late_is_cited_too() {
        let late = "deliverables L-1 due_on=2026-03-01 delivered_on=2026-03-20 late_cause=client";
        let draft = sample::draft(&format!("{}\n{late}", accepted_after(15, "")), ON, Code::D6).expect("a finding");
        assert_eq!(sample::cited(&draft.facts).last().map(String::as_str), Some("L-1"));
    }

    #[test]
    fn names_what_is_missing() {
        let five: Vec<String> = accepted_after(15, "").lines().take(5).map(str::to_owned).collect();
        assert_eq!(sample::blind(&five.join("\n"), ON, Code::D6), Some(Need::MoreData));
        let open = "deliverables D-1 due_on=2026-06-01 delivered_on=2026-06-01";
        assert_eq!(sample::blind(open, ON, Code::D6), Some(Need::Acceptance));
        let nowhere = format!("clients C1 name=N country=QQ\n{}", accepted_after(15, ""));
        let firm = crate::firm::Firm { place: None, ..sample::firm() };
        let blind = sample::measured_at(&nowhere, ON, &firm).blind;
        assert!(blind.iter().any(|b| b.code == Code::D6 && b.needs == Need::Place));
    }
}
