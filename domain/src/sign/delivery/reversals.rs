//! D7: approved work taken back, reopened or measured by new criteria.

use super::super::{Against, Arg, Code, Draft, Facts, Need, Scene, Value, grade};
use super::{accepted, lacking};
use crate::record::Deliverable;

/// Tells whether the client took back its approval of an accepted deliverable.
pub(in crate::sign) fn is_reversed(d: &Deliverable) -> bool {
    let reopened = d.reopened_on.is_some_and(|day| d.accepted_on.is_some_and(|accepted| accepted <= day));
    reopened || d.reopened == Some(true) || d.criteria_changed == Some(true)
}

/// Finds a client that takes back what it approved.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::D7);
    let all: Vec<&Deliverable> = accepted(scene).collect();
    if (all.len() as f64) < rule.data_min {
        return Err(lacking(scene));
    }
    let mut reversed: Vec<&Deliverable> = all.iter().copied().filter(|d| is_reversed(d)).collect();
    reversed.sort_by_key(|d| std::cmp::Reverse(d.reopened_on.or(d.accepted_on)));
    let share = reversed.len() as f64 / all.len() as f64;
    let says = |d: &&Deliverable| d.reopened.is_some() || d.reopened_on.is_some() || d.criteria_changed.is_some();
    if !all.iter().any(says) {
        return Ok(Some(Draft::silent(Code::D7, scene.on)));
    }
    Ok(rule.above(share).map(|(level, threshold)| Draft {
        code: Code::D7,
        level: Some(level),
        value: Value::Number(share),
        threshold: Some(threshold),
        data: all.len() as f64,
        n: all.len() as u32,
        p: None,
        grade: grade::SYSTEM,
        newest: all.iter().filter_map(|d| d.reopened_on.max(d.accepted_on)).max().unwrap_or(scene.on),
        against: Against::Nothing,
        args: vec![
            ("share", Arg::Share(share)),
            ("reversed", Arg::count(reversed.len())),
            ("accepted", Arg::count(all.len())),
            ("changed", Arg::count(reversed.iter().filter(|d| d.criteria_changed == Some(true)).count())),
            ("basis", Arg::word(basis(&reversed))),
        ],
        facts: Facts::of("deliverables", reversed.iter().map(|d| (&d.id, d.source))),
    }))
}

/// Tells whose doing it was: work that came back with defects, its criteria unchanged, came back because of us.
fn basis(reversed: &[&Deliverable]) -> &'static str {
    let faulty = |d: &&&Deliverable| d.defects.is_some_and(|defects| defects > 0) && d.criteria_changed != Some(true);
    if reversed.iter().filter(faulty).count() * 2 >= reversed.len() { "ours" } else { "theirs" }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Level, sample};
    use super::*;

    const ON: &str = "2026-06-30";

    fn accepted_ten(reversed: usize, how: &str) -> String {
        sample::rows(10, "2026-01-01", 10, |i, day| {
            let own = if i <= reversed { how } else { "reopened=no" };
            format!("deliverables D-{i} due_on={day} delivered_on={day} accepted_on={} {own}", day.plus(2))
        })
    }

    #[test]
    fn measures_the_share_taken_back() {
        let check = |reversed, how, level| {
            let draft = sample::draft(&accepted_ten(reversed, how), ON, Code::D7);
            assert_eq!(draft.as_ref().and_then(|draft| draft.level), level, "{reversed} {how}");
            assert_eq!(draft.map_or(0, |draft| draft.facts.total()), if level.is_some() { reversed as u32 } else { 0 });
        };
        check(1, "reopened=yes", None);
        check(2, "reopened=yes", Some(Level::Watch));
        check(3, "criteria_changed=yes", Some(Level::Finding));
        check(5, "reopened_on=2026-06-01", Some(Level::Severe));
        check(5, "reopened_on=2025-12-30", None); // before it was accepted
    }

    #[test]
    fn work_that_came_back_faulty_may_be_ours() {
        let maybe_ours =
            |how| sample::finding(&accepted_ten(5, how), ON, Code::D7).expect("half taken back").maybe_ours;
        assert!(maybe_ours("reopened=yes defects=2"));
        assert!(!maybe_ours("reopened=yes defects=0"));
        assert!(!maybe_ours("reopened=yes defects=2 criteria_changed=yes"));
    }

    #[test]
    fn silence_counts_only_where_reopening_is_written_down() {
        let silent = accepted_ten(0, "").replace("reopened=no", "");
        assert_eq!(sample::blind(&silent, ON, Code::D7), Some(Need::Reopenings));
        assert_eq!(sample::blind(&accepted_ten(0, ""), ON, Code::D7), None);
        let five: Vec<String> = accepted_ten(0, "").lines().take(5).map(str::to_owned).collect();
        assert_eq!(sample::blind(&five.join("\n"), ON, Code::D7), Some(Need::MoreData));
    }
}
