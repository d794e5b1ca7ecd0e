//! How interest adds up: from rates and payments to segments.

use super::law::{Allocation, Begins, HalfYear, Law, LegalRate, Permission};
use super::{Barred, Claim, Debt, Interest, Segment};
use crate::days::Day;
use crate::money::Money;

/// A rate from a day on.
struct Rate {
    from: Day,
    rate: u32,
    source: String,
}

/// Computes the interest on a debt up to and including `until`.
pub fn accrue(debt: &Debt, law: &Law, claim: &Claim, until: Day) -> Result<Interest, Barred> {
    if law.interest == Permission::Disabled {
        return Err(Barred::Disabled);
    }
    let asked = [(&claim.clause, Barred::NoClause), (&claim.approved_by, Barred::NotApproved)];
    if let Some((_, barred)) = asked.into_iter().find(|(text, _)| text.trim().is_empty()) {
        return Err(barred);
    }
    let agreed = claim.agreed_rate.map(|rate| rate.min(law.agreed_cap.unwrap_or(rate)));
    let start = start(debt, law, claim, agreed.is_some())?;
    let owed = debt.amount - debt.paid.iter().filter(|paid| paid.on <= start).map(|paid| paid.minor).sum::<i64>();
    if until <= start || owed <= 0 {
        return Err(Barred::NotLate);
    }
    let (rates, unrated_from) = rates(law, claim, agreed, debt.due_on.plus(1), start, until)?;
    let fixed = fixed(debt, law, agreed.is_some(), owed);
    let mut run = Run {
        principal: owed,
        unpaid_fixed: fixed.map_or(0, |fixed| fixed.minor),
        exact: 0,
        interest: 0,
        interest_paid: 0,
        per_unit: i128::from(law.year_days) * 10_000,
        segments: vec![],
    };
    let order = claim.allocation.unwrap_or(law.allocation);
    run.through(debt, &rates, order, start, unrated_from.map_or(until, |day| day.plus(-1)), until);
    Ok(Interest {
        invoice: debt.invoice.clone(),
        interest: Money { minor: run.interest, currency: debt.currency },
        fixed,
        principal_left: run.principal.max(0),
        is_capped: claim.agreed_rate.is_some() && claim.agreed_rate != agreed,
        is_at_most: law.at_most && agreed.is_none(),
        unrated_from,
        vat: law.vat,
        source: law.source.clone(),
        segments: run.segments,
    })
}

/// Returns the day after which interest runs.
fn start(debt: &Debt, law: &Law, claim: &Claim, is_agreed: bool) -> Result<Day, Barred> {
    match law.begins {
        Begins::Claim if !is_agreed => Ok(claim.claimed_on.ok_or(Barred::NoClaim)?.max(debt.due_on)),
        Begins::Claim | Begins::Due => Ok(debt.due_on),
    }
}

/// Returns the rates from the first day of interest on, and the day from which none is listed.
fn rates(
    law: &Law,
    claim: &Claim,
    agreed: Option<u32>,
    late_on: Day,
    start: Day,
    until: Day,
) -> Result<(Vec<Rate>, Option<Day>), Barred> {
    let first = start.plus(1);
    let whole = |rate, source: &str| Ok((vec![Rate { from: first, rate, source: source.to_owned() }], None));
    match (agreed, law.rate) {
        (Some(rate), _) => whole(rate, &claim.clause),
        (None, None) => Err(Barred::NoRate),
        (None, Some(_)) if law.interest == Permission::Agreed => Err(Barred::NoRate),
        (None, Some(LegalRate::Fixed(rate))) => whole(rate, &law.source),
        (None, Some(LegalRate::OverReference { points, half_year: HalfYear::BecameLate })) => {
            let reference = law.reference(late_on).ok_or(Barred::NoRate)?;
            whole(points + reference.rate, &reference.source)
        }
        (None, Some(LegalRate::OverReference { points, half_year: HalfYear::Split })) => {
            split(law, points, first, until)
        }
    }
}

/// Returns the rate of each half-year for its own days.
fn split(law: &Law, points: u32, first: Day, until: Day) -> Result<(Vec<Rate>, Option<Day>), Barred> {
    let mut rates = vec![];
    let mut from = first;
    while from <= until {
        let Some(reference) = law.reference(from) else {
            return if rates.is_empty() { Err(Barred::NoRate) } else { Ok((rates, Some(from))) };
        };
        rates.push(Rate { from, rate: points + reference.rate, source: reference.source.clone() });
        from = reference.from.month().plus(6).first();
    }
    Ok((rates, None))
}

/// Returns the fixed sum, where the law has one in the debt's own currency.
fn fixed(debt: &Debt, law: &Law, is_agreed: bool, owed: i64) -> Option<Money> {
    let is_due = (!is_agreed || law.fixed_sum_with_agreed_rate) && law.currency == Some(debt.currency);
    let minor = is_due.then(|| law.fixed_sum(owed)).flatten()?;
    Some(Money { minor, currency: debt.currency })
}

/// A debt on its way through the days.
struct Run {
    principal: i64,
    unpaid_fixed: i64,
    /// Principal times rate times days, so far.
    exact: i128,
    /// `exact` in minor units, rounded once.
    interest: i64,
    interest_paid: i64,
    /// What `exact` is divided by.
    per_unit: i128,
    segments: Vec<Segment>,
}

impl Run {
    /// Goes through the days after `start`; interest runs to `rated`, payments count to `until`.
    fn through(&mut self, debt: &Debt, rates: &[Rate], order: Allocation, start: Day, rated: Day, until: Day) {
        let mut paid: Vec<_> = debt.paid.iter().filter(|paid| start < paid.on && paid.on <= until).collect();
        paid.sort_by_key(|paid| paid.on);
        let mut ends: Vec<Day> = paid.iter().map(|paid| paid.on).collect();
        ends.extend(rates.iter().map(|rate| rate.from.plus(-1)).filter(|day| start < *day));
        ends.extend([rated, until]);
        ends.sort_unstable();
        ends.dedup();
        let (mut from, mut next) = (start.plus(1), 0);
        for end in ends.into_iter().filter(|end| *end <= until) {
            if let Some(rate) = rates.iter().rfind(|rate| rate.from <= from).filter(|_| end <= rated && from <= end) {
                self.bear(from, end, rate);
            }
            from = end.plus(1);
            while let Some(came) = paid.get(next).filter(|came| came.on == end) {
                self.book(came.minor, order);
                next += 1;
            }
        }
    }

    fn bear(&mut self, from: Day, until: Day, rate: &Rate) {
        let days = until.since(from) + 1;
        if self.principal <= 0 || days <= 0 {
            return;
        }
        self.exact += i128::from(self.principal) * i128::from(rate.rate) * i128::from(days);
        let whole = (self.exact + self.per_unit / 2) / self.per_unit;
        let whole = i64::try_from(whole).unwrap_or(i64::MAX);
        self.segments.push(Segment {
            from,
            until,
            days,
            principal: self.principal,
            rate: rate.rate,
            source: rate.source.clone(),
            interest: whole - self.interest,
        });
        self.interest = whole;
    }

    /// Books money that came in: costs and interest before the principal, or the principal alone.
    fn book(&mut self, minor: i64, order: Allocation) {
        let mut left = minor;
        if order == Allocation::InterestFirst && left > 0 {
            let costs = left.min(self.unpaid_fixed);
            self.unpaid_fixed -= costs;
            let interest = (left - costs).min(self.interest - self.interest_paid);
            self.interest_paid += interest;
            left -= costs + interest;
        }
        self.principal -= left;
    }
}
