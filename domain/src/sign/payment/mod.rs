//! P: whether and when the client pays what it owes.

mod avoidance;
mod cause;
mod days_late;
mod disputes;
mod exposure;
mod late_share;
mod promises;
mod short_paid;

pub use exposure::{exposure, unbilled_work};
pub use promises::{is_kept, kept_until};

use super::season::most;
use super::{Arg, Bill, Code, Detect, Facts, Measured, Scene};
use crate::days::Day;
use crate::days::season::Season;

const DETECTORS: [(Code, Detect); 5] = [
    (Code::P3, days_late::detect),
    (Code::P6, promises::detect),
    (Code::P7, disputes::detect),
    (Code::P8, exposure::detect),
    (Code::P9, avoidance::detect),
];

/// Runs the family's detectors; a cause is looked for only where there is something to explain.
pub fn measure(scene: &Scene, out: &mut Measured) {
    let grace_days = scene.rule(Code::P5).more("grace_days") as i32;
    let decided = scene.ledger.bills.iter().filter(|bill| bill.is_decided(grace_days));
    out.tally.late = decided.clone().filter(|bill| bill.delay > grace_days).count() as u32;
    out.tally.decided = decided.count() as u32;
    out.tally.days_late = days_late::weighted(scene);
    out.run(scene, &DETECTORS);
    // The trend is tested once: where neighbours are alike, by hundreds of orders.
    let trend = late_share::trend(scene);
    late_share::measure(scene, trend.as_ref(), out);
    let is_late = |code| matches!(code, Code::P3 | Code::P5 | Code::P6 | Code::P7 | Code::P9);
    if out.drafts.iter().any(|draft| draft.level.is_some() && is_late(draft.code)) {
        out.take(Code::P10, cause::detect(scene, trend.as_ref()));
    } else if let Some(needs) = out.needs(Code::P3) {
        // Whoever cannot be seen to pay late gives no cause to look for, and that is not good news either.
        out.blind(Code::P10, needs);
    }
}

/// Cites bills, the most telling first, then the payments that came in after they were due.
pub fn cite<'a>(scene: &Scene, bills: impl Iterator<Item = &'a Bill> + Clone) -> Facts {
    let mut facts = Facts::default();
    for bill in bills.clone() {
        let invoice = &scene.history.invoices[bill.invoice];
        facts.add("invoices", &invoice.id, invoice.source);
    }
    for bill in bills {
        for receipt in scene.ledger.receipts(bill).iter().filter(|receipt| receipt.paid_on > bill.due_on) {
            let payment = &scene.history.payments[receipt.payment];
            facts.add("payments", &payment.id, payment.source);
        }
    }
    facts
}

/// Counts the late bills that fell due in a season of the client's place, and how many of the other bills were late: whoever
/// pays late in Ramadan only is no late payer.
fn in_season(scene: &Scene, due: &[&Bill], grace_days: i32) -> [(&'static str, Arg); 4] {
    let (mut late, mut rest, mut rest_late): (Vec<Season>, _, _) = (Vec::new(), 0, 0);
    for bill in due {
        let is_late = bill.delay > grace_days;
        match scene.season(bill.due_on) {
            Some(season) if is_late => late.push(season),
            Some(_) => {}
            None => (rest, rest_late) = (rest + 1, rest_late + usize::from(is_late)),
        }
    }
    [
        ("seasonal", Arg::count(late.len())),
        ("season", Arg::word(most(&late))),
        ("rest", Arg::count(rest)),
        ("rest_late", Arg::count(rest_late)),
    ]
}

/// Returns the latest day that bills tell of: that on which one was settled, or today if one is still open.
fn newest<'a>(scene: &Scene, bills: impl Iterator<Item = &'a Bill>) -> Day {
    bills.map(|bill| bill.settled_on.unwrap_or(scene.on)).max().unwrap_or(scene.on)
}

#[cfg(test)]
mod tests {
    use super::super::{Assessment, Baseline, Family, Need, Policy, judge, sample};
    use super::*;

