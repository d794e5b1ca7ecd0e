//! An empty place for a database: whether it is one, its tables, and the mark that keeps everybody out until it is whole.

use crate::store::dialect::{self, Kind};
use crate::store::{Db, MIGRATIONS, StoreError, settings};
use std::path::Path;

/// The mark, among the settings, so that it stands and falls with the rows.
pub const RESTORING: &str = "restoring";

/// Sets the mark within a transaction.
pub(super) const MARK: &str = "INSERT INTO settings (name, value) VALUES ('restoring', '1')
    ON CONFLICT (name) DO UPDATE SET value = excluded.value";

/// Tells whether there is nothing at an address; of a SQLite file it is enough that it exists to be something.
pub async fn is_empty(address: &str) -> Result<bool, StoreError> {
    match dialect::address(address)? {
        (Kind::Sqlite, url) => Ok(!Path::new(dialect::sqlite_path(&url)).exists()),
        (Kind::Postgres, _) => {
            let db = Db::connect(address).await?;
            let there = "SELECT COUNT(*) FROM pg_class c WHERE c.relkind IN ('r', 'p')
                AND c.relnamespace = CAST(current_schema() AS REGNAMESPACE)";
            let count: i64 = sqlx::query_scalar(there).fetch_one(&db.pool).await?;
            db.close().await;
            Ok(count == 0)
        }
    }
}

/// Makes the tables as those migrations made them, in a place that is empty, and marks it. Nothing if this program does
/// not know one of them.
pub async fn make(address: &str, migrations: &[i64]) -> Result<Option<Db>, StoreError> {
    if migrations.iter().any(|wanted| !MIGRATIONS.iter().any(|(known, ..)| known == wanted)) {
        return Ok(None);
    }
    let db = Db::connect(address).await?;
    db.migrate(|version| migrations.contains(&version)).await?;
    sqlx::query(MARK).execute(&db.pool).await?;
    Ok(Some(db))
}

/// Brings the tables up to date.
pub async fn bring_up(db: &Db) -> Result<(), StoreError> {
    db.migrate(|_| true).await
}

/// Takes the mark away: the database is whole.
pub async fn open_up(db: &Db) -> Result<(), StoreError> {
    settings::set(db, RESTORING, "").await
}

/// Tells whether the mark stands.
pub async fn is_being_restored(db: &Db) -> bool {
    // Before the first migration there is no such table.
    matches!(settings::get(db, RESTORING).await, Ok(Some(_)))
}

/// Removes what a restoring left that came to nothing. The place was empty before.
pub async fn clear(address: &str) -> Result<(), StoreError> {
    let (kind, url) = dialect::address(address)?;
    match kind {
        Kind::Sqlite => {
            let file = dialect::sqlite_path(&url);
            for file in [file.to_owned(), format!("{file}-wal"), format!("{file}-shm")] {
                match std::fs::remove_file(file) {
                    Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
                    _ => {}
                }
            }
        }
        Kind::Postgres => {
            let db = Db::connect(address).await?;
            let tables = "SELECT CAST(CAST(oid AS REGCLASS) AS TEXT) FROM pg_class
                WHERE relkind = 'r' AND relnamespace = CAST(current_schema() AS REGNAMESPACE)";
            let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(&db.pool).await?;
            if !tables.is_empty() {
                let drop = format!("DROP TABLE {} CASCADE", tables.join(", "));
                sqlx::query(sqlx::AssertSqlSafe(drop)).execute(&db.pool).await?;
            }
            db.close().await;
        }
    }
    Ok(())
}
