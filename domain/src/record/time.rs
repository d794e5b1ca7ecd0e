//! Hours worked and money spent for a client.

use super::kind::{Key, choice, record};
use super::{Minor, Text};
use crate::days::Day;
use crate::money::Currency;

choice! {
    /// Whether work was agreed: inside the scope, outside it, or a change that is paid for.
    InScope { Yes = "yes", No = "no", PaidChange = "paid_change" }
}

record! {
    /// Minutes worked by one of us.
    Time in "time", key Key::Maybe("entry"), happened "on_day",
    {
        on_day: Day,
        minutes: i64,
        person: Option<Text>,
        department: Option<Text>,
        billable: Option<bool>,
        in_scope: Option<InScope>,
        /// The invoice on which the time was billed.
        invoice: Option<Text>,
        /// What an hour of this person costs us.
        cost_rate: Option<Minor>,
        currency: Currency,
        task: Option<Text>,
        note: Option<Text>,
    }
}

choice! {
    /// Whether money is gone or only promised to a third party.
    CostKind { Spent = "spent", Committed = "committed" }
}

record! {
    /// Money spent or committed to third parties for a client.
    Cost in "costs", key Key::Digest, happened "on_day",
    { on_day: Day, amount: Minor, currency: Currency, kind: Option<CostKind>, note: Option<Text> }
}
