//! The lanes' statements, made from the kinds' columns.

use crate::store::cell::{Storage, storage};
use domain::record::{Key, Kind};

/// Returns the columns of a kind's table: key, columns, source, and for clients what the search compares.
pub fn columns(kind: &Kind) -> Vec<&'static str> {
    let mut columns = key(kind).to_vec();
    columns.extend(kind.columns.iter().map(|column| column.name));
    columns.extend(["source_id", "source_line"]);
    if is_clients(kind) {
        columns.push("folded");
    }
    columns
}

/// Returns the columns of a table's primary key.
pub fn key(kind: &Kind) -> &'static [&'static str] {
    if is_clients(kind) { &["client"] } else { &["client", "id"] }
}

pub fn is_clients(kind: &Kind) -> bool {
    kind.key == Key::Given("client")
}

/// Returns `INSERT … VALUES {values} ON CONFLICT DO NOTHING`.
pub fn insert(kind: &Kind, values: &str) -> String {
    format!("INSERT INTO \"{}\" ({}) VALUES {values} ON CONFLICT DO NOTHING", kind.table, columns(kind).join(", "))
}

/// Returns one row of placeholders, `($1, $2, …)`, counting on from `from`.
pub fn placeholders(count: usize, from: usize) -> String {
    let numbers: Vec<String> = (from..from + count).map(|n| format!("${n}")).collect();
    format!("({})", numbers.join(", "))
}

/// Returns the update of one row: the columns, source and line first, then the key.
pub fn update(kind: &Kind) -> String {
    let columns = columns(kind);
    let (key, rest) = columns.split_at(key(kind).len());
    let set: Vec<String> = rest.iter().enumerate().map(|(i, column)| format!("{column} = ${}", i + 1)).collect();
    let at: Vec<String> =
        key.iter().enumerate().map(|(i, column)| format!("{column} = ${}", rest.len() + i + 1)).collect();
    format!("UPDATE \"{}\" SET {} WHERE {}", kind.table, set.join(", "), at.join(" AND "))
}

/// Returns a kind's columns and source, without its key.
pub fn standing(kind: &Kind) -> String {
    let columns: Vec<&str> = kind.columns.iter().map(|column| column.name).collect();
    format!("{}, source_id, source_line", columns.join(", "))
}

/// Returns the condition that no record of these kinds stands under a client.
pub fn has_nothing(kinds: &[&Kind], client: &str) -> String {
    let none = |kind: &&Kind| format!("NOT EXISTS (SELECT 1 FROM \"{}\" AS r WHERE r.client = {client})", kind.table);
    kinds.iter().map(none).collect::<Vec<_>>().join(" AND ")
}

/// Keeps what a changed row replaces; the number counts a record's changes.
pub const KEEP_PAST: &str = "INSERT INTO changes (kind, client, id, number, changed_at, member, source_id, before)
     SELECT $1, $2, $3, COALESCE(MAX(number), 0) + 1, $4, $5, CAST($6 AS BIGINT), $7 FROM changes WHERE kind = $1 AND client = $2 AND id = $3";

/// What stood before each change of a record.
pub const PAST: &str = "SELECT before FROM changes WHERE kind = $1 AND client = $2 AND id = $3 AND before <> ''";

/// The line of an invoice that stands, with what stood before each of its changes.
pub const STANDING_PAST: &str = "SELECT CAST(i.source_line AS TEXT), COALESCE(c.before, '') FROM invoices i
       LEFT JOIN changes c ON c.kind = 'invoices' AND c.client = i.client AND c.id = i.id AND c.before <> ''
      WHERE i.client = $1 AND i.id = $2";

pub const CLIENTS: &str = "SELECT client, name, currency, terms_days, merged_into FROM clients";

/// What was corrected when a file of a digest was imported last.
pub const CORRECTIONS: &str =
    "SELECT line, place, header, target, original, corrected, member, corrected_at FROM corrections
     WHERE source_id = (SELECT MAX(id) FROM sources WHERE sha256 = $1) ORDER BY line, place";

/// The terms that were last said of a file of this name, or of this profile.
pub const TERMS_SAID: &str = "SELECT terms_days FROM sources
      WHERE terms_days IS NOT NULL AND name <> '' AND (name = $1 OR profile = $2)
      ORDER BY CASE WHEN name = $1 THEN 0 ELSE 1 END, id DESC LIMIT 1";