    /// Ten bills of which nothing is known to have come in, promised, reminded of, and worked for.
    fn unpaid() -> String {
        sample::rows(10, "2025-01-31", 30, |i, due_on| {
            let (issued_on, promised_on, sent_on) = (due_on.plus(-30), due_on.plus(5), due_on.plus(10));
            format!(
                "invoices I{i} issued_on={issued_on} due_on={due_on} amount=1000
                 promises R{i} invoice=I{i} made_on={due_on} promised_on={promised_on}
                 reminders M{i} invoice=I{i} sent_on={sent_on}
                 time T{i} on_day={issued_on} minutes=600 cost_rate=100"
            )
        })
    }

    /// Assesses the first of some clients.
    fn first(texts: &[&str]) -> Assessment {
        let (on, policy) = ("2026-01-10", Policy::standard());
        let all: Vec<Measured> = texts.iter().map(|text| sample::measured(text, on)).collect();
        let baseline = Baseline::of(all.iter(), sample::day(on), policy.general.false_discovery);
        judge(all[0].clone(), &baseline, &policy, sample::day(on))
    }

    fn needs(assessment: &Assessment, code: Code) -> Option<Need> {
        assessment.blind.iter().find(|blind| blind.code == code).map(|blind| blind.needs)
    }

    const RESTING: [Code; 7] = [Code::P3, Code::P5, Code::P6, Code::P8, Code::P9, Code::P10, Code::E4];

    #[test]
    fn where_nobodys_payments_are_known_nobody_is_said_to_pay_late() {
        let unpaid = unpaid();
        let later = "invoices X issued_on=2025-12-01 due_on=2025-12-31 amount=9
                     payments Y invoice=X paid_on=2026-01-11 amount=9";
        for assessment in [first(&[&unpaid]), first(&[&unpaid, later])] {
            for code in RESTING {
                assert_eq!(needs(&assessment, code), Some(Need::Payments), "{code:?}");
                assert!(assessment.findings.iter().all(|finding| finding.code != code), "{code:?}");
                assert_eq!(assessment.blind.iter().filter(|blind| blind.code == code).count(), 1, "{code:?}");
            }
            assert_eq!((assessment.late_chance, needs(&assessment, Code::P7)), (None, Some(Need::Disputes)));
        }
        // More of the same bills would not help, but the other records that are lacking would.
        let few = first(&["invoices A issued_on=2025-10-01 due_on=2025-10-31 amount=9"]);
        let lacks = [Need::Payments, Need::Payments, Need::Promises, Need::Payments, Need::Reminders];
        assert_eq!([Code::P3, Code::P5, Code::P6, Code::P8, Code::P9].map(|c| needs(&few, c)), lacks.map(Some));
        assert_eq!(needs(&few, Code::E4), Some(Need::Time));
    }

    #[test]
    fn a_client_without_a_payment_is_seen_where_others_pay() {
        let paid = "invoices X issued_on=2025-03-01 due_on=2025-03-31 amount=9
                    payments Y invoice=X paid_on=2025-03-30 amount=9";
        let assessment = first(&[&unpaid(), paid]);
        for code in [Code::P3, Code::P5, Code::P6, Code::P8, Code::P9] {
            assert!(assessment.findings.iter().any(|finding| finding.code == code), "{code:?}");
        }
        assert!(assessment.late_chance.is_some_and(|chance| chance > 0.9));
        assert!(assessment.blind.iter().all(|blind| blind.needs != Need::Payments));
    }

    #[test]
    fn a_client_without_a_bill_is_unseen_by_the_whole_family() {
        let measured = sample::measured("time T1 on_day=2025-07-01 minutes=60", "2025-07-10");
        for code in Code::ALL.iter().filter(|code| code.family() == Family::Payment) {
            assert!(measured.needs(*code).is_some(), "{code:?}");
        }
        assert_eq!(measured.needs(Code::P10), measured.needs(Code::P3));
    }
}
