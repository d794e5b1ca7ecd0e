//! What was billed, what of it came in, and how late: the invoices joined with their payments.

use crate::days::Day;
use crate::record::History;

/// One invoice that asks for money, as it stood on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bill {
    /// Its place in `History::invoices`.
    pub invoice: usize,
    pub issued_on: Day,
    pub due_on: Day,
    /// Minor units.
    pub amount: i64,
    pub paid: i64,
    pub last_paid_on: Option<Day>,
    /// The day on which the whole amount had come in.
    pub settled_on: Option<Day>,
    /// Days from the due day to settlement, or to the day the ledger was drawn up if still open; negative if early.
    pub delay: i32,
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
}

impl Ledger {
    /// Draws up the ledger of a history on a day.
    pub fn of(history: &History, on: Day) -> Ledger {
        let mut by_id: Vec<usize> = (0..history.invoices.len()).collect();
        by_id.sort_unstable_by(|a, b| history.invoices[*a].id.cmp(&history.invoices[*b].id));
        let mut bills: Vec<Bill> = history
            .invoices
            .iter()
            .enumerate()
            .map(|(index, invoice)| Bill {
                invoice: index,
                issued_on: invoice.issued_on,
                due_on: invoice.due_on,
                amount: invoice.amount.0,
                paid: 0,
                last_paid_on: None,
                settled_on: None,
                delay: on.since(invoice.due_on),
            })
            .collect();
        for payment in &history.payments {
            if let Ok(found) =
                by_id.binary_search_by(|index| history.invoices[*index].id.as_str().cmp(&payment.invoice))
            {
                bills[by_id[found]].receive(payment.paid_on, payment.amount.0);
            }
        }
        bills.retain(|bill| history.invoices[bill.invoice].asks_for_money());
        bills.sort_unstable_by_key(|bill| (bill.due_on, bill.invoice));
        Ledger { bills }
    }

    /// Returns the bills due in a window that begins after `since`; what is not yet due is not late, so it is left out.
    pub fn due_within(&self, since: Day, on: Day) -> impl Iterator<Item = &Bill> + Clone {
        self.bills.iter().filter(move |bill| since < bill.due_on && bill.due_on <= on)
    }
}

impl Bill {
    /// Books a payment; payments come in the order of their days.
    fn receive(&mut self, paid_on: Day, amount: i64) {
        self.paid += amount;
        self.last_paid_on = Some(paid_on);
        if self.paid >= self.amount && self.settled_on.is_none() {
            self.settled_on = Some(paid_on);
            self.delay = paid_on.since(self.due_on);
        } else if self.paid < self.amount {
            self.settled_on = None;
        }
    }
}
