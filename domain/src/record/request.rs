//! What the client asked for.

use super::kind::{Key, choice, record};
use super::{Minor, Text};
use crate::days::Day;
use crate::money::Currency;

choice! {
    /// What a request is about.
    RequestKind {
        Change = "change",
        Quote = "quote",
        Discount = "discount",
        PriceMatch = "price_match",
        OutOfScope = "out_of_scope",
        OutOfCapability = "out_of_capability",
        Approval = "approval",
        Status = "status",
    }
}

record! {
    /// A request, an approval asked for, or a question about status.
    Request in "requests", key Key::Maybe("request"), happened "on_day",
    {
        on_day: Day,
        kind: RequestKind,
        deliverable: Option<Text>,
        accepted: Option<bool>,
        paid: Option<bool>,
        /// The discount asked for, in percent.
        percent: Option<f64>,
        amount: Option<Minor>,
        currency: Currency,
        text: Option<Text>,
    }
}
