//! R7: messages that reach us outside the hours on which we answer.

use super::super::season::Apart;
use super::super::{Against, Arg, Code, Draft, Facts, Need, Scene, Value, grade};
use crate::days::Day;
use crate::record::{Message, MessageDirection};

/// Measures the share of the client's messages outside our hours and weekdays; a message without an hour says nothing.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::R7);
    let messages = scene.within(&scene.history.messages, |m| m.at.day).iter();
    let inbound = messages.filter(|m| m.direction == MessageDirection::In);
    let timed: Vec<(&Message, u16)> = inbound.clone().rev().filter_map(|m| Some((m, m.at.minute?))).collect();
    if scene.history.messages.is_empty() {
        return Err(Need::Messages);
    } else if timed.is_empty() && inbound.count() > 0 {
        return Err(Need::MessageTimes);
    }
    let hours = scene.firm.working_hours.ok_or(Need::WorkingHours)?;
    let calendar = scene.our_calendar.as_ref().ok_or(Need::Place)?;
    if (timed.len() as f64) < rule.data_min {
        return Err(Need::MoreData);
    }
    // Hours past midnight belong to the day on which they began: on the first night of the weekend we still work.
    let day_of = |m: &Message, minute| hours.day_of(m.at.day, minute);
    let is_after = |worked: Option<Day>| worked.is_none_or(|day| calendar.is_weekend(day));
    let timed: Vec<(&Message, Option<Day>)> = timed.into_iter().map(|(m, minute)| (m, day_of(m, minute))).collect();
    let after: Vec<(&Message, Option<Day>)> = timed.iter().copied().filter(|(_, worked)| is_after(*worked)).collect();
    let weekend = after.iter().filter(|(m, worked)| calendar.is_weekend(worked.unwrap_or(m.at.day))).count();
    let share = after.len() as f64 / timed.len() as f64;
    let Some(crossed) = rule.above(share) else { return Ok(None) };
    let rows: Vec<(Day, bool)> = timed.iter().map(|(m, worked)| (m.at.day, is_after(*worked))).collect();
    let earlier = || {
        let before = scene.before(&scene.history.messages, |m| m.at.day).iter();
        let inbound = before.filter(|m| m.direction == MessageDirection::In);
        inbound.filter_map(|m| Some((m.at.day, is_after(day_of(m, m.at.minute?))))).collect()
    };
    let of = |rows: &[(Day, bool)]| rows.iter().filter(|(_, after)| *after).count() as f64 / rows.len() as f64;
    let apart = Apart {
        rule,
        day: &|row: &(Day, bool)| row.0,
        judge: &|rows| rule.above(of(rows)),
        count: &|rows| rows.len(),
        earlier: &earlier,
    };
    let Some(((level, threshold), seasons)) = apart.hold(scene, crossed, &rows) else { return Ok(None) };
    Ok(Some(Draft {
        code: Code::R7,
        level: Some(level),
        value: Value::Number(share),
        threshold: Some(threshold),
        data: timed.len() as f64,
        n: timed.len() as u32,
        p: None,
        grade: grade::CLIENT,
        newest: timed[0].0.at.day,
        against: Against::Nothing,
        args: vec![
            ("share", Arg::Share(share)),
            ("after", Arg::count(after.len())),
            ("messages", Arg::count(timed.len())),
            ("weekend", Arg::count(weekend)),
        ]
        .into_iter()
        .chain(seasons)
        .collect(),
        facts: Facts::of("messages", after.into_iter().map(|(m, _)| (&m.id, m.source))),
    }))
}

#[cfg(test)]
mod tests {
    use super::super::super::{Level, sample};
    use super::*;
    use crate::firm::{Firm, WorkingHours};

    const ON: &str = "2026-06-30";

    /// Forty messages on Sundays at ten, the first ones at another time.
    fn forty(moved: usize, days: i32, hour: &str) -> String {
        sample::rows(40, "2025-09-07", 7, |i, day| {
            let (day, hour) = if i <= moved { (day.plus(days), hour) } else { (day, "T10:00") };
            format!("messages M-{i:02} at={day}{hour} direction=in")
        })
    }

