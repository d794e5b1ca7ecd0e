//! An empty place for a database: whether it is one, its tables, and the mark that keeps everybody out until it is whole.

use crate::store::dialect::{self, Kind};
use crate::store::{Db, MIGRATIONS, StoreError, settings};
use sqlx::{Any, Transaction};
use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;

/// The mark, among the settings, so that it stands and falls with the rows.
pub const RESTORING: &str = "restoring";

/// Sets the mark within a transaction.
pub(super) const MARK: &str = "INSERT INTO settings (name, value) VALUES ('restoring', '1')
    ON CONFLICT (name) DO UPDATE SET value = excluded.value";

const THERE: &str = "SELECT COUNT(*) FROM pg_class c WHERE c.relkind IN ('r', 'p')
    AND c.relnamespace = CAST(current_schema() AS REGNAMESPACE)";

/// What is locked by whoever makes tables.
const TABLES: &str = "khitam restore";

/// Why nothing can be restored into a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// This program does not know one of the migrations.
    Newer,
    /// There is something.
    Taken,
}

/// A SQLite database and what may lie beside it.
fn files(url: &str) -> [String; 4] {
    ["", "-wal", "-shm", "-journal"].map(|ending| format!("{}{ending}", dialect::sqlite_path(url)))
}

/// Tells whether there is nothing at an address; of a SQLite file it is enough that it exists to be something.
pub async fn is_empty(address: &str) -> Result<bool, StoreError> {
    match dialect::address(address)? {
        (Kind::Sqlite, url) => Ok(!files(&url).iter().any(|file| Path::new(file).exists())),
        (Kind::Postgres, _) => {
            let db = Db::connect(address).await?;
            let count: i64 = sqlx::query_scalar(THERE).fetch_one(&db.pool).await?;
            db.close().await;
            Ok(count == 0)
        }
    }
}

/// Makes the tables as those migrations made them, in a place that is empty, and marks it. Where it fails, nothing of it
/// is left.
pub async fn make(address: &str, migrations: &[i64]) -> Result<Result<Db, Unfit>, StoreError> {
    if migrations.iter().any(|wanted| !MIGRATIONS.iter().any(|(known, ..)| known == wanted)) {
        return Ok(Err(Unfit::Newer));
    }
    let (kind, url) = dialect::address(address)?;
    if kind == Kind::Postgres {
        return make_alone(address, migrations).await;
    }
    if files(&url).iter().any(|file| Path::new(file).exists()) {
        return Ok(Err(Unfit::Taken));
    }
    match File::create_new(dialect::sqlite_path(&url)) {
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(Err(Unfit::Taken)),
        Err(error) => return Err(error.into()),
    }
    let made = async {
        let db = Db::connect(address).await?;
        marked(&db, migrations).await?;
        Ok(Ok(db))
    };
    cleared(address, made.await).await
}

/// Waits until nobody else makes tables in a database of PostgreSQL, and keeps everybody waiting until the transaction ends:
/// a restoring from the look whether it is empty to its mark, and whoever opens it. Of SQLite the file is taken.
pub(in crate::store) async fn alone(db: &Db) -> Result<Option<Transaction<'static, Any>>, StoreError> {
    let Some(lock) = dialect::lock(db.kind) else { return Ok(None) };
    let mut tx = db.begin().await?;
    sqlx::query(lock).bind(TABLES).execute(&mut *tx).await?;
    Ok(Some(tx))
}

/// PostgreSQL: whether it is empty is asked under the lock.
async fn make_alone(address: &str, migrations: &[i64]) -> Result<Result<Db, Unfit>, StoreError> {
    let db = Db::connect(address).await?;
    let alone = alone(&db).await?;
    let made = match sqlx::query_scalar::<_, i64>(THERE).fetch_one(&db.pool).await {
        Ok(0) => cleared(address, marked(&db, migrations).await.map(Ok)).await,
        Ok(_) => Ok(Err(Unfit::Taken)),
        Err(error) => Err(error.into()),
    };
    if let Some(alone) = alone {
        alone.rollback().await?;
    }
    if !matches!(made, Ok(Ok(()))) {
        db.close().await;
    }
    Ok(made?.map(|()| db))
}

async fn marked(db: &Db, migrations: &[i64]) -> Result<(), StoreError> {
    db.migrate(|version| migrations.contains(&version)).await?;
    sqlx::query(MARK).execute(&db.pool).await?;
    Ok(())
}

async fn cleared<T>(address: &str, made: Result<T, StoreError>) -> Result<T, StoreError> {
    if made.is_err() {
        clear(address).await?;
    }
    made
}

/// Brings the tables up to date.
pub async fn bring_up(db: &Db) -> Result<(), StoreError> {
    db.migrate(|_| true).await
}

/// Takes the mark away: the database is whole.
pub async fn open_up(db: &Db) -> Result<(), StoreError> {
    settings::set(db, RESTORING, "").await
}

/// Tells whether the mark stands. What cannot be asked is not taken for a no.
pub async fn is_being_restored(db: &Db) -> Result<bool, StoreError> {
    match settings::get(db, RESTORING).await {
        Ok(mark) => Ok(mark.is_some()),
        // Before the first migration there is no such table.
        Err(StoreError::Sql(error)) if dialect::is_no_table(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Removes what a restoring left that came to nothing. The place was empty before.
pub async fn clear(address: &str) -> Result<(), StoreError> {
    let (kind, url) = dialect::address(address)?;
    match kind {
        Kind::Sqlite => {
            for file in files(&url) {
                match std::fs::remove_file(file) {
                    Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
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
