//! Which rung comes next: tables of one invoice, due Sunday 1 March 2026, of a debtor in Riyadh who rests on Friday and
//! Saturday.

use super::*;
use crate::days::Day;
use crate::firm::Firm;
use crate::separation::settlement::{Kept, Particular};
use crate::sign::sample::{day, firm, history};
use crate::sign::{Policy, Scene};

fn facts(sent: &[(&str, i64)]) -> Facts {
    Facts {
        due_on: day("2026-03-01"),
        open: 100_000,
        disputed: 0,
        is_settled: false,
        sent: sent.iter().map(|(on, level)| Sent { on: day(on), level: Some(*level) }).collect(),
        promised_until: None,
        has_plan: false,
        paused_until: None,
        cure_until: None,
        is_insolvent: false,
        counsel_stopped: false,
        is_held: false,
        is_critical: false,
        talked: true,
        suspension: Suspension::default(),
    }
}

fn riyadh() -> DebtorDays {
    // Without the feasts, so that the days can be counted by hand.
    let own = crate::days::holiday::listed("SA").iter().map(|listed| crate::days::holiday::OwnDay {
        place: "SA".into(),
        on: listed.holiday.on,
        off: false,
    });
    DebtorDays::of(Some("SA"), &Firm { own_days: own.collect(), ..firm() })
}

/// Checks the next rung as `level on due`, or why there is none.
#[track_caller]
fn check(facts: &Facts, today: &str, expected: &str) {
    let ladder = Ladder::standard();
    let found = match next(&ladder, facts, &riyadh(), day(today)) {
        Next::Step(step) => {
            let lacks: Vec<&str> = step.lacks.iter().map(|lack| lack.word()).collect();
            let state = if step.is_due { "due" } else { "coming" };
            format!("{} {} {state} {}", step.rung.level, step.on, lacks.join(" ")).trim_end().to_owned()
        }
        Next::Stopped(stops) => stops.iter().map(|stop| stop.word()).collect::<Vec<_>>().join(" "),
        Next::Rests(rest, until) => format!("{} {until}", rest.word()),
        Next::Done => "done".to_owned(),
    };
    assert_eq!(found, expected, "{today}");
}

#[test]
fn rungs_come_on_open_days_of_the_debtor() {
    check(&facts(&[]), "2026-02-20", "0 2026-02-22 coming");
    check(&facts(&[]), "2026-02-25", "0 2026-02-22 due");
    // The courtesy is behind once the invoice is due.
    check(&facts(&[]), "2026-03-02", "1 2026-03-04 coming");
    check(&facts(&[("2026-03-04", 1)]), "2026-03-05", "2 2026-03-11 coming");
    // Twenty days after is Saturday 21 March: the Sunday after.
    check(&facts(&[("2026-03-11", 2)]), "2026-03-21", "3 2026-03-22 coming");
    check(&facts(&[("2026-03-11", 2)]), "2026-03-22", "3 2026-03-22 due");
}

#[test]
fn a_late_start_does_not_skip_rungs_and_keeps_its_distance() {
    check(&facts(&[]), "2026-05-20", "1 2026-03-04 due");
    // Five business days after Wednesday 20 May: Wednesday the 27th.
    check(&facts(&[("2026-05-20", 1)]), "2026-05-21", "2 2026-05-27 coming");
    // Ten business days to answer the formal reminder of Sunday 22 March: until Sunday 5 April; the next day follows.
    check(&facts(&[("2026-03-22", 3)]), "2026-03-30", "4 2026-04-06 coming");
    check(&facts(&[("2026-03-22", 3)]), "2026-04-06", "4 2026-04-06 due");
}

#[test]
fn a_reminder_without_a_level_counts_as_the_first() {
    let mut own = facts(&[]);
    own.sent = vec![Sent { on: day("2026-03-05"), level: None }];
    check(&own, "2026-03-10", "2 2026-03-12 coming"); // five business days after the 5th
    own.sent = vec![Sent { on: day("2026-02-22"), level: None }];
    check(&own, "2026-03-02", "1 2026-03-04 coming");
}

