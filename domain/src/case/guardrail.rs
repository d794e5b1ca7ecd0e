//! Keeping a client with caution (DOMAIN A23): numeric limits that the records are held against until the review date.

use super::Cited;
use super::decision::REVIEW_DAYS_MAX;
use super::stage::Stage;
use super::state::Case;
use crate::days::{Day, Month};
use crate::money::Money;
use crate::record::{Invoice, Time};
use crate::sign::{Code, Facts, Need, Scene, exposure};
use crate::word::words;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The limits of a decision to keep; sums are whole units of the base currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Guardrails {
    /// The least that an hour may earn, net.
    pub price_floor: Option<f64>,
    /// The most that may be unpaid, unbilled and committed together, gross.
    pub exposure_cap: Option<f64>,
    /// The most hours in a month.
    pub capacity_cap: Option<f64>,
    /// The day on which the decision is looked at again.
    pub review_on: Option<Day>,
}

words! {
    /// One of the limits.
    Guard {
        PriceFloor = "price_floor",
        ExposureCap = "exposure_cap",
        CapacityCap = "capacity_cap",
        ReviewDate = "review_date",
    }
}

/// Why a set of guardrails cannot stand in a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GuardFault {
    /// No limit is a number.
    NoLimit,
    /// A limit is not a number above zero.
    NotPositive(Guard),
    NoReviewDate,
    /// The review date is not after the decision.
    ReviewPast,
    /// The review date is more than ninety days off.
    ReviewFar,
}

/// A limit, and what the records say about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Watched {
    pub guard: Guard,
    /// What was seen, or what the records lack to say it.
    pub seen: Result<Seen, Need>,
}

/// What was seen of a limit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    /// In the unit of the limit; of the review date, the days since it, negative before.
    pub value: f64,
    pub limit: f64,
    pub is_breached: bool,
    pub facts: Cited,
}

/// A limit that was crossed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Breach {
    pub guard: Guard,
    pub value: f64,
    pub limit: f64,
    pub facts: Cited,
}

impl Guardrails {
    /// Tells whether no limit is a number.
    pub fn is_empty(&self) -> bool {
        self.limits().is_empty()
    }

    /// Returns everything that keeps the guardrails from standing in a decision of a day.
    pub fn faults(&self, decided_on: Day) -> Vec<GuardFault> {
        let limits = self.limits();
        let is_sound = |limit: f64| limit.is_finite() && limit > 0.0;
        let mut faults: Vec<GuardFault> = limits
            .iter()
            .filter(|(_, limit)| !is_sound(*limit))
            .map(|(guard, _)| GuardFault::NotPositive(*guard))
            .collect();
        if limits.is_empty() {
            faults.push(GuardFault::NoLimit);
        }
        match self.review_on.map(|day| day.since(decided_on)) {
            None => faults.push(GuardFault::NoReviewDate),
            Some(days) if days <= 0 => faults.push(GuardFault::ReviewPast),
            Some(days) if days > REVIEW_DAYS_MAX => faults.push(GuardFault::ReviewFar),
            Some(_) => {}
        }
        faults
    }

    fn limits(&self) -> Vec<(Guard, f64)> {
        let all = [
            (Guard::PriceFloor, self.price_floor),
            (Guard::ExposureCap, self.exposure_cap),
            (Guard::CapacityCap, self.capacity_cap),
        ];
        all.into_iter().filter_map(|(guard, limit)| Some((guard, limit?))).collect()
    }
}

/// Returns the limits of a kept client, and the day since which they are watched; nothing where the case stands elsewhere.
/// Every kept client is looked at again: on the day that was decided or, where a trial outlasted it, ninety days later.
pub fn standing(case: &Case) -> Option<(Guardrails, Day)> {
    let decision = &case.signed.as_ref().filter(|_| case.stage == Stage::Kept)?.decision;
    let guardrails = decision.guardrails.unwrap_or_default();
    let since = case.since();
    let decided = guardrails.review_on.or(decision.review_on).filter(|day| since < *day);
    let review_on = decided.unwrap_or_else(|| since.plus(REVIEW_DAYS_MAX));
    Some((Guardrails { review_on: Some(review_on), ..guardrails }, since))
}