/// What was last said of the tax in a file of this name, or of this profile.
pub const TAX_SAID: &str = "SELECT tax, tax_rate FROM sources
      WHERE tax <> 'unknown' AND name <> '' AND (name = $1 OR profile = $2)
      ORDER BY CASE WHEN name = $1 THEN 0 ELSE 1 END, id DESC LIMIT 1";

/// The currency that was last said of a file of this name, or of this profile.
pub const CURRENCY_SAID: &str = "SELECT name, currency FROM sources
      WHERE currency IS NOT NULL AND name <> '' AND (name = $1 OR profile = $2)
      ORDER BY CASE WHEN name = $1 THEN 0 ELSE 1 END, id DESC LIMIT 1";

/// Whether it is known that no id stands with digits that would be levelled today, as `old_ids` finds it.
pub const NO_OLD_IDS: &str = "SELECT name, value FROM settings WHERE name = 'ids-levelled'";
pub const NOTE_NO_OLD_IDS: &str =
    "INSERT INTO settings (name, value) VALUES ('ids-levelled', '1') ON CONFLICT (name) DO NOTHING";
pub const OLD_IDS_UNKNOWN: &str = "DELETE FROM settings WHERE name = 'ids-levelled'";
pub const NO_OLD_DIGESTS: &str = "SELECT name, value FROM settings WHERE name = 'digests-levelled'";

/// Returns the query for the record of a kind that stands under a client and an id.
pub fn stands(kind: &Kind) -> String {
    format!("SELECT client, id FROM \"{}\" WHERE client = $1 AND id = $2", kind.table)
}

pub const INVOICES_OF: &str = "SELECT client, id FROM invoices WHERE client = $1 ORDER BY id";

/// Returns the query for the invoices of so many numbers; of numbers that thousands of clients use, not all.
pub fn invoices_numbered(count: usize) -> String {
    let numbers = placeholders(count, 1);
    format!("SELECT client, id FROM invoices WHERE id IN {numbers} ORDER BY client, id LIMIT 10000")
}

pub const INVOICE: &str = "SELECT 1 FROM invoices WHERE client = $1 AND id = $2";

/// PostgreSQL's lock (any number) that every writer of this program takes, so that sources are numbered one after another.
pub const ONE_WRITER: &str = "SELECT pg_advisory_xact_lock(7411001)";

pub const NEXT_SOURCE: &str = "SELECT COALESCE(MAX(id), 0) + 1 FROM sources";

pub const SOURCE: &str =
    "INSERT INTO sources (id, sha256, name, imported_at, member, tax, profile, terms_days, tax_rate, currency)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

/// The latest payment of each invoice that has more than it asked for, if it came with a source from `$1` on; source and
/// line travel in one number, so that they are those of one payment. Only money of the invoice's currency is held against
/// it, and what came with the invoice's row is no more than its own payments tell (`domain::record::count_once`).
pub const OVERPAID: &str = "SELECT p.client, p.invoice, p.latest / 4294967296, p.latest % 4294967296
      FROM (SELECT client, invoice, currency,
                   CAST(SUM(CASE WHEN id LIKE '%/with-invoice' THEN 0 ELSE amount END) AS BIGINT) AS own,
                   CAST(SUM(CASE WHEN id LIKE '%/with-invoice' THEN amount ELSE 0 END) AS BIGINT) AS beside,
                   MAX(source_id * 4294967296 + source_line) AS latest
              FROM payments GROUP BY client, invoice, currency HAVING MAX(source_id) >= $1) p
      JOIN invoices i ON i.client = p.client AND i.id = p.invoice AND i.currency = p.currency
     WHERE i.amount > 0 AND (p.own > i.amount OR p.beside > i.amount)
     ORDER BY 3, 4";

