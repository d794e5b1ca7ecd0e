//! Files of cases, sealed: closing packs and proofs.

use super::cases::Key;
use super::{Db, StoreError};

/// Keeps a file; the same file again changes nothing.
pub async fn add(db: &Db, key: &Key, sha256: &str, sealed: &[u8]) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO case_files (client, case_id, sha256, sealed) VALUES ($1, $2, $3, $4)
         ON CONFLICT (client, case_id, sha256) DO NOTHING",
    )
    .bind(&key.client)
    .bind(&key.case)
    .bind(sha256)
    .bind(sealed)
    .execute(&db.pool)
    .await?;
    Ok(())
}

/// Returns a file by its digest.
pub async fn get(db: &Db, key: &Key, sha256: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let row: Option<(Vec<u8>,)> =
        sqlx::query_as("SELECT sealed FROM case_files WHERE client = $1 AND case_id = $2 AND sha256 = $3")
            .bind(&key.client)
            .bind(&key.case)
            .bind(sha256)
            .fetch_optional(&db.pool)
            .await?;
    Ok(row.map(|(sealed,)| sealed))
}

/// Returns every file by its case and digest.
pub async fn all(db: &Db) -> Result<Vec<(Key, String)>, StoreError> {
    let rows: Vec<(String, String, String)> =
        sqlx::query_as("SELECT client, case_id, sha256 FROM case_files ORDER BY client, case_id, sha256")
            .fetch_all(&db.pool)
            .await?;
    Ok(rows.into_iter().map(|(client, case, sha256)| (Key { client, case }, sha256)).collect())
}