#[test]
fn suspension_asks_for_a_right_a_check_a_notice_and_a_talk() {
    let mut own = facts(&[("2026-04-06", 4)]);
    own.talked = false;
    check(&own, "2026-04-20", "5 2026-04-20 due talk cure right harm_check");
    own.talked = true;
    own.cure_until = Some(day("2026-04-19"));
    own.suspension.notice_days = Some(7);
    own.suspension.harms = Some((false, true));
    check(&own, "2026-04-19", "5 2026-04-20 coming cure safe_stop scope notice");
    own.suspension = Suspension {
        notice_days: Some(7),
        served_on: Some(day("2026-04-13")),
        additional_only: true,
        harms: Some((false, false)),
    };
    check(&own, "2026-04-20", "5 2026-04-20 due notice_runs");
    check(&own, "2026-04-21", "5 2026-04-20 due");
    own.sent = vec![Sent { on: day("2026-04-21"), level: Some(5) }];
    check(&own, "2026-04-22", "6 2026-05-05 coming"); // ten business days after Tuesday 21 April
    own.sent = vec![Sent { on: day("2026-05-05"), level: Some(6) }];
    own.talked = false;
    check(&own, "2026-05-06", "7 2026-05-19 coming talk");
    own.sent = vec![Sent { on: day("2026-05-19"), level: Some(7) }];
    check(&own, "2026-06-06", "done");
}

#[test]
fn it_stops_by_itself() {
    let stopped = |change: fn(&mut Facts), expected: &str| {
        let mut own = facts(&[]);
        change(&mut own);
        check(&own, "2026-03-10", expected);
    };
    stopped(|own| own.is_settled = true, "payment");
    stopped(|own| own.has_plan = true, "plan");
    stopped(|own| own.is_insolvent = true, "insolvency");
    stopped(|own| own.counsel_stopped = true, "counsel_stop");
    stopped(|own| own.is_held = true, "hold");
    stopped(|own| own.is_critical = true, "critical");
    stopped(|own| (own.open, own.disputed) = (0, 100_000), "dispute");
    stopped(|own| own.open = 0, "retained");
    // The undisputed part goes on.
    stopped(|own| (own.open, own.disputed) = (40_000, 60_000), "1 2026-03-04 due");
    stopped(|own| own.paused_until = Some(day("2026-03-10")), "pause 2026-03-10");
    stopped(|own| own.paused_until = Some(day("2026-03-09")), "1 2026-03-04 due");
    stopped(|own| own.promised_until = Some(day("2026-03-15")), "promise 2026-03-15");
}

#[test]
fn a_deadline_is_counted_from_the_day_it_goes_out() {
    let ladder = Ladder::standard();
    let Next::Step(step) = next(&ladder, &facts(&[("2026-03-11", 2)]), &riyadh(), day("2026-03-27")) else {
        panic!("a step")
    };
    // Friday 27 March is closed: it goes out on Sunday the 29th, ten business days later is Sunday 12 April.
    assert_eq!(step.answer_by, Some(day("2026-04-12")));
}

fn gathered(text: &str, on: &str, said: &[Particular]) -> Facts {
    gathered_beside(text, on, said, &Beside::default())
}

fn gathered_beside(text: &str, on: &str, said: &[Particular], beside: &Beside) -> Facts {
    let mut history = history(text);
    history.keep_known_on(day(on));
    let (policy, firm, ladder) = (Policy::standard(), firm(), Ladder::standard());
    let scene = Scene::new(&history, &firm, &policy, day(on));
    let kept = |particular: &Particular| Kept {
        id: "p".into(),
        said_on: day(on),
        basis: "letter".into(),
        particular: particular.clone(),
    };
    let kept: Vec<Kept> = said.iter().map(kept).collect();
    Facts::of(&scene, &scene.ledger.bills[0], &ladder, &kept, beside)
}

