//! Files of cases, sealed: closing packs, proofs, and what the client takes along.

use super::cases::Key;
use super::{Db, StoreError};

/// Keeps a file as what it is; the same file again changes nothing.
pub async fn add(db: &Db, key: &Key, what: &str, sha256: &str, sealed: &[u8]) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO case_files (client, case_id, what, sha256, sealed) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (client, case_id, what, sha256) DO NOTHING",
    )
    .bind(&key.client)
    .bind(&key.case)
    .bind(what)
    .bind(sha256)
    .bind(sealed)
    .execute(&db.pool)
    .await?;
    Ok(())
}

/// Keeps a file sealed to another key than before.
pub async fn reseal(db: &Db, key: &Key, (what, sha256): (&str, &str), sealed: &[u8]) -> Result<(), StoreError> {
    sqlx::query("UPDATE case_files SET sealed = $1 WHERE client = $2 AND case_id = $3 AND what = $4 AND sha256 = $5")
        .bind(sealed)
        .bind(&key.client)
        .bind(&key.case)
        .bind(what)
        .bind(sha256)
        .execute(&db.pool)
        .await?;
    Ok(())
}

/// Returns a file by its digest.
pub async fn get(db: &Db, key: &Key, what: &str, sha256: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let sealed = sqlx::query_scalar(
        "SELECT sealed FROM case_files WHERE client = $1 AND case_id = $2 AND what = $3 AND sha256 = $4",
    )
    .bind(&key.client)
    .bind(&key.case)
    .bind(what)
    .bind(sha256);
    Ok(sealed.fetch_optional(&db.pool).await?)
}

/// Keeps a piece of a file.
pub async fn add_piece(db: &Db, key: &Key, (id, nth): (&str, u32), sealed: &[u8]) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO case_file_pieces (client, case_id, id, nth, sealed) VALUES ($1, $2, $3, $4, $5)")
        .bind(&key.client)
        .bind(&key.case)
        .bind(id)
        .bind(i64::from(nth))
        .bind(sealed)
        .execute(&db.pool)
        .await?;
    Ok(())
}

/// Returns a piece of a file.
pub async fn piece(db: &Db, key: &Key, (id, nth): (&str, u32)) -> Result<Option<Vec<u8>>, StoreError> {
    let sealed = sqlx::query_scalar(
        "SELECT sealed FROM case_file_pieces WHERE client = $1 AND case_id = $2 AND id = $3 AND nth = $4",
    )
    .bind(&key.client)
    .bind(&key.case)
    .bind(id)
    .bind(i64::from(nth));
    Ok(sealed.fetch_optional(&db.pool).await?)
}

/// Removes the pieces of a case that belong to none of some files.
pub async fn clear_pieces(db: &Db, key: &Key, known: &[String]) -> Result<(), StoreError> {
    let text = "SELECT DISTINCT id FROM case_file_pieces WHERE client = $1 AND case_id = $2";
    let ids: Vec<String> = sqlx::query_scalar(text).bind(&key.client).bind(&key.case).fetch_all(&db.pool).await?;
    for id in ids.iter().filter(|id| !known.contains(id)) {
        sqlx::query("DELETE FROM case_file_pieces WHERE client = $1 AND case_id = $2 AND id = $3")
            .bind(&key.client)
            .bind(&key.case)
            .bind(id)
            .execute(&db.pool)
            .await?;
    }
    Ok(())
}

/// Returns the files of a case: what each is, and its digest.
pub async fn of_case(db: &Db, key: &Key) -> Result<Vec<(String, String)>, StoreError> {
    let text = "SELECT what, sha256 FROM case_files WHERE client = $1 AND case_id = $2 ORDER BY what, sha256";
    Ok(sqlx::query_as(text).bind(&key.client).bind(&key.case).fetch_all(&db.pool).await?)
}

/// Returns every file by its case, what it is, and its digest.
pub async fn all(db: &Db) -> Result<Vec<(Key, String, String)>, StoreError> {
    let rows: Vec<(String, String, String, String)> =
        sqlx::query_as("SELECT client, case_id, what, sha256 FROM case_files ORDER BY client, case_id, what, sha256")
            .fetch_all(&db.pool)
            .await?;
    Ok(rows.into_iter().map(|(client, case, what, sha256)| (Key { client, case }, what, sha256)).collect())
}
