//! What came in, what was promised, and what we asked for.

use super::kind::{Key, record};
use super::{Minor, Text};
use crate::days::Day;
use crate::money::Currency;

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
