//! What invoices, credit notes and payments come to once they are joined: what is open, unused or too much.

use crate::case::CitedRow;
use crate::money::Currency;
use crate::record::{Invoice, InvoiceKind, Payment};
use crate::sign::{Bill, Scene, worth_in};

/// Returns the row of an invoice.
pub fn invoice_row(invoice: &Invoice) -> CitedRow {
    CitedRow { kind: "invoices".into(), id: invoice.id.to_string(), source: invoice.source }
}

fn payment_row(payment: &Payment) -> CitedRow {
    CitedRow { kind: "payments".into(), id: payment.id.to_string(), source: payment.source }
}

/// Tells whether an invoice asks for a deposit.
pub fn is_deposit(invoice: &Invoice) -> bool {
    invoice.kind == Some(InvoiceKind::Deposit)
}

/// Returns an invoice with its payments.
pub fn bill_rows(scene: &Scene, bill: &Bill) -> Vec<CitedRow> {
    let invoice = invoice_row(&scene.history.invoices[bill.invoice]);
    let paid = scene.ledger.receipts(bill).iter().map(|receipt| payment_row(&scene.history.payments[receipt.payment]));
    std::iter::once(invoice).chain(paid).collect()
}

/// Money that came in for an invoice beyond what it asks for.
pub struct Excess {
    /// Minor units.
    pub minor: i64,
    pub currency: Currency,
    pub rows: Vec<CitedRow>,
}

/// Returns what came in beyond each invoice: more than is asked for, or for one that a credit note withdrew. Where a rate is
/// missing for what came in, nobody knows.
pub fn excesses(scene: &Scene) -> Vec<Excess> {
    let is_clear = |place: &usize| !scene.ledger.unclear.contains(place);
    let invoices = scene.history.invoices.iter().enumerate().filter(|(place, _)| is_clear(place));
    let asks = invoices.map(|(_, invoice)| invoice).filter(|invoice| invoice.asks_for_money());
    let excess = |invoice: &Invoice| {
        let asked = scene.ledger.named(scene.history, &invoice.id).map_or(0, |bill| bill.amount);
        let paid: Vec<&Payment> = scene.history.payments.iter().filter(|paid| paid.invoice == invoice.id).collect();
        let worth = paid.iter().filter_map(|paid| worth_in(paid, invoice.currency, scene.firm));
        let minor = worth.fold(0, i64::saturating_add).saturating_sub(asked);
        let rows = std::iter::once(invoice_row(invoice)).chain(paid.into_iter().map(payment_row)).collect();
        Excess { minor, currency: invoice.currency, rows }
    };
    asks.map(excess).filter(|excess| excess.minor > 0).collect()
}

/// Returns what credit notes of each currency gave back and no invoice has used up.
pub fn unused_credit(scene: &Scene) -> Vec<Excess> {
    let (mut currencies, invoices) = (Vec::<Currency>::new(), &scene.history.invoices);
    for invoice in invoices.iter().filter(|invoice| !invoice.asks_for_money()) {
        if !currencies.contains(&invoice.currency) {
            currencies.push(invoice.currency);
        }
    }
    let unused = |currency: Currency| {
        let own = invoices.iter().filter(move |invoice| invoice.currency == currency);
        let notes: Vec<&Invoice> = own.clone().filter(|invoice| !invoice.asks_for_money()).collect();
        let refunded = |note: &Invoice| -> i64 {
            let paid = scene.history.payments.iter().filter(|paid| paid.invoice == note.id);
            paid.filter_map(|paid| worth_in(paid, note.currency, scene.firm)).sum::<i64>().abs()
        };
        let given: i64 = notes.iter().map(|note| (note.amount.0.abs() - refunded(note)).max(0)).sum();
        let asked: i64 = own.filter(|invoice| invoice.asks_for_money()).map(|invoice| invoice.amount.0).sum();
        let bills = scene.ledger.bills.iter().filter(|bill| invoices[bill.invoice].currency == currency);
        let used = asked - bills.map(|bill| bill.amount).sum::<i64>();
        Excess { minor: given - used, currency, rows: notes.into_iter().map(invoice_row).collect() }
    };
    currencies.into_iter().map(unused).filter(|excess| excess.minor > 0).collect()
}
