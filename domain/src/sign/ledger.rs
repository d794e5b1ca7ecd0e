//! What was billed, what of it came in, and how late: the invoices joined with their payments and credit notes.

use super::Need;
use crate::days::Day;
use crate::firm::Firm;
use crate::money::{Currency, Money};
use crate::record::{History, Invoice, Payment};
use std::collections::HashSet;

/// One invoice that asks for money, as it stood on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bill {
    /// Its place in `History::invoices`.
    pub invoice: usize,
    pub issued_on: Day,
    pub due_on: Day,
    /// Minor units, less what credit notes took off.
    pub amount: i64,
    pub paid: i64,
    pub last_paid_on: Option<Day>,
    /// The day on which the whole amount had come in.
    pub settled_on: Option<Day>,
    /// Days from the due day to settlement, or to the day the ledger was drawn up if still open; negative if early.
    pub delay: i32,
    /// Where its receipts lie in the ledger.
    receipts: (u32, u32),
}

/// One payment for one bill.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Receipt {
    /// Its place in `History::payments`.
    pub payment: usize,
    pub paid_on: Day,
    /// Minor units of the bill's currency.
    pub amount: i64,
    invoice: usize,
}

impl Bill {
    /// Returns what is still owed, in minor units.
    pub fn open(&self) -> i64 {
        (self.amount - self.paid).max(0)
    }

    /// Returns the days late, 0 if in time.
    pub fn days_late(&self) -> i32 {
        self.delay.max(0)
    }

    /// Tells whether it is settled, or so late that it can only become a late one.
    pub fn is_decided(&self, grace_days: i32) -> bool {
        self.settled_on.is_some() || self.delay > grace_days
    }
}

/// A client's bills, the earliest due first.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    pub bills: Vec<Bill>,
    /// The places of invoices for which money came in another currency that no rate turns into theirs: whether they are
    /// settled nobody knows, so they are no bills.
    pub unclear: Vec<usize>,
    receipts: Vec<Receipt>,
    /// The places of all invoices, in the order of their ids.
    by_id: Vec<u32>,
    /// For each invoice the place of its bill.
    bill_at: Vec<Option<u32>>,
}

impl Ledger {
    /// Draws up the ledger of a history on a day.
    pub fn of(history: &History, firm: &Firm, on: Day) -> Ledger {
        let invoices = &history.invoices;
        let mut ledger = Ledger { by_id: (0..invoices.len() as u32).collect(), ..Ledger::default() };
        ledger.by_id.sort_unstable_by(|a, b| invoices[*a as usize].id.cmp(&invoices[*b as usize].id));
        let (receipts, foreign) = receipts(history, firm, &ledger.by_id);
        ledger.receipts = receipts;
        let mut owed: Vec<i64> = invoices.iter().map(|i| if i.asks_for_money() { i.amount.0 } else { 0 }).collect();
        if invoices.iter().any(|invoice| credit(invoice) > 0) {
            take_off_credit(invoices, &ledger.receipts, &mut owed);
        }
        let mut start = 0;
        for (index, (invoice, amount)) in invoices.iter().zip(owed).enumerate() {
            let own = ledger.receipts[start..].partition_point(|receipt| receipt.invoice == index);
            if amount > 0 {
                let range = (start as u32, (start + own) as u32);
                let bill = book(invoice, index, amount, range, &ledger.receipts[start..start + own], on);
                if bill.settled_on.is_none() && foreign.contains(&index) {
                    ledger.unclear.push(index);
                } else {
                    ledger.bills.push(bill);
                }
            }
            start += own;
        }
        ledger.bills.sort_unstable_by_key(|bill| (bill.due_on, bill.invoice));
        ledger.bill_at = vec![None; invoices.len()];
        for (place, bill) in ledger.bills.iter().enumerate() {
            ledger.bill_at[bill.invoice] = Some(place as u32);
        }
        ledger
    }

