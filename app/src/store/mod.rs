//! The database: SQL and nothing else. One text serves SQLite and PostgreSQL; what differs is in `dialect`.

pub mod aftermath;
pub mod assessments;
pub mod attempts;
pub mod baselines;
pub mod bulk;
pub mod calendar_feeds;
pub mod case_files;
pub mod cases;
pub mod cell;
pub mod client_links;
pub mod client_names;
pub mod contracts;
pub mod corrections;
pub mod destructions;
pub mod dialect;
pub mod dump;
pub mod entries;
pub mod episodes;
pub mod erasing;
pub mod exit_bill;
pub mod exit_inputs;
pub mod exit_runs;
pub mod exit_wins;
pub mod firm_facts;
pub mod health;
pub mod history;
pub mod holds;
pub mod invites;
pub mod known_at_start;
pub mod ladders;
pub mod legal_holds;
pub mod lesson_log;
pub mod lessons;
pub mod letter_templates;
pub mod members;
pub mod merges;
pub mod outbox;
pub mod own_parts;
pub mod particulars;
pub mod person_names;
pub mod policies;
pub mod portfolio;
pub mod records;
pub mod references;
pub mod renewals;
pub mod reports;
pub mod resets;
pub mod restoring;
pub mod retention;
pub mod revision;
pub mod runs;
pub mod sessions;
pub mod settings;
pub mod sources;
pub mod viewer;
pub mod weights;
pub mod withdrawals;

use dialect::Kind;
use sqlx::any::AnyPoolOptions;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{Any, AnyConnection, AnyPool, AssertSqlSafe, Connection, Executor, SqlSafeStr, Transaction};
use std::time::Duration;

