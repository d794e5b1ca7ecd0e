//! Versions of the firm's own facts.

use super::{Db, StoreError};
use domain::firm::Firm;

/// Returns the facts as last stated; a firm that stated none is blind to all.
pub async fn current(db: &Db) -> Result<Firm, StoreError> {
    let sql = "SELECT text FROM firm_facts ORDER BY version DESC LIMIT 1";
    let text: Option<String> = sqlx::query_scalar(sql).fetch_optional(&db.pool).await?;
    let read = |text: String| toml::from_str(&text).map_err(|error| StoreError::Unreadable(format!("firm_facts: {error}")));
    text.map_or_else(|| Ok(Firm::default()), read)
}