    /// Returns the bills due in a window that begins after `since`; what is not yet due is not late, so it is left out.
    pub fn due_within(&self, since: Day, on: Day) -> impl Iterator<Item = &Bill> + Clone {
        self.bills.iter().filter(move |bill| since < bill.due_on && bill.due_on <= on)
    }

    /// Returns what is missing where there is no bill: invoices, or a rate for what was paid of them.
    pub fn lacks(&self) -> Need {
        if self.unclear.is_empty() { Need::Invoices } else { Need::Currency }
    }

    /// Returns a bill's receipts, the earliest first.
    pub fn receipts(&self, bill: &Bill) -> &[Receipt] {
        &self.receipts[bill.receipts.0 as usize..bill.receipts.1 as usize]
    }

    /// Tells whether anything was still owed on a bill as a day began.
    pub fn is_open_on(&self, bill: &Bill, day: Day) -> bool {
        let before = self.receipts(bill).iter().take_while(|receipt| receipt.paid_on < day);
        !is_whole(before.fold(0, |paid, receipt| i64::saturating_add(paid, receipt.amount)), bill.amount)
    }

    /// Returns the bill of an invoice's id.
    pub fn named(&self, history: &History, invoice: &str) -> Option<&Bill> {
        let place = find(history, &self.by_id, invoice)?;
        self.bill_at[place].map(|bill| &self.bills[bill as usize])
    }
}

fn find(history: &History, by_id: &[u32], invoice: &str) -> Option<usize> {
    let found = by_id.binary_search_by(|index| history.invoices[*index as usize].id.as_str().cmp(invoice));
    found.ok().map(|place| by_id[place] as usize)
}

/// Returns all payments of known invoices, in the order of the invoices, then of their days; and the invoices for which
/// money came whose worth in their currency nobody knows.
fn receipts(history: &History, firm: &Firm, by_id: &[u32]) -> (Vec<Receipt>, HashSet<usize>) {
    let (mut receipts, mut foreign) = (Vec::with_capacity(history.payments.len()), HashSet::new());
    for (payment, paid) in history.payments.iter().enumerate() {
        let Some(invoice) = find(history, by_id, &paid.invoice) else { continue };
        match worth_in(paid, history.invoices[invoice].currency, firm) {
            Some(amount) => receipts.push(Receipt { payment, paid_on: paid.paid_on, amount, invoice }),
            None => _ = foreign.insert(invoice),
        }
    }
    receipts.sort_by_key(|receipt| receipt.invoice);
    (receipts, foreign)
}

/// Returns what a payment is in a currency, in minor units, at the firm's rate of its day; a currency that nobody stated is
/// the other one. Nothing without a rate.
pub fn worth_in(paid: &Payment, currency: Currency, firm: &Firm) -> Option<i64> {
    if paid.currency.agrees_with(currency) {
        Some(paid.amount.0)
    } else {
        let own = Money { minor: paid.amount.0, currency: paid.currency };
        firm.convert(own, currency, paid.paid_on).map(|whole| currency.minor(whole))
    }
}

/// Returns what an invoice document gives back, in minor units.
fn credit(invoice: &Invoice) -> i64 {
    if invoice.asks_for_money() { 0 } else { invoice.amount.0.abs() }
}

/// Takes credit notes off what is owed. No record says which invoice a credit note belongs to, so it withdraws the
/// latest open one of exactly its sum, else it lowers the oldest open ones: a demand that was withdrawn is not late.
fn take_off_credit(invoices: &[Invoice], receipts: &[Receipt], owed: &mut [i64]) {
    let mut paid = vec![0; invoices.len()];
    receipts.iter().for_each(|receipt| {
        paid[receipt.invoice] = i64::saturating_add(paid[receipt.invoice], receipt.amount);
    });
    for (note, invoice) in invoices.iter().enumerate().filter(|(_, invoice)| credit(invoice) > 0) {
        let mut left = credit(invoice) - paid[note].abs();
        let fits = |i: &usize| invoices[*i].currency == invoice.currency;
        let same = (0..note).rev().filter(fits).find(|i| left > 0 && owed[*i] - paid[*i] == left);
        for index in same.into_iter().chain((0..invoices.len()).filter(fits)) {
            let taken = left.min(owed[index] - paid[index]).max(0);
            owed[index] -= taken;
            left -= taken;
        }
    }
}

