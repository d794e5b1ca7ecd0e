//! D1: hours that nobody agreed to pay for, beside the hours inside the agreed scope.

use super::super::{Against, Arg, Code, Draft, Facts, Need, Scene, Value, grade};
use crate::record::{InScope, Time};

/// Finds work outside the scope; paid changes count on neither side, and what nobody marked counts as inside.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::D1);
    let rows = marked(scene)?;
    let months = rows.chunk_by(|a, b| a.on_day.month() == b.on_day.month()).count();
    if (months as f64) < rule.data_min {
        return Err(Need::MoreData);
    } else if rows.iter().all(|t| t.in_scope.is_none()) {
        return Err(Need::InScope);
    }
    let hours =
        |tells: fn(&Time) -> bool| rows.iter().filter(|t| tells(t)).map(|t| t.minutes).sum::<i64>() as f64 / 60.0;
    let outside = hours(|t| t.in_scope == Some(InScope::No));
    let inside = hours(|t| !matches!(t.in_scope, Some(InScope::No | InScope::PaidChange)));
    // Where nothing lies inside, one hour stands in, so that the share stays a number.
    let share = outside / inside.max(1.0);
    Ok(rule.above(share).map(|(level, threshold)| Draft {
        code: Code::D1,
        level: Some(level),
        value: Value::Number(share),
        threshold: Some(threshold),
        data: months as f64,
        n: rows.len() as u32,
        p: None,
        grade: grade::OURS,
        newest: rows.last().map_or(scene.on, |t| t.on_day),
        against: Against::Nothing,
        args: vec![
            ("share", Arg::Share(share)),
            ("outside", Arg::rounded(outside, 1)),
            ("inside", Arg::rounded(inside, 1)),
            ("paid", Arg::rounded(hours(|t| t.in_scope == Some(InScope::PaidChange)), 1)),
            ("months", Arg::count(months)),
        ],
        facts: outside_facts(rows),
    }))
}

/// Adds up the hours of the window outside the agreed scope that nobody pays for, and cites them.
pub fn outside_scope(scene: &Scene) -> Result<(f64, Facts), Need> {
    let rows = marked(scene)?;
    if rows.iter().all(|t| t.in_scope.is_none()) {
        return Err(Need::InScope);
    }
    let minutes: i64 = rows.iter().filter(|t| t.in_scope == Some(InScope::No)).map(|t| t.minutes).sum();
    Ok((minutes as f64 / 60.0, outside_facts(rows)))
}

/// Returns the hours of the window, if hours are marked as inside or outside the scope at all.
fn marked<'a>(scene: &Scene<'a>) -> Result<&'a [Time], Need> {
    if scene.history.time.is_empty() {
        Err(Need::Time)
    } else if scene.history.time.iter().all(|t| t.in_scope.is_none()) {
        Err(Need::InScope)
    } else {
        Ok(scene.within(&scene.history.time, |t| t.on_day))
    }
}

/// Returns the entries outside the scope, the longest first.
fn outside_facts(rows: &[Time]) -> Facts {
    let mut outside: Vec<&Time> = rows.iter().filter(|t| t.in_scope == Some(InScope::No)).collect();
    outside.sort_by_key(|t| (-t.minutes, -t.on_day.number()));
    Facts::of("time", outside.into_iter().map(|t| (&t.id, t.source)))
}

#[cfg(test)]
mod tests {
    use super::super::super::{Level, sample};
    use super::*;

    const ON: &str = "2026-06-30";
    const INSIDE: &str = "
        time T-1 on_day=2026-04-10 minutes=3000 in_scope=yes
        time T-2 on_day=2026-05-10 minutes=3000 in_scope=yes
        ";

    fn check(rows: &str, expected: Option<(Level, f64)>, cites: &[&str]) {
        let draft = sample::draft(&format!("{INSIDE}{rows}"), ON, Code::D1);
        let found = draft.as_ref().map(|d| (d.level.expect("a level"), d.threshold.expect("a threshold")));
        assert_eq!(found, expected);
        assert_eq!(draft.map(|draft| sample::cited(&draft.facts)).unwrap_or_default(), cites);
    }

    #[test]
    fn measures_unpaid_work_outside_the_scope() {
        check("time T-3 on_day=2026-05-11 minutes=300 in_scope=no", None, &[]);
        check("time T-3 on_day=2026-05-11 minutes=360 in_scope=no", Some((Level::Watch, 0.05)), &["T-3"]);
        check(
            "time T-3 on_day=2026-05-11 minutes=300 in_scope=no
               time T-4 on_day=2026-06-11 minutes=360 in_scope=no",
            Some((Level::Finding, 0.10)),
            &["T-4", "T-3"],
        );
        check("time T-3 on_day=2026-05-11 minutes=1260 in_scope=no", Some((Level::Severe, 0.20)), &["T-3"]);
    }

    #[test]
    fn paid_changes_count_on_neither_side_and_the_unmarked_as_inside() {
        check("time T-3 on_day=2026-05-11 minutes=9000 in_scope=paid_change", None, &[]);
        check(
            "time T-3 on_day=2026-05-11 minutes=360 in_scope=no
               time T-4 on_day=2026-05-12 minutes=3000",
            None,
            &[],
        );
        check("time T-3 on_day=2025-06-11 minutes=9000 in_scope=no", None, &[]);
    }

    #[test]
    fn names_what_is_missing() {
        assert_eq!(sample::blind("feedback F-1 on_day=2026-06-01 score=5", ON, Code::D1), Some(Need::Time));
        assert_eq!(sample::blind("time T-1 on_day=2026-06-01 minutes=60", ON, Code::D1), Some(Need::InScope));
        assert_eq!(
            sample::blind("time T-1 on_day=2026-06-01 minutes=60 in_scope=no", ON, Code::D1),
            Some(Need::MoreData)
        );
        assert_eq!(sample::blind(INSIDE, ON, Code::D1), None);
    }
}
