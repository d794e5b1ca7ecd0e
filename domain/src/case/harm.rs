//! The harm ledger of a case, as far as records tell it (DOMAIN A3): money, hours, people, reputation. Harm of law is
//! never read from records; people enter it.

use super::Cited;
use crate::days::Day;
use crate::firm::held_on;
use crate::record::{Incident, IncidentKind, LateCause, Side};
use crate::sign::{Bill, Facts, Need, Rounds, Scene};
use crate::sign::{expected_loss, hours_beyond_agreed, outside_scope, unfounded_disputes};
use crate::word::words;
use serde::{Deserialize, Serialize};

/// One line of the ledger. Lines are never added up: hours beyond those agreed may lie outside the scope, too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HarmLine {
    pub harm: Harm,
    /// How much, or what the records lack to say it.
    pub amount: Result<Amount, Need>,
    pub facts: Cited,
}

words! {
    /// What a line of the ledger counts, over the window of 365 days.
    Harm {
        /// What of the overdue bills is expected never to come in, by their age; bills of any time.
        ExpectedLoss = "expected_loss",
        /// The cost of capital of what was overdue (A28).
        LateMoney = "late_money",
        /// Hours beyond those agreed for each full month (E3).
        HoursBeyondAgreed = "hours_beyond_agreed",
        /// Hours outside the agreed scope that nobody pays for (D1).
        HoursOutsideScope = "hours_outside_scope",
        /// Revision rounds beyond those agreed that no error of ours caused (D2).
        RoundsBeyondAgreed = "rounds_beyond_agreed",
        /// Deliverables that the client made late (D6).
        LateByClient = "late_by_client",
        /// Boundaries crossed towards our people (B17).
        Boundaries = "boundaries",
        /// Doubts of our people's ability (B22).
        Doubts = "doubts",
        /// Incidents aimed at the client's own people (A13).
        TheirPeople = "their_people",
        /// Disputes in which the client was not found to be right (B16).
        Disputes = "disputes",
        /// Escalations in which the client was not found to be right.
        Escalations = "escalations",
        /// Incidents aimed at third parties.
        ThirdParties = "third_parties",
    }
}

words! {
    /// What is harmed.
    Harmed {
        Money = "money",
        Hours = "hours",
        People = "people",
        Reputation = "reputation",
    }
}

/// How much.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Amount {
    /// Whole units of the base currency.
    Money(f64),
    Hours(f64),
    Count(u32),
}

impl Harm {
    /// Returns what this kind of harm is done to.
    pub fn harmed(self) -> Harmed {
        use Harm::*;
        match self {
            ExpectedLoss | LateMoney => Harmed::Money,
            HoursBeyondAgreed | HoursOutsideScope | RoundsBeyondAgreed | LateByClient => Harmed::Hours,
            Boundaries | Doubts | TheirPeople => Harmed::People,
            Disputes | Escalations | ThirdParties => Harmed::Reputation,
        }
    }
}

