//! Clients by name: what a person writes, and the client they mean.

use super::viewer::Viewer;
use super::{Db, StoreError};
use domain::text::fold;

/// A client's key and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub client: String,
    pub name: String,
}

/// Counts the clients that are not another's spelling.
pub async fn count(db: &Db) -> Result<u64, StoreError> {
    let counted: i64 =
        sqlx::query_scalar("SELECT COUNT(*) FROM clients WHERE merged_into IS NULL").fetch_one(&db.pool).await?;
    Ok(counted as u64)
}

/// Returns clients whose key or name contains what was written, whatever the spelling of its letters, by name.
pub async fn find(db: &Db, viewer: &Viewer, written: &str, limit: i64) -> Result<Vec<Named>, StoreError> {
    let like = fold(written).replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let only = match viewer {
        Viewer::Member { sharing: Some(only), .. } => Some(only.as_str()),
        _ => None,
    };
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT client, name FROM clients WHERE merged_into IS NULL AND folded LIKE $1 ESCAPE '\\'
            AND ($2 IS NULL OR client = $2) ORDER BY name, client LIMIT $3",
    )
    .bind(format!("%{like}%"))
    .bind(only)
    .bind(limit)
    .fetch_all(&db.pool)
    .await?;
    Ok(rows.into_iter().map(|(client, name)| Named { client, name }).collect())
}

/// Returns the names under which a client was known before it was joined with others.
pub async fn merged_into(db: &Db, client: &str) -> Result<Vec<String>, StoreError> {
    let names = sqlx::query_scalar("SELECT name FROM clients WHERE merged_into = $1 ORDER BY name").bind(client);
    Ok(names.fetch_all(&db.pool).await?)
}

/// Returns the one client meant: its key, its name, or the only one that contains what was written.
pub async fn meant(db: &Db, viewer: &Viewer, written: &str) -> Result<Option<Named>, StoreError> {
    let exact: Option<(String, String)> =
        sqlx::query_as("SELECT client, name FROM clients WHERE client = $1 AND merged_into IS NULL")
            .bind(written)
            .fetch_optional(&db.pool)
            .await?;
    match exact {
        Some((client, name)) if viewer.sees_client(&client) => Ok(Some(Named { client, name })),
        _ => {
            let mut found = find(db, viewer, written, 200).await?;
            let named = |named: &Named| fold(&named.name) == fold(written);
            let at = if found.len() == 1 { Some(0) } else { found.iter().position(named) };
            Ok(at.map(|at| found.swap_remove(at)))
        }
    }
}
