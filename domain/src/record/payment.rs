//! What came in, what was promised, and what we asked for.

use super::kind::{Key, record};
use super::{Minor, Text};
use crate::days::Day;
use crate::money::Currency;
use std::collections::{BTreeMap, HashMap};

record! {
    /// Money received for an invoice.
    Payment in "payments", key Key::Series(&["invoice", "paid_on"]), happened "paid_on",
    { invoice: Text, paid_on: Day, amount: Minor, currency: Currency }
}

record! {
    /// A promise to pay by a day; without an amount it means the open balance on the day it was made.
    Promise in "promises", key Key::Columns(&["invoice", "made_on"]), happened "made_on",
    { invoice: Text, made_on: Day, promised_on: Day, amount: Option<Minor>, currency: Currency }
}

record! {
    /// A reminder that we sent about an invoice, and when it was answered.
    Reminder in "reminders", key Key::Columns(&["invoice", "sent_on"]), happened "sent_on",
    { invoice: Text, sent_on: Day, answered_on: Option<Day>, level: Option<i64> }
}

/// How the id of a payment ends that came with its invoice's row: it tells what was paid of the invoice by its day.
pub const WITH_INVOICE: &str = "/with-invoice";

impl Payment {
    /// Tells whether it came with its invoice's row.
    pub fn is_with_invoice(&self) -> bool {
        self.id.ends_with(WITH_INVOICE)
    }
}

/// Makes money count once of which two files tell. A payment that came with its invoice's row is lowered by what the
/// invoice's own payments tell of it, and goes where nothing is left; `billed` is what invoices ask for.
pub fn count_once<'a>(payments: &mut Vec<Payment>, billed: impl Iterator<Item = (&'a str, i64)>) {
    if !payments.iter().any(Payment::is_with_invoice) {
        return;
    }
    let (beside, told): (Vec<_>, Vec<_>) = std::mem::take(payments).into_iter().partition(Payment::is_with_invoice);
    let mut own: BTreeMap<Text, Vec<Payment>> = BTreeMap::new();
    told.into_iter().for_each(|paid| own.entry(paid.invoice.clone()).or_default().push(paid));
    let billed: HashMap<&str, i64> = billed.filter(|(invoice, _)| own.contains_key(*invoice)).collect();
    for mut paid in beside {
        if let Some(told) = own.get_mut(&paid.invoice) {
            let billed = billed.get(paid.invoice.as_str()).copied();
            keep_one_currency(told, &paid, billed);
            paid.amount = left(&paid, told, billed);
        }
        payments.extend(Some(paid).filter(|paid| paid.amount.0 != 0));
    }
    payments.extend(own.into_values().flatten());
}

/// Tells whether money came later than the day until which an invoice's row tells.
fn is_later(paid: &Payment, beside: &Payment) -> bool {
    paid.paid_on > beside.paid_on
}

/// Removes own payments that tell of the same money in another currency: what came with the invoice's row needs no rate.
/// What came later of a bill that was still open is other money, and so are refunds and what a person entered of a later
/// day.
fn keep_one_currency(own: &mut Vec<Payment>, beside: &Payment, billed: Option<i64>) {
    let was_open = billed.is_none_or(|billed| billed.saturating_abs() > beside.amount.0.saturating_abs());
    let is_other = |paid: &Payment| is_later(paid, beside) && (was_open || paid.source.line == 0);
    let is_refund = |paid: &Payment| paid.amount.0.signum() != beside.amount.0.signum();
    own.retain(|paid| paid.currency.agrees_with(beside.currency) || is_other(paid) || is_refund(paid));
}

/// Returns what is left of the money that came with an invoice's row. What files tell of a later day is part of it only
/// where both together exceed the bill: the bank books later. No part of it is a refund, nor what a person entered of a
/// later day.
fn left(beside: &Payment, own: &[Payment], billed: Option<i64>) -> Minor {
    let sign = beside.amount.0.signum();
    let toward = |minor: i64| minor.saturating_mul(sign).max(0);
    let (mut until, mut later) = (0, 0);
    for paid in own.iter().filter(|paid| paid.currency.agrees_with(beside.currency)) {
        if !is_later(paid, beside) {
            until = i64::saturating_add(until, toward(paid.amount.0));
        } else if paid.source.line != 0 {
            later = i64::saturating_add(later, toward(paid.amount.0));
        }
    }
    let left = toward(beside.amount.0).saturating_sub(until);
    let open = billed.filter(|_| later > 0).map(|billed| toward(billed).saturating_sub(until).saturating_sub(later));
    Minor(open.map_or(left, |open| left.min(open)).max(0) * sign)
}

