//! R4: escalations, per interaction, against the portfolio.

use super::super::{Against, Arg, Code, Draft, Facts, Need, Scene, Value, grade};
use super::basis;
use crate::record::{Incident, IncidentKind};

/// Counts the window's escalations and interactions: messages and incidents.
pub(super) fn per_interaction(scene: &Scene) -> (u32, u32) {
    let incidents = scene.within(&scene.history.incidents, |i| i.at.day);
    let messages = scene.within(&scene.history.messages, |m| m.at.day);
    let escalations = incidents.iter().filter(|i| i.kind == IncidentKind::Escalation).count();
    (escalations as u32, (messages.len() + incidents.len()) as u32)
}

/// Hands the count to the portfolio, which alone can tell whether it is high.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let (count, interactions) = per_interaction(scene);
    if scene.history.messages.is_empty() {
        return Err(Need::Messages);
    } else if f64::from(interactions) < scene.rule(Code::R4).data_min {
        return Err(Need::MoreData);
    }
    let against = Against::Rate { count, exposure: f64::from(interactions) };
    if count == 0 {
        return Ok(Some(Draft { against, ..Draft::silent(Code::R4, scene.on) }));
    }
    let incidents = scene.within(&scene.history.incidents, |i| i.at.day);
    let escalations: Vec<&Incident> = incidents.iter().rev().filter(|i| i.kind == IncidentKind::Escalation).collect();
    let upheld = escalations.iter().filter(|i| i.upheld == Some(true)).count();
    let rate = f64::from(count) / f64::from(interactions);
    Ok(Some(Draft {
        code: Code::R4,
        level: None,
        value: Value::Number(0.0),
        threshold: None,
        data: f64::from(interactions),
        n: interactions,
        p: None,
        grade: grade::OURS,
        newest: escalations[0].at.day,
        against,
        args: vec![
            ("escalations", Arg::Number(f64::from(count))),
            ("interactions", Arg::Number(f64::from(interactions))),
            ("rate", Arg::rounded(rate * 100.0, 1)),
            ("upheld", Arg::count(upheld)),
            ("basis", Arg::word(basis(escalations.iter().map(|i| i.upheld)))),
        ],
        facts: Facts::of("incidents", escalations.into_iter().map(|i| (&i.id, i.source))),
    }))
}

#[cfg(test)]
mod tests {
    use super::super::super::{Level, sample};
    use super::*;
    use crate::stats::upper_tail;

    const ON: &str = "2026-06-30";

    fn client(escalations: usize, interactions: usize, rest: &str) -> String {
        let incidents = sample::rows(escalations, "2026-04-01", 2, |i, day| {
            format!("incidents I-{i} at={day} kind=escalation {rest}")
        });
        let messages = sample::rows(interactions - escalations, "2025-07-01", 0, |i, day| {
            format!("messages M-{i} at={} direction=in", day.plus(i as i32 % 360))
        });
        format!("{incidents}\n{messages}")
    }

    fn finding(escalations: usize, others: usize) -> Option<super::super::super::Finding> {
        let all = [vec![client(escalations, 300, "")], vec![client(others, 3000, ""); 10]].concat();
        sample::finding_among(&all, ON, Code::R4)
    }

    #[test]
    fn nine_where_three_were_expected() {
        // Vector 13: 0.0038 at the others' rate of 3 in 300, were it known exactly; it is known from 300 events.
        let found = finding(9, 30).expect("three times the others' rate");
        assert_eq!((found.level, found.threshold), (Level::Finding, Some(1.5)));
        assert_eq!(found.value, Value::Number(3.0));
        assert!((found.p.expect("a test") - upper_tail(9, 3.0)).abs() < 3e-4, "{:?}", found.p);
        assert_eq!(found.facts.total(), 9);
        assert_eq!(sample::cited(&found.facts)[0], "I-9");
    }

    #[test]
    fn the_level_needs_both_the_ratio_and_the_test() {
        let level = |escalations, others| finding(escalations, others).map(|found| found.level);
        assert_eq!(level(12, 30), Some(Level::Severe));
        assert_eq!(level(7, 30), Some(Level::Watch)); // p = .03, above two deviations
        assert_eq!(level(6, 30), None);
        assert_eq!(level(3, 0), Some(Level::Severe));
        assert_eq!(level(0, 30), None);
    }

    #[test]
    fn escalations_that_were_right_may_be_ours() {
        let firm = |rest| [vec![client(12, 300, rest)], vec![client(30, 3000, ""); 10]].concat();
        let maybe_ours = |rest| sample::finding_among(&firm(rest), ON, Code::R4).expect("four times").maybe_ours;
        assert!(maybe_ours("upheld=yes"));
        assert!(!maybe_ours("upheld=no"));
    }

    #[test]
    fn names_what_is_missing() {
        let blind = |text: &str| sample::blind(text, ON, Code::R4);
        assert_eq!(blind("feedback F-1 on_day=2026-06-01 score=5"), Some(Need::Messages));
        assert_eq!(blind(&client(1, 59, "")), Some(Need::MoreData));
        assert_eq!(blind(&client(0, 60, "")), Some(Need::Incidents));
        assert_eq!(blind(&client(1, 60, "")), Some(Need::Portfolio));
    }
}
