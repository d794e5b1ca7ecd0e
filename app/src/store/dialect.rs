//! Where SQLite and PostgreSQL differ: addresses, pragmas, how a transaction begins, one word of the migrations.

use super::StoreError;

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

/// What every SQLite connection of the pool is set to; people's writes survive a power cut.
pub const PRAGMAS: &str =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 30000;";

/// Reads an address: `sqlite:PATH` or `postgres://…`; returns the kind and the address as sqlx takes it.
pub fn address(text: &str) -> Result<(Kind, String), StoreError> {
    if let Some(path) = text.strip_prefix("sqlite:") {
        let path = path.trim_start_matches("//").split('?').next().unwrap_or_default();
        Ok((Kind::Sqlite, format!("sqlite://{path}?mode=rwc")))
    } else if text.starts_with("postgres:") || text.starts_with("postgresql:") {
        Ok((Kind::Postgres, text.to_owned()))
    } else {
        Err(StoreError::Address(text.to_owned()))
    }
}

/// Returns the file of a SQLite address as `address` returned it.
pub fn sqlite_path(url: &str) -> &str {
    url.trim_start_matches("sqlite://").split('?').next().unwrap_or_default()
}

/// Returns how a writing transaction begins: SQLite must take its lock at once, an upgrade would fail.
pub fn begin(kind: Kind) -> &'static str {
    match kind {
        Kind::Sqlite => "BEGIN IMMEDIATE",
        Kind::Postgres => "BEGIN",
    }
}

/// Returns a migration's text for a database: PostgreSQL has no clustered tables.
pub fn migration(kind: Kind, text: &str) -> String {
    match kind {
        Kind::Sqlite => text.to_owned(),
        Kind::Postgres => text.replace(" WITHOUT ROWID", ""),
    }
}