/// Holds the records since the day of the decision against each limit that was set; one that they do not answer is
/// blind, and says so. The scene's history must hold only what was known on its day; `knows_payments` says whether what
/// no payment settled is unpaid.
pub fn watch(guardrails: &Guardrails, since: Day, scene: &Scene, knows_payments: bool) -> Vec<Watched> {
    let out = |limit| exposed(scene, limit, knows_payments);
    let by_records = [
        guardrails.price_floor.map(|limit| Watched { guard: Guard::PriceFloor, seen: price(scene, since, limit) }),
        guardrails.exposure_cap.map(|limit| Watched { guard: Guard::ExposureCap, seen: out(limit) }),
        guardrails.capacity_cap.map(|limit| Watched { guard: Guard::CapacityCap, seen: capacity(scene, since, limit) }),
    ];
    let by_date = guardrails.review_on.map(|review_on| {
        let value = f64::from(scene.on.since(review_on));
        let seen = Seen { value, limit: 0.0, is_breached: value >= 0.0, facts: Cited::default() };
        Watched { guard: Guard::ReviewDate, seen: Ok(seen) }
    });
    by_records.into_iter().flatten().chain(by_date).collect()
}

/// Returns the limits that were seen to be crossed.
pub fn breaches(watched: Vec<Watched>) -> Vec<Breach> {
    watched.into_iter().filter_map(Watched::breach).collect()
}

impl Watched {
    fn breach(self) -> Option<Breach> {
        let Seen { value, limit, is_breached, facts } = self.seen.ok()?;
        is_breached.then_some(Breach { guard: self.guard, value, limit, facts })
    }
}

/// Measures what an hour earned, from bill to bill: the first bill after the decision closes the time before it, so the
/// fees of those after it are held against the hours between the first and the last.
fn price(scene: &Scene, since: Day, limit: f64) -> Result<Seen, Need> {
    let (invoices, time) = (&scene.history.invoices, &scene.history.time);
    if invoices.is_empty() {
        return Err(Need::Invoices);
    }
    if time.is_empty() {
        return Err(Need::Time);
    }
    let bills = || invoices.iter().filter(|invoice| invoice.asks_for_money() && since < invoice.issued_on);
    let (first, last) = bills()
        .map(|bill| bill.issued_on)
        .min()
        .zip(bills().map(|bill| bill.issued_on).max())
        .filter(|(first, last)| first < last)
        .ok_or(Need::MoreData)?;
    let issued: Vec<&Invoice> = invoices.iter().filter(|invoice| first < invoice.issued_on).collect();
    let mut worked: Vec<&Time> = time.iter().filter(|time| first < time.on_day && time.on_day <= last).collect();
    let hours = worked.iter().map(|time| time.minutes).sum::<i64>() as f64 / 60.0;
    scene.rule(Code::E1).enough(hours)?;
    if hours <= 0.0 {
        return Err(Need::MoreData);
    }
    let fee = |invoice: &&Invoice| {
        let minor = invoice.net().0 - invoice.pass_through.unwrap_or_default().0;
        scene.firm.in_base(Money { minor, currency: invoice.currency }, invoice.issued_on)
    };
    let value = issued.iter().map(fee).sum::<Option<f64>>().ok_or(Need::Currency)? / hours;
    let mut facts = Facts::of("invoices", issued.iter().map(|invoice| (&invoice.id, invoice.source)));
    worked.sort_by_key(|time| Reverse(time.minutes));
    facts.extend("time", worked.into_iter().map(|time| (&time.id, time.source)));
    Ok(Seen { value, limit, is_breached: value < limit, facts: facts.into() })
}

/// Adds up the exposure of P8. What nobody's payments settled, and hours without a price, only ever make it larger, so a
/// breach stands without them.
fn exposed(scene: &Scene, limit: f64, knows_payments: bool) -> Result<Seen, Need> {
    if scene.ledger.bills.is_empty() {
        return Err(scene.ledger.lacks());
    }
    let out = exposure(scene)?;
    let out = if knows_payments { out } else { out.without_bills() };
    let value = scene.in_base(out.whole()).ok_or(Need::Currency)?;
    let is_breached = value > limit;
    if !is_breached && !knows_payments {
        return Err(Need::Payments);
    }
    if !is_breached && out.unpriced {
        return Err(Need::CostRates);
    }
    Ok(Seen { value, limit, is_breached, facts: out.facts(scene).into() })
}

