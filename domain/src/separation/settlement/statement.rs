//! The statement of account: every document and payment in the order of its day, with what was owed after each.

use crate::case::CitedRow;
use crate::days::Day;
use crate::money::Currency;
use crate::picture::ageing;
use crate::record::{Invoice, InvoiceKind, Payment};
use crate::sign::{Scene, worth_in};
use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// What an entry is.
    EntryKind {
        Invoice = "invoice",
        Deposit = "deposit",
        CreditNote = "credit_note",
        Payment = "payment",
        /// Money that went back to the client.
        Refund = "refund",
    }
}

/// One document or payment. Sums are minor units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub on: Day,
    pub kind: EntryKind,
    /// The document, or for a payment the document that it pays.
    pub reference: String,
    pub due_on: Option<Day>,
    /// What it adds to what is owed.
    pub charge: i64,
    /// What it takes off.
    pub credit: i64,
    /// What is owed after it; negative where the client has credit.
    pub balance: i64,
    pub is_disputed: bool,
    pub record: CitedRow,
}

/// The entries of one currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub currency: Currency,
    /// What was owed before the first day.
    pub opening: i64,
    pub entries: Vec<Entry>,
    pub closing: i64,
    /// What is owed by age, in the order of `picture::Age::ALL`.
    pub ageing: [i64; 5],
}

/// A client's statement; its name is that of the records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    pub client: String,
    pub name: String,
    /// The first day whose entries are listed; `None` lists all.
    pub since: Option<Day>,
    pub on: Day,
    /// The client's own currency first.
    pub parts: Vec<Part>,
}

/// Draws up the statement of a scene's client from a day on.
pub fn statement(scene: &Scene, since: Option<Day>) -> Statement {
    let client = scene.history.client.as_ref();
    // One whose file withdrew it asks for nothing.
    let documents = scene.history.invoices.iter().filter(|invoice| invoice.amount.0 != 0);
    let mut entries: Vec<(Currency, Entry)> = documents.map(document).collect();
    entries.extend(scene.history.payments.iter().filter_map(|paid| payment(scene, paid)));
    entries.retain(|(_, entry)| entry.on <= scene.on);
    entries.sort_by(|(_, a), (_, b)| (a.on, a.kind, &a.record.id).cmp(&(b.on, b.kind, &b.record.id)));
    let mut parts: Vec<Part> = vec![];
    for (currency, mut entry) in entries {
        let at = parts.iter().position(|part| part.currency == currency).unwrap_or_else(|| {
            parts.push(Part { currency, opening: 0, entries: vec![], closing: 0, ageing: [0; 5] });
            parts.len() - 1
        });
        let part = &mut parts[at];
        part.closing = part.closing.saturating_add(entry.charge).saturating_sub(entry.credit);
        entry.balance = part.closing;
        if since.is_some_and(|since| entry.on < since) {
            part.opening = part.closing;
        } else {
            part.entries.push(entry);
        }
    }
    for owed in ageing(scene) {
        parts.iter_mut().filter(|part| part.currency == owed.currency).for_each(|part| part.ageing = owed.owed);
    }
    parts.sort_by_key(|part| (part.currency != scene.currency, part.currency));
    Statement {
        client: client.map(|client| client.id.to_string()).unwrap_or_default(),
        name: client.map(|client| client.name.to_string()).unwrap_or_default(),
        since,
        on: scene.on,
        parts,
    }
}

fn document(invoice: &Invoice) -> (Currency, Entry) {
    let asks = invoice.asks_for_money();
    let kind = match invoice.kind {
        _ if !asks => EntryKind::CreditNote,
        Some(InvoiceKind::Deposit) => EntryKind::Deposit,
        _ => EntryKind::Invoice,
    };
    let entry = Entry {
        on: invoice.issued_on,
        kind,
        reference: invoice.id.to_string(),
        due_on: asks.then_some(invoice.due_on),
        charge: if asks { invoice.amount.0 } else { 0 },
        credit: if asks { 0 } else { invoice.amount.0.saturating_abs() },
        balance: 0,
        is_disputed: invoice.disputed_from().is_some() && invoice.dispute_upheld != Some(false),
        record: CitedRow { kind: "invoices".into(), id: invoice.id.to_string(), source: invoice.source },
    };
    (invoice.currency, entry)
}

/// A payment stands in the currency of the invoice that it pays, at the rate of its day, and without a rate in its own; one
/// for a credit note is a refund.
fn payment(scene: &Scene, paid: &Payment) -> Option<(Currency, Entry)> {
    let invoice = scene.history.invoices.iter().find(|invoice| invoice.id == paid.invoice)?;
    let worth = worth_in(paid, invoice.currency, scene.firm);
    let (currency, minor) = worth.map_or((paid.currency, paid.amount.0), |minor| (invoice.currency, minor));
    let is_refund = minor < 0 || !invoice.asks_for_money();
    let entry = Entry {
        on: paid.paid_on,
        kind: if is_refund { EntryKind::Refund } else { EntryKind::Payment },
        reference: paid.invoice.to_string(),
        due_on: None,
        charge: if is_refund { minor.saturating_abs() } else { 0 },
        credit: if is_refund { 0 } else { minor },
        balance: 0,
        is_disputed: false,
        record: CitedRow { kind: "payments".into(), id: paid.id.to_string(), source: paid.source },
    };
    Some((currency, entry))
}