    #[test]
    fn measures_what_arrives_when_we_are_closed() {
        let check = |text: &str, expected: Option<(Level, f64)>, facts| {
            let draft = sample::draft(text, ON, Code::R7);
            assert_eq!(draft.as_ref().and_then(|d| Some((d.level?, d.threshold?))), expected);
            assert_eq!(draft.map_or(0, |draft| draft.facts.total()), facts);
        };
        check(&forty(6, 0, "T22:15"), None, 0);
        check(&forty(7, 0, "T17:00"), Some((Level::Watch, 0.15)), 7); // at the minute of closing we are closed
        check(&forty(13, 0, "T08:59"), Some((Level::Finding, 0.30)), 13);
        check(&forty(21, 5, "T10:00"), Some((Level::Severe, 0.50)), 21); // Fridays
        check(&forty(40, 4, "T10:00"), None, 0); // Thursdays
    }

    #[test]
    fn a_message_without_an_hour_says_nothing() {
        let text = forty(20, 5, "");
        assert_eq!(sample::blind(&text, ON, Code::R7), Some(Need::MoreData));
        assert_eq!(sample::blind(&forty(40, 0, ""), ON, Code::R7), Some(Need::MessageTimes));
    }

    #[test]
    fn hours_may_run_past_midnight() {
        let night = WorkingHours { opens_minute: 20 * 60, closes_minute: 4 * 60 };
        let firm = Firm { working_hours: Some(night), ..sample::firm() };
        let after = |days: i32, hour: &str| {
            let measured = sample::measured_at(&forty(40, days, hour), ON, &firm);
            measured.drafts.iter().any(|draft| draft.code == Code::R7)
        };
        assert!(after(0, "T19:59") && !after(0, "T20:00") && !after(1, "T03:59") && after(1, "T04:00"));
        // The night that began on Thursday is work, that which began on Saturday is the weekend's.
        assert!(!after(5, "T01:00") && after(0, "T01:00"));
    }

    #[test]
    fn what_is_sent_in_ramadan_is_held_against_earlier_ones() {
        // In Riyadh Ramadan ran from 18 February to 19 March 2026, and from 1 to 29 March 2025.
        let messages = |first: &str, count, hour: &str, id: char| {
            sample::rows(count, first, 1, |i, day| format!("messages {id}-{i:02} at={day}{hour} direction=in"))
        };
        let year = sample::rows(30, "2025-09-07", 7, |i, day| format!("messages M-{i:02} at={day}T10:00 direction=in"));
        let nights = messages("2026-02-18", 20, "T23:00", 'N');
        let found = |text: &[&str]| {
            let draft = sample::draft(&text.join("\n"), ON, Code::R7)?;
            let how = draft.args.iter().find(|(name, _)| *name == "season_is").map(|(_, arg)| arg.clone());
            Some((draft.level?, how))
        };
        let held = |how| Some(Arg::word(how));
        assert_eq!(found(&[&year, &nights]), Some((Level::Watch, held("nothing"))));
        assert_eq!(found(&[&year, &nights, &messages("2025-03-02", 20, "T23:00", 'E')]), None);
        let by_day = messages("2025-03-02", 20, "T10:00", 'E');
        assert_eq!(found(&[&year, &nights, &by_day]), Some((Level::Finding, held("earlier"))));
        let others = messages("2026-04-12", 20, "T23:00", 'O');
        assert_eq!(found(&[&year, &nights, &others]), Some((Level::Finding, held("rest"))));
    }

    #[test]
    fn names_what_is_missing() {
        let blind = |firm: Firm| {
            let blind = sample::measured_at(&forty(9, 0, "T22:00"), ON, &firm).blind;
            blind.into_iter().find(|blind| blind.code == Code::R7).map(|blind| blind.needs)
        };
        assert_eq!(blind(Firm { working_hours: None, ..sample::firm() }), Some(Need::WorkingHours));
        assert_eq!(blind(Firm { place: None, ..sample::firm() }), Some(Need::Place));
        assert_eq!(blind(sample::firm()), None);
        assert_eq!(sample::blind("feedback F-1 on_day=2026-06-01 score=5", ON, Code::R7), Some(Need::Messages));
    }
}
