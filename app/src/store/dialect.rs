//! Where SQLite and PostgreSQL differ: addresses, pragmas, how a transaction begins, one word of the migrations.

use super::{StoreError, Trouble};

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

/// What every SQLite connection of the pool is set to; people's writes survive a power cut. The size of pages holds for
/// new databases only (DECISIONS, Records and storage).
pub const PRAGMAS: &str = "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
    PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 30000;";

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

/// Returns how a transaction waits for others that do the same for one client, `$1`: SQLite has a single writer anyway.
pub fn lock(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Sqlite => None,
        Kind::Postgres => Some("SELECT 1 FROM pg_advisory_xact_lock(hashtext($1))"),
    }
}

/// Returns a migration's text for a database: PostgreSQL has no clustered tables.
pub fn migration(kind: Kind, text: &str) -> String {
    match kind {
        Kind::Sqlite => text.to_owned(),
        Kind::Postgres => text.replace(" WITHOUT ROWID", ""),
    }
}

/// Reads an error's code: SQLite's are numbers (5 busy, 6 locked, 13 full, in the lowest byte), PostgreSQL's five signs.
pub fn trouble(code: &str) -> Trouble {
    match code {
        "55P03" | "57P03" | "53300" | "40001" | "40P01" => Trouble::Busy,
        "53100" => Trouble::Full,
        _ if code.len() == 5 => Trouble::Other,
        _ => match code.parse::<u32>().map(|code| code & 0xff) {
            Ok(5 | 6) => Trouble::Busy,
            Ok(13) => Trouble::Full,
            _ => Trouble::Other,
        },
    }
}

/// Tells by an error's code whether there is no database of ours, or none that lets us in: SQLite cannot open the file (14)
/// or finds something else in it (26); PostgreSQL does not know the user, the password or the database.
pub fn is_shut(code: &str) -> bool {
    match code {
        "28000" | "28P01" | "3D000" => true,
        _ => code.len() < 5 && matches!(code.parse::<u32>().map(|code| code & 0xff), Ok(14 | 26)),
    }
}

/// Tells whether a query failed because there is no such table.
pub fn is_no_table(error: &sqlx::Error) -> bool {
    let Some(error) = error.as_database_error() else { return false };
    error.code().as_deref() == Some("42P01") || error.message().starts_with("no such table")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_say_what_a_person_can_do() {
        for (code, trouble) in [
            ("5", Trouble::Busy),
            ("517", Trouble::Busy),
            ("13", Trouble::Full),
            ("53100", Trouble::Full),
            ("55P03", Trouble::Busy),
            ("1555", Trouble::Other),
            ("23505", Trouble::Other),
            ("", Trouble::Other),
        ] {
            assert_eq!(super::trouble(code), trouble, "{code}");
        }
        assert!(["14", "26", "526", "28P01", "3D000"].into_iter().all(is_shut));
        assert!(!["5", "13", "23505", ""].into_iter().any(is_shut));
    }
}