/// Tells whether a sum settles an amount: what is short by no more than half a percent does, for banks keep charges.
fn is_whole(paid: i64, amount: i64) -> bool {
    i128::from(paid) * 200 >= i128::from(amount) * 199
}

/// Books an invoice's receipts.
fn book(invoice: &Invoice, index: usize, amount: i64, range: (u32, u32), receipts: &[Receipt], on: Day) -> Bill {
    let (mut paid, mut settled_on) = (0, None);
    for receipt in receipts {
        paid = i64::saturating_add(paid, receipt.amount);
        settled_on = if is_whole(paid, amount) { settled_on.or(Some(receipt.paid_on)) } else { None };
    }
    Bill {
        invoice: index,
        issued_on: invoice.issued_on,
        due_on: invoice.due_on,
        amount,
        paid,
        last_paid_on: receipts.last().map(|receipt| receipt.paid_on),
        settled_on,
        delay: settled_on.unwrap_or(on).since(invoice.due_on),
        receipts: range,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{day, firm, history};
    use super::*;
    use crate::firm::ExchangeRate;

    fn check(text: &str, expected: &[(&str, i64, Option<&str>, i32)]) {
        let history = history(text);
        let ledger = Ledger::of(&history, &firm(), day("2026-06-30"));
        let found: Vec<_> = ledger
            .bills
            .iter()
            .map(|b| (history.invoices[b.invoice].id.as_str(), b.open() / 100, b.settled_on, b.delay))
            .collect();
        let expected: Vec<_> = expected.iter().map(|(id, open, on, delay)| (*id, *open, on.map(day), *delay)).collect();
        assert_eq!(found, expected, "{text}");
    }

    const ONE: &str = "invoices A issued_on=2026-05-01 due_on=2026-05-31 amount=1000";

    #[test]
    fn joins_bills_with_payments() {
        check(ONE, &[("A", 1000, None, 30)]);
        check(
            &format!("{ONE}\npayments 1 invoice=A paid_on=2026-06-10 amount=1000"),
            &[("A", 0, Some("2026-06-10"), 10)],
        );
        check(&format!("{ONE}\npayments 1 invoice=A paid_on=2026-05-20 amount=400"), &[("A", 600, None, 30)]);
        check(
            &format!(
                "{ONE}\npayments 1 invoice=A paid_on=2026-06-10 amount=600\npayments 2 invoice=A paid_on=2026-05-20 amount=400"
            ),
            &[("A", 0, Some("2026-06-10"), 10)],
        );
        check(
            &format!("{ONE}\npayments 1 invoice=A paid_on=2026-05-30 amount=996"),
            &[("A", 4, Some("2026-05-30"), -1)],
        );
        check(&format!("{ONE}\npayments 1 invoice=B paid_on=2026-05-30 amount=1000"), &[("A", 1000, None, 30)]);
    }

    #[test]
    fn a_payment_taken_back_opens_the_bill_again() {
        let text =
            "payments 1 invoice=A paid_on=2026-05-20 amount=1000\npayments 2 invoice=A paid_on=2026-06-01 amount=-1000";
        check(&format!("{ONE}\n{text}"), &[("A", 1000, None, 30)]);
    }

    #[test]
    fn a_credit_note_withdraws_or_lowers_a_bill() {
        let two = format!("{ONE}\ninvoices B issued_on=2026-05-02 due_on=2026-06-01 amount=500");
        let credit = |sum: i64| {
            format!("{two}\ninvoices C issued_on=2026-05-03 due_on=2026-05-03 amount=-{sum} kind=credit_note")
        };
        check(&credit(500), &[("A", 1000, None, 30)]);
        check(&credit(300), &[("A", 700, None, 30), ("B", 500, None, 29)]);
        check(&credit(1200), &[("B", 300, None, 29)]);
        let dollars = "invoices C issued_on=2026-05-03 due_on=2026-05-03 amount=-500 kind=credit_note currency=USD";
        check(&format!("{two}\n{dollars}"), &[("A", 1000, None, 30), ("B", 500, None, 29)]);
    }

    #[test]
    fn finds_a_bill_and_its_receipts() {
        let history = history(&format!("{ONE}\npayments 1 invoice=A paid_on=2026-05-20 amount=400"));
        let ledger = Ledger::of(&history, &firm(), day("2026-06-30"));
        let bill = ledger.named(&history, "A").expect("A was billed");
        assert_eq!(ledger.receipts(bill).iter().map(|r| (r.payment, r.amount)).collect::<Vec<_>>(), [(0, 40_000)]);
        assert_eq!(ledger.named(&history, "B"), None);
    }

    /// What is open of each bill, what it was paid, and the invoices of which nobody knows, with dollars at 3.75 riyals
    /// from a day on.
    fn in_two_currencies(text: &str, rate_on: Option<&str>) -> (Vec<(i64, i64)>, Vec<usize>) {
        let dollar = |on| ExchangeRate { currency: Currency::of("USD").expect("a currency"), on: day(on), value: 3.75 };
        let firm = Firm { exchange_rates: rate_on.map(dollar).into_iter().collect(), ..firm() };
        let ledger = Ledger::of(&history(text), &firm, day("2026-06-30"));
        (ledger.bills.iter().map(|bill| (bill.open() / 100, bill.paid / 100)).collect(), ledger.unclear)
    }

    #[test]
    fn money_in_another_currency_counts_at_the_rate_of_its_day() {
        let riyals = "invoices A issued_on=2026-05-01 due_on=2026-05-31 amount=3750
            payments 1 invoice=A paid_on=2026-05-20 amount=1000 currency=USD";
        assert_eq!(in_two_currencies(riyals, Some("2026-01-01")), (vec![(0, 3750)], vec![]));
        let dollars = "invoices A issued_on=2026-05-01 due_on=2026-05-31 amount=5000 currency=USD
            payments 1 invoice=A paid_on=2026-05-20 amount=6000";
        assert_eq!(in_two_currencies(dollars, Some("2026-01-01")), (vec![(3400, 1600)], vec![]));
        for text in [riyals, dollars] {
            assert_eq!(in_two_currencies(text, None), (vec![], vec![0]), "{text}");
            assert_eq!(in_two_currencies(text, Some("2026-05-21")), (vec![], vec![0]), "{text}");
        }
        let both = format!("{riyals}\npayments 2 invoice=A paid_on=2026-06-01 amount=3750");
        assert_eq!(in_two_currencies(&both, None), (vec![(0, 3750)], vec![]), "its own money settles it");
    }

    #[test]
    fn a_bill_is_open_until_the_day_after_it_was_settled() {
        let first = "payments 1 invoice=A paid_on=2026-05-20 amount=400";
        let second = "payments 2 invoice=A paid_on=2026-06-10 amount=597";
        let history = history(&format!("{ONE}\n{first}\n{second}"));
        let ledger = Ledger::of(&history, &firm(), day("2026-06-30"));
        let bill = ledger.named(&history, "A").expect("A was billed");
        let open = ["2026-05-01", "2026-05-21", "2026-06-10", "2026-06-11"].map(|on| ledger.is_open_on(bill, day(on)));
        assert_eq!(open, [true, true, true, false]);
    }
}