#[test]
fn facts_come_from_the_records_and_from_people() {
    let text = "invoices A issued_on=2026-02-01 due_on=2026-03-01 amount=1000 disputed=yes disputed_on=2026-03-05
        payments P invoice=A paid_on=2026-03-02 amount=200
        reminders R1 invoice=A sent_on=2026-03-04 level=1
        reminders R2 invoice=A sent_on=2026-03-11 level=2
        promises Q invoice=A made_on=2026-03-11 promised_on=2026-03-20";
    let found = gathered(text, "2026-03-15", &[]);
    assert_eq!((found.open, found.disputed, found.talked), (0, 80_000, true));
    assert!(found.promised_until.is_some_and(|until| until >= day("2026-03-20")));
    let part = Particular::DisputedPart { invoice: "A".into(), amount: 30_000 };
    let pause = |invoice: Option<&str>| Particular::Pause {
        invoice: invoice.map(str::to_owned),
        from: day("2026-03-10"),
        until: day("2026-03-25"),
    };
    let found = gathered(text, "2026-04-15", &[part, pause(None)]);
    assert_eq!((found.open, found.paused_until, found.promised_until), (50_000, None, None));
    assert_eq!(gathered(text, "2026-03-15", &[pause(Some("A"))]).paused_until, Some(day("2026-03-25")));
    assert_eq!(gathered(text, "2026-03-15", &[pause(Some("B"))]).paused_until, None);
    let kept_back = Particular::Retainage { invoice: "A".into(), amount: 60_000, release_on: day("2026-12-31") };
    let found = gathered(text, "2026-04-15", &[kept_back]);
    assert_eq!((found.open, found.disputed), (0, 20_000), "what is kept back is not due");
    let sar = crate::money::Currency::of("SAR").expect("a currency");
    let one = |due: &str| crate::case::trial::Instalment { due_on: day(due), amount: 40_000, currency: sar };
    let plan = Particular::Plan {
        invoices: vec!["A".into()],
        instalments: vec![one("2026-04-01"), one("2026-05-01")],
        accepted_on: day("2026-03-12"),
    };
    let has_plan = |on: &str| gathered(text, on, std::slice::from_ref(&plan)).has_plan;
    // The first instalment did not come: a few days later the plan no longer stands.
    assert!(has_plan("2026-03-20") && !has_plan("2026-04-20"));
}

#[test]
fn a_talk_that_a_case_records_counts_from_the_due_day_on() {
    let text = "invoices A issued_on=2026-02-01 due_on=2026-03-01 amount=1000";
    let talked = |talks: &[&str], talk_not_needed| {
        let beside = Beside { talks: talks.iter().map(|on| day(on)).collect(), talk_not_needed, is_held: false };
        gathered_beside(text, "2026-04-15", &[], &beside).talked
    };
    for (talks, not_needed, talked_of_it) in [
        (&[][..], false, false),
        (&["2026-02-28"], false, false),
        (&["2026-03-01"], false, true),
        (&["2026-02-10", "2026-04-02"], false, true),
        (&[], true, true),
    ] {
        assert_eq!(talked(talks, not_needed), talked_of_it, "{talks:?} {not_needed}");
    }
}

#[test]
fn nobody_is_reminded_on_a_day_off_or_outside_the_hours() {
    let ladder = Ladder::standard();
    // From nine to five; Friday 6 and Saturday 7 March are the weekend.
    for (on, hour, until) in [
        ("2026-03-05", 9, None),
        ("2026-03-05", 16, None),
        ("2026-03-05", 8, Some("2026-03-05")),
        ("2026-03-05", 17, Some("2026-03-08")),
        ("2026-03-06", 10, Some("2026-03-08")),
        ("2026-03-08", 12, None),
    ] {
        assert_eq!(riyadh().waits_until(&ladder, day(on), hour), until.map(day), "{on} {hour}");
    }
}

#[test]
fn a_place_without_a_calendar_works_every_day() {
    let days = DebtorDays::of(None, &Firm::default());
    let friday = Day::from_iso("2026-03-06").expect("a day");
    assert_eq!((days.on_or_after(friday), days.place()), (friday, None));
}