/// As `OVERPAID`, over all spellings of each client that has several: one payment, of which several tell, counts once.
pub const OVERPAID_OF_SPELLINGS: &str = "WITH own AS (SELECT client, COALESCE(merged_into, client) AS main FROM clients
                   WHERE merged_into IS NOT NULL OR client IN (SELECT merged_into FROM clients)),
          single AS (SELECT o.main, p.invoice, p.amount, p.currency, MIN(CASE WHEN p.id LIKE '%/with-invoice' THEN 1 ELSE 0 END) AS beside,
                            MAX(p.source_id * 4294967296 + p.source_line) AS latest
                       FROM own o JOIN payments p ON p.client = o.client
                      GROUP BY o.main, p.invoice, p.paid_on, p.amount, p.currency),
          paid AS (SELECT main, invoice, currency,
                          CAST(SUM(CASE WHEN beside = 1 THEN 0 ELSE amount END) AS BIGINT) AS own,
                          CAST(SUM(CASE WHEN beside = 1 THEN amount ELSE 0 END) AS BIGINT) AS beside,
                          MAX(latest) AS latest
                     FROM single GROUP BY main, invoice, currency),
          billed AS (SELECT o.main, i.id, i.currency, MAX(i.amount) AS amount
                       FROM own o JOIN invoices i ON i.client = o.client GROUP BY o.main, i.id, i.currency)
     SELECT p.invoice, p.latest / 4294967296, p.latest % 4294967296
       FROM paid p JOIN billed b ON b.main = p.main AND b.id = p.invoice AND b.currency = p.currency
      WHERE b.amount > 0 AND (p.own > b.amount OR p.beside > b.amount) AND p.latest >= $1 * 4294967296";

/// All payments, client by client, and what a client was billed: `OVERPAID` in two parts, currency and number as one.
pub const PAID: &str =
    "SELECT client, currency || invoice, amount, source_id, source_line, id FROM payments ORDER BY client";
pub const BILLED: &str = "SELECT currency || id, amount, id FROM invoices WHERE client = $1 AND amount > 0";

/// A table that is written by whole rows.
pub struct Table {
    pub name: &'static str,
    pub columns: &'static [(&'static str, Storage)],
    /// How many of the columns, from the first, are the key.
    pub key: usize,
}

/// Returns `INSERT … VALUES {values}` that replaces what stands under the same key.
pub fn replace(table: &Table, values: &str) -> String {
    let names: Vec<&str> = table.columns.iter().map(|(name, _)| *name).collect();
    let (key, rest) = names.split_at(table.key);
    let set: Vec<String> = rest.iter().map(|name| format!("{name} = excluded.{name}")).collect();
    let (all, key, set) = (names.join(", "), key.join(", "), set.join(", "));
    format!("INSERT INTO {} ({all}) VALUES {values} ON CONFLICT ({key}) DO UPDATE SET {set}", table.name)
}

/// How readers select a kind between two clients: key, source, then the columns that rules look at. Texts that no rule
/// looks at are left where they are.
pub struct Selection {
    pub kind: &'static Kind,
    pub text: String,
    /// The same rows from a client on, offered one by one to the function named `taker`; the first that it does not take
    /// ends the statement.
    pub offer: String,
    /// Of each selected column, its place among the kind's columns and how it is kept; they begin at `FIRST_CELL`.
    pub cells: Vec<(usize, Storage)>,
}

/// Texts that no rule looks at.
const UNREAD: [&str; 7] = ["note", "text", "subject", "file", "task", "channel", "contact"];

/// Client, id, source and line stand before the cells.
pub const FIRST_CELL: usize = 4;

impl Selection {
    /// Selects for a whole portfolio what detectors look at.
    pub fn of(kind: &'static Kind) -> Selection {
        Selection::reading(kind, |column| !UNREAD.contains(&column) && column != "department")
    }

    /// Selects for one client; a review asks by department, too.
    pub fn of_one(kind: &'static Kind) -> Selection {
        Selection::reading(kind, |column| !UNREAD.contains(&column))
    }

    fn reading(kind: &'static Kind, is_read: impl Fn(&str) -> bool) -> Selection {
        let read = || kind.columns.iter().enumerate().filter(|(_, column)| is_read(column.name));
        let id = if is_clients(kind) { "client" } else { "id" };
        let columns: Vec<&str> =
            ["client", id, "source_id", "source_line"].into_iter().chain(read().map(|(_, c)| c.name)).collect();
        let (table, columns, key, taker) = (kind.table, columns.join(", "), key(kind).join(", "), taker(kind));
        Selection {
            kind,
            text: format!("SELECT {columns} FROM \"{table}\" WHERE client >= $1 AND client <= $2 ORDER BY {key}"),
            offer: format!("SELECT 1 FROM \"{table}\" WHERE client >= $1 AND NOT {taker}({columns}) ORDER BY {key}"),
            cells: read().map(|(place, column)| (place, storage(column.r#type))).collect(),
        }
    }
}

/// Returns the name of the function that takes a kind's rows.
pub fn taker(kind: &Kind) -> String {
    format!("take_{}", kind.table)
}
