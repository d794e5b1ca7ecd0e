//! What `doctor` asks of a database.

use super::dialect::Kind;
use super::{Db, MIGRATIONS, StoreError};

/// Returns how many migrations the database has not seen yet.
pub async fn migrations_missing(db: &Db) -> Result<i64, StoreError> {
    let seen = sqlx::query_scalar::<_, i64>("SELECT COUNT(*) FROM _sqlx_migrations").fetch_one(&db.pool).await;
    // Before the first migration there is no such table.
    Ok(MIGRATIONS.len() as i64 - seen.unwrap_or(0))
}

/// Returns what SQLite finds wrong with its file; PostgreSQL looks after itself.
pub async fn damage(db: &Db) -> Result<Option<String>, StoreError> {
    match db.kind {
        Kind::Postgres => Ok(None),
        Kind::Sqlite => {
            let found: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check(1)").fetch_all(&db.pool).await?;
            Ok(found.into_iter().find(|line| line != "ok"))
        }
    }
}

/// Returns the newest instant that the database knows of: a clock before it is wrong.
pub async fn newest_at(db: &Db) -> Result<Option<String>, StoreError> {
    let newest =
        "SELECT MAX(at) FROM (SELECT MAX(joined_at) AS at FROM members UNION ALL SELECT MAX(began_at) FROM sessions
                  UNION ALL SELECT MAX(stated_at) FROM firm_facts UNION ALL SELECT MAX(imported_at) FROM sources
                  UNION ALL SELECT MAX(at) FROM case_entries) AS known";
    Ok(sqlx::query_scalar(newest).fetch_one(&db.pool).await?)
}
