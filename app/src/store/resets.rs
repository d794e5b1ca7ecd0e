//! New passwords by a link, each of which brought a new key: whoever receives reports is told of every one.

use super::{Db, StoreError};

/// A new password by a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reset {
    pub member: String,
    pub name: String,
    /// Who made the link; empty for the command line.
    pub made_by: String,
    pub made_at: String,
    pub used_at: String,
}

type Row = (String, String, String, String, String);

fn reset((member, name, made_by, made_at, used_at): Row) -> Reset {
    Reset { member, name, made_by, made_at, used_at }
}

/// Returns the resets of which a recipient has not yet said that they read of them; none for anyone else.
pub async fn unseen(db: &Db, recipient: &str) -> Result<Vec<Reset>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT m.id, m.name, COALESCE(b.name, ''), i.made_at, i.used_at
           FROM recipients r
           JOIN members me ON me.id = r.member
           JOIN invites i ON i.purpose = 'reset' AND i.used_at > me.resets_seen_at
           JOIN members m ON m.id = i.member
           LEFT JOIN members b ON b.id = i.made_by
          WHERE r.member = $1 AND m.id <> r.member ORDER BY i.used_at, i.id",
    )
    .bind(recipient)
    .fetch_all(&db.pool)
    .await?;
    Ok(rows.into_iter().map(reset).collect())
}

/// Returns every reset since an instant, the newest first.
pub async fn since(db: &Db, instant: &str) -> Result<Vec<Reset>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT m.id, m.name, COALESCE(b.name, ''), i.made_at, i.used_at
           FROM invites i JOIN members m ON m.id = i.member LEFT JOIN members b ON b.id = i.made_by
          WHERE i.purpose = 'reset' AND i.used_at > $1 ORDER BY i.used_at DESC, i.id DESC",
    )
    .bind(instant)
    .fetch_all(&db.pool)
    .await?;
    Ok(rows.into_iter().map(reset).collect())
}

/// Notes that a recipient has read of all resets up to an instant.
pub async fn mark_seen(db: &Db, recipient: &str, until: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE members SET resets_seen_at = $2 WHERE id = $1")
        .bind(recipient)
        .bind(until)
        .execute(&db.pool)
        .await?;
    Ok(())
}
