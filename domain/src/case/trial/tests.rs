//! Trials of April and May 2026, read from a few lines each.

use super::*;
use crate::sign::sample::{day, firm, history};

const BEGINS: &str = "2026-04-01";
const ENDS: &str = "2026-05-31";

/// Reads one measure with the limit 1 on a day; value, n, met and what was cited.
fn read_on(kind: MeasureKind, text: &str, plan: (&[Instalment], &[String]), on: &str) -> Reading {
    let span = Span { begins_on: day(BEGINS), ends_on: day(ENDS), instalments: plan.0, invoices: plan.1 };
    let measures = [Measure { kind, limit: 1.0 }];
    let (history, knows_payments) = (history(text), text.contains("payments "));
    read(&measures, &span, &history, &firm(), &Policy::standard(), knows_payments, day(on)).remove(0)
}

fn check(kind: MeasureKind, text: &str, expected: Result<(f64, u32, bool, &str), Need>) {
    check_on(kind, text, ENDS, expected);
}

fn check_on(kind: MeasureKind, text: &str, on: &str, expected: Result<(f64, u32, bool, &str), Need>) {
    check_reading(read_on(kind, text, (&[], &[]), on), expected, text);
}

fn check_reading(reading: Reading, expected: Result<(f64, u32, bool, &str), Need>, text: &str) {
    let found = match reading.needs {
        Some(needs) => Err(needs),
        None => {
            Ok((reading.value.expect("a value"), reading.n, reading.met.expect("known"), reading.facts.ids().join(" ")))
        }
    };
    assert_eq!(reading.value.is_none(), reading.met.is_none());
    assert_eq!(found, expected.map(|(value, n, met, ids)| (value, n, met, ids.to_owned())), "{text}");
}

const BILLS: &str = "
    invoices A issued_on=2026-03-01 due_on=2026-04-10 amount=100
    payments PA invoice=A paid_on=2026-04-10 amount=100
    invoices B issued_on=2026-04-01 due_on=2026-04-20 amount=100
    payments PB invoice=B paid_on=2026-04-30 amount=100
    invoices C issued_on=2026-04-01 due_on=2026-05-11 amount=100
    invoices D issued_on=2026-05-01 due_on=2026-05-31 amount=100
    invoices E issued_on=2026-03-01 due_on=2026-03-31 amount=100
    invoices F issued_on=2026-04-01 due_on=2026-04-02 amount=100 disputed_on=2026-04-02 dispute_upheld=yes";

#[test]
fn bills_due_in_the_trial() {
    // A in time, B ten days late, C open for twenty; D is due today, E before, F was rightly disputed.
    check(MeasureKind::PaidOnTime, BILLS, Ok((1.0 / 3.0, 3, false, "C B A PB")));
    check(MeasureKind::DaysLate, BILLS, Ok((10.0, 3, false, "C B A PB")));
    check_on(MeasureKind::DaysLate, BILLS, "2026-04-15", Ok((0.0, 1, true, "A")));
    check(MeasureKind::DaysLate, "invoices E issued_on=2026-03-01 due_on=2026-03-31 amount=100", Err(Need::MoreData));
    check(MeasureKind::PaidOnTime, "feedback F on_day=2026-04-01 score=4", Err(Need::Invoices));
    let unpaid: Vec<&str> = BILLS.lines().filter(|line| !line.contains("payments")).collect();
    check(MeasureKind::PaidOnTime, &unpaid.join("\n"), Err(Need::Payments));
}

#[test]
fn what_comes_after_the_trial_is_too_late() {
    let paid = format!("{BILLS}\npayments PC invoice=C paid_on=2026-06-02 amount=100");
    check_on(MeasureKind::DaysLate, &paid, "2026-08-01", Ok((10.0, 3, false, "C B A PB")));
    let reading = read_on(MeasureKind::DaysLate, &paid, (&[], &[]), "2026-08-01");
    assert_eq!(reading.until, day(ENDS));
    check_on(MeasureKind::PaidOnTime, &paid, "2026-03-31", Err(Need::MoreData));
    check_on(MeasureKind::ReplyDays, "messages M at=2026-01-01 direction=in", "2026-02-01", Err(Need::MoreData));
}