/// Finds the month with the most hours since the decision, the running one included.
fn capacity(scene: &Scene, since: Day, limit: f64) -> Result<Seen, Need> {
    let mut worked: Vec<&Time> = scene.history.time.iter().filter(|time| since < time.on_day).collect();
    if worked.is_empty() {
        return Err(if scene.history.time.is_empty() { Need::Time } else { Need::MoreData });
    }
    let month = |time: &&Time| time.on_day.month();
    let hours = |of: Month| worked.iter().filter(|time| month(time) == of).map(|time| time.minutes).sum::<i64>();
    let months: BTreeSet<Month> = worked.iter().map(month).collect();
    let (most, fullest) = months.into_iter().map(|of| (hours(of), of)).max().ok_or(Need::MoreData)?;
    let value = most as f64 / 60.0;
    worked.retain(|time| month(time) == fullest);
    worked.sort_by_key(|time| Reverse(time.minutes));
    let facts = Facts::of("time", worked.into_iter().map(|time| (&time.id, time.source)));
    Ok(Seen { value, limit, is_breached: value > limit, facts: facts.into() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::firm::Firm;
    use crate::record::History;
    use crate::sign::Policy;
    use crate::sign::sample::{day, firm, history};

    const SINCE: &str = "2026-02-15";
    const ON: &str = "2026-05-31";

    fn seen_at(guardrails: Guardrails, text: &str, firm: &Firm) -> Result<(f64, bool, String), Need> {
        let mut history = history(text);
        history.keep_known_on(day(ON));
        let policy = Policy::standard();
        let knows_payments = !history.payments.is_empty();
        let watched = watch(&guardrails, day(SINCE), &Scene::new(&history, firm, &policy, day(ON)), knows_payments);
        let [Watched { seen, .. }] = &watched[..] else { panic!("one limit, {watched:?}") };
        seen.clone().map(|seen| (seen.value, seen.is_breached, seen.facts.ids().join(" ")))
    }

    fn check(guardrails: Guardrails, text: &str, expected: Result<(f64, bool, &str), Need>) {
        let expected = expected.map(|(value, is_breached, ids)| (value, is_breached, ids.to_owned()));
        assert_eq!(seen_at(guardrails, text, &firm()), expected, "{text}");
    }

    /// Bills at the end of each month for the 50 hours before it; those of February are of the time before the decision.
    const BILLED: &str = "
        invoices B2 issued_on=2026-02-28 due_on=2026-03-30 amount=5750 tax=750
        invoices B3 issued_on=2026-03-31 due_on=2026-04-30 amount=11500 tax=1500
        invoices B4 issued_on=2026-04-30 due_on=2026-05-30 amount=11500 tax=1500 pass_through=1000
        time T1 on_day=2026-02-20 minutes=3000
        time T2 on_day=2026-03-10 minutes=3000
        time T3 on_day=2026-04-10 minutes=3060
        time T4 on_day=2026-05-10 minutes=600";

    fn floor(limit: f64) -> Guardrails {
        Guardrails { price_floor: Some(limit), ..Guardrails::default() }
    }

    #[test]
    fn the_price_is_measured_from_bill_to_bill() {
        // (10,000 + 10,000 - 1,000) over 50 + 51 hours is 188.12.
        let found = |limit| seen_at(floor(limit), BILLED, &firm()).expect("two bills after the decision");
        assert!((found(180.0).0 - 188.1188).abs() < 1e-4);
        assert_eq!((found(180.0).1, found(190.0).1), (false, true));
        assert_eq!(found(190.0).2, "B3 B4 T3 T2");
        let credited =
            format!("{BILLED}\ninvoices N issued_on=2026-05-05 due_on=2026-05-05 amount=-1010 kind=credit_note");
        assert!((seen_at(floor(180.0), &credited, &firm()).expect("known").0 - 178.1188).abs() < 1e-4);
    }

    #[test]
    fn the_price_is_blind_before_two_bills_and_forty_hours() {
        let without = |ids: &[&str]| {
            let keeps = |line: &&str| !ids.iter().any(|id| line.contains(&format!(" {id} ")));
            BILLED.lines().filter(keeps).collect::<Vec<_>>().join("\n")
        };
        check(floor(180.0), &without(&["B3", "B4"]), Err(Need::MoreData));
        check(floor(180.0), &without(&["T2", "T3"]), Err(Need::MoreData));
        check(floor(180.0), &without(&["B2", "B3", "B4"]), Err(Need::Invoices));
        check(floor(180.0), "invoices A issued_on=2026-03-01 due_on=2026-03-02 amount=1", Err(Need::Time));
    }

    #[test]
    fn exposure_is_capped() {
        let cap = |limit| Guardrails { exposure_cap: Some(limit), ..Guardrails::default() };
        let out = "invoices A issued_on=2026-04-01 due_on=2026-05-01 amount=5000
            payments P invoice=A paid_on=2026-05-01 amount=2000
            time T on_day=2026-05-10 minutes=600
            costs K on_day=2026-05-20 amount=1100 kind=committed";
        // 3,000 unpaid, ten hours at a cost of 90, 1,100 committed.
        check(cap(5000.0), out, Ok((5000.0, false, "A K T")));
        check(cap(4999.0), out, Ok((5000.0, true, "A K T")));
        let priceless = Firm { default_cost_rate: vec![], ..firm() };
        assert_eq!(seen_at(cap(5000.0), out, &priceless), Err(Need::CostRates));
        assert_eq!(seen_at(cap(4000.0), out, &priceless), Ok((4100.0, true, "A K T".to_owned())));
        let unpaid = "payments P invoice=B paid_on=2026-05-01 amount=1\ntime T on_day=2026-05-10 minutes=600";
        check(cap(5000.0), unpaid, Err(Need::Invoices));
        // What nobody's payments settled may well be paid.
        let unknown = "invoices A issued_on=2026-04-01 due_on=2026-05-01 amount=5000";
        check(cap(4999.0), unknown, Err(Need::Payments));
        let worked = format!("{unknown}\ntime T on_day=2026-05-10 minutes=600");
        check(cap(899.0), &worked, Ok((900.0, true, "T")));
    }

    #[test]
    fn capacity_is_the_fullest_month() {
        let cap = |limit| Guardrails { capacity_cap: Some(limit), ..Guardrails::default() };
        check(cap(51.0), BILLED, Ok((51.0, false, "T3")));
        check(cap(50.0), BILLED, Ok((51.0, true, "T3")));
        check(cap(50.0), "time T1 on_day=2026-02-15 minutes=9000", Err(Need::MoreData));
        check(cap(50.0), "feedback F on_day=2026-03-01 score=4", Err(Need::Time));
    }

    #[test]
    fn the_review_date_opens_the_case_by_itself() {
        let due = |on: &str| {
            let guardrails = Guardrails { review_on: Some(day("2026-05-15")), ..Guardrails::default() };
            let (history, firm, policy) = (History::default(), firm(), Policy::standard());
            breaches(watch(&guardrails, day(SINCE), &Scene::new(&history, &firm, &policy, day(on)), true))
                .into_iter()
                .map(|breach| (breach.guard, breach.value))
                .collect::<Vec<_>>()
        };
        assert_eq!(due("2026-05-14"), []);
        assert_eq!(due("2026-05-15"), [(Guard::ReviewDate, 0.0)]);
        assert_eq!(due("2026-05-31"), [(Guard::ReviewDate, 16.0)]);
    }

    #[test]
    fn a_decision_needs_a_number_and_a_near_date() {
        let faults = |guardrails: Guardrails| guardrails.faults(day("2026-02-15"));
        let good = Guardrails { review_on: Some(day("2026-05-16")), ..floor(200.0) };
        assert_eq!(faults(good), []);
        assert_eq!(faults(Guardrails::default()), [GuardFault::NoLimit, GuardFault::NoReviewDate]);
        assert_eq!(faults(Guardrails { review_on: Some(day("2026-05-17")), ..good }), [GuardFault::ReviewFar]);
        assert_eq!(faults(Guardrails { review_on: Some(day("2026-02-15")), ..good }), [GuardFault::ReviewPast]);
        let bad = Guardrails { price_floor: Some(0.0), capacity_cap: Some(f64::NAN), ..good };
        let both = [GuardFault::NotPositive(Guard::PriceFloor), GuardFault::NotPositive(Guard::CapacityCap)];
        assert_eq!(faults(bad), both);
        assert!(Guard::ALL.iter().all(|guard| Guard::of(guard.word()) == Some(*guard)));
    }
}
