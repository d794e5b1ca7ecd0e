//! Settings of the firm's copy: a name and a text each.

use super::{Db, StoreError};

/// Whether the text of messages and feedback is kept at import: the stated purpose, empty where it is not.
pub const KEEP_TEXT_PURPOSE: &str = "keep-text-purpose";

/// Where a person of the firm can turn to outside it, in the firm's own words.
pub const OUTSIDE_ROUTE: &str = "outside-route";

/// The address under which people outside reached this copy when it was last served.
pub const PUBLIC_URL: &str = "public-url";

/// The address on this machine at which it was last served.
pub const LISTEN: &str = "listen";

/// The firm's mail server as JSON; its password is sealed in it.
pub const MAIL_SERVER: &str = "mail-server";

/// Who could open the last archive that was sealed: a name and a public key a line.
pub const ARCHIVE_READERS: &str = "archive-readers";

/// How much of a review is asked for, `light` or `full`; empty where the number of members decides.
pub const REVIEW_TRACK: &str = "review-track";

/// The last backup as JSON: when, its name, where, until when; and the same of the keys.
pub const LAST_BACKUP: &str = "last-backup";

/// Every place to which the data and the keys were backed up, with its last day, as JSON.
pub const BACKUP_PLACES: &str = "backup-places";

/// Set while a SQLite file may still hold bytes of what was erased.
pub const SWEEP: &str = "sweep";

/// Set once every paper of a case is sealed to a key of its own.
pub const PAPERS_APART: &str = "papers-apart";

/// From which backup this copy was restored, and why without the erasure list, as JSON.
pub const RESTORED: &str = "restored";

/// Returns a setting.
pub async fn get(db: &Db, name: &str) -> Result<Option<String>, StoreError> {
    let value = sqlx::query_scalar("SELECT value FROM settings WHERE name = $1").bind(name);
    Ok(value.fetch_optional(&db.pool).await?)
}

/// Sets a setting; an empty text removes it.
pub async fn set(db: &Db, name: &str, value: &str) -> Result<(), StoreError> {
    if value.is_empty() {
        sqlx::query("DELETE FROM settings WHERE name = $1").bind(name).execute(&db.pool).await?;
    } else {
        sqlx::query(
            "INSERT INTO settings (name, value) VALUES ($1, $2)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )
        .bind(name)
        .bind(value)
        .execute(&db.pool)
        .await?;
    }
    Ok(())
}

/// Tells whether the text of messages and feedback is kept: only where the owner stated what for (RULINGS 38).
pub async fn keeps_text(db: &Db) -> Result<bool, StoreError> {
    Ok(get(db, KEEP_TEXT_PURPOSE).await?.is_some())
}
