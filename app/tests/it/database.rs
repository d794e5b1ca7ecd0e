//! A database of its own for each test: SQLite in a temporary folder always, PostgreSQL where one is named.

use crate::harness::need;
use app::store::Db;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use std::sync::atomic::{AtomicU32, Ordering};

/// An open database that vanishes with its test.
pub struct Own {
    pub db: Db,
    /// The address that a second process would open.
    pub address: String,
    pub folder: tempfile::TempDir,
}

/// Returns an empty database of each sort there is.
pub async fn each() -> Vec<Own> {
    let mut all = vec![sqlite().await];
    let server = std::env::var("TEST_DATABASE_URL").ok();
    if let Some(server) = need(server, "TEST_DATABASE_URL is unset: the store is not tested on PostgreSQL") {
        all.push(postgres(&server).await);
    }
    all
}

/// Returns an empty SQLite database.
pub async fn sqlite() -> Own {
    sqlite_with(None).await
}

/// Returns an SQLite database that begins with the bytes of another.
pub async fn sqlite_with(bytes: Option<&[u8]>) -> Own {
    let folder = tempfile::tempdir().expect("a temporary folder");
    if let Some(bytes) = bytes {
        std::fs::write(folder.path().join("khitam.db"), bytes).expect("a database");
    }
    let address = format!("sqlite:{}", folder.path().join("khitam.db").display());
    Own { db: Db::open(&address).await.expect("SQLite opens"), address, folder }
}

/// Returns the address of a PostgreSQL database in which there is nothing, beside another one.
pub async fn no_tables(server: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!("it_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let mut admin = PgConnection::connect(server).await.expect("the PostgreSQL of TEST_DATABASE_URL");
    admin.execute(AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.expect("a new database");
    let (base, _) = server.rsplit_once('/').expect("an address with a database");
    format!("{base}/{name}")
}

async fn postgres(server: &str) -> Own {
    let address = no_tables(server).await;
    let folder = tempfile::tempdir().expect("a temporary folder");
    Own { db: Db::open(&address).await.expect("PostgreSQL opens"), address, folder }
}
