//! What we billed.

use super::kind::{Key, choice, record};
use super::{Minor, Text};
use crate::days::Day;
use crate::money::Currency;

choice! {
    /// What an invoice document is.
    InvoiceKind { Invoice = "invoice", CreditNote = "credit_note", Deposit = "deposit" }
}

choice! {
    /// Why the client disputes an invoice.
    DisputeCause {
        Price = "price",
        Quality = "quality",
        Scope = "scope",
        BillingError = "billing_error",
        PoOrPortal = "po_or_portal",
        Other = "other",
    }
}

record! {
    /// A demand for payment; a credit note is negative.
    Invoice in "invoices", key Key::Given("invoice"), happened "issued_on",
    {
        issued_on: Day,
        due_on: Day,
        /// Gross, tax included.
        amount: Minor,
        tax: Option<Minor>,
        currency: Currency,
        kind: Option<InvoiceKind>,
        /// The part that we only pass on to others.
        pass_through: Option<Minor>,
        disputed: Option<bool>,
        disputed_on: Option<Day>,
        dispute_cause: Option<DisputeCause>,
        dispute_upheld: Option<bool>,
        note: Option<Text>,
        /// The last date of the file row: from then on its undated flags are known (RULINGS 27).
        known_on: Day,
    }
}

impl Invoice {
    /// Tells whether the document asks for money, which a credit note does not.
    pub fn asks_for_money(&self) -> bool {
        self.kind != Some(InvoiceKind::CreditNote) && self.amount.0 > 0
    }

    /// Returns the amount net of tax, in minor units; a credit note takes away.
    pub fn net(&self) -> Minor {
        let net = self.amount.0 - self.tax.map_or(0, |tax| tax.0);
        Minor(if self.kind == Some(InvoiceKind::CreditNote) { -net.abs() } else { net })
    }

    /// Returns the day on which the dispute was known, if the invoice is disputed.
    pub fn disputed_from(&self) -> Option<Day> {
        let disputed = self.disputed == Some(true) || self.disputed_on.is_some();
        disputed.then(|| self.disputed_on.unwrap_or(self.known_on))
    }
}