/// Reads the ledger from the records. A line that is absent was looked for and found empty; one that is blind says so.
/// `writes_incidents` tells whether the firm writes incidents down of any client, so that silence means something;
/// `knows_payments` the same of payments.
pub fn harm_ledger(scene: &Scene, writes_incidents: bool, knows_payments: bool) -> Vec<HarmLine> {
    let told = |found| if knows_payments { Ok(found) } else { Err(Need::Payments) };
    let mut lines = vec![
        line(Harm::ExpectedLoss, loss(scene).and_then(told)),
        line(Harm::LateMoney, late_money(scene).and_then(told)),
        line(Harm::HoursBeyondAgreed, hours_beyond_agreed(scene).map(|(hours, facts)| (Amount::Hours(hours), facts))),
        line(Harm::HoursOutsideScope, outside_scope(scene).map(|(hours, facts)| (Amount::Hours(hours), facts))),
        line(Harm::RoundsBeyondAgreed, rounds(scene)),
        line(Harm::LateByClient, late_by_client(scene)),
    ];
    let is_written = writes_incidents || !scene.history.incidents.is_empty();
    let counted = |facts: Facts| {
        let silent = facts.total() == 0 && !is_written;
        if silent { Err(Need::Incidents) } else { Ok((Amount::Count(facts.total()), facts)) }
    };
    let ours = |incident: &Incident| incident.side.is_none_or(|side| side == Side::Ours);
    let of = |kind: IncidentKind| move |incident: &Incident| incident.kind == kind && ours(incident);
    lines.extend([
        line(Harm::Boundaries, counted(incidents(scene, of(IncidentKind::Boundary)))),
        line(Harm::Doubts, counted(incidents(scene, of(IncidentKind::Doubt)))),
        line(Harm::TheirPeople, counted(incidents(scene, |incident| incident.side == Some(Side::Theirs)))),
        line(Harm::Disputes, counted(unfounded_disputes(scene))),
        line(Harm::Escalations, counted(incidents(scene, of(IncidentKind::Escalation)))),
        line(Harm::ThirdParties, counted(incidents(scene, |incident| incident.side == Some(Side::ThirdParty)))),
    ]);
    lines.retain(|line| !line.is_nothing());
    lines
}

impl HarmLine {
    fn is_nothing(&self) -> bool {
        match self.amount {
            Ok(Amount::Money(amount) | Amount::Hours(amount)) => amount <= 0.0,
            Ok(Amount::Count(count)) => count == 0,
            Err(_) => false,
        }
    }
}

fn line(harm: Harm, found: Result<(Amount, Facts), Need>) -> HarmLine {
    match found {
        Ok((amount, facts)) => HarmLine { harm, amount: Ok(amount), facts: facts.into() },
        Err(needs) => HarmLine { harm, amount: Err(needs), facts: Cited::default() },
    }
}

fn loss(scene: &Scene) -> Result<(Amount, Facts), Need> {
    let open = scene.ledger.bills.iter().filter(|bill| bill.settled_on.is_none() && bill.delay > 0).collect();
    sum(scene, open, |bill| expected_loss(scene, bill))
}

/// Adds up what it cost to wait for money past its due day, within the window.
fn late_money(scene: &Scene) -> Result<(Amount, Facts), Need> {
    let capital = held_on(&scene.firm.cost_of_capital, scene.on).ok_or(Need::CostOfCapital)?;
    let late = |bill: &&Bill| bill.delay > 0 && bill.settled_on.is_none_or(|day| scene.since < day);
    // The nights between the due day and the day of payment: late by thirty days is thirty of them.
    let nights = |bill: &Bill| {
        let from = bill.due_on.max(scene.since.plus(1));
        let to: Day = bill.settled_on.unwrap_or(scene.on).plus(-1);
        scene.owed_days(bill, from, to)
    };
    sum(scene, scene.ledger.bills.iter().filter(late).collect(), |bill| nights(bill) * capital / 365.0)
}

/// Adds up a figure of bills in the base currency, and cites them, the largest figure first.
fn sum(scene: &Scene, mut bills: Vec<&Bill>, of: impl Fn(&Bill) -> f64) -> Result<(Amount, Facts), Need> {
    if scene.ledger.bills.is_empty() {
        return Err(scene.ledger.lacks());
    }
    let is_known = |bill: &&Bill| bill.settled_on.is_some() || scene.owed(bill) > 0.0;
    if !scene.ledger.unclear.is_empty() || !bills.iter().all(is_known) {
        return Err(Need::Currency);
    }
    bills.sort_by(|a, b| of(b).total_cmp(&of(a)));
    let whole = bills.iter().map(|bill| of(bill)).sum();
    let invoices = bills.iter().map(|bill| &scene.history.invoices[bill.invoice]);
    let facts = Facts::of("invoices", invoices.map(|invoice| (&invoice.id, invoice.source)));
    Ok((Amount::Money(scene.in_base(whole).ok_or(Need::Currency)?), facts))
}