#[test]
fn hours_are_held_against_the_days_that_passed() {
    let agreed = "contracts K starts_on=2026-01-01 agreed_hours_per_month=31
        time T0 on_day=2026-03-31 minutes=6000
        time T1 on_day=2026-05-02 minutes=1200
        time T2 on_day=2026-04-05 minutes=2400
        time T3 on_day=2026-05-03 minutes=600 in_scope=paid_change";
    // 60 hours; 31 for April, 31 for May.
    check(MeasureKind::HoursBeyondAgreed, agreed, Ok((0.0, 2, true, "T2 T1")));
    // By 10 May: 31 for April and 10 of the 31 for May.
    check_on(MeasureKind::HoursBeyondAgreed, agreed, "2026-05-10", Ok((19.0, 2, false, "T2 T1")));
    check(MeasureKind::HoursBeyondAgreed, "time T on_day=2026-04-05 minutes=60", Err(Need::AgreedHours));
    check(MeasureKind::HoursBeyondAgreed, "time T on_day=2026-03-05 minutes=60", Err(Need::MoreData));
    check(MeasureKind::HoursBeyondAgreed, "", Err(Need::Time));
}

#[test]
fn rounds_and_our_own_punctuality() {
    let work = "
        deliverables D0 due_on=2026-03-20 delivered_on=2026-03-20 revisions=9 revisions_ours=0
        deliverables D1 due_on=2026-04-10 delivered_on=2026-04-10 revisions=4 revisions_ours=1
        deliverables D2 due_on=2026-04-20 delivered_on=2026-04-25 revisions=0 revisions_ours=0
        deliverables D3 due_on=2026-04-20 delivered_on=2026-04-25 late_cause=client
        deliverables D4 due_on=2026-05-20";
    check(MeasureKind::RevisionRounds, work, Ok((1.5, 2, false, "D1 D2")));
    check(MeasureKind::DeliveredOnTime, work, Ok((0.5, 4, false, "D4 D2 D3 D1")));
    let unsaid = "deliverables D due_on=2026-04-20 delivered_on=2026-04-20";
    check(MeasureKind::RevisionRounds, unsaid, Err(Need::Revisions));
    check(
        MeasureKind::DeliveredOnTime,
        "deliverables D due_on=2026-03-20 delivered_on=2026-03-20",
        Err(Need::MoreData),
    );
    check(MeasureKind::DeliveredOnTime, "", Err(Need::Deliverables));
}

#[test]
fn replies_take_business_days() {
    // From Sunday 5 April to Tuesday: two days in Riyadh; from Wednesday 8 April to Sunday, over the weekend: two; at
    // once on Monday the 13th: half a day. A reply of March is of another time.
    let messages = "
        messages M0 at=2026-03-01 direction=out
        messages M1 at=2026-03-30 direction=in
        messages M2 at=2026-04-05 direction=out
        messages M3 at=2026-04-07 direction=in
        messages M4 at=2026-04-08 direction=out
        messages M5 at=2026-04-12 direction=in
        messages M6 at=2026-04-13 direction=out
        messages M7 at=2026-04-13 direction=in
        messages M8 at=2026-05-13 direction=out";
    check(MeasureKind::ReplyDays, messages, Ok((2.0, 3, false, "M3 M5 M7")));
    check(MeasureKind::ReplyDays, "messages M8 at=2026-05-13 direction=out", Err(Need::MoreData));
    check(MeasureKind::ReplyDays, "", Err(Need::Messages));
}

