//! D4: goals missed two periods in a row, and by whose doing.

use super::super::{Against, Arg, Code, Draft, Facts, Need, Scene, Value, grade};
use crate::record::{Choice, Direction, Goal, LateCause};
use crate::text::fold;

/// Returns how much of a target was reached, 0 to 1; `None` before anyone wrote down what was.
pub(in crate::sign) fn attainment(goal: &Goal) -> Option<f64> {
    let actual = goal.actual?;
    let share = match goal.direction {
        Some(Direction::Down) if actual > 0.0 => goal.target / actual,
        Some(Direction::Down) => 1.0,
        _ if goal.target > 0.0 => actual / goal.target,
        _ => f64::from(u8::from(actual >= goal.target)),
    };
    Some(share.clamp(0.0, 1.0))
}

/// Tells whether one target asks for more than another of the same direction.
pub(in crate::sign) fn is_beyond(goal: &Goal, target: f64) -> bool {
    match goal.direction {
        Some(Direction::Down) => goal.target < target,
        _ => goal.target > target,
    }
}

/// The goals of one period, and how much of them was reached by their weights.
struct Period<'a> {
    goals: Vec<(&'a Goal, f64)>,
    attainment: f64,
}

/// Finds goals missed in each of the latest periods; the better period gives the level.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::D4);
    let goals = scene.within(&scene.history.goals, |g| g.period_end);
    let periods: Vec<Period> = goals
        .chunk_by(|a, b| a.period_end == b.period_end)
        .rev()
        .filter_map(|ended| period(ended, rule.data_min))
        .take(rule.more("periods") as usize)
        .collect();
    if scene.history.goals.iter().all(|g| g.actual.is_none()) {
        return Err(Need::Goals);
    } else if (periods.len() as f64) < rule.more("periods") {
        return Err(Need::MoreData);
    }
    let attained = periods.iter().map(|p| p.attainment).fold(0.0, f64::max);
    let fewest = periods.iter().map(|p| p.goals.len()).min().unwrap_or(0);
    Ok(rule.below(attained).map(|(level, threshold)| {
        let missed = missed(&periods);
        Draft {
            code: Code::D4,
            level: Some(level),
            value: Value::Number(attained),
            threshold: Some(threshold),
            data: fewest as f64,
            n: periods.iter().map(|p| p.goals.len()).sum::<usize>() as u32,
            p: None,
            grade: grade::SYSTEM,
            newest: goals.last().map_or(scene.on, |g| g.period_end),
            against: Against::Nothing,
            args: vec![
                ("attained", Arg::Share(attained)),
                ("missed", Arg::count(missed.len())),
                ("periods", Arg::count(periods.len())),
                ("basis", Arg::word(basis(&missed))),
            ],
            facts: Facts::of("goals", missed.into_iter().map(|g| (&g.id, g.source))),
        }
    }))
}

/// Sums up a period in which enough goals were measured.
fn period(ended: &[Goal], goals_min: f64) -> Option<Period<'_>> {
    let goals: Vec<(&Goal, f64)> = ended.iter().filter_map(|g| Some((g, attainment(g)?))).collect();
    let weight = |g: &Goal| g.weight.unwrap_or(1.0).max(0.0);
    let whole: f64 = goals.iter().map(|(g, _)| weight(g)).sum();
    let reached: f64 = goals.iter().map(|(g, attained)| weight(g) * attained).sum();
    let enough = goals.len() as f64 >= goals_min && whole > 0.0;
    enough.then(|| Period { goals, attainment: reached / whole })
}

/// Returns the goals missed in the periods, the worst missed first.
fn missed<'a>(periods: &[Period<'a>]) -> Vec<&'a Goal> {
    let mut missed: Vec<(&Goal, f64)> =
        periods.iter().flat_map(|p| &p.goals).filter(|(_, attained)| *attained < 1.0).copied().collect();
    missed.sort_by(|a, b| a.1.total_cmp(&b.1));
    missed.into_iter().map(|(goal, _)| goal).collect()
}

/// Tells by whose doing most goals were missed whose cause is written down.
fn basis(missed: &[&Goal]) -> &'static str {
    let caused = |by: LateCause| {
        let own = |g: &&&Goal| g.cause.as_deref().and_then(|cause| LateCause::of(&fold(cause))) == Some(by);
        missed.iter().filter(own).count()
    };
    let (ours, theirs) = (caused(LateCause::Us), caused(LateCause::Client));
    if ours + theirs == 0 {
        "open"
    } else if ours >= theirs {
        "ours"
    } else {
        "theirs"
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Level, sample};
    use super::*;

    const ON: &str = "2026-07-10";

    fn check(rows: &str, expected: Option<(Level, f64)>, cites: &[&str]) {
        let draft = sample::draft(rows, ON, Code::D4);
        let found = draft.as_ref().map(|d| (d.level.expect("a level"), d.threshold.expect("a threshold")));
        assert_eq!(found, expected);
        assert_eq!(draft.map(|draft| sample::cited(&draft.facts)).unwrap_or_default(), cites);
    }

    #[test]
    fn the_better_of_two_missed_periods_gives_the_level() {
        let rows = |first: u32, second: u32| {
            format!(
                "goals A1 goal=leads period_end=2026-03-31 target=100 actual={first} weight=0.6
                 goals B1 goal=calls period_end=2026-03-31 target=100 actual=100 weight=0.4
                 goals A2 goal=leads period_end=2026-06-30 target=100 actual={second} weight=0.6
                 goals B2 goal=calls period_end=2026-06-30 target=100 actual=300 weight=0.4"
            )
        };
        check(&rows(50, 60), Some((Level::Watch, 0.80)), &["A1", "A2"]);
        check(&rows(20, 30), Some((Level::Finding, 0.60)), &["A1", "A2"]);
        check(&rows(20, 70), None, &[]); // .82: only one period missed
    }

    #[test]
    fn where_less_is_better_the_target_stands_above() {
        let row = |id: &str, end: &str, actual: u32| {
            format!("goals {id} goal={id} period_end={end} target=10 actual={actual} direction=down\n")
        };
        let rows = |actual| {
            ["2026-03-31", "2026-06-30"]
                .map(|end| row(&format!("A{end}"), end, actual) + &row(&format!("B{end}"), end, actual))
        };
        assert_eq!(sample::draft(&rows(40).concat(), ON, Code::D4).and_then(|d| d.level), Some(Level::Severe));
        assert_eq!(sample::draft(&rows(5).concat(), ON, Code::D4).map(|d| d.level), None);
    }

    #[test]
    fn misses_of_our_own_making_may_be_ours() {
        let finding = |cause: &str| {
            let rows = sample::rows(4, "2026-03-31", 0, |i, _| {
                let end = if i <= 2 { "2026-03-31" } else { "2026-06-30" };
                format!("goals G-{i} goal=g{} period_end={end} target=10 actual=4 cause={cause}", i % 2)
            });
            sample::finding(&rows, ON, Code::D4).expect("both periods missed").maybe_ours
        };
        assert!(finding("us"));
        assert!(!finding("client"));
    }

    #[test]
    fn names_what_is_missing() {
        assert_eq!(sample::blind("feedback F-1 on_day=2026-06-01 score=5", ON, Code::D4), Some(Need::Goals));
        let one = "goals A goal=a period_end=2026-06-30 target=10 actual=1
                   goals B goal=b period_end=2026-06-30 target=10 actual=1";
        assert_eq!(sample::blind(one, ON, Code::D4), Some(Need::MoreData));
    }
}