#[cfg(test)]
mod tests {
    use crate::sign::sample::history;

    fn check(text: &str, expected: &[(&str, i64)]) {
        let history = history(text);
        let found: Vec<(&str, i64)> = history.payments.iter().map(|p| (p.id.as_str(), p.amount.0 / 100)).collect();
        assert_eq!(found, expected, "{text}");
    }

    const WITH: &str = "payments A/with-invoice invoice=A paid_on=2026-02-10 amount=1000";

    #[test]
    fn what_came_with_the_invoice_counts_only_for_what_its_payments_do_not_tell() {
        check(WITH, &[("A/with-invoice", 1000)]);
        let own = "payments A/2026-02-10 invoice=A paid_on=2026-02-10 amount=1000";
        check(&format!("{WITH}\n{own}"), &[("A/2026-02-10", 1000)]);
        let parts = "payments A/2026-01-10 invoice=A paid_on=2026-01-10 amount=400
            payments A/2026-02-10 invoice=A paid_on=2026-02-10 amount=600";
        check(&format!("{WITH}\n{parts}"), &[("A/2026-01-10", 400), ("A/2026-02-10", 600)]);
        let other = "payments B/2026-02-10 invoice=B paid_on=2026-02-10 amount=1000";
        check(&format!("{WITH}\n{other}"), &[("A/with-invoice", 1000), ("B/2026-02-10", 1000)]);
        // A refund is told on top.
        let refund = "payments A/2026-02-20 invoice=A paid_on=2026-02-20 amount=-200";
        check(&format!("{WITH}\n{refund}"), &[("A/with-invoice", 1000), ("A/2026-02-20", -200)]);
        check(&format!("{WITH}\n{own}\n{refund}"), &[("A/2026-02-10", 1000), ("A/2026-02-20", -200)]);
    }

    #[test]
    fn what_is_told_of_a_later_day_is_part_of_it_where_both_exceed_the_bill() {
        let billed = |amount: i64| format!("invoices A issued_on=2026-01-01 due_on=2026-02-01 amount={amount}");
        // The bank may book it on another day, and keep a charge.
        let own = "payments A/2026-02-12 invoice=A paid_on=2026-02-12 amount=990";
        let bill = billed(1000);
        check(&format!("{bill}\n{WITH}\n{own}"), &[("A/with-invoice", 10), ("A/2026-02-12", 990)]);
        let bill = billed(1990);
        check(&format!("{bill}\n{WITH}\n{own}"), &[("A/with-invoice", 1000), ("A/2026-02-12", 990)]);
        let credit = "invoices C issued_on=2026-01-01 due_on=2026-02-01 amount=-500
            payments C/with-invoice invoice=C paid_on=2026-02-10 amount=-500
            payments C/2026-02-12 invoice=C paid_on=2026-02-12 amount=-500";
        check(credit, &[("C/2026-02-12", -500)]);
    }

    #[test]
    fn what_came_with_the_invoice_stands_where_the_same_is_told_in_another_currency() {
        let told = |currency: &str| {
            format!("payments A/2026-02-10 invoice=A paid_on=2026-02-10 amount=260 currency={currency}")
        };
        check(&format!("{WITH}\n{}", told("USD")), &[("A/with-invoice", 1000)]);
        check(&format!("{WITH}\n{}", told("XXX")), &[("A/2026-02-10", 260), ("A/with-invoice", 740)]);
        let later = "payments A/2026-03-01 invoice=A paid_on=2026-03-01 amount=260 currency=USD";
        let billed = |amount: i64| format!("invoices A issued_on=2026-01-01 due_on=2026-02-01 amount={amount}");
        check(&format!("{}\n{WITH}\n{later}", billed(1000)), &[("A/with-invoice", 1000)]);
        check(&format!("{}\n{WITH}\n{later}", billed(2000)), &[("A/with-invoice", 1000), ("A/2026-03-01", 260)]);
    }

    #[test]
    fn what_a_person_enters_of_a_later_day_comes_on_top() {
        let with = "payments A/with-invoice invoice=A paid_on=2026-02-10 amount=400";
        let by_hand = |on: &str| {
            let mut paid = history(&format!("payments H invoice=A paid_on={on} amount=600")).payments;
            paid[0].source.line = 0;
            paid.extend(history(with).payments);
            super::count_once(&mut paid, [("A", 70_000)].into_iter());
            paid.iter().map(|paid| paid.amount.0 / 100).sum::<i64>()
        };
        assert_eq!((by_hand("2026-03-01"), by_hand("2026-02-10")), (1000, 600));
    }
}
