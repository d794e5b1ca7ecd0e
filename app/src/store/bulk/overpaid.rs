//! Which payments bring their invoices over their amounts, found in one walk through a clustered table: a database that
//! groups by invoice would sort all payments first, and that was a tenth of a whole import.

use super::{Overpaid, sql};
use domain::record::WITH_INVOICE;
use rusqlite::Connection;
use std::collections::HashMap;

/// What came in for one invoice in one currency.
#[derive(Clone, Copy, Default)]
struct Paid {
    /// Minor units, by the invoice's own payments.
    own: i64,
    /// Minor units, by what came with the invoice's row.
    beside: i64,
    /// The source and the line of its latest payment.
    latest: (u32, u32),
}

/// Returns what `sql::OVERPAID` does, for payments that came with a source from `first_source` on.
pub fn overpaid(connection: &Connection, first_source: u32) -> rusqlite::Result<Vec<Overpaid>> {
    let mut found = Vec::new();
    let (mut client, mut of_client) = (String::new(), HashMap::<String, Paid>::new());
    let mut statement = connection.prepare(sql::PAID)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let of = row.get_ref(0)?.as_str()?;
        if of != client {
            settle(connection, &client, &of_client, first_source, &mut found)?;
            client.clear();
            client.push_str(of);
            of_client.clear();
        }
        let paid = of_client.entry(row.get(1)?).or_default();
        let told = if row.get_ref(5)?.as_str()?.ends_with(WITH_INVOICE) { &mut paid.beside } else { &mut paid.own };
        *told = told.saturating_add(row.get(2)?);
        paid.latest = paid.latest.max((row.get(3)?, row.get(4)?));
    }
    settle(connection, &client, &of_client, first_source, &mut found)?;
    found.sort_by_key(|overpaid| (overpaid.source, overpaid.line));
    Ok(found)
}

/// Compares what one client paid with what it was billed; whoever paid nothing in this run is passed over.
fn settle(
    connection: &Connection,
    client: &str,
    of_client: &HashMap<String, Paid>,
    first_source: u32,
    found: &mut Vec<Overpaid>,
) -> rusqlite::Result<()> {
    if of_client.values().all(|paid| paid.latest.0 < first_source) {
        return Ok(());
    }
    let mut statement = connection.prepare_cached(sql::BILLED)?;
    let mut rows = statement.query([client])?;
    while let Some(row) = rows.next()? {
        let invoice = row.get_ref(0)?.as_str()?;
        let Some(paid) = of_client.get(invoice).filter(|paid| paid.latest.0 >= first_source) else { continue };
        if paid.own.max(paid.beside) > row.get(1)? {
            let (source, line) = paid.latest;
            found.push(Overpaid { source, line, invoice: row.get(2)? });
        }
    }
    Ok(())
}