fn rounds(scene: &Scene) -> Result<(Amount, Facts), Need> {
    let (rounds, facts) = Rounds::of(scene).beyond_agreed(scene)?;
    Ok((Amount::Count(rounds as u32), facts))
}

/// Counts what was late by the client's doing, handed over in the window or due in it and still missing.
fn late_by_client(scene: &Scene) -> Result<(Amount, Facts), Need> {
    let all = &scene.history.deliverables;
    if all.is_empty() {
        return Err(Need::Deliverables);
    }
    let blocked = all.iter().rev().filter(|d| {
        let ended = d.delivered_on.unwrap_or(scene.on);
        ended > d.due_on
            && d.late_cause == Some(LateCause::Client)
            && scene.in_window(d.delivered_on.unwrap_or(d.due_on))
    });
    let facts = Facts::of("deliverables", blocked.map(|d| (&d.id, d.source)));
    Ok((Amount::Count(facts.total()), facts))
}

/// Cites the window's incidents of a sort in which the client was not found to be right, the latest first.
fn incidents(scene: &Scene, counts: impl Fn(&Incident) -> bool) -> Facts {
    let window = scene.within(&scene.history.incidents, |incident| incident.at.day).iter().rev();
    let harmful = window.filter(|incident| incident.upheld != Some(true) && counts(incident));
    Facts::of("incidents", harmful.map(|incident| (&incident.id, incident.source)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::firm::Firm;
    use crate::sign::Policy;
    use crate::sign::sample::{day, firm, history};

    const ON: &str = "2026-06-30";

    fn ledger(text: &str, firm: &Firm, writes_incidents: bool) -> Vec<HarmLine> {
        let mut history = history(text);
        history.keep_known_on(day(ON));
        let policy = Policy::standard();
        harm_ledger(&Scene::new(&history, firm, &policy, day(ON)), writes_incidents, true)
    }

    fn found(text: &str) -> Vec<(Harm, Result<Amount, Need>, String)> {
        ledger(text, &firm(), true).into_iter().map(|l| (l.harm, l.amount, l.facts.ids().join(" "))).collect()
    }

    fn check(text: &str, harm: Harm, amount: Amount, ids: &str) {
        let line = found(text).into_iter().find(|(found, ..)| *found == harm);
        assert_eq!(line, Some((harm, Ok(amount), ids.to_owned())), "{text}");
    }

    #[test]
    fn money_late_and_lost() {
        // A was 30 days late: 10,000 x 12% x 30 / 365. B is open, 30 days late as well, and 1% of it may be lost.
        let bills = "invoices A issued_on=2025-11-01 due_on=2025-12-01 amount=10000
            payments P invoice=A paid_on=2025-12-31 amount=10000
            invoices B issued_on=2026-05-01 due_on=2026-05-31 amount=5000
            invoices C issued_on=2026-06-01 due_on=2026-07-01 amount=7000";
        check(bills, Harm::ExpectedLoss, Amount::Money(50.0), "B");
        check(bills, Harm::LateMoney, Amount::Money(147.95), "A B");
        // Half came in after ten of the thirty days: 10,000 x 10 + 5,000 x 20, to 65.75; B as before.
        let halves = bills.replace(
            "payments P invoice=A paid_on=2025-12-31 amount=10000",
            "payments P invoice=A paid_on=2025-12-11 amount=5000
             payments Q invoice=A paid_on=2025-12-31 amount=5000",
        );
        check(&halves, Harm::LateMoney, Amount::Money(115.07), "A B");
        let unstated = ledger(bills, &Firm { cost_of_capital: vec![], ..firm() }, true);
        let late = unstated.iter().find(|line| line.harm == Harm::LateMoney).expect("a blind line");
        assert_eq!(late.amount, Err(Need::CostOfCapital));
    }

    #[test]
    fn hours_rounds_and_waiting() {
        let hours = "contracts K starts_on=2026-01-01 agreed_hours_per_month=10
            time T1 on_day=2026-04-10 minutes=900 in_scope=yes
            time T2 on_day=2026-05-10 minutes=540 in_scope=no
            time T3 on_day=2026-05-11 minutes=900 in_scope=paid_change
            time T4 on_day=2026-06-10 minutes=720 in_scope=no";
        // April 15 of 10, May 9 of 10, June 12 of 10.
        check(hours, Harm::HoursBeyondAgreed, Amount::Hours(7.0), "T4 T1");
        check(hours, Harm::HoursOutsideScope, Amount::Hours(21.0), "T4 T2");
        let work = "deliverables D1 due_on=2026-05-01 delivered_on=2026-05-01 revisions=5 revisions_ours=1 revisions_agreed=2
            deliverables D2 due_on=2026-05-02 delivered_on=2026-05-09 revisions=1 revisions_ours=0 revisions_agreed=2 late_cause=client
            deliverables D3 due_on=2026-05-03 delivered_on=2026-05-09 late_cause=us";
        check(work, Harm::RoundsBeyondAgreed, Amount::Count(2), "D1");
        check(work, Harm::LateByClient, Amount::Count(1), "D2");
    }

    #[test]
    fn people_and_reputation_where_the_client_was_not_right() {
        let incidents = "incidents I1 at=2026-02-01 kind=boundary
            incidents I2 at=2026-03-01 kind=doubt side=ours
            incidents I3 at=2026-03-02 kind=doubt side=ours upheld=yes
            incidents I4 at=2026-03-03 kind=escalation side=theirs
            incidents I5 at=2026-03-04 kind=dispute upheld=no invoice=V
            incidents I6 at=2026-03-05 kind=escalation upheld=yes
            incidents I7 at=2026-03-06 kind=boundary side=third_party
            incidents I8 at=2025-03-06 kind=boundary
            invoices V issued_on=2026-01-01 due_on=2026-01-31 amount=10 disputed_on=2026-02-01
            invoices W issued_on=2026-01-01 due_on=2026-01-31 amount=10 disputed_on=2026-02-02
            payments P1 invoice=V paid_on=2026-01-31 amount=10
            payments P2 invoice=W paid_on=2026-01-31 amount=10";
        check(incidents, Harm::Boundaries, Amount::Count(1), "I1");
        check(incidents, Harm::Doubts, Amount::Count(1), "I2");
        check(incidents, Harm::TheirPeople, Amount::Count(1), "I4");
        check(incidents, Harm::Disputes, Amount::Count(2), "I5 W");
        check(incidents, Harm::ThirdParties, Amount::Count(1), "I7");
        assert!(found(incidents).iter().all(|(harm, ..)| *harm != Harm::Escalations), "looked for, and none");
    }

    #[test]
    fn what_nobody_writes_down_is_blind_and_not_absent() {
        let blind = |writes: bool| {
            let lines = ledger("feedback F on_day=2026-05-01 score=4", &firm(), writes);
            lines.into_iter().map(|line| (line.harm, line.amount.expect_err("blind"))).collect::<Vec<_>>()
        };
        use Harm::*;
        let records = [
            (ExpectedLoss, Need::Invoices),
            (LateMoney, Need::Invoices),
            (HoursBeyondAgreed, Need::Time),
            (HoursOutsideScope, Need::Time),
            (RoundsBeyondAgreed, Need::Deliverables),
            (LateByClient, Need::Deliverables),
        ];
        let notes = [Boundaries, Doubts, TheirPeople, Disputes, Escalations, ThirdParties];
        assert_eq!(blind(true), records);
        assert_eq!(blind(false)[..6], records);
        assert_eq!(blind(false)[6..], notes.map(|harm| (harm, Need::Incidents)));
    }
}
