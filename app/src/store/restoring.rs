//! Filling an empty database with what an archive holds, to see whether it comes out as it went in.

use super::bulk::sql;
use super::cases::{self, Kept, Key};
use super::entries::{self, By, Entry};
use super::records::Record;
use super::{Db, StoreError};

/// A file that records were read from, as an archive names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub id: u32,
    pub name: String,
    pub sha256: String,
}

/// Puts files and the records that were read from them into a database.
pub async fn put_records(db: &Db, files: &[File], records: &[Record]) -> Result<(), StoreError> {
    let by = By { member: String::new(), at: String::new() };
    let mut tx = entries::begin(db).await?;
    for file in files {
        sqlx::query(sql::SOURCE)
            .bind(i64::from(file.id))
            .bind(&file.sha256)
            .bind(&file.name)
            .bind(&by.at)
            .bind(&by.member)
            .bind("unknown")
            .bind(None::<String>)
            .bind(None::<i64>)
            .bind(None::<i64>)
            .execute(&mut *tx)
            .await?;
    }
    for record in records {
        let entry = Entry { kind: record.kind, client: &record.client, id: &record.id, cells: &record.cells, by: &by };
        let source = (i64::from(record.source.id), i64::from(record.source.line));
        if !entries::insert(&mut tx, &entry, source.0, source.1).await? {
            return Err(StoreError::Unreadable(format!("{} {} {}", record.kind.table, record.client, record.id)));
        }
    }
    Ok(tx.commit().await?)
}

/// Puts a case's journal into a database.
pub async fn put_journal(db: &Db, key: &Key, entries: &[Kept]) -> Result<(), StoreError> {
    let mut tx = db.begin().await?;
    for kept in entries {
        cases::insert(&mut tx, key, kept).await?;
    }
    Ok(tx.commit().await?)
}
