//! The days of a plan, by hand and by properties.

use super::slip::slipped;
use super::*;
use crate::days::working::Working;
use proptest::prelude::*;

fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a day")
}

fn riyadh() -> Working {
    Working::of("SA", &[]).expect("a place")
}

/// Notice on Sunday 29 November 2026, received the next day, services until Sunday 31 January 2027, 30 days to pay.
fn given() -> Given {
    Given {
        notice_on: day("2026-11-29"),
        received_on: day("2026-11-30"),
        effective_on: day("2027-01-31"),
        payment_days: 30,
        deliver_by: None,
    }
}

fn days_of(plan: &Plan, step: Step) -> String {
    let planned = plan.get(step).expect("a step");
    format!("{} {} {:?}", planned.start, planned.end, planned.slack)
}

#[test]
fn a_plan_is_laid_out_to_the_day() {
    // Counted by a few lines of Python: Friday and Saturday off, and the Founding Day, 22 February. Five business days before Thursday
    // 26 November is the 19th. Payment ends on Tuesday 2 March, the closing three business days later, Sunday the 7th.
    let plan = schedule(&given(), &riyadh());
    for (step, days) in [
        (Step::Prepare, "2026-11-19 2026-11-26 Some(0)"),
        (Step::Talk, "2026-11-29 2026-11-29 Some(0)"),
        (Step::Receipt, "2026-11-30 2026-11-30 Some(0)"),
        (Step::Period, "2026-11-30 2027-01-31 Some(0)"),
        (Step::Deliver, "2026-12-27 2027-01-17 Some(10)"),
        (Step::Knowledge, "2026-12-31 2027-01-20 Some(7)"),
        (Step::Transfer, "2027-01-04 2027-01-24 Some(5)"),
        (Step::DataReturn, "2027-01-17 2027-01-27 Some(2)"),
        (Step::Removal, "2027-02-01 2027-02-07 Some(16)"),
        (Step::Questions, "2026-11-30 2027-02-14 Some(11)"),
        (Step::Payment, "2027-01-31 2027-03-02 Some(0)"),
        (Step::Closing, "2027-03-02 2027-03-07 Some(0)"),
        (Step::Recheck30, "2027-03-02 2027-03-02 None"),
        (Step::Recheck90, "2027-05-02 2027-05-02 None"),
        (Step::Retrospective, "2027-04-06 2027-04-06 None"),
    ] {
        assert_eq!(days_of(&plan, step), days, "{}", step.word());
    }
    let critical: Vec<Step> = plan.critical().iter().map(|planned| planned.step).collect();
    assert_eq!(critical, [Step::Prepare, Step::Talk, Step::Receipt, Step::Period, Step::Payment, Step::Closing]);
    assert_eq!(plan.ends.closing_on, day("2027-03-07"));
}

#[test]
fn what_must_be_delivered_late_leaves_no_room() {
    let plan = schedule(&Given { deliver_by: Some(day("2027-02-20")), ..given() }, &riyadh());
    assert_eq!(plan.get(Step::Deliver).map(|planned| (planned.end, planned.slack)), Some((day("2027-01-31"), Some(0))));
    assert!(plan.get(Step::Deliver).is_some_and(Planned::is_critical));
}

#[test]
fn what_slipped_is_told_the_closing_first() {
    let first = schedule(&given(), &riyadh());
    let later = Given { effective_on: day("2027-02-07"), ..given() };
    let now = schedule(&later, &riyadh());
    let told = slipped(&first, &now, &riyadh());
    assert_eq!(told[0].step, Step::Period);
    assert_eq!((told[0].planned, told[0].now, told[0].days), (day("2027-01-31"), day("2027-02-07"), 5));
    assert!(told.iter().all(|slipped| slipped.step != Step::Talk));
    assert_eq!(slipped(&first, &first, &riyadh()), []);
}

fn any_given() -> impl Strategy<Value = (Given, Working)> {
    let place = prop_oneof![Just("SA"), Just("AE"), Just("EG"), Just("GB")];
    (place, 0i32..900, 0i32..6, 0i32..200, 0u16..100, proptest::option::of(-20i32..250)).prop_map(
        |(place, start, receipt, period, payment_days, deliver)| {
            let working = Working::of(place, &[]).expect("a place");
            let notice_on = working.on_or_after(day("2026-01-01").plus(start));
            let received_on = notice_on.plus(receipt);
            let effective_on = received_on.plus(period);
            let deliver_by = deliver.map(|days| received_on.plus(days));
            (Given { notice_on, received_on, effective_on, payment_days, deliver_by }, working)
        },
    )
}

proptest! {
    #[test]
    fn no_step_begins_before_what_it_waits_for_has_ended((given, working) in any_given()) {
        let plan = schedule(&given, &working);
        prop_assert_eq!(plan.steps.len(), Step::ALL.len());
        for planned in &plan.steps {
            prop_assert!(planned.start <= planned.end, "{:?}", planned);
            for after in &planned.after {
                let before = plan.get(after.step).expect("a step");
                let begins = if after.same_day { before.end <= planned.start } else { before.end < planned.start };
                prop_assert!(begins, "{:?} after {:?}", planned, before);
            }
        }
    }

    #[test]
    fn the_critical_path_has_no_slack_and_no_gap((given, working) in any_given()) {
        let plan = schedule(&given, &working);
        let critical = plan.critical();
        prop_assert!(critical.iter().all(|planned| planned.slack == Some(0)));
        prop_assert!(plan.steps.iter().all(|planned| planned.slack.is_none_or(|slack| slack >= 0)));
        // From the closing back to the preparation, each has one before it that is critical, too.
        let mut at = Step::Closing;
        while at != Step::Prepare {
            let planned = plan.get(at).expect("a step");
            let before = planned.after.iter().find(|after| plan.get(after.step).is_some_and(Planned::is_critical));
            prop_assert!(before.is_some(), "{:?} hangs in the air", planned);
            at = before.map_or(Step::Prepare, |after| after.step);
        }
    }

    #[test]
    fn a_later_end_moves_what_hangs_on_it_by_as_much((given, working) in any_given(), days in 0i32..60) {
        let given = Given { effective_on: working.on_or_after(given.effective_on), deliver_by: None, ..given };
        let later = Given { effective_on: working.plus(given.effective_on, days), ..given };
        let (plan, moved) = (schedule(&given, &working), schedule(&later, &working));
        for step in [Step::Prepare, Step::Talk, Step::Receipt] {
            prop_assert_eq!(plan.get(step).map(|one| one.end), moved.get(step).map(|one| one.end));
        }
        for step in [Step::Deliver, Step::Knowledge, Step::Transfer, Step::DataReturn, Step::Removal] {
            let end = |plan: &Plan| plan.get(step).map(|one| one.end).expect("a step");
            let pressed = end(&plan) == given.received_on;
            prop_assert!(pressed || working.between(end(&plan), end(&moved)) == days, "{:?}", step);
        }
        prop_assert!(moved.ends.closing_on >= plan.ends.closing_on);
    }

    #[test]
    fn what_has_slack_can_use_it_and_not_a_day_more((given, working) in any_given()) {
        let plan = schedule(&given, &working);
        for step in [Step::Removal, Step::Questions] {
            let planned = plan.get(step).expect("a step");
            let room = planned.slack.expect("before the closing");
            let starts = plan.get(Step::Closing).expect("a step").start;
            prop_assert!(working.plus(planned.end, room) <= starts);
            prop_assert!(working.plus(planned.end, room + 1) > starts);
        }
    }
}