#[test]
fn boundaries_and_ratings() {
    let crossed = "
        incidents I0 at=2026-03-02 kind=boundary
        incidents I1 at=2026-04-02 kind=boundary
        incidents I2 at=2026-04-03 kind=doubt";
    check(MeasureKind::BoundaryBreaches, crossed, Ok((1.0, 1, true, "I1")));
    check(MeasureKind::BoundaryBreaches, "incidents I0 at=2026-03-02 kind=boundary", Ok((0.0, 0, true, "")));
    check(MeasureKind::BoundaryBreaches, "", Err(Need::Incidents));
    let rated = "
        feedback F0 on_day=2026-03-31 score=1
        feedback F1 on_day=2026-04-01 score=2
        feedback F2 on_day=2026-05-31 score=10 scale=10";
    check(MeasureKind::Satisfaction, rated, Ok((3.5, 2, true, "F2 F1")));
    check(MeasureKind::Satisfaction, "feedback F0 on_day=2026-03-31 score=1", Err(Need::MoreData));
}

fn plan(instalments: &[(&str, i64)]) -> Vec<Instalment> {
    let currency = Currency::of("SAR").expect("a currency");
    let instalment = |(due_on, whole): &(&str, i64)| Instalment { due_on: day(due_on), amount: whole * 100, currency };
    instalments.iter().map(instalment).collect()
}

#[test]
fn a_payment_fills_the_oldest_instalment() {
    // Thursday 9 April: Monday the 13th is the second business day after it. The second comes late and is made up for
    // by the third; the fourth can still be kept. NEW is no debt of before the trial.
    let plan = plan(&[("2026-04-09", 1000), ("2026-04-30", 1000), ("2026-05-14", 1000), ("2026-05-31", 1000)]);
    let paid = "
        invoices OLD issued_on=2025-11-01 due_on=2025-12-01 amount=4000
        invoices NEW issued_on=2026-04-02 due_on=2026-04-20 amount=5000
        payments P0 invoice=OLD paid_on=2026-03-31 amount=500
        payments P1 invoice=OLD paid_on=2026-04-13 amount=996
        payments P2 invoice=NEW paid_on=2026-04-20 amount=5000
        payments P3 invoice=OLD paid_on=2026-05-14 amount=2004";
    let check = |text: &str, invoices: &[String], on: &str, expected| {
        check_reading(read_on(MeasureKind::InstalmentsKept, text, (&plan, invoices), on), expected, text);
    };
    check(paid, &[], ENDS, Ok((2.0 / 3.0, 3, false, "P1 P3")));
    check(paid, &["OLD".to_owned()], ENDS, Ok((2.0 / 3.0, 3, false, "P1 P3")));
    check(paid, &["NEW".to_owned()], "2026-05-01", Ok((0.75, 4, false, "P2"))); // the first late, the rest ahead
    check(&paid.replace("04-13", "04-14"), &[], "2026-04-20", Ok((0.0, 1, false, "P1")));
    check(paid, &[], "2026-04-12", Err(Need::MoreData));
    let dollars = paid.replace("paid_on=2026-04-13 amount=996", "paid_on=2026-04-13 amount=996 currency=USD");
    check(&dollars, &[], ENDS, Err(Need::Currency));
    self::check(MeasureKind::InstalmentsKept, paid, Err(Need::Promises));
}

#[test]
fn a_limit_is_a_value_that_the_measure_can_have() {
    let is_sound = |kind, limit| Measure { kind, limit }.is_sound();
    assert!(is_sound(MeasureKind::PaidOnTime, 0.9) && !is_sound(MeasureKind::PaidOnTime, 90.0));
    assert!(is_sound(MeasureKind::Satisfaction, 3.5) && !is_sound(MeasureKind::Satisfaction, 0.0));
    assert!(is_sound(MeasureKind::DaysLate, 7.0) && !is_sound(MeasureKind::DaysLate, f64::NAN));
    assert!(MeasureKind::ALL.iter().all(|kind| MeasureKind::of(kind.word()) == Some(*kind)));
}
