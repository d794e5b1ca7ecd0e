//! What came in, what was promised, and what we asked for.

use super::kind::{Key, record};
use super::{Minor, Text};
use crate::days::Day;
use crate::money::Currency;
use std::collections::HashMap;

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

/// Makes money count once of which two files tell: a payment that came with its invoice's row is lowered by what the
/// invoice's own payments tell of it, and goes where nothing is left. What a person entered of a later day is no part of it.
pub fn count_once(payments: &mut Vec<Payment>) {
    if !payments.iter().any(Payment::is_with_invoice) {
        return;
    }
    let mut own: HashMap<Text, Vec<(u32, Day, i64, Currency)>> = HashMap::new();
    for paid in payments.iter().filter(|paid| !paid.is_with_invoice()) {
        let told = (paid.source.line, paid.paid_on, paid.amount.0, paid.currency);
        own.entry(paid.invoice.clone()).or_default().push(told);
    }
    payments.retain_mut(|paid| {
        let Some(told) = own.get(&paid.invoice).filter(|_| paid.is_with_invoice()) else { return true };
        let told = || told.iter().filter(|(line, on, ..)| *line != 0 || *on <= paid.paid_on);
        let sum = told().fold(0, |sum, (_, _, amount, _)| i64::saturating_add(sum, *amount));
        // Told in another currency, it is the same money all the same.
        let left = if told().all(|(.., own)| *own == paid.currency) { paid.amount.0.saturating_sub(sum) } else { 0 };
        let counts = left.signum() == paid.amount.0.signum();
        paid.amount = Minor(left);
        counts
    });
}

#[cfg(test)]
mod tests {
    use crate::sign::sample::history;

    fn check(text: &str, expected: &[(&str, i64)]) {
        let history = history(text);
        let found: Vec<(&str, i64)> = history.payments.iter().map(|p| (p.id.as_str(), p.amount.0 / 100)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_came_with_the_invoice_counts_only_for_what_its_payments_do_not_tell() {
        let with = "payments A/with-invoice invoice=A paid_on=2026-02-10 amount=1000";
        check(with, &[("A/with-invoice", 1000)]);
        let own = "payments A/2026-02-10 invoice=A paid_on=2026-02-10 amount=1000";
        check(&format!("{with}\n{own}"), &[("A/2026-02-10", 1000)]);
        // The bank may book it on another day, and keep a charge.
        let own = "payments A/2026-02-12 invoice=A paid_on=2026-02-12 amount=990";
        check(&format!("{with}\n{own}"), &[("A/with-invoice", 10), ("A/2026-02-12", 990)]);
        let parts = "payments A/2026-01-10 invoice=A paid_on=2026-01-10 amount=400
            payments A/2026-02-10 invoice=A paid_on=2026-02-10 amount=600";
        check(&format!("{with}\n{parts}"), &[("A/2026-01-10", 400), ("A/2026-02-10", 600)]);
        let dollars = "payments A/2026-02-10 invoice=A paid_on=2026-02-10 amount=260 currency=USD";
        check(&format!("{with}\n{dollars}"), &[("A/2026-02-10", 260)]);
        let other = "payments B/2026-02-10 invoice=B paid_on=2026-02-10 amount=1000";
        check(&format!("{with}\n{other}"), &[("A/with-invoice", 1000), ("B/2026-02-10", 1000)]);
    }

    #[test]
    fn what_a_person_enters_of_a_later_day_comes_on_top() {
        let with = "payments A/with-invoice invoice=A paid_on=2026-02-10 amount=400";
        let by_hand = |on: &str| {
            let mut paid = history(&format!("payments H invoice=A paid_on={on} amount=600")).payments;
            paid[0].source.line = 0;
            paid.extend(history(with).payments);
            super::count_once(&mut paid);
            paid.iter().map(|paid| paid.amount.0 / 100).sum::<i64>()
        };
        assert_eq!((by_hand("2026-03-01"), by_hand("2026-02-10")), (1000, 600));
    }
}