/// Why the machine could not do it. What a person did wrong is never in here.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("database: {0}")]
    Sql(#[from] sqlx::Error),
    #[error("database: {0}")]
    Sqlite(#[from] rusqlite::Error),
    #[error("migration: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    #[error("the row {0} in the database cannot be read")]
    Unreadable(String),
    #[error("the database's text order is {0}; create it with LC_COLLATE 'C'")]
    Collation(String),
    #[error("{0} is neither a sqlite: nor a postgres: address")]
    Address(String),
    #[error("a backup was being restored into this database and is not whole")]
    Restoring,
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

/// What a person can do about a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Others hold the database; trying again helps.
    Busy,
    /// The disk is full; nothing was written.
    Full,
    /// Something else; the log says what.
    Other,
}

impl StoreError {
    /// Tells what kind of trouble it is.
    pub fn trouble(&self) -> Trouble {
        match self {
            StoreError::Sql(sqlx::Error::PoolTimedOut) => Trouble::Busy,
            StoreError::Sql(sqlx::Error::Database(error)) => dialect::trouble(error.code().as_deref().unwrap_or("")),
            StoreError::Sqlite(rusqlite::Error::SqliteFailure(error, _)) => {
                dialect::trouble(&error.extended_code.to_string())
            }
            StoreError::Io(error) if error.kind() == std::io::ErrorKind::StorageFull => Trouble::Full,
            _ => Trouble::Other,
        }
    }

    /// Tells whether there is no database of ours at the address, or none that lets us in.
    pub fn is_shut(&self) -> bool {
        match self {
            StoreError::Sql(sqlx::Error::Io(_)) => true,
            StoreError::Sql(sqlx::Error::Database(error)) => dialect::is_shut(error.code().as_deref().unwrap_or("")),
            _ => false,
        }
    }

    /// Tells whether a server does not listen, as while it starts.
    fn is_refused(&self) -> bool {
        let refused = std::io::ErrorKind::ConnectionRefused;
        matches!(self, StoreError::Sql(sqlx::Error::Io(error)) if error.kind() == refused)
    }
}

/// So often a server that does not listen is asked again, half a second apart: it may be starting beside us.
const KNOCKS: u32 = 20;

/// Opens one connection and closes it. A pool would try for a minute, whatever is wrong, and then call the database busy.
async fn knock(kind: Kind, url: &str) -> Result<(), StoreError> {
    let mut knocked = 0;
    loop {
        knocked += 1;
        match open_once(kind, url).await {
            // Whoever holds it lets go of it: the pool waits for that.
            Err(error) if error.trouble() == Trouble::Busy => return Ok(()),
            Err(error) if error.is_refused() && knocked < KNOCKS => {
                tokio::time::sleep(Duration::from_millis(500)).await
            }
            answer => return answer,
        }
    }
}

async fn open_once(kind: Kind, url: &str) -> Result<(), StoreError> {
    let mut connection = AnyConnection::connect(url).await?;
    if kind == Kind::Sqlite {
        connection.execute(dialect::PRAGMAS).await?;
    }
    Ok(connection.close().await?)
}

/// An open database.
#[derive(Clone)]
pub struct Db {
    pub(crate) pool: AnyPool,
    pub(crate) kind: Kind,
    pub(crate) url: String,
}

const MIGRATIONS: [(i64, &str, &str); 27] = [
    (1, "records", include_str!("../../../migrations/0001_records.sql")),
    (2, "members", include_str!("../../../migrations/0002_members.sql")),
    (3, "signs", include_str!("../../../migrations/0003_signs.sql")),
    (4, "cases", include_str!("../../../migrations/0004_cases.sql")),
    (5, "exit", include_str!("../../../migrations/0005_exit.sql")),
    (6, "protect", include_str!("../../../migrations/0006_protect.sql")),
    (7, "weights", include_str!("../../../migrations/0007_weights.sql")),
    (8, "corrections", include_str!("../../../migrations/0008_corrections.sql")),
    (9, "terms_said", include_str!("../../../migrations/0009_terms_said.sql")),
    (10, "contracts", include_str!("../../../migrations/0010_contracts.sql")),
    (12, "client_links", include_str!("../../../migrations/0012_client_links.sql")),
    (13, "case_files", include_str!("../../../migrations/0013_case_files.sql")),
    (14, "account", include_str!("../../../migrations/0014_account.sql")),
    (16, "outbox", include_str!("../../../migrations/0016_outbox.sql")),
    (17, "letter_templates", include_str!("../../../migrations/0017_letter_templates.sql")),
    (18, "lesson_log", include_str!("../../../migrations/0018_lesson_log.sql")),
    (19, "lessons", include_str!("../../../migrations/0019_lessons.sql")),
    (20, "legal_holds", include_str!("../../../migrations/0020_legal_holds.sql")),
    (21, "destructions", include_str!("../../../migrations/0021_destructions.sql")),
    (22, "contract_pages", include_str!("../../../migrations/0022_contract_pages.sql")),
    (26, "tax_said", include_str!("../../../migrations/0026_tax_said.sql")),
    (29, "calendar_feeds", include_str!("../../../migrations/0029_calendar_feeds.sql")),
    (30, "erasing", include_str!("../../../migrations/0030_erasing.sql")),
    (31, "member_places", include_str!("../../../migrations/0031_member_places.sql")),
    (34, "case_file_pieces", include_str!("../../../migrations/0034_case_file_pieces.sql")),
    (39, "currency_said", include_str!("../../../migrations/0039_currency_said.sql")),
    (40, "found_days", include_str!("../../../migrations/0040_found_days.sql")),
];

impl Db {
    /// Opens a database by its address, `sqlite:PATH` or `postgres://…`, and brings its tables up to date.
    pub async fn open(address: &str) -> Result<Db, StoreError> {
        let db = Db::connect(address).await?;
        let alone = dump::empty::alone(&db).await?;
        let opened = db.bring_up_to_date().await;
        if let Some(alone) = alone {
            alone.rollback().await?;
        }
        if opened.is_err() {
            db.close().await;
        }
        opened.map(|()| db)
    }

    /// Runs all migrations, unless a backup is being restored.
    async fn bring_up_to_date(&self) -> Result<(), StoreError> {
        for is_up_to_date in [false, true] {
            // A file of SQLite may have been marked while its tables were looked at.
            if dump::empty::is_being_restored(self).await? {
                return Err(StoreError::Restoring);
            }
            if !is_up_to_date {
                self.migrate(|_| true).await?;
            }
        }
        Ok(())
    }

    /// Opens a database as it is.
    pub async fn connect(address: &str) -> Result<Db, StoreError> {
        sqlx::any::install_default_drivers();
        let (kind, url) = dialect::address(address)?;
        knock(kind, &url).await?;
        let pool = AnyPoolOptions::new()
            .max_connections(if kind == Kind::Sqlite { 8 } else { 16 })
            .acquire_timeout(Duration::from_secs(60))
            .after_connect(|conn, _| {
                Box::pin(async move {
                    if conn.backend_name() == "SQLite" {
                        conn.execute(dialect::PRAGMAS).await?;
                    }
                    Ok(())
                })
            })
            .connect(&url)
            .await?;
        let db = Db { pool, kind, url };
        db.refuse_other_collations().await?;
        Ok(db)
    }

    /// Begins a transaction that may write.
    pub async fn begin(&self) -> Result<Transaction<'static, Any>, StoreError> {
        Ok(self.pool.begin_with(dialect::begin(self.kind)).await?)
    }

    /// Returns the file of a SQLite database.
    pub fn file(&self) -> Option<&std::path::Path> {
        (self.kind == Kind::Sqlite).then(|| std::path::Path::new(dialect::sqlite_path(&self.url)))
    }

    /// Ends every connection.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// Runs the migrations that are wanted and were not run yet.
    async fn migrate(&self, is_wanted: impl Fn(i64) -> bool) -> Result<(), StoreError> {
        let wanted = MIGRATIONS.into_iter().filter(|(version, ..)| is_wanted(*version));
        let migrations = wanted.map(|(version, name, text)| {
            let text = dialect::migration(self.kind, text);
            Migration::new(version, name.into(), MigrationType::Simple, AssertSqlSafe(text).into_sql_str(), false)
        });
        Migrator::with_migrations(migrations.collect()).run(&self.pool).await?;
        Ok(())
    }

    /// Text must sort by bytes on PostgreSQL, too, as it does in Rust and in SQLite.
    async fn refuse_other_collations(&self) -> Result<(), StoreError> {
        if self.kind == Kind::Postgres {
            let order: String = sqlx::query_scalar(
                "SELECT CAST(datcollate AS TEXT) FROM pg_database WHERE datname = current_database()",
            )
            .fetch_one(&self.pool)
            .await?;
            if !matches!(order.as_str(), "C" | "POSIX" | "C.UTF-8" | "C.utf8") {
                return Err(StoreError::Collation(order));
            }
        }
        Ok(())
    }
}

/// Runs what blocks on a thread where that does no harm.
pub async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    tokio::task::spawn_blocking(work).await.map_err(|error| StoreError::Io(std::io::Error::other(error)))?
}
